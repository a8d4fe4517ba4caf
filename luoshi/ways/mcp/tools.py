"""What an assistant may ask: each tool a question to the ledger, each row of its answer with its citation.

None of the tools writes. The descriptions are what an assistant chooses by; words of documents are told as they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as calendar_date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from luoshi import service
from luoshi.service import wording
from luoshi.ways.mcp.citations import Citing

if TYPE_CHECKING:
    from luoshi.service import Ledger, SeriesRow

Answer = dict[str, Any]
Place = Annotated[str, Field(description="A place: name or division code, such as 临澜市; empty: all.", max_length=60)]
Year = Annotated[str, Field(description="A year, such as 2025; empty for all.", pattern=r"^(\d{4})?$")]
Most = Annotated[int, Field(description="How many rows at most.", ge=1, le=200)]
Name = Annotated[str, Field(description="An indicator's name or alias, such as 一般公共预算收入.", max_length=100)]
Measured = Literal["", "level", "change", "growth", "share", "rank", "streak"]


class Tools:
    """The tools of one ledger; ``citing`` makes its citations."""

    def __init__(self, ledger: Ledger, citing: Citing) -> None:
        self._ledger = ledger
        self._citing = citing

    def documents(self, place: Place = "", year: Year = "", most: Most = 50) -> Answer:
        """The documents that the ledger holds, newest first: name, day, place, and how many records each gave."""
        rows = self._ledger.documents(place, year)
        told = [
            {"id": row.id[:16], "name": row.name, "title": row.title, "date": row.date, "place": row.place,
             "records": dict(row.counts), "desk": f"{self._citing.desk}/documents/{row.id[:16]}"}
            for row in rows[:most]
        ]  # fmt: skip
        return _answer(told, len(rows), service.why_nothing(self._ledger, "documents", place))

    def search(
        self,
        words: Annotated[str, Field(description="Words parted by blanks; a sentence holds them all.", max_length=200)],
        place: Place = "",
        year: Year = "",
        most: Most = 20,
    ) -> Answer:
        """Sentences of the documents that hold all the words, newest first, with the records that stand in them."""
        rows, more = service.newest(self._ledger, words, most, place, year)
        told = [
            {
                "sentence": row.snippet,
                "place": row.place,
                "records": list(row.records),
                "citation": self._citing.named(
                    f"{row.document_id[:16]}:sentence-{row.start}-{row.end}", row.document, row.date,
                    row.snippet, row.snippet,
                ),
            }
            for row in rows
        ]  # fmt: skip
        return _answer(told, len(told), service.why_nothing(self._ledger, "search", place)) | {"more": more}

    def series(self, indicator: Name, place: Place = "", measure: Measured = "", most: Most = 100) -> Answer:
        """The values of an indicator over time, targets and results, each with the sentence that says it."""
        rows = self._ledger.series(indicator, place, measure)
        why = service.why_nothing(self._ledger, "series", place, indicator)
        return _answer([self._value(row) for row in rows[:most]], len(rows), why)

    def panel(
        self,
        indicators: Annotated[list[str], Field(description="Names of indicators.", min_length=1, max_length=12)],
        places: Annotated[list[str], Field(description="Names of places; empty for all.", max_length=60)] = [],  # noqa: B006  # never changed
        years: Annotated[str, Field(description="Years such as 2020-2025; empty for all.", max_length=11)] = "",
        most: Most = 200,
    ) -> Answer:
        """One value for each place, year and indicator, the best the ledger has; an empty cell says why it is empty."""
        rows = self._ledger.panel(indicators, places, service.years_of(years))
        told = [
            {
                "place": row.place,
                "year": row.year,
                "indicator": row.indicator,
                "value": service.panel_value(row),
                "stage": row.stage,
                "missing": service.MISSING[row.missing] if row.missing else "",
                "citation": self._citing.of(row) if row.id else None,
            }
            for row in rows[:most]
        ]
        return _answer(told, len(rows), service.why_nothing(self._ledger, "documents"))

    def outcomes(self, place: Place = "", year: Year = "", indicator: str = "", most: Most = 60) -> Answer:
        """Targets beside what came of them: verdict met, missed, unclear or open, target and result with sentences."""
        rows = self._ledger.outcomes(place, year, indicator)
        told = [
            {
                "place": row.target.place,
                "period": row.target.period,
                "indicator": row.target.indicator,
                "verdict": row.verdict,
                "rule": row.rule,
                "answer": row.answer,
                "target": self._value(row.target),
                "result": self._value(row.result) if row.result else None,
                "candidates": [self._value(one.figure) for one in row.candidates[:3]],
            }
            for row in rows[:most]
        ]
        counts: dict[str, int] = {}
        for row in rows:
            counts[row.verdict] = counts.get(row.verdict, 0) + 1
        why = service.why_nothing(self._ledger, "outcomes", place, indicator)
        return _answer(told, len(rows), why) | {"verdicts": counts}

    def task_book(
        self,
        on: Annotated[str, Field(description="The ISO day on which the lights are seen; empty: today.")] = "",
        body: Annotated[str, Field(description="Only tasks that this body leads or helps.", max_length=60)] = "",
        light: Literal["", "red", "yellow", "undecided", "green", "done"] = "",
        book: Annotated[str, Field(description="The book's name, where there are several.", max_length=80)] = "",
        most: Most = 60,
    ) -> Answer:
        """The office's book of tasks (督查台账): each task with its light, why, its deadline and the latest report."""
        day = on or calendar_date.today().isoformat()
        standings = self._ledger.book(book).standings(day, body)
        rows = [one for one in standings if light in ("", one.light)]
        counts = {name: sum(one.light == name for one in standings) for name in service.LIGHT_WORDS}
        told = [self._task(one, book) for one in rows[:most]]
        why = "台账里没有这样的任务 / the book has no such task"
        return _answer(told, len(rows), why) | {"on": day, "lights": counts}

    def explain(
        self,
        id: Annotated[str, Field(description="The id of a record or a sentence, from a citation.", max_length=120)],
    ) -> Answer:
        """Why a record says what it says: sentence, each field with the words it was taken from, rule, corrections."""
        stored = service.named(self._ledger, id)
        if isinstance(stored, service.SearchRow):
            return {"sentence": stored.snippet, "records": list(stored.records), "citation": self._citing.named(
                id, stored.document, stored.date, stored.snippet, stored.snippet)}  # fmt: skip
        told = service.explain(stored)
        sentence = "".join(part.words for part in told.sentence)
        return {
            "record": stored.record.to_json(),
            "fields": [{"field": name, "value": value, "from": source} for name, value, source in told.fields],
            "rule": told.rule,
            "reads": told.reads,
            "reads_zh": told.reads_zh,
            "corrections": [
                {"field": each.field, "old": wording.plain(each.old), "new": wording.plain(each.new), "who": each.who,
                 "why": each.why}
                for each in stored.corrections
            ],
            "citation": self._citing.named(
                stored.id, stored.document.name, stored.date,
                stored.document.text[stored.record.start : stored.record.end], sentence
            ),
        }  # fmt: skip

    def read_text(
        self,
        text: Annotated[str, Field(description="Chinese official prose.", min_length=1, max_length=200_000)],
        date: Annotated[str, Field(description="The text's ISO day, where it does not say it itself.")] = "",
        place: Place = "",
        most: Most = 100,
    ) -> Answer:
        """Read a text that is not in the ledger, and keep nothing: its figures, commitments, posts with their words."""
        reading = service.read_confined("text.txt", text.encode(), date, place)
        rows = [row for row in service.rows_of(reading) if row["type"] != "article"]
        told = [
            row | {"citation": {"id": row["id"], "document": "text", "quote": row["quote"], "sentence": sentence}}
            for row, sentence in ((row, _sentence(text, row["start"], row["end"])) for row in rows[:most])
        ]
        return _answer(told, len(rows), "没有读出记录 / no record was read") | {
            "place": reading.place,
            "date": reading.date,
        }

    def _value(self, row: SeriesRow) -> Answer:
        """A figure with its value in words and in base units, and its citation."""
        named = ("place", "period", "indicator", "measure", "status", "unit", "qualifier")
        told = row.to_json()
        return {name: told[name] for name in named} | {
            "value": wording.value_of(row), "low": told["low"], "high": told["high"], "citation": self._citing.of(row)
        }  # fmt: skip

    def _task(self, one: Any, book: str) -> Answer:
        """A task with its light, and where it stands: its commitment's sentence, or its row in the office's table."""
        task, latest = one.task, one.latest
        words = f"{task.title}{f'：{task.measure}' if task.measure else ''}"
        desk = f"{self._citing.desk}/book/tasks/{task.id}"
        command = self._citing.command("book", "history", task.id, *(("--book", book) if book else ()))
        return {
            "id": task.id,
            "task": words,
            "leads": list(task.leads),
            "due": one.due or task.deadline.words,
            "light": one.light,
            "why": one.why,
            "share": None if one.share is None else f"{one.share:f}",
            "latest": latest and {"quote": latest.quote, "document": latest.document, "date": latest.date},
            "citation": {
                "id": task.id, "document": task.source.document, "record": task.source.record,
                "table": task.source.table, "row": task.source.row, "quote": words, "sentence": words,
                "command": command, "desk": desk,
            },
        }  # fmt: skip


def _answer(rows: Sequence[Answer], count: int, why: str) -> Answer:
    """Rows, how many there are in all, and where there are none, why."""
    return {"count": count, "rows": list(rows)} | ({} if rows else {"nothing": why})


def _sentence(text: str, start: int, end: int) -> str:
    """The line of a text in which words stand."""
    return text[text.rfind("\n", 0, start) + 1 : next((at for at in (text.find("\n", end),) if at >= 0), len(text))]
