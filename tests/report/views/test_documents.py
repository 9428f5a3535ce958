from builder.report.views import documents
from tests.report.sample import corpus


def test_what_waits_on_an_absent_document_is_named():
    """A citation in the preamble makes the whole document wait."""
    (row,) = documents.absent_rows(corpus())
    assert row.waiting == (("下-2024-1", None),)


def test_only_what_carries_on_waits_for_an_absent_document():
    """What merely mentions a document does not wait for it."""
    sample = corpus()
    sample.documents["下-2024-1"]["citations"][0]["relation"] = "mentions"
    (row,) = documents.absent_rows(sample)
    assert row.waiting == ()
    assert len(row.cited) == 1


def test_documents_stand_from_the_nation_downwards():
    """Levels first, then days."""
    sample = corpus()
    later = {**sample.documents["上-2024-1"], "key": "甲-2025-1", "signed_date": "2025-01-01"}
    sample = corpus()
    sample.documents["甲-2025-1"] = later
    keys = [row.key for row in documents.document_rows(sample)]
    assert keys == ["上-2024-1", "甲-2025-1", "下-2024-1"]


def test_an_expected_document_says_why_and_what_waits():
    """A document that is missing for a gap names the reason, and the upper document waits."""
    sample = corpus()
    (gap,) = sample.lineage["gaps"]
    missing = {
        **gap,
        "document": "缺-2023-9",
        "state": "document_missing",
        "reason": "上-2024-1 6.2",
    }
    sample.lineage["gaps"].append(missing)
    (row,) = documents.absent_rows(sample)
    assert row.expected == (("上-2024-1", "上-2024-1 6.2"),)
    assert ("上-2024-1", None) in row.waiting


def test_every_guess_is_listed_with_its_place():
    """A guess is a row with what the file has, what was taken and what else it may be."""
    sample = corpus()
    guess = {
        "certainty": "guess",
        "at": [3, 5],
        "damaged": "?!",
        "restored": "。“",
        "rivals": ["，“"],
    }
    for document in sample.documents.values():
        document["witnesses"][0]["repairs"] = [{"certainty": "rule"}]
    sample.documents["下-2024-1"]["witnesses"][0]["repairs"].append(guess)
    (row,) = documents.guess_rows(sample)
    assert (row.source, row.at, row.damaged, row.restored) == ("下-2024-1.txt", (3, 5), "?!", "。“")
    assert row.rivals == ("，“",)


def test_warnings_are_listed_once_and_counted():
    """Two like warnings are one row; what is only worth knowing is left to `findings`."""
    sample = corpus()
    met = {
        "code": "restore-unread-run",
        "severity": "warning",
        "source": "a.txt",
        "provision": None,
        "details": {"damaged": "?!"},
    }
    sample.documents["下-2024-1"]["findings"] = [met, met, {**met, "severity": "info"}]
    (row,) = documents.finding_rows(sample)
    assert (row.key, row.times) == ("下-2024-1", 2)
    assert row.said.zh
    assert row.said.next_zh


def test_guesses_are_no_second_time_among_the_warnings():
    """What the table of guesses shows is not said again."""
    sample = corpus()
    guess = {
        "code": "restore-guess",
        "severity": "warning",
        "source": "a.txt",
        "provision": None,
        "details": {},
    }
    sample.documents["下-2024-1"]["findings"] = [guess]
    assert documents.finding_rows(sample) == []
