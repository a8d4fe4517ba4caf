"""Prose in tables of tasks and works: what each row does, whose name it bears, and when it is due.

| 项目         | 建设内容                    | 责任单位 | 完成时限   |
| 青石中学迁建 | 新建教学楼2栋，学位1,200个  | 市教育局 | 2026年8月底 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.patterns import late
from luoshi.reading.cells import is_value
from luoshi.reading.text_tables import Cell, Table

_PROSE = late(r"内容|规模|任务|措施|进度|形象|目标(?!值)|事项|要求|举措")
_DESCRIBES = late(r"内容|规模|进度|形象")
_NAME = late(r"项目|名称|工程|领域|类别")
_TIME = late(r"时限|期限|时间|节点|完成日期")
_HEADS = 3  # rows in which a head may stand
_DIGIT = late(r"\d")
_HAN = late(r"[\u4e00-\u9fff]{2}")


class Told(NamedTuple):
    """A cell that tells in words, the name of the work that its row is about, and the words of the day it is due.

    ``describes`` says that its column tells what a work is or how far it has come (建设规模, 形象进度), at no time.
    """

    cell: Cell
    work: str
    due: str
    describes: bool


def told(table: Table) -> Iterator[Told]:
    """The cells of a table that tell in words what is or will be done, with numbers in them."""
    for number, head in enumerate(table.rows[:_HEADS]):
        prose = [at for at, cell in enumerate(head) if _PROSE.search(cell.text) and not _DIGIT.search(cell.text)]
        if prose and len(head) > 2:
            name, time = _column(head, _NAME, prose), _column(head, _TIME, prose)
            for row in table.rows[number + 1 :]:
                if len(row) == len(head):
                    work = row[name].text if name >= 0 else ""
                    due = row[time].text if time >= 0 else ""
                    yield from (
                        Told(row[at], work, due, bool(_DESCRIBES.search(head[at].text)))
                        for at in prose
                        if _tells(row[at])
                    )
            return


def _column(head: tuple[Cell, ...], pattern: re.Pattern[str], taken: list[int]) -> int:
    """The first column whose head says so, -1 for none."""
    return next((at for at, cell in enumerate(head) if at not in taken and pattern.search(cell.text)), -1)


def _tells(cell: Cell) -> bool:
    return bool(_DIGIT.search(cell.text) and _HAN.search(cell.text)) and not is_value(cell.text)
