"""The tables of a page: cells between ruling lines, or, where none are drawn, figures that stand in columns.

A cell that spans rows or columns is repeated in each; a band between two rules that holds several rows of
figures is parted into them, with names broken over lines put back together. The first cell of a row is
moved to the right by as many spaces as half widths that its words are indented.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from luoshi.documents.page_lines import NOWHERE, TextLine, rows_of
from luoshi.documents.printed import Glyph, Rule

NUMBER = re.compile(r"[-+－−–△▲]?\d[\d,，. ]{0,20}[%％‰]?\Z|[-—–－/…]{1,4}\Z|\*\Z")
_WHOLE_NUMBER = re.compile(r"[-+－−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+－−]?\d+(?:\.\d+)?[%％]")
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)")
SENTENCE = re.compile(r"[。；！？]")
_TOTAL = re.compile(r"[合总小]计")
_MOST_LINES_OF_NAME = 4
LEADING = 1.6  # sizes from one line of a name to its next: rows stand further apart


@dataclass(slots=True)
class PageTable:
    """Rows of cells as printed, each cell's characters in order; ``edges`` are the columns' sides.

    ``captions`` are what stands in its grid above its columns: a title, a unit.
    """

    rows: list[list[list[Glyph]]]
    edges: tuple[float, ...]
    captions: list[TextLine] = field(default_factory=list)


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
    figures = any(NUMBER.match("".join(glyph.text for glyph in cell)) for cell in row[1:] if cell)
    total = _TOTAL.search("".join(glyph.text for glyph in printed)) is not None
    if abs(before - after) < 0.12 * (end - begin) and before > 1.2 * size and (total or not figures):
        return None
    return 2 * before / size


def _typed(text: str) -> list[Glyph]:
    return [Glyph(sign, NOWHERE, NOWHERE, NOWHERE, NOWHERE) for sign in text]


def frame_of(parts: Iterable[Rule | TextLine]) -> Rule:
    """The rectangle around parts of a page."""
    held = list(parts)
    return Rule(
        min(part.left for part in held),
        min(part.top for part in held),
        max(part.right for part in held),
        max(part.bottom for part in held),
    )


def lists_figures(lines: list[TextLine]) -> bool:
    """Whether most of a cell's lines are figures."""
    return sum(1 for line in lines if NUMBER.match(line.text)) >= 0.6 * len(lines)


def rows_of_band(cells: list[list[TextLine]]) -> list[list[list[Glyph]]]:
    """The rows between two rules: one, unless figures stand under each other in it."""
    distinct = {id(cell): cell for cell in cells}
    figures = [cell for cell in list(distinct.values())[1:] if len(cell) > 1 and lists_figures(cell)]
    if not figures or len(cells[0]) < 2:
        return [[words_of(cell) for cell in cells]]
    anchors = [row[0] for row in rows_of([line for cell in figures for line in cell if NUMBER.match(line.text)])]
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
    return [[words_of(cell) for cell in row] for row in rows]


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
        if last.middle - lines[more - 1].middle > LEADING * last.size or _NUMBERED.match(last.text):
            return 0
        middle = (first.middle + last.middle) / 2
        nearest = min((abs(anchor.middle - middle) for anchor in anchors), default=last.size)
        beside_ends = any(
            abs(anchor.middle - line.middle) < 0.45 * line.size for anchor in anchors for line in (first, last)
        )
        if nearest < 0.2 * last.size and not beside_ends:
            return more
    return 0


def words_of(lines: list[TextLine]) -> list[Glyph]:
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
