"""Days written in figures, of the lunar calendar, or by their number alone: 2024-12-31, 腊月初八, 18日."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import timedelta

from luoshi.language.rules import rule
from luoshi.language.times.holidays import iso_of_lunar_day
from luoshi.language.times.model import Found, Now
from luoshi.language.times.periods import (
    DAY,
    DIGIT,
    HAN_DIGIT,
    NUMERALS,
    TO,
    iso_day,
    iso_years,
    months_after,
    number_of,
)
from luoshi.language.times.rulebook import part_of_year, stands_alone


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
@stands_alone(
    "12",
    rf"(?<![{DIGIT}A-Za-z.\-/])(?P<a>(?:19|20)[0-9]{{2}})(?:[-/](?P<b>0[1-9]|1[0-2])|(?:[—–~～\-]|至)(?P<c>(?:19|20)[0-9]{{2}}))(?![0-9A-Za-z./:年月日号期—–~～\-])"
    r"|(?<![0-9A-Za-z.\-/])(?P<y>[12][0-9]{3})(?P<s>[-/.])(?P<m>[01]?[0-9])(?P=s)(?P<d>[0-3]?[0-9])"
    rf"(?:{TO}(?P<z>[12][0-9]{{3}})(?P=s)(?P<n>[01]?[0-9])(?P=s)(?P<e>[0-3]?[0-9]))?(?![0-9]|[-/.][0-9])",
)
def _date_in_figures(m: re.Match[str], now: Now) -> Found | None:
    if m["b"]:
        return Found(m.end(), f"{m['a']}-{m['b']}", "month", "absolute")
    if m["c"]:
        return Found(m.end(), iso_years(int(m["a"]), int(m["c"])), "years", "absolute") if m["a"] < m["c"] else None
    first = iso_day(int(m["y"]), int(m["m"]), int(m["d"]))
    if not m["z"]:
        return Found(m.end(), first, "day", "absolute") if first else None
    last = iso_day(int(m["z"]), int(m["n"]), int(m["e"]))
    return Found(m.end(), f"{first}/{last}", "days", "absolute") if first and first < last else None


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
@part_of_year(
    "的农阴旧正腊冬大",
    f"的?(?:(?:农历|阴历|旧历)(?P<m>正|冬|腊|十[一二]?|[{HAN_DIGIT}])|(?P<k>正|腊|冬|大年))(?:(?<!年)月|(?<=大年))(?P<d>初[{HAN_DIGIT}十]|廿[{HAN_DIGIT}]?|[二三]?十[{HAN_DIGIT}]?)",
)
def _lunar_date(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    name, day = m["m"] or m["k"], number_of(m["d"].lstrip("初"))
    if year is None:
        year = now.said if now.said is not None else now.spoken_year()
    month = {"正": 1, "大年": 1, "冬": 11, "腊": 12}.get(name) or number_of(name)
    return Found(m.end(), iso_of_lunar_day(year, month, day) if year else "", "day", "partial")


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
@stands_alone(
    NUMERALS,
    rf"(?<![{DIGIT}.．/{HAN_DIGIT}十廿第\-—〕］\]])(?:(?P<f>{DAY})[日号]?{TO})?(?P<d>[{DIGIT}]{{1,2}}|三十一?|二?十[{HAN_DIGIT}]?|廿[{HAN_DIGIT}]?)(?:日(?!报(?!道)|[均本元产常游])|(?<=[0-9０-９])号(?=[，。；、,;\s上下晚早在举召开]|$))",
)
def _bare_day(m: re.Match[str], now: Now) -> Found | None:
    first, last = number_of(m["f"]) if m["f"] else 0, number_of(m["d"])
    kind = "days" if first else "day"
    if not 0 < last < 32 or first > 31:
        return None
    if first and first >= last:
        return None
    if now.left and len(now.left) == 10:
        left = Date.fromisoformat(now.left)
        month = left if last > left.day else Date.fromisoformat(months_after(left, 1) + "-01")
        period = iso_day(month.year, month.month, last)
        return Found(m.end(), period, kind, "partial") if period else None
    day = now.day
    if day is None:
        if len(now.last) != 10:
            return Found(m.end(), "", kind, "partial")
        day = Date.fromisoformat(now.last)
    for distance in range(32):
        for sign in (-1, 1):
            near = day + timedelta(days=sign * distance)
            if near.day == last:
                period = near.isoformat()
                return Found(m.end(), f"{period[:8]}{first:02d}/{period}" if first else period, kind, "partial")
    return None
