"""An indicator's values as the chart draws them and as a spreadsheet takes them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from luoshi.ledger import Ledger
from luoshi.reading import read
from luoshi.records import Document
from luoshi.service.charts import charted, indicators
from luoshi.service.sample import CITY, REVENUE, read_sample


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The ledger of the sample city."""
    with read_sample(tmp_path_factory.mktemp("sample")) as sample:
        yield sample.ledger


def test_amounts_are_drawn_in_the_unit_in_which_they_are_told(ledger: Ledger) -> None:
    told = charted(ledger, REVENUE, [CITY], "level").to_json()
    assert (told["unit"], told["periods"]) == ("亿元", ["2024", "2025", "2026"])
    (place,) = told["places"]
    assert [(point["period"], point["low"]) for point in place["results"]] == [("2024", 96.2), ("2025", 99.9)]
    assert [(point["period"], point["low"]) for point in place["targets"]] == [("2025", 101.0), ("2026", 103.9)]


def test_percentages_are_not_multiplied_and_a_fall_is_below_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Ledger(tmp_path_factory.mktemp("fall") / "账本.db") as made:
        text = "2025年，临澜市房地产开发投资下降18.3%。"
        made.add(read(Document(id="ab" * 32, text=text, name="r.txt"), date="2026-01-13", place=CITY))
        told = charted(made, "房地产开发投资").to_json()
    assert told["unit"] == "%"
    assert [(point["low"], point["high"]) for point in told["places"][0]["results"]] == [(-18.3, -18.3)]


def test_a_range_keeps_its_ends_and_an_open_bound_is_open(ledger: Ledger) -> None:
    growth = charted(ledger, "地区生产总值", measure="growth").to_json()["places"][0]["targets"]
    assert (growth[-1]["low"], growth[-1]["high"]) == (5.5, 6.0)
    jobs = charted(ledger, "城镇新增就业").to_json()["places"][0]["targets"]
    assert (jobs[-1]["low"], jobs[-1]["high"]) == (4.6, None)


def test_the_measure_with_most_values_is_chosen(ledger: Ledger) -> None:
    told = charted(ledger, "粮食产量", measure="rank")
    assert told.measure == "level"
    assert told.measures["level"] == len(told.rows)


def test_an_unknown_indicator_has_nothing_to_draw(ledger: Ledger) -> None:
    assert charted(ledger, "没有的指标").to_json()["places"] == []


def test_known_indicators_are_named_first(ledger: Ledger) -> None:
    names = indicators(ledger)
    assert len(names) == len(set(names))
    assert names.index("粮食产量") < names.index("服务企业")


BOUNDS = """临澜市2025年统计资料
2016年，地区生产总值4000亿元。2018年，地区生产总值超过4500亿元。2019年，预计地区生产总值4900亿元。
"""


def test_what_was_expected_and_open_bounds_are_drawn_at_their_years(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Ledger(tmp_path_factory.mktemp("bounds") / "账本.db") as made:
        made.add(read(Document(id="cd" * 32, text=BOUNDS, name="r.txt"), date="2026-01-13", place=CITY))
        told = charted(made, "地区生产总值", measure="level").to_json()
    points = [(each["at"], each["status"], each["low"], each["high"]) for each in told["places"][0]["results"]]
    assert points == [
        (2016, "actual", 4000, 4000), (2018, "actual", 4500, None), (2019, "forecast", 4900, 4900)
    ]  # fmt: skip
    assert told["yearly"]


def test_places_of_one_level_are_drawn_together(tmp_path_factory: pytest.TempPathFactory) -> None:
    said = {"常州市": 3, "镇江市": 2, "江阴市": 1}
    with Ledger(tmp_path_factory.mktemp("levels") / "账本.db") as made:
        for number, (place, years) in enumerate(said.items()):
            text = "".join(f"{2020 + year}年，{place}粮食产量{10 + year}万吨。" for year in range(years))
            made.add(read(Document(id=f"{number:02}" * 32, text=text, name="r.txt"), date="2026-01-13", place=place))
        told = charted(made, "粮食产量")
        assert (told.level, told.levels) == ("city", {"city": 5, "county": 1})
        assert {row.place for row in told.rows} == {"常州市", "镇江市"}
        assert {row.place for row in charted(made, "粮食产量", level="county").rows} == {"江阴市"}
        assert len(charted(made, "粮食产量", level="all").rows) == 6
        assert charted(made, "粮食产量", ["江阴市"]).levels == {}
