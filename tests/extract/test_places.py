"""Places in running text: by table, by rule, within the document's line of places."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract import places, responsibility
from builder.extract.places import PlaceReading
from builder.lexicon import places as gazetteer
from builder.lexicon import regions
from builder.lexicon.tables import rows, toml
from builder.model.outline import Header, Outline
from builder.model.record import AgencyMention
from builder.model.span import Span

RULES = toml("place_rules")


def find(
    chars: str, place: str | None = "六安市", agencies: tuple[AgencyMention, ...] = ()
) -> PlaceReading:
    level = "national" if place == "中华人民共和国" else None
    tree = Outline(header=Header(jurisdiction=place, level=level), provisions=(), leaves=())
    return places.find(chars, tree, agencies=agencies)


def named(chars: str, place: str | None = "六安市") -> list[tuple[str, str]]:
    reading = find(chars, place)
    full = {p.key: p.canonical for p in reading.places}
    return [(m.surface, full[m.place]) for m in reading.mentions]


@pytest.mark.parametrize(
    ("chars", "place", "expected"),
    [
        ("推进全市发展", "六安市", [("全市", "六安市")]),
        ("推广河池市宜州区经验", "广西壮族自治区", [("河池市", "河池市"), ("宜州区", "宜州区")]),
        (
            "将人社部门在中国（湖北）自由贸易试验区的政策赋予武汉",
            "湖北省",
            [
                ("中国（湖北）自由贸易试验区", "中国（湖北）自由贸易试验区"),
                ("武汉", "武汉市"),
            ],
        ),
        ("创新乡村治理，沿成渝中线高铁建设", "重庆市", []),
        ("扩大连片整治范围，加大新能源汽车推广", "中华人民共和国", []),
        ("长江中下游地区的油菜种植", "中华人民共和国", [("长江中下游地区", "长江中下游地区")]),
        ("我县和全省", "霍邱县", [("我县", "霍邱县"), ("全省", "安徽省")]),
        ("支持霍邱、金寨", "六安市", [("霍邱", "霍邱县"), ("金寨", "金寨县")]),
        ("密切与湖北、河南联系", "六安市", [("湖北", "湖北省"), ("河南", "河南省")]),
        ("建设叶集-固始发展轴", "六安市", [("叶集", "叶集区"), ("固始", "固始县")]),
        ("推动合六两市共建", "六安市", [("合", "合肥市"), ("六", "六安市")]),
        ("融入长三角", "六安市", [("长三角", "长江三角洲")]),
        ("支持皖北和鲁西南", "六安市", [("皖北", "皖北"), ("鲁西南", "鲁西南")]),
        ("对接合肥高新区", "六安市", [("合肥高新区", "合肥高新技术产业开发区")]),
        ("兰西城市群", "甘肃省", [("兰西城市群", "兰州—西宁城市群")]),
        ("酒嘉双城经济圈", "甘肃省", [("酒嘉双城经济圈", "酒嘉双城经济圈")]),
        (
            "肥西县上派镇、三河镇",
            "六安市",
            [("肥西县", "肥西县"), ("上派镇", "上派镇"), ("三河镇", "三河镇")],
        ),
        ("资兴、华容等地", "湖南省", [("资兴", "资兴市"), ("华容", "华容县")]),
        ("吉林、黑龙江", "中华人民共和国", [("吉林", "吉林省"), ("黑龙江", "黑龙江省")]),
        ("我国和全国", "中华人民共和国", [("我国", "中华人民共和国"), ("全国", "中华人民共和国")]),
        (
            "支持双峰、新化、涟源",
            "湖南省",
            [("双峰", "双峰县"), ("新化", "新化县"), ("涟源", "涟源市")],
        ),
    ],
)
def test_names_mean_places(chars: str, place: str, expected: list[tuple[str, str]]) -> None:
    """A name is read within the document's own line of places."""
    assert named(chars, place) == expected


@pytest.mark.parametrize(
    ("chars", "place"),
    [
        ("健全市场体系，全市场准入", "六安市"),
        ("进一步放宽城区落户条件", "中华人民共和国"),
        ("畅通融资通道、盘活资源", "湖南省"),
        ("贯彻《安徽省“十四五”新型城镇化实施方案》", "六安市"),
        ("弘扬大别山精神", "六安市"),
        ("对应县级财政，示范县城", "河北省"),
        ("饮水和田间工程", "中华人民共和国"),
        ("区域一体化、城乡一体化", "六安市"),
        ("完善小城镇、特色小镇和返乡创业园", "六安市"),
        ("建设现代化都市圈和城市群", "甘肃省"),
        ("提高职住平衡水平", "六安市"),
        ("我国和全国", "六安市"),
        ("G312合六路、长沙大道、湖南大学", "六安市"),
    ],
)
def test_words_that_are_no_places(chars: str, place: str) -> None:
    """Everyday words, titles, roads, schools and spirits are no places."""
    assert named(chars, place) == []


def test_rivers_and_mountains_are_places() -> None:
    """A great river or mountain is a region; what stands behind it makes no province of it."""
    assert named("黄河南岸、太行山东麓", "河南省") == [("黄河", "黄河"), ("太行山", "太行山")]
    assert named("赣江科教城、长江大桥", "湖南省") == []


def test_a_county_elsewhere_behind_a_verb() -> None:
    """A county outside the own province needs a verb, a mark or a place before it."""
    assert named("推进吉首市改革试点", "六安市") == [("吉首市", "吉首市")]
    assert named("全面放宽城区落户、沿海城市发展", "六安市") == []


@pytest.mark.parametrize(
    ("chars", "place", "expected"),
    [
        ("在冠山街道、龙山镇、醒狮镇开展试点", "龙里县", ["冠山街道", "龙山镇", "醒狮镇"]),
        ("支持龙山镇发展，打造龙山镇核心区", "龙里县", ["龙山镇", "龙山镇"]),
        ("支持龙山镇发展", "龙里县", []),
        ("各镇、街道，中心镇、重点镇、特色小镇", "龙里县", []),
        ("在虎门镇、长安镇开展试点", "东莞市", ["虎门镇", "长安镇"]),
    ],
)
def test_towns_of_the_own_county(chars: str, place: str, expected: list[str]) -> None:
    """A county names its towns without itself: in a row, or more than once."""
    assert [surface for surface, _ in named(chars, place)] == expected


def test_a_zone_beside_a_known_one() -> None:
    """长集 is no place of the tables, its 产业园 stands beside one that is known."""
    chars = "推动长集现代农业产业园与合肥现代农业产业园合作"
    assert [surface for surface, _ in named(chars)] == ["长集现代农业产业园", "合肥现代农业产业园"]


def test_the_name_of_a_body_is_no_place() -> None:
    """霍邱县人民政府 is an agency, not the county."""
    chars = "由霍邱县人民政府落实"
    tree = Outline(header=Header(jurisdiction="六安市"), provisions=(), leaves=())
    bodies = responsibility.find(chars, tree).agency_mentions
    assert [m.surface for m in bodies] == ["霍邱县人民政府"]
    assert places.find(chars, tree, agencies=bodies).mentions == ()


def test_an_unknown_region_is_kept_with_a_finding() -> None:
    """A region that no table has keeps its name, unresolved."""
    reading = find("建设衡阳都市圈", "湖南省")
    (place,) = reading.places
    assert (place.canonical, place.kind, place.resolved) == ("衡阳都市圈", "region", False)
    assert [f.code for f in reading.findings] == ["place-unknown"]


def test_members_and_parents_of_regions_are_known_places() -> None:
    """Each member and parent of the table of regions is a division or a region."""
    for row in rows("regions"):
        for name in (row["parent"], *filter(None, row["members"].split(";"))):
            assert gazetteer.called(name) or regions.called(name), (row["name"], name)


def test_names_of_regions_are_unique() -> None:
    """No name stands for two regions."""
    names = [n for row in rows("regions") for n in (row["name"], *row["aliases"].split(";")) if n]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("words", RULES["direction"]["examples"])
def test_direction_examples(words: str) -> None:
    """A province's character with a direction is a region."""
    assert [m for m, _ in named(f"支持{words}等地", None)] == [words]


@pytest.mark.parametrize("words", RULES["direction"]["not_examples"])
def test_direction_not_examples(words: str) -> None:
    """Names that only look like a direction are none."""
    assert regions.direction(words) is None


@pytest.mark.parametrize("row", RULES["suffix"], ids=lambda row: row["id"])
def test_suffix_examples(row: dict[str, list[str]]) -> None:
    """A place before a suffix names a region or zone; the suffix alone does not."""
    for words in row["examples"]:
        place = "六安市" if "六" in words else "甘肃省"
        assert words in [m for m, _ in named(f"，{words}。", place)]
    for words in row["not_examples"]:
        assert named(f"，{words}。", "六安市") == []


@pytest.mark.parametrize("row", RULES["trap"], ids=lambda row: row["name"])
def test_traps(row: dict[str, str]) -> None:
    """Names that are other words too are places only where the words around allow it."""
    for words in row["examples"]:
        assert row["name"] not in [m for m, _ in named(words, None)]
    for words in row["not_examples"]:
        assert any(row["name"] in m for m, _ in named(words, None))


@pytest.mark.parametrize("kind", ["behind", "before"])
def test_guards(kind: str) -> None:
    """What stands behind or before a name can make it part of another."""
    for words in RULES[kind]["examples"]:
        assert [name for name in named(words, None) if regions.called(name[0]) is None] == []
    for words in RULES[kind]["not_examples"]:
        assert named(words, None) != []


def test_both_ends_of_a_line_are_places() -> None:
    """株洲至韶山高速 runs between two places; 韶山高速 and 长沙绕城高速 are roads."""
    for words in RULES["line_end"]["examples"]:
        assert len(named(words, None)) == 2
    for words in RULES["line_end"]["not_examples"]:
        assert named(words, None) == []


def test_everyday_words_alone_are_no_places() -> None:
    """A county's short name that is an everyday word needs a place beside it."""
    for word in RULES["short"]["examples"]:
        assert named(f"加快{word}建设", "湖南省") == []
    for word in RULES["short"]["not_examples"]:
        assert word not in RULES["short"]["words"]


@pytest.mark.parametrize("words", RULES["generic"]["examples"])
def test_generic_full_names_are_no_places(words: str) -> None:
    """城区 and 老城区 are words, though there are districts of that name."""
    assert named(f"改造{words}", "河南省") == []


@pytest.mark.parametrize("words", RULES["town"]["not_examples"])
def test_not_towns(words: str) -> None:
    """小城镇 and 返乡 behind a county are no towns."""
    assert [m for m, _ in named(f"支持霍邱县{words}发展", "六安市")] == ["霍邱县"]


@pytest.mark.parametrize("words", RULES["town"]["examples"])
def test_towns(words: str) -> None:
    """A town behind its county is a place of kind town."""
    assert "town" in [p.kind for p in find(f"推进{words}建设").places]


@given(st.text(alphabet="全我省市县合六两肥高新区皖北长三角霍邱镇、，-《》—吉林东西都圈\n"))
def test_any_string_is_read(chars: str) -> None:
    """No string raises; mentions are in order, apart, and quote the text."""
    reading = find(chars)
    ends = [0]
    for mention in reading.mentions:
        assert mention.surface == mention.span.of(chars)
        assert ends[-1] <= mention.span.start
        ends.append(mention.span.end)
    assert {m.place for m in reading.mentions} == {p.key for p in reading.places}


def test_places_do_not_take_those_of_bodies() -> None:
    """A stretch that an agency holds is shut for places, wherever it overlaps."""
    held = AgencyMention(surface="霍邱县", span=Span(0, 3), agency="x", provision=None, rule="t")
    assert find("霍邱县建设", agencies=(held,)).mentions == ()


def test_a_long_line_does_not_hang(linear: Callable[..., None]) -> None:
    """One line of two hundred thousand characters is read in time linear in its length."""
    linear(find, "支持霍邱、金寨发展，" * 2_500)


def test_each_name_of_a_place_is_an_alias_once() -> None:
    """A place that is named again and again has each of its names once."""
    (luan,) = find("全市推进，提升全市水平，建设六安市，全市落实").places
    assert luan.aliases == ("全市", "六安市")


def test_a_province_names_no_towns_of_its_own() -> None:
    """A town without its county is one in a county's document, none in a province's."""
    words = "推进城关镇、杭埠镇建设"
    assert named(words, "安徽省") == []
    assert named(words, "舒城县") == [("城关镇", "城关镇"), ("杭埠镇", "杭埠镇")]


def test_everyday_words_elsewhere_are_no_places_even_beside_one() -> None:
    """通道 is a county of Hunan; in a document of Anhui it is a passage."""
    assert named("联通六安市、通道和口岸") == [("六安市", "六安市")]


def test_provinces_in_a_row() -> None:
    """Provinces named by one character each count in a known row, or before 三省 and 交界."""
    rule = RULES["province_row"]
    for words in rule["examples"]:
        assert len(named(f"推动{words}", "中华人民共和国")) > 1
    for words in rule["not_examples"]:
        assert [n for n in named(f"推动{words}", "中华人民共和国") if len(n[0]) == 1] == []
    assert named("共建粤桂黔高铁经济带", "中华人民共和国") == [("粤桂黔高铁经济带",) * 2]


@pytest.mark.parametrize("row", RULES["province_row"]["rows"])
def test_every_known_row_is_of_provinces(row: str) -> None:
    """Each character of a known row is that of a province."""
    assert all(gazetteer.province_of_abbreviation(char) for char in row)


def test_short_names_that_no_rule_gives() -> None:
    """锡盟 and 克州 are names in use, read within their own region."""
    assert named("支持锡盟、科左中旗", "内蒙古自治区") == [
        ("锡盟", "锡林郭勒盟"),
        ("科左中旗", "科尔沁左翼中旗"),
    ]
    for name in toml("place_words")["short"]["more"]:
        assert name == "why" or gazetteer.named(name), name


def test_a_river_that_begins_like_a_county_is_no_county() -> None:
    """钱塘江 is a river, not the district 钱塘."""
    assert named("治理钱塘江，发展钱塘", "浙江省") == [("钱塘江", "钱塘江"), ("钱塘", "钱塘区")]


def test_a_zone_named_like_a_district_far_away_lies_in_no_known_place() -> None:
    """裕安 is a district of Luan: 裕安新城 in another province does not lie in it."""
    (place,) = find("建设裕安新城", "湖北省").places
    assert (place.canonical, place.parent) == ("裕安新城", None)


def test_monuments_in_a_row() -> None:
    """A sentence that speaks of 文物 names the monuments of the document's own place."""
    rule = RULES["monument"]
    assert [n for n, _ in named(rule["examples"][0])] == ["皋陶墓", "六安文庙"]
    assert "皋陶墓" not in [n for n, _ in named(rule["not_examples"][0])]
    assert named("保护革命旧址、古城墙等文物") == [("古城墙", "六安古城墙")]


def test_places_before_a_body_are_part_of_it() -> None:
    """重庆市黔江区人民政府 names a body, and no place."""
    for words in RULES["body"]["examples"]:
        assert named(words, "黔江区") == []
    for words in RULES["body"]["not_examples"]:
        assert len(named(words, "黔江区")) == 2


@pytest.mark.parametrize("chars", ["最高点为叶大乡苍浪山", "岩头镇要加快建设", "推动沙头镇花坦村"])
def test_one_town_alone_where_it_is_certain(chars: str) -> None:
    """A county's document may name one of its towns by itself."""
    assert len(named(chars, "霍邱县")) == 1
    assert named(chars, "六安市") == []


def test_a_city_comes_before_the_county_of_its_name() -> None:
    """伊宁 is a city and a county of one prefecture: the city is meant."""
    assert named("支持伊宁发展", "新疆维吾尔自治区") == [("伊宁", "伊宁市")]


def test_zones_of_a_whole_province_are_no_place() -> None:
    """云南省工业园区 are all zones of the province; 皖北承接产业转移集聚区 is one."""
    assert named("云南省工业园区布局", "云南省") == [("云南省", "云南省")]
    assert named("建设皖北经济区", "安徽省") == [("皖北经济区", "皖北经济区")]
    assert named("渤海新区管委会", "沧州市") == []


def test_counties_far_away_in_a_row_that_is_said_to_be_of_counties() -> None:
    """等县市 vouches for short names far away, also everyday words among them."""
    words = "支持红安、金寨、新县等县市，推动茂名、东方、澄迈等市县"
    assert [n for n, _ in named(words, "中华人民共和国")] == [
        *("红安", "金寨", "新县"),
        *("茂名", "东方", "澄迈"),
    ]
    for row in RULES["counties"]["not_examples"]:
        assert named(row, "中华人民共和国") == []


def test_a_county_and_its_towns_may_be_joined_by_de() -> None:
    """五指山市的水满乡、冲山镇 names two towns."""
    read = named("五指山市的水满乡、冲山镇", "海南省")
    assert [n for n, _ in read] == ["五指山市", "水满乡", "冲山镇"]


def test_a_zone_behind_a_city_in_full_has_its_official_name() -> None:
    """桂林市经济技术开发区 is 桂林经济技术开发区."""
    assert named("启动桂林市经济技术开发区建设", "广西壮族自治区") == [
        ("桂林市经济技术开发区", "桂林经济技术开发区")
    ]


def test_a_town_by_itself_counts_in_its_county_alone() -> None:
    """Named twice, a lone town is one of the county's own; a prefecture's document needs a row."""
    chars = "支持青山镇建设，推进青山镇发展。"
    assert [words for words, _ in named(chars, "金寨县")] == ["青山镇", "青山镇"]
    assert named(chars, "六安市") == []
    assert [words for words, _ in named("支持青山镇、梅山镇建设。", "六安市")] == [
        "青山镇",
        "梅山镇",
    ]


@pytest.mark.parametrize("chars", RULES["water"]["examples"])
def test_a_water_that_is_a_place_elsewhere(chars: str) -> None:
    """Beside waters, or where its water is spoken of, 巢湖 is the lake."""
    names = {name for _, name in named(chars, "中华人民共和国")}
    assert names & set(RULES["water"]["names"])


@pytest.mark.parametrize("chars", RULES["water"]["not_examples"])
def test_a_place_named_like_a_water(chars: str) -> None:
    """Beside places 巢湖 is the city."""
    names = {name for _, name in named(chars, "安徽省")}
    assert not names & set(RULES["water"]["names"])


def test_a_row_tells_which_of_two_places_is_meant() -> None:
    """昌江 is in Jiangxi and in Hainan: its neighbours tell."""
    row = named("海口、阳江、澄迈、昌江、东方等市县", "中华人民共和国")
    assert ("昌江", "昌江黎族自治县") in row


def test_a_zone_called_by_its_place_alone() -> None:
    """叶集开发区 is a zone; of many kinds, or of a province, it is none."""
    assert named("支持叶集开发区", "六安市") == [("叶集开发区", "叶集开发区")]
    assert named("合肥各类开发区", "六安市") == [("合肥", "合肥市")]
    assert named("安徽开发区条例", "六安市") == [("安徽", "安徽省")]


@pytest.mark.parametrize("chars", RULES["village"]["examples"])
def test_villages_that_are_merged_are_places(chars: str) -> None:
    """In a county's own document villages in a row, or founded, are places."""
    assert [name for name, _ in named(chars, "仙居县")] == ["上湾村", "高余村", "上高村"]
    assert named(chars, "安徽省") == []


@pytest.mark.parametrize("chars", RULES["village"]["not_examples"])
def test_kinds_of_villages_are_no_places(chars: str) -> None:
    """行政村、自然村 and 名村 are kinds."""
    assert named(chars, "仙居县") == []


def test_a_name_that_ends_in_village_twice() -> None:
    """上湖村村建制 ends the village 上湖村, 陈村村、 is one itself."""
    rows = named("撤销上湖村、陈村村、上村村村建制，驻址设原陈村村", "仙居县")
    assert [name for name, _ in rows] == ["上湖村", "陈村村", "上村村", "陈村村"]


def test_a_town_agreed_to_is_a_place() -> None:
    """同意湫山乡…方案 names a town that the addressee names again."""
    assert ("湫山乡", "湫山乡") in named("关于同意湫山乡调整方案的批复\n湫山乡人民政府", "仙居县")


def test_the_committee_of_a_zone_is_no_place() -> None:
    """合肥高新区管委会 is a body."""
    assert named("合肥高新区管委会，各县区", "六安市") == []


@pytest.mark.parametrize("chars", RULES["long"]["examples"])
def test_a_long_short_name_is_a_place_anywhere(chars: str) -> None:
    """满洲里 needs no neighbour that vouches for it."""
    assert [name for name, _ in named(f"支持{chars}发展", "六安市")] == [chars]


@pytest.mark.parametrize("chars", RULES["long"]["not_examples"])
def test_a_hill_or_water_needs_a_neighbour(chars: str) -> None:
    """清水河 and 雨花台 are rivers and hills as well."""
    assert named(f"保护{chars}", "六安市") == []


def test_a_county_right_behind_its_province_is_vouched_for() -> None:
    """云南孟连 names a county; 云南 does not vouch for one elsewhere."""
    rows = [name for name, _ in named("云南孟连边界，云南霍邱", "中华人民共和国")]
    assert rows == ["云南", "孟连", "云南"]


def test_short_names_of_counties_that_touch_are_a_row() -> None:
    """安岳潼南 names a county of the own place and, beside it, one far away."""
    assert [name for name, _ in named("安岳潼南柠檬产业区", "重庆市")] == ["安岳", "潼南"]
    assert [name for name, _ in named("建设安岳柠檬产业区", "重庆市")] == []


def test_a_region_and_the_plan_named_after_it_are_two() -> None:
    """成渝地区 is a region by itself, 雄安新区 bears its province in its full name."""
    rows = [place for _, place in named("成渝地区双城经济圈、成渝地区和雄安新区", "重庆市")]
    assert rows == ["成渝地区双城经济圈", "成渝地区", "河北雄安新区"]


def test_all_of_the_own_place_may_stand_before_its_government() -> None:
    """全省政府工作 speaks of the province, 我省政府 of its government."""
    assert named("做好全省政府工作，报我省政府", "广东省") == [("全省", "广东省")]
