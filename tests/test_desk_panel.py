"""The panel at the desk, and two reports side by side."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import openpyxl
import pytest
from desk_client import opened_desk
from fastapi.testclient import TestClient

ASKED = {"indicator": "一般公共预算收入、粮食产量", "years": "2024-2026"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk; its sample is asked."""
    with opened_desk(tmp_path_factory.mktemp("panel")) as client:
        yield client


def test_every_cell_leads_to_its_sentence(desk: TestClient) -> None:
    page = desk.get("/sample/panel", params=ASKED).text
    assert page.count("<table") == 2
    assert "99.9亿元" in page
    links = re.findall(r'<a class="value[^"]*" href="([^"]+)"[^>]*>([^<]+)</a>', page)
    assert len(links) >= 3
    for link, value in links:
        told = desk.get(link.replace("&amp;", "&")).text
        assert f"<strong>{value}</strong>" in told


def test_an_empty_cell_says_why(desk: TestClient) -> None:
    page = desk.get("/sample/panel", params=ASKED | {"years": "2019-2026"}).text
    assert "无文件" in page
    assert "没有该地当年或次年的文件" in page


def test_the_panel_is_handed_out_as_csv_and_as_a_workbook(desk: TestClient) -> None:
    csv = desk.get("/sample/panel.csv", params=ASKED)
    assert csv.content.startswith(b"\xef\xbb\xbf")
    assert "99.9亿元" in csv.text
    book = openpyxl.load_workbook(io.BytesIO(desk.get("/sample/panel.xlsx", params=ASKED).content))
    assert len(book.sheetnames) == 2
    assert desk.get("/sample/panel.exe", params=ASKED).status_code == 404


@pytest.mark.parametrize("years", ["abc", "2026-2020"])
def test_years_that_are_none_are_told(desk: TestClient, years: str) -> None:
    answer = desk.get("/sample/panel", params=ASKED | {"years": years})
    assert answer.status_code == 400
    assert "2020-2026" in answer.text


def test_a_target_and_its_result_stand_side_by_side(desk: TestClient) -> None:
    page = desk.get("/sample/overview", params={"place": "临澜市", "year": "2025"}).text
    links = re.findall(r'href="(/sample/beside\?[^"]+)"', page)
    assert links
    for link in links[:4]:
        told = desk.get(link.replace("&amp;", "&")).text
        assert told.count("<article") == 2
        assert told.count('<mark class="quote">') >= 2
        assert 'class="light met"' in told or 'class="light missed"' in told


def test_a_record_that_is_none_is_told(desk: TestClient) -> None:
    assert desk.get("/sample/beside", params={"target": "x", "answer": "y"}).status_code == 404
    assert desk.get("/sample/beside").status_code == 422
