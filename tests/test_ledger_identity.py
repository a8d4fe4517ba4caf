"""What a figure is about: indicators by concept and facets, places by name and code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_readings import REPORT, figure

from luoshi.ledger.identity import (
    Place,
    compared_period,
    figure_identity,
    indicator_key,
    last_month,
    period_kind,
    period_years,
    place_of,
    places_asked,
    polarity,
    year_of,
)


@pytest.mark.parametrize(
    "name", ["一般公共预算收入", "地方一般公共预算收入", "全市一般公共预算收入", "一般公共预算 收入"]
)
def test_spellings_of_one_indicator_have_one_key(name: str) -> None:
    assert indicator_key(name) == indicator_key("一般公共预算收入")


@pytest.mark.parametrize(
    "name", ["市本级一般公共预算收入", "一般公共预算支出", "一般公共预算收入占预算数的比例", "微笑指数"]
)
def test_other_indicators_have_other_keys(name: str) -> None:
    assert indicator_key(name) != indicator_key("一般公共预算收入")


def test_a_name_unknown_to_the_scheme_is_its_own_key() -> None:
    assert indicator_key("临澜微笑指数") == indicator_key("临澜 微笑指数")
    assert indicator_key("临澜微笑指数").concept == ""


def test_the_concept_that_a_reader_gave_decides() -> None:
    assert indicator_key("微笑指数", "smiles").key == "smiles"
    known = indicator_key("市本级一般公共预算收入")
    assert indicator_key("市本级一般公共预算收入", known.concept) == known


def test_polarity_is_that_of_the_scheme() -> None:
    assert polarity(indicator_key("城镇登记失业率")) == "less"
    assert polarity(indicator_key("微笑指数")) == ""


def test_short_names_of_places_are_made_full() -> None:
    assert place_of("青岛") == place_of("青岛市") == Place("青岛市", "370200")
    assert place_of("临澜市") == Place("临澜市", "")
    assert place_of("") == Place("", "")


def test_a_name_of_many_places_is_the_one_near_by() -> None:
    assert place_of("鼓楼区", within="350100").code == "350102"
    assert place_of("鼓楼区", code="320302").code == "320302"


def test_a_place_is_asked_for_by_name_chain_or_code() -> None:
    assert places_asked("青岛") == (Place("青岛市", ""),)
    assert places_asked("福州鼓楼区") == (Place("鼓楼区", "350102"),)
    assert places_asked("370200") == (Place("青岛市", "370200"),)
    assert Place("临澜市", "") in places_asked("临澜")


@pytest.mark.parametrize(
    ("period", "year"),
    [("2024", "2024"), ("2024-11", "2024"), ("2024-01/2024-11", "2024"), ("2021/2025", "2025"), ("", ""), ("去年", "")],
)
def test_year_of_a_period(period: str, year: str) -> None:
    assert year_of(period) == year


def test_a_figure_without_a_place_is_about_the_documents_own() -> None:
    home = Place("临澜市", "")
    told = figure_identity(figure(REPORT, "61亿元", "微笑指数", "1"), home)
    assert (told["place_name"], told["year"]) == ("临澜市", "2024")
    told = figure_identity(figure(REPORT, "61亿元", "微笑指数", "1", place="青岛"), home)
    assert (told["place_name"], told["place_code"]) == ("青岛市", "370200")


@given(st.text(max_size=30), st.text(max_size=10))
def test_any_text_has_an_identity(name: str, place: str) -> None:
    assert indicator_key(name) == indicator_key(name)
    assert place_of(place).name == place_of(place_of(place).name).name
    assert places_asked(place)


@pytest.mark.parametrize(
    ("period", "kind", "compared", "month"),
    [
        ("2024", "year", "2024", "2024-12"),
        ("2024-01/2024-12", "year", "2024", "2024-12"),
        ("2024-01-01/2024-12-31", "year", "2024", "2024-12"),
        ("2024-12-31", "point", "2024", "2024-12"),
        ("2024-06-30", "point", "2024-06-30", "2024-06"),
        ("2024-01/2024-11", "to date", "2024-01/2024-11", "2024-11"),
        ("2024-11", "part", "2024-11", "2024-11"),
        ("2024-04/2024-06", "part", "2024-04/2024-06", "2024-06"),
        ("2021/2025", "span", "2021/2025", "2025-12"),
        ("2012-11/2016-03", "span", "2012-11/2016-03", "2016-03"),
        ("", "", "", ""),
    ],
)
def test_kinds_of_period(period: str, kind: str, compared: str, month: str) -> None:
    assert (period_kind(period), compared_period(period), last_month(period)) == (kind, compared, month)


def test_years_of_a_period() -> None:
    assert period_years("2021/2025") == (2021, 2025)
    assert period_years("2024-12-31") == (2024, 2024)
    assert period_years("") is None
