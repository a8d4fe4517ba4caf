"""Word lists of official prose (``predicates.toml``, ``countries.toml``), as sets and as longest-match tables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def predicates() -> dict[str, dict[str, Any]]:
    """The tables of ``predicates.toml``: words that stand between a name and its number."""
    return tomllib.loads(files("luoshi.knowledge").joinpath("predicates.toml").read_text("utf-8"))


@cache
def countries() -> tuple[str, ...]:
    """The names of countries in ``countries.toml``, longer ones first."""
    table = tomllib.loads(files("luoshi.knowledge").joinpath("countries.toml").read_text("utf-8"))
    return tuple(sorted((name for names in table["names"].values() for name in names), key=len, reverse=True))


class Affixes:
    """Words looked up at the end or the beginning of a text, the longest first."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._lengths = sorted({len(word) for word in self.words}, reverse=True)

    def ending(self, text: str) -> str:
        """The longest of the words that ``text`` ends with, ``""`` for none."""
        words = self.words
        for length in self._lengths:
            if text[-length:] in words:
                return text[-length:]
        return ""

    def beginning(self, text: str) -> str:
        """The longest of the words that ``text`` begins with, ``""`` for none."""
        words = self.words
        for length in self._lengths:
            if text[:length] in words:
                return text[:length]
        return ""


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, the longest first, those of one first character together."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items()) + ")"
