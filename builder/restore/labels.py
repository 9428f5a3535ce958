"""Label words at the begin of paragraphs, blanks and dates, as several fixes know them."""

__all__ = ["ARTICLE", "BODY", "DATE", "HAN", "KINDS", "LABEL", "NUMERAL", "SPACE", "STOPS", "YEAR"]

NUMERAL = "[一二三四五六七八九十]{1,3}"
ARTICLE = "第[一二三四五六七八九十百零]{1,5}[章节条编]"  # 第一章 第二十三条
# 一、 （一） 第一章 1. ——
LABEL = (
    rf"(?:{NUMERAL}、|（{NUMERAL}）|[(]{NUMERAL}[)]|{ARTICLE}"
    r"|[0-9]{1,2}[.．、](?![0-9])|——)"
)
STOPS = tuple("。：；！？.:;!?")
SPACE = "[ \u3000\xa0\u2002\u2003]"
HAN = "[\u4e00-\u9fff]"
YEAR = r"(?:19|20)\d\d"
DATE = rf"{YEAR}年\d{{1,2}}月\d{{1,2}}日"
BODY = "(?:政府|办公室|办公厅|委员会|厅|局|国务院)"
# what a title ends in
KINDS = ("通知", "意见", "决定", "批复", "公告", "通告", "办法", "方案")
