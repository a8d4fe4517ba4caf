"""Opening a ledger: new, old, newer and none at all; the schema's history; waiting for one another."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from ledger_readings import report
from sqlalchemy import create_engine, inspect, text

import luoshi.ledger
from luoshi.ledger import Ledger, LedgerError
from luoshi.ledger.database import Database
from luoshi.ledger.schema import REVISION, metadata


def migrations() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(luoshi.ledger.__file__).parent / "migrations"))
    return config


REVISIONS = [script.revision for script in ScriptDirectory.from_config(migrations()).walk_revisions()]


def test_the_program_knows_the_newest_revision() -> None:
    assert REVISIONS[0] == REVISION


@pytest.mark.parametrize("revision", ["", *REVISIONS])
def test_a_ledger_of_any_revision_is_brought_up_to_date(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "luoshi.db"
    path.touch()
    if revision:
        engine = create_engine(f"sqlite:///{path}")
        config = migrations()
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
        engine.dispose()
    with Ledger(path) as ledger:
        assert ledger.add(report())
        assert len(ledger.search("收入")) == 2
    database = Database(path)
    with database.reading() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []
    database.close()


def test_the_schema_is_the_one_that_the_migrations_make(location: str) -> None:
    database = Database(location)
    with database.reading() as connection:
        tables = set(inspect(connection).get_table_names())
        assert set(metadata.tables) <= tables
        for name, table in metadata.tables.items():
            made = {column["name"]: column["nullable"] for column in inspect(connection).get_columns(name)}
            assert made == {column.name: column.nullable for column in table.columns}
            indexes = {index["name"]: index["column_names"] for index in inspect(connection).get_indexes(name)}
            assert indexes == {index.name: [column.name for column in index.columns] for index in table.indexes}
    database.close()


def test_a_ledger_of_a_newer_program_is_refused(location: str) -> None:
    database = Database(location)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(LedgerError, match="newer Luoshi"):
        Ledger(location)


def test_some_other_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (words TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("过去一年，一般公共预算收入完成182.4亿元。" * 100, "utf-8")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=r"report\.txt"):
        Ledger(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "directory"),
        ("missing/luoshi.db", "no directory"),
        ("mysql://host/name", "PostgreSQL"),
        ("x://", "PostgreSQL"),
    ],
)
def test_places_where_no_ledger_can_be(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(LedgerError, match=message) as raised:
        Ledger(name if "://" in name else tmp_path / name)
    assert "\n" not in str(raised.value)


def test_a_missing_ledger_is_made_only_where_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "luoshi.db"
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger(path, create=False)
    assert not path.exists()
    Ledger(path).close()
    Ledger(path, create=False).close()


def test_a_url_of_a_sqlite_file_is_a_path(tmp_path: Path) -> None:
    with Ledger(f"sqlite:///{tmp_path}/luoshi.db") as ledger:
        ledger.add(report())
    with Ledger(tmp_path / "luoshi.db") as ledger:
        assert ledger.search("一码通办")


def test_a_writer_waits_for_another(location: str) -> None:
    database = Database(location)
    order: list[str] = []
    begun = threading.Event()

    def second() -> None:
        begun.wait()
        with database.writing():
            order.append("second")

    thread = threading.Thread(target=second)
    thread.start()
    with database.writing():
        begun.set()
        thread.join(0.3)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    database.close()


def test_people_read_while_one_writes(location: str) -> None:
    with Ledger(location) as ledger:
        ledger.add(report())
    database = Database(location)
    with database.writing() as writer:
        writer.execute(text("UPDATE documents SET name = 'x'"))
        with database.reading() as reader:
            assert reader.execute(text("SELECT name FROM documents")).scalar() == "报告.txt"
    database.close()


def test_what_fails_is_undone(location: str) -> None:
    with Ledger(location) as ledger:
        ledger.add(report())
    database = Database(location)

    def fails() -> None:
        with database.writing() as writer:
            writer.execute(text("UPDATE documents SET name = 'x'"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    with database.reading() as reader:
        assert reader.execute(text("SELECT name FROM documents")).scalar() == "报告.txt"
    database.close()
