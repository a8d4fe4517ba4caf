"""The desk's metrics: what they count, and who may see them."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from office_desk import HOST, NAMES, browser, opened_office, signed_in

from luoshi.service.context import Service
from luoshi.ways.web.app import desk_app

LOCAL = ("127.0.0.1", 50000)


def samples(text: str) -> dict[str, float]:
    return {found[1]: float(found[2]) for found in re.finditer(r"^([a-z_]+\S*) (\S+)$", text, re.M)}


def test_answers_are_counted_by_page(tmp_path: Path) -> None:
    with TestClient(desk_app(Service(str(tmp_path / "账本.db"))), base_url="http://127.0.0.1") as client:
        for path in ("/search?q=养老", "/sample/search?q=养老", "/documents/0123456789abcdef", "/nothing/at/all"):
            client.get(path)
        told = samples(client.get("/metrics").text)
    assert told['luoshi_desk_requests_total{method="GET",page="/search",status="200"}'] == 1
    assert told['luoshi_desk_requests_total{method="GET",page="/sample/search",status="200"}'] == 1
    assert told['luoshi_desk_requests_total{method="GET",page="/documents/{id}",status="404"}'] == 1
    assert told['luoshi_desk_requests_total{method="GET",page="other",status="404"}'] == 1
    assert told['luoshi_desk_request_seconds_count{page="/search"}'] == 1
    assert told["luoshi_ledger_documents"] == 0
    assert not any("养老" in name for name in told)


def test_only_administrators_and_this_machine_see_them(tmp_path: Path) -> None:
    with opened_office(tmp_path) as app:
        stranger = browser(app)
        assert stranger.get("/metrics", follow_redirects=False).status_code == 303
        assert signed_in(app, "editor").get("/metrics").status_code == 403
        assert signed_in(app, "administrator").get("/metrics").status_code == 200
        here = TestClient(app, base_url=f"http://{HOST}", client=LOCAL)
        assert here.get("/metrics", follow_redirects=False).status_code == 200
        for header in ("X-Forwarded-For", "Forwarded", "Via"):
            answer = here.get("/metrics", headers={header: "203.0.113.9"}, follow_redirects=False)
            assert answer.status_code == 303


def test_answers_are_logged_with_who_asks(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "luoshi.desk")
    with opened_office(tmp_path) as app:
        signed_in(app, "reader").get("/search?q=养老")
    [record] = [each for each in caplog.records if each.getMessage() == "GET /search"]
    assert record.__dict__["status"] == 200
    assert record.__dict__["account"] == NAMES["reader"]
