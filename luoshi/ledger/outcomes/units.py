"""Units in which one thing may be told: tonnes and 斤, hectares and 亩, ‰ and %; things counted one by one."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from luoshi.knowledge.units import shipped
from luoshi.ledger.likeness import same_unit
from luoshi.ledger.series import SeriesRow

# Unit → the unit that its dimension is compared in, and how many of that it is.
_CONVERSIONS: dict[str, tuple[str, Decimal]] = {
    "吨": ("公斤", Decimal(1000)),
    "公斤": ("公斤", Decimal(1)),
    "斤": ("公斤", Decimal("0.5")),
    "市斤": ("公斤", Decimal("0.5")),
    "克": ("公斤", Decimal("0.001")),
    "公顷": ("亩", Decimal(15)),
    "平方公里": ("亩", Decimal(1500)),
    "亩": ("亩", Decimal(1)),
    "公里": ("米", Decimal(1000)),
    "米": ("米", Decimal(1)),
    "‰": ("%", Decimal("0.1")),
    "%": ("%", Decimal(1)),
    "个百分点": ("%", Decimal(1)),
    "标准煤吨": ("吨标准煤", Decimal(1)),
    "人次": ("人", Decimal(1)),
    "人": ("人", Decimal(1)),
}


@lru_cache(maxsize=1 << 12)
def dimension(unit: str) -> str:
    """What a unit measures: the unit that it is compared in, ``count`` for what counts things one by one."""
    if unit in _CONVERSIONS:
        return _CONVERSIONS[unit][0]
    return "count" if unit in _counters() else unit


@cache
def _counters() -> frozenset[str]:
    """Units that count things (个, 家, 座), not people's actions or money."""
    spellings = (unit for units in shipped().first.values() for unit in units)
    return frozenset(unit.symbol for unit in spellings if unit.kind == "count")


def converted(value: Decimal, unit: str, to: str) -> Decimal:
    """``value`` of ``unit`` in the unit ``to`` of the same dimension; units that count things are one."""
    one, other = _CONVERSIONS.get(unit), _CONVERSIONS.get(to)
    return value if one is None or other is None or one[0] != other[0] else value * one[1] / other[1]


def one_dimension(one: SeriesRow, other: SeriesRow) -> bool:
    """Whether the units of two values measure one thing; 元 is 元/人年 where only one says for whom."""
    return dimension(one.unit) == dimension(other.unit) or same_unit(one.indicator, one.unit, other.unit)
