"""The tool that measures tables and reports of an office against answers written beside them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import openpyxl

TOOL = Path(__file__).parents[1] / "tools" / "book_answers.py"


def write(folder: Path, name: str, answers: object) -> None:
    (folder / f"{name}.json").write_text(json.dumps(answers, ensure_ascii=False), "utf-8")


def test_shares_are_told_and_errors_of_the_unseen_are_not(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["2026年任务"], ["重点任务", "责任单位", "完成时限"], ["新增养老床位1500张", "市民政局", "年底前"]):
        book.active.append(row)
    book.save(tmp_path / "01.xlsx")
    book.save(tmp_path / "02.xlsx")
    task = {"task": "新增养老床位1500张", "bodies": ["市民政局"], "cooperating": [], "deadline": "2026-12-31"}
    write(tmp_path, "01", {"tasks": [task]})
    write(tmp_path, "02", {"tasks": [task | {"deadline": "2026-06-30"}]})
    write(tmp_path, "lights", {"01": {"2026-07-10": {task["task"]: "green"}}})
    (tmp_path / "report-1.txt").write_text("市民政局2026年6月工作进展\n新增养老床位1180张。\n", "utf-8")
    told = {
        "sentence": "新增养老床位1180张。",
        "task": task["task"],
        "done": 1180,
        "planned": 1500,
        "state": "in progress",
    }
    write(tmp_path, "report-1", {"table": "01", "body": "市民政局", "date": "2026-06-30", "feedback": [told]})
    run = subprocess.run(
        [sys.executable, TOOL, tmp_path, "--unseen", "02"], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    seen, unseen = run.stdout.split("-- unseen")
    for line in ("deadlines: 1 / 1", "feedback: 1 / 1", "states: 1 / 1", "numbers: 1 / 1", "lights: 1 / 1"):
        assert line in seen
    assert "deadlines: 0 / 1" in unseen
    assert "年底前" not in run.stdout
