"""Small raised digits of a page: the marks of notes leave the text, exponents stay as raised digits (m²).

A mark printed against a number (542.7 and a small 3) would otherwise be read as a digit of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from luoshi.documents.printed import Glyph

_MARKS = frozenset("0123456789*＊†‡[]［］〔〕()（）①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_SMALL = 0.76  # of the height of the characters around it
_SMALLEST = 0.35
_RISE = 0.2  # of that height: how much higher the lower edge stands
_BESIDE = 1.3  # of that height: as far away as its neighbour stands, with a bracket or a comma between them
_MOST = 4  # characters of a mark
_REACH = 2 * _BESIDE / _SMALLEST  # of a mark's height: where a neighbour begins, which is as wide as high


def without_note_marks(glyphs: list[Glyph], is_small: Callable[[int], bool] = lambda place: True) -> list[Glyph]:
    """Characters but for the raised marks among them; raised digits behind a letter or ×10 become ⁰ to ⁹.

    They keep the order in which the file gives them, in which the characters of a mark follow each other.
    ``is_small`` is asked by a character's place whether its type is smaller than that around it, where a box may
    say so for another reason (a font that states low lines).
    """
    limit = _SMALL * max((glyph.bottom - glyph.top for glyph in glyphs), default=0.0)
    if not any(glyph.text in _MARKS and glyph.bottom - glyph.top < limit for glyph in glyphs):
        return glyphs
    places = [place for run in _runs(glyphs) for place in run if glyphs[place].bottom - glyphs[place].top < limit]
    order = sorted(glyphs, key=lambda glyph: glyph.left)
    lefts = [glyph.left for glyph in order]
    changed: dict[int, Glyph | None] = {}
    for place in places:
        glyph = glyphs[place]
        reach = _REACH * (glyph.bottom - glyph.top)
        near = order[bisect_left(lefts, glyph.left - reach) : bisect_right(lefts, glyph.right + reach)]
        around = [other for other in near if other.top < glyph.bottom < other.bottom and _is_raised(glyph, other)]
        if around and is_small(place):
            exponent = glyph.text in _RAISED and _is_exponent(glyph, around[0], near)
            changed[place] = glyph._replace(text=_RAISED[glyph.text]) if exponent else None
    kept = (changed.get(place, glyph) for place, glyph in enumerate(glyphs))
    return [glyph for glyph in kept if glyph is not None]


def _runs(glyphs: list[Glyph]) -> Iterator[range]:
    """The places of runs of characters of one size and height that may be a mark: few, and all of them of marks."""
    begin: int | None = 0  # None within a run that holds more than marks
    last = Glyph("", 0.0, 0.0, 0.0, 0.0)
    for place, glyph in enumerate(glyphs):
        high = last.bottom - last.top
        if not (
            abs(glyph.bottom - last.bottom) < 0.1 * high
            and abs(glyph.top - last.top) < 0.1 * high
            and -high < glyph.left - last.right < high
        ):
            if begin is not None and 0 < place - begin <= _MOST:
                yield range(begin, place)
            begin = place
        if glyph.text not in _MARKS:
            begin = None
        last = glyph
    if begin is not None and 0 < len(glyphs) - begin <= _MOST:
        yield range(begin, len(glyphs))


def _is_raised(glyph: Glyph, other: Glyph) -> bool:
    """Whether a character is smaller than a letter or digit beside it and stands at the upper part of its height."""
    high = other.bottom - other.top
    gap = max(other.left - glyph.right, glyph.left - other.right)
    return (
        other.text.isalnum()
        and _SMALLEST * high < glyph.bottom - glyph.top < _SMALL * high
        and -0.3 * high < gap < _BESIDE * high
        and other.top - 0.4 * high < glyph.top
        and other.top + 0.2 * high < glyph.bottom < other.bottom - _RISE * high
    )


def _is_exponent(glyph: Glyph, beside: Glyph, near: list[Glyph]) -> bool:
    """Whether what stands left of a raised digit, in the line of a character beside it, is a letter or ×10."""
    level = 0.2 * (beside.bottom - beside.top)
    line = [other for other in near if other.right <= glyph.right and abs(other.bottom - beside.bottom) < level]
    words = "".join(other.text for other in sorted(line, key=lambda other: other.right))
    return (words[-1:].isascii() and words[-1:].isalpha()) or words.endswith(("×10", "x10"))
