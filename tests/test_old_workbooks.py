"""Old workbooks (.xls): the same as newer ones."""

from __future__ import annotations

import io

import pytest
import xlwt

from luoshi.documents import UnreadableFile, from_bytes


def test_an_old_workbook() -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("收入")
    page.write_merge(0, 0, 0, 2, "全市收入情况表")
    percent = xlwt.easyxf(num_format_str="0.0%")
    for row, words in enumerate([["项目", "完成", "增长"], ["税收", 12.345, 0.0584], ["非税", 3, -0.02]], 1):
        for column, value in enumerate(words):
            page.write(row, column, value, percent if column == 2 and row > 1 else xlwt.Style.default_style)
    file = io.BytesIO()
    book.save(file)
    document = from_bytes(file.getvalue(), "a.xls")
    assert document.format == "xls"
    assert document.text.splitlines() == [
        "收入", "全市收入情况表", "| 项目 | 完成 | 增长 |", "| 税收 | 12.345 | 5.8% |", "| 非税 | 3 | -2.0% |",
    ]  # fmt: skip
    for end in (600, 2000, len(file.getvalue()) // 2):
        with pytest.raises(UnreadableFile):
            from_bytes(file.getvalue()[:end], "a.xls")


def test_formats_hidden_parts_and_raised_marks() -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("Sheet1")
    rows = [
        ("产业", "收入", "底数", "增长"),
        ("海洋", 128.46, 1, -0.031),
        ("旧业", 9, 1, 0.09),
        ("旅游", 98_760_000, 1, 0.02),
    ]
    codes = {1: '0.0"亿元"', 3: "0.0%;[Red](0.0%)"}
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            code = '#,##0.0,"千元"' if (row, column) == (3, 1) else codes.get(column, "General")
            page.write(row, column, value, xlwt.easyxf(num_format_str=code) if row else xlwt.Style.default_style)
    page.row(2).hidden = True
    page.col(2).hidden = True
    page.write_rich_text(4, 0, ["现代服务", ("2", xlwt.easyfont("escapement superscript")), "业"])
    page.write(4, 1, 7)
    file = io.BytesIO()
    book.save(file)
    assert from_bytes(file.getvalue(), "a.xls").text.splitlines() == [
        "| 产业 | 收入 | 增长 |", "| 海洋 | 128.5亿元 | -3.1% |", "| 旅游 | 98760.0千元 | 2.0% |",
        "| 现代服务[2]业 | 7 |  |",
    ]  # fmt: skip
