"""Tables aligned by display width."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from luoshi.ways.cli.tables.grid import grid
from luoshi.ways.cli.terminal import screen


def test_a_table_is_aligned_and_loses_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    words = "城镇新增就业4.83万人，粮食产量64.1万吨"
    screen().print(grid("标题 title", ["指标 indicator", ("数值 value", "right")], [[words, "1339亿元"]]))
    lines = capsys.readouterr().out.splitlines()
    table = [line for line in lines if line.startswith(("│", "╭", "├", "╰"))]
    assert {cell_len(line) for line in table} == {cell_len(table[0])}
    assert cell_len(table[0]) <= 30
    first_column = "".join(line.split("│")[1].strip() for line in table if line.startswith("│"))
    assert words in first_column


def test_short_cells_keep_their_width(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    words = "建成望渔湾智慧渔港，" * 8
    screen().print(grid("", ["首见 first", "内容 words", "依据 id"], [["2025-01-10", words, words]]))
    assert any("2025-01-10" in line for line in capsys.readouterr().out.splitlines())


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_an_id_is_whole_and_the_table_no_wider_than_the_screen(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    id = "3b96451b:figure-100187-100193"
    row = [
        "临澜市",
        "一般公共预算收入年初预算数",
        "executed（另 4 处 more）",
        f"增长5.8%；一般公共预算收入96.2亿元\n{id}",
    ]
    screen().print(grid("", ["地区 place", "指标 indicator", "阶段 stage", "原文 evidence"], [row]))
    out = capsys.readouterr().out
    assert id in out
    assert all(line.endswith("│") for line in out.splitlines() if line.startswith("│"))
