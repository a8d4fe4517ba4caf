"""The levels of a subject by period, found for a growth, a change or a share that speaks of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from luoshi.ledger.conflicts.told import Told
from luoshi.ledger.identity import compared_period
from luoshi.ledger.series import SeriesRow, subject

_FEW = 6  # values of one thing in one document, on either side of a figure; a text may give one a thousand times


class Levels:
    """The levels and shares among ``figures``, by subject and compared period.

    Prose is compared with prose and a cell with its own line: what a table's other lines and the text around it
    call by one name may be of another fund or scope.
    """

    def __init__(self, figures: Iterable[Told]) -> None:
        self._rows: dict[tuple[tuple[str, str, str], str, int], dict[str, list[SeriesRow]]] = {}
        for each in figures:
            if each.row.measure in ("level", "share") and each.row.period and each.comparable:
                key = subject(each.row), compared_period(each.row.period), each.line
                self._rows.setdefault(key, {}).setdefault(each.row.document_id, []).append(each.row)

    def of(self, about: tuple[str, str, str], period: str, near: Told, status: str = "") -> list[SeriesRow]:
        """A few levels of the subject ``about`` in a period, those nearest to the figure ``near`` first.

        Levels of its own document come before those of others, of which the latest is first.
        """
        of_documents = self._rows.get((about, period, near.line), {})
        own = of_documents.get(near.row.document_id, [])
        at = bisect_left(own, near.row.start, key=lambda row: row.start)
        found = sorted(own[max(0, at - _FEW) : at + _FEW], key=lambda row: abs(row.start - near.row.start))
        others = [rows[-1] for document, rows in of_documents.items() if document != near.row.document_id]
        found += sorted(others[-_FEW:], key=lambda row: row.date, reverse=True)
        return [row for row in found if status in ("", row.status)]


def year_before(period: str) -> str:
    """The same period of the year before; ``""`` for a span of years."""
    parts = period.split("/")
    if len({part[:4] for part in parts}) > 1 or not re.fullmatch(r"\d{4}", period[:4]):
        return ""
    return "/".join(f"{int(part[:4]) - 1:04}{part[4:]}" for part in parts)
