"""Reported speech: where it ends."""

from __future__ import annotations

import pytest
from speech_texts import examples_of, told


@pytest.mark.parametrize(("text", "expected"), examples_of("reported_speech"))
def test_example(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "behind",
    ["方敏，女，1971年生。", "她给大家列了一份清单。", "会议审议了其他事项。", "市水务局局长何立诚说，水够用。"],
)
def test_where_reported_speech_ends(behind: str) -> None:
    assert told(f"市教育局局长方敏表示，校车够用。{behind}").split(" / ")[0] == "方敏 indirect 校车够用。"


@pytest.mark.parametrize(
    "behind",
    ["目前，路面还在修复。", "市水文站此前没有报告异常。", "据东屿媒体报道，旧管道将拆除。", "南门桥位于老城。"],
)
def test_the_report_of_a_day_ends_before_background(behind: str) -> None:
    told_of_a_day = told(f"市水务局5日表示，新管道已经通水。旧阀门同时停用。{behind}").split(" / ")[0]
    assert told_of_a_day == "市水务局 indirect 新管道已经通水。旧阀门同时停用。"
