"""Files of every kind become a witness, or a finding that says what to do."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.ingest import MAX_BYTES, SourceFile, find_sources, read
from builder.ingest.decoding import decode
from builder.lexicon import findings

TEXT = "国务院关于印发《行动计划》的通知\n国发〔2024〕17号\n各省、自治区、直辖市人民政府：\n"
TRADITIONAL = "國務院關於印發《行動計劃》的通知\n各省、自治區、直轄市人民政府，國務院各部委：\n"


def source(path: Path) -> SourceFile:
    return SourceFile(path=path, name=path.name)


def written(folder: Path, raw: bytes, name: str = "a.txt") -> SourceFile:
    (folder / name).write_bytes(raw)
    return source(folder / name)


@pytest.mark.parametrize(
    ("codec", "chars"),
    [
        ("utf-8", TEXT),
        ("utf-8-sig", TEXT),
        ("gb18030", TEXT),
        ("gb2312", TEXT),
        ("big5", TRADITIONAL),
        ("utf-16", TEXT),
        ("utf-16-le", TEXT),
        ("utf-16-be", TEXT),
    ],
)
def test_encodings_are_told_apart(tmp_path: Path, codec: str, chars: str) -> None:
    """The characters come out whatever the encoding."""
    witness, odd = read(written(tmp_path, chars.encode(codec)))
    assert witness is not None
    assert witness.chars == chars
    assert odd == ()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "ingest-empty"),
        (b" \n\t ", "ingest-empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "ingest-binary"),
        (b"%PDF-1.7 broken", "ingest-damaged-container"),
        (b"PK\x03\x04 word/document.xml broken", "ingest-damaged-container"),
        (b"PK\x03\x04 broken", "ingest-binary"),
        (b"<html><script>x</script></html>", "ingest-no-text"),
    ],
)
def test_bad_files_are_refused_with_a_next_step(tmp_path: Path, raw: bytes, code: str) -> None:
    """A file that holds no text is a finding, never an exception."""
    witness, odd = read(written(tmp_path, raw))
    assert witness is None
    assert [f.code for f in odd] == [code]
    assert findings.words(odd[0]).next_en


def test_a_line_of_megabytes_is_a_finding(tmp_path: Path) -> None:
    """Five megabytes on one line are no document; just under the limit is read."""
    long = tmp_path / "long.txt"
    long.write_text("推进城市更新。" * 240_000, encoding="utf-8")
    witness, findings = read(source(long))
    assert witness is None
    assert [f.code for f in findings] == ["ingest-too-long"]
    long.write_text("推进城市更新。" * 140_000, encoding="utf-8")
    witness, _ = read(source(long))
    assert witness is not None


def test_missing_and_huge_files_are_findings(tmp_path: Path) -> None:
    """A file that vanished or is too large is refused without being read."""
    assert [f.code for f in read(source(tmp_path / "no.txt"))[1]] == ["ingest-missing"]
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert [f.code for f in read(source(huge))[1]] == ["ingest-huge"]
    assert [f.code for f in read(source(tmp_path))[1]] == ["ingest-unreadable"]


def test_bytes_that_no_encoding_has_are_reported(tmp_path: Path) -> None:
    """A spoilt byte in UTF-8 is replaced, and the finding says so."""
    raw = TEXT.encode() + b"\xff" + TEXT.encode()
    witness, odd = read(written(tmp_path, raw))
    assert witness is not None
    assert [f.code for f in odd] == ["ingest-doubtful-encoding"]
    assert witness.chars.count("\ufffd") == 1


def test_html_keeps_the_order_of_blocks(tmp_path: Path) -> None:
    """Each block is a line, in page order, without scripts; a <br> breaks a line."""
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><p>国发〔2024〕17号</p>"
        "<div>各省<br>各部委<script>var a;</script>：</div><table><tr><td>甲</td><td>乙</td></tr>"
        "</table><!-- c -->完</body></html>"
    )
    witness, _ = read(written(tmp_path, page.encode(), "a.html"))
    assert witness is not None
    assert witness.format == "html"
    assert witness.chars.split("\n") == ["国发〔2024〕17号", "各省", "各部委：", "甲\t乙", "完"]


def test_docx_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    """A DOCX gives its paragraphs and the rows of its tables, in order."""
    document = docx.Document()
    document.add_paragraph("国发〔2024〕17号")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "甲", "乙"
    document.add_paragraph("完")
    buffer = io.BytesIO()
    document.save(buffer)
    witness, _ = read(written(tmp_path, buffer.getvalue(), "a.docx"))
    assert witness is not None
    assert (witness.format, witness.chars) == ("docx", "国发〔2024〕17号\n甲\t乙\n完")


def test_another_zip_is_refused(tmp_path: Path) -> None:
    """A ZIP that is no DOCX is a finding."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "x")
    witness, odd = read(written(tmp_path, buffer.getvalue(), "a.zip"))
    assert witness is None
    assert odd[0].code == "ingest-binary"


def test_a_text_with_a_few_tags_keeps_its_lines(tmp_path: Path) -> None:
    """Line ends lay out a text in which some tags were left; in a page they are blanks."""
    plain = TEXT + "一、总则\n二、任务\n<p>附件</p>\n"
    witness, _ = read(written(tmp_path, plain.encode()))
    assert witness is not None
    assert "一、总则\n二、任务\n附件" in witness.chars
    witness, _ = read(written(tmp_path, "<html><p>一、总则\n二、任务</p></html>".encode()))
    assert witness is not None
    assert witness.chars == "一、总则 二、任务"


def test_a_folder_that_cannot_be_listed_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closed folder below the one given is reported; what lies beside it is read."""
    (tmp_path / "closed").mkdir()
    written(tmp_path, TEXT.encode())
    listed = Path.iterdir

    def iterdir(folder: Path) -> Iterator[Path]:
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    sources, odd = find_sources([tmp_path])
    assert [s.name for s in sources] == ["a.txt"]
    assert [f.code for f in odd] == ["ingest-closed-folder"]


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=400))
def test_decoding_never_raises(raw: bytes) -> None:
    """Any bytes give characters."""
    assert isinstance(decode(raw).chars, str)


def test_folders_are_walked_sorted_and_the_manifest_is_no_source(tmp_path: Path) -> None:
    """Names are sorted, hidden files passed over, and manifest columns become metadata."""
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt").write_text(TEXT, encoding="utf-8")
    rows = "# what this is\nfile,source_page,odd\na.txt,https://www.gov.cn/x,拼音\ngone.txt,,\n"
    (tmp_path / "MANIFEST.csv").write_text(rows, encoding="utf-8")
    sources, odd = find_sources([tmp_path])
    assert [s.name for s in sources] == ["a.txt", "b.txt", "sub/c.txt"]
    assert sources[0].metadata == (("source_page", "https://www.gov.cn/x"), ("odd", "拼音"))
    assert [f.code for f in odd] == ["ingest-manifest-absent-file"]


def test_missing_path_and_empty_folder_are_findings(tmp_path: Path) -> None:
    """A path that leads nowhere is reported, and the others are still read."""
    (tmp_path / "empty").mkdir()
    file = written(tmp_path, TEXT.encode()).path
    sources, odd = find_sources([tmp_path / "empty", tmp_path / "gone", file, file])
    assert [s.name for s in sources] == ["a.txt"]
    assert sorted(f.code for f in odd) == ["ingest-empty-folder", "ingest-missing"]


def test_the_seeds_have_a_manifest_that_fits_them() -> None:
    """Each seed is on the manifest with its hash and what is odd about it, and no other."""
    folder = Path(__file__).parents[2] / "seeds"
    sources, odd = find_sources([folder])
    assert odd == ()
    assert len(sources) == 5
    for found in sources:
        witness, _ = read(found)
        metadata = dict(found.metadata)
        assert witness is not None
        assert metadata["sha256"] == witness.sha256
        assert metadata["odd_zh"]
        assert metadata["odd_en"]


def test_every_finding_of_this_stage_has_words() -> None:
    """Codes named in the code and codes in the table are the same, each in both languages."""
    root = Path(__file__).parents[2] / "builder"
    named = {
        code
        for stage in ("ingest", "restore", "collate")
        for file in sorted((root / stage).glob("*.py"))
        for code in re.findall(rf'"({stage}-[a-z-]+)"', file.read_text(encoding="utf-8"))
    }
    named |= {"collate-abridged", "collate-rewritten"}
    known = {c for c in findings.codes() if c.split("-")[0] in ("ingest", "restore", "collate")}
    assert named == known
    assert all(all(findings.codes()[code].values()) for code in known)


PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R
/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 63>>stream
BT /F1 12 Tf 20 100 Td (Notice 2024) Tj 0 -20 Td (No. 17) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
"""


def test_pdf_lines_in_reading_order(tmp_path: Path) -> None:
    """A PDF gives its lines as they are set, one below the other."""
    witness, odd = read(written(tmp_path, PDF, "a.pdf"))
    assert odd == ()
    assert witness is not None
    assert (witness.format, witness.chars) == ("pdf", "Notice 2024\nNo. 17")


def test_a_link_to_itself_is_refused_and_the_rest_is_found(tmp_path):
    """A loop of symbolic links stops nothing: it is a source that cannot be opened."""
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "a.txt").write_text("正文", encoding="utf-8")
    found, odd = find_sources([tmp_path])
    assert [source.name for source in found] == ["a.txt", "loop"]
    assert odd == ()
    witness, refused = read(found[1])
    assert witness is None
    assert refused[0].severity == "violation"
