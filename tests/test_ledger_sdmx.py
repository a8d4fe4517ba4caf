"""SDMX-CSV read back by sdmx1."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sdmx
from ledger_readings import document, figure, reading, report, yearly

from luoshi.ledger import Ledger, LedgerError
from luoshi.ledger.sdmx import COLUMNS, STRUCTURE, time_period


def read_back(ledger: Ledger, folder: Path) -> Any:
    """The export as pandas has it after sdmx1 has read it with the structure beside it."""
    out = folder / "figures.csv"
    ledger.export("sdmx", out)
    structure = sdmx.read_sdmx(folder / "figures.structure.xml").structure["FIGURES"]
    message = sdmx.read_sdmx(out, structure=structure)
    return sdmx.to_pandas(message.data[0], attributes="o") if message.data else None


def test_sdmx1_reads_it_back(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(report())
    told = read_back(ledger, tmp_path)
    assert told.index.names == [
        "REF_AREA", "INDICATOR", "BREAKDOWN", "MEASURE", "STAGE", "UNIT_MEASURE", "TIME_PERIOD",
    ]  # fmt: skip
    assert len(told) == 5
    by_words = {row["COMMENT_OBS"]: (key, row) for key, row in told.iterrows()}
    key, row = by_words["182.4亿元"]
    assert key[0] == "临澜市"
    assert key[3:] == ("level", "actual", "元", "2024")
    assert Decimal(str(row["value"])) == Decimal("18240000000")
    key, row = by_words["4.5%以内"]
    assert (key[4], row["OBS_STATUS"], row["LOWER_BOUND"], row["UPPER_BOUND"]) == ("target", "E", "", "4.5")
    assert ledger.record(row["SOURCE"]).record.quote == "4.5%以内"
    assert by_words["61亿元"][0][2] != "_T"


def test_of_two_documents_the_later_counts(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(yearly(2023, "100"))
    text = "2023年，一般公共预算收入修订为101元。"
    told = figure(text, "101元", "一般公共预算收入", "101", period="2023")
    ledger.add(reading(document(text), date="2024-12-01", figures=(told,)))
    assert list(read_back(ledger, tmp_path)["value"].astype(float)) == [101.0]


def test_falls_are_negative_and_bounds_turn_round(ledger: Ledger, tmp_path: Path) -> None:
    text = "单位能耗下降3.5%—4%。"
    told = figure(
        text, "3.5%—4%", "单位能耗", "3.5", high=Decimal(4), qualifier="range", measure="growth", sign=-1, unit="%"
    )
    ledger.add(reading(document(text), figures=(told,)))
    [row] = [row for _, row in read_back(ledger, tmp_path).iterrows()]
    assert (row["value"], row["LOWER_BOUND"], row["UPPER_BOUND"]) == (-4.0, "-4", "-3.5")


def test_what_has_no_period_is_left_out_and_lines_stay_lines(ledger: Ledger, tmp_path: Path) -> None:
    text = "收入为5\n元，\u2028支出6元。"
    figures = (
        figure(text, "5\n元", "收\u2028入", "5", status="forecast"),
        figure(text, "6元", "支出", "6", period=""),
    )
    ledger.add(reading(document(text), figures=figures))
    assert ledger.export("sdmx", tmp_path / "x.csv") == 1
    rows = list(csv.reader((tmp_path / "x.csv").read_text("utf-8").splitlines()))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 2
    assert dict(zip(COLUMNS, rows[1], strict=True))["OBS_STATUS"] == "F"


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2024", "2024"),
        ("2024-11", "2024-11"),
        ("2024-12-31", "2024-12-31"),
        ("2024-01/2024-11", "2024-01-01/P11M"),
        ("2023-11/2024-02", "2023-11-01/P4M"),
        ("2021/2025", "2021-01-01/P5Y"),
    ],
)
def test_periods(period: str, told: str) -> None:
    assert time_period(period) == told


def test_only_figures(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        ledger.export("sdmx", tmp_path / "x.csv", "offices")
    assert list(tmp_path.glob("x*")) == []


def test_every_column_is_documented_and_in_the_structure() -> None:
    page = (Path(__file__).resolve().parents[1] / "docs" / "exports.md").read_text("utf-8")
    section = page.partition("## SDMX-CSV")[2]
    assert [name for name in COLUMNS if f"`{name}`" not in section] == []
    structure = sdmx.read_sdmx(STRUCTURE).structure["FIGURES"]
    parts = (structure.dimensions, structure.measures, structure.attributes)
    assert {component.id for part in parts for component in part.components} == set(COLUMNS[3:])
