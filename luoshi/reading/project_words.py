"""The words of projects (``knowledge/projects.toml``) as patterns: verbs of the stages, tails of names."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from luoshi.knowledge.words import Affixes, alternatives
from luoshi.records import Stage

NEUTRAL: Stage = "going on"
"""The stage of verbs that only say that something is done (推进, 建设): another verb beside them decides."""


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """Groups of verbs with what stands before them; tails of names and their kinds; words that many reports use.

    ``shows`` finds the words without which a sentence tells of no project.
    """

    group: re.Pattern[str]
    verb: re.Pattern[str]
    ends: re.Pattern[str]
    stages: dict[str, Stage]
    tails: Affixes
    kinds: dict[str, str]
    tail_begins: re.Pattern[str]
    shows: re.Pattern[str]
    common: frozenset[str]

    def stage_of(self, group: str) -> Stage:
        """The stage that a group of verbs tells: its last verb that says more than that something is done."""
        found: Stage = NEUTRAL
        for verb in self.verb.finditer(group):
            stage = self.stages[verb.group()]
            if stage != NEUTRAL:
                found = stage
        return found

    def kind(self, name: str) -> str:
        """The kind of work with which a name ends, "" for none."""
        return self.kinds.get(self.tails.ending(name), "")


@cache
def project_words() -> ProjectWords:
    """The words, ready for use."""
    folder = files("luoshi.knowledge")
    table = tomllib.loads(folder.joinpath("projects.toml").read_text("utf-8"))
    stages: dict[str, Stage] = {
        verb: cast(Stage, name.replace("_", " ")) for name, verbs in table["stages"].items() for verb in verbs
    }
    verb = alternatives(stages)
    before = alternatives(table["adverbs"]["words"])
    kinds = {tail: kind for kind, tails in table["tails"].items() for tail in tails}
    shown = {*kinds, *(verb for verb, stage in stages.items() if stage != NEUTRAL)}
    shown -= {*table["everyday"]["tails"], *table["everyday"]["verbs"]}
    return ProjectWords(
        group=re.compile(f"(?:{before}){{0,5}}{verb}(?:(?:并|、|{before}){{0,2}}{verb}){{0,3}}(?!程)"),
        verb=re.compile(verb),
        ends=re.compile(f"{verb}$"),
        stages=stages,
        tails=Affixes(kinds),
        kinds=kinds,
        tail_begins=re.compile(alternatives(kinds)),
        shows=re.compile(alternatives(word for word in shown if len(word) > 1)),
        common=frozenset(folder.joinpath("common_words.txt").read_text("utf-8").split()),
    )
