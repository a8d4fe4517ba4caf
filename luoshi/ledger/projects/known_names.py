"""Mentions that a reading passed over, found by names that other documents have made known.

A reading knows its own document only. Where the ledger has a project under a name, a clause of another document that
says with a verb what is done to a thing of that name tells of it too: its words are looked up in the full-text index.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from luoshi.language.passage import one_line
from luoshi.ledger.links import sentence_id
from luoshi.ledger.projects.names import ProjectName, each_line, shares_head, taken_apart
from luoshi.ledger.projects.rows import ProjectMention
from luoshi.ledger.search import SearchRow, search
from luoshi.reading.project_clauses import members
from luoshi.reading.project_names import trimmed
from luoshi.records import Stage

_LEAST = 2  # characters of what is looked for
_SHORT = 4  # characters of a name to which the kind of work behind the next one belongs
_MOST = 2000  # sentences of a name
_NUMERAL = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})"
_NUMBER = re.compile(_NUMERAL)
_LINES = re.compile(rf"{_NUMERAL}(?:号线?)?(?:[、和及与]{_NUMERAL}(?:号线?)?){{0,12}}[、和及与]{_NUMERAL}号线")
_STOPS = "。！？!?"


def passed_over(
    connection: Connection,
    home: str,
    literals: Iterable[str],
    is_one: Callable[[ProjectName, int], bool],
    told: Mapping[str, Sequence[ProjectMention]],
) -> Iterator[ProjectMention]:
    """Further mentions in documents of ``home`` in which one of the ``literals`` stands.

    They are of what ``is_one`` knows by its name and the document's year.

    ``told`` are all mentions of that jurisdiction by the beginnings of their documents' ids, in the order of the text.
    """
    seen: set[tuple[str, int]] = set()
    for literal in literals:
        if len(literal) < _LEAST:
            continue
        for row in search(connection, literal, limit=_MOST, home=home):
            key = (row.document_id, row.start)
            if key not in seen:
                seen.add(key)
                yield from _in_sentence(row, home, is_one, told.get(row.document_id[:16], ()))


def _in_sentence(
    row: SearchRow, home: str, is_one: Callable[[ProjectName, int], bool], told: Sequence[ProjectMention]
) -> Iterator[ProjectMention]:
    """The mentions of a sentence that no record is of."""
    text, year = row.snippet, year_of(row.date)
    inside = [each for each in told if row.start <= each.start < row.end and is_one(taken_apart(each.name, home), year)]
    for start, end, name, stage in _named(text):
        first, last = row.start + start, row.start + end
        if any(each.start < last and each.end > first for each in inside) or not is_one(taken_apart(name, home), year):
            continue
        yield ProjectMention(
            id=sentence_id(row.document_id, row.start, row.end),
            name=name,
            quote=text[start:end],
            stage=stage,
            ahead=_ahead(row, told),
            period="",
            body="",
            document=row.document,
            date=row.date,
            start=first,
            end=last,
            sentence=text,
        )


def _named(text: str) -> Iterator[tuple[int, int, str, Stage]]:
    """The names in a sentence that verbs govern, with their places and the stage that the verb tells.

    Of lines that share a word (地铁二、三号线) each is named by itself, with the stage of the list.
    """
    governed = members(text, 0, len(text.rstrip(_STOPS)))
    head, begins = "", -1  # of the member behind, which begins there
    for member in reversed(governed):
        start, end = trimmed(text, member.start, member.end)
        if end <= start:
            continue
        name = one_line(text[start:end])
        parts = taken_apart(name)
        if parts.head or begins - member.end not in (1, 2):
            head = shares_head(parts)
        elif len(name) <= _SHORT:
            name += head
        begins = member.start
        yield from ((start, end, each, member.stage) for each in each_line(name))
    for found in _LINES.finditer(text):
        stage = next((each.stage for each in governed if each.start < found.end() and each.end > found.start()), None)
        if stage is not None:
            for number in _NUMBER.finditer(text, *found.span()):
                yield *found.span(), f"{number.group()}号线", stage


def year_of(date: str) -> int:
    """The year of an ISO day or year, 0 for none."""
    return int(date[:4]) if date[:4].isdigit() else 0


def _ahead(row: SearchRow, told: Sequence[ProjectMention]) -> bool:
    """Whether the sentence stands among what is still to come: it is a commitment, or the project told before it is."""
    if any(":commitment-" in id for id in row.records):
        return True
    at = bisect_right(told, row.start, key=lambda each: each.start) - 1
    return at >= 0 and told[at].ahead
