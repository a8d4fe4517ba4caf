"""A document's day and place mended at the desk; a document taken out and put back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk_client import REPORT, document_id, hand_over, opened_desk, token
from fastapi.testclient import TestClient


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk whose ledger holds a report."""
    with opened_desk(tmp_path_factory.mktemp("mending")) as client:
        hand_over(client, ("report.txt", REPORT.encode()))
        yield client


def signed(desk: TestClient, **more: str) -> dict[str, str]:
    """A deed of someone."""
    return {"token": token(desk), "by": "苏问渠", "why": "与原件核对"} | more


def row(desk: TestClient) -> dict[str, object]:
    """The document as the ledger lists it."""
    found: dict[str, object] = desk.get("/api/documents").json()["rows"][0]
    return found


def test_a_day_is_stated_as_people_write_it_and_taken_back(desk: TestClient) -> None:
    where = f"/documents/{document_id(desk, 'report.txt')}"
    assert f'href="{where}/mend"' in desk.get(where).text
    stated = signed(desk, date="2026年1月14日", place="临澜市", what="state")
    assert desk.post(f"{where}/state", data=stated).status_code == 200
    assert (row(desk)["date"], row(desk)["place"]) == ("2026-01-14", "临澜市")
    page = desk.get(f"{where}/mend").text
    assert "与原件核对" in page
    assert desk.post(f"{where}/take-back", data=signed(desk, why="")).status_code == 200
    assert row(desk)["date"] == "2026-01-13"


@pytest.mark.parametrize(
    ("date", "place", "told"), [("昨天", "临澜市", "2025-01-08"), ("2026-01-13", "扬洲市", "扬州市")]
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(desk: TestClient, date: str, place: str, told: str) -> None:
    where = f"/documents/{document_id(desk, 'report.txt')}"
    answer = desk.post(f"{where}/state", data=signed(desk, date=date, place=place, what="state"))
    assert answer.status_code == 400
    assert told in answer.text
    assert f'value="{date}"' in answer.text
    assert f'value="{place}"' in answer.text
    assert row(desk)["date"] == "2026-01-13"


def test_a_document_is_taken_out_and_put_back(desk: TestClient) -> None:
    id = document_id(desk, "report.txt")
    assert "99.9亿元" in desk.get("/series", params={"indicator": "一般公共预算收入", "measure": "level"}).text
    page = desk.post(f"/documents/{id}/remove", data=signed(desk, why="征求意见稿")).text
    assert "征求意见稿" in page
    assert desk.get("/api/documents").json()["count"] == 0
    assert desk.get(f"/documents/{id}").status_code == 404
    assert "99.9亿元" not in desk.get("/series", params={"indicator": "一般公共预算收入", "measure": "level"}).text
    assert "没有找到" in desk.get("/search", params={"q": "养老"}).text
    assert desk.post(f"/documents/{id}/take-back", data=signed(desk)).status_code == 200
    assert "99.9亿元" in desk.get("/series", params={"indicator": "一般公共预算收入", "measure": "level"}).text
    assert "report.txt" in desk.get("/search", params={"q": "养老"}).text
