"""The desk's answers as JSON: described, in pages, with ids that hold in every ledger, whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk_client import opened_desk
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

ASKED = {
    "documents": {}, "book": {}, "panel": {"indicator": "粮食产量"}, "series": {"indicator": "一般公共预算收入"},
    "outcomes": {"year": "2025"}, "conflicts": {}, "progress": {"on": "2026-06-01"}, "people": {}, "bodies": {},
    "formulations": {}, "projects": {}, "events": {}, "timeline": {"asked": "跨海通道"},
}  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk; its sample is asked."""
    with opened_desk(tmp_path_factory.mktemp("api")) as client:
        yield client


@pytest.mark.parametrize("name", ASKED)
def test_lists_come_in_pages(desk: TestClient, name: str) -> None:
    whole = desk.get(f"/sample/api/{name}", params=ASKED[name] | {"limit": 1000}).json()
    assert whole["count"] == len(whole["rows"])
    pages = [
        desk.get(f"/sample/api/{name}", params=ASKED[name] | {"limit": 2, "offset": offset}).json()["rows"]
        for offset in range(0, whole["count"], 2)
    ]
    assert [row for page in pages for row in page] == whole["rows"]


def test_every_id_that_is_told_opens(desk: TestClient) -> None:
    rows = desk.get("/sample/api/series", params={"indicator": "粮食产量"}).json()["rows"]
    assert rows
    for row in rows:
        record = desk.get(f"/sample/api/records/{row['id']}").json()
        assert record["quote"] == row["quote"]
        assert row["quote"] in record["sentence"]


def test_every_way_is_described(desk: TestClient) -> None:
    paths = desk.get("/api/openapi.json").json()["paths"]
    assert {f"/api/{name}" for name in ASKED} <= set(paths)
    assert not [path for path in paths if not path.startswith("/api/")]


def test_what_is_not_there_is_json(desk: TestClient) -> None:
    answer = desk.get("/sample/api/records/figure-1-2")
    assert answer.status_code == 404
    assert "没有这条记录" in answer.json()["detail"]


@given(
    name=st.sampled_from([*ASKED, "search", "records/x", "documents/x/records"]),
    words=st.text(max_size=30),
    field=st.sampled_from(
        ["place", "indicator", "year", "on", "q", "measure", "person", "body", "phrase", "limit", "offset"]
    ),
)
def test_no_words_make_it_fail(desk: TestClient, name: str, words: str, field: str) -> None:
    told = {"indicator": "粮食产量", "q": "养老"} | {field: words}
    assert desk.get(f"/sample/api/{name}", params=told).status_code < 500
