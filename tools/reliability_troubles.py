"""Troubles besides being killed, for tools/reliability.py: disks, a server that restarts, two at once, a lost worker.

Each gives its name, the kind of ledger, how many times it came, and what was wrong after it. Disks are mounted and a
server of its own is started where this runs as root on Linux with PostgreSQL installed; elsewhere these are left out.
"""

from __future__ import annotations

import os
import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from reliability import DEEDS, SERVER, Deed, damages, place_of, reports, run, told, tried, undisturbed

Result = tuple[str, str, int, list[str]]
_DEEDS = {deed.name: deed for deed in DEEDS}
_ROOM = 64 << 10  # kB that a deed has room enough in
_LEAST = 64  # kB
_WAIT = 120  # seconds for what has lost its server


def troubles(times: int, source: random.Random) -> Iterator[Result]:
    """All troubles that this machine can make, each so many times."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("mount") and sys.platform == "linux":
        for name in ("add", "load", "book import", "export"):
            yield f"{name}, disk full", "SQLite", times, full_disk(_DEEDS[name], times, source)
            yield f"{name}, disk read-only", "SQLite", 1, read_only_disk(_DEEDS[name])
    yield "add, two at once", "SQLite", times, two_at_once(partial(place_of, on_server=False), times)
    if SERVER:
        yield "add, two at once", "PostgreSQL", times, two_at_once(partial(place_of, on_server=True), times)
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if root and programs:
        with Server.started(programs[-1]) as server:
            for name in ("add", "load", "book import"):
                count, wrong = tried(_DEEDS[name], times, server.place_in, source, server.restart)
                yield f"{name}, server restarted", "PostgreSQL", count, wrong
    if find_spec("ray") and find_spec("psutil"):
        yield "read-corpus, worker killed", "Ray", times, lost_worker(times, source)


@contextmanager
def disk() -> Iterator[Path]:
    """A small disk of its own, with room enough at first."""
    with TemporaryDirectory() as made:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_ROOM}k", "tmpfs", made], check=True)
        try:
            yield Path(made)
        finally:
            subprocess.run(["umount", "-l", made], check=True)


def again(folder: Path, how: str) -> None:
    """Mount the disk again in another way."""
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)


def full_disk(deed: Deed, times: int, source: random.Random) -> list[str]:
    """The deed on a disk with too little room, and once more when there is room."""
    wrong = []
    _, expected = undisturbed(deed, partial(place_of, on_server=False))
    for _ in range(times):
        with disk() as folder:
            place = place_of(folder, False)
            deed.prepare(folder, place)
            used = sum(file.stat().st_blocks for file in folder.rglob("*")) // 2
            again(folder, f"size={used + source.randrange(_LEAST, 1024)}k")
            run(deed.command(folder, place), folder).wait()
            again(folder, f"size={_ROOM}k")
            wrong += [f"{deed.name} on a full disk: {each}" for each in deed.holds(folder, place)]
            if run(deed.command(folder, place), folder).wait() or told(place) != expected:
                wrong.append(f"{deed.name} on a full disk: not what an undisturbed run makes it")
    return wrong


def read_only_disk(deed: Deed) -> list[str]:
    """The deed where nothing can be written: it fails, and what stands there stays."""
    with disk() as folder:
        place = place_of(folder, False)
        deed.prepare(folder, place)
        before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        again(folder, "ro")
        failed = run(deed.command(folder, place), folder).wait() == 1
        after = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        again(folder, "rw")
    return [] if failed and after == before else [f"{deed.name} on a read-only disk: written, or no error"]


def two_at_once(place_in: Callable[[Path], str], times: int) -> list[str]:
    """Two commands add the same files to one ledger: both come to their end, each document is there once."""
    deed, wrong = _DEEDS["add"], []
    _, expected = undisturbed(deed, place_in)
    for _ in range(times):
        with TemporaryDirectory() as made:
            folder = Path(made)
            place = place_in(folder)
            reports(folder, place)
            both = [run(deed.command(folder, place), folder) for _ in range(2)]
            ends = [process.wait() for process in both]
            if any(ends) or told(place) != expected or damages(place):
                wrong.append(f"two at once: exit statuses {ends}")
    return wrong


@dataclass
class Server:
    """A PostgreSQL server that is this run's own."""

    control: list[str]
    location: str

    @classmethod
    @contextmanager
    def started(cls, programs: Path) -> Iterator[Server]:
        """A new server on the loopback address, gone in the end."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with TemporaryDirectory() as made:
            shutil.chown(made, "postgres")
            user = ["runuser", "-u", "postgres", "--"]
            quiet = {"cwd": "/", "check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            initialised = ["-D", f"{made}/data", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
            subprocess.run([*user, str(programs / "initdb"), *initialised], **quiet)
            options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={made}"
            control = [*user, str(programs / "pg_ctl"), "-D", f"{made}/data", "-l", f"{made}/log", "-w", "-o", options]
            subprocess.run([*control, "start"], **quiet)
            try:
                yield cls(control, f"postgresql://postgres@127.0.0.1:{port}/postgres")
            finally:
                subprocess.run([*control, "-m", "immediate", "stop"], **quiet)

    def place_in(self, folder: Path) -> str:
        """A schema of its own."""
        return place_of(folder, True, self.location)

    def restart(self, process: subprocess.Popen[bytes]) -> None:
        """Restart the server as a crash would; the command is left to end by itself."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([*self.control, "-m", "immediate", "restart"], cwd="/", check=True, **quiet)
        process.wait(_WAIT)


def lost_worker(times: int, source: random.Random) -> list[str]:
    """Read a corpus through Ray while one of its workers is killed: the same parts as without."""
    import psutil

    wrong = []
    for _ in range(times):
        with TemporaryDirectory() as made:
            folder = Path(made)
            reports(folder, "")
            command = ["read-corpus", str(folder / "reports"), str(folder / "read"), "--documents", "5"]
            process = run([*command, "--address", "local"], folder)
            end = time.monotonic() + _WAIT
            workers: list[psutil.Process] = []
            while not workers and process.poll() is None and time.monotonic() < end:
                time.sleep(0.1)
                own = psutil.Process(process.pid).children(recursive=True)
                workers = [each for each in own if "read_row" in " ".join(each.cmdline())]
            if workers:
                source.choice(workers).kill()
            ends = process.wait()
            parts = len(list((folder / "read").glob("part-*/done.json")))
            if ends or parts != 6:
                wrong.append(f"a worker killed: exit status {ends}, {parts} parts of 6")
    return wrong
