"""The frame of each block: headings over it, and what a section's first paragraph opens for the rest of it."""

from __future__ import annotations

import pytest

from luoshi.language.times import Anchor, scan
from luoshi.reading.block_frames import BlockFrames, year_of, years_of
from luoshi.reading.outline import outline
from luoshi.records import Document

REPORT = (
    "政府工作报告\n各位代表：\n一、2024年工作回顾\n全市建成渔港三座，港区面貌一新。\n"
    "二、2025年工作安排\n今年，全市要新建渔港两座，改造码头一处。\n（一）建设港口\n建设青石渔港，改造南塘码头。\n"
)


def frames_of(text: str) -> list[tuple[str, str]]:
    """Period and outlook of each block of a report of January 2025."""
    document = Document(id="0", text=text)
    parts = outline(document)
    walk = BlockFrames(parts, text, "2025-01-14", "政府工作报告")
    found = []
    for block in parts.blocks:
        date, frame = walk.enter(block)
        frame = walk.opened(block, frame, scan(block.passage.text, Anchor(date)), date)
        found.append((frame.period, frame.status))
    return found


def test_each_block_stands_in_the_frame_of_its_section() -> None:
    found = frames_of(REPORT)
    assert found[-1] == found[-2] == ("2025", "target")
    assert ("2024", "actual") in found


@pytest.mark.parametrize(("period", "years", "year"), [("2020/2024", 5, 2024), ("2024", 0, 2024), ("", 0, None)])
def test_years_of_a_period(period: str, years: int, year: int | None) -> None:
    assert (years_of(period), year_of(period)) == (years, year)
