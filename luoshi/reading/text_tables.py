"""Tables that stand in a text: rows between bars, as a web page or Markdown gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from luoshi.language.passage import Passage
from luoshi.reading.layout import Line


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: its words without padding, and where they stand in the document."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as printed; ``caption`` and ``unit`` (单位：万元) from the lines above it.

    Indentation matters for hierarchies (其中：, indented rows): ``indents[i]`` is the width in
    characters of the padding before the first cell's words in row ``i``. The first ``head_rows`` rows
    name the columns.
    """

    rows: tuple[tuple[Cell, ...], ...]
    indents: tuple[int, ...]
    caption: Passage | None = None
    unit: str = ""
    head_rows: int = 0
