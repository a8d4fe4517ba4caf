"""A table aligned by display width, in whatever room the screen has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rich.box import ROUNDED
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from luoshi.ways.cli.terminal import complain, screen

_SHORT, _LEAST = 12, 16  # cells: a column that keeps its width, and the least that is left for each other one

_SHOWN = 20  # rows of a list
_ID = re.compile(r"[0-9a-f]{8}:[a-z]{1,20}-\d{1,9}(?:-\d{1,9})?(?:\.\d{1,9})?")  # to be copied, so never broken

Column = str | tuple[str, str]
AnyRow = TypeVar("AnyRow")


def grid(title: str, columns: Sequence[Column], rows: Iterable[Sequence[str | Text]]) -> Table:
    """A table of words: columns are names, or (name, ``left`` or ``right``); long cells are folded, never cut.

    A name in both languages (``数值 value``) takes two lines. Days, verdicts and other short cells keep their width as
    long as there is room for the others.
    """
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", box=ROUNDED)
    cells = [[cell if isinstance(cell, Text) else Text(cell) for cell in row] for row in rows]
    heads = [
        (name.replace(" ", "\n", 1), justify)
        for name, justify in ((column, "left") if isinstance(column, str) else column for column in columns)
    ]
    widths = [
        max(cell_len(line) for words in (head, *(row[at].plain for row in cells)) for line in words.split("\n"))
        for at, (head, _) in enumerate(heads)
    ]
    short = [width <= _SHORT for width in widths]
    needed = sum(width if kept else _LEAST for width, kept in zip(widths, short, strict=True))
    room = screen().width - 3 * len(heads) - 1 >= needed
    ids = [max((len(id) for row in cells for id in _ID.findall(row[at].plain)), default=0) for at in range(len(heads))]
    for (head, justify), width, kept, held in zip(heads, widths, short, ids, strict=True):
        table.add_column(
            head,
            justify="right" if justify == "right" else "left",
            overflow="fold",
            width=width if kept and room else None,
            min_width=held or None,
        )
    for row in cells:
        table.add_row(*row)
    return table


def first_of(rows: Sequence[AnyRow], show_all: bool, weight: Callable[[AnyRow], int] | None = None) -> Sequence[AnyRow]:
    """The first rows of a list, those of least ``weight``, or all; how many are left out is told on standard error."""
    if show_all or len(rows) <= _SHOWN:
        return rows
    if weight is not None:
        rows = sorted(rows, key=weight)
    complain(f"列出 {_SHOWN} 条，共 {len(rows)} 条：--all 列出全部。 {_SHOWN} of {len(rows)} are shown: --all.")
    return rows[:_SHOWN]
