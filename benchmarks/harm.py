"""What restoring changes in texts that are clean: every edit, and how many there are.

    python -m benchmarks.harm FOLDER

Reads every file below the folder, restores it, and prints each edit of its characters with
the words around it: whoever runs this looks at each.  Not counted are layout (blanks, line
ends, paragraphs), width, page furniture, HTML left-overs, and what a page printed twice.
Then come the characters read, all edits by fix, and the counted ones a 100,000 characters.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.ingest import find_sources, read
from builder.model.text import Edit, Text
from builder.restore import restore

LAYOUT = {"blanks", "inner-blanks", "newlines", "glued", "wraps", "titles"}
PAGE = {"width", "furniture", "leftovers", "repeats"}
AROUND_CHARS = 12


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the edits of the files below one folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    fixes: Counter[str] = Counter()
    counted = size = 0
    for text in _texts(options.folder):
        size += len(text.chars)
        fixes.update(edit.fix for edit in text.edits)
        for edit in harmful(text):
            counted += 1
            print(_shown(text, edit))
    print(f"{size:,} characters; edits: {dict(sorted(fixes.items()))}")
    print(f"edits of characters: {counted} = {100_000 * counted / max(1, size):.2f} in 100,000")


def harmful(text: Text) -> list[Edit]:
    """Give the edits that change what a clean text says."""
    return [edit for edit in text.edits if edit.fix not in LAYOUT | PAGE]


def _texts(folder: Path) -> Iterator[Text]:
    sources, _ = find_sources([folder])
    for source in sources:
        witness, _ = read(source)
        if witness is not None:
            yield restore(witness)


def _shown(text: Text, edit: Edit) -> str:
    raw = text.witness.chars
    before = raw[max(0, edit.at.start - AROUND_CHARS) : edit.at.start]
    after = raw[edit.at.end : edit.at.end + AROUND_CHARS]
    words = f"{before}[{edit.damaged}|{edit.restored}]{after}".replace("\n", "/")
    return f"{text.witness.source}  {edit.fix}  {edit.certainty}  {words}  {edit.reason}"


if __name__ == "__main__":
    main()
