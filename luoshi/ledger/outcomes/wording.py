"""How rules tell values and days, and the words that a value stands among."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from luoshi.ledger.precision import shown
from luoshi.ledger.series import SeriesRow

_CLAUSE_START = re.compile(r"[，,；;。！？：]")
_LONGEST_CLAUSE = 40


def as_told(row: SeriesRow) -> SeriesRow:
    """A row without the month that :func:`dated` gave it."""
    return replace(row, date="") if len(row.date) == len("2025-01") else row


def words_before(row: SeriesRow) -> str:
    """The words of a row's sentence before its quote; where it stands twice, before the first."""
    return row.sentence[: _place(row.sentence, row.quote)]


@lru_cache(maxsize=1 << 14)
def _place(sentence: str, quote: str) -> int:
    """Where a quote first stands in its sentence as a number of its own (5% not within 15%); 0 where it does not."""
    at = sentence.find(quote)
    while at > 0 and quote[0].isdigit() and (sentence[at - 1].isdigit() or sentence[at - 1] == "."):
        at = sentence.find(quote, at + 1)
    return max(0, at)


def day_words(row: SeriesRow) -> str:
    day = as_told(row).date
    return f" ({day})" if day else ""


def value_words(row: SeriesRow) -> str:
    if row.sign != -1:
        return interval_words(row.low, row.high)
    low, high = (None if end is None else -end for end in (row.high, row.low))
    return interval_words(low, high) if None in (low, high) else f"-{interval_words(row.low, row.high)}"


def interval_words(low: Decimal | None, high: Decimal | None) -> str:
    """A value, or two ends of which one may be open, as a rule tells it."""
    if low is not None and low == high:
        return shown(low)
    if low is None or high is None:
        return f"≥{shown(low)}" if low is not None else f"≤{shown(high)}" if high is not None else "—"
    return f"{shown(low)}–{shown(high)}"


@lru_cache(maxsize=1 << 14)
def _clause(sentence: str, quote: str) -> str:
    before = sentence[: _place(sentence, quote)]
    return _CLAUSE_START.split(before)[-1][-_LONGEST_CLAUSE:]


def clause_of(row: SeriesRow) -> str:
    """The words before a value back to the last comma or stop; where its quote stands twice, before the first."""
    return _clause(row.sentence, row.quote)
