"""The panel of an invented city: what fills a cell, why it is empty, and the files it is handed out in."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from luoshi import documents, reading
from luoshi.ledger import Ledger, LedgerError, PanelRow
from luoshi.ledger.panel_files import COLUMNS, panel_frame, write_panel
from luoshi.records import Document

REPORT = (
    "2025-01-10",
    "临澜市2025年政府工作报告\n一、2024年工作回顾\n过去一年，全市生产总值2000亿元左右，增长5.5%；一般公共预算收入182.4亿元，"
    "下降1.2%。高新区一般公共预算收入20.5亿元。\n二、2025年主要目标\n全市生产总值增长6%左右，城镇新增就业3万人以上。\n",
)
BULLETIN = (
    "2025-03-28",
    "临澜市2024年国民经济和社会发展统计公报\n初步核算，全年地区生产总值2003.6亿元，比上年增长5.4%。"
    "全年城镇新增就业3.2万人。1—11月固定资产投资增长4.1%。\n",
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("panel") / "luoshi.db") as kept:
        for number, (day, text) in enumerate((REPORT, BULLETIN)):
            source = documents.from_bytes(text.encode(), f"{number}.txt", date=day, place="临澜市")
            kept.add(reading.read(source))
        yield kept


def cell(ledger: Ledger, indicator: str, year: int = 2024) -> PanelRow:
    [found] = ledger.panel([indicator], places=["临澜市"], years=(year, year))
    return found


def test_the_bulletins_exact_value_comes_before_the_reports_round_one(ledger: Ledger) -> None:
    gdp = cell(ledger, "生产总值")
    assert (gdp.quote, gdp.unit, gdp.document, gdp.others) == ("2003.6亿元", "元", "1.txt", 1)
    assert gdp.sentence.startswith("初步核算，全年地区生产总值2003.6亿元")
    assert gdp.stage == "preliminary"


def test_the_measure_follows_from_the_name_and_a_fall_is_less_than_nothing(ledger: Ledger) -> None:
    assert cell(ledger, "生产总值增速").measure == "growth"
    [revenue] = ledger.panel(["一般公共预算收入"], places=["临澜市"], years=(2024, 2024), measure="growth")
    assert str(revenue.low) == "-1.2"
    assert revenue.stage == "executed"


@pytest.mark.parametrize(
    ("indicator", "year", "missing"),
    [
        ("生产总值增速", 2025, "no later document"),
        ("生产总值增速", 2019, "no document"),
        ("居民消费价格", 2024, "not told"),
        ("固定资产投资增速", 2024, "only part of the year"),
        ("城镇新增就业增速", 2024, "only another measure"),
    ],
)
def test_an_empty_cell_says_why(ledger: Ledger, indicator: str, year: int, missing: str) -> None:
    empty = cell(ledger, indicator, year)
    assert empty.missing == missing
    assert (empty.low, empty.high, empty.stage) == (None, None, "")
    assert empty.to_json()["missing"] == missing


def test_every_place_year_and_indicator_has_one_cell_in_order(ledger: Ledger) -> None:
    cells = ledger.panel(["生产总值", "城镇新增就业"])
    assert [(row.year, row.indicator) for row in cells] == [("2024", "生产总值"), ("2024", "城镇新增就业")]
    assert ledger.panel([]) == []


def test_json_has_the_columns_that_scripts_rely_on(ledger: Ledger) -> None:
    told = json.loads(json.dumps(cell(ledger, "生产总值").to_json()))
    assert {"place", "place_code", "year", "indicator", "concept", "measure", "low", "high", "unit"} <= set(told)
    assert {"qualifier", "status", "stage", "document", "sentence"} <= set(told)
    assert "missing" not in told


def test_csv_holds_a_cell_a_row(ledger: Ledger, tmp_path: Path) -> None:
    cells = ledger.panel(["生产总值", "居民消费价格"], places=["临澜市"], years=(2024, 2024))
    assert write_panel(cells, "csv", tmp_path / "面板.csv") == 2
    with (tmp_path / "面板.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [row["low"] for row in rows] == ["200360000000", ""]
    assert rows[1]["missing"] == "not told"


def test_parquet_and_pandas_hold_the_same_cells(ledger: Ledger, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    cells = ledger.panel(["生产总值", "城镇新增就业"], places=["临澜市"], years=(2023, 2024))
    write_panel(cells, "parquet", tmp_path / "panel.parquet")
    assert len(pandas.read_parquet(tmp_path / "panel.parquet")) == len(panel_frame(cells)) == 4
    wide = panel_frame(cells, wide=True)
    assert list(wide.columns) == ["生产总值", "城镇新增就业"]
    assert wide.loc[("临澜市", 2024), "城镇新增就业"] == 32000


def test_a_workbook_has_it_wide_and_with_its_sentences(ledger: Ledger, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    cells = ledger.panel(["生产总值", "居民消费价格"], places=["临澜市"], years=(2024, 2024))
    write_panel(cells, "xlsx", tmp_path / "面板.xlsx")
    book = openpyxl.load_workbook(tmp_path / "面板.xlsx")
    assert [list(row) for row in book["面板"].values] == [
        ["地区", "年份", "生产总值（亿元）", "生产总值 说明", "居民消费价格"],
        ["临澜市", 2024, 2003.6, "预计", None],
    ]
    assert "有文件，但没有说" in str(book["依据"].cell(3, len(COLUMNS)).value)


def test_a_workbook_says_what_its_numbers_do_not(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    text = (
        "2022年，地区生产总值超过6000亿元。2023年，地区生产总值预计6200亿元。2024年，地区生产总值6500亿元。"
        "2022年，粮食产量63万吨。2022年，地区生产总值增长5.3%。"
    )
    with Ledger(":memory:") as made:
        made.add(reading.read(Document(id="ab" * 32, text=text, name="r.txt"), date="2025-01-10", place="临澜市"))
        cells = made.panel(["地区生产总值", "粮食产量", "地区生产总值增速"], years=(2022, 2024))
    write_panel(cells, "xlsx", tmp_path / "面板.xlsx")
    head, *rows = openpyxl.load_workbook(tmp_path / "面板.xlsx")["面板"].values
    assert head[2:] == ("地区生产总值（亿元）", "地区生产总值 说明", "粮食产量（万吨）", "地区生产总值增速（%）")
    assert [row[2:4] for row in rows] == [(6000, "≥"), (6200, "预计"), (6500, None)]
    assert rows[0][4:] == (63, 5.3)


def test_another_format_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="csv, parquet, xlsx"):
        write_panel([], "pdf", tmp_path / "面板.pdf")


@pytest.mark.parametrize(
    ("words", "indicator", "value"),
    [
        ("规上工业增加值、社会消费品零售总额分别增长7.1%、8.7%", "社会消费品零售总额增速", "8.7"),
        ("其中规上工业增加值增长7.1%、社会消费品零售总额增长8.7%", "社会消费品零售总额增速", "8.7"),
        ("财政总收入84亿元，其中一般公共预算收入50亿元", "一般公共预算收入", "5000000000"),
        ("生产总值年均增长7.1%、2024年达到820亿元", "生产总值", "82000000000"),
        ("生产总值接连迈上三个百亿元台阶，达到820亿元", "生产总值", "82000000000"),
        ("居民消费价格指数全年累计上涨1.7%", "居民消费价格", "1.7"),
    ],
)
def test_words_about_another_value_make_no_part_of_this_one(
    words: str, indicator: str, value: str, tmp_path: Path
) -> None:
    text = f"临澜市2025年政府工作报告\n一、2024年工作回顾\n全市{words}。"
    with Ledger(tmp_path / "luoshi.db") as kept:
        kept.add(reading.read(documents.from_bytes(text.encode(), "1.txt", date="2025-01-10", place="临澜市")))
        [cell] = kept.panel(indicator, "临澜市", (2024, 2024))
    assert (str(cell.low), cell.missing) == (value, "")
