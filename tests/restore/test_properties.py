"""What restoring must keep, whatever the text."""

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.model.draft import replay, undo
from builder.model.text import Text, Witness
from builder.restore import restore

MARKS = "“ ” ( ） , ： &nbsp; <br> @@ ? r 𠮷 12345 2023614 于是 短闆 產業".split()
WORDS = """
国发〔2024〕17号 一、总体要求 （一）实施新一轮行动。 ?。ㄒ唬嵤┬乱惠嗈r(nóng)業(yè)
租購?fù)瑱?quán) 展(zhǎn) 數(shu)(shu) 皖发改规划〔202369号 2+N”等 發佈時間：2023-02-21
发布时间：2023-02-21　来源：政府办公室 第一章　总　则 第一条 人民政府 責任單位
附件：1．名单 https://www.gov.cn/a?b=1,2 鞘懈潞桶踩g性
""".split()
BLANKS = [
    "　　",
    " ",
    "\xa0",
    "\n",
    "\r\n",
    "- 3 -",
    "2024 年 3 月 1 日",
    "\ue087",
    "\ufffd",
    "\u200b",
]
PIECES = st.sampled_from([*MARKS, *WORDS, *BLANKS])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join))
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def restored(chars: str) -> Text:
    digest = hashlib.sha256(chars.encode("utf-8", "surrogatepass")).hexdigest()
    return restore(Witness(source="a.txt", sha256=digest, encoding="utf-8", chars=chars))


@SETTINGS
@given(TEXTS)
def test_edits_replay_to_the_text_and_undo_to_the_raw(chars: str) -> None:
    """Replaying the edits gives the restored text, undoing them gives the raw one."""
    text = restored(chars)
    assert replay(chars, text.edits) == text.chars
    assert undo(text.chars, text.edits) == chars


@SETTINGS
@given(TEXTS)
def test_origin_map_never_decreases_and_stays_inside(chars: str) -> None:
    """Each restored character leads to a raw range, and neither end ever goes back."""
    text = restored(chars)
    starts, ends = list(text.origin.starts), list(text.origin.ends)
    assert len(starts) == len(ends) == len(text.chars)
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= a <= b <= len(chars) for a, b in zip(starts, ends, strict=True))


@SETTINGS
@given(TEXTS)
def test_restoring_twice_is_restoring_once(chars: str) -> None:
    """A restored text is clean: restoring it again changes nothing."""
    once = restored(chars).chars
    assert restored(once).chars == once


@SETTINGS
@given(TEXTS)
def test_edits_say_what_stood_there(chars: str) -> None:
    """Each edit of the first step quotes the raw characters at its place."""
    text = restored(chars)
    for edit in text.edits:
        if edit.step == 0:
            assert edit.at.of(chars) == edit.damaged


@pytest.mark.parametrize(
    "piece", ["一", "?。ㄒ唬", "(zhǎn)", "　", "“", "(", "〔2023", "&nbsp;", "產", "a?", "\r"]
)
def test_a_line_of_megabytes_is_read_in_linear_time(piece: str) -> None:
    """One line of 100,000 characters takes seconds at most, whatever it repeats."""
    text = restored(piece * (100_000 // len(piece)))
    assert text.origin.raw is not None
