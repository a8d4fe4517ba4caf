"""The book as the ledger keeps it: rows that are only added. What holds now is told from all of them.

A task is kept as it was imported; edits, states, feedback and undoing are entries with a name and a reason, laid over
it in their order. Each has a day from which it holds, a task too: what the book began with holds on every day, and
what is undone on none. So that what was told of a past day can be told again, ``known`` leaves out what was entered
after that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date as Date
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from luoshi.ledger.book.edits import edited
from luoshi.ledger.book.model import DEED_WORDS, Entry, Feedback, Task
from luoshi.ledger.errors import CorrectionError, UnknownRecordError
from luoshi.ledger.schema import book_entries, book_tasks

#: What makes a row the same row: the task, its measure, who leads.
Row = tuple[str, str, tuple[str, ...]]
_SINCE = "since"  # in a task's row: the day from which it belongs to the book
_DEEDS = (*DEED_WORDS, "edit", "remove", "feedback", "undo")


def add(
    connection: Connection, book: str, tasks: Iterable[Task], who: str, now: str, day: str = ""
) -> tuple[list[Task], list[Task]]:
    """Keep tasks that the book does not hold yet; the new ones with their ids, and those that were there already.

    A row with the same task, measure and leading bodies as one of the book is there already. ``day`` is the ISO day
    from which they belong to the book; without it those of the day on which the book began always did.
    """
    if day:
        _check_day(day)
    known = known_rows(connection, book)
    columns = book_tasks.c
    first = connection.execute(select(func.min(columns.made_at)).where(columns.book == book)).scalar()
    day = day or ("" if first is None or entered_on(first) == entered_on(now) else entered_on(now))
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
                content=kept.to_json() | {_SINCE: day},
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


def entered_on(made_at: str) -> str:
    """The day, where people are, of a time that was kept in UTC."""
    return datetime.fromisoformat(made_at).astimezone().date().isoformat()


def names(connection: Connection) -> list[str]:
    """The names of the books in which tasks were ever kept, in order."""
    return list(connection.execute(select(book_tasks.c.book).distinct().order_by(book_tasks.c.book)).scalars())


def row_of(task: Task) -> Row:
    """What makes a row the same row, wherever it was read: the task, its measure, who leads."""
    return task.title, task.measure, task.leads


def added(connection: Connection, book: str) -> list[Entry]:
    """When and by whom each task was brought into the book, in its order: entries without a number."""
    columns = book_tasks.c
    query = select(columns.id, columns.title, columns.who, columns.made_at, columns.content)
    return [
        Entry(
            0, row.id, "add", row.content.get(_SINCE) or entered_on(row.made_at), row.who, "", row.made_at,
            value=row.title,
        )
        for row in connection.execute(query.where(columns.book == book).order_by(columns.position))
    ]  # fmt: skip


def imported(connection: Connection, book: str, day: str = "", known: str = "") -> list[Task]:
    """The tasks as they were imported, in the order of the book: all, or those that belonged to it on a day."""
    columns = book_tasks.c
    query = select(columns.content, columns.made_at).where(columns.book == book).order_by(columns.position)
    found: list[Task] = []
    for row in connection.execute(query):
        content = dict(row.content)
        since = content.pop(_SINCE, "")
        if not (day and since > day) and not (known and entered_on(row.made_at) > known):
            found.append(Task.from_json(content))
    return found


def entries(connection: Connection, book: str, task: str = "", undone: bool = False, known: str = "") -> list[Entry]:
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
    found = [entry for entry in found if not (known and entered_on(entry.made_at) > known)]
    cancelled = undoings(found)
    return found if undone else [one for one in found if one.deed != "undo" and one.number not in cancelled]


def undoings(found: Sequence[Entry]) -> dict[int, Entry]:
    """The undoing of each entry, by its number, that no longer counts; an undoing may itself be undone."""
    cancelled: dict[int, Entry] = {}
    for entry in found[::-1]:
        if entry.deed == "undo" and entry.number not in cancelled:
            cancelled[entry.undoes or 0] = entry
    return cancelled


def tasks_now(connection: Connection, book: str, day: str = "", known: str = "") -> list[Task]:
    """The tasks as they read now, or on the ISO day ``day``: edits laid over, without those taken out."""
    changed: dict[str, list[Entry]] = {}
    for entry in entries(connection, book, known=known):
        if entry.deed in ("edit", "remove") and (not day or entry.day <= day):
            changed.setdefault(entry.task, []).append(entry)
    found: list[Task] = []
    for task in imported(connection, book, day, known):
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
