"""A table's rows by what they are: heads, chapters, tasks, bodies in rows of their own, notes.

| 2026年重点任务                                   |   caption
| 序号 | 重点任务       | 责任单位   | 完成时限      |   head
| 一、民生保障（2项）                               |   chapter
| 1   | 新增养老床位    | 市民政局   | 年底前       |   task
|     |              | 市财政局   |              |   more of the task above
| 注：…                                           |   note
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from luoshi.ledger.book.columns import (
    TEXTS,
    ColumnRole,
    Columns,
    columns_of,
    is_head,
    may_be_head,
    reads_as_head,
    role_of,
)
from luoshi.patterns import late
from luoshi.records import Grid, GridCell

_LOOKED_AT = 40  # rows below a head, for what its columns hold
_HEAD_WITHIN = 10  # rows of a grid, where a head in unknown words is looked for
RowKind = Literal["caption", "columns", "chapter", "duty", "task", "note", "unread"]

_CHAPTER = late(
    r"\A\s*(?:第?[一二三四五六七八九十]{1,3}(?:[、．.是]|[章节部编]|部分|\s|$)|[（(][一二三四五六七八九十]{1,3}[）)]|[（(]?\d{1,2}[）)．.、]|[ⅠⅡⅢⅣⅤⅥ]|★|◆|●|■)"
)
_CHINESE_NUMBER = late(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}[、．.]?|[（(][一二三四五六七八九十]{1,3}[）)]|[ⅠⅡⅢⅣⅤ])\s*"
)
_NOTE = late(
    r"\A\s*[（(]?(?:备?注\s?\d{0,2}\s?[:：.]|说明\s?[:：]|填报|制表|填表|审核|联系(?:人|电话)|报送|单位盖章|主要负责|※|\*|▲|统计(?:时间|口径)|数据截至|更新(?:日期|时间)|截至\d)"
)
_SUM = late(
    r"\A\s*(?:(?:本[页表])?(?:合\s*计|小\s*计|总\s*计|共\s*计)|共\s*\d{1,4}\s*[项件条]\s*\Z|[^，。]{2,16}[小合总]计\s*\Z)"
)
_DUTY = late(
    r"\A\s*[（(【]?(?:责任|牵头|主办|承办|配合|协办|协同|完成|办结|整改|时间|落实|实施)?(?:责任)?(?:单位|部门|时限|期限|领导|责任人|节点|人)[：:]"
)
_LEVELS = (
    late(r"\A\s*第?[一二三四五六七八九十]{1,3}(?:[、．.是章节部编\s]|$)"),
    late(r"\A\s*[（(][一二三四五六七八九十]"),
    late(r"\A\s*[（(]?\d"),
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table with its kind; ``number`` counts from 1 within the grid.

    ``columns`` is the mapping under which it stands, ``None`` above the head; ``words`` is what a caption, chapter,
    duty or note says.
    """

    kind: RowKind
    number: int
    cells: tuple[GridCell, ...]
    columns: Columns | None = None
    words: str = ""

    def of(self, *roles: ColumnRole) -> list[GridCell]:
        """The different cells with words in the columns of these roles, from left to right."""
        if self.columns is None:
            return []
        cells = (self.cells[at] for at in self.columns.of(*roles) if at < len(self.cells))
        return list({(cell.row, cell.column): cell for cell in cells if cell.words}.values())

    def text(self, *roles: ColumnRole) -> str:
        """The words in the columns of these roles, a cell a line."""
        return "\n".join(dict.fromkeys(cell.words for cell in self.of(*roles)))

    def begins(self, cell: GridCell) -> bool:
        """Whether a cell begins in this row, and does not hang down from one above."""
        return cell.row == self.number - 1


def rows(grid: Grid, given: Mapping[str, str] | None = None, before: Columns | None = None) -> Iterator[TableRow]:
    """The rows of a grid in their order. ``before`` is the mapping of a table that this one may go on from.

    A new head within the grid begins a new table; one that is printed again on a new page is passed over.
    """
    columns = before if before is not None and len(before.heads) == grid.width and not _has_head(grid) else None
    at = 0
    while at < len(grid.rows):
        cells = grid.rows[at]
        filled = _different(cells)
        if not filled:
            at += 1
            continue
        unmapped = columns is None and at < _HEAD_WITHIN and _has_unknown_head(grid, at)
        if unmapped or is_head([cell.words for cell in filled]):
            last = at if unmapped else _last_of_head(grid, at)
            found = columns_of(_heads(grid, at, last), given, _below(grid, last))
            if columns is None or found.heads != columns.heads:
                columns = found
                yield TableRow("columns", at + 1, cells, columns)
            at = last + 1
            continue
        if columns is None:
            yield TableRow("caption", at + 1, cells, words="\n".join(cell.words for cell in filled))
        else:
            yield _classified(TableRow("task", at + 1, cells, columns), filled)
        at += 1


def level(words: str) -> int:
    """How deep a chapter's heading lies by its number: 一、 0, （一） 1, 1. 2; 0 without a number."""
    return next((depth for depth, pattern in enumerate(_LEVELS) if pattern.search(words)), 0)


def is_note(words: str) -> bool:
    """Whether a line is a note to a table, or says who filled it in."""
    return _NOTE.search(words) is not None


def is_duty(words: str) -> bool:
    """Whether a line only names bodies or a deadline: 责任单位：…"""
    return _DUTY.search(words) is not None and len(words) < 200


def is_chapter(words: str) -> bool:
    """Whether a line reads as the heading of a chapter: numbered, or short and without a sentence."""
    return bool(_CHAPTER.search(words)) or (len(words) <= 40 and not re.search("[。；]", words))


def _has_unknown_head(grid: Grid, at: int) -> bool:
    words = [cell.words for cell in grid.rows[at]]
    return may_be_head(words) and reads_as_head(words, _below(grid, at))


def _has_head(grid: Grid) -> bool:
    return any(is_head([cell.words for cell in _different(row)]) for row in grid.rows)


def _different(cells: tuple[GridCell, ...]) -> list[GridCell]:
    return list({(cell.row, cell.column): cell for cell in cells if cell.words}.values())


def _last_of_head(grid: Grid, first: int) -> int:
    """The last row of a head that begins at ``first``: while cells hang down from it, or only name columns."""
    last = first
    while last + 1 < min(len(grid.rows), first + 4):
        cells = grid.rows[last + 1]
        hangs = any(cell.words and first <= cell.row <= last for cell in cells)
        new = [cell for cell in _different(cells) if cell.row == last + 1]
        named = [role_of(cell.words) not in ("",) for cell in new]
        spread = len({(c.row, c.column) for c in grid.rows[last] if c.words}) < sum(
            1 for c in grid.rows[last] if c.words
        )
        blank_above = any(cells[c].words and not grid.rows[last][c].words for c in range(len(cells)))
        below = bool(new) and all(named) and (spread or blank_above) and len(new) < len(cells)
        if not hangs and not below:
            break
        last += 1
    return last


def _below(grid: Grid, last: int) -> list[list[str]]:
    """The words below a head's last row, column by column, down to the next head; rows of a single cell left out."""
    found: list[list[str]] = [[] for _ in range(grid.width)]
    for row in grid.rows[last + 1 : last + 1 + _LOOKED_AT]:
        filled = _different(row)
        if is_head([cell.words for cell in filled]):
            break
        for at, cell in enumerate(row if len(filled) > 1 else ()):
            found[at].append(cell.words)
    return found


def _heads(grid: Grid, first: int, last: int) -> list[str]:
    return [
        "\n".join(dict.fromkeys(words for at in range(first, last + 1) if (words := grid.rows[at][column].words)))
        for column in range(grid.width)
    ]


def _classified(row: TableRow, filled: list[GridCell]) -> TableRow:
    """A row below a head with its kind."""
    columns = row.columns
    assert columns is not None
    first = filled[0].words
    new = [cell for cell in filled if row.begins(cell)]
    if _SUM.search(first):
        return _as(row, "note", filled)
    if len(filled) == 1 and new:
        wide = sum(cell is filled[0] for cell in row.cells)
        if is_note(first):
            return _as(row, "note", filled)
        if is_duty(first):
            return _as(row, "duty", filled)
        role = columns.roles[filled[0].column]
        across = wide > 1 and wide >= 0.6 * len(row.cells)
        if across or (role in ("number", "chapter", "task", "other", "id") and is_chapter(first)):
            return _as(row, "chapter" if is_chapter(first) else "note" if "。" in first else "chapter", filled)
        return row
    if is_note(first) and len(filled) == 2 and filled[0].column == 0 and not row.of("lead", "deadline"):
        return _as(row, "note", filled)
    if not _heading_cells(row):
        return row
    return _as(row, "chapter", filled)


def _heading_cells(row: TableRow) -> bool:
    """Whether a row of a Chinese number and a name, with nothing beside, heads those below: 一 | 民生保障."""
    named = {(cell.row, cell.column) for cell in row.of("task", "chapter")}
    beside = row.of("measure", "target", "lead", "help", "deadline", "progress", "person", "node")
    others = [cell for cell in beside if (cell.row, cell.column) not in named]
    number, title = row.text("number", "id"), row.text("task", "chapter")
    texts = [cell for cell in row.of(*TEXTS, "chapter", "number") if row.begins(cell)]
    if others or not title or not texts:
        return False
    return bool(_CHINESE_NUMBER.fullmatch(number)) or (
        not number and bool(_CHAPTER.search(title)) and level(title) < 2 and len(title) < 60
    )


def _as(row: TableRow, kind: RowKind, filled: list[GridCell]) -> TableRow:
    words = "、".join(cell.words.strip() for cell in filled) if kind == "chapter" else " ".join(c.words for c in filled)
    return TableRow(kind, row.number, row.cells, row.columns, words)
