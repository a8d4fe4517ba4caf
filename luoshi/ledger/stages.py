"""One value of several: how sure each is of a place and period, the best on top, the others folded under it.

A place's revenue of a year is told as it was planned, as it was adjusted, as it came to, and again years later; in its
own report, in its bulletin, and in passing by others. :func:`folded` makes one line of them. docs/panel.md gives each
rule with an example.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, func, or_, select, true

from luoshi.knowledge.indicators import split_measure
from luoshi.ledger.identity import compared_period, indicator_key, period_kind, places_asked
from luoshi.ledger.schema import documents, figures, readings
from luoshi.ledger.series import (
    SeriesRow,
    agree,
    at_place,
    baseline,
    figures_told,
    series,
    series_order,
    subject,
    told,
)

#: How far along a value is, from the plan to the settled account.
Stage = Literal["initial", "adjusted", "preliminary", "executed", "final"]
#: What kind of document tells a value.
Kind = Literal["accounts", "bulletin", "budget", "report", "plan", "other"]

#: Of which level of government: as the name says (``""``), all of the place, its own level alone, its zones, any.
Scope = Literal["", "whole", "own", "zones", "any"]

_STAGES: tuple[Stage, ...] = ("initial", "adjusted", "preliminary", "executed", "final")
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("bulletin", re.compile(r"发展统计公报")),
    ("accounts", re.compile(r"决算(?:草案)?(?:的|情况)*报告")),
    ("budget", re.compile(r"预算[^，。]{0,12}执行情况")),
    ("plan", re.compile(r"规划纲要|发展计划[^，。]{0,16}报告")),
    ("report", re.compile(r"政府工作(?:的)?报告|各位代表")),
)
_TRUST: tuple[Kind, ...] = ("accounts", "bulletin", "budget", "report", "plan", "other")
_ZONE = re.compile(r"(?:开发|高新|经开|保税|园|示范|试验|合作)区$|新区$")
_HEAD = 600  # characters of a document that say what kind it is
_ADJUSTED = re.compile(r"调整(?:后(?:的)?)?预算|预算调整|变动预算|调整为")
_FINAL = re.compile(r"决算|最终核实|核定数|最终数据")
_PRELIMINARY = re.compile(r"预计|初步(?:核算|统计|测算|预计)|快报|预期可")
_COMMAS = re.compile(r"[，,：:]")
_DIGIT = re.compile(r"\d")
_CLAUSES = re.compile(r"[。；;]")
# Words of scope before a value that its name has not: it may be of a part.
_PART = re.compile(
    r"其中|[县镇乡]域|(?:高新|经开|开发|保税|示范|试验|功能|园|新)区|经济带|都市圈|城市群|百强|县级市|市区|主城区?"
    r"|限额以上|规模以上|限上|规上|民营|国有|外资|外商|[本市区县省州]级|(?<!全年)累计|黄金周|春节|国庆|[一二三四1-4]季度|半年|前[\d一二三四五六七八九十]{1,2}个?月"
)
_TO_DATE = re.compile(
    r"[本当][年期]累计|自?年初累计|累计"
)  # the head of a table's column; the reader made it the period
_NAMED_PART = re.compile(r"其中[，,：:]?(?!.*其中)")
_OF_WHICH = re.compile(r"其中[：:，,]")
_THRESHOLD = re.compile(r"(?:[、和][^，。；]{0,20})?(?:[一二两三四五六七八九十]?[个大]?台阶|大关)")
_ONE_AFTER_ANOTHER = re.compile(r"(?:先后|相继|连续|接连|依次)(?:突破|跨[过越上]|迈[上过]|跃上|登上)")
_AT_ONCE, _MANY = 500, 5000  # documents in one question; more are picked from all
_REVENUE = re.compile(r"总收入|[全大]口径|财政收入")
_FEW_YEARS = 2  # after the period: what is told later is told in passing


@dataclass(frozen=True, slots=True)
class Source:
    """A document as values are weighed by it: its kind, its own place, and the year it is of (``""``: unknown)."""

    kind: Kind
    place: str
    year: str


@dataclass(frozen=True, slots=True)
class Line:
    """The values of one thing, place, period and measure: the best one, its stage, and the others behind it.

    ``others`` are in the order in which they would stand in for it, each with its stage. ``disputed`` are those of
    ``best``'s own stage that give another value than rounding explains.
    """

    best: SeriesRow
    stage: Stage
    others: tuple[tuple[SeriesRow, Stage], ...]

    @property
    def disputed(self) -> tuple[SeriesRow, ...]:
        """The other values of the same stage that do not agree with the best one."""
        return tuple(row for row, stage in self.others if stage == self.stage and not agree(self.best, row))

    def to_json(self) -> dict[str, Any]:
        """The best row as ``luoshi series --json`` prints it, with ``stage``, and ``others`` told alike."""
        others = [row.to_json() | {"stage": stage} for row, stage in self.others]
        return self.best.to_json() | {"stage": self.stage, "others": others}


def lines(connection: Connection, indicator: str, place: str = "", measure: str = "", scope: Scope = "") -> list[Line]:
    """The values of a series (:func:`~luoshi.ledger.series.series`) as one line a place, period and measure.

    ``scope`` asks for a level of government: ``whole`` for the place as a whole (全市), ``own`` for its own level
    (市本级), ``zones`` for its development zones, be they named in the indicator or a place of their own; ``any`` for
    all of them; ``""`` for what the indicator's name says.
    """
    if not scope:
        rows = series(connection, indicator, place, measure)
    else:
        name, said = split_measure(indicator)
        wanted = measure or said
        key = indicator_key(name).key
        query = figures_told().where(figures.c.indicator_key == key)
        if place:
            query = query.where(_of_documents(place) if scope in ("zones", "any") else at_place(place))
        rows = [row for row in told(connection, query) if wanted in ("", row.measure)]
        rows = [row for row in rows if scope == "any" or _scope(row) == scope]
    return folded(rows, sources(connection, {row.document_id for row in rows}))


def _of_documents(place: str) -> ColumnElement[bool]:
    """The condition that a figure stands in a document of the place that a person calls ``place``."""
    meant = places_asked(place)
    codes, names = {each.code for each in meant if each.code}, {each.name for each in meant if not each.code}
    return or_(readings.c.place_code.in_(codes), readings.c.place.in_(names), at_place(place))


def _scope(row: SeriesRow) -> Scope:
    facets = dict(facet.split("=", 1) for facet in row.identity.facets.split(";") if facet)
    said = facets.get("scope", "")
    if _ZONE.search(said) or (_ZONE.search(row.place) and not row.place_code):
        return "zones"
    return "own" if said.endswith(("本级", "级")) else "any" if said else "whole"


def sources(connection: Connection, ids: Collection[str]) -> dict[str, Source]:
    """The standing ones of these documents by their ids."""
    if len(ids) > _MANY:
        return {id: source for id, source in _sources(connection, true()) if id in ids}
    asked = sorted(ids)
    parts = [asked[at : at + _AT_ONCE] for at in range(0, len(asked), _AT_ONCE)]
    return {id: source for part in parts for id, source in _sources(connection, readings.c.document_id.in_(part))}


def sources_of(connection: Connection, places: Collection[str]) -> dict[str, Source]:
    """The standing documents of places, by their codes or names, none for all places."""
    own = or_(readings.c.place_code.in_(places), readings.c.place.in_(places)) if places else true()
    return dict(_sources(connection, own))


def years_told(connection: Connection) -> tuple[int, int] | None:
    """The first and the last year that a standing document is of; ``None`` where none is known."""
    standing = readings.c.superseded_by.is_(None)
    ends = select(func.min(readings.c.date), func.max(readings.c.date)).where(standing, readings.c.date != "")
    undated = (
        select(documents.c.name)
        .join(readings, documents.c.id == readings.c.document_id)
        .where(standing, readings.c.date == "")
    )
    told = [_year_of(day or "", "") for day in connection.execute(ends).one()]
    told += [_year_of("", name) for name in connection.execute(undated).scalars()]
    years = [int(year) for year in told if year]
    return (min(years), max(years)) if years else None


def _year_of(day: str, name: str) -> str:
    """The year that a document is of; one that bears no day is of the year in its name."""
    return day[:4] or next(iter(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", name)), "")


def _sources(connection: Connection, where: ColumnElement[bool]) -> Iterator[tuple[str, Source]]:
    query = (
        select(
            readings.c.document_id,
            readings.c.place,
            readings.c.place_code,
            readings.c.date,
            readings.c.title,
            documents.c.name,
            func.substr(documents.c.text, 1, _HEAD).label("head"),
        )
        .join(documents, documents.c.id == readings.c.document_id)
        .where(readings.c.superseded_by.is_(None), where)
    )
    for row in connection.execute(query):
        year = _year_of(row.date, row.name)
        kind = _kind(row.title, row.name, row.head)
        yield row.document_id, Source(kind, row.place_code or row.place, year)


def _kind(*words: str) -> Kind:
    return next((kind for text in words for kind, pattern in _KINDS if pattern.search(text)), "other")


def stage(row: SeriesRow, source: Source) -> Stage:
    """How far along a value is.

    ``initial`` a target or budget, ``adjusted`` one that was adjusted in the course of the year, ``preliminary`` what
    its sentence calls 预计 or 初步核算, ``executed`` what was reported, ``final`` what final accounts settled.
    """
    words = _clause(row)
    if row.status == "target":
        return "adjusted" if _ADJUSTED.search(words) else "initial"
    if row.status == "forecast" or _PRELIMINARY.search(words):
        return "preliminary"
    return "final" if source.kind == "accounts" or _FINAL.search(words) else "executed"


def _clause(row: SeriesRow) -> str:
    """What stands before and within a value in its part of the sentence, up to 。 or ；."""
    words = row.sentence[: max(0, row.sentence.find(row.quote)) + len(row.quote)]
    return _CLAUSES.split(words)[-1]


def of_part(row: SeriesRow) -> bool:
    """Whether words before a value narrow it to a part, where its own name does not say so (其中, 开发区, 前三季度).

    What narrows stands in the value's own clause, in a clause of its own before it (其中，…; 在城镇投资中，…), or opens
    the sentence; between other values it is the name of another thing (规上工业增加值增长6%，投资增长5%).
    """
    words = _OF_WHICH.sub("其中", _clause(row))
    if row.sentence.startswith("|"):
        words = _TO_DATE.sub("", words)
    first, *between = _COMMAS.split(_NAMED_PART.sub("", words) if _is_named(row, words) else words)
    own = _item(row, between[-1] if between else first)
    if between and _REVENUE.search(between[-2] if len(between) > 1 else first) and row.indicator.endswith("收入"):
        own = own.removeprefix("其中")  # 财政总收入84亿元，其中一般公共预算收入│50亿元: another indicator
    framing = [words for words in (first, between[-2] if len(between) > 1 else "") if not _DIGIT.search(words)]
    return any(found not in row.indicator for words in (own, *framing) for found in _PART.findall(words))


def _is_named(row: SeriesRow, words: str) -> bool:
    """Whether the name behind 其中 says by itself of which part the value is (其中，第一产业增加值│61亿元)."""
    return bool(row.identity.facets) and words.rpartition("其中")[2].lstrip("，,：:").startswith(row.indicator)


def _item(row: SeriesRow, words: str) -> str:
    """Of a row of names the value's own (规上工业增加值、│固定资产投资分别增长), of other words all."""
    at = words.rfind(row.indicator)
    end = at + len(row.indicator)
    if at >= 0 and words.startswith("、", end):
        words = words[:end]
    return words[words.rfind("、", 0, at) + 1 :] if at > 0 else words


def passed_threshold(row: SeriesRow) -> bool:
    """Whether a value is a threshold that was passed on the way (先后突破1000亿和1500亿元大关, 迈上5000亿元台阶)."""
    at = row.sentence.find(row.quote)
    behind = row.sentence[at + len(row.quote) :] if at >= 0 else ""
    own = _COMMAS.split(_clause(row))[-1]
    return _THRESHOLD.match(behind) is not None or _ONE_AFTER_ANOTHER.search(own) is not None


def folded(rows: Iterable[SeriesRow], known: dict[str, Source]) -> list[Line]:
    """The ``rows`` as lines, one for each thing, place, period and measure, in the order of :func:`series_order`.

    A growth against another year than the one before has a line of its own. ``known`` are :func:`sources`.
    """
    cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    for row in rows:
        kind = (
            "year" if period_kind(row.period) == "point" and len(compared_period(row.period)) == 4 else row.period_kind
        )
        cells[*subject(row), kind, compared_period(row.period), row.measure, baseline(row)].append(row)
    lines = [line(same, known) for same in cells.values()]
    return sorted(lines, key=lambda each: series_order(each.best))


def line(rows: Sequence[SeriesRow], known: dict[str, Source]) -> Line:
    """One line of the values of one cell, of which there is at least one."""
    ordered = sorted(rows, key=lambda row: _rank(row, rows, known))
    staged = [(row, stage(row, known[row.document_id])) for row in ordered]
    return Line(*staged[0], tuple(staged[1:]))


def _rank(row: SeriesRow, rows: Sequence[SeriesRow], known: dict[str, Source]) -> tuple[object, ...]:
    """What comes before what; docs/panel.md has the rules in this order, each with an example."""
    source = known[row.document_id]
    revised = any(_revises(other, row, known) for other in rows)
    own = source.place == (row.place_code or row.place)
    reached = stage(row, source)
    told_by = Counter(other.document_id for other in rows if other.id != row.id and agree(row, other))
    return (
        row.status == "target",
        not own,
        of_part(row),
        passed_threshold(row),
        row.low is None or row.low != row.high,
        row.qualifier != "exact",
        _distance(row, source),
        revised,
        -_STAGES.index(reached),
        _TRUST.index(source.kind),
        -len(told_by),
        -len(row.quote),
        source.year,
        row.document_id,
        row.start,
    )


def _revises(later: SeriesRow, row: SeriesRow, known: dict[str, Source]) -> bool:
    """Whether a later document of the place's own, of no lesser kind, gives another exact value of what was reached."""
    source, other = known[row.document_id], known[later.document_id]
    if not row.date or later.date <= row.date or "target" in (row.status, later.status) or later.unit != row.unit:
        return False
    exact = later.qualifier == "exact" and later.low is not None and later.low == later.high
    no_less = other.place == (later.place_code or later.place) and _TRUST.index(other.kind) <= _TRUST.index(source.kind)
    whole = not of_part(later) and not passed_threshold(later) and not _distance(later, other)
    return exact and no_less and whole and not agree(later, row)


def _distance(row: SeriesRow, source: Source) -> bool:
    """Whether a document tells a value in passing, years after its period."""
    year = row.period.rpartition("/")[2][:4]
    return bool(source.year and year) and int(source.year) - int(year) > _FEW_YEARS
