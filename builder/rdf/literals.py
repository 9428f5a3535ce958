"""Strings from documents as N-Quads want them: escaped literals, and parts of IRIs.

Names come from documents and can hold anything: quotes, brackets, backslashes, newlines,
control characters, halves of surrogate pairs.  What leaves here parses, whatever came in.
"""

import re
from datetime import date
from decimal import Decimal

__all__ = ["boolean", "day", "decimal", "integer", "iri_part", "string", "tagged", "year"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\\ud800-\udfff]')  # tab, newline, quote, lone surrogate
_ESCAPES = {
    "\n": r"\n",
    "\r": r"\r",
    "\t": r"\t",
    "\b": r"\b",
    "\f": r"\f",
    '"': r"\"",
    "\\": r"\\",
}
_UNSAFE = re.compile(r"[^\w\-.~]")  # all but letters, digits, _ - . ~
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)  # 2025


def string(chars: str) -> str:
    r"""Give a plain literal.

    A lone surrogate has no place in RDF and becomes U+FFFD.

    >>> string('说“a"b"”')
    '"说“a\\"b\\"”"'
    """
    return f'"{_escaped(chars)}"'


def tagged(chars: str, language: str = "zh") -> str:
    """Give a literal with a language tag.

    >>> tagged("湖南省财政厅")
    '"湖南省财政厅"@zh'
    """
    return f'"{_escaped(chars)}"@{language}'


def integer(value: int) -> str:
    """Give an xsd:integer.

    >>> integer(7)
    '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return f'"{value}"^^<{_XSD}integer>'


def decimal(value: float) -> str:
    """Give an xsd:decimal in the form in which stores write it back.

    >>> decimal(70.0).partition("^")[0], decimal(8.30).partition("^")[0]
    ('"70"', '"8.3"')
    >>> decimal(1e-7).partition("^")[0]
    '"0.0000001"'
    """
    digits = f"{Decimal(repr(value)):f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return f'"{"0" if digits == "-0" else digits}"^^<{_XSD}decimal>'


def boolean(value: bool) -> str:
    """Give an xsd:boolean."""
    return f'"{"true" if value else "false"}"^^<{_XSD}boolean>'


def day(chars: str | None) -> str | None:
    """Give an xsd:date, or None where the calendar has no such day.

    >>> day("2024-07-28")
    '"2024-07-28"^^<http://www.w3.org/2001/XMLSchema#date>'
    >>> day("2023-02-30") is None
    True
    """
    try:
        parsed = date.fromisoformat(chars or "")
    except ValueError:
        return None
    return f'"{parsed.isoformat()}"^^<{_XSD}date>'


def year(value: int | str | None) -> str | None:
    """Give an xsd:gYear, or None where it is no year between 1000 and 2999."""
    if value is None or not _YEAR.fullmatch(str(value)):
        return None
    return f'"{value}"^^<{_XSD}gYear>'


def iri_part(chars: str) -> str:
    """Give one path segment of an IRI: letters and digits as they are, the rest encoded.

    >>> iri_part("国发-2024-17"), iri_part("城镇化率（%）"), iri_part("a/b")
    ('国发-2024-17', '城镇化率%EF%BC%88%25%EF%BC%89', 'a%2Fb')
    >>> iri_part(".."), iri_part("")
    ('%2E%2E', '~')
    """
    if chars.isalnum():
        return chars
    if chars in {"", ".", ".."}:
        return chars.replace(".", "%2E") or "~"
    return _UNSAFE.sub(_percent, chars) if _UNSAFE.search(chars) else chars


def _percent(m: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in m[0].encode("utf-8", "surrogatepass"))


def _escaped(chars: str) -> str:
    return _SPECIAL.sub(_escape, chars) if _SPECIAL.search(chars) else chars


def _escape(m: re.Match[str]) -> str:
    char = m[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"
