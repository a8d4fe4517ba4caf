"""The rows of :mod:`luoshi.ledger.pair_lists`, made with NumPy: all pairs of all sentences are sorted as numbers."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from luoshi.ledger.character_pairs import FOLD
from luoshi.ledger.pair_lists import PairRow

_Numbers = NDArray[Any]
_PLACE_BITS, _CODE_BITS = 16, 21
_CODES = np.dtype("<u4")
_PLACES = np.dtype("<u2")


def pair_rows(texts: Sequence[str]) -> Iterator[PairRow]:
    """A row for each character of up to 65,536 texts, as :func:`luoshi.ledger.pair_lists.pair_rows` gives them."""
    keys = _keys(texts)
    pairs = keys >> np.uint64(_PLACE_BITS)
    ends = _run_ends(pairs)
    pairs = pairs[ends - 1]
    letters, seconds = pairs >> np.uint64(_CODE_BITS), (pairs & np.uint64((1 << _CODE_BITS) - 1)).astype(_CODES)
    places = (keys & np.uint64((1 << _PLACE_BITS) - 1)).astype(_PLACES)
    first = begun = 0
    for last in _run_ends(letters).tolist():
        done = int(ends[last - 1])
        of_letter = (ends[first:last] - begun).astype(_CODES)
        yield PairRow(
            int(letters[first]), seconds[first:last].tobytes(), of_letter.tobytes(), places[begun:done].tobytes()
        )
        first, begun = last, done


def _keys(texts: Sequence[str]) -> _Numbers:
    """Each pair with the place of its text as one number, rising, none twice: code point, the next one, place."""
    encoded = "".join(texts).encode("utf-32-le", "surrogatepass")
    codes = _folded()[np.frombuffer(encoded, _CODES)]
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    places = np.repeat(np.arange(len(texts), dtype=np.uint64), lengths)
    kept = codes != 0
    codes, places = codes[kept], places[kept]
    keys = codes << np.uint64(_CODE_BITS)
    keys[:-1] |= np.where(places[1:] == places[:-1], codes[1:], np.uint64(0))
    keys <<= np.uint64(_PLACE_BITS)
    keys |= places
    keys.sort()
    once: _Numbers = keys[_run_ends(keys) - 1]
    return once


def _run_ends(numbers: _Numbers) -> _Numbers:
    """Where each run of one number ends."""
    if not len(numbers):
        return np.empty(0, np.int64)
    return np.append(np.flatnonzero(numbers[1:] != numbers[:-1]), len(numbers) - 1) + 1


@cache
def _folded() -> _Numbers:
    """For each code point the one that it is folded to, 0 for those that vanish."""
    table = np.arange(sys.maxunicode + 1, dtype=np.uint64)
    for code, to in FOLD.items():
        table[code] = 0 if to is None else to if isinstance(to, int) else ord(to)
    return table
