"""Boxes (专栏) of plans: their own small numbers are text of the provision above them.

A box opens at a line ``专栏2 重点工程`` and prints no end: it lasts while its own numbering
goes on, and ends where a label takes the document's numbering up again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.structure.labels import Label, LabelClass

__all__ = ["Boxes", "box_starts"]

# 专栏1 主要指标, 专栏二：重点工程, 【专栏3】
BOX = re.compile(
    r"^[ \t\u3000【\[<＜]*专[ \t\u3000]*栏[ \t\u3000]*[\d一二三四五六七八九十-]{1,5}(?![\d、，。])",
    re.MULTILINE,
)
ABOVE: frozenset[LabelClass] = frozenset({"part", "chapter", "section", "article"})


def box_starts(chars: str, start: int, end: int) -> list[int]:
    """Give the offsets at which boxes open, in order.

    >>> box_starts("一、设施\\n专栏1 工程\\n1.网络。\\n", 0, 20)
    [5]
    """
    return [m.start() for m in BOX.finditer(chars, start, end)]


@dataclass(slots=True, kw_only=True)
class Boxes:
    """Follows labels in order of the text and says which of them stand in a box."""

    chars: str
    starts: list[int]
    passed: int = 0
    inside: bool = False
    last: dict[LabelClass, int] = field(default_factory=dict)

    def hold(self, label: Label, open_labels: Sequence[Label]) -> bool:
        """Say whether a label belongs to a box; ``open_labels`` are those of the document."""
        while self.passed < len(self.starts) and self.starts[self.passed] <= label.span.start:
            self.passed += 1
            self.inside, self.last = True, {}
        if not self.inside or not label.line_start:
            return self.inside
        self.inside = label.kind not in ABOVE and self._goes_on(label, open_labels)
        if self.inside and label.numbers:
            self.last[label.kind] = label.numbers[-1]
        return self.inside

    def _goes_on(self, label: Label, open_labels: Sequence[Label]) -> bool:
        """Say whether a label begins or goes on with a numbering of the box."""
        if not label.numbers:
            return True
        if label.kind == "cn" or self._fits(label, open_labels):
            return self.last.get(label.kind, 0) == label.numbers[-1] - 1 > 0
        return label.kind != "cn_bracket" or label.numbers[-1] in (
            1,
            self.last.get(label.kind, 0) + 1,
        )

    def _fits(self, label: Label, open_labels: Sequence[Label]) -> bool:
        """Say whether a label is the next one of a numbering that the document has open."""
        same = [one for one in open_labels if one.kind == label.kind and one.numbers]
        return bool(same) and label.numbers[-1] == same[-1].numbers[-1] + 1
