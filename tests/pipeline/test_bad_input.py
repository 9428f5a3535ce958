"""Bad input is a finding with a next step; everything else is built."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder import pipeline
from builder.errors import SourceError

Build = Callable[..., pipeline.Built]
NEWS = """我市召开供水保障工作推进会
本报讯（记者 张三）昨日，我市召开城乡供水保障工作推进会。市长出席会议并讲话。
会议指出，供水保障是重大民生工程。与会人员还参观了水厂。记者从会上获悉，今年以来各项工作进展顺利。
责编：李四
"""
REPLY = """国务院关于同意设立某某开发区的批复
国函〔2018〕159号
安徽省人民政府：
你省关于设立某某开发区的请示收悉。现批复如下：
一、同意设立某某开发区。
二、批复未尽事宜，由你省会同有关部门办理。
国务院
2018年12月25日
"""


def _reasons(built: pipeline.Built) -> dict[str, list[str]]:
    return {
        refused["source"]: [reason["code"] for reason in refused["reasons"]]
        for refused in built.manifest["refused"]
    }


def _documents(built: pipeline.Built) -> set[str]:
    return {document["key"] for document in built.manifest["documents"]}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n\t "),
        ("image.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
        ("broken.pdf", b"%PDF-1.7\nnothing of the kind"),
        ("broken.docx", b"PK\x03\x04" + b"\x00" * 100),
        ("news.txt", NEWS.encode()),
        ("noise.txt", b"asdf qwer 12345\n" * 5),
    ],
)
def test_what_is_no_document_is_refused_and_the_rest_is_built(
    name: str, data: bytes, sources: Path, build: Build
) -> None:
    """A file without a policy document is refused with its reasons; the others are built."""
    (sources / name).write_bytes(data)
    built = build(sources)
    assert _documents(built) == {"国发-2023-8", "皖政-2023-41"}
    assert list(_reasons(built)) == [name]
    counts = built.manifest["counts"]
    assert (counts["in"], counts["built"], counts["refused"]) == (3, 2, 1)
    assert all(
        reason["next_zh"] and reason["next_en"]
        for reason in built.manifest["refused"][0]["reasons"]
    )


def test_a_missing_path_is_a_finding(sources: Path, build: Build, tmp_path: Path) -> None:
    """A path that does not exist is reported; what exists is built."""
    built = build(sources, tmp_path / "nowhere")
    assert "ingest-missing" in {finding.code for finding in built.findings}
    assert len(_documents(built)) == 2


def test_nothing_but_bad_input_builds_nothing(build: Build, tmp_path: Path) -> None:
    """Where no document comes out at all, the error says why and no graph is made."""
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(SourceError, match="empty"):
        build(tmp_path / "empty.txt")
    assert not (tmp_path / "graph" / "current").exists()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig", "utf-16-le"])
def test_common_encodings_give_the_same_document(
    encoding: str, sources: Path, build: Build
) -> None:
    """GB18030 and UTF-16 copies read as the same text."""
    chars = (sources / "national.txt").read_text(encoding="utf-8")
    (sources / "national.txt").write_bytes(chars.encode(encoding))
    assert _documents(build(sources)) == {"国发-2023-8", "皖政-2023-41"}


def test_a_file_of_100_mb_is_refused_without_reading_it_into_memory(
    sources: Path, build: Build
) -> None:
    """A huge file is refused; the run goes on."""
    with (sources / "huge.txt").open("wb") as file:
        file.truncate(100_000_000)
    assert list(_reasons(build(sources))) == ["huge.txt"]


def test_a_line_of_5_mb_does_not_hang(sources: Path, build: Build) -> None:
    """One endless line is read or refused in the time of other text."""
    (sources / "line.txt").write_text("加快建设中小型水库，" * 170_000, encoding="utf-8")
    assert {"国发-2023-8", "皖政-2023-41"} <= _documents(build(sources))


def test_a_reply_is_a_document_without_tasks(sources: Path, build: Build) -> None:
    """A 批复 stands in the graph with its header; no task is invented for it."""
    (sources / "reply.txt").write_text(REPLY, encoding="utf-8")
    built = build(sources)
    assert "国函-2018-159" in _documents(built)
    published = (built.folder / "documents" / "国函-2018-159.json").read_text(encoding="utf-8")
    assert '"tasks": []' in published


HOSTILE = "a\"b\\c<d>{e}$f'g`; DROP (n) <script>alert(1)</script> .txt"


def test_hostile_names_do_no_harm(sources: Path, build: Build) -> None:
    """A file name or title with quotes, brackets or code is text everywhere."""
    title = '关于“<script>alert(1)</script>”\\"}]) DETACH DELETE n // 的通知'
    chars = PROVINCIAL_LIKE.format(title=title)
    (sources / HOSTILE.replace("/", "_")).write_text(chars, encoding="utf-8")
    built = build(sources)
    assert built.manifest["counts"]["in"] == 3
    assert {"国发-2023-8", "皖政-2023-41"} <= _documents(built)


PROVINCIAL_LIKE = """{title}
皖政〔2023〕42号
各市、县人民政府：
一、主要任务
（一）健全"监测'网络\\。推动`数据`共享 <b>&amp;</b>。（责任单位：省"水利厅）
安徽省人民政府
2023年9月6日
"""


def test_two_documents_under_one_number_are_both_refused(sources: Path, build: Build) -> None:
    """Different documents that bear one number are listed, and neither enters the graph."""
    other = PROVINCIAL_LIKE.format(title="安徽省人民政府关于调整渡口管理权限的通知")
    (sources / "other.txt").write_text(other.replace("42号", "41号"), encoding="utf-8")
    built = build(sources)
    assert _documents(built) == {"国发-2023-8"}
    assert _reasons(built) == {
        "other.txt": ["pipeline-key-doubled"],
        "provincial.txt": ["pipeline-key-doubled"],
    }
