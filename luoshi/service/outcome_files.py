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
from luoshi.ledger.readable_units import printed_unit
from luoshi.ledger.sheet_words import day_of, measure_word, one_of
from luoshi.ledger.tidy import is_formula
from luoshi.ledger.whole_files import whole_file
from luoshi.service.one_language import Language, in_language
from luoshi.service.wording import VERDICTS

if TYPE_CHECKING:
    from luoshi.ledger import OutcomeRow, SeriesRow

#: The columns of CSV: a target and its result (in numbers of the base unit, in the document's words), the verdict, and
#: the evidence of both.
COLUMNS = (
    "place", "period", "indicator", "measure", "unit", "target_low", "target_high", "target", "result_low",
    "result_high", "result_unit", "result", "verdict", "answer", "rule", "target_sentence", "target_document",
    "target_date", "result_sentence", "result_document", "result_date", "target_id", "result_id",
)  # fmt: skip
_SHEET = ("目标与结果", "Targets")
_NAME = ("目标与结果", "targets")
_HEADS = (
    (("地区", "Place"), 12), (("时期", "Period"), 11), (("指标", "Indicator"), 30), (("度量", "Measure"), 8),
    (("目标下限", "Target from"), 12), (("目标上限", "Target to"), 12), (("结果下限", "Result from"), 12),
    (("结果上限", "Result to"), 12), (("单位", "Unit"), 9), (("目标原文", "Target as written"), 16),
    (("结果原文", "Result as written"), 16), (("判断", "Verdict"), 9), (("依据的规则", "Rule"), 30),
    (("目标原句", "Target's sentence"), 60), (("目标文件", "Target's document"), 26),
    (("目标日期", "Target's day"), 12),
    (("结果原句", "Result's sentence"), 60), (("结果文件", "Result's document"), 26),
    (("结果日期", "Result's day"), 12),
    (("人工更正", "Corrected"), 10), (("目标编号", "Target's id"), 34), (("结果编号", "Result's id"), 34),
)  # fmt: skip
_ANSWERS = {"likely": ("待确认", "likely"), "silent": ("未提及", "silent"), "none": ("未到期", "not yet")}
_CORRECTED = {"target": ("目标", "target"), "result": ("结果", "result")}
_OPEN = ("待定", "open")
_VERDICTS = {name: (words, name) for name, words in VERDICTS.items()}
FORMATS = ("csv", "xlsx")


def write_outcomes(rows: Sequence[OutcomeRow], to: str, out: Path, language: Language = "zh") -> int:
    """Write targets and results to the file ``out`` as ``csv`` or ``xlsx``; the number of rows.

    Where a person has still to confirm the result (``answer`` likely) it is the likeliest one. The workbook has the
    units in which values are printed, and heads in the ``language``. :class:`~luoshi.ledger.LedgerError` for another
    format, or a file that can't be written.
    """
    if to not in FORMATS:
        raise LedgerError(f"{to}: 不能导出这种格式 / there is no such format ({', '.join(FORMATS)})")
    with whole_file(out) as part:
        if to == "xlsx":
            _write_xlsx(rows, part, language)
        else:
            _write_csv(rows, part)
    return len(rows)


def outcomes_name(place: str, year: str, language: Language = "zh") -> str:
    """What a file of the targets of a place and a year is called, as 目标与结果-临澜市-2025."""
    parts = filter(None, (one_of(_NAME, language), place, year))
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


def _write_xlsx(rows: Sequence[OutcomeRow], part: Path, language: Language) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(part), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(one_of(_SHEET, language))
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        for column, (name, width) in enumerate(_HEADS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, one_of(name, language), bold)
        for at, row in enumerate(rows, 1):
            for column, cell in enumerate(_cells(row, language)):
                if cell not in (None, ""):
                    sheet.write(at, column, cell, day if hasattr(cell, "isoformat") else wrapped)
        sheet.freeze_panes(1, 3)
        sheet.autofilter(0, 0, max(1, len(rows)), len(_HEADS) - 1)


def _cells(row: OutcomeRow, language: Language) -> tuple[object, ...]:
    """A row of the workbook, all numbers in one unit; an open bound has one end."""
    target, result = row.target, _result(row)
    printed = [(end, one.quote) for one in (target, result) if one and one.unit == target.unit for end in _ends(one)]
    scale, unit = printed_unit(target.unit, printed)
    comparable = result is not None and result.unit == target.unit
    of_result = _scaled(result, scale) if result is not None and comparable else (None, None)
    said = (result.sentence, result.document, day_of(result.date) or result.date) if result else ("", "", "")
    verdict = _ANSWERS.get(row.answer, _OPEN) if row.verdict == "open" else _VERDICTS[row.verdict]
    corrected = [_CORRECTED[name] for name, one in (("target", target), ("result", result)) if one and one.corrected]
    return (
        target.place, target.period, target.indicator, measure_word(target.measure, target.unit, language),
        *_scaled(target, scale), *of_result, unit, one_line(target.quote), one_line(result.quote) if result else "",
        one_of(verdict, language), in_language(row.rule, language) if row.result else "",
        target.sentence, target.document, day_of(target.date) or target.date, *said,
        one_of(("、", ", "), language).join(one_of(words, language) for words in corrected),
        target.id, result.id if result else "",
    )  # fmt: skip


def _result(row: OutcomeRow) -> SeriesRow | None:
    """The result, or the likeliest one to be confirmed."""
    return row.result or (row.candidates[0].figure if row.answer == "likely" else None)


def _ends(row: SeriesRow) -> tuple[Decimal | None, Decimal | None]:
    """The bounds of a value, those of a fall less than nothing."""
    if row.sign == -1:
        return (None if row.high is None else -row.high), (None if row.low is None else -row.low)
    return row.low, row.high


def _scaled(row: SeriesRow, scale: Decimal) -> tuple[float | None, float | None]:
    low, high = (None if end is None else float(end / scale) for end in _ends(row))
    return low, high


def _cell(value: object) -> object:
    """A value as CSV holds it; text that a spreadsheet would run as a formula has ``'`` before it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str) and is_formula(value):
        return f"'{value}"
    return "" if value is None else value
