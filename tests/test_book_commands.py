"""``luoshi book``: from an office's table to lights and back from Excel."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from luoshi.ways.cli.commands import app


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LUOSHI_LEDGER", str(tmp_path / "luoshi.db"))
    book = openpyxl.Workbook()
    for row in (["序号", "重点任务", "责任单位", "完成时限"], ["1", "新增养老床位1500张", "市民政局", "年底前"]):
        book.active.append(row)
    book.save(tmp_path / "任务.xlsx")
    return tmp_path / "任务.xlsx"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["book", *map(str, arguments)], env={"COLUMNS": "160"})


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_from_a_table_to_a_light_and_back_from_a_sheet(table: Path, tmp_path: Path) -> None:
    (task,) = rows(run("import", table, "--year", "2026", "--by", "林越", "--json"))
    assert (task["id"], task["leads"]) == ("T001", ["市民政局"])
    report = tmp_path / "市民政局.txt"
    report.write_text("市民政局2026年6月工作进展\n新增养老床位1180张。\n", "utf-8")
    (told,) = rows(run("report", report, "--by", "林越", "--json"))
    assert (told["task"], told["share"]) == ("T001", "78.7")
    (shown,) = rows(run("show", "--on", "2026-06-30", "--json"))
    assert (shown["light"], shown["share"]) == ("green", "78.7")
    assert "合计" in run("counts", "--on", "2026-06-30").stdout
    sheet = tmp_path / "台账.xlsx"
    assert run("export", sheet, "--on", "2026-06-30").exit_code == 0
    assert "一致" in run("import", sheet, "--by", "林越", "--on", "2026-06-30").stdout


def test_the_mapping_and_what_is_not_understood_are_shown(table: Path) -> None:
    shown = run("import", table, "--by", "林越", "--dry-run")
    assert "责任单位" in shown.stdout
    assert "--year" in shown.stderr
    assert rows(run("show", "--on", "2026-06-30", "--json")) == []


def test_a_folder_of_reports_goes_on_after_one_that_can_not_be_taken(table: Path, tmp_path: Path) -> None:
    run("import", table, "--year", "2026", "--by", "林越")
    folder = tmp_path / "6月"
    folder.mkdir()
    (folder / "a.docx").write_bytes(b"PK")
    (folder / "市民政局.txt").write_text("市民政局2026年6月工作进展\n新增养老床位1180张。\n", "utf-8")
    told = run("report", folder, "--by", "林越")
    assert told.exit_code == 1
    assert "a.docx" in told.stderr
    assert "in_progress" in told.stdout


def test_lights_are_counted_above_the_tasks_and_asked_for_in_chinese(table: Path) -> None:
    run("import", table, "--year", "2026", "--by", "林越")
    shown = run("show", "--on", "2027-01-31", "--light", "红灯").stdout
    assert "截至 as of 2027-01-31：1 项 tasks" in shown
    assert "红灯 1" in shown
    assert "没有符合筛选条件的" in run("show", "--light", "黄灯", "--on", "2027-01-31").stdout


def test_a_state_is_set_and_undone(table: Path) -> None:
    run("import", table, "--year", "2026", "--by", "林越")
    done = run("set", "T001", "延期", "--until", "2027-03-31", "--by", "林越", "--why", "汛期", "--on", "2026-06-30")
    assert done.exit_code == 0
    assert [row["deed"] for row in rows(run("history", "--json"))] == ["add", "extend"]
    assert run("undo", "1", "--by", "林越", "--why", "误录", "--on", "2026-07-01").exit_code == 0
    refused = run("set", "T009", "close", "--by", "林越", "--why", "核实")
    assert refused.exit_code == 1
    assert "T009" in refused.stderr


def test_a_file_that_is_not_there_is_one_line(table: Path) -> None:
    refused = run("import", table.with_name("无.xlsx"), "--by", "林越")
    assert refused.exit_code == 1
    assert len(refused.stderr.splitlines()) == 1


def test_history_tells_how_a_task_came_in_and_what_its_fields_were(table: Path, tmp_path: Path) -> None:
    run("import", table, "--year", "2026", "--by", "林越")
    sheet = tmp_path / "台账.xlsx"
    run("export", sheet, "--on", "2026-06-30")
    book = openpyxl.load_workbook(sheet)
    heads = [cell.value for cell in book.worksheets[0][2]]
    book.worksheets[0].cell(3, heads.index("牵头单位") + 1, "市财政局")
    book.worksheets[0].cell(4, heads.index("重点任务") + 1, "修渠10公里")
    book.save(sheet)
    assert run("import", sheet, "--by", "林越", "--keep").exit_code == 0
    told = run("history").stdout
    assert "牵头单位 市民政局 → 市财政局" in told
    assert "leads 市" not in told
    assert "修渠10公里" in run("history", "T002").stdout
    assert run("history", "T009").exit_code != 0
    assert "加 --keep" not in run("import", sheet, "--by", "林越").stderr
    moved = run("set", "T001", "extend", "--until", "7月底", "--by", "林越", "--why", "汛期", "--on", "2026-06-30")
    assert "2026-07-31" in moved.stdout
