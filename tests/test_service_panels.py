"""A panel as people look at it: tables by indicator, values in words, names and years as they are typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from luoshi.ledger.panel import PanelRow
from luoshi.service.panels import listed, panel_tables, panel_value, years_of


def cell(
    place: str, year: str, indicator: str = "粮食产量", low: str = "", measure: str = "level", **other: object
) -> PanelRow:
    """A cell of a panel, empty without a value."""
    value = Decimal(low) if low else None
    told = {
        "place_code": "", "concept": "", "unit": "%" if measure == "growth" else "吨", "qualifier": "exact",
        "status": "actual", "stage": "executed", "document": "", "sentence": "", "quote": "", "id": "",
        "document_id": "", "start": None, "end": None, "period": year, "date": "", "others": 0, "disputed": 0,
        "missing": "" if low else "not told",
    }  # fmt: skip
    return PanelRow(place, year=year, indicator=indicator, measure=measure, low=value, high=value, **told | other)  # type: ignore[arg-type]


def test_each_indicator_has_a_table_of_places_and_years() -> None:
    rows = [
        cell(place, year, name, "1")
        for name in ("甲", "乙")
        for place in ("临澜市", "望舒县")
        for year in ("2025", "2024")
    ]
    tables = panel_tables(rows)
    assert [table.indicator for table in tables] == ["甲", "乙"]
    assert tables[0].years == ("2024", "2025")
    assert [(place, [one.year for one in cells]) for place, cells in tables[0].lines] == [
        ("临澜市", ["2024", "2025"]), ("望舒县", ["2024", "2025"]),
    ]  # fmt: skip
    assert tables[0].filled == 4


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (cell("临澜市", "2025", low="641000"), "64.1万吨"),
        (cell("临澜市", "2025", low="3.8", measure="growth"), "+3.8%"),
        (cell("临澜市", "2025", low="-3.8", measure="growth"), "−3.8%"),
        (cell("临澜市", "2025", low="0", measure="growth"), "0%"),
        (cell("临澜市", "2025", low="641000", qualifier="over"), "≥64.1万吨"),
        (cell("临澜市", "2025"), ""),
    ],
)
def test_a_cell_in_words(row: PanelRow, words: str) -> None:
    assert panel_value(row) == words


def test_names_in_a_line() -> None:
    assert listed(" 粮食产量、地区生产总值,粮食产量；失业率 ") == ["粮食产量", "地区生产总值", "失业率"]


def test_years_as_they_are_typed() -> None:
    assert (years_of(""), years_of("2020"), years_of("2015-2025"), years_of("2015至2025")) == (
        None, (2020, 2020), (2015, 2025), (2015, 2025),
    )  # fmt: skip
    for wrong in ("20", "2025-2015", "abc", "2015-2025-2026"):
        with pytest.raises(ValueError, match=wrong):
            years_of(wrong)
