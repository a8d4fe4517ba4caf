"""Why a record says what it says: the sentence in parts, the fields, the rule; the same as a page."""

from __future__ import annotations

from pathlib import Path

from luoshi.ledger import Ledger, StoredRecord
from luoshi.reading import read
from luoshi.records import Document
from luoshi.service.explanation import explain, explanation_page

TEXT = "一、2024年工作回顾\n全市制造业<i>贷款余额达4220\n亿元，余额同比增长12.7%。\n"


def _stored(ledger: Ledger, place: int) -> StoredRecord:
    reading = read(Document(id="ab" * 32, text=TEXT, name="r.txt"), date="2025-01-20", place="临澜市")
    ledger.add(reading)
    return ledger.record(f"{'ab' * 32}:{reading.figures[place].key()}")


def test_the_sentence_is_cut_at_the_quote(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        told = explain(_stored(ledger, 0))
    assert [part.words for part in told.sentence if part.field == "quote"] == ["4220亿元"]
    assert "".join(part.words for part in told.sentence).startswith("全市制造业")
    assert told.rule
    assert told.reads
    assert told.reads_zh
    assert {name: value for name, value, _ in told.fields}["status"] == "actual"


def test_a_carried_period_shows_the_words_it_came_from(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        fields = {name: source for name, _, source in explain(_stored(ledger, 1)).fields}
    assert "2024年" in fields["period"]


def test_the_page_escapes_the_document(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l.db") as ledger:
        html = explanation_page(_stored(ledger, 0))
    assert "<i>" not in html
    assert '<mark class="quote">4220亿元' in html
