"""What documents are called, and what of their marks is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk_client import document_id, hand_over, opened_desk
from fastapi.testclient import TestClient

TEXT = """---
title: 临澜市政府工作报告（2026年1月13日）
author: x
---

**一、2025年工作回顾**

## 主要指标
2025年，全市一般公共预算收入**99.9亿元**，增长3.8%。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk whose ledger holds a text with front matter."""
    with opened_desk(tmp_path_factory.mktemp("titles")) as client:
        hand_over(client, ("2026.md", TEXT.encode()), place="临澜市")
        yield client


def test_a_title_is_taken_from_front_matter(desk: TestClient) -> None:
    assert ">临澜市政府工作报告（2026年1月13日）</a>" in desk.get("/documents").text
    assert desk.get("/api/documents").json()["rows"][0]["title"] == "临澜市政府工作报告（2026年1月13日）"


def test_marks_of_typesetting_are_not_shown(desk: TestClient) -> None:
    page = desk.get(f"/documents/{document_id(desk, '2026.md')}").text
    text = page[page.index('<article class="text"') : page.index("</article>")]
    assert "title:" not in text
    assert "**" not in text
    assert "## " not in text
    assert "一、2025年工作回顾" in text
    assert "99.9亿元" in text
