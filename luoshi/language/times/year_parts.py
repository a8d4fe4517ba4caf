"""Parts of a year: days, months, quarters, halves, seasons, weeks, with or without the year before them."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import timedelta

from luoshi.language.rules import rule
from luoshi.language.times.model import Found, Now
from luoshi.language.times.periods import (
    DAY,
    MONTH,
    MONTHS,
    TO,
    iso_day,
    iso_days,
    iso_month,
    iso_months,
    iso_year,
    known,
    last_day,
    number_of,
)
from luoshi.language.times.rulebook import part_of_year


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
@part_of_year(MONTHS, rf"(?P<m>{MONTH})月(?P<d>{DAY})[日号]?{TO}(?:(?P<n>{MONTH})月)?(?P<e>{DAY})[日号]")
def _days(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    month, day, last = number_of(m["m"]), number_of(m["d"]), number_of(m["e"])
    last_month = number_of(m["n"]) if m["n"] else month
    year = now.year_of_day(month, day) if year is None else year
    if year is None:
        valid = iso_day(2000, month, day) and iso_day(2000, last_month, last)
        return Found(m.end(), "", "days", "partial") if valid else Found(m.end(), "", "", "")
    first_day = iso_day(year, month, day)
    last_day = iso_day(year + (last_month < month), last_month, last)
    if not first_day or last_day <= first_day:
        return Found(m.end(), "", "", "")
    return Found(m.end(), f"{first_day}/{last_day}", "days", "partial")


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
@part_of_year(
    MONTHS,
    rf"(?P<m>{MONTH})[ \u3000]?月[ \u3000]?(?P<d>{DAY})"
    rf"(?:[ \u3000]?[日号]|(?=[，。；;）)]|$|[上下]午|早上|晚上))",
)
def _month_day(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    month, day = number_of(m["m"]), number_of(m["d"])
    year = now.year_of_day(month, day) if year is None else year
    if not iso_day(2000 if year is None else year, month, day):
        return Found(m.end(), "", "", "")
    return Found(m.end(), iso_day(year, month, day) if year else "", "day", "partial")


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
@part_of_year(MONTHS, rf"(?P<m>{MONTH})[ \u3000]?月份?(?P<p>[末底初])")
def _month_point(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    month = number_of(m["m"])
    if not 0 < month < 13:
        return None
    year = now.year_of_month(month) if year is None else year
    if year is None:
        return Found(m.end(), "", "point", "partial")
    return Found(
        m.end(), iso_day(year, month, 1) if m["p"] == "初" else last_day(iso_month(year, month)), "point", "partial"
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
@part_of_year(MONTHS, rf"(?P<m>{MONTH})[ \u3000]?月份?(?:(?P<p>[上中下]{{1,2}})旬|(?P<h>[上下])半月)")
def _third_of_month(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    month = number_of(m["m"])
    if not 0 < month < 13:
        return None
    year = now.year_of_month(month) if year is None else year
    if year is None:
        return Found(m.end(), "", "days", "partial")
    if m["h"]:
        edges = ("01", "15") if m["h"] == "上" else ("16", last_day(iso_month(year, month))[8:])
        return Found(m.end(), "/".join(f"{iso_month(year, month)}-{edge}" for edge in edges), "days", "partial")
    first = iso_day(year, month, 1 + 10 * "上中下".index(m["p"][0]))
    last = (
        iso_day(year, month, 20 if m["p"][-1] == "中" else 10)
        if m["p"][-1] != "下"
        else last_day(iso_month(year, month))
    )
    return Found(m.end(), f"{first}/{last}", "days", "partial") if first < last else None


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
@part_of_year(
    MONTHS,
    rf"(?P<m>{MONTH})(?:(?:月份?)?{TO}|(?P<l>、))(?P<n>{MONTH})[ \u3000]?月份?"
    rf"(?![末底初]|[上中下]{{1,2}}旬|{DAY}[日号])",
)
def _month_range(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    first, last = number_of(m["m"]), number_of(m["n"])
    if not (0 < first < 13 and 0 < last < 13 and first != last) or (m["l"] and last != first + 1):
        return None
    year = now.year_of_month(last if first < last else first) if year is None else year
    return Found(m.end(), iso_months(year, first, last), "months", "partial")


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
@part_of_year(MONTHS, rf"(?P<m>{MONTH})[ \u3000]?月(?!龄)份?")
def _one_month(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    month = number_of(m["m"])
    if not 0 < month < 13:
        return None
    year = now.year_of_month(month) if year is None else year
    return Found(m.end(), iso_month(year, month) if year else "", "month", "partial")


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
@part_of_year("前头后的", f"的?(?P<p>(?<!提)前|头|后)(?P<m>{MONTH}|两)(?:个月|(?<=[前头]十)月|(?<=[前头]1[0-2])月)")
def _first_months(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    count = number_of(m["m"])
    if not 0 < count < 12 or (m["p"] == "后" and year is None):
        return None
    if m["p"] == "后":
        return Found(m.end(), iso_months(year, 13 - count, 12), "months", "partial")
    # A month that is not over yet can't be counted up.
    if year is None and not now.left and now.said is None and now.given is None and now.day is not None:
        year = now.day.year - (count >= now.day.month)
    year = now.year_of_month(count) if year is None else year
    return Found(m.end(), iso_months(year, 1, count), "months", "partial")


@rule(
    "first quarters",
    "The first two or three quarters: 前三季度.",
    ("前三季度增长5.1%", "前三季度=2024-01/2024-09 months partial"),
    ("2024-12-01|今年前三季度", "今年前三季度=2024-01/2024-09 months relative"),
    ("2024年前三个季度", "2024年前三个季度=2024-01/2024-09 months absolute"),
    ("前三季度末", "前三季度末=2024-09-30 point partial"),
)
@part_of_year("前头的", "的?(?<!提)[前头](?P<q>[一二两三123])个?季度(?P<p>[末底])?")
def _first_quarters(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    month = 3 * number_of(m["q"])
    year = now.year_of_month(month) if year is None else year
    if m["p"]:
        return Found(m.end(), last_day(iso_month(year, month)) if year else "", "point", "partial")
    return Found(m.end(), iso_months(year, 1, month), "months", "partial")


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
@part_of_year(
    "第一二三四1234Q",
    rf"(?:第?(?P<q>[一二三四1-4](?=个)(?<=第.)|[一二三四1-4](?!个))个?(?:(?:季?度?{TO}|、)(?P<r>[二三四2-4]))?季度(?P<p>[末底])?|Q(?P<s>[1-4])(?![0-9A-Za-z]))",
)
def _quarter(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    first = number_of(m["q"] or m["s"])
    last = number_of(m["r"]) if m["r"] else first
    if m["s"] and year is None:
        return None
    year = now.year_of_month(3 * first - 2) if year is None else year
    if m["p"]:
        return Found(m.end(), last_day(iso_month(year, 3 * last)) if year else "", "point", "partial")
    return Found(m.end(), iso_months(year, 3 * first - 2, 3 * last), "months" if m["r"] else "quarter", "partial")


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
@part_of_year("上下前后", "(?P<h>[上下前后])半年度?(?P<p>[末底])?")
def _half(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    first = 1 if m["h"] in "上前" else 7
    if year is None and first == 7 and now.day and not now.left and now.said is None and now.given is None:
        # From April on the second half spoken of is the coming one.
        year = now.day.year - (now.day.month < 4)
    year = now.year_of_month(first) if year is None else year
    if m["p"]:
        return Found(m.end(), last_day(iso_month(year, first + 5)) if year else "", "point", "partial")
    return Found(m.end(), iso_months(year, first, first + 5), "half", "partial")


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
@part_of_year(
    "年末底终初",
    "(?:(?<!大)年(?P<p>[末底终]|初(?!中[^央国共心旬方美俄日韩]|级))|(?<=[年度])(?P<q>[末底终]|初(?!中[^央国共心旬方美俄日韩]|级)))",
)
def _year_end(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    if m["q"] and year is None:
        return None
    year = now.spoken_year() if year is None else year
    day = "-01-01" if (m["p"] or m["q"]) == "初" else "-12-31"
    return Found(m.end(), iso_year(year) + day if known(year) else "", "point", "partial")


@rule(
    "season",
    "A season of a named year, by the months that the weather services count: 今年夏天 is June to August.",
    ("今年夏天", "今年夏天=2025-06/2025-08 months relative"),
    ("2013年秋天", "2013年秋天=2013-09/2013-11 months absolute"),
    ("去年冬季", "去年冬季=2024-12/2025-02 months relative"),
    ("2024年春", "2024年=2024 year absolute"),
)
@part_of_year("的春夏秋冬", "的?(?P<s>[春夏秋冬])[季天]", bare=False)
def _season(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    first = 3 + 3 * "春夏秋冬".index(m["s"])
    return Found(m.end(), iso_months(year, first, (first + 1) % 12 + 1), "months", "partial")


@rule(
    "week of a year",
    "A week by its number, as ISO 8601 counts: 2024年第50周.",
    ("2024年第50周", "2024年第50周=2024-12-09/2024-12-15 days absolute"),
)
@part_of_year("的第", rf"的?第(?P<w>{DAY})周(?![年岁])", bare=False)
def _numbered_week(m: re.Match[str], year: int | None, now: Now) -> Found | None:
    week = number_of(m["w"])
    if year is None or not 0 < week < 54:
        return Found(m.end(), "", "days", "partial")
    monday = Date(year, 1, 4) - timedelta(days=Date(year, 1, 4).weekday()) + timedelta(weeks=week - 1)
    return Found(m.end(), iso_days(monday, 6), "days", "partial")
