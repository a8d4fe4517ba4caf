"""Words behind a title and a colon: whose they are."""

from __future__ import annotations

import pytest
from speech_texts import examples_of, told


@pytest.mark.parametrize(("text", "expected"), examples_of("colon_speech"))
def test_example(text: str, expected: str) -> None:
    assert told(text) == expected


def test_whose_work_a_list_tells_of_says_nothing() -> None:
    assert told("市长方敏：负责教育和卫生。") == ""


def test_a_headline_of_a_list_is_nobodys_words() -> None:
    assert told("7.市教育局局长方敏：让果子走出大山；") == ""
