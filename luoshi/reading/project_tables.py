"""Projects in the rows of a table that has a column of their names.

| 项目名称 | 建设内容 | 责任单位 | 进展情况 |
| 青石水库扩建 | 加高大坝 | 市水务局 | 主体完工 |        青石水库扩建 going on, 市水务局
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.language.passage import Passage
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.frames import Frame
from luoshi.reading.outline import Cell, Table
from luoshi.reading.project_words import NEUTRAL, project_words, stage_of
from luoshi.reading.table_rows import SUM
from luoshi.records import Project, Span, Stage

_NAMES = late(
    r"(?:重点|重大|建设|工程|督办|在建|续建|新建)?(?:项目|工程)名称(?:及.{0,8})?\Z|(?:重点|重大)(?:建设)?项目\Z"
)
_OF_WORKS = late("建设|投资|责任|进展|进度|地点|规模|业主|工期|领域|开工|竣工|完成|阶段|年限|期限")
_WHO = late(r"(?:责任|牵头|建设|实施|项目|承建|主体)单位|业主|责任主体")
_HOW_FAR = late("进展|进度|状态|阶段|性质|形象")
_NO_WORK = late(r"(?:基金|经费|费用|补助|补贴|资金|支出|收入|贷款|利息)\Z|\A(?:[-—/]|其他|政府投资)")
_COUNTED = late(r"[（(]\d+[项个][）)]\**\Z")  # 产业（4项） heads the rows below it
_MARK = late(r"\A(?:[（(]?\d{1,3}[）)．.、]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)\s*")
_HEAD_ROWS = 3
_LEAST = 4


@rule(
    "project in a table's row",
    "A row of a table that has a column of projects' names; who answers for it and how far it is stand in columns too.",
    (
        "| 项目名称 | 建设内容 | 责任单位 | 进展情况 |\n| --- | --- | --- | --- |\n"
        "| 青石水库扩建 | 加高大坝 | 市水务局 | 主体完工 |\n| 南塘大桥 | 新建 | 市交通运输局 | 建成通车 |",
        "青石水库扩建 going on / 南塘大桥 done",
    ),
)
def table_projects(table: Table, document_text: str, frame: Frame, place: str) -> Iterator[Project]:
    """The projects of a table's rows; none where no column is one of projects' names."""
    heads = ((at, row, _column(row, _NAMES)) for at, row in enumerate(table.rows[:_HEAD_ROWS]))
    head = next((found for found in heads if found[2] >= 0), None)
    if head is None:
        return
    at, row, column = head
    if not any(_OF_WORKS.search(cell.text) for place_in, cell in enumerate(row) if place_in != column):
        return
    who, far = _column(row, _WHO), _column(row, _HOW_FAR)
    for cells in table.rows[at + 1 :]:
        if len(cells) > column and _is_name(cells, column):
            yield _project(cells, (column, who, far), document_text, frame, place)


def _column(row: tuple[Cell, ...], pattern: re.Pattern[str]) -> int:
    """The first column whose head a pattern matches from its beginning or within; -1 for none."""
    return next((at for at, cell in enumerate(row) if pattern.search(cell.text)), -1)


def _is_name(cells: tuple[Cell, ...], column: int) -> bool:
    """Whether a row names a project: no sum, no heading over all columns, no fund."""
    name = _MARK.sub("", cells[column].text)
    spread = len({cell.start for cell in cells}) == 1 < len(cells)
    return len(name) >= _LEAST and not spread and not any(pattern.search(name) for pattern in (SUM, _NO_WORK, _COUNTED))


def _project(
    cells: tuple[Cell, ...], columns: tuple[int, int, int], document_text: str, frame: Frame, place: str
) -> Project:
    """The project of a row."""
    column, who, far = columns
    cell = cells[column]
    mark = _MARK.match(cell.text)
    start = cell.start + (mark.end() if mark else 0)
    body = cells[who] if 0 <= who < len(cells) and cells[who].text else None
    told = cells[far].text if 0 <= far < len(cells) else ""
    name = Passage.of(document_text, (start, cell.end))
    sources = []
    if body is not None:
        sources.append(("body", Span(body.start, body.end, document_text[body.start : body.end])))
    if frame.span is not None:
        sources.append(("period", frame.span))
    return Project(
        quote=document_text[start : cell.end],
        start=start,
        end=cell.end,
        rule="project in a table's row",
        sources=tuple(sources),
        name=name.text,
        stage=_stage(told),
        ahead=frame.status == "target",
        period=frame.period,
        body=Passage.of(document_text, (body.start, body.end)).text if body is not None else "",
        place=place,
    )


def _stage(told: str) -> Stage:
    """The stage that a cell of progress tells; a share or a sum of money tells of work that is going on."""
    words = project_words()
    return stage_of(told) if words.verb.search(told) else NEUTRAL
