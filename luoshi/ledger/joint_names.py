"""A growth that is told of several indicators at once (生产总值、规上工业增加值均增长11%) is one of each of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, or_, select

from luoshi.ledger.identity import indicator_key
from luoshi.ledger.likeness import parts_of
from luoshi.ledger.schema import figures
from luoshi.ledger.series import SeriesRow, figures_told, told

_MARKS = ("、", "和", "与", "及")
_AT_ONCE = 500  # names in one question


def told_jointly(connection: Connection, wanted: Collection[str], at: Sequence[ColumnElement[bool]]) -> list[SeriesRow]:
    """The growths told of indicators with the ``wanted`` keys together with others, at places that ``at`` picks.

    None where it picks no places: no index finds a name within joint ones, and a ledger of millions is not looked
    through for a few.
    """
    if not at:
        return []
    key = figures.c.indicator_key
    joint = select(key).distinct().where(figures.c.measure == "growth", or_(*(key.contains(mark) for mark in _MARKS)))
    holding = [
        name
        for name in connection.execute(joint.where(or_(*at))).scalars()
        if any(indicator_key(part).key in wanted for part in parts_of(name))
    ]
    found: list[SeriesRow] = []
    for start in range(0, len(holding), _AT_ONCE):
        query = figures_told().where(figures.c.measure == "growth", key.in_(holding[start : start + _AT_ONCE]))
        for row in told(connection, query.where(or_(*at))):
            found += [part for part in of_each(row) if part.identity.key in wanted]
    return found


def of_each(row: SeriesRow) -> list[SeriesRow]:
    """What a growth told of several indicators at once says of each (生产总值、财政收入均增长11%)."""
    if row.measure != "growth":
        return []
    return [replace(row, indicator=part, identity=indicator_key(part)) for part in parts_of(row.indicator)]
