"""Small records made by hand: one provincial plan, one national plan, the lineage between them.

Words and facts follow the seeds (Hunan 2024 carries on 国发〔2024〕17号); spans are found
in the text, so that every fact really quotes it.
"""

import dataclasses
import hashlib

from builder.model.finding import Finding
from builder.model.lineage import (
    AbsentDocument,
    Addition,
    ClauseChange,
    Coverage,
    DocumentLink,
    DocumentPair,
    EvidencePair,
    Gap,
    Guard,
    Lineage,
    Link,
    Resolution,
    Rival,
    ScorePart,
    TargetChange,
)
from builder.model.outline import Fact, Header, Leaf, Provision
from builder.model.record import (
    Agency,
    AgencyMention,
    Citation,
    DefaultResponsibility,
    EditSummary,
    GenericActor,
    Measure,
    Mentions,
    Obligation,
    Place,
    PlaceMention,
    Record,
    Responsibility,
    SoftTarget,
    Target,
    Task,
    WitnessSummary,
)
from builder.model.review import Review
from builder.model.span import Span
from builder.model.text import Reading, Variant

UPPER = "国发-2024-17"
LOWER = "湘政发-2024-15"
UPPER_CHARS = """国务院关于印发《深入实施以人为本的新型城镇化战略五年行动计划》的通知
国发〔2024〕17号
一、总体要求
经过5年的努力，常住人口城镇化率提升至接近70%。
二、重点任务
（一）深化户籍制度改革。全面取消落户限制，推行以经常居住地登记户口制度。（公安部牵头）
（二）推动产业园区提级扩能。支持符合条件的产业园区扩区。
"""
LOWER_CHARS = """湖南省人民政府关于印发《湖南省实施方案》的通知
湘政发〔2024〕15号
一、重点任务
（一）放开放宽落户限制。落实国发〔2024〕17号，逐步放宽长沙市落户限制，到2027年常住人口城镇化率达到64%左右。（责任单位：省公安厅、省发展改革委，各市州人民政府）
（二）建设长株潭都市圈。基本形成1小时通勤圈，鼓励株洲市探索。
二、组织实施
以上任务均需各市州人民政府落实，不再单独列出。有关部门不得推诿。
"""


def upper_record() -> Record:
    """Give the national plan."""
    chars = UPPER_CHARS
    one, two, first, second = (
        _provision(chars, "1", "一、", "总体要求", "chapter", None, "goal", until="\n二、"),
        _provision(chars, "2", "二、", "重点任务", "chapter", None, "container", until="扩区。"),
        _provision(
            chars, "2.1", "（一）", "深化户籍制度改革", "section", "2", "task", until="牵头）"
        ),
        _provision(
            chars, "2.2", "（二）", "推动产业园区提级扩能", "section", "2", "task", until="扩区。"
        ),
    )
    police = _agency("公安部", "national", "中华人民共和国", "公安", ("公安部",))
    lead = Responsibility(
        provision="2.1",
        agency="公安部",
        agency_key="公安部",
        role="lead",
        role_as_printed="牵头",
        order=1,
        as_written="公安部",
        inferred=False,
        span=_span(chars, "公安部"),
        rule="lead",
    )
    measures = (
        _measure(chars, "2.1", 1, "全面取消落户限制", "取消", "must", ("全面",)),
        _measure(chars, "2.1", 2, "推行以经常居住地登记户口制度", "推行", "promote", ()),
    )
    parks = (_measure(chars, "2.2", 1, "支持符合条件的产业园区扩区", "支持", "encourage", ()),)
    return Record(
        key=UPPER,
        header=Header(
            title="深入实施以人为本的新型城镇化战略五年行动计划",
            notice_title="国务院关于印发《深入实施以人为本的新型城镇化战略五年行动计划》的通知",
            doc_number="国发〔2024〕17号",
            issuer="国务院",
            issuers=("国务院",),
            signed_date="2024-07-28",
            level="national",
            jurisdiction="中华人民共和国",
            doc_type="行动计划",
            completeness="with_deletions",
        ),
        text=chars,
        text_sha256=_sha256(chars),
        origin_starts=tuple(range(len(chars))),
        origin_ends=tuple(range(1, len(chars) + 1)),
        provisions=(one, two, first, second),
        leaves=(Leaf(span=Span(0, len(chars)), part="other"),),
        tasks=(
            _task(first, (lead,), measures, ()),
            _task(second, (), parks, ()),
        ),
        mentions=Mentions(
            agencies=(police,),
            agency_mentions=(
                AgencyMention(
                    surface="公安部",
                    span=_span(chars, "公安部"),
                    agency="公安部",
                    provision="2.1",
                    rule="list",
                ),
            ),
            responsibilities=(lead,),
            measures=(*measures, *parks),
            targets=(_target(chars, "1", "接近70%", 70.0, "->", None, "2029"),),
        ),
        witnesses=(_witness("guofa.txt", chars),),
        findings=(),
    )


def lower_record() -> Record:
    """Give the provincial plan, with one of everything that a document can hold."""
    chars = LOWER_CHARS
    head, first, second, last = (
        _provision(chars, "1", "一、", "重点任务", "chapter", None, "container", until="探索。"),
        _provision(
            chars, "1.1", "（一）", "放开放宽落户限制", "section", "1", "task", until="人民政府）"
        ),
        _provision(
            chars, "1.2", "（二）", "建设长株潭都市圈", "section", "1", "task", until="探索。"
        ),
        _provision(chars, "2", "二、", "组织实施", "chapter", None, "organisation", until="推诿。"),
    )
    hunan = "湖南省"
    police = _agency("湖南省公安厅", "provincial", hunan, "公安", ("省公安厅",))
    planners = _agency("湖南省发展和改革委员会", "provincial", hunan, "发展改革", ("省发展改革委",))
    printed = (
        _responsible(chars, "省公安厅", police.key, 1),
        _responsible(chars, "省发展改革委", planners.key, 2),
        _responsible(chars, "各市州人民政府", None, 3),
    )
    rule_span = _span(chars, "以上任务均需各市州人民政府落实，不再单独列出")
    inferred = Responsibility(
        provision="1.2",
        agency="各市州人民政府",
        agency_key=None,
        role="responsible",
        role_as_printed="落实",
        order=1,
        as_written="各市州人民政府",
        inferred=True,
        span=rule_span,
        rule="default",
    )
    measures = (
        _measure(chars, "1.1", 1, "逐步放宽长沙市落户限制", "放宽", "must", ("逐步",)),
        _measure(chars, "1.2", 1, "鼓励株洲市探索", "鼓励", "encourage", ()),
    )
    changsha = _place(chars, "长沙市", "430100", "1.1")
    zhuzhou = _place(chars, "株洲市", "430200", "1.2")
    circle = PlaceMention(
        surface="长株潭都市圈",
        span=_span(chars, "长株潭都市圈"),
        place="长株潭都市圈",
        provision="1.2",
        rule="region",
    )
    return Record(
        key=LOWER,
        header=Header(
            title="湖南省实施方案",
            notice_title="湖南省人民政府关于印发《湖南省实施方案》的通知",
            doc_number="湘政发〔2024〕15号",
            issuer="湖南省人民政府",
            issuers=("湖南省人民政府",),
            signed_date="2024-12-05",
            published_date="2024-12-20",
            index_number="430S00/2024-001",
            addressees=("各市州", "县市区人民政府"),
            level="provincial",
            jurisdiction=hunan,
            doc_type="实施方案",
            period=(2024, 2029),
            status="现行有效",
            approved_by="省委",
            distributor="湖南省人民政府办公厅",
            self_names=("本方案",),
            facts=(
                Fact(
                    field="doc_number",
                    value="湘政发〔2024〕15号",
                    rule="number-line",
                    span=_span(chars, "湘政发〔2024〕15号"),
                ),
                Fact(field="level", value="provincial", rule="by-issuer", inferred=True),
            ),
        ),
        text=chars,
        text_sha256=_sha256(chars),
        origin_starts=tuple(range(len(chars))),
        origin_ends=tuple(range(1, len(chars) + 1)),
        provisions=(head, first, second, last),
        leaves=(Leaf(span=Span(0, len(chars)), part="other"),),
        tasks=(
            _task(first, printed, measures[:1], (changsha,), deadline="2027"),
            _task(second, (inferred,), measures[1:], (zhuzhou, circle)),
            _task(last, (), (), ()),
        ),
        mentions=Mentions(
            agencies=(police, planners),
            agency_mentions=tuple(
                AgencyMention(
                    surface=item.as_written,
                    span=item.span,
                    agency=item.agency_key,
                    provision="1.1",
                    rule="list",
                )
                for item in printed
                if item.agency_key
            ),
            generic_actors=(
                GenericActor(
                    surface="有关部门", span=_span(chars, "有关部门"), provision="2", rule="generic"
                ),
            ),
            places=(
                Place(
                    key="430100",
                    canonical="长沙市",
                    aliases=("长沙",),
                    kind="prefecture",
                    parent="430000",
                    code="430100",
                ),
                Place(
                    key="长株潭都市圈",
                    canonical="长株潭都市圈",
                    aliases=(),
                    kind="region",
                    parent="430000",
                    code=None,
                    members=("430100", "430200", "430300"),
                ),
            ),
            place_mentions=(changsha, zhuzhou, circle),
            responsibilities=printed,
            default_responsibilities=(
                DefaultResponsibility(
                    span=rule_span,
                    actors=("各市州人民政府",),
                    at="2",
                    scope=("1.1", "1.2"),
                    rule="not-listed-singly",
                ),
            ),
            task_deadlines=(("1.1", "2027", _span(chars, "到2027年")),),
            measures=measures,
            targets=(_target(chars, "1.1", "64%左右", 64.0, "~", "2027", None),),
            soft_targets=(
                SoftTarget(
                    provision="1.2",
                    number=1,
                    text="基本形成1小时通勤圈",
                    span=_span(chars, "基本形成1小时通勤圈"),
                    rule="soft",
                ),
            ),
            obligations=(
                Obligation(
                    provision="2",
                    number=1,
                    text="有关部门不得推诿",
                    span=_span(chars, "有关部门不得推诿"),
                    obliged="有关部门",
                    obliged_span=_span(chars, "有关部门"),
                    force="forbid",
                    cue="不得",
                    rule="must-not",
                ),
            ),
            citations=(
                Citation(
                    number=1,
                    title=None,
                    doc_number="国发〔2024〕17号",
                    relation="implements",
                    at="1.1",
                    span=_span(chars, "国发〔2024〕17号"),
                    form="numbered",
                    cue="落实",
                    rule="number",
                ),
            ),
        ),
        witnesses=(_witness("hunan.txt", chars),),
        findings=(
            Finding(
                code="structure-example",
                severity="info",
                document=LOWER,
                provision="1.2",
                span=_span(chars, "1小时"),
                details=(("name", "value"),),
            ),
            Finding(
                code="restore-example", severity="warning", source="hunan.txt", span=Span(3, 9)
            ),
        ),
        variants=(
            Variant(
                at=_span(chars, "逐步"),
                readings=(Reading(witness=_sha256("raw" + chars), chars="逐步", raw=Span(90, 92)),),
                taken="逐步",
                reason="made",
            ),
        ),
    )


def made_lineage() -> Lineage:
    """Give the lineage of the two plans, with one of everything."""
    guards = (
        Guard(name="time", passed=True, reason="下位2024-12-05不早于上位2024-07-28"),
        Guard(name="level", passed=True, reason="下位省级，上位国家级"),
    )
    lower_words, upper_words = "逐步放宽长沙市落户限制", "全面取消落户限制"
    lower_span, upper_span = _span(LOWER_CHARS, lower_words), _span(UPPER_CHARS, upper_words)
    change = TargetChange(
        lower=1, upper=1, kinds=("value_lower",), lower_provision="1.1", upper_provision="1"
    )
    link = Link(
        id="a1b2c3",
        lower_document=LOWER,
        lower="1.1",
        upper_document=UPPER,
        upper="2.1",
        relation="adapts",
        score=0.75,
        parts=(
            ScorePart(name="heading", level="close", value=0.25),
            ScorePart(name="clauses", level="most", value=0.5),
        ),
        proposers=("ngram",),
        guards=guards,
        evidence=(
            EvidencePair(
                lower=_span(LOWER_CHARS, "落户限制，"),
                upper=_span(UPPER_CHARS, "落户限制"),
                lower_words="落户限制，",
                upper_words="落户限制",
            ),
        ),
        rivals=(Rival(provision="2.2", score=0.1, reason="其他分句更近"),),
        clauses=(
            ClauseChange(
                state="changed",
                lower=lower_span,
                upper=upper_span,
                kinds=("weakened",),
                words_lost=("全面取消",),
                words_gained=("逐步放宽", "长沙市"),
                force_lower="must",
                force_upper="must",
                qualifiers_lost=("全面",),
                qualifiers_gained=("逐步",),
            ),
            ClauseChange(
                state="dropped",
                lower=None,
                upper=_span(UPPER_CHARS, "推行以经常居住地登记户口制度"),
            ),
        ),
        targets=(change,),
        carriers=(("公安", ("湖南省公安厅",), ("公安部",), True),),
        rule="judge",
        reviews=(
            Review(
                link="a1b2c3",
                verdict="accept",
                relation=None,
                who="王某",
                when="2025-01-02",
                why="文字对应",
                evidence="0f",
            ),
        ),
    )
    absent = AbsentDocument(
        key="皖发改规划-2023-69",
        title=None,
        doc_number="皖发改规划〔2023〕69号",
        level="provincial",
        issuer="安徽省发展和改革委员会",
        jurisdiction="安徽省",
        year=2023,
        rule="by-number",
    )
    return Lineage(
        absent=(absent,),
        resolutions=(
            Resolution(document=LOWER, citation=1, target=UPPER, absent=False, rule="number"),
        ),
        documents=(
            DocumentLink(
                lower=LOWER,
                upper=UPPER,
                relation="implements",
                citation=1,
                absent=False,
                guards=guards,
                rule="citation",
            ),
        ),
        pairs=(
            DocumentPair(
                lower=LOWER,
                upper=UPPER,
                in_line=True,
                guards=guards,
                links=(link,),
                gaps=(
                    Gap(
                        document=LOWER,
                        upper_document=UPPER,
                        upper="2.2",
                        state="not_found",
                        reason="未见对应内容",
                    ),
                ),
                coverage=(
                    Coverage(upper="2.1", state="partly", by=("1.1",), kept=1, clauses=2),
                    Coverage(upper="2.2", state="not_found", by=(), kept=0, clauses=1),
                ),
                targets=(change,),
                rule="citation",
                additions=(
                    Addition(
                        document=LOWER,
                        provision="1.2",
                        clause=1,
                        state="not_in_public_text",
                        reason="上级文件公布时有删减",
                    ),
                ),
            ),
        ),
        findings=(),
    )


def earlier(record: Record, day: str) -> Record:
    """Give a record with another day of signature."""
    return dataclasses.replace(record, header=dataclasses.replace(record.header, signed_date=day))


def _span(chars: str, words: str) -> Span:
    start = chars.index(words)
    return Span(start, start + len(words))


def _sha256(chars: str) -> str:
    return hashlib.sha256(chars.encode()).hexdigest()


def _provision(
    chars: str,
    id: str,
    label: str,
    heading: str,
    kind: str,
    parent: str | None,
    role: str,
    *,
    until: str,
) -> Provision:
    start = chars.index(label + heading)
    end = chars.index(until, start) + len(until)
    heading_span = Span(start + len(label), start + len(label + heading))
    return Provision(
        id=id,
        label=label,
        heading=heading,
        kind=kind,
        parent=parent,
        span=Span(start, end),
        heading_span=heading_span,
        body=() if role == "container" else (Span(heading_span.end + 1, end),),
        role=role,
        role_rule="made",
    )


def _task(provision, responsibilities, measures, places, deadline=None) -> Task:
    return Task(
        id=provision.id,
        heading=provision.heading,
        role=provision.role,
        span=provision.span,
        deadline=deadline,
        deadline_span=_span(LOWER_CHARS, "到2027年") if deadline else None,
        responsibilities=responsibilities,
        measures=measures,
        place_mentions=places,
    )


def _measure(chars, provision, number, text, action, force, qualifiers) -> Measure:
    span = _span(chars, text)
    start = chars.index(action, span.start)
    return Measure(
        provision=provision,
        number=number,
        text=text,
        span=span,
        action=action,
        action_span=Span(start, start + len(action)),
        force=force,
        force_word=None,
        qualifiers=qualifiers,
        rule="clause",
    )


def _agency(name, level, place, line, aliases) -> Agency:
    return Agency(
        key=name,
        canonical=name,
        aliases=aliases,
        kind="department",
        level=level,
        jurisdiction=place,
        line=line,
        resolved=True,
        as_of="2024-12-05",
        rule="line-and-place",
    )


def _responsible(chars, surface, key, order) -> Responsibility:
    return Responsibility(
        provision="1.1",
        agency=key or surface,
        agency_key=key,
        role="responsible",
        role_as_printed="责任单位",
        order=order,
        as_written=surface,
        inferred=False,
        span=_span(chars, surface),
        rule="list",
    )


def _place(chars, surface, key, provision) -> PlaceMention:
    return PlaceMention(
        surface=surface, span=_span(chars, surface), place=key, provision=provision, rule="name"
    )


def _target(chars, provision, figure, value, comparator, deadline, inferred) -> Target:
    return Target(
        provision=provision,
        number=1,
        indicator="常住人口城镇化率",
        value=value,
        unit="%",
        comparator=comparator,
        deadline=deadline,
        deadline_inferred=inferred,
        deadline_as_written="到2027年" if deadline else "经过5年的努力",
        scope=None,
        quote=figure,
        span=_span(chars, figure),
        rule="figure",
    )


def _witness(source, chars) -> WitnessSummary:
    return WitnessSummary(
        source=source,
        sha256=_sha256("raw" + chars),
        encoding="utf-8",
        kind="full",
        metadata=(("url", "https://www.example.org/a"),),
        furniture=(("published", "2024-12-20", Span(0, 10)),),
        edits=(
            EditSummary(
                fix="pinyin",
                at=Span(4, 10),
                damaged="展(zhǎn)",
                restored="展",
                certainty="proved",
                reason="读音注在字后",
                rivals=(),
                witness=None,
            ),
        ),
    )
