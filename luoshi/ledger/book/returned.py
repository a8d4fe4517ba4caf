"""A sheet of the book that was edited in Excel, read in again: every difference, before anything is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from luoshi.ledger.book.columns import columns_of as mapping_of
from luoshi.ledger.book.edits import EXTRA, FIELDS, edited, says_otherwise, words_of
from luoshi.ledger.book.lights import Standing
from luoshi.ledger.book.model import Source, Task
from luoshi.ledger.book.parts import Plan, task_of
from luoshi.ledger.book.rows import TableRow
from luoshi.ledger.book.sheet import AUTOMATIC, COMPUTED, ID, columns_of, computed, extension, order
from luoshi.ledger.errors import LedgerError
from luoshi.patterns import late
from luoshi.records import Grid, GridCell, Tabled

_DAY = late(r"截至(\d{4}-\d\d-\d\d)")
_LAST = late(r"截至[\d-]+，T\d+至(T\d+)[），]")
_ENTRY = late(r"，第(\d+)条）")
_EXTENDED = late(r"（延期至[^（）]*）\s*\Z")
_BY_HAND = (
    "要改状态请用 luoshi book set {id} close|extend|reopen"
    " / worked out by rule and not read in; a state is set with luoshi book set {id}"
)
Kind = Literal["changed", "added", "removed", "not kept"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between the book and an edited sheet.

    ``changed``: a field of a task, ``old`` and ``new`` its words. ``added``: a row without an id, ``new`` its task.
    ``removed``: a task whose row is gone. ``not kept``: what can't be taken in, ``why`` says so (a computed column, a
    row that stands twice, a column that is gone).
    """

    kind: Kind
    task: str
    title: str
    field: str = ""
    old: str = ""
    new: str = ""
    row: int = 0
    why: str = ""
    added: Task | None = None

    @property
    def computed(self) -> bool:
        """Whether it is of a column that is worked out by rule, which says nothing about what a person edited."""
        return self.kind == "not kept" and self.field in COMPUTED

    def to_json(self) -> dict[str, Any]:
        """The difference as ``luoshi book import --json`` prints it."""
        names = ("kind", "task", "title", "field", "old", "new", "row", "why")
        return {name: getattr(self, name) for name in names}


def differences(file: Tabled, standings: Sequence[Standing], year: int | None = None) -> list[Difference]:
    """What an edited sheet says differently from the book, in the order of its rows; tasks without a row at the end.

    Blanks and line ends alone are no difference, and a task that the book got after the sheet was written is not
    removed. ``file`` is opened with the rows that a filter hides, since a row that is not there is one that was
    removed. Raises :class:`LedgerError` where it holds no sheet of the book.
    """
    document = file.document
    grid, head = _sheet(file)
    heads = [re.sub(r"\s+", "", cell.words) for cell in grid.rows[head]]
    fields = _fields(heads, standings)
    held = {one.task.id: one for one in standings}
    found: list[Difference] = _columns_gone(heads, standings)
    seen: set[str] = set()
    for at in range(head + 1, len(grid.rows)):
        cells = grid.rows[at]
        if not any(cell.words for cell in cells):
            continue
        id = cells[heads.index(ID)].words.strip()
        one = held.get(id)
        if one is None or id in seen:
            found += _added(cells, at, heads, fields, id, one, year, Source(document.name, document.id, 1, at + 1))
            continue
        seen.add(id)
        found += _changed(one, cells, at, fields, heads)
    last = _LAST.search(_title(grid, head))
    known = [one.task for one in standings if last is None or order(one.task.id) <= order(last[1])]
    gone = [task for task in known if task.id not in seen]
    return [*found, *(Difference("removed", task.id, task.title) for task in gone)]


def is_book_sheet(file: Tabled) -> bool:
    """Whether a file holds a sheet that the book wrote."""
    try:
        _sheet(file)
    except LedgerError:
        return False
    return True


def sheet_day(file: Tabled) -> str:
    """The ISO day on which a sheet of the book stood, as its title says; ``""`` where it does not."""
    found = _DAY.search(_title(*_sheet(file)))
    return found[1] if found else ""


def sheet_entry(file: Tabled) -> int | None:
    """The number of the book's last entry when a sheet was written, as its title says; ``None`` where it does not."""
    found = _ENTRY.search(_title(*_sheet(file)))
    return int(found[1]) if found else None


def _title(grid: Grid, head: int) -> str:
    return " ".join(row[0].words for row in grid.rows[:head])


def _sheet(file: Tabled) -> tuple[Grid, int]:
    for block in file.blocks:
        for at, row in enumerate(block.rows[:6] if isinstance(block, Grid) else ()):
            words = {re.sub(r"\s+", "", cell.words) for cell in row}
            if isinstance(block, Grid) and {ID, FIELDS["title"], COMPUTED[0]} <= words:
                return block, at
    raise LedgerError(
        f"{file.document.name}: 不是导出的台账（没有 {ID}、{FIELDS['title']}、{COMPUTED[0]} 三列）"
        " / is no sheet that luoshi book export wrote"
    )


def _fields(heads: Sequence[str], standings: Sequence[Standing]) -> dict[int, str]:
    """The field of each column that people change; a column that they added is one of the office's own."""
    known = {re.sub(r"\s+", "", head): field for field, head in columns_of(standings)}
    own = {head for head in heads if head and head != ID and not head.endswith(AUTOMATIC)}
    return {at: known.get(head, f"{EXTRA}{head}") for at, head in enumerate(heads) if head in own}


def _columns_gone(heads: Sequence[str], standings: Sequence[Standing]) -> list[Difference]:
    wanted = [head for _, head in columns_of(standings)]
    why = "这一列被删去，其内容保持不变 / the column is gone; what it held stays as it was"
    return [Difference("not kept", "", "", head, why=why) for head in wanted if re.sub(r"\s+", "", head) not in heads]


def _changed(
    one: Standing, cells: Sequence[GridCell], at: int, fields: dict[int, str], heads: Sequence[str]
) -> list[Difference]:
    """The fields of a task that its row says differently."""
    found: list[Difference] = []
    said = {field: cells[column].words.strip() for column, field in fields.items()}
    for field, new in (said | _bodies(one.task, said)).items():
        if field == "deadline" and (own := _EXTENDED.search(new)) is not None:
            new = new[: own.start()]
            found += _extended_anew(one, own[0].strip(), at)
        old = words_of(one.task, field)
        if _plain(old) != _plain(new) and says_otherwise(one.task, field, new):
            why = "" if new or field != "title" else "任务不能为空 / a task can't be empty"
            kind: Kind = "not kept" if why else "changed"
            moved = field == "helps" and _plain(new) != _plain(said.get("helps", new))
            why = why or ("随牵头单位变动 / follows from who leads" if moved else "")
            found.append(Difference(kind, one.task.id, one.task.title, field, old, new, at + 1, why))
    worked_out = dict(zip(COMPUTED, computed(one), strict=True))
    for column, head in enumerate(heads):
        new = cells[column].words.strip()
        if head in worked_out and _plain_number(new) != _plain_number(worked_out[head]):
            why = f"这一列由规则算出，不读入；{_BY_HAND.format(id=one.task.id)}"
            found.append(Difference("not kept", one.task.id, one.task.title, head, worked_out[head], new, at + 1, why))
    return found


def _bodies(task: Task, said: dict[str, str]) -> dict[str, str]:
    """Who leads and who helps by a row's cells together, where it says either differently than the task.

    A body that the one names as leading does not only help, and one that it names as helping helps.
    """
    if not {"leads", "helps"} <= said.keys():
        return {}
    if all(_plain(said[field]) == _plain(words_of(task, field)) for field in ("leads", "helps")):
        return {}
    lead = edited(replace(task, helps=()), "leads", said["leads"])
    helped = edited(task, "helps", said["helps"]).helps
    helps = (*(name for name in dict.fromkeys((*helped, *lead.helps)) if name not in lead.leads),)
    told = {"helps": "、".join(helps)} if helps != helped else {}
    return told | ({"leads": words_of(task, "leads")} if lead.leads == task.leads else {})


def _extended_anew(one: Standing, words: str, at: int) -> list[Difference]:
    """A day of extension that was changed or written by hand in the cell of a deadline: it is not read in."""
    if _plain(words) == _plain(extension(one)):
        return []
    why = (
        f"延期不从表中读入，请用 luoshi book set {one.task.id} extend --until 日期 --by 经办人 --why 理由"
        " / an extension is set by hand, with name and reason"
    )
    return [Difference("not kept", one.task.id, one.task.title, "deadline", extension(one), words, at + 1, why)]


def _added(
    cells: Sequence[GridCell],
    at: int,
    heads: Sequence[str],
    fields: dict[int, str],
    id: str,
    one: Standing | None,
    year: int | None,
    source: Source,
) -> list[Difference]:
    """A row without an id of the book, or with one that stands above already: a new task."""
    mapping = mapping_of([head if column in fields else "" for column, head in enumerate(heads)])
    row = TableRow("task", at + 1, tuple(GridCell(cell.words, at, cell.column) for cell in cells), mapping)
    plain = task_of(row, Plan(year), ())
    for column, field in fields.items():
        if field in ("chapter", "leads", "helps", "persons") or field.startswith(EXTRA):
            plain = edited(plain, field, cells[column].words)
    if not plain.title:
        why = "这一行没有任务 / the row names no task"
        return [
            Difference(
                "not kept", id, "", new=" ".join(filter(None, (c.words for c in cells)))[:80], row=at + 1, why=why
            )
        ]
    why = "编号重复，作为新任务 / its id stands above already: a new task" if one is not None else ""
    if one is None and id:
        why = f"台账里没有编号 {id} ，作为新任务 / the book holds no such id: a new task"
    task = replace(plain, source=source)
    return [Difference("added", "", task.title, new=task.words, row=at + 1, why=why, added=task)]


def _plain_number(words: str) -> str:
    """Words as :func:`_plain` has them, a percentage without a zero behind its point."""
    return _plain(words).replace(".0%", "%")


def _plain(words: str) -> str:
    """Words without what Excel and people change without meaning it: line ends and blanks."""
    return re.sub(r"\s+", "", words.replace("_x000D_", "").replace("|", "｜"))
