"""Names that the scheme does not know: told with a line that makes them known."""

from __future__ import annotations

from pathlib import Path

from luoshi import documents, reading
from luoshi.knowledge.indicators import Scheme
from luoshi.ledger import Ledger

TEXT = (
    "临澜市2025年国民经济和社会发展统计公报\n全年生产总值2000.0亿元。\n"
    "年末海草床面积达到3200公顷，比上年末增长5%。\n年末海草床面积居全省首位，海草床面积新增150公顷。\n"
)


def test_a_name_is_told_with_a_line_that_makes_it_known(tmp_path: Path) -> None:
    with Ledger(tmp_path / "luoshi.db") as ledger:
        ledger.add(reading.read(documents.from_bytes(TEXT.encode(), "a.txt", date="2026-03-20", place="临澜市")))
        rows = ledger.unknown_indicators()
        assert ledger.unknown_indicators("望潮区") == []
    assert (rows[0].name, rows[0].documents, rows[0].unit) == ("海草床面积", 1, "公顷")
    assert rows[0].figures > 1
    assert "生产总值" not in [row.name for row in rows]
    own = tmp_path / "own.toml"
    own.write_text(f"[indicators]\n{rows[0].line}\n", encoding="utf-8")
    assert Scheme.load(own).identify("海草床面积").concept == "new_1"
