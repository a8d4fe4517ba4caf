"""An office's own tables become tasks of the book, whatever their layout.

What is not understood is told (:class:`Notice`), never guessed: a table without a known head, a row without a body,
a deadline in unknown words, a name that does not look like a body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from luoshi.ledger.book import cards
from luoshi.ledger.book.bodies import Parties, ends_as_body, is_same, parties
from luoshi.ledger.book.columns import TEXTS, ColumnRole, Columns, is_head
from luoshi.ledger.book.commitments import in_prose
from luoshi.ledger.book.deadlines import deadline, year_named
from luoshi.ledger.book.model import Source, Task
from luoshi.ledger.book.parts import Plan, parts_of, task_of
from luoshi.ledger.book.rows import TableRow, is_chapter, is_note, level, rows
from luoshi.patterns import late
from luoshi.records import Document, Grid, GridCell, Tabled

_LEAST_NAMES = 2
_COUNTED = late(r"[（(](?:共\s*)?\d{1,4}\s*[项件条个].{0,12}?[）)]\s*\Z")
_MARKS = late(r"\A\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])\s*")
# 排第一位的为牵头单位, 首位单位为牵头单位, 列第一的单位牵头
_FIRST_LEADS = late(
    "(?:第一|首|最前)[^，。；]{0,12}(?:为|系|是|负责)?[^，。；]{0,4}(?:牵头|主责|主办)|牵头(?:单位|部门)?[^，。；]{0,6}(?:排|列|放)[^，。；]{0,4}(?:第一|首|最前)"
)
_BRACKETS = late(r"[（(](?P<inner>[^（）()]{2,80}(?:牵头|负责|配合|单位[：:][^（）()]{2,60}))[）)]\s*\Z")


@dataclass(frozen=True, slots=True)
class Notice:
    """What was not understood: where (table and row, from 1), the words, and the problem in Chinese and English."""

    table: int
    row: int
    words: str
    problem: str


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table with its number, its sheet's name or caption, the mapping of its columns, and how many tasks it gave."""

    number: int
    name: str
    columns: Columns
    tasks: int


@dataclass(frozen=True, slots=True)
class Imported:
    """The tasks of a file, its tables with their mappings, the notes under them, and what was not understood.

    ``year`` is the plan's, to which bare months belong; ``None`` where nothing says it.
    """

    document: Document
    year: int | None
    tasks: tuple[Task, ...] = ()
    tables: tuple[TableFound, ...] = ()
    notes: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(slots=True)
class _State:
    """What holds while a table's rows are read: the chapters above, their bodies, the group that a row may go on."""

    table: int
    plan: Plan
    chapters: list[tuple[int, str]] = field(default_factory=list)
    defaults: list[tuple[int, Parties]] = field(default_factory=list)
    columns: Columns | None = None
    tasks: list[tuple[Task, TableRow]] = field(default_factory=list)


@dataclass(slots=True)
class _Import:
    """A file being read."""

    document: Document
    given: Mapping[str, str]
    plan: Plan
    tasks: list[Task] = field(default_factory=list)
    tables: list[TableFound] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def tell(self, table: int, row: int, words: str, problem: str) -> None:
        """Keep what was not understood."""
        self.notices.append(Notice(table, row, words, problem))


def tasks_in(file: Tabled, year: int | None = None, columns: Mapping[str, str] | None = None) -> Imported:
    """The tasks in the tables of a file.

    ``year`` is the plan's; without it, it is looked for above the tables, in the title, the file's name and date.
    ``columns`` maps a kind of column (责任单位, or ``lead``) to a head's words or a column's number from 1, and goes
    before what is found. Raises :class:`~luoshi.ledger.errors.LedgerError` for a mapping that does not fit any table.
    """
    document, found = file.document, file.blocks
    above = [line for block in found for line in ([block] if isinstance(block, str) else _captions(block))]
    named = year or year_named([*above[:8], document.title, document.name]) or year_named([document.date[:4] + "年"])
    importing = _Import(document, columns or {}, Plan(named, document.date if not year else ""))
    _read_blocks(importing, found, year)
    if not importing.tasks:
        importing.tasks += in_prose(document, named)
    if importing.tasks and not any(task.source.table for task in importing.tasks):
        problem = "没有任务表，任务从正文读出，请核对 / no table of tasks: these are read from the text"
        importing.tell(0, 0, document.name, problem)
    elif not importing.tasks:
        importing.tell(
            0,
            0,
            document.name,
            "没有找到任务表：表头须有任务，并有责任单位、完成时限等；可用 --column 指明"
            " / no table of tasks was found; --column names its columns",
        )
    told = (*above, *importing.notes, *(block for block in found if isinstance(block, str)))
    return Imported(
        document,
        named,
        tuple(map(_first_leads, importing.tasks) if any(map(_FIRST_LEADS.search, told)) else importing.tasks),
        tuple(importing.tables),
        tuple(importing.notes),
        tuple(importing.notices),
    )


def _first_leads(task: Task) -> Task:
    """A task of a table whose note says that the first body leads and the others help."""
    if len(task.leads) < 2 or task.helps:
        return task
    return replace(task, leads=task.leads[:1], helps=task.leads[1:])


def _captions(grid: Grid) -> list[str]:
    """What stands above a grid's head: the sheet's name and the words of its first rows."""
    first: list[str] = []
    for row in grid.rows[:4]:
        words = list(dict.fromkeys(cell.words for cell in row if cell.words))
        if is_head(words) or len(first) > 3:
            break
        first += words
    return [*first[:4], grid.name]


def _read_blocks(importing: _Import, found: Sequence[str | Grid], year: int | None) -> None:
    lines: list[str] = []
    before: Columns | None = None
    number = 0
    for block in found:
        if isinstance(block, str):
            lines.append(block)
            continue
        number += 1
        own = year or year_named([*_captions(block), *lines[::-1][:3]])
        plan = replace(importing.plan, year=own) if own else importing.plan
        state = _State(number, plan)
        if importing.tables and lines and is_note(lines[0]):
            importing.notes += [line for line in lines if is_note(line)]
        _begin(state, [line for line in lines if not is_note(line)][-3:], block.name)
        before = _read_grid(importing, state, block, before) or before
        lines = []
    importing.notes += [line for line in lines if importing.tables and (is_note(line) or len(line) < 200)]


def _begin(state: _State, lines: Sequence[str], sheet: str) -> None:
    """The chapters that stand in lines before a table, and the body whose table it is."""
    for line in lines:
        if _MARKS.search(line) and is_chapter(line):
            _open_chapter(state, line)
        elif _is_body(line):
            state.defaults = [(-1, parties(_plain(line)))]
    if _is_body(sheet):
        state.defaults = [(-1, parties(_plain(sheet)))]


def _read_grid(importing: _Import, state: _State, grid: Grid, before: Columns | None) -> Columns | None:
    """The tasks of one grid; the mapping of its last table, ``None`` where it is none."""
    above: list[str] = []
    if found := cards.tasks(grid, state.plan):
        source = Source(importing.document.name, importing.document.id, state.table)
        kept = [replace(task, source=replace(source, row=row)) for task, row in found]
        importing.tasks += kept
        for task in kept:
            _doubts(importing, task)
        return None
    for row in rows(grid, importing.given, before):
        if row.kind == "caption":
            above.append(row.words)
            continue
        if row.columns is not state.columns:
            _close(importing, state, grid.name or (above[0] if above else ""))
            state.columns, state.tasks = row.columns, []
            if row.kind == "columns":
                _open_captions(state, above)
                above = []
        if row.kind == "chapter":
            _open_chapter(state, row.words)
        elif row.kind == "note":
            importing.notes.append(row.words)
        elif row.kind == "duty":
            _add_duty(state, row)
        elif row.kind == "task":
            _add(importing, state, row)
    if state.columns is None:
        problem = "看不出哪一列是任务，可用 --column 指明 / no column of tasks is seen; --column names it"
        importing.tell(state.table, 0, " ".join(above)[:60], problem)
    _close(importing, state, grid.name or (above[0] if above else ""))
    return state.columns


def _open_captions(state: _State, above: Sequence[str]) -> None:
    """Rows above a head between two tables of one sheet: a new chapter, or a body whose table it is."""
    for line in above:
        if _MARKS.search(line) and is_chapter(line):
            _open_chapter(state, line)
        elif _is_body(line):
            state.defaults = [(-1, parties(_plain(line)))]


def _close(importing: _Import, state: _State, name: str) -> None:
    """Keep the tasks of a table that has come to its end, and tell what is doubtful of them."""
    if state.columns is None:
        return
    source = Source(importing.document.name, importing.document.id, state.table)
    for task, row in state.tasks:
        kept = replace(task, source=replace(source, row=row.number))
        importing.tasks.append(kept)
        _doubts(importing, kept)
    importing.tables.append(TableFound(state.table, name, state.columns, len(state.tasks)))


def _doubts(importing: _Import, task: Task) -> None:
    where = task.source.table, task.source.row
    if not task.bodies and not task.persons:
        importing.tell(*where, task.title, "没有责任单位 / no body is named")
    if not task.deadline.kind:
        importing.tell(*where, task.title, "没有完成时限 / no deadline is named")
    if task.year is None and task.deadline.kind == "unknown" and deadline(task.deadline.words, 2000).date:
        importing.tell(
            *where, task.deadline.words, "没有写明年份，可用 --year 说明 / no year is named; --year states it"
        )
    elif task.deadline.kind == "unknown":
        importing.tell(*where, task.deadline.words, "看不懂这个时限 / this deadline is not understood")
    for node in task.nodes:
        if node.kind == "milestone" and not node.due:
            importing.tell(*where, node.words, "看不懂这个节点的时限 / the day of this milestone is not understood")
    for name in task.bodies:
        if not ends_as_body(name):
            importing.tell(*where, name, "不像单位名称，请核对 / does not look like the name of a body")


def _open_chapter(state: _State, words: str) -> None:
    """A heading with the bodies that it names, or that it is: 一、民生保障（市民政局牵头）, 市民政局（3项）."""
    depth = level(words)
    state.chapters = [(at, name) for at, name in state.chapters if at < depth]
    state.defaults = [(at, names) for at, names in state.defaults if at < depth]
    state.chapters.append((depth, words.replace("\n", "").strip()))
    named = _BRACKETS.search(words)
    if named is not None:
        state.defaults.append((depth, parties(named["inner"])))
    elif _is_body(words):
        state.defaults.append((depth, parties(_plain(words))))


def _is_body(words: str) -> bool:
    plain = _plain(words)
    return 3 <= len(plain) <= 20 and bool(re.match("市|省|县|区|州|各|临", plain)) and ends_as_body(plain)


def _plain(words: str) -> str:
    """A heading without its number and the count of its items."""
    return _COUNTED.sub("", _MARKS.sub("", words.strip())).strip("：: ")


def _add_duty(state: _State, row: TableRow) -> None:
    """A row that only names bodies or a deadline belongs to the task above it."""
    if not state.tasks:
        return
    task, first = state.tasks[-1]
    state.tasks[-1] = (parts_of(row.words, state.plan).laid_over(task), first)


def _add(importing: _Import, state: _State, row: TableRow) -> None:
    """A row of a table: a task, or more of the one above."""
    above = state.tasks[-1] if state.tasks else None
    if above is not None and _goes_on(row, above[1], above[0]):
        state.tasks[-1] = (_joined(above[0], row, state), above[1])
        return
    chapters = tuple(name for _, name in state.chapters)
    task = task_of(_with_words_above(row, above[1] if above else None), state.plan, chapters)
    if not task.title:
        importing.tell(
            state.table, row.number, row.text(*row.columns.roles) if row.columns else "", "这一行没有任务 / no task"
        )
        return
    if not task.leads and state.defaults:
        names = state.defaults[-1][1].joined(Parties(helps=task.helps))
        task = replace(task, leads=names.leads, helps=names.helps)
    if above is not None and not row.text("task"):
        task = replace(
            task, leads=task.leads or above[0].leads, helps=task.helps if task.leads else above[0].helps,
            deadline=task.deadline if task.deadline.kind else above[0].deadline,
        )  # fmt: skip
    state.tasks.append((task, _with_words_above(row, above[1] if above else None)))


def _goes_on(row: TableRow, above: TableRow, task: Task) -> bool:
    """Whether a row tells more of the task above: nothing in it that says what is to be done begins here."""
    if _repeats(row, above):
        return True
    if any(row.begins(cell) for cell in row.of("task", "measure", "number")):
        return False
    own_target = any(row.begins(cell) for cell in row.of("target"))
    own_bodies = any(row.begins(cell) for cell in row.of("lead", "help"))
    own_day = any(row.begins(cell) for cell in row.of("deadline"))
    return not ((own_bodies and (own_day and task.deadline.kind != "")) or (own_target and own_bodies))


def _repeats(row: TableRow, above: TableRow) -> bool:
    """Whether a row says the same again but for its bodies, as a merged cell does that was printed in each row."""
    same: tuple[ColumnRole, ...] = ("number", "chapter", *TEXTS, "deadline")
    return bool(row.text("task")) and all(row.text(role) == above.text(role) for role in same)


def _joined(task: Task, row: TableRow, state: _State) -> Task:
    """A task with what a further row says of it."""
    own = replace(
        row, cells=tuple(cell if row.begins(cell) else GridCell("", cell.row, cell.column) for cell in row.cells)
    )
    more = task_of(own, state.plan, ())
    both = Parties(task.leads, task.helps, task.persons).joined(Parties(more.leads, more.helps, more.persons))
    later = more.deadline if more.deadline.date > task.deadline.date or not task.deadline.kind else task.deadline
    return replace(
        task,
        leads=both.leads,
        helps=both.helps,
        persons=both.persons,
        deadline=later,
        nodes=tuple(dict.fromkeys((*task.nodes, *more.nodes))),
        progress="\n".join(filter(None, (task.progress, more.progress))),
        remark="\n".join(filter(None, (task.remark, more.remark))),
    )


def _with_words_above(row: TableRow, above: TableRow | None) -> TableRow:
    """A row with what stands above where its cell is blank or only says 同上.

    Blank goes on from above: a chapter, a task, and bodies or a deadline whose column stands before the tasks' own.
    """
    if above is None or row.columns is None:
        return row
    cells = list(row.cells)
    fresh = bool(row.text("task"))
    first_text = min(row.columns.of(*TEXTS), default=0)
    for at, (cell, role) in enumerate(zip(row.cells, row.columns.roles, strict=False)):
        if at >= len(above.cells):
            continue
        groups = role in ("lead", "help", "deadline", "person") and at < first_text
        carried = role == "chapter" or groups or (role == "task" and not fresh)
        if (not cell.words and carried) or is_same(cell.words):
            cells[at] = above.cells[at]
    return replace(row, cells=tuple(cells))
