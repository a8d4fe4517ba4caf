"""Times in Chinese: dates, periods, durations, sets, resolved to ISO 8601 against the document.

    >>> times("截至11月末，前三季度增长5.1%", date="2024-12-10")
    截至11月末 -> 2024-11-30 point until, 前三季度 -> 2024-01/2024-09 months partial

Reading goes in three steps. A *head* says which year is spoken of (2024年, 去年, nothing), a *tail* says
which part of it (11月末, 前三季度, 12月10日至12日), and what stands around both says how it is meant
(截至…, 比…, …以来) or joins two of them to a range (2017年8月至2018年3月). Heads, tails and the times
that are neither (durations, sets, clock times, plans, holidays) are named rules with their examples.

Nothing here looks at a clock: without a date in the :class:`Anchor` relative words have period ``""``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from typing import NamedTuple

from luoshi.language.rules import rule


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative words are resolved against.

    ``date`` is the document's ISO day, ``""`` where it is unknown; ``year`` the year that the text is
    speaking of (a section 2024年工作回顾, the last year named), to which months without a year belong;
    where it is ``None`` they are the latest such month that is not after ``date``.
    """

    date: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its words, their place, and what they mean.

    ``period`` is ISO 8601: ``2024``, ``2024-11``, ``2024-12-31``, ``2024-01/2024-11``, ``2021/2025``;
    a duration is ``P3Y``, a set ``R/P1Y``, a clock time ``T09:30``; ``""`` where the anchor does not
    resolve it. ``kind`` is one of year, years, half, quarter, month, months, day, days, point (a day
    that stands for a stock: 年末, 截至12月末), duration, set, clock, plan, anniversary. ``role`` is
    absolute, relative (去年), partial (12月 without a year), base (比上年, 同比: what a figure is
    compared with), since (…以来) or until (截至…, 到2025年).
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
    return scan(text, Anchor(date))


class _Found(NamedTuple):
    """What a rule makes of its words: where they end, and the fields of :class:`Time`; kind "" is no time."""

    end: int
    period: str
    kind: str
    role: str


class _Now:
    """Where the text stands: the document's day, the year spoken of, the period read last."""

    __slots__ = ("day", "last", "year")

    def __init__(self, anchor: Anchor) -> None:
        self.day = Date.fromisoformat(anchor.date) if anchor.date else None
        self.year = anchor.year
        self.last = ""

    def this_year(self) -> int | None:
        """今年: the document's own year, or the year spoken of where it has no date."""
        return self.day.year if self.day else self.year

    def spoken_year(self) -> int | None:
        """本年, 全年: the year spoken of, or the document's own."""
        return self.year if self.year is not None or self.day is None else self.day.year

    def year_of_month(self, month: int) -> int | None:
        """The year of a month without one: the year spoken of, or the latest that is not after the document."""
        if self.year is not None or self.day is None:
            return self.year
        return self.day.year - (month > self.day.month)


_Head = Callable[[re.Match[str], _Now], "_Found | None"]
_Tail = Callable[[re.Match[str], "int | None", _Now], "_Found | None"]

_DIGIT = "0-9０-９"
_HAN = "一二三四五六七八九"
_MONTH = f"(?:[{_DIGIT}]{{1,2}}|十[一二]?|[{_HAN}])"
_DAY = f"(?:[{_DIGIT}]{{1,2}}|三十一?|二?十[{_HAN}]?|廿[{_HAN}]?|[{_HAN}])"
_COUNT = f"(?:[{_DIGIT}]{{1,3}}|[{_HAN}两百十]{{1,5}})"
_TO = r"[至到—–\-~～－―]{1,2}"

_VALUES = {"〇": 0, "零": 0, "○": 0, "Ｏ": 0, "元": 1, "正": 1, "两": 2, "廿": 20}
_VALUES |= {character: value for value, character in enumerate(_HAN, 1)}


def _number(words: str) -> int:
    """A whole number under 1000 in Arabic, full-width or Chinese numerals; digits may stand in a row (二〇二四)."""
    if words.isdecimal():
        return int(words)
    if "十" not in words and "百" not in words:
        return int("".join(str(_VALUES[character]) for character in words))
    total, digit = 0, 0
    for character in words:
        if character == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif character == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _VALUES[character]
    return total + digit


def _month(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def _months(year: int, first: int, last: int) -> str:
    return _month(year, first) if first == last else f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"


def _month_end(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"


def _years(first: int, last: int) -> str:
    return f"{first:04d}" if first == last else f"{first:04d}/{last:04d}"


def _day(year: int, month: int, day: int) -> str:
    """The ISO day, ``""`` where the calendar has none."""
    return f"{year:04d}-{month:02d}-{day:02d}" if 0 < day <= monthrange(year, month)[1] else ""


class _Rule(NamedTuple):
    function: Callable[..., _Found | None]
    pattern: re.Pattern[str]


_HEADS: dict[str, _Rule] = {}
_TAILS: dict[str, _Rule] = {}


def _head(pattern: str) -> Callable[[_Head], _Head]:
    """Register a rule for times that begin a search; earlier rules win where two match at one place."""

    def register(function: _Head) -> _Head:
        _HEADS[function.__name__.strip("_")] = _Rule(function, re.compile(pattern))
        return function

    return register


def _tail(pattern: str) -> Callable[[_Tail], _Tail]:
    """Register a rule for the part of a year; it is read after a year and, bare, without one."""

    def register(function: _Tail) -> _Tail:
        _TAILS[function.__name__.strip("_")] = _Rule(function, re.compile(pattern))
        return function

    return register


# ---- parts of a year -------------------------------------------------------------------------------------


@rule(
    "days of a month",
    "From one day to another: 12月10日至12日, 11月28日至12月2日.",
    ("会议于12月10日至12日举行", "12月10日至12日=2024-12-10/2024-12-12 days partial"),
    ("2024年11月28日—12月2日", "2024年11月28日—12月2日=2024-11-28/2024-12-02 days absolute"),
)
@_tail(rf"(?P<m>{_MONTH})月(?P<d>{_DAY})[日号]?{_TO}(?:(?P<n>{_MONTH})月)?(?P<e>{_DAY})[日号]")
def _days(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month, day, last = _number(m["m"]), _number(m["d"]), _number(m["e"])
    last_month = _number(m["n"]) if m["n"] else month
    if not (0 < month < 13 and 0 < last_month < 13 and 0 < day < 32 and 0 < last < 32):
        return None
    if year is None:
        year = _near_year(month, day, now)
    if year is None:
        return _Found(m.end(), "", "days", "partial")
    first_day = _day(year, month, day)
    last_day = _day(year + (last_month < month), last_month, last)
    return _Found(m.end(), f"{first_day}/{last_day}", "days", "partial") if first_day and last_day else None


@rule(
    "day of a month",
    "A month and a day: 12月31日; without a year it is the nearest such day not far after the document.",
    ("2024年12月31日", "2024年12月31日=2024-12-31 day absolute"),
    ("12月26日开通", "12月26日=2024-12-26 day partial"),
)
@_tail(rf"(?P<m>{_MONTH})月[ \u3000]?(?P<d>{_DAY})[ \u3000]?[日号]")
def _month_day(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month, day = _number(m["m"]), _number(m["d"])
    if not (0 < month < 13 and 0 < day < 32):
        return None
    if year is None:
        year = _near_year(month, day, now)
    if year is None:
        return _Found(m.end(), "", "day", "partial")
    period = _day(year, month, day)
    return _Found(m.end(), period, "day", "partial") if period else None


def _near_year(month: int, day: int, now: _Now) -> int | None:
    """The year of a day without one: the latest that is at most sixty days after the document."""
    if now.year is not None or now.day is None:
        return now.year
    limit = now.day + timedelta(days=60)
    return limit.year - ((month, day) > (limit.month, limit.day))


@rule(
    "end of a month",
    "The last day of a month, where a stock is counted: 11月末.",
    ("11月末贷款余额", "11月末=2024-11-30 point partial"),
    ("至2024年11月末余额", "至2024年11月末=2024-11-30 point until"),
)
@_tail(rf"(?P<m>{_MONTH})月份?[末底]")
def _month_point(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month = _number(m["m"])
    if not 0 < month < 13:
        return None
    year = now.year_of_month(month) if year is None else year
    return _Found(m.end(), _month_end(year, month) if year else "", "point", "partial")


@rule(
    "months of a year",
    "From one month to another, counted up: 1—11月, 1至11月份.",
    ("1—11月，全市工业增加值", "1—11月=2024-01/2024-11 months partial"),
    ("2024年1至11月份", "2024年1至11月份=2024-01/2024-11 months absolute"),
)
@_tail(rf"(?P<m>{_MONTH})(?:月份?)?{_TO}(?P<n>{_MONTH})月份?(?!{_DAY}[日号])")
def _month_range(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    first, last = _number(m["m"]), _number(m["n"])
    if not (0 < first < 13 and 0 < last < 13):
        return None
    year = now.year_of_month(last) if year is None else year
    if first > last:
        return _Found(m.end(), f"{_month(year, first)}/{_month(year + 1, last)}" if year else "", "months", "partial")
    return _Found(m.end(), _months(year, first, last) if year else "", "months", "partial")


@rule(
    "month",
    "One month: 11月, 12月份.",
    ("11月份消费品零售", "11月份=2024-11 month partial"),
    ("二〇二四年十一月", "二〇二四年十一月=2024-11 month absolute"),
)
@_tail(rf"(?P<m>{_MONTH})[ \u3000]?月份?")
def _one_month(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month = _number(m["m"])
    if not 0 < month < 13:
        return None
    year = now.year_of_month(month) if year is None else year
    return _Found(m.end(), _month(year, month) if year else "", "month", "partial")


@rule(
    "first months",
    "The first so many months of a year: 前11个月.",
    ("前11个月，临澜市", "前11个月=2024-01/2024-11 months partial"),
    ("今年前两个月", "今年前两个月=2025-01/2025-02 months relative"),
)
@_tail(rf"[前头]?(?<=[前头])(?P<m>{_MONTH}|两)个?月|(?<=年)[前头]")
def _first_months(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    if not m["m"]:
        return None
    month = _number(m["m"])
    if not 0 < month < 13:
        return None
    year = now.year_of_month(month) if year is None else year
    return _Found(m.end(), _months(year, 1, month) if year else "", "months", "partial")


@rule(
    "first quarters",
    "The first two or three quarters: 前三季度.",
    ("前三季度增长5.1%", "前三季度=2024-01/2024-09 months partial"),
)
@_tail("[前头](?P<q>[一二两三123])个?季度")
def _first_quarters(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    month = 3 * _number(m["q"])
    year = now.year_of_month(month) if year is None else year
    return _Found(m.end(), _months(year, 1, month) if year else "", "months", "partial")


@rule(
    "quarter",
    "A quarter: 一季度, 第四季度, 三至四季度.",
    ("2024年第四季度", "2024年第四季度=2024-10/2024-12 quarter absolute"),
    ("四季度回升", "四季度=2024-10/2024-12 quarter partial"),
)
@_tail(rf"第?(?P<q>[一二三四1-4])(?:{_TO}(?P<r>[二三四2-4]))?季度")
def _quarter(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    first = _number(m["q"])
    last = _number(m["r"]) if m["r"] else first
    year = now.year_of_month(3 * first - 2) if year is None else year
    kind = "months" if m["r"] else "quarter"
    return _Found(m.end(), _months(year, 3 * first - 2, 3 * last) if year else "", kind, "partial")


@rule(
    "half of a year",
    "Half a year: 上半年, 下半年.",
    ("2024年上半年", "2024年上半年=2024-01/2024-06 half absolute"),
    ("去年下半年", "去年下半年=2024-07/2024-12 half relative"),
)
@_tail("(?P<h>[上下前后])半年度?")
def _half(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    first = 1 if m["h"] in "上前" else 7
    year = now.year_of_month(first) if year is None else year
    return _Found(m.end(), _months(year, first, first + 5) if year else "", "half", "partial")


@rule(
    "end of a year",
    "The last day of a year, where a stock is counted: 2007年底, 上年末, 年末.",
    ("2007年底", "2007年底=2007-12-31 point absolute"),
    ("年末全市户籍人口", "年末=2025-12-31 point partial"),
)
@_tail("年?(?<=年)[末底终](?!结)")
def _year_end(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    year = now.spoken_year() if year is None else year
    return _Found(m.end(), f"{year:04d}-12-31" if year else "", "point", "partial")


@rule(
    "start of a year",
    "The first day of a year: 年初, 2024年初.",
    ("比年初增加446亿元", "比年初=2025-01-01 point base"),
    ("去年年初", "去年年初=2024-01-01 point relative"),
)
@_tail("年?(?<=年)初")
def _year_start(m: re.Match[str], year: int | None, now: _Now) -> _Found | None:
    year = now.spoken_year() if year is None else year
    return _Found(m.end(), f"{year:04d}-01-01" if year else "", "point", "partial")


# ---- years -----------------------------------------------------------------------------------------------

_YEAR = (
    f"(?:(?<![{_DIGIT}.])[12１２][{_DIGIT}]{{3}}|[一二][〇零○Ｏ一二三四五六七八九]{{3}}"
    rf"|(?<![{_DIGIT}.])[{_DIGIT}]{{2}}(?=年(?:[{_DIGIT}]{{1,2}}月|[末底初度]))|(?<![{_DIGIT}.])0[0-9](?=年)"
    "|[〇零][〇零一二三四五六七八九](?=年))"
)


def _full_year(words: str) -> int:
    """The year that two or four digits name: 24 is 2024, 98 is 1998."""
    value = _number(words)
    if len(words) > 2:
        return value
    return value + (2000 if value < 50 else 1900)


@rule(
    "span of years",
    "From one year to another: 2024—2026年, 2021至2025年.",
    ("2025-2027年，每年", "2025-2027年=2025/2027 years absolute; 每年=R/P1Y set absolute"),
    ("2021至2025年", "2021至2025年=2021/2025 years absolute"),
)
@_head(
    rf"(?<![{_DIGIT}.])(?P<y>[12１２][{_DIGIT}]{{3}}|[一二][〇零一二三四五六七八九]{{3}})年?{_TO}"
    rf"(?P<z>[12１２][{_DIGIT}]{{3}}|[一二][〇零一二三四五六七八九]{{3}})年度?(?![{_HAN}{_DIGIT}]{{1,2}}月)"
)
def _span_of_years(m: re.Match[str], now: _Now) -> _Found | None:
    first, last = _number(m["y"]), _number(m["z"])
    return _Found(m.end(), _years(first, last), "years", "absolute") if first < last else None


@rule(
    "year",
    "A year by its number, and the part of it that follows: 2024年, 二〇二四年, 24年12月.",
    ("2024年度", "2024年度=2024 year absolute"),
    ("24年12月", "24年12月=2024-12 month absolute"),
    ("零八年", "零八年=2008 year absolute"),
)
@_head(rf"(?P<y>{_YEAR})[ \u3000]?年度?[ \u3000]?")
def _year(m: re.Match[str], now: _Now) -> _Found | None:
    return _with_tail(m, _full_year(m["y"]), "absolute", now)


_RELATIVE_YEARS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2, "大前年": -3}
_SPOKEN_YEARS = {
    "本年": 0, "当年": 0, "全年": 0, "同年": 0, "上年": -1, "上一年": -1, "前一年": -1, "次年": 1, "翌年": 1, "下一年": 1
}  # fmt: skip


@rule(
    "year by its distance",
    "A year told from the document's (今年, 去年) or from the year spoken of (全年, 上年), and its part.",
    ("去年11月末", "去年11月末=2024-11-30 point relative"),
    ("2024年，全年实现", "2024年=2024 year absolute; 全年=2024 year relative"),
    ("比上年增长5%", "比上年=2024 year base"),
)
@_head(
    "(?P<y>大前年|[今去前明后]年(?!均)|[上前下]一年|(?<!以)上年|[本当全]年|(?<![一二三四五六七八九十])[次同]年(?!级)|翌年)度?"
)
def _relative_year(m: re.Match[str], now: _Now) -> _Found | None:
    word = m["y"]
    if word in _RELATIVE_YEARS:
        year, distance = now.this_year(), _RELATIVE_YEARS[word]
    else:
        year, distance = now.spoken_year(), _SPOKEN_YEARS[word]
    return _with_tail(m, None if year is None else year + distance, "relative", now)


def _with_tail(m: re.Match[str], year: int | None, role: str, now: _Now) -> _Found:
    """The year alone, or with the part of it that follows."""
    tail = _TAIL.match(m.string, m.end())
    if tail and tail.lastgroup:
        function, pattern = _TAILS[tail.lastgroup]
        again = pattern.match(m.string, m.end())
        found = function(again, year, now) if again else None
        if found:
            now.year = year if year is not None else now.year
            return found._replace(role=role, period=found.period if year is not None else "")
    end = m.end() - (m.string[m.end() - 1] in " \u3000")
    return _Found(end, f"{year:04d}" if year is not None else "", "year", role)


# ---- times of their own ----------------------------------------------------------------------------------


@rule(
    "date in figures",
    "A date written with points, strokes or hyphens: 2024-12-31, 2024.12.31, 2024/12/31.",
    ("2024-12-31", "2024-12-31=2024-12-31 day absolute"),
    ("2024.1.5发布", "2024.1.5=2024-01-05 day absolute"),
)
@_head(r"(?<![0-9A-Za-z.\-/])(?P<y>[12][0-9]{3})(?P<s>[-/.])(?P<m>[01]?[0-9])(?P=s)(?P<d>[0-3]?[0-9])(?![0-9]|[-/.][0-9])")
def _date_in_figures(m: re.Match[str], now: _Now) -> _Found | None:
    month, day = int(m["m"]), int(m["d"])
    period = _day(int(m["y"]), month, day) if 0 < month < 13 else ""
    return _Found(m.end(), period, "day", "absolute") if period else None


@rule(
    "plan",
    "The years of a five-year plan, not the plan itself: “十四五”时期, “十三五”末.",
    ("“十四五”时期，全省", "“十四五”时期=2021/2025 plan absolute"),
    ("到“十四五”末", "到“十四五”末=2025-12-31 point until"),
    ("《“十四五”规划》", ""),
)
@_head(
    "[“\"]?(?P<n>(?:(?<=[“\"])|(?<!十)十)[一二三四五六七八九十]?)五[”\"]?"
    "(?:(?P<p>末期?)|(?P<f>初期?|开局之年)|(?P<l>收官之年)|时期|期间|以来|(?=(?:[^划]{0,6}规划|纲要|计划)(?P<not>))|(?<=[”\"]))"
)
def _plan(m: re.Match[str], now: _Now) -> _Found | None:
    if not m["n"] or m["not"] is not None:
        return _Found(m.end(), "", "", "")
    first = 1951 + 5 * _number(m["n"])
    if m["p"]:
        return _Found(m.end(), f"{first + 4}-12-31", "point", "absolute")
    if m["f"]:
        return _Found(m.end(), f"{first}", "year", "absolute")
    if m["l"]:
        return _Found(m.end(), f"{first + 4}", "year", "absolute")
    return _Found(m.end(), f"{first}/{first + 4}", "plan", "absolute")


@rule(
    "numbered plan",
    "第十四个五年规划 is a plan's name, no time.",
    ("第十四个五年规划", ""),
)
@_head(r"第[一二三四五六七八九十]{1,3}个五年|两个一百年")
def _numbered_plan(m: re.Match[str], now: _Now) -> _Found | None:
    return _Found(m.end(), "", "", "")


@rule(
    "years until now",
    "Whole years up to the document: 过去五年, 五年来, 近三年; a report of the first months looks back on full years.",
    ("近三年", "近三年=2022/2024 years relative"),
    ("五年来", "五年来=2020/2024 years relative"),
)
@_head(rf"(?:(?:过去|最近|近|这)(?P<n>{_COUNT})年来?|(?<![{_DIGIT}.{_HAN}十百])(?P<o>{_COUNT})年来)(?![{_DIGIT}])")
def _years_until_now(m: re.Match[str], now: _Now) -> _Found | None:
    count = _number(m["n"] or m["o"])
    if not 0 < count < 200:
        return None
    last = _last_full_year(now)
    return _Found(m.end(), _years(last - count + 1, last) if last else "", "years" if count > 1 else "year", "relative")


def _last_full_year(now: _Now) -> int | None:
    """The last year that a document looks back on: the year before in the first three months."""
    if now.day is None:
        return now.year
    return now.day.year - (now.day.month <= 3)


@rule(
    "years from now",
    "Whole years ahead: 未来五年, 今后三年.",
    ("未来5年", "未来5年=2025/2029 years relative"),
)
@_head(rf"(?:未来|今后|此后|接下来)的?(?P<n>{_COUNT})年")
def _years_from_now(m: re.Match[str], now: _Now) -> _Found | None:
    count = _number(m["n"])
    if not 0 < count < 200:
        return None
    if now.day is None:
        return _Found(m.end(), "", "years", "relative")
    first = now.day.year + (now.day.month > 6)
    return _Found(m.end(), _years(first, first + count - 1), "years" if count > 1 else "year", "relative")


_UNITS = {
    "年": "Y", "月": "M", "个月": "M", "周": "W", "星期": "W", "礼拜": "W", "天": "D", "日": "D", "季度": "3M", "季": "3M",
    "小时": "TH", "钟头": "TH", "分钟": "TM", "秒": "TS", "秒钟": "TS", "刻钟": "TM15",
}  # fmt: skip


@rule(
    "set",
    "Times that come again and again: 每年, 每季度, 每月.",
    ("每季度公布", "每季度=R/P3M set absolute"),
    ("每周三", "每周三=R/P1W set absolute"),
)
@_head(f"每(?P<n>[{_DIGIT}{_HAN}两十]{{1,2}}个?)?(?P<u>年|季度|月|周|星期|天|日|小时|分钟|秒)(?:[一二三四五六日天])?")
def _set(m: re.Match[str], now: _Now) -> _Found | None:
    return _Found(m.end(), "R/" + _duration_of(_number(m["n"].rstrip("个")) if m["n"] else 1, m["u"]), "set", "absolute")


def _duration_of(count: int, unit: str) -> str:
    """ISO 8601 duration of so many units: (3, 年) is P3Y, (2, 季度) P6M."""
    code = _UNITS[unit]
    if code == "3M":
        return f"P{3 * count}M"
    return f"PT{count}{code[1]}" if code[0] == "T" else f"P{count}{code}"


@rule(
    "anniversary",
    "So many years since an event: 成立75周年.",
    ("成立75周年", "75周年=P75Y anniversary absolute"),
)
@_head(rf"(?<![{_DIGIT}.])(?P<n>{_COUNT})周[年岁]")
def _anniversary(m: re.Match[str], now: _Now) -> _Found | None:
    return _Found(m.end(), f"P{_number(m['n'])}Y", "anniversary", "absolute")


@rule(
    "duration",
    "A length of time: 三年, 两个月, 14天, 24小时.",
    ("连续三年", "三年=P3Y duration absolute"),
    ("14天", "14天=P14D duration absolute"),
)
@_head(
    rf"(?<![{_DIGIT}.,第])(?P<n>{_COUNT})(?:个?多?(?P<u>年(?![代级])|小时|星期|季度|天|周)|个(?P<v>月|钟头)|(?P<w>分钟|秒))(?!期)"
)
def _duration(m: re.Match[str], now: _Now) -> _Found | None:
    return _Found(m.end(), _duration_of(_number(m["n"]), m["u"] or m["v"] or m["w"]), "duration", "absolute")


@rule(
    "now",
    "The document's own day: 目前, 今天, 截至目前.",
    ("截至目前", "截至目前=2025-01-20 point until"),
    ("昨日", "昨日=2025-01-19 day relative"),
)
@_head("(?P<w>目前|今[天日]|昨[天日]|明[天日]|前天|后天)")
def _now(m: re.Match[str], now: _Now) -> _Found | None:
    word = m["w"]
    kind = "point" if word == "目前" else "day"
    if now.day is None:
        return _Found(m.end(), "", kind, "relative")
    distance = {"昨": -1, "明": 1, "前": -2, "后": 2}.get(word[0], 0)
    return _Found(m.end(), (now.day + timedelta(days=distance)).isoformat(), kind, "relative")


@rule(
    "month by its distance",
    "A month told from the document's: 本月, 上个月, 当月.",
    ("上个月", "上个月=2024-12 month relative"),
    ("当月", "当月=2025-01 month relative"),
)
@_head("(?P<w>[本当]月|上个?月|下个?月)份?")
def _relative_month(m: re.Match[str], now: _Now) -> _Found | None:
    if now.day is None:
        return _Found(m.end(), "", "month", "relative")
    months = now.day.year * 12 + now.day.month - 1 + {"上": -1, "下": 1}.get(m["w"][0], 0)
    return _Found(m.end(), _month(months // 12, months % 12 + 1), "month", "relative")


@rule(
    "basis of comparison",
    "What a figure is compared with, in one word: 同比, 环比, 同期, 上年同期.",
    ("同比增长", "同比= year base"),
    ("环比", "环比= month base"),
    ("同期", "同期= year base"),
)
@_head("(?P<w>同比|环比|同期)")
def _basis(m: re.Match[str], now: _Now) -> _Found | None:
    return _Found(m.end(), "", "month" if m["w"] == "环比" else "year", "base")


@rule(
    "bare day",
    "A day without its month, in the news: 30日.",
    ("30日举行", "30日=2025-01-30 day partial"),
)
@_head(rf"(?<![{_DIGIT}.{_HAN}十廿])(?P<d>{_DAY})日(?![均本元产常])")
def _bare_day(m: re.Match[str], now: _Now) -> _Found | None:
    day = _number(m["d"])
    if not 0 < day < 32 or (len(m["d"]) == 1 and m["d"] in _HAN):
        return None
    if now.day is None:
        return _Found(m.end(), "", "day", "partial")
    for distance in range(31):  # the nearest such day, the past before the future
        for sign in (-1, 1):
            near = now.day + timedelta(days=sign * distance)
            if near.day == day:
                return _Found(m.end(), near.isoformat(), "day", "partial")
    return None


# ---- the way through a text ------------------------------------------------------------------------------


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w>", "(?:", re.sub(r"\(\?P=s\)", "[-/.]", re.sub(r"\(\?P<not>\)", "", pattern)))


def _union(rules: dict[str, _Rule]) -> str:
    return "|".join(f"(?P<{name}>{_unnamed(pattern.pattern)})" for name, (_, pattern) in rules.items())


_TAIL = re.compile(_union(_TAILS))
_STARTS = f"[{_DIGIT}{_HAN}十两〇零百今去前明后大上下本当全次同翌年头第“\"每近最过这未接此目昨环廿]"
_SEARCH = re.compile(
    f"(?={_STARTS})(?:{_union({k: v for k, v in _HEADS.items() if k not in ('duration', 'bare_day')})}"
    rf"|(?P<tail>(?<![{_DIGIT}.{_HAN}十])(?:{_unnamed('|'.join(p.pattern for _, p in _TAILS.values()))}))"
    f"|{_union({k: v for k, v in _HEADS.items() if k in ('duration', 'bare_day')})})"
).search
_SUFFIX = re.compile("(?P<since>以来|至今|起)|(?P<base>同期)|(?P<until>(?:以前|之前|前)(?![%s]))" % _DIGIT).match
_PREFIX = {"至": "until", "到": "until", "比": "base", "较": "base"}


def scan(text: str, anchor: Anchor) -> list[Time]:
    """The times of a sentence or paragraph, in order, not overlapping, resolved against ``anchor``.

    A year that the text names is the year spoken of for what follows it in the same text.
    """
    now = _Now(anchor)
    out: list[Time] = []
    position = 0
    while m := _SEARCH(text, position):
        start = m.start()
        name = m.lastgroup or ""
        joined = bool(out) and start - out[-1].end in (1, 2) and re.fullmatch(_TO, text[out[-1].end : start]) is not None
        kept = now.year
        if joined and len(out[-1].period) >= 4 and out[-1].period[0] != "P":
            now.year = int(out[-1].period.rsplit("/")[-1][:4])
        if name == "tail":
            tail = _TAIL.match(text, start)
            function, pattern = _TAILS[tail.lastgroup]  # type: ignore[union-attr,index]
            again = pattern.match(text, start)
            found = function(again, None, now) if again else None
        else:
            function, pattern = _HEADS[name]
            again = pattern.match(text, start)
            found = function(again, now) if again else None
        if found is None or not found.kind:
            now.year = kept
            position = found.end if found else start + 1
            continue
        end, period, kind, role = found
        if joined and period and out[-1].kind == kind and kind in _RANGES:
            left = out.pop()
            now.year = int(period[:4])
            position = end
            merged = f"{left.period.split('/')[0]}/{period.split('/')[-1]}"
            out.append(Time(text[left.start : end], left.start, end, merged, _RANGES[kind], left.role))
            continue
        now.year = kept
        suffix = _SUFFIX(text, end) if kind != "duration" else None
        if suffix:
            end = suffix.end()
            role = suffix.lastgroup or role
            if role == "since":
                period = _since(period, now)
        if role not in ("since", "until") and start and text[start - 1] in _PREFIX:
            role = _PREFIX[text[start - 1]]
            start -= 2 if text[start - 2 : start] in ("截至", "截止") else 3 if text[start - 3 : start] == "截至到" else 1
        if role in ("absolute", "relative") and kind in _NAMES_YEAR and period:
            now.year = int(period[:4])
        out.append(Time(text[start:end], start, end, period, kind, role))
        position = end
    return out


_RANGES = {"year": "years", "month": "months", "day": "days", "quarter": "months", "point": "days"}
_NAMES_YEAR = frozenset({"year", "half", "quarter", "month", "months", "point", "day", "days"})


def _since(period: str, now: _Now) -> str:
    """From the start of ``period`` to the document: 2022年以来, 今年以来; to the month where both lie in one year."""
    if not period:
        return ""
    first = period.split("/")[0]
    if now.day is None:
        return f"{first}/.."
    today = now.day.isoformat()
    if len(first) == 4:
        if first == today[:4]:
            first = f"{first}-01"
        else:
            return f"{first}/{today[:4]}" if first < today else f"{first}/.."
    last = today[: len(first)]
    return first if first == last else f"{first}/{last}" if first < last else f"{first}/.."
