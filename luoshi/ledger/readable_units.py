"""Units in which people read numbers: 亿元 for 133900000000元, 万人 for 365000人."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

_SCALES = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
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
