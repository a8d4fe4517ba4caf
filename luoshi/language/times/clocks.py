"""Hours and parts of a day: 9时30分, 上午, 18日晚."""

from __future__ import annotations

import re

from luoshi.language.rules import rule
from luoshi.language.times.model import Found, Now
from luoshi.language.times.periods import DIGIT, HAN_DIGIT, NUMERALS, any_of, number_of
from luoshi.language.times.rulebook import stands_alone
from luoshi.patterns import late

_PARTS_OF_DAY = {
    # The hours that the weather services count by.
    "凌晨": (3, 5), "清晨": (5, 8), "早晨": (5, 8), "早上": (5, 8), "早": (5, 8), "上午": (8, 11),
    "中午": (11, 13), "正午": (11, 13), "午间": (11, 13), "下午": (13, 17), "午后": (13, 17), "傍晚": (17, 20),
    "晚上": (20, 24), "晚间": (20, 24), "晚": (20, 24), "夜间": (20, 24), "夜里": (20, 24), "夜": (20, 24),
    "深夜": (23, 24), "半夜": (23, 24), "午夜": (23, 24),
}  # fmt: skip
PART_OF_DAY = any_of(*(word for word in _PARTS_OF_DAY if len(word) > 1))
_FIRST_OF_PARTS = "".join(sorted({word[0] for word in _PARTS_OF_DAY}))
_HOUR = f"(?:[0０1１]?[{DIGIT}]|[2２][0-4０-４]|二十[一二三四]?|十[{HAN_DIGIT}]?|[{HAN_DIGIT}两零])"
MINUTE = f"(?:[{DIGIT}]{{1,2}}|[二三四五]?十[{HAN_DIGIT}]?|[零〇]?[{HAN_DIGIT}])"
CLOCK = (
    rf"(?<![{DIGIT}.:：])(?:北京时间)?(?P<a>{PART_OF_DAY}|[早晚](?=[{DIGIT}{HAN_DIGIT}十]))?[ \u3000]?"
    rf"(?:(?P<h>{_HOUR})(?:"
    rf"(?:点(?!候)|时(?![代期间差段长效候刻钟]|至(?![{DIGIT}{HAN_DIGIT}十两零]|[次翌当]日)))(?:(?P<q>[一三])刻|(?P<f>半)|(?P<i>{MINUTE})分?(?:(?P<s>{MINUTE})秒)?(?![{DIGIT}{HAN_DIGIT}%％年月日]))?(?P<z>整|钟)?"
    rf"|[:：](?P<j>[0-5０-５][{DIGIT}])(?:[:：](?P<k>[0-5０-５][{DIGIT}]))?(?![{DIGIT}:：]|\.[{DIGIT}])"
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
@stands_alone(
    NUMERALS + "差" + _FIRST_OF_PARTS,
    f"(?<![{DIGIT}A-Za-z.:：相])(?P<a>{PART_OF_DAY})?(?:差(?P<m>一刻|{MINUTE}分)钟?(?P<h>{_HOUR})点钟?"
    f"|(?P<k>{_HOUR})点钟?差(?P<n>一刻|{MINUTE}分)钟?"
    r"|(?P<e>1[0-2]|[1-9]) ?(?P<x>[aApP])(?:[mM](?![A-Za-z0-9])|\.[mM]\.?))",
)
def _clock_otherwise(m: re.Match[str], now: Now) -> Found | None:
    if m["e"]:
        return _time_of_day(m.end(), "凌晨" if m["x"] in "aA" else "下午", int(m["e"]), 0, None)
    short = m["m"] or m["n"]
    minutes = 15 if short == "一刻" else number_of(short[:-1])
    found = _time_of_day(m.end(), m["a"] or "", number_of(m["h"] or m["k"]), 0, None)
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
@stands_alone(NUMERALS + "北" + _FIRST_OF_PARTS + "早晚", CLOCK)
def clock_time(m: re.Match[str], now: Now) -> Found | None:
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
    hour = number_of(words)
    part = m["a"] or ""
    if not part and hour < 12 <= now.hour:
        hour += 12
    minute = 15 if m["q"] == "一" else 45 if m["q"] else 30 if m["f"] else number_of(minutes) if minutes else 0
    if m["x"]:
        part = "凌晨" if m["x"] == "a" else "下午"
    second = m["s"] or m["k"]
    return _time_of_day(m.end(), part, hour, minute, number_of(second) if second else None)


def _time_of_day(end: int, part: str, hour: int, minute: int, second: int | None) -> Found | None:
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
    return Found(
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
@stands_alone(_FIRST_OF_PARTS, f"(?P<p>{PART_OF_DAY})(?![餐饭])")
def _part_of_day(m: re.Match[str], now: Now) -> Found | None:
    first, last = _PARTS_OF_DAY[m["p"]]
    return Found(m.end(), f"T{first:02d}:00/T{last:02d}:00", "clock", "absolute")
