"""Of how much of a place a figure is."""

import pytest

from luoshi.ledger.drafts.scopes import scope


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
        ("市级还本付息", "市级还本付息", "市级"),
        ("县级以上公路", "县级以上公路", ""),
        ("县级市", "2个县级市", ""),
        ("全市场交易额", "全市场交易额", ""),
    ],
)
def test_scope(name: str, clause: str, expected: str) -> None:
    assert scope(name, clause) == expected
