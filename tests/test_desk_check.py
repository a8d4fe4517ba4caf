"""A draft checked at the desk, and its report."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from desk_client import opened_desk, token
from fastapi.testclient import TestClient

DRAFT = "2025年，临澜市一般公共预算收入99.9亿元，增长4.8%。"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk; its sample is asked."""
    with opened_desk(tmp_path_factory.mktemp("check")) as client:
        yield client


def test_what_was_found_is_handed_out_as_a_page(desk: TestClient) -> None:
    asked = {"token": token(desk), "text": DRAFT, "place": "临澜市", "date": "2026-01-14"}
    page = desk.post("/sample/check", data=asked).text
    (link,) = re.findall(r'href="(/sample/check/[^"]+\.html)" download', page)
    report = desk.get(link)
    assert report.status_code == 200
    assert "attachment" in report.headers["content-disposition"]
    assert "4.8%" in report.text
    assert '<mark class="certain">' in report.text
    assert desk.get("/sample/check/none.html").status_code == 404


def test_a_draft_without_place_or_day_is_told_that_they_decide(desk: TestClient) -> None:
    text = "一般公共预算收入99.9亿元，增长4.8%。"
    unknown = desk.post("/sample/check", data={"token": token(desk), "text": text}).text
    assert "没有看出稿件说的是哪个地区" in unknown
    assert "没有看出稿件的日期" in unknown
    stated = {"token": token(desk), "text": text, "place": "临澜市", "date": "2026-01-14"}
    assert "没有看出" not in desk.post("/sample/check", data=stated).text
