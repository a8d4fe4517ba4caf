"""Files for the book of tasks that come from other hands: read in a process with bounds, looked at, kept only then.

file = read_book_file(book, "重点任务.xlsx", data)     an office's tables, or a sheet of the book that was edited
file.imported.tables                                   the mapping of each table's columns
file.differences                                       what it says differently from the book, before it is kept
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from luoshi.ledger.book.edits import EXTRA, FIELDS, words_of
from luoshi.ledger.book.returned import Difference, is_book_sheet, sheet_day
from luoshi.service.confined import run_confined

if TYPE_CHECKING:
    from luoshi.ledger.book.book import Book
    from luoshi.ledger.book.feedback import ReportRead
    from luoshi.ledger.book.model import Task
    from luoshi.ledger.book.tables import Imported
    from luoshi.records import Tabled


@dataclass(frozen=True, slots=True)
class BookFile:
    """A file with tasks, read and not kept.

    ``imported`` are an office's tables, ``None`` for a sheet that the book wrote. ``fresh`` are the tasks that the book
    does not hold, ``held`` how many it holds; ``differences`` is what those, or the sheet's rows, say differently.
    ``later`` is how many entries the book got since the sheet was written.
    """

    name: str
    imported: Imported | None
    fresh: tuple[Task, ...]
    held: int
    differences: tuple[Difference, ...]
    later: int = 0


def read_book_file(
    book: Book, name: str, data: bytes, day: str, year: int | None = None, columns: Mapping[str, str] | None = None
) -> BookFile:
    """An office's tables, or an edited sheet of the book; nothing is kept.

    The sheet is compared with the book on the day that its title says, on ``day`` where it says none.

    ``year`` and ``columns`` are as :func:`luoshi.ledger.book.tables.tasks_in` takes them.
    :class:`~luoshi.ledger.LedgerError` where the file can't be read.
    """
    sheet, imported = run_confined(_tasks_of, name, data, year, dict(columns or {}))
    if imported is None:
        differences = tuple(book.differences(sheet, sheet_day(sheet) or day))
        return BookFile(name, None, (), 0, differences, len(book.since(sheet)))
    fresh = tuple(book.fresh(imported.tasks))
    return BookFile(name, imported, fresh, len(imported.tasks) - len(fresh), tuple(book.updates(imported.tasks)))


def tasks_of_ledger(book: Book, place: str, year: str = "") -> BookFile:
    """The commitments of a place that name a body as tasks, beside those of the book; nothing is kept."""
    tasks = book.from_ledger(place, year)
    fresh = tuple(book.fresh(tasks))
    return BookFile(place, None, fresh, len(tasks) - len(fresh), tuple(book.updates(tasks)))


def task_fields(task: Task) -> list[tuple[str, str, str]]:
    """The fields of a task that people change: name, head, words; the office's own columns behind the others."""
    own = [(f"{EXTRA}{head}", head, words) for head, words in task.extra]
    return [*((field, head, words_of(task, field)) for field, head in FIELDS.items()), *own]


def read_body_report(name: str, data: bytes, tasks: Sequence[Task], body: str = "", date: str = "") -> ReportRead:
    """What a body's report says of tasks; see :func:`luoshi.ledger.book.feedback.read_report`. Nothing is kept.

    :class:`~luoshi.ledger.LedgerError` where the file can't be read.
    """
    return run_confined(_report_of, name, data, tuple(tasks), body, date)


def written(name: str, write: Callable[[Path], object]) -> bytes:
    """The bytes of a file called ``name`` that ``write`` writes."""
    with TemporaryDirectory(prefix="luoshi-") as folder:
        path = Path(folder) / name
        write(path)
        return path.read_bytes()


def _tasks_of(name: str, data: bytes, year: int | None, columns: dict[str, str]) -> tuple[Tabled, Imported | None]:
    from luoshi.ledger.book.tables import tasks_in

    sheet = _opened(name, data, with_hidden=True)
    if is_book_sheet(sheet):
        return sheet, None
    return sheet, tasks_in(_opened(name, data), year, columns)


def _report_of(name: str, data: bytes, tasks: Sequence[Task], body: str, date: str) -> ReportRead:
    from luoshi.ledger.book.feedback import read_report

    return read_report(_opened(name, data), tasks, body, date)


def _opened(name: str, data: bytes, with_hidden: bool = False) -> Tabled:
    from luoshi.documents.grids import open_tables

    with TemporaryDirectory(prefix="luoshi-") as folder:
        path = Path(folder) / (Path(name).name or "file")
        path.write_bytes(data)
        return open_tables(path, with_hidden)
