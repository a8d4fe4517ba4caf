"""Many files into a ledger: which files, which of them are new, several read at a time, one writer.

A file in an archive is a document of its own, and so is what stands at an address on the web. Files are
hashed first, and what the ledger holds already is passed over; the others are read by worker processes and
written here, in the order of their paths, one transaction a document. So a run can end at any moment, and
the next one goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from luoshi import documents, reading
from luoshi.documents import archives
from luoshi.extras import needs
from luoshi.records import Reading
from luoshi.service import places

if TYPE_CHECKING:
    from luoshi.documents.fetch import Fetcher
    from luoshi.ledger import Ledger

_AHEAD = 4  # files read ahead of the writer, for each worker
_HELD = 128 * 1024 * 1024  # bytes of archives and of the web that wait to be read
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.I)  # a letter alone is a drive


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: ``refused`` has a ``message``, one line in Chinese and English.

    ``new`` has one where something of the file could not be read.

    ``document`` is the id of one that was read. ``path`` is the file's, of one in an archive the archive's with its
    own, of one on the web its address.
    """

    path: Path
    state: Literal["new", "known", "refused"]
    message: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """What is read as one document: a file, or bytes from an archive or the web, where they came from."""

    path: Path
    data: bytes | None = None
    url: str = ""


def files_under(paths: Iterable[Path | str], leave_out: Iterable[Path] = ()) -> list[Path | str]:
    """The files that ``paths`` name, those in directories sorted; hidden ones and ``leave_out`` are passed over.

    A path that is named itself is kept whatever it is, so that a missing one is complained about. Addresses
    (``https://…``, and others that are refused later) stay words, all else are paths.
    """
    unwanted = {path.resolve() for path in leave_out}
    files: dict[Path | str, None] = {}
    for named in paths:
        if isinstance(named, str) and _URL.match(named):
            files[named] = None
            continue
        path = Path(named)
        if not os.path.isdir(path):  # of a path, which may be too long to be asked for
            files[path] = None
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                if not name.startswith(".") and file.resolve() not in unwanted:
                    files[file] = None
    return list(files)


def add(
    ledger: Ledger,
    files: Iterable[Path | str],
    date: str = "",
    place: str = "",
    jobs: int = 1,
    allow_private: bool = False,
    new_place: bool = False,
) -> Iterator[Added]:
    """Read ``files`` into ``ledger`` with ``jobs`` processes; one :class:`Added` a document, in their order.

    Words (no paths) among the files are addresses and are fetched, of private networks only with
    ``allow_private``. ``date`` and ``place`` are stated of every document, but where a person has stated another of one
    (:meth:`luoshi.ledger.Ledger.restate`); a place that nobody knows is refused but with ``new_place``. What can't be
    read is refused and the others go on. Leaving the iteration early leaves the ledger whole.
    """
    files = list(files)
    waiting: deque[tuple[_Source, Callable[[], Reading | str | None]]] = deque()
    with ExitStack() as stack:
        pool = None
        if jobs > 1 and (len(files) > 1 or any(isinstance(file, str) or _is_archive(file) for file in files)):
            # Spawned, not forked: the same on every system, and no database connection is shared.
            pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=end_with_the_writer)
            stack.callback(pool.shutdown, wait=True, cancel_futures=True)
        for source, refusal in stack.enter_context(closing(_sources(files, allow_private))):
            held = None if refusal else _held_as(ledger, source, date, place)
            if refusal:
                waiting.append((source, partial(str, refusal)))
            elif held is None:
                waiting.append((source, _nothing))
            elif pool is None:
                waiting.append((source, partial(_read, source, *held)))
            else:
                waiting.append((source, _submitted(pool, source, *held)))
            while len(waiting) > (_AHEAD * jobs if pool else 0) or _held(waiting) > _HELD:
                yield _keep(ledger, *waiting.popleft(), "" if new_place else place)
        while waiting:
            yield _keep(ledger, *waiting.popleft(), "" if new_place else place)


def _sources(files: list[Path | str], allow_private: bool) -> Generator[tuple[_Source, str]]:
    """The documents of all files, each with why it is refused, empty where it is not."""
    with ExitStack() as stack:
        fetcher = None
        for file in files:
            if isinstance(file, Path):
                if _is_archive(file):
                    yield from _members(file, str(file), "")
                else:
                    yield _Source(file), ""
                continue
            try:
                if fetcher is None:
                    fetcher = stack.enter_context(_fetcher(file, allow_private))
                fetched = fetcher.fetch(file)
            except documents.UnreadableFile as error:
                yield _Source(Path(file)), str(error)
                continue
            if archives.is_archive(fetched.data, fetched.name):
                yield from _members(fetched.data, fetched.name, fetched.url)
            else:
                yield _Source(Path(fetched.name), fetched.data, fetched.url), ""


def _fetcher(url: str, allow_private: bool) -> Fetcher:
    """The client of the web, which only addresses need; :class:`UnreadableFile` where its extra is missing."""
    try:
        from luoshi.documents.fetch import Fetcher
    except ModuleNotFoundError as error:
        raise documents.UnreadableFile(url, *needs("fetch")) from error
    return Fetcher(documents.LARGEST, allow_private)


def _members(archive: Path | bytes, name: str, url: str) -> Iterator[tuple[_Source, str]]:
    for inner, data in archives.members(archive, name):
        if isinstance(data, documents.UnreadableFile):
            yield _Source(Path(inner)), str(data)
        else:
            yield _Source(Path(inner), data, url), ""


def _is_archive(file: Path) -> bool:
    return os.path.isfile(file) and archives.is_archive(file, str(file))


def _held(waiting: Iterable[tuple[_Source, object]]) -> int:
    return sum(len(source.data) for source, _ in waiting if source.data is not None)


def _held_as(ledger: Ledger, source: _Source, date: str, place: str) -> tuple[str, str] | None:
    """The date and place under which a document is to be read, ``None`` where the ledger holds it so already."""
    try:
        if source.data is not None:
            digest = hashlib.sha256(source.data).hexdigest()
        else:
            with source.path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return date, place  # it is opened again to be read, and complained about then
    said = {each.field: each.new for each in ledger.stated(digest)}
    date, place = said.get("date", date), said.get("place", place)
    return None if ledger.holds(digest, reading.READER, date, place) else (date, place)


def _read(source: _Source, date: str, place: str) -> Reading | str:
    """The reading of a document, or why it is refused; runs in a worker process."""
    try:
        if source.data is None:
            document = documents.open(source.path, date=date, place=place)
        else:
            document = documents.from_bytes(source.data, str(source.path), date=date, place=place, url=source.url)
        return reading.read(document)
    except documents.UnreadableFile as error:
        return str(error)
    except Exception as error:  # whatever one file does to the reader, the others are read
        name = source.path
        return f"{name}：阅读时出错，请报告 / the reader failed, please report it: {type(error).__name__}: {error}"


def _nothing() -> None:
    """There is nothing to read: the ledger holds the document."""


def _submitted(pool: ProcessPoolExecutor, source: _Source, date: str, place: str) -> Callable[[], Reading | str]:
    """Have a worker read the document; what is returned waits for it."""
    message = f"{source.path}：读取进程意外终止，请用 --jobs 1 重试 / a reading process died; try again with --jobs 1"
    try:
        with _no_interrupts():
            future = pool.submit(_read, source, date, place)
    except BrokenProcessPool:
        return lambda: message

    def result() -> Reading | str:
        try:
            return future.result()
        except BrokenProcessPool:
            return message

    return result


def _keep(ledger: Ledger, source: _Source, read: Callable[[], Reading | str | None], place: str) -> Added:
    """Wait for a document's reading and write it, unless it states a ``place`` that nobody knows."""
    from luoshi.ledger.errors import UnkeepableError  # not loaded by workers, which have no ledger

    result = read()
    if isinstance(result, str):
        return Added(source.path, "refused", result)
    original = source.data if source.url else None  # what the web gives may be gone tomorrow
    if result is None:
        return Added(source.path, "known")
    if place and result.document.place == place and (refusal := places.refusal(place, result.document.text, ledger)):
        return Added(source.path, "refused", f"{source.path}：{' / '.join(refusal)}")
    try:
        added = ledger.add(result, original)
    except UnkeepableError as error:
        return Added(source.path, "refused", f"{source.path}：{error}")
    told = "；".join(result.document.warnings) if added else ""
    message = f"{source.path}：{told}" if told else ""
    return Added(source.path, "new" if added else "known", message, result.document.id)


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Hold interrupts back: processes begun here never get one, from their first moment on."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_the_writer() -> None:
    """A worker leaves interrupts to the writer, and ends with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    writer = parent_process()
    if writer is not None:
        threading.Thread(target=_end_with, args=(writer.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
