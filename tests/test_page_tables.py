"""Rows of a table: how far the first cell is moved in."""

from __future__ import annotations

from printed_pages import printed

from luoshi.documents.page_tables import PageTable, stub_offset


def test_indents_count_half_widths_and_not_names_in_the_middle() -> None:
    rows = [[printed("渔业", 74, 0), printed("12", 160, 0)], [printed("合计", 90, 0), printed("12", 160, 0)]]
    table = PageTable(rows, (50.0, 150.0, 250.0))
    assert [stub_offset(table, row) for row in rows] == [4.8, None]
