"""A place and a year at a glance, over the documents of the sample city."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from luoshi.language.times.periods import last_day
from luoshi.ledger import Ledger
from luoshi.ledger.progress import asking
from luoshi.reading import read
from luoshi.records import Document
from luoshi.service.overviews import LIGHTS, overview, promised_in
from luoshi.service.remembered import Remembered
from luoshi.service.sample import CITY, read_sample


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The ledger of the sample city."""
    with read_sample(tmp_path_factory.mktemp("sample")) as sample:
        yield sample.ledger


def test_every_target_of_the_year_has_one_light(ledger: Ledger) -> None:
    told = overview(ledger, CITY, "2025", "2026-06-01")
    lit = [*told.headlines, *told.others]
    assert sum(told.lights.values()) == len(lit)
    assert {each.row.target.period.rpartition("/")[2][:4] for each in lit} == {"2025"}
    lights = {(each.row.target.indicator, each.row.target.measure): each.light for each in told.headlines}
    assert lights["地区生产总值", "growth"] == "met"
    assert lights["一般公共预算收入", "growth"] == "missed"
    assert lights["单位地区生产总值能耗", "growth"] == "silent"  # the later report does not say


def test_what_has_no_later_document_is_not_due_yet(ledger: Ledger) -> None:
    told = overview(ledger, CITY, "2026", "2026-06-01")
    assert {each.light for each in told.headlines} == {"not_yet"}
    assert tuple(told.lights) == LIGHTS


def test_without_a_year_the_latest_with_results_is_told(ledger: Ledger) -> None:
    told = overview(ledger, CITY)
    assert told.year == "2025"
    assert "2026" in told.years


def test_commitments_are_due_or_overdue_by_the_day(ledger: Ledger) -> None:
    before, after = overview(ledger, CITY, on="2025-02-01"), overview(ledger, CITY, on="2026-12-01")
    days = [last_day(row.commitment.deadline) for row in before.due]
    assert days[0] == "2025-06-30"
    assert days == sorted(days)
    assert min(last_day(row.commitment.deadline) for row in after.due) >= "2026-12-01"
    assert before.states.get("overdue", 0) == 0
    assert "今年我们要让旧船坞变成新车间" in {row.commitment.quote for row in after.overdue}


def test_targets_are_seen_from_the_day_too(ledger: Ledger) -> None:
    told = overview(ledger, CITY, "2025", "2025-06-30")
    assert {each.light for each in told.headlines} == {"not_yet"}
    assert {each.date[:4] for each in told.documents} == {"2025"}
    assert all(row.result is None for row in told.rows)
    assert overview(ledger, CITY, "2025", "2026-06-30").lights["met"] > 0
    assert overview(ledger, CITY, on="2025-06-30").year == "2025"


def test_what_names_nothing_to_be_done_is_no_task(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "临澜市政府工作报告\n今年，我们将新增养老床位1300张。我们要说到做到，始终心系群众。"
    with Ledger(tmp_path_factory.mktemp("vague") / "账本.db") as made:
        made.add(read(Document(id="ab" * 32, text=text, name="r.txt"), date="2026-01-13", place="临澜市"))
        rows = made.progress("临澜市")
        assert [row.commitment.concrete for row in rows] == [True, False]
        assert len(promised_in(rows, "2026")) == 1
        assert len(promised_in(rows, "2026", vague=True)) == 2


def test_a_place_without_documents_has_an_empty_overview(ledger: Ledger) -> None:
    told = overview(ledger, "望舒市")
    assert (told.headlines, told.documents, told.year, sum(told.lights.values())) == ((), (), "", 0)


def test_places_are_ordered_by_their_documents(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Ledger(tmp_path_factory.mktemp("places") / "账本.db") as made:
        for number, place in enumerate(("望舒市", "临澜市", "临澜市", "")):
            made.add(read(Document(id=f"{number:064x}", text=f"收入{number}亿元。", name="r.txt"), place=place))
        assert list(made.places()) == ["临澜市", "望舒市"]


def test_what_is_remembered_of_the_parts_is_not_asked_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = Remembered(ledger)
    first = overview(ledger, CITY, "2025", "2026-06-01", remembered)
    monkeypatch.setattr(asking, "progress", lambda *_, **__: pytest.fail("it is asked again"))
    other = overview(ledger, CITY, "2026", "2026-06-01", remembered)
    assert sum(other.states.values()) != sum(first.states.values())
    monkeypatch.undo()
    assert first == overview(ledger, CITY, "2025", "2026-06-01")
    assert other == overview(ledger, CITY, "2026", "2026-06-01")
