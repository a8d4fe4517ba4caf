"""Numbers that stand in a row, and those that are no numbers of their own.

增长12%、9%和7%: the numbers of a row share their unit, and what is told of each in turn (分别) may be of a year of
its own. A number that is part of a date measures nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice, pairwise

from luoshi.language.quantities import Quantity
from luoshi.language.times import Time
from luoshi.patterns import late
from luoshi.reading.constructions import Found, Situation
from luoshi.reading.governing_times import NO_PERIOD, governs

JOIN = late(r"(?:、|和|与|及|以及|或)")
_APART = late(r"分别|依次|各")
_DIGITS = late(r"\d[\d,]*(?:\.\d+)?")
_REACH = 60  # characters before a number of a row in which 分别 stands
LONGEST_ROW = 40  # values in a row are few; a bound keeps the reading of any text linear
_IN_TURN_NAME = late(r"^(?:分别|依次)(?:获得|完成|实现|安排|下达)?|(?:分别|依次)$")
_AND_YEAR = late(r"[、和及与]|，")


def outside_times(found: list[Quantity], times: Sequence[Time]) -> list[Quantity]:
    """The quantities that are no part of a date or a period; a streak may cover a duration."""
    out: list[Quantity] = []
    index = 0
    for quantity in found:
        while index < len(times) and times[index].end <= quantity.start:
            index += 1
        if index < len(times) and times[index].start < quantity.end:
            time = times[index]
            inside = time.start >= quantity.start and time.end <= quantity.end
            if not (inside and (time.kind in NO_PERIOD or quantity.kind in ("streak", "money"))):
                continue
        out.append(quantity)
    return out


def share_units(found: list[Quantity], words: str) -> list[Quantity]:
    """Numbers of a row told apart by 分别 with the unit that only its last has: 分别提高│0.81│和0.79个百分点."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        number, following = out[at], out[at + 1]
        # 90│和20个工作日, 0.6个│、0.4个百分点: the first lacks the unit, or all but its 个.
        begun = number.unit == "个" and following.unit != "个" and "个" in following.quote
        if (number.kind != "plain" and not begun) or following.kind == "plain":
            continue
        if number.value is None or following.value is None:
            continue
        printed = _DIGITS.match(following.quote)
        joined = JOIN.fullmatch(words, number.end, following.start)
        if printed is None or not joined or not _APART.search(words, max(0, number.start - _REACH), number.start):
            continue
        value = Decimal(printed.group().replace(",", ""))
        factor = following.value / value if value else Decimal(1)
        scaled = number.value * factor
        out[at] = replace(number, value=scaled, low=scaled, high=scaled, unit=following.unit, kind=following.kind)
    return out


def row_of(words: str, found: list[Quantity], at: int) -> list[Quantity]:
    """The quantities of one unit that follow each other with only 、 or 和 between them."""
    group = [found[at]]
    for following in found[at + 1 : at + LONGEST_ROW]:
        last = group[-1]
        if (
            (following.unit != last.unit and not group[0].unit.startswith(following.unit + "/"))
            or following.kind != last.kind
            or not JOIN.fullmatch(words, last.end, following.start)
        ):
            break
        group.append(following)
    return group


def years_told(words: str, times: Sequence[Time], start: int, apart: int, group: list[Quantity]) -> list[str]:
    """The years of values told in turn: 2023年、2024年…分别为│94.6万吨、97.5万吨; [] where they are of one time.

    They stand between ``start``, where the sentence begins, and ``apart``, where it says 分别.
    """
    first, last = (bisect_left(times, place, key=lambda time: time.start) for place in (start, apart))
    governing = (times[at] for at in range(last - 1, first - 1, -1) if governs(words, times[at]))
    listed = list(islice((time for time in governing if time.end <= apart), len(group)))[::-1]
    if listed and listed[-1].kind == "years" and len(listed[-1].period) == 9:
        years = list(range(int(listed[-1].period[:4]), int(listed[-1].period[5:]) + 1))
        return [str(year) for year in years] if len(years) == len(group) else []
    joined = all(_AND_YEAR.fullmatch(words, one.end, other.start) for one, other in pairwise(listed))
    of_years = all(re.fullmatch(r"\d{4}", time.period) for time in listed)
    return [time.period for time in listed] if len(listed) == len(group) and joined and of_years else []


def by_years(construed: list[Found], situation: Situation, years: list[str]) -> list[Found]:
    """What a construction read of values told year by year, each with its year; left as it is for several names."""
    group = situation.group
    if len(construed) == 1 and situation.used == 1:
        situation.used = len(group)
        construed = [replace(construed[0], quantity=quantity) for quantity in group]
    if len({item.name for item in construed}) != 1 or len(construed) != len(group):
        return construed
    name = _IN_TURN_NAME.sub("", construed[0].name)
    return [replace(item, name=name, period=year) for item, year in zip(construed, years, strict=True)]
