"""What a page of fixed layout prints: characters with their boxes, and the rules drawn between them.

Every format with pages (PDF, OFD, recognised scans) gives its pages in this form;
:mod:`luoshi.documents.page_text` makes text of them. All numbers are points (1/72 inch) from the top left
corner of the page as it is read: a page whose text runs up its side is turned first (``turn``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """One character as it is printed, with the box of its cell (not of its ink). Spaces are none."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Rule(NamedTuple):
    """A straight line along the page's sides, as the thin rectangle it fills."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class PrintedPage:
    """A page's characters, in the order in which the file gives them, and its rules.

    ``width`` and ``height`` are the page's as it is shown; ``turn`` (0, 90, 180 or 270) says by how many
    degrees clockwise it was turned to be read, and the characters and rules are those of the turned page.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    turn: int = 0

    def as_shown(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """A box of the turned page on the page as it is shown: left, top, right, bottom."""
        if self.turn == 90:
            return top, self.height - right, bottom, self.height - left
        if self.turn == 180:
            return self.width - right, self.height - bottom, self.width - left, self.height - top
        if self.turn == 270:
            return self.width - bottom, left, self.width - top, right
        return left, top, right, bottom


def turned(
    box: tuple[float, float, float, float], turn: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """A box (left, top, right, bottom) of a page as it is shown, on the page turned by ``turn`` degrees clockwise."""
    left, top, right, bottom = box
    if turn == 90:
        return height - bottom, left, height - top, right
    if turn == 180:
        return width - right, height - bottom, width - left, height - top
    if turn == 270:
        return top, width - right, bottom, width - left
    return box
