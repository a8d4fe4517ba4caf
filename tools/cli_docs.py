"""Write what every command's --help prints into docs/cli.md, between its markers: python tools/cli_docs.py"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from typer.testing import CliRunner

from luoshi.cli import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
BLOCK = re.compile(r"(<!-- help: ([a-z ]*?) ?-->\n```text\n).*?(```\n)", re.S)


def written(page: str) -> str:
    """The page with every help block as the program prints it now."""

    def block(found: re.Match[str]) -> str:
        result = CliRunner().invoke(app, [*found[2].split(), "--help"], env={"COLUMNS": "100"}, prog_name="luoshi")
        return found[1] + result.stdout.rstrip() + "\n" + found[3]

    return BLOCK.sub(block, page)


if __name__ == "__main__":
    text = written(PAGE.read_text("utf-8"))
    PAGE.write_text(text, "utf-8", newline="\n")
    sys.stdout.write(f"{PAGE.name}: {len(BLOCK.findall(text))} commands\n")
