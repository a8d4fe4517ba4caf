"""Numbers, percentages and money as strangers write them, and numbers as print, the web and accounts leave them.

``tests/data/number_phrases.tsv`` has 200 phrases of the kinds that suites for numbers elsewhere ask for (Duckling,
cn2an, Recognizers-Text) and of official prose, with the values or ``low~high unit`` (``*`` for an open end).
``tests/data/printed_numbers.tsv`` has sentences with radicals, spaced thousands, minus signs, note marks, holes and
vague words, with the figures they tell, a fall with a minus. All these were written without sight of the reading code.
``tests/data/number_sentences.tsv`` has 60 more such sentences, then 60 of our own: measure, sign, low, high, qualifier
and unit of every figure.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import luoshi
from luoshi.language.numerals import plain
from luoshi.records import Figure

DATA = Path(__file__).parent / "data"
# 5块 alone may be five pieces: money only where the words around it speak of it.
MISSED = {"5块"}


def rows(name: str) -> list[list[str]]:
    """The rows of a file, its escapes (\\u4e00) as the characters they are."""
    text = (DATA / name).read_text("utf-8")
    text = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)
    return [line.split("\t") for line in text.split("\n")[1:] if line]


def ends(low: Decimal | None, high: Decimal | None) -> str:
    first, last = ("*" if end is None else plain(end) for end in (low, high))
    return first if first == last else f"{first}~{last}"


def read_phrase(kind: str, text: str) -> str:
    if kind == "number":
        return "; ".join(plain(number.value) for number in luoshi.numbers(text))
    return "; ".join(f"{ends(found.low, found.high)} {found.unit}" for found in luoshi.quantities(text))


def told(figure: Figure) -> str:
    sign = "-" if figure.sign == -1 else ""
    return f"{figure.indicator} {sign}{ends(figure.low, figure.high)} {figure.unit}"


def test_numbers_percentages_and_money_are_read() -> None:
    phrases = rows("number_phrases.tsv")
    assert len(phrases) == 200
    missed = {text: found for kind, text, expected in phrases if (found := read_phrase(kind, text)) != expected}
    assert set(missed) == MISSED, missed


def test_numbers_as_they_are_printed_are_read_in_sentences() -> None:
    sentences = rows("printed_numbers.tsv")
    assert len(sentences) == 100
    missed = {}
    for text, expected in sentences:
        figures = luoshi.read(text, date="2025-02-01", place="临澜市").figures
        assert all(text[figure.start : figure.end] == figure.quote for figure in figures)
        if (found := "; ".join(map(told, figures))) != expected:
            missed[text] = found
    assert not missed


def fields(figure: Figure) -> str:
    sign = str(figure.sign) if figure.measure in ("change", "growth") and figure.sign else ""
    low, high = ("" if end is None else plain(end) for end in (figure.low, figure.high))
    return ",".join((figure.measure, sign, low, high, figure.qualifier, figure.unit))


def test_measure_sign_bounds_and_unit_of_numbers_in_sentences() -> None:
    sentences = rows("number_sentences.tsv")
    assert len(sentences) == 120
    missed = {}
    for text, expected in sentences:
        found = ";".join(map(fields, luoshi.read(text, date="2025-02-01", place="临澜市").figures))
        if found != expected:
            missed[text] = found
    assert not missed
