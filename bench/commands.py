"""How long a person waits for a command: its whole process, beside Python doing nothing; what the environment holds.

    .venv/bin/python bench/commands.py               the environment that make demo sets up
    .venv/bin/python bench/commands.py --rounds 9    more rounds; the best is shown, for other work only adds to it

The ledger is the demo's. Modules are compiled before the clock runs. Ratios hold between machines, seconds do not.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory

from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import grid

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "luoshi --help": ["-m", "luoshi", "--help"],
    "luoshi series": [
        "-m",
        "luoshi",
        "series",
        "一般公共预算收入",
        "--place",
        "临澜市",
    ],
    "luoshi search": ["-m", "luoshi", "search", "养老床位"],
    "luoshi read (one line)": ["-m", "luoshi", "read", "line.txt"],
}
LARGEST = 8


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds of each command (default 5)")
    options = parser.parse_args()
    terminal.speak_utf8()
    with TemporaryDirectory() as place:
        seconds = timed(Path(place), options.rounds)
    nothing = seconds["python -c pass"]
    rows = [[name, f"{spent:.3f}", f"{spent / nothing:.1f}"] for name, spent in seconds.items()]
    out = terminal.screen()
    out.print(grid("", ["command", ("seconds", "right"), ("times python", "right")], rows))
    sizes = installed()
    rows = [[name, f"{size / 1e6:.1f}"] for name, size in sizes.most_common(LARGEST)]
    rows.append([f"all {len(sizes)} packages", f"{sizes.total() / 1e6:.1f}"])
    out.print(grid("", ["package", ("MB", "right")], rows))


def timed(folder: Path, rounds: int) -> dict[str, float]:
    """The best time of each command in seconds; they take turns."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"LUOSHI_LEDGER": str(folder / "luoshi.db"), "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    (folder / "line.txt").write_text("全市新增养老床位1200张。\n", "utf-8")
    best = dict.fromkeys(COMMANDS, float("inf"))
    run(["-m", "luoshi", "demo", "--out", "."], folder, environment)
    for command in COMMANDS.values():
        run(command, folder, environment)
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            best[name] = min(best[name], run(command, folder, environment))
    return best


def run(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    """The seconds that Python takes for ``command``, run in ``folder``."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def installed() -> Counter[str]:
    """The bytes of every package of this environment, with what Python compiled of it."""
    sizes: Counter[str] = Counter()
    for package in distributions():
        files = (Path(str(package.locate_file(file))) for file in package.files or ())
        sizes[package.name] = sum(file.stat().st_size for file in files if file.is_file())
    return sizes


if __name__ == "__main__":
    main()
