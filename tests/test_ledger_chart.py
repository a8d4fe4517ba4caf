"""Targets against results as a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger_readings import report, yearly

from luoshi.ledger import Ledger, LedgerError
from luoshi.ledger.chart import _places, draw_outcomes


@pytest.fixture
def filled(tmp_path: Path) -> Ledger:
    ledger = Ledger(tmp_path / "luoshi.db")
    ledger.add(report())
    ledger.add(yearly(2025, "19100000000"))
    return ledger


def test_an_svg_names_what_it_shows_and_is_the_same_each_time(filled: Ledger, tmp_path: Path) -> None:
    with filled:
        rows = filled.outcomes(indicator="一般公共预算收入")
        draw_outcomes(rows, tmp_path / "一.svg")
        draw_outcomes(rows, tmp_path / "二.svg")
    drawn = (tmp_path / "一.svg").read_text("utf-8")
    assert "临澜市 一般公共预算收入" in drawn
    assert "完成 met" in drawn
    assert drawn == (tmp_path / "二.svg").read_text("utf-8")


def test_what_cannot_be_drawn_is_said(filled: Ledger, tmp_path: Path) -> None:
    with filled:
        rows = filled.outcomes()
    with pytest.raises(LedgerError, match=r"\.svg"):
        draw_outcomes(rows, tmp_path / "图.pdf")
    with pytest.raises(LedgerError, match="0 "):
        draw_outcomes([], tmp_path / "图.svg")
    with pytest.raises(LedgerError, match="写不了"):
        draw_outcomes(rows, tmp_path / "没有" / "图.svg")


def test_years_stand_at_their_true_distance() -> None:
    assert _places(["2020", "2023", "2021/2025"]) == {"2020": 0, "2023": 3, "2021/2025": 4}
