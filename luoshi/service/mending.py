"""What people correct, in the words in which they say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from luoshi import stated
from luoshi.language.quantities import quantities
from luoshi.ledger.errors import CorrectionError
from luoshi.records import Figure
from luoshi.service.wording import QUALIFIERS, plain, value

if TYPE_CHECKING:
    from luoshi.language.quantity_drafts import Quantity
    from luoshi.ledger import Correction, Ledger, StoredRecord

_VALUE = "value"
_OF_VALUE = ("low", "high", "qualifier")  # what the field ``value`` means
_TIMES = ("period", "deadline")
_EVIDENCE = ("quote", "start", "end", "rule", "sources")  # what no correction touches


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as it is told: ``old`` and ``new`` in words, the field ``value`` for both bounds of a figure."""

    record: str
    field: str
    old: str
    new: str
    who: str
    why: str
    made_at: str


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
    given: object = words.split("、") if isinstance(getattr(record, field, None), tuple) else _fitting(field, words)
    if isinstance(record, Figure) and field in ("low", "high"):
        _check_order(record, field, words)
    ledger.correct(id, field, given, by, why)
    return ledger.record(id)


def undo(ledger: Ledger, id: str, field: str, by: str) -> StoredRecord:
    """Lay over a record's field what it was before its last correction; the correction stays on record.

    :class:`~luoshi.ledger.CorrectionError` where the field was not corrected.
    """
    last = _last_deed(ledger.corrections(id), field)
    if not last:
        raise CorrectionError(f"{field}: 没有可撤销的更正 / there is no correction to undo")
    for each in last:
        ledger.correct(id, each.field, each.old, by, f"撤销{each.who}的更正 / undone: {each.why}")
    return ledger.record(id)


def correctable(stored: StoredRecord) -> list[tuple[str, str]]:
    """The fields of a record that people may correct, each with its value as people write it.

    Of a figure the value comes first; it is one field.
    """
    record = stored.record
    value_first = [(_VALUE, _value_words(record))] if isinstance(record, Figure) else []
    hidden = (*_EVIDENCE, *_OF_VALUE) if value_first else _EVIDENCE
    return value_first + [
        (each.name, "" if (held := getattr(record, each.name)) in (None, "", ()) else _written(held))
        for each in fields(record)
        if each.name not in hidden
    ]


def corrections_told(corrections: Iterable[Correction]) -> list[Corrected]:
    """Corrections in their order, those of one value's bounds told as one."""
    told: list[Corrected] = []
    for deed in _deeds(corrections):
        first = deed[0]
        field = _VALUE if first.field in _OF_VALUE else first.field
        old, new = (_told({each.field: getattr(each, side) for each in deed}, field) for side in ("old", "new"))
        told.append(Corrected(first.record, field, old, new, first.who, first.why, first.made_at))
    return told


def _told(held: dict[str, Any], field: str) -> str:
    """What a deed found or left in words: of a value its bounds, once where they are alike, and how they are meant."""
    if field != _VALUE:
        return plain(held[field])
    ends = dict.fromkeys(plain(held[name]) for name in ("low", "high") if held.get(name) is not None)
    return QUALIFIERS.get(held.get("qualifier", ""), "") + "—".join(ends)


def _deeds(corrections: Iterable[Correction]) -> list[list[Correction]]:
    """Corrections by what was done at once: bounds and qualifier of a value, by one person for one reason."""
    deeds: list[list[Correction]] = []
    for each in corrections:
        last = deeds[-1] if deeds else []
        of_value = last and each.field in _OF_VALUE and all(one.field in _OF_VALUE for one in last)
        same = of_value and (last[0].record, last[0].who, last[0].why) == (each.record, each.who, each.why)
        if same and each.field not in {one.field for one in last}:
            last.append(each)
        else:
            deeds.append([each])
    return deeds


def _last_deed(corrections: Iterable[Correction], field: str) -> list[Correction]:
    """The last that was done to a field; of ``value`` the corrections of its bounds together."""
    wanted = _OF_VALUE if field == _VALUE else (field,)
    of_field = [deed for deed in _deeds(corrections) if any(each.field in wanted for each in deed)]
    return [each for each in of_field[-1] if each.field in wanted] if of_field else []


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
