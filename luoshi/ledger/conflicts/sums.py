"""Parts that do not add up to their whole: sums that ``sums.toml`` knows, and items behind 其中."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from luoshi.knowledge.sums import Sum, sums
from luoshi.ledger.conflicts.rows import (
    Checked,
    ConflictRow,
    Range,
    added,
    apart,
    distance,
    signed,
    slack,
    stands_for,
    told_like,
)
from luoshi.ledger.conflicts.told import AMONG, Told
from luoshi.ledger.conflicts.wording import EACH, REMAINDER
from luoshi.ledger.identity import compared_period
from luoshi.ledger.series import SeriesRow

_HUNDRED = (Decimal(100), Decimal(100))
_BESIDE = re.compile(r"[^\d，,；;]{0,12}\d[\d.]*(?:%|个百分点)")  # a growth told between the whole and 其中
_ASIDE = 8  # characters between a whole and 其中 that speak of nothing else
_MANY = 4  # of fewer parts one may be left out by chance
_MOST_ITEMS = 20
_Cells = dict[tuple[object, ...], list[SeriesRow]]


def known_sums(figures: Iterable[Told]) -> Iterator[Checked]:
    """Wholes and parts of one document whose sum ``sums.toml`` knows."""
    cells: _Cells = defaultdict(list)
    for each in figures:
        row = each.row
        if row.concept and row.period and row.measure in ("level", "share") and each.comparable:
            about = each.cell, row.place_code or row.place, compared_period(row.period), row.status, row.unit
            cells[*about, row.identity.key, row.identity.facets].append(row)
    for known in sums():
        yield from _of_sum(known, cells)


def _of_sum(known: Sum, cells: _Cells) -> Iterator[Checked]:
    first = known.parts[0]
    for *about, key, held in list(cells):
        extra = _extra(str(held), first.facets)
        if key != first.concept or extra is None:
            continue
        parts = [cells.get((*about, part.concept, joined(part.facets, extra))) for part in known.parts]
        if any(part is None for part in parts):
            continue
        rows = _beside([part for part in parts if part])
        if known.whole is None:
            if about[-1] == "%":
                yield total(None, rows)
            continue
        whole = cells.get((*about, known.whole.concept, joined(known.whole.facets, extra)))
        if whole:
            yield total(min(whole, key=lambda row: abs(row.start - rows[0].start)), rows)


def _extra(facets: str, own: Iterable[tuple[str, str]]) -> frozenset[str] | None:
    """The facets that a part has besides its own; ``None`` where it lacks one of them."""
    held = set(filter(None, facets.split(";")))
    needed = {f"{facet}={value}" for facet, value in own}
    return frozenset(held - needed) if needed <= held else None


def joined(own: Iterable[tuple[str, str]], extra: Iterable[str] = ()) -> str:
    """Facets as the ledger keeps them: ``own``, each a name and a value, and those that are ``extra``."""
    return ";".join(sorted({f"{facet}={value}" for facet, value in own} | set(extra)))


def _beside(parts: Sequence[Sequence[SeriesRow]]) -> list[SeriesRow]:
    """One row of each part, those that stand nearest to each other."""
    rows = [parts[0][0]]
    for choice in parts[1:]:
        rows.append(min(choice, key=lambda row: abs(row.start - rows[-1].start)))
    return rows


def total(whole: SeriesRow | None, parts: Sequence[SeriesRow]) -> Checked:
    """Whether ``parts`` make up ``whole``, or 100 per cent where it is ``None``."""
    reached = stands_for(whole) if whole else _HUNDRED
    ranges = [stands_for(row) for row in parts]
    if not apart(added(ranges), reached) or _nested(ranges, reached):
        return None
    return sum_row(whole, reached, parts, "≠")


def _nested(parts: Sequence[Range], whole: Range) -> bool:
    """Whether parts make up their whole without one of them, which is then a part of another part."""
    low, high = added(list(parts))
    excess = (low + high - whole[0] - whole[1]) / 2
    if len(parts) < _MANY or excess <= 0:
        return False
    return any(abs(excess - (bottom + top) / 2) <= (top - bottom) / 2 for bottom, top in parts[1:])


def sum_row(whole: SeriesRow | None, reached: Range, parts: Sequence[SeriesRow], sign: str) -> ConflictRow:
    """The conflict of ``parts`` with a whole that is ``reached``; ``sign`` says how their sum lies to it."""
    value = sum(((row.low or Decimal(0)) * (row.sign or 1) for row in parts), Decimal(0))
    open_by = slack(reached, *(stands_for(row) for row in parts))
    words = " + ".join(signed(row) for row in parts)
    target = whole.quote if whole else "100%"
    rows = (whole, *parts) if whole else tuple(parts)
    arithmetic = f"{words} = {told_like(value, rows[0])} {sign} {target}: 容差 tolerance {told_like(open_by, rows[0])}"
    # What is short of its whole may lack a part that nobody tells.
    return ConflictRow("sum", arithmetic, rows, distance((value, value), reached), weak=value < reached[0])


def among(figures: Iterable[Told]) -> Iterator[Checked]:
    """Items after 其中 that exceed the whole before it, or, where the last is the remainder, do not make it up."""
    levels = [each for each in figures if each.row.measure == "level" and each.row.period and not each.cell]
    for at, whole in enumerate(levels):
        rate = not whole.row.unit or whole.row.unit == "%" or EACH.search(whole.row.indicator + whole.row.unit)
        parts = [] if rate else _items(whole, levels[at + 1 :])
        if not parts:
            continue
        reached = stands_for(whole.row)
        low, high = added([stands_for(row) for row in parts])
        greater = next((row for row in parts if stands_for(row)[0] > reached[1]), None)
        if greater:
            yield sum_row(whole.row, reached, [greater], ">")
        elif len(parts) > 1 and low > reached[1]:
            yield sum_row(whole.row, reached, parts, ">")
        elif REMAINDER.search(parts[-1].indicator) and high < reached[0]:
            yield sum_row(whole.row, reached, parts, "<")
        else:
            yield None


def _items(whole: Told, after: Sequence[Told]) -> list[SeriesRow]:
    """The items of a whole: figures of its unit and period behind the one 其中 that follows it in its sentence.

    The first item is what 其中 opens with; the others end in the same word as it or as the whole (…支出). Items
    in brackets end with them.
    """
    head = whole.told
    if len(re.findall(r"[（(]", head)) > len(re.findall(r"[）)]", head)):
        return []  # the whole is itself an aside
    items: list[SeriesRow] = []
    for each in after[:_MOST_ITEMS]:
        row = each.row
        between = each.words[len(head) :]
        parted = AMONG.split(between)
        same = _about(row) == _about(whole.row)
        if not each.words.startswith(head) or len(parted) != 2 or not same or "。" in between:
            break
        # Another figure may stand between the whole and 其中, and another whole behind the items.
        beside = _BESIDE.sub("", parted[0])
        if re.search(r"[\d；;]", beside) or len(beside) > _ASIDE or re.search(r"[；;）)]", parted[1]):
            break
        if not items and re.search(r"[，,]", parted[1].strip("，,：:")):
            break  # 其中 opens with something else: 其中阔叶树占七成，森林抚育14.5万亩
        endings = {whole.row.indicator[-2:], items[0].indicator[-2:]} if items else set()
        if items and row.indicator[-2:] not in endings:
            break
        items.append(row)
    return items


def _about(row: SeriesRow) -> tuple[str, str, str, str]:
    return row.unit, row.period, row.place, row.status
