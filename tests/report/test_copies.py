from builder.model.outline import Header
from builder.model.record import EditSummary, Mentions, Record, WitnessSummary
from builder.model.span import Span
from builder.model.text import Reading, Variant
from builder.report.copies import differences


def copy(source: str, sha256: str, *edits: EditSummary) -> WitnessSummary:
    return WitnessSummary(
        source=source,
        sha256=sha256,
        encoding="utf-8",
        kind="full",
        metadata=(),
        furniture=(),
        edits=edits,
    )


def edit(certainty: str, witness: str | None = None) -> EditSummary:
    return EditSummary(
        fix="slip",
        at=Span(3, 9),
        damaged="?fù)瑱?quán)",
        restored="同权",
        certainty=certainty,
        reason="model",
        rivals=(),
        witness=witness,
    )


def record(*witnesses: WitnessSummary, variants: tuple[Variant, ...] = ()) -> Record:
    return Record(
        key="k",
        header=Header(),
        text="租购同权",
        text_sha256="0",
        origin_starts=(0, 1, 2, 3),
        origin_ends=(1, 2, 3, 4),
        provisions=(),
        leaves=(),
        tasks=(),
        mentions=Mentions(),
        witnesses=witnesses,
        findings=(),
        variants=variants,
    )


def test_a_run_that_another_copy_has_whole_names_that_copy():
    """A witnessed repair is a row that says which copy attests the reading."""
    (row,) = differences(record(copy("a", "1", edit("witnessed", "2")), copy("b", "2")))
    assert row == ("a", 3, 9, "?fù)瑱?quán)", "同权", "witnessed", "b")


def test_repairs_by_rule_are_no_differences_of_copies():
    """What a rule or a proof repaired needs no other copy and is left to `read`."""
    assert differences(record(copy("a", "1", edit("rule"), edit("proved")))) == []


def test_a_run_that_was_guessed_says_so():
    """A guess is a row with its reason: another copy would settle it."""
    (row,) = differences(record(copy("a", "1", edit("guess"))))
    assert row == ("a", 3, 9, "?fù)瑱?quán)", "同权", "guess", "model")


def test_readings_apart_say_which_was_taken():
    """Each copy's reading is a row beside the one that was taken."""
    variant = Variant(
        at=Span(2, 3),
        readings=(
            Reading(witness="1", chars="同", raw=Span(2, 3)),
            Reading(witness="2", chars="司", raw=Span(5, 6)),
        ),
        taken="同",
        reason="fewer guesses",
    )
    rows = differences(record(copy("a", "1"), copy("b", "2"), variants=(variant,)))
    assert [(row[0], row[3], row[4], row[5]) for row in rows] == [
        ("a", "同", "同", "taken"),
        ("b", "司", "同", "passed over"),
    ]
