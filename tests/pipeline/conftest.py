"""Small sources that build in a moment, and builds of them that tests share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder import pipeline

NATIONAL = """国务院关于印发《城乡供水保障行动计划》的通知
国发〔2023〕8号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
现将《城乡供水保障行动计划》印发给你们，请认真贯彻执行。
国务院
2023年3月10日
城乡供水保障行动计划
为保障城乡供水安全，制定本行动计划。
一、总体目标
到2027年，农村自来水普及率达到92%左右。
二、重点任务
（一）完善水源工程。加快建设中小型水库，全面推进老旧管网改造。（水利部牵头，国家发展改革委、财政部按职责分工负责）
（二）健全水质监测。建立水质监测网络，推动监测数据共享。（生态环境部、国家卫生健康委等负责）
三、组织实施
（一）加强组织领导。各地区要健全工作机制，省级政府要制定本省份实施方案。
"""
PROVINCIAL = """安徽省人民政府关于印发安徽省城乡供水保障实施方案的通知
皖政〔2023〕41号
各市、县人民政府，省政府各部门、各直属机构：
现将《安徽省城乡供水保障实施方案》印发给你们，请认真贯彻落实。
安徽省人民政府
2023年9月5日
安徽省城乡供水保障实施方案
为贯彻落实《国务院关于印发〈城乡供水保障行动计划〉的通知》（国发〔2023〕8号）精神，结合我省实际，制定本方案。
一、发展目标
到2027年，全省农村自来水普及率达到95%以上。
二、主要任务
（一）完善水源工程。加快建设牛岭水库等中型水库，推进老旧管网改造。（责任单位：省水利厅，配合单位：省发展改革委、省财政厅）
（二）健全水质监测。建立全省水质监测网络，推动监测数据共享。（责任单位：省生态环境厅、省卫生健康委）
三、保障措施
（一）加强组织领导。各市、县人民政府要健全工作机制。
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Give a folder with a national and a provincial document."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "national.txt").write_text(NATIONAL, encoding="utf-8")
    (folder / "provincial.txt").write_text(PROVINCIAL, encoding="utf-8")
    return folder


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., pipeline.Built]:
    """Give a build of some paths into one graph folder, in this process."""

    def run(*paths: Path, out: str = "graph", **options: object) -> pipeline.Built:
        return pipeline.build(paths, tmp_path / out, **{"jobs": 1} | options)  # type: ignore[arg-type]

    return run
