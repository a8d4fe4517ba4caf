from hypothesis import given
from hypothesis import strategies as st
from page_texts import BUDGET_BOOK, BULLETIN

from luoshi.reading.layout import lines, page_numbers
from luoshi.reading.text_tables import Table, find_tables


def tables(text: str) -> list[Table]:
    return [found.table for found in find_tables(text, lines(text))]


def words(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_rows_between_bars_with_caption_head_and_indents():
    (table,) = tables(BULLETIN)
    assert table.caption is not None
    assert table.caption.text == "2024年主要农产品产量"
    assert words(table) == [
        ["指标", "产量（万吨）", "比上年增长（%）"],
        ["粮食", "105.2", "1.3"],
        ["其中：稻谷", "60.4", "-0.7"],
    ]
    assert (table.head_rows, table.indents) == (1, (0, 0, 2))
    cell = table.rows[2][1]
    assert BULLETIN[cell.start : cell.end] == "60.4"


def test_a_flat_table_goes_on_under_its_caption_on_the_next_page():
    rows = lines(BUDGET_BOOK)
    kept = [line for place, line in enumerate(rows) if place not in page_numbers(rows)]
    (found,) = find_tables(BUDGET_BOOK, kept)
    table = found.table
    assert table.caption is not None
    assert (table.caption.text, table.unit, table.head_rows) == ("2024年临澜市预算收入执行情况表", "万元", 1)
    assert words(table)[:3] == [["项目", "收入合计"], ["税收收入", "2013000"], ["增值税", "800100"]]
    assert words(table)[-1] == ["收入总计", "3000000"]
    assert ["国有资源(资产)有偿使用收入", "73000"] in words(table)
    assert ["项目", "收入合计"] not in words(table)[1:]
    assert ["城市维护"] in words(table)
    assert kept[found.first].text == "表1-1"
    assert len(found.extents) == 2


def test_unit_in_the_caption_or_in_a_row_of_its_own():
    (inside,) = tables("表2 财政收支（单位：亿元）\n| 项目 | 金额 |\n| 收入 | 12.5 |")
    assert inside.unit == "亿元"
    (row,) = tables("| | 单位：万元 |\n| 项目 | 金额 |\n| 收入 | 12.5 |")
    assert (row.unit, words(row), row.head_rows) == ("万元", [["项目", "金额"], ["收入", "12.5"]], 1)


def test_a_units_line_that_first_says_who_made_the_table():
    (table,) = tables(
        "临澜市重点项目进展情况\n填报单位：临澜市重点项目办公室　　审核：李澜　　单位：万元\n"
        "| 项目 | 投资 |\n| 大桥 | 12.5 |"
    )
    assert table.caption is not None
    assert (table.caption.text, table.unit) == ("临澜市重点项目进展情况", "万元")


def test_a_list_of_names_and_figures_under_a_head_of_two_lines():
    (table,) = tables(
        "**表1 2024年居民消费价格比上年涨跌幅度**\n- 单位：%\n- 指 标 全 省\n- 城 市 农 村\n"
        "- 居民消费价格 0.4 0.3 0.6\n- 其中：食 品 1.1 1.0 1.3\n- 衣 着 -0.2 -0.3 0.1"
    )
    assert table.caption is not None
    assert (table.caption.text, table.unit) == ("2024年居民消费价格比上年涨跌幅度", "%")
    assert words(table)[:2] == [["指标", "全省", "城市", "农村"], ["居民消费价格", "0.4", "0.3", "0.6"]]
    (other,) = tables(
        "- 全 省\n- 项 目 名 称 城 市 农 村\n- 鲜 菜 1.4 1.3 1.6\n- 粮 食 1.1 1.0 1.3\n- 衣 着 0.2 0.3 0.1"
    )
    assert words(other)[0] == ["项目名称", "全省", "城市", "农村"]


def test_a_units_column_in_a_list_also_where_a_row_has_no_value():
    (table,) = tables(
        "- **附表1：2024年主要产品产量**\n- 产品名称 计量单位 绝对数 比上年增长%\n- **一、工业产品**\n"
        "- 发电量 亿千瓦小时 47.8 9.0\n- 卷 烟 亿支 34.2 0.2\n- 海水产品 万吨\n- 水 泥 万吨 6.4 7.2"
    )
    assert table.caption is not None
    assert table.caption.text == "2024年主要产品产量"
    assert words(table) == [
        ["产品名称", "计量单位", "绝对数", "比上年增长%"],
        ["一、工业产品"],
        ["发电量", "亿千瓦小时", "47.8", "9.0"],
        ["卷烟", "亿支", "34.2", "0.2"],
        ["海水产品", "万吨"],
        ["水泥", "万吨", "6.4", "7.2"],
    ]


def test_line_breaks_a_caption_and_a_merged_column_inside_the_bars():
    (table,) = tables(
        "| <br> **表2 2024年旅客运输量** | | |\n| --- | --- | --- | --- |\n"
        "| <br>指 标 | <br>绝对数 | <br>比上年增长（%） | |\n"
        "| <br>铁路 | <br>2.7 | <br> | <br>-1.7 |\n"
        "| <br>公路 | <br>3.1 | <br> | <br>14.8 |"
    )
    assert table.caption is not None
    assert table.caption.text == "2024年旅客运输量"
    assert words(table) == [["指标", "绝对数", "比上年增长（%）"], ["铁路", "2.7", "-1.7"], ["公路", "3.1", "14.8"]]


def test_heads_of_two_rows_and_years_as_names():
    (table,) = tables("| 指标 | 2023年 | 2024年 |\n| 指标 | 2023 | 2024 |\n| 收入 | 12.5 | 13.1 |")
    assert table.head_rows == 2


def test_a_groups_name_in_its_row_is_no_head():
    (table,) = tables("| 行业 | 增长（%） |\n| 工业 | 工业 |\n| 采矿业 | 4.2 |")
    assert table.head_rows == 1


def test_halves_side_by_side_are_stacked():
    text = "| 行业 | 增长（%） | 行业 | 增长（%） |\n| 农业 | 3.1 | 金融业 | 5.2 |\n| 工业 | 6.0 |  |  |"
    (table,) = tables(text)
    assert words(table) == [["行业", "增长（%）"], ["农业", "3.1"], ["工业", "6.0"], ["金融业", "5.2"]]


def test_a_rule_below_a_head_is_no_row():
    (table,) = tables("| 项目 | 金额 |\n|:---|---:|\n| 收入 | 12.5 |")
    assert len(table.rows) == 2


def test_rows_of_tabs_and_wide_spaces():
    (tabs,) = tables("产品名称\t单位\t产量\n水泥\t万吨\t35.2\n钢材\t万吨\t18.0\n布\t万米\t7.5")
    assert words(tabs) == [
        ["产品名称", "单位", "产量"],
        ["水泥", "万吨", "35.2"],
        ["钢材", "万吨", "18.0"],
        ["布", "万米", "7.5"],
    ]
    (spaces,) = tables("生铁 炼制    12.5   3.1\n水泥    35.2   4.0\n钢材    18.0  -2.2")
    assert words(spaces)[0] == ["生铁炼制", "12.5", "3.1"]


def test_prose_and_lone_rows_are_no_tables():
    assert tables("全市收入完成 12.5\n全市支出完成 18.9") == []
    assert tables("2024年,收入完成 12.5 亿元,增长\n4.2%。支出完成 3.3\n债务余额 2.1\n专项债 1.1") == []
    assert tables("|") == []


SIGNS = st.text(alphabet=st.sampled_from("| \t\n项目收入表单位：万元。1.5,%-—\u3000续2024")) | st.text()


@given(SIGNS)
def test_cells_stand_at_their_place(text):
    rows = lines(text)
    before = 0
    for found in find_tables(text, rows):
        assert before <= found.first < found.last <= len(rows)
        before = found.last
        assert len(found.table.rows) == len(found.table.indents)
        assert 0 <= found.table.head_rows <= len(found.table.rows)
        for cell in (cell for row in found.table.rows for cell in row):
            assert "".join(text[cell.start : cell.end].split()) == "".join(cell.text.split())


def test_a_head_and_a_sum_printed_above_the_bars_belong_to_the_table():
    (table,) = tables(
        "2025年市级“三公”经费表\n\n单位：万元\n\n项 目 2025年预算数\n合 计 41\n"
        "| 一、教育支出 | 20 |\n|   公务接待费 | 5 |"
    )
    assert table.caption is not None
    assert (table.caption.text, table.unit, table.head_rows) == ("2025年市级“三公”经费表", "万元", 1)
    assert words(table) == [["项目", "2025年预算数"], ["合计", "41"], ["一、教育支出", "20"], ["公务接待费", "5"]]


def test_a_table_of_contents_is_no_table():
    assert not tables("目 录\n1.2024年收入执行情况表 1\n2.2024年支出执行情况表 3\n关于支出的说明 16\n3.2025年收入表 20")
    assert tables("2024年项目表\n单位：万元\n收入 20\n支出 16\n结余 4")


def test_a_table_copied_from_a_sheet_is_parted_by_tabs() -> None:
    text = (
        "项目\t年度投资\t1—7月完成\t责任单位\n环湾大桥\t28,000\t17,640\t市交通局\n"
        "青石产业园\t65,000\t30,225\t\n合计\t93,000\t47,865\t-\n"
    )
    (found,) = find_tables(text, lines(text))
    assert [[cell.text for cell in row] for row in found.table.rows][1] == ["环湾大桥", "28,000", "17,640", "市交通局"]
    assert found.table.head_rows == 1
    assert all(text[cell.start : cell.end] == cell.text for row in found.table.rows for cell in row)
