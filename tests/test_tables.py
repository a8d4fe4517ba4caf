"""Figures of tables: names from rows and columns, units from heads and captions."""

from __future__ import annotations

from decimal import Decimal

import pytest

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


def test_a_column_of_offices_is_no_column_of_units() -> None:
    found = _lines(
        "情况见下表。\n2025年临澜市拨款表\n| 单位 | 财政拨款（万元） |\n| 市教育局 | 12 |\n| 市渔业局 | 5 |\n| 台 | 3 |"
    )
    assert found == [
        "市教育局财政拨款 level 120000元 2025 actual", "市渔业局财政拨款 level 50000元 2025 actual",
        "台财政拨款 level 30000元 2025 actual",
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


def test_a_budget_s_own_name_is_no_plan_and_a_plan_is_one() -> None:
    found = _lines(
        "情况见下表。\n2025年临澜市重点项目表\n单位：亿元\n"
        "| 项目 | 一般公共预算收入 | 年度计划投资 | 完成投资 | 完成计划（%） | 2026年投资目标 | 下达投资计划 |\n"
        "| 滨海大道 | 3 | 12 | 13.2 | 110 | 15 | 8 |"
    )
    assert found == [
        "滨海大道一般公共预算收入 level 300000000元 2025 actual", "滨海大道年度计划投资 level 1200000000元 2025 target",
        "滨海大道完成投资 level 1320000000元 2025 actual", "滨海大道占计划的比例 share 110% 2025 actual",
        "滨海大道投资 level 1500000000元 2026 target", "滨海大道下达投资计划 level 800000000元 2025 actual",
    ]  # fmt: skip


def test_two_heads_name_the_indicator_and_its_growth() -> None:
    found = _lines(
        "情况见下表。\n2025年临澜市各县区主要指标\n"
        "| 县区 | 一般公共预算收入 | 一般公共预算收入 | 进出口（亿元） | 进出口（亿元） |\n"
        "| 县区 | 总量（万元） | 增速（%） | 总额 | 同比增长 |\n| 东湾区 | 356200 | (4.1) | 9.5 | 下降2.2 |\n"
        "| 全市 | 999000 | 3.8 | 20 | 1.0 |"
    )
    assert found == [
        "一般公共预算收入 level 3562000000元 2025 actual @东湾区", "一般公共预算收入 growth- 4.1% 2025 actual @东湾区",
        "进出口总额 level 950000000元 2025 actual @东湾区", "进出口总额 growth- 2.2% 2025 actual @东湾区",
        "一般公共预算收入 level 9990000000元 2025 actual", "一般公共预算收入 growth+ 3.8% 2025 actual",
        "进出口总额 level 2000000000元 2025 actual", "进出口总额 growth+ 1% 2025 actual",
    ]  # fmt: skip


def test_codes_and_cells_run_together_are_no_amounts() -> None:
    found = _lines(
        "情况见下表。\n2025年临澜市支出表\n单位：万元\n| 序号 | 功能编码 | 科目名称 | 执行数 | 邮政编码 | 联系电话 |\n"
        "| 1 | 205 | 教育支出 | 1 230 | 266000 | 88880000 |\n"
        "| 2 | 206 | 科学支出 | 123456789012345678901234567890 | 266001 | 8 |\n"
        "| 3 | 208 | 就业支出 | （3500）② | 266002 | 9 |"
    )
    assert found == ["教育支出 level 12300000元 2025 actual", "就业支出 level -35000000元 2025 actual"]


def test_a_cell_s_own_unit_goes_before_the_caption_s() -> None:
    found = _lines(
        "情况见下表。\n2025年临澜市主要指标\n单位：万元\n| 指标 | 2025年 | 比上年增减 |\n"
        "| 生产总值 | 1362.5亿元 | 增长5.8% |\n| 收入[1] | 99.9[2] | -0.3 |\n| 城镇化率 | 63.4% | 0.6个百分点 |\n"
        "| 年末常住人口 | 852.1万人 | -3.2万人 |"
    )
    assert found == [
        "生产总值 level 136250000000元 2025 actual", "生产总值 growth+ 5.8% 2025 actual",
        "收入 level 999000元 2025 actual", "收入 change- 3000元 2025 actual",
        "城镇化率 level 63.4% 2025 actual", "城镇化率 change+ 0.6个百分点 2025 actual",
        "常住人口 level 8521000人 2025-12-31 actual", "常住人口 change- 32000人 2025-12-31 actual",
    ]  # fmt: skip


def test_a_quote_is_the_cell_with_its_marks() -> None:
    text = "情况见下表。\n2025年临澜市收入表\n单位：亿元\n| 项目 | 完成 |\n| 契税[1] | （9.5）② |"
    (figure,) = read(text, date="2026-03-31", place="临澜市").figures
    assert (figure.quote, text[figure.start : figure.end], figure.low) == (
        "（9.5）②",
        "（9.5）②",
        Decimal("-950000000"),
    )


def test_a_title_right_above_a_table_is_its_caption() -> None:
    table = "| 项目 | 预算数 | 执行数 |\n| 税收收入 | 4,300 | 4 053 |\n| 其他收入 | 50 | 47 |"
    expected = [
        "税收收入 level 43000000元 2025 target", "税收收入 level 40530000元 2025 actual",
        "其他收入 level 500000元 2025 target", "其他收入 level 470000元 2025 actual",
    ]  # fmt: skip
    assert _lines(f"临澜市2025年一般公共预算收入情况\n金额单位：万元\n{table}") == expected
    assert _lines(f"临澜市2025年一般公共预算收入情况（万元）\n{table}") == expected
    assert _lines(f"临澜市2025年一般公共预算收入情况\n{table}\n注：本表金额单位均为万元。") == expected
    assert _lines(f"收支情况见下表。\n2025年一般公共预算收入情况表\n{table}\n单位：万元") == expected


def test_a_unit_alone_in_the_second_row_of_a_head_is_the_column_s() -> None:
    found = _lines("表2 2025年主要指标\n| 指标 | 总量 | 增速 |\n| 指标 | 亿元 | % |\n| 工业投资 | 21.5 | -3.2 |")
    assert found == ["工业投资 level 2150000000元 2025 actual", "工业投资 growth- 3.2% 2025 actual"]


def test_projects_keep_their_planned_and_done_investment_and_their_sum_the_list_s_name() -> None:
    found = _lines(
        "临澜市2025年市级重点项目投资进度表（1—9月）\n单位：万元\n"
        "| 序号 | 项目代码 | 项目名称 | 总投资 | 2025年计划投资 | 1—9月完成投资 | 完成年度计划（%） |\n"
        "|  |  | 合计 | 124 | 21 | 16 | 76.2 |\n| 1 | 330100250017 | 澜江大桥 | 98 | 15 | 12 | 80 |"
    )
    assert found == [
        "市级重点项目总投资 level 1240000元 2025 actual", "市级重点项目计划投资 level 210000元 2025 target",
        "市级重点项目完成投资 level 160000元 2025-01/2025-09 actual",
        "市级重点项目占年度计划的比例 share 76.2% 2025-01/2025-09 actual",
        "澜江大桥总投资 level 980000元 2025 actual", "澜江大桥计划投资 level 150000元 2025 target",
        "澜江大桥完成投资 level 120000元 2025-01/2025-09 actual",
        "澜江大桥占年度计划的比例 share 80% 2025-01/2025-09 actual",
    ]  # fmt: skip


def test_a_growth_and_a_share_are_of_their_level_s_months() -> None:
    found = _lines(
        "临澜市2026年一季度主要指标\n| 指标 | 2026年 | 2026年 | 2026年 | 2026年 |\n"
        "| 指标 | 年度目标 | 1—3月实际完成数 | 同比增长（%） | 完成年度目标（%） |\n"
        "| 固定资产投资（亿元） | 420 | 138 | 3.5 | 32.9 |"
    )
    assert found == [
        "固定资产投资 level 42000000000元 2026 target", "固定资产投资 level 13800000000元 2026-01/2026-03 actual",
        "固定资产投资 growth+ 3.5% 2026-01/2026-03 actual",
        "固定资产投资占年度目标的比例 share 32.9% 2026-01/2026-03 actual",
    ]  # fmt: skip


def test_a_bound_in_a_cell_is_a_value_and_a_class_of_people_a_name() -> None:
    found = _lines(
        "情况见下表。\n表3 2025年主要指标\n| 指标 | 单位 | 2025年目标 | 增速 |\n| 调查失业率 | % | 5.5以内 | — |\n"
        "| 空气优良率 | % | ≥95 | 提高 |\n| 单位能耗 | % | ＜ 35 | 下降3%左右 |\n| 新增就业 | 万人 | 2.5—3 | 6%—7% |\n"
        "| 65岁及以上 | 万人 | 120以上 | 4.1 |"
    )
    assert found == [
        "调查失业率 level <5.5% 2025 target", "空气优良率 level >95% 2025 target", "单位能耗 level <35% 2025 target",
        "单位能耗 growth- ~3% 2025 target", "新增就业 level 25000–30000人 2025 target",
        "新增就业 growth+ 6–7% 2025 target", "65岁及以上 level >1200000人 2025 target",
        "65岁及以上 growth+ 4.1% 2025 target",
    ]  # fmt: skip


def test_a_row_s_year_holds_for_the_rows_set_in_below_it() -> None:
    found = _lines(
        "支出情况见下表。\n2025年支出表\n单位：万元\n| 类别 | 项目 | 2025年预算数 |\n| 民生类 | 教育支出 | 56 |\n"
        "| 专项类 | 2026年新增支出构成 |  |\n|   公路养护支出 |  | 18 |\n|   小区改造支出 |  | 46 |"
    )
    assert found == [
        "教育支出 level 560000元 2025 target", "公路养护支出 level 180000元 2026 target",
        "小区改造支出 level 460000元 2026 target",
    ]  # fmt: skip


def test_a_growth_behind_two_years_is_the_later_one_s() -> None:
    found = _lines(
        "情况见下表。\n收支表\n单位：元\n| 指标 | 2025年 | 2024年 | 增长（%） |\n"
        "| 人均可支配收入 | 30178 | 28336 | 6.5 |"
    )
    assert found == [
        "人均可支配收入 level 30178元 2025 actual", "人均可支配收入 level 28336元 2024 actual",
        "人均可支配收入 growth+ 6.5% 2025 actual",
    ]  # fmt: skip


def test_tasks_tell_figures_that_are_due_when_their_row_says() -> None:
    found = _lines(
        "任务分解\n| 序号 | 项目 | 建设内容 | 责任单位 | 完成时限 |\n"
        "| 1 | 青石中学迁建 | 新建教学楼2栋，学位1,200个 | 市教育局 | 2026年8月底 |\n"
        "| 2 | 老街排水 | 改造管网14公里 | 市住建局 | 2026年12月31日 |"
    )
    assert found == [
        "青石中学迁建新建教学楼 level 2栋 2026-08-31 target",
        "青石中学迁建学位 level 1200个 2026-08-31 target",
        "老街排水改造管网 level 14公里 2026-12-31 target",
    ]


def test_a_firm_s_row_is_what_it_pays_into_the_fund_above_it() -> None:
    found = _lines(
        "情况见下表。\n2025年市级国有资本经营预算收入执行情况表\n单位：万元\n| 项目 | 2025年执行数 |\n"
        "| 一、国有资本经营预算收入 | 96 |\n| （一）利润收入 | 61 |\n|   其中：岚山水务集团有限公司 | 61 |\n"
        "| （二）产权转让收入 |  |\n| （三）其他国有资本经营预算收入 | 35 |\n| 二、上年结转收入 | 8 |"
    )
    assert [line.split(" level ")[0] for line in found] == [
        "市级国有资本经营预算收入", "市级利润收入", "市级岚山水务集团有限公司国有资本经营预算利润收入",
        "市级其他国有资本经营预算收入", "市级国有资本经营预算上年结转收入",
    ]  # fmt: skip


def test_a_project_of_several_bonds_is_named_with_each() -> None:
    found = _lines(
        "情况见下表。\n2025年专项债券项目表\n单位：万元\n| 序号 | 债券名称 | 项目名称 | 发行金额 |\n"
        "| 1 | 专项债券七期 | 岚山水厂扩建 | 560 |\n| 2 | 专项债券九期 | 岚山水厂扩建 | 340 |"
    )
    assert [line.split(" level ")[0] for line in found] == [
        "岚山水厂扩建专项债券七期发行金额",
        "岚山水厂扩建专项债券九期发行金额",
    ]


def test_rows_that_are_all_places_are_so_under_any_head_and_by_any_name() -> None:
    rows = "| 东湾区 | 12.1 | 3.4 |\n| 石桥县 | 8.6 | -1.2 |"
    expected = [
        "地区生产总值 level 1210000000元 2025 actual @东湾区", "地区生产总值 growth+ 3.4% 2025 actual @东湾区",
        "地区生产总值 level 860000000元 2025 actual @石桥县", "地区生产总值 growth- 1.2% 2025 actual @石桥县",
    ]  # fmt: skip
    for head in ("区市", "县（市、区）", "单位", "名称", ""):
        table = f"| {head} | 地区生产总值（亿元） | 增速（%） |\n{rows}"
        assert _lines(f"主要指标见下表。\n2025年主要指标情况表\n{table}") == expected
    named = f"| 区域 | 地区生产总值（亿元） | 地区生产总值增速（%） |\n{rows}"
    assert _lines(f"主要指标见下表。\n2025年主要指标情况表\n{named}") == expected


def test_towns_and_places_over_columns() -> None:
    towns = "| 镇街 | 税收收入（万元） |\n| 青石镇 | 12 |\n| 南桥街道 | 8 |"
    assert _lines(f"税收情况见下表。\n2025年各镇街税收情况表\n{towns}") == [
        "税收收入 level 120000元 2025 actual @青石镇", "税收收入 level 80000元 2025 actual @南桥街道",
    ]  # fmt: skip
    over = "| 指标 | 东湾区 | 石桥县 |\n| 地区生产总值（亿元） | 1 | 2 |"
    assert _lines(f"主要指标见下表。\n2025年主要指标情况表\n{over}") == [
        "地区生产总值 level 100000000元 2025 actual @东湾区", "地区生产总值 level 200000000元 2025 actual @石桥县",
    ]  # fmt: skip


def test_kinds_of_areas_are_no_places() -> None:
    table = "| 类型 | 接待人次（万人次） |\n| 山岳景区 | 12 |\n| 滨海度假区 | 8 |"
    assert _lines(f"接待情况见下表。\n2025年接待情况表\n{table}") == [
        "山岳景区接待人次 level 120000人次 2025 actual", "滨海度假区接待人次 level 80000人次 2025 actual",
    ]  # fmt: skip


def test_a_caption_names_what_a_plain_column_measures_of_places() -> None:
    rows = "| 东湾区 | 6.1 |\n| 石桥县 | 5.2 |"
    grown = f"| 区市 | 增速 |\n{rows}"
    assert _lines(f"情况见下表。\n2025年各区市规模以上工业增加值增速情况表（%）\n{grown}") == [
        "规模以上工业增加值 growth+ 6.1% 2025 actual @东湾区", "规模以上工业增加值 growth+ 5.2% 2025 actual @石桥县",
    ]  # fmt: skip
    done = f"| 地区 | 完成投资（亿元） |\n{rows}"
    assert _lines(f"情况见下表。\n2025年固定资产投资完成情况表\n{done}") == [
        "固定资产投资 level 610000000元 2025 actual @东湾区", "固定资产投资 level 520000000元 2025 actual @石桥县",
    ]  # fmt: skip


def test_a_level_of_government_is_told_with_what_the_caption_measures() -> None:
    rows = "| 全市 | 50 |\n| 市本级 | 30 |\n| 东湾区 | 20 |"
    assert _lines(f"情况见下表。\n2025年政府债务余额情况表\n单位：亿元\n| 地区 | 合计 |\n{rows}") == [
        "政府债务余额 level 5000000000元 2025 actual", "市本级政府债务余额 level 3000000000元 2025 actual",
        "政府债务余额 level 2000000000元 2025 actual @东湾区",
    ]  # fmt: skip


def test_a_name_that_ends_with_words_of_growth_is_of_what_grows() -> None:
    rows = "| 地区生产总值增速（%） | 5.5 |\n| 单位生产总值能耗降低（%） | 3 |\n| 城镇化率（%） | 61.2 |"
    assert _lines(f"情况见下表。\n2025年主要指标情况表\n| 指标 | 完成 |\n{rows}") == [
        "地区生产总值 growth+ 5.5% 2025 actual", "单位生产总值能耗 growth- 3% 2025 actual",
        "城镇化率 level 61.2% 2025 actual",
    ]  # fmt: skip


def test_the_head_over_the_names_states_the_unit_of_all_columns() -> None:
    table = "| 项目（单位：亿元） | 全市 | 市本级 |\n| 税收收入 | 60 | 33 |"
    assert _lines(f"情况见下表。\n2025年收入情况表\n{table}") == [
        "税收收入 level 6000000000元 2025 actual", "市本级税收收入 level 3300000000元 2025 actual",
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["本期累计", "自年初累计数", "绝对额"])
def test_notes_above_a_head_are_none_of_its_columns(head: str) -> None:
    text = (
        "2026年上半年主要经济指标\n"
        "| 发布日期：2026年7月20日 |  | 单位：亿元 |\n"
        f"| 指标 | {head} | 同比增长（%） |\n| 地区生产总值 | 338.2 | 5.1 |\n| 固定资产投资 |  | -3.4 |\n"
    )
    figures = read(text, date="2026-07-20", place="临澜市").figures
    told = [(figure.indicator, figure.measure, figure.low, figure.unit) for figure in figures]
    assert told == [
        ("地区生产总值", "level", Decimal("33820000000"), "元"),
        ("地区生产总值", "growth", Decimal("5.1"), "%"),
        ("固定资产投资", "growth", Decimal("3.4"), "%"),  # a fall: its sign is told apart
    ]
