"""Series at the desk: each value marked where it stands, what is drawn, what is handed out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from desk_client import hand_over, opened_desk
from fastapi.testclient import TestClient

TEXT = """临澜市2025年国民经济和社会发展统计公报
2026年3月2日
2025年，规模以上工业增加值增长6.1%，高技术制造业增加值增长6.1%，地区生产总值增长6.1%。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk whose ledger holds a bulletin in which one number stands several times."""
    with opened_desk(tmp_path_factory.mktemp("series")) as client:
        hand_over(client, ("公报.txt", TEXT.encode()), place="临澜市")
        yield client


@pytest.mark.parametrize("indicator", ["规模以上工业增加值", "高技术制造业增加值", "地区生产总值"])
def test_a_number_said_several_times_is_marked_where_the_indicator_says_it(desk: TestClient, indicator: str) -> None:
    page = desk.get("/series", params={"indicator": indicator, "place": "临澜市"}).text
    (before,) = re.findall(r'<td class="words">([^<]*)<b>6\.1%</b>', page)
    assert before.endswith(f"{indicator}增长")


def test_a_long_series_is_told_on_several_pages(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("long")) as desk:
        lines = [f"{year}年，临澜市粮食产量{year / 10}万吨。" for year in range(1775, 2025)]
        hand_over(desk, ("统计.txt", "\n".join(lines).encode()), date="2026-03-02", place="临澜市")
        asked = {"indicator": "粮食产量"}
        first, second, third = (desk.get("/series", params=asked | {"page": page}).text for page in ("1", "2", "3"))
        assert [page.count('<td class="words">') for page in (first, second, third)] == [200, 50, 0]
        assert "page=2" in first
        assert "page=1" in second
        assert "page=3" not in second
        assert len(desk.get("/series.csv", params=asked).text.splitlines()) == 251
