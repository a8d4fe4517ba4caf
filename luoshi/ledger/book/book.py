"""The book of tasks in a ledger: everything that can be asked of it and done to it.

with Ledger("luoshi.db") as ledger:
    book = ledger.book()
    book.add(tasks_in(open_tables("重点任务.xlsx")).tasks, by="林越")
    report = book.report(open_tables("市民政局6月.docx"))
    book.take(report.feedback, by="林越")
    for one in book.standings("2026-06-30"):
        print(one.task.id, one.light, one.why)
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as Date
from pathlib import Path

from luoshi.ledger.book import bulletin, commitments, keeping, sheet
from luoshi.ledger.book.counts import Change, Count, changes, counts
from luoshi.ledger.book.deadlines import deadline
from luoshi.ledger.book.edits import FIELDS, edited, says_otherwise, words_of
from luoshi.ledger.book.feedback import ReportRead, read_report
from luoshi.ledger.book.lights import USUAL, Rules, Standing, standing
from luoshi.ledger.book.model import DEED_WORDS, Deed, Entry, Feedback, Task
from luoshi.ledger.book.report_heads import bodies_named, tasks_of
from luoshi.ledger.book.returned import Difference, differences, sheet_entry
from luoshi.ledger.database import Database
from luoshi.ledger.errors import CorrectionError, UnknownRecordError
from luoshi.records import Tabled


class Book:
    """A book of tasks by its name (``""`` is the ledger's one book); what is done to it is kept with name and reason.

    Days are ISO 8601. Every question is answered from rows that only grow, so that it can be asked of any day.
    """

    def __init__(self, database: Database, name: str = "", rules: Rules = USUAL) -> None:
        self._database = database
        self._name = name
        self._rules = rules

    def names(self) -> list[str]:
        """The names of all books in the ledger, in order; ``""`` is the one that needs none."""
        with self._database.reading() as connection:
            return keeping.names(connection)

    def bodies(self, body: str = "") -> list[str]:
        """The bodies of the book, or those that a name or a part of one means."""
        tasks = self.tasks()
        return (
            bodies_named(tasks, body) if body else list(dict.fromkeys(name for task in tasks for name in task.bodies))
        )

    def add(self, tasks: Iterable[Task], by: str, day: str = "") -> tuple[list[Task], list[Task]]:
        """Keep tasks: the new ones with their ids, and those that the book held already, which stay as they are.

        ``day`` is the ISO day from which they belong to the book. Without it what the book begins with belongs to it on
        every day, and what comes later from the day on which it comes.
        """
        if not by.strip():
            raise CorrectionError("须署名 / a name is needed")
        with self._database.writing() as connection:
            return keeping.add(connection, self._name, tasks, by.strip(), _now(), day)

    def fresh(self, tasks: Iterable[Task]) -> list[Task]:
        """Those of ``tasks`` that :meth:`add` would keep."""
        with self._database.reading() as connection:
            known = keeping.known_rows(connection, self._name)
        return [task for task in tasks if keeping.row_of(task) not in known]

    def updates(self, tasks: Iterable[Task]) -> list[Difference]:
        """What rows that the book holds already say differently now, field by field; see :meth:`keep`."""
        held = {keeping.row_of(task): task for task in self.tasks()}
        found: list[Difference] = []
        for task in tasks:
            known = held.get(keeping.row_of(task))
            if known is None:
                continue
            for field in FIELDS:
                old, new = words_of(known, field), words_of(task, field)
                if old != new and new:
                    found.append(Difference("changed", known.id, known.title, field, old, new, task.source.row))
        return found

    def from_ledger(self, place: str = "", year: str = "", document: str = "") -> list[Task]:
        """Tasks from the ledger's commitments, to be added; see :func:`luoshi.ledger.book.commitments.tasks`."""
        with self._database.reading() as connection:
            return commitments.tasks(connection, place, year, document)

    def tasks(self, day: str = "") -> list[Task]:
        """The tasks as they read now, or on a day."""
        with self._database.reading() as connection:
            return keeping.tasks_now(connection, self._name, day)

    def standings(self, day: str, body: str = "", known: str = "") -> list[Standing]:
        """Each task with its light on a day, in the order of the book; ``body`` leads or helps (``""``: all).

        ``known``: as it could be told on that ISO day, without what was entered later.
        """
        with self._database.reading() as connection:
            tasks = keeping.tasks_now(connection, self._name, day, known)
            entries = keeping.entries(connection, self._name, known=known)
        by_task: dict[str, list[Entry]] = {}
        for entry in entries:
            by_task.setdefault(entry.task, []).append(entry)
        told = keeping.feedback(entries)
        wanted = tasks_of(tasks, body) if body else tasks
        return [standing(task, told.get(task.id, ()), by_task.get(task.id, ()), day, self._rules) for task in wanted]

    def counts(self, day: str, known: str = "") -> list[Count]:
        """How many tasks of each body have each light on a day; all of them below."""
        return counts(self.standings(day, known=known))

    def changes(self, since: str, day: str, known: str = "") -> list[Change]:
        """The tasks whose light on ``day`` is another one than on ``since``, and those that are new since."""
        return changes(self.standings(since, known=known), self.standings(day, known=known))

    def report(self, file: Tabled, body: str = "", date: str = "", place: str = "") -> ReportRead:
        """Read a body's report; nothing is kept. See :func:`luoshi.ledger.book.feedback.read_report`."""
        return read_report(file, self.tasks(), body, date, place)

    def take(self, feedback: Iterable[Feedback], by: str, confirmed: bool = False) -> list[Entry]:
        """Keep feedback: what is certain, and where a person ``confirmed`` it also what was only offered.

        A sentence that the book has taken for a task already is not taken again.
        """
        with self._database.writing() as connection:
            held = keeping.feedback(keeping.entries(connection, self._name))
            known = {(task, one.document_id, one.start, one.node) for task, told in held.items() for one in told}
            numbers: list[int] = []
            for one in feedback:
                if not (one.certain or confirmed) or (one.task, one.document_id, one.start, one.node) in known:
                    continue
                why = "人工确认 / confirmed by a person" if confirmed else "自动匹配 / matched by rule"
                if not one.date:
                    raise CorrectionError(
                        f"{one.document}: 报告没有写明日期，请用 --date 说明 / the report has no date; --date states it"
                    )
                value = replace(one, certain=True).to_json()
                numbers.append(
                    keeping.enter(connection, self._name, one.task, "feedback", one.date, by, why, _now(), value=value)
                )
            return [entry for entry in keeping.entries(connection, self._name) if entry.number in set(numbers)]

    def set(self, task: str, deed: Deed, day: str, by: str, why: str, until: str = "") -> Entry:
        """Set a task's state by hand from ``day`` on: ``extend`` (to ``until``), ``close`` or ``reopen``.

        ``until`` is an ISO day, or words as a deadline's cell has them (7月底, in the year of the task).
        """
        if deed == "extend" and not until:
            raise CorrectionError("延期须说明新的期限（--until）/ an extension needs the new deadline (--until)")
        with self._database.writing() as connection:
            held = self._known(keeping.tasks_now(connection, self._name), task)
            _check_state(keeping.entries(connection, self._name, task), deed, day)
            old, new = (held.deadline.date, _last_day(until, held, day)) if deed == "extend" else (None, None)
            number = keeping.enter(connection, self._name, task, deed, day, by, why, _now(), old=old, value=new)
            return self._entry(keeping.entries(connection, self._name, task, undone=True), number)

    def edit(self, task: str, field: str, words: str, day: str, by: str, why: str) -> Entry:
        """Change a field of a task to what a sheet's cell would say; see :mod:`luoshi.ledger.book.edits`."""
        with self._database.writing() as connection:
            one = self._known(keeping.tasks_now(connection, self._name), task)
            edited(one, field, words)  # a field that is none is refused
            number = keeping.enter(
                connection, self._name, task, "edit", day, by, why, _now(), field, words_of(one, field), words
            )
            return self._entry(keeping.entries(connection, self._name, task, undone=True), number)

    def undo(self, number: int | str, day: str, by: str, why: str) -> Entry:
        """Let the entry with this number no longer count; it stays in the book with who undid it.

        A task's id undoes that the task was added: it is taken out.
        """
        with self._database.writing() as connection:
            if isinstance(number, str) and not number.isdecimal():
                held = self._known(keeping.tasks_now(connection, self._name), number)
                new = keeping.enter(connection, self._name, held.id, "remove", day, by, why, _now())
                return self._entry(keeping.entries(connection, self._name, held.id, undone=True), new)
            number = int(number)
            all_ = keeping.entries(connection, self._name, undone=True)
            entry = self._entry(all_, number)
            if by_whom := keeping.undoings(all_).get(number):
                raise CorrectionError(
                    f"第{number}条已由第{by_whom.number}条撤销 / entry {number} is undone already by {by_whom.number}"
                )
            new = keeping.enter(connection, self._name, entry.task, "undo", day, by, why, _now(), undoes=number)
            return self._entry(keeping.entries(connection, self._name, entry.task, undone=True), new)

    def history(self, task: str = "") -> list[Entry]:
        """All that was done to the book or to one task, in order: how it came in, and what was undone, marked so.

        :class:`UnknownRecordError` for a task that the book never held.
        """
        with self._database.reading() as connection:
            first = [entry for entry in keeping.added(connection, self._name) if task in ("", entry.task)]
            later = keeping.entries(connection, self._name, task, undone=True)
        if task and not first:
            raise UnknownRecordError(f"{task}: 台账里没有这项任务 / the book holds no such task")
        undone = keeping.undoings(later)
        removed = {one.task: one for one in later if one.deed == "remove" and one.number not in undone}
        all_ = sorted((*first, *later), key=lambda entry: entry.made_at)
        ended = [(removed.get(one.task) if one.deed == "add" else undone.get(one.number)) for one in all_]
        return [one if by is None else replace(one, undone=by.number) for one, by in zip(all_, ended, strict=True)]

    def export(self, path: str | os.PathLike[str], day: str, title: str = "重点任务督查台账") -> int:
        """Write the sheet as it stands on a day; see :mod:`luoshi.ledger.book.sheet`."""
        with self._database.reading() as connection:
            last = max((entry.number for entry in keeping.entries(connection, self._name, undone=True)), default=0)
        return sheet.write(self.standings(day), Path(path), title, day, last)

    def differences(self, file: Tabled, day: str) -> list[Difference]:
        """What an edited sheet that stood on ``day`` says differently and the book does not hold yet; nothing is kept.

        ``file`` is opened with its hidden rows, see :func:`luoshi.ledger.book.returned.differences`.
        """
        standings = self.standings(day)
        years = [one.task.year for one in standings if one.task.year is not None]
        found = differences(file, standings, max(years, key=years.count) if years else None)
        with self._database.reading() as connection:
            known = keeping.known_rows(connection, self._name)
            now = {task.id: task for task in keeping.tasks_now(connection, self._name)}
            later = _later(keeping.entries(connection, self._name), sheet_entry(file))
        return [_told(one, known, later) for one in found if not _is_kept(one, now)]

    def since(self, file: Tabled) -> list[Entry]:
        """What was done to the book since a sheet of it was written, which the sheet can't say."""
        with self._database.reading() as connection:
            return _later(keeping.entries(connection, self._name), sheet_entry(file))

    def keep(self, found: Sequence[Difference], day: str, by: str, why: str) -> int:
        """Keep the differences of an edited sheet that can be kept; their number."""
        if not by.strip() or not why.strip():
            raise CorrectionError("须署名并说明理由 / a name and a reason are needed")
        kept = 0
        with self._database.writing() as connection:
            for one in found:
                if one.kind == "changed":
                    keeping.enter(
                        connection, self._name, one.task, "edit", day, by, why, _now(), one.field, one.old, one.new
                    )
                elif one.kind == "removed":
                    keeping.enter(connection, self._name, one.task, "remove", day, by, why, _now())
                elif one.kind == "added" and one.added is not None:
                    keeping.add(connection, self._name, [one.added], by, _now(), day)
                kept += one.kind != "not kept"
        return kept

    def bulletin(
        self,
        path: str | os.PathLike[str],
        day: str,
        since: str = "",
        title: str = "",
        known: str = "",
        office: str = "",
    ) -> None:
        """Write the bulletin for a day as DOCX, compared with ``since`` (without it the end of the month before).

        ``known`` is the ISO day on which it could be told, so that one of the past comes out as it did; ``office`` is
        who signs it.
        """
        since = since or bulletin.last_bulletin(day)
        title = title or f"{day[:4]}年{int(day[5:7])}月重点任务督查通报"
        before, now = self.standings(since, known=known), self.standings(day, known=known)
        bulletin.write(before, now, Path(path), bulletin.Head(title, day, since, office))

    @staticmethod
    def _known(tasks: Iterable[Task], id: str) -> Task:
        for task in tasks:
            if task.id == id:
                return task
        raise UnknownRecordError(f"{id}: 台账里没有这项任务 / the book holds no such task")

    @staticmethod
    def _entry(entries: Iterable[Entry], number: int) -> Entry:
        for entry in entries:
            if entry.number == number:
                return entry
        raise UnknownRecordError(f"{number}: 没有这条记录 / there is no such entry")


def _check_state(held: Sequence[Entry], deed: Deed, day: str) -> None:
    """:class:`CorrectionError` where a task that is closed is to be closed, or one that is not reopened twice."""
    states = [entry for entry in held if entry.deed in ("close", "reopen") and entry.day <= day]
    if states and states[-1].deed == deed:
        last, words = states[-1], DEED_WORDS[deed]
        raise CorrectionError(
            f"{last.task} 已于 {last.day} 由{last.who}{words}（第{last.number}条）/ {deed} is what it was on {last.day}"
        )


def _later(entries: Iterable[Entry], last: int | None) -> list[Entry]:
    return [] if last is None else [entry for entry in entries if entry.number > last]


def _told(one: Difference, known: Collection[keeping.Row], later: Sequence[Entry]) -> Difference:
    """The difference, a new row as one that is not kept where the book holds its task already.

    A field that was changed in the book after the sheet was written says so.
    """
    edits = [entry for entry in later if (entry.task, entry.field, entry.deed) == (one.task, one.field, "edit")]
    if one.kind == "changed" and edits:
        last = edits[-1]
        why = f"导出后台账已改为“{last.value}”（第{last.number}条），写入会改回 / changed in the book since"
        return replace(one, why=why)
    gone = [entry for entry in later if entry.deed == "remove" and entry.task in one.why.split()]
    if one.added is not None and gone:
        why = f"导出后台账已删去 {gone[-1].task}（第{gone[-1].number}条），写入会作为新任务 / removed in the book since"
        return replace(one, why=why)
    if one.added is None or keeping.row_of(one.added) not in known:
        return one
    return replace(one, kind="not kept", why="台账里已有这项任务 / the book holds this task already")


def _is_kept(one: Difference, now: Mapping[str, Task]) -> bool:
    """Whether the book says already what a sheet says differently from the day on which it was written."""
    if one.kind == "changed":
        return one.task in now and not says_otherwise(now[one.task], one.field, one.new)
    return one.kind == "removed" and one.task not in now


def _last_day(words: str, task: Task, day: str) -> str:
    """The ISO day of a new deadline's words, which are said on ``day``."""
    try:
        return Date.fromisoformat(words).isoformat()
    except ValueError:
        found = deadline(words, task.year or int(day[:4]), day).date
    if not found or (found < day and "年" not in words):  # 3月底, said in June
        raise CorrectionError(
            f"{words}: 看不懂这个期限，可写 2027-03-31 或 2027年3月底 / is no deadline; write it as 2027-03-31"
        )
    return found


def _now() -> str:
    """The time of day, kept for people; nothing that the book tells depends on it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
