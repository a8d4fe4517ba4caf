"""What tells one state of a ledger's database from another, whichever program changed it.

SQLite counts what other connections commit, in this process or another; it is asked on a connection that never writes.
In PostgreSQL a trigger counts (``migrations/versions/0009_changes.py``).
"""

from __future__ import annotations

import threading
from typing import Any

from sqlalchemy import Connection, Engine, text


class Changes:
    """The changes that are committed to a SQLite ledger, counted from when they are first asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Any = None  # the driver's own: no transaction of it may stay open
        self._turn = threading.Lock()

    def counted(self) -> int:
        """A number that is another one after each transaction that changed something."""
        with self._turn:
            if self._connection is None:
                dialect = self._engine.dialect
                arguments, options = dialect.create_connect_args(self._engine.url)
                options = {**options, "check_same_thread": False}
                self._connection = dialect.loaded_dbapi.connect(*arguments, **options)
            [(number,)] = self._connection.execute("PRAGMA data_version").fetchall()
        return int(number)

    def close(self) -> None:
        """Give back the connection."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def changes_counted(connection: Connection) -> int:
    """The changes of a PostgreSQL ledger that a connection sees the rows of; a trigger on each table counts them."""
    return int(connection.execute(text("SELECT number FROM changes")).scalar_one())
