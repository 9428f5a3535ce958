"""A small corpus written out by hand as quads, in the pattern of ontology/README.md.

Three levels in line (国家 → 湖南 → 长沙), a document of another province that only aligns
(六安), two absent parents, one task without agency, deadline or figure, and names that hold
quotes, backslashes, braces and scraps of Cypher and SPARQL.
"""

from pathlib import Path

from pyoxigraph import RdfFormat, parse, serialize

BASE = "https://w3id.org/zhengmai/"
VOCAB = Path(__file__).parents[2] / "ontology" / "vocab"
NASTY = "“县城\"}) DETACH DELETE n // ' \\ ?x } DROP ALL ;\n第二行𠮷"

PREFIXES = f"""
@base <{BASE}> .
@prefix zm: <{BASE}ontology#> .
@prefix zmv: <{BASE}vocab#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix time: <http://www.w3.org/2006/time#> .
"""


def nquads(*, without: str = "", title: str = "新型城镇化实施方案", breach: bool = False) -> str:
    """Give the corpus as sorted N-Quads.

    ``without`` leaves out one document by its key; ``breach`` adds a link that no builder
    would make: the Lu'an plan of 2023 carries on a plan of 2024.
    """
    parts = [PREFIXES, authorities()]
    held = [key for key in DOCUMENTS if key != without]
    parts += [document(key, title=title) for key in held]
    parts.append(lineage(held, [*LINKS, *([BREACH] if breach else [])]))
    quads = list(parse("".join(parts), format=RdfFormat.TRIG))
    lines = set(serialize(quads, format=RdfFormat.N_QUADS).decode().splitlines())
    return "\n".join(sorted(lines | vocabulary())) + "\n"


def vocabulary() -> set[str]:
    lines: set[str] = set()
    for path in sorted(VOCAB.glob("*.ttl")):
        triples = parse(path.read_bytes(), format=RdfFormat.TURTLE)
        text = serialize((quad.triple for quad in triples), format=RdfFormat.N_TRIPLES).decode()
        lines |= {
            line.removesuffix(".").rstrip() + f" <{BASE}graph/vocabulary> ."
            for line in text.splitlines()
        }
    return lines


def text(chars: str) -> str:
    """Write a string as a Turtle literal."""
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n")):
        chars = chars.replace(plain, escaped)
    return f'"{chars}"'


def zh(chars: str) -> str:
    return text(chars) + "@zh"


# key: level, place, date, issuer, number, completeness, tasks
#   task: number, heading, [(role, agency, inferred)], deadline, [measures]
#   measure: words, force, qualifiers
DOCUMENTS = {
    "国发-2024-17": (
        *("national", "中国", "2024-07-28", "国务院", "国发〔2024〕17号", "with_deletions"),
        [
            (
                *("2.2.2", "进一步深化户籍制度改革"),
                [("lead", "公安部", 0), ("responsible", "国家发展和改革委员会", 0)],
                "2027",
                [("全面取消户籍限制", "must", ["全面"]), ("推动公共服务均等化", "promote", [])],
            ),
            (
                "2.2.10",
                "加强农民工劳动权益保障",
                [],
                "",
                [("完善协调机制", "must", ["依法", "加快"])],
            ),
            ("3.1", NASTY, [("responsible", "国家发展和改革委员会", 0)], "", []),
        ],
    ),
    "湘政发-2024-15": (
        *("provincial", "湖南省", "2024-11-01", "湖南省人民政府", "湘政发〔2024〕15号", "full"),
        [
            (
                *("2.1.1", "深化户籍制度改革"),
                [("lead", "湖南省公安厅", 0), ("support", "湖南省发展和改革委员会", 0)],
                "",
                [("逐步放宽户籍限制", "must", ["逐步"])],
            ),
            (
                *("2.1.2", "培育“专精特新”企业"),
                [("responsible", "湖南省发展和改革委员会", 0), ("responsible", "各市州", 1)],
                "2025",
                [("支持企业发展", "encourage", [])],
            ),
        ],
    ),
    "长政发-2025-3": (
        *("prefectural", "长沙市", "2025-02-10", "长沙市人民政府", "长政发〔2025〕3号", "full"),
        [
            (
                *("1.1", "户籍制度改革"),
                [("lead", "长沙市公安局", 0)],
                "2026",
                [("探索放宽落户限制", "explore", [])],
            ),
        ],
    ),
    "六政办秘-2023-55": (
        *("prefectural", "六安市", "2023-06-14", "六安市人民政府办公室"),
        *("六政办秘〔2023〕55号", "full"),
        [("1", "户籍改革", [("responsible", "六安市公安局", 0)], "", [("取消限制", "must", [])])],
    ),
}
ABSENT = {
    "皖发改规划-2023-69": ("安徽省“十四五”新型城镇化实施方案", "provincial", "安徽省", "2023"),
    "城镇化规划": ("国家新型城镇化规划", "national", "中国", "2022"),
}
AGENCIES = {
    "国务院": ("national", "中国", ""),
    "公安部": ("national", "中国", "公安"),
    "国家发展和改革委员会": ("national", "中国", "发展改革"),
    "湖南省人民政府": ("provincial", "湖南省", ""),
    "湖南省公安厅": ("provincial", "湖南省", "公安"),
    "湖南省发展和改革委员会": ("provincial", "湖南省", "发展改革"),
    "长沙市人民政府": ("prefectural", "长沙市", ""),
    "长沙市公安局": ("prefectural", "长沙市", "公安"),
    "六安市人民政府办公室": ("prefectural", "六安市", ""),
    "六安市公安局": ("prefectural", "六安市", "公安"),
}
GENERIC = {"各市州"}
PLACES = {"中国": "", "湖南省": "中国", "长沙市": "湖南省", "安徽省": "中国", "六安市": "安徽省"}
# document, number in it, indicator, low, high, unit, comparator, deadline
TARGETS = [
    ("国发-2024-17", "2.2.2", "常住人口城镇化率", "70", "70", "%", "approaching", "2029"),
    ("湘政发-2024-15", "2.1.1", "常住人口城镇化率", "65.5", "65.5", "%", "at_least", "2029"),
    ("湘政发-2024-15", "2.1.2", "“小巨人”企业", "100", "200", "家", "range", ""),
]
# lower, upper, relation, score, review state
LINKS = [
    ("湘政发-2024-15/2.1.1", "国发-2024-17/2.2.2", "elaborates", "0.82", "accepted"),
    ("长政发-2025-3/1.1", "湘政发-2024-15/2.1.1", "partial", "0.6", "unreviewed"),
    ("六政办秘-2023-55/1", "国发-2024-17/2.2.2", "aligns", "0.41", "unreviewed"),
    ("湘政发-2024-15/2.1.2", "国发-2024-17/2.2.10", "partial", "0.2", "rejected"),
]
BREACH = ("六政办秘-2023-55/1", "湘政发-2024-15/2.1.1", "adapts", "0.5", "unreviewed")
COVERED = (("2.2.2", "covered", 1), ("2.2.10", "not_found", 0))
COVERED += (("3.1", "not_found_in_incomplete_copy", 0),)
# citing document, its number, title, number as printed, relation, resolved key
CITATIONS = [
    ("湘政发-2024-15", 1, "新型城镇化实施方案", "国发〔2024〕17号", "implements", "国发-2024-17"),
    ("长政发-2025-3", 1, "", "湘政发〔2024〕15号", "implements", "湘政发-2024-15"),
    ("长政发-2025-3", 2, "国家新型城镇化规划", "", "basis", "城镇化规划"),
    (
        "六政办秘-2023-55",
        1,
        "安徽方案",
        "皖发改规划〔2023〕69号",
        "implements",
        "皖发改规划-2023-69",
    ),
    ("六政办秘-2023-55", 2, "某“文件”", "", "mentions", ""),
]


def authorities() -> str:
    lines = []
    for name, (level, place, line) in AGENCIES.items():
        on_line = f"zm:line <line/{line}> ;" if line else ""
        lines.append(
            f"<agency/{name}> a zm:Agency ; skos:prefLabel {zh(name)} ; zm:key {text(name)} ;"
            f' skos:altLabel {zh(name[-3:])}, {zh(name[-2:])} ; zm:agencyKind "department" ;'
            f" zm:level zmv:level-{level} ; zm:jurisdiction <place/{place}> ; {on_line}"
            f' zm:resolved true ; zm:asOf "2024-07-28"^^xsd:date ; zm:rule "official-name" .'
        )
    for line in sorted({line for _, _, line in AGENCIES.values() if line}):
        lines.append(f"<line/{line}> a zm:AgencyLine, skos:Concept ; skos:prefLabel {zh(line)} .")
    for name in GENERIC:
        lines.append(f"<generic-actor/{name}> a zm:GenericActor ; skos:prefLabel {zh(name)} .")
    for number, (name, parent) in enumerate(PLACES.items()):
        within = f"zm:within <place/{parent}> ;" if parent else ""
        lines.append(
            f"<place/{name}> a zm:Place ; skos:prefLabel {zh(name)} ; zm:key {text(name)} ;"
            f' {within} zm:placeKind "prefecture" ; zm:code "{number}0000" ; zm:resolved true .'
        )
    lines.append(
        f"<place/长株潭> a zm:Place, zm:Region ; skos:prefLabel {zh('长株潭')} ;"
        f' zm:key "长株潭" ; zm:placeKind "region" ; zm:member <place/长沙市> ; zm:resolved true .'
    )
    for indicator in sorted({target[2] for target in TARGETS}):
        lines.append(f"<indicator/{indicator}> a zm:Indicator ; skos:prefLabel {zh(indicator)} .")
    lines += [f'<time/{y}> a time:Instant ; rdfs:label "{y}" .' for y in (2025, 2026, 2027, 2029)]
    return block("graph/authorities", lines)


def block(graph: str, lines: list[str]) -> str:
    return f"<{graph}> {{\n" + "\n".join(lines) + "\n}\n"


def document(key: str, *, title: str) -> str:
    level, place, day, issuer, number, completeness, tasks = DOCUMENTS[key]
    lines = [
        f"<doc/{key}> a zm:Document ; dcterms:identifier {text(key)} ;"
        f" dcterms:title {zh(place + title)} ; zm:noticeTitle {zh('关于印发' + place + title)} ;"
        f" zm:docNumber {text(number)} ; zm:issuer <agency/{issuer}> ;"
        f" zm:principalIssuer <agency/{issuer}> ; eli:date_document {text(day)}^^xsd:date ;"
        f" zm:addressee {text('各市州人民政府')}, {text('省直机关')} ; zm:level zmv:level-{level} ;"
        f" zm:jurisdiction <place/{place}> ; zm:documentType zmv:document-type-实施方案 ;"
        f' zm:documentTypeName "实施方案" ; zm:completeness zmv:completeness-{completeness} ;'
        f' zm:periodEnd "2029"^^xsd:gYear ; zm:isPolicy true ; zm:hasWitness <witness/{key}> ;'
        f" zm:hasFinding <finding/{key}/1> .",
        f'<finding/{key}/1> a zm:Finding ; zm:findingCode "odd" ;'
        f" zm:severity zmv:severity-warning ;"
        f' zm:message "有一处可疑"@zh, "something is odd"@en ; zm:nextStep "请看"@zh, "look"@en .',
        f'<provision/{key}/0> a zm:Provision ; zm:provisionId "0" ; zm:label "一、" ;'
        f' zm:heading "总体要求" ; zm:order 0 ; zm:provisionKind zmv:provision-kind-chapter ;'
        f' zm:provisionRole zmv:provision-role-goal ; zm:text "坚持以人为本。" ; zm:rule "r" ;'
        f" zm:evidence {evidence(key, 0, '一、总体要求')} ; .",
        f"<doc/{key}> zm:hasProvision <provision/{key}/0> ;"
        f" zm:hasObligation <obligation/{key}/0/1> .",
        f'<obligation/{key}/0/1> a zm:Obligation ; zm:order 1 ; zm:text "各地应当落实。" ;'
        f' zm:statedIn <provision/{key}/0> ; zm:force zmv:force-must ; zm:cue "应当" ;'
        f' zm:obliged "各地" ; zm:rule "cue" ; zm:evidence {evidence(key, 2, "各地应当落实")} .',
    ]
    for order, entry in enumerate(tasks, start=1):
        lines += task(key, order, *entry)
    lines += [line for target in TARGETS if target[0] == key for line in figure(*target)]
    lines += [line for cited in CITATIONS if cited[0] == key for line in citation(*cited)]
    lines += [line for span in sorted(spans.pop(key, ())) for line in selectors(key, *span)]
    witness = (
        f'<witness/{key}> a zm:Witness ; zm:sourcePath "{key}.txt" ; zm:sha256 "{key}" ;'
        f' zm:encoding "utf-8" ; zm:witnessKind zmv:witness-kind-full .'
    )
    return block(f"graph/doc/{key}", lines) + block("graph/provenance", [witness])


spans: dict[str, set[tuple[int, str]]] = {}


def evidence(key: str, start: int, words: str) -> str:
    """Name the evidence node of these words and remember to write it out."""
    spans.setdefault(key, set()).add((start, words))
    return f"<evidence/{key}/{start}-{start + len(words)}>"


def selectors(key: str, start: int, words: str) -> list[str]:
    node = f"evidence/{key}/{start}-{start + len(words)}"
    return [
        f"<{node}> a zm:Evidence, oa:SpecificResource ; oa:hasSelector <{node}/p>, <{node}/q> .",
        f"<{node}/p> a oa:TextPositionSelector ; oa:start {start} ; oa:end {start + len(words)} .",
        f"<{node}/q> a oa:TextQuoteSelector ; oa:exact {text(words)} .",
    ]


def task(key, order, number, heading, responsibilities, deadline, measures):
    own, at = f"{key}/{number}", order * 1000
    lines = [
        f'<provision/{own}> a zm:Provision ; zm:provisionId "{number}" ; zm:label "（{order}）" ;'
        f" zm:heading {text(heading)} ; zm:parent <provision/{key}/0> ; zm:order {order} ;"
        f" zm:provisionKind zmv:provision-kind-item ; zm:provisionRole zmv:provision-role-task ;"
        f' zm:text {text("".join(words for words, _, _ in measures) or "。")} ; zm:rule "leaf" ;'
        f" zm:evidence {evidence(key, at, heading)} .",
        f"<doc/{key}> zm:hasProvision <provision/{own}> ; zm:hasTask <task/{own}> .",
        f"<task/{own}> a zm:Task ; rdfs:label {zh(heading)} ; zm:heading {text(heading)} ;"
        f" zm:taskRole zmv:provision-role-task ; zm:statedIn <provision/{own}> ;"
        f" zm:evidence {evidence(key, at, heading)} .",
    ]
    if heading.endswith("户籍制度改革") and key != "国发-2024-17":
        lines.append(f"<task/{own}> zm:concernsPlace <place/长沙市>, <place/长株潭> .")
    if deadline:
        lines.append(f'<task/{own}> zm:deadline "{deadline}" ; zm:due <time/{deadline}> .')
    for position, (role, agency, inferred) in enumerate(responsibilities, start=1):
        node = f"responsibility/{own}/{role}/{agency}"
        kind = "genericActor" if agency in GENERIC else "agency"
        segment = "generic-actor" if agency in GENERIC else "agency"
        lines += [
            f"<task/{own}> zm:hasResponsibility <{node}> .",
            f"<{node}> a zm:Responsibility ; zm:{kind} <{segment}/{agency}> ;"
            f' zm:role zmv:role-{role} ; zm:roleAsPrinted "责任单位" ; zm:order {position} ;'
            f" zm:asWritten {text(agency[:4])} ; zm:inferred {'true' if inferred else 'false'} ;"
            f' zm:rule "list" ; zm:evidence {evidence(key, at + 100 + position, agency[:4])} .',
        ]
        if kind == "agency":
            lines.append(f"<task/{own}> zm:{role}Agency <{segment}/{agency}> .")
    for n, (words, force, qualifiers) in enumerate(measures, start=1):
        extra = "".join(f" zm:qualifier {text(word)} ;" for word in qualifiers)
        lines.append(
            f"<task/{own}> zm:hasMeasure <measure/{own}/{n}> . <measure/{own}/{n}> a zm:Measure ;"
            f" zm:order {n} ; zm:text {text(words)} ; zm:action {text(words[:4])} ;{extra}"
            f' zm:force zmv:force-{force} ; zm:statedIn <provision/{own}> ; zm:rule "clause" ;'
            f" zm:evidence {evidence(key, at + 200 + n * 20, words)} ."
        )
    return lines


def figure(key, number, indicator, low, high, unit, comparator, deadline):
    node = f"target/{key}/{number}/1"
    value = f"zm:value {low}.0" if low == high and "." not in low else f"zm:value {low}"
    if low != high:
        value = f"zm:lowValue {low}.0 ; zm:highValue {high}.0"
    due = f'zm:deadline "{deadline}" ; zm:due <time/{deadline}> ;' if deadline else ""
    return [
        f"<doc/{key}> zm:hasTarget <{node}> . <task/{key}/{number}> zm:hasTarget <{node}> .",
        f"<{node}> a zm:Target ; zm:order 1 ; zm:indicator <indicator/{indicator}> ; {value} ;"
        f' zm:unit "{unit}" ; zm:comparator zmv:comparator-{comparator} ; {due}'
        f" zm:quote {text(indicator + low + unit)} ; zm:statedIn <provision/{key}/{number}> ;"
        f' zm:rule "figure" ; zm:evidence {evidence(key, 900, indicator)} .',
    ]


def citation(key, n, title, number, relation, _resolved):
    node, words = f"citation/{key}/{n}", evidence(key, 5 + n, "《方案》")
    title = f"zm:citedTitle {text(title)} ;" if title else ""
    number = f"zm:citedNumber {text(number)} ;" if number else ""
    return [
        f"<doc/{key}> zm:hasCitation <{node}> . <{node}> a zm:Citation ; {title} {number}"
        f' zm:citationRelation zmv:citation-{relation} ; zm:citedAt "preamble" ;'
        f" zm:citationForm zmv:citation-form-titled ; zm:selfReference false ;"
        f' zm:numberRepaired false ; zm:rule "titled" ; zm:evidence {words} .'
    ]


def lineage(held, links):
    lines: list[str] = []
    for key, n, _, _, relation, resolved in CITATIONS:
        if key in held and resolved:
            lines += document_link(key, n, relation, resolved)
    lines += [line for key in ABSENT for line in absent(key)]
    if "国发-2024-17" not in held:
        lines += absent("国发-2024-17", ("实施方案", "national", "中国", "2024"))
    if "湘政发-2024-15" not in held:
        lines += absent("湘政发-2024-15", ("湖南方案", "provincial", "湖南省", "2024"))
    for number, (lower, upper, *rest) in enumerate(links, start=1):
        if {lower.split("/")[0], upper.split("/")[0]} <= set(held):
            lines += task_link(number, lower, upper, *rest)
    if {"湘政发-2024-15", "国发-2024-17"} <= set(held):
        lines += pair("湘政发-2024-15", "国发-2024-17")
    return block("graph/lineage", lines)


def document_link(key, n, relation, resolved):
    plain = {"mentions": "mentionsDocument"}.get(relation, relation)
    return [
        f'<citation/{key}/{n}> zm:resolvedTo <doc/{resolved}> ; zm:resolutionRule "number" .',
        f"<doc/{key}> zm:cites <doc/{resolved}> ; zm:{plain} <doc/{resolved}> .",
        f"<document-link/{key}/{resolved}> a zm:DocumentLink ; zm:lowerDocument <doc/{key}> ;"
        f" zm:upperDocument <doc/{resolved}> ; zm:citationRelation zmv:citation-{relation} ;"
        f' zm:viaCitation <citation/{key}/{n}> ; zm:rule "citation" .',
    ]


def absent(key, entry=None):
    title, level, place, year = entry or ABSENT[key]
    return [
        f"<doc/{key}> a zm:AbsentDocument ; dcterms:identifier {text(key)} ;"
        f" dcterms:title {zh(title)} ; zm:level zmv:level-{level} ;"
        f' zm:issuerName "某机关" ; zm:jurisdiction <place/{place}> ; zm:rule "number" ;'
        f' zm:jurisdictionName {text(place)} ; zm:year "{year}"^^xsd:gYear .'
    ]


def task_link(number, lower, upper, relation, score, state):
    node, (low, high) = f"link/{number}", (lower.split("/")[0], upper.split("/")[0])
    edge = "alignsWith" if relation == "aligns" else "implements"
    words = [f"<evidence/{key}/3000-3004>" for key in (low, high)]
    plain = "" if state == "rejected" else f"<task/{lower}> zm:{edge} <task/{upper}> ."
    lines = [
        plain,
        f"<{node}> a zm:LineageLink ; zm:lower <task/{lower}> ; zm:upper <task/{upper}> ;"
        f" zm:lowerDocument <doc/{low}> ; zm:upperDocument <doc/{high}> ;"
        f" zm:relation zmv:relation-{relation} ; zm:score {score} ;"
        f' zm:proposer "ngram", "heading" ;'
        f' zm:rule "judge" ; zm:reviewState zmv:review-state-{state} ;'
        f" zm:hasScorePart <{node}/part/1>, <{node}/part/2> ; zm:hasGuard <{node}/guard/time> ;"
        f" zm:hasEvidencePair <{node}/evidence/1> ; zm:hasClauseComparison <{node}/clause/1> ;"
        f" zm:hasCarrierComparison <{node}/carrier/公安> .",
        f'<{node}/part/1> a zm:ScorePart ; zm:partName "heading" ; zm:partLevel "same" ;'
        f" zm:partValue 0.3 ; zm:order 1 .",
        f'<{node}/part/2> a zm:ScorePart ; zm:partName "clauses" ; zm:partLevel "most" ;'
        f" zm:partValue {score} ; zm:order 2 .",
        f'<{node}/guard/time> a zm:Guard ; zm:guardName "time" ; zm:passed true ; zm:reason "早" .',
        f"<{node}/evidence/1> a zm:EvidencePair ; zm:lowerEvidence {words[0]} ;"
        f" zm:upperEvidence {words[1]} .",
        f"<{node}/clause/1> a zm:ClauseComparison ; zm:clauseState zmv:clause-changed ;"
        f" zm:lowerEvidence {words[0]} ; zm:upperEvidence {words[1]} ;"
        f" zm:changeKind zmv:change-weakened, zmv:change-narrowed ;"
        f' zm:forceLower zmv:force-must ; zm:forceUpper zmv:force-must ; zm:qualifierLost "全面" ;'
        f' zm:qualifierGained "逐步" ; zm:wordsLost "取消" ; zm:wordsGained "放宽", "改" .',
        f'<{node}/carrier/公安> a zm:CarrierComparison ; zm:lineName "公安" ;'
        f' zm:lowerCarrier "湖南省公安厅" ; zm:upperCarrier "公安部" ; zm:sameLine true .',
    ]
    return lines + [line for key in (low, high) for line in selectors(key, 3000, "落户限制")]


def pair(lower, upper):
    node = f"pair/{lower}/{upper}"
    return [
        f"<{node}> a zm:DocumentPair ; zm:lowerDocument <doc/{lower}> ;"
        f" zm:upperDocument <doc/{upper}> ; zm:inLine true .",
        *(
            line
            for number, state, kept in COVERED
            for line in (
                f"<{node}> zm:hasCoverage <{node}/{number}> . <{node}/{number}> a zm:Coverage ;"
                f" zm:upper <task/{upper}/{number}> ; zm:coverageState zmv:coverage-{state} ;"
                f" zm:keptClauses {kept} ; zm:clauseCount 2 .",
            )
        ),
        f"<gap/皖/{upper}/2.2.2> a zm:Gap ; zm:lowerDocument <doc/皖发改规划-2023-69> ;"
        f" zm:upperDocument <doc/{upper}> ; zm:upper <task/{upper}/2.2.2> ;"
        f' zm:gapState zmv:gap-document_missing ; zm:reason "未收集" .',
        f"<gap/{lower}/{upper}/2.2.10> a zm:Gap ; zm:lowerDocument <doc/{lower}> ;"
        f" zm:upperDocument <doc/{upper}> ; zm:upper <task/{upper}/2.2.10> ;"
        f' zm:gapState zmv:gap-not_found ; zm:reason "全文中没有" .',
        f"<gap/{lower}/{upper}/3.1> a zm:Gap ; zm:lowerDocument <doc/{lower}> ;"
        f" zm:upperDocument <doc/{upper}> ; zm:upper <task/{upper}/3.1> ;"
        f' zm:gapState zmv:gap-not_found_in_incomplete_copy ; zm:reason "有删减" .',
        f"<addition/{lower}/{upper}/2.1.2> a zm:Addition ; zm:lowerDocument <doc/{lower}> ;"
        f" zm:upperDocument <doc/{upper}> ; zm:lower <task/{lower}/2.1.2> ;"
        f" zm:clause <measure/{lower}/2.1.2/1> ;"
        f' zm:additionState zmv:addition-not_in_public_text ; zm:reason "上级有删减" .',
        f"<link/1/targets/1> a zm:TargetComparison ; zm:changeKind zmv:change-weakened ;"
        f" zm:lowerTarget <target/{lower}/2.1.1/1> ; zm:upperTarget <target/{upper}/2.2.2/1> .",
        "<link/1> zm:hasTargetComparison <link/1/targets/1> .",
    ]
