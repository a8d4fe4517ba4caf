"""Radicals: read as the ordinary characters, one for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.knowledge.radicals import fold


@pytest.mark.parametrize(
    ("apart", "ordinary"),
    [("增⻓", "增长"), ("粮⻝", "粮食"), ("人⺠", "人民"), ("汽⻋", "汽车"), ("⻄部", "西部"), ("⼗⼆", "十二")],
)
def test_radicals_become_ordinary_characters(apart: str, ordinary: str) -> None:
    assert fold(apart) == ordinary


@given(st.text(st.characters(min_codepoint=0x2E00, max_codepoint=0x4E10)))
def test_offsets_stay_and_nothing_folds_twice(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
