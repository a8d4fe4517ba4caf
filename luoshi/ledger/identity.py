"""What a figure is about, in the form that figures are looked up by.

Two figures are of one indicator where the scheme of indicators has both under one concept with the same
facets (市本级 and the like); names that it does not know are compared as names. A place is known by its
full name and its division code, where it has one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from luoshi.knowledge.divisions import division
from luoshi.knowledge.indicators import Polarity, identify, scheme
from luoshi.language.places import resolve
from luoshi.records import Figure

# A place that the gazetteer does not know may be asked for without its last character, as 临澜 for 临澜市.
_TAILS = ("市", "省", "县", "区", "州", "旗")


#: What kind of time a value holds for; only values of one kind make a series.
PeriodKind = Literal["year", "to date", "part", "point", "span", ""]

_YEAR = re.compile(r"\d{4}")
_WHOLE_YEAR = re.compile(r"(?P<year>\d{4})(?:-01/(?P=year)-12|-01-01/(?P=year)-12-31)")
_YEAR_END = re.compile(r"(\d{4})-12-31")
_TO_DATE = re.compile(r"(?P<year>\d{4})-01(?:-01)?/(?P=year)-\d\d(?:-\d\d)?")
_YEARS = re.compile(r"(\d{4})(?:-\d\d){0,2}/(\d{4})(?:-\d\d){0,2}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


#: What stands for an indicator as a whole where its facets tell its parts, as in SDMX.
TOTAL = "_T"


@dataclass(frozen=True, slots=True)
class IndicatorKey:
    """What an indicator's name stands for.

    ``key`` is the concept's id, or the normalised name where the scheme knows none; ``facets`` are its
    facets as ``name=value``, sorted; ``concept`` is the id or ``""``.
    """

    key: str
    facets: str
    concept: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place's full name and its division code (GB/T 2260), ``""`` where it has none."""

    name: str
    code: str


def indicator_key(name: str, concept: str = "") -> IndicatorKey:
    """The key under which figures of the indicator ``name`` are found; the ``concept`` that a reader gave decides."""
    identity = identify(name)
    if concept and concept != identity.concept:
        return IndicatorKey(concept, "", concept)
    facets = ";".join(f"{facet}={value}" for facet, value in identity.facets)
    return IndicatorKey(identity.concept or identity.name, facets, identity.concept)


def polarity(indicator: IndicatorKey) -> Polarity:
    """Whether more or less of the indicator is better; ``""`` where the scheme does not say."""
    known = scheme().indicators.get(indicator.concept)
    return known.polarity if known else ""


@lru_cache(maxsize=1 << 14)
def place_of(name: str, code: str = "", within: str = "") -> Place:
    """The place that ``name`` calls, its full name if it was short; ``code`` where it is known already.

    Of several places of that name the one in the division ``within`` is meant.
    """
    name = name.strip()
    found = resolve(name, within) if name else None
    if found is None:
        return Place(name, code)
    return Place(found.name, code or found.code)


def places_asked(name: str) -> tuple[Place, ...]:
    """The places that a person may mean: any division of that name, or the one of a chain (福州鼓楼区) or code.

    A :class:`Place` without code stands for all places of its name.
    """
    name = name.strip()
    if re.fullmatch(r"[1-9]\d{5}", name):
        known = division(name)
        return (Place(known.name if known else "", name),)
    found = resolve(name)
    if found is None:
        return (Place(name, ""), *(Place(name + tail, "") for tail in _TAILS))
    if found.name.startswith(name):
        return (Place(found.name, ""),)
    return (Place(found.name, found.code),)


def figure_identity(figure: Figure, home: Place) -> dict[str, str]:
    """The derived columns of a figure; a figure without a place is about ``home``, the document's jurisdiction."""
    indicator = indicator_key(figure.indicator, figure.concept)
    place = place_of(figure.place, within=home.code) if figure.place else home
    return {
        "indicator_key": indicator.key,
        "facets": indicator.facets,
        "place_name": place.name,
        "place_code": place.code,
        "year": year_of(figure.period),
    }


def year_of(period: str) -> str:
    """The year in which an ISO 8601 period ends: ``2025`` for ``2021/2025``; ``""`` for no period."""
    found = re.match(r"\d{4}", period.rpartition("/")[2])
    return found.group() if found else ""


@lru_cache(maxsize=1 << 12)
def period_kind(period: str) -> PeriodKind:
    """What kind of time an ISO 8601 period is.

    ``year``: a whole one, also as its twelve months; ``to date``: from January to a month of the same year;
    ``part``: a month, a quarter; ``point``: a day; ``span``: over the end of a year (2021/2025); ``""``: no period.
    """
    if not period:
        return ""
    if _YEAR.fullmatch(period) or _WHOLE_YEAR.fullmatch(period):
        return "year"
    if _DAY.fullmatch(period):
        return "point"
    if _TO_DATE.fullmatch(period):
        return "to date"
    years = _YEARS.fullmatch(period)
    return "span" if years and years[1] != years[2] else "part"


@lru_cache(maxsize=1 << 12)
def compared_period(period: str) -> str:
    """The period as targets and results are compared by it: a year, its twelve months and its last day are one.

    Which of them a value takes follows from the indicator: a stock of 2025 is one of 2025-12-31.
    """
    whole = _WHOLE_YEAR.fullmatch(period) or _YEAR_END.fullmatch(period)
    return whole[1] if whole else period


@lru_cache(maxsize=1 << 12)
def period_years(period: str) -> tuple[int, int] | None:
    """The first and the last year of an ISO 8601 period; ``None`` where it names none."""
    years = [int(found.group()) for part in period.split("/") if (found := _YEAR.match(part))]
    return (years[0], years[-1]) if years else None


def last_month(period: str) -> str:
    """The month in which a period ends, as ``2025-12``; ``""`` for no period."""
    end = period.rpartition("/")[2]
    return f"{end}-12" if _YEAR.fullmatch(end) else end[:7]
