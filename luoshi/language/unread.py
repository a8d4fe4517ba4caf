"""Numbers that measure something and can't be read: nobody's value, and what goes on from them is nobody's.

A digit may be one that the file does not name (U+FFFD), several cells may have been run together, a unit may have
lost its number. Such a number is told apart from what is no number at all, so that reading can stop there.
"""

from __future__ import annotations

from decimal import Decimal

from luoshi.knowledge.units import UnitTable
from luoshi.language import numerals
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.records import UNKNOWN

Extent = tuple[int, int]

#: A million million million. The payments of a year, the largest amount that the country's statistics print, are a
#: hundredth of it in 元; what is larger is several cells run together.
MOST = Decimal(10**18)
_MOST_DIGITS = 18
_DIGITS = "0-9０-９"
_POINTS = (".", "．")
# A blank stands for a whole number; between digits × multiplies, and 20XX年 is a year.
_HOLE = late(rf"{UNKNOWN}|(?<![{_DIGITS}A-Za-z])(?:[{numerals.BLANK}]|X(?=X)|Ｘ(?=Ｘ))[{numerals.BLANK}XＸ]{{0,20}}+")
_HOLLOW = (UNKNOWN, *numerals.BLANK, "XX", "ＸＸ")
_ANOTHER_POINT = late(rf"(?:[.．][{_DIGITS}]{{1,20}}){{1,8}}+")
_REST_OF_NUMBER = late(rf"[{_DIGITS}.,．，{UNKNOWN}]{{0,40}}+[百千万亿]{{0,4}}+")


@rule(
    "numbers that can't be read",
    "A number with a hole, of too many digits, run together with another, or lost before its unit is read by nobody.",
    ("收入542.7亿元", "542.7亿元: 54270000000 元"),
    ("收入\ufffd42.7亿元，5\ufffd2亿元，542.\ufffd亿元", ""),
    ("收入1234567890123456789元，64.112.3万吨", ""),
    ("收入1200亿亿元", ""),
    ("若干万人次，542.7）亿元", "542.7: 542.7"),
    ("收入____亿元，××万户，XX亿元，□□万吨，增长××%", ""),
    ("装机2×60万千瓦，3×5万元，20XX年", "2: 2; 60万千瓦: 600000 千瓦; 3: 3; 5万元: 50000 元"),
)
def unreadable(text: str, start: int, end: int, form: str, table: UnitTable) -> int:
    """Where the numeral ``text[start:end]`` ends with its unit if it can't be read, 0 if it can.

    ``form`` is ``digits`` for a numeral in digits and ``bare`` for multipliers alone (百亿).
    """
    if form == "bare":
        lost = numerals.is_cut_off(text, start)
    else:
        lost = numerals.touches_hole(text, start, end) or (
            form == "digits" and (_has_too_many(text, start, end) or _is_run_together(text, start, end, table))
        )
    return _past_unit(text, end, table) if lost else 0


def holes(text: str, table: UnitTable) -> list[Extent]:
    """Where a unit stands behind a character without a name or a blank: a number of which no digit is left."""
    if not any(mark in text for mark in _HOLLOW):
        return []
    found = ((match.start(), match.end()) for match in _HOLE.finditer(text))
    return [
        (start, _past_unit(text, end, table))
        for start, end in found
        if (unit := table.at(text, end)) is not None and unit.kind not in ("name", "duration")
    ]


def _has_too_many(text: str, start: int, end: int) -> bool:
    """Whether a numeral has more digits than statistics print."""
    return end - start > _MOST_DIGITS and sum(map(str.isdigit, text[start:end])) > _MOST_DIGITS


def _is_run_together(text: str, start: int, end: int, table: UnitTable) -> bool:
    """Whether a decimal goes on with another point before its unit: 64.112.3万吨, two cells without a gap."""
    if text[end : end + 1] not in _POINTS or not any(point in text[start:end] for point in _POINTS):
        return False
    further = _ANOTHER_POINT.match(text, end)
    if further is None:
        return False
    after = further.end()
    return text[after : after + 1] in ("百", "千", "万", "亿") or table.at(text, after) is not None


def _past_unit(text: str, end: int, table: UnitTable) -> int:
    """Where a number that can't be read ends: behind its further digits, its multiplier and its unit."""
    rest = _REST_OF_NUMBER.match(text, end)
    end = rest.end() if rest else end
    unit = table.at(text, end)
    return end if unit is None else end + len(unit.alias)
