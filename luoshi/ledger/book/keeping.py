"""The book as the ledger keeps it: rows that are only added. What holds now is told from all of them.

A task is kept as it was imported; edits, states, feedback and undoing are entries with a name and a reason, laid over
it in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date as Date
from typing import Any

from sqlalchemy import Connection, func, insert, select

from luoshi.ledger.book.edits import edited
from luoshi.ledger.book.model import DEED_WORDS, Entry, Feedback, Task
from luoshi.ledger.errors import CorrectionError, UnknownRecordError
from luoshi.ledger.schema import book_entries, book_tasks

#: What makes a row the same row: the task, its measure, who leads.
Row = tuple[str, str, tuple[str, ...]]
_DEEDS = (*DEED_WORDS, "edit", "remove", "feedback", "undo")


def add(connection: Connection, book: str, tasks: Iterable[Task], who: str, now: str) -> tuple[list[Task], list[Task]]:
    """Keep tasks that the book does not hold yet; the new ones with their ids, and those that were there already.

    A row with the same task, measure and leading bodies as one of the book is there already.
    """
    known = known_rows(connection, book)
    columns = book_tasks.c
    last = connection.execute(select(func.max(columns.position)).where(columns.book == book)).scalar() or 0
    new: list[Task] = []
    old: list[Task] = []
    for task in tasks:
        if row_of(task) in known:
            old.append(task)
            continue
        last += 1
        kept = replace(task, id=f"T{last:03}")
        connection.execute(
            insert(book_tasks).values(
                book=book,
                id=kept.id,
                position=last,
                title=kept.title,
                leads=list(kept.leads),
                deadline=kept.deadline.date,
                content=kept.to_json(),
                who=who,
                made_at=now,
            )
        )
        new.append(kept)
    return new, old


def known_rows(connection: Connection, book: str) -> set[Row]:
    """The rows that a book holds, as they were imported and as they read now."""
    removed = {entry.task for entry in entries(connection, book) if entry.deed == "remove"}
    held = (*imported(connection, book), *tasks_now(connection, book))
    return {row_of(task) for task in held if task.id not in removed}


def names(connection: Connection) -> list[str]:
    """The names of the books in which tasks were ever kept, in order."""
    return list(connection.execute(select(book_tasks.c.book).distinct().order_by(book_tasks.c.book)).scalars())


def row_of(task: Task) -> Row:
    """What makes a row the same row, wherever it was read: the task, its measure, who leads."""
    return task.title, task.measure, task.leads


def added(connection: Connection, book: str) -> list[Entry]:
    """When and by whom each task was brought into the book, in its order: entries without a number."""
    columns = book_tasks.c
    query = select(columns.id, columns.title, columns.who, columns.made_at).where(columns.book == book)
    return [
        Entry(0, row.id, "add", row.made_at[:10], row.who, "", row.made_at, value=row.title)
        for row in connection.execute(query.order_by(columns.position))
    ]


def imported(connection: Connection, book: str) -> list[Task]:
    """The tasks as they were imported, in the order of the book."""
    query = select(book_tasks.c.content).where(book_tasks.c.book == book).order_by(book_tasks.c.position)
    return [Task.from_json(content) for content in connection.execute(query).scalars()]


def entries(connection: Connection, book: str, task: str = "", undone: bool = False) -> list[Entry]:
    """The entries in the order in which they were made, of one task or of all; ``undone`` keeps also those undone."""
    query = select(book_entries).where(book_entries.c.book == book).order_by(book_entries.c.id)
    if task:
        query = query.where(book_entries.c.task == task)
    found = [
        Entry(
            row.id,
            row.task,
            row.deed,
            row.day,
            row.who,
            row.why,
            row.made_at,
            row.field,
            row.old,
            row.value,
            row.undoes,
        )
        for row in connection.execute(query)
    ]
    if undone:
        return found
    counted: list[Entry] = []
    cancelled: set[int] = set()
    for entry in found[::-1]:  # an undoing may itself be undone
        if entry.number in cancelled:
            continue
        if entry.deed == "undo":
            cancelled.add(entry.undoes or 0)
        else:
            counted.append(entry)
    return counted[::-1]


def tasks_now(connection: Connection, book: str, day: str = "") -> list[Task]:
    """The tasks as they read now, or on the ISO day ``day``: edits laid over, without those taken out."""
    changed: dict[str, list[Entry]] = {}
    for entry in entries(connection, book):
        if entry.deed in ("edit", "remove") and (not day or entry.day <= day):
            changed.setdefault(entry.task, []).append(entry)
    found: list[Task] = []
    for task in imported(connection, book):
        deeds = changed.get(task.id, [])
        if any(entry.deed == "remove" for entry in deeds):
            continue
        for entry in deeds:
            task = edited(task, entry.field, str(entry.value))
        found.append(task)
    return found


def feedback(kept: Sequence[Entry]) -> dict[str, list[Feedback]]:
    """The feedback among entries, by task."""
    found: dict[str, list[Feedback]] = {}
    for entry in kept:
        if entry.deed == "feedback":
            found.setdefault(entry.task, []).append(Feedback.from_json(entry.value))
    return found


def enter(
    connection: Connection,
    book: str,
    task: str,
    deed: str,
    day: str,
    who: str,
    why: str,
    now: str,
    field: str = "",
    old: Any = None,
    value: Any = None,
    undoes: int | None = None,
) -> int:
    """Keep an entry; its number. See :class:`luoshi.ledger.book.model.Entry`.

    :class:`CorrectionError` for a missing name or reason, a deed or day that is none; :class:`UnknownRecordError` for a
    task that the book does not hold.
    """
    if not who.strip() or not why.strip():
        raise CorrectionError("须署名并说明理由 / a name and a reason are needed")
    if deed not in _DEEDS:
        raise CorrectionError(f"{deed}: 没有这种操作 / there is no such deed ({', '.join(_DEEDS)})")
    for each in (day, *([value] if deed == "extend" else [])):
        _check_day(each)
    held = select(book_tasks.c.id).where(book_tasks.c.book == book, book_tasks.c.id == task)
    if connection.execute(held).first() is None:
        raise UnknownRecordError(f"{task}: 台账里没有这项任务 / the book holds no such task")
    inserted = connection.execute(
        insert(book_entries)
        .values(
            book=book,
            task=task,
            deed=deed,
            day=day,
            field=field,
            old=old,
            value=value,
            undoes=undoes,
            who=who.strip(),
            why=why.strip(),
            made_at=now,
        )
        .returning(book_entries.c.id)
    )
    return int(inserted.scalar_one())


def _check_day(day: object) -> None:
    try:
        Date.fromisoformat(str(day))
    except ValueError:
        raise CorrectionError(f"{day}: 不是日期，应如 2026-06-30 / is no day; write it as 2026-06-30") from None
