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

# Cells: columns up to this width keep it, and the least that each other one gets; the next where there is no room.
_ROOM = ((12, 14), (12, 8), (6, 6))

_SHOWN = 20  # rows of a list
# Ids of records and of indicators are to be copied, so they are never broken.
_ID = re.compile(r"[0-9a-f]{8}:[a-z]{1,20}-\d{1,9}(?:-\d{1,9})?(?:\.\d{1,9})?|\b[a-z][a-z0-9]{0,30}_[a-z0-9_]{1,60}")

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
    ids = [max((len(id) for row in cells for id in _ID.findall(row[at].plain)), default=0) for at in range(len(heads))]
    fixed = _fixed(widths, ids)
    for (head, justify), width, held in zip(heads, fixed or [None] * len(heads), ids, strict=True):
        table.add_column(
            head,
            justify="right" if justify == "right" else "left",
            overflow="fold",
            width=width,
            min_width=held or None if fixed else None,
        )
    for row in cells:
        table.add_row(*row)
    return table


def _fixed(widths: Sequence[int], ids: Sequence[int]) -> list[int | None] | None:
    """The widths that columns keep, ``None`` for those that share the rest: short ones, and as wide as their longest id
    those that would otherwise get less than that.

    ``widths`` are of the widest lines, ``ids`` of the longest ids, both in cells. ``None`` where there is no room for
    ids.
    """
    room = screen().width - 3 * len(widths) - 1
    for short, least in _ROOM:
        fixed: list[int | None] = [width if width <= short else None for width in widths]
        while True:
            shared = [at for at, width in enumerate(fixed) if width is None]
            left = room - sum(width or 0 for width in fixed)
            if left < sum(max(min(least, widths[at]), ids[at]) for at in shared):
                break
            narrow = next((at for at in shared if ids[at] * len(shared) > left), None)
            if narrow is None:
                return fixed
            fixed[narrow] = ids[narrow]
    return None


def first_of(rows: Sequence[AnyRow], show_all: bool, weight: Callable[[AnyRow], int] | None = None) -> Sequence[AnyRow]:
    """The first rows of a list, those of least ``weight``, or all; how many are left out is told on standard error."""
    if show_all or len(rows) <= _SHOWN:
        return rows
    if weight is not None:
        rows = sorted(rows, key=weight)
    complain(f"列出 {_SHOWN} 条，共 {len(rows)} 条：--all 列出全部。 {_SHOWN} of {len(rows)} are shown: --all.")
    return rows[:_SHOWN]
