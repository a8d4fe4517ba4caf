"""An office's own tables become tasks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import book_files
import openpyxl
import pytest

from luoshi.documents.grids import open_tables
from luoshi.ledger.book.model import Task
from luoshi.ledger.book.tables import Imported, tasks_in


def workbook(path: Path, rows: Sequence[Sequence[str]], merged: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for area in merged:
        book.active.merge_cells(area)
    book.save(path)
    return path


def read(tmp_path: Path, *rows: Sequence[str], merged: Sequence[str] = ()) -> Imported:
    return tasks_in(open_tables(workbook(tmp_path / "2026年任务.xlsx", rows, merged)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("docx")
    return book_files.write(tmp_path_factory.mktemp("book"))


@pytest.mark.parametrize("table", book_files.TABLES, ids=lambda table: str(table["file"]))
def test_the_tables_of_an_office_are_read_whole(
    folder: Path, table: dict[str, list[tuple[str, list[str], list[str], str]]]
) -> None:
    found = tasks_in(open_tables(folder / str(table["file"]))).tasks
    assert len(found) == len(table["tasks"])
    for task, (words, leads, helps, deadline) in zip(found, table["tasks"], strict=True):
        assert words in task.words
        assert (list(task.leads), list(task.helps)) == (leads, helps)
        assert (task.deadline.date or task.deadline.kind) == deadline


def test_a_blank_cell_goes_on_from_the_task_above(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ["序号", "重点任务", "举措", "责任单位", "完成时限"],
        ["1", "健全养老服务", "新增床位1500张", "市民政局", "年底前"],
        ["", "", "建成食堂30个", "市卫健委", "9月底"],
        ["", "", "", "市财政局", ""],
    ).tasks
    assert [(one.title, one.measure, one.leads) for one in found] == [
        ("健全养老服务", "新增床位1500张", ("市民政局",)),
        ("健全养老服务", "建成食堂30个", ("市卫健委", "市财政局")),
    ]


def test_bodies_before_the_tasks_group_them(tmp_path: Path) -> None:
    found = read(
        tmp_path, ["责任单位", "任务", "完成时限"], ["市水利局", "修渠10公里", "6月底"], ["", "清淤30处", "同上"]
    ).tasks
    assert [(one.leads, one.deadline.date) for one in found] == [(("市水利局",), "2026-06-30")] * 2


def test_a_chapter_heads_the_rows_below_it_and_may_name_their_body(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ["序号", "任务", "时限"],
        ["一、市水利局（1项）", "", ""],
        ["1", "修渠10公里", "6月底"],
        ["二、市商务局", "", ""],
        ["2", "举办活动50场", "全年"],
        merged=["A2:C2", "A4:C4"],
    ).tasks
    assert [(one.chapter, one.leads) for one in found] == [
        (("一、市水利局（1项）",), ("市水利局",)),
        (("二、市商务局",), ("市商务局",)),
    ]


def test_an_indicator_with_a_number_alone_is_a_target(tmp_path: Path) -> None:
    (task,) = read(
        tmp_path, ["指标名称", "计量单位", "2026年目标", "责任单位"], ["新增养老床位", "张", "1,500", "市民政局"]
    ).tasks
    (node,) = task.nodes
    assert (node.indicator, str(node.low), node.unit, node.due) == ("新增养老床位", "1500", "张", "2026-12-31")


def test_unknown_columns_and_notes_are_kept(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ["任务", "责任单位", "时限", "星级"],
        ["修渠10公里", "市水利局", "6月底", "三星"],
        ["注：按季度反馈", "", "", ""],
    )
    assert found.tasks[0].extra == (("星级", "三星"),)
    assert found.notes == ("注：按季度反馈",)


def test_what_is_not_understood_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, ["任务", "责任单位", "时限"], ["修渠", "老王", "看情况"], ["清淤", "", "6月底"])
    problems = {(notice.row, notice.words) for notice in found.notices}
    assert problems == {(2, "老王"), (2, "看情况"), (3, "清淤")}


def test_a_table_without_tasks_is_told_and_a_person_may_say_which_column_holds_them(tmp_path: Path) -> None:
    path = workbook(tmp_path / "2026.xlsx", [["序号", "甲", "乙"], ["1", "修渠10公里", "市水利局"]])
    assert any("--column" in notice.problem for notice in tasks_in(open_tables(path)).notices)


def test_brackets_behind_a_task_say_who_and_by_when(tmp_path: Path) -> None:
    (task,) = read(
        tmp_path, ["序号", "任务", "备注"], ["1", "修渠10公里。（市水利局牵头，各县（市、区）政府配合，6月底前）", ""]
    ).tasks
    assert (task.title, task.leads, task.helps) == ("修渠10公里。", ("市水利局",), ("各县（市、区）政府",))
    assert task.deadline.date == "2026-06-30"


@pytest.mark.parametrize(
    "words",
    [
        "修渠10公里（市水利局、各县区政府）",
        "修渠10公里——市水利局、各县区政府",
        "修渠10公里〔市水利局、各县区政府〕",
        "修渠10公里\n牵头单位：市水利局、各县区政府",
    ],
)
def test_bodies_alone_behind_a_task_lead_it(tmp_path: Path, words: str) -> None:
    found = read(tmp_path, ["序号", "工作任务及责任单位", "时限"], ["1", words, "6月底"]).tasks
    assert [(one.title, one.leads) for one in found] == [("修渠10公里", ("市水利局", "各县区政府"))]


def test_brackets_that_name_no_body_stay(tmp_path: Path) -> None:
    (task,) = read(tmp_path, ["任务", "责任单位", "时限"], ["修渠（含支渠）", "市水利局", "6月底"]).tasks
    assert task.title == "修渠（含支渠）"


def test_heads_in_unknown_words_are_known_by_what_stands_below(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ["条目", "谁来干", "什么时候干完"],
        ["修复灌溉渠系10公里", "市水利局", "6月底前"],
        ["清理河道淤积30处", "市水利局、市财政局", "长期坚持"],
    ).tasks
    assert [(one.title, one.leads, one.deadline.kind) for one in found] == [
        ("修复灌溉渠系10公里", ("市水利局",), "dated"),
        ("清理河道淤积30处", ("市水利局", "市财政局"), "continuous"),
    ]


def test_the_column_of_bodies_may_say_by_when(tmp_path: Path) -> None:
    (task,) = read(tmp_path, ["序号", "任务", "责任单位及完成时限"], ["1", "修渠10公里", "市水利局（6月底前）"]).tasks
    assert (task.leads, task.deadline.date) == (("市水利局",), "2026-06-30")


def test_a_note_may_say_that_the_first_body_leads(tmp_path: Path) -> None:
    (task,) = read(
        tmp_path,
        ["注：责任单位中排第一位的为牵头单位，其余为配合单位", "", ""],
        ["任务", "责任单位", "时限"],
        ["修渠", "市水利局、市财政局", "6月底"],
        merged=["A1:C1"],
    ).tasks
    assert (task.leads, task.helps) == (("市水利局",), ("市财政局",))


def test_a_chapter_that_is_a_body_leads_tasks_that_others_help_with(tmp_path: Path) -> None:
    (task,) = read(
        tmp_path,
        ["序号", "任务", "配合单位", "时限"],
        ["（一）市水利局", "", "", ""],
        ["1", "修渠", "市财政局", "6月底"],
        ["市水利局小计", "1项", "", ""],
        merged=["A2:D2"],
    ).tasks
    assert (task.leads, task.helps) == (("市水利局",), ("市财政局",))


def test_a_year_in_the_rows_is_not_that_of_the_plan(tmp_path: Path) -> None:
    found = read(
        tmp_path, ["任务", "责任单位", "时限"], ["修渠", "市水利局", "2027年3月"], ["清淤", "市水利局", "6月底"]
    )
    assert [one.deadline.date for one in found.tasks] == ["2027-03-31", "2026-06-30"]


def test_merged_cells_of_a_web_table(tmp_path: Path) -> None:
    path = tmp_path / "2026年任务.html"
    path.write_text(
        "<html><body><table><tr><th rowspan=2>序号</th><th rowspan=2>任务</th><th colspan=2>责任分工</th>"
        "<th rowspan=2>时限</th></tr><tr><th>责任单位</th><th>责任领导</th></tr>"
        "<tr><td colspan=5>一、水利（1项）</td></tr>"
        "<tr><td>1</td><td>修渠10公里</td><td>市水利局</td><td>王海</td><td>6月底</td></tr>"
        "<tr><td colspan=2>合计</td><td>1项</td><td></td><td></td></tr></table></body></html>",
        "utf-8",
    )
    (task,) = tasks_in(open_tables(path)).tasks
    assert (task.title, task.chapter, task.leads, task.persons) == (
        "修渠10公里", ("一、水利（1项）",), ("市水利局",), ("王海",)
    )  # fmt: skip


def test_a_document_without_a_table_gives_its_commitments(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(
        "临澜市2026年改革方案\n1.推进水利改革，修渠10公里。（责任单位：市水利局；完成时限：年底前）\n", "utf-8"
    )
    (task,) = tasks_in(open_tables(path), 2026).tasks
    assert (task.leads, task.deadline.date) == (("市水利局",), "2026-12-31")


def test_a_task_comes_back_from_json(folder: Path) -> None:
    for task in tasks_in(open_tables(folder / "重点任务.xlsx")).tasks:
        assert Task.from_json(task.to_json()) == task
