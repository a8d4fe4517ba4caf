"""Values over time: every figure of one indicator, place after place, with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from luoshi.knowledge.indicators import split_measure
from luoshi.ledger.corrections import corrected, overlay
from luoshi.ledger.identity import IndicatorKey, indicator_key, places_asked
from luoshi.ledger.rows import key_of, record_id, record_of
from luoshi.ledger.schema import documents, figures, readings, sentences
from luoshi.records import Figure


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A figure as the ledger tells it: where, what, when, how much, and the words that say it.

    The fields are those of :class:`~luoshi.records.Figure`; ``place`` is the place's full name and
    ``place_code`` its division code, the document's own where the figure names none. ``document`` is the
    document's name, ``sentence`` the sentence around the quote, ``date`` the document's day.
    """

    id: str
    place: str
    place_code: str
    indicator: str
    concept: str
    measure: str
    sign: int | None
    period: str
    status: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: str
    quote: str
    document: str
    start: int
    end: int
    sentence: str
    date: str
    document_id: str
    identity: IndicatorKey

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi series --json`` prints it; numbers as in ``luoshi read --json``."""
        plain = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "identity"}
        return plain | {"low": plain_number(self.low), "high": plain_number(self.high)}


def series(connection: Connection, indicator: str, place: str = "", measure: str = "") -> list[SeriesRow]:
    """All figures of ``indicator``, in order of place and period.

    ``indicator`` is a name, any alias of it, or a name with a word of measure (生产总值增速); ``place`` a full
    or short name or a division code, ``""`` for all places; ``measure`` one of ``level``, ``change``,
    ``growth``, ``share``, ``rank``, ``streak``, ``""`` for all.
    """
    rows = [row for row in told(connection, _of_indicator(indicator, place)) if measure in ("", row.measure)]
    name, movement = split_measure(indicator)
    if movement and measure in ("", movement):
        rows += [row for row in told(connection, _of_indicator(name, place)) if row.measure == movement]
    return sorted(rows, key=series_order)


def _of_indicator(indicator: str, place: str) -> Select[Any]:
    wanted = indicator_key(indicator)
    query = figures_told().where(figures.c.indicator_key == wanted.key, figures.c.facets == wanted.facets)
    return query.where(at_place(place)) if place else query


def series_order(row: SeriesRow) -> tuple[object, ...]:
    """Place, then period, and then nothing that depends on how the row came into the ledger."""
    return (row.place_code or "~", row.place, row.period, row.measure, row.status, row.date, row.document_id, row.start)


def at_place(name: str) -> ColumnElement[bool]:
    """The condition that a figure is about the place that a person calls ``name``."""
    conditions = []
    for place in places_asked(name):
        parts = [figures.c.place_name == place.name] if place.name else []
        parts += [figures.c.place_code == place.code] if place.code else []
        conditions.append(and_(*parts))
    return or_(*conditions)


def figures_told() -> Select[Any]:
    """Figures of the readings that stand, with what is told around them."""
    sentence = (
        select(sentences.c.text)
        .where(sentences.c.reading_id == figures.c.reading_id, sentences.c.start <= figures.c.start)
        .order_by(sentences.c.start.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            figures,
            readings.c.document_id,
            readings.c.date,
            documents.c.name.label("document"),
            sentence.label("sentence"),
        )
        .join(readings, readings.c.id == figures.c.reading_id)
        .join(documents, documents.c.id == readings.c.document_id)
        .where(readings.c.superseded_by.is_(None))
    )


def told(connection: Connection, query: Select[Any]) -> list[SeriesRow]:
    """The rows of :func:`figures_told`, corrections laid over them."""
    rows = connection.execute(query).mappings().all()
    return list(_laid_over(connection, rows))


def _laid_over(connection: Connection, rows: Iterable[Mapping[Any, Any]]) -> Iterable[SeriesRow]:
    rows = list(rows)
    laid = overlay(connection, {row["document_id"] for row in rows})
    for row in rows:
        key = key_of("figure", row)
        figure = cast(Figure, corrected(record_of("figure", row), row["document_id"], key, laid))
        identity = indicator_key(figure.indicator, figure.concept)
        yield SeriesRow(
            id=record_id(row["document_id"], key),
            place=row["place_name"],
            place_code=row["place_code"],
            indicator=figure.indicator,
            concept=identity.concept,
            measure=figure.measure,
            sign=figure.sign,
            period=figure.period,
            status=figure.status,
            low=figure.low,
            high=figure.high,
            unit=figure.unit,
            qualifier=figure.qualifier,
            quote=figure.quote,
            document=row["document"],
            start=figure.start,
            end=figure.end,
            sentence=row["sentence"] or "",
            date=row["date"],
            document_id=row["document_id"],
            identity=identity,
        )


def plain_number(value: Decimal | None) -> int | float | None:
    """A number as JSON holds it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
