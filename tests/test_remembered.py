"""Answers that are kept as long as the ledger is as it was."""

from __future__ import annotations

from ledger_readings import document, reading, report

from luoshi.ledger import Ledger
from luoshi.service import Remembered


def test_an_answer_is_kept_until_the_ledger_has_grown(ledger: Ledger) -> None:
    ledger.add(report())
    asked: list[str] = []

    def count(held: Ledger, place: str) -> int:
        asked.append(place)
        return held.count_documents(place)

    remembered = Remembered(ledger)
    assert [remembered(count, ""), remembered(count, ""), remembered(count, "临澜市")] == [1, 1, 1]
    assert asked == ["", "临澜市"]
    ledger.add(reading(document("另一份。")))
    assert (remembered(count, ""), asked) == (2, ["", "临澜市", ""])


def test_a_correction_changes_what_is_told(ledger: Ledger) -> None:
    ledger.add(report())
    remembered = Remembered(ledger)

    def periods(held: Ledger) -> set[str]:
        return {row.period for row in held.series("一般公共预算收入")}

    assert "2019" not in remembered(periods)
    ledger.correct(ledger.series("一般公共预算收入")[0].id, "period", "2019", by="苏问渠", why="核对")
    assert "2019" in remembered(periods)


def test_the_answers_that_were_asked_for_longest_ago_make_way(ledger: Ledger) -> None:
    ledger.add(report())
    asked: list[str] = []

    def count(held: Ledger, place: str) -> int:
        asked.append(place)
        return held.count_documents(place)

    remembered = Remembered(ledger, most=2)
    for place in ("", "临澜市", "", "望渔县", "", "临澜市"):
        remembered(count, place)
    assert asked == ["", "临澜市", "望渔县", "临澜市"]
