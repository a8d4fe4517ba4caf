"""Values as the terminal shows them, and tables aligned by display width."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from luoshi import console

_SCALES = {"亿": Decimal(10) ** 8, "万": Decimal(10) ** 4}


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("133900000000", "1339亿"),
        ("365000", "36.5万"),
        ("43490", "43490"),
        ("5.70", "5.7"),
        ("0", "0"),
        ("15737820000", "157.3782亿"),
        ("12345678912", "12345678912"),
        ("-39000", "-3.9万"),
        ("1E+12", "10000亿"),
        ("12345678901234567890123456789012345.67", "12345678901234567890123456789012345.67"),
        ("1E+44", f"1{'0' * 36}亿"),
    ],
)
def test_a_number_is_shown_as_it_is_written(number: str, shown: str) -> None:
    assert console.number(Decimal(number)) == shown


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4))
def test_no_digit_is_lost(number: Decimal) -> None:
    shown = console.number(number)
    assert Decimal(shown.rstrip("亿万")) * _SCALES.get(shown[-1], Decimal(1)) == number


@pytest.mark.parametrize(
    ("low", "high", "unit", "measure", "sign", "qualifier", "shown"),
    [
        ("5.7", "5.7", "%", "growth", 1, "exact", "+5.7%"),
        ("0.2", "0.2", "个百分点", "change", -1, "exact", "−0.2个百分点"),
        ("400000000000", None, "元", "level", None, "over", "≥4000亿元"),
        (None, "5.5", "%", "level", None, "under", "≤5.5%"),
        (None, "70", "%", "share", None, "nearly", "近70%"),
        ("5.5", "6", "%", "growth", 1, "range", "+5.5—6%"),
        ("6", "6", "%", "growth", 1, "about", "约+6%"),
        ("1", "1", "位", "rank", None, "exact", "第1位"),
        ("6", "6", "年", "streak", None, "exact", "连续6年"),
    ],
)
def test_a_value_in_its_short_form(
    low: str | None, high: str | None, unit: str, measure: str, sign: int | None, qualifier: str, shown: str
) -> None:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    assert console.value(bounds[0], bounds[1], unit, measure, sign, qualifier) == shown


def test_a_table_is_aligned_and_loses_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    words = "城镇新增就业4.83万人，粮食产量64.1万吨"
    console.screen().print(
        console.grid("标题 title", ["指标 indicator", ("数值 value", "right")], [[words, "1339亿元"]])
    )
    lines = capsys.readouterr().out.splitlines()
    table = [line for line in lines if line.startswith(("│", "╭", "├", "╰"))]
    assert {cell_len(line) for line in table} == {cell_len(table[0])}
    assert cell_len(table[0]) <= 30
    first_column = "".join(line.split("│")[1].strip() for line in table if line.startswith("│"))
    assert words in first_column


def test_short_cells_keep_their_width(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    words = "建成望渔湾智慧渔港，" * 8
    console.screen().print(console.grid("", ["首见 first", "内容 words", "依据 id"], [["2025-01-10", words, words]]))
    assert any("2025-01-10" in line for line in capsys.readouterr().out.splitlines())


def test_a_message_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    console.complain("文件\n名.txt：没有\r\n这个文件")
    assert capsys.readouterr().err == "文件 名.txt：没有 这个文件\n"


HOSTILE = "a\x1b[31mb\x9b2Jc\u202ed\u2066e\x07f\x7fg\u2028h\ri"
OBEYED = set("\x1b\x9b\u202e\u2066\x07\x7f\u2028\r")


def test_no_control_character_of_a_document_reaches_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    console.screen().print(console.grid(HOSTILE, [HOSTILE, "数值 value"], [[HOSTILE, Text(HOSTILE)], ["一", "二"]]))
    console.say(HOSTILE)
    console.complain(HOSTILE)
    shown = "".join(capsys.readouterr())
    assert not OBEYED & set(shown)
    table = [line for line in shown.splitlines() if line.startswith(("│", "╭", "├", "╰"))]
    assert len({cell_len(line) for line in table}) == 1


def test_json_escapes_what_a_terminal_obeys_and_stays_the_same() -> None:
    printed = console.escaped(json.dumps({"quote": HOSTILE}, ensure_ascii=False))
    assert not OBEYED & set(printed)
    assert json.loads(printed) == {"quote": HOSTILE}


def test_without_a_terminal_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress(2) as step:
        step("一.txt", "")
        step("二.txt", "二.txt：空的 / empty")
    assert capsys.readouterr().err == "二.txt：空的 / empty\n"
