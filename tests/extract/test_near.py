"""Patterns that are tried only around a rare word."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.extract import citations_numbers, places_ruled
from builder.extract.near import near
from builder.model.span import Span

PIECES = (
    *("中央", "省", "市", "由", "，", "\n", "国有企业改革", "防汛抗旱", "会同", "各级", "办公室"),
    *(
        "领导小组",
        "联席会议",
        "指挥部",
        "制度",
        "国务院",
        "令",
        "第",
        "707",
        "六十",
        "号",
        "（2019）",
    ),
    *("中国", "（湖北）", "自由", "贸易", "贸", "试验区", "自", "人民银行", "湖南省", "分行"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(deadline=None)
@given(texts, st.integers(0, 3), st.integers(1, 3))
def test_a_match_within_reach_of_its_word_is_found(chars: str, before: int, behind: int) -> None:
    """Windows that touch are one, so that no match is cut or found twice."""
    pattern = re.compile(f".{{0,{before}}}省.{{0,{behind - 1}}}")
    found = [m.span() for m in near(pattern, chars, ["省"], before=before, behind=behind)]
    whole = [m.span() for m in pattern.finditer(chars)]
    assert found == whole


@settings(deadline=None)
@given(texts)
@example("国务院令令（2019）第707号")
def test_orders_are_found_as_in_the_whole_text(chars: str) -> None:
    """令 gives every number of an order that the pattern gives."""
    lead, order = citations_numbers._LEAD, citations_numbers._ORDER
    whole = [m.end() for m in order.finditer(chars) if len(lead.sub("", m["code"])) > 1]
    assert [number.span.end for number in citations_numbers._orders(chars)] == whole


@settings(deadline=None)
@given(texts)
@example("中国（湖北）自由贸易试验区")
def test_free_trade_zones_are_found_as_in_the_whole_text(chars: str) -> None:
    """自贸 and 自由贸 give every zone that the pattern gives, with a place in its brackets."""
    found = places_ruled.FREE_TRADE.finditer(chars)
    whole = [Span(*m.span()) for m in found if m["place"] == "湖北"]
    assert [zone.span for zone in places_ruled._free_trade(chars)] == whole
