"""A panel as a workbook: wide on its first sheet, its cells with their sentences on the second.

Place and year down, an indicator across in the unit that is mostly printed (亿元, %), and beside each indicator what
its number alone does not say: that it is a bound (≥), a range, was only expected, that other documents give another
value; of an empty cell why it is empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from luoshi.ledger.panel import MISSING, PanelRow
from luoshi.ledger.precision import rounded
from luoshi.ledger.readable_units import printed_unit
from luoshi.ledger.sheet_words import SheetLanguage, day_of, in_one, measure_word, one_of, word

_SHEETS = (("面板", "Panel"), ("依据", "Evidence"))
_WIDE = (("地区", "Place"), ("年份", "Year"))
_REMARKS = ("说明", "remarks")
_CORRECTED = ("人工更正", "corrected by a person")
_HEADS = (
    (("地区", "Place"), 12), (("年份", "Year"), 8), (("指标", "Indicator"), 24), (("度量", "Measure"), 8),
    (("下限", "From"), 12), (("上限", "To"), 12), (("单位", "Unit"), 9), (("限定", "Bound"), 8),
    (("性质", "Status"), 9), (("阶段", "Stage"), 12), (("为何空缺", "Why empty"), 24), (("原文写法", "As written"), 16),
    (("原句", "Sentence"), 60), (("文件", "Document"), 28), (("文件日期", "Day"), 12), (("时期", "Period"), 18),
    (("其他出处", "Other sources"), 10), (("其中不同", "Of them different"), 10), (("更正", "Corrected"), 10),
    (("编号", "Id"), 34),
)  # fmt: skip


class _Column(NamedTuple):
    """An indicator's column on the wide sheet; ``scale`` is by what its values are divided to be in ``unit``."""

    at: int
    scale: Decimal
    unit: str
    has_remarks: bool


def write_sheets(rows: Sequence[PanelRow], part: Path, language: SheetLanguage) -> None:
    """Write the workbook of a panel to the file ``part``."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(part), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        columns = _columns(rows, language)
        _write_wide(book.add_worksheet(one_of(_SHEETS[0], language)), rows, columns, bold, language)
        sheet = book.add_worksheet(one_of(_SHEETS[1], language))
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        for column, (head, width) in enumerate(_HEADS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, one_of(head, language), bold)
        for at, row in enumerate(rows, 1):
            for column, cell in enumerate(_evidence(row, columns[row.indicator], language)):
                if cell not in (None, ""):
                    sheet.write(at, column, cell, day if hasattr(cell, "isoformat") else wrapped)
        sheet.freeze_panes(1, 4)
        sheet.autofilter(0, 0, max(1, len(rows)), len(_HEADS) - 1)


def _write_wide(
    sheet: Any, rows: Sequence[PanelRow], columns: dict[str, _Column], bold: Any, language: SheetLanguage
) -> None:
    """Place and year down, for each indicator its numbers and, where any needs it, a column of remarks."""
    for at, title in enumerate(_WIDE):
        sheet.write_string(0, at, one_of(title, language), bold)
    for name, column in columns.items():
        head = f"{name}（{column.unit}）" if column.unit else name
        sheet.write_string(0, column.at, head, bold)
        sheet.set_column(column.at, column.at, max(10, 2 * len(name) + 8))
        if column.has_remarks:
            sheet.write_string(0, column.at + 1, f"{name} {one_of(_REMARKS, language)}", bold)
            sheet.set_column(column.at + 1, column.at + 1, 24)
    lines: dict[tuple[str, str], int] = {}
    for row in rows:
        at = lines.setdefault((row.place, row.year), len(lines) + 1)
        sheet.write_string(at, 0, row.place)
        sheet.write_number(at, 1, int(row.year))
        column = columns[row.indicator]
        if (value := _value(row)) is not None:
            sheet.write_number(at, column.at, float(value / _scale(row, column)[0]))
            sheet.write_comment(at, column.at, f"{row.quote}  {row.document}")
        if column.has_remarks and (remark := _remark(row, column, language)):
            sheet.write_string(at, column.at + 1, remark)
    sheet.freeze_panes(1, 2)


def _evidence(row: PanelRow, column: _Column, language: SheetLanguage) -> tuple[object, ...]:
    """A row of the second sheet."""
    scale, unit = _scale(row, column)
    low, high = (None if end is None else float(end / scale) for end in (row.low, row.high))
    return (
        row.place, int(row.year), row.indicator, measure_word(row.measure, row.unit, language), low, high,
        "" if row.missing else unit, _bound(row, language), word("status", row.status, language),
        word("stage", row.stage, language), in_one(MISSING[row.missing], language) if row.missing else "", row.quote,
        row.sentence, row.document, day_of(row.date) or row.date, row.period,
        row.others or None, row.disputed or None, one_of(_CORRECTED, language) if row.corrected else "", row.id,
    )  # fmt: skip


def _columns(rows: Sequence[PanelRow], language: SheetLanguage) -> dict[str, _Column]:
    """For each indicator its column on the wide sheet."""
    found: dict[str, _Column] = {}
    at = len(_WIDE)
    for name in dict.fromkeys(row.indicator for row in rows):
        cells = [row for row in rows if row.indicator == name]
        usual = Counter(row.unit for row in cells if not row.missing).most_common(1)
        of_unit = [(_value(row), row.quote) for row in cells if usual and row.unit == usual[0][0]]
        scale, unit = printed_unit(usual[0][0], of_unit) if usual else (Decimal(1), "")
        column = _Column(at, scale, unit, False)
        column = column._replace(has_remarks=any(_remark(row, column, language) for row in cells))
        found[name] = column
        at += 1 + column.has_remarks
    return found


def _value(row: PanelRow) -> Decimal | None:
    return row.high if row.low is None else row.low


def _scale(row: PanelRow, column: _Column) -> tuple[Decimal, str]:
    """The scale and unit of a cell: its column's, or its own where the value is in another unit (美元 among 元)."""
    if column.unit.endswith(row.unit) and len(column.unit) <= len(row.unit) + 1:
        return column.scale, column.unit
    return printed_unit(row.unit, [(_value(row), row.quote)])


def _bound(row: PanelRow, language: SheetLanguage) -> str:
    """The word for a value that is not exact; a bound is named by its open end, so that a fall's is not turned."""
    if (row.low is None) != (row.high is None):
        nearly = word("qualifier", row.qualifier, language) if row.qualifier == "nearly" else ""
        return nearly or ("≥" if row.high is None else "≤")
    return word("qualifier", row.qualifier, language)


def _remark(row: PanelRow, column: _Column, language: SheetLanguage) -> str:
    """What a cell does not say by its number; ``""`` for the plain value of a year that was reached."""
    if row.missing:
        return in_one(MISSING[row.missing], language)
    own_scale, own_unit = _scale(row, column)
    ranges = None not in (row.low, row.high) and row.low != row.high
    parts = [
        "" if ranges else _bound(row, language),
        f"{one_of(('至', 'to '), language)}{rounded(row.high / own_scale)}" if ranges and row.high is not None else "",
        own_unit if own_unit != column.unit else "",
        word("status", row.status, language) if row.status != "actual" else "",
        word("stage", row.stage, language) if row.stage in ("initial", "adjusted", "preliminary") else "",
        one_of((f"另有 {row.disputed} 个不同的数", f"{row.disputed} different elsewhere"), language)
        if row.disputed
        else "",
        one_of(_CORRECTED, language) if row.corrected else "",
    ]
    return one_of(("；", "; "), language).join(dict.fromkeys(filter(None, parts)))
