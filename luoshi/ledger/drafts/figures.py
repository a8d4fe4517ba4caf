"""The figures of a draft beside those of the sources: which figure is meant, and in what it differs.

What speaks for a candidate (the value, the name, the words around, other values of its sentence, period and place)
is added up; the best is the source. What differs between the two makes the finding, which is certain where one
thing alone differs and enough else leaves no doubt about what is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import Connection

from luoshi.ledger.drafts.findings import Finding, Source
from luoshi.ledger.drafts.pool import Pool, Told, mistypings, pairs
from luoshi.ledger.identity import compared_period, indicator_key, period_kind, place_of
from luoshi.ledger.likeness import same_unit
from luoshi.ledger.precision import overlap
from luoshi.ledger.search import search
from luoshi.ledger.sentences import sentence_spans
from luoshi.ledger.series import SeriesRow, agree, signed_interval
from luoshi.records import Figure, Reading, Span

# What speaks for a candidate.
_VALUE_BY_DIGITS = 0.8  # for each telling digit of an equal value, up to
_MOST_BY_DIGITS = 3.2
_OTHER_UNIT = _TURNED = _MISTYPED = 0.7  # of what an equal value says
_NAME, _WORDS, _COMPANY, _PERIOD, _PLACE = 3.0, 1.0, 1.2, 0.8, 0.6
_ENOUGH = 4.2  # what must speak for a candidate to be the source
_ALIKE = 0.6  # of two names: they may be of one thing
_SURE_NAME, _SURE_WORDS = 0.8, 0.4
_KNOWN_APART = 0.4  # the likeness of two indicators that the scheme tells apart (收入 and 支出)
_TELLING = 3  # digits: a value of fewer may be met by chance
_ABOUT = Decimal("0.03")  # of a value: 约 reaches so far
_YEAR_BEFORE = re.compile(r"(\d{4})年(?:的|时|末|底)?\Z")
_BOUND_REACHES = Decimal("1.2")  # 超1300亿元 is said of 1340, not of 2000


def check_figures(connection: Connection, draft: Reading) -> list[Finding]:
    """A finding for each figure of the draft."""
    asked = _told_by(draft)
    pool = Pool(connection, [one.told for one in asked])
    beside: dict[str, list[Told]] = defaultdict(list)
    for one in asked:
        beside[one.told.row.sentence].append(one.told)
    return [_finding(connection, one, beside[one.told.row.sentence], pool) for one in asked]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A figure of the draft, and whether its own sentence names its period and its place."""

    told: Told
    dated: bool
    placed: bool


def _told_by(draft: Reading) -> list[_Asked]:
    """The draft's figures in the form in which the ledger tells its own."""
    home = place_of(draft.place, draft.place_code)
    text = draft.document.text
    spans = sentence_spans(text)
    found = []
    for id, record in draft.ids():
        if not isinstance(record, Figure) or (record.low is None and record.high is None):
            continue
        start, end = next(((a, b) for a, b in spans if a <= record.start < b), (record.start, record.end))
        place = place_of(record.place, within=home.code) if record.place else home
        row = _row(id, record, draft, text[start:end], (place.name, place.code))
        sources: Mapping[str, Span] = dict(record.sources)
        named = {name: start <= span.start < end for name, span in sources.items()}
        found.append(_Asked(Told(row), named.get("period", False), named.get("place", False)))
    return found


def _row(id: str, record: Figure, draft: Reading, sentence: str, place: tuple[str, str]) -> SeriesRow:
    identity = indicator_key(record.indicator, record.concept)
    same = ("indicator", "measure", "sign", "period", "status", "low", "high", "unit", "qualifier", "quote", "start",
            "end", "basis")  # fmt: skip
    return SeriesRow(
        **{name: getattr(record, name) for name in same},
        id=id,
        place=place[0],
        place_code=place[1],
        concept=identity.concept,
        document=draft.document.name,
        sentence=sentence,
        date=draft.date,
        document_id=draft.document.id,
        period_kind=period_kind(record.period),
        identity=identity,
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """A candidate: what differs, how alike the names and the sentences are (0 to 1), its company, and the sum."""

    told: Told
    fields: tuple[str, ...]
    value: str
    name: float
    words: float
    company: bool
    sum: float


def _finding(connection: Connection, asked: _Asked, beside: Sequence[Told], pool: Pool) -> Finding:
    compared = [found for one in pool.candidates(asked.told) if (found := _compare(asked, one, beside, pool))]
    best = min(compared, key=lambda one: (-one.sum, len(one.fields), one.told.row.id), default=None)
    best = _under_its_own_name(best, compared)
    row = asked.told.row
    draft = Span(row.start, row.end, row.quote)
    if best is None or best.sum < _ENOUGH:
        return _in_words(connection, asked.told, draft)
    source = best.told.row
    if not best.fields:
        note = "" if asked.told.digits == best.told.digits else f"原文 {source.quote}，四舍五入 rounded"
        return Finding("figure", "agrees", _sure(best), draft, says(row), (), _source(source), note)
    certain = len(best.fields) == 1 and _is_certain(asked, best, pool)
    others = _others(source, pool)
    return Finding("figure", "differs", certain, draft, says(row), best.fields, _source(source), others)


def _compare(asked: _Asked, one: Told, beside: Sequence[Told], pool: Pool) -> _Compared | None:
    """What speaks for a candidate and what differs; None where the two are measured in ways of their own."""
    drafted, row = asked.told.row, one.row
    value = _value(asked.told, one)
    if not value:
        return None
    fields = [] if value == "same" else [{"mistyped": "value", "other": "value"}.get(value, value)]
    name = _name_likeness(asked.told, one)
    if name < _ALIKE and drafted.concept and row.concept:
        fields.append("indicator")
    elif drafted.identity.key == row.identity.key and not _same_scope(drafted, row):
        fields.append("scope")
    same_period = compared_period(drafted.period) == compared_period(row.period)
    open_period = not drafted.period or not row.period or not asked.dated
    if not same_period and (not open_period or _names_another_year(drafted, row)):
        fields.append("period")
    same_place = (drafted.place_code or drafted.place) == (row.place_code or row.place)
    if not same_place and asked.placed and row.place:
        fields.append("place")
    if drafted.status == "actual" and row.status == "target":
        fields.append("status")
    words = _shared(drafted.sentence, row.sentence)
    company = _company(asked.told, one, beside, pool)
    total = _NAME * name + _WORDS * words + _COMPANY * company
    total += _PERIOD * (1.0 if same_period else 0.5 if open_period else 0.0) + _PLACE * same_place
    total += _for_value(value, asked.told.telling)
    if value == "other" and not (name >= _SURE_NAME and (same_period or open_period) and same_place):
        return None
    return _Compared(one, tuple(fields), value, name, words, company, total)


def _under_its_own_name(best: _Compared | None, compared: Sequence[_Compared]) -> _Compared | None:
    """The best candidate, with ``indicator`` as what differs where its document tells another value of that name.

    轻工业增长4.2% beside 轻工业增长8.8%，重工业增长4.2%: the value is right, but of something else.
    """
    if best is None or best.value != "same" or best.name >= _SURE_NAME or "indicator" in best.fields:
        return best
    own = best.told.row
    named = any(
        one.value in ("other", "mistyped")
        and one.name > best.name
        and one.told.row.sentence == own.sentence
        and one.told.row.document_id == own.document_id
        for one in compared
    )
    return replace(best, fields=(*best.fields, "indicator"), company=True) if named else best


def _value(asked: Told, one: Told) -> str:
    """How a source's value is the draft's: same, direction, unit, mistyped or other; ``""`` for not comparable."""
    drafted, row = asked.row, one.row
    digits = asked.digits == one.digits and bool(asked.digits)
    if digits and {drafted.unit, row.unit} == {"%", "个百分点"}:
        return "unit"
    comparable = drafted.measure == row.measure or {drafted.measure, row.measure} <= {"level", "share", "change"}
    if not comparable or not same_unit(drafted.indicator, drafted.unit, row.unit):
        return "unit" if digits and asked.telling > 1 and drafted.measure == row.measure else ""
    if drafted.sign and row.sign and drafted.sign == -row.sign:
        turned = (drafted.low, drafted.high) == (row.low, row.high) or digits
        return "direction" if turned else ""
    if _same_value(drafted, row):
        return "same"
    if digits and asked.telling > 1:
        return "unit"
    return "mistyped" if one.digits in mistypings(asked.digits) else "other"


def _for_value(value: str, telling: int) -> float:
    """What a value says for its candidate, the more the more digits it has."""
    by_digits = min(_MOST_BY_DIGITS, _VALUE_BY_DIGITS * max(1, telling))
    part = {"same": 1.0, "unit": _OTHER_UNIT, "direction": _TURNED, "mistyped": _MISTYPED}
    return by_digits * part.get(value, 0.0)


def _same_value(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether the draft's value is the source's, to the digits that the draft prints and within its 约 or 超."""
    if asked.qualifier == "about" and asked.low is not None and row.low is not None:
        return abs(asked.low - row.low) <= abs(row.low) * _ABOUT
    if asked.qualifier == row.qualifier == "exact":
        return agree(asked, row)
    if not overlap(signed_interval(asked), signed_interval(row)):
        return False
    if asked.qualifier not in ("over", "under", "nearly") or row.qualifier == asked.qualifier:
        return True
    ends = sorted(abs(value) for value in (asked.low or asked.high, row.low or row.high) if value is not None)
    return len(ends) < 2 or ends[1] <= ends[0] * _BOUND_REACHES


def _name_likeness(asked: Told, one: Told) -> float:
    """1 for one indicator, else by the names' pairs, or the part of one name that stands in the other's clause."""
    if asked.row.identity.key == one.row.identity.key:
        return 1.0
    if not asked.name or not one.name:
        return 0.0
    likeness = 2 * len(asked.name & one.name) / (len(asked.name) + len(one.name))
    if asked.row.concept and one.row.concept:
        return min(likeness, _KNOWN_APART)
    within = max(len(asked.name & one.words) / len(asked.name), len(one.name & asked.words) / len(one.name))
    return max(likeness, 0.9 * within)


def _shared(one: str, other: str) -> float:
    """The part of a sentence's pairs of characters that another one has too."""
    told, others = pairs(one), pairs(other)
    return len(told & others) / len(told) if told else 0.0


def _company(asked: Told, one: Told, beside: Sequence[Told], pool: Pool) -> bool:
    """Whether another value of the draft's sentence stands in the source's sentence too."""
    others = {other.digits for other in pool.beside(one) if other.row.id != one.row.id and other.telling > 1}
    return any(other.row.id != asked.row.id and other.digits in others for other in beside)


def _sure(best: _Compared) -> bool:
    """Whether name, company or words leave no doubt that a value is meant."""
    return best.name >= _SURE_NAME or best.company or best.words >= _SURE_WORDS


def _is_certain(asked: _Asked, best: _Compared, pool: Pool) -> bool:
    """Whether one thing differs beyond doubt."""
    (field,) = best.fields
    telling = asked.told.telling
    if field == "value":
        if best.value == "mistyped":
            return best.name >= _ALIKE or _sure(best)
        row = best.told.row
        plain = best.name == 1.0 and all(agree(row, other) for other in pool.of_cell(row))
        return plain and telling > 1 and (asked.dated or best.company)
    if field in ("unit", "direction"):
        return best.name >= _SURE_NAME or (telling > 1 and _sure(best))
    if field in ("scope", "indicator"):
        return telling > 1 and (best.name == 1.0 or best.company or best.words >= _SURE_WORDS)
    if field == "place":
        return telling >= _TELLING and best.name >= _SURE_NAME
    if field == "period":
        return (telling >= _TELLING and best.name >= _ALIKE) or (telling > 1 and best.name >= _SURE_NAME)
    return telling >= _TELLING and best.name >= _ALIKE


def _same_scope(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether two figures of one indicator have one scope; the draft's sentence may name it (具体到市本级，收入…)."""
    if asked.identity.facets == row.identity.facets:
        return True
    scopes = [part.partition("=")[2] for part in row.identity.facets.split(";") if part]
    return bool(scopes) and all(scope in asked.sentence for scope in scopes)


def _names_another_year(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether a year stands right before the draft's value (从2021年的110.4亿元起步) that is not the source's."""
    at = asked.sentence.find(asked.quote)
    named = _YEAR_BEFORE.search(asked.sentence[:at]) if at > 0 else None
    return named is not None and named[1] not in row.period


def _others(source: SeriesRow, pool: Pool) -> str:
    """What else the sources give for the cell of the value that was found, for people."""
    others = {row.quote for row in pool.of_cell(source) if not agree(source, row)} - {source.quote}
    return f"同项另有 also {'、'.join(sorted(others)[:3])}" if others else ""


def _in_words(connection: Connection, asked: Told, draft: Span) -> Finding:
    """A figure that no source has: it may still stand in a sentence of the same words that was not read so."""
    row = asked.row
    if asked.telling >= _TELLING:
        for hit in search(connection, asked.digits, limit=20):
            if hit.document_id != row.document_id and _shared(row.sentence, hit.snippet) >= _SURE_WORDS:
                marked = hit.marks[0] if hit.marks else (0, len(hit.snippet))
                start, end = hit.start + marked[0], hit.start + marked[1]
                quote = hit.snippet[marked[0] : marked[1]]
                source = Source("", quote, quote, hit.snippet, hit.document, hit.document_id, hit.date, start, end)
                note = "原文有此数 the number stands there"
                return Finding("figure", "agrees", False, draft, says(row), (), source, note)
    return Finding("figure", "not found", False, draft, says(row))


def says(row: SeriesRow) -> str:
    """A figure in short for people: place, period, indicator and the words of its value."""
    moved = {("growth", 1): "增长", ("growth", -1): "下降", ("change", 1): "增加", ("change", -1): "减少"}
    parts = (row.place, row.period, row.indicator, moved.get((row.measure, row.sign or 0), "") + row.quote)
    return " ".join(part for part in parts if part)


def _source(row: SeriesRow) -> Source:
    return Source(row.id, says(row), row.quote, row.sentence, row.document, row.document_id, row.date, row.start,
                  row.end)  # fmt: skip
