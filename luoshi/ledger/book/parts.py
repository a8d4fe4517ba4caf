"""The parts of one task: its words without number and brackets, its bodies, its deadline, its nodes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from luoshi.language.quantities import quantities
from luoshi.language.times.periods import last_day
from luoshi.ledger.book.bodies import Parties, parties
from luoshi.ledger.book.columns import TEXTS
from luoshi.ledger.book.contents import content_of
from luoshi.ledger.book.deadlines import deadline, due_times, written_out
from luoshi.ledger.book.model import Deadline, Node, Task
from luoshi.ledger.book.nodes import dated, milestones, of_column, of_deadline, targets
from luoshi.ledger.book.rows import TableRow
from luoshi.patterns import late
from luoshi.records import Measure

_NUMBER = late(r"\A\s*(?P<number>\d{1,3}(?=[.．、)）](?!\d))|[（(]\d{1,3}[）)]|[①-⑳])[.．、)）]?\s*(?=\S{2})")
_LONGEST_BRACKETS = 200
_SAYS_WHO = late("牵头|负责|配合|责任|主办|协办|承办")
# Bodies that a task names behind its words, on a line or in a sentence of their own.
_LABELLED = late(
    r"(?:(?<=[。；;\n])|[（(])\s*(?:责任|牵头|主办|承办|落实|实施)(?:单位|部门)[：:][^。]{2,200}[。）)]?\s*\Z"
)
_OF_PLACE = late("(?:市|省|县|区|州|旗|各|镇|乡|国网|人民银行|团[市县区]委)")
_TIME_IN_HEAD = late("时限|期限|时间|日期")
_TIME_LABEL = late(
    "(?:完成|办结|整改|推进)?(?:时限|期限|时间|时间节点|时间要求|完成日期)[：:](?P<when>[^；;。\n]{1,60})"
)
_BARE_NUMBER = late(r"\s*[≥≤>=<]?\s*[-+]?\d[\d,，]*(?:\.\d+)?\s*[%％]?(?:左右|以上|以内|以下)?\s*")
_DIGITS = late(r"\d[\d,，.]*")
_UNIT_IN_HEAD = late(r"[（(](?:单位[：:])?(?P<unit>[^（）()]{1,8})[）)]")


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan's ``year``, to which bare months belong, and its own ISO ``day`` where that is known."""

    year: int | None = None
    day: str = ""

    def deadline(self, words: str) -> Deadline:
        """What a deadline's words mean in this plan."""
        return deadline(words, self.year, self._day())

    def times_until(self, words: str) -> str:
        """The last day that a sentence names as one by which something is done; ``""`` for none."""
        days = [
            last_day(time.period)
            for time in due_times(words, self.year, self._day())
            if time.role == "until" or time.kind in ("point", "month", "quarter", "half", "day")
        ]
        return max(days, default="")

    def _day(self) -> str:
        return self.day if self.year is not None and self.day.startswith(str(self.year)) else ""


@dataclass(frozen=True, slots=True)
class Duties:
    """Who and by when, as a line or brackets say it."""

    names: Parties
    due: Deadline

    def laid_over(self, task: Task) -> Task:
        """The task with these duties added."""
        both = Parties(task.leads, task.helps, task.persons).joined(self.names)
        due = self.due if self.due.kind else task.deadline
        return replace(task, leads=both.leads, helps=both.helps, persons=both.persons, deadline=due)


def parts_of(words: str, plan: Plan) -> Duties:
    """The bodies and the deadline of a line such as 责任单位：市民政局；完成时限：年底前."""
    when = _TIME_LABEL.search(words)
    rest = _TIME_LABEL.sub("", words) if when else words
    due = plan.deadline(when["when"].strip()) if when else Deadline()
    clauses = re.split("[，,；;]", rest)
    if not when and len(clauses) > 1 and (day := plan.times_until(clauses[-1])):
        due, rest = Deadline(clauses[-1].strip(), "dated", day), "，".join(clauses[:-1])
    return Duties(parties(rest) if rest.strip(" ；;，,。") else Parties(), due)


def task_of(row: TableRow, plan: Plan, chapters: tuple[str, ...]) -> Task:
    """The task that a row of a table says; its title is ``""`` where the row says none."""
    number, title = _without_number(row.text("task"))
    measure = row.text("measure")
    title, said = _without_duty(title, plan)
    measure, said_too = _without_duty(measure, plan)
    leading, due_of_lead = _lead_with_time(row, plan)
    names = leading.joined(parties(row.text("help"), "help"))
    names = names.joined(Parties(persons=_persons(row)))
    names = names if names.leads or names.helps else names.joined(said.names).joined(said_too.names)
    due = plan.deadline(row.text("deadline"))
    if not due.kind:
        due = next((one for one in (due_of_lead, said_too.due, said.due) if one.kind), due)
    target = row.text("target", "value")
    if not due.kind and target:
        due = _year_of_head(row, plan)
    steps = _steps(row, plan)
    if not due.kind:
        day = plan.times_until("\n".join((title, measure, target))) or max((step.due for step in steps), default="")
        due = Deadline("", "dated", day) if day else due
    return Task(
        title=title or measure,
        number=row.text("number") or number,
        chapter=(*chapters, *(cell.words.replace("\n", "") for cell in row.of("chapter"))),
        measure=""
        if not title
        else "\n".join(filter(None, (measure, "" if _BARE_NUMBER.fullmatch(target) else target))),
        leads=names.leads,
        helps=names.helps,
        persons=names.persons,
        deadline=due,
        nodes=(*steps, *_targets(row, title, measure, target, steps, plan, due)),
        progress=row.text("progress"),
        remark=row.text("remark"),
        extra=_extra(row),
        year=plan.year,
    )


def _year_of_head(row: TableRow, plan: Plan) -> Deadline:
    """The deadline that a column's head names for its values: 2026年目标."""
    heads = [row.columns.heads[at] for at in row.columns.of("target", "value")] if row.columns is not None else []
    return next(
        (found for head in heads if (found := plan.deadline(head.replace("\n", ""))).kind == "dated"), Deadline()
    )


def _persons(row: TableRow) -> tuple[str, ...]:
    return tuple(name for cell in row.of("person") for name in parties(cell.words, "person").persons)


def _extra(row: TableRow) -> tuple[tuple[str, str], ...]:
    """The columns that are kept as they are, each with its head."""
    if row.columns is None:
        return ()
    return tuple(
        (row.columns.heads[at].replace("\n", ""), row.cells[at].words)
        for at in row.columns.of("other", "light", "unit")
        if at < len(row.cells) and row.cells[at].words
    )


def _without_number(title: str) -> tuple[str, str]:
    """A title's own number, and its words without it."""
    found = _NUMBER.match(title)
    if found is None or ("\n" in title and _NUMBER.search(title[found.end() :].partition("\n")[2])):
        return "", title.strip()
    return found["number"].strip("（()）"), title[found.end() :].strip()


def _without_duty(words: str, plan: Plan) -> tuple[str, Duties]:
    """Words without the brackets at their end that say who and by when, and what those say."""
    none = Duties(Parties(), Deadline())
    start, inner = _last_brackets(words)
    if _SAYS_WHO.search(inner) or _only_bodies(inner):
        return words[:start].strip(), parts_of(inner, plan)
    if labelled := _LABELLED.search(words):
        return words[: labelled.start()].strip(), parts_of(labelled[0].strip(" \n（("), plan)
    before, dash, behind = words.rpartition("——")
    if dash and _only_bodies(behind.strip()):
        return before.strip(), parts_of(behind, plan)
    return words, none


def _only_bodies(words: str) -> bool:
    """Whether words are nothing but a list of bodies of the place: （市工信局、市大数据局）."""
    return _OF_PLACE.match(words) is not None and content_of(words) == "bodies"


def _lead_with_time(row: TableRow, plan: Plan) -> tuple[Parties, Deadline]:
    """Who leads by their column, and by when where the column says that too: 责任单位及时限."""
    words = row.text("lead")
    heads = "".join(row.columns.heads[at] for at in row.columns.of("lead")) if row.columns is not None else ""
    if _TIME_LABEL.search(words):
        duties = parts_of(words, plan)
        return duties.names, duties.due
    if not _TIME_IN_HEAD.search(heads):
        return parties(words, "lead"), Deadline()
    pieces = [piece for piece in re.split(r"[\n，,；;（(）)]+", words) if piece.strip()]
    times = [piece for piece in pieces if content_of(piece) == "time"]
    rest = "，".join(piece for piece in pieces if piece not in times)
    return parties(rest, "lead"), plan.deadline("，".join(times))


def _last_brackets(words: str) -> tuple[int, str]:
    """Where the brackets at the end of words begin, and what stands in them; brackets within them stay in."""
    end = len(words.rstrip(" 　\n。；;"))
    depth, at = 0, end
    while at > 0 and end - at < _LONGEST_BRACKETS:
        at -= 1
        depth += (words[at] in "）)】]〕") - (words[at] in "（(【[〔")
        if depth <= 0:
            break
    return (at, words[at + 1 : end - 1]) if end and words[end - 1] in "）)】]〕" and depth == 0 else (end, "")


def _steps(row: TableRow, plan: Plan) -> tuple[Node, ...]:
    """The milestones of a row: of its columns for quarters, of its deadline, of its words."""
    if row.columns is None:
        return ()
    own = [
        of_column(row.columns.heads[at], row.cells[at].words, plan.year)
        for at in row.columns.of("node")
        if at < len(row.cells)
    ]
    told = [milestones(row.text(role), plan.year) for role in TEXTS]
    told.insert(0, of_deadline(written_out(row.text("deadline")), plan.year))
    return tuple(dict.fromkeys(node for nodes in (*own, *told) for node in nodes))


def _targets(
    row: TableRow, title: str, measure: str, target: str, steps: tuple[Node, ...], plan: Plan, due: Deadline
) -> tuple[Node, ...]:
    """The indicators with values that a row sets. Of a title over several rows only those that it alone says."""
    if target and _BARE_NUMBER.fullmatch(target):
        return _value(row, title, target, due)
    shared = any(not row.begins(cell) for cell in row.of("task"))
    texts = (measure, target) if shared and measure else (title, measure, target)
    words = "\n".join(dict.fromkeys(filter(None, texts)))
    return dated(targets(words, plan.year, due.date), steps)


def _value(row: TableRow, title: str, target: str, due: Deadline) -> tuple[Node, ...]:
    """The node of a number alone in a column of values, its unit from a column or a head: 养老床位 | 张 | 1500."""
    assert row.columns is not None
    heads = (row.columns.heads[at] for at in row.columns.of("target", "value"))
    unit = row.text("unit") or next((m["unit"] for head in heads if (m := _UNIT_IN_HEAD.search(head))), "")
    whole = (
        target.strip()
        if "%" in target or "％" in target
        else _DIGITS.sub(lambda m: m[0] + unit, target.strip(), count=1)
    )
    found = quantities(whole)
    if not found:
        number = re.sub("[^0-9.]", "", target)
        value = Decimal(number) if number and number.count(".") < 2 else None
        return (Node(f"{title}{target}", "target", due.date, title, "level", None, value, value, unit),)
    first = found[0]
    measure: Measure = "growth" if first.unit == "%" and re.search("增长|增速|下降", title) else "level"
    sign = (-1 if "下降" in title else 1) if measure == "growth" else None
    return (
        Node(
            f"{title}{whole}",
            "target",
            due.date,
            title,
            measure,
            sign,
            first.low,
            first.high,
            first.unit,
        ),
    )
