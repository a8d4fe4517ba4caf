"""Documents taken out of the ledger and put back."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger_readings import report
from typer.testing import CliRunner

from luoshi.ledger import CorrectionError, Ledger, UnknownRecordError
from luoshi.ways.cli.commands import app

SIGNED = ("苏问渠", "是征求意见稿")


def test_what_is_taken_out_tells_nothing_and_is_put_back_whole(ledger: Ledger) -> None:
    ledger.add(report())
    (id,) = [row.id for row in ledger.documents()]
    told = ledger.series("一般公共预算收入")
    ledger.correct(told[0].id, "period", "2023", *SIGNED)
    ledger.withdraw(id, *SIGNED)
    assert ledger.documents() == []
    assert ledger.series("一般公共预算收入") == []
    assert ledger.search("平台") == []
    assert [(row.name, row.who) for row in ledger.withdrawn()] == [("报告.txt", "苏问渠")]
    assert ledger.health().damages == ()
    ledger.put_back(id, *SIGNED)
    assert ledger.series("一般公共预算收入")[0].period == "2023"
    assert ledger.search("平台")
    assert ledger.withdrawn() == []


def test_adding_it_again_brings_it_back(ledger: Ledger) -> None:
    ledger.add(report())
    (id,) = [row.id for row in ledger.documents()]
    ledger.withdraw(id, *SIGNED)
    assert not ledger.holds(id, "1")
    assert ledger.add(report())
    assert len(ledger.documents()) == 1
    assert ledger.withdrawn() == []
    ledger.withdraw(id, *SIGNED)
    ledger.put_back(id, *SIGNED)
    assert len(ledger.documents()) == 1


def test_what_is_not_there_can_not_be_taken_out_or_put_back(ledger: Ledger) -> None:
    with pytest.raises(UnknownRecordError):
        ledger.withdraw("ab" * 32, *SIGNED)
    ledger.add(report())
    (id,) = [row.id for row in ledger.documents()]
    with pytest.raises(CorrectionError):
        ledger.put_back(id, *SIGNED)
    with pytest.raises(CorrectionError):
        ledger.withdraw(id, "", "")


def test_the_command_line_takes_out_and_undoes(tmp_path: Path) -> None:
    place = str(tmp_path / "账本.db")
    with Ledger(place) as made:
        made.add(report())
    asked = ["documents", "报告.txt", "--by", "苏问渠", "--why", "核对", "--ledger", place]
    assert CliRunner().invoke(app, [*asked, "--remove"]).exit_code == 0
    with Ledger(place) as made:
        assert made.documents() == []
    assert CliRunner().invoke(app, [*asked, "--undo"]).exit_code == 0
    with Ledger(place) as made:
        assert len(made.documents()) == 1
