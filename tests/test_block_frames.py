"""The frame of each block: headings over it, and what a section's first paragraph opens for the rest of it."""

from __future__ import annotations

import pytest

from luoshi.language.times import Anchor, scan
from luoshi.reading import read
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


def test_what_one_of_the_speakers_says_of_a_year_to_come_holds_in_his_paragraph() -> None:
    page = (
        "临澜港开放日活动举行\n12月8日，临澜港开放日活动举行。\n港务局局长表示，2026年将新建泊位3个。\n"
        "活动现场签约项目12个，总投资30亿元。"
    )
    figures = read(page, date="2025-12-09", place="临澜市").figures
    assert [(f.quote, f.period, f.status) for f in figures] == [
        ("3个", "2026", "target"),
        ("12个", "2025-12-08", "actual"),
        ("30亿元", "2025-12-08", "actual"),
    ]


@pytest.mark.parametrize(("period", "years", "year"), [("2020/2024", 5, 2024), ("2024", 0, 2024), ("", 0, None)])
def test_years_of_a_period(period: str, years: int, year: int | None) -> None:
    assert (years_of(period), year_of(period)) == (years, year)
