"""Many distinct documents from few: copies of the seeds renumbered, re-dated, re-placed.

Each copy has its own number (or date, where the seed has none) and stands in another
province, so that no two are copies of one document.
"""

import itertools
import re
from pathlib import Path

PROVINCES = re.findall(
    "..", "河北山西辽宁吉林江苏浙江福建江西山东河南湖北广东海南四川贵州云南陕西青海"
)
OWN_PLACES = re.compile("甘肃|湖南|六安")
OWN_NUMBER = re.compile(r"(?<=〔20\d\d〕)\d+(?=[号號])|(?<=办秘20\d\d)\d+")
FULL_DATE = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")


def write(seeds: Path, target: Path, count: int) -> list[Path]:
    """Write ``count`` distinct documents below ``target`` and give their paths."""
    originals = sorted(seeds.glob("*.txt"))
    originals = [path for path in originals if not path.stem.endswith(".b")]
    target.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, original in zip(range(count), itertools.cycle(originals), strict=False):
        path = target / f"{number:05}-{original.name}"
        path.write_text(vary(original.read_text(encoding="utf-8"), number), encoding="utf-8")
        paths.append(path)
    return paths


def vary(chars: str, number: int) -> str:
    """Give the copy of that number: 1 moves to another province, bears another number …"""
    if number < 4:
        return chars
    place = PROVINCES[number % len(PROVINCES)]
    moved = OWN_PLACES.sub(place, chars)
    dated = FULL_DATE.sub(lambda m: _redate(m, number), moved)
    return OWN_NUMBER.sub(lambda m: str(1000 + number), dated, count=1)


def _redate(m: re.Match[str], number: int) -> str:
    return f"{m[1]}年{1 + number // 28 % 12}月{1 + number % 28}日"
