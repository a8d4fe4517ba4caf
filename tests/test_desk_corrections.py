"""Corrections at the desk: one value, what is refused beside what was typed, words of the page's language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from desk_client import REPORT, document_id, hand_over, opened_desk, token
from fastapi.testclient import TestClient


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk whose ledger holds a report."""
    with opened_desk(tmp_path_factory.mktemp("corrections")) as client:
        hand_over(client, ("report.txt", REPORT.encode()), place="临澜市")
        yield client


@pytest.fixture
def record(desk: TestClient) -> str:
    """The address of a figure, 增长3.8%."""
    at = REPORT.index("3.8%")
    return f"/documents/{document_id(desk, 'report.txt')}/records/figure-{at}-{at + 4}"


def typed(desk: TestClient, **more: str) -> dict[str, str]:
    """A correction of someone."""
    return {"token": token(desk), "by": "苏问渠", "why": "与公报核对"} | more


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [("value", "6.9元", "单位"), ("value", "很多", "6.9%"), ("period", "去年", "2025-06"), ("unit", "亿元", "基本单位"),
     ("measure", "高", "measure")],
)  # fmt: skip
def test_nonsense_is_told_beside_what_was_typed(
    desk: TestClient, record: str, field: str, value: str, told: str
) -> None:
    answer = desk.post(f"{record}/correct", data=typed(desk, field=field, value=value))
    assert answer.status_code == 400
    form = answer.text[answer.text.index('class="correct" open') :]
    assert re.search(rf'<option value="{field}"[^>]* selected>', form)
    assert f'value="{value}" aria-invalid="true"' in form
    assert 'value="与公报核对"' in form
    (said,) = re.findall(r'<p class="failure" id="wrong" role="alert">([^<]+)</p>', form)
    assert told in said
    assert " / " not in said
    assert "更正记录" not in desk.get(record).text


def test_a_missing_reason_wipes_nothing(desk: TestClient, record: str) -> None:
    answer = desk.post(f"{record}/correct", data=typed(desk, field="value", value="3.9%", why=""))
    assert answer.status_code == 400
    assert 'value="3.9%"' in answer.text
    assert 'value="苏问渠"' in answer.text


def test_a_value_is_corrected_as_it_is_written_and_undone_at_once(desk: TestClient, record: str) -> None:
    page = desk.post(f"{record}/correct", data=typed(desk, field="value", value="3.9%")).text
    assert '<b>数值</b> <span class="change">3.8 → 3.9</span>' in page
    assert "+3.9%" in desk.get("/series", params={"indicator": "一般公共预算收入", "measure": "growth"}).text
    undone = desk.post(f"{record}/undo", data={"token": token(desk), "by": "苏问渠", "number": "1"}).text
    assert "撤销第 1 条更正" in undone
    assert "3.9 → 3.8" in undone
    assert "+3.9%" not in desk.get("/series", params={"indicator": "一般公共预算收入", "measure": "growth"}).text
    assert "undoes correction" not in undone


def test_a_bare_number_is_shown_with_its_unit_before_it_is_kept(desk: TestClient) -> None:
    at = REPORT.index("99.9亿元")
    money = f"/documents/{document_id(desk, 'report.txt')}/records/figure-{at}-{at + 6}"
    asked = desk.post(f"{money}/correct", data=typed(desk, field="value", value="98.9"))
    assert asked.status_code == 400
    assert 'value="98.9亿元"' in asked.text
    assert desk.get("/series", params={"indicator": "一般公共预算收入", "measure": "level"}).text.count("98.9") == 0
    desk.post(f"{money}/correct", data=typed(desk, field="value", value="98.9亿元"))
    series = desk.get("/series", params={"indicator": "一般公共预算收入", "measure": "level"}).text
    assert re.search(r">98.9亿元</a><sup class=\"mended\" title=\"更正过\">", series)
    desk.post(f"{money}/undo", data={"token": token(desk), "by": "苏问渠", "number": "1"})
    series = desk.get("/series", params={"indicator": "一般公共预算收入", "measure": "level"}).text
    assert 'class="mended"' not in series


def test_what_is_no_record_is_left_out_with_a_reason_and_comes_back(desk: TestClient) -> None:
    at = REPORT.index("1260张")
    beds = f"/documents/{document_id(desk, 'report.txt')}/records/figure-{at}-{at + 5}"
    assert "这不是一条记录" in desk.get(beds).text
    unsaid = desk.post(f"{beds}/correct", data=typed(desk, field="stands", value="false", why=""))
    assert unsaid.status_code == 400
    refused = desk.post(f"{beds}/correct", data=typed(desk, field="stands", value="false")).text
    assert "不再计入" in refused
    assert "1260张" not in desk.get("/series", params={"indicator": "新增养老床位"}).text
    assert re.search(rf'id="c{at}" class="m k-figure[^"]* refused', desk.get(beds.split("/records")[0]).text)
    assert "<b>记录</b> 是 → 不是一条记录" in desk.get("/review").text
    desk.post(f"{beds}/undo", data={"token": token(desk), "by": "苏问渠", "number": "1"})
    assert "1260张" in desk.get("/series", params={"indicator": "新增养老床位"}).text


def test_an_undo_of_what_is_undone_is_refused(desk: TestClient, record: str) -> None:
    answer = desk.post(f"{record}/undo", data={"token": token(desk), "by": "苏问渠", "number": "1"})
    assert answer.status_code == 400


def test_choices_are_taken_in_words(desk: TestClient, record: str) -> None:
    page = desk.get(record).text
    assert '<datalist id="choices-measure"><option value="总量">' in page
    assert "<th>度量</th><td>增速" in page
    desk.post(f"{record}/correct", data=typed(desk, field="status", value="预计"))
    assert '<b>性质</b> <span class="change">实绩 → 预计</span>' in desk.get(record).text
    english = desk.get(record, headers={"accept-language": "en"}).text
    assert '<b>Status</b> <span class="change">actual → forecast</span>' in english
    desk.post(f"{record}/undo", data={"token": token(desk), "by": "苏问渠", "number": "3"})


def test_who_signed_last_is_remembered(desk: TestClient, record: str) -> None:
    browser = TestClient(desk.app, base_url="http://127.0.0.1:8360")
    assert 'name="by" required maxlength="80" value=""' in browser.get(record).text
    browser.post(f"{record}/correct", data=typed(browser, field="value", value="很多"))
    assert 'name="by" required maxlength="80" value="苏问渠"' in browser.get(record).text
