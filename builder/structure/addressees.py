"""Addressees (主送机关) split into the bodies and groups that a careful reader names."""

import re

from builder.lexicon import places

__all__ = ["split"]

# 、 outside brackets: 科技厅（委、局）
BETWEEN_NAMES = re.compile(r"、(?![^（）]*）)")
# the rest of 各委、办、局, 各委、局及各直属单位 and 各企业、事业单位: letters of a series;
# 各乡镇党委、人民政府: the second body of the same places
SERIES = re.compile(
    r"(?:委|办|厅|局|部|处|室)(?:及|和|室|$)|(?:事业)?单位$|(?:村|社区)(?:（|$)"
    r"|(?:人民政府|政府|办事处|行署)(?:（[^）]*）)?$"
    r"|(?:镇|乡|街道|开发区|园区)$"  # 各街道、镇
)
# 北京、陕西省（自治区、直辖市）人民政府: places named one by one, whose classes the brackets name
OF_CLASSES = re.compile(r"（(?:省|自治区|直辖市|市|州|区|县|、){2,}）")


def split(line: str) -> tuple[str, ...]:
    """Give the addressees of a line.

    ， parts classes; 、 parts bodies, but not the places of one class (各省、自治区…人民政府).

    >>> split("各省、自治区、直辖市人民政府，国务院各部委、各直属机构：")
    ('各省、自治区、直辖市人民政府', '国务院各部委', '各直属机构')
    >>> split("各省、自治区、直辖市科技厅（委、局）、国资委、科协：")
    ('各省、自治区、直辖市科技厅（委、局）', '国资委', '科协')
    >>> split("各街道、镇，各人民团体：")
    ('各街道、镇', '各人民团体')
    >>> split("各行政村、各有关单位：")
    ('各行政村', '各有关单位')
    >>> split("各区委、区政府，市委、市政府各部委办局：")
    ('各区委、区政府', '市委、市政府各部委办局')
    >>> split("各镇、各嘎查村、广大农牧民：")
    ('各镇', '各嘎查村', '广大农牧民')
    >>> split("各乡（镇）党委、人民政府，市委各部、委、室：")
    ('各乡（镇）党委、人民政府', '市委各部、委、室')
    >>> split("北京、上海、西藏、陕西省（自治区、直辖市）人民政府：")
    ('北京', '上海', '西藏', '陕西省（自治区、直辖市）人民政府')
    >>> split("武汉市、鄂州市、黄石市人力资源和社会保障局：")
    ('武汉市、鄂州市、黄石市人力资源和社会保障局',)
    """
    out: list[str] = []
    for group in re.split(r"[，,；;]", line.strip().rstrip("：:").strip()):
        held = ""
        names = BETWEEN_NAMES.split(group)
        if OF_CLASSES.search(group) and all(places.called(name) for name in names[:-1]):
            out += names
            continue
        for place, name in enumerate(names):
            held = f"{held}、{name}" if held else name
            following = names[place + 1] if place + 1 < len(names) else ""
            ends = COMPLETE.search(held) or (PLACES.search(held) and OTHERS.match(following))
            same = held.endswith("委") and GOVERNMENT.match(following)
            if ends and not same and not SERIES.match(following):
                out.append(held.strip())
                held = ""
        if held:
            out.append(held.strip())
    return tuple(re.sub(r"\s+(?=[（(])", "", name) for name in out if name)


# 各区委、|区政府, 市委、|市政府各部委办局
GOVERNMENT = re.compile(r"(?:省|自治区|市|区|县|州|旗|镇|乡)?(?:人民)?政府")
# 各镇|、各嘎查村|、广大农牧民
PLACES = re.compile(r"^各.*(?:镇|乡|村|嘎查|苏木)$")
OTHERS = re.compile(r"各|广大|有关")
COMPLETE = re.compile(
    r"(?:政府|公署|部门|处室|科室|机构|部委|单位|委|厅|局|办|部|院|会|企业|公司|行|处|社|团体|学校|大学|中心|街道|组|所|队|法院|检察院|军区|集团|村|社区|科协|妇联|残联|侨联|文联|工商联|主任|委员|代表|秘书长|农牧民|群众)(?:（[^）]*）)?$"
)
