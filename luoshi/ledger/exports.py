"""Files for people and other tools: a supervision sheet, CSV, Parquet, JSON-LD and SDMX-CSV.

docs/exports.md describes every format. A file is there whole or not at all, and the same ledger gives the same
bytes. Text that a spreadsheet would take for a formula is made harmless.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from luoshi.extras import needs
from luoshi.ledger import json_ld, sdmx, spreadsheets
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.tidy import PLURALS, batches, checked, columns, is_formula
from luoshi.ledger.whole_files import whole_file

FORMATS = ("xlsx", "csv", "parquet", "jsonld", "sdmx")


#: The encodings of a CSV file, the usual one first: UTF-8 with a mark, by which Excel knows it; GB18030 holds all, too.
ENCODINGS = ("utf-8-sig", "utf-8", "gb18030")


@dataclass(frozen=True, slots=True)
class Selection:
    """What a supervision sheet is about: a place, the year of the documents that promise, the day one looks back from.

    Each is ``""`` for all; see :func:`luoshi.ledger.progress.asking.progress`.
    """

    place: str = ""
    year: str = ""
    on: str = ""


def export(
    connection: Connection,
    to: str,
    out: Path,
    kind: str = "",
    selection: Selection = Selection(),
    encoding: str = ENCODINGS[0],
) -> int:
    """Write the ledger to the file ``out`` in the format ``to``; the number of rows, or of annotations.

    ``csv`` and ``parquet`` hold all records of ``kind`` (``figures`` unless another is named); ``jsonld`` those of
    ``kind``, ``""`` for all kinds; ``sdmx`` the figures, with their structure in a second file; ``xlsx`` the
    supervision sheet of ``selection``. ``encoding`` is that of ``csv``, one of :data:`ENCODINGS`. A file that was there
    is replaced when the new one is complete. :class:`LedgerError` for another format, kind or encoding, or one that the
    format can't hold, and where the extra ``parquet`` is missing.
    """
    if to not in FORMATS:
        raise LedgerError(f"{to}: 不能导出这种格式 / there is no such format ({', '.join(FORMATS)})")
    if encoding not in ENCODINGS:
        raise LedgerError(f"{encoding}: 不能用这种编码 / there is no such encoding ({', '.join(ENCODINGS)})")
    if kind:
        checked(kind)
    if to == "xlsx" and kind:
        raise LedgerError("xlsx 是督查台账，不分记录种类 / the supervision sheet is not of one kind of record")
    if to == "sdmx" and kind not in ("", "figures"):
        raise LedgerError(f"{kind}: SDMX 只能导出数据 / SDMX holds figures only")
    if to == "xlsx":
        with whole_file(out) as part:
            return spreadsheets.write(connection, part, selection.place, selection.year, selection.on)
    if to == "jsonld":
        with whole_file(out) as part:
            return json_ld.write(connection, part, [kind] if kind else list(PLURALS))
    if to == "sdmx":
        with whole_file(out) as part, whole_file(sdmx.structure_beside(out)) as structure:
            structure.write_bytes(sdmx.STRUCTURE.read_bytes())
            return sdmx.write(connection, part)
    with whole_file(out) as part:
        if to == "csv":
            return _write_csv(connection, part, kind or "figures", encoding)
        return _write_parquet(connection, part, kind or "figures")


def _write_csv(connection: Connection, part: Path, kind: str, encoding: str) -> int:
    number = 0
    names = [column.name for column in columns(kind)]
    with part.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(names)
        for batch in batches(connection, kind):
            number += len(batch)
            writer.writerows([_cell(row[name]) for name in names] for row in batch)
    return number


def _cell(value: Any) -> Any:
    """A value as CSV holds it; text that a spreadsheet would run as a formula has ``'`` before it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        value = "、".join(value)
    return f"'{value}" if isinstance(value, str) and is_formula(value) else value


def _write_parquet(connection: Connection, part: Path, kind: str) -> int:
    try:
        from pyarrow.parquet import ParquetWriter

        from luoshi.ledger.arrow import arrow_batches, arrow_schema
    except ModuleNotFoundError as error:
        raise LedgerError(" / ".join(needs("parquet"))) from error
    number = 0
    schema = arrow_schema(kind)
    with ParquetWriter(part, schema) as writer:
        for batch in arrow_batches(connection, kind, schema):
            number += batch.num_rows
            writer.write_batch(batch)
    return number
