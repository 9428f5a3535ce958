"""Label words at the begin of paragraphs, as several fixes know them."""

__all__ = ["ARTICLE", "LABEL", "NUMERAL", "STOPS"]

NUMERAL = "[一二三四五六七八九十]{1,3}"
ARTICLE = "第[一二三四五六七八九十百零]{1,5}[章节条编]"  # 第一章 第二十三条
# 一、 （一） 第一章 1. ——
LABEL = (
    rf"(?:{NUMERAL}、|（{NUMERAL}）|[(]{NUMERAL}[)]|{ARTICLE}"
    r"|[0-9]{1,2}[.．、](?![0-9])|——)"
)
STOPS = tuple("。：；！？.:;!?")
