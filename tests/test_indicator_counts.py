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


def test_a_document_that_was_taken_out_is_not_counted() -> None:
    with Ledger(":memory:") as ledger:
        for number, text in enumerate(
            ("2025年，一般公共预算收入增长4%。", "2024年，一般公共预算收入增长3%，粮食产量63万吨。")
        ):
            document = Document(id=f"{number:02}" * 32, text=text, name="r.txt")
            ledger.add(read(document, date="2026-01-13", place="临澜市"))
        ledger.withdraw("01" * 32, by="苏问渠", why="是征求意见稿")
        for place in ("", "临澜市"):
            assert [(each.name, each.figures) for each in ledger.indicators(place)] == [("一般公共预算收入", 1)]
