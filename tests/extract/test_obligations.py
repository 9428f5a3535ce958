"""Articles to obligations: who must, must not, or may do what."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract import obligations
from builder.model.record import Obligation
from builder.model.span import Span
from tests.extract.outlines import one


def found(chars: str) -> tuple[Obligation, ...]:
    return obligations.find(chars, one(chars, role="obligation")).obligations


@pytest.mark.parametrize(
    ("chars", "obliged", "force", "cue"),
    [
        ("建设单位应当办理手续", "建设单位", "must", "应当"),
        ("任何单位和个人不得将其视为私有财产", "任何单位和个人", "forbid", "不得"),
        ("规划由城乡规划主管部门负责组织编制", "城乡规划主管部门", "must", "负责"),
        ("户籍登记数据，由公安机关负责", "公安机关", "must", "负责"),
        ("建设单位申请领取许可证，应当具备安全措施", "建设单位", "must", "应当"),
        ("只有一个意向用地者的，可以协议出让", None, "may", "可以"),
        ("地下空间规划应当符合城市总体规划", None, "must", "应当"),
        ("涉及相关部门的，应充分协商", None, "must", "应"),
        ("能以部门名义发文的，不得要求转发", None, "forbid", "不得"),
        (
            "自然人、法人和非法人组织申请查询，应当提供材料",
            "自然人、法人和非法人组织",
            "must",
            "应当",
        ),
    ],
)
def test_who_is_obliged_and_how(chars: str, obliged: str | None, force: str, cue: str) -> None:
    """The subject of the cue is obliged where it can be; plans and cases oblige nobody."""
    (item,) = found(chars + "。")
    assert (item.obliged, item.force, item.cue) == (obliged, force, cue)
    if item.obliged_span is not None:
        assert item.obliged_span.of(chars) == item.obliged


def test_a_text_without_plan_obliges_those_it_names() -> None:
    """A decision or reply binds the bodies it names, in prose too; nobody named, nothing said."""
    chars = "各有关省人民政府要列入议事日程，明确专人负责。规模应适当。"
    reply = one(chars, role="other")
    (item,) = obligations.find(chars, reply).obligations
    assert (item.obliged, item.force, item.cue) == ("各有关省人民政府", "must", "要")
    plan = one(chars, role="task")
    assert obligations.find(chars, plan).obligations == ()


@pytest.mark.parametrize(
    ("chars", "obliged", "cue"),
    [
        ("请中国人民银行加快方案的研究", "中国人民银行", "请"),
        ("望你乡接文后，切实加强领导", "你乡", "望"),
        ("所需资金由你们自筹解决", "你们", "由"),
        ("申办经费由广东省人民政府承担", "广东省人民政府", "由"),
        ("冶金部要督促地方主管部门", "冶金部", "要"),
    ],
)
def test_replies_oblige_in_their_own_words(chars: str, obliged: str, cue: str) -> None:
    """A reply asks (请, 望) those it names, or says by whom (由) a thing is done."""
    (item,) = obligations.find(chars + "。", one(chars + "。", role="other")).obligations
    assert (item.obliged, item.force, item.cue) == (obliged, "must", cue)


@pytest.mark.parametrize(
    ("chars", "obliged"),
    [
        ("副市长按分工负责分管工作", "副市长"),
        ("州、县（市）数据资源主管部门具体负责统筹协调", "州、县（市）数据资源主管部门"),
        ("政府投资的项目，在审批前应当初审", None),
        ("政务部门的机构和人员信息，应当在中心公布", None),
        ("不邀请市政府领导出席，确需邀请的须报批准", None),
    ],
)
def test_a_name_is_taken_whole_or_not_at_all(chars: str, obliged: str | None) -> None:
    """What stands between a name and its cue is no part of it; a thing of a body is no body."""
    (item,) = found(chars + "。")
    assert item.obliged == obliged


@pytest.mark.parametrize(
    "chars",
    [
        "立体绿化，是指可以拼装的绿化形式",
        "对专家的意见都批请有关部门研究",
        "由财政部门拨付事业经费的单位转制",
        "所称应纳税所得额，是指扣除后的余额",
        "实行市长负责制",
        "公共数据分为共享和不予共享类型",
        "相应调整",
        "本办法所称个人将所得进行捐赠，是指通过社会组织捐赠",
        "鼓励市场主体利用数据开展研究",
        "本办法适用于政务数据的管理",
        "对直接负责的主管人员给予处分",
        "要求提交应当通过共享获取的材料的",
    ],
)
def test_words_that_only_look_like_cues(chars: str) -> None:
    """应纳税, 负责制 and 不予共享类 oblige nobody."""
    assert not found(chars + "。")


def test_each_who_is_named_has_an_obligation() -> None:
    """甲部门应当…，乙部门应当… are two; 应当…，并应当… of one body is one."""
    rows = found("先建单位应当预留接口，后建单位应当负责连通。")
    assert [row.obliged for row in rows] == ["先建单位", "后建单位"]
    assert len(found("建设单位应当调查、记录，并应当制定预案。")) == 1


@pytest.mark.parametrize(
    ("chars", "rows"),
    [
        (
            "政务部门采集数据，应当一次采集，不得重复采集。",
            [("政务部门", "must"), ("政务部门", "forbid")],
        ),
        ("可以通过共享方式获得数据的，不得重复采集。", [(None, "forbid")]),
        ("可以部分提供给社会的公共数据，应当开放。", [(None, "must")]),
        ("建筑物不得预售，登记后不需要保留的，可以拆除。", [(None, "forbid"), (None, "may")]),
    ],
)
def test_a_turn_of_force_is_an_obligation_of_its_own(
    chars: str, rows: list[tuple[str | None, str]]
) -> None:
    """应当…，不得… are two of one body; a case or a thing with 可以 inside grants nothing."""
    items = found(chars)
    assert [(row.obliged, row.force) for row in items] == rows
    if len(items) > 1:
        assert items[0].span.end < items[1].span.start


@pytest.mark.parametrize(
    ("chars", "obliged"),
    [
        ("州人民政府授权州数据资源主管部门负责统筹工作", "州数据资源主管部门"),
        ("由有权机关对直接责任人员依法给予处分", "有权机关"),
        ("项目由建设单位或者政府指定的部门组织验收", "建设单位或者政府指定的部门"),
        ("不能形成一致意见的，由主管部门会同有关部门协调处理", "主管部门"),
        ("政府召开的工作会议，要减少数量", None),
        ("政务部门之间应当无条件共享数据", "政务部门"),
        ("已有共享类平台系统，应当对接", None),
        ("有关事项涉及其他副市长分管工作的，要商量决定", None),
    ],
)
def test_who_it_is_that_acts(chars: str, obliged: str | None) -> None:
    """授权 and 由 pass the duty on; whom 对 names, or who holds the meeting, has none."""
    (item,) = found(chars + "。")
    assert (item.obliged, item.force) == (obliged, "must")


@pytest.mark.parametrize(
    ("chars", "obliged", "cue"),
    [
        ("州人民政府加强对政务数据工作的组织领导", "州人民政府", "加强"),
        ("县人民政府按照州人民政府管理要求，统筹协调辖区内工作", "县人民政府", "统筹协调"),
        ("严格市场监管，推进公平准入", None, "严格"),
    ],
)
def test_articles_oblige_without_a_cue(chars: str, obliged: str | None, cue: str) -> None:
    """What an article says that a body does, it has to do; an item (一) only goes on with cases."""
    item = one(chars + "。", role="obligation")
    article = replace(item, provisions=(replace(item.provisions[0], kind="article"),))
    (row,) = obligations.find(chars + "。", article).obligations
    assert (row.obliged, row.force, row.cue) == (obliged, "must", cue)
    assert not obligations.find(chars + "。", item).obligations


@pytest.mark.parametrize(
    ("chars", "obliged"),
    [
        ("基础数据库由市主管部门统筹维护", "市主管部门"),
        ("逾期不答复的，由主管部门自逾期之日起五个工作日内径行提供数据", "主管部门"),
        ("有争议的，由市主管部门会同相关部门按照规定确定", "市主管部门"),
        ("会议纪要由市长签发", "市长"),
        ("市政府由市长、副市长组成", None),
        ("联席会议由市教委主要负责人担任召集人", None),
    ],
)
def test_by_whom_an_article_has_it_done(chars: str, obliged: str | None) -> None:
    """In an article 由 with a body and any verb obliges the body; who sits in it is no duty."""
    item = one(chars + "。", role="obligation")
    article = replace(item, provisions=(replace(item.provisions[0], kind="article"),))
    rows = obligations.find(chars + "。", article).obligations
    assert [row.obliged for row in rows] == ([obliged] if obliged else [])


def test_an_article_with_items_obliges_by_its_first_words() -> None:
    """有下列情形之一的，单位应当更新目录：（一）…: the article holds items and obliges."""
    chars = "有下列情形之一的，政务部门应当更新目录：\n（一）依据变化的；"
    body, item = Span(0, 20), Span(21, len(chars))
    whole = one(chars, role="container")
    article = replace(whole.provisions[0], kind="article", body=(body,))
    part = replace(article, id="1.1", parent="1", kind="item", body=(item,), role="obligation")
    outline = replace(whole, provisions=(article, part))
    (row,) = obligations.find(chars, outline).obligations
    assert (row.provision, row.obliged, row.force) == ("1", "政务部门", "must")


def test_only_articles_oblige() -> None:
    """A task is no obligation, whatever words it uses."""
    chars = "各地应当加强领导。"
    assert not obligations.find(chars, one(chars)).obligations


@given(st.text(alphabet="应当不得由负责可以部门单位的，。；人", max_size=60))
def test_obligations_quote_the_text(chars: str) -> None:
    """Obligations of one article are numbered in order and quote it exactly."""
    rows = found(chars)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert all(row.span.of(chars) == row.text for row in rows)
