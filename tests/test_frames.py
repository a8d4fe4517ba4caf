"""What a section takes for granted: its period and its outlook."""

from __future__ import annotations

import pytest

from luoshi.language.passage import Passage
from luoshi.reading.frames import Frame, base_frame, heading_frame


@pytest.mark.parametrize(
    ("heading", "period", "status"),
    [
        ("一、2024年工作回顾", "2024", "actual"),
        ("二、2025年工作安排", "2025", "target"),
        ("一、过去五年工作回顾", "2020/2024", "actual"),
        ("（二）政府性基金预算", "2024", "actual"),
        ("三、今年的主要任务", "2025", "target"),
    ],
)
def test_a_heading_sets_the_frame(heading: str, period: str, status: str) -> None:
    frame = heading_frame(Frame("2024", "actual"), Passage.of(heading, (0, len(heading))), "2025-01-14", heading)
    assert (frame.period, frame.status) == (period, status)


def test_a_report_speaks_of_last_year_and_news_of_their_own() -> None:
    assert base_frame("2025-01-14", "政府工作报告", news=False).period == "2024"
    assert base_frame("2025-01-14", "临澜港开工", news=True).period == "2025"
    assert base_frame("2026-03-31", "2025年临澜市国民经济和社会发展统计公报", news=False).period == "2025"
    assert base_frame("", "", news=False).period == ""
