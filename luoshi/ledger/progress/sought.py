"""What is looked for in later documents: a commitment's words, names, indicators and values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from luoshi.language.passage import one_line
from luoshi.language.places import places
from luoshi.language.times.periods import last_day
from luoshi.language.words import tagged
from luoshi.ledger.outcomes import OutcomeRow
from luoshi.records import Commitment

_QUOTED = re.compile(r"“([^“”\s]{2,40})”|《([^《》\s]{2,40})》")
_NOUNS = ("n", "j", "vn", "an", "l", "i", "eng")  # parts of speech of what a work is on


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: a commitment's words, its names, its indicators and values, and when it was made.

    ``work`` are the words without the body responsible, whom a report need not name again; ``nouns`` those among
    them that say what is worked on.
    """

    words: str
    work: str
    names: tuple[tuple[str, str], ...]
    indicators: frozenset[tuple[str, str]]
    values: frozenset[tuple[Decimal, str]]
    nouns: tuple[str, ...]
    reading: int
    start: int
    date: str
    deadline: str

    @classmethod
    def of(cls, commitment: Commitment, reading: int, date: str, busiest: str, within: Sequence[OutcomeRow]) -> Sought:
        """What a commitment asks for."""
        words = one_line(commitment.quote)
        names = {found[1] or found[2]: "名称 name" for found in _QUOTED.finditer(words)}
        names |= {place.quote: "地名 place" for place in places(words) if len(place.quote) > 1}
        names |= {
            body: "单位 body"
            for body in (commitment.actor, commitment.body)
            if len(body) > 1 and busiest not in (commitment.actor, "")
        }
        rows = [target for row in within for target in row.targets]
        work = words.replace(one_line(commitment.actor), "") if len(commitment.actor) > 1 else words
        return cls(
            words,
            work,
            tuple(names.items()),
            frozenset((row.identity.key, row.identity.facets) for row in rows),
            frozenset((row.low, row.unit) for row in rows if row.low is not None and row.low == row.high),
            tuple(dict.fromkeys(word for word, tag in tagged(work) if len(word) > 1 and tag.startswith(_NOUNS))),
            reading,
            commitment.start,
            date,
            last_day(commitment.deadline),
        )
