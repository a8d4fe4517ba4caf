"""A figure in one line."""

from __future__ import annotations

import pytest

from luoshi.reading import read
from luoshi.reading.notation import notation


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("生产总值增长6.5%左右。", "生产总值 growth+ ~6.5% 2024 actual"),
        ("总投资超过30亿元。", "总投资 level >3000000000元 2024 actual"),
        ("生产总值增长6%—6.5%。", "生产总值 growth+ 6–6.5% 2024 actual"),
        ("贫困人口减少近3万人。", "贫困人口 change- ^30000人 2024 actual"),
    ],
)
def test_every_part_is_written(text: str, line: str) -> None:
    assert [notation(f) for f in read(text, date="2025-01-20", place="临澜市").figures] == [line]
