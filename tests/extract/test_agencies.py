"""Names of bodies: official names by line, place, level and date, and what is no body."""

import pytest

from builder.extract.agencies import resolve, standpoint, which_group
from builder.extract.agencies_at import own_place
from builder.extract.agencies_joint import issuing
from builder.extract.agencies_mentions import mentions
from builder.lexicon import agencies, places
from builder.lexicon.agency_branches import branch, branch_end
from builder.lexicon.tables import rows, toml
from builder.model.outline import Header, Outline


def canonical(surface: str, place: str | None, date: str = "2023-06-14") -> str | None:
    level = "national" if place == "中华人民共和国" else None
    at = standpoint(Header(jurisdiction=place, signed_date=date, level=level))
    agency = resolve(surface, at)
    return agency.canonical if agency else None


def named(chars: str, place: str) -> list[str]:
    level = "national" if place == "中华人民共和国" else None
    header = Header(jurisdiction=place, signed_date="2023-06-14", level=level)
    tree = Outline(header=header, provisions=(), leaves=())
    return [m.agency.canonical for m in mentions(chars, tree, standpoint(header), skip=())]


@pytest.mark.parametrize(
    ("surface", "place", "expected"),
    [
        ("省发展改革委", "湖南省", "湖南省发展和改革委员会"),
        ("省发展改革委", "六安市", "安徽省发展和改革委员会"),
        ("市发改委", "六安市", "六安市发展和改革委员会"),
        ("县发改局", "仙居县", "仙居县发展和改革局"),
        ("江苏省财政厅", "江西省", "江苏省财政厅"),
        ("省委组织部", "湖南省", "中共湖南省委组织部"),
        ("市委政法委", "六安市", "中共六安市委政法委员会"),
        ("市文明办", "六安市", "六安市精神文明建设指导委员会办公室"),
        ("市公积金中心", "六安市", "六安市住房公积金管理中心"),
        ("省国资委", "湖南省", "湖南省人民政府国有资产监督管理委员会"),
        ("省税务局", "湖南省", "国家税务总局湖南省税务局"),
        ("湖南证监局", "湖南省", "中国证券监督管理委员会湖南监管局"),
        ("人民银行湖南省分行", "湖南省", "中国人民银行湖南省分行"),
        ("国家统计局湖南调查总队", "湖南省", "国家统计局湖南调查总队"),
        ("团市委", "六安市", "中国共产主义青年团六安市委员会"),
        ("省工商联", "湖南省", "湖南省工商业联合会"),
        ("市妇联", "六安市", "六安市妇女联合会"),
        ("金安区政府", "六安市", "金安区人民政府"),
        ("发展改革委", "中华人民共和国", "国家发展和改革委员会"),
        ("国家发展改革委", "六安市", "国家发展和改革委员会"),
        ("市文化旅游委", "重庆市", "重庆市文化和旅游发展委员会"),
        ("州教育体育局", "湘西土家族苗族自治州", "湘西土家族苗族自治州教育体育局"),
        ("自治区党委宣传部", "广西壮族自治区", "中共广西壮族自治区党委宣传部"),
        ("区市场局", "鞍山市立山区", "立山区市场监督管理局"),
        ("市住房城乡建委", "重庆市", "重庆市住房和城乡建设委员会"),
        ("人行重庆营管部", "重庆市", "中国人民银行重庆营业管理部"),
        ("人行咸阳中支", "咸阳市", "中国人民银行咸阳市中心支行"),
        ("人行合肥中心支行", "安徽省", "中国人民银行合肥中心支行"),
        ("民航西南地区管理局", "四川省", "中国民用航空西南地区管理局"),
        ("成都铁路局集团公司", "四川省", "中国铁路成都局集团有限公司"),
        ("兵团发展改革委", "新疆维吾尔自治区", "新疆生产建设兵团发展和改革委员会"),
        ("地区财政局", "喀什地区", "喀什地区财政局"),
        ("区生态环境分局", "合肥市蜀山区", "合肥市生态环境局蜀山分局"),
        ("蔡甸经济开发区管委会", "武汉市蔡甸区", "蔡甸经济开发区管理委员会"),
        ("立山经济开发区", "鞍山市立山区", "立山经济开发区管理委员会"),
        ("市文广旅局", "成都市", "成都市文化广电旅游局"),
        ("市纪委监委机关", "西安市", "中共西安市纪律检查委员会"),
        ("国家网信办", "六安市", "国家互联网信息办公室"),
        ("中关村管委会", "北京市", "中关村管理委员会"),
        ("区绿化市容局", "上海市静安区", "静安区绿化和市容管理局"),
        ("抓好落实", "六安市", None),
        ("中共六安市委", "六安市", "中国共产党六安市委员会"),
        ("中共四川省委办公厅", "四川省", "中共四川省委办公厅"),
        ("中国共产党六安市委员会", "六安市", "中国共产党六安市委员会"),
        ("国网六安供电公司", "六安市", "国网安徽省电力有限公司六安供电公司"),
        ("市供电公司", "六安市", "国网安徽省电力有限公司六安供电公司"),
        ("中国电信六安分公司", "六安市", "中国电信股份有限公司六安分公司"),
        ("国网江西省电力公司", "江西省", "国网江西省电力有限公司"),
        ("民航江西监管局", "江西省", "中国民用航空江西安全监督管理局"),
        ("黄埔海关", "广东省", "中华人民共和国黄埔海关"),
        ("长白山海关", "白山市", "中华人民共和国长白山海关"),
        ("直属海关", "广东省", None),
        ("合肥高新技术产业开发区管理委员会", "合肥市", "合肥高新技术产业开发区管理委员会"),
        ("市高新区管委会", "合肥市", "合肥高新技术产业开发区管理委员会"),
        ("北京经济技术开发区管委会", "北京市", "北京经济技术开发区管理委员会"),
        ("镇派出所", "大通镇", "大通镇派出所"),
        ("镇综合行政执法大队", "大通镇", "大通镇综合行政执法大队"),
        ("省直工委", "安徽省", "中共安徽省委直属机关工作委员会"),
        ("省人大常委会办公厅", "湖南省", "湖南省人民代表大会常务委员会办公厅"),
        ("市政协办公室", "六安市", "中国人民政治协商会议六安市委员会办公室"),
        ("省服务业委", "辽宁省", "辽宁省服务业委员会"),
        ("林长办公室", "六安市", "林长办公室"),
        ("园区发展局", "六安市", "六安市园区发展局"),
        ("太湖流域管理局", "六安市", "太湖流域管理局"),
        ("市大数据管理局", "淮安市", "淮安市大数据管理局"),
        ("县自然资源局", "汝阳县", "汝阳县自然资源局"),
        ("市自然资源局", "洛阳市", "洛阳市自然资源和规划局"),
        ("省供销社", "湖南省", "湖南省供销合作总社"),
        ("市供销社", "六安市", "六安市供销合作社联合社"),
        ("市供电局", "韶关市", "广东电网有限责任公司韶关供电局"),
        ("长沙经开区", "长沙市", "长沙经济技术开发区管理委员会"),
        ("县经开区管委会", "霍邱县", "霍邱经济开发区管理委员会"),
        ("市自然资源局立山分局", "鞍山市立山区", "鞍山市自然资源局立山分局"),
        ("武警安徽总队", "安徽省", "中国人民武装警察部队安徽省总队"),
        ("市委某某委", "六安市", "中共六安市委某某委"),
        ("公安蜀山分局", "合肥市蜀山区", "合肥市公安局蜀山分局"),
        ("蜀山区公安分局", "合肥市", "合肥市公安局蜀山分局"),
        ("湘西自治州人民政府", "湘西土家族苗族自治州", "湘西土家族苗族自治州人民政府"),
        ("新区人力资源管理部", "贵安新区", "贵安新区人力资源管理部"),
        ("县残工委", "金寨县", "金寨县人民政府残疾人工作委员会"),
        ("市科委、中关村管委会", "北京市", "北京市科学技术委员会、中关村科技园区管理委员会"),
        ("中央宣传部", "六安市", "中共中央宣传部"),
        ("市政府外办", "北京市", "北京市人民政府外事办公室"),
        ("生态环境局仙居分局", "仙居县", "台州市生态环境局仙居分局"),
        ("县开发区管委会", "舒城县", "舒城经济开发区管理委员会"),
        ("杭埠镇", "舒城县", "杭埠镇人民政府"),
        ("鼓楼街道", "徐州市", "鼓楼街道办事处"),
        ("各乡镇", "舒城县", None),
        ("重点镇", "舒城县", None),
        ("特色小镇", "舒城县", None),
        ("中铁四局", "六安市", "中铁四局"),
        ("县开发区", "舒城县", "舒城经济开发区管理委员会"),
        ("市水利和湖泊局", "大冶市", "大冶市水利和湖泊局"),
        ("市交通局", "重庆市", "重庆市交通局"),
        ("省建设厅", "浙江省", "浙江省住房和城乡建设厅"),
        ("省海洋渔业局", "福建省", "福建省海洋与渔业局"),
        ("市河长办", "六安市", "六安市河长制办公室"),
        ("市河长办", "南京市", "南京市河长制工作办公室"),
        (
            "自治区党委军民融合办",
            "广西壮族自治区",
            "中共广西壮族自治区党委军民融合发展委员会办公室",
        ),
    ],
)
def test_a_name_is_resolved_from_where_it_stands(
    surface: str, place: str, expected: str | None
) -> None:
    """The same short name means different bodies in documents of different places."""
    assert canonical(surface, place) == expected


@pytest.mark.parametrize(
    ("surface", "date", "expected"),
    [
        ("市金融监管局", "2023-06-14", "六安市地方金融监督管理局"),
        ("市金融办", "2015-06-14", "六安市人民政府金融工作办公室"),
        ("市金融办", "2024-06-14", "中共六安市委金融委员会办公室"),
        ("市法制办", "2015-06-14", "六安市人民政府法制办公室"),
        ("六安金融监管分局", "2024-06-14", "国家金融监督管理总局六安监管分局"),
        ("六安银保监分局", "2021-06-14", "中国银行保险监督管理委员会六安监管分局"),
        ("市国土局", "2015-01-01", "六安市国土资源局"),
        ("市国税局", "2015-01-01", "六安市国家税务局"),
        ("市国税局", "2018-07-13", "六安市国家税务局"),
        ("市农委", "2016-01-01", "六安市农业委员会"),
        ("市粮食局", "2016-01-01", "六安市粮食局"),
        ("市编办", "2015-01-01", "六安市机构编制委员会办公室"),
        ("市编办", "2023-01-01", "中共六安市委机构编制委员会办公室"),
        ("环保总局", "2007-11-22", "国家环境保护总局"),
        ("国家地震局", "1996-02-05", "国家地震局"),
        ("国家地震局", "2004-02-05", "中国地震局"),
        ("国家内贸局", "1999-02-05", "国家国内贸易局"),
        ("银保监会", "2019-01-01", "中国银行保险监督管理委员会"),
        ("广电总局", "2010-01-01", "国家广播电影电视总局"),
        ("广电总局", "2020-01-01", "国家广播电视总局"),
        ("中央网信办", "2014-05-16", "中央网络安全和信息化领导小组办公室"),
        ("中央网信办", "2019-05-16", "中央网络安全和信息化委员会办公室"),
        ("国务院三峡办", "2014-05-16", "国务院三峡工程建设委员会办公室"),
        ("省交通厅", "2007-05-16", "安徽省交通厅"),
        ("省交通厅", "2014-05-16", "安徽省交通运输厅"),
        ("省建设厅", "2007-05-16", "安徽省建设厅"),
        ("省建设厅", "2014-05-16", "安徽省住房和城乡建设厅"),
        ("省人事厅", "2007-05-16", "安徽省人事厅"),
        ("市经委", "2006-12-01", "六安市经济委员会"),
        ("市交委", "2006-12-01", "六安市交通委员会"),
        ("市文体广新局", "2016-02-26", "六安市文化体育广电新闻出版局"),
        ("市应急办", "2016-02-26", "六安市人民政府应急管理办公室"),
        ("市建委", "2006-12-01", "六安市建设委员会"),
        ("市建委", "2016-12-01", "六安市住房和城乡建设委员会"),
        ("省劳动保障厅", "2007-05-16", "安徽省劳动和社会保障厅"),
    ],
)
def test_renamed_bodies_are_read_as_of_the_date(surface: str, date: str, expected: str) -> None:
    """Reforms rename bodies: the document's date decides."""
    assert canonical(surface, "六安市", date) == expected


def test_names_that_differ_by_one_character_never_merge() -> None:
    """江西省财政厅 and 江苏省财政厅 are two bodies, in any document."""
    assert canonical("江西省财政厅", "江西省") != canonical("江苏省财政厅", "江西省")


def test_the_key_names_the_place_where_the_name_does_not() -> None:
    """鼓楼区 lies in four cities: the key of its government holds the code."""
    agency = resolve("区政府", standpoint(Header(jurisdiction="南京市鼓楼区")))
    assert agency is not None
    assert agency.key == "鼓楼区人民政府@320106"


@pytest.mark.parametrize("row", rows("agency_national"), ids=lambda row: row["name"])
def test_every_central_name_resolves(row: dict[str, str]) -> None:
    """Each name and alias means its body on a date on which it is in force."""
    date = row["from"] or ("1990-01-01" if row["to"] else None)
    for name in filter(None, (row["name"], *row["aliases"].split(";"), *row["bare"].split(";"))):
        body = agencies.national(name, date=date, central=True)
        assert body is not None, name
        assert body.name == row["name"]


@pytest.mark.parametrize("row", rows("agency_stems"), ids=lambda row: row["stem"])
def test_every_form_of_a_line_resolves(row: dict[str, str]) -> None:
    """Each short form gives a name of its line at some place, in force on a date."""
    luan = places.by_code("341500")
    assert luan is not None
    date = row["from"] or ("2014-01-01" if row["to"] else None)
    for form in row["forms"].split(";"):
        for suffix in row["suffixes"].split(";"):
            body = agencies.local(form + suffix, place=luan, date=date)
            assert body is not None, form + suffix
            assert body.name.startswith(("六安市", "中共六安市", "中国"))


@pytest.mark.parametrize("row", rows("agency_branches"), ids=lambda row: row["template"])
def test_every_branch_has_its_place_in_the_middle(row: dict[str, str]) -> None:
    """Each head with each tail around a place of its level is that row's branch, whole."""
    seat = {"P": "安徽", "M": "六安", "C": "金寨", "": "安徽"}[row["levels"][:1]]
    for head in row["heads"].split(";"):
        for tail in row["tails"].split(";"):
            name = head + seat + tail
            found = branch(name)
            assert found is not None, name
            assert seat in found.name, name
            assert (found.line, found.kind) == (row["line"], row["kind"]), name
            assert branch_end(f"{name}、省财政厅", 0) == len(name), name


@pytest.mark.parametrize(
    "words", ["国家税务总局", "国家税务总局有关部门", "中国电信分公司", "民航局"]
)
def test_without_a_place_there_is_no_branch(words: str) -> None:
    """A central body alone, or with a kind behind it, is no branch."""
    assert branch(words) is None
    assert branch_end(words, 0) == 0


@pytest.mark.parametrize("words", toml("agency_rules")["zone"]["examples"])
def test_a_named_zone_stands_for_its_committee(words: str) -> None:
    """A zone with a name of its own gives its committee's full name."""
    assert (agencies.zone_committee(words) or "").endswith("管理委员会")


@pytest.mark.parametrize("words", toml("agency_rules")["zone"]["not_examples"])
def test_a_kind_of_zone_is_no_body(words: str) -> None:
    """A kind of zone, a group of zones or a quarter is no committee."""
    assert agencies.zone_committee(words) is None


def test_bureaus_of_a_new_area_carry_its_name() -> None:
    """新区财政局 in a document of 贵安新区, which the gazetteer does not have."""
    assert canonical("新区财政局", "贵安新区") == "贵安新区财政局"


def test_forms_of_one_table_do_not_clash() -> None:
    """No form means two official names at one level on one date within a table."""
    seen: dict[tuple[str, str, str, str], str] = {}
    for row in rows("agency_bodies"):
        for form in row["forms"].split(";"):
            for level in row["levels"] or "PMC":
                key = (row["front"], form, level, row["from"])
                assert seen.setdefault(key, row["template"]) == row["template"], key


@pytest.mark.parametrize("row", toml("generic_actors")["group"], ids=lambda row: row["id"])
def test_groups_of_the_data(row: dict[str, list[str]]) -> None:
    """Each example is a group; no not_example is one of any kind."""
    for words in row["examples"]:
        assert which_group(words) is not None, words
    for words in row["not_examples"]:
        assert which_group(words) is None, words


def test_each_kind_of_group_is_found_somewhere() -> None:
    """Every rule of groups is the one that reads at least one of its examples."""
    for row in toml("generic_actors")["group"]:
        assert row["id"] in {which_group(words) for words in row["examples"]}


@pytest.mark.parametrize(
    ("chars", "place", "expected"),
    [
        ("向省委、省政府报告", "甘肃省", ["中国共产党甘肃省委员会", "甘肃省人民政府"]),
        ("党中央、国务院决定", "六安市", ["中国共产党中央委员会", "中华人民共和国国务院"]),
        ("六安市人民政府办公室", "六安市", ["六安市人民政府办公室"]),
        ("江苏省财政厅和省财政厅", "安徽省", ["江苏省财政厅", "安徽省财政厅"]),
        ("重庆证监局组成", "重庆市", ["中国证券监督管理委员会重庆监管局"]),
        ("发展改革委、财政部要加强", "中华人民共和国", ["国家发展和改革委员会", "财政部"]),
        ("国家税务总局安徽省税务局", "安徽省", ["国家税务总局安徽省税务局"]),
        (
            "省委宣传部、网信办，",
            "安徽省",
            ["中共安徽省委宣传部", "中共安徽省委网络安全和信息化委员会办公室"],
        ),
        ("省财政厅、教育厅、统计局等", "安徽省", ["安徽省财政厅", "安徽省教育厅", "安徽省统计局"]),
        ("省财政厅、教育部门", "安徽省", ["安徽省财政厅"]),
        ("国家金融监督管理总局安徽监管局、", "安徽省", ["国家金融监督管理总局安徽监管局"]),
        ("国网六安供电公司要", "六安市", ["国网安徽省电力有限公司六安供电公司"]),
        ("国网公司、民航运输", "六安市", []),
        ("市政府各部门，市政府有关单位", "六安市", []),
        (
            "重庆市税务局、人行重庆营管部组成",
            "重庆市",
            ["国家税务总局重庆市税务局", "中国人民银行重庆营业管理部"],
        ),
        ("武汉市、鄂州市教育局：", "湖北省", ["武汉市教育局", "鄂州市教育局"]),
        ("支持武汉市、鄂州市委托", "湖北省", []),
        (
            "温州市委宣传部、网信办，",
            "浙江省",
            ["中共温州市委宣传部", "中共温州市委网络安全和信息化委员会办公室"],
        ),
        ("机械部件、电子部分、化工部分", "中华人民共和国", []),
        ("教育部分别会同财政部", "六安市", ["教育部", "财政部"]),
        (
            "伊犁州人民政府、文山州教育局",
            "新疆维吾尔自治区",
            ["伊犁哈萨克自治州人民政府", "文山壮族苗族自治州教育局"],
        ),
        ("市自然资源和规划局金安分局", "六安市", ["六安市自然资源和规划局金安分局"]),
        ("由两江新区管委会负责，支持高新区管委会", "重庆市", ["两江新区管理委员会"]),
        ("各园区管委会、有关开发区管委会", "重庆市", []),
        ("机械部、化工部要加强", "中华人民共和国", ["机械工业部", "化学工业部"]),
    ],
)
def test_bodies_in_running_text(chars: str, place: str, expected: list[str]) -> None:
    """Bodies that running text names are found by their full or short names."""
    assert named(chars, place) == expected


@pytest.mark.parametrize(
    "chars",
    [
        "各级政府、城市政府和县（市、区）人民政府",
        "省、市人民政府，各市政府",
        "贯彻《国务院关于开展工作的意见》",
        "财政部门、环境保护部门要加强",
        "省委托地市实施，市委派干部",
        "市委书记、市政府令、省政府性基金",
        "社区党委、园区党委",
        "各市委、市政府，各区县委、区县政府",
        "市人大代表、市政协委员、市法院系统",
        "加强外交部署，公安部队和水利部分，中国银行业，中国移动支付",
    ],
)
def test_words_that_name_no_body(chars: str) -> None:
    """Groups, titles, departments by kind and office-holders are no bodies."""
    assert named(chars, "六安市") == []


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("由省国有企业改革领导小组办公室备案。", ["陕西省国有企业改革领导小组办公室"]),
        ("省城镇化工作联席会议统筹协调。", ["陕西省城镇化工作联席会议"]),
        ("建立联席会议制度，各级联席会议每年召开。", []),
        ("省城镇化工作联席会议制度要完善，省城镇化工作联席会议成员单位要配合。", []),
        ("在京津冀协同发展领导小组统筹指导下推进。", ["京津冀协同发展领导小组"]),
        (
            "西安都市圈建设联席会议（以下简称联席会议）由省发展改革委召集。",
            ["西安都市圈建设联席会议", "陕西省发展和改革委员会"],
        ),
        ("国家组织药品集中采购试点工作小组办公室", ["国家组织药品集中采购试点工作小组办公室"]),
        ("省人大及其常委会监督。", ["陕西省人民代表大会", "陕西省人民代表大会常务委员会"]),
        ("市场监管部门牵头的联席会议，成立试点工作小组，有关市要建立领导小组", []),
    ],
)
def test_leading_groups_of_the_place_are_bodies(chars: str, expected: list[str]) -> None:
    """A leading group or joint conference of the own place is a body; a kind of them is none."""
    assert named(chars, "陕西省") == expected


def test_a_district_is_called_as_its_issuer_calls_it() -> None:
    """重庆市北碚区人民政府办公室 issues: 区政府办公室 is that body, with its full name."""
    header = Header(issuer="重庆市北碚区人民政府办公室", jurisdiction="重庆市北碚区")
    at = standpoint(header)
    short, full = resolve("区政府办公室", at), resolve("重庆市北碚区人民政府办公室", at)
    assert short is not None
    assert short == full
    assert short.canonical == "重庆市北碚区人民政府办公室"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("文化和旅游部公安部自然资源部", ["文化和旅游部", "公安部", "自然资源部"]),
        ("安徽省财政厅安徽省教育厅", ["安徽省财政厅", "安徽省教育厅"]),
        ("省某某研究会", ["安徽省某某研究会"]),
    ],
)
def test_issuers_side_by_side_are_parted(name: str, expected: list[str]) -> None:
    """Names that a copy glued are parted where each is a known body; else nothing is."""
    central = "文化" in name
    header = Header(
        jurisdiction=None if central else "安徽省",
        level="national" if central else None,
        signed_date="2022-07-08",
    )
    assert [a.canonical for a in issuing(name, standpoint(header))] == expected


def test_the_state_is_no_place_of_a_mark() -> None:
    """国 in front of a name means the state, which is no 省, 市 or 县 to put in its stead."""
    assert own_place("国", standpoint(Header(level="national"))) is None
    assert own_place("市", standpoint(Header(jurisdiction="金寨县"))).name == "六安市"
