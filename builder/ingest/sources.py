"""Which files are sources: folders walked in sorted order, with what a manifest says of them.

A ``manifest.csv`` (any case) beside the files describes them and is no source itself; its
column ``file`` (or ``name``) names the file, every other column becomes metadata.
"""

import csv
import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.ingest.decoding import decode
from builder.ingest.reviews import REVIEWS_FILE
from builder.model.finding import Finding

__all__ = ["SourceFile", "find_sources"]

MANIFEST = "manifest.csv"
NOT_SOURCES = (MANIFEST, REVIEWS_FILE)
FILE_COLUMNS = ("file", "name")
MAX_MANIFEST_BYTES = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file to read: where it is, its name below the folder given, and its metadata."""

    path: Path
    name: str
    metadata: tuple[tuple[str, str], ...] = ()


def find_sources(
    paths: Sequence[Path],
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """Give the files below ``paths``, each once, sorted by name, and what was odd.

    A path that does not exist, and a folder without any source, becomes a finding.
    Hidden files and folders are passed over.
    """
    sources: dict[str, SourceFile] = {}
    findings: list[Finding] = []
    for path in paths:
        found, odd = _below(path)
        findings += odd
        for source in found:
            sources.setdefault(os.path.realpath(source.path), source)  # never raises on a loop
    return tuple(sorted(sources.values(), key=lambda s: (s.name, str(s.path)))), tuple(findings)


def _below(path: Path) -> tuple[list[SourceFile], list[Finding]]:
    if path.is_dir():
        closed: list[Finding] = []
        files = [file for file in _walk(path, closed) if file.name.lower() not in NOT_SOURCES]
        if not files:
            return [], closed or [_finding("ingest-empty-folder", path)]
        sources, odd = _described(files, path)
        return sources, [*closed, *odd]
    if path.exists():
        return _described([path], path.parent)
    return [], [_finding("ingest-missing", path)]


def _walk(folder: Path, closed: list[Finding]) -> Iterator[Path]:
    """Give the files below a folder; a folder that cannot be listed becomes a finding."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        closed.append(_finding("ingest-closed-folder", folder))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry, closed)
        elif not entry.is_dir():
            yield entry


def _described(files: list[Path], root: Path) -> tuple[list[SourceFile], list[Finding]]:
    findings: list[Finding] = []
    manifests: dict[Path, dict[str, tuple[tuple[str, str], ...]]] = {}
    sources = []
    for file in files:
        if file.parent not in manifests:
            manifests[file.parent], odd = _manifest(file.parent)
            findings += odd
        name = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
        metadata = manifests[file.parent].get(file.name, ())
        sources.append(SourceFile(path=file, name=name, metadata=metadata))
    for folder, rows in manifests.items():
        absent = sorted(name for name in rows if not (folder / name).exists())
        findings += [_finding("ingest-manifest-absent-file", folder / name) for name in absent]
    return sources, findings


def _manifest(folder: Path) -> tuple[dict[str, tuple[tuple[str, str], ...]], list[Finding]]:
    try:
        files = [entry for entry in sorted(folder.iterdir()) if entry.name.lower() == MANIFEST]
        if not files:
            return {}, []
        if files[0].stat().st_size > MAX_MANIFEST_BYTES:
            return {}, [_finding("ingest-manifest-unread", files[0])]
        decoded = decode(files[0].read_bytes())
        lines = (line for line in decoded.chars.splitlines() if not line.startswith("#"))
        rows = list(csv.DictReader(io.StringIO("\n".join(lines))))
    except (OSError, csv.Error):
        return {}, [_finding("ingest-manifest-unread", folder / MANIFEST)]
    return dict(filter(None, map(_row, rows))), []


def _row(row: dict[str, str]) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    column = next((c for c in FILE_COLUMNS if row.get(c)), None)
    if column is None:
        return None
    cells = ((k, v) for k, v in row.items() if k and k != column and isinstance(v, str) and v)
    return row[column], tuple(cells)


def _finding(code: str, path: Path) -> Finding:
    return Finding(code=code, severity="warning", source=path.name, details=(("path", str(path)),))
