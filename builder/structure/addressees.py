"""Addressees (主送机关) split into the bodies and groups that a careful reader names."""

import re

__all__ = ["split"]

PLACE_SERIES = re.compile(r"各(?:[省市州县区盟旗乡镇]|自治[区州县旗]|直辖市)$")


def split(line: str) -> tuple[str, ...]:
    """Give the addressees of a line.

    ， parts classes; 、 parts bodies, but not the places of one class (各省、自治区、直辖市人民政府).

    >>> split("各省、自治区、直辖市人民政府，国务院各部委、各直属机构：")
    ('各省、自治区、直辖市人民政府', '国务院各部委', '各直属机构')
    """
    out: list[str] = []
    for group in re.split(r"[，,；;]", line.strip().rstrip("：:").strip()):
        held = ""
        for name in group.split("、"):
            held = f"{held}、{name}" if held else name
            if _complete(held):
                out.append(held.strip())
                held = ""
        if held:
            out.append(held.strip())
    return tuple(name for name in out if name)


COMPLETE = re.compile(
    r"(?:政府|部门|机构|部委|单位|委|厅|局|办|部|院|会|企业|公司|行|处|社|团体|学校|大学|中心|街道|组|所|队|法院|检察院|军区|集团)(?:（[^）]*）)?$"
)


def _complete(name: str) -> bool:
    return COMPLETE.search(name) is not None
