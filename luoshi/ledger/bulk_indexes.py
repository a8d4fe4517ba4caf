"""What a big load makes at its end: the indexes of an empty ledger, and PostgreSQL's checks of references.

What a load itself looks up (documents, readings, the numbers of sentences) keeps its indexes. In PostgreSQL several
connections make the indexes at once, each on a core of its own.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.schema import CreateIndex

from luoshi.ledger import pair_segments, schema
from luoshi.ledger.rows import KINDS

_TABLES = (schema.figures, schema.sentences)
_INDEXES = {str(index.name): index for table in _TABLES for index in table.indexes}
_REFERENCES = {f"{table.name}_reading_id_fkey": table.name for table in _TABLES}  # PostgreSQL's own names
_AT_ONCE = 2
_MEMORY = "64MB"  # more of it costs time: what is gathered leaves the processor's cache


def put_off(connection: Connection) -> None:
    """Drop them, in the transaction that brings the first rows."""
    for index in _INDEXES.values():
        index.drop(connection, checkfirst=True)
    if connection.dialect.name == "postgresql":
        for name, table in _REFERENCES.items():
            connection.execute(text(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}"))


def missing(connection: Connection) -> list[str]:
    """The names of those that are not there: a load was stopped before its end, or is under way."""
    behind = ["sentence_pairs"] if pair_segments.is_behind(connection) else []
    return [*_statements(connection), *behind]


def make_up(connection: Connection) -> None:
    """Make those that are missing. ``connection`` alone writes; in PostgreSQL others make them beside it."""
    statements = list(_statements(connection).values())
    if connection.dialect.name == "sqlite":
        for statement in statements:
            connection.execute(text(statement))
        pair_segments.make_up(connection)
        return
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        made = pool.map(lambda statement: _run(connection.engine, statement), statements)
        pair_segments.make_up(connection)
        list(made)
    if statements:
        tables = (schema.documents, schema.readings, schema.sentences, *(table for table, _ in KINDS.values()))
        connection.execute(text(f"ANALYZE {', '.join(table.name for table in tables)}"))


def _run(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"SET LOCAL maintenance_work_mem = '{_MEMORY}'"))
        connection.execute(text(statement))


def _statements(connection: Connection) -> dict[str, str]:
    """How each that is missing is made, by its name; the long ones first."""
    asked = inspect(connection)
    there = {str(each["name"]) for table in _TABLES for each in asked.get_indexes(table.name)}
    made: dict[str, str] = {}
    if connection.dialect.name == "postgresql":
        there |= {str(each["name"]) for table in _TABLES for each in asked.get_foreign_keys(table.name)}
    made |= {name: str(CreateIndex(index).compile(connection)) for name, index in _INDEXES.items()}
    if connection.dialect.name == "postgresql":
        adds = "ALTER TABLE {} ADD CONSTRAINT {} FOREIGN KEY (reading_id) REFERENCES readings (id)"
        made |= {name: adds.format(table, name) for name, table in _REFERENCES.items()}
    return {name: statement for name, statement in made.items() if name not in there}
