"""Timelines: of a project, a commitment, a person, a body, an indicator; as rows, a page and a picture."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ledger_readings import document, reading, report
from project_readings import years

from luoshi.ledger import Ledger, LedgerError
from luoshi.ledger.timeline.drawing import draw_timeline
from luoshi.records import Event, Office
from luoshi.service.timeline_page import timeline_page


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    for each in years():
        ledger.add(each)
    ledger.add(report())
    return ledger


def test_a_project_from_plan_to_end_with_its_silence(kept: Ledger) -> None:
    rows = kept.timeline("跨海通道", "临澜市")
    assert [(row.date[:4], row.said, row.silence) for row in rows] == [
        ("2019", "promised", 0),
        ("2020", "promised", 0),
        ("2021", "reported", 0),
        ("2024", "finished", 2),
    ]
    assert rows[2].sentence == "通道工程主塔完工。"


def test_an_id_asks_for_what_its_record_is_about(kept: Ledger) -> None:
    [row] = kept.projects(words="跨海通道")
    assert kept.timeline(row.mentions[1].id) == kept.timeline("跨海通道", "临澜市")
    [duty] = kept.bodies("数据局")
    assert [each.said for each in kept.timeline(duty.evidence.id)] == ["promised"]
    figure = kept.series("一般公共预算收入")[0]
    assert [each.said for each in kept.timeline(figure.id)] == ["reported", "promised"]


def test_a_person_a_body_and_an_indicator_by_name(kept: Ledger) -> None:
    assert [row.what for row in kept.timeline("纪闻澜")] == ["市数据局局长纪闻澜"]
    assert {row.said for row in kept.timeline("市数据局")} == {"promised", "reported"}
    assert [row.quote for row in kept.timeline("城镇新增就业")] == ["3.2万人"]
    assert kept.timeline("望渔大桥") == []
    assert kept.timeline(" ") == []


def test_visits_and_heads_stand_with_a_project(kept: Ledger) -> None:
    text = "3月2日，沈砚舟调研临澜湾跨海通道。市交通局局长卫青岚汇报。"
    event = Event(quote=text[5:17], start=5, end=17, act="visit", period="2021-03-02", actors=("沈砚舟",))
    office = Office(
        quote="市交通局局长卫青岚", start=18, end=27, person="卫青岚", organisation="市交通局", posts=("局长",)
    )
    kept.add(reading(document(text, name="日报.txt"), date="2021-03-03", events=(event,), offices=(office,)))
    rows = kept.timeline("跨海通道")
    assert ("2021-03-02", "visited") in [(row.date, row.said) for row in rows]


def test_the_page_stands_by_itself_and_obeys_no_document(kept: Ledger) -> None:
    page = timeline_page(kept.timeline("跨海通道"), "<script>通道</script>")
    assert "<script>" not in page
    assert "default-src 'none'" in page
    assert "此前 2 年没有提及" in page
    assert "<mark>通道工程主塔</mark>完工。" in page


def test_the_picture_is_the_same_each_time(kept: Ledger, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    rows = kept.timeline("跨海通道")
    draw_timeline(rows, tmp_path / "a.svg", "跨海通道")
    draw_timeline(rows, tmp_path / "b.svg", "跨海通道")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert "建成 finished" in (tmp_path / "a.svg").read_text("utf-8")
    with pytest.raises(LedgerError, match="svg"):
        draw_timeline(rows, tmp_path / "a.pdf", "跨海通道")
    with pytest.raises(LedgerError):
        draw_timeline([], tmp_path / "a.svg", "")


def test_json_has_the_promised_keys(kept: Ledger) -> None:
    told = json.loads(json.dumps(kept.timeline("跨海通道")[0].to_json()))
    keys = "date said what quote sentence document document_date start end id period stage bodies heads amounts"
    assert " ".join(told) == f"{keys} commitment targets silence"
