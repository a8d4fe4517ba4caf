"""The day that a document is of."""

from __future__ import annotations

import pytest

from luoshi.reading import read
from luoshi.reading.dating import document_date, reporting_year
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


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("各位代表：\n一、2014年工作回顾\n全市生产总值增长7%。\n二、2015年工作部署\n今年增长6%。", "r.txt", "2015"),
        ("各位代表：\n一、过去五年工作回顾\n二、2018年主要任务\n今年增长6%。", "r.txt", "2018"),
        (
            "各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、过去五年工作回顾\n二、今年的主要任务",
            "2013.txt",
            "2013",
        ),
        ("临澜港2024年吞吐量增长。", "2013.txt", ""),
        ("临澜市２０２４年预算执行情况\n和２０２５年预算草案\n表1\n2024年全市收入表", "b.pdf", "2025"),
        ("关于临澜市2024年预算执行情况的报告\n全市收入5亿元。", "b.pdf", ""),
    ],
)
def test_a_report_without_a_day_tells_its_year(text: str, name: str, year: str) -> None:
    document = Document(id="0", text=text, name=name)
    assert reporting_year(outline(document), document) == year


def test_the_targets_of_a_report_without_a_day_are_targets() -> None:
    text = (
        "各位代表：\n一、2014年工作回顾\n全市生产总值增长7%。\n二、2015年工作部署\n"
        "今年的预期目标是：全市生产总值增长6%左右。目前，全市企业5万家。"
    )
    found = [(f.measure, f.period, f.status) for f in read(text).figures]
    assert found == [("growth", "2014", "actual"), ("growth", "2015", "target"), ("level", "2015", "target")]


def test_a_day_in_the_brackets_of_a_title_is_the_document_s() -> None:
    document = Document(
        id="0", text="各位代表：\n现在，我报告工作。", title="临澜市政府工作报告（2015年12月22日 苏问渠）"
    )
    assert document_date(outline(document), document) == "2015-12-22"
