"""The day of the scene: what a page or an item of news tells of an event stands on the event's day.

A piece says once, in its lead, on which day something took place (12月8日下午，…推介会举行); what is counted there
names no day of its own. What a law, a project or a year has is no part of the scene, and keeps the year.

    活动现场，集中签约项目│36个            the day of the event
    园区现有企业│57家                      the day of the event, not that of the paper a day later
    公司产值增长│7.8%                      the year
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta

from luoshi.knowledge.indicators import identify
from luoshi.language.passage import Passage
from luoshi.language.times import Time
from luoshi.patterns import late
from luoshi.reading.constructions import Found, Situation
from luoshi.reading.outline import Block
from luoshi.records import Span

_LEAD = 2  # paragraphs in which a piece says when its event took place
_GOES_ON = 2  # paragraphs after that in which an item of a day's news still tells of the event
OPENS = 2  # characters before a day that opens a paragraph
_LATEST = 31  # days that an event may lie back
_JUST_BEFORE = 3  # days between an event and the paper for which 目前 is the event's day
_NAMED_LATELY = late(
    "日前|近日|近期|不久|近年|以来|过去|以前|早年|早些年|每|年均|日均|一般|通常|届|汛|比.{0,6}年|年度|全年|今年|年产|假期|预计|曾"
    "|当年|当时|逐年|历年|常年|为例|截至"
)
_OF_A_THING = late(
    "里程|长$|长度|面积|投资|容量|能力|规模|跨|高$|宽|时速|工期|车道|海拔|库容|距离|直径|设计|组成|公里|排水量|此前|寿命|期限|年龄|岁|口人"
)
_BY_RULE = late(
    "奖励|给予|补助|补贴|奖金|资助|处罚|罚款|扣|标准|限额|上限|额度|权重|规定|不得|红线|不低于|不少于|不超过"
)
_SIGNED = "签约"  # what is signed at an event is counted there, its investment too
_ASIDE = late(r"据悉|据了解|据介绍|资料显示|另悉|又讯|-|☑|\d+[.．、]|（[一二三四五\d]+）|[一二三四五]、")
# What an item of a day's news has to tell of, for its numbers to be those of one day.
_HAPPENED = late(
    "仪式|举行|召开|闭幕|开幕|揭晓|宣誓|表决|投票|提起公诉|表彰|袭击|空袭|轰炸|打击|击落|摧毁|地震|坠毁|失事|遇难|遇险|爆炸|林火|死亡|丧生|受伤|相撞|碰撞|起火|沉没|坍塌|龙卷风|暴雨|台风"
)
_SPEECH = late("表示|指出|强调|提出|要求|认为|贺信")
_NOW = late("目前|现[有在]|如今|当前|[尚仍还]有|还剩|现存")
_NEAR = 8  # characters before a number in which a property of a thing is named
_AFTER = 4


class SceneDay:
    """The day that the piece at hand tells of, over a walk through a document's blocks; ``span`` says where."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.day = ""
        self.span: Span | None = None
        self._article = -1
        self._told_in = 0
        self._item = False
        self._paragraphs = 0

    def enter(self, block: Block, *, item: bool) -> bool:
        """Enter a block, ``item`` saying that it is of a day's news; whether its times may say the day."""
        self._item = item
        if block.article != self._article or (item and block.kind == "heading"):
            self._article, self._paragraphs, self.day, self.span = block.article, 0, "", None
        if block.kind == "paragraph":
            self._paragraphs += 1
        return block.kind == "paragraph" and self._paragraphs <= _LEAD and "。" in block.passage.text

    def note(self, passage: Passage, times: Sequence[Time], date: str) -> None:
        """Learn the day from a paragraph's times: the first one of the lead, later one that opens a paragraph."""
        words = passage.text
        for time in times:
            if time.start > OPENS and (self.day or self._paragraphs > _LEAD):
                return
            day = _day_of(time)
            if not day or not _lately(day, date, _LATEST) or words.startswith("的", time.end):
                continue
            if not self._item or (time.kind != "days" and _HAPPENED.search(words)):
                self._told_in = self._paragraphs
                self.day, self.span = day, passage.span(self.text, time.start, time.end)
            return

    def holds(self, item: Found, situation: Situation, block: Block, period: str, date: str) -> bool:
        """Whether a figure that has come to ``period`` is one of the scene's; ``date`` is the paper's day."""
        if not self.day or item.measure in ("growth", "change") or _ASIDE.match(situation.text):
            return False
        if period == date != self.day:
            span = situation.context.period_span
            told = span.quote if span is not None else situation.before.raw
            return not self._item and _NOW.search(told) is not None and _lately(self.day, date, _JUST_BEFORE)
        context, frame = situation.context, situation.context.frame
        undated = period == frame.period == date[:4] and context.period_span is None and frame.span is None
        return undated and frame.status == "actual" and self._counts(item, situation, block)

    def _counts(self, item: Found, situation: Situation, block: Block) -> bool:
        """Whether a clause counts what is there, and tells no property, rule or yearly sum."""
        text, at = situation.text, situation.quantity.start
        opening = situation.sentence[0].start
        if self._item and (block.kind != "paragraph" or self._paragraphs > self._told_in + _GOES_ON):
            return False
        if self._item and _SPEECH.search(text, opening, situation.sentence[-1].end):
            return False
        thing = item.name + item.quantity.quote + text[max(situation.clause.start, at - _NEAR) : at]
        signed = text.find(_SIGNED, opening, at) >= 0
        return not (
            item.quantity.kind in ("duration", "age")
            or (not signed and (identify(item.name).concept or _OF_A_THING.search(thing)))
            or _NAMED_LATELY.search(text, opening, situation.quantity.end + _AFTER)
            or _BY_RULE.search(text, opening, at)
        )


def _day_of(time: Time) -> str:
    """The day, or the days, of a time that tells when something took place; "" for any other."""
    if time.kind not in ("day", "days", "clock") or time.role in ("base", "since", "until") or time.period[:1] != "2":
        return ""
    return time.period if time.kind == "days" else time.period.split("/")[-1][:10]


def _lately(day: str, date: str, days: int) -> bool:
    """Whether a day is the paper's own, or one of the ``days`` before it."""
    if len(date) != len("2025-01-01"):
        return False
    return (Date.fromisoformat(date) - timedelta(days=days)).isoformat() <= day[:10] and day[-10:] <= date
