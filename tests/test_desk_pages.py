"""The pages of the desk: from an empty ledger by upload to the overview, a sentence, a correction and back."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from desk_client import REPORT, document_id, hand_over, opened_desk, token
from fastapi.testclient import TestClient

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
NAME = "<img src=x onerror=alert(3)>"
LISTS = ["/", "/documents", "/overview", "/tasks", "/series", "/search", "/check", "/review", "/people", "/bodies",
         "/formulations", "/projects", "/timeline", "/timeline?q=跨海通道"]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk whose ledger holds a report, and a document full of markup."""
    with opened_desk(tmp_path_factory.mktemp("pages")) as client:
        hostile = REPORT.replace("养老床位", f"养老床位{HOSTILE}").replace("沈砚舟", "沈砚舟\u202e") + HOSTILE
        hand_over(client, ("report.txt", REPORT.encode()), (f"{NAME}.txt", hostile.encode()), place="临澜市")
        yield client


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("base", ["", "/sample"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_shown_in_both_languages(desk: TestClient, base: str, path: str, language: str) -> None:
    answer = desk.get(base + path, headers={"accept-language": language})
    assert answer.status_code == 200
    assert answer.headers["content-language"][:2] == language
    assert f'<html lang="{language}' in answer.text


def test_the_language_is_the_browser_s_until_another_is_chosen(desk: TestClient) -> None:
    browser = TestClient(desk.app, base_url="http://127.0.0.1:8360", headers={"accept-language": "en-GB,zh;q=0.5"})
    assert "Put your documents here" in browser.get("/").text
    assert "把文件放进来" in browser.get("/?lang=zh").text
    assert "把文件放进来" in browser.get("/").text


def test_an_empty_ledger_offers_the_sample_city(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("empty")) as empty:
        assert 'href="/sample/overview"' in empty.get("/").text
        page = empty.get("/sample/overview").text
        assert "虚构" in page
        assert "一般公共预算收入" in page
        assert "没有带地区的文件" in empty.get("/overview").text.replace("账本里还", "")


def test_an_upload_tells_place_day_records_and_what_was_refused(desk: TestClient) -> None:
    text = "临澜市2025年粮食产量64.1万吨。".encode()
    page = hand_over(desk, ("新.txt", text), ("坏.docx", b"PK\x03\x04 broken"), date="2026-02-03")
    assert "2026-02-03" in page
    assert "<b>1</b> 数据" in page
    assert "坏.docx：" in page
    assert "没有读" in page
    assert "已有" in hand_over(desk, ("新.txt", text), date="2026-02-03")


@pytest.mark.parametrize("stated", [{}, {"text": "收入1亿元。", "date": "昨天"}, {"text": " "}])
def test_an_upload_of_nothing_or_of_no_day_is_refused_in_a_line(desk: TestClient, stated: dict[str, str]) -> None:
    answer = desk.post("/add", data={"token": token(desk), **stated})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_a_cell_of_the_overview_leads_to_its_sentence(desk: TestClient) -> None:
    page = desk.get("/overview", params={"place": "临澜市", "year": "2026", "on": "2026-08-01"}).text
    id = document_id(desk, "report.txt")
    at = REPORT.index("4%左右")
    link = f"/documents/{id}?record=figure-{at}-{at + 4}#c{at}"
    assert f'href="{link.replace("&", "&amp;")}"' in page
    reader = desk.get(link).text
    assert f'<a id="c{at}" class="m k-figure' in reader
    assert "一般公共预算收入" in reader
    assert "市民政局" in page  # its commitment's day has passed


def test_marks_stand_at_their_characters(desk: TestClient) -> None:
    page = desk.get(f"/documents/{document_id(desk, 'report.txt')}").text
    for words in ("99.9亿元", "3.8%", "1260张"):
        at = REPORT.index(words)
        mark = page[page.index(f'id="c{at}"') :]
        assert mark[mark.index(">") + 1 : mark.index("</a>")] == words


def test_a_correction_is_seen_in_the_series_and_undone(desk: TestClient) -> None:
    id, at = document_id(desk, "report.txt"), REPORT.index("1260张")
    record = f"/documents/{id}/records/figure-{at}-{at + 5}"
    signed = {"token": token(desk), "by": "苏问渠"}
    assert desk.post(f"{record}/correct", data=signed | {"field": "value", "value": "1270"}).status_code == 400
    kept = desk.post(f"{record}/correct", data=signed | {"field": "value", "value": "1270", "why": "与公报核对"})
    assert kept.status_code == 200
    assert "与公报核对" in kept.text
    series = {"indicator": "新增养老床位", "place": "临澜市"}
    assert "1270张" in desk.get("/series", params=series).text
    assert "与公报核对" in desk.get("/review").text
    assert desk.post(f"{record}/undo", data=signed | {"number": "1"}).status_code == 200
    assert "1270张" not in desk.get("/series", params=series).text
    bad = desk.post(f"{record}/correct", data=signed | {"field": "quote", "value": "1", "why": "x"})
    assert bad.status_code == 400
    assert "不能更正" in bad.text


def test_the_series_is_drawn_told_and_handed_out(desk: TestClient) -> None:
    asked = {"indicator": "一般公共预算收入", "place": "临澜市", "measure": "growth"}
    assert "/static/vendor/echarts.min.js" in desk.get("/sample/series", params=asked).text
    chart = desk.get("/sample/series/chart", params=asked).json()
    (place,) = chart["places"]
    assert [(point["period"], point["low"]) for point in place["results"]] == [("2024", 4.3), ("2025", 3.8)]
    assert ("2025", 5.0) in [(point["period"], point["low"]) for point in place["targets"]]
    csv = desk.get("/sample/series.csv", params=asked)
    assert csv.content.startswith(b"\xef\xbb\xbf")
    assert "临澜市" in csv.text


def test_two_characters_are_found_and_marked(desk: TestClient) -> None:
    page = desk.get("/sample/search", params={"q": "养老"}).text
    assert "<mark>养老</mark>" in page


def test_a_draft_is_marked_against_the_ledger(desk: TestClient) -> None:
    draft = "2025年，临澜市地区生产总值1317.5亿元，增长6.2%。"
    handed = {"token": token(desk), "text": draft, "place": "临澜市", "date": "2026-02-01"}
    told = desk.post("/sample/check", data=handed).text
    assert 'class="f f-certain" id="d1"' in told
    assert "1371.5亿元" in told
    assert 'class="f f-agrees"' in told
    assert desk.get("/sample/api/documents").json()["count"] == 4


def test_words_of_documents_never_become_markup(desk: TestClient) -> None:
    hostile = next(row for row in desk.get("/api/documents").json()["rows"] if row["name"].startswith(NAME))
    id = hostile["id"][:16]
    records = desk.get(f"/api/documents/{id}/records").json()["rows"]
    pages = [
        *LISTS,
        f"/documents/{id}",
        "/search?q=alert",
        f"/search?q={quote(HOSTILE)}",
        f"/series?indicator={quote(HOSTILE)}",
    ]
    pages += [f"/documents/{id}?record={row['id'].partition(':')[2]}" for row in records if row["type"] != "article"]
    for path in pages:
        page = desk.get(path).text
        assert "<script>alert" not in page, path
        assert "<img src=x" not in page, path
        assert "\u202e" not in page, path
    checked = desk.post("/check", data={"token": token(desk), "text": f"养老床位{HOSTILE}1260张"}).text
    assert "<script>alert" not in checked


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/documents/" + "0" * 16, 404),
        ("/documents/zz", 422),
        ("/batches/none", 404),
        ("/overview?year=abc", 422),
        ("/nowhere", 404),
        ("/overview?place=望舒市", 200),
    ],
)
def test_what_is_not_there_is_told_on_a_page(desk: TestClient, path: str, status: int) -> None:
    answer = desk.get(path)
    assert answer.status_code == status
    assert "<main" in answer.text
    assert "Traceback" not in answer.text
