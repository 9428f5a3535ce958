"""What worker processes do: one file to a restored text, copies of one document to quads.

Results go to the cache as files; only what collation and lineage need comes back, so that
memory does not grow with the texts.  A result depends on its input, the rules and nothing
else: the same file gives the same bytes in any process, at any time.
"""

import dataclasses
import hashlib
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.assemble import assemble
from builder.collate import collate
from builder.extract import extract
from builder.ingest import SourceFile, read
from builder.model import codec
from builder.model.finding import Finding
from builder.model.outline import Header
from builder.model.record import Record
from builder.model.text import Text, Work
from builder.pipeline.cache import Cache, digest
from builder.pipeline.embedding import Model
from builder.pipeline.tables import table
from builder.rdf import check, emit
from builder.rdf.quads import About
from builder.restore import restore
from builder.structure import identify, outline

__all__ = ["Finished", "Product", "Settings", "Sketch", "finish", "sketch", "slim"]

# What odd text can make a rule trip over: the document is refused and the run goes on.
SLIPS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
HASH_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a result depends on beside its input, and where results go."""

    cache: Cache
    rules: str
    base: str
    embedding: Model | None = None
    keep_unfit: bool = False

    @property
    def judged_by(self) -> str:
        """What links depend on beside the documents: the rules, and the model if there is one."""
        return f"{self.rules} {self.embedding.name}" if self.embedding else self.rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What collation needs to know of a file; ``text`` names its restored text in the cache.

    ``text`` is empty where the file was refused; its findings say why.
    """

    source: str
    id: str
    sha256: str = ""
    text: str = ""
    header: Header | None = None
    signature: tuple[int, ...] = ()
    fit: bool = True
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One finished document; ``record``, ``slim``, ``quads``, ``rows`` are names in the cache.

    ``slim`` is the record without what only looking at one document needs (origin map,
    repairs); ``texts`` pairs the hash of each witness with its text in the cache.
    """

    key: str
    title: str
    doc_number: str | None
    sources: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]
    record: str
    slim: str
    quads: str
    rows: str
    quads_sha256: str
    quad_count: int
    char_count: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The documents that one group of files attests; ``id`` begins the names of its results."""

    id: str
    products: tuple[Product, ...]
    findings: tuple[Finding, ...]


def sketch(source: SourceFile, settings: Settings) -> Sketch:
    """Read one file and restore its text, or take both from the cache."""
    name = _source_id(source, settings)
    if data := settings.cache.get(f"{name}.sketch"):
        return codec.decode(data, Sketch)
    try:
        made = _sketch(name, source, settings)
    except SLIPS as error:
        made = Sketch(source=source.name, id=name, findings=(_slip(error, source.name),))
    settings.cache.put(f"{name}.sketch", codec.encode(made))
    return made


def finish(group: Sequence[Sketch], settings: Settings) -> Finished:
    """Make every document that a group of copies attests, or take them from the cache."""
    taken = ("unfit",) if settings.keep_unfit and not all(item.fit for item in group) else ()
    name = digest("finish", settings.rules, settings.base, *taken, *(item.id for item in group))
    if data := settings.cache.get(f"{name}.finished"):
        return codec.decode(data, Finished)
    try:
        made = _finish(name, group, settings)
    except SLIPS as error:
        findings = tuple(_slip(error, item.source) for item in group)
        made = Finished(id=name, products=(), findings=findings)
    settings.cache.put(f"{name}.finished", codec.encode(made))
    return made


def _sketch(name: str, source: SourceFile, settings: Settings) -> Sketch:
    witness, findings = read(source)
    if witness is None:
        return Sketch(source=source.name, id=name, findings=findings)
    text = restore(witness)
    header = identify(text)
    if not _is_document(header):
        odd = Finding(code="pipeline-no-document", severity="warning", source=source.name)
        return Sketch(source=source.name, id=name, findings=(*findings, odd))
    settings.cache.put(f"{name}.text", codec.encode(text))
    return Sketch(
        source=source.name,
        id=name,
        sha256=witness.sha256,
        text=f"{name}.text",
        header=header,
        signature=text.signature,
        fit=text.fit,
        findings=findings,
    )


def _is_document(header: Header) -> bool:
    """Say whether a text shows any mark of a document: number, issuer, or type in its title."""
    return header.is_policy and bool(header.doc_number or header.issuer or header.doc_type)


def _finish(name: str, group: Sequence[Sketch], settings: Settings) -> Finished:
    texts = [_text(item, settings) for item in group]
    named = {text.witness.source: item.text for item, text in zip(group, texts, strict=True)}
    headers = [item.header or Header() for item in group]
    copies = list(zip(texts, headers, strict=True))
    works, findings = collate(copies, keep_unfit=settings.keep_unfit)
    products = tuple(
        _product(f"{name}.{number}", work, named, settings) for number, work in enumerate(works)
    )
    return Finished(id=name, products=products, findings=findings)


def _product(name: str, work: Work, named: dict[str, str], settings: Settings) -> Product:
    tree = outline(work)
    record = assemble(work, tree, extract(work.text.chars, tree))
    quads = emit.document_written(record, base=settings.base)
    shared = emit.authorities_written((record,), base=settings.base).about
    body = "\n".join((*quads.lines, "")).encode()
    settings.cache.put(f"{name}.nq", body)
    settings.cache.put(f"{name}.rows", table(quads.about, (shared,), base=settings.base))
    settings.cache.put(f"{name}.record", codec.encode(record))
    settings.cache.put(f"{name}.slim", codec.encode(slim(record)))
    return Product(
        key=record.key,
        title=record.header.title or record.header.notice_title or "",
        doc_number=record.header.doc_number,
        sources=tuple(witness.source for witness in record.witnesses),
        texts=tuple((item.sha256, named[item.source]) for item in record.witnesses),
        record=f"{name}.record",
        slim=f"{name}.slim",
        quads=f"{name}.nq",
        rows=f"{name}.rows",
        quads_sha256=hashlib.sha256(body).hexdigest(),
        quad_count=len(quads.lines),
        char_count=len(record.text),
        findings=(*record.findings, *_checked(record, quads.about, shared)),
    )


def _checked(record: Record, about: About, shared: About) -> Iterator[Finding]:
    """Give what the document shapes find, under the file that the document was read from."""
    source = record.witnesses[0].source
    for violation in check.described(record.key, about, shared):
        yield dataclasses.replace(check.finding(violation), source=source)


def slim(record: Record) -> Record:
    """Give a record without origin map and repairs, which only looking at it needs."""
    witnesses = tuple(dataclasses.replace(item, edits=()) for item in record.witnesses)
    return dataclasses.replace(record, origin_starts=(), origin_ends=(), witnesses=witnesses)


def _text(item: Sketch, settings: Settings) -> Text:
    return codec.decode(settings.cache.path(item.text).read_bytes(), Text)


def _source_id(source: SourceFile, settings: Settings) -> str:
    """Name a file by what its reading depends on: bytes, name, metadata, rules."""
    metadata = (part for pair in source.metadata for part in pair)
    return digest("sketch", settings.rules, source.name, *metadata, _sha256(source.path))


def _sha256(path: Path) -> str:
    if not path.is_file():
        return "not a regular file"
    hashed = hashlib.sha256()
    try:
        for block in _blocks(path):
            hashed.update(block)
    except OSError as error:
        return f"unreadable: {error.strerror}"
    return hashed.hexdigest()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(HASH_BLOCK_BYTES):
            yield block


def _slip(error: Exception, source: str) -> Finding:
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    details = (("error", f"{type(error).__name__}: {error}"), ("where", where))
    return Finding(
        code="pipeline-rule-tripped", severity="violation", source=source, details=details
    )
