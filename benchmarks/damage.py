"""Damage clean texts in known ways, restore them, and count what came back.

    python -m benchmarks.damage [FILE...] [--only KIND] [--runs N]

Without files the project's own seeds, restored, are the clean texts.  For each kind of
damage: how many places were damaged, found (something was changed there), restored exactly,
wrong; for misdecoded runs also how many have their boundaries right and how certain they are,
alone and with a second copy that is intact at the place.  A text that the character model
counts is refused.  Then the time of restoring the seeds
as a ratio to one jieba pass.  :mod:`benchmarks.heldout` measures the runs on more places.
"""

import argparse
import gc
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from opencc import OpenCC
from pypinyin import Style, pinyin

from builder.collate import collate
from builder.ingest import SourceFile, read
from builder.lexicon.charactermodel import model
from builder.lexicon.gbk import pair, slipped
from builder.model.outline import Header
from builder.model.text import Edit, Text, Witness
from builder.restore import restore

SEEDS = Path(__file__).parent.parent / "seeds"
CLEAN_SEEDS = ("guofa-2024-17.txt", "luan-2023-55.txt", "gansu-2024.txt")
RUN_CHARS = (5, 14)
TIMED_RUNS = 9
MAX_COUNTED = 0.5  # of rows of four characters; texts on other themes share 0.2 to 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """A damaged text with what stands where: (start in the damaged text, end, true text)."""

    chars: str
    places: tuple[tuple[int, int, str], ...]


def main() -> None:
    arguments = _arguments()
    texts = [unseen(path) for path in arguments.files or [SEEDS / name for name in CLEAN_SEEDS]]
    print(f"{'kind':<22} {'places':>6} {'found':>6} {'exact':>6} {'wrong':>6}  exact %")
    for name, damage in KINDS.items():
        if arguments.only in (None, name):
            _report(name, damage, texts, arguments.runs)
    if arguments.only in (None, "time"):
        _report_time()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--only")
    parser.add_argument("--runs", type=int, default=12, help="misdecoded runs a text")
    return parser.parse_args()


def unseen(path: Path) -> str:
    """Give the clean text of a file, unless the character model counts it or much of it."""
    chars = _clean(path)
    share = model().counted(chars)
    if share > MAX_COUNTED:
        raise SystemExit(
            f"{path}: {share:.0%} of its rows of four characters are in the character model, "
            "which would be asked what it was told; measure it with benchmarks.heldout"
        )
    return chars


def _clean(path: Path) -> str:
    witness, _ = read(SourceFile(path=path, name=path.name))
    if witness is None:
        raise SystemExit(f"{path} cannot be read")
    return restore(witness).chars


def _report(name: str, damage: Callable[..., Damaged], texts: list[str], runs: int) -> None:
    counts: Counter[str] = Counter()
    by_certainty: Counter[tuple[str, bool]] = Counter()
    for number, chars in enumerate(texts):
        damaged = damage(chars, random.Random(f"{name}{number}"), runs)
        text = _settled(name, damaged.chars, chars)
        for start, end, true in damaged.places:
            _judge(text, start, end, true, counts, by_certainty)
    share = 100 * counts["exact"] / max(1, counts["places"])
    print(
        f"{name:<22} {counts['places']:>6} {counts['found']:>6} {counts['exact']:>6} "
        f"{counts['wrong']:>6}  {share:.1f}"
    )
    if name.startswith("slip") and not name.endswith("+ copy"):
        print(f"{'':<22} boundaries: {counts['bounds']} of {counts['places']}")
    for (certainty, right), count in sorted(by_certainty.items()):
        print(f"{'':<22} {certainty}: {count} {'right' if right else 'wrong'}")


def _settled(name: str, damaged: str, clean: str) -> Text:
    text = _restored(damaged, "damaged")
    if not name.endswith("+ copy"):
        return text
    works, _ = collate([(text, Header()), (_restored(clean, "copy"), Header())])
    texts = [t for work in works for t in work.texts if t.witness.source == "damaged"]
    return texts[0]


def _restored(chars: str, source: str) -> Text:
    return restore(Witness(source=source, sha256=source, encoding="utf-8", chars=chars))


def _judge(
    text: Text,
    start: int,
    end: int,
    true: str,
    counts: Counter[str],
    by_certainty: Counter[tuple[str, bool]],
) -> None:
    """Count one damaged place: compare what the restored text has there with the truth."""
    edits = [e for e in text.edits if e.at.start < end + 1 and start < e.at.end + 1]
    here = "".join(
        c for c, a in zip(text.chars, text.origin.starts, strict=True) if start <= a < end
    )
    exact = here.replace("\n", "").replace(" ", "") == true.replace("\n", "").replace(" ", "")
    counts["places"] += 1
    counts["found"] += bool(edits)
    counts["exact"] += exact
    counts["wrong"] += bool(edits) and not exact
    counts["bounds"] += any(e.fix == "slip" and e.at == (start, end) for e in edits)
    for edit in edits[:1]:
        by_certainty[_certainty(edits, edit), exact] += 1


def _certainty(edits: list[Edit], first: Edit) -> str:
    last = [e for e in edits if e.fix in ("slip", "witness")]
    return last[-1].certainty if last else first.certainty


def slip(chars: str, random_: random.Random, runs: int) -> Damaged:
    """Read runs of a simplified text one byte off; unmapped pairs are dropped."""
    return _slips(chars, random_, runs, str)


def slip_traditional(chars: str, random_: random.Random, runs: int) -> Damaged:
    """The same in traditional script, the rest of the text traditional as well."""
    return _slips(OpenCC("s2t").convert(chars), random_, runs, OpenCC("t2s").convert)


def _slips(chars: str, random_: random.Random, runs: int, folded: Callable[[str], str]) -> Damaged:
    parts: list[str] = []
    places: list[tuple[int, int, str]] = []
    at = size = 0
    for start, stop in _stretches(chars, random_, runs):
        end, last = _until_ascii(chars, start, stop)
        shown = "".join(bytes(p).decode("gbk") for p in slipped(chars[start:end]))
        parts += [chars[at:start], "?", shown, last]
        size += start - at
        places.append((size, size + len(shown) + 2, folded(chars[start:end])))
        size += len(shown) + 2
        at = end
    parts.append(chars[at:])
    return Damaged(chars="".join(parts), places=tuple(places))


def _until_ascii(chars: str, start: int, stop: int) -> tuple[int, str]:
    """Give where a run ends, and what shows there: an ASCII byte puts the decoder right."""
    for i in range(start, stop):
        code = pair(chars[i])
        if code and code[1] < 0x80:
            return i + 1, chr(code[1])
    return stop, "?"


def _stretches(chars: str, random_: random.Random, count: int) -> list[tuple[int, int]]:
    """Give stretches of GBK characters within lines, well apart."""
    found: list[tuple[int, int]] = []
    for start in sorted(random_.sample(range(len(chars) - 20), min(4 * count, len(chars) // 40))):
        end = start + random_.randint(*RUN_CHARS)
        whole = all(pair(c) for c in chars[start:end])
        if whole and (not found or start > found[-1][1] + 60) and len(found) < count:
            found.append((start, end))
    return found


def notes(chars: str, random_: random.Random, runs: int) -> Damaged:
    """Put pinyin with tones behind every character of a chosen few."""
    return _noted(chars, random_, Style.TONE, "({})")


def notes_spaced(chars: str, random_: random.Random, runs: int) -> Damaged:
    """Put pinyin with a blank inside the brackets."""
    return _noted(chars, random_, Style.TONE, "({} )")


def notes_toneless(chars: str, random_: random.Random, runs: int) -> Damaged:
    """Put pinyin without tones, twice."""
    return _noted(chars, random_, Style.NORMAL, "({0})({0})")


def _noted(chars: str, random_: random.Random, style: Style, form: str) -> Damaged:
    kinds = sorted({c for c in chars if "\u4e00" <= c <= "\u9fff"})
    chosen = {c: pinyin(c, style=style)[0][0] for c in random_.sample(kinds, 40)}
    parts: list[str] = []
    places: list[tuple[int, int, str]] = []
    size = 0
    for char in chars:
        note = form.format(chosen[char]) if char in chosen else ""
        parts.append(char + note)
        if note:
            places.append((size, size + 1 + len(note), char))
        size += 1 + len(note)
    return Damaged(chars="".join(parts), places=tuple(places))


def traditional(chars: str, random_: random.Random, runs: int) -> Damaged:
    """Convert to traditional script and back through a few wrong picks."""
    picks = str.maketrans({"斗": "鬥", "板": "闆", "干": "幹", "里": "裏", "复": "複", "历": "曆"})
    damaged = OpenCC("s2t").convert(chars).translate(picks)
    if len(damaged) != len(chars):
        raise SystemExit("the conversion changed the length of the text")
    pairs = enumerate(zip(damaged, chars, strict=True))
    return Damaged(chars=damaged, places=tuple((i, i + 1, b) for i, (a, b) in pairs if a != b))


def lost_brackets(chars: str, random_: random.Random, runs: int) -> Damaged:
    """Lose the second bracket of every document number."""
    parts: list[str] = []
    places: list[tuple[int, int, str]] = []
    size = 0
    for piece in _numbers(chars):
        lost = piece.replace("〕", "") if piece.startswith("〔") else piece
        if lost != piece:
            places.append((size, size + len(lost), piece))
        parts.append(lost)
        size += len(lost)
    return Damaged(chars="".join(parts), places=tuple(places))


def _numbers(chars: str) -> Iterator[str]:
    """Give the text in pieces, each 〔2024〕17号 a piece of its own."""
    while True:
        start = chars.find("〔")
        end = chars.find("号", start)
        if start < 0 or end < 0:
            yield chars
            return
        yield chars[:start]
        yield chars[start : end + 1]
        chars = chars[end + 1 :]


def furniture(chars: str, random_: random.Random, runs: int) -> Damaged:
    """Put page furniture before and after."""
    head = "发布时间：2024-08-01 10:11　来源：政府办公室　浏览次数：12\n"
    tail = "\n【打印】【关闭】\n责编：某某\n扫一扫在手机打开当前页"
    places = ((0, len(head), ""), (len(head) + len(chars), len(head + chars + tail), ""))
    return Damaged(chars=head + chars + tail, places=places)


KINDS: dict[str, Callable[[str, random.Random, int], Damaged]] = {
    "slip": slip,
    "slip + copy": slip,
    "slip, traditional": slip_traditional,
    "slip, trad. + copy": slip_traditional,
    "pinyin": notes,
    "pinyin, spaced": notes_spaced,
    "pinyin, toneless": notes_toneless,
    "script": traditional,
    "brackets": lost_brackets,
    "furniture": furniture,
}


def _report_time() -> None:
    """Print the time of restoring the seeds as a ratio to one jieba pass over them."""
    import jieba

    jieba.setLogLevel(60)
    witnesses = [
        witness
        for path in sorted(SEEDS.glob("*.txt"))
        if (witness := read(SourceFile(path=path, name=path.name))[0])
    ]
    for witness in witnesses:  # load what is loaded once
        restore(witness)
        jieba.lcut(witness.chars)
    gc.disable()  # for both, as in the workers of a build
    print(f"\n{'file':<24} {'chars':>6} {'restore':>8} {'jieba':>8}  ratio")
    sums = [0.0, 0.0]
    for witness in witnesses:
        ours = min(_seconds(lambda w=witness: restore(w)) for _ in range(TIMED_RUNS))
        theirs = min(_seconds(lambda w=witness: jieba.lcut(w.chars)) for _ in range(TIMED_RUNS))
        sums = [sums[0] + ours, sums[1] + theirs]
        _print_time(witness.source, len(witness.chars), ours, theirs)
    _print_time("all", sum(len(w.chars) for w in witnesses), *sums)


def _print_time(name: str, chars: int, ours: float, theirs: float) -> None:
    print(
        f"{name:<24} {chars:>6} {1000 * ours:>6.0f}ms {1000 * theirs:>6.0f}ms  {ours / theirs:.2f}"
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
