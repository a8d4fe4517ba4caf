"""Tables between ruling lines, and the boxes that other rules draw."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from luoshi.documents.page_columns import Region
from luoshi.documents.page_lines import TextLine, line_pieces, one_line, rows_of
from luoshi.documents.page_tables import PageTable, frame_of, lists_figures, rows_of_band
from luoshi.documents.printed import Glyph, Rule

_TOUCHING = 3.0  # points between rules that meet
_MOST_CROSSINGS = 400_000
_MOST_SLOTS = 40_000
_MOST_REPEATED = 12  # times that a table's characters are written on average, merged cells repeated


@dataclass(slots=True)
class Ruled:
    """What the rules of a page make of it: its tables, its boxes, and the characters outside the tables.

    ``separators`` are the rules that belong to no table or box.
    """

    tables: list[Region]
    boxes: list[Rule]
    rest: list[Glyph]
    separators: list[Rule]


def ruled(glyphs: list[Glyph], rules: list[Rule], width: float, height: float) -> Ruled:
    """Tables and boxes by their ruling lines."""
    found = Ruled([], [], glyphs, [])
    for across, upright in _grids(rules, found.separators):
        frame = frame_of(across + upright)
        held = [glyph for glyph in found.rest if _holds(frame, glyph)]
        xs = _edges([(rule.left + rule.right) / 2 for rule in upright], frame.left, frame.right)
        ys = _edges([(rule.top + rule.bottom) / 2 for rule in across], frame.top, frame.bottom)
        if len(xs) < 3 or not held or (len(xs) - 1) * (len(ys) - 1) > _MOST_SLOTS:
            page_wide = (frame.right - frame.left) * (frame.bottom - frame.top) > 0.8 * width * height
            if len(across) >= 2 and len(upright) >= 2 and held and not page_wide:
                found.boxes.append(frame)
            else:
                found.separators.extend(across + upright)
            continue
        table = _table(held, across, upright, xs, ys)
        if table is None:
            found.separators.extend(across + upright)
            continue
        found.tables.append(Region(*frame, table))
        inside = set(map(id, held))
        found.rest = [glyph for glyph in found.rest if id(glyph) not in inside]
    return found


def _grids(rules: list[Rule], separators: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that meet, put together: those across and those upright of each grid, from the top."""
    across = _merged([rule for rule in rules if rule.right - rule.left >= rule.bottom - rule.top], flat=True)
    upright = _merged([rule for rule in rules if rule.right - rule.left < rule.bottom - rule.top], flat=False)
    if len(across) * len(upright) > _MOST_CROSSINGS:
        separators.extend(across)
        return []
    owner = list(range(len(across) + len(upright)))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    for row, one in enumerate(across):
        for column, other in enumerate(upright, len(across)):
            if _meet(one, other):
                owner[root(column)] = root(row)
    grids: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for at, rule in enumerate(across + upright):
        grids[root(at)][at >= len(across)].append(rule)
    found = []
    for flat, tall in grids.values():
        if flat and tall:
            found.append((flat, tall))
        else:
            separators.extend(flat + tall)
    return sorted(found, key=lambda grid: frame_of(grid[0] + grid[1])[:2])


def _meet(across: Rule, upright: Rule) -> bool:
    return (
        across.left - _TOUCHING <= upright.right
        and upright.left <= across.right + _TOUCHING
        and upright.top - _TOUCHING <= across.bottom
        and across.top <= upright.bottom + _TOUCHING
    )


def _merged(rules: list[Rule], *, flat: bool) -> list[Rule]:
    """Pieces of one straight line put together; ``flat`` for lines across."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: (rule.top, rule.left) if flat else (rule.left, rule.top)):
        at = rule.top if flat else rule.left
        for line in reversed(lines[-40:]):
            first = line[0]
            if at - (first.top if flat else first.left) > 2.0:
                continue
            last = line[-1]
            begin, end = (rule.left, last.right) if flat else (rule.top, last.bottom)
            if -_TOUCHING - (last.right - last.left if flat else last.bottom - last.top) <= begin - end <= _TOUCHING:
                line[-1] = frame_of([last, rule])
                break
        else:
            lines.append([rule])
    return [line[-1] for line in lines]


def _holds(frame: Rule, glyph: Glyph) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return frame.left - 1 <= x <= frame.right + 1 and frame.top <= y <= frame.bottom


def _edges(places: list[float], first: float, last: float) -> list[float]:
    """Where a grid's lines stand, its ends included, lines that are one drawn twice counted once."""
    edges: list[float] = []
    for place in sorted([first, *places, last]):
        if not edges or place - edges[-1] > 4.0:
            edges.append(place)
    return edges


def _table(
    held: list[Glyph], across: list[Rule], upright: list[Rule], xs: list[float], ys: list[float]
) -> PageTable | None:
    """The rows of a grid; None where it only frames prose."""
    columns, bands = len(xs) - 1, len(ys) - 1
    merged = _cells(across, upright, xs, ys)
    contents: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in held:
        column = min(columns - 1, max(0, bisect_right(xs, (glyph.left + glyph.right) / 2) - 1))
        band = min(bands - 1, max(0, bisect_right(ys, (glyph.top + glyph.bottom) / 2) - 1))
        contents[merged[band * columns + column]].append(glyph)
    if sum(len(contents[slot]) for slot in merged if slot in contents) > _MOST_REPEATED * len(held):
        return None  # lines that cross at random
    lines = {slot: [one_line(row) for row in rows_of(line_pieces(cell))] for slot, cell in contents.items()}
    long = [slot for slot, cell in lines.items() if len(cell) > 5 and not lists_figures(cell)]
    if len(set(merged)) <= 12 and sum(len(contents[slot]) for slot in long) > 0.6 * len(held):
        return None
    rows: list[list[list[Glyph]]] = []
    captions: list[TextLine] = []
    for band in range(bands):
        slots = merged[band * columns : (band + 1) * columns]
        cells = [lines.get(slot, []) for slot in slots]
        if not rows and len(set(slots)) == 1:
            captions.extend(cells[0])
        elif any(cells):
            rows.extend(rows_of_band(cells))
    if len(rows) < 2:
        return None
    return PageTable(rows, tuple(xs), captions)


def _cells(across: list[Rule], upright: list[Rule], xs: list[float], ys: list[float]) -> list[int]:
    """For each slot of a grid, row by row, the first slot of the cell that it belongs to."""
    columns, bands = len(xs) - 1, len(ys) - 1
    first = list(range(columns * bands))

    def root(at: int) -> int:
        while first[at] != at:
            first[at] = first[first[at]]
            at = first[at]
        return at

    sides: dict[int, list[Rule]] = defaultdict(list)
    for rule in upright:
        sides[_nearest(xs, (rule.left + rule.right) / 2)].append(rule)
    floors: dict[int, list[Rule]] = defaultdict(list)
    for rule in across:
        floors[_nearest(ys, (rule.top + rule.bottom) / 2)].append(rule)
    for band in range(bands):
        middle = (ys[band] + ys[band + 1]) / 2
        for column in range(columns):
            at = band * columns + column
            if column + 1 < columns and not any(rule.top <= middle <= rule.bottom for rule in sides[column + 1]):
                first[root(at + 1)] = root(at)
            centre = (xs[column] + xs[column + 1]) / 2
            if band + 1 < bands and not any(rule.left <= centre <= rule.right for rule in floors[band + 1]):
                first[root(at + columns)] = root(at)
    return [root(at) for at in range(columns * bands)]


def _nearest(edges: list[float], place: float) -> int:
    after = bisect_right(edges, place)
    return min((at for at in (after - 1, after) if 0 <= at < len(edges)), key=lambda at: abs(edges[at] - place))
