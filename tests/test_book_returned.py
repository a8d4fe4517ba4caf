"""A sheet of the book edited as people do in Excel: nothing is lost, and every difference is told."""

from __future__ import annotations

import datetime
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.documents.grids import open_tables
from luoshi.ledger import Ledger
from luoshi.ledger.book.book import Book
from luoshi.ledger.book.edits import FIELDS, says_otherwise, words_of
from luoshi.ledger.book.model import Deadline, Task
from luoshi.ledger.book.nodes import targets
from luoshi.ledger.book.returned import Difference, sheet_day
from luoshi.ledger.book.sheet import AUTOMATIC, ID

DAY = "2026-06-30"
HEAD_ROW = 2
DEADLINE, TITLE, LEADS = FIELDS["deadline"], FIELDS["title"], FIELDS["leads"]


def task(title: str, *leads: str, due: str = "年底前", **more: Any) -> Task:
    nodes = targets(title, 2026, "2026-12-31")
    return Task(title, leads=leads, deadline=Deadline(due, "dated", "2026-12-31"), nodes=nodes, year=2026, **more)


TASKS = (
    task("新增养老床位1500张", "市民政局", number="1", chapter=("一、民生",), extra=(("星级", "三星"),)),
    task("改造老旧小区165个", "市住建局", helps=("市财政局", "各县（市、区）"), measure="第一批40个\n第二批125个"),
    task("整治文山会海", "市委办", persons=("王海",), progress="已印发方案", remark="=A1"),
    task("修渠10公里", "市水利局", "市农业农村局", due="2026-12-31", chapter=("二、水利", "（一）渠系")),
)
WORDS = ("", "修渠12公里", "市水利局牵头，市财政局配合", "市城管局、市住建局", "9月底前", "持续推进", "王海、李明")
CELLS = st.sampled_from((*WORDS, "0", "=SUM(A1:A3)", "两\n行", "2026-09-30", "| 竖 |"))
DAYS = st.dates(datetime.date(2026, 1, 1), datetime.date(2027, 12, 31))


class Sheet:
    """The first sheet of a book's workbook, edited by row and head."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._workbook = openpyxl.load_workbook(path)
        self.sheet = self._workbook.worksheets[0]

    @property
    def heads(self) -> list[str]:
        return [cell.value or "" for cell in self.sheet[HEAD_ROW]]

    @property
    def last(self) -> int:
        return int(self.sheet.max_row)

    def cell(self, row: int, head: str) -> Any:
        return self.sheet.cell(row, self.heads.index(head) + 1)

    def save(self) -> None:
        self._workbook.save(self._path)

    def rows(self) -> list[dict[str, str]]:
        """What a person sees in the rows, merged cells in each place that they cover."""
        covered = {
            (row, column): self.sheet.cell(area.min_row, area.min_col).value
            for area in self.sheet.merged_cells.ranges
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
        }
        heads = self.heads
        found = []
        for row in range(HEAD_ROW + 1, self.last + 1):
            values = [covered.get((row, at), self.sheet.cell(row, at).value) for at in range(1, len(heads) + 1)]
            if any(value not in (None, "") for value in values):
                found.append({head: seen(value) for head, value in zip(heads, values, strict=True) if head})
        return found


def seen(value: Any) -> str:
    return value.date().isoformat() if isinstance(value, datetime.datetime) else "" if value is None else str(value)


def plain(words: str) -> str:
    return re.sub(r"\s+", "", words.replace("|", "｜"))


def change(draw: Callable[..., Any], sheet: Sheet) -> None:
    head = draw(st.sampled_from([head for head in sheet.heads if head and head != ID]))
    sheet.cell(draw(rows_of(sheet)), head).value = draw(CELLS) or None


def set_day(draw: Callable[..., Any], sheet: Sheet) -> None:
    if DEADLINE in sheet.heads:
        cell = sheet.cell(draw(rows_of(sheet)), DEADLINE)
        cell.value = datetime.datetime.combine(draw(DAYS), datetime.time())
        cell.number_format = draw(st.sampled_from(["yyyy-mm-dd", "yyyy/m/d", "m/d/yy", "yyyy-mm-dd h:mm:ss"]))


def move(draw: Callable[..., Any], sheet: Sheet) -> None:
    one, other = draw(rows_of(sheet)), draw(rows_of(sheet))
    for at in range(1, len(sheet.heads) + 1):
        first, second = sheet.sheet.cell(one, at), sheet.sheet.cell(other, at)
        first.value, second.value = second.value, first.value
        first.number_format, second.number_format = second.number_format, first.number_format


def delete(draw: Callable[..., Any], sheet: Sheet) -> None:
    if sheet.last > HEAD_ROW + 1:
        sheet.sheet.delete_rows(draw(rows_of(sheet)))


def copy(draw: Callable[..., Any], sheet: Sheet) -> None:
    row = draw(rows_of(sheet))
    sheet.sheet.append([sheet.sheet.cell(row, at).value for at in range(1, len(sheet.heads) + 1)])


def add(draw: Callable[..., Any], sheet: Sheet) -> None:
    new = {TITLE: draw(CELLS), LEADS: "市园林局", DEADLINE: "10月底前"}
    sheet.sheet.append([new.get(head) or None for head in sheet.heads])


def add_column(draw: Callable[..., Any], sheet: Sheet) -> None:
    head = "核实人" if "核实人" not in sheet.heads else "核实日"
    if head not in sheet.heads:
        sheet.sheet.insert_cols(3)
        sheet.sheet.cell(HEAD_ROW, 3).value = head
        sheet.sheet.cell(draw(rows_of(sheet)), 3).value = "林越"


def delete_column(draw: Callable[..., Any], sheet: Sheet) -> None:
    head = draw(st.sampled_from([FIELDS["remark"], FIELDS["persons"], FIELDS["chapter"]]))
    if head in sheet.heads:
        sheet.sheet.delete_cols(sheet.heads.index(head) + 1)


def filter_rows(draw: Callable[..., Any], sheet: Sheet) -> None:
    sheet.sheet.row_dimensions[draw(rows_of(sheet))].hidden = True


def rows_of(sheet: Sheet) -> st.SearchStrategy[int]:
    return st.integers(HEAD_ROW + 1, sheet.last)


EDITS = (change, change, change, set_day, move, delete, copy, add, add_column, delete_column, filter_rows)


def merge(draw: Callable[..., Any], sheet: Sheet) -> None:
    """Two cells above each other in a column that is not 编号; the lower one's words are gone then, as in Excel."""
    if sheet.last > HEAD_ROW + 1:
        row = draw(st.integers(HEAD_ROW + 1, sheet.last - 1))
        column = draw(st.sampled_from([at for at, head in enumerate(sheet.heads, 1) if head and head != ID]))
        sheet.sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)


class Made(NamedTuple):
    """Tasks before edits, their differences, the rows a person saw with their heads, and the tasks then."""

    before: list[Task]
    found: list[Difference]
    saw: list[dict[str, str]]
    heads: list[str]
    after: list[Task]


@st.composite
def edited_books(draw: Callable[..., Any]) -> Made:
    """A book whose sheet was edited at random and read in again, and all differences kept."""
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "book.db") as ledger:
        book = ledger.book()
        book.add(TASKS, by="林越")
        before = book.tasks()
        path = Path(folder) / "a.xlsx"
        book.export(path, DAY)
        sheet = Sheet(path)
        for edit in draw(st.lists(st.sampled_from(EDITS), max_size=6)):
            edit(draw, sheet)
        if draw(st.booleans()):
            merge(draw, sheet)
        sheet.save()
        saw, heads = sheet.rows(), sheet.heads
        found = book.differences(open_tables(path, with_hidden=True), DAY)
        book.keep(found, DAY, "林越", "调度会")
        after = book.tasks()
        check_settled(book, path)
        return Made(before, found, saw, heads, after)


def check_settled(book: Book, path: Path) -> None:
    """What was kept goes out and comes in again without a difference."""
    book.export(path, DAY)
    assert book.differences(open_tables(path, with_hidden=True), DAY) == []


@pytest.mark.long
@settings(max_examples=25)
@given(edited_books())
def test_every_edit_is_told_once_and_nothing_is_lost(made: Made) -> None:
    before, found, saw, heads, after = made
    held = {one.id: one for one in before}
    first: dict[str, dict[str, str]] = {}
    again = []
    for row in saw:
        if row[ID] in held and row[ID] not in first:
            first[row[ID]] = row
        else:
            again.append(row)
    fields = {head: field for field, head in FIELDS.items()} | {"星级": "extra:星级"}
    fields |= {head: f"extra:{head}" for head in ("核实人", "核实日")}
    heads_of = {field: head for head, field in fields.items()}
    wanted = {
        (id, field, plain(row[head]))
        for id, row in first.items()
        for head, field in fields.items()
        if head in heads and plain(row[head]) != plain(words_of(held[id], field))
    }
    told = [(one.task, one.field, plain(one.new)) for one in found if one.kind == "changed"]
    unnamed = {(id, "title", "") for id, _, words in wanted if (id, "title", "") in wanted}
    moved = {id for id, field, _ in wanted if field == "leads"}  # what who helps is then follows from both cells
    alike = {one for one in wanted if not says_otherwise(held[one[0]], one[1], first[one[0]][heads_of[one[1]]])}
    assert Counter(apart(told, moved)) == Counter(apart(wanted - unnamed - alike, moved))
    assert {one.task for one in found if one.kind == "removed"} == set(held) - set(first)
    untold = [one for one in found if one.kind == "not kept" and one.field.endswith(AUTOMATIC)]
    assert all(plain(one.old) != plain(one.new) for one in untold)
    added = [one for one in found if one.kind == "added"]
    without = [one for one in found if one.kind == "not kept" and not one.field]
    assert len(added) + len(without) == len(again)
    now = {one.id: one for one in after}
    for id, task_before in held.items():
        if id in first:
            check_kept(task_before, now[id], {field: words for one, field, words in wanted if one == id})
        else:
            assert id not in now


def apart(told: Iterable[tuple[str, str, str]], moved: set[str]) -> list[tuple[str, str, str]]:
    """What is told of fields but who leads and helps of the tasks ``moved``."""
    return [one for one in told if not (one[0] in moved and one[1] in ("leads", "helps"))]


def check_kept(before: Task, after: Task, changed: dict[str, str]) -> None:
    """Fields that nobody changed stand as they stood; changed ones say what the cell says, each name somewhere."""
    names = {"leads", "helps", "persons"}
    for field in FIELDS:
        if field in changed and field not in names and not (field == "title" and not changed[field]):
            assert plain(words_of(after, field)) == changed[field]
        elif field not in changed and not (field in names and names & set(changed)):
            assert words_of(after, field) == words_of(before, field)
    told = plain("".join((*after.leads, *after.helps, *after.persons)))
    for field in names & set(changed):
        for name in re.findall("市[^、，]{1,6}局|王海|李明", changed[field]):
            assert name in told


@pytest.mark.parametrize("form", ["yyyy-mm-dd", "yyyy/m/d", "yyyy-mm-dd h:mm:ss"])
def test_a_day_that_excel_made_of_words_is_no_difference(tmp_path: Path, form: str) -> None:
    with Ledger(tmp_path / "book.db") as ledger:
        book = ledger.book()
        book.add(TASKS, by="林越")
        path = tmp_path / "a.xlsx"
        book.export(path, DAY)
        sheet = Sheet(path)
        cell = sheet.cell(6, DEADLINE)
        cell.value, cell.number_format = datetime.datetime(2026, 12, 31), form
        sheet.save()
        assert book.differences(open_tables(path, with_hidden=True), DAY) == []


def test_a_task_that_came_after_the_sheet_is_not_taken_for_removed(tmp_path: Path) -> None:
    with Ledger(tmp_path / "book.db") as ledger:
        book = ledger.book()
        book.add(TASKS[:2], by="林越")
        path = tmp_path / "a.xlsx"
        book.export(path, DAY)
        book.add(TASKS[2:], by="林越")
        file = open_tables(path, with_hidden=True)
        assert book.differences(file, DAY) == []
        assert sheet_day(file) == DAY
