"""Whether an environment without the extras but the desk's works, and names each one that is missing; its size.

    .venv/bin/python tools/light_check.py

Run with the Python of the environment (`make demo` sets it up). Exit status 1 where an extra is there after all, or a
command that needs one does not end with status 1 and one line that names it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from luoshi.ways.cli import terminal

#: Extra → a module it brings, and a command that needs it; {folder} holds the tour's ledger and a picture.
COMMANDS = {
    "charts": ("matplotlib", ["outcomes", "--place", "临澜市", "--chart", "{folder}/chart.svg"]),
    "ocr": ("rapidocr", ["read", "{folder}/page.png"]),
    "parquet": ("pyarrow", ["export", "--to", "parquet", "{folder}/figures.parquet"]),
    "postgresql": ("psycopg", ["series", "地区生产总值", "--ledger", "postgresql://127.0.0.1:1/luoshi"]),
    "mcp": ("mcp", ["mcp"]),
    "fetch": ("httpx", ["add", "http://127.0.0.1:1/"]),
}
_FRAME = "import luoshi, sys; luoshi.Ledger(sys.argv[1]).frame('figures', sys.argv[2])"


def main() -> int:
    """Print what is wrong and the environment's size."""
    terminal.speak_utf8()
    wrong = [f"{module} is installed" for module, _ in COMMANDS.values() if find_spec(module)]
    with TemporaryDirectory() as place:
        wrong += list(_unnamed(Path(place)))
    print("\n".join(wrong) or "every missing extra is named")
    size = sum(file.lstat().st_size for file in Path(sys.prefix).rglob("*") if file.is_file())
    print(f"{sys.prefix}: {size / 1e6:.0f} MB")
    return 1 if wrong else 0


def _unnamed(folder: Path) -> Iterator[str]:
    """The commands, and data frames, that fail in another way than by naming the extra in one line."""
    from PIL import Image

    Image.new("L", (200, 100), 255).save(folder / "page.png")
    _run(["-m", "luoshi", "demo", "--out", str(folder)])
    ledger = str(folder / "luoshi.db")
    for extra, (_, words) in COMMANDS.items():
        command = [word.format(folder=folder) for word in words]
        if command[0] != "read" and "--ledger" not in command:
            command += ["--ledger", ledger]
        status, said = _run(["-m", "luoshi", *command])
        if status != 1 or len(said) != 1 or f'pip install "luoshi[{extra}]"' not in said[0]:
            yield f"{extra}: exit status {status}, {said}"
    for library in ("pandas", "polars"):
        status, said = _run(["-c", _FRAME, ledger, library])
        if not said or f'pip install "luoshi[{library}]"' not in said[-1]:
            yield f"{library}: exit status {status}, {said}"


def _run(words: list[str]) -> tuple[int, list[str]]:
    """A command's exit status and the lines it complains with."""
    done = subprocess.run([sys.executable, *words], capture_output=True, check=False, encoding="utf-8")
    return done.returncode, done.stderr.splitlines()


if __name__ == "__main__":
    sys.exit(main())
