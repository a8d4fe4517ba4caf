"""The values of an indicator as a chart draws them: results in time, a line a place, targets beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from luoshi.knowledge.divisions import level as level_of
from luoshi.ledger.readable_units import readable_unit
from luoshi.service.wording import value_of

if TYPE_CHECKING:
    from luoshi.ledger import Ledger, SeriesRow

#: In the order in which one of several is chosen.
MEASURES = ("level", "growth", "share", "change", "rank", "streak")
_LEVELS = ("country", "province", "city", "county")
_ALL_LEVELS = "all"


@dataclass(frozen=True, slots=True)
class Charted:
    """An indicator's values: ``rows`` are all of the measure, ``drawn`` those of one unit and kind of period.

    ``measures`` counts the values of each measure that there is, ``levels`` those of places of each level
    (``country``, ``province``, ``city``, ``county``) where places of several levels have any; ``level`` is the one
    that the rows are of, ``all`` for every one. ``scale`` is by what values are divided to be in ``unit`` (亿元),
    ``is_rate`` whether the level itself is a percentage (城镇调查失业率).
    """

    indicator: str
    measure: str
    measures: dict[str, int]
    level: str
    levels: dict[str, int]
    rows: tuple[SeriesRow, ...]
    drawn: tuple[SeriesRow, ...]
    unit: str
    scale: Decimal
    is_rate: bool

    @property
    def kinds(self) -> dict[str, str]:
        """What each measure is to be called: itself, ``rate`` for the level of a percentage."""
        rate = self.is_rate
        return {name: "rate" if rate and name == "level" else name for name in self.measures}

    @property
    def yearly(self) -> bool:
        """Whether what is drawn is of whole years."""
        return all(_kind(row) == "year" for row in self.drawn)

    def to_json(self) -> dict[str, Any]:
        """What the chart draws, numbers in ``unit``: for each place its results and its targets, each ``at`` a time.

        A time is a year, or a year and its part for the end of a month or a day (2025.5 for June). Results have the
        ``status`` ``actual`` or ``forecast``; one that is an open bound has one end only.
        """
        places: dict[str, list[SeriesRow]] = defaultdict(list)
        for row in self.drawn:
            places[row.place].append(row)
        return {
            "indicator": self.indicator,
            "measure": self.measure,
            "unit": self.unit,
            "yearly": self.yearly,
            "periods": sorted({_period(row) for row in self.drawn}),
            "places": [self._place(name, rows) for name, rows in places.items()],
        }

    def _place(self, name: str, rows: Sequence[SeriesRow]) -> dict[str, Any]:
        results = sorted((row for row in rows if row.status in ("actual", "forecast") and _is_valued(row)), key=_worth)
        best = {_period(row): row for row in results}
        targets = {_period(row): row for row in sorted(rows, key=lambda row: row.date) if row.status == "target"}
        return {
            "place": name,
            "results": [
                self._point(row) | {"others": sorted({value_of(each) for each in results
                                                      if _period(each) == period} - {value_of(row)})}
                for period, row in sorted(best.items())
            ],
            "targets": [self._point(row) for _, row in sorted(targets.items()) if _is_valued(row)],
        }  # fmt: skip

    def _point(self, row: SeriesRow) -> dict[str, Any]:
        sign = -1 if row.sign == -1 else 1
        ends = [None if end is None else float(sign * end / self.scale) for end in (row.low, row.high)]
        low, high = ends if sign == 1 else ends[::-1]
        return {
            "id": row.id, "period": _period(row), "at": _time(_period(row)), "low": low, "high": high,
            "status": row.status, "value": value_of(row), "document": row.document, "start": row.start,
        }  # fmt: skip


def charted(ledger: Ledger, indicator: str, places: Sequence[str] = (), measure: str = "", level: str = "") -> Charted:
    """The values of an indicator in ``places``, of a measure or of the one that most values have.

    Where no places are named, they are all of one ``level``, of the one that most values are of; ``all`` is every
    level. Places without a code are of each.
    """
    found = [row for place in places or ("",) for row in ledger.series(indicator, place)]
    levels: Counter[str] = Counter(level_of(row.place_code) for row in found if row.place_code)
    if places or len(levels) < 2 or level == _ALL_LEVELS:
        level = _ALL_LEVELS
    else:
        if level not in levels:
            level = max(levels, key=lambda name: (levels[name], -_LEVELS.index(name)))
        found = [row for row in found if not row.place_code or level_of(row.place_code) == level]
    measures = Counter(row.measure for row in found)
    if measure not in measures and measures:
        measure = max(measures, key=lambda name: (measures[name], -MEASURES.index(name)))
    rows = tuple(row for row in found if row.measure == measure)
    units = Counter((row.unit, _kind(row)) for row in rows)
    unit, kind = units.most_common(1)[0][0] if units else ("", "")
    drawn = tuple(row for row in rows if (row.unit, _kind(row)) == (unit, kind) and row.period)
    scale, unit = readable_unit(unit, [end for row in drawn for end in (row.low, row.high)])
    of_level = Counter(row.unit for row in found if row.measure == "level").most_common(1)
    is_rate = bool(of_level) and of_level[0][0] == "%"
    told_levels = {name: levels[name] for name in _LEVELS if levels[name]} if not places and len(levels) > 1 else {}
    return Charted(indicator, measure, dict(measures), level, told_levels, rows, drawn, unit, scale, is_rate)


def indicators(ledger: Ledger, place: str = "") -> list[str]:
    """The names of indicators of which the ledger has values: known ones first, by the number of values."""
    return [each.name for each in ledger.indicators(place)]


def _kind(row: SeriesRow) -> str:
    """The kind of period; a value at a year's end stands beside those of years."""
    return "year" if row.period_kind == "point" and row.period.endswith("-12-31") else row.period_kind


def _period(row: SeriesRow) -> str:
    return row.period[:4] if _kind(row) == "year" else row.period


def _is_valued(row: SeriesRow) -> bool:
    return row.low is not None or row.high is not None


def _worth(row: SeriesRow) -> tuple[bool, bool, str]:
    """The order of a period's results, the last of which is drawn: reached rather than expected, closed, the latest."""
    return row.status == "actual", None not in (row.low, row.high), row.date


def _time(period: str) -> float:
    """A period as a year, or the part of a year at which it ends: 2025 for 2025, 2025.5 for 2025-01/2025-06."""
    year, *parts = (int(part) for part in period.rpartition("/")[2].split("-")[:3])
    if not parts:
        return year
    month, day = parts[0], parts[1] if len(parts) > 1 else 31
    return round(year + (month - 1 + day / 31) / 12, 4)
