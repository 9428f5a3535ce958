"""Copies of one document: found, repaired against each other, independent of order."""

from dataclasses import replace
from itertools import permutations

from builder.collate import collate
from builder.lexicon.gbk import slipped
from builder.lexicon.slips import explains
from builder.model.draft import replay, undo
from builder.model.outline import Header
from builder.model.text import Text, Witness
from builder.restore import restore

BODY = (
    "湖南省推进新型城镇化实施方案\n一、重点任务\n（一）健全农业转移人口市民化激励政策\n"
    "建立省对市县农业转移人口市民化奖励机制。省级财政性建设资金向吸纳农业转移人口落户数量较多的"
    "城市倾斜。完善县级基本财力保障机制奖补办法，将持有居住证的人口纳入相关民生支出测算范围。\n"
    "（二）健全进城落户农民农村权益维护政策\n规范开展农村不动产确权登记颁证工作，推动完成农村宅基"
    "地确权登记。依法维护进城落户农民的土地承包权、宅基地使用权、集体收益分配权，不得以退出上述"
    "权益作为农民进城落户的条件。\n（三）实施城市更新和安全韧性提升行动\n深入开展城市体检。"
)
TRUE = "（三）实施城市更新和安全韧"
RUN = "?" + "".join(bytes(p).decode("gbk") for p in slipped(TRUE)) + "?"
HEADER = Header(title="湖南省推进新型城镇化实施方案", doc_number="湘政发〔2024〕15号")


def text(chars: str, name: str) -> Text:
    return restore(Witness(source=name, sha256=name, encoding="utf-8", chars=chars))


def test_a_run_is_taken_from_an_intact_copy() -> None:
    """A reading that another copy has, and that gives the run, is witnessed."""
    assert explains(TRUE, RUN)
    damaged = text(BODY.replace(TRUE, RUN), "a")
    intact = text(BODY, "b")
    works, _ = collate([(damaged, HEADER), (intact, HEADER)])
    own = next(t for t in works[0].texts if t.witness.source == "a")
    assert works[0].text.chars == own.chars == BODY
    last = [e for e in own.edits if e.fix in ("slip", "witness")][-1]
    assert (last.certainty, last.witness) == ("witnessed", "b")


def test_a_reading_that_does_not_give_the_run_is_not_taken() -> None:
    """A copy that reads something else witnesses nothing; the difference is written down."""
    damaged = text(BODY.replace(TRUE, RUN), "a")
    other = text(BODY.replace("（三）实施城市更新和安全韧", "（三）推进城乡建设和平安"), "b")
    works, _ = collate([(damaged, HEADER), (other, HEADER)])
    assert len(works) == 1
    edits = [e for t in works[0].texts for e in t.edits]
    assert not [e for e in edits if e.certainty == "witnessed"]
    assert works[0].variants


def test_order_of_files_does_not_matter() -> None:
    """Every order of the copies gives the same works."""
    copies = [
        (text(BODY, "a"), HEADER),
        (text(BODY.replace(TRUE, RUN), "b"), HEADER),
        (text(BODY.replace("倾斜", "倾向"), "c"), Header()),
        (text("关于另一件事的通知\n" + "各县人民政府要做好防汛工作。" * 9, "d"), Header()),
    ]
    results = {repr(collate(order)) for order in permutations(copies)}
    assert len(results) == 1


def test_copies_without_a_header_are_found_by_their_text() -> None:
    """Nearly the same text is the same document where number and title are missing."""
    works, _ = collate([(text(BODY, "a"), Header()), (text(BODY + "\n我要问", "b"), Header())])
    assert [len(work.texts) for work in works] == [2]


def test_two_numbers_are_two_documents() -> None:
    """Texts with different numbers are never merged, however alike."""
    other = replace(HEADER, doc_number="湘政发〔2024〕16号")
    works, _ = collate([(text(BODY, "a"), HEADER), (text(BODY, "b"), other)])
    assert len(works) == 2


def test_an_abridged_copy_does_not_lead() -> None:
    """A digest of a document stays a witness of its own kind beside the full text."""
    digest = text(BODY[:150], "a")
    works, _ = collate([(digest, HEADER), (text(BODY, "b"), HEADER)])
    assert (works[0].text.witness.source, works[0].kinds) == ("b", ("full", "abridged"))


def test_a_rewritten_copy_does_not_count_as_full() -> None:
    """Words swapped throughout make a copy of its own kind, which is told and repairs nothing."""
    swaps = {
        "农业": "农村",
        "机制": "体系",
        "城市": "都市",
        "人口": "居民",
        "规范": "标准",
        "推动": "促进",
    }
    rewritten = BODY
    for word, other in swaps.items():
        rewritten = rewritten.replace(word, other)
    works, _ = collate([(text(BODY + "附：说明。", "a"), HEADER), (text(rewritten, "b"), HEADER)])
    assert [work.kinds for work in works] == [("full", "rewritten")]
    assert [finding.code for finding in works[0].findings] == ["collate-rewritten"]
    assert not works[0].variants


def test_an_unfit_copy_is_left_out_unless_asked_for() -> None:
    """A copy with swapped words is reported with its evidence and does not enter."""
    spun = text(BODY + "\n省生长改造委、省当局办公室，提高高水平质量。", "a")
    works, odd = collate([(spun, HEADER), (text(BODY, "b"), HEADER)])
    assert [len(work.texts) for work in works] == [1]
    assert [f.code for f in odd] == ["collate-unfit"]
    works, odd = collate([(spun, HEADER), (text(BODY, "b"), HEADER)], keep_unfit=True)
    assert (works[0].kinds, odd) == (("full", "unfit"), ())


def test_a_run_that_could_not_be_read_is_taken_from_a_copy() -> None:
    """Where no reading was found at all, a copy whose words give the run still witnesses it."""
    true = "探索建立自愿有偿退出办法"
    shown = "?" + "".join(bytes(p).decode("gbk") for p in slipped(true)) + "?"
    body = f"{BODY}\n{true}，保障权益。"
    works, _ = collate([(text(body, "a"), HEADER), (text(body.replace(true, shown), "b"), HEADER)])
    own = next(t for t in works[0].texts if t.witness.source == "b")
    assert own.chars == body
    assert replay(own.witness.chars, own.edits) == body
    assert undo(body, own.edits) == own.witness.chars


def test_explaining_needs_the_very_run() -> None:
    """One other character in the reading, or one pair more or less, explains nothing."""
    assert explains("租", "?R") is False
    assert explains("齐", "?R") is True
    assert not explains("（四）实施城市更新和安全韧", RUN)
    assert not explains("", RUN)
    assert not explains(TRUE, "")


def test_a_copy_with_a_few_words_swapped_throughout_does_not_count_as_full() -> None:
    """Many small differences are rewording, also where most rows of characters are the same."""
    part = "完善推进机制，健全{}体系。各地要加强农村道路{}，提升{}水平，落实各项保障措施。"
    long = "\n".join(
        part.format(a + "服务", b + "建设", a + b) for a in "甲乙丙丁戊己" for b in "子丑寅卯"
    )
    reworded = long.replace("加强", "增强").replace("落实", "执行").replace("完善", "健全")
    damaged = long.replace("甲服务体系。各地要加强农村道路子建设", "甲服")
    for other, kind in ((reworded, "rewritten"), (damaged, "full")):
        works, _ = collate([(text(long + "附注。", "a"), HEADER), (text(other, "b"), HEADER)])
        assert sorted(works[0].kinds) == sorted(("full", kind))
