"""A body's report, read: which of its tasks each sentence speaks of, and how far the work is.

    市民政局6月工作进展
    （一）新增养老床位1500张。截至6月底，已建成1180张。   →   T001, 1180 of 1500: 78.7 %

A sentence of several clauses may speak of several tasks. A clause that names none goes on with the one before it, or
with the task that its heading names. What fits less than well is offered for a person to confirm, never taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from luoshi.ledger.book.assignment import one_to_one
from luoshi.ledger.book.bodies import body_key, ends_as_body
from luoshi.ledger.book.likeness import Fit, Likeness
from luoshi.ledger.book.model import Feedback, Says, Task
from luoshi.ledger.book.reached import Reached, meets, reached, steps_done
from luoshi.ledger.book.report_context import Context, goes_on, is_numbered, level
from luoshi.ledger.book.report_heads import bodies_named, day_of, reporting_body
from luoshi.ledger.book.said import heading_says, repeats, reports, says, tells_how_many, told_part
from luoshi.ledger.book.tables import tasks_in
from luoshi.patterns import late
from luoshi.reading import read
from luoshi.records import Document, Figure, Reading, Tabled

_CERTAIN, _OFFERED, _PAIRED = 0.5, 0.3, 0.15  # of the score of the task's own words
_MARGIN = 0.06  # by which the best task must lead
_NAMED = 0.4  # of the score of the task's own words, for a lead that names what follows
_LONGEST_LEAD = 24
_INHERITED = 0.9
_LED, _OWN = 0.02, 0.1  # for a task that the body leads rather than helps with, for one that is its own at all
_UNIT = late(r"[^。！？；;|\n]+[。！？；;]?")
_CLAUSE = late(r"[^，,]+[，,]?")
_LONGEST_HEADING = 45
_SHORTEST = 6
_SAME_TASK = "同一任务 the same task"
_FORMULA = late("现将|特此报告|(?:汇报|报告|报送|总结|公布)如下|附件[：:]|联系(?:人|电话)")
_OTHER_WORK = late("其[他它](?:重点|日常|民政|有关|各项)?(?:工作|方面|情况|任务)")
_BESIDES = late(r"\s*(?:此外|另外|除此之外|同时，?[^，。]{0,4}统筹)")


@dataclass(frozen=True, slots=True)
class ReportRead:
    """What was read of a report: its body and day, the feedback, and the sentences that fit no task.

    ``feedback`` holds what is taken and what is only offered (``certain``), in the order of the text; ``unmatched``
    the sentences of which nothing is either, each with the reason. Of a report that names no body nothing is certain.
    """

    document: Document
    body: str
    date: str
    feedback: tuple[Feedback, ...]
    unmatched: tuple[Untaken, ...]


@dataclass(frozen=True, slots=True)
class Untaken:
    """A sentence of a report that tells nothing of a task, with the reason in Chinese and English."""

    words: str
    why: str


_NO_TASK = "没有对上任务 / fits no task"
_PLAN = "只说计划，不算进展 / only a plan"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that speak of one task."""

    start: int
    end: int
    task: int
    fit: Fit
    certain: bool


def read_report(file: Tabled, tasks: Sequence[Task], body: str = "", date: str = "", place: str = "") -> ReportRead:
    """The feedback in a body's report.

    ``body`` is whose report it is; without it, it is looked for in the title, at the end and in the file's name.
    ``date`` is the ISO day for which it tells; without it the end of the month that its title names, else its own
    day. Tasks of other bodies are looked at only where the body is not known.
    """
    rows = [task for task in tasks_in(file).tasks if task.progress]
    return feedback_of(read(file.document, date=date, place=place), tasks, body, date, rows)


def feedback_of(
    reading: Reading, tasks: Sequence[Task], body: str = "", date: str = "", rows: Sequence[Task] = ()
) -> ReportRead:
    """The feedback in a report that was read; see :func:`read_report`. ``rows`` are those of its tables of tasks."""
    named = bodies_named(tasks, body) if body else []
    body = named[0] if len(named) == 1 else body or reporting_body(reading, tasks)
    years = Counter(task.year for task in tasks if task.year is not None)
    day = date or day_of(reading, years.most_common(1)[0][0] if years else None)
    matching = _Matching(reading, tasks, body)
    pieces, unmatched = matching.pieces(with_tables=not rows)
    told, open_rows = matching.of_rows(rows)
    feedback: list[Feedback] = []
    for piece, under in (*pieces, *told):
        own = list(matching.feedback(piece, under, day))
        feedback += own
        if not own:
            unmatched.append(Untaken(matching.words(piece), _PLAN))
    return ReportRead(reading.document, body, day, tuple(feedback), (*unmatched, *open_rows))


class _Matching:
    """A report beside the tasks that it may speak of."""

    def __init__(self, reading: Reading, tasks: Sequence[Task], body: str) -> None:
        self._text = reading.document.text
        self._document = reading.document
        self._figures = reading.figures
        self._date = reading.date
        self._of_cells: dict[int, list[Figure]] = {}  # where a cell of a table of tasks begins: its own figures
        self._free: dict[int, int] = {}  # where a sentence begins: the task that one to one gives it
        self._tasks = tuple(tasks)
        self._likeness = Likeness(tasks)
        self._body = body
        key = body_key(body)
        leads = [any(body_key(name) == key for name in task.leads) for task in tasks]
        self._own = [not body or any(body_key(name) == key for name in task.bodies) for task in tasks]
        self._bonus = [_LED * led + _OWN * own for led, own in zip(leads, self._own, strict=True)]

    def words(self, piece: _Piece) -> str:
        """The words of a piece."""
        return self._text[piece.start : piece.end].strip()

    def of_rows(self, rows: Sequence[Task]) -> tuple[list[tuple[_Piece, Says | str]], list[Untaken]]:
        """The pieces of a table's rows: what stands under 进展情况 speaks of the task that the row names."""
        found: list[tuple[_Piece, Says | str]] = []
        unmatched: list[Untaken] = []
        at = 0
        for row in rows:
            line = row.progress.partition("\n")[0]
            start = self._text.find(line, self._text.find(row.title.partition("\n")[0], at))
            best, clear = self._best_of_row(row)
            if start < 0 or best is None:
                unmatched.append(Untaken(f"{row.title}：{row.progress}", _NO_TASK))
                continue
            at = start
            end = start + len(line)
            if (whole := " ".join(row.progress.split("\n"))) and self._text.startswith(whole, start):
                end = start + len(whole)
            self._of_cells[start] = _figures_of(self._text[start:end], start, self._date)
            found.append((_Piece(start, end, *best, clear and best[1].score >= _CERTAIN), ""))
        return found, unmatched

    def _best_of_row(self, row: Task) -> tuple[tuple[int, Fit] | None, bool]:
        """The task that a row names: the one in its very words, else the one that its words fit best."""
        same = [at for at, task in enumerate(self._tasks) if repeats(row.words, task) and repeats(task.title, row)]
        own = [at for at in same if self._own[at]] or same
        if len(own) == 1:
            return (own[0], Fit(1.0, None, (_SAME_TASK,))), True
        return self._ranked({at: self._likeness.fit(at, row.words) for at in self._likeness.nearest(row.words)})

    def pieces(self, with_tables: bool) -> tuple[list[tuple[_Piece, Says | str]], list[Untaken]]:
        """The stretches of the report that speak of a task, with what their headings say; sentences that fit none."""
        found: list[tuple[_Piece, Says | str]] = []
        unmatched: list[Untaken] = []
        if not self._tasks:
            return found, unmatched
        context = Context()
        self._free = self._one_to_one(with_tables)
        for line in re.finditer(r"[^\n]+", self._text):
            words = line.group().strip()
            if not words or (words.startswith("|") and not with_tables):
                continue
            if self._is_heading(words):
                best, clear = self._best(line.start(), line.end())
                named = best is not None and clear and best[1].score >= _CERTAIN
                context.open(
                    level(words), best[0] if best and named else None, best[1].score if best and named else 0.0,
                    heading_says(words),
                )  # fmt: skip
                continue
            if is_numbered(words):
                context.headings = [one for one in context.headings if one[0] < level(words)]
            context.rest()
            for start, end in _spans(_UNIT, self._text, line.start(), line.end()):
                if self._is_lead(start, end):
                    self._lead(start, end, context)
                    continue
                own = self._unit(start, end, context)
                found += [(piece, context.under or self._under(start, end)) for piece in own]
                if not own and self._tells(start, end):
                    unmatched.append(Untaken(self._text[start:end].strip(), self._why_not(start, end, context)))
        return found, unmatched

    def feedback(self, piece: _Piece, under: Says | str, day: str) -> Iterator[Feedback]:
        """What a piece says of its task, a row for each node that has a value; nothing where it only plans again."""
        task = self._tasks[piece.task]
        words = self._text[piece.start : piece.end].strip(" 　，,；;。|\n")
        state = says(words, task, under)
        start = self._text.index(words, piece.start)
        if state == "planned":
            return
        told = told_part(self._text[piece.start : piece.end])
        inside = [one for one in self._within(piece.start, piece.end) if told[one.start - piece.start :][:1].strip()]
        values = reached(task, told, piece.start, inside)
        steps = [Reached(at, None, "", None) for at in steps_done(task, told)]
        whole = Reached(piece.fit.node, None, "", None)
        for one in (*steps, *values) or (whole,):
            yield Feedback(
                task=task.id,
                quote=words,
                date=day,
                body=self._body,
                document=self._document.name,
                document_id=self._document.id,
                start=start,
                end=start + len(words),
                node=one.node,
                says="done" if one in steps else _with_value(task, one, state),
                value=one.value,
                unit=one.unit,
                share=one.share,
                score=round(piece.fit.score, 3),
                certain=piece.certain and self._is_sure(piece),
                why=piece.fit.why,
            )

    def _unit(self, start: int, end: int, context: Context) -> list[_Piece]:
        """The pieces of one sentence, or part between semicolons."""
        clauses, strong = self._strong(start, end)
        if len({task for task, _ in strong.values()}) > 1:
            return self._several(clauses, strong, context)
        best, clear = self._best(start, end)
        if strong:
            task, fit = next(iter(strong.values()))
            if best is None or best[0] != task or best[1].score < fit.score:
                best, clear = (task, fit), True
        if best is not None and clear and best[1].score >= _CERTAIN:
            context.speak(best[0], best[1].score)
            return [_Piece(start, end, *best, True)]
        if start in self._free:
            fit = self._fit(self._free[start], start, end)
            sure = fit.score >= _PAIRED or self._free[start] == context.task
            context.speak(self._free[start], fit.score)
            return [_Piece(start, end, self._free[start], fit._replace(why=(*fit.why, "一对一 one to one")), sure)]
        words = self._text[start:end]
        if context.task is not None and not context.of_heading and not goes_on(words):
            context.rest()
        if context.task is not None and not _is_label(words):
            own = self._fit(context.task, start, end)
            if best is None or best[0] == context.task or best[1].score < _CERTAIN:
                fit = Fit(
                    round(context.score * _INHERITED, 3), own.node, ("上文 the sentence or heading before it", *own.why)
                )
                return [_Piece(start, end, context.task, fit, True)]
        if best is not None and best[1].score >= _OFFERED:
            return [_Piece(start, end, *best, False)]
        return []

    def _strong(self, start: int, end: int) -> tuple[list[tuple[int, int]], dict[int, tuple[int, Fit]]]:
        """The clauses of a sentence, and the tasks of those that fit one well."""
        clauses = list(_spans(_CLAUSE, self._text, start, end))
        strong: dict[int, tuple[int, Fit]] = {}
        for number, (first, last) in enumerate(clauses):
            best, clear = self._best(first, last)
            if best is not None and clear and best[1].score >= _CERTAIN:
                strong[number] = best
        return clauses, strong

    def _one_to_one(self, with_tables: bool) -> dict[int, int]:
        """The tasks of sentences that fit none well, where the body's own ones are told of one to one."""
        scores: dict[int, dict[int, float]] = {}
        claimed: set[int] = set()
        for start, end in self._sentences(with_tables) if self._body else ():
            best, clear = self._best(start, end)
            well = {task for task, _ in self._strong(start, end)[1].values()}
            if best is not None and clear and best[1].score >= _CERTAIN:
                well.add(best[0])
            claimed |= well
            if not well:
                near = self._likeness.nearest(self._text[start:end])
                fits = {at: self._fit(at, start, end).score for at in near if self._own[at]}
                scores[start] = {at: score for at, score in fits.items() if score > 0}
        return one_to_one(scores, frozenset(claimed))

    def _sentences(self, with_tables: bool) -> Iterator[tuple[int, int]]:
        """The sentences of the report that are no headings and tell what was done, without those on other work."""
        other = False
        for line in re.finditer(r"[^\n]+", self._text):
            words = line.group().strip()
            if self._is_heading(words):
                other = _OTHER_WORK.search(words) is not None
            elif words and not other and not _BESIDES.match(words) and (with_tables or not words.startswith("|")):
                for start, end in _spans(_UNIT, self._text, line.start(), line.end()):
                    if not self._is_lead(start, end) and self._under(start, end) != "planned":
                        yield start, end

    def _several(
        self, clauses: Sequence[tuple[int, int]], strong: dict[int, tuple[int, Fit]], context: Context
    ) -> list[_Piece]:
        """The pieces of a sentence that speaks of several tasks: each clause goes with the task named last."""
        pieces: list[_Piece] = []
        first = min(strong)
        for number, (start, end) in enumerate(clauses):
            task, fit = strong.get(number) or (strong[first] if number < first else (pieces[-1].task, pieces[-1].fit))
            if pieces and pieces[-1].task == task:
                best = fit if fit.score > pieces[-1].fit.score else pieces[-1].fit
                pieces[-1] = _Piece(pieces[-1].start, end, task, best, True)
            else:
                pieces.append(_Piece(start, end, task, fit, True))
        context.speak(pieces[-1].task, pieces[-1].fit.score)
        return pieces

    def _best(self, start: int, end: int) -> tuple[tuple[int, Fit] | None, bool]:
        """The task that words fit best, and whether it leads the others clearly."""
        words = self._text[start:end]
        return self._ranked({at: self._fit(at, start, end) for at in self._likeness.nearest(words)})

    def _ranked(self, fits: Mapping[int, Fit]) -> tuple[tuple[int, Fit] | None, bool]:
        ranked = sorted(fits, key=lambda at: -(fits[at].score + self._bonus[at]))
        if not ranked or fits[ranked[0]].score <= 0:
            return None, False
        lead = fits[ranked[0]].score + self._bonus[ranked[0]]
        second = fits[ranked[1]].score + self._bonus[ranked[1]] if len(ranked) > 1 else 0.0
        clear = lead - second >= _MARGIN and self._own[ranked[0]]
        return (ranked[0], fits[ranked[0]]), clear

    def _fit(self, task: int, start: int, end: int) -> Fit:
        return self._likeness.fit(task, self._text[start:end], self._within(start, end))

    def _within(self, start: int, end: int) -> list[Figure]:
        own = self._of_cells.get(start)
        return [figure for figure in self._figures if start <= figure.start < end] if own is None else own

    def _is_lead(self, start: int, end: int) -> bool:
        """Whether the first words of a numbered paragraph, or 某某方面, only name what follows."""
        words = self._text[start:end].strip(" 。；;：:")
        named = is_numbered(words) or words.endswith("方面")
        return named and len(words) <= _LONGEST_LEAD and not self._within(start, end) and not reports(words)

    def _lead(self, start: int, end: int, context: Context) -> None:
        best, clear = self._best(start, end)
        if best is not None and clear and best[1].score >= _NAMED:
            context.task, context.score = best[0], best[1].score

    def _under(self, start: int, end: int) -> Says | str:
        """下一步，… plans what follows in its own paragraph."""
        line = self._text.rfind("\n", 0, start) + 1
        before = self._text[line:end]
        found = re.search("下一步|下阶段|下一阶段|接下来", before)
        return "planned" if found else ""

    def _is_heading(self, words: str) -> bool:
        if tells_how_many(words) and not any(repeats(words, task) for task in self._tasks):
            return False
        return (
            len(words) <= _LONGEST_HEADING
            and not words.startswith("|")
            and not re.search("[。；;]", words)
            and not re.search("已|累计|截至", words)
        )

    def _tells(self, start: int, end: int) -> bool:
        """Whether a sentence that fits no task is worth telling: it says something, in a table's row a value."""
        words = self._text[start:end].strip()
        if len(words) < _SHORTEST or _FORMULA.search(words) or (len(words) <= _LONGEST_LEAD and heading_says(words)):
            return False
        return not words.startswith("|") or bool(self._within(start, end))

    def _why_not(self, start: int, end: int, context: Context) -> str:
        plan = (context.under or self._under(start, end)) == "planned" or not told_part(self._text[start:end]).strip()
        return _PLAN if plan else _NO_TASK

    def _is_sure(self, piece: _Piece) -> bool:
        """Whether whose report it is is known, and no other task of the body is as near."""
        words = self._text[piece.start : piece.end]
        if not self._body:
            return _SAME_TASK in piece.fit.why
        near = [at for at in self._likeness.nearest(words) if self._own[at] and at != piece.task]
        return not any(
            self._likeness.is_beside(piece.task, at, words) and self._fit(at, piece.start, piece.end).score >= _OFFERED
            for at in near
        )


def _with_value(task: Task, one: Reached, state: Says) -> Says:
    """What a sentence says of a target whose value it tells: of one that is not reached yet it does not say done."""
    short = one.share is not None and one.share < 100
    if one.value is not None and one.node is not None:
        short = not meets(task.nodes[one.node], one.value)
    return "in_progress" if state == "done" and short else state


def _figures_of(words: str, start: int, date: str) -> list[Figure]:
    """The figures of a cell read as a sentence, where they stand in the document."""
    return [
        replace(figure, start=figure.start + start, end=figure.end + start) for figure in read(words, date=date).figures
    ]


def _is_label(words: str) -> bool:
    """Whether a table's cell only names a body, a number or nothing."""
    plain = words.strip(" |　")
    return len(plain) < 3 or (len(plain) < 20 and "，" not in plain and ends_as_body(plain))


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(text, start, end):
        if found.group().strip(" 　，,；;。|"):
            yield found.span()
