"""Times in Chinese: dates, periods, durations, sets, resolved to ISO 8601 against the document.

    >>> times("截至11月末，前三季度增长5.1%", date="2024-12-10")
    截至11月末 -> 2024-11-30 point until, 前三季度 -> 2024-01/2024-09 months partial

Reading goes in three steps. A rule of *years* says which year is spoken of (2024年, 去年), a rule of
*parts* which part of it (11月末, 前三季度, 12月10日至12日; bare parts take their year from the anchor),
and what stands around them says how they are meant (截至…, 比…, …以来), adds the hour, or joins two of
them to a range (2017年8月至2018年3月). Times that are neither (durations, sets, weekdays, clock times,
plans) are rules of their own. The days that times are named after stand in ``knowledge/times.toml``.

An example of a rule reads ``quote=period kind role``, one after another with ``; ``, resolved against
2025-01-20, or against the day before the bar: ``2016-03-05|近三年``.

Nothing here looks at a clock: without a date in the :class:`Anchor` relative words have period ``""``.
"""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from luoshi import stated
from luoshi.knowledge.radicals import as_printed, fold
from luoshi.language.numerals import chinese
from luoshi.language.rules import rule
from luoshi.patterns import late, standing_at


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


def times(text: str, date: str = "") -> list[Time]:
    """The times of ``text`` in order, not overlapping, resolved against ``date`` (ISO day or ``""``).

    Raises ``ValueError`` where ``date`` is neither empty nor an ISO 8601 day.
    """
    return as_printed(scan(fold(text), Anchor(stated.day(date))), text)


class _Found(NamedTuple):
    """What a rule makes of its words: where they end, and the fields of :class:`Time`; kind "" is no time."""

    end: int
    period: str
    kind: str
    role: str


def _known(year: int | None) -> int | None:
    """The year where the calendar arithmetic here is safe, else ``None``."""
    return year if year is not None and 1000 <= year < 3000 else None


class _Now:
    """Where the text stands.

    ``day`` is the document's day; ``given`` the anchor's year; ``said`` the year that this text named
    last; ``last`` the period read last; ``left`` and ``hour`` the period and the hour that a range begins
    with, ``""`` and -1 for none.
    """

    __slots__ = ("day", "given", "hour", "last", "left", "said")

    def __init__(self, anchor: Anchor) -> None:
        day = Date.fromisoformat(anchor.date) if anchor.date else None
        self.day = day if day is not None and _known(day.year) else None
        self.given = _known(anchor.year)
        self.said: int | None = None
        self.last = ""
        self.left = ""
        self.hour = -1

    def begin_range(self, left: Time | None) -> None:
        """What is read next ends the range that ``left`` begins; ``None`` where it begins anew."""
        self.left = _end_of(left.period) if left and left.kind in _CALENDAR else ""
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
        near = _day(year, month, day)
        far = not near or abs((Date.fromisoformat(near) - self.day).days) > 31
        return self.said if far else year

    def last_full_year(self) -> int | None:
        """The last year that a document looks back on: the year before in the first three months.

        Later too where the text speaks of that year: a report of May under 一、2019年工作回顾.
        """
        if self.day is None or self.given == self.day.year - 1:
            return self.given
        return self.day.year - (self.day.month <= 3)


# ---- numbers and periods ---------------------------------------------------------------------------------

_D = "0-9０-９"
_H = "一二三四五六七八九"
_DIGITS = "0123456789０１２３４５６７８９"
_MONTHS = _DIGITS + _H + "十元"
_NUMERALS = _DIGITS + _H + "十百千零〇两半几数"
_MONTH = f"(?:[{_D}]{{1,2}}|十[一二]?|[{_H}元])"
_DAY = f"(?:[{_D}]{{1,2}}|三十一?|二?十[{_H}]?|廿[{_H}]?|[{_H}])"
_COUNT = f"(?:[{_D}]{{1,4}}|[{_H}两十百千零]{{1,6}})"
_TO = r"(?:至|到|[—–\-~～－―]{1,2}|起至|起到)"
# A round zero is typed in many ways: 二○○五, 二００五, 二ＯＯ五.
_ZEROS = "○◯ＯO０0"
_VARIANTS = str.maketrans(dict.fromkeys(_ZEROS, "〇") | {"廿": "二十"})


def _number(words: str) -> int:
    """The whole number that Arabic, full-width or Chinese numerals stand for; 0 where they are no numeral."""
    if words.isdecimal():
        return int(words)
    return 1 if words == "元" else chinese(words.translate(_VARIANTS)) or 0


def _count(words: str) -> int:
    """The number of units; 0 where the words leave it open (两三, 几十) or say 半."""
    if len(words) > 1 and not words.isdecimal() and not set(words) & set("十百千零"):
        return 0
    return 0 if words[0] in "几数半" else _number(words)


def _year_text(year: int | None) -> str:
    return f"{year:04d}" if _known(year) else ""


def _month(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def _months(year: int | None, first: int, last: int) -> str:
    """Months of a year; the last lies in the next year where it comes before the first."""
    if year is None:
        return ""
    return _month(year, first) if first == last else f"{_month(year, first)}/{_month(year + (last < first), last)}"


def _years(first: int, last: int) -> str:
    return f"{first:04d}" if first == last else f"{first:04d}/{last:04d}"


def _day(year: int, month: int, day: int) -> str:
    """The ISO day, ``""`` where the calendar has none."""
    if 0 < month < 13 and 0 < day <= monthrange(year, month)[1]:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return ""


def _last_day(period: str) -> str:
    """The last day of a year or a month."""
    year, month = int(period[:4]), int(period[5:7] or 12)
    return _day(year, month, monthrange(year, month)[1])


def _add_months(day: Date, months: int) -> str:
    """The month so many months from the day's own."""
    count = day.year * 12 + day.month - 1 + months
    return _month(count // 12, count % 12 + 1)


# ---- rules and where they stand --------------------------------------------------------------------------

_Whole = Callable[[re.Match[str], _Now], _Found | None]
_Part = Callable[[re.Match[str], "int | None", _Now], _Found | None]


class _Reader(NamedTuple):
    """A rule's pattern, compiled when it is first used, the characters that it begins with, and its function.

    ``part`` tells the rules that read a part of a year, ``bare`` that they do so without one too.
    """

    starts: str
    pattern: str
    function: Callable[..., _Found | None]
    part: bool
    bare: bool


_READERS: dict[str, _Reader] = {}


@cache
def _match(pattern: str) -> Callable[[str, int], re.Match[str] | None]:
    return re.compile(pattern).match


def _part(starts: str, pattern: str, bare: bool = True) -> Callable[[_Part], _Part]:
    """Register a rule for a part of a year, read after a year and, where ``bare``, without one."""

    def register(function: _Part) -> _Part:
        _READERS[function.__name__.strip("_")] = _Reader(starts, pattern, function, True, bare)
        return function

    return register


def _whole(starts: str, pattern: str) -> Callable[[_Whole], _Whole]:
    """Register a rule for a time that stands alone; earlier rules win where two match at one place."""

    def register(function: _Whole) -> _Whole:
        _READERS[function.__name__.strip("_")] = _Reader(starts, pattern, function, False, True)
        return function

    return register


# ---- parts of a year -------------------------------------------------------------------------------------


@rule(
    "days of a month",
    "From one day to another: 12月10日至12日, 11月28日至12月2日.",
    ("会议于12月10日至12日举行", "12月10日至12日=2024-12-10/2024-12-12 days partial"),
    ("2024年11月28日—12月2日", "2024年11月28日—12月2日=2024-11-28/2024-12-02 days absolute"),
    ("12月30日至1月3日放假", "12月30日至1月3日=2024-12-30/2025-01-03 days partial"),
    ("2024年10月1-7日", "2024年10月1-7日=2024-10-01/2024-10-07 days absolute"),
    ("十月一日至七日", "十月一日至七日=2024-10-01/2024-10-07 days partial"),
    ("今年5月1日～5日", "今年5月1日～5日=2025-05-01/2025-05-05 days relative"),
    ("2月30日至31日", ""),
)
@_part(_MONTHS, rf"(?P<m>{_MONTH})月(?P<d>{_DAY})[日号]?{_TO}(?:(?P<n>{_MONTH})月)?(?P<e>{_DAY})[日号]")
def _days(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month, day, last = _number(m["m"]), _number(m["d"]), _number(m["e"])
    last_month = _number(m["n"]) if m["n"] else month
    year = now.year_of_day(month, day) if year is None else year
    if year is None:
        valid = _day(2000, month, day) and _day(2000, last_month, last)
        return _Found(m.end(), "", "days", "partial") if valid else _Found(m.end(), "", "", "")
    first_day = _day(year, month, day)
    last_day = _day(year + (last_month < month), last_month, last)
    if not first_day or last_day <= first_day:
        return _Found(m.end(), "", "", "")
    return _Found(m.end(), f"{first_day}/{last_day}", "days", "partial")


@rule(
    "day of a month",
    "A month and a day: 12月31日; without a year it is the latest such day at most sixty days after the document.",
    ("2024年12月31日", "2024年12月31日=2024-12-31 day absolute"),
    ("12月26日开通", "12月26日=2024-12-26 day partial"),
    ("2月8日开幕", "2月8日=2025-02-08 day partial"),
    ("二〇二四年十二月三十一日", "二〇二四年十二月三十一日=2024-12-31 day absolute"),
    ("二零二四年十二月三十一日", "二零二四年十二月三十一日=2024-12-31 day absolute"),
    ("２０２４年１月５日", "２０２４年１月５日=2024-01-05 day absolute"),
    ("去年3月18号", "去年3月18号=2024-03-18 day relative"),
    ("2024 年 11 月 5 日", "2024 年 11 月 5 日=2024-11-05 day absolute"),
    ("于12月5日、6日召开", "12月5日=2024-12-05 day partial; 6日=2025-01-06 day partial"),
    (
        "2024-12-22|2023年9月，全市启动建设。12月20日全线贯通",
        "2023年9月=2023-09 month absolute; 12月20日=2024-12-20 day partial",
    ),
    ("2023年2月29日", "2023年=2023 year absolute"),
    ("十一月十九，临澜市开行首趟班列", "十一月十九=2024-11-19 day partial"),
)
@_part(
    _MONTHS,
    rf"(?P<m>{_MONTH})[ \u3000]?月[ \u3000]?(?P<d>{_DAY})"
    rf"(?:[ \u3000]?[日号]|(?=[，。；;）)]|$|[上下]午|早上|晚上))",
)
def _month_day(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month, day = _number(m["m"]), _number(m["d"])
    year = now.year_of_day(month, day) if year is None else year
    if not _day(2000 if year is None else year, month, day):
        return _Found(m.end(), "", "", "")
    return _Found(m.end(), _day(year, month, day) if year else "", "day", "partial")


@rule(
    "end of a month",
    "The first or last day of a month, where a stock is counted: 11月末, 11月底, 2月初.",
    ("11月末贷款余额", "11月末=2024-11-30 point partial"),
    ("至2024年11月末余额", "至2024年11月末=2024-11-30 point until"),
    ("截至12月末", "截至12月末=2024-12-31 point until"),
    ("截至2024年2月底", "截至2024年2月底=2024-02-29 point until"),
    ("今年1月初", "今年1月初=2025-01-01 point relative"),
    ("比10月末增加", "比10月末=2024-10-31 point base"),
    ("十一月份末", "十一月份末=2024-11-30 point partial"),
)
@_part(_MONTHS, rf"(?P<m>{_MONTH})[ \u3000]?月份?(?P<p>[末底初])")
def _month_point(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month = _number(m["m"])
    if not 0 < month < 13:
        return None
    year = now.year_of_month(month) if year is None else year
    if year is None:
        return _Found(m.end(), "", "point", "partial")
    return _Found(
        m.end(), _day(year, month, 1) if m["p"] == "初" else _last_day(_month(year, month)), "point", "partial"
    )


@rule(
    "third of a month",
    "The ten days that a month is counted by: 12月上旬, 11月中下旬.",
    ("12月上旬", "12月上旬=2024-12-01/2024-12-10 days partial"),
    ("2024年9月下旬以来", "2024年9月下旬以来=2024-09-21/2025-01-20 days since"),
    ("11月上中旬", "11月上中旬=2024-11-01/2024-11-20 days partial"),
    ("2024年2月中下旬", "2024年2月中下旬=2024-02-11/2024-02-29 days absolute"),
    ("12月中旬", "12月中旬=2024-12-11/2024-12-20 days partial"),
    ("11月下半月", "11月下半月=2024-11-16/2024-11-30 days partial"),
)
@_part(_MONTHS, rf"(?P<m>{_MONTH})[ \u3000]?月份?(?:(?P<p>[上中下]{{1,2}})旬|(?P<h>[上下])半月)")
def _third_of_month(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month = _number(m["m"])
    if not 0 < month < 13:
        return None
    year = now.year_of_month(month) if year is None else year
    if year is None:
        return _Found(m.end(), "", "days", "partial")
    if m["h"]:
        edges = ("01", "15") if m["h"] == "上" else ("16", _last_day(_month(year, month))[8:])
        return _Found(m.end(), "/".join(f"{_month(year, month)}-{edge}" for edge in edges), "days", "partial")
    first = _day(year, month, 1 + 10 * "上中下".index(m["p"][0]))
    last = _day(year, month, 20 if m["p"][-1] == "中" else 10) if m["p"][-1] != "下" else _last_day(_month(year, month))
    return _Found(m.end(), f"{first}/{last}", "days", "partial") if first < last else None


@rule(
    "months of a year",
    "From one month to another: 1—11月, 1至11月份, 10月至次年3月.",
    ("1—11月，全市工业增加值", "1—11月=2024-01/2024-11 months partial"),
    ("1-11月", "1-11月=2024-01/2024-11 months partial"),
    ("1至11月", "1至11月=2024-01/2024-11 months partial"),
    ("1～11月份", "1～11月份=2024-01/2024-11 months partial"),
    ("2024年1-11月", "2024年1-11月=2024-01/2024-11 months absolute"),
    ("2024年1至11月份", "2024年1至11月份=2024-01/2024-11 months absolute"),
    ("2017年8月至11月", "2017年8月至11月=2017-08/2017-11 months absolute"),
    ("2026-08-20|1—7月", "1—7月=2026-01/2026-07 months partial"),
    ("4、5月", "4、5月=2024-04/2024-05 months partial"),
    ("一、二月份", "一、二月份=2024-01/2024-02 months partial"),
    ("一至十月", "一至十月=2024-01/2024-10 months partial"),
    ("今年1至12月", "今年1至12月=2025-01/2025-12 months relative"),
    ("去年11月至2月", "去年11月至2月=2024-11/2025-02 months relative"),
    ("6.1—11月份全国规模以上工业", "1—11月份=2024-01/2024-11 months partial"),
)
@_part(
    _MONTHS,
    rf"(?P<m>{_MONTH})(?:(?:月份?)?{_TO}|(?P<l>、))(?P<n>{_MONTH})[ \u3000]?月份?"
    rf"(?![末底初]|[上中下]{{1,2}}旬|{_DAY}[日号])",
)
def _month_range(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    first, last = _number(m["m"]), _number(m["n"])
    if not (0 < first < 13 and 0 < last < 13 and first != last) or (m["l"] and last != first + 1):
        return None
    year = now.year_of_month(last if first < last else first) if year is None else year
    return _Found(m.end(), _months(year, first, last), "months", "partial")


@rule(
    "month",
    "One month: 11月, 12月份.",
    ("11月份消费品零售", "11月份=2024-11 month partial"),
    ("二〇二四年十一月", "二〇二四年十一月=2024-11 month absolute"),
    ("1月，全市", "1月=2025-01 month partial"),
    ("去年12月", "去年12月=2024-12 month relative"),
    ("2024-12-06|明年4月完工", "明年4月=2025-04 month relative"),
    ("2024年5月以来", "2024年5月以来=2024-05/2025-01 months since"),
    ("2024年，全市经济平稳。11月，用电量回升", "2024年=2024 year absolute; 11月=2024-11 month partial"),
    ("元月份", "元月份=2025-01 month partial"),
    ("7.11月份居民消费价格", "11月份=2024-11 month partial"),
    ("13月", ""),
)
@_part(_MONTHS, rf"(?P<m>{_MONTH})[ \u3000]?月(?!龄)份?")
def _one_month(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month = _number(m["m"])
    if not 0 < month < 13:
        return None
    year = now.year_of_month(month) if year is None else year
    return _Found(m.end(), _month(year, month) if year else "", "month", "partial")


@rule(
    "first months",
    "The first or last so many months of a year: 前11个月, 后两个月.",
    ("前11个月，临澜市", "前11个月=2024-01/2024-11 months partial"),
    ("今年前两个月", "今年前两个月=2025-01/2025-02 months relative"),
    ("2024年前十个月", "2024年前十个月=2024-01/2024-10 months absolute"),
    ("2024年的前5个月", "2024年的前5个月=2024-01/2024-05 months absolute"),
    ("2024年后两个月", "2024年后两个月=2024-11/2024-12 months absolute"),
    ("头两个月", "头两个月=2024-01/2024-02 months partial"),
    ("2024-12-04|今年前十月", "今年前十月=2024-01/2024-10 months relative"),
    ("今年提前两个月完成", "今年=2025 year relative; 两个月=P2M duration absolute"),
)
@_part("前头后的", f"的?(?P<p>(?<!提)前|头|后)(?P<m>{_MONTH}|两)(?:个月|(?<=[前头]十)月|(?<=[前头]1[0-2])月)")
def _first_months(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    count = _number(m["m"])
    if not 0 < count < 12 or (m["p"] == "后" and year is None):
        return None
    if m["p"] == "后":
        return _Found(m.end(), _months(year, 13 - count, 12), "months", "partial")
    # A month that is not over yet can't be counted up.
    if year is None and not now.left and now.said is None and now.given is None and now.day is not None:
        year = now.day.year - (count >= now.day.month)
    year = now.year_of_month(count) if year is None else year
    return _Found(m.end(), _months(year, 1, count), "months", "partial")


@rule(
    "first quarters",
    "The first two or three quarters: 前三季度.",
    ("前三季度增长5.1%", "前三季度=2024-01/2024-09 months partial"),
    ("2024-12-01|今年前三季度", "今年前三季度=2024-01/2024-09 months relative"),
    ("2024年前三个季度", "2024年前三个季度=2024-01/2024-09 months absolute"),
    ("前三季度末", "前三季度末=2024-09-30 point partial"),
)
@_part("前头的", "的?(?<!提)[前头](?P<q>[一二两三123])个?季度(?P<p>[末底])?")
def _first_quarters(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month = 3 * _number(m["q"])
    year = now.year_of_month(month) if year is None else year
    if m["p"]:
        return _Found(m.end(), _last_day(_month(year, month)) if year else "", "point", "partial")
    return _Found(m.end(), _months(year, 1, month), "months", "partial")


@rule(
    "quarter",
    "A quarter, several, or its last day: 一季度, 第四季度, 三至四季度, 二季度末.",
    ("2024年第四季度", "2024年第四季度=2024-10/2024-12 quarter absolute"),
    ("四季度回升", "四季度=2024-10/2024-12 quarter partial"),
    ("去年一季度", "去年一季度=2024-01/2024-03 quarter relative"),
    ("二季度末", "二季度末=2024-06-30 point partial"),
    ("截至2024年3季度末", "截至2024年3季度末=2024-09-30 point until"),
    ("2024年二至四季度", "2024年二至四季度=2024-04/2024-12 months absolute"),
    ("2023年三季度至2024年一季度", "2023年三季度至2024年一季度=2023-07/2024-03 months absolute"),
    ("2024年一、二季度", "2024年一、二季度=2024-01/2024-06 months absolute"),
    ("2024年第一个季度", "2024年第一个季度=2024-01/2024-03 quarter absolute"),
    ("四个季度", "四个季度=P12M duration absolute"),
    ("2024年Q3", "2024年Q3=2024-07/2024-09 quarter absolute"),
)
@_part(
    "第一二三四1234Q",
    rf"(?:第?(?P<q>[一二三四1-4](?=个)(?<=第.)|[一二三四1-4](?!个))个?(?:(?:季?度?{_TO}|、)(?P<r>[二三四2-4]))?季度(?P<p>[末底])?|Q(?P<s>[1-4])(?![0-9A-Za-z]))",
)
def _quarter(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    first = _number(m["q"] or m["s"])
    last = _number(m["r"]) if m["r"] else first
    if m["s"] and year is None:
        return None
    year = now.year_of_month(3 * first - 2) if year is None else year
    if m["p"]:
        return _Found(m.end(), _last_day(_month(year, 3 * last)) if year else "", "point", "partial")
    return _Found(m.end(), _months(year, 3 * first - 2, 3 * last), "months" if m["r"] else "quarter", "partial")


@rule(
    "half of a year",
    "Half a year: 上半年, 下半年.",
    ("2024年上半年", "2024年上半年=2024-01/2024-06 half absolute"),
    ("去年下半年", "去年下半年=2024-07/2024-12 half relative"),
    ("上半年", "上半年=2025-01/2025-06 half partial"),
    ("2024-08-01|上半年，全市", "上半年=2024-01/2024-06 half partial"),
    ("下半年", "下半年=2024-07/2024-12 half partial"),
    ("2024-06-20|下半年将开工", "下半年=2024-07/2024-12 half partial"),
    (
        "2024年，全年平稳，上半年略低",
        "2024年=2024 year absolute; 全年=2024 year relative; 上半年=2024-01/2024-06 half partial",
    ),
    ("截至上半年末", "截至上半年末=2025-06-30 point until"),
)
@_part("上下前后", "(?P<h>[上下前后])半年度?(?P<p>[末底])?")
def _half(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    first = 1 if m["h"] in "上前" else 7
    if year is None and first == 7 and now.day and not now.left and now.said is None and now.given is None:
        # From April on the second half spoken of is the coming one.
        year = now.day.year - (now.day.month < 4)
    year = now.year_of_month(first) if year is None else year
    if m["p"]:
        return _Found(m.end(), _last_day(_month(year, first + 5)) if year else "", "point", "partial")
    return _Found(m.end(), _months(year, first, first + 5), "half", "partial")


@rule(
    "end of a year",
    "The first or last day of a year, where a stock is counted: 2007年底, 上年末, 年末, 年初.",
    ("2007年底", "2007年底=2007-12-31 point absolute"),
    ("年末全市户籍人口", "年末=2025-12-31 point partial"),
    ("去年末", "去年末=2024-12-31 point relative"),
    ("比上年末增长", "比上年末=2024-12-31 point base"),
    ("2024年年末", "2024年年末=2024-12-31 point absolute"),
    ("今年年底前完成", "今年年底前=2025-12-31 point until"),
    ("到2025年底", "到2025年底=2025-12-31 point until"),
    ("较上年末增加", "较上年末=2024-12-31 point base"),
    ("比年初增加446亿元", "比年初=2025-01-01 point base"),
    ("去年年初", "去年年初=2024-01-01 point relative"),
    ("年终滚存结余", "年终=2025-12-31 point partial"),
    ("2024年度末", "2024年度末=2024-12-31 point absolute"),
    ("2024年初中入学率", "2024年=2024 year absolute"),
)
@_part(
    "年末底终初",
    "(?:(?<!大)年(?P<p>[末底终]|初(?!中[^央国共心旬方美俄日韩]|级))|(?<=[年度])(?P<q>[末底终]|初(?!中[^央国共心旬方美俄日韩]|级)))",
)
def _year_end(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    if m["q"] and year is None:
        return None
    year = now.spoken_year() if year is None else year
    day = "-01-01" if (m["p"] or m["q"]) == "初" else "-12-31"
    return _Found(m.end(), _year_text(year) + day if _known(year) else "", "point", "partial")


@rule(
    "season",
    "A season of a named year, by the months that the weather services count: 今年夏天 is June to August.",
    ("今年夏天", "今年夏天=2025-06/2025-08 months relative"),
    ("2013年秋天", "2013年秋天=2013-09/2013-11 months absolute"),
    ("去年冬季", "去年冬季=2024-12/2025-02 months relative"),
    ("2024年春", "2024年=2024 year absolute"),
)
@_part("的春夏秋冬", "的?(?P<s>[春夏秋冬])[季天]", bare=False)
def _season(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    first = 3 + 3 * "春夏秋冬".index(m["s"])
    return _Found(m.end(), _months(year, first, (first + 1) % 12 + 1), "months", "partial")


@rule(
    "week of a year",
    "A week by its number, as ISO 8601 counts: 2024年第50周.",
    ("2024年第50周", "2024年第50周=2024-12-09/2024-12-15 days absolute"),
)
@_part("的第", rf"的?第(?P<w>{_DAY})周(?![年岁])", bare=False)
def _numbered_week(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    week = _number(m["w"])
    if year is None or not 0 < week < 54:
        return _Found(m.end(), "", "days", "partial")
    monday = Date(year, 1, 4) - timedelta(days=Date(year, 1, 4).weekday()) + timedelta(weeks=week - 1)
    return _Found(m.end(), _span(monday, 6), "days", "partial")


def _span(day: Date, days: int) -> str:
    """From ``day`` to so many days after it."""
    return f"{day.isoformat()}/{(day + timedelta(days=days)).isoformat()}" if days else day.isoformat()


@cache
def _tables() -> dict[str, dict[str, str]]:
    """The tables of ``times.toml``: holidays, weekday_holidays, lunar_holidays, events, lunar."""
    return tomllib.loads(files("luoshi.knowledge").joinpath("times.toml").read_text("utf-8"))


def _any_of(*words: str) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_FIRST_OF_EVENTS = "".join(sorted({word[0] for word in _tables()["events"]}))
_FIRST_OF_HOLIDAYS = (
    "".join(
        sorted({word[0] for table in ("holidays", "weekday_holidays", "lunar_holidays") for word in _tables()[table]})
    )
    + '除大清“"六十的'
)


@cache
def _lunar_years() -> dict[int, str]:
    """The lunar years of ``times.toml`` by the Gregorian year that their new year falls in."""
    lunar = _tables()["lunar"]
    return dict(enumerate(lunar["years"].split(), int(lunar["first"])))


def _lunar_day(year: int, month: int, day: int) -> str:
    """The Gregorian ISO day of a lunar one, not of a leap month; ``""`` where the table has none."""
    row = _lunar_years().get(year)
    if row is None or not 0 < month < 13:
        return ""
    leap, lengths = int(row[4:6]), [29 + (length == "1") for length in row[6:]]
    before = month - 1 + (0 < leap < month)
    if not 0 < day <= lengths[before]:
        return ""
    new_year = Date(year, int(row[:2]), int(row[2:4]))
    return (new_year + timedelta(days=sum(lengths[:before]) + day - 1)).isoformat()


def _holiday(name: str, year: int) -> str:
    """The ISO day of a holiday in a year; ``""`` where the tables do not reach."""
    tables = _tables()
    if fixed := tables["holidays"].get(name):
        return f"{year:04d}-{fixed}"
    if weekday := tables["weekday_holidays"].get(name):
        month, which, day = map(int, weekday.split("-"))
        return _day(year, month, 7 * which - 6 + (day - 1 - Date(year, month, 1).weekday()) % 7)
    if name.startswith("除夕") or name == "大年三十":
        new_year = _lunar_day(year, 1, 1)
        return (Date.fromisoformat(new_year) - timedelta(days=1)).isoformat() if new_year else ""
    if name.startswith("清明"):
        # The sun's longitude 15 degrees, as a mean; right for every year from 1901 to 2099.
        century, of_century = divmod(year, 100)
        if century not in (19, 20) or year == 1900:
            return ""
        return _day(year, 4, int(of_century * 0.2422 + (5.59 if century == 19 else 4.81)) - of_century // 4)
    lunar_month, lunar_day = tables["lunar_holidays"][name].split("-")
    return _lunar_day(year, int(lunar_month), int(lunar_day))


@rule(
    "holiday",
    "A public holiday or memorial day, of the Gregorian or the lunar calendar: 国庆节, 2025年春节.",
    ("2024年国庆节", "2024年国庆节=2024-10-01 day absolute"),
    ("去年国庆节", "去年国庆节=2024-10-01 day relative"),
    ("2025年春节", "2025年春节=2025-01-29 day absolute"),
    ("2024年中秋节", "2024年中秋节=2024-09-17 day absolute"),
    ("元旦期间", "元旦期间=2025 days partial"),
    ("今年五一期间", "今年五一期间=2025 days relative"),
    ("“五一”假期", "“五一”假期=2025 days partial"),
    ("2024-12-05|元旦春节期间", "元旦=2025-01-01 day partial; 春节期间=2025 days partial"),
    ("2025年元旦春节期间", "2025年元旦=2025-01-01 day absolute; 春节期间=2025 days partial"),
    ("各地结合元旦春节前夕走访", "元旦=2025-01-01 day partial; 春节=2025-01-29 day partial"),
    ("2024年“十一”黄金周", "2024年“十一”黄金周=2024 days absolute"),
    ("2024年端午节", "2024年端午节=2024-06-10 day absolute"),
    ("2024年清明节", "2024年清明节=2024-04-04 day absolute"),
    ("2024年除夕", "2024年除夕=2024-02-09 day absolute"),
    ("2024年母亲节", "2024年母亲节=2024-05-12 day absolute"),
    ("腊八节，双十一", "腊八节=2025-01-07 day partial; 双十一=2024-11-11 day partial"),
    ("全国五一劳动奖章", ""),
    ("|国庆", "国庆= day partial"),
)
@_part(
    _FIRST_OF_HOLIDAYS,
    "的?(?P<h>"
    + _any_of(
        *_tables()["holidays"],
        *_tables()["weekday_holidays"],
        *_tables()["lunar_holidays"],
        "除夕",
        "除夕夜",
        "大年三十",
        "清明节",
        "清明",
    )
    + '|[“"](?P<q>五一|六一|十一)[”"](?!劳动奖|口号)'
    + f"|(?<![{_H}十百千万])(?P<p>[五六]一|十一(?=黄金周|长假|假期))(?!劳动奖|口号|[{_H}十百千万]))"
    "(?P<d>期间|假期|长假|小长假|黄金周|前后)?(?!联欢晚会|晚会|档)",
)
def _named_day(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    short = m["p"] or m["q"]
    name = {"五一": "劳动节", "六一": "儿童节", "十一": "国庆节"}[short] if short else m["h"]
    if year is None:
        year = _holiday_year(name, now)
    if m["d"]:  # 春节期间 is longer than the day; the calendar does not say how long
        return _Found(m.end(), _year_text(year), "days", "partial")
    return _Found(m.end(), _holiday(name, year) if _known(year) and year else "", "day", "partial")


def _holiday_year(name: str, now: _Now) -> int | None:
    """The year of a holiday without one: the year spoken of, or that of the nearest such day to the document."""
    day = now.day
    if now.said is not None or now.given is not None or day is None:
        return now.said if now.said is not None else now.given
    near = {year: _holiday(name, year) for year in (day.year - 1, day.year, day.year + 1)}
    distances = [(abs((Date.fromisoformat(at) - day).days), year) for year, at in near.items() if at]
    return min(distances)[1] if distances else None


# ---- years -----------------------------------------------------------------------------------------------

_FOUR = f"(?:[12１２][{_D}]{{3}}|[一二][〇零{_ZEROS}{_H}]{{3}})"
_YEAR = (
    f"(?:(?<![{_D}]){_FOUR}(?=[ \u3000]?年)|[一两二]千零[{_H}十]{{1,3}}(?=年)|[一二]千[{_H}]百[{_H}十零]{{1,4}}(?=年)"
    rf"|(?<![{_D}.])[{_D}]{{2}}(?=年(?:[{_D}]{{1,2}}月|[末底初度]|[上下]半年|[一二三四]季度))|(?<![{_D}.])0[0-9](?=年)"
    f"|(?<![〇零{_H}十百])(?:[〇零][〇零{_H}]|(?!六七|七八|八九)[六七八九][〇零{_H}]|[{_H}][〇零{_H}](?=年(?:{_MONTH}月|[末底初])))(?=年))"
)


def _full_year(words: str) -> int:
    """The year that two or four digits name: 24 is 2024, 98 is 1998."""
    value = _number(words)
    return value if value > 99 else value + (2000 if value < 60 else 1900)


@rule(
    "span of years",
    "From one year to another: 2024—2026年, 2021至2025年.",
    ("2025-2027年，每年", "2025-2027年=2025/2027 years absolute; 每年=R/P1Y set absolute"),
    ("2021至2025年", "2021至2025年=2021/2025 years absolute"),
    ("2024—2026年", "2024—2026年=2024/2026 years absolute"),
    ("（2023年—2035年）", "2023年—2035年=2023/2035 years absolute"),
    ("2020年到2025年", "2020年到2025年=2020/2025 years absolute"),
    ("2024～2026年度", "2024～2026年度=2024/2026 years absolute"),
    ("一九四八至一九四九年", "一九四八至一九四九年=1948/1949 years absolute"),
    ("2025-2024年", "2024年=2024 year absolute"),
    ("2023、2024年", "2023、2024年=2023/2024 years absolute"),
    ("2024、2025两年", "2024、2025两年=2024/2025 years absolute"),
    ("2020、2024年", "2024年=2024 year absolute"),
    ("2023/2024年度", "2023/2024年度=2023/2024 years absolute"),
)
@_whole(
    "12１２一二",
    rf"(?<![{_D}.])(?P<y>{_FOUR})[ \u3000]?(?:(?:年度?)?{_TO}|(?P<l>[、/]))(?P<z>{_FOUR})(?P<c>[两二]?)年度?"
    rf"(?![末底初]|{_MONTH}月|{_MONTH}{_TO}|[上下]半年|[前第]?[一二三四]季)",
)
def _span_of_years(m: re.Match[str], now: _Now) -> _Found | None:
    first, last = _number(m["y"]), _number(m["z"])
    if first >= last or (m["l"] and last != first + 1) or (m["c"] and not m["l"]):
        return None
    return _Found(m.end(), _years(first, last), "years", "absolute")


@rule(
    "year",
    "A year by its number, and the part of it that follows: 2024年, 二〇二四年, 24年12月.",
    ("2024年度", "2024年度=2024 year absolute"),
    ("2024年全年", "2024年全年=2024 year absolute"),
    ("24年12月", "24年12月=2024-12 month absolute"),
    ("零八年", "零八年=2008 year absolute"),
    ("一九七八年", "一九七八年=1978 year absolute"),
    ("二〇二四年", "二〇二四年=2024 year absolute"),
    ("二○○五年", "二○○五年=2005 year absolute"),
    ("到二００五年", "到二００五年=2005 year until"),
    ("二零零八年五月十二日", "二零零八年五月十二日=2008-05-12 day absolute"),
    ("两千零四年八月十五日", "两千零四年八月十五日=2004-08-15 day absolute"),
    ("九八年夏天", "九八年夏天=1998-06/1998-08 months absolute"),
    ("98年12月", "98年12月=1998-12 month absolute"),
    ("按2020年不变价格计算", "2020年不变价=2020 year base"),
    ("是2010年的2.2倍", "2010年=2010 year base"),
    ("比2019年同期增长", "比2019年同期=2019 year base"),
    ("2023-04-22|2022年以来", "2022年以来=2022/2023 years since"),
    ("|2022年以来", "2022年以来=2022/.. year since"),
    ("2024-12-20|2024年以来", "2024年以来=2024-01/2024-12 months since"),
    ("到2025年，建成", "到2025年=2025 year until"),
    ("2030年前达峰", "2030年前=2030 year until"),
    ("自2017年以来", "自2017年以来=2017/2025 years since"),
    ("2030年后", "2030年后=2030/.. year since"),
    ("提高到2024年的3%", "2024年=2024 year absolute"),
    ("工程于2012年12月至2018年3月建设", "2012年12月至2018年3月=2012-12/2018-03 months absolute"),
    ("2024年的工作", "2024年=2024 year absolute"),
    ("2024年的第二季度", "2024年的第二季度=2024-04/2024-06 quarter absolute"),
    ("公元2024年", "2024年=2024 year absolute"),
    ("安排12024年", ""),
)
@_whole(_DIGITS + "一二两〇零六七八九", rf"(?P<y>{_YEAR})[ \u3000]?年(?!代)度?(?:全年)?[ \u3000]?")
def _year(m: re.Match[str], now: _Now) -> _Found | None:
    year = _full_year(m["y"])
    return _with_part(m, year, "absolute", now) if _known(year) else None


_DOCUMENT_YEARS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2, "大前年": -3, "大后年": 3}
_NEW_YEAR_BEHIND = 9  # the month until which 新的一年 is the document's own year
_SPOKEN_YEARS = {
    "本年": 0, "当年": 0, "全年": 0, "同年": 0, "年内": 0, "这年": 0, "上年": -1, "上一年": -1, "前一年": -1, "次年": 1,
    "翌年": 1, "下年": 1, "下一年": 1, "来年": 1,
}  # fmt: skip


@rule(
    "year by its distance",
    "A year told from the document's (今年, 去年) or from the year spoken of (全年, 上年), and its part.",
    ("去年11月末", "去年11月末=2024-11-30 point relative"),
    ("2024年，全年实现", "2024年=2024 year absolute; 全年=2024 year relative"),
    ("比上年增长5%", "比上年=2024 year base"),
    ("较上年提高", "较上年=2024 year base"),
    ("与上年持平", "与上年=2024 year base"),
    ("2024年，比上年增长", "2024年=2024 year absolute; 比上年=2023 year base"),
    (
        "2024年由上年的20件增加到23件，比上年多3件",
        "2024年=2024 year absolute; 上年=2023 year relative; 比上年=2023 year base",
    ),
    ("今年以来", "今年以来=2025-01 month since"),
    ("2026-08-16|今年以来", "今年以来=2026-01/2026-08 months since"),
    ("2024-12-20|今年以来", "今年以来=2024-01/2024-12 months since"),
    ("去年以来", "去年以来=2024/2025 years since"),
    ("去年同期", "去年同期=2024 year base"),
    ("去年一年新增50家", "去年一年=2024 year relative"),
    ("上年同期", "上年同期=2024 year base"),
    ("2024年1—11月比上年同期", "2024年1—11月=2024-01/2024-11 months absolute; 比上年同期=2023-01/2023-11 months base"),
    ("明年", "明年=2026 year relative"),
    ("前年", "前年=2023 year relative"),
    ("大后年", "大后年=2028 year relative"),
    ("四年前年均增速", "四年前=2020 year relative"),
    ("本年度", "本年度=2025 year relative"),
    ("2024年10月至次年3月", "2024年10月至次年3月=2024-10/2025-03 months absolute"),
    ("文明年货，透明年度", ""),
    ("日本年均", ""),
    ("全年龄段", ""),
    ("过去年均", ""),
    ("超过去年全年的货值", "去年全年=2024 year relative"),
    ("提前一年完成", "一年=P1Y duration absolute"),
    ("2024-12-22|截至今年11月底", "截至今年11月底=2024-11-30 point until"),
    ("不同年份", ""),
    ("一次年会", ""),
    ("以上年为基数", ""),
    ("2024-12-10|今年", "今年=2024 year relative"),
    ("|今年", "今年= year relative"),
    ("上一年度", "上一年度=2024 year relative"),
    ("年内全部取消", "年内=2025 year relative"),
    ("低于去年", "去年=2024 year base"),
    ("去年同月", "去年同月=2024 year base"),
    ("新的一年，目标定在149亿元", "新的一年=2025 year relative"),
    ("2024-12-28|新的一年", "新的一年=2025 year relative"),
)
@_whole(
    "大今去前明后上下本当全同这翌次来年新",
    "(?P<y>新的?一年|大前年|大后年|(?<!当)今年|去年|前年|(?<![文透光声说证分])明年|(?<![先前然以之最毕业战随])后年|(?<!以)上一年|(?<![提以之])前一年|下一年"
    "|(?<![以网路会海晚史线马])上年|(?<![日成资基根样文版])本年|(?<!相)当年|(?<![安健齐])全年|(?<![不共合相])同年|这年|翌年"
    f"|(?<![{_D}{_H}两首每人批本层车架届])次年|(?<![未往])来年|(?<![天以之地])下年|(?<![{_D}{_H}十百半周几两多])年内)"
    "(?:度(?!假))?(?:全年|一整?年(?![级度来多前后以之]))?(?![均龄级轮代纪岁薪轻金])",
)
def _relative_year(m: re.Match[str], now: _Now) -> _Found | None:
    word = m["y"]
    if word[0] == "新":
        late = now.day is not None and now.day.month > _NEW_YEAR_BEHIND
        year, distance = now.this_year(), int(late)
    elif word in _DOCUMENT_YEARS:
        year, distance = now.this_year(), _DOCUMENT_YEARS[word]
    else:
        year, distance = now.spoken_year(), _SPOKEN_YEARS[word]
    return _with_part(m, None if year is None else _known(year + distance), "relative", now)


def _with_part(m: re.Match[str], year: int | None, role: str, now: _Now) -> _Found:
    """The year alone, or with the part of it that follows."""
    start = m.end()
    part = _after_year()(m.string, start)
    if part is None and m.string.startswith("的", start):
        start += 1
        part = _after_year()(m.string, start)
    if part and part.lastgroup:
        reader = _READERS[part.lastgroup]
        match = _match(reader.pattern)(m.string, start)
        found = reader.function(match, year, now) if match else None
        if found and found.kind:
            return found._replace(role=role, period=found.period if year is not None else "")
    end = m.end() - (m.string[m.end() - 1] in " \u3000")
    return _Found(end, _year_text(year), "year", role)


@rule(
    "this year and the next",
    "Two years at once: 今明两年, 去今两年.",
    ("今明两年", "今明两年=2025/2026 years relative"),
    ("今明后三年", "今明后三年=2025/2027 years relative"),
)
@_whole("今去明", "(?P<w>今明|去今|明后|今明后)[两三]年")
def _pair_of_years(m: re.Match[str], now: _Now) -> _Found | None:
    year = now.this_year()
    first, last = {"今明": (0, 1), "去今": (-1, 0), "明后": (1, 2), "今明后": (0, 2)}[m["w"]]
    return _Found(m.end(), _years(year + first, year + last) if year else "", "years", "relative")


# 初 is the first four years, 中期 the middle three, 末 the last three.
_PARTS_OF_DECADE = {
    "": (0, 9), "初": (0, 3), "初期": (0, 3), "中期": (4, 6), "中后期": (4, 9),
    "末": (7, 9), "末期": (7, 9), "后期": (7, 9),
}  # fmt: skip


@rule(
    "decade and century",
    "Ten or a hundred years by their number: 20世纪90年代, 九十年代, 21世纪, 本世纪中叶.",
    ("20世纪90年代", "20世纪90年代=1990/1999 years absolute"),
    ("上世纪八十年代末", "上世纪八十年代末=1987/1989 years absolute"),
    ("九十年代", "九十年代=1990/1999 years absolute"),
    ("20世纪五六十年代", "20世纪五六十年代=1950/1969 years absolute"),
    ("80年代初", "80年代初=1980/1983 years absolute"),
    ("二十一世纪", "二十一世纪=2001/2100 years absolute"),
    ("到本世纪中叶", "到本世纪中叶=2050 year until"),
    ("21世纪初，上世纪末", "21世纪初=2001/2010 years absolute; 上世纪末=1991/2000 years absolute"),
    ("21世纪海上丝绸之路", ""),
    ("2020年代", "2020年代=2020/2029 years absolute"),
    ("20世纪", "20世纪=1901/2000 years absolute"),
)
@_whole(
    _NUMERALS + "上本",
    f"(?:(?P<g>[12][0-9]{{2}}0)年代|(?:(?P<c>[12][0-9]|[一二]?十[{_H}]?|[上本])个?世纪)?(?P<d>(?<![{_D}])[{_D}][0０]|[{_H}]{{1,2}}十)年代)(?P<p>初期?|中期|中后期|末期?|后期)?"
    f"|(?P<e>[12][0-9]|二?十[{_H}]?|[上本])世纪(?P<q>中叶|初|末)?(?!海上丝绸|出版)",
)
def _decade(m: re.Match[str], now: _Now) -> _Found | None:
    name = m["c"] or m["e"] or ""
    century = {"上": 20, "本": 21, "": 20}.get(name) or _number(name)
    first = (century - 1) * 100
    if m["g"]:
        return _Found(m.end(), _years(int(m["g"]), int(m["g"]) + 9), "years", "absolute")
    if not m["d"]:
        if m["q"] == "中叶":
            return _Found(m.end(), f"{first + 50}" if _known(first) else "", "year", "absolute")
        if m["q"]:  # its first or its last ten years
            begin = first + (1 if m["q"] == "初" else 91)
            return _Found(m.end(), _years(begin, begin + 9) if _known(first) else "", "years", "absolute")
        return _Found(m.end(), _years(first + 1, first + 100) if _known(first) else "", "years", "absolute")
    words = m["d"]
    low_words, high_words = (words[0] + "十", words[1:]) if len(words) == 3 else (words, words)
    decade, further = first + _number(low_words), _number(high_words) - _number(low_words)
    if further not in (0, 10):
        return None
    if not name and _number(low_words) < 30:
        decade += 100
    if not _known(decade):
        return None
    low, high = _PARTS_OF_DECADE[m["p"] or ""]
    return _Found(m.end(), _years(decade + low, decade + further + high), "years", "absolute")


# ---- spans counted from the document ---------------------------------------------------------------------


@rule(
    "five-year plan",
    "The years of a five-year plan, not the plan itself: “十四五”时期, “十三五”末.",
    ("“十四五”时期，全省", "“十四五”时期=2021/2025 plan absolute"),
    ("“十四五”", "“十四五”=2021/2025 plan absolute"),
    ("十四五期间", "十四五期间=2021/2025 plan absolute"),
    ("到“十四五”末", "到“十四五”末=2025-12-31 point until"),
    ("《“十四五”规划》", ""),
    ("“十四五”国家应急体系规划", ""),
    ("“十四五”规划收官之年", "“十四五”规划收官之年=2025 year absolute"),
    ("“十五五”开局之年", "“十五五”开局之年=2026 year absolute"),
    ("“十一五”期末", "“十一五”期末=2010-12-31 point absolute"),
    ("“十四五”以来", "“十四五”以来=2021/2025 years since"),
    ("较“十三五”期间增支", "较“十三五”期间=2016/2020 plan base"),
    ("“十四五”前四年", "“十四五”前四年=2021/2024 years absolute"),
    ("“十四五”头三年", "“十四五”头三年=2021/2023 years absolute"),
    ("“八五”时期", "“八五”时期=1991/1995 plan absolute"),
    ("第十四个五年规划时期", "第十四个五年规划时期=2021/2025 plan absolute"),
    ("第十四个五年规划和二〇三五年远景目标", "二〇三五年=2035 year absolute"),
)
@_whole(
    '“"' + "十二第",
    f'(?:[“"](?P<n>[{_H}十]{{1,3}})五[”"]|(?<![{_H}十百第])(?P<o>二?十[{_H}])五'
    f"|第(?P<k>[{_H}十]{{1,3}})个五年(?:规划|计划))(?![{_H}十百千万亿、个年元])"
    "(?:(?:规划|计划)?的?(?:(?P<f>开局)|(?P<l>收官))之年|规划?(?P<p>期?末)|期?(?P<q>末期?)|期?初期?(?P<b>)|(?:时期|期间)"
    f"|[前头](?P<y>[{_H}两])年|(?P<not>[^，。；、：！？“”《》\\s]{{0,12}}(?:规划|计划|纲要|方案)))?",
)
def _plan(m: re.Match[str], now: _Now) -> _Found | None:
    number = _number(m["n"] or m["o"] or m["k"])
    if m["not"] is not None or not number or (m["k"] and m[0][-2:] not in ("时期", "期间")):
        return _Found(m.end(), "", "", "")
    first = 1951 + 5 * number if number > 2 else 1948 + 5 * number
    if m["p"] or m["q"]:
        return _Found(m.end(), f"{first + 4}-12-31", "point", "absolute")
    if m["f"] or m["l"] or m["b"] is not None:
        return _Found(m.end(), f"{first + (4 if m['l'] else 0)}", "year", "absolute")
    if m["y"]:
        return _Found(m.end(), _years(first, first + min(_number(m["y"]), 5) - 1), "years", "absolute")
    return _Found(m.end(), f"{first}/{first + 4}", "plan", "absolute")


@rule(
    "numbers of years that are names",
    "两个一百年, 百年未有之大变局, 万年 and the like are no times.",
    ("“两个一百年”奋斗目标", ""),
    ("百年未有之大变局", ""),
    ("第二个百年奋斗目标", ""),
    ("公元前221年", ""),
)
@_whole(
    "公两百第",
    "公元前[0-9]{1,4}年|两个一百年|百年(?:未有之|奋斗|变局|大变局|老店|大计|不遇|罕见)|第[一二]个(?:一?百)年",
)
def _no_time(m: re.Match[str], now: _Now) -> _Found | None:
    return _Found(m.end(), "", "", "")


_UNIT = "年(?![代级纪岁])|季度|个月|月|周(?![年岁边期转])|星期|礼拜|天|日|小时|分钟"


@rule(
    "span until now",
    "So many units up to the document: 过去五年, 五年来, 近三年; in the first three months full years before it.",
    ("近三年", "近三年=2022/2024 years relative"),
    ("2016-03-05|近三年", "近三年=2013/2015 years relative"),
    ("五年来", "五年来=2020/2024 years relative"),
    ("2013-03-05|过去五年", "过去五年=2008/2012 years relative"),
    ("2013-03-05|这五年", "这五年=2008/2012 years relative"),
    ("2024-12-14|6年来", "6年来=2019/2024 years relative"),
    ("2019-03-05|过去一年", "过去一年=2018 year relative"),
    ("过去的2017年", "2017年=2017 year absolute"),
    ("过去的五年", "过去的五年=2020/2024 years relative"),
    ("最近三个月", "最近三个月=2024-11/2025-01 months relative"),
    ("过去两个月", "过去两个月=2024-11/2024-12 months relative"),
    ("近10天", "近10天=2025-01-11/2025-01-20 days relative"),
    ("过去一周", "过去一周=2025-01-13/2025-01-19 days relative"),
    ("三个月来", "三个月来=2024-11/2025-01 months relative"),
    ("近5年来", "近5年来=2020/2024 years relative"),
    ("近两个季度", "近两个季度=2024-08/2025-01 months relative"),
    ("这一年", "这一年=2024 year relative"),
    ("10多年来", "10多年来= years relative"),
    ("跌至4年多来最低", "4年多来= years relative"),
    ("创近7年内新高", "近7年内=2018/2024 years relative"),
    ("2024-12-18|过去24小时", "过去24小时=PT24H duration relative"),
    ("五年间", "五年间=2020/2024 years relative"),
    ("本届政府任期的五年，", "任期的五年=2020/2024 years relative"),
    ("|近三年", "近三年= years relative"),
    ("2016至2020年，五年来累计", "2016至2020年=2016/2020 years absolute; 五年来=2016/2020 years relative"),
    ("去年来", "去年=2024 year relative"),
    ("近半年", "近半年=2024-08/2025-01 months relative"),
    ("半年来", "半年来=2024-08/2025-01 months relative"),
    ("近两三年", "近两三年= years relative"),
    ("前两周", "前两周=2025-01-06/2025-01-19 days relative"),
    ("前三年", "前三年= years relative"),
)
@_whole(
    _NUMERALS + "半过近最这前任履",
    f"(?:(?P<p>过去的?(?![0-9]{{4}})|(?:任期|任职|履职)的|(?<![附接最远靠邻将贴相走])近|最近的?|这|(?<![^\\W\\d的在了我他她于])前(?!一[天日]))(?P<n>{_COUNT}|半)(?P<v>[多余几])?个?(?P<u>{_UNIT})(?:内|多?以?来|间(?!接))?"
    f"|(?<![{_D}.第{_H}十百千数几])(?P<o>{_COUNT}|半)(?P<w>[多余几])?个?(?P<x>{_UNIT})多?(?:以?来(?!自|回|往|源|访|华)|间(?=[，,]|$)))",
)
def _span_until_now(m: re.Match[str], now: _Now) -> _Found | None:
    count, unit = _units(m["n"] or m["o"], m["u"] or m["x"])
    kind = _KINDS[unit]
    vague = bool(m["v"] or m["w"]) or not 0 < count <= 500 or "多" in m[0]
    if unit in ("小时", "分钟"):
        return _Found(m.end(), _duration_of(count, unit) if count else "", "duration", "relative")
    word = m["p"] or ""
    full = word.startswith("过去") or word == "前"
    if unit == "年":
        if len(now.last) == 9 and int(now.last[5:]) - int(now.last[:4]) == count - 1:
            return _Found(m.end(), now.last, kind, "relative")  # 2016年至2020年，五年间
        last = now.last_full_year()
        if now.given is not None and now.day is not None and now.given < now.day.year:
            last = now.given  # a report given in May, too, calls the year that its heading names the past one
        # 前三年 may be the first three years as well.
        period = _years(last - count + 1, last) if last and not vague and word != "前" else ""
        return _Found(m.end(), period, kind if count != 1 else "year", "relative")
    if now.day is None or vague:
        return _Found(m.end(), "", kind, "relative")
    if kind == "months":
        months = count * (3 if unit == "季度" else 1)
        first, last_month = _add_months(now.day, 1 - months - full), _add_months(now.day, -full)
        return _Found(
            m.end(), first if months == 1 else f"{first}/{last_month}", "month" if months == 1 else kind, "relative"
        )
    days = count * (7 if unit in ("周", "星期", "礼拜") else 1)
    return _Found(
        m.end(), _span(now.day - timedelta(days=days - 1 + full), days - 1), kind if days > 1 else "day", "relative"
    )


def _units(words: str, unit: str) -> tuple[int, str]:
    """How many of which unit: 半年 is six months; 0 where the words leave the number open."""
    return (6, "个月") if words == "半" and unit == "年" else (_count(words), unit)


_KINDS = {
    "年": "years", "季度": "months", "个月": "months", "月": "months", "周": "days", "星期": "days", "礼拜": "days",
    "天": "days", "日": "days", "小时": "duration", "分钟": "duration",
}  # fmt: skip


@rule(
    "span from now",
    "So many units ahead: 未来五年, 今后三年, 三年内.",
    ("未来5年", "未来5年=2025/2029 years relative"),
    ("2025-01-01|未来5年", "未来5年=2025/2029 years relative"),
    ("2018-03-05|今后五年", "今后五年=2018/2022 years relative"),
    ("2024-12-20|未来三年", "未来三年=2025/2027 years relative"),
    ("未来10天", "未来10天=2025-01-21/2025-01-30 days relative"),
    ("未来三个月", "未来三个月=2025-02/2025-04 months relative"),
    ("三年内", "三年内=2025/2027 years until"),
    ("力争用3年时间", "3年=P3Y duration absolute"),
    ("两个月内办结", "两个月内=P2M duration until"),
    ("15个工作日内", "15个工作日内=P15D duration until"),
    ("未来三到五年", "未来三到五年= years relative"),
    ("下一个五年", "五年=P5Y duration absolute"),
    ("未来半年", "未来半年=2025-02/2025-07 months relative"),
    ("后三天", "后三天=2025-01-21/2025-01-23 days relative"),
    ("接下来三天", "接下来三天=2025-01-21/2025-01-23 days relative"),
)
@_whole(
    _NUMERALS + "未今此接往后",
    f"(?:(?P<p>未来|今后|此后|接下来的?|往后|(?<![^\\W\\d的在了我他她于])后(?!一[天日]))的?(?P<r>{_COUNT}{_TO})?(?P<n>{_COUNT}|半)(?P<v>[多余几])?个?(?P<u>{_UNIT})(?:内|间(?!接))?"
    f"|(?<![{_D}.第{_H}十百千])(?P<o>{_COUNT})(?P<w>[多余])?个?(?P<x>{_UNIT}|工作日)(?P<i>以内|之内|内(?![部容地在外涵需贸销阁])))",
)
def _span_from_now(m: re.Match[str], now: _Now) -> _Found | None:
    count, unit = _units(m["n"] or m["o"], m["u"] or m["x"])
    kind, role = _KINDS.get(unit, "days"), "until" if m["i"] else "relative"
    if unit in ("小时", "分钟"):
        return _Found(m.end(), _duration_of(count, unit) if count else "", "duration", role)
    if m["i"] and unit != "年":
        # 两个月内 counts from an event, not from the document.
        return _Found(m.end(), _duration_of(count, unit) if count else "", "duration", role)
    if now.day is None or m["v"] or m["w"] or m["r"] or not 0 < count <= 500:
        return _Found(m.end(), "", kind, role)
    if unit == "年":
        if m["p"] == "后":  # the last years of something, or the next
            return _Found(m.end(), "", kind, role)
        first = now.day.year + (now.day.month > 6)
        return _Found(m.end(), _years(first, first + count - 1), kind if count != 1 else "year", role)
    if kind == "months":
        months = count * (3 if unit == "季度" else 1)
        first_month, last_month = _add_months(now.day, 1), _add_months(now.day, months)
        return _Found(m.end(), first_month if months == 1 else f"{first_month}/{last_month}", kind, role)
    days = count * (7 if unit in ("周", "星期", "礼拜") else 1)
    return _Found(m.end(), _span(now.day + timedelta(days=1), days - 1), kind if days > 1 else "day", role)


@rule(
    "distance from now",
    "So many units before or after: 五年前, 三天后, 两个月前.",
    ("三天前", "三天前=2025-01-17 day relative"),
    ("比五年前提高", "比五年前=2019 year base"),
    ("2016-01-24|比五年前增加", "比五年前=2010 year base"),
    ("两个月前", "两个月前=2024-11 month relative"),
    ("2016-03-05|相当于5年前1.5个、10年前2.5个", "5年前=2010 year relative; 10年前=2005 year relative"),
    ("10年后", "10年后=2035 year relative"),
    ("两周后", "两周后=2025-02-03 day relative"),
    ("5个月之后", "5个月之后=2025-06 month relative"),
    ("半年前", "半年前=2024-07 month relative"),
    ("|三年前", "三年前= year relative"),
    ("一小时前", "一小时前=PT1H duration relative"),
    ("半小时后", "半小时后=PT30M duration relative"),
    ("三个半小时后", "三个半小时后=PT3H30M duration relative"),
    ("几天前，几年后", "几天前= day relative; 几年后= year relative"),
)
@_whole(
    _NUMERALS,
    f"(?<![{_D}.第{_H}十百千])(?P<n>{_COUNT}|[半几数])(?P<v>[多余])?(?:个(?P<h>半)?)?(?P<u>{_UNIT})(?P<p>(?:以|之)?前(?!提[^高升出供前]|[{_H}两列沿景后期线述夕]|[{_D}]+个?[月季])|(?:以|之)?后(?![{_H}两{_D}期续备勤代面]))",
)
def _distance_from_now(m: re.Match[str], now: _Now) -> _Found | None:
    sign = -1 if m["p"].endswith("前") else 1
    count, unit = _units(m["n"], m["u"])
    if unit in ("小时", "分钟"):
        half = "30M" if unit == "小时" and (m["h"] or m["n"] == "半") else ""
        length = _duration_of(count, unit) if count else "PT" if half else ""
        return _Found(m.end(), length + half, "duration", "relative")
    kind = {"years": "year", "months": "month", "days": "day"}[_KINDS[unit]]
    if m["v"] or m["h"] or not 0 < count <= 500 or now.day is None:
        return _Found(m.end(), "", kind, "relative")
    if unit == "年":
        year = now.spoken_year()
        if now.day is not None and (sign > 0 or year == now.day.year):
            year = now.day.year if sign > 0 else now.last_full_year()
        return _Found(m.end(), _year_text(year + sign * count if year else None), kind, "relative")
    if kind == "month":
        return _Found(m.end(), _add_months(now.day, sign * count * (3 if unit == "季度" else 1)), kind, "relative")
    days = count * (7 if unit in ("周", "星期", "礼拜") else 1)
    return _Found(m.end(), (now.day + timedelta(days=sign * days)).isoformat(), kind, "relative")


@rule(
    "since an event",
    "Since an event of which everybody knows the day: 党的十八大以来, 改革开放以来.",
    ("党的十八大以来", "党的十八大以来=2012-11/2025-01 months since"),
    ("改革开放以来", "改革开放以来=1978-12/2025-01 months since"),
    ("新中国成立以来", "新中国成立以来=1949-10/2025-01 months since"),
    ("改革开放政策", ""),
)
@_whole(_FIRST_OF_EVENTS, f"(?P<e>{_any_of(*_tables()['events'])})以来")
def _since_event(m: re.Match[str], now: _Now) -> _Found | None:
    return _Found(m.end(), _since(_tables()["events"][m["e"]][:7], now), "months", "since")


@rule(
    "times without bounds",
    "Words for a time not far away, which nothing resolves: 近日, 日前, 近年来.",
    ("近日印发", "近日= day relative"),
    ("日前", "日前= day relative"),
    ("近年来", "近年来= years relative"),
    ("连日来", "连日来= days relative"),
    ("近几年", "近几年= years relative"),
    ("接近日产", ""),
)
@_whole(
    "近日连这多几",
    "(?<![接附最临将贴])近日(?![产均])|(?<![今昨明当即生节假近往])日前|近期|连日来|(?<![附接])近(?:几|些)?年来|近几年|这些年来?|多年来|连续多年|几年来|近几个?[月天]|这几[年天]",
)
def _unbounded(m: re.Match[str], now: _Now) -> _Found | None:
    kind = "day" if m[0] in ("近日", "日前") else "years" if "年" in m[0] else "months" if "月" in m[0] else "days"
    return _Found(m.end(), "", kind, "relative")


# ---- days and months told from the document --------------------------------------------------------------


@rule(
    "now",
    "The document's own day: 目前, 截至目前, 迄今.",
    ("截至目前", "截至目前=2025-01-20 point until"),
    ("目前已有", "目前=2025-01-20 point relative"),
    ("到目前为止", "到目前为止=2025-01-20 point until"),
    ("当前", "当前=2025-01-20 point relative"),
    ("|目前", "目前= point relative"),
    ("项目前期", ""),
    ("体现在", ""),
    ("迄今为止", "迄今为止=2025-01-20 point until"),
    ("2019年至今", "2019年至今=2019/2025 years since"),
)
@_whole(
    "目当现如迄至",
    "(?P<w>(?<![项科节题栏条])目前(?!期)|(?<![相])当前|(?<![出体实发展表呈再涌显浮])现在|如今|(?P<u>迄今|至今(?![年天日晚早冬春夏秋])))(?:为止)?",
)
def _present(m: re.Match[str], now: _Now) -> _Found | None:
    return _Found(m.end(), now.day.isoformat() if now.day else "", "point", "until" if m["u"] else "relative")


@rule(
    "day by its distance",
    "A day told from the document's or from the day spoken of: 今天, 昨日, 当天, 次日, 今晚.",
    ("昨日", "昨日=2025-01-19 day relative"),
    ("今天（1月20日）", "今天=2025-01-20 day relative; 1月20日=2025-01-20 day partial"),
    ("明天上午", "明天上午=2025-01-21 day relative"),
    ("后天", "后天=2025-01-22 day relative"),
    ("大前天", "大前天=2025-01-17 day relative"),
    ("今晚播出", "今晚=2025-01-20 day relative"),
    ("昨晚8点", "昨晚8点=2025-01-19T20:00 clock relative"),
    ("1月5日开会，次日返回", "1月5日=2025-01-05 day partial; 次日=2025-01-06 day relative"),
    ("12月3日举行，当天签约", "12月3日=2024-12-03 day partial; 当天=2024-12-03 day relative"),
    ("当今日益", ""),
    ("提前天数", ""),
    ("12月3日彩排，前一天到达", "12月3日=2024-12-03 day partial; 前一天=2024-12-02 day relative"),
    ("|昨天", "昨天= day relative"),
    ("今明两天", "今明两天=2025-01-20/2025-01-21 days relative"),
    ("明后天，昨今两天", "明后天=2025-01-21/2025-01-22 days relative; 昨今两天=2025-01-19/2025-01-20 days relative"),
    ("即日起", "即日起=2025-01-20 day since"),
    ("今起开售", "今起=2025-01-20 day since"),
    ("当天前线地区", "当天=2025-01-20 day relative"),
    ("当天早些时候", "当天=2025-01-20 day relative"),
)
@_whole(
    "大今昨明前后即当同次翌第",
    "(?P<w>(?:大前|大后|今|昨|明|(?<![提之以])前|(?<![先之以])后)[天](?![赋生])|[今昨明]日(?![益])|(?P<t>今明两[天日]|明后两?天|昨今两[天日])|今(?=起)|即日(?=起)"
    "|[今昨明当][晚夜](?=[^餐会报])|[今昨明当][晚夜]$|[今昨明]早|(?P<s>(?<![相正恰])当[天日]|同日|同一天|当晚)|(?P<n>(?<![一二三四五六七八九十多每])次日|翌日|第二天|后一[天日])|(?P<b>(?<![提以之])前一[天日]))",
)
def _relative_day(m: re.Match[str], now: _Now) -> _Found | None:
    day = now.day
    if (m["s"] or m["n"] or m["b"] or m["w"][0] == "当") and len(now.last) == 10:
        day = Date.fromisoformat(now.last)
    if day is None:
        return _Found(m.end(), "", "day", "relative")
    if m["t"]:
        first = day + timedelta(days={"今": 0, "明": 1, "昨": -1}[m["t"][0]])
        return _Found(m.end(), _span(first, 1), "days", "relative")
    word = m["w"]
    distance = (
        1
        if m["n"]
        else -1
        if m["b"]
        else {"昨": -1, "明": 1, "前": -2, "后": 2, "大前": -3, "大后": 3}.get(word[:-1], 0)
    )
    return _Found(m.end(), (day + timedelta(days=distance)).isoformat(), "day", "relative")


@rule(
    "month by its distance",
    "A month told from the document's or the month spoken of: 本月, 上个月, 当月, 本月底.",
    ("上个月", "上个月=2024-12 month relative"),
    ("当月", "当月=2025-01 month relative"),
    ("2024年11月，当月完成", "2024年11月=2024-11 month absolute; 当月=2024-11 month relative"),
    ("本月17日", "本月17日=2025-01-17 day relative"),
    ("本月底", "本月底=2025-01-31 point relative"),
    ("上月末", "上月末=2024-12-31 point relative"),
    ("下月初", "下月初=2025-02-01 point relative"),
    ("比上月", "比上月=2024-12 month base"),
    ("月底前", "月底前=2025-01-31 point until"),
    ("上上个月", "上上个月=2024-11 month relative"),
    ("2024年11月申报，次月缴纳", "2024年11月=2024-11 month absolute; 次月=2024-12 month relative"),
    ("上一个月", "上一个月=2024-12 month relative"),
    ("月末余额", "月末=2025-01-31 point partial"),
    ("日本月球探测", ""),
    ("这个月", "这个月=2025-01 month relative"),
)
@_whole(
    "本当同上下这次月",
    f"(?:(?P<w>(?<![日成基])本|(?<![相恰])当|同|(?<![以网晚之])上上?一?个?|(?<![天以之])下下?一?个?|这个|(?<![每首{_H}两])次)月份?(?:(?P<d>{_DAY})[日号]|(?P<p>[末底初](?!期|步))|(?P<t>[上中下])旬)?"
    f"|(?<![{_D}{_H}十个每满数岁正])月(?P<b>[末底初]))",
)
def _relative_month(m: re.Match[str], now: _Now) -> _Found | None:
    word, edge = m["w"] or "", m["p"] or m["b"]
    role = "relative" if word else "partial"
    kind = "day" if m["d"] else "point" if edge else "days" if m["t"] else "month"
    day = now.day
    if word in ("当", "同", "次", "") and len(now.last) >= 7 and now.last[4] == "-":
        day = Date.fromisoformat(now.last[-10:] if len(now.last) in (10, 21) else now.last[-7:] + "-01")
    if day is None:
        return _Found(m.end(), "", kind, role)
    month = _add_months(day, word.count("下") + word.count("次") - word.count("上"))
    year, number = int(month[:4]), int(month[5:])
    if m["d"]:
        period = _day(year, number, _number(m["d"]))
        return _Found(m.end(), period, kind, role) if period else None
    if m["t"]:
        first = 1 + 10 * "上中下".index(m["t"])
        last = _last_day(month) if m["t"] == "下" else _day(year, number, first + 9)
        return _Found(m.end(), f"{_day(year, number, first)}/{last}", kind, role)
    if edge:
        return _Found(m.end(), f"{month}-01" if edge == "初" else _last_day(month), kind, role)
    return _Found(m.end(), month, kind, role)


@rule(
    "quarter by its distance",
    "A quarter told from the document's: 本季度, 上季度.",
    ("上季度", "上季度=2024-10/2024-12 quarter relative"),
    ("本季度", "本季度=2025-01/2025-03 quarter relative"),
    ("比上季度末", "比上季度末=2024-12-31 point base"),
    ("下个季度", "下个季度=2025-04/2025-06 quarter relative"),
)
@_whole("本当上下这", "(?P<w>本|当|上一?个?|下一?个?|这个)季度?(?P<p>[末底])?(?![节])")
def _relative_quarter(m: re.Match[str], now: _Now) -> _Found | None:
    if "季度" not in m[0] and not m["p"]:
        return None
    kind = "point" if m["p"] else "quarter"
    if now.day is None:
        return _Found(m.end(), "", kind, "relative")
    quarter = now.day.year * 4 + (now.day.month - 1) // 3 + {"上": -1, "下": 1}.get(m["w"][0], 0)
    period = _months(quarter // 4, quarter % 4 * 3 + 1, quarter % 4 * 3 + 3)
    return _Found(m.end(), _last_day(period[8:]) if m["p"] else period, kind, "relative")


@rule(
    "week",
    "A week, a day of it, or its end; weeks begin on Monday: 上周, 下周三, 星期五, 本周末.",
    ("下周三", "下周三=2025-01-29 day relative"),
    ("上周日", "上周日=2025-01-19 day relative"),
    ("星期五", "星期五=2025-01-24 day partial"),
    ("本周", "本周=2025-01-20/2025-01-26 days relative"),
    ("上周", "上周=2025-01-13/2025-01-19 days relative"),
    ("本周末", "本周末=2025-01-25/2025-01-26 days relative"),
    ("下个星期一", "下个星期一=2025-01-27 day relative"),
    ("上礼拜天", "上礼拜天=2025-01-19 day relative"),
    ("周末", "周末=2025-01-25/2025-01-26 days partial"),
    ("周末及节假日增开航班", ""),
    ("周五下午三点", "周五下午三点=2025-01-24T15:00 clock partial"),
    ("一周一次", "一周一次=R/P1W set absolute"),
    ("|周五", "周五= day partial"),
    ("3月5日（周三）", "3月5日=2025-03-05 day partial; 周三=2025-03-05 day partial"),
    ("2024年12月31日星期二", "2024年12月31日星期二=2024-12-31 day absolute"),
    ("上周一至周五", "上周一至周五=2025-01-13/2025-01-17 days relative"),
    ("下下周", "下下周=2025-02-03/2025-02-09 days relative"),
)
@_whole(
    "上下这本周星礼",
    f"(?P<s>(?<![以网晚之赶])上上?|(?<![天以之])下下?|[这本])(?:个|一)?(?:周(?![年岁边期转])|星期|礼拜)(?P<d>[一二三四五六日天末]末?)?"
    f"|(?<![{_D}{_H}两十几数半每])(?:周(?P<e>[一二三四五六日末])|(?:星期|礼拜)(?P<f>[一二三四五六日天]))(?![{_H}十边转围密期]|每|[和及与、](?:法定)?节假日)",
)
def _week(m: re.Match[str], now: _Now) -> _Found | None:
    name, shift = m["d"] or m["e"] or m["f"] or "", m["s"] or ""
    role = "relative" if shift else "partial"
    kind = "day" if name and name[-1] != "末" else "days"
    if now.day is None:
        return _Found(m.end(), "", kind, role)
    if not shift and len(now.last) == 10 and m.string[m.start() - 1 : m.start()] in ("（", "("):
        return _Found(m.end(), now.last, kind, role)  # 3月5日（周三）
    if not shift and len(now.left) == 10 and name and name[-1] != "末":
        left = Date.fromisoformat(now.left)
        ahead = (("一二三四五六日".find(name) % 7) - left.weekday()) % 7
        return _Found(m.end(), (left + timedelta(days=ahead)).isoformat(), kind, role)
    monday = now.day - timedelta(days=now.day.weekday() - 7 * (shift.count("下") - shift.count("上")))
    if not name:
        return _Found(m.end(), _span(monday, 6), kind, role)
    if name[-1] == "末":
        return _Found(m.end(), _span(monday + timedelta(days=5), 1), kind, role)
    return _Found(
        m.end(),
        (monday + timedelta(days="一二三四五六日天".index(name[0]) % 7 if name[0] != "天" else 6)).isoformat(),
        kind,
        role,
    )


@rule(
    "basis of comparison",
    "What a figure is compared with, in one word: 同比, 环比, 同期.",
    ("同比增长", "同比= year base"),
    ("环比", "环比= month base"),
    ("同期", "同期= year base"),
    ("共同期盼", ""),
    ("1—11月，高于同期", "1—11月=2024-01/2024-11 months partial; 同期=2024-01/2024-11 year base"),
)
@_whole("同环", "同比|环比|(?<![共合])同期(?![盼望待许货])")
def _basis(m: re.Match[str], now: _Now) -> _Found | None:
    period = now.last if m[0] == "同期" and now.last[:1] not in ("P", "R") else ""
    return _Found(m.end(), period, "month" if m[0] == "环比" else "year", "base")


# ---- sets, lengths, hours --------------------------------------------------------------------------------

_PARTS_OF_DAY = {
    # The hours that the weather services count by.
    "凌晨": (3, 5), "清晨": (5, 8), "早晨": (5, 8), "早上": (5, 8), "早": (5, 8), "上午": (8, 11),
    "中午": (11, 13), "正午": (11, 13), "午间": (11, 13), "下午": (13, 17), "午后": (13, 17), "傍晚": (17, 20),
    "晚上": (20, 24), "晚间": (20, 24), "晚": (20, 24), "夜间": (20, 24), "夜里": (20, 24), "夜": (20, 24),
    "深夜": (23, 24), "半夜": (23, 24), "午夜": (23, 24),
}  # fmt: skip
_PART_OF_DAY = _any_of(*(word for word in _PARTS_OF_DAY if len(word) > 1))
_FIRST_OF_PARTS = "".join(sorted({word[0] for word in _PARTS_OF_DAY}))
_CODES = {
    "年": "Y", "季度": "M", "季": "M", "个月": "M", "月": "M", "周": "W", "星期": "W", "礼拜": "W",
    "天": "D", "日": "D", "周末": "W", "昼夜": "D", "工作日": "D",
    "小时": "TH", "钟头": "TH", "刻钟": "TM", "分钟": "TM", "分": "TM",
    "秒钟": "TS", "秒": "TS", "世纪": "Y",
}  # fmt: skip
_TIMES_UNIT = {"季度": 3, "季": 3, "刻钟": 15, "世纪": 100}


def _duration_of(count: int, unit: str) -> str:
    """ISO 8601 duration of so many units: (3, 年) is P3Y, (2, 季度) P6M."""
    code = _CODES[unit]
    count *= _TIMES_UNIT.get(unit, 1)
    return f"PT{count}{code[1]}" if code[0] == "T" else f"P{count}{code}"


_SET_CLOCK = (
    "(?:凌晨|早上|上午|中午|下午|晚上|晚)?"
    f"(?:[{_D}{_H}十]{{1,3}}[点时](?:[{_D}]{{1,2}}分|半)?|[{_D}]{{1,2}}[:：][0-5０-５][{_D}])"
)


@rule(
    "set",
    "Times that come again and again: 每年, 每季度, 每周三, 每年3月, 一年一度.",
    ("每季度公布", "每季度=R/P3M set absolute"),
    ("每年", "每年=R/P1Y set absolute"),
    ("每月", "每月=R/P1M set absolute"),
    ("每个月", "每个月=R/P1M set absolute"),
    ("每天", "每天=R/P1D set absolute"),
    ("每周三", "每周三=R/P1W set absolute"),
    ("每两年", "每两年=R/P2Y set absolute"),
    ("每隔三天", "每隔三天=R/P3D set absolute"),
    ("每年3月", "每年3月=R/P1Y set absolute"),
    ("每年的3月至5月", "每年的3月至5月=R/P1Y set absolute"),
    ("每月15日前", "每月15日=R/P1M set absolute"),
    ("每天上午9点", "每天上午9点=R/P1D set absolute"),
    ("每小时", "每小时=R/PT1H set absolute"),
    ("每星期天", "每星期天=R/P1W set absolute"),
    ("每5分钟", "每5分钟=R/PT5M set absolute"),
    ("每个季度", "每个季度=R/P3M set absolute"),
    ("每工作日", "每工作日=R/P1D set absolute"),
    ("每人每年900元", "每年=R/P1Y set absolute"),
    ("每隔一周", "每隔一周=R/P1W set absolute"),
    ("隔天", "隔天=R/P2D set absolute"),
    ("每晚八点，每天上午", "每晚八点=R/P1D set absolute; 每天上午=R/P1D set absolute"),
    (
        "每天9:00至17:00，每季度末，每年春节",
        "每天9:00至17:00=R/P1D set absolute; 每季度末=R/P3M set absolute; 每年春节=R/P1Y set absolute",
    ),
    (
        "每周一三五，每周一至周五，每月1日和15日",
        "每周一三五=R/P1W set absolute; 每周一至周五=R/P1W set absolute; 每月1日和15日=R/P1M set absolute",
    ),
    ("每周三四次", "每周三四次=R/P1W set absolute"),
    ("每逢周末", "每逢周末=R/P1W set absolute"),
    ("两年一次，四年一届", "两年一次=R/P2Y set absolute; 四年一届=R/P4Y set absolute"),
    ("一年一度", "一年一度=R/P1Y set absolute"),
    ("每年两次", "每年两次=R/P1Y set absolute"),
    ("天天", "天天=R/P1D set absolute"),
    ("逐年", "逐年=R/P1Y set absolute"),
    ("每日上报", "每日=R/P1D set absolute"),
    ("每周", "每周=R/P1W set absolute"),
    ("每个周末", "每个周末=R/P1W set absolute"),
    ("按月发放", "按月=R/P1M set absolute"),
)
@_whole(
    _NUMERALS + "每隔天年月日逐按分",
    f"每(?:间?隔|逢)?(?:(?P<n>{_COUNT})|半)?个?(?P<u>季度|星期|礼拜|小时|分钟|工作日|年(?!级|轻|龄)|月|周末?|天|日|季|秒)"
    f"(?:(?<=[周期拜])[一二三四五六日天](?:[、和至到]?(?:周|星期)?[一二三四五六日天]){{0,5}}(?![次{_H}]))?(?:的?(?:{_MONTH}月(?:{_DAY}[日号])?(?:{_TO}{_MONTH}月)?|(?<=月)的?{_DAY}[日号](?:[、和至到]{_DAY}[日号])?))?"
    f"(?:(?<=[年月度])年?[末底初](?![步期])|(?<=年)(?:春节|元旦|清明|端午|中秋|国庆|元宵|重阳|教师)节?"
    f"|[{_H}两十{_D}]{{1,2}}[次回]|的?{_SET_CLOCK}(?:{_TO}{_SET_CLOCK})?|(?:凌晨|早上|上午|中午|下午|晚上|晚间|夜间))?"
    f"|每(?P<e>[晚早夜])(?![间餐饭会报])(?:[{_D}{_H}十]{{1,3}}[点时](?:[{_D}]{{1,2}}分|半)?)?"
    f"|(?<![{_D}{_H}十百千第])(?P<z>{_COUNT})个?(?P<y>年|季度|月|周|星期|天|小时)一(?:次|届|评|换|选)"
    f"|(?<![{_D}{_H}十])一(?P<v>年|季度|季|个?月|周|星期|天|日)(?:一度|[{_H}两{_D}]{{1,2}}次)|(?P<w>隔[天日周年月])"
    "|(?P<r>(?<!天)天天(?!向)|(?<!年)年年(?!末|底|初)|(?<!月)月月(?![初末底])|(?<!日)日日|逐[年月季日](?:度)?|[按分](?:年|月|季度?|日|周)(?![末底初代龄])(?=发|缴|支|付|报|公|通|调|监|统|实|推|拨|下|上|结|考|核|开|召|组|分|落|清|更))",
)
def _set(m: re.Match[str], now: _Now) -> _Found | None:
    if m["w"]:
        period = _duration_of(2, m["w"][1])
    elif m["e"]:
        period = "P1D"
    elif m["z"]:
        period = _duration_of(_count(m["z"]), m["y"]) if _count(m["z"]) else ""
    elif m["r"]:
        period = _duration_of(1, "季" if "季" in m["r"] else m["r"].rstrip("度")[-1])
    elif m["v"]:
        period = _duration_of(1, m["v"])
    elif m["n"]:
        period = _duration_of(_number(m["n"]), m["u"])
    elif "半" in m[0][:3]:
        period = {"年": "P6M", "天": "PT12H", "小时": "PT30M"}.get(m["u"], "")
    else:
        period = _duration_of(1, m["u"])
    return _Found(m.end(), f"R/{period}" if period else "", "set", "absolute")


@rule(
    "anniversary",
    "So many years since an event: 成立75周年.",
    ("成立75周年", "75周年=P75Y anniversary absolute"),
    ("四十周年", "四十周年=P40Y anniversary absolute"),
    ("一百周年", "一百周年=P100Y anniversary absolute"),
)
@_whole(_NUMERALS, rf"(?<![{_D}.])(?P<n>{_COUNT})周年")
def _anniversary(m: re.Match[str], now: _Now) -> _Found | None:
    return _Found(m.end(), f"P{_number(m['n'])}Y", "anniversary", "absolute")


_HOUR = f"(?:[0０1１]?[{_D}]|[2２][0-4０-４]|二十[一二三四]?|十[{_H}]?|[{_H}两零])"
_MINUTE = f"(?:[{_D}]{{1,2}}|[二三四五]?十[{_H}]?|[零〇]?[{_H}])"
_CLOCK = (
    rf"(?<![{_D}.:：])(?:北京时间)?(?P<a>{_PART_OF_DAY}|[早晚](?=[{_D}{_H}十]))?[ \u3000]?(?:(?P<h>{_HOUR})(?:"
    rf"(?:点(?!候)|时(?![代期间差段长效候刻钟]|至(?![{_D}{_H}十两零]|[次翌当]日)))(?:(?P<q>[一三])刻|(?P<f>半)|(?P<i>{_MINUTE})分?(?:(?P<s>{_MINUTE})秒)?(?![{_D}{_H}%％年月日]))?(?P<z>整|钟)?"
    rf"|[:：](?P<j>[0-5０-５][{_D}])(?:[:：](?P<k>[0-5０-５][{_D}]))?(?![{_D}:：]|\.[{_D}])"
    r"(?:[ ]?(?P<x>[ap])\.?m(?![A-Za-z]))?))"
)


@rule(
    "clock time told otherwise",
    "Minutes short of an hour, and hours by halves of the day: 差五分九点, 九点差一刻, 3pm.",
    ("差五分九点", "差五分九点=T08:55 clock absolute"),
    ("下午六点差一刻集合", "下午六点差一刻=T17:45 clock absolute"),
    ("3pm，11 a.m.", "3pm=T15:00 clock absolute; 11 a.m.=T11:00 clock absolute"),
    ("相差五分，PM2.5，3P", ""),
)
@_whole(
    _NUMERALS + "差" + _FIRST_OF_PARTS,
    f"(?<![{_D}A-Za-z.:：相])(?P<a>{_PART_OF_DAY})?(?:差(?P<m>一刻|{_MINUTE}分)钟?(?P<h>{_HOUR})点钟?"
    f"|(?P<k>{_HOUR})点钟?差(?P<n>一刻|{_MINUTE}分)钟?"
    r"|(?P<e>1[0-2]|[1-9]) ?(?P<x>[aApP])(?:[mM](?![A-Za-z0-9])|\.[mM]\.?))",
)
def _clock_otherwise(m: re.Match[str], now: _Now) -> _Found | None:
    if m["e"]:
        return _time_of_day(m.end(), "凌晨" if m["x"] in "aA" else "下午", int(m["e"]), 0, None)
    short = m["m"] or m["n"]
    minutes = 15 if short == "一刻" else _number(short[:-1])
    found = _time_of_day(m.end(), m["a"] or "", _number(m["h"] or m["k"]), 0, None)
    if found is None or not 0 < minutes < 60 or found.period == "T00:00":
        return None
    hour = int(found.period[1:3])
    return found._replace(period=f"T{hour - 1:02d}:{60 - minutes:02d}")


@rule(
    "clock time",
    "An hour, with or without its part of the day: 上午9时30分, 8:30, 下午三点半, 24时.",
    ("上午9时30分", "上午9时30分=T09:30 clock absolute"),
    ("8:30开门", "8:30=T08:30 clock absolute"),
    ("下午三点半", "下午三点半=T15:30 clock absolute"),
    ("晚上9：30", "晚上9：30=T21:30 clock absolute"),
    ("10时许", "10时=T10:00 clock absolute"),
    ("八点四十分", "八点四十分=T08:40 clock absolute"),
    ("今天9时至12时", "今天9时至12时=2025-01-20T09:00/2025-01-20T12:00 clock relative"),
    ("3点前交齐，晚上9点以后关闭", "3点前=T03:00 clock until; 晚上9点以后=T21:00 clock since"),
    ("截至12月10日24时", "截至12月10日24时=2024-12-10T24:00 clock until"),
    ("11月30日22时25分", "11月30日22时25分=2024-11-30T22:25 clock partial"),
    ("2024年11月30日上午九点", "2024年11月30日上午九点=2024-11-30T09:00 clock absolute"),
    ("下午2点到4点", "下午2点到4点=T14:00/T16:00 clock absolute"),
    ("9:00-17:30", "9:00-17:30=T09:00/T17:30 clock absolute"),
    ("明天下午2点至4点", "明天下午2点至4点=2025-01-21T14:00/2025-01-21T16:00 clock relative"),
    ("7点56分35秒", "7点56分35秒=T07:56:35 clock absolute"),
    ("两点一刻", "两点一刻=T02:15 clock absolute"),
    ("中午12点", "中午12点=T12:00 clock absolute"),
    ("中午1点", "中午1点=T13:00 clock absolute"),
    ("夜里3点", "夜里3点=T03:00 clock absolute"),
    ("凌晨5时", "凌晨5时=T05:00 clock absolute"),
    ("晚7时", "晚7时=T19:00 clock absolute"),
    ("八点整", "八点整=T08:00 clock absolute"),
    ("2024-12-31 09:14", "2024-12-31 09:14=2024-12-31T09:14 clock absolute"),
    ("三点建议", ""),
    ("三点五", ""),
    ("零点", "零点=T00:00 clock absolute"),
    ("2:30pm", "2:30pm=T14:30 clock absolute"),
    ("9.5%，提高2.3个百分点", ""),
    ("有一点", ""),
    ("比例为3:20", ""),
    ("三时代表", ""),
    ("晚上12点", "晚上12点=T24:00 clock absolute"),
)
@_whole(_NUMERALS + "北" + _FIRST_OF_PARTS + "早晚", _CLOCK)
def _clock(m: re.Match[str], now: _Now) -> _Found | None:
    words, minutes = m["h"], m["j"] or m["i"]
    told = any(m[name] for name in "ajqfiz") or m.string[m.end() - 1] == "时" or words == "零" or now.hour >= 0
    if not told and not (words.isdecimal() or _AFTER_HOUR(m.string, m.end())):
        return None
    if m["i"] and len(m["i"]) == 1 and m.string[m.end() - 1] == m["i"]:
        return None  # 三点五 is a number
    if not m["a"] and m.string[m.end() - 1] == "点" and m.string[m.end() : m.end() + 1] in _NOT_HOURS:
        return None
    if (
        m["j"]
        and not m["a"]
        and len(m["j"]) == 2
        and m.string[max(0, m.start() - 2) : m.start()] in ("例为", "比为", "比分")
    ):
        return None
    hour = _number(words)
    part = m["a"] or ""
    if not part and hour < 12 <= now.hour:
        hour += 12
    minute = 15 if m["q"] == "一" else 45 if m["q"] else 30 if m["f"] else _number(minutes) if minutes else 0
    if m["x"]:
        part = "凌晨" if m["x"] == "a" else "下午"
    second = m["s"] or m["k"]
    return _time_of_day(m.end(), part, hour, minute, _number(second) if second else None)


def _time_of_day(end: int, part: str, hour: int, minute: int, second: int | None) -> _Found | None:
    """The clock time of an hour in a part of the day; ``None`` for minutes that no clock shows."""
    first = _PARTS_OF_DAY[part][0] if part else 0
    if hour == 12 and first >= 20:
        hour = 24
    elif hour == 12 and part == "凌晨":
        hour = 0
    elif first >= 11 and (5 if first >= 20 else 0) <= hour < (3 if first == 11 else 12):
        # 晚上9点, but 夜里3点 and 中午11点 as they stand.
        hour += 12
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return _Found(
        end, f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else ""), "clock", "absolute"
    )


_NOT_HOURS = frozenset("建意希要期共体看感原经倡主内多几以、个")  # 三点建议
_AFTER_HOUR = late("(?<!一点)[前后到至出开起左许集准]").match


@rule(
    "part of a day",
    "Morning, afternoon, evening: 上午, 晚上; with a day before it the time is that day.",
    ("12月18日下午", "12月18日下午=2024-12-18 day partial"),
    ("1月18日晚", "1月18日晚=2025-01-18 day partial"),
    ("上午", "上午=T08:00/T11:00 clock absolute"),
    ("晚上", "晚上=T20:00/T24:00 clock absolute"),
    ("今天上午10时", "今天上午10时=2025-01-20T10:00 clock relative"),
)
@_whole(_FIRST_OF_PARTS, f"(?P<p>{_PART_OF_DAY})(?![餐饭])")
def _part_of_day(m: re.Match[str], now: _Now) -> _Found | None:
    first, last = _PARTS_OF_DAY[m["p"]]
    return _Found(m.end(), f"T{first:02d}:00/T{last:02d}:00", "clock", "absolute")


_NUMERAL = rf"(?:[{_D}]{{1,4}}(?:[.．][{_D}]{{1,2}})?万?|[{_H}两十百千万零]{{1,8}}|[几数][十百千万]?)"
_LENGTH = (
    f"(?P<n>{_NUMERAL}|半)(?P<v>[多余来几])?(?:(?P<c>个)(?P<h>半)?(?P<w>多)?)?整?"
    rf"(?P<u>年(?![代级纪岁轮报])|季度|工作日|星期|礼拜|小时|钟头|刻钟|分钟|昼夜|秒钟?|周(?![年岁边期转])|月(?<=个月|半月|多月)|世纪(?<=[个半多]世纪)|天(?![然气津线空地桥猫文使])|分(?=[0-9一二三四五六七八九]|半钟))(?:(?<=小时)零?(?P<i>{_MINUTE})分(?![之钟]))?(?P<x>半(?!导|岛|径|数|年|决))?(?:(?<=分半)钟)?(?P<y>多(?![年个种样元次名万家人项]))?"
)


@rule(
    "duration",
    "A length of time: 三年, 两个月, 14天, 一个半小时, 1小时30分钟, 3至5年.",
    ("连续三年", "三年=P3Y duration absolute"),
    ("14天", "14天=P14D duration absolute"),
    ("两个月", "两个月=P2M duration absolute"),
    ("半年", "半年=P6M duration absolute"),
    ("一个半小时", "一个半小时=PT1H30M duration absolute"),
    ("1.5小时", "1.5小时=PT1.5H duration absolute"),
    ("100年", "100年=P100Y duration absolute"),
    ("一年半", "一年半=P1Y6M duration absolute"),
    ("两年零三个月", "两年零三个月=P2Y3M duration absolute"),
    ("1小时30分钟", "1小时30分钟=PT1H30M duration absolute"),
    ("3至5年", "3至5年= duration absolute"),
    ("三到五年", "三到五年= duration absolute"),
    ("24小时", "24小时=PT24H duration absolute"),
    ("1年期贷款", "1年=P1Y duration absolute"),
    ("5个工作日", "5个工作日=P5D duration absolute"),
    ("5000多年", "5000多年=P5000Y duration absolute"),
    ("两千年", "两千年=P2000Y duration absolute"),
    ("半个月", "半个月=P0.5M duration absolute"),
    ("几个月", "几个月= duration absolute"),
    ("3分钟", "3分钟=PT3M duration absolute"),
    ("两个季度", "两个季度=P6M duration absolute"),
    ("三周", "三周=P3W duration absolute"),
    ("20多年", "20多年=P20Y duration absolute"),
    ("两三年", "两三年= duration absolute"),
    ("三五天", "三五天= duration absolute"),
    ("几十年", "几十年= duration absolute"),
    ("数百年", "数百年= duration absolute"),
    ("三个半月", "三个半月=P3.5M duration absolute"),
    ("两天半", "两天半=P2.5D duration absolute"),
    ("1小时20分，一整天", "1小时20分=PT1H20M duration absolute; 一整天=P1D duration absolute"),
    ("一分半钟", "一分半钟=PT1M30S duration absolute"),
    ("一个世纪，半个世纪", "一个世纪=P100Y duration absolute; 半个世纪=P50Y duration absolute"),
    ("24小时热线", "24小时=PT24H duration absolute"),
    ("一年级，八年代", ""),
    ("第3年", ""),
    ("15737.82亿元", ""),
    ("C919客机，10月龄", ""),
    ("3个多小时", "3个多小时=PT3H duration absolute"),
    ("青年，3天然气站", ""),
    ("PM2.5年均浓度", ""),
)
@_whole(_NUMERALS, rf"(?<![{_D}.．第上下A-Za-z])(?:(?P<r>{_NUMERAL}){_TO})?{_LENGTH}")
def _duration(m: re.Match[str], now: _Now) -> _Found | None:
    words, unit = m["n"].replace("．", "."), m["u"]
    if unit == "月":
        unit = "个月"
    if m["r"] or m["v"] == "几" or words[-1] == "万" or (words != "半" and "." not in words and not _count(words)):
        return _Found(m.end(), "", "duration", "absolute")
    if words == "半":
        half = {"年": "P6M", "小时": "PT30M", "钟头": "PT30M", "天": "PT12H", "个月": "P0.5M", "世纪": "P50Y"}.get(
            unit, ""
        )
        return _Found(m.end(), half, "duration", "absolute")
    if "." in words:
        scale, code = _TIMES_UNIT.get(unit, 1), _CODES[unit]
        if scale > 1:
            return _Found(m.end(), "", "duration", "absolute")
        whole, _, part = words.partition(".")
        number = f"{int(whole)}.{''.join(str(int(digit)) for digit in part)}"
        return _Found(m.end(), f"PT{number}{code[1]}" if code[0] == "T" else f"P{number}{code}", "duration", "absolute")
    count = _number(words)
    if not count:
        return None
    period = _duration_of(count, unit)
    if m["i"]:
        period += f"{_number(m['i'])}M"
    if m["h"] or m["x"]:
        if unit == "年":
            period += "6M"
        elif unit in ("小时", "钟头"):
            period += "30M"
        elif unit == "分":
            period += "30S"
        else:
            period = period[:-1] + ".5" + period[-1]
    return _Found(m.end(), period, "duration", "absolute")


@rule(
    "date in figures",
    "A date written with points, strokes or hyphens: 2024-12-31, 2024.12.31, 2024/12/31; 2024-12, 2021—2025.",
    ("2024-12-31", "2024-12-31=2024-12-31 day absolute"),
    ("2024.1.5发布", "2024.1.5=2024-01-05 day absolute"),
    ("2024/12/31", "2024/12/31=2024-12-31 day absolute"),
    ("2024-12-31T09:30:00", "2024-12-31T09:30:00=2024-12-31T09:30:00 clock absolute"),
    ("2024.12.01-2024.12.05", "2024.12.01-2024.12.05=2024-12-01/2024-12-05 days absolute"),
    ("2024-12", "2024-12=2024-12 month absolute"),
    ("（2021—2025）", "2021—2025=2021/2025 years absolute"),
    ("2024-13-31", ""),
    ("192.168.1.1", ""),
    ("2024.1.5.3", ""),
    ("临政发〔2024〕1号", ""),
    ("电话2024-1231", ""),
)
@_whole(
    "12",
    rf"(?<![{_D}A-Za-z.\-/])(?P<a>(?:19|20)[0-9]{{2}})(?:[-/](?P<b>0[1-9]|1[0-2])|(?:[—–~～\-]|至)(?P<c>(?:19|20)[0-9]{{2}}))(?![0-9A-Za-z./:年月日号期—–~～\-])"
    r"|(?<![0-9A-Za-z.\-/])(?P<y>[12][0-9]{3})(?P<s>[-/.])(?P<m>[01]?[0-9])(?P=s)(?P<d>[0-3]?[0-9])"
    rf"(?:{_TO}(?P<z>[12][0-9]{{3}})(?P=s)(?P<n>[01]?[0-9])(?P=s)(?P<e>[0-3]?[0-9]))?(?![0-9]|[-/.][0-9])",
)
def _date_in_figures(m: re.Match[str], now: _Now) -> _Found | None:
    if m["b"]:
        return _Found(m.end(), f"{m['a']}-{m['b']}", "month", "absolute")
    if m["c"]:
        return _Found(m.end(), _years(int(m["a"]), int(m["c"])), "years", "absolute") if m["a"] < m["c"] else None
    first = _day(int(m["y"]), int(m["m"]), int(m["d"]))
    if not m["z"]:
        return _Found(m.end(), first, "day", "absolute") if first else None
    last = _day(int(m["z"]), int(m["n"]), int(m["e"]))
    return _Found(m.end(), f"{first}/{last}", "days", "absolute") if first and first < last else None


@rule(
    "lunar date",
    "A day of the lunar calendar: 农历八月十五, 腊月二十三, 正月初一.",
    ("2024年农历八月十五", "2024年农历八月十五=2024-09-17 day absolute"),
    ("去年腊月二十三", "去年腊月二十三=2025-01-22 day relative"),
    ("正月初一", "正月初一=2025-01-29 day partial"),
    ("大年初一", "大年初一=2025-01-29 day partial"),
    ("农历正月十五", "农历正月十五=2025-02-12 day partial"),
    ("|农历八月十五", "农历八月十五= day partial"),
)
@_part(
    "的农阴旧正腊冬大",
    f"的?(?:(?:农历|阴历|旧历)(?P<m>正|冬|腊|十[一二]?|[{_H}])|(?P<k>正|腊|冬|大年))(?:(?<!年)月|(?<=大年))(?P<d>初[{_H}十]|廿[{_H}]?|[二三]?十[{_H}]?)",
)
def _lunar_date(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    name, day = m["m"] or m["k"], _number(m["d"].lstrip("初"))
    if year is None:
        year = now.said if now.said is not None else now.spoken_year()
    month = {"正": 1, "大年": 1, "冬": 11, "腊": 12}.get(name) or _number(name)
    return _Found(m.end(), _lunar_day(year, month, day) if year else "", "day", "partial")


@rule(
    "bare day",
    "A day or days without the month, in the news: 30日, 19日至20日; the nearest such day to the document.",
    ("15日举行", "15日=2025-01-15 day partial"),
    ("2025-01-01|30日", "30日=2024-12-30 day partial"),
    ("2024-12-13|会议11日至12日举行", "11日至12日=2024-12-11/2024-12-12 days partial"),
    ("2024-12-13|11-12日", "11-12日=2024-12-11/2024-12-12 days partial"),
    ("12月28日至1月2日，31日休息", "12月28日至1月2日=2024-12-28/2025-01-02 days partial; 31日=2025-01-31 day partial"),
    ("18日下午", "18日下午=2025-01-18 day partial"),
    ("|18日", "18日= day partial"),
    ("|2024年5月以来，18日", "2024年5月以来=2024-05/.. month since; 18日= day partial"),
    ("365日均", ""),
    ("32日", ""),
    ("11号", "11号=2025-01-11 day partial"),
    ("11号线", ""),
    ("3日游", ""),
    ("据电视台8日报道", "8日=2025-01-08 day partial"),
    ("卫星十三号", ""),
    ("当地组织（简称）8日称", "8日=2025-01-08 day partial"),
)
@_whole(
    _NUMERALS,
    rf"(?<![{_D}.．/{_H}十廿第\-—〕］\]])(?:(?P<f>{_DAY})[日号]?{_TO})?(?P<d>[{_D}]{{1,2}}|三十一?|二?十[{_H}]?|廿[{_H}]?)(?:日(?!报(?!道)|[均本元产常游])|(?<=[0-9０-９])号(?=[，。；、,;\s上下晚早在举召开]|$))",
)
def _bare_day(m: re.Match[str], now: _Now) -> _Found | None:
    first, last = _number(m["f"]) if m["f"] else 0, _number(m["d"])
    kind = "days" if first else "day"
    if not 0 < last < 32 or first > 31:
        return None
    if first and first >= last:
        return None
    if now.left and len(now.left) == 10:
        left = Date.fromisoformat(now.left)
        month = left if last > left.day else Date.fromisoformat(_add_months(left, 1) + "-01")
        period = _day(month.year, month.month, last)
        return _Found(m.end(), period, kind, "partial") if period else None
    day = now.day
    if day is None:
        if len(now.last) != 10:
            return _Found(m.end(), "", kind, "partial")
        day = Date.fromisoformat(now.last)
    for distance in range(32):
        for sign in (-1, 1):
            near = day + timedelta(days=sign * distance)
            if near.day == last:
                period = near.isoformat()
                return _Found(m.end(), f"{period[:8]}{first:02d}/{period}" if first else period, kind, "partial")
    return None


# ---- the way through a text ------------------------------------------------------------------------------


def _unnamed(pattern: str) -> str:
    """The pattern without the names of its groups, to stand in a union of all."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.replace("(?P=s)", "[-/.]"))


@cache
def _after_year() -> Callable[[str, int], re.Match[str] | None]:
    """Match the part of a year that follows it, its group named after the rule; compiled on first use."""
    names = (name for name, reader in _READERS.items() if reader.part)
    return re.compile("|".join(f"(?P<{name}>{_unnamed(_READERS[name].pattern)})" for name in names)).match


@cache
def _search() -> Callable[[str, int], re.Match[str] | None]:
    """Search for the next time; the group that matched is named after the rule that reads it; compiled on first use.

    Numerals come first, behind one look at what follows them: a unit, a dash or another numeral. What begins
    with another character, or with a numeral in a name (五一, 十四五), has a second place without that look.
    """
    numerals = set(_NUMERALS + "元")
    counted, words = [], []
    first: set[str] = set()
    for name, reader in _READERS.items():
        # 的 begins a part only after a year.
        starts = set(reader.starts) - {"的"} if reader.bare else set()
        before = f"(?<![{_D}{_H}十廿第])" if reader.part else ""  # a part begins inside no number
        pattern = f"{before}(?:{_unnamed(reader.pattern)})"
        if starts & numerals:
            counted.append(standing_at(starts & numerals, f"(?P<{name}>{pattern})"))
        if others := starts - (numerals if "3" in starts else set(_DIGITS)):
            words.append(standing_at(others, f"(?P<{name}{_ALONE}>{pattern})"))
            first |= others
    numeral, after = f"[{_NUMERALS}{_ZEROS}元]", f"[{_AFTER_NUMERAL}]"
    # Of decimals, sums in 万 and fractions, which most numbers are, those alone that a unit of time or a date goes on.
    parts = f"[.．][{_D}]{{1,2}}(?:{after}|[.．万几])|万[{_NUMERALS}万]{{0,7}}{after}"
    behind = f"[ \u3000]?(?:{after}|、[{_NUMERALS}元]|{parts})|(?<={numeral}{{4}})[ \u3000]?/"
    follows = f"(?<![{_D}])(?={numeral}{{1,10}}(?:{behind}))"
    choices = [standing_at(numerals, f"{follows}(?:{'|'.join(counted)})"), *words]
    return re.compile(standing_at(numerals | first, f"(?:{'|'.join(choices)})")).search


_AFTER_NUMERAL = "年月日号个天周季小星礼分秒点时世工昼夜刻钟多余来旬度隔起整aApP :：\\-~～—–－―至到"
_ALONE = "_alone"
_CONNECTOR = late(f"[ \u3000]?{_TO}[ \u3000]?").fullmatch
_WEEKDAY_AFTER_DAY = late("(?:星期|周|礼拜)[一二三四五六日天]").match
_CLOCK_AFTER_DAY = late(
    f"的?[T \u3000]?(?:{_CLOCK}|(?P<w>{_PART_OF_DAY}|[早晚夜](?![餐饭会报宴期年些已日前]))(?![餐饭]))"
).match

_SUFFIX = late(
    "(?P<since>以来|至今|起(?![草点步码到伏来源诉飞义色家重])|开始|[以之]?后(?![期续备勤代面来者劲]))"
    "|(?P<base>同[期月]|(?:不变价|可比价|价格)|的(?=[0-9.]+倍))"
    f"|(?P<until>(?:以前|之前|前)(?!提[^高升出供前]|[{_H}两{_D}列沿景后期往来去线述夕者方进锋身世排言程途辈瞻哨端任])|为止)"
).match
_CLOCK_SUFFIX = late(
    f"(?P<until>[以之]?前(?![{_H}两{_D}往来去线述夕者方进锋台排]))|(?P<since>[以之]?后(?![{_H}两{_D}期续备勤台来面排]))"
).match
_AFTER = frozenset("以至起开之后同不可价的前为")
_BEFORE = frozenset("至到止比较与同和于")
_PREFIX = late(
    "(?:(?P<until>截[至止]到?|直[至到]|(?<![增升降减加提扩缩推跌涨滑落甚乃冬夏以延])至|(?<![达得高加升降增少回看受感想遇碰收直长截])到)"
    "|(?P<base>(?:相|(?<![占对环]))比|较|(?<=[高低快慢多少好优])于))$"
).search
_COMPARED = late("(?:水平)?(?:基本)?(?:持平|相比|相当|比较|比(?![重例]))").match


def begins(text: str) -> int:
    """Where in ``text`` the first time may begin, at the earliest; its length where there is none."""
    first = _search()(text, 0)
    return first.start() if first else len(text)


def scan(text: str, anchor: Anchor) -> list[Time]:
    """The times of a sentence or paragraph, in order, not overlapping, resolved against ``anchor``.

    A year that the text names is the year spoken of for what follows it in the same text. Raises
    ``ValueError`` where the anchor's date is neither empty nor an ISO 8601 day.
    """
    now = _Now(anchor)
    out: list[Time] = []
    position = 0
    search = _search()
    while m := search(text, position):
        start = m.start()
        left = None
        if out and 0 < start - out[-1].end < 5 and _CONNECTOR(text, out[-1].end, start):
            left = out[-1]
        now.begin_range(left)
        assert m.lastgroup is not None  # every choice of the pattern is a rule's
        reader = _READERS[m.lastgroup.removesuffix(_ALONE)]
        match = _match(reader.pattern)(text, start)
        found = reader.function(match, *((None, now) if reader.part else (now,))) if match else None
        if found is None or not found.kind:
            position = found.end if found and found.end > start else start + 1
            continue
        if found.kind == "day":
            found = _with_clock(text, found, now)
        time = _joined(text, left, found) if left else None
        if time:
            out[-1] = time
        else:
            time = _framed(text, out[-1].end if out else 0, start, found, now)
            longer = _longer(text, out[-1], time) if out and time.kind == "duration" else None
            if longer:
                out[-1] = time = longer
            else:
                out.append(time)
        position = time.end
        if time.period and time.kind in _CALENDAR:
            now.last = time.period.removesuffix("/..")
            told = time.role in ("absolute", "relative") and reader.function in (_year, _relative_year)
            if told and not time.quote.startswith(_YEARS_BEFORE):
                now.said = int(_end_of(time.period)[:4])
    return out


# They look back from the year spoken of, which stays what it is: 从上年的29件提高到35件, 比上年增长3%.
_YEARS_BEFORE = ("上年", "上一年", "前一年")
_CALENDAR = frozenset({"year", "years", "half", "quarter", "month", "months", "point", "day", "days"})


def _end_of(period: str) -> str:
    """The last year, month or day of a calendar period, ``""`` for any other."""
    last = period.rpartition("/")[2].partition("T")[0]
    return last if last[:1].isdigit() else ""


def _shape(period: str) -> str:
    """The kind of a calendar period by its form."""
    return {4: "year", 7: "month", 10: "day", 9: "years", 15: "months", 21: "days"}.get(len(period), "year")


def _framed(text: str, floor: int, start: int, found: _Found, now: _Now) -> Time:
    """The time with the words before and after it that say how it is meant, not reaching before ``floor``."""
    end, period, kind, role = found
    if period[:1] == "T" and (after := _CLOCK_SUFFIX(text, end)):
        return Time(text[start : after.end()], start, after.end(), period, kind, after.lastgroup or role)
    if kind in ("set", "duration", "anniversary") or period[:1] == "T":
        return Time(text[start:end], start, end, period, kind, role)
    after = _SUFFIX(text, end) if text[end : end + 1] in _AFTER else None
    if after:
        role = after.lastgroup or role
        end = after.end() - (after[0] == "的")
        if role == "since":
            period = _since(period, now)
            kind = _shape(period) if period and not period.endswith("..") else kind
            opening = (
                2
                if text[max(floor, start - 2) : start] == "自从"
                else text[max(floor, start - 1) : start] in ("自", "从")
            )
            start -= opening
        elif after[0] == "同期" and period:
            period = _same_part(period, now.last)
            kind = _shape(period)
    if role not in ("since", "until") and start > floor and text[start - 1] in _BEFORE:
        before = _PREFIX(text, max(floor, start - 5), start)
        if before:
            role = before.lastgroup or role
            start -= 0 if before[0] == "于" else len(before[0])
            if role == "until" and text.startswith("为止", end):
                end += 2
        elif text[start - 1] in "与同和" and _COMPARED(text, end):
            role = "base"
            start -= 1
    return Time(text[start:end], start, end, period, kind, role)


def _since(period: str, now: _Now) -> str:
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


def _same_part(year: str, last: str) -> str:
    """上年同期: the part of ``year`` that the period read last is of its own year."""
    if len(last) not in (7, 15) or len(year) != 4 or last[4] != "-":
        return year
    shift = int(year) - int(_end_of(last)[:4])
    return "/".join(f"{int(part[:4]) + shift:04d}{part[4:]}" for part in last.split("/"))


def _with_clock(text: str, found: _Found, now: _Now) -> _Found:
    """A day with the hour or the part of the day that follows it: 12月10日24时, 18日下午."""
    weekday = _WEEKDAY_AFTER_DAY(text, found.end)
    if weekday:
        found = found._replace(end=weekday.end())
    m = _CLOCK_AFTER_DAY(text, found.end)
    if not m:
        return found
    if m["w"]:
        return found._replace(end=m.end())
    clock = _clock(m, now)
    if clock is None:
        return found
    time = clock.period
    if text[found.end - 1] in "晚夜" and not m["a"] and 5 <= int(time[1:3]) < 12:
        time = f"T{int(time[1:3]) + 12}{time[3:]}"
    return _Found(clock.end, found.period + time if found.period else "", "clock", found.role)


def _joined(text: str, left: Time, found: _Found) -> Time | None:
    """One range of two times that a dash or 至 joins; ``None`` where they do not make one."""
    end, right = found.end, found.period
    if left.role == "since":
        return None
    if left.kind == found.kind == "duration":
        return Time(text[left.start : end], left.start, end, "", "duration", left.role)
    if left.kind == found.kind == "clock" and "/" not in left.period + right:
        if left.period and right:
            right = f"{left.period}/{right if right[0] != 'T' else left.period.partition('T')[0] + right}"
        return Time(text[left.start : end], left.start, end, right, "clock", left.role)
    if left.kind not in _CALENDAR or found.kind not in _CALENDAR:
        return None
    if not left.period or not right:
        kind = _PLURAL.get(found.kind, found.kind)
        same = _PLURAL.get(left.kind, left.kind) == kind
        return Time(text[left.start : end], left.start, end, "", kind, left.role) if same else None
    first, last = left.period.split("/")[0], _end_of(right)
    if len(first) < len(last):
        # 2019年至2024年6月 begins with a month too; 2019年至今天 counts years.
        first, last = (first + "-01", last) if len(first) == 4 and len(last) == 7 else (first, last[: len(first)])
    elif len(first) > len(last):
        last = _last_day(last)[: len(first)]
    if not last or first >= last:
        return None
    period = f"{first}/{last}"
    return Time(text[left.start : end], left.start, end, period, _shape(period), left.role)


_PLURAL = {"year": "years", "month": "months", "quarter": "months", "half": "months", "day": "days", "point": "days"}


def _longer(text: str, left: Time, right: Time) -> Time | None:
    """One duration of two that follow each other, the longer unit first: 1小时30分钟."""
    if left.kind != "duration" or not left.period or not right.period or left.end != right.start:
        return None
    first, second = left.period.partition("T"), right.period.partition("T")
    units = [unit for unit in "YMWD" if unit in first[0]] + [unit.lower() for unit in "HMS" if unit in first[2]]
    more = [unit for unit in "YMWD" if unit in second[0]] + [unit.lower() for unit in "HMS" if unit in second[2]]
    order = "YMWDhms"
    if "." in left.period or order.index(units[-1]) >= order.index(more[0]):
        return None
    clock = first[2] + second[2]
    period = first[0] + second[0][1:] + (f"T{clock}" if clock else "")
    return Time(text[left.start : right.end], left.start, right.end, period, "duration", left.role)
