"""Conflicts: figures that can't all be right, each with the arithmetic that shows it.

    values      two documents of one time, or one document twice, give one cell two values
    revision    a later document restates what an earlier one gave
    sum         the parts of a whole do not add up to it (三次产业, 税收与非税收入, the rows under a row of a table),
                or items after 其中 exceed it
    growth      a growth is not what the two levels give
    change      nor is a change
    share       a share is not what the part and the whole give
    execution   a rate of execution is not what the budget and its execution give

A printed number stands for all values that round to it (:mod:`luoshi.ledger.precision`); only what no such
values can explain is a conflict. A figure of prose takes part only where its words say plainly what it is of
(:mod:`luoshi.ledger.conflicts.told`), a cell of a table where the table's other rows say how it hangs together
with the rest (:mod:`luoshi.ledger.conflicts.tables`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Select, or_, select

from luoshi.knowledge.indicators import identify
from luoshi.ledger.conflicts import growths, lists, sentences, shares, sums, tables, values, years
from luoshi.ledger.conflicts.levels import Levels
from luoshi.ledger.conflicts.rows import Checked, ConflictKind, ConflictRow
from luoshi.ledger.conflicts.told import Told, told_figures
from luoshi.ledger.schema import corrections, documents, figures, readings
from luoshi.ledger.series import SeriesRow, at_place, figures_told, series_order, told

__all__ = ["Checks", "ConflictRow", "checks"]


@dataclass(frozen=True, slots=True)
class Checks:
    """What comparing came to: ``made`` is how many comparisons, ``conflicts`` are those that did not agree."""

    made: int
    conflicts: list[ConflictRow]


def checks(
    connection: Connection,
    place: str = "",
    year: str = "",
    indicator: str = "",
    kind: ConflictKind | Literal[""] = "",
) -> Checks:
    """Compare all figures of a place, for periods that end in ``year``, of an indicator, with each other.

    ``""`` asks for all; ``kind`` for the conflicts of one kind alone. Revisions come last, else the surest first, of
    them those of known indicators, of them the largest. With a year the year before is looked at too, for growths; the
    conflicts told are those of the year.
    """
    made = 0
    conflicts: list[ConflictRow] = []

    def count(found: Iterable[Checked]) -> None:
        nonlocal made
        for each in found:
            made += 1
            if each is not None:
                conflicts.append(each)

    plain: dict[str, list[Told]] = defaultdict(list)
    for text, rows in _texts(connection, place, year):
        of_document = told_figures(text, rows)
        count(tables.relations(text, rows))
        for check in (
            values.within,
            values.beside_tables,
            sums.known_sums,
            sums.among,
            sentences.within_sentences,
            lists.within,
        ):
            count(check(of_document))
        levels = Levels(of_document)
        for compare in (growths.within, shares.within, years.over_years):
            count(compare(of_document, levels))
        for each in of_document:
            if each.item and not _too_early(each.row):
                plain[each.row.place_code or each.row.place].append(each)
    for of_place in plain.values():
        count(values.between(of_place))
        count(growths.between(of_place))
        levels = Levels(of_place)
        count(shares.between(of_place, levels))
        count(years.over_years(of_place, levels))
    # One disagreement may be known and also stand behind 其中 or in a table: told once.
    once = list({frozenset(figure.id for figure in row.figures): row for row in reversed(conflicts)}.values())
    asked = [row for row in _asked(once, year, indicator) if kind in ("", row.kind)]
    return Checks(made, sorted(asked, key=_order))


def _documents(place: str) -> Select[Any]:
    """The ids of the documents that tell figures of a place, in an order that adding does not change."""
    standing = readings.c.superseded_by.is_(None)
    query = select(readings.c.document_id).where(standing).order_by(readings.c.date, readings.c.document_id)
    if place:
        query = query.where(readings.c.id.in_(select(figures.c.reading_id).where(at_place(place))))
    return query


def _texts(connection: Connection, place: str, year: str) -> Iterator[tuple[str, list[SeriesRow]]]:
    """The text of each document that has exact values, with these in the order of the text."""
    ids = connection.execute(_documents(place)).scalars().all()
    for at in range(0, len(ids), _AT_ONCE):
        rows_of = _rows(connection, ids[at : at + _AT_ONCE], place, year)
        texts = connection.execute(select(documents.c.id, documents.c.text).where(documents.c.id.in_(list(rows_of))))
        text_of = {row.id: row.text for row in texts}
        for document_id in ids[at : at + _AT_ONCE]:
            if document_id in rows_of:
                yield text_of.pop(document_id), rows_of.pop(document_id)


def _rows(connection: Connection, ids: Sequence[str], place: str, year: str) -> dict[str, list[SeriesRow]]:
    """The exact values of documents by their ids, in the order of their texts."""
    as_corrected = readings.c.document_id.in_(select(corrections.c.document_id))
    exact = or_(figures.c.qualifier == "exact", as_corrected)
    query = figures_told().where(readings.c.document_id.in_(ids), exact)
    if place:
        query = query.where(at_place(place))
    if year:
        query = query.where(figures.c.year.between(f"{int(year) - 1:04}", year))
    found: dict[str, list[SeriesRow]] = defaultdict(list)
    for row in told(connection, query.order_by(figures.c.start, figures.c.end, figures.c.ordinal)):
        if row.qualifier == "exact" and row.low is not None and row.low == row.high:
            found[row.document_id].append(row)
    return found


def _too_early(row: SeriesRow) -> bool:
    """Whether a document of a year's first half tells the whole year: what it tells is of another time."""
    of_year = row.status == "actual" and row.period_kind == "year"
    return of_year and bool(row.date) and row.date[:7] < f"{row.period[:4]}-{_HALF_OVER:02}"


def _asked(found: list[ConflictRow], year: str, indicator: str) -> list[ConflictRow]:
    if year:
        found = [row for row in found if row.figures[0].period.rpartition("/")[2][:4] == year]
    if indicator:
        wanted = identify(indicator)
        keys = {wanted.concept, wanted.name} - {""}
        found = [row for row in found if any(figure.identity.key in keys for figure in row.figures)]
    return found


_AT_ONCE = 100  # documents whose values are compared with each other
_HALF_OVER = 8  # the month from which a year may be told as it will be
_CERTAINTY = ("certain", "likely", "possible")


def _order(row: ConflictRow) -> tuple[object, ...]:
    """Revisions last; the surest first, of them those of known indicators, of them the largest."""
    first = row.figures[0]
    revised = row.kind == "revision"
    return (
        revised,
        _CERTAINTY.index(row.certainty),
        not first.concept,
        -row.size,
        series_order(first),
        row.kind,
        row.arithmetic,
    )
