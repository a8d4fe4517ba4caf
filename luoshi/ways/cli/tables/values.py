"""Values with their words: series, outcomes, conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from luoshi.service.wording import CONFLICTS, PERIODS, STATUSES, VERDICTS, around, short_id, value_of
from luoshi.ways.cli.tables.grid import Column, first_of, grid
from luoshi.ways.cli.terminal import screen

if TYPE_CHECKING:
    from luoshi.service import ConflictRow, Line, OutcomeRow, SeriesRow

_COLOURS = {"met": "green", "missed": "red", "open": "yellow", "unclear": "dim"}
_WEIGHT = ("missed", "unclear", "open", "met")  # verdicts, those first that need a look
_HOW_TO_CONFIRM = (
    "确认可能的结果 to confirm a likely result: luoshi outcomes --confirm 目标 可能 --by … --why …；"
    "不是 to refuse it: --refuse"
)
_MOST_FIGURES = 4  # of a conflict, whose words a table shows


def show_series(title: str, rows: Sequence[SeriesRow], show_all: bool) -> None:
    """The values of an indicator, each with the words around it and its id, a table for each kind of period.

    Of many the newest are shown, but with ``show_all``.
    """
    kinds = list(dict.fromkeys(row.period_kind for row in rows))
    for kind in kinds:
        named = f"{title}  {PERIODS[kind]}" if len(kinds) > 1 else title
        _show_values(named, [row for row in rows if row.period_kind == kind], show_all)


def _show_values(title: str, rows: Sequence[SeriesRow], show_all: bool) -> None:
    places = {row.place for row in rows}
    columns: list[Column] = [
        "地区 place",
        "期间 period",
        "指标 indicator",
        ("数值 value", "right"),
        "状态 status",
        "原文 evidence",
    ]
    cells: list[list[str | Text]] = [
        [
            row.place,
            row.period,
            row.indicator,
            value_of(row),
            STATUSES[row.status] + ("（后有修订 revised）" if row.revised_by else ""),
            Text("\n").join([_words_around(row), Text(f"{row.document} {short_id(row.id)}", "dim")]),
        ]
        for row in (rows if show_all else first_of(rows[::-1], show_all)[::-1])
    ]
    if len(places) == 1:
        title = f"{title}  {places.pop()}"
        columns, cells = columns[1:], [row[1:] for row in cells]
    screen().print(grid(f"{title}  ({len(rows)})", columns, cells))


def show_lines(title: str, lines: Sequence[Line], show_all: bool) -> None:
    """One line a place and period: the best value with its stage, and how many others stand behind it."""
    columns: list[Column] = ["地区 place", "期间 period", "指标 indicator", ("数值 value", "right"), "阶段 stage"]
    cells: list[list[str | Text]] = [
        [
            line.best.place,
            line.best.period,
            line.best.indicator,
            value_of(line.best),
            line.stage + (f"（另 {len(line.others)} 处 more）" if line.others else ""),
            Text("\n").join([_words_around(line.best), Text(f"{line.best.document} {short_id(line.best.id)}", "dim")]),
        ]
        for line in first_of(lines[::-1], show_all)[::-1]
    ]
    screen().print(grid(f"{title}  ({len(lines)})", [*columns, "原文 evidence"], cells))


def show_outcomes(
    rows: Sequence[OutcomeRow], show_all: bool, evidence: bool = True, of: Sequence[OutcomeRow] = ()
) -> None:
    """How many there are of each verdict, then targets beside results, with ``evidence`` the ids of both.

    Of many those that were missed go first, and twenty are shown but with ``show_all``. ``of`` are the rows that are
    counted where ``rows`` are but some of them.
    """
    counted_rows = of or rows
    places = {row.target.place for row in rows}
    columns: list[Column] = ["地区 place", "期间 period", "指标 indicator", ("目标 target", "right")]
    columns += [("结果 result", "right"), "结论 verdict", "规则 rule"]
    cells: list[list[str | Text]] = [
        [
            row.target.place,
            row.target.period,
            row.target.indicator,
            value_of(row.target),
            _result_or_likely(row),
            Text(VERDICTS[row.verdict], _COLOURS[row.verdict]),
            _rule_and_ids(row, evidence),
        ]
        for row in first_of(rows, show_all, lambda row: 2 * _WEIGHT.index(row.verdict) + (row.answer != "likely"))
    ]
    title = f"目标与结果 outcomes  ({f'{len(rows)} / {len(of)}' if of else len(rows)})"
    if len(places) == 1:
        title = f"{places.pop()}  {title}"
        columns, cells = columns[1:], [row[1:] for row in cells]
    out = screen()
    count = {verdict: sum(row.verdict == verdict for row in counted_rows) for verdict in VERDICTS}
    likely = sum(row.answer == "likely" for row in counted_rows)
    counted = [f"{VERDICTS[verdict]} {verdict} {n}" for verdict, n in count.items() if n]
    out.print("  ".join([*counted, *([f"待确认 likely {likely}"] if likely else [])]))
    out.print(grid(title, columns, cells))
    if likely and evidence:
        out.print(_HOW_TO_CONFIRM, style="dim", soft_wrap=True)


def _result_or_likely(row: OutcomeRow) -> str | Text:
    """The result, or the likeliest answer with a question mark."""
    if row.result:
        return value_of(row.result)
    return Text(f"{value_of(row.candidates[0].figure)}?", "dim") if row.answer == "likely" else "—"


def _rule_and_ids(row: OutcomeRow, evidence: bool) -> Text:
    told = [Text(row.rule)] if row.result or len(row.targets) > 1 or row.readings else []
    if row.answer == "likely":
        best = row.candidates[0]
        told.append(Text(f"可能 likely {best.confidence:.0%}: {best.figure.indicator}"))
    if evidence:
        sides = [("目标", row.target), *([("结果", row.result)] if row.result else [])]
        sides += [("可能", one.figure) for one in row.candidates[:1] if row.answer == "likely"]
        told += [Text(f"{name} {short_id(side.id)}", "dim") for name, side in sides]
    return Text("\n").join(told)


def show_conflicts(rows: Sequence[ConflictRow], show_all: bool, made: int) -> None:
    """Conflicts with their arithmetic, and beside each the words around its first figures; ``made`` comparisons."""
    columns: list[Column] = [
        "类别 kind",
        "地区 place",
        "期间 period",
        "指标 indicator",
        "算式 arithmetic",
        "原文 evidence",
    ]
    cells: list[list[str | Text]] = [
        [
            f"{CONFLICTS[row.kind]} {row.kind}",
            row.figures[0].place,
            row.figures[0].period,
            row.figures[0].indicator,
            row.arithmetic,
            Text("\n").join(
                part
                for f in row.figures[:_MOST_FIGURES]
                for part in (_words_around(f), Text(f"{f.document} {f.date} {short_id(f.id)}", "dim"))
            ),
        ]
        for row in first_of(rows, show_all)
    ]
    screen().print(grid(f"矛盾 conflicts  ({len(rows)})　共核对 of {made} comparisons", columns, cells))


def _words_around(row: SeriesRow) -> Text:
    """The words around a figure's quote, the quote marked."""
    before, quote, after = around(row)
    return Text.assemble(before, (quote, "bold underline"), after)
