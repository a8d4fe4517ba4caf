"""The book of tasks (督查台账): what it holds.

One row of an office's table is a **task**:

    | 序号 | 重点任务   | 具体举措                  | 责任单位               | 完成时限 |
    | 3   | 健全养老服务 | 新增床位1500张，3月底前开工 | 市民政局牵头，市财政局配合 | 年底前  |

    Task(title="健全养老服务", measure="新增床位1500张，3月底前开工",
         leads=("市民政局",), helps=("市财政局",), deadline=Deadline("年底前", "dated", "2026-12-31"),
         nodes=(Node("新增床位1500张", "target", due="2026-12-31", indicator="新增床位", low=1500, unit="张"),))

A task has **nodes**: what can be checked off alone, milestones (a deed with a day) and targets (an indicator with a
value). A sentence with eight targets is eight nodes. What a body reports is **feedback** on a task or one of its
nodes. The **light** of a task on a day follows from all this by rule (:mod:`luoshi.ledger.book.lights`), unless a
person has set its **state**.

What an office wrote is kept as it was written: unknown columns stand in ``extra``, and a deadline keeps its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Literal, get_args

from luoshi.ledger.precision import shown
from luoshi.records import Measure

DeadlineKind = Literal["dated", "continuous", "at once", "unknown", ""]
NodeKind = Literal["milestone", "target"]
Light = Literal["red", "yellow", "undecided", "green", "done"]
Says = Literal["done", "in_progress", "not_begun", "trouble", "planned"]
Deed = Literal["extend", "close", "reopen"]

LIGHTS: tuple[Light, ...] = get_args(Light)
#: The lights as offices write them.
LIGHT_WORDS: Mapping[Light, str] = {
    "red": "红灯", "yellow": "黄灯", "undecided": "期限不明", "green": "绿灯", "done": "已完成",
}  # fmt: skip
#: What reports say of the work, as offices write it.
SAYS_WORDS: Mapping[Says, str] = {
    "done": "已完成", "in_progress": "推进中", "not_begun": "未启动", "trouble": "滞后", "planned": "计划",
}  # fmt: skip
DEED_WORDS: Mapping[Deed, str] = {"extend": "延期", "close": "销号", "reopen": "重新打开"}


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: the office's ``words``, and what they mean.

    ``kind`` is ``dated`` (``date`` is the last ISO day), ``continuous`` (长期坚持, 持续推进: no day, never overdue),
    ``at once`` (第一时间, 立行立改: no day), ``unknown`` (words that name none of these: told, not guessed), or ``""``
    where nothing is said.
    """

    words: str = ""
    kind: DeadlineKind = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a task that is checked off alone: a milestone, or a target of one indicator.

    ``due`` is an ISO day, ``""`` for none. ``measure``, ``sign``, ``low``, ``high`` and ``unit`` are those of
    :class:`~luoshi.records.Figure`, in base units; ``None`` and ``""`` for a milestone.
    """

    words: str
    kind: NodeKind
    due: str = ""
    indicator: str = ""
    measure: Measure | Literal[""] = ""
    sign: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a task comes from: the file's name and SHA-256, the number of its table and row (from 1; 0: no table).

    ``record`` is the id of the commitment in the ledger that it was made from, ``""`` for a row of a table.
    """

    document: str = ""
    document_id: str = ""
    table: int = 0
    row: int = 0
    record: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A task of the book; ``id`` (T001, …) is given when it is kept and stays, ``""`` before.

    ``number`` is the office's own (序号), ``chapter`` the headings above it from the outside in. ``leads`` answer for
    it, ``helps`` co-operate, ``persons`` are leaders and contacts, all in the table's words. ``progress`` and
    ``remark`` are what the table itself says; ``extra`` are its further columns: head and words.
    ``year`` is the plan's, ``None`` where nothing says it.
    """

    title: str
    id: str = ""
    number: str = ""
    chapter: tuple[str, ...] = ()
    measure: str = ""
    leads: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    deadline: Deadline = Deadline()
    nodes: tuple[Node, ...] = ()
    progress: str = ""
    remark: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    year: int | None = None
    source: Source = Source()

    @property
    def words(self) -> str:
        """Everything that says what is to be done: title, measure, and its nodes from columns of their own."""
        parts = dict.fromkeys((self.title, self.measure))
        whole = "\n".join(parts)
        parts |= dict.fromkeys(node.words for node in self.nodes if node.words not in whole)
        return "\n".join(filter(None, parts))

    @property
    def bodies(self) -> tuple[str, ...]:
        """Who leads and who helps, each once."""
        return tuple(dict.fromkeys((*self.leads, *self.helps)))

    def to_json(self) -> dict[str, Any]:
        """The task as ``luoshi book show --json`` prints it, numbers with all their digits as text."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Task:
        """The task that :meth:`to_json` told."""
        told = dict(kept)
        for name in ("chapter", "leads", "helps", "persons"):
            told[name] = tuple(told.get(name, ()))
        told["extra"] = tuple((head, words) for head, words in told.get("extra", ()))
        told["deadline"] = Deadline(**told.get("deadline", {}))
        told["source"] = Source(**told.get("source", {}))
        told["nodes"] = tuple(_node(node) for node in told.get("nodes", ()))
        return cls(**told)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a report says of a task: its sentence, and how far the work is.

    ``node`` is the number of the task's node that it speaks of (from 0), ``None`` for the task as a whole. ``value``
    and ``unit`` are what was reached, ``share`` how much of the target that is in percent (or the percentage that the
    sentence itself states). ``date`` is the report's day, ``score`` how well the sentence fits the task (1: as well as
    the task's own words). ``certain`` tells a match that is taken from one that is only offered.
    """

    task: str
    quote: str
    date: str
    body: str = ""
    document: str = ""
    document_id: str = ""
    start: int = 0
    end: int = 0
    node: int | None = None
    says: Says = "in_progress"
    value: Decimal | None = None
    unit: str = ""
    share: Decimal | None = None
    score: float = 0.0
    certain: bool = False
    why: tuple[str, ...] = ()

    @property
    def amount(self) -> str:
        """The value with its unit as the report writes it: 10.8万亩, and not 108000亩; ``""`` for none."""
        if self.value is None:
            return ""
        plain = f"{self.value.normalize():f}"
        return f"{plain if plain in self.quote.replace(',', '') else shown(self.value)}{self.unit}"

    def to_json(self) -> dict[str, Any]:
        """The feedback as ``--json`` prints it and as the ledger keeps it."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Feedback:
        """The feedback that :meth:`to_json` told."""
        told = dict(kept)
        for name in ("value", "share"):
            told[name] = None if told.get(name) is None else Decimal(told[name])
        told["why"] = tuple(told.get("why", ()))
        return cls(**told)


@dataclass(frozen=True, slots=True)
class Entry:
    """A deed of a person on a task, as it was kept: a row that is never changed.

    ``deed`` is ``extend`` (``value``: the new ISO day), ``close``, ``reopen``, ``edit`` (``field``, ``old``,
    ``value``), ``remove``, ``feedback`` (``value``: :meth:`Feedback.to_json`), or ``undo`` (``undoes``: the number of
    the entry that no longer counts). A task's own first row is told as ``add`` (``value``: its title), which has no
    number (0); it is undone by taking the task out. ``undone`` is the number of the entry by which this one no longer
    counts, told in a history. ``day`` is the ISO day from which it holds, ``made_at`` UTC in ISO 8601.
    """

    number: int
    task: str
    deed: str
    day: str
    who: str
    why: str
    made_at: str
    field: str = ""
    old: Any = None
    value: Any = None
    undoes: int | None = None
    undone: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The entry as ``--json`` prints it."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


def _node(kept: Mapping[str, Any]) -> Node:
    low, high = (None if kept.get(end) is None else Decimal(kept[end]) for end in ("low", "high"))
    return Node(**{**kept, "low": low, "high": high})


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, (Deadline, Node, Source)):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
