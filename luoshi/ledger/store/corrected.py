"""Single records of a ledger, and what people say of them."""

from __future__ import annotations

from typing import cast

from sqlalchemy import Connection, insert, select, update

from luoshi.ledger import corrections, links, schema
from luoshi.ledger.corrections import Correction
from luoshi.ledger.errors import CorrectionError
from luoshi.ledger.identity import figure_identity, place_of
from luoshi.ledger.ids import resolve
from luoshi.ledger.links import Link
from luoshi.ledger.store.asked import Asked, time_now
from luoshi.ledger.store.kept import StoredRecord, row_named, stored_record, told_record
from luoshi.records import Figure


class Corrected(Asked):
    """The records of a ledger, what people correct in them and judge of them."""

    def record(self, id: str) -> StoredRecord:
        """The record with this id, whole or shortened as long as only one record answers to it.

        ``3fa9c0d1e2b3a495:figure-120-128`` may be given as ``3fa9:figure-120-128``, ``3fa9:figure-120`` or
        ``figure-120-128``. :class:`UnknownRecordError` where none answers, or several (they are listed).

        >>> row = ledger.series("新增学位", place="临澜市")[0]
        >>> ledger.record(row.id).record.quote, ledger.record(row.id[:8]+row.id[16:]).document.name
        ('7200个', 'work-report-2025.txt')
        """
        with self._database.reading() as connection:
            document_id, key, reading_id = resolve(connection, id)
            return stored_record(connection, document_id, key, reading_id)

    def correct(self, id: str, field: str, value: object, by: str, why: str) -> Correction:
        """Lay a person's correction over a record; the reading itself is kept as it was.

        ``id`` as for :meth:`record`; ``value`` as the field holds it, numbers also as text. ``by`` says who
        corrects, ``why`` the reason. The field ``stands`` is whether the record is one: what is none is told by its
        id alone, until a later correction brings it back. :class:`CorrectionError` for a field or value that can't be.

        >>> row = ledger.series("新增学位", place="临澜市")[0]
        >>> made = ledger.correct(row.id, "period", "2023", by="苏问渠", why="表头写明是上年")
        >>> made.old, ledger.record(row.id).record.period
        ('2024', '2023')
        """
        if not by.strip() or not why.strip():
            raise CorrectionError("更正须署名并说明理由 / a correction needs a name and a reason")
        with self._database.writing() as connection:
            document_id, key, reading_id = resolve(connection, id)
            kind = key.partition("-")[0]
            new = corrections.value_for(kind, field, value)
            laid = corrections.overlay(connection, [document_id])
            record = told_record(connection, document_id, key, reading_id)
            stands = corrections.stands(document_id, key, laid)
            old = stands if field == corrections.STANDS else getattr(record, field)
            connection.execute(
                insert(schema.corrections).values(
                    document_id=document_id,
                    key=key,
                    field=field,
                    old=corrections.stored(old),
                    new=corrections.stored(new),
                    who=by,
                    why=why,
                    made_at=time_now(),
                )
            )
            if kind == "figure":
                _renew_identity(connection, document_id, key, reading_id)
            return corrections.told(connection, document_id, key)[-1]

    def corrections(self, id: str = "") -> list[Correction]:
        """All corrections in the order in which they were made, or those of one record.

        >>> row = ledger.series("新增学位", place="临澜市")[0]
        >>> made = ledger.correct(row.id, "period", "2023", by="苏问渠", why="表头写明是上年")
        >>> [(each.field, each.new, each.who) for each in ledger.corrections(row.id)]
        [('period', '2023', '苏问渠')]
        """
        with self._database.reading() as connection:
            if not id:
                return corrections.told(connection)
            document_id, key, _ = resolve(connection, id)
            return corrections.told(connection, document_id, key)

    def link(self, asked: str, later: str, verdict: str, by: str, why: str) -> Link:
        """Keep a person's verdict on a commitment and a later sentence, or a target and a later figure.

        ``asked`` is the commitment's or the target's id as for :meth:`record`, ``later`` the id of a sentence that
        :meth:`progress` told, or of a figure that :meth:`outcomes` told. ``verdict`` is ``done`` or ``in_progress``
        (the sentence shows it) or ``unrelated``; of a figure ``answer`` or ``no_answer``. ``by`` says who, ``why``
        the reason; see :mod:`luoshi.ledger.links`.

        >>> row = next(row for row in ledger.progress("临澜市", 2025) if row.mentions)
        >>> made = ledger.link(row.id, row.mentions[0].id, "unrelated", by="苏问渠", why="另一项工程")
        >>> made.verdict, made.who
        ('unrelated', '苏问渠')
        """
        with self._database.writing() as connection:
            document_id, key, _ = resolve(connection, asked)
            said = _later(connection, later, key)
            return links.keep(connection, (document_id, key), said, verdict, by, why, time_now())

    def links(self, commitment: str = "") -> list[Link]:
        """All verdicts in the order in which they were made, or those on one commitment or target.

        >>> row = next(row for row in ledger.progress("临澜市", 2025) if row.mentions)
        >>> made = ledger.link(row.id, row.mentions[0].id, "done", by="苏问渠", why="报告写明")
        >>> [(each.verdict, each.who) for each in ledger.links(row.id)]
        [('done', '苏问渠')]
        """
        with self._database.reading() as connection:
            if not commitment:
                return links.told(connection)
            document_id, key, _ = resolve(connection, commitment)
            return links.told(connection, document_id, key)


def _later(connection: Connection, id: str, key: str) -> tuple[str, int, int]:
    """Document id, start and end of the sentence said to show a commitment's work, or the figure to answer a target."""
    if not key.startswith("figure-"):
        return links.resolve_sentence(connection, id)
    later_id, figure, _ = resolve(connection, id, "figure")
    _, start, end = figure.partition(".")[0].split("-")
    return later_id, int(start), int(end)


def _renew_identity(connection: Connection, document_id: str, key: str, reading_id: int) -> None:
    """Let a corrected figure be found by what it was corrected to."""
    figure = cast(Figure, told_record(connection, document_id, key, reading_id))
    reading = connection.execute(select(schema.readings).where(schema.readings.c.id == reading_id)).one()
    identity = figure_identity(figure, place_of(reading.place, reading.place_code))
    connection.execute(update(schema.figures).where(*row_named(key, reading_id)).values(identity))
