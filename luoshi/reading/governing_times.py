"""Which of a paragraph's times date what is measured after them, and how long each holds.

2025年，产值增长5%；利润1—11月增长3%。 A year that opens a sentence holds for those after it; a part of a year behind a
name is that name's alone; a basis of comparison (比2007年) or a part of a name (上年结转) dates nothing.
"""

from __future__ import annotations

import re

from luoshi.language.passage import Passage
from luoshi.language.times import Time
from luoshi.patterns import late
from luoshi.reading.block_frames import years_of
from luoshi.reading.constructions import Context
from luoshi.reading.figure_setting import Setting
from luoshi.reading.frames import built_upon, describes, of_plan

_NEARING = ("临近", "接近", "时至", "将近")
# 2009年以来首次跌破, 5月以来最低: how far back one must look, not when.
_FIRST_SINCE = late(
    r"的?(?:首次|首个|最[高低大小好差多快]|新[高低]|第[一二三四五六七八九十\d]|(?:增速|增幅|涨幅|单月|同期|[高低]于)[^，。；]{0,8}最)"
)
_COMING = late(r"明年|来年|新的一年|未来|今后")  # years that a paper has before it, whatever its day
# 5月当月进出口: a month set apart from the months told before, for its own sentence.
_MONTH_ALONE = ("当月", "单月", "当季")
_OF_YEARS = frozenset({"year", "years", "plan", "months", "month", "quarter", "half"})
NO_PERIOD = frozenset({"duration", "set", "clock", "anniversary"})
# Words for the last, the present and the next year that name a basis or a part of an indicator (上年结转), no period.
_NAMED_YEAR = late(r"上年(?:末|底|度)?|下年(?:度)?|年初|当年|本年")
_YEAR_END_NAME = late(r"年终|年末")
# 是“九五”、“十五”10年总和的2倍: what is compared with.
_MULTIPLE_OF = late(r"[”’]?(?:\d{1,2}年)?(?:总和|合计|同期|时期|期间|末)?的[\d一二两三四五六七八九十]")
# 于 that compares (高于去年) or tells a history (始建于1996年), and not when something is or will be done.
_AT = late(r"(?:将|拟|计划|定|预计)于\Z")
_AS_BASIS = late("的|(?:可比)?(?:决算|执行|完成)数的")
_PLAN_NAME = late(r"[”’]?(?:规划|目标|纲要|任务|开局|收官|良好|[^，。；、期间末年\d]{2,6}(?:目标|任务)(?!是|为|[：:]))")
_OF_BALANCE = late(r"滚存|结余|结转|净结|与[省州市国中]|收支")
_HAS_DIGIT = late(r"\d")
_NUMBER_DATED = late(r"[（(]((?:19|20)\d\d)年[）)]")
_LOOKS_BACK = late(
    r"而?(?:(?P<year>(?:19|20)\d\d)年(?P<end>末|底)?|[上去]年(?:末|底|同期|度)?|上一年度?)"
    r"(?:的|仅|只|则|完成|达到?|实现|约|为|是|有){0,3}\s{0,2}(?=\d)"
)


def govern(time: Time, context: Context, passage: Passage, sentence_start: int, setting: Setting) -> None:
    """Let a time that is no basis of comparison govern what follows; one that opens a sentence holds on."""
    words = passage.text
    if time.role == "base" and len(time.period) == 10:
        context.basis_period = time.period
    if not setting.date and time.kind in _OF_YEARS and governs(words, time):
        own = time.quote in ("今年", "今年全年")
        context.ahead = "future" if _COMING.match(time.quote) else "own year" if own else ""
    term = setting.frames.term
    lasts = _lasts(time) if time.start - sentence_start <= 1 and not years_of(context.held[0]) else 0
    if lasts > 1 and lasts == years_of(term.period):
        # 五年新增就业41万人, in a review of five years after 2024年 in it, is of all of them.
        context.period, context.period_span = context.held = term.period, term.span
        context.dated_at = time.start
    elif not _dates_on(time, words, context, sentence_start):
        return
    elif time.quote == "全年" and len(context.held[0]) == 4 and context.dated_at < sentence_start:
        # The whole year is the report's own, not one that an earlier sentence compared with.
        context.period, context.period_span = context.held
        context.dated_at = time.start
    else:
        _turn_to(time, context, passage, sentence_start, setting)


def _dates_on(time: Time, words: str, context: Context, sentence_start: int) -> bool:
    """Whether a time dates what follows it, and is not only a day within the period that its clause has named."""
    if not time.period or not governs(words, time) or words[time.start - 1 : time.start] in ("从", "由"):
        return False
    if _dates_a_number(words, time):
        return False
    return not (
        time.kind == "day"
        and context.dated_at >= sentence_start
        and "，" not in words[context.dated_at : time.start]
        and time.period.startswith(context.period)
    )


def _turn_to(time: Time, context: Context, passage: Passage, sentence_start: int, setting: Setting) -> None:
    """Make a time the period of what follows, for its sentence or for those after it as well."""
    words = passage.text
    leads = _leads(words, time, sentence_start)
    alone = (_part_of_year(time) and not context.news) or _is_ahead(time, setting.date)
    if not leads and alone and context.aside is None:
        # 企业利润1—11月增长3%；财政收入增长8%: a part of the year that stands behind a name is that name's alone,
        # and so is a day to come (医院9月启用，新增床位600张；新建学校4所).
        context.aside = context.period, context.period_span
    context.period = _dated(time, words.startswith("预算", time.end))
    context.dated_at = time.start
    context.period_span = passage.span(setting.text, time.start, time.end)
    if time.kind == "point" and time.role == "relative":
        return
    opens = leads and (len(context.frame.period) == 4 or time.kind in ("year", "years", "plan"))
    if (opens or _between_commas(time, words)) and not (
        _within_held(time, words, context.held[0])
        # 4月初，…, 去年二季度起，… within the review of a year: the year goes on after the sentence.
        or (setting.frames.report and len(context.held[0]) == 4 and _passing(words, time, sentence_start))
    ):
        context.held = (context.period, context.period_span)


def _between_commas(time: Time, words: str) -> bool:
    """Whether years stand alone between two commas."""
    return (
        time.kind in ("years", "plan")
        and words[time.start - 1 : time.start] == "，"
        and words[time.end : time.end + 1] == "，"
    )


def _within_held(time: Time, words: str, held: str) -> bool:
    """Whether the period that holds goes on after the sentence of a time: 党的十八大以来 in a review of five years."""
    since = time.role == "since" and len(held) == 9
    return since or time.quote in _MONTH_ALONE or words.startswith(_MONTH_ALONE, time.end)


def governs(words: str, time: Time) -> bool:
    """Whether a time dates what is measured; not a basis (比2007年, 是五年前的), nor part of a name (上年结转)."""
    if time.role == "base" or _NAMED_YEAR.fullmatch(time.quote):
        return False
    if time.kind in NO_PERIOD and not (time.kind == "clock" and time.period[:1].isdigit()):
        return False
    if time.quote.endswith("同期") or words.startswith("同期", time.end):  # 恢复到2019年同期的107%
        return False
    if time.quote == "年终" or (_YEAR_END_NAME.fullmatch(time.quote) and _OF_BALANCE.match(words, time.end)):
        return False
    if time.quote[0] == "前" and words[time.start - 1 : time.start] in ("提", "之", "以"):
        return False
    if time.kind == "plan" and _PLAN_NAME.match(words, time.end):
        return False
    if words[max(0, time.start - 2) : time.start].endswith(_NEARING) or describes(words, time):
        return False
    if time.kind == "plan" and of_plan(words, time.end):
        return False
    if (time.role == "since" or time.kind == "years") and _FIRST_SINCE.match(words, time.end):
        return False
    lead = words[max(0, time.start - 3) : time.start]
    if built_upon(words, time):
        return False
    if lead.endswith("于"):
        return bool(_AT.search(lead)) or (time.kind in ("day", "days") and "年" not in time.quote)
    if _MULTIPLE_OF.match(words, time.end) and "是" in words[max(0, time.start - 8) : time.start]:
        return False
    return not (
        (lead.endswith(("比", "较", "与", "相当于", "超", "超过", "出", "持平", "达到")) and not lead.endswith("支出"))
        or (lead.endswith(("是", "为")) and _AS_BASIS.match(words, time.end))
    )


def _dates_a_number(words: str, time: Time) -> bool:
    """Whether a year stands in brackets behind a number, and is the number's alone: 86.5亿元（2020年）."""
    bracketed = words[time.start - 1 : time.start] in ("（", "(") and words[time.end : time.end + 1] in ("）", ")")
    return (
        bracketed
        and _NUMBER_DATED.match(words, time.start - 1) is not None
        and bool(_HAS_DIGIT.search(words, max(0, time.start - 12), time.start - 1))
    )


def looks_back(words: str, start: int, context: Context, date: str) -> str:
    """The period of a clause that only gives the value of an earlier year (，上年为342.1亿元，), ``""`` for others.

    What follows it speaks of the year spoken of before. 上年 is the year before that one, 去年 the document's own.
    """
    found = _LOOKS_BACK.match(words, start) if words[start - 1 : start] in ("，", "（", "(", ",") else None
    if found is None or not context.subjects or not re.match(r"\d{4}", context.period):
        return ""
    if found["year"] is None:
        if found[0][0] == "去" and date and not date.startswith(context.period[:4]):
            return ""
        return re.sub(r"\d{4}", lambda year: str(int(year.group()) - 1), context.period)
    if int(found["year"]) >= int(context.period[:4]):
        return ""
    return f"{found['year']}-12-31" if found["end"] else found["year"]


def _leads(words: str, time: Time, sentence_start: int) -> bool:
    """Whether a time stands where a sentence or its first clause begins, so that it may hold on."""
    first = not _HAS_DIGIT.search(words, sentence_start, time.start)
    at_clause = time.start - sentence_start <= 12 and words[time.start - 1 : time.start] in "，,：:"
    lead = words[sentence_start : time.start].strip("“[其中：，、（(一二三四五六七是)）")
    return (first and (at_clause or (time.role == "relative" and time.kind == "year"))) or len(lead) <= 2


def _part_of_year(time: Time) -> bool:
    """Whether a time is of the first months of a year (1—11月, 前三季度, 上半年)."""
    return re.fullmatch(r"(\d{4})-01/\1-\d\d", time.period) is not None


def _is_ahead(time: Time, date: str) -> bool:
    """Whether a time is a day, a month or a part of a year that is still to come."""
    first = time.period.split("/")[0]
    return bool(date) and len(first) > 4 and first[:1].isdigit() and first[:10] > date[: len(first[:10])]


def _passing(words: str, time: Time, sentence_start: int) -> bool:
    """Whether a time within a year, or the last few years, is its own sentence's alone: no first months of it."""
    if time.kind == "years" and time.quote.startswith("近"):
        return True
    if re.fullmatch(r"\d{4}(?:/\d{4}|/\.\.)?|\d{4}-12-31|\d{4}-01/\d{4}-12", time.period):
        return False
    opens = not words[sentence_start : time.start].strip("“[：，、（(一二三四五六七是)）")
    return not (opens and _part_of_year(time))


def _dated(time: Time, budget: bool) -> str:
    """A time's period as a figure carries it: a beginning still to come stands for itself, hours are dropped.

    ``budget`` says that 预算 follows: the one made at a year's beginning (2026年年初预算) is the year's.
    """
    start, _, end = time.period.partition("/")
    if budget and time.quote.endswith("年初"):
        return start[:4]
    if time.role == "since" and end and ("T" in start or start > end):
        return start[:10]
    if "T" in time.period:
        first, last = start[:10], end[:10]
        return f"{first}/{last}" if last > first else first
    return time.period


def _lasts(time: Time) -> int:
    """How many years a duration counts (五年), 0 for any other time."""
    return int(time.period[1:-1]) if time.kind == "duration" and re.fullmatch(r"P\d+Y", time.period) else 0
