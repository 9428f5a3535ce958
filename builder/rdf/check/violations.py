"""What a shape has against a node, in plain words."""

from dataclasses import dataclass
from typing import Literal

from builder.model.finding import Finding, Severity

__all__ = ["Violation", "ViolationSeverity", "finding"]

ViolationSeverity = Literal["Violation", "Warning", "Info"]
_SEVERITIES: dict[ViolationSeverity, Severity] = {
    "Violation": "violation",
    "Warning": "warning",
    "Info": "info",
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """One result of a validation: which shape, on which node, along which path, and why.

    ``shape`` and ``component`` are local names (``TaskHasMeasure``, ``MinCount``);
    ``focus``, ``path`` and ``value`` are N-Triples terms, None where there is none.
    ``document`` is the key of the document that is refused for it, empty where what
    documents share is wrong.
    """

    document: str
    focus: str
    shape: str
    component: str
    path: str | None
    value: str | None
    severity: ViolationSeverity
    message_zh: str
    message_en: str


def finding(violation: Violation) -> Finding:
    """Give a violation as a finding, for the list of a build.

    What refuses nothing has another code: its next step is advice.
    """
    where = "document" if violation.document else "corpus"
    code = f"rdf-{where}-{'shape' if violation.severity == 'Violation' else 'advice'}"
    return Finding(
        code=code,
        severity=_SEVERITIES[violation.severity],
        document=violation.document,
        details=(
            ("shape", violation.shape),
            ("focus", violation.focus.strip("<>")),
            ("path", (violation.path or "").strip("<>")),
            ("value", violation.value or ""),
            ("message_zh", violation.message_zh),
            ("message_en", violation.message_en),
        ),
    )
