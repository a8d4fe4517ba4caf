"""What the terminal shows: values as Chinese writes them, and tables aligned by display width.

Rich counts a Chinese character as two cells, so that columns stay aligned whatever they hold. Output
that goes into a file or a pipe gets a fixed width and no colour.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

_PIPE_WIDTH = 120


def speak_utf8() -> None:
    """Write UTF-8 to standard output and error, whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A file name that is not valid Unicode is shown with its escapes instead of ending the run.
            reconfigure(encoding="utf-8", errors="backslashreplace")


def screen(*, stderr: bool = False) -> Console:
    """A console on the present standard output (or error); a pipe is 120 cells wide unless COLUMNS says otherwise."""
    stream = sys.stderr if stderr else sys.stdout
    fixed = None if stream.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH
    return Console(stderr=stderr, width=fixed, highlight=False, soft_wrap=False, legacy_windows=False)


def grid(title: str, columns: Sequence[str | tuple[str, str]], rows: Iterable[Sequence[str | Text]]) -> Table:
    """A table of words: columns are names, or (name, ``left`` or ``right``); nothing is cut off, long cells are folded."""
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", pad_edge=False)
    for column in columns:
        name, justify = (column, "left") if isinstance(column, str) else column
        table.add_column(name, justify="right" if justify == "right" else "left", overflow="fold")
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in row))
    return table


def number(value: Decimal) -> str:
    """A number in plain digits with 万 or 亿: ``133900000000`` is ``1339亿``; every digit is kept."""
    for size, name in ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")):
        if abs(value) >= size:
            return f"{(value / size).normalize():f}{name}"
    return f"{value.normalize():f}"


def value(
    low: Decimal | None, high: Decimal | None, unit: str, measure: str, sign: int | None, qualifier: str
) -> str:
    """A figure's value in a short form: ``1339亿元``, ``+5.7%``, ``≥4000亿元``, ``4.5—5%``, ``第1位``."""
    bounds = [number(bound) for bound in (low, high) if bound is not None]
    if low is not None and low == high:
        bounds = bounds[:1]
    words = "—".join(bounds) + unit
    if measure == "rank":
        return f"第{words}"
    if measure == "streak":
        return f"连续{words}"
    lead = {1: "+", -1: "−"}.get(sign or 0, "")
    mark = {"about": "约", "nearly": "近", "over": "≥", "under": "≤"}.get(qualifier, "")
    return f"{mark}{lead}{words}"
