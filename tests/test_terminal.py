"""What the terminal is told: lines, JSON, and nothing that it would obey."""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len
from rich.text import Text

from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import grid


def test_a_message_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.complain("文件\n名.txt：没有\r\n这个文件")
    assert capsys.readouterr().err == "文件 名.txt：没有 这个文件\n"


HOSTILE = "a\x1b[31mb\x9b2Jc\u202ed\u2066e\x07f\x7fg\u2028h\ri"
OBEYED = set("\x1b\x9b\u202e\u2066\x07\x7f\u2028\r")


def test_no_control_character_of_a_document_reaches_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    terminal.screen().print(grid(HOSTILE, [HOSTILE, "数值 value"], [[HOSTILE, Text(HOSTILE)], ["一", "二"]]))
    terminal.say(HOSTILE)
    terminal.complain(HOSTILE)
    shown = "".join(capsys.readouterr())
    assert not OBEYED & set(shown)
    table = [line for line in shown.splitlines() if line.startswith(("│", "╭", "├", "╰"))]
    assert len({cell_len(line) for line in table}) == 1


SEQUENCES = {
    "colour": "\x1b[1;31m",
    "colour in one character": "\x9b2J",
    "title": "\x1b]0;标题\x07",
    "link": "\x1b]8;;http://example.org\x1b\\",
    "title in one character": "\x9d0;标题\x9c",
    "device": "\x1bP1$r0m\x1b\\",
    "character set": "\x1b(B",
    "reset": "\x1bc",
    "unended": "\x1b[31",
}


@pytest.mark.parametrize("sequence", SEQUENCES.values(), ids=SEQUENCES)
def test_a_sequence_leaves_nothing_of_itself(
    sequence: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    words = f"养老{sequence}床位"
    terminal.say(words)
    terminal.complain(words)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("养老床位\n", "养老床位\n")
    terminal.screen().print(grid(words, ["一", "二"], [[words, Text(words, "bold")]]))
    terminal.screen().print(words, Text.assemble(("养老", "bold"), words[2:]))
    shown = capsys.readouterr().out
    assert shown.count("养老床位") == 5
    assert len({cell_len(line) for line in shown.splitlines() if line.startswith(("│", "╭", "├", "╰"))}) == 1


def test_words_after_a_string_without_an_end_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.say("甲\x1b]0;乙\n丙")
    assert capsys.readouterr().out == "甲0;乙\n丙\n"


def test_json_escapes_what_a_terminal_obeys_and_stays_the_same() -> None:
    printed = terminal.escaped(json.dumps({"quote": HOSTILE}, ensure_ascii=False))
    assert not OBEYED & set(printed)
    assert json.loads(printed) == {"quote": HOSTILE}


def test_without_a_terminal_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with terminal.progress(2) as step:
        step("一.txt", "")
        step("二.txt", "二.txt：空的 / empty")
    assert capsys.readouterr().err == "二.txt：空的 / empty\n"


def test_no_line_breaks_a_number_or_begins_with_a_comma(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "科学技术支出（含市本级）8.5亿元，增长13.3%；其中“一号工程”占1,234.5万元，下降6.8%。" * 3
    for width in range(20, 70):
        monkeypatch.setenv("COLUMNS", f"{width}")
        terminal.screen().print(Text(words))
        lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
        assert "".join(lines) == words
        assert all(cell_len(line) <= width for line in lines)
        assert not any(line[0] in "，；。”）" or line[-1] in "“（" for line in lines)
        for number in ("8.5亿元", "13.3%", "1,234.5万元", "6.8%"):
            assert sum(line.count(number) for line in lines) == words.count(number)
