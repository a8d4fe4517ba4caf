"""What is measured where a value is told of a place alone: what the sentence is about, told of one place after another.

一般公共预算收入，甲市是630亿元，乙市是715亿元      both of 一般公共预算收入
支出上，甲市以630亿元居首，乙市为615亿元            both of 支出
甲区生产总值增长5%，乙区增长6%                     both of 生产总值
"""

from __future__ import annotations

from luoshi.knowledge.indicators import identify
from luoshi.language.places import places, resolve
from luoshi.patterns import late
from luoshi.reading import names
from luoshi.reading.constructions.situation import Situation
from luoshi.reading.constructions.words import PERCENT

_BREAKS = late("[，：；]")
_STARTS = late("[。！？；\n]")
_DIVISIONS = ("province", "city", "county", "region")
_ASPECT = late(r"^(?:先|再|来|从|就|论|比|看|在)*(?P<topic>[\u4e00-\u9fff]*(?:收入|支出))(?:方面|上|来?看|来说|而言)?$")
_LONGEST_TOPIC = 24  # characters: a clause that only names what is spoken of is short


def of_each_place(s: Situation, name: str) -> str:
    """The name of what a value of the place ``name`` measures; "" where it is no place or nothing was spoken of."""
    context = s.context
    # 甲县│30兆瓦 tells what stands there, not what was spoken of.
    of_a_kind = s.before.kind or s.quantity.kind == "money" or s.quantity.kind in PERCENT
    place = resolve(name.removesuffix("以")) if of_a_kind else None
    if place is None or place.level not in _DIVISIONS:
        return ""
    opening = s.sentence[0].start
    if context.of_places[0] != opening or not context.of_places[1]:
        told = _topic(s) or _without_place((context.subjects or context.earlier or [""])[-1])
        context.of_places = opening, told
    return context.of_places[1]


def _topic(s: Situation) -> str:
    """What a clause of the sentence, or a short sentence before it, names without a value; "" for none."""
    starts = [0, *(mark.end() for mark in _STARTS.finditer(s.text, 0, s.sentence[0].start))]
    heading = s.text[starts[-2] : starts[-1] - 1] if len(starts) > 1 else ""  # 比支出。甲市715亿元
    clauses = _BREAKS.split(s.text[starts[-1] : s.clause.start])
    for clause in (*reversed(clauses), heading):
        if len(clause) > _LONGEST_TOPIC or any(letter.isdigit() for letter in clause):
            continue
        topic = names.clean(clause, s.own)
        if topic and identify(topic).concept:
            return topic
        if aspect := _ASPECT.match(clause):
            return aspect["topic"]
    return ""


def _without_place(subject: str) -> str:
    """A subject without the place that it was told of."""
    first = next(iter(places(subject)), None)
    return subject[first.end :].removeprefix("的") if first is not None and first.start == 0 else subject
