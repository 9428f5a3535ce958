"""The report as one HTML page that needs nothing else: styles inside, no script from elsewhere.

Every text is escaped by the template engine; the only script switches between the
Chinese and the English words.
"""

from builder.report import views
from builder.report.corpus import Corpus
from builder.report.pages import environment

__all__ = ["render"]


def render(corpus: Corpus) -> str:
    """Give the report as HTML."""
    return (
        environment()
        .get_template("report.html")
        .render(
            corpus=corpus,
            documents=views.document_rows(corpus),
            matrices=views.matrices(corpus),
            cards=views.cards,
            carrying=views.carrying(corpus),
            carrier_state=views.carrier_state,
            drift=views.drift_rows(corpus),
            targets=views.target_rows(corpus),
            target_drift=views.target_drift_rows(corpus),
            absent=views.absent_rows(corpus),
        )
    )
