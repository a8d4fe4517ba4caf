"""Files for the book from other hands: read in a process of its own, looked at, and nothing kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_tables import report_of, sixty_tasks

from luoshi.ledger import Ledger, LedgerError
from luoshi.ledger.book.book import Book
from luoshi.service.book_files import read_body_report, read_book_file, task_fields, tasks_of_ledger, written


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Ledger(tmp_path / "luoshi.db").book()


def test_a_table_is_looked_at_before_it_is_kept(book: Book) -> None:
    read = read_book_file(book, "重点任务.xlsx", sixty_tasks(), "2026-06-30", 2026)
    assert (len(read.fresh), read.held, read.differences, book.tasks()) == (60, 0, (), [])
    assert read.imported
    (table,) = read.imported.tables
    assert table.columns.roles == ("number", "task", "other", "lead", "deadline", "remark")
    book.add(read.fresh[:20], by="林越")
    again = read_book_file(book, "重点任务.xlsx", sixty_tasks(), "2026-06-30", 2026, {"remark": "资金渠道"})
    assert (len(again.fresh), again.held) == (40, 20)
    assert {one.field for one in again.differences} == {"remark"}
    assert len(book.tasks()) == 20
    assert {field: words for field, _, words in task_fields(book.tasks()[0])}["extra:资金渠道"] == "第1批债券"


def test_the_book_s_own_sheet_is_known(book: Book) -> None:
    book.add(read_book_file(book, "任务.xlsx", sixty_tasks(), "2026-06-30", 2026).fresh, by="林越")
    data = written("台账.xlsx", lambda path: book.export(path, "2026-06-30"))
    read = read_book_file(book, "台账.xlsx", data, "2026-06-30")
    assert (read.imported, read.fresh, read.differences) == (None, (), ())


def test_a_report_is_matched_and_not_kept(book: Book) -> None:
    tasks, _ = book.add(read_book_file(book, "任务.xlsx", sixty_tasks(), "2026-06-30", 2026).fresh, by="林越")
    read = read_body_report("市民政局6月.txt", report_of(0), tasks)
    assert (read.body, read.date) == ("市民政局", "2026-06-30")
    assert {one.task for one in read.feedback} == {"T001", "T002"}
    assert {entry.deed for entry in book.history()} == {"add"}


def test_a_ledger_without_commitments_gives_no_tasks(book: Book) -> None:
    assert tasks_of_ledger(book, "临澜市").fresh == ()


@pytest.mark.parametrize("name", ["坏.xlsx", "/etc/坏.docx"])
def test_a_file_that_can_t_be_read_is_one_line(book: Book, name: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_book_file(book, name, b"PK\x03\x04 broken", "2026-06-30")
    assert "\n" not in str(refused.value)
    assert " / " in str(refused.value)
