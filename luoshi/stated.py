"""What a person states from Python: a text, a day, a year, a name.

What is plain is put right (a number for a year, a ``datetime.date``, 2026/1/13); for anything else the error says in a
line, in Chinese and English, what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_TIME = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?|(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
_TO = re.compile(r"(?<=\d)/(?=\d{4})|至|到|—|–|~|(?<=\d{4})-(?=\d{4})|(?<=年)-")
_YEAR = re.compile(r"(\d{4})年?")


def day(value: str | date | None) -> str:
    """An ISO 8601 day, ``""`` for none: of ``2026-01-13``, ``2026/1/13``, ``2026年1月13日``, a date.

    ``ValueError`` for a day that is none, ``TypeError`` for what can't be one.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    words = name(value, "日期 a date")
    if not words:
        return ""
    found = _DAY.fullmatch(words)
    try:
        return date(*map(int, found.groups())).isoformat() if found else date.fromisoformat(words).isoformat()
    except ValueError:
        raise ValueError(f"{words}: 不是日期，写作 2026-01-13 / is no day; write it as 2026-01-13") from None


def period(value: str | None) -> str:
    """An ISO 8601 year, month, day or span, ``""`` for none: of ``2025年``, ``2025年6月``, ``2021年至2025年``.

    ``ValueError`` for anything else, and for a span that ends before it begins.
    """
    words = name(value, "时期 a period")
    if not words:
        return ""
    ends = [_end(part.strip()) for part in _TO.split(words)]
    if len(ends) > 2 or "" in ends or (len(ends) == 2 and not _in_order(*ends)):
        raise ValueError(
            f"{words}: 不是时期，写作 2025、2025-06、2025-06-30、2021/2025 / "
            "is no period; write it as 2025, 2025-06, 2025-06-30, 2021/2025"
        )
    return "/".join(ends)


def _end(words: str) -> str:
    """An end of a period in ISO 8601; ``""`` for none."""
    found = _TIME.fullmatch(words)
    if not found:
        return ""
    parts = [int(part) for part in found.groups() if part]
    try:
        date(*parts, *(1,) * (3 - len(parts)))
    except ValueError:
        return ""
    return "-".join(f"{part:02}" for part in parts)


def _in_order(first: str, last: str) -> bool:
    return len(last) >= 4 and first <= last


def year(value: str | int | None) -> str:
    """A year in four digits, ``""`` for none: of ``2025``, ``"2025"``, ``"2025年"``; ``ValueError`` for no year."""
    words = str(value) if isinstance(value, int) else name(value, "年份 a year")
    found = _YEAR.fullmatch(words)
    if words and not found:
        raise ValueError(f"{words}: 不是年份，写作 2025 / is no year; write it as 2025")
    return found[1] if found else ""


def name(value: str | None, what: str = "名称 a name") -> str:
    """A name without blanks around it, ``""`` for none; ``TypeError`` for what is no text."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError(f"{what}: 要写成文字，不是 / must be text, not {type(value).__name__}")
    return value.strip()


def one_of(value: str | None, allowed: Collection[str], what: str) -> str:
    """A word of a list, ``""`` for none; ``ValueError`` with the list for any other."""
    words = name(value, what)
    if words and words not in allowed:
        raise ValueError(f"{words}: 没有这种{what}，有 / there is no such one, but {', '.join(allowed)}")
    return words
