"""The words of events (``knowledge/events.toml``) as patterns."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from luoshi.knowledge.words import Affixes, alternatives
from luoshi.reading.project_words import in_portions, standing
from luoshi.records import Act


@dataclass(frozen=True, slots=True)
class EventWords:
    """Verbs with their kinds, nouns that tell the kind more closely, what parts a subject from its verb.

    ``weak`` are verbs that tell an event only in a headline or with a day, where no other does; ``verb_at`` and
    ``weak_at`` find fast where one stands. ``of_things`` are those that need no object; ``holding`` those whose object
    tells the kind (举行签约仪式); ``carriers`` those whose object is what is done (开展检查). ``families`` parts the
    verbs of no kind by what they tell of; with ``actor_tails`` names of bodies and people end.
    """

    verb: re.Pattern[str]
    weak: re.Pattern[str]
    verb_at: re.Pattern[str]
    weak_at: re.Pattern[str]
    acts: dict[str, Act]
    noun: re.Pattern[str]
    nouns: dict[str, Act]
    parts: frozenset[str]
    of_things: frozenset[str]
    holding: frozenset[str]
    carriers: re.Pattern[str]
    families: dict[str, str]
    actor_tails: Affixes

    def act_of(self, verb: str) -> Act:
        """The kind of event that a verb tells; those that no list has are of the rest."""
        return self.acts.get(verb, "other")


@cache
def event_words() -> EventWords:
    """The words, ready for use."""
    table = tomllib.loads(files("luoshi.knowledge").joinpath("events.toml").read_text("utf-8"))
    acts: dict[str, Act] = {verb: kind for kind, verbs in table["verbs"].items() for verb in verbs}
    weak: dict[str, Act] = {verb: kind for kind, verbs in table["weak"].items() for verb in verbs}
    nouns: dict[str, Act] = {noun: kind for kind, named in table["nouns"].items() for noun in named}
    return EventWords(
        verb=re.compile(alternatives(acts)),
        weak=re.compile(alternatives(weak)),
        verb_at=re.compile(standing(acts, in_portions(acts))),
        weak_at=re.compile(standing(weak, in_portions(weak))),
        acts=acts | weak,
        noun=re.compile(alternatives(nouns)),
        nouns=nouns,
        parts=frozenset(table["before"]["words"]),
        of_things=frozenset(table["of_things"]["words"]),
        holding=frozenset(table["holding"]["words"]),
        families={verb: family for family, verbs in table["families"].items() for verb in verbs},
        carriers=re.compile(alternatives(table["carriers"]["words"])),
        actor_tails=Affixes(table["actors"]["tails"]),
    )
