"""A timeline as a picture: the years along it, a row for what is promised, a row for what is begun, and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from luoshi.ledger.chart import checked_ending, picture
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.timeline.rows import SAID, Said, TimelineRow

#: What the words do, as it is shown: Chinese and English.
NAMES: dict[Said, str] = {
    "promised": "承诺 promised",
    "decided": "决定 decided",
    "begun": "开工 begun",
    "reported": "进展 reported",
    "visited": "调研 visited",
    "finished": "建成 finished",
    "stopped": "停止 stopped",
}
_COLOURS: dict[Said, str] = {
    "promised": "#f9a825",
    "decided": "#6b5b95",
    "begun": "#1b5673",
    "reported": "#0288a7",
    "visited": "#c9772e",
    "finished": "#2e7d32",
    "stopped": "#c62828",
}
_LEAST_WIDTH, _INCHES_A_YEAR, _MOST_WIDTH = 6.0, 0.42, 40.0


def draw_timeline(rows: Sequence[TimelineRow], out: Path, title: str) -> None:
    """Write the timeline to ``out``, an SVG or PNG file by its ending: a dot for each year, as large as it has lines.

    :class:`LedgerError` where matplotlib or, for PNG, a Chinese font is missing, for another ending, and where no line
    has a day.
    """
    checked_ending(out)
    counts = Counter((int(row.date[:4]), row.said) for row in rows if row.date[:4].isdigit())
    if not counts:
        raise LedgerError("没有带日期的内容可画 / no line has a day to be drawn by")
    years = range(min(year for year, _ in counts), max(year for year, _ in counts) + 1)
    shown = [said for said in SAID if any(each == said for _, each in counts)][::-1]
    width = min(_MOST_WIDTH, max(_LEAST_WIDTH, _INCHES_A_YEAR * len(years) + 2))
    with picture(out, width, 0.5 * len(shown) + 1.4) as figure:
        axes = figure.add_subplot(1, 1, 1)
        for (year, said), count in sorted(counts.items()):
            at = shown.index(said)
            axes.plot([year], [at], marker="o", markersize=6 + 2 * min(count, 6), color=_COLOURS[said], linestyle="")
            if count > 1:
                axes.annotate(str(count), (year, at), ha="center", va="center", fontsize=7, color="white")
        axes.set_yticks(range(len(shown)), [NAMES[said] for said in shown])
        axes.set_ylim(-0.6, len(shown) - 0.4)
        step = max(1, len(years) // 30)
        axes.set_xticks(list(years[::step]), [str(year) for year in years[::step]], rotation=45, fontsize=8)
        axes.set_xlim(years[0] - 0.7, years[-1] + 0.7)
        axes.grid(axis="x", color="#eceff1")
        axes.set_title(title, fontsize=11)
