"""The panel: place × year × indicator, a value in each cell with the words that say it, or why there is none.

    rows = panel(connection, ["生产总值", "居民消费价格"], places=["临澜市"], years=(2015, 2025))

A cell holds the best value that the ledger has for the whole year (:mod:`luoshi.ledger.stages`). Nothing is worked out:
where a growth is asked for and only the levels of both years are told, the cell is empty and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, or_, select

from luoshi.knowledge.indicators import Indicator, scheme, split_measure
from luoshi.ledger.conflicts.wording import AVERAGE
from luoshi.ledger.identity import (
    TOTAL,
    IndicatorKey,
    Place,
    compared_period,
    indicator_key,
    period_years,
    place_of,
    places_asked,
)
from luoshi.ledger.joint_names import told_jointly
from luoshi.ledger.outcomes.names import telling
from luoshi.ledger.outcomes.units import dimension
from luoshi.ledger.panel_years import Years, years_asked
from luoshi.ledger.schema import figures, readings
from luoshi.ledger.series import SeriesRow, agree, at_place, baseline, figures_told, plain_number, told
from luoshi.ledger.stages import Line, Source, Stage, line, of_part, passed_threshold, sources, sources_of, years_told
from luoshi.records import Measure

#: Why a cell is empty.
Missing = Literal[
    "",
    "no document",
    "no later document",
    "not told",
    "only a target",
    "only a part",
    "only a threshold",
    "only part of the year",
    "only another measure",
    "told otherwise",
]
#: What an empty cell says to people.
MISSING: dict[Missing, str] = {
    "no document": "没有该地当年或次年的文件 / no document of the place for that year or the next",
    "no later document": "没有该地次年的文件 / no document of the next year, that of the year has but plans",
    "not told": "有文件，但没有说 / documents there, but none says it",
    "told otherwise": "只有相近的指标 / only a neighbouring indicator",
    "only a target": "只有目标 / only a target",
    "only a part": "只说到其中一部分 / said only of a part",
    "only a threshold": "只说越过某个台阶 / only that a threshold was passed",
    "only part of the year": "只有年内时段的，或几年合在一起的 / only for a part of the year, or for years together",
    "only another measure": "只有别的口径（总量、增速） / only in another measure (a level, a growth)",
}
_FALL_BACK: tuple[Missing, ...] = (
    "only a part",
    "only a threshold",
    "only part of the year",
    "only another measure",
    "only a target",
)
_NEARLY_OVER = 10  # the month from which a year's values are told, as expected
_MONEY = ("元", "美元")
_RATES = ("率", "比例", "比重", "占比")  # names of what is a percentage


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A cell: ``indicator`` as it was asked for, at ``place``, in ``year``; its value, or why there is none.

    ``low`` and ``high`` are in ``unit``, a fall less than nothing; both None in an empty cell. ``status`` is that of
    the figure, ``stage`` how far along it is (:func:`~luoshi.ledger.stages.stage`). ``sentence`` is the sentence around
    ``quote`` in ``document``, which stands at ``start``. ``others`` is how many further figures give the cell,
    ``disputed`` how many of them that were reached, too, give another value. ``corrected`` says that a person corrected
    the figure. ``breakdown`` are the facets of what was asked for, ``name=value`` parted by ``;``, ``_T`` for the
    total, as in an SDMX export. ``missing`` says why a cell is empty; its sentence is then that of the nearest thing
    told, ``""`` where nothing is.
    """

    place: str
    place_code: str
    year: str
    indicator: str
    concept: str
    measure: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: str
    status: str
    stage: Stage | Literal[""]
    document: str
    sentence: str
    quote: str
    id: str
    document_id: str
    start: int | None
    end: int | None
    period: str
    date: str
    others: int
    disputed: int
    missing: Missing
    corrected: bool = False
    breakdown: str = TOTAL

    def to_json(self) -> dict[str, Any]:
        """The cell as ``luoshi panel --json`` prints it; ``missing`` only in an empty one."""
        plain = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "corrected"}
        plain |= {"low": plain_number(self.low), "high": plain_number(self.high)}
        if not self.missing:
            del plain["missing"]
        return plain


@dataclass(frozen=True, slots=True)
class _Asked:
    """An indicator as it was asked for: what it is in the scheme, and which measure is meant."""

    name: str
    key: IndicatorKey
    measure: str
    unit: str


def panel(
    connection: Connection,
    indicators: Sequence[str],
    places: Sequence[str] = (),
    years: Years | None = None,
    measure: Measure | Literal[""] = "",
) -> list[PanelRow]:
    """A cell for each place, year and indicator, in this order.

    ``indicators`` are names as for :func:`~luoshi.ledger.series.series` (生产总值增速 asks for the growth). ``places``
    are names or division codes, all places that the ledger has documents of where none is named; ``years`` as in
    :func:`~luoshi.ledger.panel_years.years_asked`, those that the documents can tell of where not given. ``measure``
    as for a series; ``""`` for what the name says, the indicator's usual measure, or a level.
    """
    asked = [_asked(name, measure) for name in indicators]
    homes = _homes(connection, [each for name in places for each in places_asked(name)])
    if places:
        homes = [_meant(name, homes) for name in places]
    wanted = _told_of(connection) if years is None else years_asked(years)
    if not asked or not homes:
        return []
    by_cell = _figures(connection, [*asked, *_neighbours(asked)], homes if places else ())
    own = sources_of(connection, [home.code or home.name for home in homes] if places else ())
    told_by = {row.document_id for rows in by_cell.values() for row in rows}
    known = own | sources(connection, told_by - own.keys())
    written = _years_written(own)
    cells = []
    for home in homes:
        code = home.code or home.name
        for year in wanted:
            for each in asked:
                rows = by_cell.get((each.key.key, code), [])
                cell = _cell(home, year, each, rows, known, written[code])
                if cell.missing in ("not told", "no document", "no later document"):
                    cell = _told_otherwise(cell, home, each, by_cell, known) or cell
                cells.append(cell)
    return cells


def _asked(name: str, measure: str) -> _Asked:
    plain, said = split_measure(name)
    key = indicator_key(plain if said else name)
    indicator: Indicator | None = scheme().indicators.get(key.concept)
    usual = (indicator.measure if indicator else "") or "level"
    wanted = measure or said or usual
    unit = "%" if wanted in ("growth", "share") else indicator.unit if indicator and wanted == "level" else "?"
    return _Asked(name, key, wanted, unit)


def _meant(name: str, homes: Sequence[Place]) -> Place:
    """The one place that a name means: of several of that name the one that the ledger has documents of."""
    for meant in places_asked(name):
        for home in homes:
            if home.code == meant.code if meant.code else home.name == meant.name:
                return home
    return place_of(name)


def _homes(connection: Connection, meant: Sequence[Place]) -> list[Place]:
    """The places that the ledger has documents of, by their codes: those that may be ``meant``, all where none are."""
    query = select(readings.c.place, readings.c.place_code).where(readings.c.superseded_by.is_(None)).distinct()
    if meant:
        codes, names = {each.code for each in meant if each.code}, {each.name for each in meant if not each.code}
        query = query.where(or_(readings.c.place_code.in_(codes), readings.c.place.in_(names)))
    found = {row.place_code or row.place: Place(row.place, row.place_code) for row in connection.execute(query)}
    return [found[code] for code in sorted(found) if code]


def _told_of(connection: Connection) -> range:
    """The years that documents can tell of: each tells of the year before its own."""
    told = years_told(connection)
    return range(told[0] - 1, told[1]) if told else range(0)


def _years_written(known: dict[str, Source]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for source in known.values():
        if source.year:
            found[source.place].add(int(source.year))
    return found


def _figures(
    connection: Connection, asked: Sequence[_Asked], places: Iterable[Place]
) -> dict[tuple[str, str], list[SeriesRow]]:
    """The figures of all that is asked for, whatever their scope and measure, by indicator and place."""
    query = figures_told().where(figures.c.indicator_key.in_({each.key.key for each in asked}))
    conditions: list[ColumnElement[bool]] = [at_place(place.code or place.name) for place in places]
    found: dict[tuple[str, str], list[SeriesRow]] = defaultdict(list)
    for row in told(connection, query.where(or_(*conditions)) if conditions else query):
        found[row.identity.key, row.place_code or row.place].append(row)
    for row in told_jointly(connection, {each.key.key for each in asked if each.measure == "growth"}, conditions):
        found[row.identity.key, row.place_code or row.place].append(row)
    return found


def _cell(
    place: Place, year: int, asked: _Asked, rows: Sequence[SeriesRow], known: dict[str, Source], written: set[int]
) -> PanelRow:
    kept: dict[Missing, list[SeriesRow]] = defaultdict(list)
    for row in rows:
        reason = _reason(row, year, asked, known[row.document_id])
        if reason is not None:
            kept[reason].append(row)
    if kept[""]:
        best = line(kept[""], known)
        return _filled(place, year, asked, best.best, best.stage, len(best.others), _disputed(best))
    reason = _why_none(year, written, {each for each in kept if kept[each]})
    alike = [row for row in kept[reason] if row.identity.facets == asked.key.facets] or kept[reason]
    nearest = line(alike, known).best if alike else None
    return _empty(place, year, asked, reason, nearest)


def _neighbours(asked: Sequence[_Asked]) -> list[_Asked]:
    """The indicators by which reports tell those asked for (全社会固定资产投资 for 固定资产投资), measured alike."""
    return [
        replace(each, key=IndicatorKey(concept, facets, concept))
        for each in asked
        for concept, facets in telling(each.key)
    ]


def _told_otherwise(
    empty: PanelRow,
    place: Place,
    asked: _Asked,
    by_cell: dict[tuple[str, str], list[SeriesRow]],
    known: dict[str, Source],
) -> PanelRow | None:
    """The cell with the value of a neighbouring indicator as the nearest thing told; None where there is none."""
    code, year = place.code or place.name, int(empty.year)
    for other in _neighbours([asked]):
        rows = [
            row
            for row in by_cell.get((other.key.key, code), [])
            if _reason(row, year, other, known[row.document_id]) == ""
        ]
        if rows:
            return _empty(place, year, asked, "told otherwise", line(rows, known).best)
    return None


def _disputed(line: Line) -> int:
    """How many of the other exact values that were reached are not the best one's, rounding apart."""
    best = line.best
    reached = [row for row, _ in line.others if row.status != "target" and row.qualifier == "exact"]
    return sum(not agree(best, row) for row in reached if row.unit == best.unit)


def _why_none(year: int, written: set[int], kept: set[Missing]) -> Missing:
    """Why a cell is empty: what is told instead, or for which years the place has documents (``written``)."""
    told_instead = next((each for each in _FALL_BACK if each in kept), None)
    if year in written and year + 1 not in written and told_instead in (None, "only a target"):
        return "no later document"
    return told_instead or ("not told" if year + 1 in written else "no document")


def _reason(row: SeriesRow, year: int, asked: _Asked, source: Source) -> Missing | None:
    """Why a figure is not the value asked for, ``""`` where it is; None where it has nothing to do with the year."""
    if not _narrows(row.identity.facets, asked.key.facets):
        return None
    whole = compared_period(row.period) == str(year)
    if not whole:
        span = period_years(row.period)
        near = span is not None and span[0] <= year <= span[1]
        return "only part of the year" if near and row.status != "target" and _measured(row, asked) else None
    if not _measured(row, asked) or not _fits(row, asked) or baseline(row) not in ("", "年初"):
        return "only another measure" if row.status != "target" else None
    if row.identity.facets != asked.key.facets or _mean(row) or (row.status != "target" and of_part(row)):
        return "only a part" if row.status != "target" else None
    if row.status == "target":
        return "only a target"
    if passed_threshold(row):
        return "only a threshold"
    return "only part of the year" if _too_early(row, year, source) else ""


def _too_early(row: SeriesRow, year: int, source: Source) -> bool:
    """Whether a document can't know the whole year yet: what it tells as the year's is of another time."""
    if row.date:
        return row.date[:7] < f"{year}-{_NEARLY_OVER:02}"
    return source.kind == "report" and source.year == str(year)


def _fits(row: SeriesRow, asked: _Asked) -> bool:
    """Whether a figure has a unit of what is asked for (公顷, 亩); trade and investment are told in dollars too."""
    known = asked.unit == "?" or dimension(row.unit) == dimension(asked.unit)
    return known or (asked.unit in _MONEY and row.unit in _MONEY)


def _measured(row: SeriesRow, asked: _Asked) -> bool:
    """Whether a figure has the measure that is asked for; what is a percentage is told as a rate or as a share."""
    if row.measure == asked.measure:
        return True
    is_rate = asked.unit == "%" or (asked.unit == "?" and asked.name.endswith(_RATES))
    return is_rate and row.unit == "%" and {row.measure, asked.measure} == {"level", "share"}


def _narrows(facets: str, asked: str) -> bool:
    """Whether a figure's facets hold those that are asked for: it is of the same, or of a part of it."""
    return not asked or set(asked.split(";")) <= set(facets.split(";"))


def _mean(row: SeriesRow) -> bool:
    """Whether a value is the mean of several years, which 年均 right before it says."""
    at = max(0, row.sentence.find(row.quote))
    clause = row.sentence[max(0, at - 20) : at].rpartition("，")[2]
    if row.measure == "level":
        clause = clause.rpartition("、")[2]  # 年均增长7.1%、2024年达到│820亿元
    return AVERAGE.search(clause) is not None


def _filled(
    place: Place, year: int, asked: _Asked, row: SeriesRow, reached: Stage, others: int, disputed: int
) -> PanelRow:
    low, high = (row.low, row.high) if row.sign != -1 else (_negative(row.high), _negative(row.low))
    return PanelRow(
        place=place.name,
        place_code=place.code,
        year=str(year),
        indicator=asked.name,
        concept=asked.key.concept,
        measure=asked.measure,
        breakdown=asked.key.facets or TOTAL,
        low=low,
        high=high,
        unit=row.unit,
        qualifier=row.qualifier,
        status=row.status,
        stage=reached,
        document=row.document,
        sentence=row.sentence,
        quote=row.quote,
        id=row.id,
        document_id=row.document_id,
        start=row.start,
        end=row.end,
        period=row.period,
        date=row.date,
        others=others,
        disputed=disputed,
        missing="",
        corrected=row.corrected,
    )


def _negative(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _empty(place: Place, year: int, asked: _Asked, missing: Missing, nearest: SeriesRow | None) -> PanelRow:
    return PanelRow(
        place=place.name,
        place_code=place.code,
        year=str(year),
        indicator=asked.name,
        concept=asked.key.concept,
        measure=asked.measure,
        breakdown=asked.key.facets or TOTAL,
        low=None,
        high=None,
        unit="",
        qualifier="",
        status="",
        stage="",
        document=nearest.document if nearest else "",
        sentence=nearest.sentence if nearest else "",
        quote=nearest.quote if nearest else "",
        id=nearest.id if nearest else "",
        document_id=nearest.document_id if nearest else "",
        start=nearest.start if nearest else None,
        end=nearest.end if nearest else None,
        period=nearest.period if nearest else "",
        date=nearest.date if nearest else "",
        others=0,
        disputed=0,
        missing=missing,
    )
