"""The book of tasks at the desk: a table in, its columns shown; reports matched; deeds by hand; the sheet and back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import openpyxl
import pytest
from desk_client import opened_desk, token
from fastapi.testclient import TestClient
from office_tables import BODIES, report_of, sixty_tasks, workbook

ON = {"on": "2026-07-01"}
TEXT = "text/plain"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk with sixty tasks, which came in through the browser."""
    with opened_desk(tmp_path_factory.mktemp("book")) as client:
        page = handed(client, "重点任务.xlsx", sixty_tasks(), year="2026")
        assert kept(client, page, by="林越").status_code == 200
        yield client


def handed(client: TestClient, name: str, data: bytes, way: str = "import", **stated: str) -> str:
    """Hand a file over; the page that shows what was read of it."""
    sent = {"file": (name, data, "application/octet-stream")}
    answer = client.post(f"/book/{way}", data={"token": token(client), **stated}, files=sent)
    assert answer.status_code == 200, answer.text
    return answer.text


def kept(client: TestClient, page: str, **form: object):  # type: ignore[no-untyped-def]
    """Keep what a page shows, all that is ticked on it."""
    found = re.search(r'action="(/book/(?:import|report)/[^"]+/keep)"', page)
    assert found, page
    ticked = re.findall(r'name="(difference|feedback)" value="(\d+)" ?(checked)?', page)
    chosen = {name: [number for other, number, on in ticked if other == name and on] for name, _, _ in ticked}
    return client.post(found[1], data={"token": token(client), "why": "导入"} | chosen | form)


def lights(client: TestClient, **asked: str) -> dict[str, int]:
    """How many tasks have each light."""
    page = client.get("/book", params=ON | asked).text
    return {name: int(count) for name, count in re.findall(r'class="light l-(\w+)".*?</span> <b>(\d+)</b>', page)}


def test_nothing_is_kept_before_it_was_looked_at(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("looked")) as client:
        assert "台账还是空的" in client.get("/book").text
        page = handed(client, "重点任务.xlsx", sixty_tasks(), year="2026")
        assert "新任务 60 项" in page
        assert page.count("<select name=") == 6
        assert re.search(r'资金渠道</span><select[^>]*>(?:(?!</select>).)*<option value="other" selected>', page, re.S)
        assert "台账还是空的" in client.get("/book").text
        assert kept(client, page, by="").status_code == 400
        assert kept(client, page, by="林越").status_code == 200
        assert "资金渠道" in client.get("/book/tasks/T001").text
        assert kept(client, page, by="林越").status_code == 404  # once is enough


def test_the_meaning_of_a_column_can_be_changed(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("columns")) as client:
        page = handed(client, "重点任务.xlsx", sixty_tasks(), year="2026")
        found = re.search(r'action="(/book/import/[^"]+)/columns"', page)
        assert found
        again = client.post(f"{found[1]}/columns", data={"token": token(client), "role-1-3": "chapter"}).text
        assert client.get(found[1]).status_code == 404
        assert kept(client, again, by="林越").status_code == 200
        assert re.search(r"类别</th><td>第1批债券", client.get("/book/tasks/T001").text)


def test_tasks_have_lights_and_bodies_their_counts(desk: TestClient) -> None:
    assert sum(lights(desk).values()) == 60
    assert sum(lights(desk, body=BODIES[0]).values()) == 10
    assert lights(desk)["red"] > 0  # June is over
    page = desk.get("/book", params=ON | {"light": "red"}).text
    assert "绿灯" in page
    assert page.count('<tr><td><span class="light l-red">') == lights(desk)["red"]


def test_a_report_is_matched_and_kept_when_confirmed(desk: TestClient) -> None:
    page = handed(desk, f"{BODIES[0]}6月.txt", report_of(0), "report")
    assert "T001" in page
    assert "有把握" in page
    before = lights(desk)
    assert kept(desk, page, by="林越").status_code == 200
    assert lights(desk)["done"] == before.get("done", 0) + 1
    told = desk.get("/book/tasks/T001", params=ON).text
    assert "全面完成" in told
    assert "49.5%" in desk.get("/book/tasks/T002", params=ON).text


def test_a_task_is_extended_closed_reopened_and_each_undone(desk: TestClient) -> None:
    signed = {"token": token(desk), "by": "林越", "why": "汛期停工", **ON}
    place = "/book/tasks/T004"
    assert desk.post(f"{place}/set", data=signed | {"deed": "extend", "until": "昨天"}).status_code == 400
    assert desk.post(f"{place}/set", data=signed | {"deed": "extend"}).status_code == 400
    assert desk.post(f"{place}/set", data=signed | {"deed": "close", "why": ""}).status_code == 400
    assert desk.post(f"{place}/set", data=signed | {"deed": "burn"}).status_code == 400
    assert desk.post("/book/tasks/T999/set", data=signed | {"deed": "close"}).status_code == 404
    extended = desk.post(f"{place}/set", data=signed | {"deed": "extend", "until": "2027-03-31"}).text
    assert "2027-03-31" in extended
    assert "汛期停工" in extended
    closed = desk.post(f"{place}/set", data=signed | {"deed": "close"}).text
    assert 'class="light l-done"' in closed
    assert 'class="light l-done"' not in desk.post(f"{place}/set", data=signed | {"deed": "reopen"}).text
    number = re.search(rf"{place}/undo/(\d+)", closed)
    assert number
    assert "撤销" in desk.post(f"{place}/undo/{number[1]}", data=signed | {"why": "误录"}).text
    assert "误录" in desk.get("/book/history").text


def test_a_field_is_changed(desk: TestClient) -> None:
    signed = {"token": token(desk), "by": "林越", "why": "调整分工"}
    changed = desk.post("/book/tasks/T005/edit", data=signed | {"field": "leads", "words": "市水务集团"}).text
    assert "市水务集团" in changed
    assert desk.post("/book/tasks/T005/edit", data=signed | {"field": "none", "words": "x"}).status_code == 400


def test_the_sheet_goes_out_and_its_differences_are_shown_before_they_are_kept(desk: TestClient) -> None:
    out = desk.get("/book/sheet.xlsx", params=ON)
    assert "spreadsheetml" in out.headers["content-type"]
    assert "与台账一致" in handed(desk, "台账.xlsx", out.content, **ON)
    book = openpyxl.load_workbook(io.BytesIO(out.content))
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "备注" for cell in row))
    remark = next(cell.column for cell in head if cell.value == "备注")
    sheet.cell(head[0].row + 3, remark, "六月现场核查")
    sheet.delete_rows(head[0].row + 10)
    edited = io.BytesIO()
    book.save(edited)
    page = handed(desk, "台账.xlsx", edited.getvalue(), **ON)
    assert "六月现场核查" in page
    assert "差异 2 处" in page
    assert "六月现场核查" not in desk.get("/book/tasks/T003").text
    assert kept(desk, page, by="林越", difference=["0"]).status_code == 200
    assert "六月现场核查" in desk.get("/book/tasks/T003").text
    assert sum(lights(desk).values()) == 60  # the removal was not chosen


def test_a_sheet_is_compared_with_its_own_day_and_kept_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("day")) as client:
        table = "重点任务,牵头单位,完成时限\n新增养老床位1300张,市民政局,2026年6月底前\n"
        kept(client, handed(client, "任务.csv", table.encode(), year="2026"), by="林越")
        book = openpyxl.load_workbook(io.BytesIO(client.get("/book/sheet.xlsx", params={"on": "2026-06-05"}).content))
        sheet = book.worksheets[0]
        heads = [cell.value for cell in sheet[2]]
        sheet.cell(3, heads.index("备注") + 1, "六月现场核查")
        sheet.cell(3, heads.index("亮灯（自动）") + 1, "红灯")
        sheet.cell(4, heads.index("重点任务") + 1, "修渠10公里")
        sheet.cell(4, heads.index("牵头单位") + 1, "市水利局")
        edited = io.BytesIO()
        book.save(edited)
        page = handed(client, "台账.xlsx", edited.getvalue())
        assert "差异 2 处" in page
        assert "自动列有 1 处不同，不读入" in page
        assert kept(client, page, by="林越").status_code == 200
        again = handed(client, "台账.xlsx", edited.getvalue())
        assert "六月现场核查" not in again
        assert "已有这项任务" in again
        assert 'name="difference"' not in again
        told = client.get("/book/history").text
        assert "修渠10公里" in told
        assert "新增" in told


def test_work_that_has_not_begun_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("begun")) as client:
        table = "重点任务,牵头单位,完成时限\n东屿水厂施工图审查,市水利局,2026年6月底前\n"
        kept(client, handed(client, "任务.csv", table.encode(), year="2026"), by="林越")
        words = "市水利局2026年6月工作进展\n东屿水厂施工图审查中，尚未开工。\n"
        assert "未启动" in handed(client, "市水利局.txt", words.encode(), "report")
        assert client.get("/book", params={"on": "2026-02-30"}).status_code == 400
        assert "还是空的" not in client.get("/").text


def test_a_sheet_older_than_the_book_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("older")) as client:
        table = "重点任务,牵头单位,完成时限\n新增养老床位1300张,市民政局,2026年6月底前\n"
        kept(client, handed(client, "任务.csv", table.encode(), year="2026"), by="林越")
        sheet = client.get("/book/sheet.xlsx", params={"on": "2026-06-05"}).content
        signed = {"token": token(client), "by": "林越", "why": "核查"}
        client.post("/book/tasks/T001/edit", data=signed | {"field": "remark", "words": "六月现场核查"})
        assert "台账又有 1 条记录" in handed(client, "台账.xlsx", sheet)


def test_the_bulletin_is_handed_out(desk: TestClient) -> None:
    answer = desk.get("/book/bulletin.docx", params=ON | {"office": "临澜市督查室"})
    assert answer.content[:2] == b"PK"
    assert "wordprocessingml" in answer.headers["content-type"]


def test_tasks_are_made_from_the_ledger_s_commitments(desk: TestClient) -> None:
    form = {"token": token(desk), "place": "临澜市", "book": "工作报告"}
    page = desk.post("/sample/book/import", data=form).text
    found = re.search(r'action="(/sample/book/import/[^"]+/keep)"', page)
    assert found
    assert desk.post(found[1], data=form | {"by": "林越", "why": "生成"}).status_code == 200
    told = desk.get("/sample/book/tasks/T001", params={"book": "工作报告"}).text
    assert "?record=commitment-" in told


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("坏.xlsx", b"PK\x03\x04 broken", "坏.xlsx"),
        ("无表.csv", "甲,乙\n一,二\n".encode(), "没有找到任务表"),
        (
            "<img src=x onerror=alert(1)>.csv",
            "序号,重点任务,责任单位\n1,<script>alert(2)</script>,市民政局\n".encode(),
            "alert",
        ),
    ],
)
def test_a_file_that_gives_nothing_is_told_and_one_with_markup_shown_as_text(
    desk: TestClient, name: str, data: bytes, words: str
) -> None:
    sent = {"file": (name, data, "application/octet-stream")}
    page = desk.post("/book/import", data={"token": token(desk), "year": "2026"}, files=sent).text
    assert words in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_table_by_a_stranger_s_hand_can_t_name_a_file(desk: TestClient) -> None:
    rows: list[list[object]] = [["序号", "重点任务", "责任单位"], [1, "整治文山会海", "市委办"]]
    assert "新任务 1 项" in handed(desk, "../../任务.xlsx", workbook(rows), year="2026")


def test_a_body_s_words_are_matched_from_the_task_s_own_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("told")) as desk:
        table = "重点任务,牵头单位,完成时限\n新增养老床位1300张,市民政局,2026年6月底前\n"
        kept(desk, handed(desk, "任务.csv", table.encode(), year="2026"), by="林越")
        place = re.findall(r'href="(/book/tasks/[^?"]+)', desk.get("/book", params=ON).text)[0]
        page = desk.get(place, params=ON).text
        assert '<textarea name="text" rows="4" required' in page
        assert 'name="body" value="市民政局"' in page
        told = {
            "token": token(desk),
            "body": "市民政局",
            "date": "2026年6月20日",
            "text": "新增养老床位1300张，已完成。",
        }
        looked = desk.post("/book/report", data=told)
        assert "2026-06-20" in looked.text
        assert kept(desk, looked.text, by="林越").status_code == 200
        assert "新增养老床位1300张，已完成" in desk.get(place, params=ON).text


def test_a_deadline_may_be_a_month_in_words(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_desk(tmp_path_factory.mktemp("month")) as desk:
        table = "重点任务,牵头单位,完成时限\n新增养老床位1300张,市民政局、市财政局,2026年6月底前\n"
        kept(desk, handed(desk, "任务.csv", table.encode(), year="2026"), by="林越")
        overview = desk.get("/book", params=ON).text
        assert "共同牵头" in overview  # of two bodies, counted once in the sum
        place = re.findall(r'href="(/book/tasks/[^?"]+)', overview)[0]
        signed = {"token": token(desk), "by": "林越", "why": "会议决定"}
        assert "2026-09-30" in desk.post(f"{place}/set", data=signed | {"deed": "extend", "until": "2026年9月"}).text
