"""Is a copy fit to stand in a graph, and what could not be repaired in it.

A copy with censor marks, swapped words or placeholders is reported with the evidence: such
text is never guessed back.
"""

import re
from collections.abc import Sequence

from builder.lexicon.fitness import signs
from builder.model.finding import Finding
from builder.model.span import Span
from builder.model.text import Edit

__all__ = ["guesses", "spoilage", "unread"]

MAX_EVIDENCE = 6
# 嵤┬ left in the text: signs that misdecoded text alone has, between Chinese characters
SIGNS = "[\u3105-\u3129\u2500-\u257f\ue000-\uf8ff\ufffd]"
SIGN = re.compile(SIGNS)
UNREAD = re.compile(f"[\u4e00-\u9fff。]?{SIGNS}+[\u4e00-\u9fff]?")
MAX_UNREAD = 20
AROUND = 6  # characters that show where a mark was lost


def spoilage(chars: str, source: str) -> tuple[Finding, ...]:
    """Give a finding for each sign that a copy is too spoilt, with the words that show it.

    >>> [f.details for f in spoilage("市生长改造委、市当局办公室", "a.txt")]
    [(('sign', 'synonym-spun'), ('evidence', '生长改造委、当局'))]
    """
    findings = []
    for sign in signs():
        if sign.marks and not any(mark in chars for mark in sign.marks):
            continue
        found = [m.group() for m in sign.pattern.finditer(chars)]
        if len(found) >= sign.min_count:
            evidence = "、".join(dict.fromkeys(found[: 4 * MAX_EVIDENCE]))
            details = (("sign", sign.id), ("evidence", evidence))
            findings.append(
                Finding(code="restore-unfit", severity="warning", source=source, details=details)
            )
    return tuple(findings)


def guesses(edits: Sequence[Edit], raw: str, source: str) -> tuple[Finding, ...]:
    """Give a finding for each repair that is a guess, with the raw text's words around it."""
    return tuple(
        Finding(
            code="restore-guess" if edit.damaged else "restore-mark-lost",
            severity="warning",
            source=source,
            span=edit.at,
            details=(
                ("damaged", edit.damaged),
                ("restored", edit.restored.strip("\u3000")),
                ("rivals", "、".join(r.strip("\u3000") or "—" for r in edit.rivals) or "—"),
                ("before", raw[max(edit.at.start - AROUND, 0) : edit.at.start].strip()),
                ("after", raw[edit.at.end : edit.at.end + AROUND].strip()),
            ),
        )
        for edit in edits
        if edit.certainty == "guess"
    )


def unread(chars: str, source: str) -> tuple[Finding, ...]:
    """Give a finding for each stretch that still shows misdecoded characters."""
    if not SIGN.search(chars):
        return ()
    found = list(UNREAD.finditer(chars))[:MAX_UNREAD]
    return tuple(
        Finding(
            code="restore-unread-run",
            severity="warning",
            source=source,
            span=Span(*m.span()),
            details=(("chars", m.group()),),
        )
        for m in found
    )
