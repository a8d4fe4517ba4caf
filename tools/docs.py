"""Write into the documentation what the program prints now, behind its markers: python tools/docs.py (make docs)

<!-- help: add -->       the help of a command
<!-- demo: 二 -->        a part of the tour
<!-- shown: check … -->  what a command shows in the folder that the tour leaves
<!-- output -->          what the block before it prints; <!-- output: 9 --> its first nine lines

On the pages that are to be typed (README, tutorials, cookbook …) every block of commands, Python or SQL is run, one
after the other in a folder of the page's own that is as the tour leaves it, but for those behind <!-- not run: why -->.
What is done by hand there (an edit in Excel) stands as Python in a comment, <!-- by hand: … -->.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import sqlite3
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from typer.testing import CliRunner

from luoshi.ways.cli.commands import app

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TYPED = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((DOCS / "tutorials").glob("*.md"))]
TYPED += [*sorted(DOCS.glob("cookbook*.md")), *sorted(DOCS.glob("python*.md")), DOCS / "sql.md"]
PAGES = [*TYPED, DOCS / "cli.md", DOCS / "check.md", DOCS / "tour.md", DOCS / "timeline.md"]
BLOCK = re.compile(r"(<!-- (help|demo|shown|output)(?:: ?(.*?))? ?-->\n```text\n).*?(```\n)", re.S)
CODE = re.compile(
    r"(?P<not_run><!-- not run: [^>]*-->\n)?^```(?P<language>sh|python|sql)\n(?P<code>.*?)^```\n"
    r"|<!-- by hand:(?P<by_hand>.*?)-->\n",
    re.S | re.M,
)
BEGINNING = ("luoshi demo", "cd luoshi-demo")  # every page to be typed begins in the folder that these leave
WIDTH = {"COLUMNS": "100"}
IMPORTED = "2025-02-10T01:00:00+00:00"  # when tasks came into the book: else a page would change from day to day


def written(page: str, typed: bool = False) -> str:
    """The page with every marked block as the program prints it now; on one that is ``typed`` all code is run."""
    code = [found for found in CODE.finditer(page) if not found["not_run"]] if typed else []
    printed_by = transcript(tuple((found["language"] or "hand", found["code"] or found["by_hand"]) for found in code))
    ends = [found.end() for found in code]

    def block(found: re.Match[str]) -> str:
        kind, asked = found[2], found[3] or ""
        sources: dict[str, Callable[[], str]] = {
            "help": lambda: printed(*asked.split(), "--help"),
            "demo": lambda: part_of_the_tour(asked),
            "shown": lambda: shown(*shlex.split(asked)),
            "output": lambda: printed_by[sum(end <= found.start() for end in ends) - 1],
        }
        lines = [line.rstrip() for line in sources[kind]().strip("\n").splitlines()]
        if kind == "output" and asked and len(lines) > int(asked):
            lines = [*lines[: int(asked)], "…"]
        return found[1] + "\n".join(lines) + "\n" + found[4]

    return BLOCK.sub(block, page)


@cache
def printed(*arguments: str) -> str:
    """What a command prints on a terminal of 100 cells."""
    return CliRunner().invoke(app, [*arguments], env=WIDTH, prog_name="luoshi").stdout


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


@cache
def transcript(blocks: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """What each block prints, run one after the other in a copy of the tour's folder.

    A block is its language (a key of ``_RUN``) and its code. ``RuntimeError`` for a command that fails.
    """
    if not blocks:
        return ()
    names: dict[str, Any] = {}
    with TemporaryDirectory() as folder:
        shutil.copytree(toured()[0].name, folder, dirs_exist_ok=True)
        with contextlib.chdir(folder), patch("luoshi.ledger.book.book._now", lambda: IMPORTED):
            return tuple(_RUN[language](code, names) for language, code in blocks)


def commands(code: str, _names: dict[str, Any]) -> str:
    """What the commands of a block print, complaints among it."""
    out = []
    for line in code.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if not words or shlex.join(words) in BEGINNING:
            continue
        if words[0] != "luoshi":
            raise RuntimeError(f"{line}: only luoshi is run; mark the block <!-- not run: why -->")
        done = CliRunner().invoke(app, words[1:], env=WIDTH, prog_name="luoshi")
        if done.exit_code != 0 and (words[1], done.exit_code) != ("check", 3):
            raise RuntimeError(f"{line}: exit status {done.exit_code}\n{done.output}") from done.exception
        out.append(done.output)
    return "".join(out)


def output(code: str, names: dict[str, Any]) -> str:
    """What a block of Python prints, with and into the ``names`` of the blocks before it."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "documentation", "exec"), names)
    return out.getvalue()


def selected(code: str, _names: dict[str, Any]) -> str:
    """The rows of a query on the ledger, as ``sqlite3 -header`` prints them."""
    with contextlib.closing(sqlite3.connect("file:luoshi.db?mode=ro", uri=True)) as database:
        rows = database.execute(code)
        head = [column[0] for column in rows.description]
        return "".join("|".join(map(str, row)) + "\n" for row in [head, *rows])


_RUN: dict[str, Callable[[str, dict[str, Any]], str]] = {
    "sh": commands,
    "python": output,
    "hand": output,
    "sql": selected,
}


if __name__ == "__main__":
    for path in PAGES:
        text = path.read_text("utf-8")
        new = written(text, path in TYPED)
        path.write_text(new, "utf-8", newline="\n")
        sys.stdout.write(f"{path.relative_to(ROOT)}: {'written' if new != text else 'as it was'}\n")
