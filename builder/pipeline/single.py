"""One document stage by stage, without a graph: what ``read``, ``outline``, ``extract`` print."""

from pathlib import Path

from builder.assemble import assemble
from builder.collate import collate
from builder.errors import SourceError
from builder.extract import extract
from builder.ingest import find_sources, read
from builder.lexicon.findings import words
from builder.model.finding import Finding
from builder.model.outline import Outline
from builder.model.record import Record
from builder.model.text import Text, Work
from builder.restore import restore
from builder.structure import identify, outline

__all__ = ["outline_file", "read_file", "record_file"]


def read_file(path: Path) -> Text:
    """Give the restored text of one file; :class:`SourceError` says why it was refused."""
    files, findings = find_sources([path])
    if len(files) != 1:
        raise SourceError(_refusal(path, findings or ()) if not files else f"{path}: name one file")
    witness, odd = read(files[0])
    if witness is None:
        raise SourceError(_refusal(path, odd))
    return restore(witness)


def outline_file(path: Path) -> tuple[Work, Outline]:
    """Give the one work that a file attests, with its outline."""
    text = read_file(path)
    works, findings = collate([(text, identify(text))], keep_unfit=True)
    if not works:
        raise SourceError(_refusal(path, findings))
    return works[0], outline(works[0])


def record_file(path: Path) -> Record:
    """Give the record of the document in a file."""
    work, tree = outline_file(path)
    return assemble(work, tree, extract(work.text.chars, tree))


def _refusal(path: Path, findings: tuple[Finding, ...]) -> str:
    reasons = [f"{said.en}; {said.next_en}" for said in map(words, findings)]
    return "\n".join(reasons) or f"{path}: no document in this file"
