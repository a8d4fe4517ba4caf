"""Parts of a read corpus into a ledger: many rows at once, a part in one transaction, nothing twice.

Rows stay in Arrow's columns until the database takes them: PostgreSQL through COPY, SQLite through prepared
statements. A document that the ledger holds already, read by this reader or a newer one, is passed over; one that an
older reader read is superseded as by :meth:`luoshi.ledger.Ledger.add`.

An index that grows row by row costs more than one that is made of all rows at once, so an empty ledger gets its
indexes after the last part (:mod:`luoshi.ledger.bulk_indexes`). A load that was killed before that leaves a ledger that
answers rightly, but slowly, until a load comes to its end; ``luoshi doctor`` tells it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv
from sqlalchemy import Connection, Table, func, or_, select, text

from luoshi.ledger import pair_segments, schema, search
from luoshi.ledger.bulk_indexes import put_off
from luoshi.ledger.parts import TABLES, Part, ReadCorpus
from luoshi.ledger.standing import covers, supersede

_AT_ONCE = 500  # documents asked for in one question
_COPIED = 1 << 20  # bytes handed to COPY at once


def load_part(connection: Connection, corpus: ReadCorpus, part: Part, now: str) -> int:
    """Take a part into the ledger on a connection that alone writes; the number of documents that are new in it."""
    readings = corpus.table(part, schema.readings)
    told = readings.to_pylist()
    standing = _standing(connection, [row["document_id"] for row in told])
    wanted = [row for row in told if not _is_held(standing.get(row["document_id"]), row)]
    if not wanted:
        return 0
    if not standing and _is_empty(connection):
        put_off(connection)
    old_numbers = pa.array([row["id"] for row in wanted], pa.int64())
    first = _first_free(connection, len(wanted))
    new_numbers = pa.array(range(first, first + len(wanted)), pa.int64())
    put = _copy if connection.dialect.name == "postgresql" else _insert_many
    new = pa.array([row["document_id"] for row in wanted if row["document_id"] not in standing], pa.string())
    with ThreadPoolExecutor(1) as pool:  # one table is read while another one is written
        tables = pool.map(partial(corpus.table, part), (schema.documents, *TABLES[2:]))
        documents = next(tables)
        put(connection, schema.documents, documents.filter(pc.is_in(documents["id"], new)))
        put(connection, schema.readings, _renumbered(readings, "id", old_numbers, new_numbers))
        for number, row in zip(new_numbers.to_pylist(), wanted, strict=True):
            if (old := standing.get(row["document_id"])) is not None:
                supersede(connection, old["id"], number, now)
        firsts = search.first_numbers(connection, [(row["document_id"], row["date"]) for row in wanted])
        for table, rows in zip(TABLES[2:], tables, strict=True):
            rows = _renumbered(rows, "reading_id", old_numbers, new_numbers)
            if table is schema.sentences:
                rows = _with_ids(rows, dict(zip(new_numbers.to_pylist(), firsts, strict=True)))
            put(connection, table, rows)
    pair_segments.keep_up(connection)
    return len(wanted)


def _is_empty(connection: Connection) -> bool:
    return connection.execute(select(schema.readings.c.id).limit(1)).first() is None


def _standing(connection: Connection, ids: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    """The readings that stand of these documents, or stood when they were taken out, by document."""
    table = schema.readings
    found: dict[str, Mapping[str, Any]] = {}
    for at in range(0, len(ids), _AT_ONCE):
        query = select(table).where(
            table.c.document_id.in_(ids[at : at + _AT_ONCE]),
            or_(table.c.superseded_by.is_(None), table.c.superseded_by == table.c.id),
        )
        found.update({row.document_id: row._asdict() for row in connection.execute(query)})
    return found


def _is_held(standing: Mapping[str, Any] | None, row: Mapping[str, Any]) -> bool:
    """Whether the ledger has no use for a reading; what was taken out stays out."""
    if standing is not None and standing["superseded_by"] is not None:
        return True
    return standing is not None and covers(standing, row["reader"], row["stated_date"], row["stated_place"])


def _first_free(connection: Connection, number: int) -> int:
    """The first of so many numbers that no reading has; PostgreSQL is told that they are taken."""
    first = int(connection.execute(select(func.coalesce(func.max(schema.readings.c.id), 0))).scalar_one()) + 1
    if connection.dialect.name == "postgresql":
        taken = "SELECT setval(pg_get_serial_sequence('readings', 'id'), :last)"
        connection.execute(text(taken), {"last": first + number - 1})
    return first


def _renumbered(rows: pa.Table, name: str, old: pa.Array, new: pa.Array) -> pa.Table:
    """The rows whose column ``name`` has one of the ``old`` numbers, with the ``new`` one in its place."""
    found = pc.index_in(rows[name], old)
    rows = rows.set_column(rows.schema.get_field_index(name), name, pc.take(new, found))
    return rows.filter(pc.is_valid(found))


def _with_ids(sentences: pa.Table, firsts: Mapping[int, int]) -> pa.Table:
    """The sentences of readings numbered down from each reading's first, in the order of the numbers."""
    left, ids = dict(firsts), []
    for reading in sentences["reading_id"].to_pylist():
        ids.append(left[reading])
        left[reading] -= 1
    return sentences.append_column("id", pa.array(ids, pa.int64())).sort_by("id")


def _insert_many(connection: Connection, table: Table, rows: pa.Table) -> None:
    """Rows through one prepared statement; they are in the database's own types already."""
    marks = ", ".join("?" * rows.num_columns)
    statement = f"INSERT INTO {table.name} ({_names(rows)}) VALUES ({marks})"
    columns = (column.to_pylist() for column in rows.columns)
    connection.connection.cursor().executemany(statement, zip(*columns, strict=True))  # type: ignore[arg-type]


def _copy(connection: Connection, table: Table, rows: pa.Table) -> None:
    """Rows through COPY as CSV (https://www.postgresql.org/docs/current/sql-copy.html): a null is an empty field."""
    if not rows.num_rows:
        return
    written = pa.BufferOutputStream()
    csv.write_csv(rows, written, csv.WriteOptions(include_header=False))
    data = memoryview(written.getvalue())
    with connection.connection.cursor().copy(f"COPY {table.name} ({_names(rows)}) FROM STDIN (FORMAT csv)") as copy:
        for at in range(0, len(data), _COPIED):
            copy.write(data[at : at + _COPIED])


def _names(rows: pa.Table) -> str:
    return ", ".join(f'"{name}"' for name in rows.column_names)
