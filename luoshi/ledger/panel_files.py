"""A panel as a file or a data frame: CSV, Parquet, an Excel workbook, pandas.

CSV, Parquet and frames hold one row a cell, as ``luoshi panel --json`` prints it. The workbook is made in
:mod:`luoshi.ledger.panel_sheets`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from luoshi.extras import needs
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.panel import PanelRow
from luoshi.ledger.panel_sheets import write_sheets
from luoshi.ledger.sheet_words import SheetLanguage
from luoshi.ledger.tidy import is_formula
from luoshi.ledger.whole_files import whole_file

FORMATS = ("csv", "parquet", "xlsx")
#: The columns, in order.
COLUMNS = tuple(field.name for field in fields(PanelRow) if field.name != "corrected")
_NUMBERS = ("low", "high")
_WHOLE = ("year", "start", "end", "others", "disputed")


def write_panel(rows: Sequence[PanelRow], to: str, out: str | Path, language: SheetLanguage = "zh") -> int:
    """Write a panel to the file ``out`` as ``csv``, ``parquet`` or ``xlsx``; the number of its cells.

    ``language`` is that of the workbook's heads and remarks; the columns of the others are the same in every language.
    :class:`LedgerError` for another format, a file that can't be written, or where the extra ``parquet`` is missing.
    """
    if to not in FORMATS:
        raise LedgerError(f"{to}: 不能导出这种格式 / there is no such format ({', '.join(FORMATS)})")
    with whole_file(Path(out)) as part:
        if to == "xlsx":
            write_sheets(rows, part, language)
        else:
            {"csv": _write_csv, "parquet": _write_parquet}[to](rows, part)
    return len(rows)


def panel_frame(rows: Sequence[PanelRow], wide: bool = False) -> Any:
    """The panel as a ``pandas.DataFrame``, one row a cell, numbers as 64-bit floats.

    ``wide``: place and year as its index and a column for each indicator, holding ``low`` (of a range its lower end,
    of 超 and 以上 what is exceeded, of 不足 the ``high``). :class:`LedgerError` where pandas is not installed.
    """
    try:
        import pandas as pd
    except ModuleNotFoundError as error:
        raise LedgerError(" / ".join(needs("pandas"))) from error
    if not wide:
        return pd.DataFrame([_plain(row) for row in rows], columns=list(COLUMNS))
    table = pd.DataFrame(
        {"place": row.place, "year": int(row.year), "indicator": row.indicator, "value": _float(_value(row))}
        for row in rows
    )
    if table.empty:
        return table
    names = list(dict.fromkeys(row.indicator for row in rows))
    return table.pivot_table(index=["place", "year"], columns="indicator", values="value", dropna=False)[names]


def _value(row: PanelRow) -> Decimal | None:
    return row.high if row.low is None else row.low


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _plain(row: PanelRow) -> dict[str, Any]:
    cells = {name: getattr(row, name) for name in COLUMNS}
    return cells | {name: _float(cells[name]) for name in _NUMBERS} | {"year": int(row.year)}


def _write_csv(rows: Iterable[PanelRow], part: Path) -> None:
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows([_cell(getattr(row, name)) for name in COLUMNS] for row in rows)


def _cell(value: Any) -> Any:
    """A value as CSV holds it; text that a spreadsheet would run as a formula has ``'`` before it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return f"'{value}" if isinstance(value, str) and is_formula(value) else value


def _write_parquet(rows: Sequence[PanelRow], part: Path) -> None:
    try:
        import pyarrow as pa
        from pyarrow.parquet import write_table
    except ModuleNotFoundError as error:
        raise LedgerError(" / ".join(needs("parquet"))) from error
    types = {name: pa.float64() for name in _NUMBERS} | {name: pa.int64() for name in _WHOLE}
    schema = pa.schema([pa.field(name, types.get(name, pa.string())) for name in COLUMNS])
    write_table(pa.Table.from_pylist([_plain(row) for row in rows], schema), part)
