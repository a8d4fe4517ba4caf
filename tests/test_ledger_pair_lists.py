"""Rows of pairs: what stands where, and the same rows whether NumPy is there or not."""

from __future__ import annotations

from array import array
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger.pair_lists import CODES, PLACES, PairRow, packed, pair_rows, unpacked


def told(row: PairRow) -> dict[str, list[int]]:
    """The pairs of a row, and the places of each."""
    seconds, ends, places = unpacked(CODES, row.seconds), unpacked(CODES, row.ends), unpacked(PLACES, row.places)
    begins = [0, *ends]
    return {
        f"{chr(row.letter)}{chr(second)}": list(places[begin:end])
        for second, begin, end in zip(seconds, begins, ends, strict=False)
    }


def test_every_pair_is_told_with_its_sentences() -> None:
    rows = list(pair_rows(["收入", "收支，收入", "支"]))
    assert [chr(row.letter) for row in rows] == ["入", "支", "收", "，"]
    assert [told(row) for row in rows] == [
        {"入\0": [0, 1]},
        {"支\0": [2], "支，": [1]},
        {"收入": [0, 1], "收支": [1]},
        {"，收": [1]},
    ]


def test_characters_are_folded() -> None:
    [row] = pair_rows(["Ａ\n a"])
    assert told(row) == {"aa": [0], "a\0": [0]}


def test_texts_without_characters_give_no_rows() -> None:
    assert list(pair_rows([])) == list(pair_rows(["", "\u200b"])) == []


@given(st.lists(st.text(st.sampled_from("收入ａA \n\u200b。.𠮷⻓") | st.characters(exclude_categories=["Cs"]))))
def test_numpy_makes_the_same_rows(texts: list[str]) -> None:
    arrays = pytest.importorskip("luoshi.ledger.pair_arrays", exc_type=ImportError)
    assert list(arrays.pair_rows(texts)) == list(pair_rows(texts))


def test_bytes_are_the_same_on_every_machine() -> None:
    assert packed(array(PLACES, [1, 258])) == b"\1\0\2\1"
    swapped = array(PLACES, [1, 258])
    swapped.byteswap()
    with patch("sys.byteorder", "big"):
        assert packed(swapped) == b"\1\0\2\1"
        assert unpacked(PLACES, b"\1\0\2\1") == swapped
