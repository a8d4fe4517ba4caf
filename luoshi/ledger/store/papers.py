"""Asking a ledger for its documents."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from luoshi import stated
from luoshi.ledger import papers, schema, withdrawal
from luoshi.ledger.corrections import Correction
from luoshi.ledger.papers import DocumentRow
from luoshi.ledger.standing import standing
from luoshi.ledger.store.asked import Asked, several
from luoshi.ledger.store.kept import document_of, reading_of
from luoshi.ledger.withdrawal import Withdrawn
from luoshi.records import Document, Reading


class Papers(Asked):
    """The documents of a ledger."""

    def places(self) -> dict[str, int]:
        """The places that the ledger has documents of and how many, the one with most first.

        >>> ledger.places()
        {'临澜市': 4}
        """
        with self._database.reading() as connection:
            return papers.places(connection)

    def documents(
        self,
        place: str = "",
        year: str | int = "",
        kind: str = "",
        ids: Collection[str] | None = None,
        first: int = 0,
        most: int | None = None,
        last_added: bool = False,
    ) -> list[DocumentRow]:
        """The documents of a place, a year, a kind, or with these ids; see :func:`luoshi.ledger.papers.listed`.

        >>> [(row.name, row.kind, row.counts["figure"]) for row in ledger.documents(place="临澜市", year=2026)]
        [('budget-report-2026.txt', 'budget', 73), ('work-report-2026.txt', 'work-report', 60)]
        """
        with self._database.reading() as connection:
            about = stated.name(place), stated.year(year), stated.name(kind)
            return papers.listed(connection, *about, several(ids), first, most, last_added)

    def count_documents(self, place: str = "") -> int:
        """How many documents the ledger has, of a place or in all.

        >>> ledger.count_documents("临澜市")
        4
        """
        with self._database.reading() as connection:
            return papers.count(connection, stated.name(place))

    def document(self, document_id: str) -> Document:
        """A document as the ledger keeps it: its text, without pages and positions; ``KeyError`` for none.

        >>> ledger.document(ledger.document_named("work-report-2026.txt")).text[:9]
        '临澜市政府工作报告'
        """
        with self._database.reading() as connection:
            old = standing(connection, document_id)
            if old is None:
                raise KeyError(document_id)
            return document_of(connection, old)

    def document_named(self, name: str) -> str:
        """The id of the document with this id, the beginning of one, or this name; an error for none and for several.

        >>> ledger.document_named("work-report-2026.txt")[:8]
        'cf508602'
        """
        with self._database.reading() as connection:
            return papers.document_named(connection, name)

    def copies(self, ids: Collection[str]) -> dict[str, tuple[str, str]]:
        """Of these documents those that nearly repeat an earlier one; see :func:`luoshi.ledger.papers.copies`.

        >>> ledger.copies([row.id for row in ledger.documents()])
        {}
        """
        with self._database.reading() as connection:
            return papers.copies(connection, ids)

    def original(self, document_id: str) -> bytes | None:
        """The bytes of a document that was kept as it came (see :meth:`add`); ``None`` for any other.

        >>> ledger.original(ledger.document_named("work-report-2026.txt")) is None
        True
        """
        table = schema.originals
        with self._database.reading() as connection:
            found = connection.execute(select(table.c.data).where(table.c.document_id == document_id)).scalar()
        return None if found is None else bytes(found)

    def reading(self, document_id: str) -> Reading:
        """The standing reading of a document as it was added, corrections not laid over; ``KeyError`` for none.

        >>> reading = ledger.reading(ledger.document_named("work-report-2026.txt"))
        >>> reading.place, len(reading.figures)
        ('临澜市', 60)
        """
        with self._database.reading() as connection:
            old = standing(connection, document_id)
            if old is None:
                raise KeyError(document_id)
            return reading_of(connection, old)

    def stated(self, document_id: str) -> list[Correction]:
        """What people have stated of a document by :meth:`restate`, in that order; the last of a field holds.

        >>> stated = luoshi.read(luoshi.open("work-report-2026.txt"), date="2026-01-14")
        >>> ledger.restate(stated, by="苏问渠", why="与原件核对")
        >>> [(each.field, each.new, each.who) for each in ledger.stated(stated.document.id)]
        [('date', '2026-01-14', '苏问渠')]
        """
        with self._database.reading() as connection:
            return papers.stated(connection, document_id)

    def withdrawn(self) -> list[Withdrawn]:
        """The documents that are taken out, the latest first.

        >>> ledger.withdrawn()
        []
        """
        with self._database.reading() as connection:
            return withdrawal.withdrawn(connection)
