"""Brackets of numbers and of units: （12.3）亿元, as accounts print it, and 用电量（亿千瓦时）为61.3."""

from __future__ import annotations

import re
from decimal import Decimal

from luoshi.knowledge import units
from luoshi.knowledge.units import Unit, UnitTable
from luoshi.language import numerals
from luoshi.language.numerals import MINUS, plain
from luoshi.language.quantity_drafts import Draft, Quantity
from luoshi.language.quantity_labels import CLOSING
from luoshi.language.quantity_numbers import DIGITS
from luoshi.language.quantity_units import unit_after
from luoshi.language.rules import rule
from luoshi.language.unread import Extent
from luoshi.patterns import late

_ACCOUNTED_UNIT = frozenset(("money", "percent", "measure"))
_MULTIPLIED = late(r"[百千万亿]{0,3}+")


@rule(
    "accounts' negative",
    "Brackets in which accounts print a negative number: （12.3）亿元; a list's numbers stand in brackets, too.",
    ("收入（12.3）亿元、（3500）万元", "（12.3）亿元: -1230000000 元; （3500）万元: -35000000 元"),
    ("（1）项目（2）万吨", ""),
)
def take_accounted(text: str, draft: Draft, table: UnitTable) -> bool:
    """Take the brackets in which accounts print a negative number: （12.3）亿元 is −12.3亿元.

    （3）吨 is a number of a list: without decimals or hundreds, brackets number what follows.
    """
    before = text[draft.start - 1] if draft.start else ""
    if before not in ("(", "（") or draft.form != "digits" or draft.kind != "plain":
        return False
    if text[draft.end : draft.end + 1] != CLOSING[before]:
        return False
    multiplier = _MULTIPLIED.match(text, draft.end + 1)
    end = multiplier.end() if multiplier else draft.end + 1
    unit = table.at(text, end)
    if unit is None or unit.kind not in _ACCOUNTED_UNIT or not (draft.low >= 100 or draft.low != int(draft.low)):
        return False
    draft.start, draft.end = draft.start - 1, end
    draft.low = draft.high = Decimal(plain(-draft.low * 10 ** numerals.power(text[draft.number_end + 1 : end])))
    return True


_UNIT_AHEAD = late(
    rf"[（(](?:单位[:：])?(?P<unit>[^（）()，。；、\s]{{1,10}}+)[）)]"
    rf"(?:同比|分别|均|约)?(?:增长|下降|为|是|达到?|完成|[:：])?(?P<mark>[{MINUS}–—△▲(（])?$"
)
_AHEAD_LAST = frozenset("）)为是达到约成长降:：–—△▲(（" + MINUS)
_ANOTHER_CELL = late(rf"[ \u3000]?[{DIGITS}]")


def unit_ahead(text: str, quantity: Quantity) -> Extent | None:
    """Where the bracket stands that gives ``quantity`` its unit; ``None`` for a unit that follows its number."""
    if not quantity.unit or text[quantity.start - 1 : quantity.start] not in _AHEAD_LAST:
        return None
    ahead = _ahead(text, quantity.start, quantity.number_end, units.shipped())
    return None if ahead is None else (ahead[0].start(), ahead[0].end("unit") + 1)


def _ahead(text: str, start: int, end: int, table: UnitTable) -> tuple[re.Match[str], Unit, Decimal] | None:
    """The unit that a bracket before the number ``text[start:end]`` gives it, where none follows it, and how many.

    The match begins where the bracket opens and has a sign's ``mark``.
    """
    match = _UNIT_AHEAD.search(text, max(0, start - 24), start)
    if match is None or _ANOTHER_CELL.match(text, end) or unit_after(text, end, "digits", table) is not None:
        return None
    first, last = match.span("unit")
    for at in range(first, min(first + 3, last)):
        unit = table.at(text, at)
        if unit is not None and at + len(unit.alias) == last:
            return None if unit.kind == "name" else (match, unit, unit.factor * 10 ** numerals.power(text[first:at]))
        if text[at] not in "百千万亿":
            break
    return None


@rule(
    "unit ahead of its number",
    "A unit in brackets after the name is that of the number, as heads of columns have it: 用电量（亿千瓦时）为61.3.",
    ("用水量（万立方米）为482.5，发电（亿千瓦时）6.1", "482.5: 4825000 立方米; 6.1: 610000000 千瓦时"),
    ("增长（%）-3.1，下降（%）△2.9，增幅（%）(5.3)", "-3.1: -3.1 %; △2.9: -2.9 %; (5.3): -5.3 %"),
    ("学校（所）12，出口（单位：亿美元）3.2—3.5", "12: 12 所; 3.2—3.5: 320000000..350000000 美元"),
    ("养殖场（户）1253家，面积（亩）2031年", "1253家: 1253 家"),
    ("投资（亿元）12.5 13.6，产值（亿元）(1)", "12.5: 12.5; 13.6: 13.6"),
)
def headed_unit(text: str, draft: Draft, table: UnitTable) -> tuple[Unit, Decimal] | None:
    """The unit that stands in a bracket before the number, and how many of it; the number's sign is taken."""
    if text[draft.start - 1 : draft.start] not in _AHEAD_LAST or draft.kind != "plain" or draft.form != "digits":
        return None
    ahead = _ahead(text, draft.start, draft.end, table)
    if ahead is None:
        return None
    match, unit, factor = ahead
    whole = draft.low == draft.low.to_integral_value()
    if whole and not draft.multiplier and 1900 <= draft.low < 2100:
        return None
    mark = match["mark"] or ""
    if mark and mark in "(（":
        if text[draft.end : draft.end + 1] != CLOSING[mark] or (whole and draft.low < 100):
            return None
        draft.end += 1
    if mark:
        draft.start -= 1
        draft.low, draft.high = -draft.high, -draft.low
    return unit, factor
