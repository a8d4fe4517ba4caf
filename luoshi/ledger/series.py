"""Values over time: every figure of one indicator, place after place, with its evidence.

Values of years, of months to date, of single months and quarters, of days and of spans of years are different
series, and are told one after the other. Where a later document gives another value for the same period,
the earlier one is marked as revised.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, true

from luoshi.knowledge.indicators import scheme, split_measure
from luoshi.ledger.corrections import STANDS, Overlay, overlay, stands
from luoshi.ledger.identity import IndicatorKey, PeriodKind, compared_period, indicator_key, period_kind, places_asked
from luoshi.ledger.precision import interval, overlap
from luoshi.ledger.rows import record_id
from luoshi.ledger.schema import documents, figures, readings, sentences

# What a row holds as its figure does, in the order of its fields. Where carried fields stand is not told, and would
# cost more than all the rest.
_OF_FIGURE = (
    "indicator",
    "measure",
    "sign",
    "period",
    "status",
    "low",
    "high",
    "unit",
    "qualifier",
    "quote",
    "basis",
)
_UNTOLD = ("identity", "sentence_start", "corrected")  # what JSON does not hold
_AGAINST_LAST_YEAR = re.compile(r"(?:比|较|与|同)?(?:上年|去年|上一年|前一年)?(?:同期|同比)?(?:相比)?")
_AGAINST_YEAR_END = re.compile(r"(?:比|较|与)?(?:上年末|上年底|去年末|去年底|年初)(?:相比)?")


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A figure as the ledger tells it: where, what, when, how much, and the words that say it.

    The fields are those of :class:`~luoshi.records.Figure`; ``place`` is the place's full name and
    ``place_code`` its division code, the document's own where the figure names none. ``document`` is the
    document's name, ``sentence`` the sentence around the quote, ``date`` the document's day. ``period_kind``
    says what kind of time the period is (:func:`~luoshi.ledger.identity.period_kind`); ``revised_by`` is the id
    of the figure of a later document that gives another value, ``""`` where there is none. ``page`` and
    ``boxes`` are those of :meth:`~luoshi.records.Document.printed_at`, None where the document has no pages.
    ``sentence_start`` is where the sentence begins in the document, None where no sentence is told; ``corrected`` says
    that a person corrected the figure.
    """

    id: str
    place: str
    place_code: str
    indicator: str
    concept: str
    measure: str
    sign: int | None
    period: str
    status: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: str
    quote: str
    document: str
    start: int
    end: int
    sentence: str
    date: str
    document_id: str
    basis: str
    period_kind: PeriodKind
    identity: IndicatorKey
    revised_by: str = ""
    page: int | None = None
    boxes: list[list[float]] | None = None
    sentence_start: int | None = None
    corrected: bool = False

    @property
    def in_words(self) -> bool:
        """Whether the row holds words and no value, as where a report says that a target was reached."""
        return self.low is None and self.high is None

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi series --json`` prints it; numbers as in ``luoshi read --json``."""
        plain = {field.name: getattr(self, field.name) for field in fields(self) if field.name not in _UNTOLD}
        if self.page is None:
            del plain["page"], plain["boxes"]
        return plain | {"low": plain_number(self.low), "high": plain_number(self.high)}


def series(connection: Connection, indicator: str, place: str = "", measure: str = "") -> list[SeriesRow]:
    """All figures of ``indicator``, in order of place and period.

    ``indicator`` is a name, any alias of it, or a name with a word of measure (生产总值增速); ``place`` a full
    or short name or a division code, ``""`` for all places; ``measure`` one of ``level``, ``change``,
    ``growth``, ``share``, ``rank``, ``streak``, ``""`` for all.
    """
    rows = [row for row in told(connection, _of_indicator(indicator, place)) if measure in ("", row.measure)]
    from luoshi.ledger.joint_names import told_jointly

    name, movement = split_measure(indicator)
    if measure in ("", "growth"):
        wanted = {(key.key, key.facets) for key in (indicator_key(indicator), indicator_key(name))}
        at = [at_place(place)] if place else []
        joint = told_jointly(connection, {key for key, _ in wanted}, at)
        rows += [row for row in joint if (row.identity.key, row.identity.facets) in wanted]
    if movement and measure in ("", movement):
        rows += [row for row in told(connection, _of_indicator(name, place)) if row.measure == movement]
    return sorted(with_revisions(rows), key=series_order)


def targeted(connection: Connection) -> list[str]:
    """The names of indicators that targets are set for, those that the scheme knows first, short ones first."""
    query = (
        select(figures.c.indicator, func.max(figures.c.concept))
        .join(readings, readings.c.id == figures.c.reading_id)
        .where(figures.c.status == "target", readings.c.superseded_by.is_(None))
        .group_by(figures.c.indicator)
    )
    named = [tuple(row) for row in connection.execute(query)]
    return [name for name, _ in sorted(named, key=lambda each: (not each[1], len(each[0]), each[0]))]


def target_years(connection: Connection, place: str) -> list[str]:
    """The years that targets for a place are set for, the latest first."""
    query = (
        select(figures.c.year)
        .join(readings, readings.c.id == figures.c.reading_id)
        .where(figures.c.status == "target", figures.c.year != "", readings.c.superseded_by.is_(None), at_place(place))
        .distinct()
    )
    return sorted(connection.execute(query).scalars(), reverse=True)


def _of_indicator(indicator: str, place: str) -> Select[Any]:
    query = figures_told().where(of_indicator(indicator))
    return query.where(at_place(place)) if place else query


def of_indicator(name: str) -> ColumnElement[bool]:
    """The condition that a figure is of the indicator that a person calls ``name``."""
    wanted = indicator_key(name)
    return and_(figures.c.indicator_key == wanted.key, figures.c.facets == wanted.facets)


_KINDS: dict[PeriodKind, int] = {"year": 0, "point": 1, "to date": 2, "part": 3, "span": 4, "": 5}


def series_order(row: SeriesRow) -> tuple[object, ...]:
    """Place, kind of period, period, and then nothing that depends on how the row came into the ledger."""
    return (
        row.place_code or "~",
        row.place,
        _KINDS[row.period_kind],
        row.period,
        row.measure,
        row.status,
        row.date,
        row.document_id,
        row.start,
    )


def with_revisions(rows: Iterable[SeriesRow]) -> list[SeriesRow]:
    """The rows, those marked for which a later document reports another value of the same cell.

    Another value is one that rounding does not explain. Rows without a document's day revise nothing.
    """
    rows = list(rows)
    cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    for row in rows:
        if row.status == "actual" and row.date and row.period and row.qualifier == "exact":
            cells[cell(row)].append(row)
    revised: dict[str, str] = {}
    for same in cells.values():
        same.sort(key=lambda row: (row.date, row.document_id, row.start))
        for at, row in enumerate(same):
            for later in reversed(same[at + 1 :]):
                if later.date > row.date and not agree(row, later):
                    revised[row.id] = later.id
                    break
    return [replace(row, revised_by=revised[row.id]) if row.id in revised else row for row in rows]


def cell(row: SeriesRow) -> tuple[object, ...]:
    """What two values must share to be values of one thing: where, what, when, and measured how."""
    return (*subject(row), compared_period(row.period), row.measure, row.unit, baseline(row))


def subject(row: SeriesRow) -> tuple[str, str, str]:
    """The indicator with its facets, and the place: what a series, a target and its result have in common."""
    return row.identity.key, row.identity.facets, row.place_code or row.place


def baseline(row: SeriesRow) -> str:
    """What a growth or a change is measured against: ``""`` for the year before or where nothing is said."""
    return _against(row.basis) if row.measure in ("growth", "change") else ""


@lru_cache(maxsize=1 << 12)
def _against(basis: str) -> str:
    """What a growth's basis of comparison is; ``""`` for the year before."""
    if _AGAINST_LAST_YEAR.fullmatch(basis):
        return ""
    return "年初" if _AGAINST_YEAR_END.fullmatch(basis) else basis


def agree(one: SeriesRow, other: SeriesRow) -> bool:
    """Whether two values of one cell are the same but for rounding: 83.15 and 83.2 are, 6.7 and 6.8 are not."""
    return overlap(signed_interval(one), signed_interval(other)) and not _touch(one, other)


def _touch(one: SeriesRow, other: SeriesRow) -> bool:
    """Whether the intervals of two plain values have only an end in common: 6.75 is not printed as 6.7 and as 6.8."""
    ends = (*signed_interval(one), *signed_interval(other))
    low, high, bottom, top = ends
    return None not in ends and low != high and bottom != top and (low == top or bottom == high)


def signed_interval(row: SeriesRow) -> tuple[Decimal | None, Decimal | None]:
    """The values that a row stands for, within its printed digits; a fall is less than nothing."""
    low, high = interval(row.quote, row.low, row.high)
    if row.sign == -1:
        return (None if high is None else -high), (None if low is None else -low)
    return low, high


def at_place(name: str) -> ColumnElement[bool]:
    """The condition that a figure is about the place that a person calls ``name``."""
    conditions = []
    for place in places_asked(name):
        parts = [figures.c.place_name == place.name] if place.name else []
        parts += [figures.c.place_code == place.code] if place.code else []
        conditions.append(and_(true(), *parts))
    return or_(*conditions)


def figures_told() -> Select[Any]:
    """Figures of the readings that stand, with what is told around them: the columns that :func:`told` takes."""
    return _FIGURES_TOLD


def _figures_told() -> Select[Any]:
    before = (sentences.c.reading_id == figures.c.reading_id, sentences.c.start <= figures.c.start)
    sentence = select(sentences.c.text).where(*before).order_by(sentences.c.start.desc()).limit(1).scalar_subquery()
    sentence_start = select(func.max(sentences.c.start)).where(*before).scalar_subquery()
    named = ("start", "end", "ordinal", "page", "boxes", "concept", "indicator_key", "facets", "place_name")
    return (
        select(
            *(figures.c[name] for name in (*named, "place_code")),
            readings.c.document_id,
            readings.c.date,
            documents.c.name,
            sentence.label("sentence"),
            sentence_start.label("sentence_start"),
            *(figures.c[name] for name in _OF_FIGURE),
        )
        .join(readings, readings.c.id == figures.c.reading_id)
        .join(documents, documents.c.id == readings.c.document_id)
        .where(readings.c.superseded_by.is_(None))
    )


_FIGURES_TOLD = _figures_told()


def told(connection: Connection, query: Select[Any]) -> list[SeriesRow]:
    """The rows of :func:`figures_told`, corrections laid over them."""
    rows = connection.execute(query).all()
    laid = overlay(connection, {row.document_id for row in rows})
    return [_told(*row, laid=laid) for row in rows if not laid or stands(row.document_id, _key(row), laid)]


def _key(row: Any) -> str:
    """A figure's name within its document."""
    key = f"figure-{row.start}-{row.end}"
    return key if row.ordinal == 1 else f"{key}.{row.ordinal}"


def _told(
    start: int,
    end: int,
    ordinal: int,
    page: int | None,
    boxes: list[list[float]] | None,
    concept: str,
    indicator_key_kept: str,
    facets: str,
    place: str,
    place_code: str,
    document_id: str,
    date: str,
    document: str,
    sentence: str | None,
    sentence_start: int | None,
    *figure: Any,
    laid: Overlay,
) -> SeriesRow:
    """A row of :func:`figures_told`; ``figure`` are its own fields, as they are named in ``_OF_FIGURE``."""
    key = f"figure-{start}-{end}" if ordinal == 1 else f"figure-{start}-{end}.{ordinal}"
    identity = _kept_identity(indicator_key_kept, facets)
    differs = False
    if laid and (changes := laid.get((document_id, key))):
        changed = {name: value for name, value in changes if name != STANDS}
        as_read = figure
        figure = tuple(changed.get(name, value) for name, value in zip(_OF_FIGURE, figure, strict=True))
        differs = figure != as_read
        identity = indicator_key(figure[0], changed.get("concept", concept))
    indicator, measure, sign, period, status, low, high, unit, qualifier, quote, basis = figure
    return SeriesRow(
        record_id(document_id, key), place, place_code, indicator, identity.concept, measure, sign, period, status,
        low, high, unit, qualifier, quote, document, start, end, sentence or "", date, document_id, basis,
        period_kind(period), identity, "", page, boxes, sentence_start, differs,
    )  # fmt: skip


@lru_cache(maxsize=1 << 16)
def _kept_identity(key: str, facets: str) -> IndicatorKey:
    """What a figure is about as the ledger found it when the figure was added."""
    return IndicatorKey(key, facets, key if key in scheme().indicators else "")


def plain_number(value: Decimal | None) -> int | float | None:
    """A number as JSON holds it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
