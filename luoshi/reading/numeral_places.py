"""Counties whose short names look like a number with its unit: 三台 for 三台县 is no count of machines."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from luoshi.knowledge.divisions import COUNTRY, divisions, short_names
from luoshi.language.places import Place
from luoshi.language.quantities import Quantity
from luoshi.patterns import late

_NUMERALS = frozenset("一二三四五六七八九十")
_COUNTED = late(r"机组|主变|变压器|设备|锅炉|电梯|盾构|仪器|机器|[^，。；、]{0,4}(?:车|机)(?!场)")


def without_counties(found: Iterable[Quantity], text: str, home: Place | None) -> list[Quantity]:
    """The quantities of a ``text`` that name no county of the province that its document is of (``home``)."""
    names: frozenset[str] = frozenset()
    if home is not None and home.code and home.code != COUNTRY:
        names = _counties(home.code[:2])
    return [one for one in found if one.quote not in names or _COUNTED.match(text, one.end)]


@cache
def _counties(province: str) -> frozenset[str]:
    """The short names of a province's divisions that begin with a numeral."""
    standing = (
        each for code, holders in divisions().items() if province and code.startswith(province) for each in holders
    )
    return frozenset(short for each in standing for short in short_names(each.name) if short[0] in _NUMERALS)
