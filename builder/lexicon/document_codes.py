"""Document numbers: what the code of a 发文字号 tells of issuer, place, level, Party or line.

A code is letters for a place (湘), for an organ of that place (政 = government, 政办 = its
office, 办发 = the Party committee's office) or a department's line (发改), and for the form of
the document (发, 函, 秘).  Prefectures and counties choose their letters freely (六, 仙), so
those are read only against places that the document names.

Source: GB/T 9704-2012; the rows of ``builder/data/document_codes.csv`` name theirs.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from builder.lexicon import agencies, issuing, places
from builder.lexicon.places import Division
from builder.lexicon.tables import rows
from builder.model.outline import Level

__all__ = ["CodeReading", "Organ", "read"]

Organ = Literal[
    "central",
    "government",
    "government_office",
    "party",
    "party_office",
    "department",
    "leading_group",
    "leading_group_office",
]

# 国发〔2024〕17号
YEARED = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,16})[〔\[(【{](?P<year>(?:19|20)\d\d)[〕\])】}]第?(?P<serial>\d{1,5})号?"
)
# 国令第707号, 重庆市人民政府令第324号, 国家发展改革委令2017年第2号
ORDER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,20}令)(?:(?P<year>(?:19|20)\d\d)年)?[(]?第?(?P<serial>\d{1,5})号[)]?"
)
# 发, 函, 秘, 规 … : the form of the document, which tells nothing of its issuer
GROUP = re.compile(r"组(?P<office>办)?[发函字文电]?")
PARTY = frozenset({"party", "party_office"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeReading:
    """发文字号 as read: what its code tells, and None where it does not tell.

    ``organ`` is the kind of body; ``line`` the line of a department (条线); ``party`` says
    whether a Party body issued it.  ``rule`` names how the code was read.
    """

    number: str
    issuer: str | None
    place: str | None
    level: Level | None
    party: bool
    line: str | None
    organ: Organ | None
    year: int | None
    serial: int
    rule: str


def read(number: str, *, hints: Sequence[str] = ()) -> CodeReading | None:
    """Read a document number, or give None where the characters are none.

    ``hints`` are names from the document (issuer, addressees, title) whose places decide
    what the letters of a prefecture or county mean.

    >>> read("湘政发〔2024〕15号").issuer, read("皖办发〔2023〕9号").issuer
    ('湖南省人民政府', '中共安徽省委办公厅')
    >>> read("六政办秘〔2023〕55号", hints=["六安市人民政府办公室"]).place
    '六安市'
    >>> reading = read("皖发改规划〔2023〕69号")
    >>> reading.issuer, reading.line, reading.party
    ('安徽省发展和改革委员会', '发展改革', False)
    >>> read("皖城融组办〔2023〕2号").organ
    'leading_group_office'
    >>> read("国家发展改革委令2017年第2号").issuer
    '国家发展和改革委员会'
    >>> read("人民大街9999号") is None
    True
    """
    chars = re.sub(r"\s", "", unicodedata.normalize("NFKC", number))
    m = YEARED.fullmatch(chars) or ORDER.fullmatch(chars)
    if m is None:
        return None
    year = int(m["year"]) if m["year"] else None
    hinted = [place for hint in hints for place in _hinted(hint)]
    body = _read_code(m["code"], year, hinted)
    folded = (
        f"{m['code']}〔{year}〕{int(m['serial'])}号"
        if m.re is YEARED
        else f"{m['code']}{f'{year}年' if year else ''}第{int(m['serial'])}号"
    )
    return CodeReading(
        number=folded,
        issuer=body.issuer,
        place=body.place.name if body.place else None,
        level=places.level(body.place) if body.place else None,
        party=body.organ in PARTY,
        line=body.line,
        organ=body.organ,
        year=year,
        serial=int(m["serial"]),
        rule=body.rule,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """The body that a code stands for."""

    rule: str
    issuer: str | None = None
    place: Division | None = None
    organ: Organ | None = None
    line: str | None = None


def _read_code(code: str, year: int | None, hinted: Sequence[Division]) -> _Body:
    """Read a code: central bodies, then place letters, then central departments."""
    if code.endswith("令"):
        found = _order(code, year)
        if found is not None:
            return found
    whole = _longest("whole", code, year)
    if whole is not None:
        return _central(whole)
    for place, rest, rule in _split_place(code, hinted):
        body = _body_of(place, rest, year, rule)
        if body is not None:
            return body
    line = _longest("line", code, year)
    if line is not None and line["central"] and not code.endswith("令"):
        return _central(line)
    unknown = re.fullmatch(
        r"[\u4e00-\u9fff]{1,4}?(?P<rest>(?:政|府)(?:办)?[\u4e00-\u9fff]{0,3})", code
    )
    if unknown:
        organ: Organ = "government_office" if "办" in unknown["rest"][:2] else "government"
        return _Body(rule="organ-of-unknown-place", organ=organ)
    return _Body(rule="unknown-code")


def _order(code: str, year: int | None) -> _Body | None:
    """Read an order: 重庆市人民政府令 names its issuer, 交通运输部令 a central one."""
    issuer = code.removesuffix("令")
    central = agencies.national(issuer, date=f"{year}-12-31" if year else None)
    if central is not None and not issuer.endswith("国务院"):
        return _Body(
            rule="order-of-central-body",
            issuer=central.name,
            place=places.by_code(places.CHINA),
            organ="central",
            line=central.line or None,
        )
    place = issuing.place_of(issuer)
    if place is None or not issuer.endswith(("政府", "国务院")):
        return None
    name = "国务院" if issuer.endswith("国务院") else issuer
    organ: Organ = "central" if name == "国务院" else "government"
    return _Body(rule="order", issuer=name, place=place, organ=organ)


def _central(row: dict[str, str]) -> _Body:
    return _Body(
        rule=f"{row['kind']}-{row['code']}",
        issuer=row["central"],
        place=places.by_code(places.CHINA),
        organ="party" if row["central"].startswith("中共") else "central",
        line=row["line"] or None,
    )


def _split_place(code: str, hinted: Sequence[Division]) -> Iterator[tuple[Division, str, str]]:
    """Give the ways to cut a code into place and rest, the surest first.

    A place that the document names comes before what the table gives for the letters:
    宁政发 is Ningxia's, but Nanjing's where the document names Nanjing alone.
    """
    table = [
        (_one(row["central"]), code[len(row["code"]) :], f"place-{row['code']}")
        for row in sorted(_rows("place"), key=lambda row: -len(row["code"]))
        if code.startswith(row["code"])
    ]
    known = [(place, rest, rule) for place, rest, rule in table if place is not None]
    chains = {code for place in hinted for code in places.line(place.code)}
    yield from (cut for cut in known if cut[0].code in chains)
    for place in hinted:
        for length in range(min(4, len(code) - 1), 0, -1):
            if _abbreviates(code[:length], place):
                yield place, code[length:], "letters-of-named-place"
    for length in range(min(5, len(code) - 1), 1, -1):
        stem = _stem(code[:length])
        if stem is not None:
            yield stem, code[length:], "short-name"
    yield from known


def _hinted(hint: str) -> tuple[Division, ...]:
    """Places that a name of the document gives: the one it begins with, or all within it."""
    begins = issuing.place_of(hint)
    return (begins,) if begins else issuing.places_in(hint)


def _one(name: str) -> Division | None:
    found = places.named(name)
    return found[0] if found else None


def _stem(letters: str) -> Division | None:
    """Give the only place that has the letters as its short name."""
    found = places.called(letters)
    return found[0] if len(found) == 1 else None


def _abbreviates(letters: str, place: Division) -> bool:
    """Say whether letters can stand for a place: in order in its name, or after its city's.

    >>> _abbreviates("深坪", issuing.place_of("深圳市坪山区"))
    True
    """
    name = place.name[:-1]
    if letters[0] == name[0] or letters == "州" == place.name[-1]:
        return _in_order(letters, place.name)
    parent = places.by_code(place.parent)
    above = parent.name if parent else ""
    return (
        len(letters) > 1
        and letters[0] == above[:1]
        and letters[1:2] == name[:1]
        and _in_order(letters[1:], name)
    )


def _in_order(letters: str, name: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _body_of(place: Division, rest: str, year: int | None, rule: str) -> _Body | None:
    """Read what follows the place letters: a group, a department, or an organ."""
    group = GROUP.search(rest)
    if group and group.end() == len(rest):
        organ: Organ = "leading_group_office" if group["office"] else "leading_group"
        return _Body(rule=f"{rule}+group", place=place, organ=organ)
    line = _longest("line", rest, year)
    plain = _longest("organ", rest, year)
    if line is not None and (plain is None or len(line["code"]) >= len(plain["code"])):
        return _department(place, line, rest, rule)
    if plain is None:
        return None
    return _organ(place, plain, rule)


def _organ(place: Division, row: dict[str, str], rule: str) -> _Body:
    name = row["provincial"] if place.kind == "province" else row["local"]
    party = name.startswith("中共")
    office = "办公" in name
    organ: Organ = (
        ("party_office" if office else "party")
        if party
        else ("government_office" if office else "government")
    )
    return _Body(
        rule=f"{rule}+{row['code']}",
        issuer=name.format(place.name).replace("自治区委", "自治区党委"),
        place=place,
        organ=organ,
    )


def _department(place: Division, row: dict[str, str], rest: str, rule: str) -> _Body:
    """Name a department: 局 below the provinces and in the four municipalities."""
    own = (
        row["provincial"]
        if place.kind == "province" and not place.name.endswith("市")
        else row["local"]
    )
    office = rest[len(row["code"]) :].startswith("办")
    suffix = "办公室" if office and own else ""
    return _Body(
        rule=f"{rule}+{row['code']}",
        issuer=f"{place.name}{own}{suffix}" if own else None,
        place=place,
        organ="department",
        line=row["line"],
    )


def _longest(kind: str, code: str, year: int | None) -> dict[str, str] | None:
    """Give the row with the longest code that begins the characters and held in the year."""
    fitting = [row for row in _rows(kind) if code.startswith(row["code"]) and _held(row, year)]
    return max(fitting, key=lambda row: len(row["code"]), default=None)


def _held(row: dict[str, str], year: int | None) -> bool:
    if year is None:
        return not row["until"]
    return int(row["since"] or 0) <= year <= int(row["until"] or 9999)


@cache
def _rows(kind: str) -> tuple[dict[str, str], ...]:
    return tuple(row for row in rows("document_codes") if row["kind"] == kind)


def examples() -> Iterable[tuple[dict[str, str], str]]:
    """Give each row with its example, for the tests."""
    return ((row, row["example"]) for row in rows("document_codes"))
