"""An office's files beside their right answers: ``python tools/book_answers.py FOLDER [--unseen 07,08,…] [--quiet]``.

``FOLDER`` holds tables ``NN.xlsx`` with ``NN.json`` (``year``, ``date``, ``tasks``: ``task``, ``bodies`` that lead,
``cooperating``, ``deadline`` as ISO day or ``""``), reports ``report-K.docx`` with ``report-K.json`` (``table``,
``date``, ``body``, ``feedback``: ``sentence``, ``task``, ``done``, ``planned``, ``state``) and ``lights.json`` (table,
day, task, light). Told are the shares that are right, for the tables that may be looked at and for the unseen apart;
what is wrong is told of the first alone. The answers' lights know no milestones; beside them stand the usual ones.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from luoshi import Ledger
from luoshi.documents.grids import open_tables
from luoshi.ledger.book.book import Book
from luoshi.ledger.book.feedback import ReportRead
from luoshi.ledger.book.lights import USUAL, Standing
from luoshi.ledger.book.model import Feedback, Task
from luoshi.ledger.book.tables import tasks_in

BY = "核对"
#: The states of the answers in the words of the book.
STATES = {"done": "done", "in progress": "in_progress", "not begun": "not_begun", "delayed": "trouble"}
_ENDS = re.compile(r"[^。！？；;|\n]+[。！？；;]?")


class Measures:
    """How many of each thing are right, of how many; and what is wrong."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.wrong: list[str] = []

    def count(self, what: str, good: bool, words: str) -> None:
        """Count one thing; ``words`` tell it where it is wrong."""
        self.all[what] += 1
        self.right[what] += good
        if not good:
            self.wrong.append(f"{what}: {words}")

    def told(self) -> list[str]:
        """A line for each measure."""
        return [f"{what}: {self.right[what]} / {of} = {self.right[what] / of:.3f}" for what, of in self.all.items()]


def main() -> None:
    """Check a folder."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--unseen", default="", help="numbers of tables whose errors are not shown: 07,08")
    options.add_argument("--quiet", action="store_true", help="no errors at all")
    given = options.parse_args()
    unseen = set(filter(None, given.unseen.split(",")))
    shown, hidden = Measures(), Measures()
    for answers in sorted(given.folder.glob("[0-9][0-9].json")):
        check(given.folder, answers.stem, hidden if answers.stem in unseen else shown)
    print(*([] if given.quiet else shown.wrong), sep="\n")
    for name, measures in (("seen", shown), ("unseen", hidden)):
        print(f"-- {name}", *measures.told(), sep="\n")


def check(folder: Path, number: str, measures: Measures) -> None:
    """A table with its reports and lights, in a book of its own."""
    expected = _answers(folder, number)
    with tempfile.TemporaryDirectory() as place, Ledger(Path(place) / "book.db") as ledger:
        book = ledger.book()
        book.add(tasks_in(open_tables(_file(folder, number))).tasks, by=BY)
        tasks = _paired(book.tasks(), [one["task"] for one in expected["tasks"]])
        _check_tasks(number, book, tasks, expected["tasks"], measures)
        for answers in sorted(folder.glob("report-*.json")):
            report = json.loads(answers.read_text(encoding="utf-8"))
            if report["table"] == number:
                _check_report(book, folder, answers.stem, report, tasks, measures)
        wanted = _answers(folder, "lights").get(number, {})
        _check_lights("lights", ledger.book(rules=replace(USUAL, by_milestones=False)), tasks, wanted, measures)
        _check_lights("lights, milestones too", book, tasks, wanted, measures)


def _check_lights(
    what: str, book: Book, tasks: dict[str, Task], expected: dict[str, dict[str, str]], measures: Measures
) -> None:
    for day, wanted in expected.items():
        standings = {one.task.id: one for one in book.standings(day)}
        for words, light in wanted.items():
            task = tasks.get(words)
            one = standings[task.id] if task is not None else None
            told = f"{_light(one)} ({one.rule}, {one.share})" if one is not None else "none"
            good = one is not None and _light(one) == light
            measures.count(what, good, f"{day} {words}: {told}, not {light}")


def _answers(folder: Path, name: str) -> Any:
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def _file(folder: Path, name: str) -> Path:
    return next(path for path in sorted(folder.glob(f"{name}.*")) if path.suffix != ".json")


def _check_tasks(
    number: str, book: Book, tasks: dict[str, Task], expected: list[dict[str, Any]], measures: Measures
) -> None:
    for one in expected:
        task = tasks.get(one["task"])
        measures.count("tasks", task is not None, f"{number} {one['task']}")
        if task is None:
            continue
        leads, helps, due = one["bodies"], one["cooperating"], one["deadline"]
        measures.count("leads", set(task.leads) == set(leads), f"{number} {one['task']}: {task.leads}, not {leads}")
        measures.count("helps", set(task.helps) == set(helps), f"{number} {one['task']}: {task.helps}, not {helps}")
        measures.count("deadlines", task.deadline.date == due, f"{number} {one['task']}: {task.deadline}, not {due}")
    found = {task.id for task in tasks.values()}
    for task in book.tasks():
        if task.id not in found:
            measures.count("tasks", False, f"{number} read too much: {task.words!r}")


def _check_report(
    book: Book, folder: Path, name: str, report: dict[str, Any], tasks: dict[str, Task], measures: Measures
) -> None:
    """A report's sentences: each with its task, state and numbers, and those about other work left alone."""
    read = book.report(open_tables(_file(folder, name)))
    measures.count("bodies of reports", read.body == report["body"], f"{name}: {read.body}, not {report['body']}")
    measures.count("days of reports", read.date == report["date"], f"{name}: {read.date}, not {report['date']}")
    book.take(read.feedback, by=BY)
    for one in report["feedback"]:
        task = tasks.get(one["task"])
        told = [each for each in read.feedback if each.certain and _overlap(each.quote, one["sentence"])]
        fitting = [each for each in told if task is not None and each.task == task.id]
        what = f"{name} {one['sentence']}"
        offered = [(each.task, each.score, each.certain, each.why) for each in _overlapping(read, one["sentence"])]
        good = bool(fitting) and len(fitting) == len(told)
        measures.count("feedback", good, f"{what}: {offered}, not {task.id if task else ''} {one['task']}")
        if fitting:
            state = STATES[one["state"]]
            measures.count(
                "states", any(each.says == state for each in fitting), f"{what}: {fitting[0].says}, not {state}"
            )
            _check_number(what, one, fitting, measures)
    _check_others(read, name, report, measures)


def _check_number(what: str, one: dict[str, Any], told: list[Feedback], measures: Measures) -> None:
    if one["done"] is None:
        values = [each.value for each in told if each.node is not None and each.value is not None]
        measures.count("no numbers", not values, f"{what}: {values}, and there is none")
        return
    values = [each.value for each in told if each.value is not None]
    same = any(value == Decimal(str(one["done"])) * 10**power for value in values for power in (0, 3, 4, 8))
    share = None
    if one["planned"]:
        share = (100 * Decimal(str(one["done"])) / Decimal(str(one["planned"]))).quantize(Decimal("0.1"), ROUND_HALF_UP)
    same = same or any(each.share is not None and each.share == share for each in told)
    shown = [(f"{each.value}", f"{each.share}") for each in told]
    measures.count("numbers", same, f"{what}: {shown}, not {one['done']} of {one['planned']}")


def _check_others(read: ReportRead, name: str, report: dict[str, Any], measures: Measures) -> None:
    """Sentences in no answer that were taken for a task no neighbouring sentence speaks of."""
    expected = [one["sentence"] for one in report["feedback"]]
    for sentence in _ENDS.findall(read.document.text):
        if len(sentence.strip()) < 8 or any(_overlap(sentence, one) for one in expected):
            continue
        taken = [each for each in read.feedback if each.certain and _overlap(each.quote, sentence)]
        own = [each for each in taken if not any("上文" in why for why in each.why)]
        measures.count(
            "left alone", not own, f"{name} {sentence.strip()}: {[(one.task, one.score, one.why) for one in own]}"
        )


def _overlapping(read: ReportRead, sentence: str) -> list[Feedback]:
    return [each for each in read.feedback if _overlap(each.quote, sentence)]


def _overlap(one: str, other: str) -> bool:
    one, other = _plain(one), _plain(other)
    return one in other or other in one


def _light(one: Standing) -> str:
    """The light in the answers' words."""
    if one.light == "done":
        return "green"
    return "grey" if not one.due and one.latest is None and one.light == "green" else one.light


def _paired(tasks: list[Task], words: list[str]) -> dict[str, Task]:
    """The task that has each of the words: as its title or measure alone rather than in both together."""
    left = list(tasks)
    found: dict[str, Task] = {}
    for each in words:
        wanted = _plain(each)
        exact = [one for one in left if wanted in (_plain(one.title), _plain(one.measure), _plain(one.words))]
        lines = [one for one in left if any(_plain(line) == wanted for line in one.words.splitlines())]
        task = next(iter([*exact, *lines, *(one for one in left if wanted in _plain(one.words))]), None)
        if task is not None:
            left.remove(task)
            found[each] = task
    return found


def _plain(words: str) -> str:
    return re.sub(r"[\s。；;，,]+", "", words)


if __name__ == "__main__":
    main()
