"""Where the parts of a notice were glued: number, addressees, signature, date, closing words."""

import re
from collections.abc import Iterator

from builder.restore.labels import BODY, DATE, HAN, KINDS, SPACE, YEAR

__all__ = ["parts", "seams", "sure"]

HEAD_CHARS = 1_500
TAIL_CHARS = 600
# …的通知国发〔2014〕25号各省： : before and behind the number
TITLED = "|".join(f"(?<={kind})" for kind in (*KINDS, "函"))
NUMBER = re.compile(rf"(?:{TITLED}){SPACE}*(?=(?!的){HAN}{{1,10}}〔{YEAR}〕\d{{1,5}}号(?!）))")
# 国务院办公厅关于印发…的通知国办发〔2020〕13号: the whole line
TITLE_AND_NUMBER = rf"[^，。；：]{{2,120}}关于[^，。；：]{{4,120}}〔{YEAR}〕\d{{1,5}}号"
# 国发〔2007〕37号各省、自治区、直辖市人民政府：; 2016年11月24日（此件有删改）
NUMBER_AND_ADDRESSEES = (
    rf"[^。：]{{0,120}}?{HAN}{{1,10}}〔{YEAR}〕\d{{1,5}}号{SPACE}*(?:各|你)[^。：:]{{2,200}}[：:]"
)
DATE_AND_NOTE = rf"{DATE}{SPACE}*[（(](?:此件|本文)[^（）()]{{2,20}}[）)]"
SURE = re.compile(f"{TITLE_AND_NUMBER}|{NUMBER_AND_ADDRESSEES}|{DATE_AND_NOTE}")
AFTER_NUMBER = re.compile(
    rf"(?:(?<=号)|(?<=号）)){SPACE}*(?=(?!）)[\u4e00-\u9fff（）、，]{{2,200}}[：:])"
)
# 各直属机构：近年来
OPENINGS = "现将|为|根据|按照|近年来|《|经|你|当前|党中央"
ADDRESSED = re.compile(rf"(?<=[\u4e00-\u9fff）][：:]){SPACE}*(?=(?:{OPENINGS}))")
# 各省、自治区、直辖市人民政府，国务院各部委:　　|多年来: whatever the text opens with
ADDRESSEES = re.compile(
    rf"(?:^|(?<=号)){SPACE}*(?:各|你|{HAN}{{2,20}}(?:省|市|县|区|厅|局|委|部|办|公司|政府|办事处))"
    rf"[^。：:；《》\n]{{0,300}}(?<=[府局委位门厅构司会处院部市县区办行关校])[：:](?P<at>{SPACE}*)"
    rf"(?=[\u4e00-\u9fff“])"
)
# 贯彻执行。|重庆市人民政府|2021年8月24日|（此件公开发布）; not …2021年8月24日印发的通知
SIGNED = re.compile(
    rf"(?:(?<=[。行施）\s])|^)(?P<who>国务院|{HAN}{{2,30}}{BODY}){SPACE}*(?P<date>{DATE})"
    rf"(?![起前至以之后，。、；印发公颁批作召通第])"
)
# 请认真贯彻实施。　国务院: a signature at the end, its date on the next line
SIGNER = re.compile(rf"(?<=。){SPACE}+(?=(?:国务院|{HAN}{{2,30}}{BODY})$)")
# …成员名单重庆市人民政府办公厅|2021年8月17日（此件公开发布）
DATED = re.compile(rf"(?<=国务院|.政府|办公室|办公厅|委员会){SPACE}*(?={DATE}{SPACE}*[（(]此件)")
NOTE = re.compile(
    rf"(?P<note>[（(](?:此件|本文|联系)[^（）()]{{2,40}}[）)]){SPACE}*(?=[\u4e00-\u9fff“]|$)"
)
# 。|抄送：市委各部门。|义乌市人民政府办公室2013年8月9日印发
COPIES = re.compile(
    rf"(?<=[。；）]){SPACE}*(?=(?:抄送|主题词|分送)[：:])"
    rf"|(?<=。){SPACE}*(?={HAN}{{2,30}}{BODY}{SPACE}*{DATE}印发(?:$|{SPACE}))"
)
# 村建制保持不变。|希你乡接文后，切实加强领导…。|特此批复。
CLOSING = re.compile(
    rf"(?<=。){SPACE}*(?=特此[批通函公报][^。，]{{1,3}}。|此复。|(?:希望?|望)(?:你|各)[省市县区乡镇局委厅单地]|请你[省市县区乡镇局委厅单])"
)
# 重庆市人民政府办公厅关于…: whose name may close the text without a mark before it
ISSUER = re.compile(rf"{SPACE}*(?P<who>{HAN}{{2,30}}?{BODY})关于")
# 函复如下：|市政府同意
AS_FOLLOWS = re.compile(rf"(?<=如下：){SPACE}*(?=[\u4e00-\u9fff])")
# …的通告 |各区人力资源和社会保障局：
BEHIND_TITLE = re.compile(rf"(?<=的)(?:{'|'.join(KINDS)})(?P<at>{SPACE}+)(?=[^。\n]{{2,200}}[：:])")
# 。本方案自2020年1月1日起实施。 at the end
IN_FORCE = re.compile(
    r"(?<=。)(?=本(?:方案|办法|意见|通知|规定|细则|措施|规划|计划)自[^。]{4,30}(?:施行|实施|执行)[^。]{0,40}。$)"
)
# 2013年9月9日 淡竹乡人民政府： : what follows a signature
AFTER_DATE = re.compile(
    rf"(?:(?<=[0-9一二三四五六七八九十]日)|(?<=日印发)){SPACE}+(?=[\u4e00-\u9fff（“《])"
)


def sure(line: str) -> bool:
    """Say whether a short line is surely two parts of a notice, so that one boundary is enough.

    >>> sure("2016年11月24日（此件有删改）"), sure("甘肃省人民政府 2024年11月17日")
    (True, False)
    """
    addressed = line.startswith("各") and ADDRESSED.search(line)
    return bool(SURE.fullmatch(line)) or bool(addressed and "。" not in line[: addressed.start()])


def parts(line: str) -> list[tuple[int, int]]:
    """Give the boundaries around number, addressees, signature, date and note."""
    found = [
        m.span()
        for pattern in (NUMBER, ADDRESSED, DATED, SIGNER)
        for m in pattern.finditer(line, 0, HEAD_CHARS)
    ]
    numbered = AFTER_NUMBER.search(line, 0, HEAD_CHARS)
    if numbered and "。" not in line[: numbered.start()]:
        found.append(numbered.span())
    addressees = ADDRESSEES.search(line, 0, HEAD_CHARS)
    if addressees:
        found.append(addressees.span("at"))
    for low, high in ((0, HEAD_CHARS), (max(HEAD_CHARS, len(line) - TAIL_CHARS), len(line))):
        for m in SIGNED.finditer(line, low, high):
            found += [(m.start(), m.start()), (m.end("who"), m.start("date")), (m.end(), m.end())]
        for m in NOTE.finditer(line, low, high):
            found += [(m.start(), m.start()), (m.end("note"), m.end())]
    return found


def seams(line: str, chars: str) -> Iterator[tuple[int, int]]:
    """Give the further boundaries of a line that falls apart; ``chars`` is the whole text."""
    for pattern in (AFTER_DATE, IN_FORCE, COPIES, CLOSING):
        yield from (m.span() for m in pattern.finditer(line))
    title = BEHIND_TITLE.search(line, 0, HEAD_CHARS)
    if title:
        yield title.span("at")
    yield from (m.span() for m in AS_FOLLOWS.finditer(line, 0, HEAD_CHARS))
    yield from _signed_by(line, chars)


def _signed_by(line: str, chars: str) -> Iterator[tuple[int, int]]:
    """Give where the issuer's name and a date close the text, with no mark before them."""
    issuer = ISSUER.match(chars)
    if issuer:
        for m in re.finditer(rf"{issuer['who']}{SPACE}*(?={DATE}(?!印发))", line):
            yield m.start(), m.start()
