"""Targets against results as a picture: one panel for each indicator and place, the years along it.

Drawn by matplotlib (the extra ``charts``), the picture the same on every machine that has the same font.
In an SVG the words stay words, in whatever font the viewer has; a PNG needs a Chinese font on this machine.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from luoshi.extras import needs
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.identity import compared_period
from luoshi.ledger.outcomes import USUAL, OutcomeRow, Tolerance, bounds
from luoshi.ledger.series import subject
from luoshi.ledger.whole_files import whole_file

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Noto Sans CJK JP",
)
_COLOURS = {"met": "#2e7d32", "missed": "#c62828", "open": "#f9a825", "unclear": "#757575"}
_NAMES = {"met": "完成 met", "missed": "未完成 missed", "open": "待定 open", "unclear": "不可比 unclear"}
_MOVES = {"growth": " 增速", "change": " 增减"}
_MARKS = ({"over": "^", "under": "v"}, {"over": "v", "under": "^"})  # of a value, of a fall
_MOST_PANELS = 120
_ACROSS = 3
_SCALES = (("亿", Decimal(10) ** 8), ("万", Decimal(10) ** 4))


def draw_outcomes(rows: Sequence[OutcomeRow], out: Path, tolerance: Tolerance = USUAL) -> None:
    """Write the chart of ``rows`` to ``out``, an SVG or PNG file by its ending; ``tolerance`` is what judged them.

    :class:`LedgerError` where matplotlib or, for PNG, a Chinese font is missing, for another ending, for no rows
    and for more indicators than a picture can show.
    """
    checked_ending(out)
    panels: dict[tuple[object, ...], list[OutcomeRow]] = defaultdict(list)
    for row in rows:
        panels[*subject(row.target), row.target.measure, row.target.unit].append(row)
    if not panels or len(panels) > _MOST_PANELS:
        raise LedgerError(
            f"{len(panels)} 个指标，图上可画 1 到 {_MOST_PANELS} 个，请用 --indicator、--place 或 --year 选择 / "
            f"{len(panels)} indicators; a chart shows 1 to {_MOST_PANELS}: choose with --indicator, --place or --year"
        )
    across = min(_ACROSS, len(panels))
    down = math.ceil(len(panels) / across)
    with picture(out, 4.6 * across, 3.2 * down) as figure:
        for at, held in enumerate(panels.values(), start=1):
            _panel(figure.add_subplot(down, across, at), held, tolerance)


def checked_ending(out: Path) -> None:
    """:class:`LedgerError` where the file ``out`` is by its ending neither an SVG nor a PNG."""
    if out.suffix.lower() not in (".svg", ".png"):
        raise LedgerError(f"{out}: 图只能是 .svg 或 .png / a chart is an .svg or a .png file")


@contextmanager
def picture(out: Path, width: float, height: float) -> Iterator[Figure]:
    """A figure of so many inches to draw on, which is written to ``out``; the same on every machine with one font."""
    checked_ending(out)
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise LedgerError(" / ".join(needs("charts"))) from error
    style: Any = {
        "font.family": [_font(out.suffix.lower() == ".png"), "sans-serif"],
        "svg.fonttype": "none",
        "svg.hashsalt": "luoshi",
        "axes.unicode_minus": False,
    }
    with matplotlib.rc_context(style):
        figure = Figure(figsize=(width, height), layout="constrained")
        yield figure
        # Neither the day nor the program's version stands in the file.
        with whole_file(out) as part:
            if out.suffix.lower() == ".svg":
                figure.savefig(part, format="svg", metadata={"Date": None, "Creator": None})
            else:
                figure.savefig(part, format="png", dpi=150, metadata={"Software": None})


def _panel(axes: Axes, rows: Sequence[OutcomeRow], tolerance: Tolerance) -> None:
    """One indicator: targets as bands or marks (左右 with how far it reaches), results as dots with their values."""
    target = rows[0].target
    ends = [end for row in rows for end in (row.target.low, row.target.high) if end is not None]
    name, size = next(((n, s) for n, s in _SCALES if max(map(abs, ends), default=0) >= s), ("", Decimal(1)))
    periods = sorted({compared_period(row.target.period) for row in rows}, key=lambda period: ("/" in period, period))
    places = _places(periods)
    drawn = set()
    for row in rows:
        at = places[compared_period(row.target.period)]
        low, high = (_signed(end, row.target.sign, size) for end in (row.target.low, row.target.high))
        known = [end for end in (low, high) if end is not None]
        if len(known) == 2 and known[0] != known[1]:
            axes.plot([at, at], known, color="#90a4ae", linewidth=9, solid_capstyle="butt", zorder=1)
        elif known:
            axes.plot([at - 0.3, at + 0.3], [known[0]] * 2, color="#455a64", linewidth=2, zorder=2)
            mark = _MARKS[row.target.sign == -1].get(row.target.qualifier)
            if mark:
                axes.plot([at], [known[0]], marker=mark, color="#455a64", markersize=6, zorder=2)
            if row.target.qualifier in ("about", "nearly"):
                reach = [_signed(end, row.target.sign, size) for end in bounds(row.target, tolerance)]
                band = [known[0] if end is None else end for end in reach]
                axes.plot([at, at], band, color="#cfd8dc", linewidth=9, solid_capstyle="butt", zorder=1)
        if row.result is not None and row.result.measure == target.measure and row.result.unit == target.unit:
            value = row.result.low if row.result.low is not None else row.result.high
            shown = _signed(value, row.result.sign, size)
            if shown is not None:
                drawn.add(row.verdict)
                axes.plot([at], [shown], marker="o", color=_COLOURS[row.verdict], markersize=8, zorder=3, linestyle="")
                label = f"{round(shown, 4):g}"
                axes.annotate(label, (at, shown), (6, 5), textcoords="offset points", fontsize=7, zorder=4)
    axes.set_xticks([places[period] for period in periods], [period.replace("/", "–\n") for period in periods])
    axes.set_xlim(-0.6, max(places.values()) + 0.6)
    axes.margins(y=0.2)
    axes.grid(axis="y", color="#eceff1")
    axes.set_title(f"{target.place} {target.indicator}{_MOVES.get(target.measure, '')}", fontsize=10)
    axes.set_ylabel(f"{name}{target.unit}", fontsize=9)
    for verdict in (name for name in _NAMES if name in drawn):
        axes.plot([], [], marker="o", linestyle="", color=_COLOURS[verdict], label=_NAMES[verdict])
    axes.plot([], [], color="#455a64", linewidth=2, label="目标 target")
    axes.legend(fontsize=7, frameon=False)


def _places(periods: Sequence[str]) -> dict[str, int]:
    """Where periods stand: years at their true distance, those of another kind behind them, one apart."""
    years = [period for period in periods if len(period) == 4 and period.isdigit()]
    found = {year: int(year) - int(years[0]) for year in years}
    behind = max(found.values(), default=-1) + 1
    return found | {period: behind + at for at, period in enumerate(each for each in periods if each not in found)}


def _signed(end: Decimal | None, sign: int | None, size: Decimal) -> float | None:
    return None if end is None else float(end / size * (sign or 1))


def _font(needed: bool) -> str:
    """The first Chinese font of this machine; where none is ``needed``, the name of one that a viewer may have."""
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    found = next((name for name in _FONTS if name in installed), "")
    if needed and not found:
        raise LedgerError("本机没有中文字体，请改存 .svg / there is no Chinese font on this machine: write an .svg")
    return found or _FONTS[0]
