"""Lists: counts first, then the first twenty; filters; ids whole; values as printed; completion."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from luoshi.service import seen_in
from luoshi.service.wording import short_id
from luoshi.ways.cli.commands import app
from luoshi.ways.cli.tables.grid import first_of

YEARS = range(2001, 2026)


def run(*arguments: str | Path, columns: int = 120) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], env={"COLUMNS": str(columns)})


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of 25 years, a report each, with 25 targets and 24 results."""
    folder = tmp_path_factory.mktemp("lists")
    for year in YEARS:
        words = (
            f"临澜市政府工作报告\n——{year + 1}年1月13日\n\n一、{year}年工作回顾\n"
            f"全市一般公共预算收入{year - 1900}.50亿元，增长{6 if year % 2 else 2}.0%。\n"
            f"二、{year + 1}年工作安排\n今年一般公共预算收入增长4%。市教育局要建成{year - 1990}所学校。\n"
        )
        (folder / f"{year}.txt").write_text(words, "utf-8")
    path = folder / "luoshi.db"
    assert run("add", folder, "--ledger", path, "--jobs", "1").exit_code == 0
    return path


ASKED = (
    ("series", "一般公共预算收入", "--measure", "level"),
    ("outcomes", "--indicator", "一般公共预算收入"),
    ("bodies",),
    ("progress",),
    ("search", "收入"),
    ("documents",),
)


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked[0])
def test_twenty_are_shown_with_the_count_of_all_and_all_on_demand(ledger: Path, asked: tuple[str, ...]) -> None:
    few = run(*asked, "--ledger", ledger)
    assert few.exit_code == 0
    told = re.search(r"列出 20 条，共 (\d+) 条：--all", few.stderr)
    assert told
    assert told[1] in "".join(few.stdout.splitlines()[:2])
    everything = run(*asked, "--ledger", ledger, "--all")
    assert "--all" not in everything.stderr
    assert len(everything.stdout) > len(few.stdout)
    if asked[0] != "documents":
        assert len(run(*asked, "--ledger", ledger, "--json").stdout.splitlines()) == int(told[1])


def test_the_newest_values_and_what_was_missed_matter_most(ledger: Path) -> None:
    newest = run("series", "一般公共预算收入", "--measure", "level", "--ledger", ledger).stdout
    assert "125.50亿元" in newest
    assert "101.50亿元" not in newest
    first = run("outcomes", "--indicator", "一般公共预算收入", "--ledger", ledger).stdout
    assert first.index("未完成") < first.index(" 完成 ", 200)


def test_values_are_shown_as_they_are_printed(ledger: Path) -> None:
    shown = run("series", "一般公共预算收入", "--year", "2025", "--ledger", ledger).stdout
    assert "125.50亿元" in shown
    assert "+6.0%" in shown


@pytest.mark.parametrize("columns", [80, 120])
def test_ids_are_never_broken(ledger: Path, columns: int) -> None:
    rows = run("series", "一般公共预算收入", "--year", "2025", "--ledger", ledger, "--json").stdout.splitlines()
    shown = run("series", "一般公共预算收入", "--year", "2025", "--ledger", ledger, columns=columns).stdout
    assert rows
    for row in rows:
        assert short_id(json.loads(row)["id"]) in shown


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (("series", "一般公共预算收入", "--year", "2025"), 3),  # a level, a growth and its target
        (("bodies", "--year", "2024"), 2),
        (("search", "收入", "--year", "2024", "--place", "临澜市", "--kind", "figure"), 2),
        (("search", "收入", "--place", "青岛市"), 0),
        (("conflicts", "--kind", "share"), 0),
        (("people", "--year", "2024"), 0),
        (("formulations", "--year", "2024"), 0),
    ],
)
def test_filters(ledger: Path, asked: tuple[str, ...], number: int) -> None:
    assert len(run(*asked, "--ledger", ledger, "--json").stdout.splitlines()) == number


def test_read_shows_counts_first_and_one_kind_on_demand(ledger: Path) -> None:
    file = ledger.with_name("2025.txt")
    told = run("read", file).stdout.splitlines()
    assert "数据 4" in told[2]
    rows = [json.loads(line) for line in run("read", file, "--kind", "commitment", "--json").stdout.splitlines()]
    assert {row["type"] for row in rows} == {"commitment"}
    named = run("read", file, "--indicator", "一般公共预算收入", "--json").stdout.splitlines()
    assert {json.loads(line)["indicator"] for line in named} == {"一般公共预算收入"}
    assert "任务 commitments" not in run("read", file, "--kind", "figure").stdout


def test_the_lightest_come_first_of_many() -> None:
    assert first_of(range(30), False, lambda number: -number)[0] == 29
    assert first_of(range(3), False, lambda number: -number) == range(3)
    assert len(first_of(range(30), True)) == 30


def test_rows_of_all_years_are_kept_without_a_year() -> None:
    assert seen_in([], "2024") == seen_in([], "") == []


@pytest.mark.parametrize(("encoding", "mark"), [("utf-8-sig", b"\xef\xbb\xbfid"), ("utf-8", b"id"), ("gb18030", b"id")])
def test_csv_in_the_encoding_that_is_asked_for(ledger: Path, tmp_path: Path, encoding: str, mark: bytes) -> None:
    out = tmp_path / "a.csv"
    assert run("export", "--to", "csv", "--encoding", encoding, out, "--ledger", ledger).exit_code == 0
    assert out.read_bytes().startswith(mark)
    assert "一般公共预算收入" in out.read_text(encoding)


def test_an_encoding_is_for_csv_only(ledger: Path, tmp_path: Path) -> None:
    refused = run("export", "--to", "xlsx", "--encoding", "utf-8", tmp_path / "a.xlsx", "--ledger", ledger)
    assert refused.exit_code == 2
    assert "csv" in refused.stderr


@pytest.mark.parametrize(("words", "completed"), [("luoshi ser", "series"), ("luoshi documents --ki", "--kind")])
def test_a_shell_completes_commands_and_options(words: str, completed: str) -> None:
    code = "import sys; sys.argv = ['luoshi']; from luoshi.ways.cli import main; main()"
    asked = {"_LUOSHI_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    told = subprocess.run([sys.executable, "-c", code], env=os.environ | asked, capture_output=True, text=True)
    assert completed in told.stdout.split()


def test_the_script_that_completes_is_offered() -> None:
    for option in ("--install-completion", "--show-completion"):
        assert option in run("--help").stdout


def test_indicators_of_the_scheme_are_looked_up(ledger: Path) -> None:
    shown = run("indicators", "失业保险金", columns=100)
    assert "unemployment_benefit_recipients" in shown.stdout  # whole
    rows = [json.loads(line) for line in run("indicators", "失业保险金", "--json").stdout.splitlines()]
    assert [row["id"] for row in rows] == ["unemployment_benefit_recipients"]
    assert "没有" in run("indicators", "微笑指数").stderr
    assert run("indicators", "失业", "--unknown", "--ledger", ledger).exit_code == 2
