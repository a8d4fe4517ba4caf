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


def test_indicators_beyond_what_is_shown_are_named(desk: TestClient) -> None:
    names = [
        "一般公共预算收入",
        "微笑指数",
        *(f"指标{letter}" for letter in "甲乙丙丁戊己庚辛壬癸"),
        "粮食产量",
        "新增学位",
    ]
    page = desk.get("/sample/panel", params={"indicator": "、".join(names), "years": "2024-2025"}).text
    assert "共 14 个；没有列出的：粮食产量、新增学位" in page
    assert "账本里没有“微笑指数、指标甲、" in page
    english = {"accept-language": "en"}
    page = desk.get("/sample/panel", params={"indicator": "、".join(names)}, headers=english).text
    assert "12 of 14 are shown; not shown: 粮食产量、新增学位" in page


def test_the_workbook_is_in_the_language_of_the_page(desk: TestClient) -> None:
    for language, name, sheet in (("zh", "%E9%9D%A2%E6%9D%BF.xlsx", "面板"), ("en", "panel.xlsx", "Panel")):
        got = desk.get("/sample/panel.xlsx", params=ASKED, headers={"accept-language": language})
        assert name in got.headers["content-disposition"]
        assert openpyxl.load_workbook(io.BytesIO(got.content)).sheetnames[0] == sheet


@pytest.mark.parametrize("years", ["abc", "2026-2020"])
def test_years_that_are_none_are_told_beside_what_was_typed(desk: TestClient, years: str) -> None:
    answer = desk.get("/sample/panel", params=ASKED | {"years": years})
    assert answer.status_code == 400
    assert '<p class="failure" id="wrong" role="alert">年份请写成 2020-2026' in answer.text
    assert f'value="{years}"' in answer.text
    assert f'value="{ASKED["indicator"]}"' in answer.text


@pytest.mark.parametrize("years", ["2024年至2026年", "2024—2026", "2024年到2026年"])
def test_years_may_be_written_as_people_do(desk: TestClient, years: str) -> None:
    page = desk.get("/sample/panel", params=ASKED | {"years": years}).text
    assert page.count("<table") == 2
    assert '<th class="n" scope="col">2024</th>' in page


def test_an_unknown_indicator_is_told_with_links_to_those_like_it(desk: TestClient) -> None:
    for page in ("panel", "series"):
        told = desk.get(f"/sample/{page}", params={"indicator": "公共预算收入额"}).text
        assert "账本里没有“公共预算收入额”的数值" in told
        links = re.findall(r'<a href="\?indicator=[^"]+">([^<]+)</a>', told)
        assert "一般公共预算收入" in links
        assert "没有说" not in told


def test_years_without_documents_are_left_out_unless_asked_for(desk: TestClient) -> None:
    page = desk.get("/sample/panel", params={"indicator": "粮食产量"}).text
    assert "无文件" not in page
    assert "无文件" in desk.get("/sample/panel", params={"indicator": "粮食产量", "years": "2010-2026"}).text


def test_the_level_of_a_rate_is_called_so(desk: TestClient) -> None:
    page = desk.get("/sample/panel", params={"indicator": "城镇调查失业率、粮食产量"}).text
    assert re.findall(r'<span class="from inline">(\w+)</span></h2>', page) == ["比率", "总量"]


def test_a_target_and_its_result_stand_side_by_side(desk: TestClient) -> None:
    page = desk.get("/sample/overview", params={"place": "临澜市", "year": "2025"}).text
    links = re.findall(r'href="(/sample/beside\?[^"]+)"', page)
    assert links
    for link in links[:4]:
        told = desk.get(link.replace("&amp;", "&")).text
        assert re.search(r"<h1>[^<]+ <span", told)  # which indicator it is
        assert told.count("<article") == 2
        assert told.count('<mark class="quote">') >= 2
        assert 'class="light met"' in told or 'class="light missed"' in told


def test_a_record_that_is_none_is_told(desk: TestClient) -> None:
    assert desk.get("/sample/beside", params={"target": "x", "answer": "y"}).status_code == 404
    assert desk.get("/sample/beside").status_code == 422
