"""Rows of cells as lines between bars."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents.table_lines import TableRow, clean, lays_out, table_lines


def row(*cells: str, begun: set[int] | None = None) -> TableRow:
    return TableRow(list(cells), frozenset(range(len(cells)) if begun is None else begun))


def test_columns_in_which_no_cell_begins_are_left_out() -> None:
    rows = [row("项目", "项目", "完成", begun={0, 2}), row("税收", "税收", "3", begun={0, 2})]
    assert table_lines(rows) == ["| 项目 | 完成 |", "| 税收 | 3 |"]


def test_captions_units_and_notes_are_lines_of_their_own() -> None:
    rows = [
        row("收入表", "收入表", begun={0}), row("", "单位：万元"), row("项目", "完成"), row("税收", "3"),
        row("", ""), row("注：快报数", ""),
    ]  # fmt: skip
    assert table_lines(rows) == ["收入表", "单位：万元", "| 项目 | 完成 |", "| 税收 | 3 |", "注：快报数"]


def test_a_column_s_name_above_its_column_is_no_caption() -> None:
    rows = [row("区县", "", ""), row("区县", "产值", "增速"), row("东区", "3", "5")]
    assert table_lines(rows) == ["| 区县 |  |  |", "| 区县 | 产值 | 增速 |", "| 东区 | 3 | 5 |"]


def test_a_group_s_name_stays_in_its_table() -> None:
    rows = [row("项目", "完成"), row("一、税收", "一、税收", begun={0}), row("增值税", "3")]
    assert table_lines(rows) == ["| 项目 | 完成 |", "| 一、税收 | 一、税收 |", "| 增值税 | 3 |"]


def test_what_only_lays_out_a_page() -> None:
    assert lays_out([row("一"), row("二")])
    assert lays_out([row("一", "二")])
    assert lays_out([row("项目", "收入平稳。支出有力。"), row("一", "二")])
    assert not lays_out([row("项目", "完成"), row("税收", "3")])


def test_cells_are_clean() -> None:
    assert clean(" a\n b|c\u200b ") == "a b｜c"
    assert clean("\u3000\u3000其中：税收 ", indented=True) == "    其中：税收"
    assert clean("\u3000 \n", indented=True) == ""


@given(st.lists(st.lists(st.sampled_from(["", "a", "表1", "注：b", "3"]), min_size=1, max_size=4), max_size=8))
def test_every_word_comes_out(cells: list[list[str]]) -> None:
    text = "\n".join(table_lines([row(*words) for words in cells]))
    assert all(word in text for words in cells for word in words)
