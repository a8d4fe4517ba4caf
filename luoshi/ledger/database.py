"""Opening a ledger: the engine, its transactions, and the schema brought up to date.

SQLite is used in write-ahead mode, so that people read while a batch is being added; a writer takes the
write lock when its transaction begins and waits for another writer instead of failing.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DataError, NoSuchModuleError, OperationalError, SQLAlchemyError

from luoshi.extras import needs
from luoshi.ledger.changes import Changes, changes_counted
from luoshi.ledger.copies import keep
from luoshi.ledger.errors import LedgerError, UnkeepableError
from luoshi.ledger.schema import REVISION

_WAIT = 600  # seconds a writer waits for another one
_MIGRATIONS = Path(__file__).parent / "migrations"
_WRITERS_LOCK = 7_610_201_339  # any number, the same in every process: who holds it writes to a PostgreSQL ledger

# What a database says when it fails, and what that means for people; both databases' words.
_FAILURES = (
    ("disk is full|No space left|disk quota", "磁盘满了，腾出空间后再运行", "the disk is full: free some space"),
    ("readonly|read-only", "账本或磁盘是只读的", "the ledger or its disk is read-only"),
    (
        "connection|connect to|terminating|shutting down|starting up|server closed|resolve host",
        "连不上数据库，请稍后再运行",
        "the database can't be reached: run it again later",
    ),
    ("not a database", "不是账本", "is not a ledger"),
    ("malformed|no such|does not exist|corrupt", "账本已损坏，请用备份", "the ledger is damaged: use a copy of it"),
    ("unable to open", "打不开，请检查权限和磁盘空间", "it can't be opened: check permissions and free space"),
    ("disk I/O error", "磁盘读写出错", "the disk fails to read or write"),
    ("is locked", "别的程序占着账本，请稍后再运行", "another program holds the ledger: run it again later"),
)


class Database:
    """A ledger's engine. ``location`` is a path to a SQLite file, or a database URL.

    A file that is not there is made (``create=False``: :class:`LedgerError`). An older schema is brought up to date,
    and a copy of the file as it was is kept beside it. :class:`LedgerError` where the schema is newer than this
    program, or it is no ledger at all.
    """

    def __init__(self, location: str | Path, create: bool = True) -> None:
        self.url = _url(location)
        self.name = self.url.render_as_string(hide_password=True) if self.url.host else str(location)
        self._postgresql = self.url.get_backend_name() == "postgresql"
        self._check_file(create)
        try:
            self.engine = _engine(self.url, self._is_on_read_only_disk())
        except ModuleNotFoundError as error:
            other = f"缺少数据库驱动 pip install {error.name}", f"the driver it names needs pip install {error.name}"
            wanted = needs("postgresql") if error.name == "psycopg" else other
            raise LedgerError(f"{self.name}: {' / '.join(wanted)}") from error
        self._changes = Changes(self.engine)
        self._written = 0
        try:
            self._bring_up_to_date(create)
        except BaseException:
            self.engine.dispose()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger throughout."""
        level = {"isolation_level": "REPEATABLE READ"} if self._postgresql else {}
        with self._told(), self.engine.connect().execution_options(**level) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone writes until it is left; all its changes are kept, or none."""
        options = {"luoshi_writes": True}
        with self._told(), self.engine.connect().execution_options(**options) as connection, connection.begin():
            if self._postgresql:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITERS_LOCK})
            yield connection
        self._written += 1

    def state(self) -> tuple[int, ...]:
        """What is another one after each change by this or any other program; see :mod:`luoshi.ledger.changes`.

        What is read after a state was told is of this state or of a later one.
        """
        if self._postgresql:
            with self.reading() as connection:
                return (changes_counted(connection),)
        if is_in_memory(self.url):  # no other connection sees what is changed
            return (self._written,)
        with self._told():
            return (self._changes.counted(),)

    def close(self) -> None:
        """Give back the connections."""
        self._changes.close()
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong in the database, as an error for people.

        The driver's own errors reach here from where a connection is made, and from COPY.
        """
        driver = self.engine.dialect.loaded_dbapi
        try:
            yield
        except (DataError, driver.DataError, UnicodeEncodeError) as error:
            reason = " ".join(str(getattr(error, "orig", error)).split())
            raise UnkeepableError(
                f"{self.name}: 账本存不了这样的文字 / the ledger can't keep such text: {reason}"
            ) from error
        except (SQLAlchemyError, driver.Error) as error:
            raise LedgerError(self._failure(error)) from error

    def _failure(self, error: Exception) -> str:
        reason = " ".join(str(getattr(error, "orig", error)).split())
        for words, chinese, english in _FAILURES:
            if re.search(words, reason, re.I):
                return f"{self.name}: {chinese} / {english} ({reason})"
        return f"{self.name}: 账本出错 / the ledger failed: {reason}"

    def _check_file(self, create: bool) -> None:
        if self._postgresql or is_in_memory(self.url):
            return
        path = Path(str(self.url.database))
        if path.is_dir():
            raise LedgerError(f"{path}: 是文件夹，不是账本 / is a directory, not a ledger")
        if not path.exists() and not create:
            raise LedgerError(f"{path}: 没有这个账本 / there is no such ledger")
        if not path.parent.is_dir():
            raise LedgerError(f"{path}: 没有文件夹 {path.parent} / there is no directory {path.parent}")

    def _is_on_read_only_disk(self) -> bool:
        """Whether a SQLite file can only be read as it stands: even to read, SQLite would write beside it."""
        if self._postgresql or is_in_memory(self.url):
            return False
        path = Path(str(self.url.database))
        return (
            path.is_file() and not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
        )

    def _bring_up_to_date(self, create: bool) -> None:
        with self.reading() as connection:
            revision = self._revision(connection)
        if revision == REVISION:
            return
        if revision is None and not create:
            raise LedgerError(f"{self.name}: 不是账本 / is not a ledger")
        # Alembic takes longer to import than everything else here, and nearly every ledger is up to date.
        from alembic import command
        from alembic.config import Config

        from luoshi.ledger import pair_segments

        if not self._postgresql:
            with self._told():
                _write_ahead(self.engine)
            if revision is not None and not is_in_memory(self.url):
                keep(Path(str(self.url.database)), f"before-{REVISION}")
        with self.writing() as connection:
            if self._revision(connection) == REVISION:  # another process was faster
                return
            config = Config()
            config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, REVISION)
            pair_segments.make_up(connection)

    def _revision(self, connection: Connection) -> str | None:
        """The schema's revision, ``None`` for an empty database; :class:`LedgerError` for any other's database."""
        tables = set(inspect(connection).get_table_names())
        if "alembic_version" not in tables:
            if tables:
                raise LedgerError(f"{self.name}: 是别的数据库，不是账本 / is some other database, not a ledger")
            return None
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        known = {file.name.split("_")[0] for file in (_MIGRATIONS / "versions").glob("[0-9]*.py")}
        if revision not in known:
            raise LedgerError(
                f"{self.name}: 账本由更新版本的落实写成（{revision}，本程序到 {REVISION}），请升级落实 / "
                f"the ledger was written by a newer Luoshi ({revision}; this one knows {REVISION}): please upgrade"
            )
        return str(revision)


def is_in_memory(url: URL) -> bool:
    """Whether a SQLite ledger has no file, so that nothing is left of it when it is closed."""
    return url.get_backend_name() == "sqlite" and (
        url.database in (None, "") or ":memory:" in str(url.database) or url.query.get("mode") == "memory"
    )


def _url(location: str | Path) -> URL:
    """The database URL of a path or of a URL; :class:`LedgerError` where it is neither."""
    if isinstance(location, Path) or "://" not in location:
        return URL.create("sqlite", database=str(location))
    try:
        url = make_url(location)
        if url.get_backend_name() in ("sqlite", "postgresql"):
            return url
    except (ArgumentError, NoSuchModuleError):
        pass
    raise LedgerError(
        f"{location}: 账本只能是 SQLite 文件或 PostgreSQL 地址 / a ledger is a SQLite file or a PostgreSQL URL"
    )


def _engine(url: URL, immutable: bool) -> Engine:
    if url.get_backend_name() == "postgresql":
        return create_engine(url, json_serializer=_json, pool_pre_ping=True)
    if immutable:
        file = f"file:{quote(os.path.abspath(str(url.database)))}"
        url = url.set(database=file, query={"immutable": "1", "mode": "ro", "uri": "true"})
    engine = create_engine(url, json_serializer=_json, connect_args={"timeout": _WAIT})

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:
        # The driver would begin transactions where it sees fit; here they begin in _on_begin.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        # In write-ahead mode a killed process loses nothing, and the disk is waited for at checkpoints only.
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("luoshi_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(engine: Engine) -> None:
    """Set a new SQLite file to write-ahead mode; two processes that make it at once take turns."""
    raw = engine.raw_connection()
    try:
        for attempt in range(100):
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except Exception as error:  # the driver's own class, which reaches here unwrapped
                if "locked" not in str(error) or attempt == 99:
                    raise OperationalError("PRAGMA journal_mode", None, error) from error
                time.sleep(0.05)
    finally:
        raw.close()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
