"""Tables without rules: figures that stand in columns under a head."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from luoshi.documents.page_columns import Region
from luoshi.documents.page_lines import TextLine, one_line, rows_of
from luoshi.documents.page_tables import LEADING, NUMBER, SENTENCE, PageTable, frame_of, words_of
from luoshi.documents.printed import Glyph

_FEWEST_ROWS = 3  # of a table without rules


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
        frame = frame_of(piece for row in members for piece in row)
        tables.append(Region(*frame, PageTable(_without_wraps(cells, members), edges)))
        place = last
    return tables, rest


def _with_whole_names(rows: list[list[TextLine]]) -> list[list[TextLine]]:
    """The rows of a page, a name of two or three lines put together where its figures stand beside its middle."""
    found: list[list[TextLine]] = []
    at = 0
    while at < len(rows):
        around = rows[at : at + 3]
        if len(around) == 3 and len(around[0]) == len(around[2]) == 1 and _is_one_name(*around):
            figures = [piece for piece in around[1] if NUMBER.match(piece.text)]
            name = [around[0][0], *(piece for piece in around[1] if not NUMBER.match(piece.text)), around[2][0]]
            found.append([TextLine.of(words_of(name)), *figures])
            at += 3
        else:
            found.append(rows[at])
            at += 1
    return found


def _is_one_name(above: list[TextLine], beside: list[TextLine], below: list[TextLine]) -> bool:
    """Whether two lines begin under each other, closer than rows stand, with figures at the height between them."""
    first, last = above[0], below[0]
    named = [piece for piece in beside if not NUMBER.match(piece.text)]
    figures = [piece for piece in beside if NUMBER.match(piece.text)]
    lines = [first, *named, last]
    if not figures or len(named) > 1 or any(NUMBER.match(line.text) or SENTENCE.search(line.text) for line in lines):
        return False
    return (
        all(abs(line.left - first.left) < 0.3 * first.size for line in lines)
        and last.middle - first.middle < LEADING * first.size * (len(lines) - 1)
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
        elif len(row) == 1 and names < 1 and not SENTENCE.search(row[0].text) and len(row[0].glyphs) <= 30:
            names += 1
        else:
            break
        last += 1
    return last - names


def _has_figures(row: list[TextLine]) -> bool:
    """Whether a row is a name and figures."""
    if len(row) < 2 or len(row[0].glyphs) > 40 or SENTENCE.search(row[0].text):
        return False
    figures = sum(1 for piece in row[1:] if NUMBER.match(piece.text))
    return figures >= 0.6 * (len(row) - 1) and NUMBER.match(row[-1].text) is not None


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
    return not any(SENTENCE.search(piece.text) for piece in row)


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
