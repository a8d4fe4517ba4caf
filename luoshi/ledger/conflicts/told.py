"""The exact figures of a document, and how plainly its words tell what each is of.

A figure is compared only where its words say plainly what it is of: a scope named before it that its own name
has not (农村居民…，人均支出…; 其中; 累计) makes a comparison unsafe.

    全市一般公共预算收入182.4亿元，增长4.2%        both plain: nothing stands before them that their name has not
    其中，税收收入130.1亿元                         an item: plain as a part of what stands before it
    限额以上单位中，城镇消费品零售额300.0亿元        not plain: 限额以上 is not in the figure's name
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.ledger.identity import period_kind
from luoshi.ledger.sentences import sentence_spans
from luoshi.ledger.series import SeriesRow, subject

_SPACE = re.compile(r"\s+")
_CLAUSE_ENDS = "，,：:；;（("
_INTENT = re.compile(r"确保|力争|努力|争取|任务：|将(?:完成|达到?|实现|新增)|计划(?:完成|新增|建设)")
_AROUND = 5  # figures on either side of one that tell of which part it is
_ROW = re.compile(r"\d(?:%|％|个百分点)[、和及]$")
_ROW_GOES_ON = re.compile(r"[、和及]\d")
_SENTENCE_BEFORE = 30  # figures of one sentence that are looked back at
_NARROWED = re.compile(
    r"累计|年均|平均每|假期|黄金周|小长假|首日|[当单]日|按[^，。]{1,8}分|(?:调整|剔除|扣除)[^，。]{1,12}(?:因素|后)|从[^，。]{1,8}看|上年的|去年的"
)
# Words of scope that may open a sentence and hold to its end, whatever stands between.
_SCOPES = re.compile(r"限额以上|规模以上|限上|规上|[本市省州县区]级|民营|国有|外商|央企|非公")
_PLAIN = re.compile(
    r"[\s，,、：:（）()《》“”]|[全我本](?:国|省|市|县|区|州|盟|旗)|全年|年[末底初]|截至|去年|上年|今年|当年|[同上]期|[12]\d{3}年?"
    r"|\d{1,2}[年月日]|前?[\d一二三四五六七八九十]{1,2}个?月|[一二三四]季度|[上下]半年|初步(?:核算|统计)|据?统计|完成|达到?|实现"
    r"|“?十[一二三四五]五”?(?:时期|期间|以来)?|过去|[近三四五]年(?:来|间)?|以来|累计|年均"
    r"|增[长加至]|下降|减少|上升|提高|降至|升至|同比|环比|[为是约至到从由比较共有的已末]"
)
_LEFT_OVER = 2  # characters besides these that may stand before a figure which is told plainly
_LEFT_OVER_OF_SENTENCE = 6
AMONG = re.compile(r"其中[:：，,]?")
_RATIO = re.compile(r"[:：∶](?=\s*\d)")  # 三次产业结构为5.0:40.0:55.0
_CELL = re.compile(r"[-−+]?[\d,.]+%?")


@dataclass(frozen=True, slots=True)
class Told:
    """An exact figure and its telling.

    ``start`` is where its sentence or its line of a table begins, ``words`` what stands from there to the figure,
    without the ends of lines. ``cell``: it is a number alone in a table's cell. ``scoped``: its sentence names a
    scope that its own name has not (区级, 限额以上).
    ``plain``: its words say plainly what it is of. ``item``: they do, as an item behind 其中 at least.
    ``alone``: it is plain, and nothing but other figures stands before it in its sentence.
    ``planned``: it is told as reached, but its words or what stands around it say what is to be done.
    """

    row: SeriesRow
    start: int
    words: str
    cell: bool
    scoped: bool
    plain: bool
    item: bool
    alone: bool
    planned: bool = False

    @property
    def comparable(self) -> bool:
        """Whether it may be set beside others: a cell of a table, or told plainly, if only as an item."""
        return self.cell or self.item

    @property
    def line(self) -> int:
        """Where the line of the table begins that a cell stands in; -1 for what stands in prose."""
        return self.start if self.cell else -1

    @property
    def in_row(self) -> bool:
        """Whether it is one of several in a row (年均增长12.3%和14.1%): what each of them is of, is a guess."""
        behind = _SPACE.sub("", self.row.sentence)[len(self.told) :]
        return _ROW_GOES_ON.match(behind) is not None or _ROW.search(self.words) is not None

    @property
    def told(self) -> str:
        """The words of its sentence up to its own end."""
        return self.words + _SPACE.sub("", self.row.quote)


def told_figures(text: str, rows: Sequence[SeriesRow]) -> list[Told]:
    """The figures of a document in the order of its ``text``; ``rows`` are exact values, in that order too."""
    found: list[Told] = []
    names_all: set[str] = set()
    starts = [start for start, _ in sentence_spans(text)]
    for at, row in enumerate(rows):
        line = text.rfind("\n", 0, row.start) + 1
        if text.startswith("|", line):
            cell = _CELL.fullmatch(row.quote.strip()) is not None
            found.append(Told(row, line, text[line : row.start], cell, False, False, False, False))
            continue
        start = starts[bisect_right(starts, row.start) - 1]
        words = text[start : row.start]
        before = [other for other in rows[max(0, at - _SENTENCE_BEFORE) : at] if other.start >= start]
        plainly = _names_all(text, start, row, before, names_all)
        if plainly:
            names_all.add(row.id)
        scoped = any(scope not in row.indicator for scope in _SCOPES.findall(words))
        narrowed = scoped or _narrowed(words, row)
        in_ratio = bool(_RATIO.match(text, row.end) or _RATIO.match(text, row.start - 1))
        item = in_ratio or (plainly and not narrowed)
        plain = item and not in_ratio and not AMONG.search(words)
        alone = plain and _nothing_else(words, row, before)
        planned = row.status == "actual" and (_INTENT.search(row.sentence) is not None or _amid_plans(rows, at))
        found.append(Told(row, start, _SPACE.sub("", words), False, scoped, plain, item, alone, planned))
    return found


def _amid_plans(rows: Sequence[SeriesRow], at: int) -> bool:
    """Whether most of the figures around one are targets: a report tells its plans in a part of their own."""
    around = [row.status == "target" for row in (*rows[max(0, at - _AROUND) : at], *rows[at + 1 : at + 1 + _AROUND])]
    return sum(around) * 2 > len(around)


def _narrowed(words: str, row: SeriesRow) -> bool:
    """Whether words narrow what a figure is of; averages and totals are what a span of years is told by."""
    found = _NARROWED.search(words)
    if found is None or (found.group() in ("年均", "累计") and period_kind(row.period) == "span"):
        return False
    return not (found.group().startswith("按") and row.identity.facets)  # 按常住地分，城镇居民…


def _names_all(text: str, start: int, row: SeriesRow, before: Sequence[SeriesRow], plain: set[str]) -> bool:
    """Whether a figure's name holds all that the words of its clause say; ``plain`` are the ids of which it does."""
    clause = 1 + max(text.rfind(mark, start, row.start) for mark in _CLAUSE_ENDS)
    words = text[max(start, clause) : row.start]
    carried = bool(before) and subject(before[-1]) == subject(row) and before[-1].id in plain
    for other in before:
        words = words.replace(other.quote, "")
    rest = _PLAIN.sub("", words.replace(row.indicator, "").replace(row.place, ""))
    # A name may be printed short, what it leaves out having been said before: 进出口…，其中，出口… is 货物出口.
    letters = iter(row.indicator)
    short = len(rest) > 1 and all(letter in letters for letter in rest)
    if not short and (len(rest) > _LEFT_OVER or (not carried and row.indicator not in words)):
        return False
    # What was named before may go on to hold: 城镇居民人均收入…，人均支出…
    facets = _facets(row)
    return carried or all(other.concept and _facets(other) <= facets for other in before)


def _nothing_else(words: str, row: SeriesRow, before: Sequence[SeriesRow]) -> bool:
    rest = words.replace(row.indicator, "")
    for other in before:
        rest = rest.replace(other.quote, "").replace(other.indicator, "")
    return len(_PLAIN.sub("", rest)) <= _LEFT_OVER_OF_SENTENCE


def _facets(row: SeriesRow) -> set[str]:
    """The names of the facets that an indicator has: sector, area, scope."""
    return {facet.partition("=")[0] for facet in row.identity.facets.split(";") if facet}
