"""Spreadsheets: separated values, and what all kinds have in common."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents import from_bytes
from luoshi.documents.sheets import Sheet


def test_separated_values() -> None:
    data = '项目,数值,增长\r\n税收,"1,234",5.8%\r\n  其中：增值税,12,-3%\r\n'.encode("gb18030")
    document = from_bytes(data, "a.csv")
    assert (document.format, document.encoding) == ("csv", "gb18030")
    assert document.text == "| 项目 | 数值 | 增长 |\n| 税收 | 1,234 | 5.8% |\n|   其中：增值税 | 12 | -3% |\n"
    assert from_bytes("项目\t数值\n税收\t3\n".encode(), "a.tsv").text == "| 项目 | 数值 |\n| 税收 | 3 |\n"


def test_prose_named_csv_stays_prose() -> None:
    document = from_bytes("全市财政运行平稳。\n各项工作有序推进。\n".encode(), "a.csv")
    assert (document.format, document.text) == ("text", "全市财政运行平稳。\n各项工作有序推进。\n")


def test_a_merged_cell_stands_where_the_first_of_it_is_shown() -> None:
    sheet = Sheet("", [["甲", "1", "2"], ["", "3", "4"], ["乙", "5", "6"]], [(0, 0, 1, 0)])
    shown = sheet.without({0}, {1})
    assert (shown.rows, shown.merged) == ([["甲", "4"], ["乙", "6"]], [(0, 0, 0, 0)])


@given(
    st.lists(st.lists(st.sampled_from(["", "甲", "3"]), max_size=5), max_size=5),
    st.sets(st.integers(0, 6)),
    st.sets(st.integers(0, 6)),
    st.lists(st.tuples(*[st.integers(0, 6)] * 4), max_size=3),
)
def test_only_what_is_hidden_goes(
    rows: list[list[str]], hidden_rows: set[int], columns: set[int], merged: list[tuple[int, int, int, int]]
) -> None:
    areas = [area for area in merged if area[0] <= area[2] and area[1] <= area[3]]
    shown = Sheet("", [list(row) for row in rows], areas).without(hidden_rows, columns)
    assert len(shown.rows) == sum(at not in hidden_rows for at in range(len(rows)))
    assert all(top <= bottom and left <= right for top, left, bottom, right in shown.merged)
