"""Spans counted from the document or named by a plan or an event: “十四五”时期, 近三年, 党的十八大以来."""

from __future__ import annotations

import re
from datetime import timedelta

from luoshi.language.rules import rule
from luoshi.language.times.holidays import time_tables
from luoshi.language.times.model import Found, Now, from_then_on
from luoshi.language.times.periods import (
    COUNT,
    DIGIT,
    HAN_DIGIT,
    NUMERALS,
    TO,
    any_of,
    count_of,
    duration_of,
    iso_days,
    iso_year,
    iso_years,
    months_after,
    number_of,
)
from luoshi.language.times.rulebook import stands_alone

_FIRST_OF_EVENTS = "".join(sorted({word[0] for word in time_tables()["events"]}))


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
@stands_alone(
    '“"' + "十二第",
    f'(?:[“"](?P<n>[{HAN_DIGIT}十]{{1,3}})五[”"]|(?<![{HAN_DIGIT}十百第])(?P<o>二?十[{HAN_DIGIT}])五'
    f"|第(?P<k>[{HAN_DIGIT}十]{{1,3}})个五年(?:规划|计划))(?![{HAN_DIGIT}十百千万亿、个年元])"
    "(?:(?:规划|计划)?的?(?:(?P<f>开局)|(?P<l>收官))之年|规划?(?P<p>期?末)|期?(?P<q>末期?)|期?初期?(?P<b>)|(?:时期|期间)"
    f"|[前头](?P<y>[{HAN_DIGIT}两])年|(?P<not>[^，。；、：！？“”《》\\s]{{0,12}}(?:规划|计划|纲要|方案)))?",
)
def _plan(m: re.Match[str], now: Now) -> Found | None:
    number = number_of(m["n"] or m["o"] or m["k"])
    if m["not"] is not None or not number or (m["k"] and m[0][-2:] not in ("时期", "期间")):
        return Found(m.end(), "", "", "")
    first = 1951 + 5 * number if number > 2 else 1948 + 5 * number
    if m["p"] or m["q"]:
        return Found(m.end(), f"{first + 4}-12-31", "point", "absolute")
    if m["f"] or m["l"] or m["b"] is not None:
        return Found(m.end(), f"{first + (4 if m['l'] else 0)}", "year", "absolute")
    if m["y"]:
        return Found(m.end(), iso_years(first, first + min(number_of(m["y"]), 5) - 1), "years", "absolute")
    return Found(m.end(), f"{first}/{first + 4}", "plan", "absolute")


@rule(
    "numbers of years that are names",
    "两个一百年, 百年未有之大变局, 万年 and the like are no times.",
    ("“两个一百年”奋斗目标", ""),
    ("百年未有之大变局", ""),
    ("第二个百年奋斗目标", ""),
    ("公元前221年", ""),
)
@stands_alone(
    "公两百第",
    "公元前[0-9]{1,4}年|两个一百年|百年(?:未有之|奋斗|变局|大变局|老店|大计|不遇|罕见)|第[一二]个(?:一?百)年",
)
def _no_time(m: re.Match[str], now: Now) -> Found | None:
    return Found(m.end(), "", "", "")


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
@stands_alone(
    NUMERALS + "半过近最这前任履",
    f"(?:(?P<p>过去的?(?![0-9]{{4}})|(?:任期|任职|履职)的|(?<![附接最远靠邻将贴相走])近|最近的?|这|(?<![^\\W\\d的在了我他她于])前(?!一[天日]))(?P<n>{COUNT}|半)(?P<v>[多余几])?个?(?P<u>{_UNIT})(?:内|多?以?来|间(?!接))?"
    f"|(?<![{DIGIT}.第{HAN_DIGIT}十百千数几])(?P<o>{COUNT}|半)(?P<w>[多余几])?个?(?P<x>{_UNIT})多?(?:以?来(?!自|回|往|源|访|华)|间(?=[，,]|$)))",
)
def _span_until_now(m: re.Match[str], now: Now) -> Found | None:
    count, unit = _units(m["n"] or m["o"], m["u"] or m["x"])
    kind = _KINDS[unit]
    vague = bool(m["v"] or m["w"]) or not 0 < count <= 500 or "多" in m[0]
    if unit in ("小时", "分钟"):
        return Found(m.end(), duration_of(count, unit) if count else "", "duration", "relative")
    word = m["p"] or ""
    full = word.startswith("过去") or word == "前"
    if unit == "年":
        if len(now.last) == 9 and int(now.last[5:]) - int(now.last[:4]) == count - 1:
            return Found(m.end(), now.last, kind, "relative")  # 2016年至2020年，五年间
        last = now.last_full_year()
        if now.given is not None and now.day is not None and now.given < now.day.year:
            last = now.given  # a report given in May, too, calls the year that its heading names the past one
        # 前三年 may be the first three years as well.
        period = iso_years(last - count + 1, last) if last and not vague and word != "前" else ""
        return Found(m.end(), period, kind if count != 1 else "year", "relative")
    if now.day is None or vague:
        return Found(m.end(), "", kind, "relative")
    if kind == "months":
        months = count * (3 if unit == "季度" else 1)
        first, last_month = months_after(now.day, 1 - months - full), months_after(now.day, -full)
        return Found(
            m.end(), first if months == 1 else f"{first}/{last_month}", "month" if months == 1 else kind, "relative"
        )
    days = count * (7 if unit in ("周", "星期", "礼拜") else 1)
    return Found(
        m.end(), iso_days(now.day - timedelta(days=days - 1 + full), days - 1), kind if days > 1 else "day", "relative"
    )


def _units(words: str, unit: str) -> tuple[int, str]:
    """How many of which unit: 半年 is six months; 0 where the words leave the number open."""
    return (6, "个月") if words == "半" and unit == "年" else (count_of(words), unit)


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
@stands_alone(
    NUMERALS + "未今此接往后",
    f"(?:(?P<p>未来|今后|此后|接下来的?|往后|(?<![^\\W\\d的在了我他她于])后(?!一[天日]))的?(?P<r>{COUNT}{TO})?(?P<n>{COUNT}|半)(?P<v>[多余几])?个?(?P<u>{_UNIT})(?:内|间(?!接))?"
    f"|(?<![{DIGIT}.第{HAN_DIGIT}十百千])(?P<o>{COUNT})(?P<w>[多余])?个?(?P<x>{_UNIT}|工作日)(?P<i>以内|之内|内(?![部容地在外涵需贸销阁])))",
)
def _span_from_now(m: re.Match[str], now: Now) -> Found | None:
    count, unit = _units(m["n"] or m["o"], m["u"] or m["x"])
    kind, role = _KINDS.get(unit, "days"), "until" if m["i"] else "relative"
    if unit in ("小时", "分钟"):
        return Found(m.end(), duration_of(count, unit) if count else "", "duration", role)
    if m["i"] and unit != "年":
        # 两个月内 counts from an event, not from the document.
        return Found(m.end(), duration_of(count, unit) if count else "", "duration", role)
    if now.day is None or m["v"] or m["w"] or m["r"] or not 0 < count <= 500:
        return Found(m.end(), "", kind, role)
    if unit == "年":
        if m["p"] == "后":  # the last years of something, or the next
            return Found(m.end(), "", kind, role)
        first = now.day.year + (now.day.month > 6)
        return Found(m.end(), iso_years(first, first + count - 1), kind if count != 1 else "year", role)
    if kind == "months":
        months = count * (3 if unit == "季度" else 1)
        first_month, last_month = months_after(now.day, 1), months_after(now.day, months)
        return Found(m.end(), first_month if months == 1 else f"{first_month}/{last_month}", kind, role)
    days = count * (7 if unit in ("周", "星期", "礼拜") else 1)
    return Found(m.end(), iso_days(now.day + timedelta(days=1), days - 1), kind if days > 1 else "day", role)


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
@stands_alone(
    NUMERALS,
    f"(?<![{DIGIT}.第{HAN_DIGIT}十百千])(?P<n>{COUNT}|[半几数])(?P<v>[多余])?(?:个(?P<h>半)?)?(?P<u>{_UNIT})(?P<p>(?:以|之)?前(?!提[^高升出供前]|[{HAN_DIGIT}两列沿景后期线述夕]|[{DIGIT}]+个?[月季])|(?:以|之)?后(?![{HAN_DIGIT}两{DIGIT}期续备勤代面]))",
)
def _distance_from_now(m: re.Match[str], now: Now) -> Found | None:
    sign = -1 if m["p"].endswith("前") else 1
    count, unit = _units(m["n"], m["u"])
    if unit in ("小时", "分钟"):
        half = "30M" if unit == "小时" and (m["h"] or m["n"] == "半") else ""
        length = duration_of(count, unit) if count else "PT" if half else ""
        return Found(m.end(), length + half, "duration", "relative")
    kind = {"years": "year", "months": "month", "days": "day"}[_KINDS[unit]]
    if m["v"] or m["h"] or not 0 < count <= 500 or now.day is None:
        return Found(m.end(), "", kind, "relative")
    if unit == "年":
        year = now.spoken_year()
        if now.day is not None and (sign > 0 or year == now.day.year):
            year = now.day.year if sign > 0 else now.last_full_year()
        return Found(m.end(), iso_year(year + sign * count if year else None), kind, "relative")
    if kind == "month":
        return Found(m.end(), months_after(now.day, sign * count * (3 if unit == "季度" else 1)), kind, "relative")
    days = count * (7 if unit in ("周", "星期", "礼拜") else 1)
    return Found(m.end(), (now.day + timedelta(days=sign * days)).isoformat(), kind, "relative")


@rule(
    "since an event",
    "Since an event of which everybody knows the day: 党的十八大以来, 改革开放以来.",
    ("党的十八大以来", "党的十八大以来=2012-11/2025-01 months since"),
    ("改革开放以来", "改革开放以来=1978-12/2025-01 months since"),
    ("新中国成立以来", "新中国成立以来=1949-10/2025-01 months since"),
    ("改革开放政策", ""),
)
@stands_alone(_FIRST_OF_EVENTS, f"(?P<e>{any_of(*time_tables()['events'])})以来")
def _since_event(m: re.Match[str], now: Now) -> Found | None:
    return Found(m.end(), from_then_on(time_tables()["events"][m["e"]][:7], now), "months", "since")


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
@stands_alone(
    "近日连这多几",
    "(?<![接附最临将贴])近日(?![产均])|(?<![今昨明当即生节假近往])日前|近期|连日来|(?<![附接])近(?:几|些)?年来|近几年|这些年来?|多年来|连续多年|几年来|近几个?[月天]|这几[年天]",
)
def _unbounded(m: re.Match[str], now: Now) -> Found | None:
    kind = "day" if m[0] in ("近日", "日前") else "years" if "年" in m[0] else "months" if "月" in m[0] else "days"
    return Found(m.end(), "", kind, "relative")
