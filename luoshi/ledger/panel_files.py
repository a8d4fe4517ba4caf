"""A panel as a file or a data frame: CSV, Parquet, an Excel workbook, pandas.

CSV, Parquet and frames hold one row a cell, as ``luoshi panel --json`` prints it. The workbook has it wide besides:
place and year down, an indicator across in a unit that people read (亿元, %), and beside each indicator what its number
alone does not say: that it is a bound (≥), a range, or was only expected. The cells with their sentences stand on a
second sheet.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from luoshi.extras import needs
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.panel import MISSING, PanelRow
from luoshi.ledger.precision import rounded
from luoshi.ledger.readable_units import readable_unit
from luoshi.ledger.tidy import is_formula
from luoshi.ledger.whole_files import whole_file

FORMATS = ("csv", "parquet", "xlsx")
#: The columns, in order.
COLUMNS = tuple(field.name for field in fields(PanelRow))
_NUMBERS = ("low", "high")
#: What stands beside a number in the workbook.
_BOUNDS = {"over": "≥", "under": "≤", "about": "约", "nearly": "近"}
_STATUS = {"forecast": "预计", "target": "目标"}
_STAGES = {"initial": "目标或预算", "adjusted": "调整预算", "preliminary": "预计"}
_WHOLE = ("start", "end", "others", "disputed")


def write_panel(rows: Sequence[PanelRow], to: str, out: str | Path) -> int:
    """Write a panel to the file ``out`` as ``csv``, ``parquet`` or ``xlsx``; the number of its cells.

    :class:`LedgerError` for another format, a file that can't be written, or where the extra ``parquet`` is missing.
    """
    if to not in FORMATS:
        raise LedgerError(f"{to}: 不能导出这种格式 / there is no such format ({', '.join(FORMATS)})")
    writers = {"csv": _write_csv, "parquet": _write_parquet, "xlsx": _write_xlsx}
    with whole_file(Path(out)) as part:
        writers[to](rows, part)
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
    return cells | {name: _float(cells[name]) for name in _NUMBERS}


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


def _write_xlsx(rows: Sequence[PanelRow], part: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(part), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        _write_wide(book.add_worksheet("面板"), rows, bold)
        told = book.add_worksheet("依据")
        for column, title in enumerate(COLUMNS):
            told.write_string(0, column, title, bold)
        for at, row in enumerate(rows, 1):
            cells = _plain(row) | ({"missing": MISSING[row.missing]} if row.missing else {})
            for column, name in enumerate(COLUMNS):
                if cells[name] is not None:
                    told.write(at, column, cells[name], wrapped if name == "sentence" else None)
        told.set_column(COLUMNS.index("sentence"), COLUMNS.index("sentence"), 60)
        told.freeze_panes(1, 4)


def _write_wide(sheet: Any, rows: Sequence[PanelRow], bold: Any) -> None:
    """Place and year down, for each indicator its numbers in one unit and, where any needs it, a column of remarks."""
    columns = _columns(rows)
    for column, title in ((0, "地区"), (1, "年份")):
        sheet.write_string(0, column, title, bold)
    for name, (column, _, unit, has_remarks) in columns.items():
        sheet.write_string(0, column, f"{name}（{unit}）" if unit else name, bold)
        sheet.set_column(column, column, max(10, 2 * len(name) + 8))
        if has_remarks:
            sheet.write_string(0, column + 1, f"{name} 说明", bold)
            sheet.set_column(column + 1, column + 1, 16)
    lines: dict[tuple[str, str], int] = {}
    for row in rows:
        at = lines.setdefault((row.place, row.year), len(lines) + 1)
        sheet.write_string(at, 0, row.place)
        sheet.write_number(at, 1, int(row.year))
        column, scale, unit, has_remarks = columns[row.indicator]
        if (value := _value(row)) is None:
            continue
        sheet.write_number(at, column, float(value / _scale(row, scale, unit)[0]))
        sheet.write_comment(at, column, f"{row.quote}  {row.document}")
        if has_remarks and (remark := _remark(row, scale, unit)):
            sheet.write_string(at, column + 1, remark)
    sheet.freeze_panes(1, 2)


def _columns(rows: Sequence[PanelRow]) -> dict[str, tuple[int, Decimal, str, bool]]:
    """For each indicator its column, by what its values are divided, their unit, and whether any needs a remark."""
    found: dict[str, tuple[int, Decimal, str, bool]] = {}
    at = 2
    for name in dict.fromkeys(row.indicator for row in rows):
        cells = [row for row in rows if row.indicator == name and not row.missing]
        usual = Counter(row.unit for row in cells).most_common(1)
        of_unit = [_value(row) for row in cells if row.unit == usual[0][0]]
        scale, unit = readable_unit(usual[0][0], of_unit) if usual else (Decimal(1), "")
        has_remarks = any(_remark(row, scale, unit) for row in cells)
        found[name] = (at, scale, unit, has_remarks)
        at += 1 + has_remarks
    return found


def _scale(row: PanelRow, scale: Decimal, unit: str) -> tuple[Decimal, str]:
    """The scale and unit of a cell: its column's, or its own where the value is in another unit (美元 among 元)."""
    return (
        (scale, unit)
        if unit.endswith(row.unit) and len(unit) <= len(row.unit) + 1
        else (readable_unit(row.unit, [_value(row)]))
    )


def _remark(row: PanelRow, scale: Decimal, unit: str) -> str:
    """What the number of a cell does not say by itself; ``""`` for the plain value of a year that was reached."""
    own_scale, own_unit = _scale(row, scale, unit)
    closed = row.low is not None and row.high is not None
    parts = [
        _BOUNDS.get(row.qualifier, "") if row.low is None or row.high is None or row.low == row.high else "",
        f"至{rounded(row.high / own_scale)}" if closed and row.low != row.high and row.high is not None else "",
        own_unit if own_unit != unit else "",
        _STATUS.get(row.status, ""),
        _STAGES.get(row.stage, ""),
    ]
    return " ".join(dict.fromkeys(filter(None, parts)))
