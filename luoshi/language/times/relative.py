"""Days, weeks, months and quarters told from the document, and what a figure is compared with: 昨天, 上月, 同比."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import timedelta

from luoshi.language.rules import rule
from luoshi.language.times.model import Found, Now
from luoshi.language.times.periods import (
    DAY,
    DIGIT,
    HAN_DIGIT,
    iso_day,
    iso_days,
    iso_months,
    last_day,
    months_after,
    number_of,
)
from luoshi.language.times.rulebook import stands_alone


@rule(
    "now",
    "The document's own day: 目前, 截至目前, 迄今, 截至发稿时.",
    ("截至记者发稿时", "截至记者发稿时=2025-01-20 point until"),
    ("眼下正是农忙", "眼下=2025-01-20 point relative"),
    ("眼下方", ""),
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
@stands_alone(
    "目当现如迄至眼截",
    "(?P<w>眼下(?![方的皮])|(?P<s>截至(?:记者)?发稿(?:时|前)?)|(?<![项科节题栏条])目前(?!期)|(?<![相])当前|(?<![出体实发展表呈再涌显浮])现在|如今|(?P<u>迄今|至今(?![年天日晚早冬春夏秋])))(?:为止)?",
)
def _present(m: re.Match[str], now: Now) -> Found | None:
    return Found(m.end(), now.day.isoformat() if now.day else "", "point", "until" if m["u"] or m["s"] else "relative")


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
@stands_alone(
    "大今昨明前后即当同次翌第",
    "(?P<w>(?:大前|大后|今|昨|明|(?<![提之以])前|(?<![先之以])后)[天](?![赋生])|[今昨明]日(?![益])|(?P<t>今明两[天日]|明后两?天|昨今两[天日])|今(?=起)|即日(?=起)"
    "|[今昨明当][晚夜](?=[^餐会报])|[今昨明当][晚夜]$|[今昨明]早|(?P<s>(?<![相正恰])当[天日]|同日|同一天|当晚)|(?P<n>(?<![一二三四五六七八九十多每])次日|翌日|第二天|后一[天日])|(?P<b>(?<![提以之])前一[天日]))",
)
def _relative_day(m: re.Match[str], now: Now) -> Found | None:
    day = now.day
    if (m["s"] or m["n"] or m["b"] or m["w"][0] == "当") and len(now.last) == 10:
        day = Date.fromisoformat(now.last)
    if day is None:
        return Found(m.end(), "", "day", "relative")
    if m["t"]:
        first = day + timedelta(days={"今": 0, "明": 1, "昨": -1}[m["t"][0]])
        return Found(m.end(), iso_days(first, 1), "days", "relative")
    word = m["w"]
    distance = (
        1
        if m["n"]
        else -1
        if m["b"]
        else {"昨": -1, "明": 1, "前": -2, "后": 2, "大前": -3, "大后": 3}.get(word[:-1], 0)
    )
    return Found(m.end(), (day + timedelta(days=distance)).isoformat(), "day", "relative")


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
@stands_alone(
    "本当同上下这次月",
    f"(?:(?P<w>(?<![日成基])本|(?<![相恰])当|同|(?<![以网晚之])上上?一?个?|(?<![天以之])下下?一?个?|这个|(?<![每首{HAN_DIGIT}两])次)月份?(?:(?P<d>{DAY})[日号]|(?P<p>[末底初](?!期|步))|(?P<t>[上中下])旬)?"
    f"|(?<![{DIGIT}{HAN_DIGIT}十个每满数岁正])月(?P<b>[末底初]))",
)
def _relative_month(m: re.Match[str], now: Now) -> Found | None:
    word, edge = m["w"] or "", m["p"] or m["b"]
    role = "relative" if word else "partial"
    kind = "day" if m["d"] else "point" if edge else "days" if m["t"] else "month"
    day = now.day
    if word in ("当", "同", "次", "") and len(now.last) >= 7 and now.last[4] == "-":
        day = Date.fromisoformat(now.last[-10:] if len(now.last) in (10, 21) else now.last[-7:] + "-01")
    if day is None:
        return Found(m.end(), "", kind, role)
    month = months_after(day, word.count("下") + word.count("次") - word.count("上"))
    year, number = int(month[:4]), int(month[5:])
    if m["d"]:
        period = iso_day(year, number, number_of(m["d"]))
        return Found(m.end(), period, kind, role) if period else None
    if m["t"]:
        first = 1 + 10 * "上中下".index(m["t"])
        last = last_day(month) if m["t"] == "下" else iso_day(year, number, first + 9)
        return Found(m.end(), f"{iso_day(year, number, first)}/{last}", kind, role)
    if edge:
        return Found(m.end(), f"{month}-01" if edge == "初" else last_day(month), kind, role)
    return Found(m.end(), month, kind, role)


@rule(
    "quarter by its distance",
    "A quarter told from the document's: 本季度, 上季度.",
    ("上季度", "上季度=2024-10/2024-12 quarter relative"),
    ("本季度", "本季度=2025-01/2025-03 quarter relative"),
    ("比上季度末", "比上季度末=2024-12-31 point base"),
    ("下个季度", "下个季度=2025-04/2025-06 quarter relative"),
)
@stands_alone("本当上下这", "(?P<w>本|当|上一?个?|下一?个?|这个)季度?(?P<p>[末底])?(?![节])")
def _relative_quarter(m: re.Match[str], now: Now) -> Found | None:
    if "季度" not in m[0] and not m["p"]:
        return None
    kind = "point" if m["p"] else "quarter"
    if now.day is None:
        return Found(m.end(), "", kind, "relative")
    quarter = now.day.year * 4 + (now.day.month - 1) // 3 + {"上": -1, "下": 1}.get(m["w"][0], 0)
    period = iso_months(quarter // 4, quarter % 4 * 3 + 1, quarter % 4 * 3 + 3)
    return Found(m.end(), last_day(period[8:]) if m["p"] else period, kind, "relative")


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
@stands_alone(
    "上下这本周星礼",
    f"(?P<s>(?<![以网晚之赶])上上?|(?<![天以之])下下?|[这本])(?:个|一)?(?:周(?![年岁边期转])|星期|礼拜)(?P<d>[一二三四五六日天末]末?)?"
    f"|(?<![{DIGIT}{HAN_DIGIT}两十几数半每])(?:周(?P<e>[一二三四五六日末])|(?:星期|礼拜)(?P<f>[一二三四五六日天]))(?![{HAN_DIGIT}十边转围密期]|每|[和及与、](?:法定)?节假日)",
)
def _week(m: re.Match[str], now: Now) -> Found | None:
    name, shift = m["d"] or m["e"] or m["f"] or "", m["s"] or ""
    role = "relative" if shift else "partial"
    kind = "day" if name and name[-1] != "末" else "days"
    if now.day is None:
        return Found(m.end(), "", kind, role)
    if not shift and len(now.last) == 10 and m.string[m.start() - 1 : m.start()] in ("（", "("):
        return Found(m.end(), now.last, kind, role)  # 3月5日（周三）
    if not shift and len(now.left) == 10 and name and name[-1] != "末":
        left = Date.fromisoformat(now.left)
        ahead = (("一二三四五六日".find(name) % 7) - left.weekday()) % 7
        return Found(m.end(), (left + timedelta(days=ahead)).isoformat(), kind, role)
    monday = now.day - timedelta(days=now.day.weekday() - 7 * (shift.count("下") - shift.count("上")))
    if not name:
        return Found(m.end(), iso_days(monday, 6), kind, role)
    if name[-1] == "末":
        return Found(m.end(), iso_days(monday + timedelta(days=5), 1), kind, role)
    return Found(
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
@stands_alone("同环", "同比|环比|(?<![共合])同期(?![盼望待许货])")
def _basis(m: re.Match[str], now: Now) -> Found | None:
    period = now.last if m[0] == "同期" and now.last[:1] not in ("P", "R") else ""
    return Found(m.end(), period, "month" if m[0] == "环比" else "year", "base")
