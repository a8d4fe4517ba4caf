"""Outcomes over the national government work reports of 2012 to 2019: what was planned, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from luoshi import documents, reading
from luoshi.ledger import Ledger

NATIONAL = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "national"

pytestmark = pytest.mark.skipif(not NATIONAL.is_dir(), reason="the national reports are not beside the project")

# Year → target, result ("" where no report of the next year has one), verdict, as a person reads the reports.
GROWTH = {
    2012: ("7.5", "7.8", "met"),
    2013: ("7.5", "7.7", "met"),
    2014: ("7.5", "7.4", "met"),
    2015: ("7", "6.9", "met"),
    2016: ("6.5", "6.7", "met"),
    2017: ("6.5", "6.9", "met"),
    2018: ("6.5", "6.6", "met"),
}
PRICES = {
    2012: ("4", "2.6", "met"),
    2013: ("3.5", "2.6", "met"),
    2014: ("3.5", "2", "met"),
    2015: ("3", "", "open"),
    2016: ("3", "2", "met"),
    2017: ("3", "", "open"),
    2018: ("3", "2.1", "met"),
}
JOBS = {
    2012: ("9000000", "12660000", "met"),
    2013: ("9000000", "13100000", "met"),
    2014: ("10000000", "13220000", "met"),
    2015: ("10000000", "13120000", "met"),
    2016: ("10000000", "13140000", "met"),
    2017: ("11000000", "13510000", "met"),
    2018: ("11000000", "13610000", "met"),
}
UNEMPLOYMENT = {
    2012: ("4.6", "", "open"),
    2013: ("4.6", "4.1", "met"),
    2014: ("4.6", "", "open"),
    2015: ("4.5", "", "open"),
    2016: ("4.5", "4.02", "met"),
    2017: ("4.5", "", "open"),
    2018: ("4.5", "", "open"),
}
EXPECTED = {
    ("国内生产总值", "growth"): GROWTH,
    ("居民消费价格", "growth"): PRICES,
    ("城镇新增就业", "level"): JOBS,
    ("城镇登记失业率", "level"): UNEMPLOYMENT,
}


@pytest.fixture(scope="module")
def national(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("national") / "luoshi.db") as ledger:
        for path in sorted(NATIONAL.glob("*.txt")):
            ledger.add(reading.read(documents.open(path, date=f"{path.stem}-03-05", place="中国")))
        yield ledger


@pytest.mark.parametrize(
    ("name", "measure", "year"),
    [(name, measure, year) for (name, measure), years in EXPECTED.items() for year in years],
)
def test_target_result_and_verdict(national: Ledger, name: str, measure: str, year: int) -> None:
    target, result, verdict = EXPECTED[name, measure][year]
    rows = [row for row in national.outcomes("中国", str(year), name) if row.target.measure == measure]
    [row] = [row for row in rows if row.target.period == str(year)]
    ends = [row.target.low, row.target.high]
    assert next(end for end in ends if end is not None) == Decimal(target)
    assert row.target.document == f"{year}.txt"
    assert row.verdict == verdict, row.rule
    if not result:
        assert row.result is None
    else:
        assert row.result is not None
        assert row.result.low == row.result.high == Decimal(result)
        assert row.result.document == f"{year + 1}.txt"
