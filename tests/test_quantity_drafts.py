"""Quantities as they are read: their ends, and how the examples write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from luoshi.language.quantity_drafts import Draft, notation
from luoshi.records import Qualifier


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "value", "written"),
    [
        ("exact", 5, 5, 5, "5个: 5 个"),
        ("over", 5, None, 5, "5个: >5 个"),
        ("under", None, 5, 5, "5个: <5 个"),
        ("nearly", None, 5, 5, "5个: nearly 5 个"),
        ("about", 5, 5, 5, "5个: ~5 个"),
    ],
)
def test_a_bound_leaves_one_end_open(
    qualifier: Qualifier, low: int | None, high: int | None, value: int, written: str
) -> None:
    found = Draft(2, 4, 2, 3, Decimal(5), Decimal(5), qualifier, "个", "count").finished("建成5个")
    assert (found.quote, found.low, found.high, found.value) == ("5个", low, high, value)
    assert notation(found) == written


def test_a_range_has_no_single_value() -> None:
    found = Draft(0, 4, 0, 3, Decimal(3), Decimal(5), "range", "天", "duration").finished("3至5天")
    assert (found.low, found.high, found.value, notation(found)) == (3, 5, None, "3至5天: 3..5 天")
