"""What is installed only by who wants it: named in one line where it is missing, and there where the tests run."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

from luoshi.extras import needs

EXTRAS = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"][
    "optional-dependencies"
]
# Extra → the module that is missing, and a command that needs it.
COMMANDS = {
    "charts": ("matplotlib", ["outcomes", "--chart", "chart.svg", "--ledger", "luoshi.db"]),
    "ocr": ("rapidocr", ["read", "page.png"]),
    "parquet": ("pyarrow", ["export", "--to", "parquet", "figures.parquet", "--ledger", "luoshi.db"]),
    "postgresql": ("psycopg", ["series", "地区生产总值", "--ledger", "postgresql://127.0.0.1:1/luoshi"]),
    "desk": ("fastapi", ["serve", "--no-browser", "--ledger", "luoshi.db"]),
    "mcp": ("mcp", ["mcp", "--ledger", "luoshi.db"]),
    "fetch": ("httpx", ["add", "http://127.0.0.1:1/", "--ledger", "luoshi.db"]),
}
# Data frames are asked for from Python: their own tests say what is told (test_ledger_frames.py).
_WITHOUT = """
import sys

sys.modules.update(dict.fromkeys(sys.argv.pop(1).split(",")))
from luoshi.__main__ import main
main()
"""


def run_without(modules: str, command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A command run in ``folder`` where the modules named, with commas between, are not installed."""
    return subprocess.run(
        [sys.executable, "-c", _WITHOUT, modules, *command],
        capture_output=True, check=False, cwd=folder, encoding="utf-8", timeout=60,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture, a report and its ledger, made where none of the extras is installed."""
    made = tmp_path_factory.mktemp("extras")
    Image.new("L", (200, 100), 255).save(made / "page.png")
    (made / "report.txt").write_text("今年的主要预期目标是：一般公共预算收入增长5%。", "utf-8")
    everything = ",".join(module for module, _ in COMMANDS.values())
    added = run_without(everything, ["add", "report.txt", "--date", "2025-01-07", "--ledger", "luoshi.db"], made)
    assert added.returncode == 0, added.stderr
    return made


@pytest.mark.parametrize("extra", COMMANDS)
def test_a_missing_extra_is_named_in_one_line(extra: str, folder: Path) -> None:
    module, command = COMMANDS[extra]
    done = run_without(module, command, folder)
    (line,) = done.stderr.splitlines()
    assert (done.returncode, line.count(f'pip install "luoshi[{extra}]"')) == (1, 2)
    assert not {path.suffix for path in folder.iterdir()} & {".svg", ".parquet"}


@pytest.mark.parametrize("extra", EXTRAS)
def test_every_extra_says_what_it_is_for(extra: str) -> None:
    chinese, english = needs(extra)
    assert chinese.endswith(f'需要运行 pip install "luoshi[{extra}]"')
    assert english.endswith(f'needs pip install "luoshi[{extra}]"')


@pytest.mark.skipif("LUOSHI_TEST_LIGHT" in os.environ, reason="the tests run without the extras")
@pytest.mark.parametrize(
    "module",
    [
        "argon2",
        "authlib",
        "fastapi",
        "httpx",
        "matplotlib",
        "mcp",
        "onnxruntime",
        "pandas",
        "polars",
        "psycopg",
        "pyarrow",
    ],
)
def test_no_test_of_an_extra_is_skipped(module: str) -> None:
    assert find_spec(module), "make test sets up every extra"
