"""The health of a ledger: how large it is, what it holds, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, or_, select, text

from luoshi.ledger import bulk_indexes
from luoshi.ledger.database import Database
from luoshi.ledger.rows import KINDS
from luoshi.ledger.schema import REVISION, documents, readings, sentences

_TOLD = 5  # damages told of one ledger


@dataclass(frozen=True, slots=True)
class Health:
    """A ledger's state.

    ``size`` is in bytes, the write-ahead file included; ``documents`` and ``records`` count what stands (superseded
    readings apart); ``readers`` counts documents by the reader that read them; ``damages`` are the database's own
    words, none for a whole ledger.
    """

    name: str
    backend: str
    revision: str
    size: int
    documents: int
    records: dict[str, int]
    readers: dict[str, int]
    damages: tuple[str, ...]


def health(database: Database) -> Health:
    """Look at a ledger as a whole; takes the time to read it once."""
    with database.reading() as connection:
        standing = readings.c.superseded_by.is_(None)
        held = {
            kind: _count(connection, select(func.count()).select_from(table.join(readings)).where(standing))
            for kind, (table, _) in KINDS.items()
        }
        by_reader = select(readings.c.reader, func.count()).where(standing).group_by(readings.c.reader)
        return Health(
            database.name,
            database.url.get_backend_name(),
            REVISION,
            _size(database, connection),
            _count(connection, select(func.count()).select_from(documents)),
            held,
            {row[0]: row[1] for row in connection.execute(by_reader.order_by(readings.c.reader))},
            tuple(_damages(database, connection)),
        )


def _count(connection: Connection, query: object) -> int:
    return int(connection.execute(query).scalar_one())  # type: ignore[call-overload]


def _size(database: Database, connection: Connection) -> int:
    if database.url.get_backend_name() == "postgresql":
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
    path = Path(str(database.url.database))
    return sum(file.stat().st_size for end in ("", "-wal") if (file := path.with_name(path.name + end)).exists())


def _damages(database: Database, connection: Connection) -> list[str]:
    """What the database finds wrong with its pages and references, and documents that search can't find."""
    found = []
    if database.url.get_backend_name() == "sqlite":
        checked = connection.execute(text(f"PRAGMA integrity_check({_TOLD})")).scalars()
        found += [line for line in checked if line != "ok"]
        lost = connection.execute(text("PRAGMA foreign_key_check")).all()
        found += [f"{row[0]}: row {row[1]} refers to no {row[2]}" for row in lost[:_TOLD]]
    found += [
        f"{name}: 没有这个索引，再运行一次 luoshi load / no such index: run luoshi load again"
        for name in bulk_indexes.missing(connection)
    ]
    found += [f"{name}: 没有一份阅读 no reading stands" for name in _unread(connection)]
    found += [f"{name}: 检索里没有 not in the search index" for name in _unsearchable(connection)]
    return found


def _unread(connection: Connection) -> list[str]:
    standing = select(readings.c.document_id).where(
        or_(readings.c.superseded_by.is_(None), readings.c.superseded_by == readings.c.id)  # the latter is withdrawn
    )
    query = select(documents.c.name).where(documents.c.id.not_in(standing)).limit(_TOLD)
    return list(connection.execute(query).scalars())


def _unsearchable(connection: Connection) -> list[str]:
    """Documents whose standing reading has words but no sentence."""
    query = (
        select(documents.c.name)
        .join(readings, readings.c.document_id == documents.c.id)
        .where(readings.c.superseded_by.is_(None), func.trim(documents.c.text) != "")
        .where(~select(sentences.c.id).where(sentences.c.reading_id == readings.c.id).exists())
        .limit(_TOLD)
    )
    return list(connection.execute(query).scalars())
