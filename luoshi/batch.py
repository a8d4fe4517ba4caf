"""Many files into a ledger: which files, which of them are new, several read at a time, one writer.

Files are hashed first, and what the ledger holds already is passed over; the others are read by worker
processes and written here, in the order of their paths, one transaction a document. So a run can end at
any moment, and the next one goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from luoshi import documents, reading
from luoshi.records import Reading

if TYPE_CHECKING:
    from luoshi.ledger import Ledger

_AHEAD = 4  # files read ahead of the writer, for each worker


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: ``refused`` has a ``message``, one line in Chinese and English."""

    path: Path
    state: Literal["new", "known", "refused"]
    message: str = ""


def files_under(paths: Iterable[Path], leave_out: Iterable[Path] = ()) -> list[Path]:
    """The files that ``paths`` name, those in directories sorted; hidden ones and ``leave_out`` are passed over.

    A path that is named itself is kept whatever it is, so that a missing one is complained about.
    """
    unwanted = {path.resolve() for path in leave_out}
    files: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                if not name.startswith(".") and file.resolve() not in unwanted:
                    files[file] = None
    return list(files)


def add(ledger: Ledger, files: list[Path], date: str = "", place: str = "", jobs: int = 1) -> Iterator[Added]:
    """Read ``files`` into ``ledger`` with ``jobs`` processes; one :class:`Added` a file, in their order.

    ``date`` and ``place`` are stated of every file. A file that can't be read is refused and the others go
    on. Leaving the iteration early leaves the ledger whole.
    """
    pool = None
    if min(jobs, len(files)) > 1:
        # Spawned, not forked: the same on every system, and no database connection is shared.
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_serve_the_writer)
    try:
        waiting: deque[tuple[Path, Callable[[], Reading | str | None]]] = deque()
        for file in files:
            if _is_known(ledger, file, date, place):
                waiting.append((file, _nothing))
            elif pool is None:
                waiting.append((file, partial(_read, file, date, place)))
            else:
                waiting.append((file, _submitted(pool, file, date, place)))
            if len(waiting) > (_AHEAD * jobs if pool else 0):
                yield _keep(ledger, *waiting.popleft())
        while waiting:
            yield _keep(ledger, *waiting.popleft())
    finally:
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)


def _is_known(ledger: Ledger, file: Path, date: str, place: str) -> bool:
    try:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return False  # it is opened again to be read, and complained about then
    return ledger.holds(digest, reading.READER, date, place)


def _read(file: Path, date: str, place: str) -> Reading | str:
    """The reading of a file, or why it is refused; runs in a worker process."""
    try:
        return reading.read(documents.open(file, date=date, place=place))
    except documents.UnreadableFile as error:
        return str(error)
    except Exception as error:  # whatever one file does to the reader, the others are read
        return f"{file}：阅读时出错，请报告 / the reader failed, please report it: {type(error).__name__}: {error}"


def _nothing() -> None:
    """There is nothing to read: the ledger holds the file."""


def _submitted(pool: ProcessPoolExecutor, file: Path, date: str, place: str) -> Callable[[], Reading | str]:
    """Have a worker read the file; what is returned waits for it."""
    message = f"{file}：读取进程意外终止，请用 --jobs 1 重试 / a reading process died; try again with --jobs 1"
    try:
        future = pool.submit(_read, file, date, place)
    except BrokenProcessPool:
        return lambda: message

    def result() -> Reading | str:
        try:
            return future.result()
        except BrokenProcessPool:
            return message

    return result


def _keep(ledger: Ledger, file: Path, read: Callable[[], Reading | str | None]) -> Added:
    """Wait for a file's reading and write it."""
    result = read()
    if isinstance(result, str):
        return Added(file, "refused", result)
    if result is None or not ledger.add(result):
        return Added(file, "known")
    return Added(file, "new")


def _serve_the_writer() -> None:
    """A worker leaves interrupts to the writer, and ends with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    writer = parent_process()
    if writer is not None:
        threading.Thread(target=_end_with, args=(writer.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
