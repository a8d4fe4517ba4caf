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
