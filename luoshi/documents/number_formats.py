"""A spreadsheet's number as the sheet shows it: 0.058 under ``0.0%`` is 5.8%, and that is what its author wrote.

Number formats are those of ISO/IEC 29500-1, 18.8.31; what a format hides by rounding is not read. A format
of another kind (scaled by thousands, fractions) leaves the number as it is kept.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

#: The formats that a file names by number only, of those that change a number's digits.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
}  # fmt: skip
_DECORATION = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[¥￥$()\s+-]')
_DIGITS = re.compile(r"[#0?,]*?[#0?](?:\.([0#?]+))?(%)?\Z")
_DATES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


class _Form(NamedTuple):
    """How many decimals a format prints, at least and at most, and whether as percent."""

    fewest: int
    most: int
    percent: bool


def shown(value: float, code: str = "") -> str:
    """A number in the digits that a format shows, without separators of thousands.

    >>> shown(0.0584, "0.0%"), shown(1234.5, "#,##0.00"), shown(0.1 + 0.2)
    ('5.8%', '1234.50', '0.3')
    """
    try:
        number = Decimal(format(value, ".15g"))
        form = _form(code)
        if form is None:
            return _plain(number)
        if form.percent:
            number *= 100
        words = f"{number.quantize(Decimal(1).scaleb(-form.most), ROUND_HALF_UP):f}"
    except InvalidOperation:
        return str(value)  # infinite, or of more digits than a number can have
    while form.fewest < form.most and words.endswith("0") and len(words) - words.rindex(".") - 1 > form.fewest:
        words = words[:-1]
    return words.rstrip(".") + ("%" if form.percent else "")


def shown_date(value: datetime.date | datetime.time | datetime.timedelta, code: str = "") -> str:
    """A day as ISO 8601 writes it, with its time where it has one; a year or a month where no more is shown."""
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date):
        parts = _DATES.sub("", code).lower()
        if "y" in parts and "d" not in parts:
            return f"{value.year}年{value.month}月" if "m" in parts else f"{value.year}年"
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    return str(value)


@lru_cache(maxsize=1024)
def _form(code: str) -> _Form | None:
    """What a format's first section says of the digits, ``None`` where it says nothing of this kind."""
    found = _DIGITS.match(_DECORATION.sub("", code.split(";")[0][:200]))
    if found is None:
        return None
    decimals = (found[1] or "")[:15]
    return _Form(decimals.count("0"), len(decimals), found[2] is not None)


def _plain(number: Decimal) -> str:
    words = f"{number:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
