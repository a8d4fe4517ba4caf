"""What tells one state of a ledger's database from another, whichever program changed it.

SQLite counts what other connections commit, in this process or another; it is asked on a connection that never writes.
PostgreSQL names the transactions that a question asked now would see the rows of.
"""

from __future__ import annotations

import re
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


def visible(connection: Connection) -> tuple[int, ...]:
    """The transactions that a PostgreSQL connection sees the rows of: up to which number, and but for which."""
    told = connection.execute(text("SELECT pg_current_snapshot()::text")).scalar_one()
    return tuple(int(number) for number in re.findall(r"\d+", told))
