"""The panel of an invented city: what fills a cell, why it is empty, and the files it is handed out in."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from luoshi import documents, reading
from luoshi.ledger import Ledger, LedgerError, PanelRow, UnknownNameWarning
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
        ["地区", "年份", "生产总值（亿元）", "生产总值 说明", "居民消费价格", "居民消费价格 说明"],
        ["临澜市", 2024, 2003.6, "初步", None, "有文件，但没有说"],
    ]
    head, gdp, prices = (dict(enumerate(row)) for row in book["依据"].values)
    of = {name: at for at, name in head.items()}
    assert (gdp[of["下限"]], gdp[of["单位"]], gdp[of["阶段"]]) == (2003.6, "亿元", "初步")
    assert gdp[of["文件日期"]].date().isoformat() == "2025-03-28"
    assert prices[of["为何空缺"]] == "有文件，但没有说"
    write_panel(cells, "xlsx", tmp_path / "panel.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "panel.xlsx")
    assert [row[-1] for row in book["Panel"].values] == ["居民消费价格 remarks", "documents there, but none says it"]
    assert next(book["Evidence"].values)[:3] == ("Place", "Year", "Indicator")


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
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    gdp = [(cell["地区生产总值（亿元）"], cell["地区生产总值 说明"]) for cell in cells]
    assert gdp == [(6000, "≥"), (6200, "预计；初步"), (6500, None)]
    assert (cells[0]["粮食产量（万吨）"], cells[0]["地区生产总值增速（%）"]) == (63, 5.3)


def test_numbers_stand_in_the_unit_that_is_printed(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    text = "2023年，农村居民人均可支配收入19870元。2024年，农村居民人均可支配收入21430元。"
    with Ledger(":memory:") as made:
        made.add(reading.read(Document(id="ab" * 32, text=text, name="r.txt"), date="2025-01-10", place="临澜市"))
        cells = made.panel(["农村居民人均可支配收入"], years=(2023, 2024))
    write_panel(cells, "xlsx", tmp_path / "面板.xlsx")
    head, *rows = openpyxl.load_workbook(tmp_path / "面板.xlsx")["面板"].values
    assert "（元" in head[2]
    assert [row[2] for row in rows] == [19870, 21430]


def test_what_a_later_bulletin_gives_holds_and_the_other_value_is_told(tmp_path: Path) -> None:
    report = "临澜市政府工作报告\n2024年，全市地区生产总值690.2亿元，增长5.2%。"
    bulletin = "临澜市2024年国民经济和社会发展统计公报\n初步核算，全年全市地区生产总值688.9亿元，增长5.2%。"
    with Ledger(":memory:") as made:
        for digit, day, text in (("a", "2025-01-10", report), ("b", "2025-03-20", bulletin)):
            made.add(reading.read(Document(id=digit * 64, text=text, name=f"{digit}.txt"), date=day, place="临澜市"))
        (row,) = made.panel(["地区生产总值"], years=(2024, 2024))
    assert (row.quote, row.disputed) == ("688.9亿元", 1)


@pytest.mark.parametrize(
    ("text", "indicator", "quote"),
    [
        ("2024年，粮食播种面积121.3万亩。", "粮食播种面积", "121.3万亩"),
        (
            "2024年，生产总值688亿元。其中，第一产业增加值61.4亿元；第二产业增加值301亿元。",
            "第一产业增加值",
            "61.4亿元",
        ),
        ("2024年，空气质量优良天数比例为91.2%。", "空气质量优良天数比例", "91.2%"),
        ("| 指标 | 单位 | 2024年累计 |\n| 地区生产总值 | 亿元 | 512.4 |", "地区生产总值", "512.4"),
    ],
)
def test_what_the_ledger_has_is_not_left_out(text: str, indicator: str, quote: str) -> None:
    with Ledger(":memory:") as made:
        made.add(reading.read(Document(id="ab" * 32, text=text, name="r.txt"), date="2025-01-20", place="临澜市"))
        (row,) = made.panel([indicator], years=(2024, 2024))
    assert (row.quote, row.missing) == (quote, "")


def test_another_part_is_no_part_of_what_is_asked_for() -> None:
    text = "2024年，地区生产总值688.9亿元。其中，第二产业增加值301.2亿元，增长5.9%。"
    with Ledger(":memory:") as made:
        made.add(reading.read(Document(id="ab" * 32, text=text, name="r.txt"), date="2025-01-20", place="临澜市"))
        (row,) = made.panel(["第一产业增加值"], years=(2024, 2024))
    assert (row.quote, row.missing) == ("", "not told")


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


REVIEW = (
    "2027-01-10",
    "临澜市2027年政府工作报告\n一、2026年工作回顾\n全市财政收入436.3亿元，其中：一般公共预算收入221.45亿元。"
    "全社会固定资产投资增长8%。预计，地区生产总值、规上工业增加值、社会消费品零售总额均增长11%左右。\n",
)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("review") / "luoshi.db") as kept:
        kept.add(reading.read(documents.from_bytes(REVIEW[1].encode(), "3.txt", date=REVIEW[0], place="临澜市")))
        yield kept


@pytest.mark.parametrize("indicator", ["生产总值增速", "规上工业增加值增速", "社会消费品零售总额增速"])
def test_a_growth_told_of_several_indicators_at_once_is_that_of_each(review: Ledger, indicator: str) -> None:
    assert cell(review, indicator, 2026).quote == "11%左右"
    assert [row.quote for row in review.series(indicator, "临澜市")] == ["11%左右"]


def test_revenue_behind_a_colon_is_no_part_of_another_revenue(review: Ledger) -> None:
    assert cell(review, "一般公共预算收入", 2026).quote == "221.45亿元"


@pytest.mark.filterwarnings("ignore::luoshi.ledger.UnknownNameWarning")
def test_an_empty_cell_names_the_neighbouring_indicator_that_is_told(review: Ledger) -> None:
    empty = cell(review, "固定资产投资增速", 2026)
    assert (empty.missing, empty.quote, empty.low) == ("told otherwise", "8%", None)


@pytest.mark.parametrize("years", [(2023, 2025), [2023, 2024, 2025], range(2023, 2026), "2023-2025", ("2023", "2025")])
def test_years_are_taken_as_people_write_them(ledger: Ledger, years: object) -> None:
    cells = ledger.panel("生产总值", "临澜市", years)  # type: ignore[arg-type]  # what people write
    assert [row.year for row in cells] == ["2023", "2024", "2025"]


@pytest.mark.parametrize("years", [(2025, 2023), [], "去年", 24.5])
def test_what_names_no_years_is_refused(ledger: Ledger, years: object) -> None:
    with pytest.raises(LedgerError, match="no years"):
        ledger.panel("生产总值", "临澜市", years)  # type: ignore[arg-type]  # what people write


@pytest.mark.parametrize(
    ("indicator", "place", "alike"), [("生产总直", "临澜市", "生产总值"), ("生产总值", "临兰市", "临澜市")]
)
def test_misspelt_names_are_told(ledger: Ledger, indicator: str, place: str, alike: str) -> None:
    with pytest.warns(UnknownNameWarning, match=alike):
        ledger.panel(indicator, place, 2024)


def test_a_column_tells_total_from_part_and_years_are_numbers(ledger: Ledger) -> None:
    cells = ledger.panel(["一般公共预算收入", "市本级一般公共预算收入"], "临澜市", 2024)
    table = panel_frame(cells)
    assert list(table["breakdown"]) == ["_T", "scope=市本级"]
    assert list(table["year"]) == [2024, 2024]
    assert "_T" in set(ledger.frame("figures")["breakdown"])
