"""Units in which people read numbers: 亿元 for 133900000000元, 万人 for 365000人."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

_SCALES = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_UNMULTIPLIED = ("%", "‰", "个百分点", "∶1", "")


def readable_unit(unit: str, values: Iterable[Decimal | None]) -> tuple[Decimal, str]:
    """By what values in ``unit`` are divided to be read, and the unit that they are then in.

    The largest of ``values`` decides, so that all of a column or a chart are in one unit.

    >>> readable_unit("元", [Decimal("133900000000"), Decimal("52000000")])
    (Decimal('100000000'), '亿元')
    """
    largest = max((abs(value) for value in values if value is not None), default=Decimal(0))
    if unit in _UNMULTIPLIED:
        return Decimal(1), unit
    scale, prefix = next(((by, name) for by, name in _SCALES if largest >= by), (Decimal(1), ""))
    return scale, prefix + unit


def printed_unit(unit: str, printed: Iterable[tuple[Decimal | None, str]]) -> tuple[Decimal, str]:
    """By what values in ``unit`` are divided, and the unit that they are then in: as most of them are ``printed``.

    Each is a value and the words that print it; where none shows, it is as for :func:`readable_unit`.

    >>> printed_unit("元", [(Decimal(41260), "41260元"), (Decimal(39430), "39430元")])
    (Decimal('1'), '元')
    """
    told = list(printed)
    found = Counter(scale for value, quote in told if (scale := _printed_scale(value, quote)) is not None)
    if unit in _UNMULTIPLIED or not found:
        return readable_unit(unit, [value for value, _ in told])
    scale = max(found, key=lambda each: (found[each], each))
    return scale, dict(_SCALES).get(scale, "") + unit


def _printed_scale(value: Decimal | None, quote: str) -> Decimal | None:
    """By what a value is multiplied where it is printed, as one of 1, 万 and 亿; None where it does not show."""
    if not value:
        return None
    for digits in _NUMBER.findall(quote):
        number = Decimal(digits.replace(",", "").replace("，", ""))
        for scale in (Decimal(1), *(each for each, _ in _SCALES)):
            if number * scale == abs(value):
                return scale
    return None
