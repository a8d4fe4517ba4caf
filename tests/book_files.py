"""Files of an office that keeps a book of tasks, made for the tests: four tables, four reports, and what is in them.

The places and people are invented. ``write(folder)`` makes the files and ``expected.json``, which
``tools/book_check.py`` compares with what is read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlwt

DAYS = ("2026-06-30", "2026-09-30", "2027-01-04")

# Each row: what the cells say from left to right; None goes on from the cell above (merged downward).
_MERGED = [
    ["序号", "重点任务", "具体举措", "责任单位", None, "完成时限", "备注"],
    [None, None, None, "牵头单位", "配合单位", None, None],
    ["一、民生保障（3项）"],
    ["1", "健全养老服务体系", "新增养老床位1500张", "市民政局", "市财政局、市卫健委", "年底前", ""],
    [None, None, "建成社区食堂30个", "市民政局", "各县（市、区）", "9月底前", ""],
    [None, None, "培训养老护理员800人次", "市人社局", "市民政局", "持续推进", "长期"],
    ["二、城市更新（1项）"],
    [
        "2",
        "改造老旧小区165个",
        "3月底前开工，9月底前主体完工，12月底前全部竣工",
        "市住建局",
        "市财政局\n市自然资源局",
        "2026年12月31日",
        "",
    ],
    ["注：持续推进事项按季度反馈。"],
]
_BY_COLUMN = [
    ["完成时限", "任务内容", "责任部门", "序号"],
    ["6月30日前", "完成高标准农田建设12万亩。同步建立管护台账。", "市农业农村局牵头，市水利局配合", "1"],
    ["三季度", "出台优化营商环境实施细则", "市发改委（牵头）、市司法局", "2"],
    ["长期坚持", "整治文山会海", "市委办、市政府办", "3"],
    ["第一时间", "办理群众来信", "市信访局", "4"],
]
_QUARTERS = [
    ["东屿省临澜市2026年重点项目推进表"],
    ["项目名称", "建设内容", "一季度目标", "上半年目标", "三季度目标", "全年目标", "责任单位", "责任领导"],
    ["临澜湾大桥", "全长3.2公里", "完成立项", "开工建设", "主体施工", "完成投资5亿元", "市交通局", "王海"],
    ["东屿水厂", "日供水10万吨", "开工", "完成基础", "设备安装", "竣工投用", "市水务集团\n市水利局", "李明"],
]
_BODIES_BELOW = [
    ["序号", "工作任务", "责任单位", "时间节点"],
    ["1", "新建公办幼儿园6所，新增学位1800个。", "市教育局", "2026年8月底前"],
    ["2", "改造校园食堂。全年完成改造40所。", "市教育局", "年底前"],
    [None, None, "市市场监管局", None],
    [None, None, "各县区人民政府", None],
]
_SECOND = [
    ["序号", "工作任务", "责任单位", "时间节点"],
    ["3", "新增三级甲等医院1家", "市卫健委（牵头）、市财政局", "十二月底"],
    ["责任领导：张岚；配合单位：市医保局"],
]

TABLES: list[dict[str, Any]] = [
    {
        "file": "重点任务.xlsx",
        "tasks": [
            ("新增养老床位1500张", ["市民政局"], ["市财政局", "市卫健委"], "2026-12-31"),
            ("建成社区食堂30个", ["市民政局"], ["各县（市、区）"], "2026-09-30"),
            ("培训养老护理员800人次", ["市人社局"], ["市民政局"], "continuous"),
            ("改造老旧小区165个", ["市住建局"], ["市财政局", "市自然资源局"], "2026-12-31"),
            ("完成高标准农田建设12万亩", ["市农业农村局"], ["市水利局"], "2026-06-30"),
            ("出台优化营商环境实施细则", ["市发改委"], ["市司法局"], "2026-09-30"),
            ("整治文山会海", ["市委办", "市政府办"], [], "continuous"),
            ("办理群众来信", ["市信访局"], [], "at once"),
        ],
    },
    {
        "file": "民生实事.docx",
        "tasks": [
            ("新建公办幼儿园6所，新增学位1800个", ["市教育局"], [], "2026-08-31"),
            ("改造校园食堂", ["市教育局", "市市场监管局", "各县区人民政府"], [], "2026-12-31"),
            ("新增三级甲等医院1家", ["市卫健委"], ["市财政局", "市医保局"], "2026-12-31"),
        ],
    },
    {
        "file": "重点项目.xls",
        "tasks": [
            ("临澜湾大桥", ["市交通局"], [], "2026-12-31"),
            ("东屿水厂", ["市水务集团", "市水利局"], [], "2026-12-31"),
        ],
    },
    {
        "file": "督查清单.docx",
        "tasks": [
            ("编制水网建设规划", ["市水利局"], [], "2026-03-31"),
            ("推进能耗双控", ["市发改委"], [], "2026-12-31"),
            ("建设智慧停车平台", ["市城管局"], ["市公安局"], "2026-06-30"),
        ],
    },
]

_CIVIL = """临澜市民政局关于2026年6月重点任务进展情况的报告
市政府督查室：
现将我局6月份重点任务进展情况报告如下。
一、工作进展
（一）健全养老服务体系。截至6月底，新增养老床位1180张，占年度目标1500张的78.7%；已建成社区食堂32个，超额完成年度任务。
（二）培训养老护理员。1—6月，累计培训养老护理员520人次。
今年以来，我局认真学习贯彻上级精神，扎实开展主题教育。
二、下一步打算
继续新增养老床位，年底前完成新增养老床位1500张。
临澜市民政局
2026年7月3日
"""
_HOUSING = """市住建局2026年9月工作进展
老旧小区改造方面，165个小区已全部开工，累计完工171个，完成率103.6%。
"""
_EDUCATION = """关于1—9月重点工作推进情况的汇报
市政府督查室：
新建公办幼儿园6所全部开工，其中4所已竣工，新增学位1200个。校园食堂改造累计完成42所，提前超额完成全年40所的目标任务。
下一步，将加快推进剩余2所幼儿园建设，确保年底前全部投用。
市教育局
2026年10月8日
"""
_WATER = [
    ["市水利局9月份重点任务进展情况表"],
    ["序号", "重点任务", "责任单位", "进展情况", "下步措施"],
    ["1", "东屿水厂", "市水利局", "主体工程已完成，设备安装因汛情影响进度滞后。", "抢抓工期"],
    ["2", "编制水网建设规划", "市水利局", "规划已印发实施。", ""],
]

REPORTS: list[dict[str, Any]] = [
    {
        "file": "市民政局6月.txt",
        "feedback": [
            ("新增养老床位1180张", "新增养老床位1500张", "78.7"),
            ("已建成社区食堂32个", "建成社区食堂30个", "106.7"),
            ("累计培训养老护理员520人次", "培训养老护理员800人次", "65.0"),
        ],
    },
    {"file": "市住建局9月.txt", "feedback": [("累计完工171个", "改造老旧小区165个", "103.6")]},
    {
        "file": "市教育局三季度.txt",
        "feedback": [
            ("新增学位1200个", "新建公办幼儿园6所，新增学位1800个", "66.7"),
            ("校园食堂改造累计完成42所", "改造校园食堂", "105.0"),
        ],
    },
    {
        "file": "市水利局9月.xlsx",
        "date": "2026-09-30",
        "feedback": [("主体工程已完成", "东屿水厂", ""), ("规划已印发实施", "编制水网建设规划", "")],
    },
]

#: The lights of some tasks on the three days of ``DAYS``.
LIGHTS = {
    "新增养老床位1500张": ("green", "green", "red"),
    "建成社区食堂30个": ("done", "done", "done"),
    "培训养老护理员800人次": ("green", "green", "green"),
    "改造老旧小区165个": ("yellow", "done", "done"),
    "完成高标准农田建设12万亩": ("yellow", "red", "red"),
    "出台优化营商环境实施细则": ("green", "yellow", "red"),
    "整治文山会海": ("green", "green", "green"),
    "新建公办幼儿园6所，新增学位1800个": ("green", "red", "red"),
    "改造校园食堂": ("green", "done", "done"),
    "东屿水厂": ("yellow", "yellow", "red"),
    "编制水网建设规划": ("red", "done", "done"),
}


def write(folder: Path) -> Path:
    """Make the files and ``expected.json`` in ``folder``."""
    import docx

    book = openpyxl.Workbook()
    _fill(book.active, [["临澜市2026年重点工作任务分解表"], *_MERGED])
    book.active.title = "台账"
    _fill(book.create_sheet("职能工作"), _BY_COLUMN)
    book.save(folder / TABLES[0]["file"])
    document = docx.Document()
    for line in ("临澜市政府2026年民生实事任务表", "一、教育"):
        document.add_paragraph(line)
    _add(document, _BODIES_BELOW)
    document.add_paragraph("二、卫生")
    _add(document, _SECOND)
    document.add_paragraph("说明：各单位每月25日前报送进展。")
    document.save(folder / TABLES[1]["file"])
    _write_xls(folder / TABLES[2]["file"], _QUARTERS)
    document = docx.Document()
    document.add_paragraph("2026年督查任务清单")
    _add(
        document,
        [
            ["事项", "要求", "时限"],
            ["一、市水利局（1项）"],
            ["1.编制水网建设规划", "形成规划文本", "3月底"],
            ["二、市发改委"],
            ["2.推进能耗双控", "单位生产总值能耗下降2.5%", "全年"],
        ],
    )
    document.add_paragraph("督办事项")
    _add(
        document,
        [["任务名称", "建设智慧停车平台", "责任单位", "市城管局"], ["完成时限", "6月底", "配合单位", "市公安局"]],
    )
    document.save(folder / TABLES[3]["file"])
    for report, text in zip(REPORTS, (_CIVIL, _HOUSING, _EDUCATION), strict=False):
        (folder / report["file"]).write_text(text, encoding="utf-8")
    book = openpyxl.Workbook()
    _fill(book.active, _WATER)
    book.save(folder / REPORTS[3]["file"])
    told = {"tables": TABLES, "reports": REPORTS, "days": DAYS, "lights": LIGHTS}
    (folder / "expected.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


def _fill(sheet: Any, rows: Sequence[Sequence[str | None]]) -> None:
    """Rows of a sheet, merged as ``None`` says: downward, in a head's first row to the right; a lone cell across."""
    width = max(map(len, rows))
    for at, row in enumerate(rows, 1):
        for column, words in enumerate(row, 1):
            sheet.cell(at, column, words)
        if len(row) == 1 < width:
            sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=width)
    for top, left, bottom, right in _areas(rows):
        sheet.merge_cells(start_row=top + 1, end_row=bottom + 1, start_column=left + 1, end_column=right + 1)


def _add(document: Any, rows: Sequence[Sequence[str | None]]) -> None:
    """A table of a Word document, merged as for :func:`_fill`."""
    width = max(map(len, rows))
    table = document.add_table(len(rows), width)
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(at, column).text = words or ""
        if len(row) == 1 < width:
            table.cell(at, 0).merge(table.cell(at, width - 1))
    for top, left, bottom, right in _areas(rows):
        table.cell(top, left).merge(table.cell(bottom, right))


def _areas(rows: Sequence[Sequence[str | None]]) -> list[tuple[int, int, int, int]]:
    """The merged areas of rows: top, left, bottom, right."""
    found: list[tuple[int, int, int, int]] = []
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words is None:
                continue
            right = column
            while right + 1 < len(row) and row[right + 1] is None and (not at or len(rows[at - 1]) != len(row)):
                right += 1
            bottom = at
            while right == column and bottom + 1 < len(rows) and column < len(rows[bottom + 1]):
                if rows[bottom + 1][column] is not None:
                    break
                bottom += 1
            if (bottom, right) != (at, column):
                found.append((at, column, bottom, right))
    return found


def _write_xls(path: Path, rows: Sequence[Sequence[str]]) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("项目")
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            sheet.write(at, column, words)
    book.save(str(path))
