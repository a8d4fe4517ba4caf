"""Corrections in the words of a person."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from luoshi.ledger import CorrectionError, Ledger
from luoshi.reading import read
from luoshi.records import Document, Figure, Office
from luoshi.service import correct, correctable, undo
from luoshi.service.mending import corrections_told

TEXT = "全市新增养老床位1200张。市教育局局长温书瑶表示，学校已经建成。"
SIGNED = ("苏问渠", "与公报核对")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with a figure and a post."""
    with Ledger(tmp_path / "账本.db") as ledger:
        ledger.add(read(Document(id="ab" * 32, text=TEXT, name="r.txt"), date="2025-01-20", place="临澜市"))
        yield ledger


def test_a_value_is_both_bounds(kept: Ledger) -> None:
    record = correct(kept, "figure", "value", "1300", *SIGNED).record
    assert isinstance(record, Figure)
    assert (record.low, record.high) == (Decimal(1300), Decimal(1300))


def test_a_list_is_given_with_its_commas(kept: Ledger) -> None:
    record = correct(kept, "office", "posts", "党组书记、局长", *SIGNED).record
    assert isinstance(record, Office)
    assert record.posts == ("党组书记", "局长")


def test_a_field_that_can_not_be_corrected_is_refused(kept: Ledger) -> None:
    with pytest.raises(CorrectionError, match="quote"):
        correct(kept, "figure", "quote", "1", *SIGNED)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("1300张", (1300, 1300, "exact")),
        ("1.3万张", (13000, 13000, "exact")),
        ("1200—1300张", (1200, 1300, "range")),
        ("≥1300张", (1300, None, "over")),
        ("约1300", (1300, 1300, "about")),
    ],
)
def test_a_value_is_said_as_people_write_it(kept: Ledger, words: str, bounds: tuple[object, ...]) -> None:
    record = correct(kept, "figure", "value", words, *SIGNED).record
    assert isinstance(record, Figure)
    assert (record.low, record.high, record.qualifier) == bounds


@pytest.mark.parametrize(
    ("field", "words"),
    [("value", "多"), ("value", "1300元"), ("value", "1200张"), ("low", "690000"), ("period", "去年"),
     ("period", "2025-13"), ("unit", "万元"), ("measure", "高"), ("value", "1300张 1400张")],
)  # fmt: skip
def test_nonsense_is_refused_and_changes_nothing(kept: Ledger, field: str, words: str) -> None:
    with pytest.raises(CorrectionError):
        correct(kept, "figure", field, words, *SIGNED)
    assert kept.corrections() == []


def test_a_value_is_one_field_and_its_correction_one_deed(kept: Ledger) -> None:
    stored = correct(kept, "figure", "value", "1300—1400张", *SIGNED)
    assert correctable(stored)[0] == ("value", "1300—1400张")
    assert {"low", "high", "qualifier"}.isdisjoint(name for name, _ in correctable(stored))
    (told,) = corrections_told(kept.corrections("figure"))
    assert (told.field, told.old, told.new) == ("value", "1200", "1300—1400")
    record = undo(kept, "figure", "value", "苏问渠").record
    assert isinstance(record, Figure)
    assert (record.low, record.high, record.qualifier) == (1200, 1200, "exact")


def test_times_are_kept_as_iso(kept: Ledger) -> None:
    record = correct(kept, "figure", "period", "2024年6月", *SIGNED).record
    assert isinstance(record, Figure)
    assert record.period == "2024-06"
