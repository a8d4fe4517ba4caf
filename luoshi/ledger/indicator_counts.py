"""The indicators of a ledger by how many values it has of each."""

from __future__ import annotations

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
    number = func.count().label("number")
    query = (
        select(figures.c.indicator_key, number)
        .join(readings, readings.c.id == figures.c.reading_id)
        .where(readings.c.superseded_by.is_(None), figures.c.facets == "")
        .group_by(figures.c.indicator_key)
    )
    if place:
        query = query.where(at_place(place))
    known = scheme().indicators
    counts = [
        IndicatorCount(known[key].name if key in known else key, key if key in known else "", count)
        for key, count in connection.execute(query)
    ]
    return sorted(counts, key=lambda each: (not each.concept, -each.figures, each.name))
