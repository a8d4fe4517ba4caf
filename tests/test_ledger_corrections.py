"""Corrections: laid over what was read, signed, never lost."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from ledger_readings import report, yearly

from luoshi.ledger import CorrectionError, Ledger
from luoshi.ledger.corrections import value_for
from luoshi.records import Figure


def figure_id(ledger: Ledger) -> str:
    return ledger.series("城镇新增就业")[0].id


def test_a_correction_is_laid_over_the_reading(ledger: Ledger) -> None:
    ledger.add(report())
    made = ledger.correct(figure_id(ledger), "low", "33000", by="苏问渠", why="印刷有误")
    assert (made.old, made.new, made.who, made.why) == (Decimal(32000), Decimal(33000), "苏问渠", "印刷有误")
    [row] = ledger.series("城镇新增就业")
    assert (row.low, row.high) == (Decimal(33000), Decimal(32000))
    told = ledger.record(row.id)
    assert isinstance(told.record, Figure)
    assert told.record.low == Decimal(33000)
    assert told.corrections == (made,)
    assert ledger.reading(report().document.id) == report()


def test_the_latest_correction_counts_and_all_are_told(ledger: Ledger) -> None:
    ledger.add(report())
    for value in ("33000", "34000"):
        ledger.correct(figure_id(ledger), "low", value, by="苏问渠", why="核对")
    assert ledger.series("城镇新增就业")[0].low == Decimal(34000)
    assert [(made.old, made.new) for made in ledger.corrections()] == [
        (Decimal(32000), Decimal(33000)),
        (Decimal(33000), Decimal(34000)),
    ]
    assert ledger.corrections(figure_id(ledger)) == ledger.corrections()
    assert ledger.corrections("office") == []


def test_a_corrected_figure_is_found_by_what_it_was_corrected_to(ledger: Ledger) -> None:
    ledger.add(report())
    ledger.correct(figure_id(ledger), "indicator", "一般公共预算支出", by="苏问渠", why="读错")
    ledger.correct(ledger.series("一般公共预算支出")[0].id, "place", "青岛", by="苏问渠", why="读错")
    assert ledger.series("城镇新增就业") == []
    [row] = ledger.series("一般公共预算支出", place="青岛市")
    assert (row.indicator, row.place, row.place_code) == ("一般公共预算支出", "青岛市", "370200")


def test_a_correction_outlives_the_reading(ledger: Ledger) -> None:
    ledger.add(report())
    ledger.correct(figure_id(ledger), "indicator", "一般公共预算支出", by="苏问渠", why="读错")
    ledger.add(report(reader="2"))
    assert ledger.series("城镇新增就业") == []
    assert ledger.series("一般公共预算支出")[0].quote == "3.2万人"


def test_a_correction_concerns_its_record_only(ledger: Ledger) -> None:
    for year in (2022, 2023):
        ledger.add(yearly(year, "100"))
    first, second = ledger.series("一般公共预算收入")
    ledger.correct(first.id, "status", "forecast", by="苏问渠", why="预计数")
    assert [row.status for row in ledger.series("一般公共预算收入")] == ["forecast", "actual"]
    assert ledger.corrections(second.id) == []


@pytest.mark.parametrize(
    ("id", "field", "value"),
    [
        ("office", "posts", ["局长", "党组书记"]),
        ("office", "person", "纪闻阑"),
        ("commitment", "deadline", "2025"),
        ("statement", "mode", "indirect"),
    ],
)
def test_every_kind_can_be_corrected(ledger: Ledger, id: str, field: str, value: Any) -> None:
    ledger.add(report())
    made = ledger.correct(id, field, value, by="苏问渠", why="核对")
    told = getattr(ledger.record(id).record, field)
    assert told == made.new == (tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("quote", "别的话"),
        ("start", 3),
        ("rule", "x"),
        ("nothing", "x"),
        ("low", "许多"),
        ("low", "NaN"),
        ("low", [1]),
        ("sign", 2),
        ("measure", "height"),
        ("unit", None),
        ("unit", 5),
    ],
)
def test_what_can_not_be_corrected(ledger: Ledger, field: str, value: Any) -> None:
    ledger.add(report())
    with pytest.raises(CorrectionError):
        ledger.correct(figure_id(ledger), field, value, by="苏问渠", why="核对")
    assert ledger.corrections() == []


@pytest.mark.parametrize(("by", "why"), [("", "核对"), ("苏问渠", " ")])
def test_a_correction_needs_a_name_and_a_reason(ledger: Ledger, by: str, why: str) -> None:
    ledger.add(report())
    with pytest.raises(CorrectionError, match="a name and a reason"):
        ledger.correct(figure_id(ledger), "low", "1", by=by, why=why)


@pytest.mark.parametrize(
    ("field", "value", "held"),
    [
        ("low", 4.5, Decimal("4.5")),
        ("low", "4.50", Decimal("4.50")),
        ("high", None, None),
        ("high", "", None),
        ("sign", "-1", -1),
        ("sign", None, None),
        ("place", "", ""),
    ],
)
def test_values_are_held_as_the_field_holds_them(field: str, value: Any, held: Any) -> None:
    assert repr(value_for("figure", field, value)) == repr(held)
