"""Words -> a pattern that matches any of them, the longest first.

Python tries the alternatives of a pattern one by one.  With hundreds of verbs that is most
of the work, so words that begin alike share their first characters: ``建设|建立|加强``
becomes ``建(?:立|设)|加强``.  Characters that begin most words are tried first.
"""

import re
from collections.abc import Iterable

__all__ = ["any_of", "begins", "holds", "one_of"]

Tree = dict[str, "Tree"]
END = ""
MAX_GROUP_CHARS = 32


def any_of(words: Iterable[str]) -> str:
    """Give alternatives, without a group around them, that match just these words.

    >>> any_of(["加强", "建设", "建立", "建立健全"])
    '建(?:立(?:健全)?|设)|加强'
    >>> re.match(any_of(["建立", "建立健全"]), "建立健全机制")[0]
    '建立健全'
    """
    return "|".join(_branches(_tree(words)))


def one_of(words: Iterable[str]) -> str:
    """Give a group that matches just these words where there are hundreds of them.

    Their first characters are tried in groups, each behind a look ahead to the group's.

    >>> one_of(["加强", "建设", "建立"])
    '(?:(?=[加建])(?:建(?:立|设)|加强))'
    """
    tree = _tree(words)
    chars = _chars(tree)
    groups = [chars[n : n + MAX_GROUP_CHARS] for n in range(0, len(chars), MAX_GROUP_CHARS)]
    parts = [
        f"{begins(group)}(?:{'|'.join(_branch(tree, char) for char in group)})" for group in groups
    ]
    return f"(?:{'|'.join(parts) or '(?!)'})"


def begins(words: Iterable[str]) -> str:
    """Give a look ahead to a first character of the words: one step where none can follow.

    >>> begins(["建设", "建立", "加强"])
    '(?=[加建])'
    """
    first = sorted({word[0] for word in words})
    return f"(?=[{''.join(map(re.escape, first))}])" if first else "(?!)"


def holds(chars: str) -> str:
    """Give a look ahead to one of some characters further on: one step where none stands.

    >>> [bool(re.match(holds("将把"), words)) for words in ("确需将计划调整的", "确需调整的")]
    [True, False]
    """
    return f"(?=[^{chars}]*+[{chars}])"


def _tree(words: Iterable[str]) -> Tree:
    tree: Tree = {}
    for word in sorted(set(words)):
        branch = tree
        for char in word:
            branch = branch.setdefault(char, {})
        branch[END] = {}
    return tree


def _branches(tree: Tree) -> list[str]:
    return [_branch(tree, char) for char in _chars(tree)]


def _branch(tree: Tree, char: str) -> str:
    return re.escape(char) + _rest(tree[char])


def _chars(tree: Tree) -> list[str]:
    """Give the first characters, those that begin most words first."""
    chars = (char for char in tree if char != END)
    return sorted(chars, key=lambda char: -_words(tree[char]))


def _words(tree: Tree) -> int:
    """Give how many words a branch holds."""
    return sum(1 if char == END else _words(below) for char, below in tree.items())


def _rest(tree: Tree) -> str:
    """Give what may follow; a word that ends here gives way to a longer one."""
    found = _branches(tree)
    if not found:
        return ""
    if END in tree:
        return f"(?:{'|'.join(found)})?"
    return f"(?:{'|'.join(found)})" if len(found) > 1 else found[0]
