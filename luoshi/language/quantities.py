"""Quantities: a number with its unit and the words that touch it (超4000亿元, 4.5%—5%, 全省第一).

:func:`scan` finds everything in a text that measures; :func:`quantities` gives ordinals (第十三) besides.
One pattern finds the numerals; the rules that read what stands around each of them, every rule beside its
examples, are in the ``quantity_`` modules, by subject. Numbers are exact and in base units: 百千万亿 are
multiplied out, units are named as in ``knowledge/units.toml``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from luoshi.knowledge import units
from luoshi.knowledge.radicals import as_printed, fold
from luoshi.knowledge.units import UnitTable
from luoshi.language.numerals import CHARACTERS, plain
from luoshi.language.passage import Passage
from luoshi.language.quantity_bounds import BOUND_LAST, listed_alike, take_bound_after, take_words_before
from luoshi.language.quantity_brackets import headed_unit, take_accounted
from luoshi.language.quantity_drafts import Draft, Quantity, notation
from luoshi.language.quantity_labels import is_label
from luoshi.language.quantity_no_measures import is_no_measure
from luoshi.language.quantity_numbers import DIGITS, NUMERAL, number_of
from luoshi.language.quantity_ranges import between_bounds, take_range
from luoshi.language.quantity_ratios import ratio_parts
from luoshi.language.quantity_signs import take_sign
from luoshi.language.quantity_standings import doubling, ordinal_or_rank, take_streak
from luoshi.language.quantity_units import take_half, take_unit, unit_after
from luoshi.language.quantity_words import word_quantity
from luoshi.language.unread import MOST, Extent, holes, unreadable
from luoshi.patterns import late, standing_at

__all__ = ["Quantity", "notation", "quantities", "scan", "survey"]

_FIND = (
    rf"(?:(?=[{DIGITS}])(?:(?<![{DIGITS}A-Za-z.．+＋/／])|(?<=USD|CNY|RMB|EUR|GBP|JPY|HKD|GDP))|(?=[{CHARACTERS}几数好])(?!一半|百分百)){NUMERAL}"
    r"|(?P<half>(?:超过|过|近|超|约)?(?:一半|半数)|[过近]半(?![年月天小个百]))"
    r"|首位|翻番|百分百|半(?:个百分点|个?月|个?小时|天|年|公斤|斤(?!八两)|吨|公里|米|亩|成(?!品))"
)
_HERE = late(_FIND)
_NEXT = late(standing_at("0123456789０１２３４５６７８９几数好超过近约半首翻" + CHARACTERS, _FIND))
# What makes a lone numeral character worth reading, besides a unit.
_ALONE = frozenset(CHARACTERS)
_JOINTS = frozenset("至到—–-~～－―〜−点分多余来个番连又 ")
_RATIO_MARKS = frozenset(":：︰∶")


def scan(text: str, table: UnitTable | None = None) -> list[Quantity]:
    """Everything in ``text`` that measures, in order, the longest whole first, without overlaps.

    ``table`` is the unit table, the shipped one where none is given. Dates, document numbers, model
    names, headings and names made of numbers are no quantities.
    """
    return _read(text, table or units.shipped(), False)[0]


def survey(text: str) -> tuple[list[Quantity], list[Extent]]:
    """What :func:`scan` finds, and where numbers stand that measure something and can't be read.

    Such are numbers with a hole (U+FFFD), of more digits than statistics hold, cells glued to one another
    (64.112.3万吨), and units that have lost their number (若干万人次).
    """
    return _read(text, units.shipped(), False)


def quantities(text: str, table: UnitTable | None = None) -> list[Quantity]:
    """What :func:`scan` finds, and ordinals (第十三, 第3) as quantities of kind ``ordinal``."""
    found: list[Quantity] = []
    folded = fold(text)
    start = 0
    for line in folded.splitlines(keepends=True):
        # As in reading, a space that print puts between or beside wide characters parts nothing.
        passage = Passage.of(folded, (start, start + len(line)))
        for quantity in _read(passage.text, table or units.shipped(), True)[0]:
            first, last = passage.origin(quantity.start), passage.origin(quantity.end - 1) + 1
            number = passage.origin(quantity.number_start), passage.origin(quantity.number_end - 1) + 1
            found.append(replace(quantity, start=first, end=last, number_start=number[0], number_end=number[1]))
        start += len(line)
    return as_printed(found, text)


def _read(text: str, table: UnitTable, ordinals: bool) -> tuple[list[Quantity], list[Extent]]:
    """The quantities of ``text``, and the extents of numbers that can't be read."""
    found: list[Quantity] = []
    unread = holes(text, table)
    first = table.first
    floor = 0
    at = 0
    while here := _NEXT.search(text, at):
        match = _HERE.match(text, here.start())
        assert match is not None  # the search looked ahead with the same pattern
        start, end = match.span()
        at = end
        if start < floor:
            continue
        after = text[end : end + 1]
        before = text[start - 1] if start else ""
        if match["half"] or (not match["arabic"] and not match["chinese"]):
            draft, floor = word_quantity(text, match, floor), end
        elif (
            end - start == 1
            and text[start] in _ALONE
            and not (after in first or after in _JOINTS or before in ("第", "负") or before in BOUND_LAST)
        ):
            continue
        elif after in _RATIO_MARKS and (parts := ratio_parts(text, start, end)) is not None:
            found += [part.finished(text) for part in parts[0]]
            floor = parts[1]
            continue
        elif before == "第":
            draft, floor = ordinal_or_rank(text, match, floor, ordinals), end
        else:
            draft, floor = _measured(text, match, floor, table)
        if draft is not None:
            floor = draft.end
            if draft.kind == "unread":
                unread.append((draft.start, draft.end))
                continue
            quantity = draft.finished(text)
            if found and "/" in found[-1].unit:
                quantity = listed_alike(text, found[-1], quantity)
            both = between_bounds(text, found[-1], quantity) if found and quantity.qualifier == "under" else None
            if both:
                found[-1] = both
            else:
                found.append(quantity)
    return found, sorted(unread)


def _measured(text: str, match: re.Match[str], floor: int, table: UnitTable) -> tuple[Draft | None, int]:
    """The quantity around one numeral, or ``None``; and how far the text has been read."""
    draft = number_of(match)
    if draft is None:
        return None, match.end()
    if end := unreadable(text, draft.start, draft.end, draft.form, table):
        draft.kind, draft.end = "unread", end
        return draft, end
    headed = headed_unit(text, draft, table)
    if not headed and not take_accounted(text, draft, table) and is_label(text, draft):
        return None, draft.end
    if draft.unit or take_half(text, draft):
        found = None
    else:
        form = "digits" if text.endswith(("零下", "氏"), 0, draft.start) else draft.form
        found = unit_after(text, draft.end, form, table)
    if not headed:
        take_sign(text, draft, floor, found)
    if not take_range(text, draft, found, table) and found is not None:
        take_unit(text, draft, *found, table)
    if headed and not draft.unit:
        unit, factor = headed
        draft.low, draft.high = Decimal(plain(draft.low * factor)), Decimal(plain(draft.high * factor))
        draft.unit, draft.kind = unit.symbol, unit.kind
    if text.startswith("番", draft.end):
        return doubling(text, draft), draft.end
    if take_streak(text, draft):
        return draft, draft.end
    if draft.kind == "name":
        return None, draft.end
    take_bound_after(text, draft)
    take_words_before(text, draft, floor)
    if is_no_measure(text, draft):
        return None, draft.end
    if abs(draft.low) >= MOST or abs(draft.high) >= MOST:
        draft.kind = "unread"
    return draft, draft.end
