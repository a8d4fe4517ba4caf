"""The ledger: what has been read, kept, and can be asked.

with Ledger("luoshi.db") as ledger:
    ledger.add(reading)
    for row in ledger.series("一般公共预算收入", place="临澜市"):
        print(row.period, row.low, row.unit, row.quote)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, cast

from sqlalchemy import Connection, Row, insert, select, update

from luoshi.ledger import corrections, links, schema, search
from luoshi.ledger.corrections import Correction
from luoshi.ledger.database import Database, is_in_memory
from luoshi.ledger.errors import CorrectionError
from luoshi.ledger.identity import figure_identity, place_of
from luoshi.ledger.ids import resolve
from luoshi.ledger.links import Link
from luoshi.ledger.rows import KINDS, key_of, parse_key, record_id, record_of, rows_of
from luoshi.ledger.search import SearchRow
from luoshi.ledger.series import SeriesRow, series
from luoshi.records import AnyRecord, Document, Figure, Measure, Reading

# What compares whole ledgers or writes files is imported by who asks for it: together it takes a second.
if TYPE_CHECKING:
    from luoshi.ledger.book.book import Book
    from luoshi.ledger.conflicts import Checks, ConflictRow
    from luoshi.ledger.conflicts.rows import ConflictKind
    from luoshi.ledger.drafts import Finding
    from luoshi.ledger.exports import Selection
    from luoshi.ledger.formulations import FormulationRow
    from luoshi.ledger.holdings import HeldDocument
    from luoshi.ledger.outcomes import OutcomeRow, Tolerance
    from luoshi.ledger.panel import PanelRow
    from luoshi.ledger.people import DutyRow, PostRow
    from luoshi.ledger.progress import ProgressRow
    from luoshi.ledger.stages import Line, Scope
    from luoshi.ledger.unknown_indicators import UnknownIndicator


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as the ledger tells it, and where it comes from.

    ``record`` has its corrections laid over it; ``document`` is the whole document; ``superseded`` says
    that a newer reading of the document has no such record any more; ``links`` are what people said of a
    commitment's later sentences.
    """

    id: str
    record: AnyRecord
    document: Document
    reader: str
    date: str
    place: str
    place_code: str
    superseded: bool
    corrections: tuple[Correction, ...]
    links: tuple[Link, ...]


class Ledger:
    """A ledger in a SQLite file (a path) or a PostgreSQL database (a URL); made where there is none.

    With ``create=False`` a ledger that is not there is a :class:`LedgerError`, as is one that was written
    by a newer program, or a file that is no ledger. To be closed, or used in a ``with`` statement.
    """

    def __init__(self, location: str | Path = "luoshi.db", create: bool = True) -> None:
        self._database = Database(location, create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def in_memory(self) -> bool:
        """Whether nothing is left of the ledger when it is closed."""
        return is_in_memory(self._database.url)

    def close(self) -> None:
        """Give back the database's connections."""
        self._database.close()

    def holds(self, document_id: str, reader: str, date: str = "", place: str = "") -> bool:
        """Whether adding would change nothing: this reader, or a newer one, has read the document already.

        ``date`` and ``place`` are what is stated of the document, as in :class:`~luoshi.records.Document`;
        where nothing is stated, what was stated when it was added goes on.
        """
        with self._database.reading() as connection:
            standing = _standing(connection, document_id)
        return standing is not None and _covers(standing, reader, date, place)

    def add(self, reading: Reading, original: bytes | None = None) -> bool:
        """Keep a reading with its document and all its records, in one transaction.

        ``original`` are the bytes of a document that is kept nowhere else (fetched, handed over), to stay as they came.

        It supersedes an earlier reading of the same document by an older reader, or under another stated
        date or place. ``False``, and nothing changes, where the same reader (or a newer one) has read the
        same document under the same date and place.
        """
        document = reading.document
        with self._database.writing() as connection:
            standing = _standing(connection, document.id)
            if standing is not None and _covers(standing, reading.reader, document.date, document.place):
                return False
            now = _now()
            if standing is None:
                _insert_document(connection, document, now)
                if original is not None:
                    connection.execute(
                        insert(schema.originals).values(document_id=document.id, data=original, fetched_at=now)
                    )
            reading_id = _insert_reading(connection, reading, now)
            if standing is not None:
                _supersede(connection, standing.id, reading_id, now)
                search.remove(connection, standing.id)
            _insert_records(connection, reading, reading_id)
            search.index(connection, reading_id, document.id, reading.date, document.text)
        return True

    def documents(self, id: str = "") -> list[HeldDocument]:
        """See :func:`luoshi.ledger.holdings.held_documents`."""
        from luoshi.ledger.holdings import held_documents

        with self._database.reading() as connection:
            return held_documents(connection, id)

    def series(self, indicator: str, place: str = "", measure: str = "") -> list[SeriesRow]:
        """See :func:`luoshi.ledger.series.series`."""
        with self._database.reading() as connection:
            return series(connection, indicator, place, measure)

    def lines(self, indicator: str, place: str = "", measure: str = "", scope: Scope = "") -> list[Line]:
        """See :func:`luoshi.ledger.stages.lines`."""
        from luoshi.ledger.stages import lines

        with self._database.reading() as connection:
            return lines(connection, indicator, place, measure, scope)

    def panel(
        self,
        indicators: Sequence[str],
        places: Sequence[str] = (),
        years: tuple[int, int] | None = None,
        measure: Measure | Literal[""] = "",
    ) -> list[PanelRow]:
        """See :func:`luoshi.ledger.panel.panel`."""
        from luoshi.ledger.panel import panel

        with self._database.reading() as connection:
            return panel(connection, indicators, places, years, measure)

    def outcomes(
        self, place: str = "", year: str = "", indicator: str = "", tolerance: Tolerance | None = None, on: str = ""
    ) -> list[OutcomeRow]:
        """See :func:`luoshi.ledger.outcomes.outcomes`."""
        from luoshi.ledger.outcomes import USUAL, outcomes

        with self._database.reading() as connection:
            return outcomes(connection, place, year, indicator, tolerance or USUAL, on=on)

    def untargeted(self, place: str = "", year: str = "", indicator: str = "") -> list[SeriesRow]:
        """See :func:`luoshi.ledger.outcomes.untargeted`."""
        from luoshi.ledger.outcomes import untargeted

        with self._database.reading() as connection:
            return untargeted(connection, place, year, indicator)

    def unknown_indicators(self, place: str = "", fewest: int = 2) -> list[UnknownIndicator]:
        """See :func:`luoshi.ledger.unknown_indicators.unknown_indicators`."""
        from luoshi.ledger.unknown_indicators import unknown_indicators

        with self._database.reading() as connection:
            return unknown_indicators(connection, place, fewest)

    def checks(
        self, place: str = "", year: str = "", indicator: str = "", kind: ConflictKind | Literal[""] = ""
    ) -> Checks:
        """See :func:`luoshi.ledger.conflicts.checks`."""
        from luoshi.ledger.conflicts import checks

        with self._database.reading() as connection:
            return checks(connection, place, year, indicator, kind)

    def conflicts(self, place: str = "", year: str = "", indicator: str = "") -> list[ConflictRow]:
        """The conflicts among :meth:`checks`."""
        return self.checks(place, year, indicator).conflicts

    def check(self, draft: Reading) -> list[Finding]:
        """See :func:`luoshi.ledger.drafts.check`."""
        from luoshi.ledger.drafts import check

        with self._database.reading() as connection:
            return check(connection, draft)

    def people(self, person: str = "", body: str = "", place: str = "") -> list[PostRow]:
        """See :func:`luoshi.ledger.people.people`."""
        from luoshi.ledger.people import people

        with self._database.reading() as connection:
            return people(connection, person, body, place)

    def bodies(self, body: str = "", place: str = "") -> list[DutyRow]:
        """See :func:`luoshi.ledger.people.bodies`."""
        from luoshi.ledger.people import bodies

        with self._database.reading() as connection:
            return bodies(connection, body, place)

    def formulations(self, phrase: str = "", place: str = "") -> list[FormulationRow]:
        """See :func:`luoshi.ledger.formulations.formulations`."""
        from luoshi.ledger.formulations import formulations

        with self._database.reading() as connection:
            return formulations(connection, phrase, place)

    def search(self, words: str, kinds: Collection[str] = (), limit: int = 100) -> list[SearchRow]:
        """See :func:`luoshi.ledger.search.search`."""
        with self._database.reading() as connection:
            return search.search(connection, words, kinds, limit)

    def sentence(self, id: str) -> SearchRow:
        """The sentence with an id that :meth:`progress` told; :class:`UnknownRecordError` for none."""
        with self._database.reading() as connection:
            document_id, start, _ = links.resolve_sentence(connection, id)
            return search.sentence(connection, document_id, start)

    def unknown_place(self, name: str) -> list[str] | None:
        """See :func:`luoshi.ledger.suggestions.unknown_place`."""
        from luoshi.ledger.suggestions import unknown_place

        with self._database.reading() as connection:
            return unknown_place(connection, name)

    def unknown_indicator(self, name: str) -> list[str] | None:
        """See :func:`luoshi.ledger.suggestions.unknown_indicator`."""
        from luoshi.ledger.suggestions import unknown_indicator

        with self._database.reading() as connection:
            return unknown_indicator(connection, name)

    def record(self, id: str) -> StoredRecord:
        """The record with this id, whole or shortened as long as only one record answers to it.

        ``3fa9c0d1e2b3a495:figure-120-128`` may be given as ``3fa9:figure-120-128``, ``3fa9:figure-120`` or
        ``figure-120-128``. :class:`UnknownRecordError` where none answers, or several (they are listed).
        """
        with self._database.reading() as connection:
            document_id, key, reading_id = resolve(connection, id)
            return _stored_record(connection, document_id, key, reading_id)

    def reading(self, document_id: str) -> Reading:
        """The standing reading of a document as it was added, corrections not laid over; ``KeyError`` for none."""
        with self._database.reading() as connection:
            standing = _standing(connection, document_id)
            if standing is None:
                raise KeyError(document_id)
            return _reading(connection, standing)

    def original(self, document_id: str) -> bytes | None:
        """The bytes of a document that was kept as it came (see :meth:`add`); ``None`` for any other."""
        table = schema.originals
        with self._database.reading() as connection:
            found = connection.execute(select(table.c.data).where(table.c.document_id == document_id)).scalar()
        return None if found is None else bytes(found)

    def correct(self, id: str, field: str, value: object, by: str, why: str) -> Correction:
        """Lay a person's correction over a record; the reading itself is kept as it was.

        ``id`` as for :meth:`record`; ``value`` as the field holds it, numbers also as text. ``by`` says who
        corrects, ``why`` the reason. :class:`CorrectionError` for a field or value that can't be.
        """
        if not by.strip() or not why.strip():
            raise CorrectionError("更正须署名并说明理由 / a correction needs a name and a reason")
        with self._database.writing() as connection:
            document_id, key, reading_id = resolve(connection, id)
            kind = key.partition("-")[0]
            new = corrections.value_for(kind, field, value)
            old = getattr(_told_record(connection, document_id, key, reading_id), field)
            connection.execute(
                insert(schema.corrections).values(
                    document_id=document_id,
                    key=key,
                    field=field,
                    old=corrections.stored(old),
                    new=corrections.stored(new),
                    who=by,
                    why=why,
                    made_at=_now(),
                )
            )
            if kind == "figure":
                _renew_identity(connection, document_id, key, reading_id)
            return corrections.told(connection, document_id, key)[-1]

    def corrections(self, id: str = "") -> list[Correction]:
        """All corrections in the order in which they were made, or those of one record."""
        with self._database.reading() as connection:
            if not id:
                return corrections.told(connection)
            document_id, key, _ = resolve(connection, id)
            return corrections.told(connection, document_id, key)

    def progress(
        self, place: str = "", year: str = "", id: str = "", on: str = "", limit: int = 5, state: str = ""
    ) -> list[ProgressRow]:
        """See :func:`luoshi.ledger.progress.progress`."""
        from luoshi.ledger.progress import progress

        with self._database.reading() as connection:
            return progress(connection, place, year, id, on, limit, state)

    def link(self, asked: str, later: str, verdict: str, by: str, why: str) -> Link:
        """Keep a person's verdict on a commitment and a later sentence, or a target and a later figure.

        ``asked`` is the commitment's or the target's id as for :meth:`record`, ``later`` the id of a sentence that
        :meth:`progress` told, or of a figure that :meth:`outcomes` told. ``verdict`` is ``done`` or ``in_progress``
        (the sentence shows it) or ``unrelated``; of a figure ``answer`` or ``no_answer``. ``by`` says who, ``why``
        the reason; see :mod:`luoshi.ledger.links`.
        """
        with self._database.writing() as connection:
            document_id, key, _ = resolve(connection, asked)
            said = _later(connection, later, key)
            return links.keep(connection, (document_id, key), said, verdict, by, why, _now())

    def links(self, commitment: str = "") -> list[Link]:
        """All verdicts in the order in which they were made, or those on one commitment or target."""
        with self._database.reading() as connection:
            if not commitment:
                return links.told(connection)
            document_id, key, _ = resolve(connection, commitment)
            return links.told(connection, document_id, key)

    def book(self, name: str = "") -> Book:
        """The book of tasks of this name; see :class:`luoshi.ledger.book.book.Book`."""
        from luoshi.ledger.book.book import Book

        return Book(self._database, name)

    def export(self, to: str, out: str | Path, kind: str = "", selection: Selection | None = None) -> int:
        """See :func:`luoshi.ledger.exports.export`."""
        from luoshi.ledger.exports import Selection, export

        with self._database.reading() as connection:
            return export(connection, to, Path(out), kind, selection or Selection())

    def frame(self, kind: str = "figures", library: str = "pandas") -> Any:
        """See :func:`luoshi.ledger.frames.frame`."""
        from luoshi.ledger.frames import frame

        with self._database.reading() as connection:
            return frame(connection, kind, library)


def _later(connection: Connection, id: str, key: str) -> tuple[str, int, int]:
    """Document id, start and end of the sentence said to show a commitment's work, or the figure to answer a target."""
    if not key.startswith("figure-"):
        return links.resolve_sentence(connection, id)
    later_id, figure, _ = resolve(connection, id, "figure")
    _, start, end = figure.partition(".")[0].split("-")
    return later_id, int(start), int(end)


def _standing(connection: Connection, document_id: str) -> Row[Any] | None:
    """The reading of a document that stands."""
    table = schema.readings
    return connection.execute(
        select(table).where(table.c.document_id == document_id, table.c.superseded_by.is_(None))
    ).first()


def _covers(standing: Row[Any], reader: str, date: str, place: str) -> bool:
    """Whether the reading that stands makes another one by ``reader`` under ``date`` and ``place`` superfluous."""
    if _version(standing.reader) > _version(reader):
        return True
    if standing.reader != reader:
        return False
    return date in ("", standing.stated_date) and place in ("", standing.stated_place)


def _version(reader: str) -> tuple[int, ...]:
    """A reader's version in the order of versions: 0.10 after 0.9."""
    return tuple(int(number) for number in re.findall(r"\d{1,9}", reader))


def _now() -> str:
    """The time of day, kept for people; nothing that the ledger tells depends on it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _insert_document(connection: Connection, document: Document, now: str) -> None:
    connection.execute(
        insert(schema.documents).values(
            id=document.id,
            name=document.name,
            format=document.format,
            encoding=document.encoding,
            title=document.title,
            publisher=document.publisher,
            number=document.number,
            url=document.url,
            text=document.text,
            added_at=now,
        )
    )


def _insert_reading(connection: Connection, reading: Reading, now: str) -> int:
    inserted = connection.execute(
        insert(schema.readings)
        .values(
            document_id=reading.document.id,
            reader=reading.reader,
            stated_date=reading.document.date,
            stated_place=reading.document.place,
            date=reading.date,
            place=reading.place,
            place_code=reading.place_code,
            title=reading.title,
            added_at=now,
        )
        .returning(schema.readings.c.id)
    )
    return int(inserted.scalar_one())


def _supersede(connection: Connection, old: int, new: int, now: str) -> None:
    table = schema.readings
    connection.execute(update(table).where(table.c.id == old).values(superseded_by=new, superseded_at=now))


def _insert_records(connection: Connection, reading: Reading, reading_id: int) -> None:
    """Add all records; a figure that was corrected in an earlier reading is found by what it was corrected to."""
    document_id = reading.document.id
    home = place_of(reading.place, reading.place_code)
    laid = corrections.overlay(connection, [document_id])
    by_kind: dict[str, list[AnyRecord]] = {}
    for record in reading:
        by_kind.setdefault(record.kind, []).append(record)
    for kind, records in by_kind.items():
        rows = rows_of(records, reading_id, home)
        for row, record in zip(rows, records, strict=True):
            row |= {"page": None, "boxes": None} | reading.document.printed_at(record)
        if kind == "figure" and laid:
            for row, record in zip(rows, records, strict=True):
                figure = cast(Figure, corrections.corrected(record, document_id, key_of(kind, row), laid))
                row |= figure_identity(figure, home)
        connection.execute(insert(KINDS[kind][0]), rows)


def _renew_identity(connection: Connection, document_id: str, key: str, reading_id: int) -> None:
    """Let a corrected figure be found by what it was corrected to."""
    figure = cast(Figure, _told_record(connection, document_id, key, reading_id))
    reading = connection.execute(select(schema.readings).where(schema.readings.c.id == reading_id)).one()
    identity = figure_identity(figure, place_of(reading.place, reading.place_code))
    connection.execute(update(schema.figures).where(*_row_named(key, reading_id)).values(identity))


def _row_named(key: str, reading_id: int) -> tuple[Any, ...]:
    parts = parse_key(key)
    if parts is None:
        raise KeyError(key)
    kind, start, end, ordinal = parts
    columns = KINDS[kind][0].c
    return (
        columns.reading_id == reading_id,
        columns.start == start,
        columns.end == end,
        columns.ordinal == ordinal,
    )


def _told_record(connection: Connection, document_id: str, key: str, reading_id: int) -> AnyRecord:
    kind = key.partition("-")[0]
    row = connection.execute(select(KINDS[kind][0]).where(*_row_named(key, reading_id))).mappings().one()
    laid = corrections.overlay(connection, [document_id])
    return corrections.corrected(record_of(kind, row), document_id, key, laid)


def _stored_record(connection: Connection, document_id: str, key: str, reading_id: int) -> StoredRecord:
    reading = connection.execute(select(schema.readings).where(schema.readings.c.id == reading_id)).one()
    return StoredRecord(
        id=record_id(document_id, key),
        record=_told_record(connection, document_id, key, reading_id),
        document=_document(connection, reading),
        reader=reading.reader,
        date=reading.date,
        place=reading.place,
        place_code=reading.place_code,
        superseded=reading.superseded_by is not None,
        corrections=tuple(corrections.told(connection, document_id, key)),
        links=tuple(links.told(connection, document_id, key)),
    )


def _document(connection: Connection, reading: Row[Any]) -> Document:
    row = connection.execute(select(schema.documents).where(schema.documents.c.id == reading.document_id)).one()
    return Document(
        id=row.id,
        text=row.text,
        name=row.name,
        format=row.format,
        encoding=row.encoding,
        date=reading.stated_date,
        place=reading.stated_place,
        title=row.title,
        publisher=row.publisher,
        number=row.number,
        url=row.url,
    )


def _reading(connection: Connection, standing: Row[Any]) -> Reading:
    records: dict[str, tuple[Any, ...]] = {}
    for kind, (table, _) in KINDS.items():
        rows = connection.execute(
            select(table).where(table.c.reading_id == standing.id).order_by(table.c.start, table.c.end, table.c.ordinal)
        ).mappings()
        records[table.name] = tuple(record_of(kind, row) for row in rows)
    return Reading(
        document=_document(connection, standing),
        reader=standing.reader,
        date=standing.date,
        place=standing.place,
        place_code=standing.place_code,
        title=standing.title,
        **records,
    )
