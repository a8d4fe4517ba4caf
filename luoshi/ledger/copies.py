"""Copies of a ledger in a SQLite file: made while it is in use, put back whole or not at all.

SQLite copies under its own locks, so that a copy is one state of the ledger whoever is adding to it
(https://www.sqlite.org/backup.html).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from luoshi.ledger.errors import LedgerError
from luoshi.ledger.whole_files import whole_file

# What every ledger has had from its first schema on.
_TABLES = {
    "alembic_version", "documents", "readings", "sentences",
    "articles", "figures", "commitments", "statements", "offices", "formulations",
}  # fmt: skip


def back_up(ledger: Path, out: Path) -> None:
    """Write a whole copy of a ledger, which may be in use, to ``out``.

    :class:`LedgerError` where it can't be written, is the ledger itself, or the ledger is damaged.
    """
    if out.exists() and os.path.samefile(out, ledger):
        raise LedgerError(f"{out}: 副本不能写在账本自己上 / a copy can't take the place of the ledger itself")
    with whole_file(out) as part:
        _copy(ledger, part)
        _check(part, ledger, "rw")  # who only reads leaves SQLite's files beside it


def restore(copy: Path, ledger: Path) -> Path | None:
    """Put a copy in the place of a ledger; what stood there is kept beside it, and its path returned.

    Whoever is reading the ledger sees the old state or the new one. :class:`LedgerError`, and nothing changes, where
    the copy is no whole ledger, or what stands in its place is none.
    """
    if not copy.is_file():
        raise LedgerError(f"{copy}: 没有这个副本 / there is no such copy")
    _check(copy, copy)
    if not ledger.exists():
        with whole_file(ledger) as part:
            _copy(copy, part)
        return None
    if os.path.samefile(copy, ledger):
        raise LedgerError(f"{copy}: 副本就是账本自己 / the copy is the ledger itself")
    kept = keep(ledger, "before-restore")
    _copy(copy, ledger)
    return kept


def keep(ledger: Path, why: str) -> Path:
    """Keep a copy of a ledger beside it, before it is changed as a whole, under the first name that is free."""
    number = 1
    while (kept := ledger.with_name(f"{ledger.name}.{why}{f'-{number}' if number > 1 else ''}")).exists():
        number += 1
    back_up(ledger, kept)
    return kept


def _check(path: Path, named: Path, mode: str = "ro") -> None:
    """:class:`LedgerError` of ``named`` for a file that is no ledger, or a damaged one."""
    with _told(named), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)) as connection:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if found != "ok":
        raise LedgerError(f"{named}: 账本已损坏 / the ledger is damaged ({' '.join(str(found).split())})")
    if not tables >= _TABLES:
        raise LedgerError(f"{named}: 不是账本，或已损坏 / is no ledger, or a damaged one")


def _copy(source: Path, target: Path) -> None:
    target.touch()  # says why where SQLite would only say that it can't open it
    # In one step: in write-ahead mode nobody has to wait for it.
    with _told(source), closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: 副本做不了 / copying failed ({error})") from error
