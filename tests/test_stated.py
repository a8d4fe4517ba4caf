"""What people state from Python: put right where it is plain, told in a line where it is not."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

import luoshi
from luoshi import stated
from luoshi.ledger import Ledger
from luoshi.ledger.errors import UnknownNameWarning
from luoshi.ledger.exports import Selection

TEXT = "2025年临澜市一般公共预算收入99.9亿元，增长3.8%。今年预期增长4%。"


@pytest.mark.parametrize(
    "given",
    ["2026-01-13", "2026/1/13", "2026.01.13", "2026年1月13日", " 20260113", datetime.date(2026, 1, 13),
     datetime.datetime(2026, 1, 13, 8, 30)],
)  # fmt: skip
def test_a_day_in_any_plain_form(given: Any) -> None:
    assert stated.day(given) == "2026-01-13"
    assert luoshi.read(TEXT, date=given).date == "2026-01-13"


@pytest.mark.parametrize("given", ["2026-13-01", "1月13日", "2026", "昨天", "2026/2/30"])
def test_what_is_no_day_is_told(given: str) -> None:
    with pytest.raises(ValueError, match="2026-01-13"):
        luoshi.read(TEXT, date=given)


@pytest.mark.parametrize(
    ("given", "period"),
    [("2025", "2025"), ("2025年", "2025"), ("2025-06", "2025-06"), ("2025年6月", "2025-06"), ("2021/2025", "2021/2025"),
     ("2025年6月30日", "2025-06-30"), ("2021年至2025年", "2021/2025"), ("2013-2015", "2013/2015"),
     ("2025-01/2025-06", "2025-01/2025-06"), ("2025年1月—2025年6月", "2025-01/2025-06"), ("", "")],
)  # fmt: skip
def test_a_period_in_any_plain_form(given: str, period: str) -> None:
    assert stated.period(given) == period


@pytest.mark.parametrize("given", ["去年", "2025-13", "2025-02-30", "2025/2021", "202512", "2021/2022/2023"])
def test_what_is_no_period_is_told(given: str) -> None:
    with pytest.raises(ValueError, match="2025-06-30"):
        stated.period(given)


@pytest.mark.parametrize(
    ("given", "year"), [(2025, "2025"), ("2025", "2025"), ("2025年", "2025"), (None, ""), ("", "")]
)
def test_a_year_as_a_number_or_in_words(given: Any, year: str) -> None:
    assert stated.year(given) == year


@pytest.mark.parametrize("given", ["25", "明年", 25, True])
def test_what_is_no_year_is_told(given: Any) -> None:
    with pytest.raises(ValueError, match="2025"):
        stated.year(given)


@pytest.mark.parametrize(
    "name", ["report.pdf", "报告/2025年工作报告.docx", r"C:\\文件\\公报.XLSX", "./a.txt", "公报.html "]
)
def test_the_name_of_a_file_is_not_read_as_text(name: str) -> None:
    with pytest.raises(TypeError, match=r"luoshi\.open"):
        luoshi.read(name)


@pytest.mark.parametrize("text", [TEXT, "详见附件，名称为报告.pdf", "增长5.2%", "", "第一行\n公报.pdf", "3.5"])
def test_a_text_is_read(text: str) -> None:
    assert luoshi.read(text).document.text == text


@pytest.mark.parametrize("given", [None, Path("报告.txt"), b"\xe5\x85\xa8", ["报告.txt"], 5])
def test_what_is_no_text_is_not_read(given: Any) -> None:
    with pytest.raises(TypeError, match=r"luoshi\.open"):
        luoshi.read(given)


@pytest.mark.parametrize("given", [None, ["a.txt"], 5])
def test_what_is_no_path_is_not_opened(given: Any) -> None:
    with pytest.raises(TypeError, match="路径"):
        luoshi.open(given)


def test_none_states_nothing() -> None:
    reading = luoshi.read(TEXT, date=None, place=None)  # type: ignore[arg-type]
    assert reading == luoshi.read(TEXT)


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    ledger.add(luoshi.read(TEXT, date="2025-01-13", place="临澜市"))
    ledger.add(luoshi.read(TEXT, date="2026-01-13", place="临澜市"))
    return ledger


def test_a_year_is_asked_for_as_a_number(kept: Ledger, tmp_path: Path) -> None:
    assert kept.outcomes(year=2026) == kept.outcomes(year="2026") != []
    for ask in (kept.untargeted, kept.conflicts, kept.documents, kept.progress):
        assert ask(year=2026) == ask(year="2026")  # type: ignore[operator]
    assert kept.export("xlsx", tmp_path / "a.xlsx", selection=Selection(year=2026)) >= 0  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="不是年份"):
        kept.outcomes(year="26")


def test_an_unknown_measure_is_told_with_those_there_are(kept: Ledger) -> None:
    with pytest.raises(ValueError, match="growth"):
        kept.series("一般公共预算收入", measure="rate")


@pytest.mark.parametrize(
    "asked", [{"indicator": "一般公共予算收入"}, {"indicator": "一般公共预算收入", "place": "临栏市"}]
)
def test_a_misspelt_name_is_warned_of_with_those_alike(kept: Ledger, asked: dict[str, str]) -> None:
    with pytest.warns(UnknownNameWarning, match="一般公共预算收入|临澜市"):
        assert kept.series(**asked) == []
    with pytest.warns(UnknownNameWarning, match="一般公共预算收入|临澜市"):
        assert kept.outcomes(**asked) == []


def test_what_is_no_reading_is_not_added(kept: Ledger) -> None:
    for wrong in ("report.pdf", None, luoshi.read(TEXT).document):
        with pytest.raises(TypeError, match=r"ledger\.add\(luoshi\.read"):
            kept.add(wrong)  # type: ignore[arg-type]


def test_one_word_where_a_list_is_meant(kept: Ledger) -> None:
    assert kept.search("收入", kinds="figure") == kept.search("收入", kinds=["figure"]) != []
    (row,) = kept.documents(year=2026)
    assert kept.documents(ids=row.id) == [row]
