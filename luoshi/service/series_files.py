"""An indicator's values as files: a table of all rows in CSV, a workbook to go on working with."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from luoshi.language.passage import one_line
from luoshi.ledger.readable_units import printed_unit
from luoshi.ledger.sheet_words import day_of, measure_word, one_of, word
from luoshi.ledger.whole_files import whole_file
from luoshi.service.one_language import Language
from luoshi.service.wording import value_of

if TYPE_CHECKING:
    from luoshi.ledger import SeriesRow
    from luoshi.service.charts import Charted

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a formula
_SHEET = ("数列", "Series")
_COLUMNS = (
    (("地区", "Place"), 12), (("时期", "Period"), 20), (("性质", "Status"), 9), (("度量", "Measure"), 8),
    (("数值", "Value"), 14), (("至", "To"), 14), (("单位", "Unit"), 8), (("限定", "Bound"), 8),
    (("原文写法", "As written"), 16), (("原句", "Sentence"), 70), (("文件", "Document"), 30), (("日期", "Day"), 12),
    (("后来改为其他数", "Revised later"), 12), (("人工更正", "Corrected"), 10), (("编号", "Id"), 34),
)  # fmt: skip
_YES = ("是", "yes")
_PLACES = ("{}地", "{}-places")


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


def series_name(told: Charted, language: Language = "zh") -> str:
    """What a file of the values is called: indicator, measure, the place or how many, as 粮食产量-总量-临澜市."""
    places = list(dict.fromkeys(row.place for row in told.rows))
    where = places[0] if len(places) == 1 else one_of(_PLACES, language).format(len(places))
    measure = word("measure", told.kinds.get(told.measure, told.measure), language)
    return re.sub(r'[\\/:*?"<>|\s]+', "-", "-".join(filter(None, (told.indicator, measure, where))))[:80]


def write_series(told: Charted, out: Path, language: Language = "zh") -> int:
    """Write an indicator's values to the workbook ``out``, a row a value in the unit mostly printed; their number.

    An open bound (超过, 不低于) has a value and no end, and its sign beside it.
    """
    import xlsxwriter

    with (
        whole_file(out) as part,
        xlsxwriter.Workbook(str(part), {"strings_to_formulas": False, "strings_to_urls": False}) as book,
    ):
        sheet = book.add_worksheet(one_of(_SHEET, language))
        bold = book.add_format({"bold": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        measure = word("measure", told.kinds.get(told.measure, told.measure), language)
        sheet.write_string(0, 0, f"{told.indicator} · {measure}", bold)
        for column, (name, width) in enumerate(_COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, one_of(name, language), bold)
        by_unit = {unit: printed_unit(unit, _printed(told.rows, unit)) for unit in {row.unit for row in told.rows}}
        for at, row in enumerate(told.rows, 2):
            for column, cell in enumerate(_cells(row, *by_unit[row.unit], language)):
                if cell not in (None, ""):
                    sheet.write(at, column, cell, day if hasattr(cell, "isoformat") else wrapped)
        sheet.freeze_panes(2, 2)
    return len(told.rows)


def _cells(row: SeriesRow, scale: Decimal, unit: str, language: Language) -> tuple[object, ...]:
    sign = -1 if row.sign == -1 else 1
    low, high = (None if end is None else float(sign * end / scale) for end in (row.low, row.high))
    first, last = (low, high) if sign == 1 else (high, low)
    value = last if first is None else first
    return (
        row.place, row.period, word("status", row.status, language), measure_word(row.measure, row.unit, language),
        value, None if last in (value, None) else last, unit, bound_word(row, language), one_line(row.quote),
        row.sentence, row.document, day_of(row.date) or row.date, one_of(_YES, language) if row.revised_by else "",
        one_of(_YES, language) if row.corrected else "", row.id,
    )  # fmt: skip


def bound_word(row: SeriesRow, language: Language) -> str:
    """What a value is if it is not exact: about, a range, at least or at most; a fall's bound is that of the growth."""
    if row.qualifier in ("over", "under"):
        return "≥" if (row.high is None) != (row.sign == -1) else "≤"
    return word("qualifier", row.qualifier, language)


def _printed(rows: Iterable[SeriesRow], unit: str) -> list[tuple[Decimal | None, str]]:
    return [(end, row.quote) for row in rows if row.unit == unit for end in (row.low, row.high)]
