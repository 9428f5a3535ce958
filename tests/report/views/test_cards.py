from builder.report.views import cards
from tests.report.sample import corpus


def test_cards_mark_the_words_that_carry_the_link():
    """The marked pieces of both texts are the words of the evidence."""
    (card,) = cards.cards(corpus())["上-2024-1", "1"]
    assert [piece.chars for piece in card.upper if piece.marked] == ["全面完成改造任务"]
    assert [piece.chars for piece in card.lower if piece.marked] == ["完成改造任务"]


def test_cards_stand_best_first():
    """Of two links of one provision the higher score is on top."""
    sample = corpus()
    (link,) = sample.lineage["links"]
    sample.lineage["links"].append({**link, "id": "better", "score": 9.0})
    rows = cards.cards(sample)["上-2024-1", "1"]
    assert [card.link["score"] for card in rows] == [9.0, 2.5]


def test_likeness_stands_behind_what_carries_on():
    """An implementation comes before a likeness, whatever their scores."""
    sample = corpus()
    (link,) = sample.lineage["links"]
    alike = {**link, "id": "alike", "relation": "aligns", "score": 9.0}
    sample.lineage["links"].insert(0, alike)
    rows = cards.cards(sample)["上-2024-1", "1"]
    assert [row.link["relation"] for row in rows] == ["partial", "aligns"]


def test_the_role_as_printed_is_kept():
    """A body read as lead and printed as 责任单位 shows both."""
    sample = corpus()
    (duty,) = sample.documents["下-2024-1"]["tasks"][0]["responsibilities"]
    duty["role_as_printed"] = "责任单位"
    (row,) = cards.cards(sample)["上-2024-1", "1"]
    assert [(body.role, body.printed) for body in row.lower_bodies] == [("lead", "责任单位")]
