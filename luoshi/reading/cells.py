"""A table's cell as a value: its number, with the sign and the unit that the cell itself bears.

1 230   1,230   １２３０        thousands apart by spaces or commas, wide digits
5.5以内   ≥95   6%—7%   增长5%左右            bounds and ranges
(5.3)   （3500）   △2.9   –5.6   下降2.2     negative
6.5②   6.5[2]   99.9*                       marks of notes are no digits
12.3亿元   5.8%   0.3个百分点                the cell's own unit
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from luoshi.knowledge.units import shipped as units
from luoshi.language import quantities as quantity_layer
from luoshi.patterns import late
from luoshi.records import Qualifier

#: A unit whose numbers are days and times (2025年, 3月), which no table's values are measured in.
_TIME = late(r"[年月日号时分秒期届]\Z")
_MOST_WHOLE = 15  # digits; a spreadsheet's cell holds no more, so that several cells were run together
_MOST_DIGITS = 18
_LONGEST = 40  # characters of a cell that can be a value
_WIDE = str.maketrans("０１２３４５６７８９．，％＋－−–—﹣―（）\u00a0\u2009\u202f\u3000", "0123456789.,%+------()    ")
# Marks of notes, and of Markdown's bold words.
_NOTE_MARK = late(r"\[\d{1,3}\]|\*\*|[①-⑳*＊]{1,3}\Z")
_MARK_ENDS = frozenset("]*＊" + "".join(map(chr, range(ord("①"), ord("⑳") + 1))))
_MARK_BEFORE_UNIT = late(r"(?<=\d)[①-⑳*＊](?=[^\d\s])")
_SIGNS = {"-": -1, "△": -1, "▲": -1, "▼": -1, "↓": -1, "+": 1, "↑": 1}
_MOVES = {
    "增长": 1, "上升": 1, "增加": 1, "提高": 1, "上涨": 1, "增": 1, "升": 1,
    "下降": -1, "减少": -1, "降低": -1, "下滑": -1, "回落": -1, "下跌": -1, "降": -1, "减": -1,
}  # fmt: skip
_DIGITS = r"\d{1,3}(?:(?:,\d{3}){1,5}|(?: \d{3}){1,5})(?:\.\d{1,18})?|\d{1,40}(?:\.\d{1,18})?"
_ORDINARY = late(r"-?\d{1,15}(?:\.\d{1,3})?\Z", re.A)  # what most cells hold
_VALUE = late(
    rf"(?P<move>{'|'.join(_MOVES)})?\s?(?P<sign>[-+△▲▼↓↑])?\s?"
    rf"(?:\(-?(?P<bracketed>{_DIGITS})(?P<inner>%)?\)|(?P<plain>{_DIGITS}))\s?(?P<unit>[^\d\s()（）,，.]{{0,8}})\Z"
)

_BOUNDS = str.maketrans({"≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤", "≯": "≤", "≮": "≥", "〉": ">", "〈": "<"})
_MOVE = late("|".join(_MOVES))
# A number without a unit and the words that bound it; percent stands in for the unit that the column has.
_BOUND_ALONE = late(r"(?P<before>\D{0,6})(?P<number>\d{1,15}(?:\.\d{1,6})?)(?P<after>[^\d%％]{0,6})")
_YEAR = late(r"(?:19|20)\d\d\Z", re.A)
_SCALES = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_NOTED_UNIT = late(r"([^（）()]{1,8})[（(][^（）()]{1,6}[）)]")  # 万部（信道）
_CLASS = late(r"岁|年|月|日|时|分|秒|届")  # 65岁及以上 names a class


class CellValue(NamedTuple):
    """A cell's number; ``unit`` is the one the cell bears, ``worded`` whether a word tells its sign (下降2.2).

    ``qualifier`` says what the number bounds (5.5以内 is ``under`` 5.5); a range goes on to ``upto``.
    """

    number: Decimal
    unit: str
    worded: bool
    qualifier: Qualifier = "exact"
    upto: Decimal | None = None


def without_marks(words: str) -> str:
    """A name in a table without the marks of notes: 水泥[1], 粮食①."""
    marked = "[" in words or "**" in words or words[-1:] in _MARK_ENDS
    return _NOTE_MARK.sub("", words).strip() if marked else words


def cell_value(words: str) -> CellValue | None:
    """What a cell's words say, ``None`` for words that are no value.

    >>> cell_value("（3 500）").number, cell_value("99.9②亿元").unit, cell_value("2025年")
    (Decimal('-3500'), '亿元', None)
    """
    if _ORDINARY.match(words):
        return CellValue(Decimal(words), "", False)
    if not words or len(words) > _LONGEST or not any(map(str.isdecimal, words)):
        return None
    bare = _MARK_BEFORE_UNIT.sub("", _NOTE_MARK.sub("", words)).translate(_WIDE).strip()
    found = _VALUE.match(bare)
    if found is None:
        return None
    digits = (found["bracketed"] or found["plain"]).replace(",", "").replace(" ", "")
    unit = found["unit"] or found["inner"] or ""
    if len(digits.partition(".")[0]) > _MOST_WHOLE or len(digits) > _MOST_DIGITS or not _bears(unit):
        return None
    sign = -1 if found["bracketed"] else 1
    sign *= _SIGNS.get(found["sign"] or "+", 1) * _MOVES.get(found["move"] or "增", 1)
    return CellValue(sign * Decimal(digits), unit, found["move"] is not None)


@lru_cache(maxsize=4096)
def bounded_value(words: str) -> CellValue | None:
    """What a cell says that bounds its number (5.5以内, ≥95, 增长5%左右), or gives its two ends with their unit.

    ``None`` for every other cell. Words of a class of people or of years are no value: 65岁及以上.

    >>> bounded_value("＜35").qualifier, bounded_value("120以上").number, bounded_value("65岁及以上")
    ('under', Decimal('120'), None)
    """
    if not words or len(words) > _LONGEST or not any(map(str.isdecimal, words)):
        return None
    bare = _NOTE_MARK.sub("", words).translate(_WIDE).translate(_BOUNDS).replace(" ", "")
    moved = _MOVE.match(bare)
    bare = bare[moved.end() :] if moved else bare
    alone = _BOUND_ALONE.fullmatch(bare)
    said = f"{alone['before']}{alone['number']}%{alone['after']}" if alone else bare
    found = quantity_layer.scan(said)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(said)) or found[0].qualifier == "exact":
        return None
    low, high = found[0].low, found[0].high
    number = low if low is not None else high
    if number is None or _CLASS.search(found[0].unit):
        return None
    sign = _MOVES[moved[0]] if moved else 1
    upto = high if found[0].qualifier == "range" else None
    unit = "" if alone else found[0].unit
    return CellValue(sign * number, unit, moved is not None, found[0].qualifier, upto)


def is_value(words: str) -> bool:
    """Whether a cell holds a number, with its unit or without."""
    return cell_value(words) is not None


def begins_body(words: str) -> bool:
    """Whether a cell can't stand in a head: a number that is no year, or a bound that leaves its unit to a head."""
    if is_value(words):
        return not _YEAR.match(words)
    bound = bounded_value(words)
    return bound is not None and bound.unit in ("", "%")


def _bears(unit: str) -> bool:
    """Whether the words behind a cell's number are a unit of what is measured."""
    return not unit or (not _TIME.search(unit) and factor(unit) is not None)


@lru_cache(maxsize=1024)
def factor(unit: str) -> tuple[Decimal, str] | None:
    """How many base units one of a printed unit is, and the base unit: 万吨 → 10000, 吨."""
    if not unit:
        return Decimal(1), ""
    if unit in ("%", "％"):
        return Decimal(1), "%"
    if unit in ("百分点", "个百分点"):
        return Decimal(1), "个百分点"
    found = quantity_layer.scan("1" + unit)
    whole = len(found) == 1 and found[0].end == len(unit) + 1 and found[0].qualifier == "exact"
    if whole and found[0].value is not None:
        return found[0].value, found[0].unit
    if noted := _NOTED_UNIT.fullmatch(unit):
        return factor(noted[1])
    # 程控交换机 万线: what makes a number in prose part of a name (二线城市) counts where a column says units.
    scale = _SCALES.get(unit[0])
    named = units().at(unit, 1) if scale else None
    return (scale, named.symbol) if scale and named and named.kind == "name" and unit[1:] == named.alias else None
