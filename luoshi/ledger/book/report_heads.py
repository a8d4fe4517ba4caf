"""Whose report it is, and for which day it tells: by its head, its signature, its file's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date as Date

from luoshi.language.times import Anchor, scan
from luoshi.language.times.periods import last_day
from luoshi.ledger.book.bodies import body_key
from luoshi.ledger.book.model import Task
from luoshi.patterns import late
from luoshi.records import Reading

_HEAD_LINES = 4
_ALL_OF_THEM = ("各", "有关", "相关", "其他", "属地")  # which nobody signs for: 各县区政府
_GOVERNMENT = late("(?P<place>.{2,8})[市县区州旗镇乡](?:人民)?政府")
_NEAR = 75  # days between the end of the time that a report is about and its own day


def tasks_of(tasks: Sequence[Task], body: str) -> list[Task]:
    """The tasks that a body leads or helps with, however its name is written; ``body`` may be a part of it."""
    names = frozenset(bodies_named(tasks, body))
    return [task for task in tasks if names.intersection(task.bodies)]


def bodies_named(tasks: Sequence[Task], body: str) -> list[str]:
    """The bodies of the book that a name means, in its order: that body itself, else those of whose name it is a part.

    市民政局, 民政局 and 临澜市民政局 are one body; 民政 is a part of each of them.
    """
    names = list(dict.fromkeys(name for task in tasks for name in task.bodies))
    key, part = body_key(body), body.strip()
    return [name for name in names if body_key(name) == key] or [name for name in names if part and part in name]


def reporting_body(reading: Reading, tasks: Sequence[Task]) -> str:
    """The body of the book whose report this is: in the head, at the end, or in the file's name; ``""`` for none."""
    lines = [line.strip() for line in reading.document.text.splitlines() if line.strip()]
    names = Counter(name for task in tasks for name in task.bodies if not name.startswith(_ALL_OF_THEM))
    for text in (lines[0] if lines else "", reading.document.name, *lines[1:_HEAD_LINES], *lines[::-1][:_HEAD_LINES]):
        named = [name for name in names if _names_body(text, name)]
        if named:
            return max(named, key=lambda name: (len(name), names[name]))
    return ""


def _names_body(text: str, name: str) -> bool:
    """Whether a line names a body, however it is written; a government only with the name of its place."""
    government = _GOVERNMENT.fullmatch(name)
    if government is not None and government["place"] not in text:
        return False
    return len(name) > 2 and (name in text or (len(body_key(name)) > 3 and body_key(name) in text))


def day_of(reading: Reading, year: int | None) -> str:
    """The day for which a report tells: the end of the month that its title names, else its own day.

    ``year`` is the plan's, to which a month belongs where the report names no year.
    """
    lines = [line for line in reading.document.text.splitlines() if line.strip()][:_HEAD_LINES]
    year = int(reading.date[:4]) if reading.date[:4].isdecimal() else year
    for text in (*lines, reading.document.name):
        for time in scan(text, Anchor(reading.date, year)):
            end = last_day(time.period)
            if time.kind not in ("month", "months", "quarter", "half", "point") or not end:
                continue
            if not reading.date or 0 <= (_parsed(reading.date) - _parsed(end)).days <= _NEAR:
                return end
    return reading.date


def _parsed(day: str) -> Date:
    return Date.fromisoformat(last_day(day))
