"""Boxes on a page that was turned to be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents.printed import PrintedPage, turned

SIDES = st.tuples(*[st.integers(0, 400)] * 4)


@pytest.mark.parametrize(
    ("turn", "box"),
    [(0, (10, 20, 30, 60)), (90, (740, 10, 780, 30)), (180, (570, 740, 590, 780)), (270, (20, 570, 60, 590))],
)
def test_a_box_of_a_turned_page(turn: int, box: tuple[float, float, float, float]) -> None:
    assert turned((10, 20, 30, 60), turn, 600, 800) == box


@given(SIDES, st.sampled_from([0, 90, 180, 270]))
def test_turning_there_and_back(sides: tuple[int, int, int, int], turn: int) -> None:
    page = PrintedPage(1, 600, 800, turn=turn)
    assert page.as_shown(*turned(sides, turn, page.width, page.height)) == sides
