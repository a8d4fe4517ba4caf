"""Tables that add up, but for a cell: relations that most of a table's rows keep, and one does not.

A table's columns and rows say by their own numbers how they hang together, whatever they are called: a column
that is another's share of a third in thirty rows is so in the thirty-first. A relation is taken as the table's own
where at least four rows keep it and at most one in five does not; the cells that do not are told.

    | 项目     | 预算数 | 执行数 | 完成预算% |        a rate: 执行数 ÷ 预算数
    | 项目     | 2024年 | 2025年 | 增长%     |        a growth: 2025年 ÷ 2024年 − 1
    | 项目     | 2024年 | 2025年 | 增减额 |          a change: 2025年 − 2024年
    | 项目     | 合计 | 望潮区 | 青禾县 |            a column that adds up the others
    | 税收收入 | …                                 a row that adds up those set in beneath it
    |   增值税 | …

A row called 合计 adds up the rows of a table whose rows are all of one rank, and is what their shares are of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, permutations, takewhile

from luoshi.ledger.conflicts.movements import changed
from luoshi.ledger.conflicts.rows import (
    Checked,
    ConflictKind,
    ConflictRow,
    added,
    apart,
    distance,
    ratio,
    signed,
    slack,
    stands_for,
)
from luoshi.ledger.conflicts.sums import total
from luoshi.ledger.precision import shown
from luoshi.ledger.series import SeriesRow

_NUMBER = re.compile(r"[-−+]?\d[\d,]*(?:\.\d+)?%?")
_TABLE = re.compile(r"(?:^\|.*(?:\n|\Z))+", re.MULTILINE)
_FEWEST = 4  # rows that keep a rate before it is taken as the table's own
_OFTEN = 4  # times as many must keep it as do not
_FEWEST_SUMS = 2  # sums say more: they are kept to the last digit
_FEWEST_SHARES = 2  # of a total, that are right beside each that is not
_MOST_COLUMNS = 16
_MOST_AFTER = 5  # rows between two sums
_MOST_RANKS = 12  # more indents are no outline
_LOOKED_AT = 24  # lines that tell which columns a relation may be of
_TOTAL = re.compile(r"(?:总\s*计|合\s*计|小\s*计|累\s*计)|^\s*全[国省市县区州]\s*$")
_NOTED = re.compile(r"[◎◇⊙※★☆◆▲△●○■□①-⑳*＊]")  # what a note beneath the table explains
_AMONG = re.compile(r"^\W*其中|^\W*#")
_NUMBERING = (
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"[（(][一二三四五六七八九十]+[)）]"),
    re.compile(r"\d+[.、．]"),
    re.compile(r"[（(]\d+[)）]"),
)
_UNNUMBERED = len(_NUMBERING)
_RATIO = (Decimal("0.5"), Decimal(2))  # a sum further from its whole is of a table that was cut in two

Cells = list[SeriesRow | None]
Pick = Callable[[Cells], tuple[SeriesRow, Sequence[SeriesRow]] | None]
Check = Callable[[SeriesRow, Sequence[SeriesRow]], Checked]


@dataclass(frozen=True, slots=True)
class Relation:
    """How columns may hang together: the figures of a line that take part, and whether they do."""

    pick: Pick
    check: Check


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its cells' words, that of the first its ``label``, and the figure of each that holds one."""

    label: str
    words: list[str]
    cells: Cells
    numbers: int


def relations(text: str, figures: Sequence[SeriesRow]) -> Iterator[Checked]:
    """The checks of all tables of a document; ``figures`` in the order of its ``text``."""
    starts = [row.start for row in figures]
    for found in _TABLE.finditer(text):
        first = bisect_left(starts, found.start())
        last = bisect_left(starts, found.end())
        if last - first < 3:
            continue
        lines = _lines(found.group(), found.start(), figures[first:last])
        width = min(_MOST_COLUMNS, max(len(line.cells) for line in lines))
        yield from _columns(lines, width)
        side = _one_side(lines, width)
        yield from _ranks(lines, side)
        yield from _total_row(lines, side)
        yield from _shares_of_total(lines, width)


def _one_side(lines: Sequence[Line], width: int) -> int:
    """Where a table of two sides (收入 | … | 支出 | …) has the names of its second one: they rank its rows anew."""
    numbered = False
    for column in range(1, width):
        told = [line.words[column].strip() for line in lines if column < len(line.words) and line.words[column].strip()]
        names = [words for words in told if not _NUMBER.fullmatch(words)]
        if numbered and len(names) > len(told) / 2:
            return column
        numbered = numbered or len(names) < len(told) / 2
    return width


def _lines(table: str, offset: int, figures: Sequence[SeriesRow]) -> list[Line]:
    at = {row.start: row for row in figures}
    lines = []
    for line in table.splitlines(keepends=True):
        cells: Cells = []
        numbers, position = 0, offset + 1
        contents = line.rstrip("\n").strip("|").split("|")
        for column, words in enumerate(contents):
            stripped = words.strip()
            number = _NUMBER.fullmatch(stripped) is not None
            numbers += number and column > 0
            row = at.get(position + len(words) - len(words.lstrip())) if number else None
            cells.append(row if row is not None and row.low is not None and row.low == row.high else None)
            position += len(words) + 1
        lines.append(Line(contents[0].removeprefix(" ").rstrip(), contents, cells, numbers))
        offset += len(line)
    return lines


# -- columns --------------------------------------------------------------------------------------


def _columns(lines: Sequence[Line], width: int) -> Iterator[Checked]:
    """Columns that are a rate, a growth, a difference or a sum of others."""
    units = [_unit(lines, column) for column in range(width)]
    changes = [column for column in range(1, width) if _measure(lines, column) == "change"]
    levels = [column for column in range(1, width) if units[column] not in (None, "%") and column not in changes]
    for column in range(1, width):
        pairs = [pair for pair in permutations(levels, 2) if units[pair[0]] == units[pair[1]]]
        if units[column] == "%":
            relations = [
                Relation(_picked(column, pair, divided=True), check) for pair in pairs for check in (_rate, _growth)
            ]
            yield from _best(lines, relations, _FEWEST)
        elif column in changes:
            pairs = [pair for pair in pairs if units[pair[0]] == units[column]]
            yield from _best(lines, [Relation(_picked(column, pair), _difference) for pair in pairs], _FEWEST)
    if len(levels) > 2 and not any(_only_among(lines, column) for column in levels):
        sums = [_row_sum(whole, [column for column in levels if column != whole]) for whole in (levels[0], levels[-1])]
        yield from _best(lines, [Relation(pick, total) for pick in sums], _FEWEST_SUMS)


def _unit(lines: Sequence[Line], column: int) -> str | None:
    """The unit of most figures of a column, ``None`` where it holds none."""
    units = Counter(row.unit for line in lines if column < len(line.cells) and (row := line.cells[column]))
    return units.most_common(1)[0][0] if units else None


def _measure(lines: Sequence[Line], column: int) -> str:
    """What most figures of a column tell: a level, a change, a growth; ``""`` where it holds none."""
    measures = Counter(row.measure for line in lines if column < len(line.cells) and (row := line.cells[column]))
    return measures.most_common(1)[0][0] if measures else ""


def _only_among(lines: Sequence[Line], column: int) -> bool:
    """Whether a column's head says that it holds but some of what another does (其中：…)."""
    heads = takewhile(lambda line: not line.numbers, lines)
    return any(column < len(line.words) and "其中" in line.words[column] for line in heads)


def _found(lines: Sequence[Line], relation: Relation) -> list[Checked]:
    return [relation.check(*picked) for line in lines if (picked := relation.pick(line.cells))]


def _is_kept(found: Sequence[Checked], fewest: int) -> bool:
    """Whether ``fewest`` checks and more agree, and few enough do not."""
    held = found.count(None)
    return held >= fewest and held >= min(fewest, _OFTEN) * (len(found) - held)


def _best(lines: Sequence[Line], relations: Sequence[Relation], fewest: int) -> list[Checked]:
    """What that of several relations finds which the fewest of the first lines break, if the table keeps it."""
    first = [line for line in lines if line.numbers][:_LOOKED_AT]
    tried = [(_found(first, relation), relation) for relation in relations]
    kept = [
        (found.count(None) - len(found), found.count(None), at)
        for at, (found, _) in enumerate(tried)
        if _is_kept(found, fewest)
    ]
    if not kept:
        return []
    found = _found(lines, tried[max(kept)[2]][1])
    return found if _is_kept(found, fewest) else []


def _picked(one: int, others: tuple[int, int], divided: bool = False) -> Pick:
    """The figures of three columns; ``divided``: only where the last may be divided by."""

    def pick(cells: Cells) -> tuple[SeriesRow, Sequence[SeriesRow]] | None:
        if max(one, *others) >= len(cells):
            return None
        row, part, base = cells[one], cells[others[0]], cells[others[1]]
        if row is None or part is None or base is None or (divided and stands_for(base)[0] <= 0):
            return None
        return row, (part, base)

    return pick


def _row_sum(whole: int, parts: Sequence[int]) -> Pick:
    def pick(cells: Cells) -> tuple[SeriesRow, Sequence[SeriesRow]] | None:
        row = cells[whole] if whole < len(cells) else None
        figures = [each for part in parts if part < len(cells) and (each := cells[part]) is not None]
        return (row, figures) if row is not None and len(figures) > 1 else None

    return pick


def _rate(row: SeriesRow, of: Sequence[SeriesRow]) -> Checked:
    return _divided(row, of, Decimal(0))


def _growth(row: SeriesRow, of: Sequence[SeriesRow]) -> Checked:
    return _divided(row, of, Decimal(100))


def _difference(row: SeriesRow, of: Sequence[SeriesRow]) -> Checked:
    return changed(row, of[0], of[1])


def _divided(row: SeriesRow, of: Sequence[SeriesRow], less: Decimal) -> Checked:
    part, base = of
    low, high = ratio(stands_for(part), stands_for(base))
    worked_out = low - less, high - less
    if not apart(worked_out, stands_for(row)):
        return None
    kind: ConflictKind = "growth" if less else "execution" if "预算" in row.indicator else "share"
    tail = " − 1" if less else ""
    value = shown((worked_out[0] + worked_out[1]) / 2)
    words = f"{part.quote.strip()} ÷ {base.quote.strip()}{tail} = {value}% ≠ {signed(row)}"
    open_by = shown(slack(worked_out, stands_for(row)))
    said = stands_for(row)
    size = distance((low, high), (said[0] + less, said[1] + less))
    return ConflictRow(kind, f"{words}: 容差 tolerance {open_by}", (row, part, base), size)


# -- rows -----------------------------------------------------------------------------------------


def _ranks(lines: Sequence[Line], width: int) -> Iterator[Checked]:
    """Rows that add up those of the next rank beneath them, by the ranking that most of them keep."""
    ways = [_indents(lines), _levelled(_indents(lines)), _numberings(lines)]
    ways = [ranks for ranks in ways if 1 < len(set(ranks)) <= _MOST_RANKS]
    found = [
        [each for sums in _families(lines, ranks, width) for each in _of_complete([_family(*sum_) for sum_ in sums])]
        for ranks in ways
    ]
    kept = [each for each in found if _is_kept(each, _FEWEST_SUMS)]
    yield from min(kept, key=lambda each: (len(each) - each.count(None), -len(each)), default=[])


def _of_complete(found: Sequence[Checked]) -> list[Checked]:
    """The checks of one row's columns, without those short of their whole where no column shows the list complete."""
    return [each for each in found if each is None or not each.weak or None in found or len(found) == 1]


def _family(whole: SeriesRow, parts: Sequence[SeriesRow]) -> Checked:
    """Whether parts make up their whole, or the first of them do: a row before the next sum may be set in like them."""
    conflict = total(whole, parts)
    last = range(max(2, len(parts) - _MOST_AFTER), len(parts))
    if conflict is not None and any(total(whole, parts[:number]) is None for number in last):
        return None
    return conflict


def _indents(lines: Sequence[Line]) -> list[int]:
    indents: list[int] = []
    for line in lines:
        label = line.label.lstrip(" \u3000")
        # A quotation mark hangs out of its column.
        hangs = label.startswith(("“", "《")) and bool(indents)
        indents.append(indents[-1] if hangs else len(line.label) - len(label))
    return indents


def _levelled(indents: Sequence[int]) -> list[int]:
    """The indents, but that of a row which skips a rank: it hangs out, and belongs one rank above what it leads."""
    order = {indent: rank for rank, indent in enumerate(sorted(set(indents)))}
    ranks = [order[indent] for indent in indents]
    for at, (rank, under) in enumerate(pairwise(ranks)):
        if under > rank + 1:
            ranks[at] = under - 1
    return ranks


def _numberings(lines: Sequence[Line]) -> list[int]:
    ranks = []
    for line in lines:
        label = line.label.lstrip(" \u3000")
        ranks.append(next((rank for rank, mark in enumerate(_NUMBERING) if mark.match(label)), _UNNUMBERED))
    return ranks


def _families(
    lines: Sequence[Line], ranks: Sequence[int], width: int
) -> Iterator[list[tuple[SeriesRow, Sequence[SeriesRow]]]]:
    """Each row's figures with those of the rows of the next rank beneath it, where none of them is only 其中."""
    for at, line in enumerate(lines):
        below = [at + 1]
        while below[-1] < len(lines) and ranks[below[-1]] > ranks[at]:
            below.append(below[-1] + 1)
        beneath = below[:-1]
        if below[-1] == len(lines) and _goes_on(lines):
            continue
        labels = [lines[each].label for each in (at, *beneath)]
        if len(beneath) < 2 or any(_AMONG.match(label) or _NOTED.search(label) for label in labels):
            continue
        rank = min(ranks[each] for each in beneath)
        if ranks[beneath[0]] != rank:
            continue
        children = [lines[each] for each in beneath if ranks[each] == rank]
        yield list(_sums_of(line, children, width))


def _goes_on(lines: Sequence[Line]) -> bool:
    """Whether a table may be one page's part of a longer one."""
    pages = [row.page for line in lines for row in line.cells if row is not None]
    return pages[-1] is not None


def _sums_of(line: Line, parts: Sequence[Line], width: int) -> Iterator[tuple[SeriesRow, Sequence[SeriesRow]]]:
    """A row's figures with those of its parts in the same column, of the same unit."""
    for column in range(1, width):
        whole = line.cells[column] if column < len(line.cells) else None
        if whole is None or whole.unit == "%" or whole.measure != "level":
            continue
        figures = [row for part in parts if column < len(part.cells) and (row := part.cells[column]) is not None]
        if len(figures) < 2 or any(row.unit != whole.unit or row.measure != "level" for row in figures):
            continue
        high, reached = added([stands_for(row) for row in figures])[1], stands_for(whole)[1]
        if reached > 0 and _RATIO[0] < high / reached < _RATIO[1]:
            yield whole, figures


def _total_row(lines: Sequence[Line], width: int) -> Iterator[Checked]:
    """A row called 合计 beside all others, in a table whose rows are of one rank."""
    body = [line for line in lines if line.numbers]
    totals = [line for line in body if _TOTAL.search(line.label)]
    if len(totals) != 1 or totals[0] not in (body[0], body[-1]) or len(body) < 3:
        return
    parts = [line for line in body if line is not totals[0]]
    ranks = _numberings(parts)
    if min(ranks) < _UNNUMBERED:
        parts = [part for part, rank in zip(parts, ranks, strict=True) if rank == min(ranks)]
    elif len(set(_indents(parts))) > 1 or any(_AMONG.match(line.label) for line in parts):
        return
    if len(parts) < 2 or any(_NOTED.search(line.label) for line in parts):
        return
    found = [total(whole, figures) for whole, figures in _sums_of(totals[0], parts, width)]
    if None in found or not _goes_on(lines):
        yield from _of_complete(found)


def _shares_of_total(lines: Sequence[Line], width: int) -> Iterator[Checked]:
    """Shares that a column gives of what the row called 合计 has in another, where most of the rows keep to it."""
    named = [line for line in lines if line.numbers and _TOTAL.search(line.label)]
    units = [_unit(lines, column) for column in range(width)]
    for share in (column for column in range(1, width) if units[column] == "%"):
        whole_ones = [
            line for line in lines if share < len(line.cells) and (row := line.cells[share]) and row.low == 100
        ]
        totals = named or whole_ones
        if len(totals) != 1:
            continue
        best: list[Checked] = []
        for level in (column for column in range(1, width) if units[column] not in (None, "%")):
            whole = totals[0].cells[level] if level < len(totals[0].cells) else None
            if whole is None:
                continue
            parts = [line for line in lines if line is not totals[0]]
            if stands_for(whole)[0] <= 0:
                continue
            found = [_rate(share_, (part, whole)) for share_, part in _pairs(parts, share, level)]
            if found.count(None) > best.count(None):
                best = found
        held = best.count(None)
        if held >= _FEWEST_SHARES and held >= _FEWEST_SHARES * (len(best) - held):
            yield from best


def _pairs(lines: Sequence[Line], one: int, other: int) -> Iterator[tuple[SeriesRow, SeriesRow]]:
    """The figures of two columns in the lines that have both."""
    for line in lines:
        if max(one, other) < len(line.cells):
            first, second = line.cells[one], line.cells[other]
            if first is not None and second is not None:
                yield first, second
