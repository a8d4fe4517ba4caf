"""Figures that can't all be right: planted in documents of the invented 临澜市, and read by the reader."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from luoshi import documents, reading
from luoshi.ledger import Ledger

BUDGET, BULLETIN = "临澜市2025年预算执行情况报告\n", "临澜市2025年国民经济和社会发展统计公报\n"


def conflicts(folder: Path, *texts: tuple[str, str]) -> list[tuple[str, str]]:
    """Kind and arithmetic of the conflicts in documents, each a day and a text."""
    with Ledger(folder / "luoshi.db") as ledger:
        for number, (day, text) in enumerate(texts):
            source = documents.from_bytes(text.encode(), f"{number}.txt", date=day, place="临澜市")
            ledger.add(reading.read(source))
        return [(row.kind, row.arithmetic) for row in ledger.conflicts()]


@pytest.mark.parametrize(
    ("text", "kind", "arithmetic"),
    [
        (
            BULLETIN + "全年地区生产总值2000.0亿元，增长5.5%。其中，第一产业增加值100.0亿元，增长3.1%；"
            "第二产业增加值800.0亿元，增长6.0%；第三产业增加值1200.0亿元，增长5.4%。",
            "sum",
            "100.0亿元 + 800.0亿元 + 1200.0亿元 = 2100亿 ≠ 2000.0亿元",
        ),
        (
            BULLETIN + "全年地区生产总值2000.0亿元。三次产业结构为5.0:40.0:58.0。",
            "sum",
            "5.0 + 40.0 + 58.0 = 103 ≠ 100%",
        ),
        (
            BUDGET + "2025年，全市一般公共预算收入182.4亿元，增长4.2%。其中，税收收入130.1亿元，非税收入62.3亿元。",
            "sum",
            "130.1亿元 + 62.3亿元 = 192.4亿 ≠ 182.4亿元",
        ),
        (
            BUDGET + "2025年，全市一般公共预算支出300.0亿元，其中：教育支出120.0亿元，卫生健康支出100.0亿元，"
            "社会保障和就业支出130.0亿元。",
            "sum",
            "120.0亿元 + 100.0亿元 + 130.0亿元 = 350亿 > 300.0亿元",
        ),
        (
            BULLETIN + "年末金融机构本外币贷款余额4000.0亿元，其中，住户贷款余额4500.0亿元。",
            "sum",
            "4500.0亿元 = 4500亿 > 4000.0亿元",
        ),
        (
            BULLETIN + "全年货物进出口总额500.0亿元，增长3%。其中，出口350.0亿元，增长5%；进口170.0亿元，下降2%。",
            "sum",
            "350.0亿元 + 170.0亿元 = 520亿 ≠ 500.0亿元",
        ),
        (
            BUDGET + "2024年，全市一般公共预算收入150.0亿元。\n2025年，全市一般公共预算收入180.0亿元，增长10.0%。",
            "growth",
            "180.0亿元 ÷ 150.0亿元 − 1 = 20% ≠ 10.0%",
        ),
        (
            BUDGET + "2025年，全市一般公共预算收入180.0亿元，比上年增加30.0亿元，增长10.0%。",
            "growth",
            "180.0亿元 ÷ (180.0亿元 − 30.0亿元) − 1 = 20.0001% ≠ 10.0%",
        ),
        (
            BUDGET + "2025年，全市一般公共预算收入180.0亿元，其中税收收入120.0亿元，占一般公共预算收入的75.0%。",
            "share",
            "120.0亿元 ÷ 180.0亿元 = 66.6667% ≠ 75.0%",
        ),
        (
            BULLETIN + "城镇新增就业3.2万人，登记失业率稳中有降。\n回顾过去一年，城镇新增就业3.5万人，社会保持稳定。",
            "values",
            "3.2万人 ≠ 3.5万人",
        ),
    ],
)
def test_what_is_planted_is_found(tmp_path: Path, text: str, kind: str, arithmetic: str) -> None:
    [(found, shown)] = conflicts(tmp_path, ("2026-03-20", text))
    assert found == kind
    assert shown.startswith(arithmetic)


@pytest.mark.parametrize(
    "text",
    [
        # The parts are rounded each for itself, and add up to within their digits.
        BULLETIN
        + "全年地区生产总值2000.0亿元。其中，第一产业增加值100.1亿元；第二产业增加值800.0亿元；"
        + "第三产业增加值1100.0亿元。",
        BUDGET + "2025年，全市一般公共预算收入182.4亿元，其中，税收收入130.1亿元，非税收入52.3亿元。",
        BUDGET + "2025年，全市一般公共预算收入182亿元，比上年增加8亿元，增长4.4%。",
        BULLETIN + "全年地区生产总值2000.3亿元。服务业增加值1201.1亿元，占地区生产总值的比重为60.0%。",
        # Items after 其中 need not be all of them, nor need they be told apart.
        BUDGET + "2025年，全市一般公共预算支出300.0亿元，其中：教育支出120.0亿元，卫生健康支出100.0亿元。",
        # Growth at constant prices does not follow from levels at current ones.
        BULLETIN + "2024年，全市地区生产总值1900.0亿元。\n2025年，全市地区生产总值2000.0亿元，增长6.0%。",
        # Two values of two scopes.
        BULLETIN + "全市居民人均消费支出3.1万元。城镇居民人均可支配收入5.1万元，人均消费支出3.5万元。",
        BULLETIN
        + "全年社会消费品零售总额900.0亿元。限额以上单位中，城镇消费品零售额300.0亿元，乡村消费品零售额20.0亿元。",
        BULLETIN + "全市居民人均可支配收入4.8万元，其中城镇居民人均可支配收入5.1万元。",
    ],
)
def test_what_agrees_is_left_alone(tmp_path: Path, text: str) -> None:
    assert conflicts(tmp_path, ("2026-03-20", text)) == []


ROWS = (("税收收入", 410, 400), ("增值税", 208, 200), ("契税", 95, 100), ("车船税", 107, 100), ("非税收入", 90, 100))


def rates(said: dict[str, str]) -> str:
    """A table of rates of execution, those of ``said`` printed as it says."""
    lines = [
        f"| {name} | {plan} | {done} | {said.get(name, f'{done * 100 / plan:.1f}%')} |\n" for name, done, plan in ROWS
    ]
    return BUDGET + "2025年收入执行情况表\n单位：万元\n| 项目 | 预算数 | 执行数 | 执行数为预算数的 |\n" + "".join(lines)


def test_what_most_rows_of_a_table_keep_the_others_must(tmp_path: Path) -> None:
    assert conflicts(tmp_path, ("2026-01-20", rates({}))) == []
    [(kind, arithmetic)] = conflicts(tmp_path, ("2026-01-20", rates({"契税": "97.0%"})))
    assert kind == "execution"
    assert re.match(r"95 ÷ 100 = 95\S*% ≠ 97.0%", arithmetic)


def test_rows_set_in_beneath_a_row_add_up_to_it(tmp_path: Path) -> None:
    def table(wharf: int) -> str:
        rows = [(0, "支出合计", 900), (2, "教育支出", 500), (4, "小学教育", 300), (4, "初中教育", 200)]
        rows += [(2, "交通支出", 300), (4, "公路", 180), (4, "码头", wharf), (2, "卫生支出", 100), (4, "医院", 60)]
        rows += [(4, "疾控", 40)]
        lines = [f"| {' ' * indent}{name} | {value} | {value * 2} |\n" for indent, name, value in rows]
        return BUDGET + "2025年支出情况表\n单位：万元\n| 项目 | 2024年 | 2025年 |\n" + "".join(lines)

    assert conflicts(tmp_path, ("2026-01-20", table(120))) == []
    found = conflicts(tmp_path, ("2026-01-20", table(130)))
    assert [arithmetic.split(":")[0] for _, arithmetic in found] == ["180 + 130 = 310 ≠ 300", "360 + 260 = 620 ≠ 600"]


def test_how_much_was_compared_is_told(tmp_path: Path) -> None:
    with Ledger(tmp_path / "luoshi.db") as ledger:
        ledger.add(reading.read(documents.from_bytes(rates({}).encode(), "a.txt", date="2026-01-20", place="临澜市")))
        assert ledger.checks().made >= len(ROWS)
        assert ledger.checks(place="青岛").made == 0


REPORT = "临澜市2026年政府工作报告\n过去一年，全市生产总值2000.0亿元，增长5.5%；一般公共预算收入182.4亿元，增长4.2%。"


def test_a_value_restated_later_is_a_revision(tmp_path: Path) -> None:
    later = "临澜市2027年政府工作报告\n过去一年，全市生产总值2150.0亿元，增长6.0%。2025年，全市生产总值为2035.6亿元。"
    [(kind, arithmetic)] = conflicts(tmp_path, ("2026-01-20", REPORT), ("2027-01-20", later))
    assert kind == "revision"
    assert arithmetic.startswith("2000.0亿元 ≠ 2035.6亿元")


def test_two_documents_of_one_time_conflict(tmp_path: Path) -> None:
    other = BUDGET + "2025年，全市一般公共预算收入完成185.0亿元，增长4.2%。"
    [(kind, arithmetic)] = conflicts(tmp_path, ("2026-01-20", REPORT), ("2026-01-22", other))
    assert kind == "values"
    assert arithmetic.startswith("182.4亿元 ≠ 185.0亿元")


def test_a_value_with_fewer_digits_is_the_same(tmp_path: Path) -> None:
    other = BUDGET + "2025年，全市一般公共预算收入完成182亿元，增长4.2%。"
    assert conflicts(tmp_path, ("2026-01-20", REPORT), ("2026-01-22", other)) == []


def test_place_year_and_indicator_can_be_asked_for(tmp_path: Path) -> None:
    text = BUDGET + "2025年，全市一般公共预算收入182.4亿元，增长4.2%。其中，税收收入130.1亿元，非税收入62.3亿元。"
    with Ledger(tmp_path / "luoshi.db") as ledger:
        ledger.add(reading.read(documents.from_bytes(text.encode(), "a.txt", date="2026-01-20", place="临澜市")))
        [row] = ledger.conflicts(place="临澜市", year="2025", indicator="税收收入")
        told = json.loads(json.dumps(row.to_json()))
        assert (
            " ".join(told) == "kind place place_code period indicator concept measure size certainty arithmetic figures"
        )
        assert [figure["quote"] for figure in told["figures"]] == ["182.4亿元", "130.1亿元", "62.3亿元"]
        assert ledger.conflicts(place="青岛") == []
        assert ledger.conflicts(year="2023") == []
        assert ledger.conflicts(indicator="生产总值") == []
