"""The key of a document: its number in Chinese, folded; without one, issuer, date, title.

Keys are ids across runs and corpora, so they come from what the document says, never
from a counter.  Toneless pinyin would merge 津政发 with 晋政发: keys stay Chinese.  They
stand in IRIs and file names unescaped: letters and digits joined by ``-``.
"""

import hashlib
import re
import unicodedata

__all__ = ["fold_title", "number_key", "title_key"]

MAX_PART_CHARS = 40
_YEARED = re.compile(
    r"(?P<code>.+?)"  # 国发
    r"[〔\[(【{<](?P<year>(?:19|20)\d\d)[〕\])】}>]"  # 〔2024〕
    r"(?:第)?(?P<number>\d+(?:[-—]\d+)?)号?"  # 17号
)
_YEARLESS = re.compile(r"(?P<code>.+?)第?(?P<number>\d+)号")  # 国令第707号
_NOT_WORD = re.compile(r"[\W_]+")


def number_key(number: str) -> str:
    """Give the key that a document number folds to; equal for all ways to print it.

    >>> number_key("国发〔2024〕17号")
    '国发-2024-17'
    >>> number_key("国发[2024] 17 号") == number_key("国发（2024）第17号")
    True
    >>> number_key("国令第707号")
    '国令-707'
    """
    chars = re.sub(r"\s+", "", unicodedata.normalize("NFKC", number))
    if m := _YEARED.fullmatch(chars):
        parts = [m["code"], m["year"], _plain_number(m["number"])]
    elif m := _YEARLESS.fullmatch(chars):
        parts = [m["code"], _plain_number(m["number"])]
    else:
        parts = [chars]
    return "-".join(kept for part in parts if (kept := _part(part)))


def title_key(issuer: str | None, date: str | None, title: str) -> str:
    """Give the key of a document without number; ``date`` is ISO, missing parts are left out.

    >>> title_key("甘肃省人民政府", "2024-11-07", "甘肃省深入推进新型城镇化实施方案")
    '甘肃省人民政府-20241107-2e9d938d'
    """
    digest = hashlib.sha256(fold_title(title).encode()).hexdigest()[:8]
    day = (date or "").replace("-", "")
    return "-".join(part for part in (_part(issuer or ""), day, digest) if part)


def fold_title(title: str) -> str:
    """Give a title without width, spacing and punctuation, which copies print differently.

    >>> fold_title("关于印发《甘肃省 方案》的通知 ")
    '关于印发甘肃省方案的通知'
    """
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", title)).lower()


def _plain_number(number: str) -> str:
    return re.sub(r"\d+", lambda m: str(int(m[0])), number)


def _part(chars: str) -> str:
    """Keep letters and digits; what is too long for a file name ends in its hash."""
    kept = _NOT_WORD.sub("-", chars).strip("-")
    if len(kept) <= MAX_PART_CHARS:
        return kept
    return kept[:MAX_PART_CHARS] + "-" + hashlib.sha256(kept.encode()).hexdigest()[:8]
