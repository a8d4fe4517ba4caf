"""The log of what was done at a desk: who, when, what, and whether it was carried out.

Rows are added, never changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luoshi.service.access.accounts import Accounts

_LONGEST = 120  # characters of a value that are kept
_MOST = 30  # values of one deed


@dataclass(frozen=True, slots=True)
class LoggedDeed:
    """A deed: ``at`` UTC in ISO 8601, ``who`` the account's name, ``what`` the deed's, ``about`` where it went to.

    ``told`` is what was written in its form, cut, without secrets; ``status`` is the answer's HTTP status, below 400
    where it was carried out; ``origin`` the address of the machine it came from.
    """

    number: int
    at: str
    who: str
    what: str
    about: str
    told: dict[str, str]
    status: int
    origin: str


def log_deed(
    accounts: Accounts, who: str, what: str, about: str, told: Mapping[str, str], status: int, origin: str
) -> None:
    """Add a deed to the log."""
    kept = {name[:_LONGEST]: words[:_LONGEST] for name, words in list(told.items())[:_MOST] if words}
    row = (datetime.now(UTC).isoformat(timespec="seconds"), who[:_LONGEST], what, about[:500],
           json.dumps(kept, ensure_ascii=False), status, origin)  # fmt: skip
    with accounts.connected() as connection:
        connection.execute(
            "INSERT INTO deeds (at, who, what, about, told, status, origin) VALUES (?, ?, ?, ?, ?, ?, ?)", row
        )


def logged_deeds(accounts: Accounts, who: str = "", before: int = 0, limit: int = 200) -> list[LoggedDeed]:
    """The ``limit`` latest deeds, the latest first; of one name, and those with numbers below ``before`` (0: all)."""
    with accounts.connected() as connection:
        rows = connection.execute(
            "SELECT number, at, who, what, about, told, status, origin FROM deeds "
            "WHERE (? = '' OR who = ?) AND (? = 0 OR number < ?) ORDER BY number DESC LIMIT ?",
            (who, who, before, before, limit),
        ).fetchall()
    return [
        LoggedDeed(number, at, who, what, about, json.loads(told), status, origin)
        for number, at, who, what, about, told, status, origin in rows
    ]
