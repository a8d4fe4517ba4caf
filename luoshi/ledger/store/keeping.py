"""What goes into a ledger: readings, whole corpora, what people state of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from sqlalchemy import Connection, insert, select

from luoshi.extras import needs
from luoshi.ledger import corrections, papers, schema, search, withdrawal
from luoshi.ledger.errors import CorrectionError, LedgerError, UnknownRecordError
from luoshi.ledger.identity import figure_identity, place_of
from luoshi.ledger.rows import (
    KINDS,
    document_row,
    key_of,
    reading_row,
    record_rows,
)
from luoshi.ledger.standing import covers, standing, supersede
from luoshi.ledger.store.asked import Asked, time_now
from luoshi.records import Figure, Reading


class Keeping(Asked):
    """What goes into a ledger."""

    def holds(self, document_id: str, reader: str, date: str = "", place: str = "") -> bool:
        """Whether adding would change nothing: this reader, or a newer one, has read the document already.

        ``date`` and ``place`` are what is stated of the document, as in :class:`~luoshi.records.Document`;
        where nothing is stated, what was stated when it was added goes on.

        >>> document = luoshi.open("work-report-2026.txt")
        >>> reader = ledger.reading(document.id).reader
        >>> ledger.holds(document.id, reader), ledger.holds(document.id, reader, place="望渔县")
        (True, False)
        """
        with self._database.reading() as connection:
            old = standing(connection, document_id)
        return old is not None and covers(old, reader, date, place)

    def add(self, reading: Reading, original: bytes | None = None) -> bool:
        """Keep a reading with its document and all its records, in one transaction.

        ``original`` are the bytes of a document that is kept nowhere else (fetched, handed over), to stay as they came.

        It supersedes an earlier reading of the same document by an older reader, or under another stated
        date or place. ``False``, and nothing changes, where the same reader (or a newer one) has read the
        same document under the same date and place. ``TypeError`` for what is no reading.

        >>> reading = luoshi.read("全市新增养老床位300张。", date="2026-02-01", place="临澜市")
        >>> ledger.add(reading), ledger.add(reading)
        (True, False)
        """
        if not isinstance(reading, Reading):
            raise TypeError(
                f"{type(reading).__name__}: 账本里加的是阅读结果：ledger.add(luoshi.read(luoshi.open(路径))) / "
                "what is added is a reading: ledger.add(luoshi.read(luoshi.open(path)))"
            )
        document = reading.document
        with self._database.writing() as connection:
            old = standing(connection, document.id)
            if old is not None and covers(old, reading.reader, document.date, document.place):
                return False
            now = time_now()
            if old is None and not _has_document(connection, document.id):
                connection.execute(insert(schema.documents).values(document_row(document, now)))
                if original is not None:
                    connection.execute(
                        insert(schema.originals).values(document_id=document.id, data=original, fetched_at=now)
                    )
            replace_reading(connection, old, reading, now)
        return True

    def load(self, location: str) -> Iterator[tuple[str, int]]:
        """Take in a corpus that was read in parts (``luoshi read-corpus``); each part and its new documents.

        A part is kept in one transaction. What the ledger holds is passed over, so that loading again, or after a stop,
        adds what is missing. :class:`LedgerError` where nothing was read there.

        >>> from luoshi.ledger.parts import ReadCorpus
        >>> reading = luoshi.read("全市新增养老床位300张。", date="2026-02-01", place="临澜市")
        >>> part = ReadCorpus("read").write(0, [reading], [], "2026-02-01T08:00:00+00:00")
        >>> list(ledger.load("read")), list(ledger.load("read"))
        ([('part-000000', 1)], [('part-000000', 0)])
        """
        try:
            from luoshi.ledger.bulk_indexes import make_up
            from luoshi.ledger.loading import load_part
            from luoshi.ledger.parts import ReadCorpus
        except ModuleNotFoundError as error:
            raise LedgerError(" / ".join(needs("parquet"))) from error
        corpus = ReadCorpus(location)
        parts = corpus.parts()
        if not parts:
            raise LedgerError(f"{location}：没有读好的文件 / nothing has been read there")
        for part in parts:
            with self._database.writing() as connection:
                new = load_part(connection, corpus, part, time_now())
            yield part.name, new
        with self._database.writing() as connection:
            make_up(connection)

    def restate(self, reading: Reading, by: str, why: str) -> None:
        """Keep what a person states of a document: its reading under another date or place supersedes the present one.

        ``reading.document`` has the ``date`` and the ``place`` that hold from now on, ``""`` where the document says
        them itself. ``by`` says who states it, ``why`` the reason; both are kept among the :meth:`corrections`.
        :class:`UnknownRecordError` for a document that the ledger has not, :class:`CorrectionError` where nothing
        changes.

        >>> stated = luoshi.read(luoshi.open("work-report-2026.txt"), date="2026-01-14")
        >>> ledger.restate(stated, by="苏问渠", why="与原件核对")
        >>> [(row.name, row.date) for row in ledger.documents(year=2026)]
        [('work-report-2026.txt', '2026-01-14'), ('budget-report-2026.txt', '2026-01-13')]
        """
        document = reading.document
        with self._database.writing() as connection:
            old = standing(connection, document.id)
            if old is None:
                raise UnknownRecordError(f"{document.name}: 账本里没有这份文件 / the ledger has no such document")
            said = {"date": (old["stated_date"], document.date), "place": (old["stated_place"], document.place)}
            changes = {field: pair for field, pair in said.items() if pair[0] != pair[1]}
            if not changes:
                raise CorrectionError(f"{document.name}: 与现在的一样 / that is what holds already")
            now = time_now()
            papers.keep_stated(connection, document.id, changes, by, why, now)
            replace_reading(connection, old, reading, now)

    def withdraw(self, document_id: str, by: str, why: str) -> None:
        """Take a document out: nothing is asked of it any more, and nothing is deleted; see :meth:`put_back`.

        Adding it again brings it back, too. :class:`UnknownRecordError` for a document that the ledger has not.

        >>> id = ledger.document_named("work-report-2026.txt")
        >>> ledger.withdraw(id, by="苏问渠", why="是征求意见稿")
        >>> [row.name for row in ledger.documents(year=2026)], [row.name for row in ledger.withdrawn()]
        (['budget-report-2026.txt'], ['work-report-2026.txt'])
        """
        with self._database.writing() as connection:
            withdrawal.withdraw(connection, document_id, by, why, time_now())

    def put_back(self, document_id: str, by: str, why: str) -> None:
        """Put a document back that was taken out, with all its records and corrections.

        >>> id = ledger.document_named("work-report-2026.txt")
        >>> ledger.withdraw(id, by="苏问渠", why="是征求意见稿")
        >>> ledger.put_back(id, by="苏问渠", why="就是定稿")
        >>> len(ledger.documents(year=2026))
        2
        """
        with self._database.writing() as connection:
            withdrawal.put_back(connection, document_id, by, why, time_now())

    def state(self) -> tuple[int, ...]:
        """What tells one state of the ledger from another: it is another one after each change, by whatever program.

        Numbers of one run: they say nothing to another process.

        >>> before = ledger.state()
        >>> ledger.state() == before
        True
        >>> ledger.add(luoshi.read("全市新增养老床位300张。", date="2026-02-01", place="临澜市"))
        True
        >>> ledger.state() == before
        False
        """
        return self._database.state()


def replace_reading(connection: Connection, old: Mapping[str, Any] | None, reading: Reading, now: str) -> None:
    """Add a reading with its records; it supersedes the one that stands, if any."""
    reading_id = _insert_reading(connection, reading, now)
    if old is not None:
        supersede(connection, old["id"], reading_id, now)
    _insert_records(connection, reading, reading_id)
    search.index(connection, reading_id, reading.document.id, reading.date, reading.document.text)


def _has_document(connection: Connection, document_id: str) -> bool:
    """Whether the ledger keeps the document, though it may have been taken out."""
    table = schema.documents
    return connection.execute(select(table.c.id).where(table.c.id == document_id)).first() is not None


def _insert_reading(connection: Connection, reading: Reading, now: str) -> int:
    inserted = insert(schema.readings).values(reading_row(reading, now)).returning(schema.readings.c.id)
    return int(connection.execute(inserted).scalar_one())


def _insert_records(connection: Connection, reading: Reading, reading_id: int) -> None:
    """Add all records; a figure that was corrected in an earlier reading is found by what it was corrected to."""
    document_id = reading.document.id
    laid = corrections.overlay(connection, [document_id])
    for kind, rows in record_rows(reading, reading_id).items():
        if kind == "figure" and laid:
            home = place_of(reading.place, reading.place_code)
            for row, record in zip(rows, reading.figures, strict=True):
                figure = cast(Figure, corrections.corrected(record, document_id, key_of(kind, row), laid))
                row |= figure_identity(figure, home)
        connection.execute(insert(KINDS[kind][0]), rows)
