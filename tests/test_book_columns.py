"""Columns of tables of tasks by their heads."""

from __future__ import annotations

import pytest

from luoshi.ledger import LedgerError
from luoshi.ledger.book.columns import columns_of, is_head


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        ("序号 重点任务 责任单位 完成时限", "number task lead deadline"),
        ("责任部门 时间要求 事项 目前进展", "lead deadline task progress"),
        ("序号 工作任务 具体举措 牵头单位 配合单位 时间节点 备注", "number task measure lead help deadline remark"),
        ("序号 实事名称 实施内容 责任单位 完成标准 完成时限", "number task measure lead target deadline"),
        ("项目 目标 牵头部门 协同部门 截止日期", "task target lead help deadline"),
        ("类别 目标任务 责任领导 责任单位 一季度目标 上半年目标", "chapter task person lead node node"),
        ("领域 重点工作 目标任务 牵头单位 责任单位 时限", "chapter task measure lead help deadline"),
        ("序号 反馈问题 整改措施 责任单位 责任人 整改时限", "number task measure lead person deadline"),
        ("类别 序号 指标名称 单位 2025年完成 2026年目标 责任单位", "chapter number task unit other target lead"),
        ("序号 事项 单位 时间", "number task lead deadline"),
    ],
)
def test_a_head_in_any_order_and_wording(heads: str, roles: str) -> None:
    assert is_head(heads.split())
    assert columns_of(heads.split()).roles == tuple(roles.split())


def test_a_head_of_two_rows_says_more_than_one() -> None:
    assert columns_of(["任务", "责任单位\n牵头", "责任单位\n配合"]).roles == ("task", "lead", "help")


@pytest.mark.parametrize(
    "row",
    ["3 新增三级甲等医院1家 市卫健委（牵头）、市财政局 十二月底", "一、民生保障", "1 完善工作机制 市督查室 长期"],
)
def test_a_row_is_no_head(row: str) -> None:
    assert not is_head(row.split())


def test_a_person_may_say_what_a_column_holds() -> None:
    heads = ["序号", "甲", "乙", "完成时限"]
    assert columns_of(heads, {"任务": "甲", "lead": "3"}).roles == ("number", "task", "lead", "deadline")
    with pytest.raises(LedgerError, match="丙"):
        columns_of(heads, {"任务": "丙"})
    with pytest.raises(LedgerError, match="责任单位"):
        columns_of(heads, {"谁": "甲"})
