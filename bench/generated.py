"""Read corpora of any size, as `luoshi read-corpus` writes them, of invented figures: the same in every run.

One part is written as every other corpus is, from readings; the others are that part about other places, so that ten
million figures take a minute. Each place has a report for each of 25 years, so that more figures are more places: what
is asked of one place is as large in a large ledger as in a small one.
"""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from ledger import FIGURES, FIRST_YEAR, YEARS, document

from luoshi.knowledge.divisions import divisions
from luoshi.knowledge.indicators import scheme
from luoshi.ledger.parts import LARGEST, ReadCorpus

DOCUMENTS = 200  # of a part: the reports of eight places
INDICATORS = 250  # that a report tells of
NOW = "2026-01-01T00:00:00+00:00"


def written(folder: str, figures: int, together: int = 1) -> int:
    """Write parts with so many figures, ``together`` of them in a sentence; how many they hold, whole parts."""
    corpus = ReadCorpus(folder)
    source, names = random.Random(1), [indicator.name for indicator in scheme().indicators.values()][:INDICATORS]
    towns = places()
    first = [document(source, at, *towns[at // YEARS], names, together) for at in range(DOCUMENTS)]
    base = corpus.write(0, first, [], NOW)
    tables = {file.name: pq.read_table(file) for file in Path(base.folder).glob("*.parquet")}
    parts = max(1, figures // (DOCUMENTS * FIGURES))
    for number in range(parts):
        other = Path(f"{folder}/part-{number:06}")
        other.mkdir(exist_ok=True)
        for name, table in tables.items():
            pq.write_table(_about(table, name.removesuffix(".parquet"), number, towns), other / name)
        if number:
            shutil.copy(Path(base.folder, "done.json"), other / "done.json")
    return parts * DOCUMENTS * FIGURES


def places() -> list[tuple[str, str]]:
    """Name and code of places of one name each, some of every province among the first."""
    found = {(each.name, each.code) for named in divisions().values() for each in named if len(named) == 1}
    return sorted((place for place in found if not place[1].endswith("0000")), key=lambda place: place[1][::-1])


def _about(table: pa.Table, name: str, part: int, towns: Sequence[tuple[str, str]]) -> pa.Table:
    """A table of the first part as that of another: other documents, of other places, of the years in turn."""
    numbers = [part * DOCUMENTS + at for at in range(DOCUMENTS)]
    ids = [hashlib.sha256(str(number).encode()).hexdigest() for number in numbers]
    if name == "documents":
        return _with(table, id=ids, name=[f"{number}.txt" for number in numbers])
    if name == "readings":
        years = [FIRST_YEAR + number % YEARS for number in numbers]
        of = [towns[number // YEARS % len(towns)] for number in numbers]
        days = [f"{year + 1}-01-{1 + number % 28:02}" for number, year in zip(numbers, years, strict=True)]
        return _with(
            table,
            id=[part * LARGEST + at for at in range(DOCUMENTS)],
            document_id=ids,
            date=days,
            place=[place for place, _ in of],
            place_code=[code for _, code in of],
        )
    if "reading_id" not in table.column_names or not table.num_rows:
        return table
    rows = [number % LARGEST for number in table["reading_id"].to_pylist()]
    table = _with(table, reading_id=[part * LARGEST + row for row in rows])
    if name != "figures":
        return table
    of = [towns[(part * DOCUMENTS + row) // YEARS % len(towns)] for row in rows]
    ahead = [status == "target" for status in table["status"].to_pylist()]
    years = [str(FIRST_YEAR + row % YEARS + later) for row, later in zip(rows, ahead, strict=True)]
    return _with(
        table, period=years, year=years, place_name=[place for place, _ in of], place_code=[code for _, code in of]
    )


def _with(table: pa.Table, **columns: list[object]) -> pa.Table:
    for name, values in columns.items():
        at = table.schema.get_field_index(name)
        table = table.set_column(at, name, pa.array(values, table.schema.field(at).type))
    return table
