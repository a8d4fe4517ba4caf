"""Questions that take more than one look into the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeVar

from luoshi import stated

if TYPE_CHECKING:
    from luoshi.ledger import (
        DutyRow,
        FormulationRow,
        Ledger,
        OutcomeRow,
        PostRow,
        SearchRow,
        SeriesRow,
        StoredRecord,
        Tolerance,
    )
    from luoshi.ledger.asked_parts import AskedParts

AnySeen = TypeVar("AnySeen", bound="PostRow | FormulationRow | DutyRow")
_ALL = 1_000_000  # sentences; no words are said so often

Question = Literal[
    "series",
    "outcomes",
    "untargeted",
    "conflicts",
    "people",
    "bodies",
    "formulations",
    "projects",
    "events",
    "timeline",
    "progress",
    "search",
    "documents",
    "export",
]
_NOTHING: dict[Question, str] = {
    "series": "账本里没有“{indicator}”的数值；可用 luoshi search {indicator} 查原文。 "
    "The ledger has no value of it; luoshi search looks in the words.",
    "outcomes": "账本里没有这样的目标。 The ledger has no such target.",
    "untargeted": "没有这样的年份。 There is no year without a target.",
    "conflicts": "核对{made}处，没有发现矛盾。 No conflict was found in {made} comparisons.",
    "people": "账本里没有这样的任职。 The ledger has no such post.",
    "bodies": "账本里没有这样的任务。 The ledger has no such commitment.",
    "formulations": "账本里没有这样的提法。 The ledger has no such phrase.",
    "projects": "账本里没有这样的项目。 The ledger has no such project.",
    "events": "账本里没有这样的活动。 The ledger has no such event.",
    "timeline": "账本里没有找到；可用 luoshi search 查原文。 The ledger has nothing of it; "
    "luoshi search looks in the words.",
    "progress": "账本里没有这样的任务。 The ledger has no such commitment.",
    "search": "没有找到。 Nothing was found.",
    "documents": "账本里没有这样的文件。 The ledger has no such document.",
    "export": "没有可导出的内容。 There was nothing to export.",
}


def why_nothing(ledger: Ledger, question: Question, place: str = "", indicator: str = "", made: int = 0) -> str:
    """Why a question about a ``place`` and an ``indicator`` (``""`` for all) has no answer, in a line for people.

    Where the ledger knows neither, those that it does know are named. ``made`` is the number of comparisons behind
    an answer without conflicts.
    """
    places = ledger.unknown_place(place) if place else None
    if places is not None:
        return f"账本里没有“{place}”这个地区；有 {'、'.join(places) or '—'}。 The ledger has no such place, but these."
    names = ledger.unknown_indicator(indicator) if indicator else None
    if names:
        alike = "、".join(names)
        return f"账本里没有“{indicator}”；相近的有 {alike}。 The ledger has no such indicator; these are alike."
    return _NOTHING[question].format(indicator=indicator, made=made)


def unknown_names(ledger: Ledger | AskedParts, indicators: Sequence[str]) -> dict[str, list[str]]:
    """Those of the indicators of which the ledger has nothing, each with names that are like it; of a corpus none."""
    from luoshi.ledger import Ledger

    if not isinstance(ledger, Ledger):
        return {}
    found = {name: ledger.unknown_indicator(name) for name in indicators}
    return {name: alike for name, alike in found.items() if alike is not None}


def unknown_places(ledger: Ledger | AskedParts, places: Sequence[str]) -> dict[str, list[str]]:
    """Those of the places of which the ledger has nothing, each with places that it has; of a corpus none."""
    from luoshi.ledger import Ledger

    if not isinstance(ledger, Ledger):
        return {}
    found = {name: ledger.unknown_place(name) for name in places}
    return {name: alike for name, alike in found.items() if alike is not None}


def places_among(words: Iterable[str]) -> list[str]:
    """Those of the words that are the full names of divisions, as 昆明市 is."""
    from luoshi.knowledge.divisions import divisions

    names = {one.name for all_named in divisions().values() for one in all_named}
    return [word for word in words if word in names]


def of_year(rows: Sequence[SeriesRow], year: str) -> list[SeriesRow]:
    """The values whose period ends in a year, ``""`` for all."""
    from luoshi.ledger.identity import year_of

    return [row for row in rows if year in ("", year_of(row.period))]


def seen_in(rows: Sequence[AnySeen], year: str) -> list[AnySeen]:
    """The rows that documents of a year tell of: posts and phrases from their first to their last, ``""`` for all."""
    return [row for row in rows if not year or year in _years(row)]


def _years(row: PostRow | FormulationRow | DutyRow) -> tuple[str, ...]:
    """The years in which a row is told, those between the first and the last among them."""
    if hasattr(row, "evidence"):
        return (row.evidence.date[:4],)
    first, last = row.first.date[:4], row.last.date[:4]
    return tuple(map(str, range(int(first), int(last) + 1))) if first and last else ()


def plain_day(words: str) -> str:
    """An ISO 8601 day of what a person writes (2026年1月13日, 2026/1/13); what is no day stays as it is."""
    try:
        return stated.day(words)
    except ValueError:
        return words.strip()


def tolerance(about_points: float, about_percent: float) -> Tolerance:
    """How far 左右 reaches: for a percentage in points, otherwise in per cent of the value."""
    from luoshi.ledger import Tolerance

    return Tolerance(Decimal(str(about_points)), Decimal(str(about_percent)) / 100)


def newest(
    ledger: Ledger, words: str, limit: int, place: str = "", year: str = "", kinds: Collection[str] = ()
) -> tuple[list[SearchRow], bool]:
    """The newest ``limit`` sentences that hold all ``words``, and whether there are more.

    Only those of documents of a ``place`` and a ``year``, and where a record of one of the ``kinds`` stands.
    """
    if not place and not year:
        rows = ledger.search(words, kinds, limit + 1)
    else:
        among = {row.id for row in ledger.documents(place, year)}
        rows = [row for row in ledger.search(words, kinds, _ALL) if row.document_id in among]
    return rows[:limit], len(rows) > limit


def outcome_of(ledger: Ledger, target: StoredRecord, answer: str) -> OutcomeRow | None:
    """The outcome in which the figure ``answer`` (an id) is the result of a target; ``None`` where there is none."""
    from luoshi.records import Figure

    record = target.record
    if not isinstance(record, Figure):
        return None
    rows = ledger.outcomes(record.place or target.place, indicator=record.indicator)
    return next((row for row in rows if row.target.id == target.id and row.result and row.result.id == answer), None)


def named(ledger: Ledger, id: str) -> StoredRecord | SearchRow:
    """What has this id: a record, or a sentence that progress told, with the ids of its records.

    :class:`~luoshi.ledger.UnknownRecordError` where nothing has it, or several records.
    """
    return ledger.sentence(id) if ":sentence-" in id else ledger.record(id)
