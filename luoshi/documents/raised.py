"""Raised characters: the marks of notes, which are no digits, told from units (m²) and powers (10⁸).

What a page prints raised stands in a file as ordinary characters: 地区生产总值<sup>1</sup>1362.5亿元 would be
11362.5亿元. A note's mark becomes ``[1]``, the form in which every format's marks come out and which the reading
leaves out of its sentences; the exponents of units and powers are written raised (m², 10⁸).
"""

from __future__ import annotations

import re

# 1, [1], （1）, 注1, ①, and lists of them (1,2 or 1-3); and signs that only mark (*, †).
_MARK = re.compile(
    r"[\[［【〔(（〈<]?\s?(?:注(?:释)?)?\s?(?:[1-9]\d{0,2}|[①-⑳])(?:\s?[,，、;；\-—~～]\s?(?:[1-9]\d{0,2}|[①-⑳])){0,9}"
    r"\s?[\]］】〕)）〉>]?\Z"
)
_NUMBER = re.compile(r"[1-9]\d{0,2}|[①-⑳]")
_SIGNS = re.compile(r"[*＊†‡※#＃★☆△注]{1,3}\Z")
_EXPONENT = re.compile(r"[-−–－]?\d{1,2}\Z")
# Units of length before an exponent; another Latin letter before them makes them the end of a word.
_LENGTH = re.compile(r"(?:(?<![A-Za-z])[kcdhmμµn]?m|米|㎞|㎝|㎜)\Z", re.I)
# 3.2×10, and the 10 with which a unit begins: （10⁴t）.
_TEN = re.compile(r"(?:[×xX*·][ \u00a0]?|[（(:：/／][ \u00a0]?|\A\s{0,4})10\Z")
_RAISED = str.maketrans("0123456789-−–－", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁻")
_LOOK_BACK = 12  # characters before a raised one that tell what it is


def as_read(raised: str, before: str) -> str:
    """Raised characters as they stand in a text, after the words ``before``.

    >>> as_read("1", "地区生产总值"), as_read("②", "99.9"), as_read("2", "98.6万m"), as_read("8", "3.2×10")
    ('[1]', '[2]', '²', '⁸')
    """
    words = raised.strip()
    before = before[-_LOOK_BACK:]
    if _EXPONENT.match(words):
        if (words in ("2", "3") and _LENGTH.search(before)) or _TEN.search(before):
            return words.translate(_RAISED)
        if words == "0":
            return "°"
    if _MARK.match(words):
        return "".join(f"[{_counted(number)}]" for number in _NUMBER.findall(words))
    return "" if _SIGNS.match(words) else raised


def _counted(number: str) -> str:
    """A mark's number in ASCII digits: ② is 2."""
    return number if number.isascii() else str(ord(number) - ord("①") + 1)


class Words:
    """The words of lines as they are put together from a file's pieces, raised pieces told apart.

    Pieces of one mark may be apart in the file (``[``, ``1``, ``]``); they are read together.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._raised: list[str] = []
        self._before = ""

    def add(self, words: str) -> None:
        """Append words that stand on the line; "\\n" ends a line."""
        if words:
            self._settle()
            self._append(words)

    def add_raised(self, words: str) -> None:
        """Append words that are printed raised."""
        if words:
            self._raised.append(words)

    def text(self) -> str:
        """All that was added."""
        self._settle()
        return "".join(self._parts)

    def _settle(self) -> None:
        if self._raised:
            raised, self._raised = "".join(self._raised), []
            self._append(as_read(raised, self._before))

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._before = (self._before + words)[-_LOOK_BACK:]
