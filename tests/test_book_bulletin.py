"""The bulletin as those read it who get it."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

import luoshi
from luoshi.ledger.book.bulletin import Head, percent, write
from luoshi.ledger.book.lights import Standing, standing
from luoshi.ledger.book.model import Deadline, Entry, Feedback, Task
from luoshi.ledger.book.nodes import targets

docx = pytest.importorskip("docx")
DAY, SINCE = "2026-12-31", "2026-11-30"


def task(id: str, title: str, *leads: str, due: str = "2026-12-15") -> Task:
    nodes = targets(title, 2026, due)
    return Task(title, id, leads=leads, deadline=Deadline("12月中旬", "dated", due), nodes=nodes, year=2026)


def entry(id: str, deed: str, value: str = "") -> Entry:
    return Entry(1, id, deed, "2026-12-10", "林越", "汛期停工", "2026-12-10", old="2026-12-15", value=value)


PARKS, ROAD, DAMS = "新增公园15个", "修复乡道90公里", "新增水闸18座"
BODY = "市水利局"
TOLD = (
    Feedback("T001", "六是新增公园12个", "2026-12-20", node=0, value=Decimal(12), unit="个", share=Decimal(80)),
    Feedback("T001", "部分地块未能交付", "2026-12-20", says="trouble"),
)
CLOSED = (Feedback("T003", "（三）水闸已完成18座", "2026-12-05", node=0, value=Decimal(18), share=Decimal(100)),)


def at(day: str) -> list[Standing]:
    return [
        standing(task("T001", PARKS, "市城管局", BODY), TOLD, [], day),
        standing(task("T002", ROAD, BODY), [], [entry("T002", "extend", "2027-02-10")], day),
        standing(task("T003", DAMS, BODY), CLOSED, [entry("T003", "close")], day),
        standing(Task("整治堤岸", "T004", leads=(BODY,), deadline=Deadline("汛期前", "unknown")), [], [], day),
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write(at(SINCE), at(DAY), tmp_path / "a.docx", Head("十二月通报", DAY, SINCE, "临澜市督查室"))
    return tmp_path / "a.docx"


def test_each_task_is_told_with_its_figure_its_extension_and_its_result(path: Path) -> None:
    text = luoshi.open(path).text
    assert "逾期16天。最新反馈（2026年12月20日）：新增公园12个。存在问题：部分地块未能交付。" in text
    assert "T002 修复乡道90公里（市水利局）：原期限2026年12月15日，延期至2027年2月10日（汛期停工）。" in text
    assert "2026年12月10日林越销号：汛期停工。结果：水闸已完成18座（完成率100%）。" in text
    assert "期限“汛期前”未明确到日" in text
    assert "看不懂" not in text


def test_counts_stand_beside_those_of_the_last_time_with_a_note_on_tasks_of_several_bodies(path: Path) -> None:
    text = luoshi.open(path).text
    assert "| 市水利局 | 4 | 1（0）" in text
    assert "括号内为2026年11月30日的数" in text
    assert "合计只计1次" in text
    assert not re.search(r"[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]", re.sub(r"T\d+ |\|[^\n]*", "", text))


def test_its_pages_are_a4_numbered_signed_and_repeat_the_heads_of_tables(path: Path) -> None:
    document = docx.Document(str(path))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert "PAGE" in section.footer.paragraphs[0]._p.xml
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    assert [one.text for one in document.paragraphs[-2:]] == ["临澜市督查室", "2026年12月31日"]


def test_a_share_is_rounded_half_up() -> None:
    assert str(percent(5, 80)) == "6.3"
