"""Each commitment asked for, with what later documents say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import Connection, select

from luoshi.ledger.corrections import corrected, overlay, stands
from luoshi.ledger.ids import resolve
from luoshi.ledger.links import latest
from luoshi.ledger.mentions import of_jurisdiction
from luoshi.ledger.outcomes import OutcomeRow, outcomes
from luoshi.ledger.progress.ground import Ground
from luoshi.ledger.progress.rows import ProgressRow
from luoshi.ledger.progress.sought import Sought
from luoshi.ledger.progress.states import state_of
from luoshi.ledger.rows import key_of, record_id, record_of
from luoshi.ledger.schema import commitments, documents, readings
from luoshi.records import Commitment


def progress(
    connection: Connection,
    place: str = "",
    year: str = "",
    id: str = "",
    on: str = "",
    limit: int = 5,
    wanted: str = "",
) -> list[ProgressRow]:
    """Each commitment with the later sentences that speak of it, in the order of documents and of their text.

    ``place`` is a name or a division code, ``year`` that of the document that promises, ``id`` one commitment's,
    ``wanted`` the state it is in (each ``""`` for all). ``on`` is the ISO day from which one looks back: documents
    after it are not counted, and a commitment whose deadline lies before it is overdue where nothing reports on it, or
    what does says that it is not finished; without it nothing is overdue by the calendar. At most ``limit`` sentences
    a commitment, those that a person confirmed always. Documents without a date can't be later or earlier than others.
    """
    rows = connection.execute(_commitments(connection, place, year, id, on)).mappings().all()
    if not rows:
        return []
    laid = overlay(connection, {row["document_id"] for row in rows})
    judged = latest(connection)
    asked_readings = {row["reading_id"] for row in rows}
    targets = _targets(outcomes(connection, place, readings_of=asked_readings, on=on))
    busiest = _busiest(connection, asked_readings)
    told: list[ProgressRow] = []
    grounds: dict[str, Ground] = {}
    for row in rows:
        key = key_of("commitment", row)
        if not stands(row["document_id"], key, laid):
            continue
        home = row["place_code"] or row["place"]
        if home not in grounds:
            grounds[home] = Ground(connection, row["place"], row["place_code"], rows[0]["date"], on)
        commitment = cast(Commitment, corrected(record_of("commitment", row), row["document_id"], key, laid))
        within = _within(commitment, targets.get(row["document_id"], ()))
        asked = Sought.of(commitment, row["reading_id"], row["date"], busiest.get(row["reading_id"], ""), within)
        verdicts = judged.get((row["document_id"], key), {})
        mentions = tuple(grounds[home].mentions(asked, on, limit, verdicts))
        state, rule = state_of(commitment, row["date"], on, mentions, within)
        if wanted not in ("", state):
            continue
        told.append(
            ProgressRow(
                id=record_id(row["document_id"], key),
                commitment=commitment,
                place=row["place"],
                place_code=row["place_code"],
                document=row["document"],
                document_id=row["document_id"],
                url=row["url"],
                date=row["date"],
                state=state,
                rule=rule,
                mentions=mentions,
                outcomes=within,
            )
        )
    return told


def _within(commitment: Commitment, targets: Iterable[tuple[int, OutcomeRow]]) -> tuple[OutcomeRow, ...]:
    """The outcomes of the targets that stand within a commitment's words, in their order."""
    standing = ((start, outcome) for start, outcome in targets if commitment.start <= start < commitment.end)
    return tuple(outcome for _, outcome in sorted(standing, key=lambda pair: pair[0]))


def _commitments(connection: Connection, place: str, year: str, id: str, on: str) -> Any:
    """The commitments asked for, with what is told of their documents."""
    query = (
        select(
            commitments,
            readings.c.document_id,
            readings.c.date,
            readings.c.place,
            readings.c.place_code,
            documents.c.name.label("document"),
            documents.c.url,
        )
        .join(readings, readings.c.id == commitments.c.reading_id)
        .join(documents, documents.c.id == readings.c.document_id)
        .where(readings.c.superseded_by.is_(None))
        .order_by(readings.c.date, readings.c.document_id, commitments.c.start, commitments.c.end)
        .order_by(commitments.c.ordinal)
    )
    if place:
        query = query.where(of_jurisdiction(place))
    if year:
        query = query.where(readings.c.date.startswith(year))
    if on:
        query = query.where(readings.c.date <= on)
    if id:
        document_id, key, reading_id = resolve(connection, id, "commitment")
        _, start, end = key.partition(".")[0].split("-")
        query = query.where(commitments.c.reading_id == reading_id, commitments.c.start == int(start))
        query = query.where(commitments.c.end == int(end), readings.c.document_id == document_id)
    return query


def _targets(rows: Iterable[OutcomeRow]) -> dict[str, list[tuple[int, OutcomeRow]]]:
    """Targets of each document by where they stand."""
    found: dict[str, list[tuple[int, OutcomeRow]]] = defaultdict(list)
    for row in rows:
        for target in row.targets:
            found[target.document_id].append((target.start, row))
    return found


def _busiest(connection: Connection, wanted: Iterable[int]) -> dict[int, str]:
    """The body that most commitments of a reading name: it speaks of itself, and tells none apart."""
    actors: dict[int, str] = {}
    for reading in sorted(wanted):
        named = select(commitments.c.actor).where(commitments.c.reading_id == reading)
        count = Counter(connection.execute(named.order_by(commitments.c.start)).scalars())
        actors[reading] = count.most_common(1)[0][0]
    return actors
