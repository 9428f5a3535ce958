"""Official names of public bodies: by central name, or by line, place, level and date.

A body sits where a line (条线) crosses a place: 省发展改革委 of a document of Hunan is
湖南省发展和改革委员会.  What stands between the place and the end of a name is its *form*
(发展改革委); a form is looked up exactly, never by likeness, since 江西省财政厅 and
江苏省财政厅 differ by one character.  Ministries are renamed and merged: each row has the
dates for which it holds.

Sources: see the heads of ``builder/data/agency_*.csv``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from builder.lexicon import places
from builder.lexicon.places import Division
from builder.lexicon.tables import rows, toml

__all__ = [
    "Body",
    "behind",
    "forms",
    "is_seat",
    "joined_forms",
    "local",
    "national",
    "national_names",
    "zone_committee",
]

SUFFIXES = {"委": "委员会", "办": "办公室"}
LEVEL_LETTERS = {"province": "P", "prefecture": "M", "county": "C", "district": "C", "other": "C"}
LARGE = ("province", "prefecture")
CAPITAL = "0100"  # codes of provincial capitals, whose branches print no 市: 合肥中心支行
ALWAYS = "9999-12-31"  # an undated document is read with the names of today


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body's official name, its line (条线) and kind, and the table that knows it."""

    name: str
    line: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    template: str
    line: str
    kind: str
    levels: str
    start: str
    end: str
    rule: str

    def holds(self, letter: str, date: str | None) -> bool:
        return self.exists_at(letter) and self.start <= (date or ALWAYS) < self.end

    def exists_at(self, letter: str) -> bool:
        return not self.levels or letter in self.levels


def national(surface: str, *, date: str | None = None, central: bool = False) -> Body | None:
    """Give the central body of a name on a date; bare names only in a central document.

    A name that was no longer, or not yet, in force is still known by its only bearer.

    >>> national("国家发展改革委").name
    '国家发展和改革委员会'
    >>> national("发展改革委") is None
    True
    >>> national("发展改革委", central=True).name
    '国家发展和改革委员会'
    >>> national("广电总局", date="2010-01-01").name
    '国家广播电影电视总局'
    """
    found = _national().get(surface, ())
    if central:
        found += _national_bare().get(surface, ())
    if not found:
        return None
    valid = [row for row in found if row.holds("", date)]
    if len(found) > 1 and len(valid) != 1:
        return None
    row = (valid or found)[0]
    return Body(name=row.template, line=row.line, kind=row.kind, rule=row.rule)


@cache
def national_names(*, bare: bool = False) -> frozenset[str]:
    """Give the names of central bodies: those good in any document, or the bare ones."""
    return frozenset(_national_bare() if bare else _national())


def local(
    form: str, *, place: Division, date: str | None = None, front: str = "own"
) -> Body | None:
    """Give the body of a form at a place on a date.

    A name that was no longer, or not yet, in force is still known where only one body bore it.

    >>> hunan, luan = places.by_code("430000"), places.by_code("341500")
    >>> local("发展改革委", place=hunan).name
    '湖南省发展和改革委员会'
    >>> local("教体局", place=luan).name
    '六安市教育体育局'
    >>> local("委政法委", place=luan).name
    '中共六安市委政法委员会'
    >>> local("金融监管局", place=hunan, front="name", date="2024-11-30").name
    '国家金融监督管理总局湖南监管局'
    >>> local("环保局", place=luan, date="2024-11-30").name
    '六安市环境保护局'
    >>> local("党委编办", place=places.by_code("450000"), date="2024-11-30").name
    '中共广西壮族自治区党委机构编制委员会办公室'
    """
    if form.startswith("党委") and (front, form) not in _forms():
        form = form.removeprefix("党")  # an autonomous region's committee is 党委
    letter = LEVEL_LETTERS.get(place.kind, "")
    candidates = _of_place(form, place.code) if front == "own" else ()
    candidates += _forms().get((front, form), ())
    row = next((row for row in candidates if row.holds(letter, date)), None)
    row = row or _only([row for row in candidates if row.exists_at(letter)])
    if row is None:
        return None
    name = row.template.format(**_places_named(place), kind=place.name[-1], branch="")
    return Body(name=_party_name(name, place), line=row.line, kind=row.kind, rule=row.rule)


def _places_named(place: Division) -> dict[str, str]:
    """Give the names of a place, and of its province, that a template can hold."""
    above = places.province(place.code) or place
    return {
        "place": place.name,
        "short": min((*places.short_forms(place), place.name), key=len),  # 湘西, not 湘西州
        "province": above.name,
        "province_short": (*places.short_forms(above), above.name)[0],
    }


def behind(surface: str, *, date: str | None = None) -> Body | None:
    """Give the branch of a central bank or company that names its place behind.

    >>> behind("人民银行湖南省分行").name
    '中国人民银行湖南省分行'
    >>> behind("农业发展银行湖南省分行").name
    '中国农业发展银行湖南省分行'
    """
    for length in range(min(len(surface) - 1, 12), 1, -1):
        for row in _forms().get(("behind", surface[:length]), ()):
            if row.holds("", date):
                name = row.template.format(branch=_branch(surface[length:]))
                return Body(name=name, line=row.line, kind=row.kind, rule=row.rule)
    return None


def _branch(printed: str) -> str:
    """Give the place and rank of a bank's branch as its name has them.

    >>> _branch("咸阳中支"), _branch("重庆营管部"), _branch("湖南省分行")
    ('咸阳市中心支行', '重庆营业管理部', '湖南省分行')
    """
    short_forms: dict[str, str] = toml("agency_rules")["branch"]["short"]
    for short, full in short_forms.items():
        if not printed.endswith(short):
            continue
        seat = printed.removesuffix(short)
        found = places.called(seat) if full == "中心支行" else ()
        cities = (place for place in found if place.kind == "prefecture")
        city = next((place.name for place in cities if not place.code.endswith(CAPITAL)), seat)
        return (seat if seat.endswith(tuple("市州盟")) else city) + full
    return printed


def zone_committee(name: str) -> str | None:
    """Give the official name of the committee of a zone (开发区, 新区), None for another name.

    >>> zone_committee("蔡甸经济开发区管委会"), zone_committee("兰州新区")
    ('蔡甸经济开发区管理委员会', '兰州新区管理委员会')
    >>> zone_committee("园区管委会"), zone_committee("老旧小区")
    (None, None)
    """
    m = _zone_pattern().fullmatch(name)
    return f"{m['zone']}管理委员会" if m else None


@cache
def _zone_pattern() -> re.Pattern[str]:
    rule = toml("agency_rules")["zone"]
    kinds, ends = "|".join(rule["kinds"]), "|".join(rule["committee"])
    named = rf"(?![各有相其所级全省市县区州]|高新|经开|经济|产业)[一-龥]{{2,16}}?(?:{kinds})"
    return re.compile(rf"(?P<zone>{named})(?:{ends})?")


def is_seat(words: str) -> bool:
    """Say whether words are a place in full, or short for a large one.

    >>> is_seat("湖南"), is_seat("金寨县"), is_seat("公安")
    (True, True, False)
    """
    return any(d.name == words or d.kind in LARGE for d in places.called(words))


@cache
def forms(front: str = "own") -> frozenset[str]:
    """Give all forms of one kind of front: what can stand behind 省, 市, 县."""
    found = {form for kind, form in _forms() if kind == front}
    if front == "own":
        found |= {form for form, _ in _local_rows()}
        found |= {f"党{form}" for form in found if form.startswith("委")}
    return frozenset(found)


@cache
def joined_forms() -> frozenset[str]:
    """Give the forms of one body that hold the sign between two: 科委、中关村管委会."""
    return frozenset(form for form, _ in _local_rows() if "、" in form)


def _only(found: Sequence[_Row]) -> _Row | None:
    """Give the row of the one body among the rows found, None where there are several."""
    return found[0] if len({row.template for row in found}) == 1 else None


def _party_name(name: str, place: Division) -> str:
    """Give a Party body's name with the place as the Party writes it.

    In an autonomous region the committee is 党委: 中共广西壮族自治区党委组织部; in a city
    the town's mark stays: 中共六安市委组织部.
    """
    if place.name.endswith("自治区") and name.startswith(f"中共{place.name}委"):
        return name.replace(f"{place.name}委", f"{place.name}党委", 1)
    return name


@cache
def _national() -> dict[str, tuple[_Row, ...]]:
    return _national_index(lambda row: [row["name"], *row["aliases"].split(";")])


@cache
def _national_bare() -> dict[str, tuple[_Row, ...]]:
    return _national_index(lambda row: row["bare"].split(";"))


def _national_index(names: Callable[[dict[str, str]], list[str]]) -> dict[str, tuple[_Row, ...]]:
    found: dict[str, list[_Row]] = {}
    for row in rows("agency_national"):
        for name in filter(None, names(row)):
            found.setdefault(name, []).append(_row(row, row["name"], "", "central-name"))
    return {name: tuple(some) for name, some in found.items()}


@cache
def _forms() -> dict[tuple[str, str], tuple[_Row, ...]]:
    """Give the rows of each form; who is called so in full comes before who is so for short."""
    found: dict[tuple[str, str], list[_Row]] = {}
    for row in rows("agency_bodies"):
        for form in row["forms"].split(";"):
            entry = _row(row, row["template"], row["levels"], "local-body")
            found.setdefault((row["front"], form), []).append(entry)
    shortened: list[tuple[str, _Row]] = []
    for row in rows("agency_stems"):
        for suffix in row["suffixes"].split(";"):
            official = SUFFIXES.get(suffix, suffix)
            entry = _row(row, "{place}" + row["stem"] + official, "", "line-by-place")
            for short in dict.fromkeys((row["stem"], *row["forms"].split(";"))):
                for form in {short + suffix, short + official}:
                    if short == row["stem"]:
                        found.setdefault(("own", form), []).append(entry)
                    else:
                        shortened.append((form, entry))
    for form, entry in shortened:
        found.setdefault(("own", form), []).append(entry)
    return {form: tuple(some) for form, some in found.items()}


@cache
def _local_rows() -> dict[tuple[str, str], tuple[_Row, ...]]:
    found: dict[tuple[str, str], list[_Row]] = {}
    for row in rows("agency_local"):
        for form in row["forms"].split(";"):
            template = row["name"] if "{" in row["name"] else "{place}" + row["name"]
            entry = _row(row, template, row["levels"], "name-of-the-place")
            found.setdefault((form, row["place"]), []).append(entry)
    return {form: tuple(some) for form, some in found.items()}


def _of_place(form: str, code: str) -> tuple[_Row, ...]:
    """Give the rows that one of the places above has for a form, nearest place first."""
    return tuple(row for own in places.line(code) for row in _local_rows().get((form, own), ()))


def _row(row: dict[str, str], template: str, levels: str, rule: str) -> _Row:
    return _Row(
        template=template,
        line=row["line"],
        kind=row.get("kind") or "government",
        levels=levels,
        start=row["from"] or "",
        end=row["to"] or "9999-99-99",
        rule=rule,
    )
