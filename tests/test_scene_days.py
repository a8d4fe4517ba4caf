"""The day of the scene: what a page or an item of news counts at an event, and what keeps the year."""

import pytest

from luoshi.reading import read

PAGE = "临澜市举行投资推介会\n3月8日下午，临澜市投资推介会在会展中心举行，市长出席并致辞。\n{}\n"
NEWS = (
    "# 《新闻联播》 (2025-03-09)\n\n## 新闻列表\n\n### 临澜市举行纪念活动\n\n"
    "<p>纪念仪式今天（3月9日）上午在临澜市举行。</p><p>{}</p>\n"
)


def periods(words: str, head: str = PAGE, date: str = "2025-03-09") -> list[str]:
    """The periods of the figures of a page that tells of an event the day before."""
    return [f.period for f in read(head.format(words), date=date, place="临澜市").figures]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("活动现场，集中签约项目36个，总投资218亿元。", ["2025-03-08", "2025-03-08"]),
        ("区长介绍，园区已入驻企业57家，入驻率92%。", ["2025-03-08", "2025-03-08"]),
        ("园区现有企业57家。", ["2025-03-08"]),
        ("9日上午，市民代表120人参观了园区。", ["2025-03-09"]),
    ],
)
def test_what_is_counted_at_an_event_stands_on_its_day(words: str, expected: list[str]) -> None:
    assert periods(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "园区全长12公里。",  # a property of a thing
        "对新落户的企业给予补助80万元。",  # what a rule gives
        "园区产值增长12%。",  # grown over a year
        "近年来，园区新建厂房6座。",
        "据悉，园区有住户800户。",
    ],
)
def test_what_is_no_part_of_the_scene_keeps_the_year(words: str) -> None:
    assert periods(words) == ["2025"]


def test_a_day_in_a_masthead_is_no_event() -> None:
    head = "临澜晚报\n2025年3月9日 今日四版\n{}\n"
    assert periods("停车场里有车位80个。", head) == ["2025"]


def test_an_item_of_news_tells_of_one_day_where_something_happened() -> None:
    assert periods("87名青年代表宣读宣言，放飞和平鸽3000只。", NEWS) == ["2025-03-09", "2025-03-09"]
    assert periods("会议指出，全国有志愿者300万人。", NEWS) == ["2025"]


def test_a_days_news_that_tells_of_reports_is_none() -> None:
    words = NEWS.replace("纪念仪式", "政府工作报告座谈会") + "\n### 各地见闻\n\n<p>临澜新建学校5所。</p>\n"
    assert periods("", words)[-1] == "2025"
