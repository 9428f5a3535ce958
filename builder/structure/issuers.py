"""Who issued a document: the signature, else the title, else the number's code.

Short names (市人民政府办公室, 省发展改革委) are lengthened by the document's own place;
what 发布机构 on a page says is the page's keeper, not the issuer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.lexicon import agencies, document_codes, headings, issuing, places
from builder.lexicon.document_codes import CodeReading
from builder.lexicon.places import Division
from builder.model.outline import LeafPart
from builder.model.span import Span
from builder.structure.dates import DATE
from builder.structure.front import Front
from builder.structure.walk import FOLD

PLACES_WITHIN_CHARS = 3_000

__all__ = ["Issuer", "find_issuers", "read_code", "split_names"]

# names at the head of a title: 中共云南省委 云南省人民政府|关于…
TITLE_NAMES = re.compile(
    r"(?P<names>[\u4e00-\u9fff、“”（）()\s]{2,120}?)\s*(?:(?<=[局委厅办])(?=20\d\d年)|关于|印发|转发|批转|发布|公布|贯彻|落实|对[^，。]{2,40}(?:提案|建议)的)"
)
# 2023年12月，中共山西省委办公厅、山西省人民政府办公厅发布《…》: what a page says before the text
TOLD = re.compile(
    r"(?:^|[，。\n])(?P<names>[\u4e00-\u9fff、（）]{4,120}?)(?:联合)?(?:印发|发布|出台|下发|公布)了?"
    r"《(?P<title>[^《》\n]{4,120})》"
)
MAX_TOLD_CHARS = 600
# a seam inside glued names: 中共滦县县委|滦县人民政府, 市人社局|市税务局
SEAMS = re.compile(
    r"(?<=[委局厅部办府])(?=(?:省|市|县|区|州|自治区)[\u4e00-\u9fff]{2,12}[委局厅部办府院])"
    r"|(?<=委)(?=(?!员会)[\u4e00-\u9fff]{2,14}人民政府)"
    r"|(?<=[委局厅部办府会])(?=中共)"
)
# 国 务 院: letters set apart
SPACED_OUT = re.compile(r"[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff](?![\u4e00-\u9fff]))+")
# 2011年12月15日|广州市人民政府令第61号
ORDER_OF = re.compile(
    r"(?:[\d年月〇○零一二三四五六七八九十]+日)?(?P<body>[\u4e00-\u9fff]{2,20}(?:人民政府|国务院|委员会|部|总局|局))令"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """An issuer by its full name, where the text names it (None: only its number does)."""

    name: str
    span: Span | None
    rule: str


def find_issuers(
    chars: str,
    front: Front,
    code: CodeReading | None,
    *,
    publisher: str | None = None,
    date: str | None = None,
    seat: Division | None = None,
) -> list[Issuer]:
    """Give the issuers of a document by their official names on its date, the first one first.

    ``seat`` is where the document was found to sit, where no other name of it tells.
    """
    signed = list(_signed(chars, front))
    titled = list(_titled(chars, front))
    printed = signed if any(not issuing.is_short(one.name) for one in signed) else titled or signed
    if not printed:
        printed = list(_ordered(chars, front))
    if not printed and (code is None or code.issuer is None):
        printed = list(_told(chars, front))
    if not printed and code is not None and code.issuer is not None:
        return [_official(Issuer(name=code.issuer, span=None, rule="number-code"), date)]
    place = _own_place(chars, front, code, publisher) or seat
    full = [_full(chars, one, place, code) for one in printed]
    central = any(agencies.national(one.name) for one in full if one is not None)
    return [_official(one, date, central=central) for one in full if one is not None]


def _signed(chars: str, front: Front) -> Iterator[Issuer]:
    """Bodies in the signature before the date."""
    stop = front.title.start if front.notice_title and front.title else len(chars)
    for span in front.of("signature"):
        if span.start < stop or (span.start >= front.body.end and not front.notice_title):
            dated = DATE.search(chars, *span)
            stop_at = dated.start() if dated and dated.start() > span.start else span.end
            yield from _names(chars, Span(span.start, stop_at), "signature")


def _titled(chars: str, front: Front) -> Iterator[Issuer]:
    """Bodies before 关于 in the title of the notice, or of the document."""
    span = front.notice_title or front.title
    if span is None:
        return
    m = TITLE_NAMES.match(chars, span.start, span.end)
    if m:
        yield from _names(chars, Span(*m.span("names")), "title")


def _ordered(chars: str, front: Front) -> Iterator[Issuer]:
    """The body whose order (令) a document is."""
    parts: tuple[LeafPart, ...] = ("notice_title", "title", "number", "note")
    for part in parts:
        for span in front.of(part):
            m = ORDER_OF.search(chars, span.start, span.end)
            if m:
                yield Issuer(name=_plain(m["body"]), span=Span(*m.span("body")), rule="order")
                return


def _told(chars: str, front: Front) -> Iterator[Issuer]:
    """Bodies that a sentence above the text says to have issued it."""
    title = front.title or front.name
    if title is None:
        return
    for m in TOLD.finditer(chars, 0, min(MAX_TOLD_CHARS, len(chars))):
        if FOLD.sub("", m["title"]) == FOLD.sub("", title.of(chars)):
            yield from _names(chars, Span(*m.span("names")), "told-above")
            return


def _names(chars: str, span: Span, rule: str) -> Iterator[Issuer]:
    """Split a run of names; what does not end as a body does is left out."""
    for m in re.compile(r"[\u4e00-\u9fff“”]+(?:（[^）\n]*）[\u4e00-\u9fff]*)?").finditer(
        chars, *span
    ):
        start = m.start()
        for piece in split_names(m[0]):
            if headings.names_body(piece) and len(piece) > 2:
                yield Issuer(name=_plain(piece), span=Span(start, start + len(piece)), rule=rule)
            start += len(piece)


def split_names(run: str) -> list[str]:
    """Split a run of names at blanks, at 、 and where a new name begins.

    >>> split_names("中共滦县县委滦县人民政府"), split_names("市人社局市税务局")
    (['中共滦县县委', '滦县人民政府'], ['市人社局', '市税务局'])
    >>> split_names("湖北省生态环境厅湖北省能源局")
    ['湖北省生态环境厅', '湖北省能源局']
    """
    place = issuing.place_of(run)
    again = f"|(?<=[委局厅部办府署])(?={place.name})" if place else ""
    return [piece for piece in re.split(rf"[\s、]+|{SEAMS.pattern}{again}", run) if piece]


def _plain(name: str) -> str:
    return "国务院" if name == "中华人民共和国国务院" else name


def _own_place(
    chars: str, front: Front, code: CodeReading | None, publisher: str | None
) -> Division | None:
    """Place of the document where its issuer is named by level alone."""
    if code is not None and code.place is not None:
        found = places.named(code.place)
        if found:
            return found[0]
    names: Sequence[str] = [publisher or ""]
    for span in (front.title, front.name, front.notice_title):
        if span is not None:
            names = [*names, span.of(chars)]
    for name in names:
        inside = issuing.places_in(name)
        if inside:
            return inside[0]
    return None


def _full(
    chars: str, one: Issuer, place: Division | None, code: CodeReading | None
) -> Issuer | None:
    """Give an issuer with its short name lengthened, or None where no place makes it full."""
    m = issuing.SHORT.fullmatch(one.name)
    if m is None:
        return one
    if place is not None:
        name = issuing.lengthened(one.name, place)
        if name is not None:
            return Issuer(name=name, span=one.span, rule=f"{one.rule}+own-place")
    if code is not None and code.issuer is not None and code.organ == "department":
        return Issuer(name=code.issuer, span=one.span, rule=f"{one.rule}+number-code")
    for named in [place] if place else issuing.places_in(chars[:PLACES_WITHIN_CHARS]):
        body = agencies.local(m["rest"], place=named) if named else None
        if body is not None and (place is not None or body.name in chars):
            return Issuer(name=body.name, span=one.span, rule=f"{one.rule}+named-in-text")
    return None


def _official(one: Issuer, date: str | None, *, central: bool = False) -> Issuer:
    """Give an issuer with its official name: 国家发展改革委, 安徽省发展改革委 are short ones.

    Beside ministries (``central``) 发展改革委 and 能源局 are the nation's.
    """
    body = agencies.national(one.name, date=date)
    if body is None and central:
        body = agencies.national(f"国家{one.name}", date=date)
    place = issuing.place_of(one.name) if body is None else None
    if place is not None and one.name.startswith(place.name):
        body = agencies.local(one.name.removeprefix(place.name), place=place, date=date)
    if body is None or body.name in (one.name, f"中华人民共和国{one.name}"):
        return one
    return Issuer(name=body.name, span=one.span, rule=f"{one.rule}+official-name")


def hints(chars: str, front: Front) -> list[str]:
    """Names of the document in which places stand: for reading its number."""
    spans = [
        *front.of("signature"),
        *(span for span in (front.notice_title, front.title, front.name) if span is not None),
        *front.of("addressees"),
    ]
    return [span.of(chars) for span in spans]


def read_code(chars: str, front: Front, number: str | None) -> CodeReading | None:
    """Read the document's own number against the places that it names."""
    return document_codes.read(number, hints=hints(chars, front)) if number else None
