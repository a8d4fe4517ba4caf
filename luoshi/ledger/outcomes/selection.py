"""What is asked of the database: figures of a place and an indicator, with the days of their documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from luoshi.knowledge.indicators import split_measure
from luoshi.ledger.identity import period_years
from luoshi.ledger.schema import corrections, figures, readings
from luoshi.ledger.series import (
    SeriesRow,
    at_place,
    figures_told,
    of_indicator,
)

LISTED = 500  # values in one question to the database


def maybe(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """A condition on figures as they were read, or any figure of a document in which something was corrected."""
    return or_(condition, readings.c.document_id.in_(select(corrections.c.document_id)))


def asked_for(place: str, indicator: str) -> Select[Any]:
    query = figures_told()
    if place:
        query = query.where(at_place(place))
    if indicator:
        name, movement = split_measure(indicator)
        query = query.where(of_indicator(name if movement else indicator))
    return query


def at_places(query: Select[Any], rows: Iterable[SeriesRow]) -> Select[Any]:
    """The query, of the rows' places only where these are not too many to name."""
    places = sorted({row.place for row in rows})
    return query.where(maybe(figures.c.place_name.in_(places))) if len(places) <= LISTED else query


def ends_in(period: str, year: str) -> bool:
    years = period_years(period)
    return years is not None and f"{years[1]:04}" == year


def dated(connection: Connection, rows: list[SeriesRow]) -> list[SeriesRow]:
    """The rows, those of a document without a day in January of the year for which it sets most of its targets.

    A month and no day, so that it can be told from a date that a document gives (:func:`as_told`).
    """
    undated = sorted({row.document_id for row in rows if not row.date})
    years: dict[str, str] = {}
    for at in range(0, len(undated), LISTED):
        counted = connection.execute(
            select(readings.c.document_id, figures.c.period, func.count().label("number"))
            .join(readings, readings.c.id == figures.c.reading_id)
            .where(readings.c.document_id.in_(undated[at : at + LISTED]), readings.c.superseded_by.is_(None))
            .where(figures.c.status == "target", func.length(figures.c.period) == 4)
            .group_by(readings.c.document_id, figures.c.period)
        ).all()
        for row in sorted(counted, key=lambda row: (row.number, row.period)):
            years[row.document_id] = row.period
    if not years:
        return rows
    return [
        replace(row, date=f"{years[row.document_id]}-01") if not row.date and row.document_id in years else row
        for row in rows
    ]
