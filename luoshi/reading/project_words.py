"""The words of projects (``knowledge/projects.toml``) as patterns: verbs of the stages, tails of names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from luoshi.knowledge.words import Affixes, alternatives
from luoshi.patterns import standing_at
from luoshi.records import Stage

NEUTRAL: Stage = "going on"
"""The stage of verbs that only say that something is done (推进, 建设): another verb beside them decides."""


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """Groups of verbs with what stands before them; tails of names and their kinds; words that many reports use.

    ``shows`` finds the words without which a sentence tells of no project, ``hints`` those without which a clause does;
    ``group`` matches a group of verbs,
    ``groups`` finds them all, fast.
    """

    group: re.Pattern[str]
    group_at: re.Pattern[str]
    verb: re.Pattern[str]
    ends: re.Pattern[str]
    stages: dict[str, Stage]
    tails: Affixes
    kinds: dict[str, str]
    tail_begins: re.Pattern[str]
    shows: re.Pattern[str]
    hints: re.Pattern[str]
    common: frozenset[str]

    def groups(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where the groups of verbs between two places of a text begin and end, in order."""
        found = []
        behind = start
        for group in self.group_at.finditer(text, start, end):
            if group.start() >= behind:
                found.append(group.span(1))
                behind = group.end(1)
        return found

    def groups_from(self, at: int, groups: list[tuple[int, int]], text: str, end: int) -> list[tuple[int, int]]:
        """The groups from a place on, ``groups`` being those from an earlier one to the same ``end``."""
        for place, (first, last) in enumerate(groups):
            if first >= at:
                return groups[place:]
            if last > at:
                return self.groups(text, at, end)
        return []

    def kind(self, name: str) -> str:
        """The kind of work with which a name ends, "" for none."""
        return self.kinds.get(self.tails.ending(name), "")


@lru_cache(1 << 12)
def stage_of(group: str) -> Stage:
    """The stage that a group of verbs tells: its last verb that says more than that something is done."""
    words = project_words()
    told = [words.stages[verb] for verb in words.verb.findall(group)]
    return next((stage for stage in reversed(told) if stage != NEUTRAL), NEUTRAL)


@cache
def project_words() -> ProjectWords:
    """The words, ready for use."""
    folder = files("luoshi.knowledge")
    table = tomllib.loads(folder.joinpath("projects.toml").read_text("utf-8"))
    stages: dict[str, Stage] = {
        verb: cast(Stage, name.replace("_", " ")) for name, verbs in table["stages"].items() for verb in verbs
    }
    adverbs = table["adverbs"]["words"]
    verb, before = _beginning_with(stages), _beginning_with(adverbs)
    group = f"(?:{before}){{0,5}}{verb}(?:(?:并|、|{before}){{0,2}}{verb}){{0,3}}(?!程)"
    kinds = {tail: kind for kind, tails in table["tails"].items() for tail in tails}
    hints = {*kinds, *(verb for verb, stage in stages.items() if stage != NEUTRAL)}
    everyday = {*table["everyday"]["tails"], *table["everyday"]["verbs"]}
    shown = {word for word in hints - everyday if len(word) > 1}
    return ProjectWords(
        group=re.compile(group),
        group_at=re.compile(standing({*stages, *adverbs}, f"({group})")),
        verb=re.compile(alternatives(stages)),
        ends=re.compile(f"{alternatives(stages)}$"),
        stages=stages,
        tails=Affixes(kinds),
        kinds=kinds,
        tail_begins=re.compile(alternatives(kinds)),
        shows=re.compile(standing(shown, in_portions(shown))),
        hints=re.compile(standing(hints, in_portions(hints))),
        common=frozenset(folder.joinpath("common_words.txt").read_text("utf-8").split()),
    )


_PORTION = 12  # first characters of words that one look tells from all others


def standing(words: Iterable[str], pattern: str) -> str:
    """``pattern``, which begins with one of ``words``, as what stands at a place where two characters allow it."""
    listed = list(words)
    alone = "".join(sorted({word for word in listed if len(word) == 1}))
    second = "".join(sorted({word[1] for word in listed if len(word) > 1}))
    allowed = f"(?:(?<=[{alone}])|(?=[{second}]))" if alone else f"(?=[{second}])"
    return standing_at({word[0] for word in listed}, pattern).replace("]", f"]{allowed}", 1)


def _beginning_with(words: Iterable[str]) -> str:
    """Any of ``words``, behind one look at the character that it begins with."""
    listed = list(words)
    return f"(?=[{''.join(sorted({word[0] for word in listed}))}]){alternatives(listed)}"


def in_portions(words: Iterable[str]) -> str:
    """Any of ``words``, in portions by their first characters, so that few are tried where none stands."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words):
        by_first.setdefault(word[0], []).append(word)
    firsts = sorted(by_first)
    portions = (firsts[at : at + _PORTION] for at in range(0, len(firsts), _PORTION))
    return f"(?:{'|'.join(_beginning_with(word for first in some for word in by_first[first]) for some in portions)})"
