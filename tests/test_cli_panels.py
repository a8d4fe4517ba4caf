"""The panel at the command line: several places, and words that are no indicators."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from luoshi.ways.cli.commands import app


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], env={"COLUMNS": "120"})


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of each of two cities."""
    folder = tmp_path_factory.mktemp("panels")
    for city in ("昆明市", "青岛市"):
        words = f"{city}政府工作报告\n——2025年1月13日\n\n2024年，全市一般公共预算收入增长5%。\n"
        (folder / f"{city}.txt").write_text(words, "utf-8")
    assert run("add", folder, "--ledger", folder / "luoshi.db", "--jobs", "1").exit_code == 0
    return folder / "luoshi.db"


@pytest.mark.parametrize("places", [("--places", "昆明市,青岛市"), ("--places", "昆明市", "--places", "青岛市")])
def test_places_are_parted_by_commas_or_given_again(ledger: Path, places: tuple[str, ...]) -> None:
    told = run(
        "panel", "一般公共预算收入", *places, "--years", "2024", "--measure", "growth", "--json", "--ledger", ledger
    )
    assert [json.loads(line)["place"] for line in told.stdout.splitlines()] == ["昆明市", "青岛市"]


def test_a_place_among_the_indicators_is_told(ledger: Path) -> None:
    told = run("panel", "一般公共预算收入", "--places", "昆明市", "青岛市", "--ledger", ledger)
    assert told.exit_code == 2
    assert "--places 昆明市,青岛市" in told.stderr


def test_an_indicator_that_the_ledger_does_not_have_is_told(ledger: Path) -> None:
    assert "“公共预算收入额”" in run("panel", "公共预算收入额", "--ledger", ledger).stderr


def test_a_place_that_the_ledger_does_not_have_is_told(ledger: Path) -> None:
    told = run("panel", "一般公共预算收入", "--places", "昆名市", "--ledger", ledger)
    assert "“昆名市”" in told.stderr
    assert "昆明市" in told.stderr


def test_a_fall_of_at_least_so_much_is_a_growth_of_at_most_its_opposite(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text(
        "临澜市政府工作报告\n2025年1月13日\n\n2024年，全市固定资产投资下降5%以上。\n", "utf-8"
    )
    assert run("add", tmp_path / "报告.txt", "--ledger", tmp_path / "luoshi.db", "--jobs", "1").exit_code == 0
    told = run("panel", "固定资产投资增速", "--years", "2024", "--ledger", tmp_path / "luoshi.db").stdout
    assert "≤−5%" in told
