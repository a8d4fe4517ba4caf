"""Commitments and their progress: which later sentences speak of what was promised, and what they say of it.

The sentences of later documents of the same place are ranked by BM25 (:mod:`luoshi.ledger.ranking`) over pairs of
neighbouring characters: official prose says things in the same words a year later, and pairs need no dictionary.
Names in “ ” and 《 》, places, the body responsible, equal values and a result of the same indicator weigh more; a
sentence that only promises again weighs less than one that reports. It is news of the work where it also says what
tells the work from others: its rarest nouns.

Whether a sentence says that the work is done follows from the clause nearest to the commitment. A person's
verdict (:mod:`luoshi.ledger.links`) goes before all that.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from heapq import nsmallest
from typing import Any, Literal, cast

from sqlalchemy import Connection, select

from luoshi.language.passage import one_line
from luoshi.language.places import places
from luoshi.language.words import tagged
from luoshi.ledger.corrections import corrected, overlay
from luoshi.ledger.ids import resolve
from luoshi.ledger.links import Link, LinkVerdict, latest, sentence_id
from luoshi.ledger.mentions import of_jurisdiction
from luoshi.ledger.outcomes import OutcomeRow, outcomes
from luoshi.ledger.ranking import Ranking, pairs
from luoshi.ledger.rows import key_of, record_id, record_of
from luoshi.ledger.schema import commitments, documents, figures, readings, sentences
from luoshi.records import Commitment

State = Literal["no_news", "in_progress", "done", "overdue"]
Says = Literal["done", "in_progress", "unfinished", "planned"]

# How much a sentence weighs that promises instead of reporting, and what each thing in common adds. Set on
# reports that the recorded measurement does not hold.
_PLAN = 0.3
_NAMED, _SAME_RESULT = 0.25, 0.5
_SHARE = 0.4  # of the share of pairs in common: among a few sentences every pair is common, and BM25 tells little
_MOST = 0.3  # of a commitment's pairs in one clause: it speaks of the work as a whole
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
_WORDS_SHOWN = 4

_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+|\d+(?:\.\d+)?")
_QUOTED = re.compile(r"“([^“”\s]{2,40})”|《([^《》\s]{2,40})》")
_NOUNS = ("n", "j", "vn", "an", "l", "i", "eng")  # parts of speech of what a work is on
_CLAUSE = re.compile(r"[^，,；;。！？：:]+")
_COMPLETED = re.compile(
    "完成|建成|竣工|通车|通航|投产|投入(?:使用|运营|运行)|落成|开通|启用|印发|出台|颁布|成立|设立|建立|签署|发放|挂牌|兑现|取消|终结"
    "|实现|达到|超过|突破|办结|清零|全覆盖|推出|公布|发布|制定实施|全面(?:推开|推行|实施)|成功举|如期|获批|批准|验收"
)
_AHEAD = re.compile("年内|年底前|月底前|力争|争取|将于|拟于|计划于|(?:今|明)年(?:要|将|拟|计划)")
_UNFINISHED = re.compile("未(?!来)|尚|没有|不到位|滞后|仍在|仍需|正在")
# What a report finds wanting is no news of what was done about it.
_SHORTCOMING = re.compile(
    "(?:还|仍)(?:存在|面临|不)|清醒地?(?:认识|看到)|有待|未能|(?<!能)不[够高强优快足](?!于|过)|任务艰巨|形势严峻"
)
_UNDER_WAY = re.compile("加快|推进|积极|稳步|有序|继续|持续|即将|力争|试点|开工|启动|筹备|研究")


@dataclass(frozen=True, slots=True)
class Mention:
    """A later sentence that speaks of a commitment.

    ``score`` is how well it fits, 1 for as well as the commitment's own sentence; ``news`` whether it fits well enough
    to be of the same work. ``why`` names what the two have in common; ``says`` what it says of the work; ``judged``
    is a person's verdict, ``judged_by`` the person and ``judged_why`` the reason, each ``""`` for none.
    """

    id: str
    document: str
    document_id: str
    url: str
    date: str
    start: int
    end: int
    quote: str
    score: float
    news: bool
    why: tuple[str, ...]
    says: Says
    judged: LinkVerdict | Literal[""] = ""
    judged_by: str = ""
    judged_why: str = ""

    @property
    def reports(self) -> bool:
        """Whether it reports on the work: a person says so, or it fits well and does not only promise again."""
        return bool(self.judged) or (self.says != "planned" and self.news)

    def to_json(self) -> dict[str, Any]:
        """The mention as ``luoshi progress --json`` prints it within its row."""
        told = ("id", "document", "document_id", "date", "start", "end", "quote", "score")
        return {name: getattr(self, name) for name in told} | {
            "news": self.news,
            "why": list(self.why),
            "says": self.says,
            "judged": self.judged,
            "judged_by": self.judged_by,
            "judged_why": self.judged_why,
        }


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A commitment, what became of it, the rule that says so, and the later sentences, the best first.

    ``outcomes`` are the targets within the commitment's words beside their results.
    """

    id: str
    commitment: Commitment
    place: str
    place_code: str
    document: str
    document_id: str
    url: str
    date: str
    state: State
    rule: str
    mentions: tuple[Mention, ...]
    outcomes: tuple[OutcomeRow, ...]

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi progress --json`` prints it."""
        told = ("actor", "body", "theme", "deadline", "quote", "start", "end")
        return {
            "id": self.id,
            "place": self.place,
            "place_code": self.place_code,
            **{name: getattr(self.commitment, name) for name in told},
            "document": self.document,
            "date": self.date,
            "state": self.state,
            "rule": self.rule,
            "mentions": [mention.to_json() for mention in self.mentions],
        }


def progress(
    connection: Connection,
    place: str = "",
    year: str = "",
    id: str = "",
    on: str = "",
    limit: int = 5,
    wanted: str = "",
) -> list[ProgressRow]:
    """Each commitment with the later sentences that speak of it, in the order of documents and of their text.

    ``place`` is a name or a division code, ``year`` that of the document that promises, ``id`` one commitment's,
    ``wanted`` the state it is in (each ``""`` for all). ``on`` is the ISO day from which one looks back: documents
    after it are not counted, and a commitment whose deadline lies before it is overdue where nothing reports on it, or
    what does says that it is not finished; without it nothing is overdue by the calendar. At most ``limit`` sentences
    a commitment, those that a person confirmed always. Documents without a date can't be later or earlier than others.
    """
    rows = connection.execute(_commitments(connection, place, year, id, on)).mappings().all()
    if not rows:
        return []
    laid = overlay(connection, {row["document_id"] for row in rows})
    judged = latest(connection)
    asked_readings = {row["reading_id"] for row in rows}
    targets = _targets(outcomes(connection, place, readings_of=asked_readings, on=on))
    busiest = _busiest(connection, asked_readings)
    told: list[ProgressRow] = []
    grounds: dict[str, _Ground] = {}
    for row in rows:
        home = row["place_code"] or row["place"]
        if home not in grounds:
            grounds[home] = _Ground(connection, row["place"], row["place_code"], rows[0]["date"], on)
        key = key_of("commitment", row)
        commitment = cast(Commitment, corrected(record_of("commitment", row), row["document_id"], key, laid))
        standing = (
            (start, outcome)
            for start, outcome in targets.get(row["document_id"], ())
            if commitment.start <= start < commitment.end
        )
        within = tuple(outcome for _, outcome in sorted(standing, key=lambda pair: pair[0]))
        asked = _Asked.of(commitment, row["reading_id"], row["date"], busiest.get(row["reading_id"], ""), within)
        verdicts = judged.get((row["document_id"], key), {})
        mentions = tuple(grounds[home].mentions(asked, on, limit, verdicts))
        state, rule = _state(commitment, row["date"], on, mentions, within)
        if wanted not in ("", state):
            continue
        told.append(
            ProgressRow(
                id=record_id(row["document_id"], key),
                commitment=commitment,
                place=row["place"],
                place_code=row["place_code"],
                document=row["document"],
                document_id=row["document_id"],
                url=row["url"],
                date=row["date"],
                state=state,
                rule=rule,
                mentions=mentions,
                outcomes=within,
            )
        )
    return told


def excerpt(commitment: str, words: str, longest: int = 120) -> str:
    """Of a later sentence the clauses around the one that speaks of the commitment, at most ``longest`` characters."""
    words = one_line(words)
    if len(words) <= longest:
        return words
    wanted = set(pairs(one_line(commitment)))
    clauses = [found.span() for found in _CLAUSE.finditer(words)]
    shared = [len(wanted.intersection(pairs(words[start:end]))) for start, end in clauses]
    first = last = max(range(len(clauses)), key=shared.__getitem__, default=-1)
    if first < 0:
        return words[:longest] + "…"
    while True:
        if last + 1 < len(clauses) and clauses[last + 1][1] - clauses[first][0] <= longest:
            last += 1
        elif first and clauses[last][1] - clauses[first - 1][0] <= longest:
            first -= 1
        else:
            break
    start, end = clauses[first][0], min(clauses[last][1], clauses[first][0] + longest)
    return f"{'…' if first else ''}{words[start:end]}{'…' if end < len(words) - 1 else words[end:]}"


def last_day(period: str) -> str:
    """The last day of an ISO 8601 period: ``2025-06-30`` for ``2025-06``; ``""`` where there is none."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", period.rpartition("/")[2])
    if not found:
        return ""
    year, month = int(found[1]), int(found[2] or 12)
    if not (year >= 1 and 1 <= month <= 12):
        return ""
    return f"{year:04}-{month:02}-{found[3] or calendar.monthrange(year, month)[1]}"


def _commitments(connection: Connection, place: str, year: str, id: str, on: str) -> Any:
    """The commitments asked for, with what is told of their documents."""
    query = (
        select(
            commitments,
            readings.c.document_id,
            readings.c.date,
            readings.c.place,
            readings.c.place_code,
            documents.c.name.label("document"),
            documents.c.url,
        )
        .join(readings, readings.c.id == commitments.c.reading_id)
        .join(documents, documents.c.id == readings.c.document_id)
        .where(readings.c.superseded_by.is_(None))
        .order_by(readings.c.date, readings.c.document_id, commitments.c.start, commitments.c.end)
        .order_by(commitments.c.ordinal)
    )
    if place:
        query = query.where(of_jurisdiction(place))
    if year:
        query = query.where(readings.c.date.startswith(year))
    if on:
        query = query.where(readings.c.date <= on)
    if id:
        document_id, key, reading_id = resolve(connection, id, "commitment")
        _, start, end = key.partition(".")[0].split("-")
        query = query.where(commitments.c.reading_id == reading_id, commitments.c.start == int(start))
        query = query.where(commitments.c.end == int(end), readings.c.document_id == document_id)
    return query


def _targets(rows: Iterable[OutcomeRow]) -> dict[str, list[tuple[int, OutcomeRow]]]:
    """Targets of each document by where they stand."""
    found: dict[str, list[tuple[int, OutcomeRow]]] = defaultdict(list)
    for row in rows:
        for target in row.targets:
            found[target.document_id].append((target.start, row))
    return found


def _busiest(connection: Connection, wanted: Iterable[int]) -> dict[int, str]:
    """The body that most commitments of a reading name: it speaks of itself, and tells none apart."""
    actors: dict[int, str] = {}
    for reading in sorted(wanted):
        named = select(commitments.c.actor).where(commitments.c.reading_id == reading)
        count = Counter(connection.execute(named.order_by(commitments.c.start)).scalars())
        actors[reading] = count.most_common(1)[0][0]
    return actors


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for: a commitment's words, its names, its indicators and values, and when it was made.

    ``work`` are the words without the body responsible, whom a report need not name again; ``nouns`` those among
    them that say what is worked on.
    """

    words: str
    work: str
    names: tuple[tuple[str, str], ...]
    indicators: frozenset[tuple[str, str]]
    values: frozenset[tuple[Decimal, str]]
    nouns: tuple[str, ...]
    reading: int
    start: int
    date: str
    deadline: str

    @classmethod
    def of(cls, commitment: Commitment, reading: int, date: str, busiest: str, within: Sequence[OutcomeRow]) -> _Asked:
        """What a commitment asks for."""
        words = one_line(commitment.quote)
        names = {found[1] or found[2]: "名称 name" for found in _QUOTED.finditer(words)}
        names |= {place.quote: "地名 place" for place in places(words) if len(place.quote) > 1}
        names |= {
            body: "单位 body"
            for body in (commitment.actor, commitment.body)
            if len(body) > 1 and busiest not in (commitment.actor, "")
        }
        rows = [target for row in within for target in row.targets]
        work = words.replace(one_line(commitment.actor), "") if len(commitment.actor) > 1 else words
        return cls(
            words,
            work,
            tuple(names.items()),
            frozenset((row.identity.key, row.identity.facets) for row in rows),
            frozenset((row.low, row.unit) for row in rows if row.low is not None and row.low == row.high),
            tuple(dict.fromkeys(word for word, tag in tagged(work) if len(word) > 1 and tag.startswith(_NOUNS))),
            reading,
            commitment.start,
            date,
            last_day(commitment.deadline),
        )


@dataclass(slots=True)
class _Standing:
    """What stands in a sentence: whether it promises, or only plans or stands among plans; the figures it reports."""

    promises: bool = False
    planned: bool = False
    indicators: set[tuple[str, str]] = field(default_factory=set)
    values: set[tuple[Decimal, str]] = field(default_factory=set)


class _Ground:
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
        self._rows = [row for row in connection.execute(query) if _RUN.search(row.text)]
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
        self, asked: _Asked, on: str, limit: int, verdicts: Mapping[tuple[str, int], Link]
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

    def _own_result(self, at: int, asked: _Asked) -> bool:
        """Whether a sentence reports a value of an indicator that the commitment sets."""
        standing = self._standing[at]
        return bool(standing.indicators & asked.indicators) and not standing.planned

    def _is_news(self, at: int, asked: _Asked, score: float) -> bool:
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

    def _told(self, at: int, asked: _Asked) -> float:
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

    def _weight(self, at: int, asked: _Asked) -> float:
        """How much more, or less, a sentence weighs than its words do."""
        standing = self._standing[at]
        named = sum(name in self._words[at] for name, _ in asked.names) + len(standing.values & asked.values)
        result = bool(standing.indicators & asked.indicators)
        return (_PLAN if standing.planned else 1) * (1 + _NAMED * named + _SAME_RESULT * result)

    def _says(self, at: int, asked: _Asked) -> Says:
        """What a sentence says of the work; nothing is done before its time has come."""
        if self._standing[at].planned:
            return "planned"
        says = _says(asked.work, self._words[at])
        early = bool(asked.deadline) and self._dates[at][:4] < asked.deadline[:4]
        return "in_progress" if says == "done" and early and "提前" not in self._words[at] else says

    def _reasons(self, at: int, asked: _Asked) -> Iterator[str]:
        """What a sentence and the commitment have in common, for people."""
        for name, kind in asked.names:
            if name in self._words[at]:
                yield f"{kind} {name}"
        for key, _ in sorted(self._standing[at].indicators & asked.indicators):
            yield f"指标 indicator {key}"
        for value, unit in sorted(self._standing[at].values & asked.values):
            yield f"数值 value {value:f}{unit}"
        words = _shared(asked.words, self._words[at])
        if words:
            yield f"词语 words {'、'.join(words)}"

    def _at(self, reading: int, start: int) -> int | None:
        """The number of the sentence of a reading in which ``start`` lies."""
        starts = self._starts.get(reading)
        return self._first[reading] + max(bisect_right(starts, start) - 1, 0) if starts else None

    def _read(self, connection: Connection) -> list[_Standing]:
        """What stands in each sentence."""
        standing = [_Standing() for _ in self._rows]
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


def _shared(mine: str, theirs: str) -> list[str]:
    """The longest stretches that two sentences share, the longest first."""
    found: dict[str, None] = {}
    for run in _RUN.findall(mine):
        at = 0 if run[0] >= "A" else len(run)  # equal values are told apart from words
        while at < len(run) - 1:
            end = at + 1
            while end < len(run) and run[at : end + 1] in theirs:
                end += 1
            if end - at > 1:
                found[run[at:end]] = None
            at = max(end - 1, at + 1) if end - at > 1 else at + 1
    return sorted(found, key=len, reverse=True)[:_WORDS_SHOWN]


def _says(asked: str, words: str) -> Says:
    """What the clause nearest to the commitment says of the work.

    A clause that shares little with the commitment may speak of a part of the work, which is then going on.
    """
    wanted = set(pairs(asked))
    shared = {clause: len(wanted.intersection(pairs(clause))) for clause in _CLAUSE.findall(words)}
    nearest = max(shared, key=shared.__getitem__, default="")
    if _UNFINISHED.search(nearest):
        return "unfinished"
    completed = _COMPLETED.search(nearest) and not _UNDER_WAY.search(nearest)
    return "done" if completed and shared[nearest] >= _MOST * len(wanted) else "in_progress"


def _state(
    commitment: Commitment, date: str, on: str, mentions: Sequence[Mention], within: Sequence[OutcomeRow]
) -> tuple[State, str]:
    """A commitment's state and the rule that gives it."""
    due = last_day(commitment.deadline)
    late = bool(due and on and due < on)
    states: tuple[Literal["done", "in_progress"], ...] = ("done", "in_progress")
    for state in states:
        if any(mention.judged == state for mention in mentions):
            if state == "in_progress" and late:
                return "overdue", f"期限已过，人工判断仍在推进 / past its deadline {due}, a person found it going on"
            return state, "人工判断 / a person's verdict"
    verdicts = Counter(outcome.verdict for outcome in within)
    if verdicts["missed"]:
        return "overdue", "所含目标未完成 / a target within it was missed"
    if verdicts["met"] and verdicts["met"] == len(within):
        return "done", "所含目标均已完成 / every target within it was met"
    reports = [mention for mention in mentions if mention.reports]
    if reports and reports[0].says == "done":
        return "done", f"后文称已完成 / a later sentence says it is done: {reports[0].id}"
    if late and (not reports or reports[0].says == "unfinished"):
        return "overdue", f"期限 {due} 已过，未见完成 / its deadline has passed and nothing says it is done"
    if reports and late:
        words = (
            f"期限 {due} 已过，后文有进展但未说完成 / past its deadline; a later sentence speaks of it, not of its end"
        )
        return "in_progress", f"{words}: {reports[0].id}"
    if reports:
        return "in_progress", f"后文有进展 / a later sentence speaks of it: {reports[0].id}"
    if not date:
        return (
            "no_news",
            "文件没有日期，不知何为后文，可用 --date 说明 / its document has no date; luoshi add --date states it",
        )
    return "no_news", "未见后文 / no later sentence reports on it"
