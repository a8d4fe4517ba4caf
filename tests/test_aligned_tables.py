"""Tables without rules: figures under each other."""

from __future__ import annotations

from printed_pages import cells, printed

from luoshi.documents.aligned_tables import aligned
from luoshi.documents.page_lines import line_pieces


def test_figures_under_each_other_are_a_table() -> None:
    lines = [
        ("指标", "年末数", "比重"),
        ("全市人口", "346.7", "100.0"),
        ("城镇", "231.9", "66.9"),
        ("乡村", "114.8", "33.1"),
    ]
    glyphs = [
        g
        for at, row in enumerate(lines)
        for column, word in enumerate(row)
        for g in printed(word, 60 + 100 * column, 100 + 16 * at)
    ]
    tables, rest = aligned(line_pieces(glyphs + printed("渔港的建设进展顺利。", 60, 200)))
    assert cells(tables[0].content) == [list(row) for row in lines]
    assert [piece.text for piece in rest] == ["渔港的建设进展顺利。"]


def test_a_name_of_two_lines_has_the_figures_beside_its_middle() -> None:
    glyphs = [
        glyph
        for top, *row in (
            (100, "项目", "预算数", "执行数"),
            (125, "渔港和渔业", "", ""),
            (132, "", "183", "175.5"),
            (139, "设施维修支出", "", ""),
            (165, "住房支出", "250", "261"),
        )
        for column, word in enumerate(row)
        for glyph in printed(word, 60 + 100 * column, top)
    ]
    tables, rest = aligned(line_pieces(glyphs))
    assert cells(tables[0].content) == [
        ["项目", "预算数", "执行数"],
        ["渔港和渔业设施维修支出", "183", "175.5"],
        ["住房支出", "250", "261"],
    ]
    assert not rest


def test_contents_are_no_table() -> None:
    glyphs = [
        g
        for at, page in enumerate((3, 8, 15))
        for g in printed("渔业生产", 60, 100 + 16 * at) + printed(str(page), 300, 100 + 16 * at)
    ]
    tables, rest = aligned(line_pieces(glyphs))
    assert not tables
    assert [piece.text for piece in rest] == ["渔业生产 3", "渔业生产 8", "渔业生产 15"]
