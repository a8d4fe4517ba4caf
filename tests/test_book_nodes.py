"""Milestones and targets of a task."""

from __future__ import annotations

import pytest

from luoshi.ledger.book.nodes import dated, milestones, of_column, of_deadline, targets


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("3月底前开工，9月底前主体封顶", [("3月底前开工", "2026-03-31"), ("9月底前主体封顶", "2026-09-30")]),
        (
            "一季度：完成立项；二季度：开工建设",
            [("一季度：完成立项", "2026-03-31"), ("二季度：开工建设", "2026-06-30")],
        ),
        (
            "开工建设（3月底前），主体完工（10月底前）",
            [("开工建设（3月底前）", "2026-03-31"), ("主体完工（10月底前）", "2026-10-31")],
        ),
        ("年底前完成", []),
        ("5月底、10月底各开展一次检查", []),
    ],
)
def test_milestones_are_deeds_with_days_of_their_own(words: str, steps: list[tuple[str, str]]) -> None:
    assert [(node.words, node.due) for node in milestones(words, 2026)] == steps


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("汛期前完成8公里，年底前全部完成", [("汛期前完成8公里", "")]),
        ("6月底前完成8公里，年底前全部完成", [("6月底前完成8公里", "2026-06-30"), ("年底前全部完成", "2026-12-31")]),
        ("汛期前完成8公里", []),
        ("持续推进，年底前完成", []),
    ],
)
def test_a_deed_of_a_deadline_s_cell_is_never_lost(words: str, steps: list[tuple[str, str]]) -> None:
    assert [(node.words, node.due) for node in of_deadline(words, 2026)] == steps


def test_industry_above_a_scale_is_no_scale() -> None:
    assert [node.low for node in targets("规模以上工业增加值增长8%以上", 2026, "2026-12-31")] == [8]


def test_a_sentence_with_several_targets_is_as_many_nodes() -> None:
    words = (
        "建成口袋公园12个、健身步道30公里，改造老旧小区45个，新增公共停车泊位3000个，建成充电桩800个，新建幼儿园6所，"
        "发放消费券5000万元，城镇新增就业2.1万人"
    )
    found = targets(words, 2026, "2026-12-31")
    assert [(str(node.low), node.unit) for node in found] == [
        ("12", "个"),
        ("30", "公里"),
        ("45", "个"),
        ("3000", "个"),
        ("800", "个"),
        ("6", "所"),
        ("50000000", "元"),
        ("21000", "人"),
    ]
    assert {node.due for node in found} == {"2026-12-31"}


def test_what_a_work_is_like_and_what_was_reached_before_is_no_target() -> None:
    assert not targets("大桥全长3.2公里", 2026, "")
    assert [str(node.low) for node in targets("2025年改造30个社区，2026年再改造社区45个", 2026, "")] == ["45"]


def test_a_target_takes_the_day_of_its_milestone() -> None:
    words = "6月底前新增床位700张，年底前新增床位1500张"
    found = dated(targets(words, 2026, "2026-12-31"), milestones(words, 2026))
    assert [(str(node.low), node.due) for node in found] == [("700", "2026-06-30"), ("1500", "2026-12-31")]


def test_a_column_for_a_quarter_is_a_node() -> None:
    assert [(one.words, one.due) for one in of_column("上半年目标", "开工建设", 2026)] == [("开工建设", "2026-06-30")]
    assert [(one.words, one.due) for one in of_column("开工时间", "2026.05", 2026)] == [("开工：2026.05", "2026-05-31")]
    assert not of_column("三季度目标", "—", 2026)
