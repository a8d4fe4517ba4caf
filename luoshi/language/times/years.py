"""Years by their number or their distance, spans of years, decades and centuries."""

from __future__ import annotations

import re

from luoshi.language.rules import rule
from luoshi.language.times.model import Found, Now
from luoshi.language.times.periods import (
    DIGIT,
    DIGITS,
    HAN_DIGIT,
    MONTH,
    NUMERALS,
    TO,
    ZEROS,
    iso_years,
    known,
    number_of,
)
from luoshi.language.times.rulebook import stands_alone, with_part

_FOUR = f"(?:[12１２][{DIGIT}]{{3}}|[一二][〇零{ZEROS}{HAN_DIGIT}]{{3}})"
_YEAR = (
    f"(?:(?<![{DIGIT}]){_FOUR}(?=[ \u3000]?年)|[一两二]千零[{HAN_DIGIT}十]{{1,3}}(?=年)"
    f"|[一二]千[{HAN_DIGIT}]百[{HAN_DIGIT}十零]{{1,4}}(?=年)"
    rf"|(?<![{DIGIT}.])[{DIGIT}]{{2}}(?=年(?:[{DIGIT}]{{1,2}}月|[末底初度]|[上下]半年|[一二三四]季度))|(?<![{DIGIT}.])0[0-9](?=年)"
    f"|(?<![〇零{HAN_DIGIT}十百])(?:[〇零][〇零{HAN_DIGIT}]|(?!六七|七八|八九)[六七八九][〇零{HAN_DIGIT}]"
    f"|[{HAN_DIGIT}][〇零{HAN_DIGIT}](?=年(?:{MONTH}月|[末底初])))(?=年))"
)


def _full_year(words: str) -> int:
    """The year that two or four digits name: 24 is 2024, 98 is 1998."""
    value = number_of(words)
    return value if value > 99 else value + (2000 if value < 60 else 1900)


@rule(
    "span of years",
    "From one year to another: 2024—2026年, 2021至2025年.",
    ("2025-2027年，每年", "2025-2027年=2025/2027 years absolute; 每年=R/P1Y set absolute"),
    ("2021至2025年", "2021至2025年=2021/2025 years absolute"),
    ("2024—2026年", "2024—2026年=2024/2026 years absolute"),
    ("（2023年—2035年）", "2023年—2035年=2023/2035 years absolute"),
    ("2020年到2025年", "2020年到2025年=2020/2025 years absolute"),
    ("2024～2026年度", "2024～2026年度=2024/2026 years absolute"),
    ("一九四八至一九四九年", "一九四八至一九四九年=1948/1949 years absolute"),
    ("2025-2024年", "2024年=2024 year absolute"),
    ("2023、2024年", "2023、2024年=2023/2024 years absolute"),
    ("2024、2025两年", "2024、2025两年=2024/2025 years absolute"),
    ("2020、2024年", "2024年=2024 year absolute"),
    ("2023/2024年度", "2023/2024年度=2023/2024 years absolute"),
)
@stands_alone(
    "12１２一二",
    rf"(?<![{DIGIT}.])(?P<y>{_FOUR})[ \u3000]?(?:(?:年度?)?{TO}|(?P<l>[、/]))(?P<z>{_FOUR})(?P<c>[两二]?)年度?"
    rf"(?![末底初]|{MONTH}月|{MONTH}{TO}|[上下]半年|[前第]?[一二三四]季)",
)
def _span_of_years(m: re.Match[str], now: Now) -> Found | None:
    first, last = number_of(m["y"]), number_of(m["z"])
    if first >= last or (m["l"] and last != first + 1) or (m["c"] and not m["l"]):
        return None
    return Found(m.end(), iso_years(first, last), "years", "absolute")


@rule(
    "year",
    "A year by its number, and the part of it that follows: 2024年, 二〇二四年, 24年12月.",
    ("2024年度", "2024年度=2024 year absolute"),
    ("2024年全年", "2024年全年=2024 year absolute"),
    ("24年12月", "24年12月=2024-12 month absolute"),
    ("零八年", "零八年=2008 year absolute"),
    ("一九七八年", "一九七八年=1978 year absolute"),
    ("二〇二四年", "二〇二四年=2024 year absolute"),
    ("二○○五年", "二○○五年=2005 year absolute"),
    ("到二００五年", "到二００五年=2005 year until"),
    ("二零零八年五月十二日", "二零零八年五月十二日=2008-05-12 day absolute"),
    ("两千零四年八月十五日", "两千零四年八月十五日=2004-08-15 day absolute"),
    ("九八年夏天", "九八年夏天=1998-06/1998-08 months absolute"),
    ("98年12月", "98年12月=1998-12 month absolute"),
    ("按2020年不变价格计算", "2020年不变价=2020 year base"),
    ("是2010年的2.2倍", "2010年=2010 year base"),
    ("比2019年同期增长", "比2019年同期=2019 year base"),
    ("2023-04-22|2022年以来", "2022年以来=2022/2023 years since"),
    ("|2022年以来", "2022年以来=2022/.. year since"),
    ("2024-12-20|2024年以来", "2024年以来=2024-01/2024-12 months since"),
    ("到2025年，建成", "到2025年=2025 year until"),
    ("2030年前达峰", "2030年前=2030 year until"),
    ("自2017年以来", "自2017年以来=2017/2025 years since"),
    ("2030年后", "2030年后=2030/.. year since"),
    ("提高到2024年的3%", "2024年=2024 year absolute"),
    ("工程于2012年12月至2018年3月建设", "2012年12月至2018年3月=2012-12/2018-03 months absolute"),
    ("2024年的工作", "2024年=2024 year absolute"),
    ("2024年的第二季度", "2024年的第二季度=2024-04/2024-06 quarter absolute"),
    ("公元2024年", "2024年=2024 year absolute"),
    ("安排12024年", ""),
)
@stands_alone(DIGITS + "一二两〇零六七八九", rf"(?P<y>{_YEAR})[ \u3000]?年(?!代)度?(?:全年)?[ \u3000]?")
def year_by_number(m: re.Match[str], now: Now) -> Found | None:
    year = _full_year(m["y"])
    return with_part(m, year, "absolute", now) if known(year) else None


_DOCUMENT_YEARS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2, "大前年": -3, "大后年": 3}
_NEW_YEAR_BEHIND = 9  # the month until which 新的一年 is the document's own year
_SPOKEN_YEARS = {
    "本年": 0, "当年": 0, "全年": 0, "同年": 0, "年内": 0, "这年": 0, "上年": -1, "上一年": -1, "前一年": -1, "次年": 1,
    "翌年": 1, "下年": 1, "下一年": 1, "来年": 1,
}  # fmt: skip


@rule(
    "year by its distance",
    "A year told from the document's (今年, 去年) or from the year spoken of (全年, 上年), and its part.",
    ("去年11月末", "去年11月末=2024-11-30 point relative"),
    ("2024年，全年实现", "2024年=2024 year absolute; 全年=2024 year relative"),
    ("比上年增长5%", "比上年=2024 year base"),
    ("较上年提高", "较上年=2024 year base"),
    ("与上年持平", "与上年=2024 year base"),
    ("2024年，比上年增长", "2024年=2024 year absolute; 比上年=2023 year base"),
    (
        "2024年由上年的20件增加到23件，比上年多3件",
        "2024年=2024 year absolute; 上年=2023 year relative; 比上年=2023 year base",
    ),
    ("今年以来", "今年以来=2025-01 month since"),
    ("2026-08-16|今年以来", "今年以来=2026-01/2026-08 months since"),
    ("2024-12-20|今年以来", "今年以来=2024-01/2024-12 months since"),
    ("去年以来", "去年以来=2024/2025 years since"),
    ("去年同期", "去年同期=2024 year base"),
    ("去年一年新增50家", "去年一年=2024 year relative"),
    ("上年同期", "上年同期=2024 year base"),
    ("2024年1—11月比上年同期", "2024年1—11月=2024-01/2024-11 months absolute; 比上年同期=2023-01/2023-11 months base"),
    ("明年", "明年=2026 year relative"),
    ("前年", "前年=2023 year relative"),
    ("大后年", "大后年=2028 year relative"),
    ("四年前年均增速", "四年前=2020 year relative"),
    ("本年度", "本年度=2025 year relative"),
    ("2024年10月至次年3月", "2024年10月至次年3月=2024-10/2025-03 months absolute"),
    ("文明年货，透明年度", ""),
    ("日本年均", ""),
    ("全年龄段", ""),
    ("过去年均", ""),
    ("超过去年全年的货值", "去年全年=2024 year relative"),
    ("提前一年完成", "一年=P1Y duration absolute"),
    ("2024-12-22|截至今年11月底", "截至今年11月底=2024-11-30 point until"),
    ("不同年份", ""),
    ("一次年会", ""),
    ("以上年为基数", ""),
    ("2024-12-10|今年", "今年=2024 year relative"),
    ("|今年", "今年= year relative"),
    ("上一年度", "上一年度=2024 year relative"),
    ("年内全部取消", "年内=2025 year relative"),
    ("低于去年", "去年=2024 year base"),
    ("去年同月", "去年同月=2024 year base"),
    ("新的一年，目标定在149亿元", "新的一年=2025 year relative"),
    ("2024-12-28|新的一年", "新的一年=2025 year relative"),
)
@stands_alone(
    "大今去前明后上下本当全同这翌次来年新",
    "(?P<y>新的?一年|大前年|大后年|(?<!当)今年|去年|前年|(?<![文透光声说证分])明年|(?<![先前然以之最毕业战随])后年|(?<!以)上一年|(?<![提以之])前一年|下一年"
    "|(?<![以网路会海晚史线马])上年|(?<![日成资基根样文版])本年|(?<!相)当年|(?<![安健齐])全年|(?<![不共合相])同年|这年|翌年"
    f"|(?<![{DIGIT}{HAN_DIGIT}两首每人批本层车架届])次年|(?<![未往])来年|(?<![天以之地])下年|(?<![{DIGIT}{HAN_DIGIT}十百半周几两多])年内)"
    "(?:度(?!假))?(?:全年|一整?年(?![级度来多前后以之]))?(?![均龄级轮代纪岁薪轻金])",
)
def year_by_distance(m: re.Match[str], now: Now) -> Found | None:
    word = m["y"]
    if word[0] == "新":
        late = now.day is not None and now.day.month > _NEW_YEAR_BEHIND
        year, distance = now.this_year(), int(late)
    elif word in _DOCUMENT_YEARS:
        year, distance = now.this_year(), _DOCUMENT_YEARS[word]
    else:
        year, distance = now.spoken_year(), _SPOKEN_YEARS[word]
    return with_part(m, None if year is None else known(year + distance), "relative", now)


@rule(
    "this year and the next",
    "Two years at once: 今明两年, 去今两年.",
    ("今明两年", "今明两年=2025/2026 years relative"),
    ("今明后三年", "今明后三年=2025/2027 years relative"),
)
@stands_alone("今去明", "(?P<w>今明|去今|明后|今明后)[两三]年")
def _pair_of_years(m: re.Match[str], now: Now) -> Found | None:
    year = now.this_year()
    first, last = {"今明": (0, 1), "去今": (-1, 0), "明后": (1, 2), "今明后": (0, 2)}[m["w"]]
    return Found(m.end(), iso_years(year + first, year + last) if year else "", "years", "relative")


# 初 is the first four years, 中期 the middle three, 末 the last three.
_PARTS_OF_DECADE = {
    "": (0, 9), "初": (0, 3), "初期": (0, 3), "中期": (4, 6), "中后期": (4, 9),
    "末": (7, 9), "末期": (7, 9), "后期": (7, 9),
}  # fmt: skip


@rule(
    "decade and century",
    "Ten or a hundred years by their number: 20世纪90年代, 九十年代, 21世纪, 本世纪中叶.",
    ("20世纪90年代", "20世纪90年代=1990/1999 years absolute"),
    ("上世纪八十年代末", "上世纪八十年代末=1987/1989 years absolute"),
    ("九十年代", "九十年代=1990/1999 years absolute"),
    ("20世纪五六十年代", "20世纪五六十年代=1950/1969 years absolute"),
    ("80年代初", "80年代初=1980/1983 years absolute"),
    ("二十一世纪", "二十一世纪=2001/2100 years absolute"),
    ("到本世纪中叶", "到本世纪中叶=2050 year until"),
    ("21世纪初，上世纪末", "21世纪初=2001/2010 years absolute; 上世纪末=1991/2000 years absolute"),
    ("21世纪海上丝绸之路", ""),
    ("2020年代", "2020年代=2020/2029 years absolute"),
    ("20世纪", "20世纪=1901/2000 years absolute"),
)
@stands_alone(
    NUMERALS + "上本",
    f"(?:(?P<g>[12][0-9]{{2}}0)年代|(?:(?P<c>[12][0-9]|[一二]?十[{HAN_DIGIT}]?|[上本])个?世纪)?(?P<d>(?<![{DIGIT}])[{DIGIT}][0０]|[{HAN_DIGIT}]{{1,2}}十)年代)(?P<p>初期?|中期|中后期|末期?|后期)?"
    f"|(?P<e>[12][0-9]|二?十[{HAN_DIGIT}]?|[上本])世纪(?P<q>中叶|初|末)?(?!海上丝绸|出版)",
)
def _decade(m: re.Match[str], now: Now) -> Found | None:
    name = m["c"] or m["e"] or ""
    century = {"上": 20, "本": 21, "": 20}.get(name) or number_of(name)
    first = (century - 1) * 100
    if m["g"]:
        return Found(m.end(), iso_years(int(m["g"]), int(m["g"]) + 9), "years", "absolute")
    if not m["d"]:
        if m["q"] == "中叶":
            return Found(m.end(), f"{first + 50}" if known(first) else "", "year", "absolute")
        if m["q"]:  # its first or its last ten years
            begin = first + (1 if m["q"] == "初" else 91)
            return Found(m.end(), iso_years(begin, begin + 9) if known(first) else "", "years", "absolute")
        return Found(m.end(), iso_years(first + 1, first + 100) if known(first) else "", "years", "absolute")
    words = m["d"]
    low_words, high_words = (words[0] + "十", words[1:]) if len(words) == 3 else (words, words)
    decade, further = first + number_of(low_words), number_of(high_words) - number_of(low_words)
    if further not in (0, 10):
        return None
    if not name and number_of(low_words) < 30:
        decade += 100
    if not known(decade):
        return None
    low, high = _PARTS_OF_DECADE[m["p"] or ""]
    return Found(m.end(), iso_years(decade + low, decade + further + high), "years", "absolute")
