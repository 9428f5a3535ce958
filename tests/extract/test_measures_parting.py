"""Where a comma was lost between two measures, and where none was."""

import pytest

from builder.extract.clauses import Clause
from builder.extract.measures_parting import part
from builder.model.span import Span


def parted(chars: str) -> list[str]:
    clauses, _ = part(chars, [Clause(span=Span(0, len(chars)), stop="")])
    return [clause.span.of(chars) for clause in clauses]


def test_a_lost_comma_parts_two_measures() -> None:
    """A verb with its object behind an object that is whole begins a measure of its own."""
    assert parted("建立城乡统一的人力资源市场打破城乡就业壁垒") == [
        "建立城乡统一的人力资源市场",
        "打破城乡就业壁垒",
    ]


@pytest.mark.parametrize(
    "chars",
    [
        "健全“统一的人力资源市场打破城乡就业壁垒”机制",
        "建立城乡统一的“人力资源市场打破城乡就业壁垒”长效机制",
    ],
)
def test_what_is_quoted_is_never_parted(chars: str) -> None:
    """Inside quotation marks a name may hold a verb."""
    assert parted(chars) == [chars]
