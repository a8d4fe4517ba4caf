"""The names of a table's rows: without their marks, with the rows that each is a part of.

| 一、教育支出 |            stands above
|   其中：2025年职业教育预算数 |   which is a part of it, of 2025, planned
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from luoshi.patterns import late
from luoshi.reading.cells import factor, without_marks
from luoshi.reading.outline import Cell
from luoshi.reading.table_heads import UNIT
from luoshi.records import Span, Status

_MARKS = late(r"^(?:其中[：:]?|[＃#*＊·•]+|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|①|②|③|④)+")
# 一、 stands above （一）, and that above 1.; a row without a number is a part of the numbered one above it.
_NUMBERED = late(
    r"(?P<one>[一二三四五六七八九十]{1,3}、)|(?P<two>[（(][一二三四五六七八九十]{1,3}[）)])|(?P<three>\d{1,3}[.．、])|"
    r"(?P<four>[（(]\d{1,3}[）)]|[①-⑳])"
)
_RANKS = {"one": 0.0, "two": 0.2, "three": 0.4, "four": 0.6}
_UNNUMBERED = 0.8
# A row of its own time and version: 2025年末│专项债务余额│执行数.
_ROW_TIME = late(r"^((?:19|20)\d\d)年(?:度|(?P<end>末|底))?(?![-—至前])(?=..)")
_ROW_VERSION = late(r"(?:(?:年初|调整|预计|实际|年末)*(?P<version>预算|执行|实际|决算)数)$")
YEAR_END = "12-31"  # of a row that states the end of the year, whichever it is: 年末常住人口
# How far 其中： sets a row in, so that the next part, printed under its words, is no part of it.
_MARK_WIDTH = 6
SUM = late(r"(?:合计|总计|共计|^小计)$")
_TOLD_APART = late(r"^(?:按|分|其中|注|备注|单位)|[：:]$")
_WORD = late(r"\w")
_DIGITS_ONLY = late(r"[\d.,，．\s]+\Z")  # of several cells that were run together
_LONGEST_GROUP = 20  # characters
_NO_NAME = late(r"[，。；：]|^[^\u4e00-\u9fff]*$")


class Told(NamedTuple):
    """What a cell measures, the place it is told of ("" for the document's own), and the name's concept."""

    name: str
    place: str
    concept: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row that others may be parts of: how far it is set in, its name, and the time and version it states."""

    depth: float
    label: str
    period: str = ""
    status: Status | None = None


@dataclass(slots=True)
class Stub:
    """The names of rows in one column: the row's own, the rows it is a part of, the group it stands under.

    ``lead`` is the last row whose name is its own in the table, ``told`` what is told of the row, by its
    columns' words, ``group_rank`` the rank of the group's number, -1 where it has none.
    A table printed as two side by side (行业 | 增速 | 行业 | 增速) has two of them.
    """

    cell: Cell | None = None
    span: Span | None = None
    name: str = ""
    group: str = ""
    group_rank: float = -1.0
    told: dict[str, Told] = field(default_factory=dict)
    lead: str = ""
    above: list[Row] = field(default_factory=list)

    def enter(self, cell: Cell, indent: int) -> None:
        """Go on to the row that ``cell`` names, which is set in by ``indent`` characters."""
        label, part = _label(cell.text)
        words = cell.text.strip()
        depth: float = indent + (_MARK_WIDTH if words.startswith("其中") else 1 if part else 0)
        number = _NUMBERED.match(words)
        rank = _RANKS[number.lastgroup or ""] if number else _UNNUMBERED
        depth += rank
        if number and rank <= self.group_rank:
            self.group = ""  # （五） after a group numbered （四）
        least = indent if SUM.search(label) else depth  # a sum is no part of the row above it
        while self.above and self.above[-1].depth >= least:
            self.above.pop()
        outer = self.above[-1] if self.above else None
        label, period, status = _row_time(label)
        self.cell, self.span, self.name, self.told = cell, None, label, {}
        self.above.append(
            Row(depth, label, period or (outer.period if outer else ""), status or (outer.status if outer else None))
        )

    def open_group(self, cell: Cell, indent: int) -> None:
        """Go on to a row without values, which names those below it."""
        self.group = group_name(cell.text)
        if self.group:
            self.group_rank = -1.0
            self.enter(cell, indent)
            number = _NUMBERED.match(cell.text.strip())
            self.group_rank = _RANKS[number.lastgroup or ""] if number else -1.0

    @property
    def parent(self) -> str:
        """The name of the row that the present one is a part of, "" for none."""
        return self.above[-2].label if len(self.above) > 1 else ""


def may_name(words: str) -> bool:
    """Whether a cell's words may name a row: they are no figures, whole or run together."""
    return _WORD.search(words) is not None and not _DIGITS_ONLY.match(words)


def group_name(words: str) -> str:
    """The name of a group of rows (水路), "" for one that only says how they are told apart (按产业分)."""
    label, _ = _label(words)
    if _TOLD_APART.match(label) or len(label) > _LONGEST_GROUP or _NO_NAME.search(label):
        return ""
    return label


@lru_cache(maxsize=4096)
def _label(words: str) -> tuple[str, bool]:
    """A row's name without its marks, and whether it is a part of the row above (其中：)."""
    bare = re.sub(r"\s", "", without_marks(words))
    marks = _MARKS.match(bare)
    name = bare[marks.end() :] if marks else bare
    if row_unit(name):
        name = UNIT.sub("", name)
    return name.strip("：:、 ").removeprefix("本年"), bool(marks and re.match(r"其中|[＃#]", marks.group()))


@lru_cache(maxsize=4096)
def _row_time(label: str) -> tuple[str, str, Status | None]:
    """A row's name without the time and the version it states, and these: 2025年末专项债务余额执行数."""
    if label.startswith("年末") and len(label) > 3:
        return label[2:], YEAR_END, None
    time, version = _ROW_TIME.match(label), _ROW_VERSION.search(label)
    if not time and not version:
        return label, "", None
    bare = label[time.end() if time else 0 : version.start() if version else None]
    if len(bare) < 2:
        return label, "", None
    period = f"{time.group(1)}-12-31" if time and time.group("end") else time.group(1) if time else ""
    status: Status | None = None
    if version:
        status = "target" if version.group("version") == "预算" else "actual"
    return bare, period, status


def row_unit(label: str) -> str:
    """A unit in brackets at the end of a row's name: 出栏量（万头）."""
    match = UNIT.search(label)
    return match.group(1) if match and match.end() == len(label) and factor(match.group(1)) else ""
