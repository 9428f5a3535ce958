"""Something odd that was met on the way, with where it was and what to do next.

The words for people (zh and en) stand in ``builder/data/findings.toml`` by code;
a finding holds the code and the values that fill the words in.
"""

from dataclasses import dataclass
from typing import Literal

from builder.model.span import Span

__all__ = ["Finding", "Severity"]

Severity = Literal["info", "warning", "violation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """处理提示: one odd thing (code), how bad it is, and where it stands.

    ``details`` fills the words of ``findings.toml``; ``span`` is in the restored text
    unless the finding was made before there was one, in which case it is in the raw text.
    """

    code: str
    severity: Severity
    source: str = ""
    document: str = ""
    provision: str = ""
    span: Span | None = None
    details: tuple[tuple[str, str], ...] = ()
