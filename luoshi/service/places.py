"""Places that people state: those that nobody knows are slips, and refused with those alike."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from luoshi.knowledge.divisions import division, divisions
from luoshi.language.places import resolve

if TYPE_CHECKING:
    from luoshi.ledger import Ledger

_SHOWN = 6
_ALIKE = 0.6  # of two names, as difflib measures it
_LEVELS = ("country", "province", "city", "county")


def refusal(place: str, text: str, ledger: Ledger | None = None) -> tuple[str, str] | None:
    """Why a stated ``place`` is refused, in Chinese and in English; ``None`` where it is known.

    Known are the divisions of China and its well-known zones, what the document's ``text`` names, and the places of the
    ``ledger``; ``""`` states nothing.
    """
    place = place.strip()
    if not place or resolve(place) is not None or place in text:
        return None
    if ledger is not None and ledger.unknown_place(place) is None:
        return None
    coded = division(place) if re.fullmatch(r"[1-9]\d{5}", place) else None
    names = [coded.name] if coded else alike(place)
    meant = f"是不是 {'、'.join(names)}？" if names else ""
    like = f"did you mean {', '.join(names)}? " if names else ""
    return (
        f"没有“{place}”这个地区，{meant}确有此地请加 --new-place",
        f"no such place; {like}--new-place takes it anyway",
    )


def alike(name: str) -> list[str]:
    """Standing divisions with a name like ``name``, six at most, the likest and the highest first."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name)
    found: dict[str, tuple[float, int]] = {}
    for several in divisions().values():
        item = several[0]
        matcher.set_seq1(item.name)
        if not item.until and matcher.quick_ratio() >= _ALIKE and (ratio := matcher.ratio()) >= _ALIKE:
            found.setdefault(item.name, (-ratio, _LEVELS.index(item.level)))
    return sorted(found, key=lambda each: (*found[each], each))[:_SHOWN]
