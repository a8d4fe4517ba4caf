"""Kills commands at random moments and looks whether anything is lost: python tools/reliability.py (make reliability)

    python tools/reliability.py --kills 35            of each deed on SQLite
    LUOSHI_TEST_POSTGRESQL=postgresql://… python tools/reliability.py --kills 35 --server-kills 10
    python tools/reliability.py --write               the counts into docs/reliability.md, too

Other troubles (full and read-only disks, a server that restarts, two who add the same files, a lost worker of a
cluster) are those of reliability_troubles.py; each is left out where the machine can't make it.

A deed (adding, loading, bringing an older ledger up to date, a correction, an import of the book, an export) runs as a
command of its own and gets SIGKILL at a moment drawn from the time that it takes undisturbed. After each kill the
ledger must be whole: no damage, each document with all its records or not there, an export the old file or the new one;
a load may leave its indexes to the next one. After the last the deed is run to its end, and the ledger must be what an
undisturbed run makes it, without damage.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, text

from luoshi.ledger import Ledger, LedgerError
from luoshi.service.sample import texts

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reliability.md"
MARK = "<!-- counts: written by tools/reliability.py -->\n"
SERVER = os.environ.get("LUOSHI_TEST_POSTGRESQL", "")
REPORT = "临澜市政府工作报告\n——{}年1月13日\n{}年，全市新增养老床位{}张，一般公共预算收入{}.4亿元，增长4.3%。\n"
TASKS = "序号,重点任务,责任单位,完成时限\n" + "".join(
    f"{at},新增养老床位{at}00张,市民政局,2026年{at}月底前\n" for at in range(1, 13)
)


@dataclass(frozen=True)
class Deed:
    """What is done: its command, what stands before it, what must hold after a kill, and after its end.

    ``prepare`` and ``holds`` get the folder of the trial and the ledger's location; ``holds`` gives what is wrong.
    """

    name: str
    command: Callable[[Path, str], list[str]]
    prepare: Callable[[Path, str], None]
    holds: Callable[[Path, str], list[str]]
    files_only: bool = False


def run(arguments: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """A command in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "luoshi", *arguments],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def told(location: str) -> dict[str, object]:
    """All that a ledger holds: its readings by document, its corrections and its books' tasks."""
    with Ledger(location) as ledger:
        return {
            "readings": {row.id: [id for id, _ in ledger.reading(row.id).ids()] for row in ledger.documents()},
            "corrections": [(each.field, each.new) for each in ledger.corrections()],
            "tasks": [task.id for task in ledger.book().tasks()],
        }


def damages(location: str) -> list[str]:
    """What is wrong with the ledger itself."""
    try:
        with Ledger(location) as ledger:
            return list(ledger.health().damages)
    except LedgerError as error:
        return [str(error)]


def reports(folder: Path, location: str) -> None:
    """A folder of thirty reports."""
    made = folder / "reports"
    made.mkdir(exist_ok=True)
    for at in range(30):
        year = 1996 + at
        (made / f"{year}.txt").write_text(REPORT.format(year + 1, year, 1000 + at, 60 + at) * 3, "utf-8")


def sample(folder: Path, location: str) -> None:
    """A ledger of the sample city."""
    import luoshi

    with Ledger(location) as ledger:
        for document in texts():
            ledger.add(luoshi.read(document))


def whole_readings(folder: Path, location: str) -> list[str]:
    """Each document of the ledger has all its records."""
    import luoshi

    wrong = damages(location)
    held = told(location)["readings"]
    for file in sorted((folder / "reports").iterdir()):
        document = luoshi.open(file)
        kept = held.get(document.id)  # type: ignore[attr-defined]
        if kept is not None and kept != [id for id, _ in luoshi.read(document).ids()]:
            wrong.append(f"{file.name}: in part")
    return wrong


def whole_parts(folder: Path, location: str) -> list[str]:
    """The same after a load that came to no end: the indexes that it makes last are left to the next one."""
    return [each for each in whole_readings(folder, location) if "luoshi load" not in each]


def parts(folder: Path, location: str) -> None:
    """The thirty reports, read in parts."""
    reports(folder, location)
    run(
        ["read-corpus", str(folder / "reports"), str(folder / "read"), "--documents", "5", "--jobs", "1"], folder
    ).wait()


def older(folder: Path, location: str) -> None:
    """A ledger of an earlier schema."""
    sample(folder, location)
    with sqlite3.connect(location) as connection:
        for table in ("book_entries", "book_tasks"):
            connection.execute(f"DROP TABLE {table}")
        for table in ("events", "projects"):
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute("UPDATE alembic_version SET version_num = '0005'")
    connection.close()


def figure(folder: Path, location: str) -> list[str]:
    """The command that corrects a figure."""
    with Ledger(location) as ledger:
        id = ledger.series("新增学位")[0].id
    return ["correct", id, "period", "2023", "--by", "苏问渠", "--why", "核对", "--ledger", location]


def table(folder: Path, location: str) -> None:
    """A table of tasks beside a ledger."""
    sample(folder, location)
    (folder / "tasks.csv").write_text(TASKS, "utf-8")


def whole_book(folder: Path, location: str) -> list[str]:
    """The book has all twelve tasks or none."""
    tasks = told(location)["tasks"]
    return damages(location) + ([] if len(tasks) in (0, 12) else [f"{len(tasks)} tasks"])  # type: ignore[arg-type]


def exported(folder: Path, location: str) -> None:
    """A good file where the export goes."""
    sample(folder, location)
    run(["export", "--to", "csv", str(folder / "out.csv"), "--ledger", location], folder).wait()
    shutil.copy(folder / "out.csv", folder / "good.csv")


def whole_export(folder: Path, location: str) -> list[str]:
    """The file is the good one."""
    same = (folder / "out.csv").read_bytes() == (folder / "good.csv").read_bytes()
    return damages(location) + ([] if same else ["out.csv is broken"])


DEEDS = (
    Deed(
        "add",
        lambda folder, place: ["add", str(folder / "reports"), "--jobs", "2", "--ledger", place],
        reports,
        whole_readings,
    ),
    Deed("load", lambda folder, place: ["load", str(folder / "read"), "--ledger", place], parts, whole_parts),
    Deed(
        "migration",
        lambda folder, place: ["series", "粮食产量", "--ledger", place],
        older,
        lambda folder, place: damages(place),
        files_only=True,
    ),
    Deed("correct", figure, sample, lambda folder, place: damages(place)),
    Deed(
        "book import",
        lambda folder, place: ["book", "import", str(folder / "tasks.csv"), "--year", "2026", "--by", "林越",
                               "--ledger", place],
        table,
        whole_book,
    ),
    Deed(
        "export",
        lambda folder, place: ["export", "--to", "csv", str(folder / "out.csv"), "--ledger", place],
        exported,
        whole_export,
    ),
)  # fmt: skip


def place_of(folder: Path, on_server: bool, server: str = SERVER) -> str:
    """Where a new ledger goes: a file of the folder, or a schema of its own on the server."""
    if not on_server:
        return str(folder / "luoshi.db")
    name = f"kills_{uuid.uuid4().hex}"
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{server}?options=-csearch_path%3D{name}"


def undisturbed(deed: Deed, place_in: Callable[[Path], str]) -> tuple[float, dict[str, object]]:
    """How many seconds a deed takes where nothing comes between, and what the ledger holds after it."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        place = place_in(folder)
        deed.prepare(folder, place)
        command = deed.command(folder, place)
        begun = time.perf_counter()
        run(command, folder).wait()
        return time.perf_counter() - begun, told(place)


def kill(process: subprocess.Popen[bytes]) -> None:
    """SIGKILL to a command and its processes."""
    with suppress(ProcessLookupError):  # it had ended
        os.killpg(process.pid, signal.SIGKILL)


def tried(
    deed: Deed,
    strikes: int,
    place_in: Callable[[Path], str],
    source: random.Random,
    strike: Callable[[subprocess.Popen[bytes]], None] = kill,
) -> tuple[int, list[str]]:
    """How many runs were struck before their end, and what was wrong; ``place_in`` gives a new ledger for a folder."""
    wrong: list[str] = []
    seconds, expected = undisturbed(deed, place_in)
    struck = 0
    while struck < strikes:
        with TemporaryDirectory() as made:
            folder = Path(made)
            place = place_in(folder)
            deed.prepare(folder, place)
            for _ in range(5):  # one ledger is struck several times
                process = run(deed.command(folder, place), folder)
                time.sleep(source.uniform(0.0, seconds))
                struck += process.poll() is None
                strike(process)
                process.wait()
                wrong += [f"{deed.name}: {each}" for each in deed.holds(folder, place)]
            finished = run(deed.command(folder, place), folder).wait()
            if finished or (deed.name != "correct" and told(place) != expected):
                wrong.append(f"{deed.name}: not what an undisturbed run makes it")
            wrong += [f"{deed.name}, at its end: {each}" for each in damages(place)]
    return struck, wrong


def main() -> int:
    """Strike every deed, print the counts, and fail where anything was wrong."""
    from reliability_troubles import troubles

    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--kills", type=int, default=35, help="of each deed on SQLite (default 35)")
    asked.add_argument("--server-kills", type=int, default=10, help="of each deed on PostgreSQL (default 10)")
    asked.add_argument("--troubles", type=int, default=10, help="of each other trouble (default 10)")
    asked.add_argument("--seed", type=int, default=None)
    asked.add_argument("--write", action="store_true", help="write the counts into docs/reliability.md")
    options = asked.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
    source = random.Random(seed)
    print(f"seed {seed}")
    lines, wrong = [], []
    for on_server in (False, True) if SERVER else (False,):
        for deed in DEEDS:
            if on_server and deed.files_only:
                continue
            place_in = partial(place_of, on_server=on_server)
            struck, found = tried(deed, options.server_kills if on_server else options.kills, place_in, source)
            lines.append((f"{deed.name}, killed", "PostgreSQL" if on_server else "SQLite", struck, len(found)))
            print(*lines[-1], flush=True)
            wrong += found
    for trouble, where, times, found in troubles(options.troubles, source):
        lines.append((trouble, where, times, len(found)))
        print(*lines[-1], flush=True)
        wrong += found
    if options.write:
        before = PAGE.read_text("utf-8").partition(MARK)[0]
        rows = "".join(f"| {name} | {where} | {struck} | {bad} |\n" for name, where, struck, bad in lines)
        PAGE.write_text(
            f"{before}{MARK}\n| deed, trouble | ledger | times | wrong after it |\n|---|---|---|---|\n{rows}", "utf-8"
        )
    print(json.dumps(wrong, ensure_ascii=False, indent=1) if wrong else "nothing was lost")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
