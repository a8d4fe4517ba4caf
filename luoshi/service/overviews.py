"""A place and a year at a glance: what was aimed at, what came of it, what is due, where sources disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from luoshi.language.times.periods import last_day
from luoshi.ledger import Ledger
from luoshi.ledger.series import subject
from luoshi.service.remembered import Remembered

if TYPE_CHECKING:
    from luoshi.ledger import ConflictRow, DocumentRow, OutcomeRow, PanelRow, ProgressRow

Light = Literal["met", "missed", "unclear", "likely", "silent", "not_yet"]

#: In the order in which they are counted up for people.
LIGHTS: tuple[Light, ...] = ("met", "missed", "unclear", "likely", "silent", "not_yet")
_SHOWN = 8  # commitments due next
_INDICATORS = 60  # of a place without targets, whose results are shown


@dataclass(frozen=True, slots=True)
class Lit:
    """A target beside its result, and its light.

    ``likely``: later values may be the result and a person has to confirm one; ``silent``: a later document of the
    place is there and does not give it; ``not_yet``: there is none.
    """

    row: OutcomeRow
    light: Light


@dataclass(frozen=True, slots=True)
class Overview:
    """A place and a year; ``years`` are those of targets, of results where no year has any.

    ``headlines`` are the targets of known indicators, ``others`` the rest, both in the order of their documents.

    The commitments are those :func:`of the year <promised_in>`: ``overdue`` those whose day has passed without news of
    their end, ``due`` the next ones, ``undated`` how many have no day; ``states`` counts them by state. ``untargeted``
    are results of the year without a target, told where the place has no targets at all.
    """

    place: str
    year: str
    years: tuple[str, ...]
    headlines: tuple[Lit, ...]
    others: tuple[Lit, ...]
    lights: dict[Light, int]
    states: dict[str, int]
    overdue: tuple[ProgressRow, ...]
    due: tuple[ProgressRow, ...]
    undated: int
    untargeted: tuple[PanelRow, ...]
    conflicts: tuple[ConflictRow, ...]
    compared: int
    documents: tuple[DocumentRow, ...]

    @property
    def rows(self) -> list[OutcomeRow]:
        """The targets that are counted up, each beside its result."""
        return [each.row for each in (*self.headlines, *self.others)]


def overview(
    ledger: Ledger, place: str, year: str = "", on: str = "", remembered: Remembered | None = None
) -> Overview:
    """The overview of a place and a year as seen on the day ``on``: later documents do not count, ``""`` for all.

    The year ``""`` is the latest with results of targets; of a place without targets the one with most results. What is
    ``remembered`` of its parts is not asked again: the commitments of a place are asked once for all years.
    """
    ask = remembered or Remembered(ledger)
    everything = ask(Ledger.documents, place)
    held = [each for each in everything if not on or each.date <= on]
    seen = on if len(held) < len(everything) else ""  # the same answers as of any day, where nothing is later
    years = tuple(ask(Ledger.target_years, place))
    results = [row for row in _results(ledger, place) if not on or row.date <= on] if held and not years else []
    if results:
        of_year = Counter(row.year for row in results)
        years = tuple(sorted(of_year, reverse=True))
        year = year if year in years else max(years, key=lambda each: (of_year[each], each))
        asked: list[OutcomeRow] = []
    else:
        asked, year = _of_year(ask, place, year, years, seen)
    asked = sorted(asked, key=lambda row: (row.target.date, row.target.document_id, row.target.start))
    lit = [Lit(row, _light(row)) for row in _once(asked)]
    promised = promised_in(ask(Ledger.progress, place=place, on=on), year)
    dated = [(last_day(row.commitment.deadline), row) for row in promised]
    waiting = sorted(
        ((day, row) for day, row in dated if day and row.state not in ("done", "overdue") and day >= on),
        key=lambda pair: pair[0],
    )
    checks = ask(Ledger.checks, place, year)
    conflicts = [row for row in checks.conflicts if not on or all(figure.date <= on for figure in row.figures)]
    return Overview(
        place=place,
        year=year,
        years=years,
        headlines=tuple(each for each in lit if each.row.target.concept),
        others=tuple(each for each in lit if not each.row.target.concept),
        lights={light: sum(each.light == light for each in lit) for light in LIGHTS},
        states=dict(Counter(row.state for row in promised)),
        overdue=tuple(row for _, row in dated if row.state == "overdue"),
        due=tuple(row for _, row in waiting[:_SHOWN]),
        undated=sum(not day for day, _ in dated),
        untargeted=tuple(row for row in results if row.year == year),
        conflicts=tuple(conflicts),
        compared=checks.made,
        documents=tuple(held),
    )


def promised_in(rows: Iterable[ProgressRow], year: str, vague: bool = False) -> list[ProgressRow]:
    """The commitments that documents of a year make, or that are due in it; all where the year is ``""``.

    Those of a government at large that name nothing that can be checked (说到就要做到) are among them only where
    ``vague`` ones are wanted.
    """
    of_year = [row for row in rows if not year or year in (row.date[:4], row.commitment.deadline[:4])]
    return [row for row in of_year if vague or row.commitment.concrete or _has_a_body(row)]


def _has_a_body(row: ProgressRow) -> bool:
    """Whether a commitment is a department's own, not that of the government which speaks."""
    return bool(row.commitment.body) and not row.commitment.body.endswith(("人民政府", "国务院"))


def _results(ledger: Ledger, place: str) -> list[PanelRow]:
    """The values of a place's years that were reached, of the indicators of which it has most."""
    names = [each.name for each in ledger.indicators(place)[:_INDICATORS]]
    cells = ledger.panel(names, [place]) if names else []
    return [cell for cell in cells if not cell.missing and cell.status == "actual"]


def _of_year(ask: Remembered, place: str, year: str, years: Sequence[str], on: str) -> tuple[list[OutcomeRow], str]:
    """The outcomes of a year, or of the latest of ``years`` with a result, and which year that is."""
    if year in years:
        return ask(Ledger.outcomes, place, year, on=on), year
    told = ((ask(Ledger.outcomes, place, each, on=on), each) for each in years)
    latest = next(((rows, each) for rows, each in told if any(row.result for row in rows)), None)
    if latest is None:
        first = on[:4] if on[:4] in years else next(iter(years), "")
        return (ask(Ledger.outcomes, place, first, on=on), first) if first else ([], "")
    return latest


def _once(rows: list[OutcomeRow]) -> list[OutcomeRow]:
    """Of several rows of one target those that are told first, one with a result before one without."""
    kept: dict[tuple[object, ...], OutcomeRow] = {}
    for row in rows:
        key = (*subject(row.target), row.target.measure, row.target.period)
        if key not in kept or (kept[key].result is None and row.result is not None):
            kept[key] = row
    return list(kept.values())


def _light(row: OutcomeRow) -> Light:
    if row.verdict != "open":
        return row.verdict
    return row.answer if row.answer in ("likely", "silent") else "not_yet"
