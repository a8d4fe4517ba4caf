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
        self._by_last = lengths_of(self.words, -1)
        self._by_first = lengths_of(self.words, 0)

    def ending(self, text: str) -> str:
        """The longest of the words that ``text`` ends with, ``""`` for none."""
        for length in self._by_last.get(text[-1:], ()):
            if text[-length:] in self.words:
                return text[-length:]
        return ""

    def beginning(self, text: str) -> str:
        """The longest of the words that ``text`` begins with, ``""`` for none."""
        for length in self._by_first.get(text[:1], ()):
            if text[:length] in self.words:
                return text[:length]
        return ""


def lengths_of(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    """How long the words are, the longest first, by the character that each has at ``place``."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[place], set()).add(len(word))
    return {character: tuple(sorted(lengths, reverse=True)) for character, lengths in found.items()}


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, the longest first, those of one first character together."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items()) + ")"
