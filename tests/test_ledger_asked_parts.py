"""A read corpus answers as a ledger of the same documents does."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("duckdb_engine")

import luoshi
from luoshi.ledger import Ledger, LedgerError
from luoshi.ledger.asked_parts import AskedParts
from luoshi.ledger.parts import ReadCorpus
from luoshi.service.sample import texts

NOW = "2026-02-01T08:00:00+00:00"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ledger, AskedParts]:
    folder = str(tmp_path_factory.mktemp("o'read"))
    readings = [luoshi.read(text) for text in texts()]
    corpus = ReadCorpus(folder)
    corpus.write(0, readings[:2], [], NOW)
    corpus.write(1, readings[1:], [], NOW)  # one document stands in both
    ledger = Ledger(":memory:")
    for each in readings:
        ledger.add(each)
    return ledger, AskedParts(folder)


@pytest.mark.parametrize("measure", ["", "growth"])
@pytest.mark.parametrize("indicator", ["一般公共预算收入", "粮食产量", "新增养老床位", "没有的指标"])
@pytest.mark.filterwarnings("ignore::luoshi.ledger.UnknownNameWarning")
def test_series(both: tuple[Ledger, AskedParts], indicator: str, measure: str) -> None:
    ledger, parts = both
    assert parts.series(indicator, "临澜市", measure) == ledger.series(indicator, "临澜市", measure)


def test_panel(both: tuple[Ledger, AskedParts]) -> None:
    ledger, parts = both
    asked = (["地区生产总值", "一般公共预算收入", "粮食产量"], ["临澜市"], (2023, 2026))
    assert parts.panel(*asked) == ledger.panel(*asked)


def test_nothing_read_is_a_line(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="没有读好"):
        AskedParts(str(tmp_path))
