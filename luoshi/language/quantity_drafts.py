"""Quantities as they are read, and as they are being read.

:class:`Quantity` is what :func:`luoshi.language.quantities.scan` gives; a :class:`Draft` grows as the rules recognise
what touches its numeral.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from luoshi.language.numerals import plain
from luoshi.records import Qualifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity where it stands: ``text[start:end] == quote``, its digits at ``number_start:number_end``.

    ``value`` is the plain number in base units, ``None`` for a range; a fall keeps its magnitude, a
    printed minus sign stays. ``low`` and ``high`` are ``None`` where the bound is open. ``unit`` is the
    canonical unit (元, %, 个百分点, 人次, 元/人年 …), empty where the text has none. ``kind`` is one of
    money, percent, points, count, measure, multiple, fraction, ratio, rank, streak, ordinal, age,
    temperature, duration, plain.
    """

    quote: str
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier
    unit: str
    kind: str
    number_start: int
    number_end: int


@dataclass(slots=True)
class Draft:
    """A quantity being read: its extent and value grow as rules recognise what touches the numeral.

    ``form`` says how the number is written, which decides what may be its unit: ``digits``, ``large``
    (characters with 百千万亿: 三千万), ``small`` (两, 十五), ``pair`` (七八) or ``bare`` (百亿, a multiplier
    alone).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: Decimal
    high: Decimal
    qualifier: Qualifier = "exact"
    unit: str = ""
    kind: str = "plain"
    form: str = "digits"
    multiplier: str = ""

    def finished(self, text: str) -> Quantity:
        """The quantity in ``text``, its bounds open as its qualifier says."""
        low: Decimal | None = self.low
        high: Decimal | None = self.high
        value: Decimal | None = self.low
        if self.qualifier == "over":
            high = None
        elif self.qualifier in ("under", "nearly"):
            value, low = high, None
        elif self.qualifier == "range":
            value = None
        return Quantity(
            text[self.start : self.end],
            self.start,
            self.end,
            value,
            low,
            high,
            self.qualifier,
            self.unit,
            self.kind,
            self.number_start,
            self.number_end,
        )


_NOTATION = {"exact": "", "range": "", "over": ">", "under": "<", "nearly": "nearly ", "about": "~"}


def notation(quantity: Quantity) -> str:
    """A quantity as the examples write it: ``超4000亿元: >400000000000 元``."""
    ends = (quantity.low, quantity.high) if quantity.qualifier == "range" else (quantity.value,)
    number = "..".join(plain(end) for end in ends if end is not None)
    words = [f"{quantity.quote}: {_NOTATION[quantity.qualifier]}{number}", quantity.unit]
    if quantity.kind in ("rank", "streak", "ratio", "ordinal"):
        words.append(quantity.kind)
    return " ".join(word for word in words if word)
