"""luoshi documents, and the list that luoshi add ends with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from luoshi.ways.cli.commands import app

REPORT = """临澜市政府工作报告
——2026年1月13日

一、2025年工作回顾
全市一般公共预算收入99.9亿元，增长3.8%。
二、2026年工作安排
今年一般公共预算收入预期增长4%。市民政局要在9月底前建成60个社区助餐点。
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], env={"COLUMNS": "120"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two files, the working directory."""
    monkeypatch.chdir(tmp_path)
    Path("报告.txt").write_text(REPORT, "utf-8")
    Path("短.txt").write_text("全市收入99.9亿元。", "utf-8")
    return tmp_path


@pytest.fixture
def added(folder: Path) -> Result:
    return run("add", folder, "--jobs", "1")


def test_add_ends_with_what_was_read_and_what_was_not(added: Result) -> None:
    assert added.exit_code == 0
    told = added.stdout
    assert told.index("短.txt") < told.index("报告.txt"), "what needs a look comes first"
    assert "临澜市 2026-01-13  工作报告" in told
    assert "! 没有看出地区 no place" in told
    assert told.rstrip().endswith("2 new, 0 known, 0 refused.")


def test_nothing_is_listed_where_nothing_is_new(added: Result, folder: Path) -> None:
    assert run("add", folder, "--jobs", "1").stdout.count("\n") == 1


def test_documents_are_listed_any_time(added: Result) -> None:
    result = run("documents")
    assert result.exit_code == 0
    first, *_ = result.stdout.splitlines()
    assert "文件 documents (2)" in first
    rows = [json.loads(line) for line in run("documents", "--json").stdout.splitlines()]
    assert [(row["name"], row["kind"], sorted(row["notes"])) for row in rows] == [
        ("报告.txt", "work-report", []),
        ("短.txt", "", ["no_date", "no_place"]),
    ]


@pytest.mark.parametrize("asked", [["--place", "临澜市"], ["--year", "2026"], ["--kind", "work-report"]])
def test_filters(added: Result, asked: list[str]) -> None:
    assert [json.loads(line)["name"] for line in run("documents", "--json", *asked).stdout.splitlines()] == ["报告.txt"]


def test_a_document_is_mended_shown_and_put_back(added: Result) -> None:
    signed = ("--by", "苏问渠", "--why", "与原件核对")
    result = run("documents", "短.txt", "--set", "place=临澜市", "date=2025-12-31", *signed)
    assert result.exit_code == 0
    assert "临澜市 2025-12-31" in result.stdout
    assert "苏问渠：与原件核对" in run("documents", "短.txt").stdout
    assert "99.9亿元" in run("series", "收入", "--place", "临澜市", "--json").stdout
    assert run("documents", "短.txt", "--undo", *signed).exit_code == 0
    assert json.loads(run("documents", "短.txt", "--json").stdout)["place"] == ""


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["短.txt", "--set", "place=临澜市"], 1, "署名"),
        (["短.txt", "--set", "place=清岛市", "--by", "苏", "--why", "核"], 1, "青岛市"),
        (["短.txt", "--set", "date=2026/1/2", "--by", "苏", "--why", "核"], 1, "2025-01-08"),
        (["短.txt", "--undo", "--by", "苏", "--why", "核"], 1, "撤销"),
        (["无.txt"], 1, "没有这份文件"),
        (["短.txt", "--set", "title=报告"], 2, "place="),
        (["--set", "place=临澜市"], 2, "哪一份"),
        (["短.txt", "报告.txt"], 2, "--set"),
        (["短.txt", "--undo", "--set", "place=临澜市"], 2, "--undo"),
    ],
)
def test_what_can_not_be_is_one_line(added: Result, arguments: list[str], status: int, words: str) -> None:
    result = run("documents", *arguments)
    assert result.exit_code == status
    assert words in result.stderr


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_place_that_does_not_exist_is_refused_with_those_alike(folder: Path, command: str) -> None:
    result = run(command, "短.txt", "--place", "清岛市", *(("--jobs", "1") if command == "add" else ()))
    assert result.exit_code == 1
    assert "青岛市" in result.stderr
    assert run(command, "短.txt", "--place", "清岛市", "--new-place").exit_code == 0
