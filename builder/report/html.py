"""The report as one HTML page that needs nothing else: styles inside, no script from elsewhere.

Every text is escaped by the template engine; the only script switches between the
Chinese and the English words and opens what is folded.
"""

from builder.report.corpus import Corpus
from builder.report.pages import environment
from builder.report.views import cards, coverage, documents, drift

__all__ = ["render"]

GLOSSARY = (
    ("relation", ("restates", "elaborates", "adapts", "partial", "aligns")),
    ("coverage", ("covered", "partly", *coverage.STATES[3:])),
    ("force", ("must", "promote", "encourage", "explore", "forbid")),
    ("certainty", documents.CERTAINTIES),
)


def render(corpus: Corpus) -> str:
    """Give the report as HTML."""
    return (
        environment()
        .get_template("report.html")
        .render(
            corpus=corpus,
            glossary=GLOSSARY,
            states=coverage.STATES,
            documents=documents.document_rows(corpus),
            guesses=documents.guess_rows(corpus),
            findings=documents.finding_rows(corpus),
            absent=documents.absent_rows(corpus),
            matrices=coverage.matrices(corpus),
            gaps=coverage.gap_groups(corpus),
            additions=coverage.addition_groups(corpus),
            added_measures=coverage.added_measures(corpus),
            cards=cards.cards(corpus),
            drift=drift.drift_rows(corpus),
            targets=drift.target_rows(corpus),
            target_drift=drift.target_drift_rows(corpus),
            carriers=drift.carrier_rows(corpus),
        )
    )
