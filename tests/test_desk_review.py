"""Under review a likely result of a target is confirmed or refused, signed, and the overview follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from desk_client import hand_over, opened_desk, token
from fastapi.testclient import TestClient

from luoshi.service.reviews import likely_results

# Promised and reported in other words, so that some results are likely, whatever weights decide.
PAIRS = {
    "新建社区助餐点60个": "社区助餐服务点达到72个",
    "新增停车位5000个": "城区公共停车泊位多了5300个",
    "培育科技企业120家": "科技型中小企业达到131家",
    "建设口袋公园20个": "街角绿地公园开放23个",
    "新建托育机构30家": "普惠托育园达到34家",
}
PROMISED = f"临澜市政府工作报告\n——2025年1月7日\n2025年工作安排\n今年要{'，'.join(PAIRS)}。"
REPORTED = f"临澜市政府工作报告\n——2026年1月13日\n2025年工作回顾\n过去一年，{'。'.join(PAIRS.values())}。"
ASKED = {"place": "临澜市", "year": "2025"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk with targets whose results are told in other words."""
    with opened_desk(tmp_path_factory.mktemp("review")) as client:
        hand_over(client, ("2025.txt", PROMISED.encode()), ("2026.txt", REPORTED.encode()), place="临澜市")
        yield client


def offered(desk: TestClient) -> dict[str, str]:
    """The first form under review: the target and the figure that may be its result."""
    form = desk.get("/review").text.partition('action="/answers"')[2]
    found = {name: re.search(rf'name="{name}" value="([^"]+)"', form) for name in ("target", "figure")}
    return {name: value[1] for name, value in found.items() if value} | {"token": token(desk), "by": "苏问渠"}


def lights(desk: TestClient) -> list[str]:
    """The lights of all targets."""
    return re.findall(r'<tr class="(\w+)"', desk.get("/overview", params=ASKED).text)


def test_a_confirmed_result_has_its_light_and_a_refused_one_is_gone(desk: TestClient) -> None:
    likely, met = lights(desk).count("likely"), lights(desk).count("met")
    assert likely
    first = offered(desk)
    assert desk.post("/answers", data=first | {"verdict": "answer", "by": ""}).status_code == 400
    assert desk.post("/answers", data=first | {"verdict": "perhaps", "why": "x"}).status_code == 400
    assert desk.post("/answers", data=first | {"verdict": "answer", "why": "同一项"}).status_code == 200
    assert lights(desk).count("met") == met + 1
    assert f'value="{first["target"]}"' not in desk.get("/review").text
    second = offered(desk)
    assert second["target"] != first["target"]
    assert desk.post("/answers", data=second | {"verdict": "no_answer", "why": "另一项"}).status_code == 200
    left = re.findall(r'name="target" value="([^"]+)">.*?name="figure" value="([^"]+)"', desk.get("/review").text)
    assert (second["target"], second["figure"]) not in left


def test_far_fetched_results_stand_apart_and_the_surest_first(desk: TestClient) -> None:
    ledger = desk.app.state.desk.ledger  # type: ignore[attr-defined]
    sure, doubtful = likely_results(ledger)
    best = [row.candidates[0].confidence for row in (*sure, *doubtful)]
    assert best == sorted(best, reverse=True)
    assert all(one.confidence >= 0.15 for row in sure for one in row.candidates)
    assert {len(row.candidates) for row in doubtful} <= {1}
