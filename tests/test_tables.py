"""Figures of tables: names from rows and columns, units from heads and captions."""

from __future__ import annotations

from luoshi.reading import read
from luoshi.reading.notation import notation


def _lines(text: str) -> list[str]:
    return [notation(f) for f in read(text, date="2026-03-31", place="临澜市").figures]


def test_units_stand_in_a_column_a_head_or_the_caption() -> None:
    table = "| 品名 | 计量单位 | 产量 | 比上年增减(%) |\n| 啤酒 | 万千升 | 5.29 | -1.5 |\n| 布 | 万米 | 30 | 0.4 |"
    assert _lines(f"表1 2025年主要产品产量\n{table}") == [
        "啤酒产量 level 52900000升 2025 actual", "啤酒产量 growth- 1.5% 2025 actual",
        "布产量 level 300000米 2025 actual", "布产量 growth+ 0.4% 2025 actual",
    ]  # fmt: skip
    table = "| 项目 | 金额 |\n| 教育支出 | 1,203 |\n| 卫生支出 | 880 |"
    assert _lines(f"支出情况见下表。\n2025年临澜市支出表\n单位：万元\n{table}") == [
        "教育支出 level 12030000元 2025 actual", "卫生支出 level 8800000元 2025 actual",
    ]  # fmt: skip


def test_a_part_row_leans_on_the_row_above() -> None:
    found = _lines(
        "表2 2025年主要农产品产量\n| 产品名称 | 产量(万吨) |\n| 粮食 | 50.49 |\n|   夏收 | 6.14 |\n"
        "| 油料 | 6.08 |\n|   其中：花生 | 5.66 |"
    )
    assert found == [
        "粮食产量 level 504900吨 2025 actual", "夏收粮食产量 level 61400吨 2025 actual",
        "油料产量 level 60800吨 2025 actual", "花生产量 level 56600吨 2025 actual",
    ]  # fmt: skip


def test_the_budget_column_is_a_target_and_of_the_year() -> None:
    found = _lines(
        "一、收入情况\n收入情况见下表。\n2025年临澜市收入表\n单位：亿元\n"
        "| 项目 | 年初预算 | 执行数 |\n| 契税 | 3 | 2.8 |\n| 印花税 | 1 | 1.2 |"
    )
    assert found[:2] == ["契税 level 300000000元 2025 target", "契税 level 280000000元 2025 actual"]


def test_a_plan_beside_its_share_of_last_year_is_planned_whole() -> None:
    found = _lines(
        "收入情况见下表。\n2026年临澜市收入表（代编预算）\n单位：亿元\n"
        "| 税种 | 2025年代编预算数 | 预算数为上年执行数的 | 2026年代编预算数 |\n| 契税 | 3 | 98% | 2.8 |"
    )
    assert found == [
        "契税 level 300000000元 2025 target", "契税占上年执行数的比例 share 98% 2026 target",
        "契税 level 280000000元 2026 target",
    ]  # fmt: skip


def test_pages_and_dashes_name_no_rows() -> None:
    found = _lines(
        "支出情况见下表。\n2025年临澜市支出表\n单位：亿元\n| 项目 | 执行数 |\n| 教育支出 | 3 |\n| —12— |  |\n"
        "| 卫生支出 | 2 |\n| 环保支出 | 1 |"
    )
    assert found == [
        "教育支出 level 300000000元 2025 actual", "卫生支出 level 200000000元 2025 actual",
        "环保支出 level 100000000元 2025 actual",
    ]  # fmt: skip
