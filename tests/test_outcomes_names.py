"""Names of targets and results taken apart, and units brought together."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger.outcomes.names import contrary, generic, narrower, taken_apart
from luoshi.ledger.outcomes.units import converted, dimension


@pytest.mark.parametrize(
    ("name", "verb", "rest"),
    [
        ("新建农村示范生态河道", "make", "农村示范生态河道"),
        ("新招引重大产业项目数", "draw", "重大产业项目数"),
        ("规上工业增加值", "", "规模以上工业增加值"),
    ],
)
def test_a_name_has_a_verb_and_an_object(name: str, verb: str, rest: str) -> None:
    parts = taken_apart(name)
    assert (parts.verb, parts.object) == (verb, rest)


def test_a_part_is_narrower_than_the_whole() -> None:
    assert narrower("市本级税收收入", "税收收入")
    assert not narrower("税收收入", "市本级税收收入")
    assert generic("新建项目")
    assert not generic("绿道长度")


@given(st.text(max_size=40))
def test_any_name_is_taken_apart(name: str) -> None:
    parts = taken_apart(name)
    assert all(len(pair) in (1, 2) for pair in parts.pairs)
    assert taken_apart(name) == parts


def test_units_of_one_dimension_are_converted() -> None:
    assert converted(Decimal(4680000000), "斤", "吨") == Decimal(2340000)
    assert converted(Decimal(5), "‰", "%") == Decimal("0.5")
    assert converted(Decimal(7), "家", "个") == Decimal(7)
    assert dimension("公顷") == dimension("亩") != dimension("公里")


def test_contrary_names() -> None:
    assert contrary("收入", "政府性基金预算支出")
    assert contrary("再融资债券", "新增债券")
    assert not contrary("政府债务限额余额", "政府债务余额")
