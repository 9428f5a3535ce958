"""Misdecoded runs: found, read, never claimed to be surer than they are."""

from pathlib import Path

import pytest

from builder.ingest import SourceFile, read
from builder.lexicon.gbk import pair, slipped
from builder.lexicon.slips import explains
from builder.model.text import Text
from builder.restore import restore
from builder.restore.slip import find

SEEDS = Path(__file__).parents[2] / "seeds"
CASES = [
    ("三、政策措施\n?。ㄒ唬┙∪r業轉移人口市民化激勵政策", "　（一）健全農"),
    ("基本公共服務和安全韌性。\n?。ㄋ模嵤┏鞘懈潞桶踩g性提升行動", "　（四）實施城市更新和安全韌"),
    ("住房保障體系?!耙坏匾徊摺蓖晟迫\ue087∈锌h房地產支持政策", "。“一地一策”完善全省市縣"),
]


def seed(name: str) -> Text:
    witness, _ = read(SourceFile(path=SEEDS / name, name=name))
    assert witness is not None
    return restore(witness)


def test_a_reading_that_closes_a_title_is_preferred() -> None:
    """Of readings about as likely, the one whose 《 the 》 behind the run wants is taken."""
    change = find("為確?！毒V要》各項任務落到實處。")[0]
    assert (change.restored, change.certainty) == ("保《綱", "guess")


@pytest.mark.parametrize(("shown", "true"), CASES)
def test_runs_are_read(shown: str, true: str) -> None:
    """The reading of a run is what stood there."""
    assert [c.restored for c in find(shown)] == [true]


@pytest.mark.parametrize(("shown", "true"), CASES)
def test_every_reading_gives_the_run_again(shown: str, true: str) -> None:
    """The reading and all its rivals give exactly the shown run when damaged again."""
    change = find(shown)[0]
    run = shown[change.start : change.end]
    assert all(explains(reading, run) for reading in (change.restored, *change.rivals))


@pytest.mark.parametrize(("shown", "true"), CASES)
def test_a_model_alone_is_a_guess(shown: str, true: str) -> None:
    """Where a byte or a pair is lost, the certainty is guess."""
    assert {c.certainty for c in find(shown)} == {"guess"}


def test_left_over_notes_prove_a_reading() -> None:
    """(fù) and (quán) leave one reading of 租購?fù)瑱?quán): 租購同權."""
    change = find("推動落實“租購?fù)瑱?quán)”。")[0]
    assert (change.restored, change.certainty, change.rivals) == ("同權", "proved", ())


def test_a_left_over_note_and_an_ascii_byte_prove_a_reading() -> None:
    """(yàn) and the T of 門 E9 54 leave one reading of 因?yàn)椴块T: 因為部門."""
    change = find("反而因?yàn)椴块T利益的站位")[0]
    assert (change.restored, change.certainty, change.rivals) == ("為部門", "proved", ())


def test_a_dropped_pair_between_notes_is_a_guess() -> None:
    """Of 生活 (C9 FA BB EE) the middle pair is dropped: without it the notes leave 深 as well."""
    change = find("基本生活標準按照當(dāng)?shù)刈畹蜕畋U蠘?biāo)準執行。")[0]
    assert (change.restored, change.certainty) == ("地最低生活保障標", "guess")
    assert "地最低深保障標" in change.rivals


def test_two_notes_in_one_character_are_read_whatever_their_tones() -> None:
    """BF 83 (績) is noted jì, which the table reads jī: 質(zhì)量?jì)?yōu)良 for 質量優良."""
    change = find("互聯(lián)成網、質(zhì)量?jì)?yōu)良、運行良好")[0]
    assert (change.restored, change.certainty) == ("優", "guess")


def test_a_run_that_ends_at_once_is_read_in_traditional_script() -> None:
    """Of 。縣 (A1 A3 BF 68) read one byte off ??h is left, and the note confirms 現."""
    text = "縣域治理是國家治理體系的重要組成部分??h域經濟與國家層面的經濟密切關聯。"
    text += "其機製有特殊性?,F(xiàn)結合工作實際。"
    assert [c.restored for c in find(text)] == ["。縣", "。現"]


@pytest.mark.parametrize(
    "chars",
    [
        "氟哌啶醇、苯巴比妥、艾司唑仑、阿普唑仑、溴西泮、氯硝西泮等第二类精神药品",
        "（宋）王十朋撰　（明）何焯校　胡濙、瞿昙、夔龛、龑龘",
        "这样做可以吗？可以！为什么？因为政策允许。",
        "為什麼?A級景區應當披露信息，請問?B類企業如何辦理",
        "α、β、γ三种射线，∑与∈的用法",
    ],
)
def test_rare_words_are_no_damage(chars: str) -> None:
    """Names, drugs, questions and formulas are left alone."""
    assert find(chars) == []


def test_slipped_pairs_that_do_not_decode_are_dropped() -> None:
    """Of 全省市 read one byte off the pair AB CA has no character in GBK."""
    assert len(slipped("全省市")) == 1
    assert pair("\ue087") == (0xAB, 0xCA)


def test_two_copies_of_one_plan_read_alike() -> None:
    """Both damaged copies of the Hunan plan give the same text, each on its own."""
    assert seed("hunan-2024-15.a.txt").chars == seed("hunan-2024-15.b.txt").chars
