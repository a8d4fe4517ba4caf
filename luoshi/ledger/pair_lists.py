"""Which pairs of neighbouring characters stand in which sentences, for :mod:`luoshi.ledger.pair_index`.

:mod:`luoshi.ledger.pair_arrays` makes the same rows some twenty times as quickly, where NumPy is installed.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.ledger.character_pairs import FOLD

PLACES, CODES = "H", "I"  # arrays of two and four bytes
END = 0  # follows the last character of a sentence


@dataclass(frozen=True, slots=True)
class PairRow:
    """The pairs that begin with one character, ``letter`` being its code point.

    ``seconds``: the code points that follow it, rising, four bytes each, :data:`END` for the end of a sentence.
    ``places``: where each pair stands, pair after pair: places in the list of sentences, rising, two bytes each.
    ``ends``: where the places of each pair end among all, four bytes each.
    """

    letter: int
    seconds: bytes
    ends: bytes
    places: bytes


def pair_rows(texts: Sequence[str]) -> Iterator[PairRow]:
    """A row for each character of up to 65,536 texts, folded, in the order of the code points."""
    standing: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        folded = text.translate(FOLD)
        for pair in set(map(str.__add__, folded, f"{folded[1:]}{chr(END)}")):
            if pair in standing:
                standing[pair].append(at)
            else:
                standing[pair] = [at]
    by_letter: dict[str, list[str]] = {}
    for pair in sorted(standing):
        by_letter.setdefault(pair[0], []).append(pair)
    for letter, found in by_letter.items():
        ends, places = array(CODES), array(PLACES)
        for pair in found:
            places.fromlist(standing[pair])
            ends.append(len(places))
        yield PairRow(ord(letter), packed(array(CODES, (ord(pair[1]) for pair in found))), packed(ends), packed(places))


def packed(numbers: array[int]) -> bytes:
    """An array's bytes, the least first on every machine."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def unpacked(kind: str, data: bytes) -> array[int]:
    """The array of ``kind`` whose bytes :func:`packed` gave."""
    numbers = array(kind, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
