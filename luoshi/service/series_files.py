"""An indicator's values as files: a table of all rows in CSV, a workbook to go on working with."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from luoshi.ledger.readable_units import readable_unit
from luoshi.ledger.whole_files import whole_file
from luoshi.service.wording import STATUSES, value_of

if TYPE_CHECKING:
    from luoshi.ledger import SeriesRow
    from luoshi.service.charts import Charted

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a formula
_COLUMNS = (("地区", 12), ("时期", 20), ("性质", 8), ("数值", 14), ("至", 14), ("单位", 8), ("原文写法", 14),
            ("原句", 70), ("文件", 30), ("日期", 12), ("后来改为", 12), ("编号", 34))  # fmt: skip


def rows_as_csv(rows: Iterable[SeriesRow]) -> bytes:
    """The rows as CSV in UTF-8 with a byte order mark, as spreadsheets take it; no cell can act as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    head = ("place", "indicator", "measure", "sign", "period", "status", "low", "high", "unit", "qualifier",
            "value", "quote", "sentence", "document", "date", "id")  # fmt: skip
    writer.writerow(head)
    for row in rows:
        told = row.to_json() | {"value": value_of(row)}
        writer.writerow([_harmless(told[name]) for name in head])
    return out.getvalue().encode("utf-8-sig")


def _harmless(held: object) -> object:
    if held is None:
        return ""
    return f"'{held}" if isinstance(held, str) and held.startswith(_FORMULA) else held


def series_name(told: Charted) -> str:
    """What a file of the values is called: the indicator, the place or how many there are, as 粮食产量-临澜市."""
    places = list(dict.fromkeys(row.place for row in told.rows))
    where = places[0] if len(places) == 1 else f"{len(places)}地"
    return re.sub(r'[\\/:*?"<>|\s]+', "-", f"{told.indicator}-{where}")[:80]


def write_series(told: Charted, out: Path) -> int:
    """Write an indicator's values to the workbook ``out``, a row a value in readable units; their number.

    An open bound (超过, 不低于) has a value and no end; what it says stands beside it.
    """
    import xlsxwriter

    with (
        whole_file(out) as part,
        xlsxwriter.Workbook(str(part), {"strings_to_formulas": False, "strings_to_urls": False}) as book,
    ):
        sheet = book.add_worksheet("数列")
        bold = book.add_format({"bold": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet.write_string(0, 0, told.indicator, bold)
        for column, (name, width) in enumerate(_COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, name, bold)
        by_unit = {unit: readable_unit(unit, _ends(told.rows, unit)) for unit in {row.unit for row in told.rows}}
        for at, row in enumerate(told.rows, 2):
            scale, unit = by_unit[row.unit]
            sign = -1 if row.sign == -1 else 1
            low, high = (None if end is None else float(sign * end / scale) for end in (row.low, row.high))
            first, last = (low, high) if sign == 1 else (high, low)
            value = last if first is None else first
            cells = (
                row.place,
                row.period,
                STATUSES[row.status],
                value,
                None if last in (value, None) else last,
                unit,
                value_of(row),
                row.sentence,
                row.document,
                row.date,
                "是" if row.revised_by else "",
                row.id,
            )
            for column, cell in enumerate(cells):
                if cell is not None:
                    sheet.write(at, column, cell, wrapped)
        sheet.freeze_panes(2, 2)
    return len(told.rows)


def _ends(rows: Iterable[SeriesRow], unit: str) -> list[Decimal | None]:
    return [end for row in rows if row.unit == unit for end in (row.low, row.high)]
