"""Write into the documentation what the program prints now, behind its markers: python tools/docs.py (make docs)

<!-- help: add -->       the help of a command
<!-- demo: 二 -->        a part of the tour
<!-- shown: check … -->  what a command shows in the folder that the tour leaves
<!-- output -->          what the Python block before it prints
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from typer.testing import CliRunner

import luoshi
from luoshi.ways.cli.commands import app

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "README.zh-CN.md",
    *(ROOT / "docs" / f"{name}.md" for name in ("cli", "check", "timeline")),
]
BLOCK = re.compile(r"(<!-- (help|demo|shown|output)(?:: ?(.*?))? ?-->\n```text\n).*?(```\n)", re.S)
PYTHON = re.compile(r"```python\n(.*?)```\n", re.S)


def written(page: str) -> str:
    """The page with every marked block as the program prints it now."""

    def block(found: re.Match[str]) -> str:
        sources: dict[str, Callable[[], str]] = {
            "help": lambda: printed(*(found[3] or "").split(), "--help"),
            "demo": lambda: part_of_the_tour(found[3]),
            "shown": lambda: shown(*shlex.split(found[3])),
            "output": lambda: output(PYTHON.findall(page[: found.start()])[-1]),
        }
        lines = [line.rstrip() for line in sources[found[2]]().strip("\n").splitlines()]
        return found[1] + "\n".join(lines) + "\n" + found[4]

    return BLOCK.sub(block, page)


@cache
def printed(*arguments: str) -> str:
    """What a command prints on a terminal of 100 cells."""
    return CliRunner().invoke(app, [*arguments], env={"COLUMNS": "100"}, prog_name="luoshi").stdout


def part_of_the_tour(number: str) -> str:
    """The part of the demo under the heading with this number (一 to 六)."""
    parts = re.split(r"^(?=[一二三四五六七]、.* · )", toured()[1], flags=re.M)
    return next(part for part in parts if part.startswith(f"{number}、"))


@cache
def toured() -> tuple[TemporaryDirectory[str], str]:
    """The folder that the tour leaves, and what the tour prints."""
    folder = TemporaryDirectory()
    return folder, printed("demo", "--out", folder.name)


def shown(*arguments: str) -> str:
    """What a command prints in the tour's folder."""
    with contextlib.chdir(toured()[0].name):
        return printed(*arguments)


def output(code: str) -> str:
    """What a block of Python prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "documentation", "exec"), {"luoshi": luoshi})
    return out.getvalue()


if __name__ == "__main__":
    for path in PAGES:
        text = path.read_text("utf-8")
        new = written(text)
        path.write_text(new, "utf-8", newline="\n")
        sys.stdout.write(f"{path.relative_to(ROOT)}: {'written' if new != text else 'as it was'}\n")
