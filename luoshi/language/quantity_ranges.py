"""Two numbers that are one range: 4.5%—5%, 1.2至1.5万亿元, 300人以上、1000人以下."""

from __future__ import annotations

from decimal import Decimal

from luoshi.knowledge.units import Unit, UnitTable
from luoshi.language import numerals
from luoshi.language.numerals import GAP, MINUS
from luoshi.language.quantity_drafts import Draft, Quantity
from luoshi.language.quantity_numbers import NUMERAL_HERE, number_of
from luoshi.language.quantity_units import take_unit, unit_after
from luoshi.language.rules import rule
from luoshi.patterns import late

_BOUNDS_JOINED = late("且|并且|而且|但|但是|而|、|，且|，但")


@rule(
    "two bounds",
    "A lower and an upper bound of one number: 大于5小于10, 300人以上、1000人以下.",
    ("大于5小于10", "大于5小于10: 5..10"),
    ("成本高于3%且低于5%", "高于3%且低于5%: 3..5 %"),
    ("从业人员300人以上、1000人以下", "300人以上、1000人以下: 300..1000 人"),
    ("18岁以上60岁以下", "18岁以上60岁以下: 18..60 岁"),
    ("处三年以上七年以下", "三年以上七年以下: 3..7 年"),
    ("不少于三十人、不足五十人", "不少于三十人、不足五十人: 30..50 人"),
    ("大于-5小于5，低于负三", "大于-5小于5: -5..5; 低于负三: <-3"),
    ("大于10小于5", "大于10: >10; 小于5: <5"),
    ("超过100亿元，低于上年的200亿元", "超过100亿元: >10000000000 元; 200亿元: 20000000000 元"),
    ("增长5%以上，不超过6万人", "5%以上: >5 %; 不超过6万人: <60000 人"),
)
def between_bounds(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """One range of a lower bound and the upper bound that follows it; ``None`` where they are of two things."""
    if first.qualifier != "over" or (first.unit, first.kind) != (second.unit, second.kind):
        return None
    if first.low is None or second.high is None or first.low >= second.high:
        return None
    # Both bounds stand before their numbers or both after them: a word between is no part of either.
    if (first.start == first.number_start) != (second.start == second.number_start):
        return None
    if first.end != second.start and not _BOUNDS_JOINED.fullmatch(text, first.end, second.start):
        return None
    return Quantity(
        text[first.start : second.end],
        first.start,
        second.end,
        None,
        first.low,
        second.high,
        "range",
        first.unit,
        first.kind,
        first.number_start,
        second.number_end,
    )


_SEPARATOR_FIRST = frozenset("—–-~～－―〜−至到和与 \u3000\u00a0")
_SEPARATOR = late(rf"{GAP}(?P<mark>[—–\-~～－―〜−]{{1,2}}|[至到和与]){GAP}(?P<sign>[{MINUS}]|零下|负)?")


@rule(
    "range",
    "Two numbers joined by — – - ~ 至 or 到; a multiplier and a unit after the second are those of both.",
    ("增长4.5%—5%", "4.5%—5%: 4.5..5 %"),
    ("增长6%－6.5%", "6%－6.5%: 6..6.5 %"),
    ("增长30%～40%", "30%～40%: 30..40 %"),
    ("投资1.2至1.5万亿元", "1.2至1.5万亿元: 1200000000000..1500000000000 元"),
    ("补贴3000—5000万元", "3000—5000万元: 30000000..50000000 元"),
    ("补贴500元到1万元", "500元到1万元: 500..10000 元"),
    ("补贴5000至1万元", "5000至1万元: 5000..10000 元"),
    ("需要8-10人", "8-10人: 8..10 人"),
    ("需要三至五年", "三至五年: 3..5 年"),
    ("增长百分之五到百分之七", "百分之五到百分之七: 5..7 %"),
    ("增长百分之三至五", "百分之三至五: 3..5 %"),
    ("气温-5℃~3℃", "-5℃~3℃: -5..3 摄氏度"),
    ("气温零下10至零下5摄氏度", "零下10至零下5摄氏度: -10..-5 摄氏度"),
    ("约60—80元/吨", "约60—80元/吨: 60..80 元/吨"),
    ("保持在60和80分贝之间", "60和80分贝之间: 60..80 分贝"),
    ("60和80分贝", "60: 60; 80分贝: 80 分贝"),
    ("在5%到6%之间", "5%到6%之间: 5..6 %"),
    ("从3%到5%", "3%: 3 %; 5%: 5 %"),
    ("由1万人到10万人", "1万人: 10000 人; 10万人: 100000 人"),
    ("5%-3%", "5%: 5 %; 3%: 3 %"),
    ("2031年1-11月、10—15日、2026-2030年、2026—2030", ""),
    ("5年至2030年", "5年: 5 年"),
)
def take_range(text: str, draft: Draft, found: tuple[Unit, int] | None, table: UnitTable) -> bool:
    end = found[1] if found else draft.end
    if text[end : end + 1] not in _SEPARATOR_FIRST or draft.qualifier != "exact" or (found and found[0].kind == "name"):
        return False
    separator = _SEPARATOR.match(text, end)
    match = separator and NUMERAL_HERE.match(text, separator.end())
    second = match and number_of(match)
    if not separator or not second or second.qualifier != "exact":
        return False
    if separator["mark"] in ("至", "到") and draft.start and text[draft.start - 1] in "从由自":
        return False
    other = None if second.unit else unit_after(text, second.end, second.form, table)
    if other is not None and other[0].kind == "name":
        if found is None and not draft.unit:
            draft.end, draft.kind = other[1], "name"
        return draft.kind == "name"
    if found is not None:
        if other is None or other[0].symbol != found[0].symbol:
            return False
        if found[0].symbol == "年" and draft.low < 1000 <= second.low:
            return False
    elif draft.unit:
        if other is not None or (second.unit and second.unit != draft.unit):
            return False
    elif second.unit:
        return False
    elif other is None and _is_code(draft, second, separator["mark"]):
        draft.end, draft.kind = second.end, "name"
        return True
    low = draft.low
    if found is None and second.multiplier and not draft.multiplier:
        whole = low * 10 ** numerals.power(second.multiplier)
        low = whole if whole <= second.high else low
    elif found is not None:
        low *= found[0].factor
    if other is not None:
        if found is None:
            low *= other[0].factor
        take_unit(text, second, *other, table)
    high = -second.high if separator["sign"] else second.high
    between = separator["mark"] in "和与"
    if low >= high or (between and not text.startswith("之间", second.end)):
        return False
    if between or (separator["mark"] in "至到" and text.startswith("之间", second.end)):
        second.end += 2
    draft.low, draft.high, draft.qualifier = Decimal(numerals.plain(low)), high, "range"
    draft.end, draft.number_end = second.end, second.number_end
    if not draft.unit:
        draft.unit, draft.kind = second.unit, second.kind
    return True


def _is_code(first: Draft, second: Draft, mark: str) -> bool:
    """Whether two bare numbers are years or a model's name (2026-2030, 737-800) rather than a range."""
    if first.multiplier or second.multiplier or first.form != "digits":
        return False
    if 1900 <= first.low <= 2100 and 1900 <= second.low <= 2100:
        return True
    return mark in "-－" and first.low >= 100 and first.low == first.low.to_integral_value()
