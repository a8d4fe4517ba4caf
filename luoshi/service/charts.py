"""The values of an indicator as a chart draws them: a line of results a place, targets beside it."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from luoshi.service.wording import value_of

if TYPE_CHECKING:
    from luoshi.ledger import Ledger, SeriesRow

_SCALES = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
#: In the order in which one of several is chosen.
MEASURES = ("level", "growth", "share", "change", "rank", "streak")
_UNMULTIPLIED = ("%", "个百分点", "∶1")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a formula


@dataclass(frozen=True, slots=True)
class Charted:
    """An indicator's values: ``rows`` are all of the measure, ``drawn`` those of one unit and kind of period.

    ``measures`` counts the values of each measure that there is; ``scale`` is by what values are divided to be
    values in ``unit`` (亿元).
    """

    indicator: str
    measure: str
    measures: dict[str, int]
    rows: tuple[SeriesRow, ...]
    drawn: tuple[SeriesRow, ...]
    unit: str
    scale: Decimal

    def to_json(self) -> dict[str, Any]:
        """What the chart draws: the periods, and for each place its results and its targets, as numbers in ``unit``."""
        periods = sorted({_period(row) for row in self.drawn})
        places: dict[str, list[SeriesRow]] = defaultdict(list)
        for row in self.drawn:
            places[row.place].append(row)
        return {
            "indicator": self.indicator,
            "measure": self.measure,
            "unit": self.unit,
            "periods": periods,
            "places": [self._place(name, rows) for name, rows in places.items()],
        }

    def _place(self, name: str, rows: Sequence[SeriesRow]) -> dict[str, Any]:
        results = [row for row in rows if row.status == "actual" and None not in (row.low, row.high)]
        latest = {_period(row): row for row in sorted(results, key=lambda row: row.date)}
        targets = {_period(row): row for row in sorted(rows, key=lambda row: row.date) if row.status == "target"}
        return {
            "place": name,
            "results": [
                self._point(row) | {"others": sorted({value_of(each) for each in results
                                                      if _period(each) == period} - {value_of(row)})}
                for period, row in sorted(latest.items())
            ],
            "targets": [self._point(row) for _, row in sorted(targets.items())],
        }  # fmt: skip

    def _point(self, row: SeriesRow) -> dict[str, Any]:
        sign = -1 if row.sign == -1 else 1
        ends = [None if end is None else float(sign * end / self.scale) for end in (row.low, row.high)]
        low, high = ends if sign == 1 else ends[::-1]
        return {
            "id": row.id, "period": _period(row), "low": low, "high": high, "value": value_of(row),
            "document": row.document, "start": row.start,
        }  # fmt: skip


def charted(ledger: Ledger, indicator: str, places: Sequence[str] = (), measure: str = "") -> Charted:
    """The values of an indicator in ``places`` (none: all), of a measure or of the one that most values have."""
    found = [row for place in places or ("",) for row in ledger.series(indicator, place)]
    measures = Counter(row.measure for row in found)
    if measure not in measures and measures:
        measure = max(measures, key=lambda name: (measures[name], -MEASURES.index(name)))
    rows = tuple(row for row in found if row.measure == measure)
    units = Counter((row.unit, _kind(row)) for row in rows)
    unit, kind = units.most_common(1)[0][0] if units else ("", "")
    drawn = tuple(row for row in rows if (row.unit, _kind(row)) == (unit, kind) and row.period)
    largest = max((abs(end) for row in drawn for end in (row.low, row.high) if end is not None), default=Decimal(0))
    scale, prefix = Decimal(1), ""
    if unit not in _UNMULTIPLIED:
        scale, prefix = next(((by, name) for by, name in _SCALES if largest >= by), (scale, prefix))
    return Charted(indicator, measure, dict(measures), rows, drawn, prefix + unit, scale)


def rows_as_csv(rows: Iterable[SeriesRow]) -> bytes:
    """The rows as CSV in UTF-8 with a byte order mark, as spreadsheets take it; no cell can act as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    head = ("place", "indicator", "measure", "sign", "period", "status", "low", "high", "unit", "qualifier",
            "value", "quote", "sentence", "document", "date", "id")  # fmt: skip
    writer.writerow(head)
    for row in rows:
        told = row.to_json() | {"value": value_of(row)}
        writer.writerow([_harmless(told[name]) for name in head])
    return out.getvalue().encode("utf-8-sig")


def _harmless(held: object) -> object:
    if held is None:
        return ""
    return f"'{held}" if isinstance(held, str) and held.startswith(_FORMULA) else held


def _kind(row: SeriesRow) -> str:
    """The kind of period; a value at a year's end stands beside those of years."""
    return "year" if row.period_kind == "point" and row.period.endswith("-12-31") else row.period_kind


def _period(row: SeriesRow) -> str:
    return row.period[:4] if _kind(row) == "year" else row.period
