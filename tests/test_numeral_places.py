"""Counties whose names begin with a numeral, beside counts that read like them."""

from __future__ import annotations

import pytest

from luoshi import reading


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ("支持三台、盐亭建设产业园。", "绵阳市", []),
        ("建设江油至三台快速通道。", "四川省", []),
        ("新增三台机组。", "绵阳市", ["三台"]),
        ("三台消防车投用。", "绵阳市", ["三台"]),
        ("新购三台。", "临澜市", ["三台"]),
        ("新购三台。", "青岛市", ["三台"]),
    ],
)
def test_a_county_of_the_province_is_no_count(words: str, place: str, expected: list[str]) -> None:
    text = f"政府工作报告\n\n各位代表：\n\n2024年，{words}"
    assert [figure.quote for figure in reading.read(text, "2025-01-10", place).figures] == expected
