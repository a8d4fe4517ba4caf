"""The language layer against a list of everyday and official phrases, each with what it says.

``tests/data/language_phrases.tsv`` has a row for each phrase: the layer that reads it (numbers, quantities,
times), the kind of phrase, the phrase, what is expected in the layer's notation, and the date for times.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import luoshi
from luoshi.language import numerals, quantities
from luoshi.language.times import Time

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "language_phrases.tsv").read_text("utf-8").splitlines()[1:]
]


def written(time: Time) -> str:
    return f"{time.quote}={time.period} {time.kind} {time.role}"


def reading(layer: str, text: str, date: str) -> str:
    if layer == "numbers":
        return "; ".join(map(numerals.notation, luoshi.numbers(text)))
    if layer == "quantities":
        return "; ".join(map(quantities.notation, luoshi.quantities(text)))
    return "; ".join(map(written, luoshi.times(text, date=date)))


@pytest.mark.parametrize("layer", ["numbers", "quantities", "times"])
def test_phrases_are_read_as_expected(layer: str) -> None:
    rows = [row for row in ROWS if row[0] == layer]
    failing = [
        f"{kind} {text} {date}: expected {expected or 'nothing'}, read {found or 'nothing'}"
        for _, kind, text, expected, date in rows
        if (found := reading(layer, text, date)) != expected
    ]
    assert not failing, f"{len(rows) - len(failing)} of {len(rows)} agree; not so\n" + "\n".join(failing)


def test_the_list_covers_every_layer_and_names_each_phrase_once() -> None:
    assert len(ROWS) >= 700
    assert min(Counter(row[0] for row in ROWS).values()) >= 150
    assert max(Counter((layer, text, date) for layer, _, text, _, date in ROWS).values()) == 1
