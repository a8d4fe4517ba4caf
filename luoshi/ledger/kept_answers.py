"""Answers that take long, kept in memory until the ledger changes.

The ledger only grows: whatever changes an answer (a reading, a correction, a verdict on a link) is a new row, so the
numbers of rows and their highest ids tell whether anything changed since. They cost a look at three small indexes.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from luoshi.ledger.schema import corrections, links, readings

Answer = TypeVar("Answer")
_MOST_ROWS = 20_000  # of all answers that are kept; the one asked for longest ago goes first


def revision(connection: Connection) -> tuple[int, ...]:
    """What is the same as long as nothing in the ledger has changed."""
    tables = (readings, corrections, links)
    counts = [select(func.count()).select_from(table).scalar_subquery() for table in tables]
    latest = [select(func.coalesce(func.max(table.c.id), 0)).scalar_subquery() for table in tables]
    return tuple(connection.execute(select(*counts, *latest)).one())


class KeptAnswers:
    """The answers of one ledger to questions asked lately, for several threads."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self._revision: tuple[int, ...] = ()
        self._rows = 0
        self._turn = threading.Lock()

    def get(
        self, connection: Connection, asked: Hashable, find: Callable[[], Answer], rows: Callable[[Answer], int]
    ) -> Answer:
        """The answer to ``asked``: one that is kept, or what ``find`` gives, kept if its ``rows`` are few.

        ``find`` has to ask ``connection``, so that the answer is of the state whose revision is looked at.
        """
        now = revision(connection)
        with self._turn:
            if now != self._revision:
                self._answers.clear()
                self._revision, self._rows = now, 0
            if asked in self._answers:
                self._answers.move_to_end(asked)
                kept: Answer = self._answers[asked][1]
                return kept
        found = find()
        self._keep(now, asked, found, rows(found) + 1)
        return found

    def _keep(self, now: tuple[int, ...], asked: Hashable, found: object, rows: int) -> None:
        with self._turn:
            if now != self._revision or asked in self._answers or rows > _MOST_ROWS:
                return
            self._answers[asked] = (rows, found)
            self._rows += rows
            while self._rows > _MOST_ROWS:
                _, (gone, _) = self._answers.popitem(last=False)
                self._rows -= gone
