"""The years that a panel is asked for, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from luoshi.ledger.errors import LedgerError

#: The first and the last year as a pair, a range or a list of years, a year, or words (2015-2025).
Years = int | str | range | Sequence[int | str]

_SPAN = re.compile(r"\s*(\d{4})年?\s*(?:[-—–~～/至到]+\s*(\d{4})年?)?\s*")
_NO_YEARS = (
    '{}: 不是年份；写作 (2015, 2025)、range(2015, 2026)、[2015, 2020]、2020 或 "2015-2025" '
    '/ no years: write (2015, 2025), range(2015, 2026), [2015, 2020], 2020 or "2015-2025"'
)


def years_asked(years: Years) -> list[int]:
    """The years in their order: a pair ``(2015, 2025)`` is its first and last year, a list or a range each of its own.

    :class:`~luoshi.ledger.LedgerError` for what names no years, and for a pair whose last year comes first.
    """
    if isinstance(years, str | int):
        found = _SPAN.fullmatch(str(years))
        named = [int(found[1]), int(found[2] or found[1])] if found else []
        return _between(named, years)
    named = [_year(each, years) for each in years] if isinstance(years, Iterable) else []
    if isinstance(years, tuple) and len(named) == 2:
        return _between(named, years)
    if not named:
        raise LedgerError(_NO_YEARS.format(years))
    return sorted(set(named))


def _between(ends: Sequence[int], years: object) -> list[int]:
    if not ends or ends[0] > ends[1]:
        raise LedgerError(_NO_YEARS.format(years))
    return list(range(ends[0], ends[1] + 1))


def _year(one: object, years: object) -> int:
    found = re.fullmatch(r"(\d{4})年?", str(one).strip())
    if found is None:
        raise LedgerError(_NO_YEARS.format(years))
    return int(found[1])
