"""The period of each figure: what holds around its number, and what its name and its words make of it.

余额 is what there is at a year's end, 年均增长 is of all the years reviewed, 比上年增长 of the last of them; a value
to be reached is of the day by which it is due.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from luoshi.knowledge.indicators import identify, scheme
from luoshi.language import numerals
from luoshi.patterns import late
from luoshi.reading import names
from luoshi.reading.block_frames import years_of
from luoshi.reading.constructions import Found, Situation
from luoshi.reading.constructions.words import SUM_OF_YEARS
from luoshi.reading.figure_setting import Setting
from luoshi.reading.outlook import plans

_STOCK_END = late(r"(?:余额|结余|结余结转|结转下年支出数?|结存)$")
_FLOW = late(
    r"^(?:新增|新设|新签|新批|新登记|新建|新开工|新认定|新立项|新筹集|净增|改造)|(?:产量|出栏|招生(?:人数)?|毕业生(?:数|"
    r"人数)?|成交额|交易额|营业额|票房|诊疗人次|诊疗量|销量|销售额|零售额|收入|支出|增加值|产值|利润|吞吐量|[运周]转量|"
    r"[货客]运量|流通|增量|贡献率|授权|演出)$"
)
_EARLIER_STOCK = late(r"[上历]年(?:累计|滚存)?(?:结余|结转)")
_STOCK_NOW = late(r"(?:余额|总里程|总长度|总量|保有量|人口|总数|存量|覆盖率|总装机|装机容量)$")
# What stands at some height at the end of the years reviewed: 污水处理率92%; a share of what was spent in them is of
# all of them, and so is what 始终, 平均 or 年均 tells.
_RATE = late(r"(?:率|比例|比重|占比|覆盖面)$")
_OF_SPENT = late(r"(?:投入|支出)[^占]{0,8}占|同期")
# What there is on the day of a piece that is no report: 全市现有养老机构20家, 还剩43户.
_STANDS = late(r"现有|现存|还剩|尚有|仍有|还有|尚余")
_LEFT = late(r"(?:实现|全部|稳定)?(?:脱贫|搬迁|落户|转移)")  # people counted as they went, no stock of them
_END_VALUE = frozenset(
    {"达到", "达", "增加到", "提高到", "上升到", "扩大到", "扩展到", "增至", "升至", "降至", "下降到", "减少到"}
)
# Verbs of a mark that was passed: in the last year of a span where an indicator of the scheme has passed it.
_PASSED = ("突破", "超过", "超", "接近", "跨上", "迈上", "站上", "跃上", "迈过")
_THAN_LAST_YEAR = ("比上年", "较上年", "比去年", "较去年", "比上一年", "较上一年")
_GREW_YEARLY = late(r"[，、（](?:是[^，。；]{2,16}倍多?，)?(?:年均|平均每年|年平均)(?:实际|名义)?(?:增长|增加|提高)")
_END_NAME = late(r"(?:里程|率|装机容量|装机|水平|寿命)$")
_ADDS_UP = late(r"累计|(?<!公)共|新增|年均|每年|总计|合计|一直|始终|持续|连续|保持|稳定|控制|平均")
_SINCE_YEAR = late(r"[比较](\d{4})年(?!同期)")
_YEARLY = late(r"年均|年平均|平均每年")
_TERM = 6  # years; what a document reviews by yearly means is no longer as a rule
# 年均实际增长│7.2%: a mean of years, not one year's (年均浓度下降│4%).
_YEARLY_MEAN = late(
    r"(?:年均|年平均|平均每年)(?:分别|实际|名义|可比|净)*(?:增长|增加|提高|上升|下降|降低|减少|递增)(?:了|约|达)?$"
)
_IN_SUM = late(r"累计(?:分别|实际)*(?:增长|增加|提高|上升|下降|降低|减少)(?:了|约|达)?$")
_OF_ONE_YEAR = late(r"[年末]\Z")
# A clause that says until when the work before it is done: …35座，│10月20日前全部完成，; …摊位68个，│预计4月底投用。
_UNTIL_WHEN = late(
    r"(?:[，,]|\A|\A[^，,。；\d]{1,8}(?=[须要应将](?:[于在])))(?:计划|预计|力争|争取|确保|保证|要求|将|拟|须|要|应|于|在){0,3}\Z"
)
_DONE_BY = late(
    r"[^，。；\d]{0,6}?(?:完成|完工|竣工|建成|投用|投产|使用|交付|启用|通车|开通|开放|运行|运营|到位|办结|清零|销号|修好|"
    r"查完|查清|查清楚|兑付|拨付|验收|完毕|上线|结束)(?=[，,。；;）)]|\Z)"
)
_NUMBER_DATED = late(r"[（(]((?:19|20)\d\d)年[）)]")


class FigurePeriods:
    """The periods of a document's figures; remembers of which years its yearly means were."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._mean_of = ""

    def around(self, item: Found, situation: Situation, name: str, date: str) -> str:
        """The period that the words around a number give it, whether it is done or planned.

        ``name`` is what it measures, ``date`` the day of its article. Where they tell the period of the sentence
        itself, the context has it from here.
        """
        context = situation.context
        dated = _NUMBER_DATED.match(situation.text, item.quantity.end)
        period = dated[1] if dated else item.period or ("" if item.undated else context.period)
        if not item.period:
            period = self._over_years(item, situation, self._planned(situation, period, date))
            period = _of_stock(item, situation, name, period)
            period = _of_last_year(item, situation, self._standing(item, situation, period, date))
        period = _summed(item, situation, period)
        since = _SINCE_YEAR.match(situation.before.basis) if situation.before.basis else None
        if since and len(period) == 4 and item.measure in ("growth", "change"):
            context.pair = since[1], period
        if not item.period and situation.ahead:
            period = situation.ahead[-1].period
        if self.setting.year_only and self.setting.date[:7] in period:
            period = _by_year(period, self.setting.year_only)
        return period

    def _planned(self, situation: Situation, period: str, date: str) -> str:
        """The document's own year for what its clause plans, where nothing but the day says that last year is told."""
        context = situation.context
        last_year = len(period) == 4 and bool(date) and int(period) == int(date[:4]) - 1
        if self.setting.frames.report or not last_year or context.period_span is not None or not plans(situation):
            return period
        context.period = date[:4]
        return context.period

    def _over_years(self, item: Found, situation: Situation, period: str) -> str:
        """The years that a yearly mean is of: those just compared, else those of the document's means before.

        What moved in sum (累计下降22%) did so over the years reviewed, whichever year was named last.
        """
        if not _YEARLY.search(situation.before.raw):
            reviewed = situation.context.frame.period
            in_sum = item.measure in ("growth", "change") and _IN_SUM.search(situation.before.raw) is not None
            return reviewed if in_sum and len(period) == 4 and reviewed[4:] == f"/{period}" else period
        if len(period) != 9:
            period = situation.context.years_between() or period
        if item.measure == "growth" and _YEARLY_MEAN.search(situation.before.raw):
            if self._mean_of[5:] == period:
                return self._mean_of
            if 0 < years_of(period) <= _TERM:
                self._mean_of = period
        return period

    def _standing(self, item: Found, situation: Situation, period: str, date: str) -> str:
        """The day of a piece that is no report for what there is on it (现有养老机构20家)."""
        context = situation.context
        stands = not self.setting.frames.report and len(date) == 10 and item.measure == "level" and period == date[:4]
        if stands and context.dated_at < situation.sentence[0].start and _STANDS.search(situation.before.raw):
            context.period = date
            item.status = "actual"
            return date
        return period


def _of_stock(item: Found, situation: Situation, name: str, period: str) -> str:
    """The end of a period for what there is then (余额, 人口), not what came within it."""
    context = situation.context
    carried = context.dated_at < situation.clause.start and period != context.frame.period
    if carried and period.endswith("-12-31") and flows(name):
        period = period[:4]
    if len(period) == 4 and _STOCK_END.search(name) and not _EARLIER_STOCK.search(name):
        return f"{period}-12-31"
    if (
        len(period) == 9
        and period[4] == "/"
        and (
            item.measure == "rank"
            or (item.measure == "level" and _STOCK_NOW.search(name) and not _LEFT.match(name))
            or _stands_at(item, name, situation)
            or _came_to(item, situation)
            or _grown_to(item, situation)
        )
    ):
        return period[5:]
    return period


def _of_last_year(item: Found, situation: Situation, period: str) -> str:
    """The last of the years reviewed for what is compared with one year before."""
    if not years_of(period):
        return period
    basis = situation.before.basis
    if item.quantity.unit == "倍" and item.measure == "level" and _OF_ONE_YEAR.search(basis):
        return period[5:]  # 2.2 times what it was in 2002, at the end of the years reviewed
    if item.measure in ("growth", "change") and basis.startswith(_THAN_LAST_YEAR):
        # 生产总值比上年增长7%，收入… in a review of years: the sentence is of the last of them.
        situation.context.period = period[5:]
        return period[5:]
    return period


def _summed(item: Found, situation: Situation, period: str) -> str:
    """The years up to a period that a number sums up (三年累计投入│90亿元)."""
    start = item.quantity.start
    earliest = max(0, start - 14)
    years_before = situation.text.find("年", earliest, start) >= 0
    summed = SUM_OF_YEARS.search(situation.text, earliest, start) if years_before else None
    if not summed or not re.fullmatch(r"\d{4}", period):
        return period
    years = int(numerals.value(summed["years"]))
    return f"{int(period) - years + 1}/{period}"


def flows(name: str) -> bool:
    """Whether a name measures what comes within a year, so that a year's end said of an earlier stock is not its."""
    concept = identify(name).concept
    return (bool(concept) and scheme().indicators[concept].kind == "flow") or bool(_FLOW.search(name))


def _stands_at(item: Found, name: str, situation: Situation) -> bool:
    """Whether a rate or a share in a span of years is that of their end."""
    b = situation.before
    rate = item.measure in ("level", "share") and _RATE.search(name) and not _ADDS_UP.search(b.raw)
    return bool(rate) and (b.verb in _END_VALUE or not _OF_SPENT.search(name))


def _came_to(item: Found, situation: Situation) -> bool:
    """Whether a value in a span of years is what an indicator had come to at their end (预期寿命达到76.7岁).

    What they add up to is of all of them, and so is what the scheme does not know (果品产值达到140亿元).
    """
    b = situation.before
    return (
        item.measure in ("level", "share")
        and (
            b.verb.removeprefix("分别") in _END_VALUE
            or b.verb in _PASSED
            or item.quantity.quote.startswith(_PASSED)
            or bool(_END_NAME.search(item.name))
        )
        and bool(identify(item.name).concept)
        and item.rule in ("value of a name", "values paired with their names")
        and not names.acts(item.name)
        and not _ADDS_UP.search(b.raw)
    )


def _grown_to(item: Found, situation: Situation) -> bool:
    """Whether a value in a review of years is the last one's: its yearly growth follows (602亿元、年均增长9.3%)."""
    b = situation.before
    flows = item.measure == "level" and bool(identify(item.name).concept) and b.verb in ("", *_END_VALUE)
    after = _GREW_YEARLY.match(situation.text, item.quantity.end) if flows else None
    return after is not None and not _ADDS_UP.search(b.raw)


def _by_year(period: str, year: str) -> str:
    """A period that runs to an unknown day of ``year``, by years: 2013/2015-01 → 2013/2015, 2015-01/2015-01 → 2015."""
    first = period[:4]
    return year if first == year else f"{first}/{year}"


def of_target(item: Found, situation: Situation, period: str, date: str) -> str:
    """The period of a value to be reached, ``period`` being the one that holds around it.

    What is planned while 目前 holds is of the year; so is the plan of which the first months did a part (为年初预算
    29亿元的77%); one whose end follows (…50公里，6月底前全部完成) is due then.
    """
    context = situation.context
    if period == date and len(date) == 10:
        period = context.frame.period
    first_months = re.fullmatch(r"(\d{4})-01/\1-\d\d", period)
    if first_months and item.measure == "level" and period[8:] <= date[:7]:
        return first_months[1]
    if len(period) != 4 or context.dated_at >= situation.sentence[0].start:
        return period
    following = situation.every_time[bisect_left(situation.every_time, item.quantity.end, key=lambda t: t.start) :]
    due = following[0] if following else None
    if (
        due is None
        or len(due.period) not in (7, 10)
        or due.period[:4] != period
        or due.period <= date[: len(due.period)]
    ):
        return period
    between = situation.text[item.quantity.end : due.start]
    said = "。" not in between and "；" not in between and _UNTIL_WHEN.search(between)
    return due.period if said and _DONE_BY.match(situation.text, due.end) else period
