"""What a figure is about, in the form that figures are looked up by.

Two figures are of one indicator where the scheme of indicators knows both under one concept with the
same facets (市本级 and the like); where it knows neither, their normalised names decide. A place is its
division code; where it has none, its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from luoshi.records import Figure


@dataclass(frozen=True, slots=True)
class IndicatorKey:
    """``key`` is the concept's id, or the normalised name where there is none; ``facets`` is sorted ``name=value``."""

    key: str
    facets: str
    concept: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place's division code (``""`` where it has none) and its full name."""

    code: str
    name: str


def indicator_key(name: str, concept: str = "") -> IndicatorKey:
    """The key under which figures of the indicator ``name`` are found; a ``concept`` that the reader gave decides."""
    plain = re.sub(r"[\s“”\"'‘’（）()、，,·]", "", name)
    return IndicatorKey(concept or plain, "", concept)


def place_of(name: str, code: str = "") -> Place:
    """The place that ``name`` calls, ``code`` where it is known already."""
    return Place(code, name.strip())


def figure_identity(figure: Figure, home: Place) -> dict[str, str]:
    """The derived columns of a figure; a figure without a place is about ``home``, the document's jurisdiction."""
    indicator = indicator_key(figure.indicator, figure.concept)
    place = place_of(figure.place) if figure.place else home
    return {
        "indicator_key": indicator.key,
        "facets": indicator.facets,
        "place_code": place.code,
        "place_name": place.name,
        "year": year_of(figure.period),
    }


def year_of(period: str) -> str:
    """The year in which an ISO period ends: ``2025`` for ``2021/2025``; ``""`` for no period."""
    found = re.match(r"\d{4}", period.rpartition("/")[2])
    return found.group() if found else ""


def polarity_of(indicator: IndicatorKey) -> str:
    """``more`` or ``less`` where one is better, ``near`` or ``""``."""
    return ""
