"""The way through a text: the next time, the words around it that say how it is meant, and ranges of two."""

from __future__ import annotations

import re
from functools import cache

from luoshi import stated
from luoshi.knowledge.radicals import as_printed, fold
from luoshi.language.times.clocks import CLOCK, PART_OF_DAY, clock_time
from luoshi.language.times.model import Anchor, Found, Now, Time, from_then_on
from luoshi.language.times.periods import (
    CALENDAR,
    DIGIT,
    DIGITS,
    HAN_DIGIT,
    NUMERALS,
    TO,
    ZEROS,
    end_of,
    kind_of,
    last_day,
)
from luoshi.language.times.rulebook import READERS, matcher, unnamed
from luoshi.language.times.years import year_by_distance, year_by_number
from luoshi.patterns import late, standing_at


def times(text: str, date: str = "") -> list[Time]:
    """The times of ``text`` in order, not overlapping, resolved against ``date`` (ISO day or ``""``).

    Raises ``ValueError`` where ``date`` is neither empty nor an ISO 8601 day.
    """
    return as_printed(scan(fold(text), Anchor(stated.day(date))), text)


@cache
def _start() -> re.Pattern[str]:
    """Where the next time begins; the group that matched is named after the rule that reads it; compiled on first use.

    Numerals come first, behind one look at what follows them: a unit, a dash or another numeral. What begins
    with another character, or with a numeral in a name (五一, 十四五), has a second place without that look.
    """
    numerals = set(NUMERALS + "元")
    counted, words = [], []
    first: set[str] = set()
    for name, reader in READERS.items():
        # 的 begins a part only after a year.
        starts = set(reader.starts) - {"的"} if reader.bare else set()
        before = f"(?<![{DIGIT}{HAN_DIGIT}十廿第])" if reader.part else ""  # a part begins inside no number
        pattern = f"{before}(?:{unnamed(reader.pattern)})"
        if starts & numerals:
            counted.append(standing_at(starts & numerals, f"(?P<{name}>{pattern})"))
        if others := starts - (numerals if "3" in starts else set(DIGITS)):
            words.append(standing_at(others, f"(?P<{name}{_ALONE}>{pattern})"))
            first |= others
    numeral, after = f"[{NUMERALS}{ZEROS}元]", f"[{_AFTER_NUMERAL}]"
    # Of decimals, sums in 万 and fractions, which most numbers are, those alone that a unit of time or a date goes on.
    parts = f"[.．][{DIGIT}]{{1,2}}(?:{after}|[.．万几])|万[{NUMERALS}万]{{0,7}}{after}"
    behind = f"[ \u3000]?(?:{after}|、[{NUMERALS}元]|{parts})|(?<={numeral}{{4}})[ \u3000]?/"
    follows = f"(?<![{DIGIT}])(?={numeral}{{1,10}}+(?:{behind}))"
    goes_on = f"(?=[{ALONE}]|[{''.join(sorted(first))}][{SECOND}])"
    choices = [standing_at(numerals, f"{follows}(?:{'|'.join(counted)})"), f"{goes_on}(?:{'|'.join(words)})"]
    return re.compile(standing_at(numerals | first, f"(?:{'|'.join(choices)})"))


# What stands second in a time that begins with a word, and what may be all of it (年│底, 今│起): most characters that
# words of times begin with begin other words far more often (中国, 大力). A test reads both off the rules' patterns.
SECOND = (
    f" \u3000{NUMERALS}{ZEROS}个些"
    "年月日天周星礼季世期晨午夜夕旦阳历里间际隔前后去来今明上下中初末底终早晚秋秒"  # units, and where in them
    "家工师庆党国军革亲人女士圣诞安宵元节至逢续者职入内分动华四在小童廿恩抬拜树比近京百的"  # in names of days
)
ALONE = "今初底末终"
_AFTER_NUMERAL = "年月日号个天周季小星礼分秒点时世工昼夜刻钟多余来旬度隔起整aApP :：\\-~～—–－―至到"
_ALONE = "_alone"
_CONNECTOR = late(f"[ \u3000]?{TO}[ \u3000]?").fullmatch
_WEEKDAY_AFTER_DAY = late("(?:星期|周|礼拜)[一二三四五六日天]").match
_CLOCK_AFTER_DAY = late(
    f"的?[T \u3000]?(?:{CLOCK}|(?P<w>{PART_OF_DAY}|[早晚夜](?![餐饭会报宴期年些已日前]))(?![餐饭]))"
).match
_SUFFIX = late(
    "(?P<since>以来|至今|起(?![草点步码到伏来源诉飞义色家重])|开始|[以之]?后(?![期续备勤代面来者劲]))"
    "|(?P<base>同[期月]|(?:不变价|可比价|价格)|的(?=[0-9.]+倍))"
    f"|(?P<until>(?:以前|之前|前)(?!提[^高升出供前]|[{HAN_DIGIT}两{DIGIT}列沿景后期往来去线述夕者方进锋身世排言程途辈瞻哨端任])|为止)"
).match
_CLOCK_SUFFIX = late(
    f"(?P<until>[以之]?前(?![{HAN_DIGIT}两{DIGIT}往来去线述夕者方进锋台排]))|(?P<since>[以之]?后(?![{HAN_DIGIT}两{DIGIT}期续备勤台来面排]))"
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
    first = _start().search(text)
    return first.start() if first else len(text)


def opens(text: str, within: int) -> bool:
    """Whether a time may begin behind no more than ``within`` characters of ``text``."""
    start = _start().match
    return any(start(text, place) for place in range(within + 1))


def scan(text: str, anchor: Anchor) -> list[Time]:
    """The times of a sentence or paragraph, in order, not overlapping, resolved against ``anchor``.

    A year that the text names is the year spoken of for what follows it in the same text. Raises
    ``ValueError`` where the anchor's date is neither empty nor an ISO 8601 day.
    """
    now = Now(anchor)
    out: list[Time] = []
    position = 0
    search = _start().search
    while m := search(text, position):
        start = m.start()
        left = None
        if out and 0 < start - out[-1].end < 5 and _CONNECTOR(text, out[-1].end, start):
            left = out[-1]
        now.begin_range(left)
        assert m.lastgroup is not None  # every choice of the pattern is a rule's
        reader = READERS[m.lastgroup.removesuffix(_ALONE)]
        match = matcher(reader.pattern)(text, start)
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
        if time.period and time.kind in CALENDAR:
            now.last = time.period.removesuffix("/..")
            told = time.role in ("absolute", "relative") and reader.function in (year_by_number, year_by_distance)
            if told and not time.quote.startswith(_YEARS_BEFORE):
                now.said = int(end_of(time.period)[:4])
    return out


# They look back from the year spoken of, which stays what it is: 从上年的29件提高到35件, 比上年增长3%.
_YEARS_BEFORE = ("上年", "上一年", "前一年")


def _framed(text: str, floor: int, start: int, found: Found, now: Now) -> Time:
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
            period = from_then_on(period, now)
            kind = kind_of(period) if period and not period.endswith("..") else kind
            opening = (
                2
                if text[max(floor, start - 2) : start] == "自从"
                else text[max(floor, start - 1) : start] in ("自", "从")
            )
            start -= opening
        elif after[0] == "同期" and period:
            period = _same_part(period, now.last)
            kind = kind_of(period)
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


def _same_part(year: str, last: str) -> str:
    """上年同期: the part of ``year`` that the period read last is of its own year."""
    if len(last) not in (7, 15) or len(year) != 4 or last[4] != "-":
        return year
    shift = int(year) - int(end_of(last)[:4])
    return "/".join(f"{int(part[:4]) + shift:04d}{part[4:]}" for part in last.split("/"))


def _with_clock(text: str, found: Found, now: Now) -> Found:
    """A day with the hour or the part of the day that follows it: 12月10日24时, 18日下午."""
    weekday = _WEEKDAY_AFTER_DAY(text, found.end)
    if weekday:
        found = found._replace(end=weekday.end())
    m = _CLOCK_AFTER_DAY(text, found.end)
    if not m:
        return found
    if m["w"]:
        return found._replace(end=m.end())
    clock = clock_time(m, now)
    if clock is None:
        return found
    time = clock.period
    if text[found.end - 1] in "晚夜" and not m["a"] and 5 <= int(time[1:3]) < 12:
        time = f"T{int(time[1:3]) + 12}{time[3:]}"
    return Found(clock.end, found.period + time if found.period else "", "clock", found.role)


def _joined(text: str, left: Time, found: Found) -> Time | None:
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
    if left.kind not in CALENDAR or found.kind not in CALENDAR:
        return None
    if not left.period or not right:
        kind = _PLURAL.get(found.kind, found.kind)
        same = _PLURAL.get(left.kind, left.kind) == kind
        return Time(text[left.start : end], left.start, end, "", kind, left.role) if same else None
    first, last = left.period.split("/")[0], end_of(right)
    if len(first) < len(last):
        # 2019年至2024年6月 begins with a month too; 2019年至今天 counts years.
        first, last = (first + "-01", last) if len(first) == 4 and len(last) == 7 else (first, last[: len(first)])
    elif len(first) > len(last):
        last = last_day(last)[: len(first)]
    if not last or first >= last:
        return None
    period = f"{first}/{last}"
    return Time(text[left.start : end], left.start, end, period, kind_of(period), left.role)


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
