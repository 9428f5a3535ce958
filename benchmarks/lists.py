"""Documents x roles of leaves x list marks (责任单位, 牵头, 负责 …) read or not, over any folder.

    python -m benchmarks.lists FOLDER...

Of the leaves, tasks, supporting measures, organisation and duties of articles are counted
apart; the others (goals, principles, definitions, lists) oblige nobody.

A mark counts where it is a list mark: a label before a colon, or a verb at the end of a
bracket or of a series in one.  Prose (责任单位要加强协调, 牵头部门负责统筹) is counted apart.
Unread marks are listed with their words, so that each can be looked at.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from builder.collate import collate
from builder.extract import responsibility
from builder.ingest import find_sources, read
from builder.model.outline import Outline, Role
from builder.restore import restore
from builder.structure import identify, outline

LEAVES: tuple[Role, ...] = ("task", "supporting_measure", "organisation", "obligation")
MARK = re.compile(
    r"责任单位|责任部门|责任主体|负责部门|负责单位|牵头|配合单位|配合部门|完成时限|按职责分工|负责"
)
LABEL = re.compile(r"[^\n。；;，,（）()]{0,6}[：:]")
PLAIN = re.compile(r"[：:]")  # not 负责下列工作：
# ends a bracket, or stands before its next part: （A牵头，B配合）
CLOSES = re.compile(r"[^\n。；;：:（）()]{0,12}(?:[）)]|[，,；;。][^\n（）()]{0,120}[）)])")


def main(paths: list[str]) -> None:
    totals: Counter[str] = Counter()
    print("document", *LEAVES, "other leaves", "roles", "read", "unread", "prose", sep="\t")
    for name, chars, tree in _outlines(paths):
        reading = responsibility.find(chars, tree)
        counts: Counter[str] = Counter()
        for m in MARK.finditer(chars):
            state = _state(chars, m, reading)
            counts[state] += 1
            if state == "unread":
                print(f"    unread {name}: …{chars[max(0, m.start() - 30) : m.end() + 30]!r}")
        states = (counts["read"], counts["unread"], counts["prose"])
        print(name, *_leaves(tree), len(reading.responsibilities), *states, sep="\t")
        totals.update(counts)
    marks = totals["read"] + totals["unread"]
    share = 100 * totals["unread"] / marks if marks else 0.0
    print(f"list marks {marks}, unread {totals['unread']} ({share:.1f} %), prose {totals['prose']}")


def _leaves(tree: Outline) -> list[int]:
    """Count the leaves by what they oblige to, and at the end those that oblige to nothing."""
    roles: Counter[Role] = Counter(p.role for p in tree.provisions if p.role != "container")
    told = [roles[role] for role in LEAVES]
    return [*told, roles.total() - sum(told)]


def _state(chars: str, m: re.Match[str], reading: responsibility.RoleReading) -> str:
    if any(span.start <= m.start() < span.end for span in reading.lists):
        unread = any(
            f.code == "list-unread" and f.span and f.span.start <= m.start() < f.span.end
            for f in reading.findings
        )
        return "unread" if unread else "read"
    inside = _open_bracket(chars, m.start())
    label = PLAIN if m[0] == "负责" else LABEL
    if label.match(chars, m.end()) or (inside and CLOSES.match(chars, m.end())):
        return "unread"
    return "prose"


def _open_bracket(chars: str, at: int) -> bool:
    line = chars[max(0, at - 400) : at].rpartition("\n")[2]
    return max(line.rfind("（"), line.rfind("(")) > max(line.rfind("）"), line.rfind(")"))


def _outlines(paths: list[str]) -> "list[tuple[str, str, Outline]]":
    found = []
    sources, _ = find_sources([Path(path) for path in paths])
    for source in sources:
        witness, _ = read(source)
        if witness is None:
            continue
        text = restore(witness)
        works, _ = collate([(text, identify(text))], keep_unfit=True)
        found += [(source.name, work.text.chars, outline(work)) for work in works]
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
