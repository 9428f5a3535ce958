"""Violations as the standard report of SHACL, in Turtle."""

from collections.abc import Iterable

from builder.rdf.check.shapes import PREFIX
from builder.rdf.check.violations import Violation
from builder.rdf.literals import tagged

__all__ = ["turtle"]

_HEAD = f"""@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix zmsh: <{PREFIX}> .

[] a sh:ValidationReport ;
    sh:conforms """


def turtle(violations: Iterable[Violation]) -> str:
    """Give a sh:ValidationReport with one result a violation, in their order.

    As in the standard, a report with any result does not conform, warnings included.

    >>> print(turtle([]).splitlines()[-1])
        sh:conforms true .
    """
    results = [_result(violation) for violation in violations]
    if not results:
        return f"{_HEAD}true .\n"
    return f"{_HEAD}false ;\n    sh:result {', '.join(results)} .\n"


def _result(violation: Violation) -> str:
    rows = [
        "a sh:ValidationResult",
        f"sh:resultSeverity sh:{violation.severity}",
        f"sh:sourceShape zmsh:{violation.shape}",
        f"sh:sourceConstraintComponent sh:{violation.component}ConstraintComponent",
        f"sh:focusNode {violation.focus}",
        *([f"sh:resultPath {violation.path}"] if violation.path else []),
        *([f"sh:value {violation.value}"] if violation.value else []),
        f"sh:resultMessage {tagged(violation.message_zh)}",
        f"sh:resultMessage {tagged(violation.message_en, 'en')}",
    ]
    return "[\n        " + " ;\n        ".join(rows) + "\n    ]"
