"""The indicators of a ledger by how many values it has of each."""

from __future__ import annotations

from luoshi.ledger import Ledger
from luoshi.reading import read
from luoshi.records import Document


def test_indicators_with_most_values_come_first() -> None:
    texts = ("2025年，一般公共预算收入增长4%。2026年，一般公共预算收入增长5%。", "2024年，粮食产量63万吨。")
    with Ledger(":memory:") as ledger:
        for number, text in enumerate(texts):
            document = Document(id=f"{number:02}" * 32, text=text, name="r.txt")
            ledger.add(read(document, date="2026-01-13", place="临澜市"))
        assert [each.name for each in ledger.indicators()] == ["一般公共预算收入", "粮食产量"]
        assert [each.figures for each in ledger.indicators("临澜市")] == [2, 1]
