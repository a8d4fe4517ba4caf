"""Which tables name projects, and what their columns tell."""

from __future__ import annotations

from luoshi.reading import read

ROWS = (
    "| 青石水库扩建 | 加高大坝 | 市水务局 | 主体完工 |\n| 合计 | | | |\n| 南塘大桥 | 新建 | 市交通运输局 | 建成通车 |"
)


def test_rows_name_projects_but_for_their_sum() -> None:
    table = f"| 项目名称 | 建设内容 | 责任单位 | 进展情况 |\n| --- | --- | --- | --- |\n{ROWS}"
    found = read(table, date="2025-03-10", place="临澜市").projects
    assert [(one.name, one.body) for one in found] == [("青石水库扩建", "市水务局"), ("南塘大桥", "市交通运输局")]


def test_a_table_of_sums_names_none() -> None:
    table = "| 项目 | 预算数 | 执行数 |\n| --- | --- | --- |\n| 教育支出 | 120 | 118 |\n| 卫生支出 | 80 | 79 |"
    assert read(table, date="2025-03-10", place="临澜市").projects == ()
