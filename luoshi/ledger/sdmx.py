"""Figures as SDMX-CSV 2.0, with the structure that says what its columns are.

The format is that of the SDMX Technical Working Group ("SDMX-CSV field guide", version 2.0); its structure, in
SDMX-ML 2.1, stands in ``sdmx_structure.xml`` and is laid beside every export, so that readers (the Python package
``sdmx1`` among them) know dimensions from attributes. An observation is told once: of several documents the latest
one counts.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from luoshi.ledger.identity import TOTAL, indicator_key
from luoshi.ledger.tidy import batches, is_formula

STRUCTURE = Path(__file__).with_name("sdmx_structure.xml")

_TARGET = {"STRUCTURE": "dataflow", "STRUCTURE_ID": "LUOSHI:FIGURES(1.0)", "ACTION": "I"}
_DIMENSIONS = ("REF_AREA", "INDICATOR", "BREAKDOWN", "MEASURE", "STAGE", "UNIT_MEASURE", "TIME_PERIOD")
_ATTRIBUTES = (
    "OBS_STATUS",
    "LOWER_BOUND",
    "UPPER_BOUND",
    "QUALIFIER",
    "INDICATOR_NAME",
    "REF_AREA_NAME",
    "SOURCE",
    "COMMENT_OBS",
)
COLUMNS = (*_TARGET, *_DIMENSIONS, "OBS_VALUE", *_ATTRIBUTES)
_WORDS = ("INDICATOR", "INDICATOR_NAME", "REF_AREA_NAME", "COMMENT_OBS")

_MONTHS = re.compile(r"(\d{4})-(\d{2})/(\d{4})-(\d{2})")
_YEARS = re.compile(r"(\d{4})/(\d{4})")


def structure_beside(out: Path) -> Path:
    """Where the structure of the export ``out`` goes: ``figures.structure.xml`` for ``figures.csv``."""
    return out.with_name(f"{out.stem}.structure.xml")


def write(connection: Connection, part: Path) -> int:
    """Write all figures that have a value and a period to the file ``part``; how many observations there are."""
    observations: dict[tuple[str, ...], list[str]] = {}
    for batch in batches(connection, "figures"):
        for told in _observations(batch):
            observations[tuple(told[name] for name in _DIMENSIONS)] = [told[name] for name in COLUMNS]
    with part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(observations[key] for key in sorted(observations))
    return len(observations)


def time_period(period: str) -> str:
    """An ISO 8601 period as SDMX writes it: a range is its first day and its length, ``2021-01-01/P5Y``."""
    months, years = _MONTHS.fullmatch(period), _YEARS.fullmatch(period)
    if months:
        first, month, last, to = map(int, months.groups())
        return f"{first:04}-{month:02}-01/P{(last - first) * 12 + to - month + 1}M"
    if years:
        return f"{years[1]}-01-01/P{int(years[2]) - int(years[1]) + 1}Y"
    return period


def _observations(batch: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    for row in batch:
        low, high = row["low"], row["high"]
        if not row["period"] or (low is None and high is None):
            continue
        if row["sign"] == -1:
            low, high = (None if high is None else -high), (None if low is None else -low)
        identity = indicator_key(row["indicator"], row["concept"])
        told = _TARGET | {
            "REF_AREA": row["place_code"] or row["place"] or "_X",
            "INDICATOR": identity.key,
            "BREAKDOWN": identity.facets or TOTAL,
            "MEASURE": row["measure"],
            "STAGE": row["status"],
            "UNIT_MEASURE": row["unit"] or "_Z",
            "TIME_PERIOD": time_period(row["period"]),
            "OBS_VALUE": _digits(low if low is not None else high),
            "OBS_STATUS": _status(row),
            "LOWER_BOUND": _digits(low),
            "UPPER_BOUND": _digits(high),
            "QUALIFIER": row["qualifier"],
            "INDICATOR_NAME": row["indicator"],
            "REF_AREA_NAME": row["place"],
            "SOURCE": row["id"],
            "COMMENT_OBS": row["quote"],
        }
        # Readers cut the file at line ends before they look at quotation marks.
        for name in _WORDS:
            words = " ".join(told[name].split())
            told[name] = f"'{words}" if is_formula(words) else words
        yield told


def _status(row: dict[str, Any]) -> str:
    """The status of an observation by the SDMX code list CL_OBS_STATUS."""
    if row["status"] == "forecast":
        return "F"
    return "A" if row["qualifier"] == "exact" else "E"


def _digits(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
