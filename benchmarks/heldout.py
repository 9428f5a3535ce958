"""Read misdecoded runs in texts that the character model was not built from.

    python -m benchmarks.heldout FOLDER [--half 0|1] [--runs N]

FOLDER is what ``builder/data/character_model.tsv`` counts.  Its texts are put into four
folds, near-duplicates together; those of a fold are damaged and read under a model built from
the other three.  Half 0 was looked at while the settings were chosen, half 1 was not.  Gives
exact readings and boundaries with Wilson's 95 % interval, and, of the undamaged texts under
the same models, how many runs are wrongly seen there.
"""

import argparse
import random
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from math import sqrt
from pathlib import Path
from unittest.mock import patch

from opencc import OpenCC

from benchmarks.character_model import clean_texts, text_lines, word_lines
from benchmarks.damage import Damaged, slip, slip_traditional
from builder.lexicon.charactermodel import CharacterModel, SharedCounts
from builder.model.draft import Change
from builder.restore import hanging, slipdrops, slipglyphs, slipstretch
from builder.restore import slip as slips

FOLDS = 4
ROW_CHARS = 8
NEAR = 0.1  # share of rows of eight characters that makes texts near-duplicates
MIN_CHARS = 1_500
READERS = (slips, slipstretch, slipglyphs, slipdrops, hanging)
CACHES = (
    slips._usual,
    slips._usual_codes,
    slips._strange,
    slipglyphs.glyphs,
    slipdrops.drops,
)
KINDS: dict[str, Callable[[str, random.Random, int], Damaged]] = {
    "slip": slip,
    "slip, traditional": slip_traditional,
}


def main() -> None:
    arguments = _arguments()
    counts: dict[str, Counter[str]] = {name: Counter() for name in KINDS}
    harm: Counter[str] = Counter()
    for name, chars, known in held_out(clean_texts(arguments.folder), list(word_lines())):
        if len(chars) < MIN_CHARS or arguments.half not in (None, zlib.crc32(name.encode()) % 2):
            continue
        with reading_by(known):
            harm["characters"] += len(chars)
            harm["runs"] += len(slips.find(chars))
            for kind, damage in KINDS.items():
                damaged = damage(chars, random.Random(f"{kind}{name}"), arguments.runs)
                counts[kind] += judged(damaged, slips.find(damaged.chars))
    for kind, found in counts.items():
        exact, bounds = (_share(found[key], found["places"]) for key in ("exact", "bounds"))
        print(f"{kind}: {found['places']} places; exact {exact}; boundaries {bounds}")
    print(f"undamaged: {harm['runs']} runs seen in {harm['characters']:,} characters")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--runs", type=int, default=16, help="misdecoded runs a text")
    return parser.parse_args()


def held_out(
    texts: dict[str, str], words: Sequence[str]
) -> Iterator[tuple[str, str, CharacterModel]]:
    """Give each text with a model that was built without it and its near-duplicates."""
    for fold in _folds(texts):
        rest = [chars for name, chars in texts.items() if name not in fold]
        known = CharacterModel(SharedCounts([*text_lines(rest), *words]))
        for name in fold:
            yield name, texts[name], known


def _folds(texts: dict[str, str]) -> list[list[str]]:
    """Give the names in folds of about one size, near-duplicates in one."""
    rows = {name: _rows(chars) for name, chars in texts.items()}
    groups: list[list[str]] = []
    for name in sorted(texts):
        near = [group for group in groups if any(_are_near(rows[name], rows[n]) for n in group)]
        groups = [group for group in groups if group not in near]
        groups.append([name, *(other for group in near for other in group)])
    folds: list[list[str]] = [[] for _ in range(FOLDS)]
    for group in sorted(groups, key=lambda names: -sum(len(texts[n]) for n in names)):
        min(folds, key=lambda names: sum(len(texts[n]) for n in names)).extend(group)
    return folds


def _rows(chars: str) -> set[str]:
    flat = chars.replace("\n", "")
    return {flat[i : i + ROW_CHARS] for i in range(len(flat) - ROW_CHARS + 1)}


def _are_near(one: set[str], other: set[str]) -> bool:
    return len(one & other) > NEAR * min(len(one), len(other))


@contextmanager
def reading_by(known: CharacterModel) -> Iterator[None]:
    """Let the readers of runs use a model, within a with statement."""
    with ExitStack() as stack:
        for reader in READERS:
            stack.enter_context(patch.object(reader, "model", lambda: known))
        _forget()
        yield
    _forget()


def _forget() -> None:
    for cached in CACHES:
        cached.cache_clear()


def judged(damaged: Damaged, changes: Sequence[Change]) -> Counter[str]:
    """Count the places, those with their boundaries found, and those read exactly."""
    counts: Counter[str] = Counter(places=len(damaged.places))
    simplified = OpenCC("t2s").convert
    for start, end, true in damaged.places:
        here = [c for c in changes if c.start < end and start < c.end]
        bounds = [(c.start, c.end) for c in here] == [(start, end)]
        counts["bounds"] += bounds
        read = "".join(simplified(c.restored) for c in here)
        counts["exact"] += bounds and read.strip("\u3000") == true.strip("\u3000")
    return counts


def _share(count: int, of: int) -> str:
    low, high = wilson(count, of)
    return f"{100 * count / max(1, of):.1f} % ({100 * low:.1f} to {100 * high:.1f})"


def wilson(count: int, of: int) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson 1927).

    >>> [round(bound, 3) for bound in wilson(36, 60)]
    [0.474, 0.714]
    """
    if not of:
        return 0.0, 1.0
    z, share = 1.96, count / of
    middle = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - spread) / (1 + z * z / of), (middle + spread) / (1 + z * z / of)


if __name__ == "__main__":
    main()
