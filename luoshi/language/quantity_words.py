"""Quantities without a numeral: 一半, 过半, 半个月, 首位, 翻番."""

from __future__ import annotations

import re
from decimal import Decimal

from luoshi.language.quantity_bounds import take_bound_after, take_words_before
from luoshi.language.quantity_drafts import Draft
from luoshi.language.quantity_standings import FIELD, FIELD_AFTER_VERB
from luoshi.language.rules import rule
from luoshi.records import Qualifier

_HALF_BOUNDS: dict[str, Qualifier] = {"过": "over", "超": "over", "近": "nearly", "约": "about"}
_HALF_TIME = {"月": "个月", "时": "小时", "天": "天", "年": "年"}
_HALF_MEASURE = frozenset(("公斤", "斤", "吨", "公里", "米", "亩"))


@rule(
    "half and first",
    "Quantities without a numeral: 一半, 过半, 半个月, 首位, 翻番.",
    ("减少一半", "一半: 50 %"),
    ("占比过半", "过半: >50 %"),
    ("近半数企业", "近半数: nearly 50 %"),
    ("半数以上支持", "半数以上: >50 %"),
    ("约一半", "约一半: ~50 %"),
    ("约半成用户，半成品", "约半成: ~5 %"),
    ("用时半个月，重半斤", "半个月: 0.5 个月; 半斤: 0.5 斤"),
    ("上升半个百分点，近半个百分点", "半个百分点: 0.5 个百分点; 近半个百分点: nearly 0.5 个百分点"),
    ("百分百合格", "百分百: 100 %"),
    ("失业半年以上", "半年以上: >0.5 年"),
    ("上半年、近半年、时间过半、任务过半", ""),
)
def word_quantity(text: str, match: re.Match[str], floor: int) -> Draft | None:
    word = match[0]
    start, end = match.span()
    before = text[start - 1] if start else ""
    if word == "首位":
        earliest = max(floor, start - 14)
        field = FIELD_AFTER_VERB.search(text, earliest, start) or FIELD.search(text, earliest, start)
        if field is None:
            return None
        return Draft(field.start("field"), end, start, end, Decimal(1), Decimal(1), "exact", "位", "rank")
    if word == "百分百":
        draft = Draft(start, end, start, end, Decimal(100), Decimal(100), "exact", "%", "percent")
    elif word == "翻番":
        draft = Draft(start, end, start, end, Decimal(2), Decimal(2), "exact", "倍", "multiple")
    elif match["half"]:
        if word == "过半" and before and before in "间务双":
            return None
        draft = Draft(start, end, start, end, Decimal(50), Decimal(50), "exact", "%", "fraction")
        draft.qualifier = _HALF_BOUNDS.get(word[0], "exact")
    else:
        if before and before in "上下前后近大多这头每" and word != "半个百分点":
            return None
        half = Decimal("0.5")
        if word == "半成":
            half, unit, kind = Decimal(5), "%", "fraction"
        elif word == "半个百分点":
            unit, kind = "个百分点", "points"
        elif word[1:] in _HALF_MEASURE:
            unit, kind = word[1:], "measure"
        else:
            unit, kind = _HALF_TIME[word[-1]], "duration"
        draft = Draft(start, end, start, end, half, half, "exact", unit, kind)
    take_bound_after(text, draft)
    take_words_before(text, draft, floor)
    return None if draft.kind == "name" else draft
