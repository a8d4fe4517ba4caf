"""Files from strangers' hands are read in a process of their own, with bounds on its time and its memory.

A file that makes the reader run on, or fill the memory, ends that process and nothing else; the next file gets a new
one. The bound on memory needs a system that knows such bounds (Linux); the one on time holds everywhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from luoshi.ledger.errors import LedgerError

if TYPE_CHECKING:
    from luoshi.documents import UnreadableFile
    from luoshi.records import Reading

Answer = TypeVar("Answer")

SECONDS = 120
"""How long one document may take."""

MEMORY = 4 * 1024**3
"""Bytes of address space that the reading process may have; what recognises pictures takes half of it."""

_UPLOADS = 500  # documents of one archive that are read


@dataclass(frozen=True, slots=True)
class Confined:
    """What became of one document: its reading, or why there is none, a line in Chinese and English.

    ``original`` are its bytes where it has pages, which can be shown only from them.
    """

    name: str
    reading: Reading | str
    original: bytes | None = None


class ConfinedReader:
    """Reads bytes in a process of its own; used in a ``with`` statement, for one file after the other."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None

    def read(self, data: bytes, name: str, date: str = "", place: str = "", url: str = "") -> Iterator[Confined]:
        """What became of the documents in ``data``, which is one, or an archive of several."""
        line = self._begun()
        try:
            line.send((data, name, date, place, url))
            for _ in range(_UPLOADS):
                if not line.poll(self._seconds):
                    self.close()
                    yield Confined(name, _took_too_long(name, self._seconds))
                    return
                answer = line.recv()
                if answer is None:
                    return
                yield answer
            self.close()
            yield Confined(name, f"{name}：只读了前 {_UPLOADS} 个文件 / only its first {_UPLOADS} files were read")
        except (EOFError, OSError):
            self.close()
            yield Confined(name, _failed(name))

    def _begun(self) -> Connection:
        if self._process is None or self._line is None or not self._process.is_alive():
            self.close()
            context = get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._memory), daemon=True)
            self._process.start()
            theirs.close()
        return self._line


def run_confined(
    function: Callable[..., Answer], name: str, *arguments: object, seconds: float = SECONDS, memory: int = MEMORY
) -> Answer:
    """What a module's ``function`` makes of ``name`` and ``arguments``, in a process of its own that ends with it.

    :class:`~luoshi.ledger.LedgerError`, one line in Chinese and English, where it can't read what it is given, takes
    more time or memory than it may, or fails. ``name`` is the file's, for that line.
    """
    context = get_context("spawn")
    line, theirs = context.Pipe()
    process = context.Process(target=_call, args=(theirs, memory, function, name, arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        if not line.poll(seconds):
            raise LedgerError(_took_too_long(name, seconds))
        is_answer, answer = line.recv()
    except (EOFError, OSError) as error:
        raise LedgerError(_failed(name)) from error
    finally:
        process.kill()
        process.join()
        line.close()
    if not is_answer:
        raise LedgerError(str(answer))
    told: Answer = answer
    return told


def _call(
    line: Connection, memory: int, function: Callable[..., object], name: str, arguments: tuple[object, ...]
) -> None:
    """Send what a function gives, or why it gives nothing; runs in the process."""
    from luoshi.documents import UnreadableFile

    _bound(memory)
    try:
        answer: tuple[bool, object] = (True, function(name, *arguments))
    except (UnreadableFile, LedgerError) as error:
        answer = (False, str(error))
    except Exception as error:  # whatever one file does to the reader
        answer = (False, _reader_failed(name, error))
    with suppress(EOFError, OSError):
        line.send(answer)


def _bound(memory: int) -> None:
    """Bound the memory of this process, where the system knows such bounds."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):  # a lower bound is set already
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _failed(name: str) -> str:
    return f"{name}：超出内存限度或意外终止，没有读 / it took too much memory or failed, and is not read"


def _reader_failed(name: str, error: Exception) -> str:
    return f"{name}：阅读时出错，请报告 / the reader failed, report it: {type(error).__name__}"


def _took_too_long(name: str, seconds: float) -> str:
    return f"{name}：读了 {seconds:g} 秒还没有读完，已停止 / not read within {seconds:g} seconds, and stopped"


def _serve(line: Connection, memory: int) -> None:
    """Read what comes over the line until it is closed; runs in the process."""
    _bound(memory)
    from luoshi.documents import archives

    with suppress(EOFError, OSError):
        while True:
            data, name, date, place, url = line.recv()
            if archives.is_archive(data, name):
                for inner, member in archives.members(data, name):
                    line.send(_read(member, inner, date, place, url))
            else:
                line.send(_read(data, name, date, place, url))
            line.send(None)


def _read(data: bytes | UnreadableFile, name: str, date: str, place: str, url: str) -> Confined:
    from luoshi import documents, reading

    if not isinstance(data, bytes):
        return Confined(name, str(data))
    try:
        document = documents.from_bytes(data, name, date=date, place=place, url=url)
        return Confined(name, reading.read(document), data if document.pages else None)
    except documents.UnreadableFile as error:
        return Confined(name, str(error))
    except Exception as error:  # whatever one file does to the reader, the others are read
        return Confined(name, _reader_failed(name, error))
