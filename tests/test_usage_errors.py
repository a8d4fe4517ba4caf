"""Usage errors in whole sentences of both languages."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from luoshi.ways.cli.commands import app


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("book undo 3 --why 误录", "缺少参数 --by：经办人。 --by is missing: Who does it."),
        (
            "book undo",
            "缺少参数 NUMBER|TASK：记录的号；任务编号则撤销它的加入。 NUMBER|TASK is missing: The entry; of a task,",
        ),
        ("book shw", "没有这个命令：shw；相近的有 show / there is no such command; alike: show"),
        ("xyzzy", "没有这个命令：xyzzy / there is no such command"),
        ("book show --lihgt red", "没有这个选项：--lihgt；相近的有 --light"),
        ("book show --on 6月", "参数不对：6月 不是年-月-日，例如 2025-01-08。 Write the day as YYYY-MM-DD."),
        ("series 收入 --measure 重量", "参数不对：--measure 没有“重量”，可用 level、change"),
        ("add 报告 --jobs 0", "参数不对：--jobs 0 is not in the range"),
    ],
)
def test_an_error_says_what_is_wrong_and_what_there_is(line: str, told: str) -> None:
    result = CliRunner().invoke(app, line.split())
    assert result.exit_code == 2
    assert result.stderr.startswith(told)
    assert "Invalid value" not in result.stderr
