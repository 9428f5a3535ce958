"""The decisions file ``reviews.csv``: one line a judgement, kept beside the sources.

It is a plain table that people may also edit by hand: link, verdict, relation, who, when,
why, evidence.  A line that cannot be read becomes a finding; the others count.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import get_args

from builder.model.finding import Finding
from builder.model.review import Review, Verdict

__all__ = ["REVIEWS_FILE", "append_review", "read_reviews"]

REVIEWS_FILE = "reviews.csv"
COLUMNS = tuple(field.name for field in fields(Review) if field.name != "stale")


def read_reviews(paths: Iterable[Path]) -> tuple[tuple[Review, ...], tuple[Finding, ...]]:
    """Give the judgements in the decisions files beside or below ``paths``, in file order."""
    reviews: list[Review] = []
    findings: list[Finding] = []
    for file in sorted({folder / REVIEWS_FILE for folder in map(_folder, paths)}):
        if not file.is_file():
            continue
        lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        for number, row in enumerate(csv.DictReader(lines), 2):
            review = _review(row)
            if review is None:
                findings.append(
                    Finding(
                        code="ingest-review-unread",
                        severity="warning",
                        source=file.name,
                        details=(("line", str(number)),),
                    )
                )
            else:
                reviews.append(review)
    return tuple(reviews), tuple(findings)


def append_review(file: Path, review: Review) -> None:
    """Add one judgement as the last line, writing the head of a new file first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not file.exists():
        writer.writerow(COLUMNS)
    writer.writerow(_line(getattr(review, column)) for column in COLUMNS)
    with file.open("a", encoding="utf-8", newline="") as handle:
        handle.write(out.getvalue())


def _folder(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _line(value: str | None) -> str:
    """Keep a value on one line, as the file promises."""
    return " ".join((value or "").split())


def _review(row: dict[str, str | None]) -> Review | None:
    values = {column: (row.get(column) or "").strip() for column in COLUMNS}
    verdict = values["verdict"]
    if not values["link"] or verdict not in get_args(Verdict):
        return None
    if verdict == "relabel" and not values["relation"]:
        return None
    return Review(
        link=values["link"],
        verdict=verdict,  # type: ignore[arg-type]  # checked against the literal above
        relation=values["relation"] or None,
        who=values["who"],
        when=values["when"],
        why=values["why"],
        evidence=values["evidence"],
    )
