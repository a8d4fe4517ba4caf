"""What a stretch of text takes for granted: its period, and whether it looks back or ahead.

A report says once, in a heading or at a paragraph's beginning, which year it speaks of; every figure under
it that names no time of its own belongs to that year. A section that looks back reports what was reached,
one that looks ahead sets targets.

    一、2024年工作回顾             2024, actual
    二、2025年工作安排             2025, target
    过去五年，…                    2020/2024 for the section that it opens
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from luoshi.knowledge.words import predicates
from luoshi.language.han_numerals import chinese
from luoshi.language.passage import Passage
from luoshi.language.times import Anchor, Time, scan
from luoshi.patterns import late
from luoshi.records import Span

_BACK = late(r"回顾|执行情况|完成情况|预算执行|决算|总结|成就|成效|主要工作$|过去|工作情况|公报|收支情况|五年来|一年来")
_AHEAD = late(
    r"安排|草案|计划|目标|任务|部署|总体要求|思路|重点工作|打算|建议|展望|下一步|今后|工作重点|举措|措施|未来|"
    r"工作要求|预算编制"
)
# Headings that speak of what is to be done, and not of a plan that was carried out.
_PLANS = late(
    r"[今明]年|新的一年|下一步|下一?届|今后|总体要求|工作安排|预算安排|重点工作|重点任务|主要任务|目标任务|主要目标|打算|预期目标"
)
_OWN_YEAR = late(r"今年(?!以来|上半年|[前一二三四\d])|明年|新的一年")
# A government's term has five years: 一、五年工作的回顾, 本届政府工作回顾.
_TERM = late(r"(?:本届政府)?五年(?:来)?的?(?:政府)?工作|本届政府的?工作")
_CAPTION = late(r"附?[图表]\s*\d")
# A time that only says when a thing came about: 2019年推出的服务, 今年9月新投入使用的医院.
_DESCRIBES = late(
    r"(?:新|首次|正式|全面|开始|刚刚|就|由[^，。]{2,8}){0,2}"
    r"(?:" + "|".join(predicates()["origin"]["words"]) + r")(?:以来)?的(?!$|[，。是])"
)
_SINCE_EVENT = late(r"[^，。；、]{1,24}?以来")
# 新区2018年获批以来，…: a year and what happened in it, from which what follows counts.
_SINCE_CLAUSE = late(r"[^，。；、\d]{1,16}以来[，,]")
# 2008年本届政府组成以来，…: with which a review of several years begins.
_SINCE_FOUNDED = late(r"[^，。；、是]{2,24}?以来，")
_ON_THE_BASIS = late(r"[^，。；\d]{0,24}基础上")
# The goals of a year stand without its name where no heading gives it: 全市经济社会发展主要预期目标是：….
_GOALS = late(r"(?:经济社会发展)?(?:的)?(?:主要|年度)*预期目标(?:建议)?(?:是|为|如下)?[：:]")
_BEGINS_PLAN = late(r"“十[一二三四五六七八九]五”(?:规划)?(?:良好)?(?:开局|开好局|起步)")
# A report by its title or the house it addresses; one that others deliberate upon or cite (《政府工作报告》) is none.
_REPORT = late(
    r"各位代表(?=[*\s]*[：:！!，,])|公报|政府工作(?!报告(?:[》的。]|重点)|重点)|(?<!政府)工作报告(?![》的。])"
    r"|发展计划|年工作总结"
)
# A budget by a line of its own, or by who was charged to give it; one that a sentence only tells of is none.
_BUDGET = late(
    r"(?:^|\n)[^\n。；！？]{0,60}预算(?:执行|草案)[^\n。；！？]{0,60}(?:\n|$)"
    r"|(?:受[^\n。]{2,20}委托|现将|请予审)[^。]{0,80}预算(?:执行|草案)|预算(?:执行|草案)[^。]{0,80}(?:请予审|报告如下)"
)
_BEGINNING = 1500  # characters in which a report says that it is one
_REPORTED = 7  # the month until which a report speaks of the year before its day
_NEWEST = 3
# A page that is itself a plan, by how its title ends: 2025年工作要点, 专项整治实施方案, 十件民生实事.
_PLAN_TITLE = late(
    r"(?:要点|实事(?:项目)?|计划|方案|清单|任务(?:分解)?|分工|安排)(?:[（(][^（()）]{1,20}[）)])?(?:的通知|公布|出炉|发布|公示)?\Z"
)
# The plan of five years itself, by its title: 国民经济和社会发展第十四个五年规划纲要.
_FIVE_YEARS = late(
    r"第([一二三四五六七八九十]{1,3})个五年(?:[（(][^（()）]{1,16}[）)])?(?:规划|计划)(?:纲要)?(?:[（(]草案[）)])?\Z"
)
# A note speaks of a figure or a table, and dates nothing after it: 注：图中2014年至2017年数据为….
_NOTE = late(r"[（(]?(?:注|备注|说明)[:：]|资料来源")
_LONGEST_TITLE = 40  # characters
_OPENING = 60  # characters of a paragraph that may say what it is about
_NEAR = 6  # characters before the time with which a paragraph begins
_SECOND = 80  # characters in which a first sentence may end
# Who speaks to the house begins a new part: 各位代表！刚刚过去的一年，…
_ADDRESS = late(r"[*\s]*(?:各位(?:代表|委员|同志)|同志们)[！!，,：:]\s*(?:刚刚)?(?:过去的)?|刚刚过去的|回顾")
_LAST_YEAR = late(r"(?:过去的?一年|一年来|去年)|[^。]{0,80}。(?:过去的?一年|一年来|去年)，我们")
# A plan's name that is told of, and dates nothing: “十四五”开局良好, “十三五”规划各项任务.
_PLAN_TOLD_OF = late(
    r"[”’]?(?:发展)?(?:规划|开局|开门红|开好局|起步|旗开得胜|收官|圆满|顺利|胜利|目标|各项|任务|纲要|良好|实现"
    r"|[^，。；、期间末年\d]{2,6}(?:目标|任务)(?!是|为|[：:]))"
)
# A year said of the plan that it lies in: 2020年是“十三五”规划的最后一年.
_YEAR_OF_PLAN = late(
    r"[”’]?(?:时期|规划|计划)?(?:实施)?的?(?:最后|收官|收尾|开局|起步|关键|攻坚|第[一二三四五])之?的?一?年"
)
# A plan that began well lies ahead of what is told of its first year: “十四五”发展开局良好.
_OPENED_WELL = late(r"[”’]?(?:发展)?(?:实现)?(?:良好开局|开局良好|开门红|良好开端)")
# What a question asks of the time to come (今年的预算怎么排), and the times that it may ask of.
_NEXT = late(r"打算|下一步|怎么[排花]")
_ASKS_WHEN = late(r"什么时候|啥时候?|何时|多久|几时|哪一?[天年]|几月")
_ASKED = frozenset({"year", "years", "plan", "half", "quarter", "months"})
_OPENS_SECTION = frozenset({"year", "years", "plan"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A default period and outlook; ``span`` is the words that say so, None where the date alone does."""

    period: str
    status: Literal["actual", "target"]
    span: Span | None = None


def reports(title: str, text: str) -> bool:
    """Whether a document is the report, bulletin, budget or plan of a year."""
    return any(
        says.search(title) is not None or says.search(text, 0, _BEGINNING) is not None for says in (_REPORT, _BUDGET)
    )


def base_frame(date: str, title: str, news: bool, report: bool, *, bare: bool = False) -> Frame:
    """The frame of a document or article before any heading.

    News and pages speak of their year, reports of the last until July, a ``bare`` text until the spring, the plan of
    five years of all of them.
    """
    plan = None if news else _FIVE_YEARS.search(title)
    if plan:
        first = 1951 + 5 * (chinese(plan[1]) or 0)
        return Frame(f"{first}/{first + 4}", "target")
    if not date:
        found = re.search(r"(\d{4})年", title)
        return Frame(found.group(1) if found else "", "actual")
    year, month = int(date[:4]), int(date[5:7] or 1)
    if news:
        return Frame(str(year), "actual")
    found = re.search(r"((?:19|20)\d\d)年", title)
    if found and int(found[1]) > year and not _AHEAD.search(title):
        found = None  # 2026年招商推介会举行, told of in 2025
    if found and not (_BACK.search(title) and _AHEAD.search(title)):
        named = int(found.group(1))
        ahead = bool(_AHEAD.search(title) or (not report and _PLAN_TITLE.search(title))) and not _BACK.search(title)
        return Frame(str(named), "target" if ahead and named >= year else "actual")
    if not report and _PLAN_TITLE.search(title):
        return Frame(str(year), "target")
    until = _REPORTED if report else _NEWEST if bare else 0
    return Frame(str(year - 1 if month <= until else year), "actual")


def plan_named(lines: list[str]) -> str:
    """The first of a document's head lines that names the plan of five years which it is, "" for none."""
    return next((line for line in lines if len(line) <= _LONGEST_TITLE and _FIVE_YEARS.search(line)), "")


def headline_frame(frame: Frame, headline: str, date: str) -> Frame:
    """The frame of a piece that its headline dates by a part of its year: 前三季度成绩单出炉, “五一”假期…."""
    for time in scan(headline, Anchor(date)):
        first, _, last = time.period.partition("/")
        if time.role != "base" and last and len(first) > 4 and first[:4] == date[:4] and last < date[: len(last)]:
            return Frame(time.period, "actual")
    return frame


@lru_cache(1 << 10)
def _times_of(heading: str, date: str) -> tuple[Time, ...]:
    """The times of a heading that may be those of its section."""
    found = scan(heading, Anchor(date))
    return tuple(
        of_last_year(t, date)
        for t in found
        if t.period
        and t.kind in _OPENS_SECTION
        and t.role != "base"
        and not (t.kind == "plan" and (_OPENED_WELL.match(heading, t.end) or of_plan(heading, t.end)))
    )


def heading_frame(frame: Frame, heading: Passage, date: str, document_text: str) -> Frame:
    """The frame under a heading: its own time and outlook laid over the frame it stands in."""
    text = heading.text
    if _CAPTION.match(text):
        return frame
    back, ahead = _BACK.search(text), _AHEAD.search(text)
    year = date[:4]
    begun = _BEGINS_PLAN.search(text)
    if begun and year:
        return Frame(year, "target", heading.span(document_text, begun.start(), begun.end()))
    times = _times_of(text, date)
    term = _TERM.search(text) if back and year and not times else None
    if term:
        return Frame(
            f"{int(year) - 5}/{int(year) - 1}", "actual", heading.span(document_text, term.start(), term.end())
        )
    if not times:
        # Without a day the heading still says whether its section looks back or ahead (今年工作).
        ahead = ahead or (_OWN_YEAR.search(text) if not year else None)
        if bool(back) == bool(ahead):
            return frame
        if back and not year:
            return Frame("", "actual", heading.span(document_text, back.start(), back.end()))
        if ahead and not year and _PLANS.search(text):
            return Frame("", "target", heading.span(document_text, ahead.start(), ahead.end()))
        if ahead and frame.status == "actual" and _PLANS.search(text):
            return Frame(year, "target", heading.span(document_text, ahead.start(), ahead.end()))
        return frame
    time = times[-1] if ahead and not back else times[0]
    span = heading.span(document_text, time.start, time.end)
    if back and ahead and len({t.period for t in times}) > 1:
        return frame
    if year and time.period[:4] >= year and not (back and not ahead):
        return Frame(time.period, "target" if (ahead or time.period[:4] > year) else frame.status, span)
    return Frame(time.period, "actual", span)


def question_frame(frame: Frame, question: Passage, date: str, document_text: str) -> Frame:
    """The frame of what answers a question: the last time that it names, else the frame it stands in.

    What a question of the year's beginning asks of that year is planned, unless it asks what was done.
    """
    words = question.text
    last = max(words.rfind(mark, 0, len(words) - 2) for mark in "。！；？?") + 1
    times = [t for t in scan(words, Anchor(date)) if t.start >= last and t.kind in _ASKED and t.role != "base"]
    times = [t for t in times if t.period and not describes(words, t)]
    if _ASKS_WHEN.search(words, last) or not date:
        return frame
    if not times:
        return Frame(date[:4], "target") if _NEXT.search(words, last) and frame.status == "actual" else frame
    ahead = _AHEAD.search(words, last) or _NEXT.search(words, last)
    time = of_last_year(times[-1], date)
    span = question.span(document_text, time.start, time.end)
    early = time.period == date[:4] and int(date[5:7] or 12) <= 3
    planned = time.period[:4] > date[:4] or (time.period == date[:4] and (early or bool(ahead)))
    return Frame(time.period, "target" if planned and not _BACK.search(words, last) else "actual", span)


def describes(text: str, time: Time) -> bool:
    """Whether a time belongs to a thing's description or to a title (2019年推出的服务, 《方案（2024—2026年）》)."""
    if _DESCRIBES.match(text, time.end):
        return True
    opening = text.rfind("《", max(0, time.start - 40), time.start)
    return opening >= 0 and "》" not in text[opening : time.start] and "》" in text[time.end : time.end + 40]


def _second(text: str, time: Time) -> bool:
    """Whether a time opens a sentence that goes on with what was done: …。去年，我们….

    Years need no such word: …。五年来，在市委坚强领导下，….
    """
    opens = text[time.start - 1 : time.start] == "。"
    return opens and text.startswith("，" if time.kind == "years" and time.role != "since" else "，我们", time.end)


def _opening_time(text: str, times: list[Time]) -> Time | None:
    """The time with which a paragraph begins, or its second sentence where that goes on with ，我们."""
    if not times:
        return None
    # 2021年…圆满完成。五年来，我们…: the second sentence turns to the years that the year belongs to.
    turned = (t for t in times[1:3] if t.kind == "years" and t.start <= _SECOND and _second(text, t))
    time = next(turned, times[0])
    begin = _ADDRESS.match(text)
    start = begin.end() if begin else 0
    second = time.start <= _SECOND and _second(text, time)
    if (
        (time.start > start + _NEAR and not second)
        or time.kind not in _OPENS_SECTION
        or time.role in ("base", "until", "since")
        or describes(text, time)
        or built_upon(text, time)
        or text[: time.start].endswith(("由", "从", "比", "较", "与", "占", "于"))
        or (time.kind == "plan" and _PLAN_TOLD_OF.match(text, time.end))
    ):
        return None
    return time


def may_open(text: str, first: int) -> bool:
    """Whether a paragraph may open a frame of which no time begins before ``first``; most need no more reading."""
    begin = _ADDRESS.match(text)
    near = first <= (begin.end() if begin else 0) + _NEAR
    second = first <= min(_SECOND, len(text) - 1) and text.startswith("。", first - 1)
    return near or second or "，我们" in text or "预期目标" in text


def begins_part(text: str) -> bool:
    """Whether a paragraph turns from the years that a section reviews to the last one of them."""
    return bool(_ADDRESS.match(text) or _LAST_YEAR.match(text))


def opening_frame(frame: Frame, passage: Passage, times: list[Time], date: str, document_text: str) -> Frame:
    """The frame that a paragraph's first words open for the rest of its section (今年, 过去五年, 2024年)."""
    early = frame.status == "actual" and int(date[5:7] or 12) <= 3
    goals = _GOALS.search(passage.text, 0, _OPENING) if early and "预期目标" in passage.text else None
    if goals and not any(time.start < goals.start() for time in times):
        return Frame(date[:4], "target", passage.span(document_text, goals.start(), goals.end()))
    time = None if _NOTE.match(passage.text) else _opening_time(passage.text, times)
    if time is None or not time.period:
        return frame
    span = passage.span(document_text, time.start, time.end)
    year = date[:4]
    if year and time.period[:4] == year and "/" not in time.period and int(date[5:7] or 1) <= 3:
        return Frame(time.period, "target", span)
    if year and time.period[:4] > year:
        return Frame(time.period, "target", span)
    over = time.period[-4:] < max(year or "9999", frame.period[:4])  # “十四五”成就 before the plan of the next years
    return Frame(time.period, "actual" if over else frame.status, span)


def built_upon(text: str, time: Time) -> bool:
    """Whether a time belongs to what is built upon (在去年实施六项工程的基础上), and dates nothing that follows."""
    return text.endswith("在", 0, time.start) and _ON_THE_BASIS.match(text, time.end) is not None


def looks_back(heading: str) -> bool:
    """Whether a heading says that its section tells what was done, and nothing of what is to be done."""
    return _BACK.search(heading) is not None and _AHEAD.search(heading) is None


def of_plan(text: str, end: int) -> bool:
    """Whether a plan that ends at ``end`` only tells which of its years is spoken of (“十三五”的最后一年)."""
    return _YEAR_OF_PLAN.match(text, end) is not None


def of_last_year(time: Time, date: str) -> Time:
    """A time that runs from last year to a report's day (去年以来, 2019年以来): what it dates is last year's."""
    last = str(int(date[:4]) - 1) if date else ""
    if time.role != "since" or time.kind != "years" or time.period != f"{last}/{date[:4]}":
        return time
    return replace(time, period=last, kind="year", role="relative")


def settled(times: list[Time], frame: Frame, date: str) -> list[Time]:
    """The times of a report's paragraph with those that its section settles.

    去年以来 is last year; 全年 in the plan of several years is the report's own year, the first of them.
    """
    found = [of_last_year(time, date) for time in times]
    several = frame.status == "target" and "/" in frame.period
    if not several:
        return found
    return [replace(time, period=date[:4]) if time.quote in ("全年", "年内") else time for time in found]


def up_to_now(times: list[Time], text: str, date: str) -> list[Time]:
    """Times that reach to the document's day: 自去年5月投运以来 runs on to it, 截至12月19日 is its own year's.

    A span whose ends lie in one year is counted in months, as 今年以来 is; where days are named, in days.
    """
    if not date or ("以来" not in text and "截至" not in text):
        return times
    out: list[Time] = []
    for time in times:
        period = time.period
        if time.role not in ("since", "base") and 4 <= len(period) <= 10 and "T" not in period and period <= date:
            if time.role == "until":
                later = date[:4] + period[4:]
                if "年" not in time.quote and period[4:] and later <= date:
                    time = replace(time, period=later)
            elif (text[max(0, time.start - 1) : time.start] in ("自", "从") and _SINCE_EVENT.match(text, time.end)) or (
                (time.start == 0 and _SINCE_FOUNDED.match(text, time.end))
                or (time.role != "relative" and _SINCE_CLAUSE.match(text, time.end))
            ):
                shape = 4 if len(period) == 4 < len(date) and period < date[:4] else max(7, len(period))
                start = period if len(period) >= shape else f"{period}-01"
                time = replace(time, period=f"{start}/{date[:shape]}", role="since")
        out.append(time)
    return out
