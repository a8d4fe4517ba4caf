"""A draft beside its sources: what is checked, and against which ledger."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from luoshi.ledger import LedgerError

if TYPE_CHECKING:
    from luoshi.records import Reading
    from luoshi.service.context import Service

_MAGIC = b"SQLite format 3\x00"  # the first bytes of every SQLite file


def read_draft(context: Service, file: Path, today: str) -> tuple[Reading, bool]:
    """The reading of a draft, and whether it was given the day of its check, since nothing else dates it.

    ``today`` is that day (ISO 8601). A draft that is still to be printed seldom has a date, and 今年 needs one.
    :class:`~luoshi.documents.UnreadableFile` where the file can't be read.
    """
    reading = context.read(file)
    if reading.date:
        return reading, False
    return replace(context, date=today).read(file), True


def ledger_named(sources: Iterable[str]) -> str:
    """The ledger that ``sources`` name, ``""`` where they are files, folders and addresses to be read.

    A ledger is a SQLite file or the URL of a PostgreSQL database. :class:`~luoshi.ledger.LedgerError` where it stands
    beside others: two ledgers, or a ledger and files, are not asked as one.
    """
    sources = list(sources)
    ledgers = [source for source in sources if _is_ledger(source)]
    if ledgers and len(sources) > 1:
        raise LedgerError(
            f"{ledgers[0]}：--against 只能是一个账本，或者若干文件；要合在一起，先用 luoshi add 把文件读进账本 / "
            "--against takes one ledger, or files; to have both, add the files to the ledger first"
        )
    return ledgers[0] if ledgers else ""


def _is_ledger(source: str) -> bool:
    if "://" in source:
        return source.startswith(("postgresql", "sqlite"))  # the driver may follow: postgresql+psycopg
    if not os.path.isfile(source):
        return False
    try:
        with open(source, "rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False  # it is opened again to be read, and complained about then
