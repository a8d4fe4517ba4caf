"""The figures of a draft beside those of the sources.

For each figure all figures of its indicator, and all of its value, are candidates. What differs between the two
has a price; the cheapest candidate is the source, and the finding is certain where only one thing differs and
the rest leaves no doubt which value is meant.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, Connection, and_, or_

from luoshi.ledger.drafts.findings import Finding, Source
from luoshi.ledger.identity import compared_period, indicator_key, period_kind, place_of
from luoshi.ledger.likeness import same_unit
from luoshi.ledger.precision import interval, overlap
from luoshi.ledger.schema import figures
from luoshi.ledger.search import search
from luoshi.ledger.sentences import sentence_spans
from luoshi.ledger.series import SeriesRow, agree, cell, figures_told, signed_interval, told
from luoshi.records import Figure, Reading, Span

_ASKED_AT_ONCE = 200  # values in one question to the database
_PRICES = {"value": 3.0, "unit": 2.0, "direction": 2.0, "period": 2.0, "place": 3.0, "scope": 2.0, "status": 1.5}
_OTHER_NAME = 3.0  # the price of a name that has nothing in common with the draft's
_OTHER_WORDS = 1.0  # and of a sentence that has not
_TOO_DEAR = 5.5  # a candidate beyond this price is not about the same thing
_LIKE_NAME = 0.7
_KNOWN_APART = 0.5  # the likeness of two indicators that the scheme tells apart (收入 and 支出)
_LIKE_SENTENCE = 0.5
_TELLING_DIGITS = 3  # a value of fewer digits may be met by chance
_ABOUT = Decimal("0.02")  # of a value: 约 reaches so far
_BOUND_REACHES = Decimal("1.2")  # 超1300亿元 is said of 1340, not of 2000


def check_figures(connection: Connection, draft: Reading) -> list[Finding]:
    """A finding for each figure of the draft."""
    asked = _rows_of(draft)
    candidates = _Candidates(connection, asked)
    return [_finding(connection, row, candidates) for row in asked]


def _rows_of(draft: Reading) -> list[SeriesRow]:
    """The draft's figures in the form in which the ledger tells its own."""
    home = place_of(draft.place, draft.place_code)
    spans = sentence_spans(draft.document.text)
    rows = []
    for id, record in draft.ids():
        if not isinstance(record, Figure):
            continue
        start, end = next(((a, b) for a, b in spans if a <= record.start < b), (record.start, record.end))
        place = place_of(record.place, within=home.code) if record.place else home
        identity = indicator_key(record.indicator, record.concept)
        rows.append(
            SeriesRow(
                id=id,
                place=place.name,
                place_code=place.code,
                indicator=record.indicator,
                concept=identity.concept,
                measure=record.measure,
                sign=record.sign,
                period=record.period,
                status=record.status,
                low=record.low,
                high=record.high,
                unit=record.unit,
                qualifier=record.qualifier,
                quote=record.quote,
                document=draft.document.name,
                start=record.start,
                end=record.end,
                sentence=draft.document.text[start:end],
                date=draft.date,
                document_id=draft.document.id,
                basis=record.basis,
                period_kind=period_kind(record.period),
                identity=identity,
            )
        )
    return rows


class _Candidates:
    """Figures of the sources by indicator, and by value at the places that the draft is about."""

    def __init__(self, connection: Connection, asked: Sequence[SeriesRow]) -> None:
        self._by_key: dict[str, list[SeriesRow]] = defaultdict(list)
        self._cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
        found: dict[str, SeriesRow] = {}
        for wanted in (*_of_indicators(asked), *_of_values(asked)):
            found |= {row.id: row for row in told(connection, figures_told().where(wanted))}
        own = {row.document_id for row in asked}
        self._rows = sorted((row for row in found.values() if row.document_id not in own), key=_value_order)
        self._values = [_value_order(row)[0] for row in self._rows]
        for row in self._rows:
            self._by_key[row.identity.key].append(row)
            self._cells[cell(row)].append(row)

    def of(self, asked: SeriesRow) -> list[SeriesRow]:
        """The figures that may be what ``asked`` repeats, each once, in the order of their ids."""
        found = {row.id: row for row in self._by_key[asked.identity.key]}
        low, high = _reach(asked)
        for row in self._rows[bisect_left(self._values, low) : bisect_right(self._values, high)]:
            found[row.id] = row
        return [found[id] for id in sorted(found)]

    def of_cell(self, row: SeriesRow) -> list[SeriesRow]:
        """All figures of a cell of the sources."""
        return self._cells[cell(row)]


def _of_indicators(asked: Sequence[SeriesRow]) -> Iterator[ColumnElement[bool]]:
    keys = sorted({row.identity.key for row in asked})
    for first in range(0, len(keys), _ASKED_AT_ONCE):
        yield figures.c.indicator_key.in_(keys[first : first + _ASKED_AT_ONCE])


def _of_values(asked: Sequence[SeriesRow]) -> Iterator[ColumnElement[bool]]:
    """Telling values at the draft's places, under whatever name; at all places where the draft names none."""
    telling = sorted({_reach(row) for row in asked if _digits(row.quote) >= _TELLING_DIGITS})
    places = sorted({row.place for row in asked if row.place})
    for first in range(0, len(telling), _ASKED_AT_ONCE):
        part = telling[first : first + _ASKED_AT_ONCE]
        near = or_(*(figures.c.low_number.between(low, high) for low, high in part))
        yield and_(figures.c.place_name.in_(places), near) if places else near


def _reach(asked: SeriesRow) -> tuple[float, float]:
    """The numbers, as the database sorts them, that a draft's value may stand for."""
    low, high = interval(asked.quote, asked.low, asked.high)
    ends = [float(end) for end in (low, high) if end is not None]
    return min(ends), max(ends)


def _value_order(row: SeriesRow) -> tuple[float, str]:
    value = row.low if row.low is not None else row.high
    return float(value) if value is not None else math.inf, row.id


@dataclass(frozen=True, slots=True)
class _Compared:
    """A candidate, what differs, how alike names and sentences are (0 to 1), and the price of it all."""

    row: SeriesRow
    fields: tuple[str, ...]
    name: float
    words: float
    price: float


def _finding(connection: Connection, asked: SeriesRow, candidates: _Candidates) -> Finding:
    compared = [found for row in candidates.of(asked) if (found := _compare(asked, row)) is not None]
    best = min(compared, key=lambda one: (one.price, one.row.date == "", one.row.id), default=None)
    draft = Span(asked.start, asked.end, asked.quote)
    if best is None or best.price > _TOO_DEAR:
        return _in_words(connection, asked, draft)
    source = _source(best.row)
    if not best.fields:
        note = "" if _same_digits(asked, best.row) else f"原文 {best.row.quote}，四舍五入 rounded"
        return Finding("figure", "agrees", best.name == 1.0, draft, says(asked), (), source, note)
    certain = len(best.fields) == 1 and _is_certain(asked, best, candidates)
    return Finding("figure", "differs", certain, draft, says(asked), best.fields, source, _others(best, candidates))


def _compare(asked: SeriesRow, row: SeriesRow) -> _Compared | None:
    """What differs between a draft's figure and a source's; None where they are measured in ways of their own."""
    if asked.measure != row.measure and {asked.measure, row.measure} != {"level", "share"}:
        return None
    fields: list[str] = []
    same_value = _same_value(asked, row)
    if not same_unit(asked.indicator, asked.unit, row.unit):
        if not _same_digits(asked, row):
            return None
        fields.append("unit")
    elif not same_value:
        fields.append("direction" if _turned(asked, row) else "unit" if _same_digits(asked, row) else "value")
    if asked.period and row.period and not _same_period(asked, row):
        fields.append("period")
    if asked.place and row.place and (asked.place_code or asked.place) != (row.place_code or row.place):
        fields.append("place")
    same_key = asked.identity.key == row.identity.key
    if same_key and asked.identity.facets != row.identity.facets:
        fields.append("scope")
    if asked.status == "actual" and row.status == "target":
        fields.append("status")
    name = 1.0 if same_key else _name_likeness(asked, row)
    if name < _LIKE_NAME:
        if not same_value or _digits(asked.quote) < _TELLING_DIGITS:
            return None
        fields.append("indicator")
    words = _shared(asked.sentence, row.sentence)
    price = sum(_PRICES.get(field, 0.0) for field in fields)
    price += _OTHER_NAME * (1 - name) + _OTHER_WORDS * (1 - words)
    return _Compared(row, tuple(fields), name, words, price)


def _is_certain(asked: SeriesRow, best: _Compared, candidates: _Candidates) -> bool:
    """Whether one thing differs beyond doubt."""
    (field,) = best.fields
    if field == "indicator":
        # The draft's own indicator has another value in the sources, or the sentences are the same but for the name.
        own = [row for row in candidates.of(asked) if row.identity == asked.identity and _same_period(asked, row)]
        return bool(own) or best.words >= _LIKE_SENTENCE
    if best.name < 1.0 and best.words < _LIKE_SENTENCE:
        return False
    if field == "value":
        told_as_one = all(agree(best.row, other) for other in candidates.of_cell(best.row))
        return bool(asked.period) and (told_as_one or best.words >= _LIKE_SENTENCE)
    if field in ("period", "place", "scope", "status"):
        return _digits(asked.quote) >= _TELLING_DIGITS or best.words >= _LIKE_SENTENCE
    return True


def _same_period(asked: SeriesRow, row: SeriesRow) -> bool:
    return compared_period(asked.period) == compared_period(row.period)


def _same_value(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether the draft's value is the source's, to the digits that the draft prints and within its 约 or 超."""
    drafted, sourced = signed_interval(asked), signed_interval(row)
    if asked.qualifier == "about" and asked.low is not None and row.low is not None and asked.sign == row.sign:
        return abs(asked.low - row.low) <= abs(row.low) * _ABOUT
    if not overlap(drafted, sourced):
        return False
    if asked.qualifier not in ("over", "under", "nearly") or row.qualifier == asked.qualifier:
        return True
    ends = sorted(abs(value) for value in (asked.low or asked.high, row.low or row.high) if value is not None)
    return len(ends) < 2 or ends[1] <= ends[0] * _BOUND_REACHES


def _turned(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether a rise is told as a fall or the other way round."""
    return asked.sign == -(row.sign or 0) != 0 and (asked.low, asked.high) == (row.low, row.high)


def _same_digits(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether the same digits are printed (12.3万元 and 12.3亿元)."""
    one, other = _number(asked.quote), _number(row.quote)
    return bool(one) and one == other


def _number(quote: str) -> str:
    digits = "".join(letter for letter in quote if letter.isdecimal() or letter == ".").strip(".")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _digits(quote: str) -> int:
    """How many digits a value is printed with, without zeros at its ends."""
    return len(_number(quote).replace(".", "").strip("0"))


def _name_likeness(asked: SeriesRow, row: SeriesRow) -> float:
    """What two names have in common of all their pairs of characters; two known indicators are never alike."""
    pairs, others = _pairs(asked.indicator), _pairs(row.indicator)
    if not pairs or not others:
        return 0.0
    likeness = 2 * (pairs & others).total() / (pairs.total() + others.total())
    return min(likeness, _KNOWN_APART) if asked.concept and row.concept else likeness


def _shared(one: str, other: str) -> float:
    """The part of a sentence's pairs of characters, numbers left out, that another one has too."""
    pairs, others = _pairs(one), _pairs(other)
    return (pairs & others).total() / pairs.total() if pairs else 0.0


def _pairs(words: str) -> Counter[str]:
    letters = "".join(letter for letter in words if "\u4e00" <= letter <= "\u9fff")
    return Counter(map(str.__add__, letters, letters[1:]))


def _others(best: _Compared, candidates: _Candidates) -> str:
    """What else the sources give for the cell of the value that was found, for people."""
    others = {row.quote for row in candidates.of_cell(best.row) if not agree(best.row, row)} - {best.row.quote}
    return f"同项另有 also {'、'.join(sorted(others)[:3])}" if others else ""


def _in_words(connection: Connection, asked: SeriesRow, draft: Span) -> Finding:
    """A figure that no source has: it may still stand in a sentence of the same words that was not read so."""
    if _digits(asked.quote) >= _TELLING_DIGITS:
        for hit in search(connection, asked.quote, limit=20):
            if hit.document_id != asked.document_id and _shared(asked.sentence, hit.snippet) >= _LIKE_SENTENCE:
                start = hit.start + (hit.marks[0][0] if hit.marks else 0)
                end = hit.start + (hit.marks[0][1] if hit.marks else len(hit.snippet))
                source = Source("", asked.quote, asked.quote, hit.snippet, hit.document, hit.document_id, hit.date,
                                start, end)  # fmt: skip
                note = "原文有此数 the number stands there"
                return Finding("figure", "agrees", False, draft, says(asked), (), source, note)
    return Finding("figure", "not found", False, draft, says(asked))


def says(row: SeriesRow) -> str:
    """A figure in short for people: place, period, indicator and the words of its value."""
    moved = {("growth", 1): "增长", ("growth", -1): "下降", ("change", 1): "增加", ("change", -1): "减少"}
    parts = (row.place, row.period, row.indicator, moved.get((row.measure, row.sign or 0), "") + row.quote)
    return " ".join(part for part in parts if part)


def _source(row: SeriesRow) -> Source:
    return Source(row.id, says(row), row.quote, row.sentence, row.document, row.document_id, row.date, row.start,
                  row.end)  # fmt: skip
