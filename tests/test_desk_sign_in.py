"""Signing in and out at a desk that others can reach, one's own password, the log, and who signs a correction."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk_client import REPORT, document_id, hand_over
from fastapi import FastAPI
from fastapi.testclient import TestClient
from office_desk import NAMES, PASSWORD, browser, opened_office, signed_in, token_of

from luoshi.ways.web.attempts import MOST


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    with opened_office(tmp_path_factory.mktemp("office")) as app:
        yield app


def tried(client: TestClient, name: str, password: str, onward: str = "/") -> tuple[int, str, str]:
    """What comes of an attempt to sign in: status, where it leads, the page."""
    form = {"token": token_of(client.get("/sign-in").text), "name": name, "password": password, "next": onward}
    answer = client.post("/sign-in", data=form, follow_redirects=False)
    return answer.status_code, answer.headers.get("location", ""), answer.text


def test_a_session_is_kept_from_scripts_other_sites_and_plain_http(office: FastAPI) -> None:
    for scheme, secure in (("https", True), ("http", False)):
        client = browser(office, scheme)
        before = client.get("/sign-in").cookies["luoshi_session"]
        form = {"token": token_of(client.get("/sign-in").text), "name": NAMES["editor"], "password": PASSWORD}
        answer = client.post("/sign-in", data=form, follow_redirects=False)
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert ("secure" in cookie) == secure
        assert answer.cookies["luoshi_session"] != before  # nobody can know it beforehand


def test_one_goes_on_to_where_one_wanted(office: FastAPI) -> None:
    client = browser(office)
    assert tried(client, NAMES["reader"], PASSWORD, "/overview?year=2025")[:2] == (303, "/overview?year=2025")
    assert client.get("/sign-in", follow_redirects=False).headers["location"] == "/"
    assert tried(browser(office), NAMES["reader"], PASSWORD, "//evil.example")[1] == "/"


def test_a_wrong_name_and_a_wrong_password_are_told_alike(office: FastAPI) -> None:
    pages = [tried(browser(office), name, "wrong password")[2] for name in (NAMES["editor"], "nobody")]
    assert all("账号或密码不对" in page for page in pages)


def test_signing_in_without_the_page_s_token_is_refused(office: FastAPI) -> None:
    form = {"name": NAMES["editor"], "password": PASSWORD, "token": "0" * 64}
    assert browser(office).post("/sign-in", data=form).status_code == 403


def test_many_tries_have_to_wait_even_with_the_right_password(office: FastAPI) -> None:
    client = browser(office)
    for _ in range(MOST["both"]):
        assert tried(client, NAMES["editor"], "wrong password")[0] == 401
    status, _, page = tried(client, NAMES["editor"], PASSWORD)
    assert status == 429
    assert "请过" in page
    assert tried(client, NAMES["reader"], PASSWORD)[0] == 303


def test_signing_out_ends_the_session_in_every_copy_of_it(office: FastAPI) -> None:
    client = signed_in(office, "editor")
    copy = dict(client.cookies)
    assert client.get("/account", follow_redirects=False).status_code == 200
    client.post("/sign-out", data={"token": token_of(client.get("/account").text)})
    client.cookies.update(copy)
    assert client.get("/account", follow_redirects=False).status_code == 303


def test_a_new_password_ends_the_other_sessions(office: FastAPI) -> None:
    client, other = signed_in(office, "reader"), signed_in(office, "reader")
    form = {"password": PASSWORD, "new_password": "another long word", "again": "another long word"}
    for wrong in ({"password": "x"}, {"again": "y"}, {"new_password": "short", "again": "short"}):
        token = token_of(client.get("/account").text)
        assert client.post("/account/password", data=form | wrong | {"token": token}).status_code in (400, 401)
    client.post("/account/password", data=form | {"token": token_of(client.get("/account").text)})
    assert client.get("/account", follow_redirects=False).status_code == 200
    assert other.get("/account", follow_redirects=False).status_code == 303
    assert tried(browser(office), NAMES["reader"], PASSWORD)[0] == 401


def test_a_correction_carries_the_name_of_who_is_signed_in(office: FastAPI) -> None:
    client = signed_in(office, "editor")
    form = {"token": token_of(client.get("/").text)}
    sent = [("files", ("report.txt", REPORT.encode(), "text/plain"))]
    where = str(client.post("/add", data=form, files=sent).url)
    while "hx-trigger" in client.get(where).text:
        pass
    at = REPORT.index("1260张")
    record = f"/documents/{document_id(client, 'report.txt')}/records/figure-{at}-{at + 5}"
    assert 'name="by"' not in client.get(record).text
    kept = client.post(f"{record}/correct", data=form | {"field": "low", "value": "1270", "by": "别人", "why": "核对"})
    assert NAMES["editor"] in kept.text
    assert "别人" not in kept.text
    assert NAMES["editor"] in client.post(f"{record}/undo", data=form | {"field": "low"}).text


def test_the_log_tells_who_did_what_and_no_password(office: FastAPI) -> None:
    tried(browser(office), NAMES["reader"], "wrong password")
    editor = signed_in(office, "editor")
    token = token_of(editor.get("/").text)
    editor.post("/answers", data={"token": token, "target": "x", "figure": "y", "verdict": "answer", "why": "同一项"})
    reader = signed_in(office, "reader")
    reader.post("/add", data={"token": token_of(reader.get("/check").text), "text": "收入1亿元。"})
    page = signed_in(office, "administrator").get("/deeds").text
    for words in ("登录没有成功", "确认或否定结果", "同一项", "没有执行 403", *NAMES.values()):
        assert words in page, words
    assert PASSWORD not in page
    assert "wrong password" not in page
    assert token not in page
    alone = signed_in(office, "administrator").get("/deeds", params={"who": NAMES["reader"]}).text
    assert "同一项" not in alone


def test_documents_are_handed_over_as_before(office: FastAPI) -> None:
    assert "粮食" in hand_over(signed_in(office, "editor"), ("粮食.txt", "临澜市2025年粮食产量64.1万吨。".encode()))
