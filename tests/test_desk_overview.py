"""The overview at the desk: what can be downloaded from it, and what it counts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import openpyxl
import pytest
from desk_client import hand_over, opened_desk
from fastapi.testclient import TestClient

ASKED = {"place": "临澜市", "year": "2025", "on": "2026-03-01"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk; its sample is asked."""
    with opened_desk(tmp_path_factory.mktemp("overview")) as client:
        yield client


def test_targets_and_results_are_handed_out_as_they_are_counted(desk: TestClient) -> None:
    page = desk.get("/sample/overview", params=ASKED).text
    for to in ("xlsx", "csv"):
        assert f"/sample/overview.{to}?place=" in page
    counted = sum(map(int, re.findall(r"<dd>(\d+)</dd>", page)))
    answer = desk.get("/sample/overview.csv", params=ASKED)
    assert "%E4%B8%B4%E6%BE%9C%E5%B8%82-2025.csv" in answer.headers["content-disposition"]
    assert len(list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))) == counted
    book = openpyxl.load_workbook(io.BytesIO(desk.get("/sample/overview.xlsx", params=ASKED).content))
    assert book.active.max_row == counted + 1
    assert desk.get("/sample/overview.exe", params=ASKED).status_code == 404


def test_reasons_stand_in_one_language(desk: TestClient) -> None:
    for language, told, other in (("zh", "达到 ≥", "reach"), ("en", "reach ≥", "达到 ")):
        page = desk.get("/sample/overview", params=ASKED, headers={"accept-language": language}).text
        rules = re.findall(r'<span class="from rule">([^<]+)</span>', page)
        assert rules
        assert any(told in rule for rule in rules)
        assert not any(other in rule or " / " in rule for rule in rules)


def test_a_place_without_targets_shows_its_results(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("results")) as desk:
        text = "2025年，临澜市粮食产量64.1万吨，棉花产量1.2万吨。2024年，临澜市粮食产量63.5万吨。"
        hand_over(desk, ("公报.txt", text.encode()), date="2026-03-02", place="临澜市")
        page = desk.get("/overview", params={"place": "临澜市"}).text
        assert "临澜市 2025年" in page
        assert "有结果，没有目标" in page
        assert "64.1万吨" in page


def test_the_overview_counts_the_commitments_that_the_tasks_show(desk: TestClient) -> None:
    overview = desk.get("/sample/overview", params=ASKED).text
    counted = dict(re.findall(r"/sample/tasks\?[^\"]*state=(\w+)\">.*?<b>(\d+)</b>", overview))
    assert counted
    for state, count in counted.items():
        tasks = desk.get("/sample/tasks", params=ASKED | {"state": state}).text
        assert tasks.count('<li class="card">') == int(count)


def test_the_commitments_are_those_that_the_year_made_or_that_are_due_in_it(desk: TestClient) -> None:
    def told(year: str) -> list[str]:
        page = desk.get("/sample/tasks", params=ASKED | {"year": year}).text
        return re.findall(r'<p class="words"><a href="([^"]+)"', page)

    years = re.findall(r"<option(?: selected)?>(\d{4})</option>", desk.get("/sample/tasks", params=ASKED).text)
    assert years == sorted(years, reverse=True)
    assert len(years) > 1
    everything = set(told(""))
    assert {one for year in years for one in told(year)} == everything
    assert all(0 < len(told(year)) < len(everything) for year in years)


@pytest.mark.parametrize("page", ["overview", "tasks"])
def test_a_day_that_is_none_is_told_and_today_holds(page: str, desk: TestClient) -> None:
    told = "日期请写成"
    assert told in desk.get(f"/sample/{page}", params=ASKED | {"on": "2026年3月"}).text
    assert told not in desk.get(f"/sample/{page}", params=ASKED).text
