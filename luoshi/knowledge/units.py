"""Units of measure: their spellings, canonical names and kinds, from ``units.toml`` and users' own files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from luoshi.knowledge.words import lengths_of

KINDS = frozenset(
    {
        "money",
        "percent",
        "points",
        "count",
        "measure",
        "multiple",
        "fraction",
        "age",
        "temperature",
        "duration",
        "name",
    }
)
_ONE = Decimal(1)


class UnitError(ValueError):
    """A units file that can't be used: what is wrong, and in which file."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One spelling of a unit: ``alias`` counts ``factor`` of the canonical unit ``symbol``.

    ``kind`` is one of :data:`KINDS`; ``name`` marks a word that makes its number part of a name or a
    date. ``digits_only`` spellings are units only after digits or a numeral with 百千万亿.
    ``not_before`` are the words that, following, make the spelling something else (个 + 人所得税);
    ``latin`` spellings end in a Latin letter and so are not followed by another.
    """

    alias: str
    symbol: str
    kind: str
    factor: Decimal = _ONE
    digits_only: bool = False
    not_before: tuple[str, ...] = ()
    latin: bool = False


@dataclass(frozen=True, slots=True)
class UnitTable:
    """All spellings; ``first[character]`` holds those that begin with it, longest first."""

    first: dict[str, tuple[Unit, ...]] = field(default_factory=dict)
    _spelt: dict[str, Unit] = field(init=False, repr=False, compare=False)
    _lengths: dict[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        units = [unit for units in self.first.values() for unit in units]
        object.__setattr__(self, "_spelt", {unit.alias: unit for unit in units})
        object.__setattr__(self, "_lengths", lengths_of(self._spelt, 0))

    def at(self, text: str, position: int) -> Unit | None:
        """The longest unit whose spelling stands at ``position`` of ``text``; ``None`` where there is none."""
        for length in self._lengths.get(text[position : position + 1], ()):
            end = position + length
            unit = self._spelt.get(text[position:end])
            if unit is not None and not text.startswith(unit.not_before, end):
                # km in 5kms or m in 5m2 is part of a longer word.
                if unit.latin and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
                    continue
                return unit
        return None


def load(*files: Path) -> UnitTable:
    """The units that ship with the project, extended and overridden by users' own ``files``, the last one first.

    Raises :class:`UnitError` where a file is not TOML or an entry is wrong, naming the file and the entry.
    """
    spellings: dict[str, Unit] = {}
    not_before: dict[str, tuple[str, ...]] = {}
    for path in (Path(__file__).with_name("units.toml"), *files):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise UnitError(f"{path}: {error}") from error
        for unit in _units(data, path):
            spellings[unit.alias] = unit
        for alias, words in data.get("not_before", {}).items():
            if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
                raise UnitError(f"{path}: not_before {alias!r} is not a list of words")
            not_before[alias] = tuple(words)
    first: dict[str, list[Unit]] = {}
    for alias in sorted(spellings, key=lambda alias: (-len(alias), alias)):
        unit = spellings[alias]
        latin = alias[-1].isascii() and alias[-1].isalpha()
        unit = replace(unit, not_before=not_before.get(alias, ()), latin=latin)
        first.setdefault(alias[0], []).append(unit)
    return UnitTable({character: tuple(units) for character, units in first.items()})


@cache
def shipped() -> UnitTable:
    """The units that ship with the project, loaded once."""
    return load()


def _units(data: dict[str, Any], path: Path) -> Iterator[Unit]:
    """Every spelling that a file gives, checked."""
    unknown = data.keys() - {"unit", "multiple", "group", "not_before"}
    if unknown:
        raise UnitError(f"{path}: unknown table {sorted(unknown)[0]!r}")
    for entry in data.get("unit", []):
        symbol, kind = _checked(entry, {"symbol", "kind", "aliases", "digits_only"}, "symbol", path)
        for alias in [symbol, *entry.get("aliases", [])]:
            if not isinstance(alias, str) or not alias:
                raise UnitError(f"{path}: unit {symbol!r} has an empty alias")
            yield Unit(alias, symbol, kind, _ONE, bool(entry.get("digits_only", False)))
    for entry in data.get("multiple", []):
        symbol, kind = _checked(entry, {"symbol", "kind", "spellings", "digits_only"}, "symbol", path)
        for alias, factor in entry.get("spellings", {}).items():
            try:
                value = Decimal(str(factor))
            except InvalidOperation:
                value = Decimal(0)
            if not value.is_finite() or value <= 0:
                raise UnitError(f"{path}: unit {symbol!r}: {alias!r} is no positive multiple")
            yield Unit(alias, symbol, kind, value, bool(entry.get("digits_only", False)))
    for entry in data.get("group", []):
        symbols, kind = _checked(entry, {"kind", "symbols", "digits_only"}, "symbols", path)
        for symbol in symbols:
            if not isinstance(symbol, str) or not symbol:
                raise UnitError(f"{path}: a group of kind {kind!r} has an empty symbol")
            yield Unit(symbol, symbol, kind, _ONE, bool(entry.get("digits_only", False)))


def _checked(entry: dict[str, Any], known: set[str], key: str, path: Path) -> tuple[Any, str]:
    """The entry's symbol or symbols, and its kind; :class:`UnitError` where one is missing or a key is unknown."""
    if key not in entry or not entry[key]:
        raise UnitError(f"{path}: an entry without {key!r}: {entry}")
    unknown = entry.keys() - known
    if unknown:
        raise UnitError(f"{path}: {entry[key]!r} has an unknown key {sorted(unknown)[0]!r}")
    if entry.get("kind") not in KINDS:
        raise UnitError(f"{path}: {entry[key]!r} has the unknown kind {entry.get('kind')!r}")
    return entry[key], entry["kind"]
