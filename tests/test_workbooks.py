"""Workbooks: tables as a person sees them, within bounds that are reckoned before reading."""

from __future__ import annotations

import io
import zipfile

import pytest
from office_files import package, xlsx

from luoshi.documents import UnreadableFile, from_bytes
from luoshi.documents.sheets import MOST_SHEETS


def cell(place: str, value: str | float, style: int = 0) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def sheet(*rows: list[str], merged: str = "") -> str:
    data = "".join(f"<row>{''.join(row)}</row>" for row in rows)
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged.split())
    return f"<sheetData>{data}</sheetData>" + (f"<mergeCells>{areas}</mergeCells>" if areas else "")


STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>'
    '<xf numFmtId="0"><alignment indent="2"/></xf><xf numFmtId="2"/></cellXfs>'
)
TABLE = sheet(
    [cell("A1", "全市收入情况表")],
    [cell("D2", "单位：万元")],
    [cell("A4", "项目"), cell("B4", "2025年"), cell("D4", "增长")],
    [cell("B5", "预算"), cell("C5", "完成")],
    [cell("A6", "税收收入"), cell("B6", 100), cell("C6", 101.25, 3), cell("D6", 0.0584, 1)],
    [cell("A7", "增值税", 2), cell("B7", 50.5), cell("C7", 51), cell("D7", -0.02, 1)],
    [cell("A8", "注：快报数。")],
    merged="A1:D1 A4:A5 B4:C4 D4:D5",
)


def test_a_table_as_it_is_shown() -> None:
    document = from_bytes(xlsx({"收入": TABLE}, styles=STYLES), "a.xlsx")
    assert document.format == "xlsx"
    assert document.text.splitlines() == [
        "收入",
        "全市收入情况表",
        "单位：万元",
        "| 项目 | 2025年 | 2025年 | 增长 |",
        "| 项目 | 预算 | 完成 | 增长 |",
        "| 税收收入 | 100 | 101.25 | 5.8% |",
        "|     增值税 | 50.5 | 51 | -2.0% |",
        "注：快报数。",
    ]


def test_shared_strings_and_cells_without_places() -> None:
    strings = "<si><t>项目</t></si><si><t>税收</t></si><si><r><t>完</t></r><r><t>成</t></r></si>"
    rows = (
        "<sheetData><row><c t='s'><v>0</v></c><c t='s'><v>2</v></c></row>"
        "<row><c t='s'><v>1</v></c><c s='1'><v>0.058</v></c></row></sheetData>"
    )
    text = from_bytes(xlsx({"Sheet1": rows}, strings=strings, styles=STYLES), "a.xlsx").text
    assert text == "| 项目 | 完成 |\n| 税收 | 5.8% |\n"


def test_hidden_sheets_and_empty_ones_are_left_out() -> None:
    sheets = {"看得见": TABLE, "藏起来": TABLE, "空的": "<sheetData/>"}
    lines = from_bytes(xlsx(sheets, styles=STYLES, states={"藏起来": "hidden"}), "a.xlsx").text.splitlines()
    assert lines.count("全市收入情况表") == 1
    assert "空的" not in lines


def test_hidden_rows_and_columns_are_left_out() -> None:
    rows = (
        '<cols><col min="3" max="3" hidden="1" width="9"/></cols><sheetData>'
        f"<row>{cell('A1', '区县')}{cell('B1', '产值')}{cell('C1', '底数')}</row>"
        f"<row hidden='1'>{cell('A2', '东区')}{cell('B2', 9)}{cell('C2', 8)}</row>"
        f"<row>{cell('B3', 7)}{cell('C3', 6)}</row><row ht='0'>{cell('B4', 5)}</row>"
        f"<row>{cell('A5', '西区')}{cell('B5', 4)}{cell('C5', 3)}</row>"
        '</sheetData><mergeCells><mergeCell ref="A2:A4"/></mergeCells>'
    )
    text = from_bytes(xlsx({"Sheet1": rows}), "a.xlsx").text
    assert text == "| 区县 | 产值 |\n| 东区 | 7 |\n| 西区 | 4 |\n"


RAISED = '<r><rPr><vertAlign val="superscript"/></rPr><t>{}</t></r>'


def test_raised_characters_are_marks() -> None:
    strings = f"<si><r><t>税收</t></r>{RAISED.format('1')}</si><si><t>项目</t></si>"
    strings += f"<si><r><t>面积（m</t></r>{RAISED.format('2')}"
    inline = f'<c r="B2" t="inlineStr"><is><r><t>99.9</t></r>{RAISED.format("②")}</is></c>'
    rows = (
        "<sheetData><row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='s'><v>2</v></c></row>"
        f"<row r='2'><c r='A2' t='s'><v>0</v></c>{inline}</row></sheetData>"
    )
    text = from_bytes(xlsx({"Sheet1": rows}, strings=strings + "<r><t>）</t></r></si>"), "a.xlsx").text
    assert text == "| 项目 | 面积（m²） |\n| 税收[1] | 99.9[2] |\n"


def test_formats_bear_the_unit_and_hide_cells() -> None:
    codes = ("0.0,,&quot;百万元&quot;", "0.0&quot;亿元&quot;_);(0.0&quot;亿元&quot;)", ";;;")
    forms = "".join(f'<numFmt numFmtId="{at}" formatCode="{code}"/>' for at, code in enumerate(codes, 164))
    styles = (
        f"<numFmts>{forms}</numFmts><cellXfs><xf/>{''.join(f'<xf numFmtId={at!r}/>' for at in ('164', '165', '166'))}"
    )
    rows = sheet(
        [cell("A1", "项目"), cell("B1", "完成")],
        [cell("A2", "税收"), cell("B2", 2_810_000_000, 1)],
        [cell("A3", "差额"), cell("B3", -3.5, 2)],
        [cell("A4", "底数", 3), cell("B4", 7, 3)],
    )
    text = from_bytes(xlsx({"Sheet1": rows}, styles=styles + "</cellXfs>"), "a.xlsx").text
    assert text == "| 项目 | 完成 |\n| 税收 | 2810.0百万元 |\n| 差额 | -3.5亿元 |\n"


def test_one_column_is_no_table() -> None:
    rows = sheet([cell("B2", "临澜市财政局")], [cell("B3", "二〇二五年三月")])
    assert from_bytes(xlsx({"Sheet1": rows}), "a.xlsx").text == "临澜市财政局\n二〇二五年三月\n"


FAR = sheet([cell("A1", "项目")], [cell("XFD1048576", 1)])
LONG = "<si><t>" + "字" * 30_000 + "</t></si>"
REPEATED = "<sheetData>" + "<row>" + "<c t='s'><v>0</v></c>" * 1000 + "</row>" + "</sheetData>"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (xlsx({"a": FAR}), "too large"),
        (xlsx({"a": REPEATED}, strings=LONG), "too large"),
        (xlsx({str(at): "<sheetData/>" for at in range(MOST_SHEETS + 1)}), "too many sheets"),
        (xlsx({"a": "<sheetData/>"}), "empty"),
        (xlsx({}), "empty|damaged"),
        (xlsx({"a": TABLE})[:-300], "damaged"),
    ],
)
def test_what_can_not_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message):
        from_bytes(data, "a.xlsx")


def test_merged_areas_reach_no_farther_than_the_cells() -> None:
    rows = sheet([cell("A1", "一"), cell("B1", "二")], merged="A1:XFD1048576 " * 9)
    assert from_bytes(xlsx({"Sheet1": rows}), "a.xlsx").text == "一\n"


@pytest.mark.parametrize("target", ["../../etc/passwd", "http://203.0.113.9/sheet.xml", ""])
def test_sheets_are_looked_for_in_the_file_only(target: str) -> None:
    data = xlsx({"a": TABLE}, styles=STYLES)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace(b"worksheets/sheet1.xml", target.encode())
    with pytest.raises(UnreadableFile):
        from_bytes(package(parts), "a.xlsx")
