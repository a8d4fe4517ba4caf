"""The noun phrase after a number."""

from __future__ import annotations

import pytest

from luoshi.reading.nouns import phrase_after


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("重点项目加快形成实物工作量。", "重点项目"),
        ("职业资格许可事项，", "职业资格许可事项"),
        ("省市的造船完工量", "省市"),
        ("、其他", ""),
        ("", ""),
    ],
)
def test_the_phrase_ends_before_a_verb_or_a_mark(text: str, phrase: str) -> None:
    assert phrase_after(text, 0, len(text)) == phrase
