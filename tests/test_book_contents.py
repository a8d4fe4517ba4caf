"""Columns of tables of tasks by what stands in them."""

from __future__ import annotations

import pytest

from luoshi.ledger.book.contents import content_of, contents_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("12", "number"),
        ("（三）", "number"),
        ("9月底前", "time"),
        ("2026年6月30日前完成", "time"),
        ("按季度推进", "time"),
        ("市水利局、市财政局", "bodies"),
        ("市水利局牵头，各县区政府配合", "bodies"),
        ("王海、李明", "persons"),
        ("修复灌溉渠系10公里", "prose"),
        ("持续推进灌溉渠系的修复工作", "prose"),
        ("6月底前完成灌溉渠系修复10公里并通水", "prose"),
        ("同上", ""),
        ("", ""),
    ],
)
def test_what_a_cell_reads_as(words: str, kind: str) -> None:
    assert content_of(words) == kind


def test_a_column_is_what_most_of_its_cells_are() -> None:
    assert contents_of(["年底前", "三季度", "", "同上", "看情况而定"]) == "time"
    assert contents_of(["年底前", "市水利局"]) == ""
    assert contents_of(["年底前"]) == ""
