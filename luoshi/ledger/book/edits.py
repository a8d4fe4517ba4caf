"""A task's fields as the words of a sheet's cells, and a task with one of them changed.

words_of(task, "leads")                       "市民政局、市财政局"
edited(task, "deadline", "6月底前").deadline    Deadline("6月底前", "dated", "2026-06-30")
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from luoshi.ledger.book.bodies import parties
from luoshi.ledger.book.deadlines import deadline, written_out
from luoshi.ledger.book.model import Node, Task
from luoshi.ledger.book.nodes import dated, milestones, of_deadline, targets
from luoshi.ledger.errors import CorrectionError

#: The fields that a person may change, with their heads in the sheet.
FIELDS: Mapping[str, str] = {
    "number": "序号",
    "chapter": "类别",
    "title": "重点任务",
    "measure": "具体举措",
    "leads": "牵头单位",
    "helps": "配合单位",
    "persons": "责任人",
    "deadline": "完成时限",
    "progress": "进展情况",
    "remark": "备注",
}
EXTRA = "extra:"
_CHAPTERS = " / "


def words_of(task: Task, field: str) -> str:
    """The words of a field's cell; a field ``extra:HEAD`` is a column of the office's own."""
    if field.startswith(EXTRA):
        return "\n".join(words for head, words in task.extra if head == field.removeprefix(EXTRA))
    if field == "deadline":
        return task.deadline.words or task.deadline.date
    value = getattr(task, field)
    if field == "chapter":
        return _CHAPTERS.join(value)
    return "、".join(value) if isinstance(value, tuple) else str(value)


def edited(task: Task, field: str, words: str) -> Task:
    """The task with a field changed to what a cell says; what follows from its words follows anew.

    Raises :class:`CorrectionError` for a field that is none.
    """
    words = words.strip()
    if field.startswith(EXTRA):
        head = field.removeprefix(EXTRA)
        others = tuple(pair for pair in task.extra if pair[0] != head)
        return replace(task, extra=(*others, (head, words)) if words else others)
    if field not in FIELDS:
        raise CorrectionError(f"{field}: 没有这个字段 / there is no such field ({', '.join(FIELDS)})")
    if field == "chapter":
        return replace(task, chapter=tuple(filter(None, map(str.strip, words.split(_CHAPTERS)))))
    if field in ("leads", "helps", "persons"):
        role = {"leads": "lead", "helps": "help", "persons": "person"}[field]
        return _with_names(task, field, words, role)
    if field == "deadline":
        changed = replace(task, deadline=deadline(words, task.year))
    else:
        changed = Task.from_json(task.to_json() | {field: words})
    if field not in ("title", "measure", "deadline"):
        return changed
    return replace(changed, nodes=_nodes(task, changed))


def says_otherwise(task: Task, field: str, words: str) -> bool:
    """Whether a field's cell says something else than the task, blanks and marks between names apart."""
    if words_of(task, field) == words.strip():
        return False
    return field not in ("leads", "helps", "persons") or edited(task, field, words) != task


def _with_names(task: Task, field: str, words: str, role: str) -> Task:
    found = parties(words, "person" if role == "person" else "help" if role == "help" else "lead")
    if field == "persons":
        return replace(task, persons=found.persons)
    if field == "helps":
        return replace(task, helps=tuple(dict.fromkeys((*found.leads, *found.helps))))
    helps = tuple(dict.fromkeys((*(name for name in task.helps if name not in found.leads), *found.helps)))
    return replace(task, leads=found.leads, helps=helps)


def _nodes(before: Task, after: Task) -> tuple[Node, ...]:
    """The nodes of a task whose words or deadline changed: of its words anew, of own columns as they were."""
    followed = _following(before)
    return tuple(dict.fromkeys((*(node for node in before.nodes if node not in followed), *_following(after))))


def _following(task: Task) -> tuple[Node, ...]:
    """The nodes that follow from a task's words and deadline."""
    steps = (
        *of_deadline(written_out(task.deadline.words), task.year),
        *milestones(task.title, task.year),
        *milestones(task.measure, task.year),
    )
    words = "\n".join(filter(None, (task.title, task.measure)))
    return (*dict.fromkeys(steps), *dated(targets(words, task.year, task.deadline.date), steps))
