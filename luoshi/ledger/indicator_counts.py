"""The indicators of a ledger by how many values it has of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from luoshi.knowledge.indicators import scheme
from luoshi.ledger.schema import figures, readings
from luoshi.ledger.series import at_place


@dataclass(frozen=True, slots=True)
class IndicatorCount:
    """An indicator by name, its ``concept`` (``""`` where the scheme knows none), and how many ``figures`` it has."""

    name: str
    concept: str
    figures: int


def indicator_counts(connection: Connection, place: str = "") -> list[IndicatorCount]:
    """The indicators of a place (``""``: all) but for those with facets: known ones first, by figures."""
    counted = select(figures.c.indicator_key, func.count()).where(figures.c.facets == "")
    if place:
        counted = counted.where(at_place(place))
    counted = counted.group_by(figures.c.indicator_key)
    # All figures are counted in their index alone; few are of readings that stand no more.
    fallen = select(readings.c.id).where(readings.c.superseded_by.is_not(None))
    numbers = Counter(dict(map(tuple, connection.execute(counted))))
    numbers.subtract(dict(map(tuple, connection.execute(counted.where(figures.c.reading_id.in_(fallen))))))
    known = scheme().indicators
    counts = [
        IndicatorCount(known[key].name if key in known else key, key if key in known else "", count)
        for key, count in numbers.items()
        if count
    ]
    return sorted(counts, key=lambda each: (not each.concept, -each.figures, each.name))
