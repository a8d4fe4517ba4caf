"""Whether a figure was reached, is to be reached, or is expected: what its clause, sentence and section say.

The nearest word has the say: a budget's own value and a cue beside the number come first, then its period beside the
document's day, then the section, then the sentence. Reports are written in sections that look back or ahead; on a page
a section's outlook yields to a clause that tells what is there or was done.

    力争达到│100亿元              target
    计划新建10所，目前已建成│8所   actual
"""

from __future__ import annotations

from luoshi.patterns import late
from luoshi.reading.constructions import Found, Situation
from luoshi.records import Status

_TARGET_CUE = late(
    r"力争|确保|争取(?=实现|达到|完成|突破|在|建成|再|今年|全年)|目标|(?<!行动)(?<![比较])计划(?!单列|生育)|拟|预期"
    r"|将(?!士|领|军|近|[^，。]{0,20}(?:[从由]\d|纳入|列入|作为|转化|转变))|下一步|"
    r"(?<![主重需首纪必摘次紧])要(?!闻|素|求|件|点|么)"
    r"|努力(?:实现|完成|达到|使|把|建成)|不得|应当|不能|提出"
)
# What is pledged of the very day: 今天启动…，将派出│31个组. 要 says little of it (上班要走│半小时).
_PLEDGED = late(r"力争|确保|争取|拟|将(?!士|领|军|近)|(?<!行动)(?<![比较])计划(?!单列|生育)")
# Two hundred measures put forward are there; a value put forward is to be reached: 提出达到│100亿元.
_PUT_FORWARD = late(r"(?:提出|规划|明确|推出|出台)了?(?:[^，。；]{0,12}个方面)?$")
# A word of what is done takes back an earlier word of the future: 将建成10个，已经建成的34个….
_DONE_CUE = late(r"已(?!知)|目前|截至|当前")
_DONE = late(r"已(?![竣建知])|实际(?:完成|开工|到位|支出|执行)")
# What a clause of a page tells as it is or was, though its section looks ahead.
_STANDS = late(
    r"已(?!知)|目前|截至|当前|现(?:在|有|存)|如今|尚有|仍有|还[有剩]|共(?:有|出动|接|完成|收|投入|发)|了(?=[\d一二两三四五六七八九十])"
)
_HAS = frozenset({"有", "共有", "现有", "尚有", "仍有", "还有", "还剩", "拥有", "尚存", "现存"})
# What a page hopes for, or makes depend on something: 希望压缩到│3天, 如客流达到│200人次, 对落户的企业，给予│50万元.
_WISHED = late(r"希望|打算|建议(?=在|将|对|把|尽快|增|从|由|设|新)|^(?:如果?(?![今下何此期实约])|若|一旦|倘若)")
_BY_RULE = late(
    r"(?:^|[，、；“：])(?:对|凡|每)[^，。；\d]{2,40}[，,][^。；]{0,40}(?:给予|奖励|补助|补贴|处以|罚款)[^，。；]{0,12}$"
)
_FORECAST_CUE = late(r"预计|预测|有望")
# 预计 that opens a sentence, or its first clause with a number, holds for all that it tells: 预计，生产总值增长6%，收入
# 增长│7%; 规模不断壮大，预计产值增长8%，利润增长│9%.
_EXPECTED = late(
    r"(?:[^。；\d]{0,40}，(?:全[年市省州国])?|[^，。；\d]{0,6})预计(?=[^；]*\Z)(?![^。]*(?:已|实际|完成|其中))"
)
_TASK = late(r"(?:任务|目标|收入预算|支出预算|年初预算|调整预算|预算数)(?:合计)?$")
# A sum of a budget as it is laid out for a year, by words after its name: 教育支出安排│30亿元.
_LAID_OUT = late(
    r"(?:收入|支出|预算|预算数|资金|经费|预备费)(?:总额|规模)?(?:拟|初步|计划|预期|预算)?安排(?:为|在)?(?:约|近|超|超过)?\Z"
)
# A clause that plans by its first word or by its verb; a plan's name (营养改善计划惠及) says nothing of its numbers.
_PLANS = late(
    r"^\W*(?:拟|计划|预期)|(?:(?:预期|拟)|(?:预期|拟|计划|初步)(?:安排|完成|增长|下降|达到|实现|为|在))(?:约|近|超过?)?\Z"
)
_COUNTED = frozenset({"项", "条", "个", "件", "类"})  # of tasks, which are there: 提出│20项重点任务
_FAR = 400  # characters before a number within which its sentence may say that it lies ahead
_NEAR = 24  # characters before a number in which 预计 speaks of it
_NEARLY_OVER = 10  # months after which a year can be looked back on


def outlook(item: Found, situation: Situation, period: str, date: str, *, report: bool, genre: str) -> Status:
    """The status of a figure of ``period`` in a document of ``date``; ``report`` and ``genre`` say what that is."""
    context, b = situation.context, situation.before
    own = _own_words(item, situation)
    if own is not None:
        return own
    latest = period.split("/")[-1]
    over = bool(period and date) and latest < date[: len(latest)]
    opening = max(situation.sentence[0].start, situation.quantity.start - _FAR)
    if over and not context.news:
        last_year = report and latest[:4] == str(int(date[:4]) - 1) and opening == situation.sentence[0].start
        expected = last_year and _EXPECTED.match(situation.text, opening, situation.quantity.start)
        return "forecast" if expected else "actual"
    lead = situation.text[opening : situation.quantity.start + 1]
    done = 0
    for found in (_DONE_CUE if report else _STANDS).finditer(lead):
        done = found.end()
    if not period or not date:
        return "target" if _undated(item, situation, period, lead, done) else "actual"
    if not report and _FORECAST_CUE.search(lead, done):
        return "forecast"
    if over:
        return "actual"
    earliest = period.split("/")[0]
    if earliest <= date[: len(earliest)] and _DONE.search(b.raw):
        return "actual"
    if earliest > date[: len(earliest)] or latest[:4] > date[:4]:
        return "target"
    if (
        (not report or period == date)
        and b.cue != "target"
        and not _WISHED.search(lead, done)
        and _stands(situation, opening, done)
    ):
        return "actual"
    # Early in a year its numbers are still to come, where the text names it; a page's own year names nothing.
    named = report or context.period_span is not None
    if len(period) == 4 and int(date[5:7] or 1) <= 3 and named and not genre:
        return "target"
    if context.frame.status == "target":
        return "target"
    reviewed = report and latest == context.frame.period[-4:] == date[:4]
    if reviewed and int(date[5:7] or 1) > _NEARLY_OVER and (b.cue != "target" or b.cue_word.startswith("控制")):
        # A report given before its year is over looks back on it; 预计 holds for all that it opens.
        return "forecast" if _FORECAST_CUE.search(lead, done) else "actual"
    if not report and _PUT_FORWARD.search(b.raw):
        return "actual"
    if b.cue == "target" or situation.ahead or (len(period) == 4 and _laid_out(item, situation)):
        return "target"
    if _FORECAST_CUE.search(lead[-_NEAR:]):
        return "forecast"
    if item.quantity.kind == "age":
        return "actual"
    if not report and (_WISHED.search(lead, done) or _BY_RULE.search(lead[:-1])):
        return "target"
    cue = _TARGET_CUE if len(latest) < 10 else _PLEDGED
    return "target" if cue.search(lead, done) and (len(latest) < 10 or not report) else "actual"


def plans(situation: Situation) -> bool:
    """Whether the clause of a number itself says that it is planned: 收入预期│130亿元, 支出安排│90亿元."""
    b = situation.before
    return not b.basis and (_PLANS.search(b.raw) or _LAID_OUT.search(b.raw)) is not None


def _laid_out(item: Found, situation: Situation) -> bool:
    """Whether a sum is laid out for a year, or goes with one: …安排│90亿元，增长│4%, 其中税收收入│70亿元."""
    context, raw = situation.context, situation.before.raw
    goes_on = (item.carried and item.measure in ("growth", "change")) or bool(context.whole)
    return bool(_LAID_OUT.search(raw)) or (goes_on and context.status == "target" and not _DONE.search(raw))


def _stands(situation: Situation, opening: int, done: int) -> bool:
    """Whether a clause tells what is there, or goes on from one that does; ``done`` counts from ``opening``."""
    b = situation.before
    if b.verb in _HAS or _STANDS.search(b.raw):
        return True
    at, end = opening + done, situation.quantity.start
    return done > 0 and not _TARGET_CUE.search(situation.text, at, end) and not situation.times_between(at, end)


def _own_words(item: Found, situation: Situation) -> Status | None:
    """What the words around the number itself say, None where they leave it open."""
    context, b = situation.context, situation.before
    if b.cue == "forecast" or context.cue == "forecast" or b.version.startswith("预计"):
        return "forecast"
    if item.measure != "share" and (context.planned or b.version):
        return "target" if context.planned else "actual"
    told = b.raw + item.name + situation.text[item.quantity.end : situation.clause.end]
    planned = _TASK.search(item.name) and "完成" not in told and item.quantity.unit not in _COUNTED
    if planned or item.quantity.quote.startswith(("不能", "不得", "不准")):
        return "target"
    return None


def _undated(item: Found, situation: Situation, period: str, lead: str, done: int) -> bool:
    """Whether a figure lies ahead by words alone, without a day: 今年, a cue, a whole that was planned."""
    context = situation.context
    if "target" in (situation.before.cue, context.cue, context.frame.status):
        return True
    if done:
        return False
    return (
        context.ahead == "future"
        or (context.ahead == "own year" and not context.news)
        or (context.status == "target" and bool(item.carried or context.whole))
        or (not period and context.frame.span is None and bool(_TARGET_CUE.search(lead)))
    )
