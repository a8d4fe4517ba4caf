"""Questions that take more than one look: why there is no answer, the newest sentences, what an id names."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

import pytest

from luoshi.ledger import Ledger, SearchRow, StoredRecord, UnknownRecordError
from luoshi.reading import read
from luoshi.records import Document
from luoshi.service.asking import Question, named, newest, tolerance, why_nothing

TEXT = "全市新增养老床位1200张。全市一般公共预算收入96.2亿元。各区养老床位利用率上升。"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with one document."""
    with Ledger(tmp_path_factory.mktemp("asking") / "账本.db") as made:
        made.add(read(Document(id="ab" * 32, text=TEXT, name="r.txt"), date="2025-01-20", place="临澜市"))
        yield made


@pytest.mark.parametrize("question", get_args(Question))
def test_a_place_that_is_not_there_is_named_with_those_that_are(ledger: Ledger, question: Question) -> None:
    told = why_nothing(ledger, question, "望舒市", "养老床位")
    assert "“望舒市”" in told
    assert "临澜市" in told


@pytest.mark.parametrize("question", get_args(Question))
def test_an_indicator_that_is_not_there_is_named_with_those_alike(ledger: Ledger, question: Question) -> None:
    told = why_nothing(ledger, question, "临澜市", "养老床")
    assert "“养老床”" in told
    assert "新增养老床位" in told


@pytest.mark.parametrize("question", get_args(Question))
def test_where_both_are_known_the_question_has_its_own_words(ledger: Ledger, question: Question) -> None:
    told = why_nothing(ledger, question, "临澜市", "新增养老床位", 7)
    assert "{" not in told
    assert ("7处" in told) == (question == "conflicts")
    assert ("“新增养老床位”" in told) == (question == "series")


def test_the_newest_sentences_and_whether_there_are_more(ledger: Ledger) -> None:
    rows, more = newest(ledger, "养老床位", 1)
    assert (len(rows), more) == (1, True)
    rows, more = newest(ledger, "养老床位", 2)
    assert (len(rows), more) == (2, False)


def test_an_id_names_a_record_or_a_sentence(ledger: Ledger) -> None:
    (row,) = ledger.series("新增养老床位")
    record = named(ledger, row.id)
    assert isinstance(record, StoredRecord)
    assert record.id == row.id
    sentence = named(ledger, f"abab:sentence-0-{TEXT.index('。') + 1}")
    assert isinstance(sentence, SearchRow)
    assert row.id in sentence.records
    with pytest.raises(UnknownRecordError):
        named(ledger, "figure-999-1000")


def test_tolerance_is_exact() -> None:
    found = tolerance(0.1, 0.3)
    assert (found.points, found.part) == (Decimal("0.1"), Decimal("0.003"))
