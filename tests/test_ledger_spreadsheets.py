"""The supervision sheet, opened again as a spreadsheet program opens it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from ledger_readings import PLACE, document, figure, reading, report, yearly
from openpyxl.worksheet.worksheet import Worksheet

from luoshi.ledger import Ledger, LedgerError, Selection
from luoshi.ledger.spreadsheets import COLUMNS
from luoshi.records import Commitment, Office

LATER = "“一码通办”平台建成上线，市民办事少跑腿。"
FORMULA = "=HYPERLINK(1)市数据局要开放数据"


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add(report())
    ledger.add(yearly(2025, "20000000000"))
    ledger.add(reading(document(LATER, name="后文.txt", url="https://linlan.example/2026/1"), date="2026-01-10"))
    return ledger


def opened(ledger: Ledger, folder: Path, **selection: str) -> tuple[Worksheet, Worksheet]:
    out = folder / "台账.xlsx"
    ledger.export("xlsx", out, selection=Selection(**selection))
    book = openpyxl.load_workbook(out)
    return book["台账"], book["依据"]


def told(sheet: Worksheet) -> list[dict[str, object]]:
    names = [cell.value for cell in sheet[2]]
    return [dict(zip(names, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=3)]


def test_commitments_and_targets_with_what_came_of_them(filled: Ledger, tmp_path: Path) -> None:
    sheet, _ = opened(filled, tmp_path, place=PLACE, year="2025", on="2026-12-31")
    assert [cell.value for cell in sheet[2]] == [name for name, _ in COLUMNS]
    targets, task = told(sheet)
    assert task["重点任务"] == "市数据局将在年底前建成“一码通办”平台"
    assert (task["责任单位"], task["责任人"], task["完成状态"]) == ("市数据局", "纪闻澜", "已完成")
    assert task["进展情况"] == f"{LATER}（2026-01-10）"
    assert targets["目标值"] == "一般公共预算收入 190亿元以上\n城镇登记失业率 4.5%以内"
    assert (targets["实际值"], targets["完成时限"]) == ("一般公共预算收入 20000000000元", "2025")
    assert targets["完成状态"] == "暂无结果"
    assert [row["序号"] for row in (targets, task)] == [1, 2]


def test_the_worst_of_a_sentences_targets_is_its_status(filled: Ledger, tmp_path: Path) -> None:
    filled.add(yearly(2025, "3.9", "城镇登记失业率", unit="%"))
    assert told(opened(filled, tmp_path)[0])[0]["完成状态"] == "已完成"
    filled.add(yearly(2025, "18000000000"))
    filled.add(yearly(2025, "4.9", "城镇登记失业率", unit="%"))
    row = told(opened(filled, tmp_path)[0])[0]
    assert row["完成状态"] == "未完成"
    assert row["实际值"] == "一般公共预算收入 18000000000元（未完成）\n城镇登记失业率 4.9元（未完成）"


def test_what_is_not_due_yet(filled: Ledger, tmp_path: Path) -> None:
    sheet, _ = opened(filled, tmp_path, on="2025-06-30")
    assert [row["完成状态"] for row in told(sheet)] == ["未到期", "暂无进展"]
    assert told(sheet)[0]["实际值"] is None


def test_a_later_target_is_no_progress(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(report())
    later = "今年，“一码通办”平台要达到100项以上。"
    aim = figure(later, "100项以上", "“一码通办”平台", "100", unit="项", period="2026", status="target")
    ledger.add(reading(document(later, name="后文.txt"), date="2026-01-10", figures=(aim,)))
    [task] = [row for row in told(opened(ledger, tmp_path, year="2025", on="2026-12-31")[0]) if row["责任单位"]]
    assert (task["进展情况"], task["完成状态"]) == (None, "暂无进展")


def test_each_row_leads_to_its_evidence(filled: Ledger, tmp_path: Path) -> None:
    sheet, evidence = opened(filled, tmp_path)
    rows = told(evidence)
    for number, row in enumerate(sheet.iter_rows(min_row=3), 1):
        link = row[-1].hyperlink
        assert link is not None
        at = evidence[str(link.location).partition("!")[2]]
        assert at.value == number
    assert [row["内容"] for row in rows] == ["目标", "结果", "任务", "进展"]
    assert [len(str(row["编号"]).splitlines()) for row in rows] == [2, 1, 1, 1]
    ids = [id for row in rows for id in str(row["编号"]).splitlines() if "sentence" not in id]
    assert all(filled.record(id).record for id in ids)
    page = next(cell for cell in evidence["C"] if cell.value == "后文.txt")
    assert page.hyperlink is not None
    assert str(page.hyperlink.target).startswith("https://linlan.example/2026/1")


def test_layout(filled: Ledger, tmp_path: Path) -> None:
    sheet, evidence = opened(filled, tmp_path, place=PLACE, year="2025")
    assert sheet["A1"].value == "临澜市重点任务督查台账（2025年）"
    for page in (sheet, evidence):
        assert page.freeze_panes == "C3"
        assert page.auto_filter.ref.startswith("A2:")
        assert page.page_setup.orientation == "landscape"
        assert page.print_title_rows == "$1:$2"
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage
    [rules] = {str(one.sqref): one.rules for one in sheet.conditional_formatting}.values()
    colours = {rule.formula[0].strip('"'): rule.dxf.fill.bgColor.rgb[-6:] for rule in rules}
    assert (colours["已完成"], colours["推进中"], colours["未完成"]) == ("C6EFCE", "FFEB9C", "FFC7CE")
    assert sheet.data_validations.dataValidation


@pytest.mark.parametrize(
    ("quote", "name", "fields", "words"),
    [
        ("2.6%左右", "单位生产总值能耗", {"measure": "growth", "sign": -1}, "单位生产总值能耗 下降2.6%左右"),
        ("6%", "生产总值", {"measure": "growth", "sign": 1}, "生产总值 增长6%"),
        ("2%", "居民消费价格", {"measure": "growth", "sign": 1}, "居民消费价格 上涨2%"),
        ("270亿元", "财政赤字", {"measure": "change", "sign": 1}, "财政赤字 增加270亿元"),
        ("26.5", "税收收入", {"low": Decimal("2650000000")}, "税收收入 26.5亿元"),
        ("翻一番", "旅游收入", {"measure": "growth", "sign": 1}, "旅游收入 翻一番"),
    ],
)
def test_a_target_keeps_its_direction(
    ledger: Ledger, tmp_path: Path, quote: str, name: str, fields: dict[str, object], words: str
) -> None:
    text = f"今年{name}{quote}。"
    stated = figure(text, quote, name, "6", status="target", period="2025", **fields)
    ledger.add(reading(document(text), figures=(stated,)))
    [row] = told(opened(ledger, tmp_path)[0])
    assert row["目标值"] == words


def test_a_tables_cells_are_a_row_each(ledger: Ledger, tmp_path: Path) -> None:
    text = "项目 预算\n税收收入 26.5\n非税收入 28.4\n"
    stated = tuple(
        figure(text, quote, name, "1", low=Decimal(quote) * 10**8, status="target", period="2025")
        for quote, name in (("26.5", "税收收入"), ("28.4", "非税收入"))
    )
    ledger.add(reading(document(text), figures=stated))
    sheet, evidence = opened(ledger, tmp_path)
    assert [row["重点任务"] for row in told(sheet)] == ["税收收入26.5亿元", "非税收入28.4亿元"]
    assert [row["原文"] for row in told(evidence)] == ["税收收入26.5", "非税收入28.4"]


@pytest.mark.parametrize(
    ("place", "title"), [("临澜市", "临澜市"), ("青岛", "青岛市"), ("370200", "青岛市"), ("全国", "全国"), ("", "")]
)
def test_the_title_names_the_place_in_full(ledger: Ledger, tmp_path: Path, place: str, title: str) -> None:
    sheet, _ = opened(ledger, tmp_path, place=place)
    assert sheet["A1"].value == f"{title}重点任务督查台账"


def test_the_head_of_another_citys_bureau_is_not_named(filled: Ledger, tmp_path: Path) -> None:
    text = "市数据局局长莫问津介绍情况。"
    said = "市数据局局长莫问津"
    elsewhere = Office(quote=said, start=0, end=len(said), person="莫问津", organisation="市数据局", posts=("局长",))
    filled.add(reading(document(text), date="2026-02-10", place="望舒市", offices=(elsewhere,)))
    assert told(opened(filled, tmp_path, place=PLACE)[0])[1]["责任人"] == "纪闻澜"


def test_text_stays_text(ledger: Ledger, tmp_path: Path) -> None:
    said = Commitment(quote=FORMULA, start=0, end=len(FORMULA), actor="@市数据局")
    ledger.add(reading(document(FORMULA), commitments=(said,)))
    sheet, _ = opened(ledger, tmp_path)
    for cell, words in ((sheet["B3"], FORMULA), (sheet["D3"], "@市数据局")):
        assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", words, True)


def test_an_empty_ledger_has_an_empty_sheet(ledger: Ledger, tmp_path: Path) -> None:
    assert ledger.export("xlsx", tmp_path / "空.xlsx") == 0
    assert told(openpyxl.load_workbook(tmp_path / "空.xlsx")["台账"]) == []


def test_the_same_ledger_gives_the_same_bytes(filled: Ledger, tmp_path: Path) -> None:
    for name in ("一.xlsx", "二.xlsx"):
        filled.export("xlsx", tmp_path / name)
    assert (tmp_path / "一.xlsx").read_bytes() == (tmp_path / "二.xlsx").read_bytes()


def test_a_folder_that_is_not_there(filled: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="missing"):
        filled.export("xlsx", tmp_path / "missing" / "台账.xlsx")
    with pytest.raises(LedgerError, match="种类"):
        filled.export("xlsx", tmp_path / "台账.xlsx", "figures")
