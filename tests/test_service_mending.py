"""Corrections in the words of a person."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from luoshi.ledger import CorrectionError, Ledger
from luoshi.reading import read
from luoshi.records import Document, Figure, Office
from luoshi.service import correct

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
