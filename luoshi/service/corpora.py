"""A corpus of any size read in parts: planned once, read by many processes or a cluster, gone on with where it stopped.

Reading is a function of a document alone, so that parts can be read anywhere and in any order. Each document is read
in a process with bounds on its time and memory (:mod:`luoshi.service.confined`): one that runs on, or fills the
memory, costs itself only, and is told among the refused.
"""

from __future__ import annotations

import hashlib
import io
import json
import logging
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from luoshi.extras import needs
from luoshi.ledger.errors import LedgerError
from luoshi.service.batch import end_with_the_writer
from luoshi.service.confined import ConfinedReader
from luoshi.service.context import USUAL_PART

if TYPE_CHECKING:
    from pyarrow import fs

    from luoshi.ledger.asked_parts import AskedParts
    from luoshi.ledger.parts import Part, ReadCorpus

_PLAN = "plan.json"
_ROWS = ("text", "name", "date", "place", "url")  # columns of a table of articles, and keys of a line; text is needed


@dataclass(frozen=True, slots=True)
class Piece:
    """What makes one part.

    ``files`` of a folder; or so many (``count``) rows of the table ``file`` from ``first`` on within its row group
    ``group``, or lines of it from the byte ``first`` on.
    """

    number: int
    files: tuple[str, ...] = ()
    file: str = ""
    group: int = -1
    first: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is read and where to: paths or addresses; a folder, a ``.parquet`` or ``.jsonl`` file, or a folder of these.

    ``date`` and ``place`` are stated of every document that states none.
    """

    source: str
    out: str
    date: str = ""
    place: str = ""
    documents: int = USUAL_PART


def read_corpus(corpus: Corpus, jobs: int = 1, address: str = "") -> Iterator[tuple[Part, bool, int]]:
    """Read what of a corpus is not read yet; each part, whether it is new, and how many parts there are in all.

    ``jobs`` processes of this machine read, or the Ray cluster at ``address`` (``auto`` for the one that runs here).
    Stopped at any moment, the next run goes on. :class:`~luoshi.ledger.LedgerError` where the source can't be reached
    or ``out`` holds another corpus.
    """
    pieces = _planned(corpus)
    done = {part.number: part for part in _opened(corpus.out).parts()}
    for number in sorted(done):
        yield done[number], False, len(pieces)
    wanted = [piece for piece in pieces if piece.number not in done]
    run = _through_ray(corpus, wanted, address) if address else _through_processes(corpus, wanted, jobs)
    for part in run:
        yield part, True, len(pieces)


def asked_parts(location: str) -> AskedParts:
    """A read corpus that answers as a ledger does; :class:`~luoshi.ledger.LedgerError` where an extra is missing."""
    _opened(location)
    from luoshi.ledger.asked_parts import AskedParts

    return AskedParts(location)


def _opened(location: str) -> ReadCorpus:
    try:
        from luoshi.ledger.parts import ReadCorpus
    except ModuleNotFoundError as error:
        raise LedgerError(" / ".join(needs("parquet"))) from error
    return ReadCorpus(location)


def _planned(corpus: Corpus) -> list[Piece]:
    """The pieces of a corpus, as they were planned when it was begun; :class:`LedgerError` where it has changed."""
    source, out = _opened(corpus.source), _opened(corpus.out)
    pieces = list(_pieces(source.files, source.folder, corpus.documents))
    if not pieces:
        raise LedgerError(f"{corpus.source}：没有可读的文件 / there is nothing to read")
    words = json.dumps([asdict(piece) for piece in pieces] + [corpus.date, corpus.place])
    plan = {"digest": hashlib.sha256(words.encode()).hexdigest(), "parts": len(pieces)}
    path = f"{out.folder}/{_PLAN}"
    with suppress(FileNotFoundError), out.files.open_input_file(path) as file:
        if json.loads(file.read()) != plan:
            raise LedgerError(
                f"{corpus.out}：里面是另一批文件，或者文件、日期、地区已变；请换一个文件夹 / it holds another corpus, "
                "or the files, the date or the place have changed: name another folder"
            )
        return pieces
    out.files.create_dir(out.folder, recursive=True)
    with out.files.open_output_stream(path) as stream:
        stream.write(json.dumps(plan).encode())
    return pieces


def _pieces(files: fs.FileSystem, source: str, documents: int) -> Iterator[Piece]:
    from pyarrow import fs

    here = files.get_file_info(source)
    if here.type == fs.FileType.NotFound:
        raise LedgerError(f"{source}：没有这个文件或文件夹 / there is no such file or folder")
    found = [here]
    if here.type == fs.FileType.Directory:
        selected = files.get_file_info(fs.FileSelector(source, recursive=True))
        visible = (each for each in selected if not any(name.startswith(".") for name in each.path.split("/")))
        found = sorted((each for each in visible if each.type == fs.FileType.File), key=lambda each: each.path)
    number, plain = 0, []
    for each in found:
        if each.path.endswith((".parquet", ".jsonl")):
            spans = (
                _rows_of(files, each.path, documents)
                if each.path.endswith(".parquet")
                else _lines_of(files, each.path, documents)
            )
            for group, first, count in spans:
                yield Piece(number, file=each.path, group=group, first=first, count=count)
                number += 1
        else:
            plain.append(each.path)
    for at in range(0, len(plain), documents):
        yield Piece(number, files=tuple(plain[at : at + documents]))
        number += 1


def _rows_of(files: fs.FileSystem, path: str, documents: int) -> Iterator[tuple[int, int, int]]:
    """Row group, first row within it and number of rows of each piece of a table."""
    import pyarrow.parquet as pq

    with files.open_input_file(path) as file:
        table = pq.ParquetFile(file)
        if "text" not in table.schema_arrow.names:
            raise LedgerError(f"{path}：没有 text 列 / it has no column text")
        for group in range(table.num_row_groups):
            rows = table.metadata.row_group(group).num_rows
            for first in range(0, rows, documents):
                yield group, first, min(documents, rows - first)


def _lines_of(files: fs.FileSystem, path: str, documents: int) -> Iterator[tuple[int, int, int]]:
    """First byte and number of lines of each piece of a file of JSON lines."""
    with io.BufferedReader(files.open_input_file(path)) as file:
        at = start = count = 0
        for line in file:
            at += len(line)
            count += bool(line.strip())
            if count == documents:
                yield -1, start, count
                start, count = at, 0
        if count:
            yield -1, start, count


def _through_processes(corpus: Corpus, pieces: list[Piece], jobs: int) -> Iterator[Part]:
    if jobs == 1:
        for piece in pieces:
            yield read_piece(corpus, piece)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=end_with_the_writer) as pool:
        waiting = [pool.submit(read_piece, corpus, piece) for piece in pieces]
        try:
            for future in as_completed(waiting):
                yield future.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _through_ray(corpus: Corpus, pieces: list[Piece], address: str) -> Iterator[Part]:
    """Pieces as rows of a Ray dataset (https://docs.ray.io/en/latest/data/data.html); those of a lost worker again."""
    try:
        import ray
    except ModuleNotFoundError as error:
        raise LedgerError(" / ".join(needs("cluster"))) from error
    from luoshi.ledger.parts import Part

    def read_row(row: Mapping[str, Any]) -> dict[str, Any]:
        return asdict(read_piece(corpus, Piece(**json.loads(row["piece"]))))

    ray.init(None if address == "local" else address, log_to_driver=False, ignore_reinit_error=True)
    ray.data.DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray").setLevel(logging.ERROR)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    rows = [{"piece": json.dumps(asdict(piece))} for piece in pieces]
    for row in ray.data.from_items(rows, override_num_blocks=len(rows)).map(read_row).iter_rows():
        yield Part(row["number"], row["folder"], row["rows"], tuple(row["refused"]))


_reader: ConfinedReader | None = None  # one for each process that reads pieces: beginning it takes a second


def read_piece(corpus: Corpus, piece: Piece) -> Part:
    """Read a piece's documents and write its part; runs anywhere."""
    global _reader
    _reader = _reader or ConfinedReader()
    readings, refused = [], []
    for data, name, told in _documents(corpus, piece):
        if data is None:
            refused.append(name)
            continue
        for each in _reader.read(data, name, told["date"], told["place"], told["url"]):
            if isinstance(each.reading, str):
                refused.append(each.reading)
            else:
                readings.append(each.reading)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return _opened(corpus.out).write(piece.number, readings, refused, now)


def _documents(corpus: Corpus, piece: Piece) -> Iterator[tuple[bytes | None, str, dict[str, str]]]:
    """Bytes, name and what is stated of each document; no bytes, and a line for people, of what can't be opened."""
    files = _opened(corpus.source).files
    usual = {"date": corpus.date, "place": corpus.place, "url": ""}
    for path in piece.files:
        try:
            with files.open_input_file(path) as file:
                yield file.read(), path, usual
        except OSError as error:
            yield None, f"{path}：打不开 / it can't be opened ({error})", usual
    if not piece.file:
        return
    rows = _table(files, piece) if piece.group >= 0 else _lines(files, piece)
    for at, row in enumerate(rows):
        told = {name: str(row.get(name) or "") for name in _ROWS}
        name = told["name"] or f"{os.path.basename(piece.file)}-{piece.first + at}"
        stated = {key: told[key] or value for key, value in usual.items()}
        if told["text"].strip():
            yield told["text"].encode("utf-8", "surrogatepass"), name, stated
        else:
            yield None, f"{name}：没有 text / it has no text", stated


def _table(files: fs.FileSystem, piece: Piece) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    with files.open_input_file(piece.file) as file:
        table = pq.ParquetFile(file)
        kept = [name for name in _ROWS if name in table.schema_arrow.names]
        rows = table.read_row_group(piece.group, columns=kept).slice(piece.first, piece.count)
    return list(rows.to_pylist())


def _lines(files: fs.FileSystem, piece: Piece) -> Iterator[dict[str, Any]]:
    with io.BufferedReader(files.open_input_file(piece.file)) as file:
        file.seek(piece.first)
        left = piece.count
        while left and (line := file.readline()):
            if not line.strip():
                continue
            left -= 1
            try:
                row = json.loads(line)
            except ValueError:
                row = {}
            yield row if isinstance(row, dict) else {}
