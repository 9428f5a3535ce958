"""Rules over headings, as data: which words, endings and cores tell what a heading says."""

import re
from dataclasses import dataclass
from functools import cache

from builder.lexicon.tables import toml
from builder.model.outline import Role

__all__ = ["HeadingRule", "rules"]

MAX_NOMINAL_CHARS = 10
HOW = "(?:切实|进一步|全面|持续|着力|不断|认真|有效|加快|逐步)?"
# 切实加强|组织领导, 建立健全|工作机制
LEADING_VERBS = re.compile(
    HOW + r"(?:建立健全|建立完善|加强|强化|健全|完善|建立|严格|严明|严肃|狠抓|压实|夯实|抓好"
    r"|做好|落实|明确|注重|突出|加大|营造|密切|及时|确保)"
)
# what is done to a goal, a scope or a condition: 扩大|补贴范围, 实现|碳达峰目标
ACTS = re.compile(
    HOW + r"(?:实现|完成|落实|达成|达到|确保|扩大|明确|确定|限定|划定|界定|拓展|拓宽|放宽|规范"
    r"|完善|严格|严把|健全|调整|优化|提高|提升|缩小|细化|强化|突出|制定|建立|统一|统筹|合理|科学"
    r"|分解|锚定|聚焦|紧盯|围绕|把握|坚持|加大|加强|取消|压实|降低|改善|创新|创造|推进|推动|推广"
    r"|夯实|延伸|做好|抓好|营造|深化|巩固|构建|理顺|修订|编制|公布|公开|改进|压缩|缩短|延长|理清|厘清|明晰"
    r"|咬定|紧扣|瞄准|对标|锁定|下达|突破|保持|增加|减少|打造|选定|划分)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRule:
    """A rule over headings, titles or kinds of documents; ``role`` is empty for kinds."""

    id: str
    role: Role | None
    words: frozenset[str]
    parts: tuple[str, ...]
    ends: tuple[str, ...]
    alone: frozenset[str] = frozenset()
    cores: frozenset[str] = frozenset()
    nouns: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    chapter: bool = False
    leaf: bool = False

    def matches(self, surface: str) -> bool:
        """Say whether a heading is one of the words, contains a part, or has an ending.

        A core counts with or without the verb that leads it: 监督考核, 严格监督考核.  A noun
        counts where it ends a short heading that no verb leads: 补贴对象, not 扩大补贴范围.
        A heading that contains what is ``never`` said matches nothing.
        What counts ``alone`` is not sought at the beginning of a text without a heading.
        """
        if any(part in surface for part in self.never):
            return False
        return (
            surface in self.words
            or surface in self.alone
            or bool(self.cores and not self.cores.isdisjoint(_cores(surface)))
            or surface.startswith(self.starts)
            or surface.endswith(self.ends)
            or any(part in surface for part in self.parts)
            or (
                len(surface) <= MAX_NOMINAL_CHARS
                and surface.endswith(self.nouns)
                and not ACTS.match(surface)
            )
        )


@cache
def rules() -> tuple[HeadingRule, ...]:
    """Give all rules in the order in which they are tried."""
    return tuple(
        HeadingRule(
            id=name,
            role=rule.get("role"),
            words=frozenset(rule.get("words", ())),
            parts=tuple(rule.get("parts", ())),
            ends=tuple(rule.get("ends", ())),
            alone=frozenset(rule.get("alone", ())),
            cores=frozenset(rule.get("cores", ())),
            nouns=tuple(rule.get("nouns", ())),
            starts=tuple(rule.get("starts", ())),
            never=tuple(rule.get("never", ())),
            chapter=rule.get("chapter", False),
            leaf=rule.get("leaf", False),
        )
        for name, rule in toml("headings").items()
    )


def _cores(surface: str) -> list[str]:
    """Give a heading as it is, without the verb that leads it, and without the next one too.

    >>> _cores("认真抓好落实"), _cores("健全完善工作机制")[1:]
    (['认真抓好落实', '落实', ''], ['完善工作机制', '工作机制'])
    """
    found = [surface]
    while len(found) < 3 and (m := LEADING_VERBS.match(found[-1])):
        found.append(found[-1][m.end() :])
    return found
