"""Rules of time: where each may begin, and the part of a year that follows one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from luoshi.language.times.model import Found, Now
from luoshi.language.times.periods import iso_year

_Whole = Callable[[re.Match[str], Now], Found | None]
_Part = Callable[[re.Match[str], "int | None", Now], Found | None]


class _Reader(NamedTuple):
    """A rule's pattern, compiled when it is first used, the characters that it begins with, and its function.

    ``part`` tells the rules that read a part of a year, ``bare`` that they do so without one too.
    """

    starts: str
    pattern: str
    function: Callable[..., Found | None]
    part: bool
    bare: bool


READERS: dict[str, _Reader] = {}


@cache
def matcher(pattern: str) -> Callable[[str, int], re.Match[str] | None]:
    return re.compile(pattern).match


def part_of_year(starts: str, pattern: str, bare: bool = True) -> Callable[[_Part], _Part]:
    """Register a rule for a part of a year, read after a year and, where ``bare``, without one."""

    def register(function: _Part) -> _Part:
        READERS[function.__name__.strip("_")] = _Reader(starts, pattern, function, True, bare)
        return function

    return register


def stands_alone(starts: str, pattern: str) -> Callable[[_Whole], _Whole]:
    """Register a rule for a time that stands alone; earlier rules win where two match at one place."""

    def register(function: _Whole) -> _Whole:
        READERS[function.__name__.strip("_")] = _Reader(starts, pattern, function, False, True)
        return function

    return register


def unnamed(pattern: str) -> str:
    """The pattern without the names of its groups, to stand in a union of all."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.replace("(?P=s)", "[-/.]"))


@cache
def _after_year() -> Callable[[str, int], re.Match[str] | None]:
    """Match the part of a year that follows it, its group named after the rule; compiled on first use."""
    names = (name for name, reader in READERS.items() if reader.part)
    return re.compile("|".join(f"(?P<{name}>{unnamed(READERS[name].pattern)})" for name in names)).match


def with_part(m: re.Match[str], year: int | None, role: str, now: Now) -> Found:
    """The year alone, or with the part of it that follows."""
    start = m.end()
    part = _after_year()(m.string, start)
    if part is None and m.string.startswith("的", start):
        start += 1
        part = _after_year()(m.string, start)
    if part and part.lastgroup:
        reader = READERS[part.lastgroup]
        match = matcher(reader.pattern)(m.string, start)
        found = reader.function(match, year, now) if match else None
        if found and found.kind:
            return found._replace(role=role, period=found.period if year is not None else "")
    end = m.end() - (m.string[m.end() - 1] in " \u3000")
    return Found(end, iso_year(year), "year", role)
