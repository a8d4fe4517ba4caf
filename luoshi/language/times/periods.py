"""Numbers and ISO 8601 periods: what the rules of time put together."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date as Date
from datetime import timedelta

from luoshi.language.han_numerals import chinese


def known(year: int | None) -> int | None:
    """The year where the calendar arithmetic here is safe, else ``None``."""
    return year if year is not None and 1000 <= year < 3000 else None


DIGIT = "0-9０-９"
HAN_DIGIT = "一二三四五六七八九"
DIGITS = "0123456789０１２３４５６７８９"
MONTHS = DIGITS + HAN_DIGIT + "十元"
NUMERALS = DIGITS + HAN_DIGIT + "十百千零〇两半几数"
MONTH = f"(?:[{DIGIT}]{{1,2}}|十[一二]?|[{HAN_DIGIT}元])"
DAY = f"(?:[{DIGIT}]{{1,2}}|三十一?|二?十[{HAN_DIGIT}]?|廿[{HAN_DIGIT}]?|[{HAN_DIGIT}])"
COUNT = f"(?:[{DIGIT}]{{1,4}}|[{HAN_DIGIT}两十百千零]{{1,6}})"
TO = r"(?:至|到|[—–\-~～－―]{1,2}|起至|起到)"
# A round zero is typed in many ways: 二○○五, 二００五, 二ＯＯ五.
ZEROS = "○◯ＯO０0"
_VARIANTS = str.maketrans(dict.fromkeys(ZEROS, "〇") | {"廿": "二十"})


def number_of(words: str) -> int:
    """The whole number that Arabic, full-width or Chinese numerals stand for; 0 where they are no numeral."""
    if words.isdecimal():
        return int(words)
    return 1 if words == "元" else chinese(words.translate(_VARIANTS)) or 0


def count_of(words: str) -> int:
    """The number of units; 0 where the words leave it open (两三, 几十) or say 半."""
    if len(words) > 1 and not words.isdecimal() and not set(words) & set("十百千零"):
        return 0
    return 0 if words[0] in "几数半" else number_of(words)


def iso_year(year: int | None) -> str:
    return f"{year:04d}" if known(year) else ""


def iso_month(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def iso_months(year: int | None, first: int, last: int) -> str:
    """Months of a year; the last lies in the next year where it comes before the first."""
    if year is None:
        return ""
    return (
        iso_month(year, first)
        if first == last
        else f"{iso_month(year, first)}/{iso_month(year + (last < first), last)}"
    )


def iso_years(first: int, last: int) -> str:
    return f"{first:04d}" if first == last else f"{first:04d}/{last:04d}"


def iso_day(year: int, month: int, day: int) -> str:
    """The ISO day, ``""`` where the calendar has none."""
    if 0 < month < 13 and 0 < day <= monthrange(year, month)[1]:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return ""


def last_day(period: str) -> str:
    """The last day of an ISO 8601 period: ``2025-06-30`` for ``2025-06``; ``""`` where there is none."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", period.rpartition("/")[2])
    if not found:
        return ""
    year, month = int(found[1]), int(found[2] or 12)
    if not (year >= 1 and 1 <= month <= 12):
        return ""
    return f"{year:04}-{month:02}-{found[3] or monthrange(year, month)[1]}"


def months_after(day: Date, months: int) -> str:
    """The month so many months from the day's own."""
    count = day.year * 12 + day.month - 1 + months
    return iso_month(count // 12, count % 12 + 1)


def iso_days(day: Date, days: int) -> str:
    """From ``day`` to so many days after it."""
    return f"{day.isoformat()}/{(day + timedelta(days=days)).isoformat()}" if days else day.isoformat()


CALENDAR = frozenset({"year", "years", "half", "quarter", "month", "months", "point", "day", "days"})


def end_of(period: str) -> str:
    """The last year, month or day of a calendar period, ``""`` for any other."""
    last = period.rpartition("/")[2].partition("T")[0]
    return last if last[:1].isdigit() else ""


def kind_of(period: str) -> str:
    """The kind of a calendar period by its form."""
    return {4: "year", 7: "month", 10: "day", 9: "years", 15: "months", 21: "days"}.get(len(period), "year")


CODES = {
    "年": "Y", "季度": "M", "季": "M", "个月": "M", "月": "M", "周": "W", "星期": "W", "礼拜": "W",
    "天": "D", "日": "D", "周末": "W", "昼夜": "D", "工作日": "D",
    "小时": "TH", "钟头": "TH", "刻钟": "TM", "分钟": "TM", "分": "TM",
    "秒钟": "TS", "秒": "TS", "世纪": "Y",
}  # fmt: skip
TIMES_UNIT = {"季度": 3, "季": 3, "刻钟": 15, "世纪": 100}


def duration_of(count: int, unit: str) -> str:
    """ISO 8601 duration of so many units: (3, 年) is P3Y, (2, 季度) P6M."""
    code = CODES[unit]
    count *= TIMES_UNIT.get(unit, 1)
    return f"PT{count}{code[1]}" if code[0] == "T" else f"P{count}{code}"


def any_of(*words: str) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
