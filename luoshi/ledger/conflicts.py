"""Conflicts: figures that can't all be right, each with the arithmetic that shows it.

    values     two documents of one time, or one document twice, give one cell two values
    revision   a later document restates what an earlier one gave
    sum        the parts of a whole do not add up to it (三次产业, 税收与非税收入), or items after 其中 exceed it
    growth     a growth is not what the two levels give
    share      a share is not what the part and the whole give

A printed number stands for all values that round to it (:mod:`luoshi.ledger.precision`); only what no such
values can explain is a conflict. A figure takes part only where its words say plainly what it is of: a scope
named before it that its own name has not (农村居民…，人均支出…; 其中; 累计) makes a comparison unsafe.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, Literal

from sqlalchemy import Connection, select

from luoshi.knowledge.indicators import identify, scheme
from luoshi.knowledge.sums import Sum, sums
from luoshi.ledger.identity import compared_period
from luoshi.ledger.precision import shown
from luoshi.ledger.schema import documents, figures
from luoshi.ledger.series import (
    SeriesRow,
    agree,
    at_place,
    baseline,
    cell,
    figures_told,
    series_order,
    signed_interval,
    subject,
    told,
)

ConflictKind = Literal["values", "revision", "sum", "growth", "share"]
Range = tuple[Decimal, Decimal]

_SENTENCE_ENDS = "。！？!?\n"
_CLAUSE_ENDS = "，,：:；;（("
_LONGEST_SENTENCE = 600
_NARROWED = re.compile(r"累计|年均|平均每|按[^，。]{1,8}分|从[^，。]{1,8}看|上年的|去年的")
# Words of scope that may open a sentence and hold to its end, whatever stands between.
_SCOPES = re.compile(r"限额以上|规模以上|限上|规上|[本市省州县区]级|民营|国有|外商|央企|非公")
_PLAIN = re.compile(
    r"[\s，,、：:（）()《》“”]|[全我本](?:国|省|市|县|区|州|盟|旗)|全年|年[末底初]|截至|去年|上年|今年|当年|[同上]期|[12]\d{3}年?"
    r"|\d{1,2}[年月日]|前?[\d一二三四五六七八九十]{1,2}个?月|[一二三四]季度|[上下]半年|初步(?:核算|统计)|据?统计|完成|达到?|实现"
    r"|增[长加至]|下降|减少|上升|提高|降至|升至|同比|环比|[为是约至到从由比较共有的已末]"
)
_LEFT_OVER = 2  # characters besides these that may stand before a figure which is told plainly
_LEFT_OVER_OF_SENTENCE = 6
_EACH = re.compile(r"人均|每|平均|率|系数|价格|指数|均")
_NUMBERS = re.compile(r"\d[\d.,]*")
_CELL = re.compile(r"[-−+]?[\d,.]+")
_AMONG = re.compile(r"其中[:：，,]?")
_BESIDE = re.compile(r"[^\d，,；;]{0,12}\d[\d.]*(?:%|个百分点)")  # a growth told between the whole and 其中
_REMAINDER = re.compile(r"其他|其它|其余")
_OTHER_PRICES = re.compile(r"可比|同口径|不变价|实际增|扣除|剔除|名义|自然口径|年均|平均增")
_OWN_GROWTH = re.compile(r"生产总值|增加值|总产值|工业产值")  # told at constant prices
_FAR = 300  # characters between a share and the levels of a part and a whole that the scheme does not know
_SHARE = re.compile(r"(.{2,40}?)(?:占|相当于)(.{2,40}?)的?(?:比重|比例|份额|占比)")
_NEAR = 31  # days between two documents of one time: what differs between them is no revision


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Figures that disagree: ``kind`` says how, ``arithmetic`` shows it with its tolerance.

    ``figures`` are the rows that take part, the one in question first (for values the earlier one).
    """

    kind: ConflictKind
    arithmetic: str
    figures: tuple[SeriesRow, ...]

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi conflicts --json`` prints it."""
        named = ("place", "place_code", "period", "indicator", "concept", "measure")
        first = self.figures[0]
        return (
            {"kind": self.kind}
            | {name: getattr(first, name) for name in named}
            | {
                "arithmetic": self.arithmetic,
                "figures": [row.to_json() for row in self.figures],
            }
        )


def conflicts(connection: Connection, place: str = "", year: str = "", indicator: str = "") -> list[ConflictRow]:
    """What disagrees among the values reported of a place, for periods that end in ``year``, of an indicator.

    ``""`` asks for all. With a year the year before is looked at too, for growths; the conflicts told are
    those of the year.
    """
    query = figures_told()
    if place:
        query = query.where(at_place(place))
    if year:
        query = query.where(figures.c.year.between(f"{int(year) - 1:04}", year))
    rows = [row for row in told(connection, query) if row.status == "actual" and row.period]
    exact = [row for row in rows if row.qualifier == "exact" and row.low is not None and row.low == row.high]
    known = _Figures(connection, sorted(exact, key=_order))
    found = [*_values(known), *_sums(known), *_among(known), *_growths(known), *_shares(known)]
    # A sum may be known and also stand behind 其中: told once.
    found = list({(row.kind, frozenset(figure.id for figure in row.figures)): row for row in reversed(found)}.values())
    if year:
        found = [row for row in found if any(f.period.rpartition("/")[2][:4] == year for f in row.figures[:1])]
    if indicator:
        wanted = identify(indicator)
        found = [
            row
            for row in found
            if any(f.identity.key in (wanted.concept, wanted.name) and f.identity.key for f in row.figures)
        ]
    return sorted(found, key=lambda row: (series_order(row.figures[0]), row.kind, row.arithmetic))


def _order(row: SeriesRow) -> tuple[str, str, int]:
    return row.date, row.document_id, row.start


class _Figures:
    """The exact values reported, by subject and period and by document, and how plainly each is told."""

    def __init__(self, connection: Connection, rows: Sequence[SeriesRow]) -> None:
        self.rows = rows
        self.by_document: dict[str, list[SeriesRow]] = defaultdict(list)
        self._levels: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
        for row in rows:
            self.by_document[row.document_id].append(row)
            if row.measure == "level":
                self._levels[*subject(row), compared_period(row.period)].append(row)
        self._words: dict[str, str] = {}
        self._plain: set[str] = set()
        self._whole: set[str] = set()
        for document_id, of_document in self.by_document.items():
            text = connection.execute(select(documents.c.text).where(documents.c.id == document_id)).scalar_one()
            self._look(text, of_document)

    def _look(self, text: str, rows: Sequence[SeriesRow]) -> None:
        """What stands before each figure in its sentence, and whether that says plainly what it is of."""
        for at, row in enumerate(rows):
            start = 1 + max(
                text.rfind(mark, max(0, row.start - _LONGEST_SENTENCE), row.start) for mark in _SENTENCE_ENDS
            )
            before = [other for other in rows[max(0, at - 30) : at] if other.start >= start]
            self._words[row.id] = text[start : row.start]
            clause = 1 + max(text.rfind(mark, start, row.start) for mark in _CLAUSE_ENDS)
            words = text[max(start, clause) : row.start]
            carried = bool(before) and subject(before[-1]) == subject(row) and before[-1].id in self._plain
            for other in before:
                words = words.replace(other.quote, "")
            rest = _PLAIN.sub("", words.replace(row.indicator, ""))
            # A name may be printed short, what it leaves out having been said before: 进出口…，其中，出口… is 货物出口.
            letters = iter(row.indicator)
            short = len(rest) > 1 and all(letter in letters for letter in rest)
            if not short and (len(rest) > _LEFT_OVER or (not carried and row.indicator not in words)):
                continue
            # What was named before may go on to hold: 城镇居民人均收入…，人均支出…
            facets = _facets(row)
            if carried or all(other.concept and _facets(other) <= facets for other in before):
                self._plain.add(row.id)
                rest = text[start : row.start].replace(row.indicator, "")
                for other in before:
                    rest = rest.replace(other.quote, "").replace(other.indicator, "")
                if len(_PLAIN.sub("", rest)) <= _LEFT_OVER_OF_SENTENCE:
                    self._whole.add(row.id)

    def words(self, row: SeriesRow) -> str:
        """What stands before a figure in its sentence."""
        return self._words[row.id]

    def plain(self, row: SeriesRow, item: bool = False) -> bool:
        """Whether a figure's words say plainly what it is of; an ``item`` may stand behind 其中."""
        words = self._words[row.id]
        if row.id not in self._plain or _NARROWED.search(words) or (_AMONG.search(words) and not item):
            return False
        return all(scope in row.indicator for scope in _SCOPES.findall(words))

    def alone(self, row: SeriesRow) -> bool:
        """Whether a figure is told plainly, and nothing but other figures stands before it in its sentence."""
        return row.id in self._whole and self.plain(row)

    def cell(self, row: SeriesRow) -> bool:
        """Whether a figure is a cell of a table, a number alone."""
        return _CELL.fullmatch(row.quote) is not None

    def level(self, about: tuple[str, str, str], period: str, near: SeriesRow) -> SeriesRow | None:
        """The level of a subject in a period: of the document of ``near``, or else of the latest that has it."""
        rows = [row for row in self._levels.get((*about, period), ()) if self.cell(row) or self.plain(row, item=True)]
        own = [row for row in rows if row.document_id == near.document_id]
        return min(own, key=lambda row: abs(row.start - near.start)) if own else rows[-1] if rows else None


def _facets(row: SeriesRow) -> set[str]:
    """The names of the facets that an indicator has: sector, area, scope."""
    return {facet.partition("=")[0] for facet in row.identity.facets.split(";") if facet}


def _values(known: _Figures) -> Iterator[ConflictRow]:
    """One cell, two values: within a document, between documents of one time, or restated later."""
    cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    for row in known.rows:
        told_plainly = row.concept and known.plain(row) and not known.cell(row)
        if told_plainly and row.measure in ("level", "share", "growth", "change"):
            cells[cell(row)].append(row)
    for rows in cells.values():
        first: dict[str, SeriesRow] = {}
        for row in rows:
            earlier = first.setdefault(row.document_id, row)
            alone = known.alone(earlier) and known.alone(row)
            if alone and not agree(earlier, row) and not _parallel(known.words(earlier), known.words(row)):
                yield ConflictRow("values", _unequal(earlier, row), (earlier, row))
        for earlier, row in pairwise(first.values()):
            if not agree(earlier, row):
                kind: ConflictKind = "revision" if _apart(earlier.date, row.date) > _NEAR else "values"
                yield ConflictRow(kind, _unequal(earlier, row), (earlier, row))


def _parallel(one: str, other: str) -> bool:
    """Whether two figures stand in one sentence, or in two of one wording whose headings tell them apart."""
    return (
        one.startswith(other)
        or other.startswith(one)
        or (bool(_NUMBERS.search(one)) and _NUMBERS.sub("#", one) == _NUMBERS.sub("#", other))
    )


def _apart(earlier: str, later: str) -> int:
    """Days between two ISO days; 0 where one is not known."""
    try:
        return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
    except ValueError:
        return 0


def _unequal(one: SeriesRow, other: SeriesRow) -> str:
    (_, high), (low, _) = sorted((_range(one), _range(other)))
    return f"{one.quote} ≠ {other.quote}: 舍入后仍差 beyond rounding by {shown(low - high)}"


def _sums(known: _Figures) -> Iterator[ConflictRow]:
    """Wholes and parts of one document whose sum ``sums.toml`` knows."""
    for rows in known.by_document.values():
        cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
        for row in rows:
            if row.concept and row.measure in ("level", "share") and (known.cell(row) or known.plain(row, item=True)):
                place = row.place_code or row.place
                cells[place, compared_period(row.period), row.unit, row.identity.key, row.identity.facets].append(row)
        for each in sums():
            yield from _of_sum(each, cells)


def _of_sum(each: Sum, cells: dict[tuple[object, ...], list[SeriesRow]]) -> Iterator[ConflictRow]:
    first = each.parts[0]
    for place, period, unit, key, held in list(cells):
        extra = _extra(str(held), first.facets)
        if key != first.concept or extra is None:
            continue
        parts = [cells.get((place, period, unit, part.concept, _joined(part.facets, extra))) for part in each.parts]
        if any(part is None for part in parts):
            continue
        rows = _beside([part for part in parts if part])
        if each.whole is None:
            if unit == "%":
                yield from _added(None, (Decimal(100), Decimal(100)), rows)
            continue
        whole = cells.get((place, period, unit, each.whole.concept, _joined(each.whole.facets, extra)))
        if whole:
            row = min(whole, key=lambda row: abs(row.start - rows[0].start))
            yield from _added(row, _range(row), rows)


def _extra(facets: str, own: Iterable[tuple[str, str]]) -> frozenset[str] | None:
    """The facets that a part has besides its own; ``None`` where it lacks one of them."""
    held = set(filter(None, facets.split(";")))
    needed = {f"{facet}={value}" for facet, value in own}
    return frozenset(held - needed) if needed <= held else None


def _joined(own: Iterable[tuple[str, str]], extra: frozenset[str]) -> str:
    return ";".join(sorted({f"{facet}={value}" for facet, value in own} | extra))


def _beside(parts: Sequence[Sequence[SeriesRow]]) -> list[SeriesRow]:
    """One row of each part, those that stand nearest to each other."""
    rows = [parts[0][0]]
    for choice in parts[1:]:
        rows.append(min(choice, key=lambda row: abs(row.start - rows[-1].start)))
    return rows


def _added(whole: SeriesRow | None, total: Range, parts: Sequence[SeriesRow]) -> Iterator[ConflictRow]:
    ranges = [_range(row) for row in parts]
    low, high = sum((r[0] for r in ranges), Decimal(0)), sum((r[1] for r in ranges), Decimal(0))
    if low > total[1] or high < total[0]:
        yield _sum_row(whole, total, parts, "≠")


def _sum_row(whole: SeriesRow | None, total: Range, parts: Sequence[SeriesRow], sign: str) -> ConflictRow:
    ranges = [_range(row) for row in parts]
    value = sum((row.low or Decimal(0) for row in parts), Decimal(0))
    slack = (sum((high - low for low, high in ranges), Decimal(0)) + total[1] - total[0]) / 2
    words = " + ".join(row.quote for row in parts)
    target = whole.quote if whole else "100%"
    rows = (whole, *parts) if whole else tuple(parts)
    return ConflictRow("sum", f"{words} = {shown(value)} {sign} {target}: 容差 tolerance {shown(slack)}", rows)


def _among(known: _Figures) -> Iterator[ConflictRow]:
    """Items after 其中 that exceed the whole before it, or, where the last is the remainder, do not make it up."""
    for rows in known.by_document.values():
        levels = [row for row in rows if row.measure == "level" and not known.cell(row)]
        for at, whole in enumerate(levels):
            parts = [] if _EACH.search(whole.indicator + whole.unit) else _items(known, whole, levels[at + 1 :])
            if not parts:
                continue
            total = _range(whole)
            low = sum((_range(row)[0] for row in parts), Decimal(0))
            high = sum((_range(row)[1] for row in parts), Decimal(0))
            greater = next((row for row in parts if _range(row)[0] > total[1]), None)
            if greater:
                yield _sum_row(whole, total, [greater], ">")
            elif len(parts) > 1 and low > total[1]:
                yield _sum_row(whole, total, parts, ">")
            elif _REMAINDER.search(parts[-1].indicator) and high < total[0]:
                yield _sum_row(whole, total, parts, "<")


def _items(known: _Figures, whole: SeriesRow, after: Sequence[SeriesRow]) -> list[SeriesRow]:
    """The items of a whole: figures of its unit and period behind the one 其中 that follows it in its sentence.

    The first item is what 其中 opens with; the others end in the same word as it or as the whole (…支出). Items
    in brackets end with them.
    """
    head = known.words(whole) + whole.quote
    if len(re.findall(r"[（(]", head)) > len(re.findall(r"[）)]", head)):
        return []  # the whole is itself an aside
    items: list[SeriesRow] = []
    for row in after[:20]:
        words = known.words(row)
        between = words[len(head) :]
        parted = _AMONG.split(between)
        same = (row.unit, row.period, row.place) == (whole.unit, whole.period, whole.place)
        if not words.startswith(head) or len(parted) != 2 or not same or "。" in between:
            break
        # Another figure may stand between the whole and 其中, and another whole behind the items.
        if re.search(r"[\d；;]", _BESIDE.sub("", parted[0])) or re.search(r"[；;）)]", parted[1]):
            break
        endings = {whole.indicator[-2:], items[0].indicator[-2:]} if items else set()
        if items and row.indicator[-2:] not in endings:
            break
        items.append(row)
    return items


def _growths(known: _Figures) -> Iterator[ConflictRow]:
    """Growths beside the levels of both years; the earlier one may be told as a change (增加8.2亿元，增长5.6%)."""
    for rows in known.by_document.values():
        for at, row in enumerate(rows):
            indicator = scheme().indicators.get(row.concept)
            if row.measure != "growth" or row.unit != "%" or indicator is None:
                continue
            if indicator.kind not in ("flow", "stock", "count") or _OWN_GROWTH.search(row.indicator + indicator.name):
                continue
            if _OTHER_PRICES.search(known.words(row)) or not (known.cell(row) or known.plain(row, item=True)):
                continue
            period = compared_period(row.period)
            level = known.level(subject(row), period, row)
            if level is None or level.document_id != row.document_id:
                continue
            base = known.level(subject(row), _year_before(period), row) if not baseline(row) else None
            if base is not None and base.unit == level.unit:
                yield from _grown(row, level, _range(base), base, base.quote)
            change = _change_beside(known, rows[max(0, at - 3) : at + 3], row, level)
            if change is not None:
                (low, high), (least, most) = _range(level), _range(change)
                words = f"({level.quote} − {_signed(change)})"
                yield from _grown(row, level, (low - most, high - least), change, words)


def _change_beside(known: _Figures, near: Sequence[SeriesRow], growth: SeriesRow, level: SeriesRow) -> SeriesRow | None:
    """The change over the same time that stands in one sentence with a level and its growth."""
    if not known.words(growth).startswith(known.words(level)):
        return None
    for row in near:
        same = subject(row) == subject(growth) and row.period == level.period == growth.period
        if row.measure == "change" and same and row.unit == level.unit and baseline(row) == baseline(growth):
            return row
    return None


def _grown(growth: SeriesRow, level: SeriesRow, base: Range, other: SeriesRow, words: str) -> Iterator[ConflictRow]:
    """The conflict, if there is one, of a growth with a level and what it grew from."""
    (low, high), (least, most), said = _range(level), base, _range(growth)
    if least <= 0:
        return
    worked_out = (low / most - 1) * 100, (high / least - 1) * 100
    if worked_out[0] > said[1] or worked_out[1] < said[0]:
        rate = (worked_out[0] + worked_out[1]) / 2
        slack = (worked_out[1] - worked_out[0] + said[1] - said[0]) / 2
        arithmetic = f"{level.quote} ÷ {words} − 1 = {shown(rate)}% ≠ {_signed(growth)}"
        yield ConflictRow("growth", f"{arithmetic}: 容差 tolerance {shown(slack)}", (growth, level, other))


def _year_before(period: str) -> str:
    """The same period of the year before; ``""`` for a span of years."""
    parts = period.split("/")
    if len({part[:4] for part in parts}) > 1 or not re.fullmatch(r"\d{4}", period[:4]):
        return ""
    return "/".join(f"{int(part[:4]) - 1:04}{part[4:]}" for part in parts)


def _shares(known: _Figures) -> Iterator[ConflictRow]:
    """Shares whose name says the part and the whole (税收收入占一般公共预算收入比重), beside both in one document."""
    for row in known.rows:
        found = _SHARE.fullmatch(row.indicator) if row.measure == "share" and row.unit == "%" else None
        if not found:
            continue
        levels = []
        for name in found.groups():
            about = identify(name.removesuffix("的"))
            facets = ";".join(f"{facet}={value}" for facet, value in about.facets)
            about_key = (about.concept or about.name, facets, row.place_code or row.place)
            levels.append(known.level(about_key, compared_period(row.period), row))
        part, whole = levels
        if part is None or whole is None or part.id == whole.id or part.unit != whole.unit:
            continue
        if part.document_id != row.document_id or whole.document_id != row.document_id:
            continue
        if not (part.concept and whole.concept) and max(abs(f.start - row.start) for f in (part, whole)) > _FAR:
            continue
        (low, high), (least, most) = _range(part), _range(whole)
        if least <= 0:
            continue
        worked_out, said = (low / most * 100, high / least * 100), _balanced(row)
        if worked_out[0] > said[1] or worked_out[1] < said[0]:
            rate = (part.low or low) / (whole.low or least) * 100
            slack = (worked_out[1] - worked_out[0] + said[1] - said[0]) / 2
            words = f"{part.quote} ÷ {whole.quote} = {shown(rate)}% ≠ {row.quote}: 容差 tolerance {shown(slack)}"
            yield ConflictRow("share", words, (row, part, whole))


def _balanced(row: SeriesRow) -> Range:
    """The values a printed share may stand for: shares are made to add up to 100, by a unit of their last digit."""
    low, high = _range(row)
    half = (high - low) / 2
    return low - half, high + half


def _range(row: SeriesRow) -> Range:
    """The values that an exact figure stands for, a fall less than nothing."""
    low, high = signed_interval(row)
    return low or Decimal(0), high or Decimal(0)


def _signed(row: SeriesRow) -> str:
    return f"{'-' if row.sign == -1 else ''}{row.quote}"
