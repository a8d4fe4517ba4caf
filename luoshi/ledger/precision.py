"""How exactly a value is printed: half a unit of its last digit, and the interval that it stands for.

182.4亿元 is a number with its last digit at a tenth of 亿, so the true value lies within 0.05亿 of it. What
lies within that distance is rounding and neither a conflict nor a revision.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Context, Decimal
from functools import lru_cache

_NUMBER = re.compile(r"\d{1,30}(?:,\d{3}){0,9}(?:\.\d{1,30})?")
_LONGEST_QUOTE = 200


@lru_cache(maxsize=1 << 16)
def half_unit(quote: str, value: Decimal) -> Decimal:
    """Half a unit of the last printed digit of ``value``, in its base unit; ``quote`` holds the digits.

    A number written in words (三千五百万) is as exact as its last word: half of the last digit that is not zero.
    """
    words = unicodedata.normalize("NFKC", quote[:_LONGEST_QUOTE])
    numbers = [Decimal(found.group().replace(",", "")) for found in _NUMBER.finditer(words)]
    for number in numbers:
        if number == value == 0:
            return Decimal((0, (1,), int(number.as_tuple().exponent))) / 2
        if not number or not value:
            continue
        scale = abs(value) / number
        # 亿 and 万 are powers of ten; another scale (斤 in kilograms) is taken where only one number is printed.
        if scale.normalize().as_tuple().digits == (1,) or len(numbers) == 1:
            return scale * Decimal((0, (1,), int(number.as_tuple().exponent))) / 2
    return Decimal((0, (1,), int(value.normalize().as_tuple().exponent))) / 2 if value else Decimal(0)


def interval(quote: str, low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """The values that a printed one may stand for: ``low`` and ``high`` moved apart by :func:`half_unit`."""
    return (
        None if low is None else low - half_unit(quote, low),
        None if high is None else high + half_unit(quote, high),
    )


def overlap(one: tuple[Decimal | None, Decimal | None], other: tuple[Decimal | None, Decimal | None]) -> bool:
    """Whether two intervals have a value in common; ``None`` is an open end."""
    (low, high), (bottom, top) = one, other
    return (low is None or top is None or low <= top) and (bottom is None or high is None or bottom <= high)


def shown(value: Decimal) -> str:
    """A number as rules and arithmetic tell it: in 亿 or 万 where it is large, at most four places after its point."""
    for size, name in ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")):
        if abs(value) >= size:
            return f"{rounded(value / size)}{name}"
    return rounded(value)


def rounded(value: Decimal) -> str:
    """A number in plain digits with at most four places after its point, however many stand before it."""
    # The grammar of numerals takes long to compile, and who only compares values tells none.
    from luoshi.language.numerals import plain

    context = Context(prec=max(28, value.adjusted() + 6))
    return plain(value.quantize(Decimal("0.0001"), context=context))
