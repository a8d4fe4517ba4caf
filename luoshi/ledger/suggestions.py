"""What the ledger has, for people who asked for something it has not: places and indicators by their names."""

from __future__ import annotations

import warnings
from difflib import get_close_matches

from sqlalchemy import Connection, select

from luoshi.knowledge.indicators import scheme, split_measure
from luoshi.ledger.errors import UnknownNameWarning
from luoshi.ledger.identity import indicator_key, places_asked
from luoshi.ledger.schema import figures, readings

_SHOWN = 6
_ALIKE = 0.5  # of two names, as difflib measures it


def unknown_place(connection: Connection, name: str) -> list[str] | None:
    """Places of which the ledger has documents, six at most, those alike first, where it has nothing of ``name``.

    ``None`` where it has something.
    """
    asked = places_asked(name)
    document = select(readings.c.place, readings.c.place_code).where(readings.c.superseded_by.is_(None)).distinct()
    homes = [(row.place, row.place_code) for row in connection.execute(document.order_by(readings.c.place))]
    if any(name == one.name or (one.code and code == one.code) for one in asked for name, code in homes):
        return None
    for one in asked:
        of_place = figures.c.place_code == one.code if one.code else figures.c.place_name == one.name
        if connection.execute(select(figures.c.start).where(of_place).limit(1)).first():
            return None
    names = [place for place, _ in homes if place]
    return list(dict.fromkeys([*get_close_matches(name, names, _SHOWN, _ALIKE), *names]))[:_SHOWN]


def unknown_indicator(connection: Connection, name: str) -> list[str] | None:
    """Indicators of the ledger with a name like ``name``, six at most, where it has none of that name.

    ``None`` where it has one.
    """
    plain, _ = split_measure(name)
    called = {indicator_key(name).key, indicator_key(plain).key}
    if connection.execute(select(figures.c.start).where(figures.c.indicator_key.in_(called)).limit(1)).first():
        return None
    keys = set(connection.execute(select(figures.c.indicator_key).distinct()).scalars())
    known = scheme().indicators
    names = sorted({known[key].name if key in known else key for key in keys})
    holding = sorted((each for each in names if plain in each), key=lambda each: (len(each), each))
    return list(dict.fromkeys([*holding[:_SHOWN], *get_close_matches(plain, names, _SHOWN, _ALIKE)]))[:_SHOWN]


def warn_of_unknown(connection: Connection, place: str, indicator: str) -> None:
    """Warn who asked from Python for a place or an indicator that the ledger has not, and name those alike."""
    for asked, alike, what in (
        (place, unknown_place, "这个地区 such place"),
        (indicator, unknown_indicator, "这个指标 such indicator"),
    ):
        names = alike(connection, asked) if asked else None
        if names is not None:
            told = f"{asked}: 账本里没有{what}" + (f"；相近的有 alike: {'、'.join(names)}" if names else "")
            warnings.warn(told, UnknownNameWarning, stacklevel=3)
            return
