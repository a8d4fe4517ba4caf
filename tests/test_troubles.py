"""Every command on a broken ledger, a full disk, a read-only disk and interrupted: its exit status and its line.

| command                                                   | broken ledger | full disk      | read-only disk | Ctrl-C |
|-----------------------------------------------------------|---------------|----------------|----------------|--------|
| series outcomes conflicts people bodies formulations      | 1, a line     | 0, the answer¹ | 0, the answer  | 130    |
| progress search explain doctor                            |               |                |                |        |
| add correct progress --done                               | 1, a line     | 1, a line      | 1, a line      | 130    |
| export, explain --html, outcomes --chart, backup          | 1, a line     | 1, a line      | 1, a line      | 130    |
| look -o, demo --out                                       | no ledger     | 1, a line      | 1, a line      | 130    |
| read score                                                | no ledger     | 0, the answer¹ | 0, the answer  | 130    |

¹ 1 and a line where the output itself is written to the full disk.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from luoshi.ledger import Ledger
from luoshi.ways.cli.commands import app

REPORT = """临澜市政府工作报告
——2025年1月7日在临澜市第十届人民代表大会第四次会议上
全市一般公共预算收入96.2亿元，增长4.3%。市教育局将在2025年底前新建学校12所。
今年经济社会发展的主要预期目标是：一般公共预算收入增长5%，新增养老床位1200张。
"""
ASKING: dict[str, list[str]] = {
    "series": ["series", "一般公共预算收入"],
    "outcomes": ["outcomes"],
    "conflicts": ["conflicts"],
    "people": ["people"],
    "bodies": ["bodies"],
    "formulations": ["formulations"],
    "progress": ["progress"],
    "search": ["search", "养老床位"],
    "explain": ["explain", "{figure}"],
}
LOOKING: dict[str, list[str]] = {"doctor": ["doctor"]}
WRITING: dict[str, list[str]] = {
    "add": ["add", "{new}", "--jobs", "1"],
    "correct": ["correct", "{figure}", "period", "2023", "--by", "苏问渠", "--why", "核对"],
    "export": ["export", "--to", "xlsx", "{out}"],
    "explain --html": ["explain", "{figure}", "--html", "{out}"],
    "outcomes --chart": ["outcomes", "--chart", "{out}.svg"],
    "backup": ["backup", "{out}"],
}
WITHOUT: dict[str, list[str]] = {
    "look": ["look", "{picture}", "-o", "{out}"],
    "demo": ["demo", "--out", "{out}"],
}
READING: dict[str, list[str]] = {"read": ["read", "{report}"], "score": ["score", "{labels}", "{labels}"]}
ALL = ASKING | LOOKING | WRITING | WITHOUT | READING


def run(arguments: list[str], folder: Path, ledger: Path | None = None) -> Result:
    """Run a command in this process; the files that it names stand in ``folder``."""
    return CliRunner().invoke(app, filled(arguments, folder, ledger), env={"COLUMNS": "100"})


def filled(arguments: list[str], folder: Path, ledger: Path | None) -> list[str]:
    names = {
        "figure": (folder / "figure").read_text("utf-8") if (folder / "figure").exists() else "figure-1-2",
        **{name: str(folder / name) for name in ("new", "out", "report", "labels", "picture")},
    }
    asked = arguments[0] in {one[0] for one in (ASKING | LOOKING | WRITING).values()}
    place = ["--ledger", str(ledger or folder / "账本.db")] if asked else []
    return [argument.format(**names) for argument in arguments] + place


@pytest.fixture(autouse=True, scope="module")
def interrupts() -> Iterator[None]:
    """Interrupts reach the commands, though the tests may run in the background, where a shell has them ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger and all the files that the commands name."""
    made = tmp_path_factory.mktemp("troubles")
    (made / "report").write_text(REPORT, "utf-8")
    (made / "new").write_text(REPORT.replace("96.2", "97.3"), "utf-8")
    added = run(["add", "{report}", "--place", "临澜市", "--jobs", "1"], made)
    assert added.exit_code == 0
    read = CliRunner().invoke(app, ["read", str(made / "report"), "--json"])
    (made / "labels").write_text(read.stdout, "utf-8")
    with Ledger(made / "账本.db") as ledger:
        (made / "figure").write_text(ledger.series("一般公共预算收入")[0].id, "utf-8")
    Image.new("RGB", (60, 60), "white").save(made / "picture", "PNG")
    return made


def told_in_a_line(result: Result) -> str:
    """The one line on standard error, in both languages, of a command that could not do what it was asked."""
    assert result.exit_code == 1, (result.output, result.exception)
    assert isinstance(result.exception, SystemExit)
    (line,) = result.stderr.splitlines()
    assert any("\u4e00" <= sign <= "\u9fff" for sign in line)
    assert any(sign.isascii() and sign.isalpha() for sign in line)
    return line


def broken(kind: str, good: Path, path: Path) -> Path:
    """A ledger that is none any more."""
    data = good.read_bytes()
    if kind == "garbage":
        path.write_bytes(b"garbage " * 999)
    elif kind == "truncated":
        path.write_bytes(data[: len(data) // 3])
    elif kind == "overwritten":
        path.write_bytes(data[:4096] + b"\x07" * (len(data) - 4096))
    elif kind == "directory":
        path.mkdir()
    elif kind == "empty":
        path.write_bytes(b"")
    else:
        path.write_bytes(data)
        with sqlite3.connect(path) as connection:
            if kind == "newer":
                connection.execute("UPDATE alembic_version SET version_num = '9999'")
            else:
                connection.execute("PRAGMA foreign_keys = OFF")
                for table in ("figures", "offices", "commitments", "formulations"):
                    connection.execute(f"DROP TABLE {table}")
        connection.close()
    return path


@pytest.mark.parametrize("kind", ["garbage", "truncated", "overwritten", "directory", "newer", "without tables"])
@pytest.mark.parametrize("command", ASKING | LOOKING | WRITING)
def test_a_broken_ledger(command: str, kind: str, folder: Path, tmp_path: Path) -> None:
    ledger = broken(kind, folder / "账本.db", tmp_path / "坏.db")
    result = run(ALL[command], folder, ledger)
    assert "坏.db" in told_in_a_line(result)
    assert not (folder / "out").exists()


@pytest.mark.parametrize("location", [":memory:", "sqlite://", "sqlite:///:memory:", "", "mysql://x/y"])
@pytest.mark.parametrize("command", ["add", "series"])
def test_what_is_no_place_for_a_ledger(command: str, location: str, folder: Path) -> None:
    arguments = filled(ALL[command], folder, None)[:-1]
    told_in_a_line(CliRunner().invoke(app, [*arguments, location]))


# -- disks ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def disk(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of two megabytes with all files on it; mounting needs root on Linux."""
    place = tmp_path_factory.mktemp("disk")
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        for file in folder.iterdir():
            if not file.name.startswith("out"):
                shutil.copy(file, place)
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def read_only_disk(disk: Path) -> Iterator[Path]:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        yield disk
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


@pytest.fixture
def full_disk(disk: Path) -> Iterator[Path]:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    try:
        yield disk
    finally:
        filler.unlink(missing_ok=True)


@pytest.mark.parametrize("command", ASKING | READING)
def test_a_read_only_disk_is_asked_as_any_other(command: str, folder: Path, read_only_disk: Path) -> None:
    result = run(ALL[command], read_only_disk)
    assert (result.exit_code, result.stdout) == (0, run(ALL[command], folder).stdout)


@pytest.mark.parametrize("command", WRITING | WITHOUT)
def test_a_read_only_disk_is_not_written(command: str, read_only_disk: Path) -> None:
    before = sorted(read_only_disk.iterdir())
    line = told_in_a_line(run(ALL[command], read_only_disk))
    assert "read-only" in line.lower() or "picture" in line
    assert sorted(read_only_disk.iterdir()) == before


def test_a_new_ledger_on_a_read_only_disk(folder: Path, read_only_disk: Path) -> None:
    told_in_a_line(run(ALL["add"], folder, read_only_disk / "new.db"))


@pytest.mark.parametrize("command", WRITING | WITHOUT)
def test_a_full_disk_holds_nothing_half_written(command: str, full_disk: Path) -> None:
    before = sorted(file for file in full_disk.iterdir() if not file.name.endswith(("-wal", "-shm")))
    told_in_a_line(run(ALL[command], full_disk))
    after = sorted(file for file in full_disk.iterdir() if not file.name.endswith(("-wal", "-shm")))
    assert [file for file in after if file.is_file()] == before
    (full_disk / "filler").unlink()  # SQLite needs some room even to look
    with sqlite3.connect(full_disk / "账本.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (1,)
    connection.close()


# -- processes ------------------------------------------------------------------------------------


def begun(arguments: list[str], **options: Any) -> subprocess.Popen[str]:
    """A command in a process group of its own, as a terminal starts it."""
    return subprocess.Popen(
        [sys.executable, "-m", "luoshi", *arguments],
        **({"stdout": subprocess.PIPE} | options),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        encoding="utf-8",
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_output_to_a_full_disk_is_a_line(form: list[str], folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        process = begun([*filled(ALL["series"], folder, None), *form], stdout=full)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert len(told.splitlines()) == 1
    assert "No space" in told


@pytest.mark.skipif(os.name == "nt", reason="a shell closes the streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-", "| true"])
def test_closed_streams_are_no_failure(closed: str, folder: Path) -> None:
    command = f'"$0" -m luoshi "$@" {closed}'
    arguments = [sys.executable, *filled(ALL["series"], folder, None)]
    result = subprocess.run(["sh", "-c", command, *arguments], capture_output=True, check=False, timeout=60)
    assert result.returncode in (0, 1)
    assert b"Traceback" not in result.stderr
    assert b"Exception" not in result.stderr


LOADED_BY_ALL = ("luoshi.ways.cli.commands", "rich.console")
_INTERRUPTED = "已中断，写入的都在。 Interrupted; what was written stays."
# Interrupts the command where it loads a module.
_AT_IMPORT = """
import os, signal, sys

def interrupt(event, arguments):
    if event == "import" and arguments[0] == module:
        os.write(1, b"interrupted")
        os.kill(os.getpid(), signal.SIGINT)

module = sys.argv.pop(1)
sys.addaudithook(interrupt)
from luoshi.__main__ import main
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="an interrupt is a signal of POSIX systems")
@pytest.mark.parametrize(
    ("command", "module"),
    [
        pytest.param(command, module, marks=() if (one + other) % 5 == 0 else pytest.mark.long)  # a fifth is quick
        for one, command in enumerate(ALL)
        for other, module in enumerate([*LOADED_BY_ALL, "sqlalchemy", "luoshi.reading", "xlsxwriter"])
    ],
)
def test_an_interrupt_while_modules_are_loaded(command: str, module: str, folder: Path) -> None:
    process = subprocess.run(
        [sys.executable, "-c", _AT_IMPORT, module, *filled(ALL[command], folder, None)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    interrupted = "interrupted" in process.stdout  # else the command needs no such module
    assert interrupted or module not in LOADED_BY_ALL
    if interrupted:
        assert (process.returncode, process.stderr) == (130, _INTERRUPTED + "\n")
        assert not (folder / "out").exists()
    elif (folder / "out").is_dir():
        shutil.rmtree(folder / "out")
    else:
        (folder / "out").unlink(missing_ok=True)


# Python ends with the signal itself when an interrupt came within ``exec``, by which data classes are made.
_WITHIN_EXEC = """
from luoshi.service import Service
from luoshi.ways.cli import main

Service.opened = lambda *_, **__: exec("raise KeyboardInterrupt")
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="an interrupt is a signal of POSIX systems")
def test_an_interrupt_while_a_data_class_is_made(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "interrupted.py").write_text(_WITHIN_EXEC, "utf-8")
    process = subprocess.run(
        [sys.executable, "-m", "interrupted", *filled(ALL["series"], folder, None)],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert (process.returncode, process.stderr) == (130, _INTERRUPTED + "\n")


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="an interrupt is a signal of POSIX systems")
@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.2, 1.6])
def test_an_interrupt_of_all_processes_that_add(seconds: float, tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(REPORT * 20 + f"新建公园{number + 2}个。", "utf-8")
    process = begun(["add", str(tmp_path), "--jobs", "2", "--ledger", str(tmp_path / "new.db")])
    while not (tmp_path / "new.db").exists():
        time.sleep(0.01)
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, _INTERRUPTED + "\n")
