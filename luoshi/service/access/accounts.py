"""Accounts with their roles, and the sessions of who signed in; kept in a SQLite file beside the ledger."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import sqlite3
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from luoshi.service.access.passwords import AccountError, hashed, is_right

Role = Literal["reader", "editor", "administrator"]
#: What each may: read; read and write; read, write and see the log of deeds.
ROLES: tuple[Role, ...] = get_args(Role)

IDLE = 12 * 3600
"""Seconds after which a session that nobody uses ends."""

LONGEST = 7 * 24 * 3600
"""Seconds after which every session ends."""

_SEEN_EVERY = 300  # seconds between two notes of a session's use
_LONGEST_NAME = 80
_ENDING = ".accounts.db"
_TABLES = """
CREATE TABLE accounts (key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password TEXT NOT NULL,
  made_at TEXT NOT NULL);
CREATE TABLE sessions (id TEXT PRIMARY KEY, key TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
  began REAL NOT NULL, seen REAL NOT NULL);
CREATE TABLE deeds (number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
  about TEXT NOT NULL, told TEXT NOT NULL, status INTEGER NOT NULL, origin TEXT NOT NULL);
CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL);
PRAGMA user_version = 1;
"""


@dataclass(frozen=True, slots=True)
class Account:
    """An account: its name, its role, when it was made (UTC, ISO 8601).

    ``by_provider``: it has no password, its owner signs in at the office's provider (OpenID Connect).
    """

    name: str
    role: Role
    made_at: str
    by_provider: bool = False

    def may(self, role: Role) -> bool:
        """Whether it may do what a ``role`` may."""
        return ROLES.index(self.role) >= ROLES.index(role)

    def to_json(self) -> dict[str, object]:
        """The account as ``luoshi accounts list --json`` prints it."""
        sign_in = "provider" if self.by_provider else "password"
        return {"name": self.name, "role": self.role, "sign_in": sign_in, "made_at": self.made_at}


def accounts_beside(ledger: str) -> Path:
    """The file of the accounts of a ledger; for one on a server ``luoshi.accounts.db`` in the working directory."""
    if "://" in ledger:
        return Path("luoshi" + _ENDING)
    return Path(ledger).with_suffix(_ENDING)


class Accounts:
    """The accounts in a file; with ``create`` it is made where there is none, readable by its owner alone.

    :class:`AccountError` where it is not there, or is no file of accounts.
    """

    def __init__(self, path: Path, create: bool = False) -> None:
        self.path = path
        if not path.exists():
            if not create:
                raise AccountError(
                    f"{path}: 还没有账号，请先运行 luoshi accounts add"
                    " / there are no accounts; luoshi accounts add makes one"
                )
            _make(path)
        try:
            with self.connected() as connection:
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                self._key: bytes = connection.execute("SELECT value FROM secrets WHERE name = 'sign'").fetchone()[0]
        except (sqlite3.Error, TypeError) as error:
            raise AccountError(f"{path}: 不是账号文件 / it is no file of accounts") from error
        if version != 1:
            raise AccountError(f"{path}: 由更新的版本写成 / a newer version wrote it")

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are kept where all goes well."""
        connection = sqlite3.connect(self.path, timeout=10)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            with connection:
                yield connection
        finally:
            connection.close()

    def add(self, name: str, role: Role, password: str | None) -> Account:
        """Make an account; without a password its owner signs in at the office's provider, which knows it by ``name``.

        :class:`AccountError` for a name that is taken or none, and for a password that will not do.
        """
        name = unicodedata.normalize("NFKC", name).strip()
        if not name or len(name) > _LONGEST_NAME or not name.isprintable():
            raise AccountError(f"{name!r}: 不能作账号名 / it can't name an account")
        account = Account(name, role, _now(), password is None)
        held = "" if password is None else hashed(password, name)
        try:
            with self.connected() as connection:
                connection.execute(
                    "INSERT INTO accounts VALUES (?, ?, ?, ?, ?)", (_key(name), name, role, held, account.made_at)
                )
        except sqlite3.IntegrityError as error:
            raise AccountError(f"{name}: 已有这个账号 / there is such an account") from error
        return account

    def all(self) -> list[Account]:
        """All accounts in the order of their names."""
        with self.connected() as connection:
            rows = connection.execute("SELECT name, role, made_at, password FROM accounts ORDER BY key").fetchall()
        return [_account(row) for row in rows]

    def remove(self, name: str) -> None:
        """Remove an account and end its sessions; what it did stays in the log. :class:`AccountError` for none."""
        with self.connected() as connection:
            self._changed(connection.execute("DELETE FROM accounts WHERE key = ?", (_key(name),)), name)

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password and end its sessions; :class:`AccountError` for no such account."""
        held = hashed(password, name)
        with self.connected() as connection:
            done = connection.execute("UPDATE accounts SET password = ? WHERE key = ?", (held, _key(name)))
            self._changed(done, name)
            connection.execute("DELETE FROM sessions WHERE key = ?", (_key(name),))

    def with_password(self, name: str, password: str) -> Account | None:
        """The account of this name and password; ``None``, after the same time, where there is none."""
        row = self._row(name)
        return _account(row) if is_right(password, row[3] if row else "") and row else None

    def with_provider(self, name: str) -> Account | None:
        """The account that a provider vouches for, ``None`` where there is none or it has a password."""
        row = self._row(name)
        return _account(row) if row and not row[3] else None

    def begin(self, account: Account) -> str:
        """Begin a session: what the browser keeps of it, signed."""
        id = secrets.token_urlsafe(32)
        now = time.time()
        with self.connected() as connection:
            connection.execute("DELETE FROM sessions WHERE began < ? OR seen < ?", (now - LONGEST, now - IDLE))
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", (_hidden(id), _key(account.name), now, now))
        return f"{id}.{self._sign(id)}"

    def signed_in(self, session: str) -> Account | None:
        """Whose session a browser holds; ``None`` for one that was not begun here, has ended, or is made up."""
        id = self._id(session)
        if not id:
            return None
        now = time.time()
        with self.connected() as connection:
            row = connection.execute(
                "SELECT a.name, a.role, a.made_at, a.password, s.seen FROM sessions s JOIN accounts a USING (key) "
                "WHERE s.id = ? AND s.began > ? AND s.seen > ?",
                (_hidden(id), now - LONGEST, now - IDLE),
            ).fetchone()
            if row and now - row[4] > _SEEN_EVERY:
                connection.execute("UPDATE sessions SET seen = ? WHERE id = ?", (now, _hidden(id)))
        return _account(row) if row else None

    def end(self, session: str) -> None:
        """End a session."""
        with self.connected() as connection:
            connection.execute("DELETE FROM sessions WHERE id = ?", (_hidden(self._id(session)),))

    def _id(self, session: str) -> str:
        """The id in what a browser keeps, ``""`` where its signature is none of ours."""
        id, _, signature = session.partition(".")
        return id if hmac.compare_digest(signature.encode(), self._sign(id).encode()) else ""

    def _sign(self, id: str) -> str:
        return hmac.new(self._key, id.encode(), hashlib.sha256).hexdigest()

    def _row(self, name: str) -> tuple[str, Role, str, str] | None:
        with self.connected() as connection:
            found: tuple[str, Role, str, str] | None = connection.execute(
                "SELECT name, role, made_at, password FROM accounts WHERE key = ?", (_key(name),)
            ).fetchone()
        return found

    @staticmethod
    def _changed(done: sqlite3.Cursor, name: str) -> None:
        if not done.rowcount:
            raise AccountError(f"{name}: 没有这个账号 / there is no such account")


def _make(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = sqlite3.connect(path)
        connection.executescript(_TABLES)
        connection.execute("INSERT INTO secrets VALUES ('sign', ?)", (secrets.token_bytes(32),))
        connection.commit()
        connection.close()
    except (OSError, sqlite3.Error) as error:
        raise AccountError(f"{path}: 写不了 / it can't be written ({error})") from error


def _account(row: tuple[str, Role, str, str]) -> Account:
    return Account(row[0], row[1], row[2], not row[3])


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().casefold()


def _hidden(id: str) -> str:
    """A session's id as it is kept: who reads the file can't take a session over."""
    return hashlib.sha256(id.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
