"""Whose properties later clauses give, and which names take their owner."""

from __future__ import annotations

import pytest

from luoshi.reading.owners import owned, owner_of


@pytest.mark.parametrize(
    ("clause", "owner"),
    [
        ("一家汽车配件企业近期引入了智能设备", "汽车配件企业"),
        ("《山海之间》上映", "《山海之间》"),
        ("12345热线共收到诉求", "12345热线"),
        ("东屿银行持续加大对养老产业的支持", "东屿银行"),
        ("全市生产总值", ""),
        ("", ""),
    ],
)
def test_a_clause_brings_up_what_later_ones_speak_of(clause: str, owner: str) -> None:
    assert owner_of(clause) == owner


@pytest.mark.parametrize(
    ("owner", "name", "whole"),
    [
        ("配件企业", "产能", "配件企业产能"),
        ("《山海之间》", "票房", "《山海之间》票房"),
        ("12345热线", "解决率", "12345热线解决率"),
        ("东屿银行", "发放养老产业贷款", "东屿银行发放养老产业贷款"),
        ("东屿银行", "城镇新增就业", "城镇新增就业"),
        ("配件企业", "生产总值", "生产总值"),
        ("", "产能", "产能"),
    ],
)
def test_only_a_property_takes_its_owner(owner: str, name: str, whole: str) -> None:
    assert owned(owner, name) == whole
