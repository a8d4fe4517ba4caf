"""Works for the people that are set in one list and told done as a whole: 办好10件民生实事：…; 10件民生实事全部完成."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection, select

from luoshi.ledger.outcomes.matching import Reports
from luoshi.ledger.outcomes.selection import LISTED
from luoshi.ledger.schema import documents
from luoshi.ledger.series import SeriesRow

_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,4})(?:件|项)"
_OPENS = re.compile(rf"(?P<counts>{_COUNT}(?:、?{_COUNT})?)[^，。；：:\n]{{0,12}}实事[^，。；：:\n]{{0,8}}[：:]")
_NUMBER = re.compile(r"\d+|[一二三四五六七八九十百]+")
# A line that goes on with the items of a list.
_ITEM = re.compile(
    r"\s*(?:\*\*)?(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|\d{1,2}[.．、]|第?[一二三四五六七八九十]{1,3}(?:是|、|件))"
)
_DONE = re.compile(
    r"实事[^，。；]{0,8}?(?P<how>全部|全面|圆满|如期|均|都|基本)[^，。；]{0,6}?(?:完成|兑现|落实|办结|办成)"
)
_BUT = re.compile(r"除[^。；]{1,40}外|暂缓")


@dataclass(frozen=True, slots=True)
class Done:
    """The figure that tells how many works were done, its words, and whether that is all of them."""

    row: SeriesRow
    words: str
    all: bool


@dataclass(frozen=True, slots=True)
class _List:
    """A list of works: where it begins and ends in its document, and the counts that it is opened with."""

    start: int
    end: int
    counts: frozenset[Decimal]


class Works:
    """Which targets stand in a list of works, and what a later report tells of that list."""

    def __init__(self, connection: Connection, targets: Iterable[SeriesRow], reports: Reports) -> None:
        """Only documents are opened whose list a later report speaks of."""
        told = {row.id: done for row in targets if (done := _told(row, reports))}
        listed = [row for row in targets if row.id in told]
        lists = _lists(connection, sorted({row.document_id for row in listed}))
        self._done = {
            row.id: done
            for row in listed
            for done in told[row.id]
            if any(one.start <= row.start < one.end and done.row.low in one.counts for one in lists[row.document_id])
        }

    def answer(self, target: SeriesRow) -> Done | None:
        """What was told of the list that a target stands in; None where it stands in none."""
        return self._done.get(target.id)


def _told(target: SeriesRow, reports: Reports) -> list[Done]:
    """The figures by which the next reports tell what became of their works, the last of them first to be taken."""
    found = []
    for report in reports.after(target):
        for row in report.rows:
            done = _DONE.search(row.sentence) if "实事" in row.indicator and row.unit in ("件", "项") else None
            if done and row.sentence.find(row.quote) <= done.end():
                whole = done["how"] != "基本" and not _BUT.search(row.sentence)
                found.append(Done(row, done.group(), whole))
    return found


def _lists(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[_List]]:
    """The lists of works in documents."""
    found: dict[str, list[_List]] = {}
    for at in range(0, len(ids), LISTED):
        wanted = select(documents.c.id, documents.c.text).where(documents.c.id.in_(ids[at : at + LISTED]))
        for row in connection.execute(wanted):
            found[row.id] = [
                _List(opening.start(), _end(row.text, opening.end()), _counts(opening["counts"]))
                for opening in _OPENS.finditer(row.text)
            ]
    return found


def _counts(words: str) -> frozenset[Decimal]:
    """The numbers with which a list is opened: 10项26件 has two."""
    # The grammar of numerals takes long to compile, and few ledgers hold such lists.
    from luoshi.language.numerals import value

    return frozenset(map(value, _NUMBER.findall(words)))


def _end(text: str, start: int) -> int:
    """Where a list ends: with its paragraph, or with the last of the lines that go on with its items."""
    end = text.find("\n", start)
    while end >= 0:
        following = end
        while following < len(text) and text[following] in "\r\n \t　":
            following += 1
        if not _ITEM.match(text, following):
            break
        end = text.find("\n", following)
    return len(text) if end < 0 else end
