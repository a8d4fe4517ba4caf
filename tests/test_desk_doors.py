"""Where others can reach the desk: a stranger can't read, a reader can't write, whatever page there is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from office_desk import HOST, browser, opened_office, signed_in, token_of
from starlette.routing import Mount

from luoshi.ways.web.doors import OPEN, needed, own_path

OF_READERS = {"/check", "/sample/check", "/sign-out", "/account/password"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    with opened_office(tmp_path_factory.mktemp("doors")) as app:
        yield app


def routes(app: FastAPI, base: str = "") -> Iterator[tuple[str, str]]:
    """Method and address of everything that can be asked, the sample's desk too."""
    for mount in app.routes:
        if isinstance(mount, Mount) and isinstance(mount.app, FastAPI):
            yield from routes(mount.app, mount.path)
    for route in iter_route_contexts(app.routes):
        path = re.sub(r"\{id[^}]*\}", "0" * 16, route.path or "")
        path = re.sub(r"\{key[^}]*\}", "figure-1-2", path)
        for method in (route.methods or set()) - {"HEAD"}:
            yield method, base + re.sub(r"\{[^}]*\}", "1", path)


def test_all_pages_and_deeds_are_looked_at(office: FastAPI) -> None:
    found = set(routes(office))
    assert len(found) > 60
    assert {("POST", "/add"), ("POST", "/sample/add"), ("GET", "/sample/api/series"), ("GET", "/deeds")} <= found


def test_a_stranger_can_read_nothing(office: FastAPI) -> None:
    client = browser(office)
    for method, path in routes(office):
        if path in OPEN:
            continue
        answer = client.request(method, path, follow_redirects=False)
        wanted = 401 if "/api/" in path else 303
        assert answer.status_code == wanted, (method, path)
        assert wanted == 401 or answer.headers["location"].startswith("/sign-in"), path
        assert "账本" not in answer.text


def test_a_stranger_is_shown_the_page_to_sign_in_and_what_it_needs(office: FastAPI) -> None:
    client = browser(office)
    page = client.get("/overview?place=临澜市")
    assert page.url.path == "/sign-in"
    assert 'value="/overview?place=' in page.text
    assert "账本.db" not in page.text
    assert "<nav" not in page.text
    assert client.get("/static/desk.css").status_code == 200
    assert client.get("/overview", headers={"hx-request": "true"}).headers["hx-redirect"] == "/sign-in"


@pytest.mark.parametrize("path", ["/static/../api/documents", "/static/%2e%2e/documents", "/sign-in/../documents"])
def test_no_other_spelling_of_an_address_is_open(office: FastAPI, path: str) -> None:
    answer = browser(office).request("GET", path, follow_redirects=False)
    assert answer.status_code in (303, 401, 404)
    assert "账本.db" not in answer.text


def test_a_reader_can_write_nothing(office: FastAPI) -> None:
    client = signed_in(office, "reader")
    token = token_of(client.get("/account").text)
    deeds = [(method, path) for method, path in routes(office) if method not in ("GET", "OPTIONS")]
    assert len(deeds) > 10
    for method, path in deeds:
        if path in OF_READERS | {"/sign-in"}:
            continue
        assert client.request(method, path, data={"token": token}).status_code == 403, (method, path)


def test_a_reader_can_read_and_check_a_draft(office: FastAPI) -> None:
    client = signed_in(office, "reader")
    for path in ("/", "/overview", "/sample/overview", "/api/documents", "/account"):
        assert client.get(path).status_code == 200, path
    start = client.get("/").text
    assert 'action="/add"' not in start
    handed = {"token": token_of(client.get("/check").text), "text": "2025年，临澜市地区生产总值1317.5亿元。"}
    assert "1317.5亿元" in client.post("/sample/check", data=handed).text


def test_only_an_administrator_sees_the_log(office: FastAPI) -> None:
    for role, status in (("reader", 403), ("editor", 403), ("administrator", 200)):
        assert signed_in(office, role).get("/deeds").status_code == status, role


def test_an_editor_adds_a_document(office: FastAPI) -> None:
    client = signed_in(office, "editor")
    form = {"token": token_of(client.get("/").text), "text": "临澜市2025年粮食产量64.1万吨。"}
    assert client.post("/add", data=form).status_code == 200
    assert client.post("/add", data=form | {"token": "0" * 64}).status_code == 403


def test_what_is_not_named_is_closed() -> None:
    assert needed("GET", "/a-page-to-come") == "reader"
    assert needed("POST", "/a-deed-to-come") == "editor"
    assert needed("DELETE", "/check/x") == "editor"
    assert needed("POST", "/deeds") == "administrator"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/overview?place=临澜市", "/overview?place=临澜市"),
        ("//evil.example/", "/"),
        ("https://evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nb", "/"),
        ("", "/"),
    ],
)
def test_one_goes_on_within_the_desk_alone(address: str, path: str) -> None:
    assert own_path(address) == path


@pytest.mark.parametrize(
    ("host", "status"),
    [
        (HOST, 200),
        (HOST.upper(), 200),
        ("10.0.0.5:8360", 200),
        ("[fd00::1]:8360", 200),
        ("evil.example", 421),
        ("", 421),
    ],
)
def test_the_desk_is_asked_under_its_names_and_numeric_addresses(office: FastAPI, host: str, status: int) -> None:
    client = TestClient(office, base_url=f"https://{HOST}")
    assert client.get("/sign-in", headers={"host": host}).status_code == status
