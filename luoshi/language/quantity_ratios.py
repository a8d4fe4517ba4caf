"""Proportions with colons: 2.0︰50.5︰47.5, 2.25∶1."""

from __future__ import annotations

from decimal import Decimal

from luoshi.language import numerals
from luoshi.language.quantity_drafts import Draft
from luoshi.language.quantity_numbers import DIGITS
from luoshi.language.rules import rule
from luoshi.patterns import late

_CLOCK = late(r"(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?:[:：][0-5][0-9])?")
_PROPORTION = late(
    rf"(?P<many>{numerals.ARABIC})(?P<one>[:：︰∶]1)(?![:：︰∶]?[{DIGITS}.．])"
    rf"|{numerals.ARABIC}(?:[:：︰∶]{numerals.ARABIC}){{1,8}}+(?![:：︰∶]?[{DIGITS}])"
)
_SCORE = late("比分[为是]?$")
_PROPORTION_MARK = late("[:：︰∶]")


@rule(
    "ratio",
    "Numbers with colons between them: each is a part; parts of a hundred are per cent. A clock's time is none.",
    ("三次产业比例为2.0︰50.5︰47.5", "2.0: 2 % ratio; 50.5: 50.5 % ratio; 47.5: 47.5 % ratio"),
    ("结构比为5:40:55", "5: 5 % ratio; 40: 40 % ratio; 55: 55 % ratio"),
    ("收入比为1:2.38", "1: 1 ratio; 2.38: 2.38 ratio"),
    ("收入比为2.25∶1，比例1.5:1", "2.25∶1: 2.25 ∶1 ratio; 1.5:1: 1.5 ∶1 ratio"),
    ("上午8:30至20：00，比分3:2，比分3:1", ""),
)
def ratio_parts(text: str, start: int, end: int) -> tuple[list[Draft], int] | None:
    """The parts of a proportion and its end; ``None`` where the number at ``start`` begins none."""
    match = _PROPORTION.match(text, start)
    if match is None:
        return None
    if match["one"]:
        number = numerals.scaled(match["many"], "") if len(match["many"]) <= 25 else Decimal(0)
        if _SCORE.search(text, max(0, start - 3), start) or number >= 1000:
            return [], match.end()
        return [Draft(start, match.end(), start, match.end(), number, number, "exact", "∶1", "ratio")], match.end()
    drafts = []
    at = start
    for part in _PROPORTION_MARK.split(match[0]):
        number = numerals.scaled(part, "") if len(part) <= 25 else Decimal(0)
        drafts.append(Draft(at, at + len(part), at, at + len(part), number, number, kind="ratio"))
        at += len(part) + 1
    if abs(sum((draft.low for draft in drafts), Decimal(0)) - 100) <= Decimal("0.2"):
        for draft in drafts:
            draft.unit = "%"
    elif _CLOCK.fullmatch(match[0]) or _SCORE.search(text, max(0, start - 3), start):
        return [], match.end()
    return drafts, match.end()
