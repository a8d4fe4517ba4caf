"""Of how much of a place a figure is."""

import pytest

from luoshi.ledger.drafts.scopes import is_part, scope


@pytest.mark.parametrize(
    ("name", "clause", "expected"),
    [
        ("市本级税收收入", "全市税收收入", "市本级"),
        ("市级一般公共预算收入", "市级一般公共预算收入", "市级"),
        ("税收收入", "其中全市税收收入", "whole"),
        ("税收收入", "全州税收收入", "whole"),
        ("收入", "具体到市本级收入", "市本级"),
        ("市区改造道路", "市区改造道路", "市区"),
        ("税收收入", "税收收入", ""),
        ("经开区税收收入", "经开区税收收入", "经开区"),
        ("水库蓄水", "主城三大供水水库蓄水", "主城"),
        ("市级还本付息", "市级还本付息", "市级"),
        ("县级以上公路", "县级以上公路", ""),
        ("县级市", "2个县级市", ""),
        ("全市场交易额", "全市场交易额", ""),
    ],
)
def test_scope(name: str, clause: str, expected: str) -> None:
    assert scope(name, clause) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("中心城区", True), ("市区", True), ("市本级", False), ("whole", False)]
)
def test_a_part_is_no_level_of_government(words: str, expected: bool) -> None:
    assert is_part(words) is expected
