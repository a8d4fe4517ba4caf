"""Indicators of a ledger that the scheme does not know: by name, most figures first, each with a line ready for it.

The line is one of a scheme file (docs/indicators.md). What the figures show is filled in: the unit that most of them
carry, the measure where they have but one, whether the name is that of a stock. What it can't show (an id, an English
name, whether more is better) is left to be filled in by who knows: ``id`` is ``new_1``, ``english`` the name itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from luoshi.knowledge.indicators import identify, stock
from luoshi.ledger.schema import figures, readings

_SHORTEST = 2  # characters of a name that tells a thing
_ALIKE = ("数量", "总数", "总量", "总额", "额", "数", "量")  # endings that a name may bear or not


@dataclass(frozen=True, slots=True)
class UnknownIndicator:
    """A name without a concept: how many ``figures`` in how many ``documents`` bear it, or one of its ``spellings``.

    ``unit`` and ``measure`` are those of most of them; ``line`` is an entry for a file of the scheme.
    """

    name: str
    spellings: tuple[str, ...]
    figures: int
    documents: int
    unit: str
    measure: str
    line: str

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi indicators --unknown --json`` prints it."""
        return asdict(self)


def unknown_indicators(connection: Connection, place: str = "", fewest: int = 2) -> list[UnknownIndicator]:
    """The names of at least ``fewest`` figures that have no concept, those with the most figures first.

    Names that differ only in a last word of amount (户数, 户) are one. ``place`` is a place's full name, ``""``
    for all.
    """
    query = (
        select(
            figures.c.indicator,
            figures.c.unit,
            figures.c.measure,
            func.count().label("number"),
            func.count(figures.c.reading_id.distinct()).label("documents"),
        )
        .join(readings, readings.c.id == figures.c.reading_id)
        .where(readings.c.superseded_by.is_(None), figures.c.concept == "")
        .group_by(figures.c.indicator, figures.c.unit, figures.c.measure)
    )
    if place:
        query = query.where(figures.c.place_name == place)
    clusters: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        identity = identify(row.indicator)
        if not identity.concept and len(identity.name) >= _SHORTEST:
            clusters[_stem(identity.name)].append((identity.name, row))
    found = [_cluster(rows) for rows in clusters.values()]
    found = [each for each in found if each.figures >= fewest]
    ordered = sorted(found, key=lambda each: (-each.figures, each.name))
    return [_numbered(each, number) for number, each in enumerate(ordered, 1)]


def _stem(name: str) -> str:
    for ending in _ALIKE:
        if name.endswith(ending) and len(name) > len(ending) + _SHORTEST:
            return name.removesuffix(ending)
    return name


def _cluster(rows: Iterable[tuple[str, Any]]) -> UnknownIndicator:
    names, units, measures = Counter[str](), Counter[str](), Counter[str]()
    documents = 0
    for name, row in rows:
        names[name] += row.number
        units[row.unit] += row.number
        measures[row.measure] += row.number
        documents = max(documents, row.documents)
    ordered = sorted(names, key=lambda name: (-names[name], name))
    unit, measure = _most(units), _most(measures)
    return UnknownIndicator(ordered[0], tuple(ordered), names.total(), documents, unit, measure, "")


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda value: (-counts[value], value))


def _numbered(each: UnknownIndicator, number: int) -> UnknownIndicator:
    """The indicator with its line: kind and measure where its name and its figures tell them."""
    kind = "stock" if stock(each.name) else "rate" if each.unit == "%" else "flow"
    if each.measure == "share":
        kind = "share"
    parts = [f"name = '{each.name}'", f"english = '{each.name}'"]
    if len(each.spellings) > 1:
        parts.append(f"aliases = '{'；'.join(each.spellings[1:])}'")
    parts += [f"kind = '{kind}'", f"unit = '{each.unit}'"]
    if kind in ("share", "rate"):
        parts.append(f"measure = '{'share' if kind == 'share' else 'level'}'")
    line = f"new_{number} = {{ {', '.join(parts)} }}"
    return UnknownIndicator(**(asdict(each) | {"spellings": each.spellings, "line": line}))
