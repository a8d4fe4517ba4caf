"""Targets beside their results as files."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from luoshi.ledger import Ledger, LedgerError
from luoshi.service.outcome_files import COLUMNS, outcomes_name, write_outcomes
from luoshi.service.sample import CITY, REVENUE, read_sample
from luoshi.ways.cli.commands import app


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample's ledger."""
    place = tmp_path_factory.mktemp("outcomes")
    with read_sample(place):
        return place


@pytest.fixture
def ledger(folder: Path) -> Iterator[Ledger]:
    """The ledger of the sample city."""
    with Ledger(folder / "luoshi.db") as kept:
        yield kept


def test_a_row_of_csv_has_target_result_verdict_and_both_sentences(ledger: Ledger, tmp_path: Path) -> None:
    rows = ledger.outcomes(CITY, "2025")
    assert write_outcomes(rows, "csv", tmp_path / "o.csv") == len(rows)
    with (tmp_path / "o.csv").open(encoding="utf-8-sig") as file:
        told = list(csv.DictReader(file))
    assert tuple(told[0]) == COLUMNS
    assert len(told) == len(rows)
    (row,) = [row for row in told if row["indicator"] == REVENUE and row["measure"] == "growth"]
    assert (row["target"], row["result"], row["verdict"]) == ("5%", "3.8%", "missed")
    assert "5%" in row["target_sentence"]
    assert "3.8%" in row["result_sentence"]
    assert row["target_document"] != row["result_document"]


def test_a_workbook_is_in_readable_units(ledger: Ledger, tmp_path: Path) -> None:
    write_outcomes(ledger.outcomes(CITY, "2025"), "xlsx", tmp_path / "o.xlsx")
    head, *rows = openpyxl.load_workbook(tmp_path / "o.xlsx").active.values
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    (grain,) = [cell for cell in cells if cell["指标"] == "粮食产量"]
    assert (grain["目标下限"], grain["结果下限"], grain["单位"], grain["判断"]) == (63, 64.1, "万吨", "完成")
    (row,) = [cell for cell in cells if cell["指标"] == REVENUE]
    assert (row["度量"], row["目标下限"], row["结果下限"], row["单位"], row["判断"]) == ("增速", 5, 3.8, "%", "未完成")
    assert " / " not in row["依据的规则"]
    assert {cell["判断"] for cell in cells} >= {"完成", "未完成", "未提及"}


def test_the_command_line_writes_them(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    words = ["outcomes", "--place", CITY, "--to", "xlsx", "--out", str(out), "--ledger", str(folder / "luoshi.db")]
    assert CliRunner().invoke(app, words).exit_code == 0
    assert out.stat().st_size > 5000
    assert CliRunner().invoke(app, words[:5]).exit_code == 2


def test_another_format_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="csv, xlsx"):
        write_outcomes([], "pdf", tmp_path / "o.pdf")


def test_a_file_has_a_name_that_tells() -> None:
    assert outcomes_name("临澜市", "2025") == "目标与结果-临澜市-2025"
