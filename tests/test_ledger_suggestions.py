"""What a person is told who asks for a place or an indicator that the ledger has not."""

from __future__ import annotations

import pytest
from ledger_readings import document, figure, reading, report

from luoshi.ledger import Ledger


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add(report())
    text = "望舒市地区生产总值900亿元。"
    ledger.add(reading(document(text), figures=(figure(text, "900亿元", "地区生产总值", "90", place="望舒市"),)))
    return ledger


@pytest.mark.parametrize("name", ["临澜市", "临澜", "望舒市"])
def test_a_place_of_documents_or_figures_is_known(filled: Ledger, name: str) -> None:
    assert filled.unknown_place(name) is None


@pytest.mark.parametrize("name", ["火星", "青岛市", "370200"])
def test_for_an_unknown_place_those_of_the_documents_are_named(filled: Ledger, name: str) -> None:
    assert filled.unknown_place(name) == ["临澜市"]


def test_a_place_with_a_like_name_comes_first(filled: Ledger) -> None:
    for place in ("东港市", "白螺市"):
        filled.add(reading(document(f"{place}的报告。"), place=place))
    assert (filled.unknown_place("白罗市") or [""])[0] == "白螺市"


@pytest.mark.parametrize("name", ["一般公共预算收入", "GDP", "生产总值增速"])
def test_an_indicator_under_any_of_its_names_is_known(filled: Ledger, name: str) -> None:
    assert filled.unknown_indicator(name) is None


def test_for_an_unknown_indicator_those_with_like_names_are_named(filled: Ledger) -> None:
    assert filled.unknown_indicator("就业") == ["城镇新增就业"]
    assert filled.unknown_indicator("城镇新增失业") == ["城镇新增就业", "城镇登记失业率"]
    assert filled.unknown_indicator("猫") == []


def test_an_empty_ledger_knows_nothing(ledger: Ledger) -> None:
    assert ledger.unknown_place("临澜市") == ledger.unknown_indicator("就业") == []
