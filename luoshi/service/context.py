"""What a way in carries from question to question: where the ledger is, and what is stated of the files it reads."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from luoshi.ledger import Ledger
    from luoshi.records import AnyRecord, Reading
    from luoshi.service.batch import Added
    from luoshi.service.look import Look

Kind = TypeVar("Kind", bound="AnyRecord")
USUAL_LEDGER = "luoshi.db"
USUAL_PART = 200  # documents: enough to be worth a file, few enough to be read again after a stop


@dataclass(frozen=True, slots=True)
class Service:
    """The context of a way in.

    ``ledger`` is a SQLite file or a PostgreSQL URL; ``date`` (an ISO 8601 day) and ``place`` (a division's name)
    are stated of every document that is read, ``""`` where the documents say them. A place that nobody knows is refused
    but with ``new_place``, see :mod:`luoshi.service.places`.

        service = Service(date="2025-01-10")
        reading = service.read(Path("日报.txt"))
    """

    ledger: str = USUAL_LEDGER
    date: str = ""
    place: str = ""
    new_place: bool = False

    @contextmanager
    def opened(self, create: bool = False) -> Iterator[Ledger]:
        """The ledger, open; with ``create`` made where there is none.

        :class:`~luoshi.ledger.LedgerError` where it can't be opened, and for one in memory, of which nothing would
        be left.
        """
        from luoshi.ledger import Ledger, LedgerError, UnknownNameWarning

        # A way in says itself why there is no answer: luoshi.service.asking.why_nothing.
        warnings.filterwarnings("ignore", category=UnknownNameWarning)
        if not self.ledger:
            raise LedgerError("--ledger 是空的，请给出文件名 / --ledger is empty; name a file")
        with Ledger(self.ledger, create=create) as ledger:
            if ledger.in_memory:
                raise LedgerError(
                    f"{self.ledger}: 内存里的账本不会留下，请给出文件名 / it is not kept in memory; name a file"
                )
            yield ledger

    def read(self, file: Path) -> Reading:
        """The reading of a file, which is not kept; :class:`~luoshi.documents.UnreadableFile` where it can't be read.

        What of the file could not be read stands in ``reading.document.warnings``.
        """
        from luoshi import documents, reading
        from luoshi.service import places

        document = documents.open(file, date=self.date, place=self.place)
        if not self.new_place and (refusal := places.refusal(self.place, document.text)):
            raise documents.UnreadableFile(document.name, *refusal)
        return reading.read(document)

    def look(self, file: Path, page: int) -> Look:
        """What was read of a file, drawn over its page ``page`` (from 1).

        :class:`~luoshi.documents.UnreadableFile` where the file can't be read or has no such page.
        """
        from luoshi.service import look

        reading = self.read(file)
        return look.draw(file.read_bytes(), reading.document, reading, page)

    def files(self, paths: Iterable[Path | str]) -> list[Path | str]:
        """The files and addresses that ``paths`` name, as :func:`~luoshi.service.batch.files_under`, but the ledger."""
        from luoshi.service import batch
        from luoshi.service.access.accounts import accounts_beside

        if isinstance(paths, str | Path):  # one alone is meant
            paths = [paths]
        ends = ("", "-wal", "-shm", "-journal")
        own = [Path(f"{file}{end}") for file in (self.ledger, accounts_beside(self.ledger)) for end in ends]
        return batch.files_under(paths, leave_out=own)

    def add(
        self, ledger: Ledger, files: Iterable[Path | str], jobs: int = 1, allow_private: bool = False
    ) -> Iterator[Added]:
        """Read files into the opened ledger, one :class:`~luoshi.service.batch.Added` a document, in their order.

        ``jobs`` are read at a time; addresses of private networks are fetched only with ``allow_private``.
        :class:`~luoshi.ledger.LedgerError` where the ledger fails; what was added until then is kept.
        """
        from luoshi.service import batch

        return batch.add(ledger, files, self.date, self.place, jobs, allow_private, self.new_place)


def rows_of(reading: Reading, kind: str = "", indicator: str = "") -> Iterator[dict[str, Any]]:
    """The records of a reading as ``luoshi read --json`` prints them, each with its id, document and page.

    Only those of a ``kind`` and, of figures, of an ``indicator`` (a name or an alias), ``""`` for all.
    """
    document = reading.document
    for id, record in reading.ids():
        if not is_asked(record, kind, indicator):
            continue
        yield record.to_json() | {"id": id, "document": document.name} | document.printed_at(record)


def is_asked(record: AnyRecord, kind: str, indicator: str) -> bool:
    """Whether a record is of a ``kind`` and of an ``indicator``, which only figures have; ``""`` asks for all."""
    if kind and record.kind != kind:
        return False
    if not indicator:
        return True
    from luoshi.ledger.identity import indicator_key
    from luoshi.records import Figure

    return isinstance(record, Figure) and (
        indicator_key(record.indicator, record.concept).key == indicator_key(indicator).key
    )


def asked_of(reading: Reading, kind: str, indicator: str) -> Reading:
    """A reading with those of its records only that :func:`is_asked` for."""
    if not kind and not indicator:
        return reading

    def asked(records: tuple[Kind, ...]) -> tuple[Kind, ...]:
        return tuple(record for record in records if is_asked(record, kind, indicator))

    return replace(
        reading,
        articles=asked(reading.articles),
        figures=asked(reading.figures),
        commitments=asked(reading.commitments),
        statements=asked(reading.statements),
        offices=asked(reading.offices),
        formulations=asked(reading.formulations),
        events=asked(reading.events),
        projects=asked(reading.projects),
    )
