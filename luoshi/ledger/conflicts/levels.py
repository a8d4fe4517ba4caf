"""The levels of a subject by period, found for a growth, a change or a share that speaks of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from luoshi.ledger.conflicts.told import Told
from luoshi.ledger.identity import compared_period
from luoshi.ledger.series import SeriesRow, subject


class Levels:
    """The levels and shares among ``figures``, by subject and compared period.

    Prose is compared with prose and a cell with its own line: what a table's other lines and the text around it
    call by one name may be of another fund or scope.
    """

    def __init__(self, figures: Iterable[Told]) -> None:
        self._rows: dict[tuple[tuple[str, str, str], str, int], list[SeriesRow]] = defaultdict(list)
        for each in figures:
            if each.row.measure in ("level", "share") and each.row.period and each.comparable:
                self._rows[subject(each.row), compared_period(each.row.period), each.line].append(each.row)

    def of(self, about: tuple[str, str, str], period: str, near: Told, status: str = "") -> list[SeriesRow]:
        """The levels of the subject ``about`` in a period, those nearest to the figure ``near`` first.

        Levels of its own document come before those of others, of which the latest is first.
        """
        rows = [row for row in self._rows.get((about, period, near.line), ()) if status in ("", row.status)]
        own = [row for row in rows if row.document_id == near.row.document_id]
        others = [row for row in rows if row.document_id != near.row.document_id]
        own.sort(key=lambda row: abs(row.start - near.row.start))
        others.sort(key=lambda row: row.date, reverse=True)
        return own + others


def year_before(period: str) -> str:
    """The same period of the year before; ``""`` for a span of years."""
    parts = period.split("/")
    if len({part[:4] for part in parts}) > 1 or not re.fullmatch(r"\d{4}", period[:4]):
        return ""
    return "/".join(f"{int(part[:4]) - 1:04}{part[4:]}" for part in parts)
