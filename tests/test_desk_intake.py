"""Files handed over at the desk: which is being read, what is listed when all are."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator

import pytest
from desk_client import REPORT, hand_over, opened_desk, token

from luoshi import service
from luoshi.service import Handed, Ledger, Received
from luoshi.ways.web.intake import Intake


def test_the_file_that_is_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    going = threading.Event()

    def slowly(ledger: Ledger, files: Iterable[Handed], date: str, place: str) -> Iterator[Received]:
        for file in files:
            going.wait(10)
            yield Received(file.name, "new")

    monkeypatch.setattr(service, "take_in", slowly)
    with Ledger(":memory:") as ledger:
        batch = Intake().begin(ledger, [Handed("甲.txt", b"1"), Handed("乙.txt", b"2")], "", "")
        for _ in range(200):
            if batch.reading:
                break
            time.sleep(0.01)
        assert (batch.reading, batch.received) == ("甲.txt", [])
        going.set()
        for _ in range(200):
            if batch.finished:
                break
            time.sleep(0.01)
        assert [each.name for each in batch.received] == ["甲.txt", "乙.txt"]


def test_the_list_below_is_put_anew_when_all_are_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("intake")) as desk:
        assert '<section id="recent">' in desk.get("/").text
        hand_over(desk, ("report.txt", REPORT.encode()), place="临澜市")
        sent = [("files", ("later.txt", "临澜市2025年粮食产量64.1万吨。".encode(), "text/plain"))]
        answer = desk.post("/add", data={"token": token(desk)}, files=sent, headers={"hx-request": "true"})
        batch = answer.text.partition("/batches/")[2].partition('"')[0]
        page = ""
        for _ in range(600):
            page = desk.get(f"/batches/{batch}", headers={"hx-request": "true"}).text
            if "hx-trigger" not in page:
                break
            time.sleep(0.1)
        assert '<section id="recent" hx-swap-oob="true">' in page
        recent = page[page.index('id="recent"') :]
        assert recent.index("later.txt") < recent.index("report.txt")
