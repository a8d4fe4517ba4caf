"""Days with a name, of the Gregorian or the lunar calendar: 国庆节, 2025年春节, “五一”假期."""

from __future__ import annotations

import re
import tomllib
from datetime import date as Date
from datetime import timedelta
from functools import cache
from importlib.resources import files

from luoshi.language.rules import rule
from luoshi.language.times.model import Found, Now
from luoshi.language.times.periods import HAN_DIGIT, any_of, iso_day, iso_year, known
from luoshi.language.times.rulebook import part_of_year


@cache
def time_tables() -> dict[str, dict[str, str]]:
    """The tables of ``times.toml``: holidays, weekday_holidays, lunar_holidays, events, lunar."""
    return tomllib.loads(files("luoshi.knowledge").joinpath("times.toml").read_text("utf-8"))


_FIRST_OF_HOLIDAYS = (
    "".join(
        sorted(
            {word[0] for table in ("holidays", "weekday_holidays", "lunar_holidays") for word in time_tables()[table]}
        )
    )
    + '除大清“"六十的'
)


_LONG_PAST = 90  # days


@cache
def _lunar_years() -> dict[int, str]:
    """The lunar years of ``times.toml`` by the Gregorian year that their new year falls in."""
    lunar = time_tables()["lunar"]
    return dict(enumerate(lunar["years"].split(), int(lunar["first"])))


def iso_of_lunar_day(year: int, month: int, day: int) -> str:
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
    tables = time_tables()
    if fixed := tables["holidays"].get(name):
        return f"{year:04d}-{fixed}"
    if weekday := tables["weekday_holidays"].get(name):
        month, which, day = map(int, weekday.split("-"))
        return iso_day(year, month, 7 * which - 6 + (day - 1 - Date(year, month, 1).weekday()) % 7)
    if name.startswith("除夕") or name == "大年三十":
        new_year = iso_of_lunar_day(year, 1, 1)
        return (Date.fromisoformat(new_year) - timedelta(days=1)).isoformat() if new_year else ""
    if name.startswith("清明"):
        # The sun's longitude 15 degrees, as a mean; right for every year from 1901 to 2099.
        century, of_century = divmod(year, 100)
        if century not in (19, 20) or year == 1900:
            return ""
        return iso_day(year, 4, int(of_century * 0.2422 + (5.59 if century == 19 else 4.81)) - of_century // 4)
    lunar_month, lunar_day = tables["lunar_holidays"][name].split("-")
    return iso_of_lunar_day(year, int(lunar_month), int(lunar_day))


@rule(
    "holiday",
    "A public holiday or memorial day, of the Gregorian or the lunar calendar: 国庆节, 2025年春节.",
    ("2024年国庆节", "2024年国庆节=2024-10-01 day absolute"),
    ("去年国庆节", "去年国庆节=2024-10-01 day relative"),
    ("2025年春节", "2025年春节=2025-01-29 day absolute"),
    ("2024年中秋节", "2024年中秋节=2024-09-17 day absolute"),
    ("元旦期间", "元旦期间=2025 days partial"),
    ("今年五一期间", "今年五一期间=2025 days relative"),
    ("“五一”假期", "“五一”假期=2025-05-01/2025-05-05 days partial"),
    ("2023年国庆黄金周", "2023年国庆黄金周=2023-09-29/2023-10-06 days absolute"),
    ("刚刚过去的“五一”小长假", "“五一”小长假=2025-05-01/2025-05-05 days partial"),
    ("1996年国庆长假", "1996年国庆长假=1996 days absolute"),
    ("2025-03-10|国庆节前开放", "国庆节前=2025-10-01 day until"),
    ("2024-12-05|元旦春节期间", "元旦=2025-01-01 day partial; 春节期间=2025 days partial"),
    ("2025年元旦春节期间", "2025年元旦=2025-01-01 day absolute; 春节期间=2025 days partial"),
    ("各地结合元旦春节前夕走访", "元旦=2025-01-01 day partial; 春节=2025-01-29 day partial"),
    ("2024年“十一”黄金周", "2024年“十一”黄金周=2024-10-01/2024-10-07 days absolute"),
    ("2024年端午节", "2024年端午节=2024-06-10 day absolute"),
    ("2024年清明节", "2024年清明节=2024-04-04 day absolute"),
    ("2024年除夕", "2024年除夕=2024-02-09 day absolute"),
    ("2024年母亲节", "2024年母亲节=2024-05-12 day absolute"),
    ("腊八节，双十一", "腊八节=2025-01-07 day partial; 双十一=2024-11-11 day partial"),
    ("全国五一劳动奖章", ""),
    ("|国庆", "国庆= day partial"),
)
@part_of_year(
    _FIRST_OF_HOLIDAYS,
    "的?(?P<h>"
    + any_of(
        *time_tables()["holidays"],
        *time_tables()["weekday_holidays"],
        *time_tables()["lunar_holidays"],
        "除夕",
        "除夕夜",
        "大年三十",
        "清明节",
        "清明",
    )
    + '|[“"](?P<q>五一|六一|十一)[”"](?!劳动奖|口号)'
    + f"|(?<![{HAN_DIGIT}十百千万])(?P<p>[五六]一|十一(?=黄金周|长假|假期))(?!劳动奖|口号|[{HAN_DIGIT}十百千万]))"
    "(?P<d>期间|假期|长假|小长假|黄金周|前后)?(?!联欢晚会|晚会|档)",
)
def _named_day(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    short = m["p"] or m["q"]
    name = {"五一": "劳动节", "六一": "儿童节", "十一": "国庆节"}[short] if short else m["h"]
    if year is None:
        year = _holiday_year(name, now, ahead=m.string[m.end() : m.end() + 1] == "前")
    if m["d"]:  # 春节期间 is longer than the day; of days off that were announced the calendar says how long
        off = _days_off(name, year) if m["d"] not in ("期间", "前后") else ""
        return Found(m.end(), off or iso_year(year), "days", "partial")
    return Found(m.end(), _holiday(name, year) if known(year) and year else "", "day", "partial")


@cache
def _leave() -> dict[tuple[str, int], str]:
    """The days off of each holiday and year that ``times.toml`` has."""
    found = {}
    for name, years in time_tables()["leave"].items():
        for row in years.split():
            year, _, days = row.partition(":")
            found[name, int(year)] = "/".join(f"{year}-{day}" for day in days.split("/"))
    return found


def _days_off(name: str, year: int | None) -> str:
    """From the first to the last day off of a holiday, ``""`` where the table has none."""
    name = {"国庆": "国庆节", "五一劳动节": "劳动节", "国际劳动节": "劳动节", "五一国际劳动节": "劳动节"}.get(
        name, name
    )
    return _leave().get((name, year), "") if year is not None else ""


def _holiday_year(name: str, now: Now, *, ahead: bool) -> int | None:
    """The year of a holiday without one: the year spoken of, or that of the nearest such day to the document.

    ``ahead`` says that something is due before it (国庆节前开放): it is no day long past.
    """
    day = now.day
    if now.said is not None or now.given is not None or day is None:
        return now.said if now.said is not None else now.given
    near = {year: _holiday(name, year) for year in (day.year - 1, day.year, day.year + 1)}
    days = [((Date.fromisoformat(at) - day).days, year) for year, at in near.items() if at]
    distances = [(abs(distance), year) for distance, year in days if not ahead or distance > -_LONG_PAST]
    return min(distances)[1] if distances else None
