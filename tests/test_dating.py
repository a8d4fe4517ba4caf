"""The day that a document is of."""

from __future__ import annotations

import pytest

from luoshi.reading.dating import document_date
from luoshi.reading.outline import outline
from luoshi.records import Document


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("临澜市统计公报\n临澜市统计局\n2026年3月31日\n一、综合\n全年收入5亿元。", "", "2026-03-31"),
        ("——2025年1月14日在临澜市第七届人民代表大会第四次会议上\n各位代表：", "", "2025-01-14"),
        ("收入5亿元。", "linlan-2025-01-20.txt", "2025-01-20"),
        ("收入5亿元。", "20250120.md", "2025-01-20"),
        ("收入5亿元。", "报告20251399.txt", ""),
    ],
)
def test_the_day_is_found_in_head_or_name(text: str, name: str, date: str) -> None:
    document = Document(id="0", text=text, name=name)
    assert document_date(outline(document), document) == date
