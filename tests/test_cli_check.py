"""luoshi check: what it lists and in which order, and its exit status."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from luoshi.ways.cli.commands import app

REPORT = """临澜市政府工作报告
——2026年1月13日在临澜市第十届人民代表大会第五次会议上

一、2025年工作回顾
全市一般公共预算收入99.93亿元，增长3.8%。新增学位9150个。新增养老床位1260张。
"""
DRAFT = "2025年，临澜市一般公共预算收入99.39亿元，增长3.8%。新增学位9150个。发放助餐补贴860万元。"
RIGHT = "2025年，临澜市一般公共预算收入99.93亿元，增长3.8%。"


def run(*arguments: str | Path, columns: int = 120) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, arguments)], env={"COLUMNS": str(columns)})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft, a right one, a source and a ledger that holds it; the working directory."""
    monkeypatch.chdir(tmp_path)
    for name, words in (("稿.txt", DRAFT), ("对.txt", RIGHT), ("报告.txt", REPORT)):
        Path(name).write_text(words, "utf-8")
    added = CliRunner().invoke(app, ["add", "报告.txt", "--jobs", "1"])
    assert added.exit_code == 0
    return tmp_path


STATED = ("--place", "临澜市", "--date", "2026-01-14")


def test_certain_differences_come_first_with_the_source_and_its_words(folder: Path) -> None:
    result = run("稿.txt", *STATED)
    assert result.exit_code == 3
    told = result.stdout
    order = ["肯定不一致 differs for certain 1", "一致 agrees 2", "99.39亿元", "99.93亿元", "增长3.8%", "报告.txt"]
    order += ["来源里没有 not found (1)", "860万元"]
    assert [told.index(words) for words in order] == sorted(told.index(words) for words in order)
    assert ":figure-" in told


def test_no_line_is_wider_than_the_screen_and_values_stay_in_one(folder: Path) -> None:
    for line in run("稿.txt", *STATED).stdout.splitlines():
        assert cell_len(line) <= 120
    assert "一般公共预算收入 99.39亿元  数值 value" in run("稿.txt", *STATED).stdout


@pytest.mark.parametrize("sources", [["报告.txt"], ["."], ["luoshi.db"], ["报告.txt", "对.txt"]])
def test_it_is_checked_against_files_folders_or_a_ledger(folder: Path, sources: list[str]) -> None:
    assert run("稿.txt", "--against", *sources, "--jobs", "1", *STATED).exit_code == 3
    assert run("对.txt", "--against", sources[0], "--jobs", "1", *STATED).exit_code == 0


def test_json_has_a_finding_a_line(folder: Path) -> None:
    rows = [json.loads(line) for line in run("稿.txt", "--json", *STATED).stdout.splitlines()]
    assert [row["verdict"] for row in rows] == ["differs", "not found", "agrees", "agrees"]
    first = rows[0]
    assert (first["quote"], first["fields"], first["certain"]) == ("99.39亿元", ["value"], True)
    assert first["source"]["quote"] == "99.93亿元"
    assert DRAFT[first["start"] : first["end"]] == first["quote"]


def test_the_page_is_written_too(folder: Path) -> None:
    result = run("稿.txt", *STATED, "--html", "核对.html")
    assert result.exit_code == 3
    assert "核对.html" in result.stdout
    assert "99.93亿元" in Path("核对.html").read_text("utf-8")


def test_a_draft_without_day_and_place_is_told(folder: Path) -> None:
    result = run("稿.txt")
    assert f"按今天 {date.today().isoformat()}" in result.stderr
    assert "--place" in result.stderr


def test_a_source_that_can_not_be_read_is_told_and_the_others_are_checked(folder: Path) -> None:
    result = run("稿.txt", "--against", "报告.txt", "没有.txt", "--jobs", "1", *STATED)
    assert result.exit_code == 1
    assert "没有.txt" in result.stderr
    assert "99.93亿元" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["没有.txt"], 1, "没有.txt"),
        (["稿.txt", "对.txt"], 2, "--against"),
        (["稿.txt", "--against", "没有.txt"], 1, "没有来源"),
        (["稿.txt", "--against", "luoshi.db", "报告.txt"], 1, "luoshi add"),
        (["稿.txt", "--ledger", "无.db"], 1, "无.db"),
    ],
)
def test_what_can_not_be_checked_is_one_line(folder: Path, arguments: list[str], status: int, words: str) -> None:
    result = run(*arguments, "--jobs", "1", *STATED)
    assert result.exit_code == status
    assert words in result.stderr
    assert not result.stdout
