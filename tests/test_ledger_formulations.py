"""Set phrases by first use, last use and frequency."""

from __future__ import annotations

import json

from ledger_readings import document, reading

from luoshi.ledger import Ledger
from luoshi.records import Formulation, Reading


def used(day: str, *phrases: str, user: str = "") -> Reading:
    text = f"{day}：" + "、".join(f"“{phrase}”行动" for phrase in phrases)
    records = []
    at = 0
    for phrase in phrases:
        start = text.index(f"“{phrase}”", at)
        at = start + len(phrase) + 2
        records.append(Formulation(quote=text[start:at], start=start, end=at, phrase=phrase, head="行动", user=user))
    return reading(document(text, name=f"{day}.txt"), date=day, formulations=tuple(records))


def test_phrases_are_counted_from_first_to_last_use(ledger: Ledger) -> None:
    ledger.add(used("2025-02-01", "潮汐计划", "一湾两翼", user="市政府"))
    ledger.add(used("2024-01-05", "潮汐计划", "潮汐计划"))
    rows = ledger.formulations()
    assert [(row.phrase, row.first.date, row.last.date, row.uses, row.documents) for row in rows] == [
        ("潮汐计划", "2024-01-05", "2025-02-01", 3, 2),
        ("一湾两翼", "2025-02-01", "2025-02-01", 1, 1),
    ]
    assert rows[0].head == "行动"
    assert rows[0].users == ("市政府",)


def test_quotation_marks_and_line_breaks_make_no_other_phrase(ledger: Ledger) -> None:
    ledger.add(used("2025-02-01", "一湾\n两翼", "一湾两翼"))
    assert [row.uses for row in ledger.formulations("“一湾两翼”")] == [2]


def test_part_of_a_phrase_and_a_place_can_be_asked_for(ledger: Ledger) -> None:
    ledger.add(used("2025-02-01", "潮汐计划", "一湾两翼"))
    assert [row.phrase for row in ledger.formulations("潮汐", "临澜市")] == ["潮汐计划"]
    assert ledger.formulations(place="青岛市") == []


def test_json_has_the_promised_keys(ledger: Ledger) -> None:
    ledger.add(used("2025-02-01", "潮汐计划"))
    told = json.loads(json.dumps(ledger.formulations()[0].to_json()))
    assert " ".join(told) == "phrase head first_used last_used uses documents users first last"
