"""Characters -> where lists of responsible bodies stand.

Four shapes: brackets that hold a label or end in a verb (``（责任单位：…）``,
``（…负责）``), a label outside brackets up to the end of its sentence or line
(``牵头单位：…``), a sentence of bodies and verbs alone (``。市公安局牵头，市财政局配合。``),
and prose (``由省发展改革委会同省财政厅负责``).  A bracket without a label counts only where a
body or a group stands in it: ``（校长负责）`` is prose.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from ahocorasick_rs import AhoCorasick

from builder.extract.agencies import Standpoint, resolve, which_group
from builder.extract.responsibility_grammar import NO_COLON, labels, read, verbs_end
from builder.lexicon.alternatives import any_of
from builder.lexicon.names import compiled, occurrences
from builder.model.span import Span

__all__ = ["ListSpan", "find_lists", "stands_in"]

MAX_LIST_CHARS = 800
MIN_KNOWN = 2 / 3  # of the bodies of a sentence that only says who, known by name


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpan:
    """One list: ``span`` with its brackets or label, ``inner`` without brackets."""

    span: Span
    inner: Span
    shape: Literal["bracket", "line", "sentence", "prose", "said", "cell"]


def find_lists(chars: str, at: Standpoint, *, stops: Sequence[int] = ()) -> tuple[ListSpan, ...]:
    """Find every list, in order of the text, none inside another.

    ``stops`` are offsets, in order, that no list outside brackets reaches over: the labels
    of provisions on a line that lost its breaks.

    >>> words = "优化流程。（责任单位：市公安局、市医保局）"
    >>> nowhere = Standpoint(place=None, date=None, central=False)
    >>> [item.inner.of(words) for item in find_lists(words, nowhere)]
    ['责任单位：市公安局、市医保局']
    """
    found: list[ListSpan] = []
    for candidate in sorted(_candidates(chars, stops), key=lambda x: (x.span.start, -x.span.end)):
        if found and candidate.span.start < found[-1].span.end:
            continue
        if _is_list(chars, candidate, at):
            found.append(candidate)
    return _joined(chars, found)


def stands_in(span: Span, lists: Sequence[ListSpan]) -> bool:
    """Say whether a stretch shares a character with one of the lists, which are in order.

    >>> item = ListSpan(span=Span(4, 9), inner=Span(4, 9), shape="line")
    >>> stands_in(Span(8, 12), [item]), stands_in(Span(0, 4), [item]), stands_in(Span(9, 12), [])
    (True, False, False)
    """
    number = bisect_left(lists, span.end, key=lambda item: item.span.start)
    return number > 0 and lists[number - 1].span.end > span.start


def _candidates(chars: str, stops: Sequence[int]) -> Iterator[ListSpan]:
    for m in BRACKET.finditer(chars):
        inner = Span(m.start() + 1, m.end() - 1)
        if (
            _label_pattern().search(chars, *inner)
            or verbs_end(chars, inner)
            or CLOSING.match(chars, m.end())
        ):
            yield ListSpan(span=Span(*m.span()), inner=inner, shape="bracket")
    for whole in _lines(chars, stops):
        yield ListSpan(span=whole, inner=whole, shape="line")
    for start, end in pairwise([0, *stops, len(chars)]):
        for m in SENTENCE_END.finditer(chars, start, end):
            low = max(start, m.start() - MAX_LIST_CHARS)
            whole = Span(1 + max(chars.rfind(mark, low, m.start()) for mark in "。\n"), m.end())
            if low < whole.start or low == start == 0:
                yield ListSpan(span=whole, inner=whole, shape="sentence")


def _is_list(chars: str, candidate: ListSpan, at: Standpoint) -> bool:
    """Say whether a candidate is a list: by its label, its verb, or nothing but bodies.

    ``…机制。（市科委、各区政府）`` at the end of a paragraph needs neither label nor verb.
    """
    if candidate.shape == "sentence":
        return _says_only_who(chars, candidate, at)
    words = candidate.inner.of(chars)
    if _label_pattern().search(words) and "\n" not in words.strip():
        return True
    if verbs_end(chars, candidate.inner):
        return _holds_actor(chars, candidate, at)
    before = chars[max(0, candidate.span.start - 1) : candidate.span.start]
    names = [name.surface for part in read(chars, candidate.inner).parts for name in part.names]
    if candidate.shape == "bracket" and before not in "。；！”" and len(names) < 2:
        return False
    bodies = [resolve(name, at) for name in names if not which_group(name)]
    return all(bodies) and any(body.resolved for body in bodies if body)


def _says_only_who(chars: str, candidate: ListSpan, at: Standpoint) -> bool:
    """Say whether a sentence is bodies, groups and their roles from end to end, or a note."""
    reading = read(chars, candidate.inner)
    names = [name.surface for part in reading.parts for name in part.names]
    bodies = [resolve(name, at) for name in names if not which_group(name)]
    known = [body for body in bodies if body is not None and body.resolved]
    told = all(part.printed for part in reading.parts)
    if not all(bodies) or MIN_KNOWN * len(bodies) > len(known) or not told:
        return False
    return bool(bodies or any(note.names for note in reading.notes))


def _holds_actor(chars: str, candidate: ListSpan, at: Standpoint) -> bool:
    """Say whether a bracket without a label names a body or a group as actor."""
    reading = read(chars, candidate.inner)
    names = [name.surface for part in reading.parts for name in part.names]
    names += [name.surface for note in reading.notes for name in note.names]
    return any(which_group(name) or resolve(name, at) is not None for name in names)


def _joined(chars: str, found: list[ListSpan]) -> tuple[ListSpan, ...]:
    """Join lists of one kind with nothing but space between them: label lines in a row."""
    joined: list[ListSpan] = []
    for item in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.shape == item.shape == "line"
            and not chars[last.span.end : item.span.start].strip(" \t\n　。；;，")
        ):
            both = Span(last.span.start, item.span.end)
            joined[-1] = ListSpan(span=both, inner=both, shape="line")
        else:
            joined.append(item)
    return tuple(joined)


_FLAT = r"[^（()）\n]"
# （责任单位：市公安局（交警支队）、市医保局）: brackets one deep, within a line
BRACKET = re.compile(
    rf"[（(](?:{_FLAT}{{4,{MAX_LIST_CHARS}}}[）)]"
    rf"|(?:{_FLAT}|[（(]{_FLAT}{{0,120}}[）)]){{4,{MAX_LIST_CHARS}}}[）)])"
    rf"|[〔【\[［][^〔〕【】\[\]［］\n]{{4,{MAX_LIST_CHARS}}}[〕】\]］]"  # 〔责任单位：市人社局〕
)


# 市公安局牵头，市财政局配合。 以下均需各县区政府落实，不再列出。
SENTENCE_END = re.compile(
    r"(?:负责|牵头|配合|落实|参与|参加|协助|协同|列出|列举|下同)(?=[。\n]|\Z)"
)
BLANKS = " \t　"
OPENERS = "\n。；;"  # a label opens a list behind one of these, blanks and dashes between
DASHES = frozenset(f"{BLANKS}【[—－―─•·●-")
# ：市公安局、市医保局 to the end of the sentence; the names may stand on the line below
BELOW = r"[ \t　]*\n(?=[^\n。：:]{2,200}(?:\n|\Z))"
BEHIND_LABEL = re.compile(
    rf"(?:\s*[：:](?:{BELOW})?|{NO_COLON})[^\n。】\]]{{2,{MAX_LIST_CHARS}}}[】\]]?"
)
# （责任单位：市公安局；: a bracket that nothing closes
UNCLOSED = re.compile(rf"[：:][^\n。（）()【】]{{2,{MAX_LIST_CHARS}}}(?=[\n。]|\Z)")
# a bracket that closes a paragraph
CLOSING = re.compile(r"[ \t　]*[。；]?(?:\n|\Z)")


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(labels())})\s*[：:]")


def _lines(chars: str, stops: Sequence[int]) -> Iterator[Span]:
    """Give each label at the start of a line or sentence, with what follows to the end of it.

    >>> words = "优化流程。责任单位：市公安局。严格责任单位：市公安局"
    >>> [span.of(words) for span in _lines(words, [])]
    ['责任单位：市公安局']
    """
    for start, end in occurrences(chars, _label_names()):
        number = bisect_right(stops, start)
        low = stops[number - 1] if number else 0
        stop = stops[number] if number < len(stops) else len(chars)
        front = start
        while front > low and chars[front - 1] in DASHES:
            front -= 1
        m = BEHIND_LABEL.match(chars, end, stop)
        if m and (front == 0 or chars[front - 1] in OPENERS or _has_blank(chars[front:start])):
            yield Span(front, m.end())
        elif m and chars[start - 1] in "（(" and (m := UNCLOSED.match(chars, end, stop)):
            yield Span(start - 1, m.end())


def _has_blank(words: str) -> bool:
    return any(mark in words for mark in BLANKS)


@cache
def _label_names() -> AhoCorasick:
    return compiled(word for word in labels() if len(word) > 2)
