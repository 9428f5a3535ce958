"""Bytes -> characters: UTF-8 first, byte order marks obeyed, Chinese encodings by evidence.

GB18030 accepts nearly any bytes, and Big5 text decodes as GB18030 into rare characters: so
the two are told apart by how common the characters are that come out.
"""

import re
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

__all__ = ["Decoded", "decode", "is_binary"]

BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
CHINESE = ("gb18030", "big5hkscs")
SAMPLE_BYTES = 65_536
COMMON = re.compile(
    "[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
    "會國們來說時個為這發動過對經現實開體務關業產與強變問題應機構電長門區號規劃實學總術農縣廳"
    "]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Characters, the codec that gave them, and how many bytes had to be replaced."""

    chars: str
    encoding: str
    replaced: int = 0
    certain: bool = True


def decode(raw: bytes) -> Decoded:
    """Give the characters of a file's bytes; never raises.

    >>> decode("湘政发〔2024〕15号".encode("gb18030")).encoding
    'gb18030'
    >>> decode("關於印發《方案》的通知".encode("big5")).chars
    '關於印發《方案》的通知'
    """
    for mark, codec in BOMS:
        if raw.startswith(mark):
            return _lenient(raw, codec)
    try:
        return Decoded(chars=raw.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        if _is_almost_utf8(raw, error):
            return _lenient(raw, "utf-8")
    wide = _unmarked_utf16(raw)
    if wide:
        return _lenient(raw, wide)
    return _chinese(raw)


def is_binary(raw: bytes) -> bool:
    """Say whether bytes are no text at all: control bytes, and no UTF-16 or UTF-32."""
    sample = raw[:SAMPLE_BYTES]
    if any(sample.startswith(mark) for mark, _ in BOMS) or _unmarked_utf16(sample):
        return False
    odd = sum(sample.count(bytes([b])) for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1a\x1b")
    return odd > max(2, len(sample) // 100)


def _is_almost_utf8(raw: bytes, error: UnicodeDecodeError) -> bool:
    """Say whether a few bad bytes stand in UTF-8 (a cut last character, one spoilt byte)."""
    if error.start >= len(raw) - 4 and error.start > 0:
        return True
    chars = raw[:SAMPLE_BYTES].decode("utf-8", errors="replace")
    han = sum("\u4e00" <= c <= "\u9fff" for c in chars)
    return han > 20 * chars.count("\ufffd")


def _unmarked_utf16(raw: bytes) -> str | None:
    sample = raw[:4096]
    if len(sample) < 8:
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        chars = sample[: len(sample) // 2 * 2].decode(codec, errors="replace")
        common = len(COMMON.findall(chars))
        ascii_wide = sum(c < "\x80" and c.isprintable() for c in chars)
        if (common > 0.15 * len(chars) and "\ufffd" not in chars[:-1]) or (
            sample.count(0) > 0.4 * len(sample) and ascii_wide > 0.9 * len(chars)
        ):
            return codec
    return None


def _chinese(raw: bytes) -> Decoded:
    sample = raw[:SAMPLE_BYTES]
    best = max(CHINESE, key=lambda codec: _likeness(sample, codec))
    if _likeness(sample, best) > 0.15:
        return _lenient(raw, best)
    guess = from_bytes(sample, threshold=0.3).best()
    codec = guess.encoding if guess is not None else best
    given = _lenient(raw, codec)
    return Decoded(
        chars=given.chars, encoding=given.encoding, replaced=given.replaced, certain=False
    )


def _likeness(raw: bytes, codec: str) -> float:
    """Give how much decoded bytes look like Chinese prose: common characters a character."""
    chars = raw.decode(codec, errors="replace")
    wide = [c for c in chars if c > "\x7f"]
    if not wide:
        return 0.0
    private = sum(unicodedata.category(c) in ("Co", "Cn") for c in wide)
    bad = chars.count("\ufffd") + private
    return (len(COMMON.findall(chars)) - 2 * bad) / len(wide)


def _lenient(raw: bytes, codec: str) -> Decoded:
    try:
        return Decoded(chars=raw.decode(codec), encoding=codec)
    except (UnicodeDecodeError, LookupError):
        chars = raw.decode(codec, errors="replace")
        return Decoded(chars=chars, encoding=codec, replaced=chars.count("\ufffd"))
