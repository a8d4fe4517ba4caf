"""The constructions: how a clause says what its number measures.

A construction takes a :class:`Situation` (the number, the words before it taken apart, the context) and gives
what it found, or nothing. :data:`CONSTRUCTIONS` lists them from the most particular to the most general;
:func:`construe` gives what the first that fits says. A construction is a rule: it has a name, a sentence that
says what it reads, and examples beside it, in the notation of :mod:`luoshi.reading.notation`, read as a report
of 临澜市 dated 2025-01-20.
"""

from __future__ import annotations

from functools import cache

from luoshi.reading.constructions import (
    counted,
    limits,
    lists,
    movements,
    no_figures,
    pairs,
    parts,
    purposes,
    shares,
    standings,
    things,
    values,
)
from luoshi.reading.constructions.context import Context
from luoshi.reading.constructions.situation import NOTHING, Construction, Find, Found, Situation

__all__ = ["CONSTRUCTIONS", "Context", "Found", "Situation", "construe"]

CONSTRUCTIONS: tuple[Construction, ...] = (
    no_figures.quoted,
    parts.beyond_threshold,
    no_figures.ordering_counts,
    no_figures.marks,
    lists.moved_together,
    pairs.paired,
    lists.industries,
    lists.from_to,
    standings.rank,
    standings.streak,
    shares.budget_amount,
    shares.whole_amount,
    shares.times_basis_amount,
    shares.basis_amount,
    shares.share_of_budget,
    shares.share_of_whole,
    parts.part_of_group,
    shares.share_before_noun,
    purposes.invested,
    purposes.purpose,
    purposes.put_to_use,
    things.some_of_group,
    things.ahead_of_time,
    things.bracketed,
    counted.number_before_noun,
    limits.kept_within,
    movements.movement,
    values.value,
)


@cache
def _tried_for(kind: str) -> tuple[tuple[str, Find], ...]:
    """The constructions that are tried for a kind of quantity, in their order: their names and what finds."""
    return tuple((one.name, one.find) for one in CONSTRUCTIONS if one.kinds is None or kind in one.kinds)


def construe(situation: Situation) -> list[Found]:
    """What the first construction that fits says of the situation's number; nothing for what is no figure."""
    situation.used = 1
    quantity = situation.quantity
    for name, find in _tried_for(quantity.kind):
        found = find(situation)
        if found is NOTHING:
            return []
        if found:
            for item in found:
                item.rule = name
                if item.quantity is None:
                    item.quantity = quantity
            return found
    return []
