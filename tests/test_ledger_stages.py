"""One value of several: its stage, the others folded under it, and a level of government asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from luoshi import documents, reading
from luoshi.ledger import Ledger

REPORT = (
    "2026-01-10",
    "临澜市2026年政府工作报告\n一、2025年工作回顾\n预计全市一般公共预算收入180亿元左右，增长4%。\n",
)
BUDGET = (
    "2026-01-15",
    "关于临澜市2025年预算执行情况和2026年预算草案的报告\n2025年，全市一般公共预算收入完成182.4亿元，增长4.2%。"
    "市本级一般公共预算收入完成61.3亿元。高新区一般公共预算收入20.5亿元。\n"
    "2026年，全市一般公共预算收入安排190亿元，增长4.2%。\n",
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    kept = Ledger(tmp_path_factory.mktemp("stages") / "luoshi.db")
    for number, (day, text) in enumerate((REPORT, BUDGET)):
        source = documents.from_bytes(text.encode(), f"{number}.txt", date=day, place="临澜市")
        kept.add(reading.read(source))
    return kept


def test_one_line_a_period_the_surest_value_on_top(ledger: Ledger) -> None:
    lines = {line.best.period: line for line in ledger.lines("一般公共预算收入", "临澜市", "level")}
    assert (lines["2025"].best.quote, lines["2025"].stage) == ("182.4亿元", "executed")
    assert [(row.quote, stage) for row, stage in lines["2025"].others] == [("180亿元左右", "preliminary")]
    assert lines["2025"].disputed == ()
    assert (lines["2026"].best.quote, lines["2026"].stage) == ("190亿元", "initial")
    assert json.loads(json.dumps(lines["2025"].to_json()))["others"][0]["stage"] == "preliminary"


@pytest.mark.parametrize(
    ("scope", "quotes"),
    [("whole", ["182.4亿元", "190亿元"]), ("own", ["61.3亿元"]), ("zones", ["20.5亿元"])],
)
def test_a_level_of_government_is_asked_for(ledger: Ledger, scope: str, quotes: list[str]) -> None:
    lines = ledger.lines("一般公共预算收入", "临澜市", "level", scope)  # type: ignore[arg-type]
    assert [line.best.quote for line in lines] == quotes


def test_final_accounts_come_before_the_execution(tmp_path: Path) -> None:
    accounts = "临澜市2025年决算报告\n2025年，全市一般公共预算收入决算数为182.6亿元。\n"
    with Ledger(tmp_path / "luoshi.db") as kept:
        for day, name, text in (("2026-01-15", "a.txt", BUDGET[1]), ("2026-08-20", "b.txt", accounts)):
            kept.add(reading.read(documents.from_bytes(text.encode(), name, date=day, place="临澜市")))
        [line] = [each for each in kept.lines("一般公共预算收入", "临澜市", "level") if each.best.period == "2025"]
    assert (line.best.quote, line.stage) == ("182.6亿元", "final")


@pytest.mark.parametrize("told", ["先后突破1000亿元和1500亿元大关", "迈上1000亿元台阶"])
def test_a_threshold_that_was_passed_is_no_value_of_the_year(told: str, tmp_path: Path) -> None:
    text = f"临澜市2026年政府工作报告\n一、2025年工作回顾\n2025年，全市地区生产总值{told}。"
    with Ledger(tmp_path / "luoshi.db") as kept:
        kept.add(reading.read(documents.from_bytes(text.encode(), "1.txt", date="2026-01-10", place="临澜市")))
        (cell,) = kept.panel("地区生产总值", "临澜市", (2025, 2025), "level")
        assert (cell.low, cell.missing) == (None, "only a threshold")
        plain = text + "全市地区生产总值1612.3亿元。"
        kept.add(reading.read(documents.from_bytes(plain.encode(), "2.txt", date="2026-01-12", place="临澜市")))
        (cell,) = kept.panel("地区生产总值", "临澜市", (2025, 2025), "level")
        assert (cell.quote, cell.missing) == ("1612.3亿元", "")
