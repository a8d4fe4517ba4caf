"""Punctuation: any text → the same text with Chinese marks, of the same length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.language.punctuation import full_width


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ('方敏说,"校车够用。"', "方敏说，“校车够用。”"),
        ("共1,142辆(其中新购20辆)", "共1,142辆（其中新购20辆）"),
        ("时间:10:00", "时间：10:00"),
        ("「先修路。」", "“先修路。”"),
        ('一个"没有关上', '一个"没有关上'),
        ("市教育局。", "市教育局。"),
    ],
)
def test_marks_between_chinese_are_wide(text: str, wide: str) -> None:
    assert full_width(text) == wide


@given(st.lists(st.sampled_from([*'方敏说,:;"?!()「」1a ', "。"]), max_size=40).map("".join))
def test_offsets_hold(text: str) -> None:
    wide = full_width(text)
    assert len(wide) == len(text)
    assert full_width(wide) == wide
