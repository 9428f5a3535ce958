"""The outline is total on any string, and nests as documents number themselves."""

import time
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.model.outline import Outline
from builder.model.text import Work
from builder.structure import outline

PIECES = st.sampled_from(
    [
        "一、", "二、", "（一）", "（二）", "1.", "2．", "（1）", "①", "第一条", "第一章", "—— ", "- ",
        "总体要求", "。", "，", "：", "\n", "附件：", "附件1", "目录", "国发〔2024〕17号", "国务院",
        "2024年7月28日", "（本文有删减）", "关于印发《方案》的通知", "方案", "各省人民政府：", "\u3000", "1.1 总则", "|",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))
ANY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@ANY
@given(chars=TEXTS)
def test_leaves_cover_any_text_once(chars: str, as_work: Callable[[str], Work]) -> None:
    """Leaves cover every character of any string exactly once, in order."""
    at = 0
    for leaf in outline(as_work(chars)).leaves:
        assert leaf.span.start == at < leaf.span.end
        at = leaf.span.end
    assert at == len(chars)


@ANY
@given(chars=TEXTS)
def test_spans_nest(chars: str, as_work: Callable[[str], Work]) -> None:
    """The span of a provision lies in that of its parent, and every id comes once."""
    read: Outline = outline(as_work(chars))
    spans = {provision.id: provision.span for provision in read.provisions}
    assert len(spans) == len(read.provisions)
    for provision in read.provisions:
        assert provision.span.start < provision.span.end
        assert provision.parent is None or provision.span.within(spans[provision.parent])
        assert all(body.within(provision.span) for body in provision.body)


def test_five_megabytes_on_one_line_take_seconds(as_work: Callable[[str], Work]) -> None:
    """A line of 5 MB is read in linear time."""
    chars = "一、总体要求（一）指导思想。" + "加强建设，推进（一）1.改革。" * 140_000
    began = time.process_time()
    outline(as_work(chars))
    assert time.process_time() - began < 20
