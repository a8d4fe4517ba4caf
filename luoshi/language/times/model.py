"""A time as it is read, and where the text stands when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from typing import NamedTuple

from luoshi.language.times.periods import CALENDAR, end_of, iso_day, known


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative words are resolved against.

    ``date`` is the document's ISO day, ``""`` where it is unknown; ``year`` the year that the text is
    speaking of (a section 2024年工作回顾, the last year named), to which months without a year belong;
    where it is ``None`` they are the latest such month that is not after ``date``. Years outside 1000
    to 2999 count as unknown.
    """

    date: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its words, their place, and what they mean.

    ``period`` is ISO 8601: ``2024``, ``2024-11``, ``2024-12-31``, ``2024-01/2024-11``, ``2021/2025``,
    open ends as in ISO 8601-2 (``2030/..``); a duration is ``P3Y``, a set ``R/P1Y``, a clock time
    ``T09:30`` or ``2024-12-31T09:30``; ``""`` where the anchor does not resolve it. A part of a day
    (18日下午) is given by its day. ``kind`` is one of year, years, half, quarter, month, months, day,
    days, point (a day on which a stock is counted: 年末, 截至12月末), duration, set, clock, plan,
    anniversary. ``role`` is absolute, relative (去年), partial (12月 without a year), base (比上年, 同比:
    what a figure is compared with), since (…以来) or until (截至…, 到2025年, …前).
    """

    quote: str
    start: int
    end: int
    period: str
    kind: str
    role: str


class Found(NamedTuple):
    """What a rule makes of its words: where they end, and the fields of :class:`Time`; kind "" is no time."""

    end: int
    period: str
    kind: str
    role: str


class Now:
    """Where the text stands.

    ``day`` is the document's day; ``given`` the anchor's year; ``said`` the year that this text named
    last; ``last`` the period read last; ``left`` and ``hour`` the period and the hour that a range begins
    with, ``""`` and -1 for none.
    """

    __slots__ = ("day", "given", "hour", "last", "left", "said")

    def __init__(self, anchor: Anchor) -> None:
        day = Date.fromisoformat(anchor.date) if anchor.date else None
        self.day = day if day is not None and known(day.year) else None
        self.given = known(anchor.year)
        self.said: int | None = None
        self.last = ""
        self.left = ""
        self.hour = -1

    def begin_range(self, left: Time | None) -> None:
        """What is read next ends the range that ``left`` begins; ``None`` where it begins anew."""
        self.left = end_of(left.period) if left and left.kind in CALENDAR else ""
        self.hour = (
            int(left.period.partition("T")[2][:2]) if left and left.kind == "clock" and "T" in left.period else -1
        )

    def this_year(self) -> int | None:
        """今年: the document's own year, or the year spoken of where it has no date."""
        return self.day.year if self.day else self.given

    def spoken_year(self) -> int | None:
        """本年, 全年: the year spoken of, or the document's own."""
        if self.left:
            return int(self.left[:4])
        year = self.said if self.said is not None else self.given
        return year if year is not None or self.day is None else self.day.year

    def year_of_month(self, month: int) -> int | None:
        """The year of a month without one: the year spoken of, or the latest that is not after the document."""
        if self.left:
            return int(self.left[:4]) + (len(self.left) > 4 and month < int(self.left[5:7]))
        year = self.said if self.said is not None else self.given
        if year is not None or self.day is None:
            return year
        return self.day.year - (month > self.day.month)

    def year_of_day(self, month: int, day: int) -> int | None:
        """The year of a day without one: the anchor's, or the latest at most sixty days after the document.

        A year named before counts only where the day is more than a month from the document's: the news
        names an old year and goes on with the day of the news.
        """
        if self.left:
            return self.year_of_month(month)
        if self.given is not None or self.day is None:
            return self.given if self.said is None else self.said
        limit = self.day + timedelta(days=60)
        year = limit.year - ((month, day) > (limit.month, limit.day))
        if self.said is None or self.said == year:
            return year
        near = iso_day(year, month, day)
        far = not near or abs((Date.fromisoformat(near) - self.day).days) > 31
        return self.said if far else year

    def last_full_year(self) -> int | None:
        """The last year that a document looks back on: the year before in the first three months.

        Later too where the text speaks of that year: a report of May under 一、2019年工作回顾.
        """
        if self.day is None or self.given == self.day.year - 1:
            return self.given
        return self.day.year - (self.day.month <= 3)


def from_then_on(period: str, now: Now) -> str:
    """From the start of ``period`` to the document: 2022年以来, 今年以来; to the month where both lie in one year."""
    if not period:
        return ""
    first = period.split("/")[0]
    if now.day is None:
        return f"{first}/.."
    today = now.day.isoformat()
    if first == today[:4]:
        first += "-01"
    last = today[: len(first)]
    return first if first == last else f"{first}/{last}" if first < last else f"{first}/.."
