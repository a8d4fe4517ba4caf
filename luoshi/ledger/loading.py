"""Parts of a read corpus into a ledger: many rows at once, a part in one transaction, nothing twice.

PostgreSQL takes the rows through COPY, SQLite through prepared statements. A document that the ledger holds already,
read by this reader or a newer one, is passed over; one that an older reader read is superseded as by
:meth:`luoshi.ledger.Ledger.add`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select, text

from luoshi.ledger import schema, search
from luoshi.ledger.parts import TABLES, Part, ReadCorpus
from luoshi.ledger.standing import covers, supersede

_AT_ONCE = 500  # documents asked for in one question


def load_part(connection: Connection, corpus: ReadCorpus, part: Part, now: str) -> int:
    """Take a part into the ledger on a connection that alone writes; the number of documents that are new in it."""
    readings = corpus.table(part, schema.readings).to_pylist()
    standing = _standing(connection, [row["document_id"] for row in readings])
    wanted = [row for row in readings if not _is_held(standing.get(row["document_id"]), row)]
    if not wanted:
        return 0
    first = _first_free(connection, len(wanted))
    numbers = {row["id"]: first + at for at, row in enumerate(wanted)}
    ids = {row["document_id"] for row in wanted}
    documents = corpus.table(part, schema.documents).to_pylist()
    put = _copy if connection.dialect.name == "postgresql" else _insert_many
    put(connection, schema.documents, [row for row in documents if row["id"] in ids - standing.keys()])
    put(connection, schema.readings, [row | {"id": numbers[row["id"]]} for row in wanted])
    for row in wanted:
        if (old := standing.get(row["document_id"])) is not None:
            supersede(connection, old["id"], numbers[row["id"]], now)
    for table in TABLES[2:-1]:
        rows = corpus.table(part, table).to_pylist()
        put(connection, table, [row | {"reading_id": numbers[row["reading_id"]]} for row in rows
                                if row["reading_id"] in numbers])  # fmt: skip
    told = _sentences(corpus, part, numbers)
    rows = [
        sentence
        for row in wanted
        for sentence in search.numbered(
            connection, numbers[row["id"]], row["document_id"], row["date"], told.get(row["id"], ())
        )
    ]
    put(connection, schema.sentences, rows)
    search.put_many(connection, rows)
    return len(wanted)


def _standing(connection: Connection, ids: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    """The readings that stand of these documents, by document."""
    table = schema.readings
    found: dict[str, Mapping[str, Any]] = {}
    for at in range(0, len(ids), _AT_ONCE):
        query = select(table).where(table.c.document_id.in_(ids[at : at + _AT_ONCE]), table.c.superseded_by.is_(None))
        found.update({row.document_id: row._asdict() for row in connection.execute(query)})
    return found


def _is_held(standing: Mapping[str, Any] | None, row: Mapping[str, Any]) -> bool:
    return standing is not None and covers(standing, row["reader"], row["stated_date"], row["stated_place"])


def _first_free(connection: Connection, number: int) -> int:
    """The first of so many numbers that no reading has; PostgreSQL is told that they are taken."""
    first = int(connection.execute(select(func.coalesce(func.max(schema.readings.c.id), 0))).scalar_one()) + 1
    if connection.dialect.name == "postgresql":
        taken = "SELECT setval(pg_get_serial_sequence('readings', 'id'), :last)"
        connection.execute(text(taken), {"last": first + number - 1})
    return first


def _sentences(corpus: ReadCorpus, part: Part, wanted: Collection[int]) -> Mapping[int, Sequence[tuple[int, int, str]]]:
    """The sentences of each reading that is wanted, in the order of the text."""
    told: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for row in corpus.table(part, schema.sentences).to_pylist():
        if row["reading_id"] in wanted:
            told[row["reading_id"]].append((row["start"], row["end"], row["text"]))
    return told


def _insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows through one prepared statement; they are in the database's own types already."""
    if rows:
        names = _names(table, rows)
        marks = ", ".join("?" * len(names))
        quoted = ", ".join(f'"{name}"' for name in names)
        statement = f"INSERT INTO {table.name} ({quoted}) VALUES ({marks})"
        connection.exec_driver_sql(statement, [tuple(row[name] for name in names) for row in rows])


def _copy(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows through COPY (https://www.psycopg.org/psycopg3/docs/basic/copy.html)."""
    if not rows:
        return
    names = _names(table, rows)
    quoted = ", ".join(f'"{name}"' for name in names)
    with connection.connection.cursor().copy(f"COPY {table.name} ({quoted}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([row[name] for name in names])


def _names(table: Table, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The columns of a table that the rows fill."""
    return [column.name for column in table.columns if column.name in rows[0]]
