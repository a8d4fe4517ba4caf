"""A corpus that has been read, in parts: each a folder of Parquet files, one for a table of the ledger.

    OUT/part-000000/documents.parquet, readings.parquet, figures.parquet, … sentences.parquet
    OUT/part-000000/done.json     written last: a part without it is not there

The columns are those of :mod:`luoshi.ledger.schema`, so that a ledger takes them as they are and SQL asks them as it
asks a ledger; lists stand as JSON, exact numbers as their digits. Readings are numbered through all parts. The folder
may lie on any file system that Arrow knows (``s3://bucket/read``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import fs
from sqlalchemy import JSON, BigInteger, Boolean, Column, Double, Integer, Table

from luoshi.ledger import schema
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.rows import KINDS, document_row, reading_row, record_rows
from luoshi.ledger.sentences import sentence_spans
from luoshi.records import Reading

LARGEST = 100_000
"""Documents that a part may hold: the first reading of part 7 has the number 700000."""

TABLES: tuple[Table, ...] = (
    schema.documents,
    schema.readings,
    *(table for table, _ in KINDS.values()),
    schema.sentences,
)
_DONE = "done.json"
_NAME = re.compile(r"part-(\d{6,9})")
_NOT_KEPT = {"superseded_by", "superseded_at"}  # every reading of a part stands
_NUMBERED = {("sentences", "id")}  # the index gives them


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is done: its number, its folder, its counts by table, and what was refused, a line each."""

    number: int
    folder: str
    rows: Mapping[str, int]
    refused: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"part-{self.number:06}"


class ReadCorpus:
    """A folder of parts, by its path or address; :class:`LedgerError` where it can't be reached."""

    def __init__(self, location: str) -> None:
        self.location = location
        try:
            self.files: fs.FileSystem
            self.folder: str
            self.files, self.folder = fs.FileSystem.from_uri(location) if "://" in location else _local(location)
        except (OSError, ValueError, pa.ArrowException) as error:
            raise LedgerError(f"{location}：打不开（{error}） / it can't be opened ({error})") from error

    def parts(self) -> list[Part]:
        """The parts that are done, in their order; :class:`LedgerError` where there is no such folder."""
        selector = fs.FileSelector(self.folder, allow_not_found=True)
        found = []
        for entry in self.files.get_file_info(selector):
            name = _NAME.fullmatch(entry.base_name)
            done = f"{entry.path}/{_DONE}"
            if name and self.files.get_file_info(done).type == fs.FileType.File:
                with self.files.open_input_file(done) as file:
                    told = json.loads(file.read())
                found.append(Part(int(name[1]), entry.path, told["rows"], tuple(told["refused"])))
        return sorted(found, key=lambda part: part.number)

    def write(self, number: int, readings: Iterable[Reading], refused: Sequence[str], now: str) -> Part:
        """Write a part whole: it is there when its last file is."""
        folder = f"{self.folder}/part-{number:06}"
        self.files.create_dir(folder, recursive=True)
        held = _tables(readings, number * LARGEST, now)
        for table in TABLES:
            columns = kept_columns(table)
            made = pa.Table.from_pylist(held[table.name], pa.schema([(c.name, _arrow_type(c)) for c in columns]))
            with self.files.open_output_stream(f"{folder}/{table.name}.parquet") as stream:
                pq.write_table(made, stream, compression="zstd")
        rows = {table.name: len(held[table.name]) for table in TABLES}
        with self.files.open_output_stream(f"{folder}/{_DONE}.writing") as stream:
            stream.write(json.dumps({"rows": rows, "refused": list(refused)}, ensure_ascii=False).encode())
        self.files.move(f"{folder}/{_DONE}.writing", f"{folder}/{_DONE}")
        return Part(number, folder, rows, tuple(refused))

    def table(self, part: Part, table: Table) -> pa.Table:
        """The rows of a table of a part."""
        with self.files.open_input_file(f"{part.folder}/{table.name}.parquet") as file:
            return pq.read_table(file)


def kept_columns(table: Table) -> list[Column[Any]]:
    """The columns of a table that a part holds."""
    given = _NOT_KEPT | {name for of, name in _NUMBERED if of == table.name}
    return [column for column in table.columns if column.name not in given]


def _local(location: str) -> tuple[fs.FileSystem, str]:
    return fs.LocalFileSystem(), location.rstrip("/") or "/"


def _tables(readings: Iterable[Reading], first: int, now: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of all tables; a document that comes twice is kept once."""
    held: dict[str, list[dict[str, Any]]] = {table.name: [] for table in TABLES}
    seen: set[str] = set()
    for reading in readings:
        document = reading.document
        if document.id in seen:
            continue
        number = first + len(seen)
        seen.add(document.id)
        held["documents"].append(document_row(document, now))
        held["readings"].append({"id": number} | reading_row(reading, now))
        for kind, rows in record_rows(reading, number).items():
            held[KINDS[kind][0].name] += map(_plain, rows)
        for start, end in sentence_spans(document.text):
            sentence = {"reading_id": number, "start": start, "end": end, "text": document.text[start:end]}
            held["sentences"].append(sentence)
    return held


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as Parquet holds it: lists as JSON, exact numbers as their digits."""
    return {
        name: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if isinstance(value, list | tuple)
        else str(value)
        if name in ("low", "high") and value is not None
        else value
        for name, value in row.items()
    }


def _arrow_type(column: Column[Any]) -> pa.DataType:
    if isinstance(column.type, JSON):
        return pa.string()
    for kind, arrow in ((Boolean, pa.bool_()), (Integer, pa.int64()), (BigInteger, pa.int64()), (Double, pa.float64())):
        if isinstance(column.type, kind):
            return arrow
    return pa.string()
