"""The book of tasks against what files hold: ``python tools/book_check.py FOLDER`` (without it: the tests' own files).

``FOLDER/expected.json`` says what the tables and reports beside it hold: for each table its tasks (words, who leads,
who helps, the deadline's ISO day or ``continuous``, ``at once``, ``unknown``, ``""``), for each report its sentences
with the task and the percentage, and the lights of tasks on days. Told is the share that is right, and what is not.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from luoshi import Ledger
from luoshi.documents.grids import open_tables
from luoshi.ledger.book.book import Book
from luoshi.ledger.book.model import Task
from luoshi.ledger.book.tables import tasks_in

BY = "核对"


def main() -> None:
    """Check a folder, or files made for it."""
    if len(sys.argv) > 1:
        print(check(Path(sys.argv[1])))
        return
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    import book_files

    with tempfile.TemporaryDirectory() as folder:
        print(check(book_files.write(Path(folder))))


def check(folder: Path) -> str:
    """The measures of a folder's files, a line each, and above them what is wrong."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    wrong: list[str] = []

    def count(what: str, good: bool, words: str) -> None:
        all_[what] += 1
        right[what] += good
        if not good:
            wrong.append(f"{what}: {words}")

    with tempfile.TemporaryDirectory() as place, Ledger(Path(place) / "book.db") as ledger:
        book = ledger.book()
        for table in expected["tables"]:
            _check_table(book, folder, table, count)
        tasks = book.tasks()
        for report in expected["reports"]:
            _check_report(book, folder, report, tasks, count)
        for at, day in enumerate(expected["days"]):
            lights = {one.task.id: one for one in book.standings(day)}
            for words, wanted in expected["lights"].items():
                task = _found(tasks, words)
                got = lights[task.id] if task is not None else None
                told = f"{got.light} ({got.rule})" if got is not None else "none"
                count("lights", got is not None and got.light == wanted[at], f"{day} {words}: {told}, not {wanted[at]}")
        sheet = Path(place) / "book.xlsx"
        book.export(sheet, expected["days"][-1])
        differences = book.differences(open_tables(sheet, with_hidden=True), expected["days"][-1])
        count("round trip", not differences, " ".join(f"{one.task} {one.field}" for one in differences))
    measures = [f"{what}: {right[what]} / {number} = {right[what] / number:.3f}" for what, number in all_.items()]
    return "\n".join([*wrong, *measures])


def _check_table(book: Book, folder: Path, table: dict[str, Any], count: Any) -> None:
    read = tasks_in(open_tables(folder / table["file"]), table.get("year"))
    book.add(read.tasks, by=BY)
    left = list(read.tasks)
    for words, leads, helps, deadline in table["tasks"]:
        task = _found(left, words)
        count("tasks", task is not None, f"{table['file']} {words}")
        if task is None:
            continue
        left.remove(task)
        count("leads", set(task.leads) == set(leads), f"{words}: {task.leads}, not {leads}")
        count("helps", set(task.helps) == set(helps), f"{words}: {task.helps}, not {helps}")
        told = task.deadline.date or task.deadline.kind
        count("deadlines", told == deadline, f"{words}: {task.deadline}, not {deadline}")
    for task in left:
        count("tasks", False, f"{table['file']}: read too much: {task.words!r}")


def _check_report(book: Book, folder: Path, report: dict[str, Any], tasks: list[Task], count: Any) -> None:
    read = book.report(open_tables(folder / report["file"]), report.get("body", ""), report.get("date", ""))
    book.take(read.feedback, by=BY)
    for quote, words, share in report["feedback"]:
        task = _found(tasks, words)
        told = [one for one in read.feedback if _plain(quote) in _plain(one.quote)]
        fitting = [one for one in told if task is not None and one.task == task.id and one.certain]
        count("feedback", bool(fitting), f"{quote}: {[(one.task, one.certain) for one in told]}, not {words}")
        if share and fitting:
            shares = [f"{one.share}" for one in fitting]
            count("shares", share in shares, f"{quote}: {shares}, not {share}")


def _found(tasks: list[Task], words: str) -> Task | None:
    """The task that has these words: in its title or measure alone rather than in both together."""
    wanted = _plain(words)
    exact = [one for one in tasks if wanted in (_plain(one.title), _plain(one.measure), _plain(one.words))]
    within = [one for one in tasks if wanted in _plain(one.words)]
    return next(iter([*exact, *within]), None)


def _plain(words: str) -> str:
    return re.sub(r"[\s。；;，,]+", "", words)


if __name__ == "__main__":
    main()
