"""Incomes of townspeople and villagers, which together tell of all residents' where no number of these is."""

from __future__ import annotations

from dataclasses import replace

from luoshi.ledger.identity import indicator_key
from luoshi.ledger.outcomes.compared import comparable, held
from luoshi.ledger.outcomes.features import like_for_like
from luoshi.ledger.outcomes.results import Known, counting
from luoshi.ledger.outcomes.told import Verdict
from luoshi.ledger.outcomes.verdict import Tolerance, judge
from luoshi.ledger.outcomes.wording import value_words
from luoshi.ledger.series import SeriesRow

_ALL = ("居民人均可支配收入", "城乡居民人均可支配收入")
#: The names by which townspeople's and villagers' incomes are told, of each the first that is.
_PARTS = (("城镇居民人均可支配收入",), ("农村居民人均可支配收入", "农民人均纯收入"))
_BOTH = "城镇与农村 town and country"


def told_in_parts(
    target: SeriesRow, known: Known, tolerance: Tolerance
) -> tuple[tuple[SeriesRow, ...], Verdict, str] | None:
    """Both results, the verdict that they give together and its rule; None where not both are told.

    The mean lies between them: where both meet the target it does, where neither does it does not.
    """
    if target.identity not in map(indicator_key, _ALL):
        return None
    found = []
    for names in _PARTS:
        same = next(filter(None, (_told(target, name, known) for name in names)), None)
        if not same:
            return None
        found.append(counting(same))
    verdicts = {judge(target, row, tolerance)[0] for row in found}
    verdict = verdicts.pop() if len(verdicts) == 1 else "unclear"
    _, rule = judge(target, found[0], tolerance)
    return tuple(found), verdict, f"{rule} ({_BOTH}: {', '.join(map(value_words, found))})"


def _told(target: SeriesRow, name: str, known: Known) -> list[SeriesRow]:
    """What is told of a part, at the target's prices where it is told so."""
    part = replace(target, identity=indicator_key(name))
    same = [row for row in known.of_period(part, held(target)[0]) if comparable(target, row)]
    return [row for row in same if like_for_like(row) == like_for_like(target)] or same
