"""The book in a ledger: kept rows that only grow, the sheet out and in again, the bulletin."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

import luoshi
from luoshi.documents.grids import open_tables
from luoshi.ledger import Ledger
from luoshi.ledger.book.book import Book
from luoshi.ledger.book.model import Deadline, Task
from luoshi.ledger.book.nodes import targets
from luoshi.ledger.errors import CorrectionError, LedgerError, UnknownRecordError

DAY = "2026-06-30"


def task(title: str, *leads: str, **more: object) -> Task:
    nodes = targets(title, 2026, "2026-12-31")
    return Task(title, leads=leads, deadline=Deadline("年底前", "dated", "2026-12-31"), nodes=nodes, year=2026, **more)  # type: ignore[arg-type]


TASKS = (
    task("新增养老床位1500张", "市民政局", number="1", remark="=A1", extra=(("星级", "三星"),)),
    task("改造老旧小区165个", "市住建局", helps=("市财政局", "各县（市、区）"), measure="第一批40个\n第二批125个"),
    task("整治文山会海", "市委办"),
)


@pytest.fixture
def book(ledger: Ledger) -> Book:
    held = ledger.book()
    held.add(TASKS, by="林越")
    return held


def edit(path: Path, changes: dict[tuple[str, str], str]) -> None:
    """Change the cells of tasks, by id and head, as a person does in Excel."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    heads = {cell.value: cell.column for cell in sheet[2]}
    rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=3)}
    for (id, head), words in changes.items():
        sheet.cell(rows[id], heads[head]).value = words
    workbook.save(path)


def test_tasks_get_ids_that_stay(book: Book) -> None:
    new, held = book.add([*TASKS, task("清淤30处", "市水利局")], by="林越")
    assert [one.id for one in new] == ["T004"]
    assert len(held) == 3
    assert [one.id for one in book.tasks()] == ["T001", "T002", "T003", "T004"]


def test_books_of_other_names_stand_apart(ledger: Ledger, book: Book) -> None:
    assert book.tasks()
    assert not ledger.book("民生实事").tasks()


def test_rows_that_come_again_tell_what_they_say_differently(book: Book) -> None:
    again = task("新增养老床位1500张", "市民政局", number="1", remark="=A1", progress="已建成300张")
    assert [(one.task, one.field, one.new) for one in book.updates([again])] == [("T001", "progress", "已建成300张")]


def test_feedback_is_taken_once_and_what_is_offered_only_when_confirmed(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "市民政局.txt"
    path.write_text("市民政局2026年6月工作进展\n新增养老床位1180张。\n改造老旧小区171个。\n", "utf-8")
    read = book.report(open_tables(path))
    assert [(one.task, one.certain) for one in read.feedback] == [("T001", True), ("T002", False)]
    assert len(book.take(read.feedback, by="林越")) == 1
    assert not book.take(read.feedback, by="林越")
    assert [one.share is None for one in book.standings(DAY)] == [False, True, True]
    assert len(book.take(read.feedback, by="林越", confirmed=True)) == 1
    assert [one.light for one in book.standings(DAY)] == ["green", "done", "green"]


def test_a_report_without_a_day_is_refused(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "市民政局.txt"
    path.write_text("市民政局工作进展\n新增养老床位1180张。\n", "utf-8")
    with pytest.raises(CorrectionError, match="--date"):
        book.take(book.report(open_tables(path)).feedback, by="林越")


def test_states_are_kept_with_name_and_reason_and_undone_without_loss(book: Book) -> None:
    entry = book.set("T003", "close", DAY, "林越", "督查组已核实")
    assert book.standings(DAY)[2].rule == "closed"
    book.undo(entry.number, DAY, "林越", "误录")
    assert book.standings(DAY)[2].light == "green"
    assert [(one.deed, one.who, one.why) for one in book.history("T003")] == [
        ("add", "林越", ""),
        ("close", "林越", "督查组已核实"),
        ("undo", "林越", "误录"),
    ]
    with pytest.raises(CorrectionError):
        book.set("T003", "close", DAY, "林越", " ")
    with pytest.raises(CorrectionError, match="--until"):
        book.set("T003", "extend", DAY, "林越", "汛期")
    with pytest.raises(UnknownRecordError):
        book.set("T009", "close", DAY, "林越", "核实")
    with pytest.raises(UnknownRecordError):
        book.history("T009")


def test_a_new_deadline_may_be_words_of_a_deadline_s_cell(book: Book) -> None:
    assert book.set("T003", "extend", "2026-06-30", "林越", "汛期", until="7月底").value == "2026-07-31"
    assert book.set("T003", "extend", "2026-06-30", "林越", "汛期", until="2027年3月").value == "2027-03-31"
    for words in ("昨天", "主汛期前", "3月底"):
        with pytest.raises(CorrectionError, match="看不懂"):
            book.set("T003", "extend", "2026-06-30", "林越", "汛期", until=words)


def test_a_sheet_that_was_not_edited_says_nothing_new_and_is_the_same_each_time(book: Book, tmp_path: Path) -> None:
    book.export(tmp_path / "a.xlsx", DAY)
    book.export(tmp_path / "b.xlsx", DAY)
    assert book.differences(open_tables(tmp_path / "a.xlsx", with_hidden=True), DAY) == []
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_every_change_of_a_sheet_is_told_before_it_is_kept(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book.export(path, DAY)
    changes = {
        ("T001", "完成时限"): "9月底前",
        ("T001", "重点任务"): "新增养老床位1600张",
        ("T001", "星级"): "五星",
        ("T002", "牵头单位"): "市住建局、市城管局",
        ("T002", "具体举措"): "",
        ("T003", "亮灯（自动）"): "红灯",
    }
    edit(path, changes)
    found = book.differences(open_tables(path, with_hidden=True), DAY)
    assert {(one.task, one.field, one.new) for one in found if one.kind == "changed"} == {
        ("T001", "deadline", "9月底前"),
        ("T001", "title", "新增养老床位1600张"),
        ("T001", "extra:星级", "五星"),
        ("T002", "leads", "市住建局、市城管局"),
        ("T002", "measure", ""),
    }
    assert [(one.task, one.field) for one in found if one.kind == "not kept"] == [("T003", "亮灯（自动）")]
    assert book.tasks() == [one.task for one in book.standings(DAY)]
    book.keep(found, DAY, "林越", "调度会")
    first, second, _ = book.tasks()
    assert (first.deadline.date, str(first.nodes[0].low), first.nodes[0].due) == ("2026-09-30", "1600", "2026-09-30")
    assert second.leads == ("市住建局", "市城管局")
    book.export(path, DAY)
    assert book.differences(open_tables(path, with_hidden=True), DAY) == []


def test_rows_added_deleted_and_hidden_in_excel_are_told(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book.export(path, DAY)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    heads = [cell.value for cell in sheet[2]]
    sheet.row_dimensions[3].hidden = True
    sheet.delete_rows(4)
    new = {"重点任务": "建设口袋公园12个", "牵头单位": "市园林局", "完成时限": "10月底前"}
    sheet.append([new.get(head) for head in heads])
    workbook.save(path)
    found = book.differences(open_tables(path, with_hidden=True), DAY)
    assert [(one.kind, one.task, one.title) for one in found] == [
        ("added", "", "建设口袋公园12个"),
        ("removed", "T002", "改造老旧小区165个"),
    ]
    book.keep(found, DAY, "林越", "调度会")
    assert [one.id for one in book.tasks()] == ["T001", "T003", "T004"]
    assert book.tasks()[-1].deadline.date == "2026-10-31"


def test_a_task_belongs_to_the_book_from_the_day_on_which_it_was_added(book: Book) -> None:
    book.add([task("清淤30处", "市水利局")], by="林越", day="2026-07-15")
    assert (book.counts(DAY)[-1].total, book.counts("2026-07-15")[-1].total) == (3, 4)
    assert [(one.task, one.before, one.kind) for one in book.changes(DAY, "2026-07-31")] == [("T004", "", "new")]
    book.undo("T004", "2026-07-20", "林越", "重复")
    assert [one.undone for one in book.history("T004")] == [1, None]
    assert len(book.tasks()) == 3


def test_a_past_day_is_told_as_it_was_known(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("luoshi.ledger.book.book._now", lambda: "2099-07-01T04:00:00+00:00")
    book.set("T003", "close", DAY, "林越", "核实")
    assert [book.counts(DAY, known)[-1].done for known in ("", "2099-06-29", "2099-07-03")] == [1, 0, 1]


def test_a_deed_is_not_done_or_undone_twice(book: Book) -> None:
    entry = book.set("T003", "close", DAY, "林越", "核实")
    with pytest.raises(CorrectionError, match="销号"):
        book.set("T003", "close", DAY, "林越", "核实")
    book.undo(entry.number, DAY, "林越", "误录")
    with pytest.raises(CorrectionError, match="已由"):
        book.undo(entry.number, DAY, "林越", "误录")
    assert [one.undone for one in book.history("T003")] == [None, entry.number + 1, None]


def test_a_body_is_asked_for_by_a_part_of_its_name(book: Book) -> None:
    assert [[one.task.id for one in book.standings(DAY, body)] for body in ("民政", "市住建", "无此局")] == [
        ["T001"],
        ["T002"],
        [],
    ]


def test_a_body_that_leads_now_helps_no_more_and_that_is_shown(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book.export(path, DAY)
    edit(path, {("T002", "牵头单位"): "市住建局、市财政局"})
    file = open_tables(path, with_hidden=True)
    found = book.differences(file, DAY)
    assert [(one.field, one.new) for one in found] == [("leads", "市住建局、市财政局"), ("helps", "各县（市、区）")]
    book.keep(found, DAY, "林越", "调度会")
    assert book.tasks()[1].helps == ("各县（市、区）",)
    assert book.differences(file, DAY) == []


def test_an_older_sheet_tells_what_was_changed_in_the_book_since(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book.export(path, DAY)
    file = open_tables(path, with_hidden=True)
    assert book.since(file) == []
    book.edit("T001", "remark", "六月核查", DAY, "林越", "核查")
    assert [entry.field for entry in book.since(file)] == ["remark"]
    (one,) = book.differences(file, DAY)
    assert "第1条" in one.why


def test_an_extension_stands_in_the_sheet_and_the_share_is_a_number(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "市民政局.txt"
    path.write_text("市民政局2026年6月工作进展\n新增养老床位1180张。\n", "utf-8")
    book.take(book.report(open_tables(path)).feedback, by="林越")
    book.set("T001", "extend", DAY, "林越", "汛期停工", until="2027-03-31")
    sheet = tmp_path / "a.xlsx"
    book.export(sheet, DAY)
    workbook = openpyxl.load_workbook(sheet)
    first = {
        head.value: cell.value for head, cell in zip(workbook.worksheets[0][2], workbook.worksheets[0][3], strict=True)
    }
    assert (first["完成时限"], first["完成率（自动）"]) == ("年底前（延期至2027-03-31）", 0.787)
    assert "2027-03-31" in [cell.value for cell in workbook.worksheets[1][3]]
    assert book.differences(open_tables(sheet, with_hidden=True), DAY) == []
    edit(sheet, {("T001", "完成时限"): "年底前（延期至2028-03-31）"})
    (one,) = book.differences(open_tables(sheet, with_hidden=True), DAY)
    assert (one.kind, "book set T001 extend" in one.why) == ("not kept", True)


def test_another_workbook_is_no_sheet_of_the_book(book: Book, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["任务", "责任单位"])
    workbook.save(tmp_path / "a.xlsx")
    with pytest.raises(LedgerError, match="book export"):
        book.differences(open_tables(tmp_path / "a.xlsx", with_hidden=True), DAY)


def test_tasks_come_from_commitments_of_the_ledger(ledger: Ledger) -> None:
    text = "关于水利改革的实施方案\n1.修渠10公里。（责任单位：市水利局；完成时限：2026年10月底前）\n"
    ledger.add(luoshi.read(text, date="2026-01-20", place="临澜市"))
    (one,) = ledger.book().from_ledger()
    assert (one.leads, one.deadline.date, one.source.record.partition(":")[2][:10]) == (
        ("市水利局",),
        "2026-10-31",
        "commitment",
    )


def test_the_bulletin_counts_and_names_what_is_late(book: Book, tmp_path: Path) -> None:
    pytest.importorskip("docx")
    book.set("T003", "close", "2027-01-05", "林越", "督查组已核实")
    book.bulletin(tmp_path / "a.docx", "2027-01-31")
    book.bulletin(tmp_path / "b.docx", "2027-01-31")
    text = luoshi.open(tmp_path / "a.docx").text
    assert "截至2027年1月31日，台账共有任务3项，其中已完成1项，完成率33.3%；红灯2项" in text
    assert "上次（2026年12月31日）已完成0项" in text
    assert "2026年12月31日以来新完成的任务" in text
    assert not re.search(r"\d{4}-\d\d-\d\d", text)
    assert "| 市民政局 | 1 | 1（0） | 0（1） | 0（0） | 0（0） |" in text
    assert "T003 整治文山会海（市委办）" in text
    late = [line for line in text.splitlines() if "已过" in line]
    assert late
    assert all(line.count("期限") == 1 for line in late)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
