"""The divisions of China at county level and above, and how running text names them.

Codes and names are those of GB/T 2260 as the Ministry of Civil Affairs publishes them (``divisions.csv``
says from when); ``divisions.toml`` holds what no rule gives: short names, names to be careful with, and
zones and regions that are no divisions.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Level = Literal["country", "province", "city", "county"]

# GB/T 2260 has no code for the whole country; statistics use this one for it.
COUNTRY = "100000"

_SUFFIX = re.compile(r"(?:特别行政区|地区|矿区|[省市县区盟旗州])$")


@dataclass(frozen=True, slots=True)
class Division:
    """A division: six-digit code, official name, level, and the first year without it (``""`` where it stands)."""

    code: str
    name: str
    level: Level
    until: str = ""


@cache
def divisions() -> dict[str, tuple[Division, ...]]:
    """All divisions by code; a code that was given anew after a renaming has the standing division first."""
    table = files("luoshi.knowledge").joinpath("divisions.csv").read_text("utf-8")
    lines = (line for line in table.splitlines() if not line.startswith("#"))
    rows = [Division(row["code"], row["name"], level(row["code"]), row["until"]) for row in csv.DictReader(lines)]
    found: dict[str, tuple[Division, ...]] = {COUNTRY: (Division(COUNTRY, "中国", "country"),)}
    for division in sorted(rows, key=lambda row: row.until):
        found[division.code] = (*found.get(division.code, ()), division)
    return found


def division(code: str) -> Division | None:
    """The division that has or last had ``code``; ``None`` for a code that is none's."""
    found = divisions().get(code)
    return found[0] if found else None


def level(code: str) -> Level:
    """The level that a code's zeros tell: 370000 province, 370200 city, 370202 county."""
    if code == COUNTRY:
        return "country"
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def parent(code: str) -> str:
    """The code of the division next above; counties that a province governs itself are its children."""
    if code.endswith("0000"):
        return COUNTRY if code != COUNTRY else ""
    above = code[:4] + "00"
    return above if above != code and above in divisions() else code[:2] + "0000"


def is_within(code: str, other: str) -> bool:
    """Whether the division ``code`` lies in ``other`` (or is it): 370202 in 370200, in 370000, in 100000."""
    if other == COUNTRY:
        return bool(code)
    return code.startswith(other[: {"province": 2, "city": 4}.get(level(other), 6)]) if code and other else False


def short_names(name: str) -> tuple[str, ...]:
    """What running text calls a division without its suffix, two characters or more: 红河州, 红河; 青岛; 延边.

    A name of one character keeps its suffix in use (莘县), so it has no short name.
    """
    given: list[str] | None = notes()["short"].get(name)
    if given is not None:
        return tuple(given)
    autonomous = _autonomous().match(name)
    if autonomous:
        stem, kind = autonomous.groups()
        return (f"{stem}{kind[-1]}", stem) if kind != "自治区" and len(stem) > 1 else (stem,)
    stem = _SUFFIX.sub("", name)
    return (stem,) if len(stem) > 1 and stem != name else ()


@cache
def _autonomous() -> re.Pattern[str]:
    names = notes()["nationalities"]
    people = "|".join([*(f"{name}族" for name in names["full"].split()), *names["bare"].split()])
    return re.compile(f"^(.+?)(?:(?:{people})+)?(自治区|自治州|自治县|自治旗)$")


@cache
def notes() -> dict[str, Any]:
    """The tables of ``divisions.toml``; word lists are strings, a word between spaces or line ends."""
    return tomllib.loads(files("luoshi.knowledge").joinpath("divisions.toml").read_text("utf-8"))
