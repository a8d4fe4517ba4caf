"""Pages that are kept until the ledger changes: right for each account, of the present state, nothing of who asked."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from desk_client import REPORT, document_id, hand_over, opened_desk, token
from fastapi import FastAPI
from fastapi.testclient import TestClient
from office_desk import NAMES, PASSWORD, browser, opened_office, signed_in, token_of

from luoshi.ledger import DocumentRow, Ledger
from luoshi.service.access.accounts import Accounts, accounts_beside
from luoshi.ways.web.desk import Desk
from luoshi.ways.web.pages import start

OTHER = "江未晞"  # another reader
PAGES = (
    "/", "/documents", "/overview", "/tasks", "/series?indicator=一般公共预算收入", "/panel?indicator=养老床位",
    "/search?q=养老", "/review", "/check", "/people", "/bodies", "/formulations", "/projects", "/timeline?q=养老床位",
    "/book", "/book/history",
)  # fmt: skip
ADDED = """
import sys, luoshi
from luoshi.ledger import DocumentRow, Ledger
with Ledger(sys.argv[1]) as ledger:
    ledger.add(luoshi.read("2025年，望渔县新增养老床位77张。", date="2026-02-01", place="望渔县"))
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    """A desk on one's own machine, with a report."""
    with opened_desk(tmp_path) as client:
        hand_over(client, ("报告.txt", REPORT.encode()))
        yield client


@pytest.fixture
def office(tmp_path: Path) -> Iterator[FastAPI]:
    """A desk of an office, with a report and two readers."""
    with opened_office(tmp_path) as app:
        hand_over(signed_in(app, "editor"), ("报告.txt", REPORT.replace(NAMES["administrator"], "苏问渠").encode()))
        Accounts(accounts_beside(str(tmp_path / "账本.db"))).add(OTHER, "reader", PASSWORD)
        yield app


def the_other_reader(app: FastAPI) -> TestClient:
    """A browser of the second reader."""
    client = browser(app)
    form = {"name": OTHER, "password": PASSWORD, "token": token_of(client.get("/sign-in").text)}
    assert client.post("/sign-in", data=form, follow_redirects=False).status_code == 303
    return client


def kept(app: FastAPI) -> list[str]:
    """All pages that the desk has kept."""
    return [page.body.decode() for page, _ in app.state.desk.pages._pages.values()]


def borne(page: str) -> str:
    """The token that a page's own requests bear."""
    found = re.search(r'"X-Luoshi-Token": "([0-9a-f]{64})"', page)
    assert found
    return found[1]


def without_asker(page: str, name: str) -> str:
    return page.replace(borne(page), "").replace(name, "")


def test_nothing_of_who_asked_is_kept(office: FastAPI) -> None:
    clients = [signed_in(office, role) for role in NAMES]
    told = [client.get(path).text for client in clients for path in PAGES]
    assert len(kept(office)) == 2 * len(PAGES)  # of those who may write, and of those who only read
    for secret in (*NAMES.values(), *map(borne, told)):
        assert not any(secret in page for page in kept(office))


def test_a_kept_page_bears_the_name_and_the_token_of_whom_it_is_shown(office: FastAPI) -> None:
    first, second = signed_in(office, "reader"), the_other_reader(office)
    for path in PAGES:
        mine, theirs, again = first.get(path).text, second.get(path).text, first.get(path).text
        assert mine == again
        assert NAMES["reader"] in mine
        assert OTHER not in mine
        assert OTHER in theirs
        assert NAMES["reader"] not in theirs
        assert borne(mine) != borne(theirs)
        assert without_asker(mine, NAMES["reader"]) == without_asker(theirs, OTHER)
    assert len(kept(office)) == len(PAGES)


def test_the_token_of_a_kept_page_is_good_for_its_own_browser_only(office: FastAPI) -> None:
    first, second = signed_in(office, "editor"), signed_in(office, "administrator")
    mine, theirs = (token_of(client.get("/").text) for client in (first, second))
    assert len(kept(office)) == 1
    form = {"target": "none", "figure": "none", "verdict": "answer"}
    assert first.post("/answers", data=form | {"token": mine}).status_code != 403
    assert first.post("/answers", data=form | {"token": theirs}).status_code == 403


@pytest.mark.parametrize("first", ["reader", "editor"])
def test_a_reader_is_never_shown_an_editor_s_page(office: FastAPI, first: str) -> None:
    second = "editor" if first == "reader" else "reader"
    pages = {role: signed_in(office, role).get("/").text for role in (first, second)}
    assert 'action="/add"' in pages["editor"]
    assert 'action="/add"' not in pages["reader"]


def test_what_is_kept_is_shown_to_nobody_who_is_not_signed_in(office: FastAPI) -> None:
    client = signed_in(office, "reader")
    assert client.get("/overview").status_code == 200
    assert browser(office).get("/overview", follow_redirects=False).status_code == 303
    client.post("/sign-out", data={"token": borne(client.get("/").text)})
    assert client.get("/overview", follow_redirects=False).status_code == 303


def test_an_account_that_is_removed_is_shown_nothing_more(office: FastAPI, tmp_path: Path) -> None:
    client = signed_in(office, "reader")
    assert client.get("/overview").status_code == 200
    Accounts(accounts_beside(str(tmp_path / "账本.db"))).remove(NAMES["reader"])
    assert client.get("/overview", follow_redirects=False).status_code == 303


def test_a_change_by_another_process_is_shown_at_once(desk: TestClient, tmp_path: Path) -> None:
    assert "望渔县" not in desk.get("/documents").text
    subprocess.run([sys.executable, "-c", ADDED, str(tmp_path / "账本.db")], check=True)
    assert "望渔县" in desk.get("/documents").text


def changes(ledger: Ledger) -> dict[str, Callable[[], object]]:
    """Deeds of each kind, each with what makes it."""
    id = ledger.documents()[0].id
    figure = ledger.series("一般公共预算收入")[0].id
    return {
        "correction": lambda: ledger.correct(figure, "period", "2019", by="苏问渠", why="核对"),
        "withdrawal": lambda: ledger.withdraw(id, by="苏问渠", why="是征求意见稿"),
        "put back": lambda: ledger.put_back(id, by="苏问渠", why="就是定稿"),
    }


def test_each_deed_is_shown_at_once(desk: TestClient, tmp_path: Path) -> None:
    with Ledger(tmp_path / "账本.db") as ledger:
        for name, deed in changes(ledger).items():
            before = {
                path: desk.get(path).text for path in ("/review", "/documents", "/series?indicator=一般公共预算收入")
            }
            deed()
            after = {path: desk.get(path).text for path in before}
            assert after["/review"] != before["/review"], name
            assert after["/documents"] != before["/documents"] or name == "correction"


def test_pages_are_written_once(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    written = desk.get("/").text
    monkeypatch.setattr(start, "_latest", lambda _: pytest.fail("it is written again"))
    assert {desk.get("/").text for _ in range(5)} == {written}


def test_of_several_who_ask_at_once_the_first_has_the_page_written(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    latest = start._latest

    def slow(of: Desk) -> list[DocumentRow]:
        asked.append(of)
        time.sleep(0.5)
        return latest(of)

    monkeypatch.setattr(start, "_latest", slow)
    with ThreadPoolExecutor(8) as several:
        pages = list(several.map(lambda _: desk.get("/").text, range(8)))
    assert (len(set(pages)), len(asked)) == (1, 1)


def test_language_theme_and_part_are_apart(desk: TestClient) -> None:
    id = document_id(desk, "报告.txt")
    key = re.search(r'data-keys="([a-z0-9-]+)', desk.get(f"/documents/{id}").text)
    assert key
    path = f"/documents/{id}/records/{key[1]}"
    for _ in range(2):
        assert '<html lang="zh-CN"' in desk.get(path, headers={"accept-language": "zh"}).text
        assert '<html lang="en"' in desk.get(path, headers={"accept-language": "en"}).text
        assert "<html" not in desk.get(path, headers={"hx-request": "true"}).text
        assert 'data-theme="dark"' in desk.get(path, headers={"cookie": "luoshi_theme=dark"}).text
        assert "data-theme" not in desk.get(path).text


def test_choosing_a_language_is_remembered_by_the_browser_each_time(desk: TestClient) -> None:
    for _ in range(2):
        answer = desk.get("/overview?lang=en")
        assert "luoshi_language=en" in answer.headers["set-cookie"]
        assert borne(answer.text)


def test_the_name_that_signed_last_is_that_of_the_browser(desk: TestClient) -> None:
    with Ledger(Path(desk.app.state.desk.ledger._database.url.database)) as ledger:  # type: ignore[attr-defined]
        ledger.withdraw(ledger.documents()[0].id, by="苏问渠", why="是征求意见稿")
    for name in ("苏问渠", "沈砚舟"):
        page = desk.get("/documents", headers={"cookie": f"luoshi_by={name.encode().hex(' ').replace(' ', '%')}"}).text
        assert 'name="by"' in page
    mine = desk.get("/documents", headers={"cookie": "luoshi_by=Mei%20%22%3E%3Cb%3E"}).text
    assert 'value="Mei &#34;&gt;&lt;b&gt;"' in mine
    assert 'value="Mei' not in desk.get("/documents").text


def test_what_went_wrong_bears_the_own_token_and_is_not_kept(desk: TestClient) -> None:
    own = borne(desk.get("/check").text)
    before = len(kept(desk.app))  # type: ignore[arg-type]
    for path, status in (("/documents/0123456789abcdef", 404), ("/panel?indicator=养老床位&years=x", 400)):
        for _ in range(2):
            answer = desk.get(path)
            assert answer.status_code == status
            assert borne(answer.text) == own
    assert len(kept(desk.app)) == before  # type: ignore[arg-type]


def test_messages_and_files_that_wait_are_not_kept(desk: TestClient) -> None:
    form = {"token": token(desk), "text": "2025年，全市新增养老床位1260张。", "date": "2026-02-01", "place": "临澜市"}
    told = desk.post("/check", data=form).text
    assert "1260张" in told
    assert "1260张" not in desk.get("/check").text
    batch = hand_over(desk, ("再报.txt", "2025年，全市粮食产量64.1万吨。".encode()))
    assert "再报.txt" in batch
    assert not any("/batches/" in str(asked) for asked in desk.app.state.desk.pages._pages)  # type: ignore[attr-defined]
