"""ISO 8601 periods: where they end."""

from __future__ import annotations

import pytest

from luoshi.language.times.periods import last_day


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2025", "2025-12-31"),
        ("2024-02", "2024-02-29"),
        ("2025-06-15", "2025-06-15"),
        ("2021/2025", "2025-12-31"),
        ("2024-01/2024-11", "2024-11-30"),
        ("", ""),
        ("十四五", ""),
        ("2025-13", ""),
        ("0000", ""),
    ],
)
def test_the_last_day_of_a_period(period: str, day: str) -> None:
    assert last_day(period) == day
