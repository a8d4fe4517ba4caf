"""A panel as people look at it: for each indicator a table, places down, years across."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luoshi.service.wording import value

if TYPE_CHECKING:
    from luoshi.ledger import PanelRow

_SIGNED = ("growth", "change")


@dataclass(frozen=True, slots=True)
class PanelTable:
    """The cells of one indicator: ``lines`` are a place and its cells, one for each of ``years``."""

    indicator: str
    measure: str
    years: tuple[str, ...]
    lines: tuple[tuple[str, tuple[PanelRow, ...]], ...]

    @property
    def kind(self) -> str:
        """Its measure, ``rate`` for the level of a percentage."""
        units = {cell.unit for _, cells in self.lines for cell in cells if not cell.missing}
        return "rate" if self.measure == "level" and units == {"%"} else self.measure

    @property
    def filled(self) -> int:
        """How many cells have a value."""
        return sum(not cell.missing for _, cells in self.lines for cell in cells)


def panel_tables(rows: Iterable[PanelRow], every_year: bool = True) -> list[PanelTable]:
    """The tables of a panel, in the order in which its indicators and places come.

    Years of which no place has a document are left out, but with ``every_year``.
    """
    by_indicator: dict[str, dict[str, dict[str, PanelRow]]] = {}
    for row in rows:
        by_indicator.setdefault(row.indicator, {}).setdefault(row.place, {})[row.year] = row
    told = (
        None
        if every_year
        else {
            row.year
            for rows_ in by_indicator.values()
            for cells in rows_.values()
            for row in cells.values()
            if row.missing != "no document"
        }
    )
    return [_table(name, places, told) for name, places in by_indicator.items()]


def panel_value(row: PanelRow) -> str:
    """The value of a cell in its short form, ``""`` for an empty one."""
    if row.missing:
        return ""
    bounds = [bound for bound in (row.low, row.high) if bound is not None]
    fall = bool(bounds) and all(bound < 0 for bound in bounds)
    if fall:
        low, high = (None if bound is None else -bound for bound in (row.high, row.low))
        return value(low, high, row.unit, row.measure, -1, row.qualifier, row.quote)
    sign = 1 if row.measure in _SIGNED and any(bounds) else None
    return value(row.low, row.high, row.unit, row.measure, sign, row.qualifier, row.quote)


def listed(words: str) -> list[str]:
    """The names in a line that parts them by 、 , ; or blanks."""
    return list(dict.fromkeys(filter(None, re.split(r"[、,，;；\s]+", words))))


def years_of(words: str) -> tuple[int, int] | None:
    """The first and the last year of ``2015-2025``, ``2020`` or ``2013年至2025年``; ``None`` for ``""``.

    :class:`ValueError` for anything else.
    """
    if not words.strip():
        return None
    found = re.fullmatch(r"\s*(\d{4})年?\s*(?:[-—–~～/至到]+\s*(\d{4})年?)?\s*", words)
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise ValueError(words)
    return int(found[1]), int(found[2] or found[1])


def _table(indicator: str, places: dict[str, dict[str, PanelRow]], told: set[str] | None) -> PanelTable:
    years: Sequence[str] = sorted({year for cells in places.values() for year in cells if told is None or year in told})
    first = next(iter(next(iter(places.values())).values()))
    lines = tuple((place, tuple(cells[year] for year in years if year in cells)) for place, cells in places.items())
    return PanelTable(indicator, first.measure, tuple(years), lines)
