"""Tables of panels, of the scheme's indicators and of names without a concept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from luoshi import service
from luoshi.service.wording import around, short_id
from luoshi.ways.cli.tables.grid import Column, first_of, grid
from luoshi.ways.cli.terminal import screen

if TYPE_CHECKING:
    from luoshi.service import Indicator, PanelRow, UnknownIndicator

_STAGES = {"initial": "年初", "adjusted": "调整", "preliminary": "初步", "executed": "执行", "final": "决算", "": ""}


def show_panel(cells: Sequence[PanelRow], show_all: bool) -> None:
    """How many cells are filled, then those that are, and why the others are not."""
    filled = [cell for cell in cells if not cell.missing]
    columns: list[Column] = ["地区 place", "年份 year", "指标 indicator", ("数值 value", "right"), "阶段 stage"]
    rows: list[list[str | Text]] = [
        [
            cell.place,
            cell.year,
            cell.indicator,
            service.panel_value(cell),
            f"{_STAGES[cell.stage]} {cell.stage}" + ("（另有不同数 disputed）" if cell.disputed else ""),
            Text("\n").join([_evidence(cell), Text(f"{cell.document} {short_id(cell.id)}", "dim")]),
        ]
        for cell in first_of(filled, show_all)
    ]
    screen().print(grid(f"面板 panel  ({len(filled)} / {len(cells)})", [*columns, "原文 evidence"], rows))
    for reason, number in Counter(cell.missing for cell in cells if cell.missing).most_common():
        screen().print(Text(f"{number}  {service.MISSING[reason]}", "dim"))


def _evidence(cell: PanelRow) -> Text:
    before, quote, after = around(cell)
    return Text.assemble(before, (quote, "bold"), after)


def show_indicators(rows: Sequence[Indicator], show_all: bool) -> None:
    """Indicators of the scheme with their ids, units, kinds and other names."""
    columns: list[Column] = ["名称 name", "编号 id", "单位 unit", "类型 kind", "别名 aliases"]
    cells: list[list[str | Text]] = [
        [row.name, row.id, row.unit, row.kind, "；".join(row.aliases[1:])] for row in first_of(rows, show_all)
    ]
    screen().print(grid(f"指标 indicators  ({len(rows)})", columns, cells))


def show_unknown(rows: Sequence[UnknownIndicator], show_all: bool) -> None:
    """Names without a concept with their numbers, each with the line that would make it known."""
    columns: list[Column] = ["名称 name", ("数据 figures", "right"), ("文件 documents", "right"), "条目 line"]
    cells: list[list[str | Text]] = [
        [row.name, str(row.figures), str(row.documents), row.line] for row in first_of(rows, show_all)
    ]
    screen().print(grid(f"指标体系不认识的名称 unknown indicators  ({len(rows)})", columns, cells))
