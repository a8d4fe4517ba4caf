"""Answers that are kept until the ledger changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from luoshi.ledger import Ledger, outcomes
from luoshi.reading import read
from luoshi.records import Document, Figure

TEXT = "2025年，一般公共预算收入增长4%。2026年，一般公共预算收入增长5%。"


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """A ledger with a report."""
    with Ledger(":memory:") as made:
        made.add(read(Document(id="ab" * 32, text=TEXT, name="r.txt"), date="2026-01-13", place="临澜市"))
        yield made


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was really worked out."""
    made: list[str] = []
    really = outcomes.outcomes

    def counted(*asked: object, **more: object) -> object:
        made.append(str(asked[1]))
        return really(*asked, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(outcomes, "outcomes", counted)
    return made


def test_what_was_asked_is_worked_out_once(ledger: Ledger, computed: list[str]) -> None:
    first = ledger.outcomes("临澜市")
    first.clear()
    assert len(ledger.outcomes("临澜市")) == 1
    assert computed == ["临澜市"]
    ledger.outcomes("临澜市", 2026)
    assert len(computed) == 2


def test_a_document_and_a_correction_change_the_answer(ledger: Ledger, computed: list[str]) -> None:
    assert ledger.outcomes("临澜市")[0].verdict == "open"
    later = "2026年，一般公共预算收入增长5.5%。"
    ledger.add(read(Document(id="cd" * 32, text=later, name="s.txt"), date="2027-01-13", place="临澜市"))
    (row,) = ledger.outcomes("临澜市")
    assert row.verdict == "met"
    assert row.result
    assert isinstance(ledger.record(row.result.id).record, Figure)
    for end in ("low", "high"):
        ledger.correct(row.result.id, end, "4.5", "苏问渠", "与公报核对")
    assert ledger.outcomes("临澜市")[0].verdict == "missed"
    assert len(computed) == 3


def test_indicators_with_most_values_come_first(ledger: Ledger) -> None:
    ledger.add(
        read(Document(id="ef" * 32, text="2024年，粮食产量63万吨。", name="t.txt"), date="2025-01-13", place="临澜市")
    )
    assert [each.name for each in ledger.indicators()] == ["一般公共预算收入", "粮食产量"]
    assert [each.figures for each in ledger.indicators("临澜市")] == [2, 1]
