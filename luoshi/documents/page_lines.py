"""Characters of a page become lines: those beside each other at one height, parted at wide gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from luoshi.documents.printed import Glyph

NOWHERE = float("nan")
_GAP = 0.8  # of a line's height: a wider gap parts two pieces of a line
_SPREAD = 3.2  # characters set apart (会 议 文 件) have gaps of up to so many widths
_WORD_GAP = 0.12  # of a line's height, between Latin words
_BLANK = 0.42  # a blank between other characters
_CELLS_APART = 1.5  # of a line's height: the least between cells of a row without rules
_FEWEST_CELLS = 3  # that show a row to be one


@dataclass(slots=True)
class TextLine:
    """Characters from left to right that stand at one height; ``size`` is the height of most of them."""

    glyphs: list[Glyph]
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @classmethod
    def of(cls, glyphs: list[Glyph]) -> TextLine:
        """The line of these characters, which stand in its order."""
        return cls(
            glyphs,
            min(glyph.left for glyph in glyphs),
            min(glyph.top for glyph in glyphs),
            max(glyph.right for glyph in glyphs),
            max(glyph.bottom for glyph in glyphs),
            median(glyph.bottom - glyph.top for glyph in glyphs),
        )

    @property
    def middle(self) -> float:
        """The height at which the line's characters have their middles."""
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join(glyph.text for glyph in self.glyphs)


def line_pieces(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """The pieces of lines that no wide gap parts, in no order; columns never share a piece."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _follows(runs[-1][-1], glyph):
            if not _printed_twice(runs[-1], glyph):
                runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return _joined([TextLine.of(run) for run in runs])


def one_line(pieces: list[TextLine]) -> TextLine:
    """Pieces at one height as a line; a space stands where they are wide apart."""
    glyphs: list[Glyph] = []
    last: TextLine | None = None
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if last is not None and piece.left - last.right > _GAP * last.size:
            glyphs.append(_blank(piece.glyphs[0]))
        glyphs.extend(piece.glyphs)
        last = piece
    return _spaced(glyphs)


def rows_of(pieces: list[TextLine]) -> list[list[TextLine]]:
    """Pieces in rows of one height, from the top; those of a row from the left."""
    rows: list[list[TextLine]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        if rows:
            first = rows[-1][0]
            if piece.middle - first.middle < 0.5 * min(first.size, piece.size) or _inside(piece, rows[-1][-1]):
                rows[-1].append(piece)
                continue
        rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.left)
    return rows


def cells_of(line: TextLine) -> tuple[tuple[float, float], ...]:
    """The left and right sides of the cells of a line that is a row of them, wide apart; none for a line of prose."""
    cells: list[tuple[float, float]] = []
    for glyph in line.glyphs:
        if glyph.left != glyph.left:  # a blank, which stands nowhere
            continue
        if cells and glyph.left - cells[-1][1] < _CELLS_APART * line.size:
            cells[-1] = (cells[-1][0], max(cells[-1][1], glyph.right))
        else:
            cells.append((glyph.left, glyph.right))
    return tuple(cells) if len(cells) >= _FEWEST_CELLS else ()


def _inside(piece: TextLine, other: TextLine) -> bool:
    """Whether one of two pieces stands within the other's height, like a small figure beside a large one."""
    overlap = min(piece.bottom, other.bottom) - max(piece.top, other.top)
    return overlap > 0.8 * min(piece.bottom - piece.top, other.bottom - other.top)


def _follows(last: Glyph, glyph: Glyph) -> bool:
    height = max(last.bottom - last.top, glyph.bottom - glyph.top)
    overlap = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    if overlap < 0.5 * min(last.bottom - last.top, glyph.bottom - glyph.top):
        return False
    return -height < glyph.left - last.right < _GAP * height and glyph.left >= last.left - 0.5 * height


def _printed_twice(run: list[Glyph], glyph: Glyph) -> bool:
    """Whether a character is printed over itself, which some programs do for bold type."""
    return any(
        other.text == glyph.text
        and abs(other.left - glyph.left) < 0.3 * (glyph.right - glyph.left)
        and abs(other.top - glyph.top) < 0.3 * (glyph.bottom - glyph.top)
        for other in run[-3:]
    )


def _joined(runs: list[TextLine]) -> list[TextLine]:
    """Runs that stand close to each other at one height put together, wherever the file gives them."""
    pieces: list[TextLine] = []
    for row in rows_of(runs):
        spread = _spread_gap(row)
        kept: list[TextLine] = []
        for run in row:
            last = kept[-1] if kept else None
            if last is not None and _repeats(last, run):
                continue
            near = last is not None and run.left - last.right < max(_GAP * min(last.size, run.size), spread)
            if last is not None and near and run.left > last.right - 0.5 * last.size:  # not one over the other
                kept[-1] = TextLine.of(sorted([*last.glyphs, *run.glyphs], key=lambda glyph: glyph.left))
            else:
                kept.append(run)
        pieces.extend(kept)
    return pieces


def _repeats(last: TextLine, run: TextLine) -> bool:
    return run.text == last.text and abs(run.left - last.left) < 0.3 * run.size


def _spread_gap(row: list[TextLine]) -> float:
    """The gap up to which the single characters of a row belong together: 会 议 文 件; 0 where none are spread."""
    single = [run for run in row if len(run.glyphs) == 1]
    if len(single) < 3 or len(single) < 0.6 * len(row):
        return 0.0
    gaps = sorted(after.left - before.right for before, after in pairwise(row))
    middle = gaps[len(gaps) // 2]
    return 1.3 * middle if middle < _SPREAD * row[0].size else 0.0


def _spaced(glyphs: list[Glyph]) -> TextLine:
    """A line with the spaces between its words, which stand nowhere on the page.

    Single characters apart (项  目) are a word that print spreads; between figures and Han characters
    print leaves a gap of its own.
    """
    gaps = [after.left - before.right for before, after in pairwise(glyphs)]
    usual = median([gap for gap in gaps if gap == gap] or [0.0])
    found: list[Glyph] = []
    runs: list[list[Glyph]] = [[]]  # what stands between blanks of Han characters
    for glyph in glyphs:
        if runs[-1]:
            before = runs[-1][-1]
            both = before.text + glyph.text
            gap, size = glyph.left - before.right, glyph.bottom - glyph.top
            latin = both.isascii() and not both.isdigit()
            if both.isalnum() and gap > (_WORD_GAP * size if latin else max(_BLANK * size, 3 * usual)):
                if latin or both.isdigit():
                    runs[-1].append(_blank(glyph))
                elif not (before.text.isascii() or glyph.text.isascii()):
                    runs.append([])
        runs[-1].append(glyph)
    for at, run in enumerate(runs):
        if at and len(runs[at - 1]) > 1 and len(run) > 1:
            found.append(_blank(run[0]))
        found.extend(run)
    line = TextLine.of([glyph for glyph in found if glyph.left == glyph.left])
    line.glyphs = found
    return line


def _blank(glyph: Glyph) -> Glyph:
    """A space before a character."""
    return Glyph(" ", NOWHERE, glyph.top, NOWHERE, glyph.bottom)
