"""Sixty tasks of an invented city's offices, as a table, and a month's reports of their bodies."""

from __future__ import annotations

import io

import openpyxl

BODIES = ("市民政局", "市住建局", "市交通局", "市教育局", "市水利局", "市农业农村局")
THINGS = (
    ("新增养老床位", "张"), ("改造老旧小区", "个"), ("新建农村公路", "公里"), ("新增公办学位", "个"),
    ("治理河道", "公里"),     ("建设高标准农田", "万亩"), ("新建社区食堂", "个"), ("更换老旧电梯", "部"),
    ("新增公交线路", "条"), ("建设智慧教室", "间"),
)  # fmt: skip
HEADS = ("序号", "重点任务", "资金渠道", "责任单位", "完成时限", "备注")


def workbook(rows: list[list[object]]) -> bytes:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sixty_tasks() -> bytes:
    """The table of tasks."""
    rows: list[list[object]] = [list(HEADS)]
    for at in range(60):
        thing, unit = THINGS[at % 10]
        words = f"{thing}{100 + at}{unit}（第{at // 10 + 1}片区）"
        due = ("6月底前", "9月底前", "年底前")[at % 3]
        rows.append([at + 1, words, f"第{at % 7 + 1}批债券", BODIES[at // 10], due, ""])
    return workbook(rows)


def report_of(body: int) -> bytes:
    """What a body reports of June: its first task is done, its second half done."""
    first, second = (THINGS[at] for at in (0, 1))
    lines = [
        f"{BODIES[body]}2026年6月工作进展",
        f"（一）{first[0]}（第{body + 1}片区）。截至6月底，{first[0]}{100 + body * 10}{first[1]}，全面完成。",
        f"（二）{second[0]}（第{body + 1}片区）。截至6月底，{second[0]}50{second[1]}。",
    ]
    return "\n".join(lines).encode()
