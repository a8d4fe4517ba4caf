"""The sentences of a place's documents, asked which of them speak of a commitment."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from heapq import nsmallest
from typing import cast

from sqlalchemy import Connection, select

from luoshi.language.passage import one_line
from luoshi.ledger.links import Link, LinkVerdict, sentence_id
from luoshi.ledger.progress.rows import Mention, Says
from luoshi.ledger.progress.sought import Sought
from luoshi.ledger.progress.wording import WORDS, said, shared_words
from luoshi.ledger.ranking import Ranking, pairs
from luoshi.ledger.schema import commitments, documents, figures, readings, sentences

# How much a sentence weighs that promises instead of reporting, and what each thing in common adds. Set on
# reports that the recorded measurement does not hold.
_PLAN = 0.3
_NAMED, _SAME_RESULT = 0.25, 0.5
_SHARE = 0.4  # of the share of pairs in common: among a few sentences every pair is common, and BM25 tells little
_K1, _B = 1.2, 0.3
_CANDIDATES = 50  # of the best sentences are looked at closely
_LEAST = 0.06  # of the score of the commitment's own sentence: to be shown
# To count as news, the score and how much of the commitment's telling nouns is said; the more of the one, the less
# of the other. What is told years later weighs less: it is more often of another work.
_NEWS = ((0.2, 0.4), (0.14, 0.6), (0.1, 0.9))
_RESULT = 0.12  # the least score of a value of the commitment's own indicator
_LATER_YEAR = 0.7
_FORGOTTEN = 2  # years after the next report: a value of the same indicator is that of another year
_RAREST = 0.7  # of the weight of the rarest noun
_TELLING = 3  # nouns, the rarest, that tell a commitment from others
_NEIGHBOURS, _MANY = 5, 0.4  # a sentence stands in a plan where so many of its neighbours on either side promise

_AHEAD = re.compile("年内|年底前|月底前|力争|争取|将于|拟于|计划于|(?:今|明)年(?:要|将|拟|计划)")
# What a report finds wanting is no news of what was done about it.
_SHORTCOMING = re.compile(
    "(?:还|仍)(?:存在|面临|不)|清醒地?(?:认识|看到)|有待|未能|(?<!能)不[够高强优快足](?!于|过)|任务艰巨|形势严峻"
)


@dataclass(slots=True)
class Standing:
    """What stands in a sentence: whether it promises, or only plans or stands among plans; the figures it reports."""

    promises: bool = False
    planned: bool = False
    indicators: set[tuple[str, str]] = field(default_factory=set)
    values: set[tuple[Decimal, str]] = field(default_factory=set)


class Ground:
    """The sentences of a place's documents from the day ``since`` to the day ``on`` (``""``: all), to be asked."""

    def __init__(self, connection: Connection, place: str, place_code: str, since: str, on: str) -> None:
        query = (
            select(
                sentences.c.reading_id,
                sentences.c.start,
                sentences.c.end,
                sentences.c.text,
                readings.c.document_id,
                readings.c.date,
                documents.c.name,
                documents.c.url,
            )
            .join(readings, readings.c.id == sentences.c.reading_id)
            .join(documents, documents.c.id == readings.c.document_id)
            .where(readings.c.superseded_by.is_(None))
            .where(readings.c.place_code == place_code if place_code else readings.c.place == place)
            .where(readings.c.date >= since)
            .order_by(readings.c.date, readings.c.document_id, sentences.c.start)
        )
        if on:
            query = query.where(readings.c.date <= on)
        self._rows = [row for row in connection.execute(query) if WORDS.search(row.text)]
        self._words = [one_line(row.text) for row in self._rows]
        self._first: dict[int, int] = {}
        self._starts: dict[int, list[int]] = defaultdict(list)
        self._number: dict[tuple[str, int], int] = {}
        for number, row in enumerate(self._rows):
            self._first.setdefault(row.reading_id, number)
            self._starts[row.reading_id].append(row.start)
            self._number[row.document_id, row.start] = number
        self._dates = [row.date for row in self._rows]
        self._standing = self._read(connection)
        self._pairs = [pairs(words) for words in self._words]
        self._sets: dict[int, frozenset[str]] = {}
        self._ranking = Ranking(self._pairs, _K1, _B)

    def mentions(
        self, asked: Sought, on: str, limit: int, verdicts: Mapping[tuple[str, int], Link]
    ) -> Iterator[Mention]:
        """The sentences of later documents that speak of what is asked, the best first."""
        in_question = list(dict.fromkeys(pairs(asked.work)))
        if not asked.date or not in_question:
            return
        first = bisect_right(self._dates, asked.date)
        last = bisect_right(self._dates, on) if on else len(self._dates)
        judged = {self._number[said]: link for said, link in verdicts.items() if said in self._number}
        confirmed = {at for at, link in judged.items() if link.verdict != "unrelated" and first <= at < last}
        scores = self._ranking.scores(in_question, first, last)
        own = self._at(asked.reading, asked.start)
        likest = self._ranking.scores(in_question, *((0, len(self._rows)) if own is None else (own, own + 1)))
        whole = max(likest.values(), default=1e-6)
        weighed: dict[int, float] = {}
        wanted = frozenset(in_question)
        for at in sorted(set(self._best(scores)) | confirmed):
            share = len(wanted & self._pairs_of(at)) / len(in_question)
            fit = max(scores.get(at, 0.0) / whole, _SHARE * share)
            weighed[at] = round(fit * self._weight(at, asked), 4)
            if self._own_result(at, asked):
                weighed[at] = max(weighed[at], _RESULT)  # a result of its own indicator is news in whatever words
        ranked = sorted(weighed, key=lambda at: (at not in confirmed, -weighed[at], at))
        shown = 0
        for at in ranked:
            link = judged.get(at)
            if at not in confirmed and (shown >= limit or weighed[at] < _LEAST):
                break
            if link and link.verdict == "unrelated":
                continue
            shown += 1
            row = self._rows[at]
            yield Mention(
                id=sentence_id(row.document_id, row.start, row.end),
                document=row.name,
                document_id=row.document_id,
                url=row.url,
                date=row.date,
                start=row.start,
                end=row.end,
                quote=row.text,
                score=weighed[at],
                news=self._is_news(at, asked, weighed[at]),
                why=tuple(self._reasons(at, asked)),
                says=self._says(at, asked),
                judged=cast(LinkVerdict, link.verdict) if link else "",
                judged_by=link.who if link else "",
                judged_why=link.why if link else "",
            )

    def _own_result(self, at: int, asked: Sought) -> bool:
        """Whether a sentence reports a value of an indicator that the commitment sets."""
        standing = self._standing[at]
        return bool(standing.indicators & asked.indicators) and not standing.planned

    def _is_news(self, at: int, asked: Sought, score: float) -> bool:
        """Whether a sentence fits well enough to be of the same work, told soon enough after it was due."""
        if _SHORTCOMING.search(self._words[at]):
            return False
        due = max(asked.date[:4], asked.deadline[:4])
        later = max(0, int(self._dates[at][:4]) - int(due) - 1)
        if later < _FORGOTTEN and self._own_result(at, asked):
            return True
        aged = score * _LATER_YEAR**later
        told = self._told(at, asked)
        return any(aged >= least and told >= telling for least, telling in _NEWS)

    def _told(self, at: int, asked: Sought) -> float:
        """How much of what tells the commitment from others a sentence says: of its nouns by their rarity.

        1 for as much as its three rarest nouns weigh; where it has no noun, every sentence says it. Of a few nouns
        one of the rarest has to be said.
        """
        words = self._words[at]
        rarity = {noun: max(map(self._ranking.rarity, pairs(noun))) for noun in asked.nouns}
        rarest = sorted(rarity.values(), reverse=True)[:_TELLING]
        said = [weight for noun, weight in rarity.items() if noun in words]
        if len(rarity) <= _TELLING and rarity and max(said, default=0.0) < _RAREST * rarest[0]:
            return 0.0
        return sum(said) / sum(rarest) if rarest else 1.0

    def _pairs_of(self, at: int) -> frozenset[str]:
        """The pairs of a sentence that was looked at closely, which is then looked at again and again."""
        if at not in self._sets:
            self._sets[at] = frozenset(self._pairs[at])
        return self._sets[at]

    def _best(self, scores: Mapping[int, float]) -> list[int]:
        """The sentences with the best scores, promises weighed less."""
        weighed = ((-(_PLAN if self._standing[at].planned else 1) * score, at) for at, score in scores.items())
        return [at for _, at in nsmallest(_CANDIDATES, weighed)]

    def _weight(self, at: int, asked: Sought) -> float:
        """How much more, or less, a sentence weighs than its words do."""
        standing = self._standing[at]
        named = sum(name in self._words[at] for name, _ in asked.names) + len(standing.values & asked.values)
        result = bool(standing.indicators & asked.indicators)
        return (_PLAN if standing.planned else 1) * (1 + _NAMED * named + _SAME_RESULT * result)

    def _says(self, at: int, asked: Sought) -> Says:
        """What a sentence says of the work; nothing is done before its time has come."""
        if self._standing[at].planned:
            return "planned"
        says = said(asked.work, self._words[at])
        early = bool(asked.deadline) and self._dates[at][:4] < asked.deadline[:4]
        return "in_progress" if says == "done" and early and "提前" not in self._words[at] else says

    def _reasons(self, at: int, asked: Sought) -> Iterator[str]:
        """What a sentence and the commitment have in common, for people."""
        for name, kind in asked.names:
            if name in self._words[at]:
                yield f"{kind} {name}"
        for key, _ in sorted(self._standing[at].indicators & asked.indicators):
            yield f"指标 indicator {key}"
        for value, unit in sorted(self._standing[at].values & asked.values):
            yield f"数值 value {value:f}{unit}"
        words = shared_words(asked.words, self._words[at])
        if words:
            yield f"词语 words {'、'.join(words)}"

    def _at(self, reading: int, start: int) -> int | None:
        """The number of the sentence of a reading in which ``start`` lies."""
        starts = self._starts.get(reading)
        return self._first[reading] + max(bisect_right(starts, start) - 1, 0) if starts else None

    def _read(self, connection: Connection) -> list[Standing]:
        """What stands in each sentence."""
        standing = [Standing() for _ in self._rows]
        for reading in self._starts:
            promised = select(commitments.c.start).where(commitments.c.reading_id == reading)
            for (start,) in connection.execute(promised):
                at = self._at(reading, start)
                if at is not None:
                    standing[at].promises = True
            columns = figures.c
            reported = select(columns.start, columns.indicator_key, columns.facets, columns.low, columns.unit)
            for row in connection.execute(reported.where(columns.reading_id == reading, columns.status == "actual")):
                at = self._at(reading, row.start)
                if at is not None:
                    standing[at].indicators.add((row.indicator_key, row.facets))
                    if row.low is not None:
                        standing[at].values.add((row.low, row.unit))
        for at, one in enumerate(standing):
            first = self._first[self._rows[at].reading_id]
            last = first + len(self._starts[self._rows[at].reading_id])
            around = standing[max(first, at - _NEIGHBOURS) : min(last, at + _NEIGHBOURS + 1)]
            ahead = _AHEAD.search(self._words[at]) is not None
            one.planned = one.promises or ahead or sum(each.promises for each in around) >= _MANY * len(around)
        return standing
