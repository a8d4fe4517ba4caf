"""The tables of a page: cells between ruling lines, or, where none are drawn, figures that stand in columns.

A cell that spans rows or columns is repeated in each; a band between two rules that holds several rows of
figures is parted into them, with names broken over lines put back together. The first cell of a row is
moved to the right by as many spaces as half widths that its words are indented.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from luoshi.documents.page_columns import Region
from luoshi.documents.page_lines import NOWHERE, TextLine, line_pieces, one_line, rows_of
from luoshi.documents.printed import Glyph, Rule

_NUMBER = re.compile(r"[-+－−–△▲]?\d[\d,，. ]{0,20}[%％‰]?\Z|[-—–－/…]{1,4}\Z|\*\Z")
_WHOLE_NUMBER = re.compile(r"[-+－−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+－−]?\d+(?:\.\d+)?[%％]")
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)")
_SENTENCE = re.compile(r"[。；！？]")
_TOTAL = re.compile(r"[合总小]计")
_TOUCHING = 3.0  # points between rules that meet
_MOST_LINES_OF_NAME = 4
_LEADING = 1.6  # sizes from one line of a name to its next: rows stand further apart
_MOST_CROSSINGS = 400_000
_MOST_SLOTS = 40_000
_MOST_REPEATED = 12  # times that a table's characters are written on average, merged cells repeated
_FEWEST_ROWS = 3  # of a table without rules


@dataclass(slots=True)
class PageTable:
    """Rows of cells as printed, each cell's characters in order; ``edges`` are the columns' sides.

    ``captions`` are what stands in its grid above its columns: a title, a unit.
    """

    rows: list[list[list[Glyph]]]
    edges: tuple[float, ...]
    captions: list[TextLine] = field(default_factory=list)


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
        frame = _frame(across + upright)
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


def aligned(pieces: list[TextLine]) -> tuple[list[Region], list[TextLine]]:
    """Tables without upright rules, by the figures that stand under each other; and the pieces of none."""
    rows = _with_whole_names(rows_of(pieces))
    tables: list[Region] = []
    rest: list[TextLine] = []
    place = 0
    while place < len(rows):
        last = _aligned_until(rows, place)
        if last - place < _FEWEST_ROWS and not _has_full_head(rows, place, last):
            rest.extend(rows[place])
            place += 1
            continue
        if _is_contents(rows[place:last]):
            rest.extend(map(one_line, rows[place:last]))
            place = last
            continue
        first = place
        spans = _spans(rows[place:last])
        while first > 0 and place - first < 2 and _is_head(rows[first - 1], rows[first], spans):
            first -= 1
            taken = set(map(id, rows[first]))
            rest = [piece for piece in rest if id(piece) not in taken]
        members = rows[first:last]
        edges = _between_spans(spans)
        cells = [_cells_of(row, edges) for row in members]
        frame = _frame(piece for row in members for piece in row)
        tables.append(Region(*frame, PageTable(_without_wraps(cells, members), edges)))
        place = last
    return tables, rest


def row_glyphs(row: list[list[Glyph]]) -> list[Glyph]:
    """A row's cells with bars between them, which stand nowhere on the page."""
    line: list[Glyph] = []
    for place, cell in enumerate(row):
        if place:
            line.extend(_typed(" | "))
        line.extend(glyph if glyph.text != "|" else glyph._replace(text="｜") for glyph in cell)
    return line


def stub_offset(table: PageTable, row: list[list[Glyph]]) -> float | None:
    """How many half widths a row's first words stand right of their column's side; None for no words there.

    Names set in the middle of their column (项目, 合计) have none either: they are not indented.
    """
    printed = [glyph for glyph in row[0] if glyph.left == glyph.left]
    if not printed:
        return None
    begin, end = table.edges[0], table.edges[1]
    size = printed[0].bottom - printed[0].top
    before, after = printed[0].left - begin, end - max(glyph.right for glyph in printed)
    figures = any(_NUMBER.match("".join(glyph.text for glyph in cell)) for cell in row[1:] if cell)
    total = _TOTAL.search("".join(glyph.text for glyph in printed)) is not None
    if abs(before - after) < 0.12 * (end - begin) and before > 1.2 * size and (total or not figures):
        return None
    return 2 * before / size


def _typed(text: str) -> list[Glyph]:
    return [Glyph(sign, NOWHERE, NOWHERE, NOWHERE, NOWHERE) for sign in text]


# Ruling lines


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
    return sorted(found, key=lambda grid: _frame(grid[0] + grid[1])[:2])


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
                line[-1] = _frame([last, rule])
                break
        else:
            lines.append([rule])
    return [line[-1] for line in lines]


def _frame(parts: Iterable[Rule | TextLine]) -> Rule:
    """The rectangle around parts of a page."""
    held = list(parts)
    return Rule(
        min(part.left for part in held),
        min(part.top for part in held),
        max(part.right for part in held),
        max(part.bottom for part in held),
    )


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
    long = [slot for slot, cell in lines.items() if len(cell) > 5 and not _lists_figures(cell)]
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
            rows.extend(_rows_of_band(cells))
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


def _lists_figures(lines: list[TextLine]) -> bool:
    """Whether most of a cell's lines are figures."""
    return sum(1 for line in lines if _NUMBER.match(line.text)) >= 0.6 * len(lines)


def _rows_of_band(cells: list[list[TextLine]]) -> list[list[list[Glyph]]]:
    """The rows between two rules: one, unless figures stand under each other in it."""
    distinct = {id(cell): cell for cell in cells}
    figures = [cell for cell in list(distinct.values())[1:] if len(cell) > 1 and _lists_figures(cell)]
    if not figures or len(cells[0]) < 2:
        return [[_words(cell) for cell in cells]]
    anchors = [row[0] for row in rows_of([line for cell in figures for line in cell if _NUMBER.match(line.text)])]
    groups = _names(cells[0], anchors)
    tops = [_top_of_row(group, anchors) for group in groups]
    rows: list[list[list[TextLine]]] = [[group, *([] for _ in cells[1:])] for group in groups]
    for column, cell in enumerate(cells[1:], 1):
        if cell is cells[column - 1]:
            for row in rows:
                row[column] = row[column - 1]
            continue
        for line in cell:
            rows[max(0, bisect_right(tops, line.middle) - 1)][column].append(line)
    return [[_words(cell) for cell in row] for row in rows]


def _top_of_row(group: list[TextLine], anchors: list[TextLine]) -> float:
    """From where on a line belongs to a row: a little above its name, or its figures that stand higher."""
    return group[0].middle - 0.5 * group[0].size


def _names(lines: list[TextLine], anchors: list[TextLine]) -> list[list[TextLine]]:
    """The names of a column's rows, those broken over lines put together, by the figures beside them."""
    reach = max(line.right for line in lines)
    groups: list[list[TextLine]] = []
    figured = False  # whether the group has figures beside it
    centred = 0  # lines still to come of a name whose figures stand beside its middle
    for at, line in enumerate(lines):
        if centred:
            groups[-1].append(line)
            centred -= 1
            continue
        centred = _centred(lines[at : at + _MOST_LINES_OF_NAME], anchors)
        if centred:
            groups.append([line])
            figured = True
            continue
        beside = any(abs(anchor.middle - line.middle) < 0.45 * line.size for anchor in anchors)
        if groups:
            last = groups[-1][-1]
            between = any(
                last.middle + 0.3 * last.size < anchor.middle < line.middle - 0.3 * line.size for anchor in anchors
            )
            full = last.right > reach - 1.5 * last.size
            close = line.top - last.bottom < 0.9 * line.size
            if (
                close
                and not _NUMBERED.match(line.text)
                and not (beside and figured)
                and ((between and not beside and not figured) or full)
            ):
                groups[-1].append(line)
                figured = figured or beside or between
                continue
        groups.append([line])
        figured = beside
    return groups


def _centred(lines: list[TextLine], anchors: list[TextLine]) -> int:
    """How many lines follow the first of a name broken over lines, whose figures stand beside its middle; or 0."""
    first = lines[0]
    for more, last in enumerate(lines[1:], 1):
        if last.middle - lines[more - 1].middle > _LEADING * last.size or _NUMBERED.match(last.text):
            return 0
        middle = (first.middle + last.middle) / 2
        nearest = min((abs(anchor.middle - middle) for anchor in anchors), default=last.size)
        beside_ends = any(
            abs(anchor.middle - line.middle) < 0.45 * line.size for anchor in anchors for line in (first, last)
        )
        if nearest < 0.2 * last.size and not beside_ends:
            return more
    return 0


def _words(lines: list[TextLine]) -> list[Glyph]:
    """A cell's characters; a space between two lines only where it parts Latin words or whole numbers."""
    found: list[Glyph] = []
    for at, line in enumerate(lines):
        latin = found and found[-1].text.isascii() and line.glyphs[0].text.isascii() and line.glyphs[0].text.isalpha()
        if latin or (at and _WHOLE_NUMBER.fullmatch(line.text) and _WHOLE_NUMBER.fullmatch(lines[at - 1].text)):
            found.extend(_typed(" "))
        found.extend(glyph for glyph in line.glyphs if glyph.text != " " or _parts_words(line))
    return found


def _parts_words(line: TextLine) -> bool:
    """Whether a line's spaces part words: 项  目 is one word, set apart."""
    return not all(len(part) <= 2 for part in line.text.split(" "))


# Columns of figures without rules


def _with_whole_names(rows: list[list[TextLine]]) -> list[list[TextLine]]:
    """The rows of a page, a name of two or three lines put together where its figures stand beside its middle."""
    found: list[list[TextLine]] = []
    at = 0
    while at < len(rows):
        around = rows[at : at + 3]
        if len(around) == 3 and len(around[0]) == len(around[2]) == 1 and _is_one_name(*around):
            figures = [piece for piece in around[1] if _NUMBER.match(piece.text)]
            name = [around[0][0], *(piece for piece in around[1] if not _NUMBER.match(piece.text)), around[2][0]]
            found.append([TextLine.of(_words(name)), *figures])
            at += 3
        else:
            found.append(rows[at])
            at += 1
    return found


def _is_one_name(above: list[TextLine], beside: list[TextLine], below: list[TextLine]) -> bool:
    """Whether two lines begin under each other, closer than rows stand, with figures at the height between them."""
    first, last = above[0], below[0]
    named = [piece for piece in beside if not _NUMBER.match(piece.text)]
    figures = [piece for piece in beside if _NUMBER.match(piece.text)]
    lines = [first, *named, last]
    if not figures or len(named) > 1 or any(_NUMBER.match(line.text) or _SENTENCE.search(line.text) for line in lines):
        return False
    return (
        all(abs(line.left - first.left) < 0.3 * first.size for line in lines)
        and last.middle - first.middle < _LEADING * first.size * (len(lines) - 1)
        and all(abs(piece.middle - (first.middle + last.middle) / 2) < 0.2 * first.size for piece in figures)
        and max(line.right for line in lines) < figures[0].left
    )


def _has_full_head(rows: list[list[TextLine]], place: int, last: int) -> bool:
    """Whether two rows of figures stand under a row that names each of at least three columns."""
    if not place or last - place < 2 or any(len(row) != len(rows[place]) for row in rows[place:last]):
        return False
    head = rows[place - 1]
    spans = _spans(rows[place:last])
    return len(head) == len(spans) > 2 and _is_head(head, rows[place], spans) and not _has_figures(head)


def _aligned_until(rows: list[list[TextLine]], place: int) -> int:
    """The row after the last that goes on with figures in columns; ``place`` where none begin."""
    if not _has_figures(rows[place]):
        return place
    last = place + 1
    count = len(rows[place])
    names = 0
    while last < len(rows):
        row = rows[last]
        before = rows[last - 1]
        if min(piece.top for piece in row) - max(piece.bottom for piece in before) > 2.5 * row[0].size:
            break
        if _has_figures(row) and abs(len(row) - count) <= max(1, count // 2):
            names = 0
        elif len(row) == 1 and names < 1 and not _SENTENCE.search(row[0].text) and len(row[0].glyphs) <= 30:
            names += 1
        else:
            break
        last += 1
    return last - names


def _has_figures(row: list[TextLine]) -> bool:
    """Whether a row is a name and figures."""
    if len(row) < 2 or len(row[0].glyphs) > 40 or _SENTENCE.search(row[0].text):
        return False
    figures = sum(1 for piece in row[1:] if _NUMBER.match(piece.text))
    return figures >= 0.6 * (len(row) - 1) and _NUMBER.match(row[-1].text) is not None


def _is_contents(rows: list[list[TextLine]]) -> bool:
    """Whether the figures are those of a table of contents: page numbers, which never fall."""
    figures = [row[-1].text for row in rows if len(row) > 1]
    if not all(figure.isdecimal() and len(figure) < 5 for figure in figures):
        return False
    return all(int(before) <= int(after) for before, after in pairwise(figures)) and int(figures[0]) < int(figures[-1])


def _spans(rows: list[list[TextLine]]) -> list[tuple[float, float]]:
    """The columns of a table without rules, from left to right, as what their words cover."""
    spans: list[tuple[float, float]] = []
    for begin, end in sorted((piece.left, piece.right) for row in rows if len(row) > 1 for piece in row):
        if spans and begin < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((begin, end))
    return spans


def _between_spans(spans: list[tuple[float, float]]) -> tuple[float, ...]:
    inner = [(before[1] + after[0]) / 2 for before, after in pairwise(spans)]
    return (spans[0][0], *inner, spans[-1][1])


def _is_head(row: list[TextLine], below: list[TextLine], spans: list[tuple[float, float]]) -> bool:
    """Whether a row can name columns: short words, at least two, close above."""
    gap = min(piece.top for piece in below) - max(piece.bottom for piece in row)
    if not 1 < len(row) <= len(spans) or gap > 2.5 * row[0].size or any(len(piece.glyphs) > 24 for piece in row):
        return False
    return not any(_SENTENCE.search(piece.text) for piece in row)


def _cells_of(row: list[TextLine], edges: tuple[float, ...]) -> list[list[Glyph]]:
    cells: list[list[Glyph]] = [[] for _ in edges[1:]]
    for piece in row:
        column = bisect_right(edges, (piece.left + piece.right) / 2) - 1
        cells[min(len(cells) - 1, max(0, column))].extend(piece.glyphs)
    return cells


def _without_wraps(cells: list[list[list[Glyph]]], rows: list[list[TextLine]]) -> list[list[list[Glyph]]]:
    """The rows of a table, a name's second line, alone in its row and close below, put back to it."""
    found: list[list[list[Glyph]]] = []
    reach = max(row[0].right for row in rows)
    for at, row in enumerate(cells):
        alone = len(rows[at]) == 1 and at > 0
        before = rows[at - 1][0]
        if alone and row[0] and found and before.right > reach - 1.5 * before.size and len(rows[at - 1]) > 1:
            found[-1][0].extend(row[0])
        else:
            found.append(row)
    return found
