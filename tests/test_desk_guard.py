"""Who may ask the desk: only under its own names, from its own pages, and with headers that bind the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk_client import opened_desk, token
from fastapi.testclient import TestClient

RECORD = "/documents/aaaaaaaaaaaaaaaa/records/figure-1-2"
PAGES = ["/", "/sample/overview", "/nowhere", "/static/desk.css", "/api/documents"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk at an empty ledger."""
    with opened_desk(tmp_path_factory.mktemp("guard")) as client:
        yield client


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_binds_the_browser(desk: TestClient, path: str) -> None:
    headers = desk.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


def test_pages_are_not_kept_by_browsers_and_static_files_are(desk: TestClient) -> None:
    assert desk.get("/").headers["cache-control"] == "no-store"
    assert "immutable" in desk.get("/static/desk.css").headers["cache-control"]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8360", "127.0.0.1.evil.example", "", "[::2]:8360"])
def test_another_name_is_refused(desk: TestClient, host: str) -> None:
    for path in PAGES:
        answer = desk.get(path, headers={"host": host})
        assert answer.status_code == 421
        assert "127.0.0.1" in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:9", "localhost:8360", "LOCALHOST", "[::1]:8360"])
def test_its_own_names_are_answered(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_deed_from_another_site_is_refused_even_with_the_token(desk: TestClient, headers: dict[str, str]) -> None:
    answer = desk.post("/add", data={"token": token(desk), "text": "收入1亿元。"}, headers=headers)
    assert answer.status_code == 403
    assert desk.get("/api/documents").json()["count"] == 0


@pytest.mark.parametrize("path", ["/add", "/check", "/answers", f"{RECORD}/correct", f"{RECORD}/undo"])
@pytest.mark.parametrize("borne", ["", "0" * 64, "é"])
def test_a_deed_without_the_token_is_refused(desk: TestClient, path: str, borne: str) -> None:
    answer = desk.post(path, data={"token": borne, "text": "收入1亿元。"})
    assert answer.status_code == 403
    assert "刷新" in answer.text


def test_the_token_of_another_browser_does_not_do(desk: TestClient) -> None:
    stranger = TestClient(desk.app, base_url="http://127.0.0.1:8360")
    assert stranger.post("/check", data={"token": token(desk), "text": "收入1亿元。"}).status_code == 403


def test_the_session_is_kept_from_scripts_and_other_sites(desk: TestClient) -> None:
    cookie = TestClient(desk.app, base_url="http://127.0.0.1:8360").get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_nothing_is_loaded_from_elsewhere_and_nothing_stands_inline(desk: TestClient) -> None:
    for path in ("/", "/sample/overview", "/sample/series?indicator=粮食产量", "/sample/check"):
        page = desk.get(path).text
        assert 'src="http' not in page
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page
        assert " onclick" not in page
