import re
from dataclasses import replace

import pytest

from builder.errors import QueryError
from builder.lexicon.tables import toml
from builder.report import evidence, html
from tests.report.sample import HOSTILE, corpus


def test_every_text_is_escaped():
    """Markup in a title or a clause reaches the page as text."""
    page = html.render(corpus())
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_page_needs_nothing_from_elsewhere():
    """No address is loaded: no src, no link, no import."""
    page = html.render(corpus())
    assert not re.search(r"src=|<link|@import|url\(", page)


def test_the_page_says_first_what_it_does_not_say():
    """The caveat stands before any table."""
    page = html.render(corpus())
    caveat = toml("terms")["report"]["caveat"]["zh"]
    assert 0 < page.index(caveat) < page.index("<table")


def test_the_same_graph_gives_the_same_page():
    """Nothing in the page depends on the clock."""
    assert html.render(corpus()) == html.render(corpus())


def test_labels_never_judge():
    """Words that conclude are no labels."""
    labels = [
        entry["zh"]
        for topic, entries in toml("terms").items()
        for entry in entries.values()
        if topic not in {"method"}
    ]
    assert not [label for label in labels if re.search("未落实|违规|照抄|照转", label)]


def test_link_sheet_gives_words_source_and_hash():
    """An evidence sheet holds both texts, the source page and the hash."""
    sheet = evidence.link_sheet(corpus(), "下-2024-1/1~上-2024-1/1")
    for words in (
        "全面完成改造任务",
        "页面",
        "0" * 64,
        "部分承接",
        "时间：通过，不早于",
        "2.5",
        "下-2024-1.txt",
    ):
        assert words in sheet
    assert HOSTILE not in sheet


def test_gap_sheet_names_the_state():
    """The sheet of a gap says in which of the states it is."""
    sheet = evidence.gap_sheet(corpus(), "下-2024-1", "上-2024-1", "2")
    assert "非全文，不能认定" in sheet


def test_gap_sheet_names_the_lower_document_and_its_source():
    """Who reads the sheet of a gap can find the file that was searched."""
    sheet = evidence.gap_sheet(corpus(), "下-2024-1", "上-2024-1", "2")
    assert "下-2024-1.txt" in sheet
    assert "上-2024-1.txt" in sheet


def test_a_review_is_on_the_sheet():
    """The judgement of a person stands beside the program's, with name, day and reason."""
    sample = corpus()
    sample.lineage["links"][0]["reviews"] = [
        {"verdict": "accept", "who": "张三", "when": "2026-01-02", "why": "对", "stale": True}
    ]
    sheet = evidence.link_sheet(sample, "下-2024-1/1~上-2024-1/1")
    assert "认可，张三，2026-01-02，依据已变，需重新复核：对" in sheet


def test_the_page_names_the_graph_it_was_made_from():
    """Version and hash of the graph stand at the end of the page."""
    sample = replace(corpus(), build={"zhengmai": "9.9", "rules": "r" * 64, "graph": "abc"})
    assert "zhengmai 9.9 · " in html.render(sample)
    assert "abc" in html.render(sample)


def test_every_code_of_the_glossary_has_a_label_and_a_meaning():
    """No code stands in the glossary without words."""
    terms = toml("terms")
    for topic, codes in html.GLOSSARY:
        assert topic in terms["glossary"]
        for code in codes:
            assert code in terms[topic]
            assert f"{topic}.{code}" in terms["meaning"]


def test_unknown_link_or_gap_names_what_to_try():
    """An unknown id is an error that says where ids are listed."""
    with pytest.raises(QueryError, match="zhengmai query"):
        evidence.link_sheet(corpus(), "none")
    with pytest.raises(QueryError, match="zhengmai query"):
        evidence.gap_sheet(corpus(), "none", "none", "1")


def test_what_was_collected_is_named_in_chinese_and_once():
    """Known columns of the manifest have Chinese names; the hash stands in its own row alone."""
    sample = corpus()
    (witness,) = sample.documents["下-2024-1"]["witnesses"]
    witness["metadata"] |= {"sha256": "f" * 64, "odd_en": "odd words", "publisher": "某局"}
    sheet = evidence.link_sheet(sample, "下-2024-1/1~上-2024-1/1")
    assert "来源页面：页面" in sheet
    assert "发布机构：某局" in sheet
    assert "f" * 64 not in sheet
    assert "odd words" not in sheet
