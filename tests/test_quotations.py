"""Quotations: whose the words between the marks are."""

from __future__ import annotations

import pytest
from speech_texts import examples_of, told


@pytest.mark.parametrize(("text", "expected"), examples_of("quotations"))
def test_example(text: str, expected: str) -> None:
    assert told(text) == expected


def test_a_quotation_behind_a_colon_is_not_the_next_speakers() -> None:
    text = "市教育局局长方敏写下：“校车要早到。”何立诚说，会的。市水务局局长何立诚在场。"
    assert told(text).startswith("方敏 direct 校车要早到。 / 何立诚 indirect 会的。")


def test_a_dialogue_ends_where_the_narrator_tells_again() -> None:
    text = "市教育局局长方敏同村民孔有福拉起了家常。\n“几点到？”\n方敏点点头。\n“七点。”"
    assert told(text) == "方敏 direct 几点到？"
