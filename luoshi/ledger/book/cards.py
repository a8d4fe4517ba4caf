"""Cards: a task a table, labels beside what they name.

| 任务名称 | 新增养老床位 | 责任单位 | 市民政局 |
| 完成时限 | 年底前      | 备注     |         |
"""

from __future__ import annotations

from luoshi.ledger.book.columns import TEXTS, columns_of, role_of
from luoshi.ledger.book.model import Task
from luoshi.ledger.book.parts import Plan, task_of
from luoshi.ledger.book.rows import TableRow
from luoshi.records import Grid, GridCell

_LONGEST_LABEL = 8


def tasks(grid: Grid, plan: Plan) -> list[tuple[Task, int]]:
    """The tasks of a grid of cards, each with the number of its first row; none where it has no such form."""
    if not _is_cards(grid):
        return []
    found: list[tuple[Task, int]] = []
    pairs: list[tuple[str, GridCell]] = []
    first = 1
    for at, row in enumerate(grid.rows):
        own = _pairs(row)
        heads = [head for head, _ in own]
        if any(role_of(head) == "task" and head in (known for known, _ in pairs) for head in heads):
            found += _task(pairs, plan, first)
            pairs, first = [], at + 1
        pairs += own
    return found + _task(pairs, plan, first)


def _is_cards(grid: Grid) -> bool:
    """Whether most rows begin with a label that has words beside it which are no label."""
    begun = [_pairs(row) for row in grid.rows if any(cell.words for cell in row)]
    labelled = [pairs for pairs in begun if pairs and not _is_label(pairs[0][1].words)]
    first = [row[0].words for row in grid.rows]
    return (
        2 <= grid.width <= 8
        and len(labelled) * 3 >= len(begun) * 2
        and sum(map(_is_label, first)) * 3 >= len(first) * 2
    )


def _is_label(words: str) -> bool:
    return len(words) <= _LONGEST_LABEL and role_of(words.strip("：: ")) not in ("", "node")


def _pairs(row: tuple[GridCell, ...]) -> list[tuple[str, GridCell]]:
    """The labels of a row, each with the cell beside it."""
    cells = list({(cell.row, cell.column): cell for cell in row}.values())
    pairs: list[tuple[str, GridCell]] = []
    at = 0
    while at + 1 < len(cells):
        head = cells[at].words.strip("：: ")
        if _is_label(head):
            pairs.append((head, cells[at + 1]))
            at += 1
        at += 1
    return pairs


def _task(pairs: list[tuple[str, GridCell]], plan: Plan, first: int) -> list[tuple[Task, int]]:
    if len(pairs) < 2:
        return []
    columns = columns_of([head for head, _ in pairs])
    if not columns.of(*TEXTS) or not columns.of("lead", "help", "deadline"):
        return []
    cells = tuple(GridCell(cell.words, first - 1, at) for at, (_, cell) in enumerate(pairs))
    task = task_of(TableRow("task", first, cells, columns), plan, ())
    return [(task, first)] if task.title else []
