"""Under review a likely result of a target is confirmed or refused, signed, and the overview follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from desk_client import hand_over, opened_desk, token
from fastapi.testclient import TestClient

PROMISED = "临澜市政府工作报告\n——2025年1月7日\n2025年工作安排\n今年要新增养老床位1200张，新建社区助餐点60个。"
REPORTED = (
    "临澜市政府工作报告\n——2026年1月13日\n2025年工作回顾\n过去一年，建成养老服务床位1260张。社区助餐服务点达到72个。"
)
ASKED = {"place": "临澜市", "year": "2025"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk with two targets whose results are told in other words."""
    with opened_desk(tmp_path_factory.mktemp("review")) as client:
        hand_over(client, ("2025.txt", PROMISED.encode()), ("2026.txt", REPORTED.encode()), place="临澜市")
        yield client


def offered(desk: TestClient, quote: str) -> dict[str, str]:
    """The form under review that offers the figure ``quote`` as a result."""
    page = desk.get("/review").text
    form = page[page.index(f">{quote}</a>") :]
    found = {name: re.search(rf'name="{name}" value="([^"]+)"', form) for name in ("target", "figure")}
    return {name: value[1] for name, value in found.items() if value} | {"token": token(desk), "by": "苏问渠"}


def test_a_confirmed_result_has_its_light(desk: TestClient) -> None:
    assert 'class="light likely"' in desk.get("/overview", params=ASKED).text
    beds, meals = offered(desk, "1260张"), offered(desk, "72个")
    assert desk.post("/answers", data=beds | {"verdict": "answer"}).status_code == 400
    assert desk.post("/answers", data=beds | {"verdict": "answer", "why": "同一批床位"}).status_code == 200
    assert desk.post("/answers", data=meals | {"verdict": "no_answer", "why": "另一种设施"}).status_code == 200
    page = desk.get("/overview", params=ASKED).text
    lights = re.findall(r'<tr class="(\w+)"', page)
    assert sorted(lights) == ["met", "silent"]
    assert "没有待确认的结果" in desk.get("/review").text
    assert desk.post("/answers", data=beds | {"verdict": "perhaps", "why": "x"}).status_code == 400
