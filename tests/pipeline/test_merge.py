"""Sorted files become one sorted file, in little memory."""

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from builder.pipeline import merge
from builder.pipeline.merge import Tally, merged

LINES = st.lists(st.lists(st.sampled_from("甲乙丙丁ab"), max_size=12), max_size=6)


@given(many=LINES)
def test_a_merge_gives_each_line_once_in_order(many: list[list[str]]) -> None:
    """Whatever sorted files are merged, the result is what sorting all lines at once gives."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / str(number) for number in range(len(many))]
        for path, words in zip(paths, many, strict=True):
            path.write_text("".join(f"{word}\n" for word in sorted(words)), encoding="utf-8")
        tally = Tally()
        body = b"".join(map(tally.take, merged(paths)))
    expected = sorted({word for words in many for word in words})
    assert body.decode().split("\n")[:-1] == expected
    assert (tally.lines, tally.hashed.digest()) == (len(expected), sha256(body).digest())


def test_files_longer_than_a_block_are_read_on(tmp_path: Path) -> None:
    """A file that does not fit into one block loses no line between two."""
    paths = [tmp_path / "even", tmp_path / "odd"]
    numbers = [f"{number:07}\n" for number in range(3 * merge.BLOCK_BYTES // 8)]
    for path, lines in zip(paths, (numbers[::2], numbers[1::2]), strict=True):
        path.write_text("".join(lines))
    assert b"".join(merged(paths)).decode() == "".join(numbers)
