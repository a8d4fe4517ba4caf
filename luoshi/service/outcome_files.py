"""Targets beside their results as files: a row a target, with the words of both and where they stand."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from luoshi.language.passage import one_line
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.readable_units import readable_unit
from luoshi.ledger.tidy import is_formula
from luoshi.ledger.whole_files import whole_file
from luoshi.service.one_language import in_language
from luoshi.service.wording import MEASURES, VERDICTS, value_of

if TYPE_CHECKING:
    from luoshi.ledger import OutcomeRow, SeriesRow

#: The columns of CSV: a target and its result (in numbers of the base unit, in the document's words), the verdict, and
#: the evidence of both.
COLUMNS = (
    "place", "period", "indicator", "measure", "unit", "target_low", "target_high", "target", "result_low",
    "result_high", "result_unit", "result", "verdict", "answer", "rule", "target_sentence", "target_document",
    "target_date", "result_sentence", "result_document", "result_date", "target_id", "result_id",
)  # fmt: skip
_HEADS = (
    ("地区", 12), ("时期", 11), ("指标", 30), ("度量", 8), ("目标数", 12), ("目标", 16), ("结果数", 12), ("单位", 9),
    ("结果", 16), ("判断", 9), ("依据的规则", 30), ("目标原句", 60), ("目标文件", 26), ("目标日期", 12),
    ("结果原句", 60), ("结果文件", 26), ("结果日期", 12), ("目标编号", 34), ("结果编号", 34),
)  # fmt: skip
_ANSWERS = {"likely": "待确认", "silent": "未提及", "none": "未到期"}
FORMATS = ("csv", "xlsx")


def write_outcomes(rows: Sequence[OutcomeRow], to: str, out: Path) -> int:
    """Write targets and results to the file ``out`` as ``csv`` or ``xlsx``; the number of rows.

    Where a person has still to confirm the result (``answer`` likely) it is the likeliest one, in the workbook with
    ``?``. The workbook has readable units (亿元) and Chinese heads. :class:`~luoshi.ledger.LedgerError` for another
    format, or a file that can't be written.
    """
    if to not in FORMATS:
        raise LedgerError(f"{to}: 不能导出这种格式 / there is no such format ({', '.join(FORMATS)})")
    with whole_file(out) as part:
        {"csv": _write_csv, "xlsx": _write_xlsx}[to](rows, part)
    return len(rows)


def outcomes_name(place: str, year: str) -> str:
    """What a file of the targets of a place and a year is called, as 目标与结果-临澜市-2025."""
    parts = filter(None, ("目标与结果", place, year))
    return re.sub(r'[\\/:*?"<>|\s]+', "-", "-".join(parts))[:80]


def _write_csv(rows: Sequence[OutcomeRow], part: Path) -> None:
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for row in rows:
            target, result = row.target, _result(row)
            said = (result.sentence, result.document, result.date) if result else ("", "", "")
            writer.writerow(map(_cell, (
                target.place, target.period, target.indicator, target.measure, target.unit, *_ends(target),
                one_line(target.quote), *(_ends(result) if result else (None, None)), result.unit if result else "",
                one_line(result.quote) if result else "", row.verdict, row.answer, row.rule,
                target.sentence, target.document, target.date, *said,
                target.id, result.id if result else "",
            )))  # fmt: skip


def _write_xlsx(rows: Sequence[OutcomeRow], part: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(part), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("目标与结果")
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for column, (name, width) in enumerate(_HEADS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, bold)
        for at, row in enumerate(rows, 1):
            for column, cell in enumerate(_cells(row)):
                if cell not in (None, ""):
                    sheet.write(at, column, cell, wrapped)
        sheet.freeze_panes(1, 3)
        sheet.autofilter(0, 0, max(1, len(rows)), len(_HEADS) - 1)


def _cells(row: OutcomeRow) -> tuple[object, ...]:
    """A row of the workbook, both numbers in one unit; of a range the end that has to be reached."""
    target, result = row.target, _result(row)
    ends = [end for one in (target, result) if one and one.unit == target.unit for end in _ends(one)]
    scale, unit = readable_unit(target.unit, ends)
    number = _number(result, scale) if result and result.unit == target.unit else None
    said = (result.sentence, result.document, result.date) if result else ("", "", "")
    return (
        target.place, target.period, target.indicator, MEASURES[target.measure], _number(target, scale),
        value_of(target), number, unit, _result_words(row),
        _ANSWERS.get(row.answer, VERDICTS["open"]) if row.verdict == "open" else VERDICTS[row.verdict],
        in_language(row.rule, "zh") if row.result else "", target.sentence, target.document, target.date, *said,
        target.id, result.id if result else "",
    )  # fmt: skip


def _result(row: OutcomeRow) -> SeriesRow | None:
    """The result, or the likeliest one to be confirmed."""
    return row.result or (row.candidates[0].figure if row.answer == "likely" else None)


def _result_words(row: OutcomeRow) -> str:
    result = _result(row)
    return "" if result is None else f"{value_of(result)}{'' if row.result else '?'}"


def _ends(row: SeriesRow) -> tuple[Decimal | None, Decimal | None]:
    """The bounds of a value, those of a fall less than nothing."""
    if row.sign == -1:
        return (None if row.high is None else -row.high), (None if row.low is None else -row.low)
    return row.low, row.high


def _number(row: SeriesRow, scale: Decimal) -> float | None:
    low, high = _ends(row)
    end = high if low is None else low
    return None if end is None else float(end / scale)


def _cell(value: object) -> object:
    """A value as CSV holds it; text that a spreadsheet would run as a formula has ``'`` before it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str) and is_formula(value):
        return f"'{value}"
    return "" if value is None else value
