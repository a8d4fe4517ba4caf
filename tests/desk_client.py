"""A desk for the tests: its application asked as a browser asks it, with documents of an invented city."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi.testclient import TestClient

from luoshi.service.context import Service
from luoshi.ways.web.app import desk_app

REPORT = """临澜市政府工作报告
——2026年1月13日在临澜市第十届人民代表大会第五次会议上
临澜市市长　沈砚舟
2025年，全市一般公共预算收入99.9亿元，增长3.8%。新增养老床位1260张。
2026年，一般公共预算收入增长4%左右。市民政局要在6月底前新增养老床位1300张。
"""


@contextmanager
def opened_desk(folder: Path) -> Iterator[TestClient]:
    """A desk at an empty ledger in ``folder``, asked from this machine."""
    with TestClient(desk_app(Service(str(folder / "账本.db"))), base_url="http://127.0.0.1:8360") as client:
        yield client


def token(client: TestClient) -> str:
    """The token that the desk's pages bear for this browser."""
    found = re.search(r'name="token" value="([0-9a-f]{64})"', client.get("/").text)
    assert found
    return found[1]


def hand_over(client: TestClient, *files: tuple[str, bytes], **stated: str) -> str:
    """Hand files over and wait until they are read; the page that tells of them."""
    sent = [("files", (name, data, "application/octet-stream")) for name, data in files]
    answer = client.post("/add", data={"token": token(client), **stated}, files=sent)
    assert answer.status_code == 200, answer.text
    where = str(answer.url)
    for _ in range(1200):
        page = client.get(where).text
        if "hx-trigger" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("the files were never read")


def document_id(client: TestClient, name: str) -> str:
    """The beginning of a document's id, as addresses give it."""
    rows = client.get("/api/documents").json()["rows"]
    return next(str(row["id"])[:16] for row in rows if row["name"] == name)
