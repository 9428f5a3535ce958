"""The table of document codes: every row is read by its example, and vetoes hold."""

import pytest

from builder.lexicon.document_codes import read
from builder.lexicon.tables import rows

ROWS = rows("document_codes")
NAMED = ["六安市人民政府", "阿坝藏族羌族自治州人民政府", "兴安盟行政公署"]


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row['kind']}-{row['code']}-{row['example']}"
)
def test_each_row_reads_its_example(row: dict[str, str]) -> None:
    """The example of a row is a number, and what is read from it agrees with the row."""
    hints = [row["central"]] if row["kind"] == "place" else NAMED
    reading = read(row["example"], hints=hints)
    assert reading is not None
    assert reading.rule != "unknown-code"
    if row["kind"] == "place":
        assert reading.place == row["central"]
    elif row["kind"] == "line":
        assert reading.line == row["line"]
    elif row["kind"] == "whole":
        assert reading.issuer == row["central"]
    else:
        names = {row["provincial"], row["local"]}
        full = {name.format(reading.place).replace("自治区委", "自治区党委") for name in names}
        assert reading.issuer in full


@pytest.mark.parametrize(
    "chars", ["人民大街9999号", "2024年17号", "国发", "第17号", "〔2024〕17号", "国发〔24〕17号"]
)
def test_what_is_no_number(chars: str) -> None:
    """Bare digits, a year, a code alone are no document numbers."""
    assert read(chars) is None


def test_party_and_government_are_told_apart() -> None:
    """皖办发 is the Party office's, 皖政办 the government's."""
    party, government = read("皖办发〔2023〕9号"), read("皖政办〔2023〕9号")
    assert party
    assert party.party
    assert party.organ == "party_office"
    assert government
    assert not government.party
    assert government.organ == "government_office"


def test_letters_of_a_county_need_its_name() -> None:
    """仙政发 tells nothing by itself; with 仙居县 in the document it is that county's."""
    alone, named = read("仙政发〔2013〕6号"), read("仙政发〔2013〕6号", hints=["仙居县人民政府"])
    assert alone
    assert alone.place is None
    assert alone.level is None
    assert named
    assert named.issuer == "仙居县人民政府"
    assert named.level == "county"


def test_a_named_city_comes_before_the_province() -> None:
    """宁政发 is Ningxia's, and Nanjing's where the document names Nanjing."""
    plain, named = read("宁政发〔2021〕1号"), read("宁政发〔2021〕1号", hints=["南京市人民政府"])
    assert plain
    assert plain.place == "宁夏回族自治区"
    assert named
    assert named.place == "南京市"


def test_ministries_have_the_name_of_the_year() -> None:
    """环发 was the 环境保护部 before 2018 and the 生态环境部 after."""
    before, after = read("环发〔2015〕1号"), read("环发〔2020〕1号")
    assert before
    assert before.issuer == "环境保护部"
    assert after
    assert after.issuer == "生态环境部"


@pytest.mark.parametrize(
    ("number", "issuer", "year"),
    [
        ("国家发展改革委令2017年第2号", "国家发展和改革委员会", 2017),
        ("卫生部令第80号", "卫生部", None),
        ("中华人民共和国国务院令第466号", "国务院", None),
        ("教育局令第3号", None, None),
    ],
)
def test_orders_name_their_issuer(number: str, issuer: str | None, year: int | None) -> None:
    """An order opens with the body that gave it; what names no central body says nothing."""
    reading = read(number)
    assert reading is not None
    assert (reading.number, reading.issuer, reading.year) == (number, issuer, year)
    assert (reading.level == "national") == (issuer is not None)
