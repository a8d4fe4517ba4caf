"""Projects of the ledger, and those that a person means by some words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from sqlalchemy import Connection, select

from luoshi.ledger.projects.groups import REACH, SHORTEST, Named, grouped
from luoshi.ledger.projects.known_names import passed_over, year_of
from luoshi.ledger.projects.names import ProjectName, same_numbers, shortens, taken_apart
from luoshi.ledger.projects.rows import ProjectMention, ProjectRow
from luoshi.ledger.projects.told import told_mentions
from luoshi.ledger.schema import readings

_SPACES = re.compile(r"\s+")


def projects(
    connection: Connection, place: str = "", words: str = "", stage: str = "", year: str = ""
) -> list[ProjectRow]:
    """The projects of a jurisdiction, those told in most documents first; ``""`` asks for all.

    ``words`` are a name, or several of one thing parted by spaces; ``stage`` is how far it is, ``year`` one in which it
    is told. Those asked for by words are told with the mentions that no record is of, see
    :mod:`luoshi.ledger.projects.known_names`.
    """
    years = years_told(connection)
    rows: list[ProjectRow] = []
    for home, mentions in told_mentions(connection, place).items():
        told = _of_home(home, mentions, years.get(home, []))
        rows += _completed(connection, home, words.split(), told, years.get(home, [])) if words else told
    rows = [row for row in rows if stage in ("", row.stage) and (not year or _told_in(row, year))]
    return sorted(rows, key=lambda row: (-len({mention.document_id for mention in row.mentions}), row.place, row.name))


def _completed(
    connection: Connection, home: str, asked: Sequence[str], rows: Sequence[ProjectRow], years: Sequence[int]
) -> list[ProjectRow]:
    """The projects meant by the words ``asked``, with the mentions that readings passed over."""
    told: dict[str, list[ProjectMention]] = defaultdict(list)
    for mention in sorted((mention for row in rows for mention in row.mentions), key=lambda each: each.start):
        told[mention.document_id].append(mention)
    found = meant(rows, " ".join(asked))
    shared = Counter(parts for row in rows for parts in {taken_apart(name, home) for name in row.names})
    bearing = [_Bearer(row, shared) for row in found]
    out = []
    for row, bearer in zip(found, bearing, strict=True):
        further = passed_over(connection, home, bearer.literals, bearer.bears, told)
        out.append(_row(home, _in_time([*row.mentions, *further]), years))
    # What no record is of: phases and sections of what was asked for, and names that no project bears.
    wanted = [taken_apart(name, home) for name in asked]

    def is_other(name: ProjectName, year: int) -> bool:
        return _asked(wanted, name) and not any(bearer.bears(name, year) for bearer in bearing)

    others = passed_over(connection, home, map(_literal, asked, wanted), is_other, told)
    return [*out, *_of_home(home, _in_time(others), years)]


class _Bearer:
    """A project by its names: those that tell by themselves which it is, and short ones that no other project has."""

    def __init__(self, row: ProjectRow, shared: Mapping[ProjectName, int]) -> None:
        names = {name: taken_apart(name, row.place) for name in row.names}
        self._known = [parts for parts in names.values() if _tells(parts)]
        short = {name: parts for name, parts in names.items() if not _tells(parts) and shared[parts] == 1}
        self._short = set(short.values())
        self._years = {year_of(mention.date) for mention in row.mentions}
        self.literals = [_literal(name, parts) for name, parts in names.items() if _tells(parts) or name in short]

    def bears(self, name: ProjectName, year: int) -> bool:
        """Whether a name told in a year is one of the project's, or a longer one."""
        if name in self._short:
            return name.letters >= SHORTEST and min(abs(year - each) for each in self._years) <= REACH
        return any(
            same_numbers(name, one) and name.section == one.section and (name.whole == one.whole or shortens(one, name))
            for one in self._known
        )


def _literal(name: str, parts: ProjectName) -> str:
    """The words by which a name is looked for: of a line its number, which stands before 号线 everywhere."""
    return f"{parts.line}号" if parts.line else name


def _tells(name: ProjectName) -> bool:
    """Whether a name tells by itself which project it is."""
    return bool(name.proper or name.line or name.at_home)


def _asked(wanted: Iterable[ProjectName], name: ProjectName) -> bool:
    """Whether a name is one of those asked for, a phase or section of it, or a longer one."""
    return any(
        _numbers_fit(one, name) and (name.whole == one.whole or shortens(one, name)) for one in wanted if _tells(one)
    )


def _in_time(mentions: Iterable[ProjectMention]) -> list[ProjectMention]:
    return sorted(mentions, key=lambda each: (each.date, each.document_id, each.start))


def meant(rows: Sequence[ProjectRow], words: str) -> list[ProjectRow]:
    """Those projects of one place that a person means by a name, or by one of several parted by spaces.

    A name without a number or section means its phases and sections too; one that no project bears means those whose
    names hold it.
    """
    asked = words.split()
    found = [row for row in rows if any(_means(name, row) for name in asked)]
    return found or [row for row in rows if any(name in held for name in asked for held in row.names)]


def _means(asked: str, row: ProjectRow) -> bool:
    """Whether a name may be one of a project's; a name of the kind of work alone has to stand in it as it is."""
    wanted = taken_apart(asked, row.place)
    for held in row.names:
        name = taken_apart(held, row.place)
        if not _numbers_fit(wanted, name):
            continue
        if not wanted.proper and not wanted.line:
            if asked in held and wanted.head == name.head:
                return True
        elif wanted.whole == name.whole or shortens(wanted, name) or (name.proper and shortens(name, wanted)):
            return True
    return False


def _numbers_fit(wanted: ProjectName, name: ProjectName) -> bool:
    """Whether what a person asks for holds a name's phase, section and number, where it says any."""
    same = ProjectName(name.proper, name.head, wanted.phase and name.phase, name.line, name.ordinal, "", name.size)
    return same_numbers(wanted, same) and wanted.section in ("", name.section)


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


def years_told(connection: Connection) -> dict[str, list[int]]:
    """The years of which the ledger has documents, by jurisdiction, in order."""
    query = select(readings.c.place, readings.c.date).where(readings.c.superseded_by.is_(None)).distinct()
    found: dict[str, set[int]] = defaultdict(set)
    for place, date in connection.execute(query):
        if date:
            found[place].add(year_of(date))
    return {place: sorted(years) for place, years in found.items()}


def _told_in(row: ProjectRow, year: str) -> bool:
    return any(mention.date.startswith(year) for mention in row.mentions)
