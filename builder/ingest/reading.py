"""One file -> one Witness, or a finding that says why it was refused.

What may go wrong with a file is expected here: it vanished, cannot be opened, is empty,
huge, no text, or damaged inside its container.  None of it stops the run.
"""

import hashlib
import re
import stat
from typing import Literal

from builder.ingest import office, portable, web
from builder.ingest.decoding import decode, is_binary
from builder.ingest.sources import SourceFile
from builder.model.finding import Finding
from builder.model.text import Witness

__all__ = ["MAX_BYTES", "MAX_CHARS", "read"]

MAX_BYTES = 50_000_000
# the longest plans have some 200,000 characters; a million is a dump of many texts
MAX_CHARS = 1_000_000
HTML_HEAD = re.compile(r"<(?:!doctype\s+html|html|head|body|tbody|table|div|p)\b", re.IGNORECASE)
HEAD_CHARS = 2_000
ZIP = b"PK\x03\x04"
Format = Literal["text", "html", "pdf", "docx"]


def read(source: SourceFile) -> tuple[Witness | None, tuple[Finding, ...]]:
    """Give the witness of one file, or None and the finding that refuses it; never raises."""
    try:
        status = source.path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, (_refusal("ingest-unreadable", source, reason="not a regular file"),)
        if status.st_size > MAX_BYTES:
            return None, (_refusal("ingest-huge", source, megabytes=str(status.st_size // 10**6)),)
        raw = source.path.read_bytes()
    except FileNotFoundError:
        return None, (_refusal("ingest-missing", source, path=str(source.path)),)
    except (OSError, ValueError) as error:
        return None, (_refusal("ingest-unreadable", source, reason=_reason(error)),)
    return _witness(source, raw)


def _witness(source: SourceFile, raw: bytes) -> tuple[Witness | None, tuple[Finding, ...]]:
    if not raw.strip():
        return None, (_refusal("ingest-empty", source),)
    kind = _container(raw)
    if kind is None and (raw.startswith(ZIP) or is_binary(raw)):
        return None, (_refusal("ingest-binary", source),)
    findings: list[Finding] = []
    form: Format = kind or "text"
    encoding = "utf-8"
    if form == "pdf":
        chars = portable.text(raw)
    elif form == "docx":
        chars = office.text(raw)
    else:
        decoded = decode(raw)
        chars, encoding = decoded.chars, decoded.encoding
        if decoded.replaced or not decoded.certain:
            findings.append(
                _warning(
                    "ingest-doubtful-encoding",
                    source,
                    encoding=encoding,
                    replaced=str(decoded.replaced),
                )
            )
        if HTML_HEAD.search(chars[:HEAD_CHARS]):
            form, chars = "html", web.text(chars)
    if chars is None:
        return None, (_refusal("ingest-damaged-container", source, format=form),)
    if not chars.strip():
        return None, (_refusal("ingest-no-text", source, format=form),)
    if len(chars) > MAX_CHARS:
        return None, (_refusal("ingest-too-long", source, chars=f"{len(chars):,}"),)
    witness = Witness(
        source=source.name,
        sha256=hashlib.sha256(raw).hexdigest(),
        encoding=encoding,
        chars=chars,
        format=form,
        metadata=source.metadata,
        findings=tuple(findings),
    )
    return witness, tuple(findings)


def _container(raw: bytes) -> Literal["pdf", "docx"] | None:
    if raw[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if raw.startswith(ZIP) and b"word/" in raw:
        return "docx"
    return None


def _reason(error: Exception) -> str:
    return error.strerror or type(error).__name__ if isinstance(error, OSError) else str(error)


def _refusal(code: str, source: SourceFile, **details: str) -> Finding:
    return Finding(
        code=code,
        severity="violation",
        source=source.name,
        details=(("path", source.name), *details.items())
        if "path" not in details
        else tuple(details.items()),
    )


def _warning(code: str, source: SourceFile, **details: str) -> Finding:
    return Finding(
        code=code, severity="warning", source=source.name, details=tuple(details.items())
    )
