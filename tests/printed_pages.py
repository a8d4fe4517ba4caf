"""Printed characters for the tests of pages: words set from a point, every character as wide as it is high."""

from __future__ import annotations

from luoshi.documents.page_tables import PageTable
from luoshi.documents.printed import Glyph, Rule


def printed(words: str, left: float, top: float, size: float = 10.0, gap: float = 0.0) -> list[Glyph]:
    """The characters of words on one line, figures and Latin letters half as wide; spaces leave a gap."""
    found = []
    at = left
    for sign in words:
        width = size / 2 if sign.isascii() else size
        if not sign.isspace():
            found.append(Glyph(sign, at, top, at + width, top + size))
        at += width + gap
    return found


def block(lines: list[str], left: float, top: float, size: float = 10.0, pitch: float = 16.0) -> list[Glyph]:
    """Lines under each other."""
    return [glyph for at, line in enumerate(lines) for glyph in printed(line, left, top + at * pitch, size)]


def grid(xs: list[float], ys: list[float]) -> list[Rule]:
    """Rules across at each of ``ys`` and upright at each of ``xs``."""
    across = [Rule(xs[0], y, xs[-1], y + 0.5) for y in ys]
    return across + [Rule(x, ys[0], x + 0.5, ys[-1]) for x in xs]


def cells(table: object) -> list[list[str]]:
    """A table's rows as words."""
    assert isinstance(table, PageTable)
    return [["".join(glyph.text for glyph in cell) for cell in row] for row in table.rows]
