"""People's verdicts on commitments and later sentences: signed, resolved by id, never lost."""

from __future__ import annotations

import pytest
from ledger_readings import document, reading, report

from luoshi.ledger import CorrectionError, Ledger, UnknownRecordError
from luoshi.ledger.links import sentence_id

LATER = "“一码通办”平台十二月上线。群众办事更方便。"


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add(report())
    ledger.add(reading(document(LATER, name="后文.txt"), date="2026-01-10"))
    return ledger


def first_sentence() -> str:
    return sentence_id(document(LATER).id, 0, LATER.index("。") + 1)


def test_a_link_tells_what_was_judged_by_whom_and_why(filled: Ledger) -> None:
    link = filled.link("commitment", first_sentence(), "done", by=" 苏问渠 ", why="实地核实")
    assert link.commitment == filled.progress(year="2025")[0].id
    assert (link.sentence, link.verdict, link.who, link.why) == (first_sentence(), "done", "苏问渠", "实地核实")
    assert link.made_at


@pytest.mark.parametrize(
    "given",
    [
        lambda id: id,
        lambda id: f" {id[:4]}{id[16:]} ",
        lambda id: id.rpartition("-")[0],
    ],
)
def test_a_sentence_is_called_by_its_id_whole_or_shortened(filled: Ledger, given: object) -> None:
    assert callable(given)
    assert (
        filled.link("commitment", given(first_sentence()), "done", by="苏问渠", why="核实").sentence == first_sentence()
    )


@pytest.mark.parametrize("id", ["", "sentence-0-13", "ffff:sentence-0-13", "%:sentence-0-13", "figure-0-3"])
def test_a_sentence_that_is_not_there(filled: Ledger, id: str) -> None:
    with pytest.raises(UnknownRecordError):
        filled.link("commitment", id, "done", by="苏问渠", why="核实")


@pytest.mark.parametrize(
    ("commitment", "verdict", "by", "why"),
    [
        ("commitment", "perhaps", "苏问渠", "核实"),
        ("commitment", "done", " ", "核实"),
        ("commitment", "done", "苏问渠", ""),
        ("office", "done", "苏问渠", "核实"),
    ],
)
def test_what_is_no_verdict(filled: Ledger, commitment: str, verdict: str, by: str, why: str) -> None:
    with pytest.raises(CorrectionError):
        filled.link(commitment, first_sentence(), verdict, by=by, why=why)
    assert not any(mention.judged for row in filled.progress() for mention in row.mentions)


def test_a_sentence_is_told_with_its_records(filled: Ledger) -> None:
    assert filled.sentence(first_sentence()).snippet == LATER[: LATER.index("。") + 1]
    said = filled.search("一般公共预算收入")[0]
    told = filled.sentence(sentence_id(said.document_id, said.start, said.end))
    assert (told.snippet, told.records, told.marks) == (said.snippet, said.records, ())
    with pytest.raises(UnknownRecordError):
        filled.sentence("ffff:sentence-0-13")


def test_links_are_told_back_with_name_and_reason(filled: Ledger) -> None:
    first = filled.link("commitment", first_sentence(), "unrelated", by="苏问渠", why="另一个平台")
    second = filled.link("commitment", first_sentence(), "done", by="苏问渠", why="核实是同一个")
    assert filled.links() == filled.links("commitment") == [first, second]
    assert filled.links("office") == []
    stored = filled.record("commitment")
    assert stored.links == (first, second)
    mention = filled.progress(year="2025")[0].mentions[0]
    assert (mention.judged, mention.judged_by, mention.judged_why) == ("done", "苏问渠", "核实是同一个")


def test_a_link_outlives_the_readings(filled: Ledger) -> None:
    filled.link("commitment", first_sentence(), "done", by="苏问渠", why="核实")
    filled.add(report(reader="2"))
    filled.add(reading(document(LATER, name="后文.txt"), reader="2", date="2026-01-10"))
    assert filled.progress(year="2025")[0].state == "done"
