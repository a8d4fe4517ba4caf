"""Members of lists with the verbs that govern them."""

from __future__ import annotations

import pytest

from luoshi.reading.project_clauses import members


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "推进青石水库、南塘大桥建设，建成环湾高速",
            [("青石水库", "going on"), ("南塘大桥", "going on"), ("环湾高速", "done")],
        ),
        ("青石水库、南塘大桥等项目前期工作加快推进", [("青石水库", "planned"), ("南塘大桥", "planned")]),
        ("启动青石水库扩建工程建设", [("青石水库扩建工程", "start")]),
        ("环湾高速（青石至南塘段）改扩建开工", [("环湾高速（青石至南塘段）改扩建", "start")]),
        ("完成南塘大桥前期工作", [("南塘大桥", "planned")]),
        ("青石水库和南塘大桥建成投用", [("青石水库", "done"), ("南塘大桥", "done")]),
        ("群众的“建设热情”很高", []),
    ],
)
def test_each_member_takes_its_verb(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.stage) for one in members(text, 0, len(text))] == expected
