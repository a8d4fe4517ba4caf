"""Headlines that report: who says what in a line without punctuation."""

from __future__ import annotations

import pytest
from speech_texts import examples_of, speech, told


@pytest.mark.parametrize(("text", "expected"), examples_of("reporting_headlines"))
def test_example(text: str, expected: str) -> None:
    assert told(text) == expected


def test_a_second_line_says_what_the_first_leads_to() -> None:
    text = "市教育局局长方敏到一中调研时强调\n把校车管好 让家长放心\n\n1月8日，方敏走访了一中，看了校车。学校有三辆。"
    assert told(text) == "方敏 indirect 把校车管好 让家长放心"


def test_an_ordinary_sentence_is_no_headline() -> None:
    [said] = speech("临澜海事局称航道已经恢复通行。")
    assert said.rule == "reported speech"
