"""Projects of the ledger, and those that a person means by some words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from sqlalchemy import Connection, select

from luoshi.ledger.projects.groups import Named, grouped
from luoshi.ledger.projects.known_names import passed_over, year_of
from luoshi.ledger.projects.meaning import Asked, Bearer
from luoshi.ledger.projects.names import ProjectName, taken_apart
from luoshi.ledger.projects.rows import ProjectMention, ProjectRow
from luoshi.ledger.projects.told import told_mentions
from luoshi.ledger.schema import readings

_FEW = 500  # jurisdictions that are asked for by name; of more all are
_SPACES = re.compile(r"\s+")


def projects(
    connection: Connection, place: str = "", words: str = "", stage: str = "", year: str = ""
) -> list[ProjectRow]:
    """The projects of a jurisdiction, those told in most documents first; ``""`` asks for all.

    ``words`` are a name, or several of one thing parted by spaces; ``stage`` is how far it is, ``year`` one in which it
    is told. Those asked for by words are told with the mentions that no record is of, see
    :mod:`luoshi.ledger.projects.known_names`.
    """
    told_by_home = told_mentions(connection, place)
    years = years_told(connection, told_by_home)
    rows: list[ProjectRow] = []
    for home, mentions in told_by_home.items():
        told = _of_home(home, mentions, years.get(home, []))
        rows += _completed(connection, home, words, told, years.get(home, [])) if words else told
    rows = [row for row in rows if stage in ("", row.stage) and (not year or _told_in(row, year))]
    return sorted(rows, key=lambda row: (-len({mention.document_id for mention in row.mentions}), row.place, row.name))


def _completed(
    connection: Connection, home: str, words: str, rows: Sequence[ProjectRow], years: Sequence[int]
) -> list[ProjectRow]:
    """The projects meant by some words, with the mentions that readings passed over."""
    told: dict[str, list[ProjectMention]] = defaultdict(list)
    for mention in sorted((mention for row in rows for mention in row.mentions), key=lambda each: each.start):
        told[mention.document_id].append(mention)
    asked = Asked(words, home)
    found = asked.meant(rows)
    shared = Counter(parts for row in rows for parts in {taken_apart(name, home) for name in row.names})
    bearing = [Bearer(row, shared) for row in found]
    out = []
    for row, bearer in zip(found, bearing, strict=True):
        further = passed_over(connection, home, bearer.literals, bearer.bears, told)
        out.append(_row(home, _in_time([*row.mentions, *further]), years))

    def is_other(name: ProjectName, year: int) -> bool:
        return asked.asks_for(name) and not any(bearer.bears(name, year) for bearer in bearing)

    # What no record is of: phases and sections of what was asked for, and names that no project bears.
    others = passed_over(connection, home, asked.literals(), is_other, told)
    return [*out, *_of_home(home, _in_time(others), years)]


def _in_time(mentions: Iterable[ProjectMention]) -> list[ProjectMention]:
    return sorted(mentions, key=lambda each: (each.date, each.document_id, each.start))


def _of_home(home: str, mentions: Sequence[ProjectMention], years: Sequence[int]) -> list[ProjectRow]:
    """The projects of one jurisdiction; ``years`` are those of its documents, in order."""
    named = [Named(taken_apart(each.name, home), each.document_id, year_of(each.date)) for each in mentions]
    return [_row(home, [mentions[place] for place in group], years) for group in grouped(named)]


def _row(home: str, told: Sequence[ProjectMention], years: Sequence[int]) -> ProjectRow:
    counts = Counter(_SPACES.sub("", mention.name) for mention in told)
    often = min(2, max(counts.values()))  # a name told once may have words in it that are no part of it

    def fullness(name: str) -> tuple[bool, int, int, int, str]:
        return counts[name] >= often, len(taken_apart(name, home).whole), counts[name], len(name), name

    names = sorted(counts, key=fullness, reverse=True)
    row = ProjectRow(names[0], tuple(names), home, tuple(told), 0)
    if row.stage == "done" and not row.ahead:
        return row
    later = len(years) - bisect_right(years, year_of(told[-1].date))
    return ProjectRow(row.name, row.names, home, row.mentions, later)


def silences(mentions: Sequence[ProjectMention], years: Collection[int]) -> dict[str, int]:
    """By the ids of mentions how many years with documents went by before them without a word; those that did."""
    told = sorted({year_of(mention.date) for mention in mentions})
    gaps: dict[int, int] = {}
    for before, after in pairwise(told):
        gaps[after] = sum(before < year < after for year in years)
    out: dict[str, int] = {}
    for mention in mentions:
        gap = gaps.pop(year_of(mention.date), 0)
        if gap:
            out[mention.id] = gap
    return out


def years_told(connection: Connection, homes: Collection[str]) -> dict[str, list[int]]:
    """The years of which the ledger has documents of these jurisdictions, by jurisdiction, in order."""
    query = select(readings.c.place, readings.c.date).where(readings.c.superseded_by.is_(None)).distinct()
    if len(homes) <= _FEW:
        query = query.where(readings.c.place.in_(homes))
    found: dict[str, set[int]] = defaultdict(set)
    for place, date in connection.execute(query):
        if date:
            found[place].add(year_of(date))
    return {place: sorted(years) for place, years in found.items()}


def _told_in(row: ProjectRow, year: str) -> bool:
    return any(mention.date.startswith(year) for mention in row.mentions)
