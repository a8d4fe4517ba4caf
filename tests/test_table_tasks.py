"""Prose in tables of tasks and works."""

from __future__ import annotations

from luoshi.reading import read
from luoshi.reading.notation import notation

HEAD = "重点项目\n| 序号 | 项目名称 | 建设规模 | 总投资（亿元） | 形象进度 |\n"


def _lines(text: str) -> list[str]:
    return [notation(f) for f in read(text, date="2026-03-31", place="临澜市").figures]


def test_what_a_work_is_and_how_far_it_has_come_bears_its_name_and_no_time() -> None:
    table = (
        HEAD
        + "| 1 | 青石水库 | 总库容1.2亿立方米，灌溉18万亩 | 30 | 主体完工 |\n| 2 | 北湾铁路 | 待定 | 12 | 路基71% |"
    )
    found = _lines(table)
    assert "青石水库总库容 level 120000000立方米 - actual" in found
    assert "青石水库灌溉 level 180000亩 - actual" in found
    assert any(line.startswith("北湾铁路路基 ") for line in found)


def test_a_table_of_values_has_no_prose() -> None:
    table = "| 指标 | 单位 | 数值 |\n| 65岁及以上人口 | 万人 | 12 |\n| 港口货物吞吐量 | 万吨 | 30 |"
    assert all("岁" not in f.quote for f in read(table, date="2026-03-31", place="临澜市").figures)
