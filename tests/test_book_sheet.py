"""The sheet of nodes: each once, its values as people write them."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from luoshi.ledger.book.lights import standing
from luoshi.ledger.book.model import Task
from luoshi.ledger.book.nodes import milestones, targets
from luoshi.ledger.book.sheet import NODES, write


def test_a_target_stands_once_in_the_scale_in_which_it_is_written(tmp_path: Path) -> None:
    words = "城镇新增就业2.1万人；新建幼儿园6所；3月底前开工，年底前完成投资5亿元"
    due = "2026-12-31"
    nodes = (*milestones(words, 2026), *targets(words, 2026, due))
    write(
        [standing(Task(words, "T001", nodes=nodes, year=2026), [], [], "2026-06-30")], tmp_path / "a.xlsx", "台账", due
    )
    rows = list(openpyxl.load_workbook(tmp_path / "a.xlsx")[NODES].iter_rows(min_row=3, values_only=True))
    assert [(row[2], row[4], row[5]) for row in rows] == [
        ("3月底前开工", None, None),
        ("城镇新增就业2.1万人", "2.1", "万人"),
        ("新建幼儿园6所", "6", "所"),
        ("年底前完成投资5亿元", "5", "亿元"),
    ]
