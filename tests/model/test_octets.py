"""From raw characters to the bytes of the file."""

from pathlib import Path

import pytest

from builder.ingest import SourceFile, read
from builder.model.span import Span

CHARS = "一、总则\r\n为推進城市更新，制定本方案。"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_bytes_of_the_file_decode_to_the_characters(codec: str, tmp_path: Path) -> None:
    """Every stretch of raw characters leads to the bytes that it was decoded from."""
    path = tmp_path / "a.txt"
    path.write_bytes((CHARS * 3).encode(codec))
    witness, _ = read(SourceFile(path=path, name="a.txt"))
    assert witness is not None
    plain = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(codec, codec)
    for start in range(len(witness.chars)):
        span = Span(start, min(start + 3, len(witness.chars)))
        octets = witness.octets(span)
        assert octets is not None
        found = path.read_bytes()[octets.start : octets.end]
        assert found.decode(plain) == span.of(witness.chars)


def test_no_bytes_are_claimed_that_cannot_be_counted(tmp_path: Path) -> None:
    """What came out of a page, or stands behind bytes that did not decode, has none."""
    (tmp_path / "a.html").write_text(f"<html><p>{CHARS}</p></html>", encoding="utf-8")
    page, _ = read(SourceFile(path=tmp_path / "a.html", name="a.html"))
    (tmp_path / "b.txt").write_bytes((CHARS * 9).encode() + b"\xff" + CHARS.encode())
    spoilt, _ = read(SourceFile(path=tmp_path / "b.txt", name="b.txt"))
    assert page is not None
    assert spoilt is not None
    assert page.octets(Span(0, 1)) is None
    assert spoilt.octets(Span(0, 2)) == Span(0, 6)
    assert spoilt.octets(Span(len(spoilt.chars) - 2, len(spoilt.chars))) is None
