"""The figures of a draft beside those of the sources: which figure is meant, and in what it differs.

What speaks for a candidate (the value, the name, the words around, other values of its sentence, period and place)
is added up; the best is the source. What differs between the two makes the finding, which is certain where
:mod:`luoshi.ledger.drafts.certainty` finds no doubt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from luoshi.ledger.drafts.certainty import SURE_WORDS, is_certain, is_of_one_time, told_otherwise
from luoshi.ledger.drafts.comparison import (
    ALIKE,
    PLANNED,
    SURE_NAME,
    TELLING,
    Asked,
    Compared,
    can_be_told,
    compare,
    shared,
)
from luoshi.ledger.drafts.findings import Finding, Source
from luoshi.ledger.drafts.homes import Homes
from luoshi.ledger.drafts.pool import Pool, Told
from luoshi.ledger.drafts.scopes import restated
from luoshi.ledger.identity import Place, indicator_key, period_kind, place_of
from luoshi.ledger.outcomes.names import contrary
from luoshi.ledger.papers import places
from luoshi.ledger.search import search
from luoshi.ledger.sentences import sentence_spans
from luoshi.ledger.series import SeriesRow, agree
from luoshi.records import Figure, Reading, Span

_ENOUGH = 4.2  # what must speak for a candidate to be the source
_NEARER = 0.25  # by so much a name is nearer than another beyond doubt
_NAME_OF_ITS_OWN = 4  # characters: 支出 alone is the rest of a name
_NOWHERE = Place("", "")
_WHOLE_YEAR = re.compile(r"全年|[去今上前]年|\d{4}年(?:全年)?")
_PART_OF_YEAR = re.compile(r"全年|季度?|半年|月")
_YEAR_NAMED = re.compile(
    r"\d{4}|\d\d年|[今去明本上前后]年|十[一二三四五六七]五"
)  # 全年 and 年末 are of a year said elsewhere


def check_figures(connection: Connection, draft: Reading) -> list[Finding]:
    """A finding for each figure of the draft."""
    asked = _told_by(draft, Homes.of(draft, places(connection)))
    pool = Pool(connection, [one.told for one in asked])
    beside: dict[str, list[Told]] = defaultdict(list)
    for one in asked:
        beside[one.told.row.sentence].append(one.told)
    return [_finding(connection, one, beside[one.told.row.sentence], pool) for one in asked]


def _told_by(draft: Reading, homes: Homes) -> list[Asked]:
    """The draft's figures in the form in which the ledger tells its own."""
    home = place_of(draft.place, draft.place_code)
    text = draft.document.text
    spans = sentence_spans(text)
    found = []
    for id, record in draft.ids():
        if not isinstance(record, Figure) or (record.low is None and record.high is None):
            continue
        start, end = next(((a, b) for a, b in spans if a <= record.start < b), (record.start, record.end))
        paragraph = text.rfind("\n", 0, record.start) + 1
        place = place_of(record.place, within=home.code) if record.place else home
        if homes.places:
            record = replace(record, indicator=homes.without(record.indicator))
            place = homes.named_last(text[paragraph : record.start]) or (place if record.place else _NOWHERE)
        record = replace(record, indicator=restated(record.indicator, text[start : record.start]))
        row = _row(id, record, draft, text[start:end], (place.name, place.code))
        sources: Mapping[str, Span] = dict(record.sources)
        named = {name: start <= span.start < end for name, span in sources.items()}
        ahead = record.period[: len(draft.date)] >= draft.date[: len(record.period)]
        said = sources["period"].quote if "period" in sources else ""
        at_end = period_kind(record.period) == "point"  # 年末: of the year before as well
        if (named.get("period") or at_end) and ahead and not _YEAR_NAMED.search(said):
            named["period"] = False
            if "status" not in sources and not PLANNED.search(row.sentence):
                row = replace(row, status="actual")  # a plan by its day alone: 全年 may be the year before
        placed = named.get("place", False) or _names_home(row.sentence, home.name)
        dated = named.get("period", False)
        near = "period" in sources and sources["period"].start >= paragraph
        whole = _tells_a_whole_year(text[start : record.start], sources["period"].quote if near else "")
        found.append(Asked(Told(row), dated, near, whole, placed))
    return found


def _tells_a_whole_year(ahead: str, period: str) -> bool:
    """Whether the words of a sentence ahead of a value, or those of its period, are of a year as a whole."""
    parts = _PART_OF_YEAR.findall(ahead)
    return parts[-1] == "全年" if parts else _WHOLE_YEAR.fullmatch(period) is not None


def _names_home(sentence: str, home: str) -> bool:
    """Whether a sentence says that it speaks of the draft's own place, by its name or as a whole (全市)."""
    return len(home) > 1 and (home.removesuffix(home[-1]) in sentence or f"全{home[-1]}" in sentence)


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


def _finding(connection: Connection, asked: Asked, beside: Sequence[Told], pool: Pool) -> Finding:
    compared = [found for one in pool.candidates(asked.told) if (found := compare(asked, one, beside, pool))]
    best = min(compared, key=lambda one: _first_of_equals(asked, one), default=None)
    best = _of_its_own(asked, best, compared)
    best = _under_its_own_name(_of_another_name(asked, best, compared), compared)
    row = asked.told.row
    draft = Span(row.start, row.end, row.quote)
    if best is None or (best.sum < _ENOUGH and not _is_its_own(best)):
        return _in_words(connection, asked.told, draft)
    named = len(row.indicator) >= _NAME_OF_ITS_OWN and not best.fields and best.own_name < SURE_NAME
    if named and told_otherwise(asked, compared) - best.own_name > _NEARER:
        best = replace(best, fields=("indicator",))
    moved = not best.fields and not best.same_period and can_be_told(asked.told) and told_otherwise(asked, compared) > 0
    if moved:  # the value is another period's, if the draft's own is read rightly from a sentence that names none
        best = replace(best, fields=("period",))
    source = best.told.row
    if not best.fields:
        note = "" if asked.told.digits == best.told.digits else f"原文 {source.quote}，四舍五入 rounded"
        return Finding("figure", "agrees", _sure(best), draft, says(row), (), _source(source), note)
    planned = source.status == "actual" and PLANNED.search(asked.told.clause) is not None  # a deed told as a plan
    certain = (planned or not moved) and is_certain(asked, best, compared, pool)
    others = _others(source, pool)
    return Finding("figure", "differs", certain, draft, says(row), best.fields, _source(source), others)


def _first_of_equals(asked: Asked, one: Compared) -> tuple[float, int, bool, str]:
    """The order of candidates: of those for which as much speaks, what was done before what was planned of it."""
    planned = (asked.told.row.status == "target") != (one.told.row.status == "target")
    return -one.sum, len(one.fields), planned, one.told.row.id


def _of_its_own(asked: Asked, best: Compared | None, compared: Sequence[Compared]) -> Compared | None:
    """The value of the draft's own indicator and time, if the best candidate differs from the draft in more.

    That of several things, that of a bound (82.8% and 80%以上), or where the indicator's own is the draft's.
    """
    if best is None or (best.value == "same" and not best.fields):
        return best
    own = [one for one in compared if one.own_name == 1.0 and is_of_one_time(asked, one)]
    agreeing = [one for one in own if one.value == "same" and not one.fields]
    if not agreeing and (best.fields == () or len(best.fields) > 1) and not _is_misplaced(asked, best):
        agreeing = [one for one in own if one.fields == ("value",)]
    nearest = min(agreeing, key=lambda one: _first_of_equals(asked, one), default=best)
    return replace(nearest, sum=best.sum)


def _is_its_own(one: Compared) -> bool:
    """Whether a candidate is of the draft's own indicator, period and place, whatever its value."""
    return one.own_name >= SURE_NAME and one.same_period and one.fields == ("value",)


def _is_misplaced(asked: Asked, best: Compared) -> bool:
    """Whether a value of several digits is one of another thing and time."""
    return best.value == "same" and asked.told.telling > 1


def _of_another_name(asked: Asked, best: Compared | None, compared: Sequence[Compared]) -> Compared | None:
    """Of a value that is not its indicator's, whose it is in the same sentence, if it is another's.

    特别国债343亿元 beside 争取上级资金343亿元，包括特别国债28.7亿元.
    """
    if best is None or best.fields != ("value",) or best.name < SURE_NAME or not is_of_one_time(asked, best):
        return best
    own = best.told.row
    others = (
        replace(one, fields=("scope",) if one.fields == ("scope",) else ("indicator",), company=True, sum=best.sum)
        for one in compared
        if one.value == "same"
        and (one.told.digits == asked.told.digits or asked.told.telling >= TELLING)
        and (contrary(asked.told.row.indicator, one.told.row.indicator) or (best.name == 1.0 and one.name < ALIKE))
        and one.told.row.document_id == own.document_id
        and one.told.row.sentence == own.sentence
    )
    return next(others, best)


def _under_its_own_name(best: Compared | None, compared: Sequence[Compared]) -> Compared | None:
    """The best candidate, with ``indicator`` as what differs where its document tells another value of that name.

    轻工业增长4.2% beside 轻工业增长8.8%，重工业增长4.2%: the value is right, but of something else.
    """
    if best is None or best.value != "same" or best.own_name >= SURE_NAME:
        return best
    if {"indicator", "scope"} & set(best.fields):
        return best
    own = best.told.row
    named = any(
        one.value in ("other", "mistyped", "misrounded")
        and one.own_name >= SURE_NAME
        and one.told.row.sentence == own.sentence
        and one.told.row.document_id == own.document_id
        for one in compared
    )
    return replace(best, fields=(*best.fields, "indicator"), company=True) if named else best


def _sure(best: Compared) -> bool:
    """Whether name, company or words leave no doubt that a value is meant."""
    return best.name >= SURE_NAME or best.company or best.words >= SURE_WORDS


def _others(source: SeriesRow, pool: Pool) -> str:
    """What else the sources give for the cell of the value that was found, for people."""
    others = {row.quote for row in pool.of_cell(source) if not agree(source, row)} - {source.quote}
    return f"同项另有 also {'、'.join(sorted(others)[:3])}" if others else ""


def _in_words(connection: Connection, asked: Told, draft: Span) -> Finding:
    """A figure that no source has: it may still stand in a sentence of the same words that was not read so."""
    row = asked.row
    if asked.telling >= TELLING:
        for hit in search(connection, asked.digits, limit=20):
            if hit.document_id != row.document_id and shared(row.sentence, hit.snippet) >= SURE_WORDS:
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
                  row.end, row.sentence_start)  # fmt: skip
