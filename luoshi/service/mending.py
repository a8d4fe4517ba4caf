"""What people correct, in the words in which they say it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from luoshi import stated
from luoshi.knowledge.indicators import identify, scheme
from luoshi.language.bodies import full_name
from luoshi.language.quantities import quantities
from luoshi.ledger.errors import CorrectionError
from luoshi.records import Commitment, Figure
from luoshi.service.wording import QUALIFIERS, plain, value

if TYPE_CHECKING:
    from luoshi.language.quantity_drafts import Quantity
    from luoshi.ledger import Correction, Ledger, StoredRecord

_VALUE = "value"
_OF_VALUE = ("low", "high", "qualifier")  # what the field ``value`` means
_OF_ACTOR = ("actor", "body")  # who is responsible, in the text's words and in full
_TOGETHER = {"value": _OF_VALUE, "actor": _OF_ACTOR}
_ALIKE_SHOWN = 4
_UNDOES = re.compile(r"撤销第 (\d{1,9}) 条更正 / undoes correction \d{1,9}")
_BARE = re.compile(r"[+＋−-]?\d[\d,，]*(?:\.\d+)?")
_PRINTED_UNIT = re.compile(r"\d\s*([百千万亿]{1,2}[^\d\s]*?)(?:以上|以下|以内|左右|多|余)?$")
_TIMES = ("period", "deadline")
_EVIDENCE = ("quote", "start", "end", "rule", "sources")  # what no correction touches


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as it is told: ``old`` and ``new`` in words, the field ``value`` for both bounds of a figure.

    ``number`` counts those of a record from 1; ``undone`` says that a later one undoes it, ``undoes`` which one this
    undoes (0 for none).
    """

    record: str
    field: str
    old: str
    new: str
    who: str
    why: str
    made_at: str
    number: int
    undone: bool
    undoes: int


def correct(ledger: Ledger, id: str, field: str, words: str, by: str, why: str) -> StoredRecord:
    """Correct a record's field and give the record as it is told from now on; see :meth:`luoshi.ledger.Ledger.correct`.

    ``words`` are the field's value in text: lists parted by 、, times as ISO 8601 or in words (2025年6月). The field
    ``value`` means the bounds of a figure and whether they are open: ``6.9``, ``6.9%``, ``96.5亿元``, ``4.5—5%``,
    ``≥6000亿元``; without a unit a number is in the base unit. :class:`CorrectionError` where it can't be that.
    """
    record = ledger.record(id).record
    if field == _VALUE and isinstance(record, Figure):
        changes = {name: new for name, new in _bounds(record, words).items() if new != getattr(record, name)}
        if not changes:
            raise CorrectionError(f"{words}: 与原来一样 / is what it is already")
        for name, new in changes.items():
            ledger.correct(id, name, new, by, why)
        return ledger.record(id)
    if isinstance(record, Figure) and field == "concept":
        _check_concept(words)
    given: object = words.split("、") if isinstance(getattr(record, field, None), tuple) else _fitting(field, words)
    if isinstance(record, Figure) and field in ("low", "high"):
        _check_order(record, field, words)
    ledger.correct(id, field, given, by, why)
    if isinstance(record, Commitment) and field == "actor":
        body = full_name(words.strip(), ledger.record(id).place)
        if body != record.body:
            ledger.correct(id, "body", body, by, why)
    return ledger.record(id)


def _check_concept(words: str) -> None:
    """Refuse a concept that the scheme has not, and name those alike; ``""`` takes a concept away."""
    known = scheme().indicators
    if not words or words in known:
        return
    meant = identify(words).concept
    alike = [meant] if meant else get_close_matches(words, known, _ALIKE_SHOWN)
    named = "、".join(f"{one}（{known[one].name}）" for one in alike) or "luoshi indicators"
    raise CorrectionError(f"{words}: 指标体系里没有这个编号；相近的有 / no concept of the scheme; alike: {named}")


def with_printed_unit(stored: StoredRecord, field: str, words: str) -> str:
    """A bare number for a value printed in 万 or 亿, with that unit: ``2.4`` of 2.6万亩 is ``2.4万亩``; else the words.

    It is shown to whoever typed it before it is kept.
    """
    record = stored.record
    if field != _VALUE or not isinstance(record, Figure) or not _BARE.fullmatch(words.strip()):
        return words
    printed = _PRINTED_UNIT.search(record.quote.strip())
    return f"{words.strip()}{printed[1]}" if printed else words


def undo(ledger: Ledger, id: str, number: int, by: str) -> StoredRecord:
    """Tell a record's field as if its correction of this ``number`` (from 1) had not been made; it stays on record.

    A later correction of the field holds on. :class:`~luoshi.ledger.CorrectionError` where there is no such correction,
    or it is undone already.
    """
    deeds = _deeds(ledger.corrections(id))
    undone = _undone(deeds)
    if not 1 <= number <= len(deeds) or number in undone or _undoes(deeds[number - 1]):
        raise CorrectionError(f"{number}: 没有可撤销的更正 / there is no correction to undo")
    for each in deeds[number - 1]:
        made = [(at, one) for at, deed in enumerate(deeds, 1) if not _undoes(deed) for one in deed]
        of_field = [(at, one) for at, one in made if one.field == each.field]
        holding = [one.new for at, one in of_field if at != number and at not in undone]
        value = holding[-1] if holding else of_field[0][1].old
        ledger.correct(id, each.field, value, by, f"撤销第 {number} 条更正 / undoes correction {number}")
    return ledger.record(id)


def undo_last(ledger: Ledger, id: str, by: str) -> StoredRecord:
    """Undo the last correction of a record that holds; :class:`~luoshi.ledger.CorrectionError` where none does."""
    deeds = _deeds(ledger.corrections(id))
    undone = _undone(deeds)
    holding = [number for number, deed in enumerate(deeds, 1) if number not in undone and not _undoes(deed)]
    return undo(ledger, id, holding[-1] if holding else 0, by)


def correctable(stored: StoredRecord) -> list[tuple[str, str]]:
    """The fields of a record that people may correct, each with its value as people write it.

    Of a figure the value comes first; it is one field. Of a commitment who is responsible is one field, too.
    """
    record = stored.record
    value_first = [(_VALUE, _value_words(record))] if isinstance(record, Figure) else []
    hidden: tuple[str, ...] = (*_EVIDENCE, *_OF_VALUE) if value_first else _EVIDENCE
    if isinstance(record, Commitment):
        hidden = (*_EVIDENCE, "body")
    return value_first + [
        (each.name, "" if (held := getattr(record, each.name)) in (None, "", ()) else _written(held))
        for each in fields(record)
        if each.name not in hidden
    ]


def corrections_told(corrections: Iterable[Correction]) -> list[Corrected]:
    """Corrections in their order, those of one value's bounds told as one."""
    of_record: dict[str, list[Correction]] = defaultdict(list)
    for each in corrections:
        of_record[each.record].append(each)
    told = [one for of_one in of_record.values() for one in _told_of_record(_deeds(of_one))]
    return sorted(told, key=lambda each: each.made_at)


def _told_of_record(deeds: Sequence[list[Correction]]) -> Iterable[Corrected]:
    undone = _undone(deeds)
    for number, deed in enumerate(deeds, 1):
        first = deed[0]
        field = next((name for name, parts in _TOGETHER.items() if first.field in parts and len(deed) > 1), first.field)
        field = _VALUE if field in _OF_VALUE else field
        old, new = (_told({each.field: getattr(each, side) for each in deed}, field) for side in ("old", "new"))
        yield Corrected(
            first.record, field, old, new, first.who, first.why, first.made_at, number, number in undone, _undoes(deed)
        )


def _undoes(deed: Sequence[Correction]) -> int:
    """Which correction of its record a deed undoes, 0 for none."""
    found = _UNDOES.fullmatch(deed[0].why)
    return int(found[1]) if found else 0


def _undone(deeds: Iterable[Sequence[Correction]]) -> set[int]:
    """The numbers of the corrections of a record that were undone."""
    return {_undoes(deed) for deed in deeds} - {0}


def _told(held: Mapping[str, Any], field: str) -> str:
    """What a deed found or left in words: of a value its bounds, once where they are alike, and how they are meant."""
    if field != _VALUE:
        return plain(held[field])
    ends = dict.fromkeys(plain(held[name]) for name in ("low", "high") if held.get(name) is not None)
    return QUALIFIERS.get(held.get("qualifier", ""), "") + "—".join(ends)


def _deeds(corrections: Iterable[Correction]) -> list[list[Correction]]:
    """A record's corrections by what was done at once: parts of one thing, by one person for one reason."""
    deeds: list[list[Correction]] = []
    for each in corrections:
        last = deeds[-1] if deeds else []
        parts = next((parts for parts in _TOGETHER.values() if each.field in parts), ())
        of_one = last and all(one.field in parts for one in last)
        same = of_one and (last[0].record, last[0].who, last[0].why) == (each.record, each.who, each.why)
        if same and each.field not in {one.field for one in last}:
            last.append(each)
        else:
            deeds.append([each])
    return deeds


def _bounds(record: Figure, words: str) -> dict[str, object]:
    """Both bounds and the qualifier that a person's words mean for a figure."""
    said = words.strip().lstrip("+＋−-")
    found = [one for one in quantities(said) if one.quote.strip() == said or (one.start == 0 and one.end == len(said))]
    if len(found) != 1:
        raise CorrectionError(
            f"{words}: 数值写作 6.9、6.9%、96.5亿元、4.5—5%、≥6000亿元 / "
            "write the value like 6.9, 6.9%, 96.5亿元, 4.5—5%, ≥6000亿元"
        )
    quantity = found[0]
    _check_unit(record, quantity, words)
    return {"low": quantity.low, "high": quantity.high, "qualifier": quantity.qualifier}


def _check_unit(record: Figure, quantity: Quantity, words: str) -> None:
    if quantity.unit not in ("", record.unit):
        raise CorrectionError(
            f"{words}: 这条数据的单位是 {record.unit or '—'}，先更正单位 / "
            f"its unit is {record.unit or '—'}, which is to be corrected first"
        )


def _check_order(record: Figure, field: str, words: str) -> None:
    """A lower bound above the upper one is a slip."""
    ends = {"low": record.low, "high": record.high}
    try:
        ends[field] = Decimal(words) if words else None
    except ArithmeticError:
        return  # the ledger says what is wrong with it
    if ends["low"] is not None and ends["high"] is not None and ends["low"] > ends["high"]:
        raise CorrectionError(
            f"{words}: 下限大于上限，两端一起更正请用 value / "
            "the lower bound would exceed the upper one; the field value is both"
        )


def _fitting(field: str, words: str) -> str:
    """A field's text in the form in which records hold it; :class:`CorrectionError` where it can't be that."""
    words = words.strip()
    if field in _TIMES:
        try:
            return stated.period(words)
        except ValueError as error:
            raise CorrectionError(str(error)) from error
    if field == "unit" and words:
        found = quantities(f"1{words}")
        base = found[0].unit if len(found) == 1 and found[0].end == len(words) + 1 else words
        if base != words or any(sign.isdigit() for sign in words):
            raise CorrectionError(f"{words}: 单位写作基本单位 {base} / write the base unit, {base}")
    return words


def _value_words(record: Figure) -> str:
    """A figure's value in the words that :func:`correct` takes."""
    if record.measure in ("rank", "streak"):
        return _written(record.low) if record.low is not None else ""
    return value(record.low, record.high, record.unit, record.measure, None, record.qualifier, record.quote)


def _written(held: object) -> str:
    """A field's value in the words that :func:`correct` takes."""
    if isinstance(held, tuple):
        return "、".join(map(str, held))
    return f"{held:f}" if isinstance(held, Decimal) else str(held)
