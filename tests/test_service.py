"""The service as a way in finds it: its names, and the example of its description."""

from __future__ import annotations

import subprocess
import sys
from inspect import cleandoc
from pathlib import Path
from typing import Literal, get_origin

import pytest

from luoshi import service
from luoshi.service import Service, explain, why_nothing

REPORT = "临澜市政府工作报告\n——2026年1月13日\n全市一般公共预算收入99.9亿元，增长3.8%。\n"


@pytest.mark.parametrize("name", service._HOMES)
def test_every_name_is_handed_on(name: str) -> None:
    given = getattr(service, name)
    assert get_origin(given) is Literal or given.__doc__


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        service.nothing  # noqa: B018


def test_the_service_loads_no_room_before_it_is_asked() -> None:
    code = "import sys, luoshi.service.context; print([name for name in sys.modules if name.startswith('luoshi.')])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert shown.strip() == "['luoshi.service', 'luoshi.service.context']"


def test_the_example_of_its_description_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("报告").mkdir()
    Path("报告", "2026.txt").write_text(REPORT, "utf-8")
    description = cleandoc(service.__doc__ or "")
    example = "\n".join(line[4:] for line in description.splitlines() if line.startswith("    ") and ".py" not in line)
    code = example[: example.index("access/")]
    exec(compile(code, "description", "exec"), {"Service": Service, "why_nothing": why_nothing, "explain": explain})
    added, answer, rule = capsys.readouterr().out.splitlines()
    assert "2026.txt new" in added
    assert "'quote': '99.9亿元'" in answer
    assert rule
