"""Units in which people read numbers, as most of them are printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from luoshi.ledger.readable_units import printed_unit


@pytest.mark.parametrize(
    ("unit", "printed", "scale", "named"),
    [
        ("元", [("41260", "41260元"), ("39430", "39430元")], "1", "元"),
        ("元", [("18240000000", "182.4亿元"), ("52000000", "5200万元"), ("9900000000", "99亿元")], "100000000", "亿元"),
        ("元", [("51240000000", "512.4"), ("49010000000", "490.1")], "100000000", "亿元"),
        ("元", [("100000000", "一亿元")], "100000000", "亿元"),
        ("人", [("-1200", "1,200人")], "1", "人"),
        ("%", [("5.1", "5.1%")], "1", "%"),
    ],
)
def test_values_are_in_the_unit_that_is_printed(
    unit: str, printed: list[tuple[str, str]], scale: str, named: str
) -> None:
    told = [(Decimal(value), quote) for value, quote in printed]
    assert printed_unit(unit, told) == (Decimal(scale), named)
