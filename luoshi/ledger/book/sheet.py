"""The book as a workbook: a sheet to be edited and read in again, and one with a row for each node.

What people change stands in the columns of :data:`luoshi.ledger.book.edits.FIELDS` and the office's own; columns whose
head ends in （自动） are worked out and not read in. 编号 is the task's own, by which its row is known again. The title
says the day, the last 编号 and the last entry of the book, so that tasks which it got later are not taken for removed
ones, and what was done since is told. A deadline that was extended has the day that holds behind it: 年底前（延期至…）.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from luoshi.ledger.book.edits import EXTRA, FIELDS, words_of
from luoshi.ledger.book.lights import NodeStanding, Standing, node_due
from luoshi.ledger.book.model import LIGHT_WORDS, Light, Node
from luoshi.ledger.sheet_layout import formats_of, height, lay_out, write_text
from luoshi.ledger.whole_files import whole_file

ID = "编号"
AUTOMATIC = "（自动）"
SHEET, NODES = "督查台账", "节点"
COMPUTED = tuple(f"{name}{AUTOMATIC}" for name in ("亮灯", "完成率", "最新反馈", "说明"))
_WIDTHS = {
    "number": 6, "chapter": 14, "title": 32, "measure": 36, "leads": 14, "helps": 14, "persons": 9, "deadline": 13,
    "progress": 30, "remark": 12,
}  # fmt: skip
_NODE_COLUMNS = (
    (ID, 7), ("重点任务", 32), ("节点", 36), ("指标", 20), ("目标值", 12), ("单位", 8), ("时限", 12), ("完成值", 12),
    ("完成率%", 9), ("是否完成", 9),
)  # fmt: skip
_NODE_SHARE = 8
_COLOURS: dict[Light, tuple[str, str]] = {
    "red": ("#FFC7CE", "#9C0006"),
    "yellow": ("#FFEB9C", "#7F6000"),
    "undecided": ("#E7E6E6", "#404040"),
    "green": ("#C6EFCE", "#006100"),
    "done": ("#DDEBF7", "#1F4E78"),
}


def columns_of(standings: Sequence[Standing]) -> list[tuple[str, str]]:
    """The sheet's columns that people change, as field and head: those of every task, then the office's own."""
    own = dict.fromkeys(head for one in standings for head, _ in one.task.extra)
    taken = {ID, *FIELDS.values(), *COMPUTED}
    return [*FIELDS.items(), *((f"{EXTRA}{head}", f"{head}（原表）" if head in taken else head) for head in own)]


def write(standings: Sequence[Standing], path: Path, title: str, day: str, entry: int = 0) -> int:
    """Write the book as it stands on ``day`` to an .xlsx file; the number of its tasks.

    ``entry`` is the number of the book's last entry. The same book gives the same bytes. A file that was there is
    replaced when the new one is complete.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    with whole_file(path) as part:
        workbook = xlsxwriter.Workbook(str(part), {"strings_to_formulas": False, "strings_to_urls": False})
        workbook.set_properties({"title": title, "created": datetime(2000, 1, 1)})
        formats = formats_of(workbook)
        ids = [one.task.id for one in standings]
        upto = f"，{min(ids, key=order)}至{max(ids, key=order)}" if ids else ""
        _write_tasks(workbook, standings, formats, f"{title}（截至{day}{upto}，第{entry}条）")
        _write_nodes(workbook, standings, formats, title)
        try:
            workbook.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error
    return len(standings)


def order(id: str) -> tuple[int, str]:
    """The place of a task's id among all: T999 before T1000."""
    return len(id), id


def computed(one: Standing) -> tuple[str, ...]:
    """The words of the computed columns."""
    latest = f"{one.latest.date} {one.latest.body}：{one.latest.quote}" if one.latest is not None else ""
    share = "" if one.share is None else f"{tenths(one.share)}%"
    return LIGHT_WORDS[one.light], share, latest, one.why.partition(" / ")[0]


def tenths(share: Decimal) -> Decimal:
    """A percentage with one place after its point."""
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


def words_in_cell(one: Standing, field: str) -> str:
    """What the cell of a field says: its words, of a deadline that was extended with the day that holds."""
    words = words_of(one.task, field)
    return f"{words}{extension(one)}" if field == "deadline" else words


def extension(one: Standing) -> str:
    """What stands behind the words of a deadline that was extended; ``""`` for others."""
    return f"（延期至{one.due}）" if one.extended is not None else ""


def _write_tasks(workbook: Any, standings: Sequence[Standing], formats: dict[str, Any], title: str) -> None:
    sheet = workbook.add_worksheet(SHEET)
    own = columns_of(standings)
    widths = [(head, _WIDTHS.get(field, 14)) for field, head in own]
    columns = [(ID, 7), *widths, *zip(COMPUTED, (8, 9, 36, 30), strict=True)]
    lay_out(sheet, columns, formats, title, frozen=4)
    for row, one in enumerate(standings, 2):
        cells = [one.task.id, *(words_in_cell(one, field) for field, _ in own), *computed(one)]
        sheet.set_row(row, height(zip(cells, columns, strict=True)))
        for column, words in enumerate(cells):
            write_text(sheet, row, column, words, formats, "centre" if columns[column][1] < 10 else "text")
        if one.share is not None:
            share = len(columns) - len(COMPUTED) + 1
            sheet.write_number(row, share, float(tenths(one.share) / 100), formats["percent"])
    last = max(len(standings) + 1, 2)
    sheet.autofilter(1, 0, last, len(columns) - 1)
    light = len(columns) - len(COMPUTED)
    for name, (fill, ink) in _COLOURS.items():
        colour = workbook.add_format({"bg_color": fill, "font_color": ink})
        rule = {"type": "cell", "criteria": "==", "value": f'"{LIGHT_WORDS[name]}"', "format": colour}
        sheet.conditional_format(2, light, last, light, rule)


def _write_nodes(workbook: Any, standings: Sequence[Standing], formats: dict[str, Any], title: str) -> None:
    sheet = workbook.add_worksheet(NODES)
    lay_out(sheet, _NODE_COLUMNS, formats, f"{title}：节点")
    row = 2
    for one in standings:
        for node, own in nodes_shown(one):
            cells = [one.task.id, one.task.title, *_node_cells(one, node, own)]
            sheet.set_row(row, height(zip(cells, _NODE_COLUMNS, strict=True)))
            for column, words in enumerate(cells):
                write_text(sheet, row, column, words, formats, "centre" if _NODE_COLUMNS[column][1] < 10 else "text")
            if own.share is not None:
                sheet.write_number(row, _NODE_SHARE, float(tenths(own.share)), formats["centre"])
            row += 1


def nodes_shown(one: Standing) -> list[tuple[Node, NodeStanding]]:
    """A task's nodes, each with how far it is; a milestone that says nothing but a target's own words is the target."""
    said = {node.words for node in one.task.nodes if node.kind == "target"}
    nodes = zip(one.task.nodes, one.nodes, strict=True)
    return [(node, own) for node, own in nodes if node.kind == "target" or node.words not in said]


def _node_cells(one: Standing, node: Node, own: NodeStanding) -> tuple[str, ...]:
    done = "是" if own.done else ""
    power, scale = _scale(node)
    low, high, value = (None if held is None else held.scaleb(-power) for held in (node.low, node.high, own.value))
    target = _bounds(low, high) if node.kind == "target" else ""
    unit = scale + node.unit
    return (
        node.words,
        node.indicator,
        target,
        unit,
        node_due(one.task, node, one.due),
        _number(value),
        _number(own.share),
        done,
    )


def _scale(node: Node) -> tuple[int, str]:
    """The power of ten in which people write a target's values, and its word: 5亿元, 2.1万人, 1500张."""
    bounds = [bound for bound in (node.low, node.high) if bound is not None]
    for power, places, word in ((8, 4, "亿"), (4, 2, "万")):
        scaled = [bound.scaleb(-power) for bound in bounds]
        if scaled and all(abs(bound) >= 1 and bound == round(bound, places) for bound in scaled):
            return power, word
    return 0, ""


def _bounds(low: Decimal | None, high: Decimal | None) -> str:
    """A target's bounds: 1500, ≥300, ≤5.5, 6–7."""
    if low is None:
        return f"≤{_number(high)}"
    if high is None:
        return f"≥{_number(low)}"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
