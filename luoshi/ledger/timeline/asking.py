"""The timeline of a project, a commitment, a person, a body or an indicator, by a name or by a record's id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from luoshi.language.passage import one_line
from luoshi.ledger.corrections import corrected, overlay
from luoshi.ledger.events import events
from luoshi.ledger.ids import resolve
from luoshi.ledger.people import DutyRow, PostRow, bodies, people
from luoshi.ledger.progress.asking import progress
from luoshi.ledger.projects.asking import projects, silences, years_told
from luoshi.ledger.projects.rows import ProjectRow
from luoshi.ledger.rows import KINDS, parse_key, record_of
from luoshi.ledger.schema import readings
from luoshi.ledger.series import series
from luoshi.ledger.timeline.heads import Heads
from luoshi.ledger.timeline.lines import of_duty, of_event, of_figure, of_mention, of_post, of_progress
from luoshi.ledger.timeline.rows import TimelineRow, order
from luoshi.records import Commitment, Event, Figure, Formulation, Office, Project, Statement

_ID = re.compile(r"(?:[0-9a-f]{3,64}:)?[a-z]+-\d+(?:-\d+)?(?:\.\d+)?|[0-9a-f]{3,64}:[a-z0-9.-]*")
_NAME = 3  # characters of a name that is looked for in the words of other records


def timeline(connection: Connection, asked: str, place: str = "") -> list[TimelineRow]:
    """What was said and done of one thing, in the order of time.

    ``asked`` is a record's id, or the name of a project (several names of one parted by spaces), a person, a body or
    an indicator: the first of these that the ledger knows by that name; words that name none of them are looked for in
    events and commitments. ``place`` is the jurisdiction of the documents, ``""`` for all.
    """
    asked = asked.strip()
    if _ID.fullmatch(asked):
        return _sorted(_of_record(connection, asked))
    if not asked:
        return []
    rows = projects(connection, place, asked)
    if rows:
        return _sorted(_of_projects(connection, rows, place))
    held = people(connection, asked, place=place)
    if any(row.person == asked for row in held):
        return _sorted(_of_person(connection, asked, place, held))
    held, duties = people(connection, body=asked, place=place), bodies(connection, asked, place)
    if held or duties:
        return _sorted(_of_body(connection, asked, place, held, duties))
    values = series(connection, asked, place)
    if values:
        return _sorted(map(of_figure, values))
    return _sorted(_of_words(connection, asked.split(), place))


def _sorted(rows: Iterable[TimelineRow]) -> list[TimelineRow]:
    """The lines in the order of time, each record once."""
    return sorted({(row.id, row.start): row for row in rows}.values(), key=order)


def _of_projects(connection: Connection, rows: Sequence[ProjectRow], place: str) -> Iterable[TimelineRow]:
    """The mentions of projects, then the events and commitments that name one of them."""
    years, heads = years_told(connection, {row.place for row in rows}), Heads(connection)
    told = sorted((mention for row in rows for mention in row.mentions), key=lambda each: (each.date, each.start))
    homes = {mention.id: row.place for row in rows for mention in row.mentions}
    after = silences(told, {year for row in rows for year in years.get(row.place, [])})
    for mention in told:
        headed = heads.of(homes[mention.id], mention.body, mention.date)
        yield of_mention(mention, headed, after.get(mention.id, 0))
    names = {name for row in rows for name in row.names if len(name) > _NAME}
    held = [row for row in events(connection, place) if any(name in one_line(row.sentence) for name in names)]
    yield from map(of_event, held)


def _of_person(connection: Connection, name: str, place: str, held: Sequence[PostRow]) -> Iterable[TimelineRow]:
    for row in held:
        if row.person == name:
            yield from of_post(row)
    yield from map(of_event, events(connection, place, actor=name))


def _of_body(
    connection: Connection, name: str, place: str, held: Sequence[PostRow], duties: Sequence[DutyRow]
) -> Iterable[TimelineRow]:
    for row in held:
        yield from of_post(row)
    yield from map(of_duty, duties)
    yield from map(of_event, events(connection, place, actor=name))


def _of_words(connection: Connection, words: Sequence[str], place: str) -> Iterable[TimelineRow]:
    """Events and commitments in whose words all of these stand."""
    yield from map(of_event, events(connection, place, words=" ".join(words)))
    for row in bodies(connection, place=place):
        if all(word in row.evidence.quote for word in words):
            yield of_duty(row)


def _of_record(connection: Connection, id: str) -> Iterable[TimelineRow]:
    """The timeline of what a record is about."""
    document_id, key, reading_id = resolve(connection, id)
    kind, start, end, ordinal = parse_key(key) or ("", 0, 0, 0)
    table = KINDS[kind][0]
    named = (table.c.reading_id == reading_id, table.c.start == start, table.c.end == end, table.c.ordinal == ordinal)
    row = connection.execute(select(table).where(*named)).mappings().one()
    record = corrected(record_of(kind, row), document_id, key, overlay(connection, [document_id]))
    home = connection.execute(select(readings.c.place).where(readings.c.id == reading_id)).scalar_one()
    whole = f"{document_id[:16]}:{key}"
    if isinstance(record, Project):
        rows = [row for row in projects(connection, home) if any(each.id == whole for each in row.mentions)]
        yield from _of_projects(connection, rows, home)
    elif isinstance(record, Commitment):
        yield from _of_commitment(connection, whole, home)
    elif isinstance(record, Figure):
        yield from map(of_figure, series(connection, record.indicator, record.place or home, record.measure))
    elif isinstance(record, Event):
        told = [row for row in events(connection, home) if row.evidence.id == whole]
        rows = [row for row in projects(connection, home) if any(name in record.quote for name in row.names)]
        yield from map(of_event, told)
        yield from _of_projects(connection, rows, home)
    elif isinstance(record, Office):
        yield from _of_person(connection, record.person, home, people(connection, record.person, place=home))
    elif isinstance(record, Statement):
        yield from _of_person(connection, record.speaker, home, people(connection, record.speaker, place=home))
    elif isinstance(record, Formulation):
        yield from _of_words(connection, [record.phrase], home)


def _of_commitment(connection: Connection, id: str, home: str) -> Iterable[TimelineRow]:
    """A commitment, the later sentences that speak of it, and the projects that it names."""
    for row in progress(connection, id=id):
        yield from of_progress(row)
    rows = [row for row in projects(connection, home) if any(each.commitment == id for each in row.mentions)]
    yield from _of_projects(connection, rows, home)
