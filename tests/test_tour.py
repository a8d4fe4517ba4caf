"""The tour of the invented city: its documents are read, its promises meet their results."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from luoshi.documents import open
from luoshi.ledger import Ledger
from luoshi.reading import read
from luoshi.records import Reading
from luoshi.service.sample import CITY, DRAFT, REPORTS, TASKS, texts
from luoshi.ways.cli.commands import app
from luoshi.ways.cli.tour import NEXT


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """The readings of the tour's documents, by the beginning of their names."""
    return {document.name.removesuffix(".txt"): read(document) for document in texts()}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger that the tour leaves."""
    folder = tmp_path_factory.mktemp("tour") / "样例"
    result = CliRunner().invoke(app, ["demo", "--out", str(folder)], env={"COLUMNS": "100"})
    assert result.exit_code == 0
    return folder / "luoshi.db"


def test_documents_say_their_own_date_and_place(readings: dict[str, Reading]) -> None:
    assert {name: (each.date, each.place) for name, each in readings.items()} == {
        "budget-report-2026": ("2026-01-13", CITY),
        "linlan-daily-2025-01-10": ("2025-01-10", CITY),
        "work-report-2025": ("2025-01-07", CITY),
        "work-report-2026": ("2026-01-13", CITY),
    }


def test_the_page_is_put_together_again(readings: dict[str, Reading]) -> None:
    page = readings["linlan-daily-2025-01-10"]
    headlines = [article.headline for article in page.articles]
    assert "去年年末我市各项贷款余额突破1690亿元" in headlines
    assert "临澜港去年集装箱吞吐量首破百万标箱" in headlines
    broken = next(figure for figure in page.figures if figure.quote == "286.5亿元")
    assert broken.indicator == "制造业贷款余额"  # 制造业贷 | 款余额 stands on both sides of a column's end
    people = {office.person: office.posts for office in page.offices}
    assert people["顾嘉禾"] == ("党组书记", "局长")
    assert {c.actor for c in page.commitments} >= {"市工业和信息化局", "市科技局", "市教育局", "市民政局"}
    assert {statement.speaker for statement in page.statements} >= {"顾嘉禾", "骆知远", "温书瑶", "祁安澜"}
    assert "一码通港" in {formulation.phrase for formulation in page.formulations}


def test_targets_meet_their_results(kept: Path) -> None:
    with Ledger(kept, create=False) as ledger:
        rows = ledger.outcomes(CITY, "2025")
        verdicts = {(row.target.indicator, row.target.measure): row.verdict for row in rows}
        assert verdicts["地区生产总值", "growth"] == "met"
        assert verdicts["城镇调查失业率", "level"] == "met"
        assert verdicts["固定资产投资", "growth"] == "missed"
        assert verdicts["空气质量优良天数比例", "share"] == "missed"
        assert verdicts["单位地区生产总值能耗", "growth"] == "open"
        assert {row.verdict for row in ledger.outcomes(CITY, "2026")} == {"open"}


def test_a_series_runs_over_the_documents(kept: Path) -> None:
    with Ledger(kept, create=False) as ledger:
        rows = ledger.series("地区生产总值", place=CITY, measure="level")
        assert [(row.period, row.low) for row in rows] == [("2024", 128640000000), ("2025", 137150000000)]


def test_the_tour_is_shown(kept: Path) -> None:
    result = CliRunner().invoke(app, ["demo", "--out", str(kept.parent)], env={"COLUMNS": "100"})
    assert result.exit_code == 0
    for words in ("【96.2亿元】", "市教育局", "党组书记、局长", "未完成 missed", "待定 open", str(kept.parent)):
        assert words in result.stdout


def test_the_files_stay_in_a_folder_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["demo"]).exit_code == 0
    (folder,) = tmp_path.iterdir()
    assert {file.name for file in folder.iterdir()} >= {"luoshi.db", DRAFT, TASKS, *REPORTS, "work-report-2025.txt"}


@pytest.mark.parametrize("command", NEXT)
def test_every_command_that_is_shown_can_be_typed(command: str, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kept.parent)
    name, *arguments = shlex.split(command)
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "100"})
    assert name == "luoshi"
    assert result.stdout
    assert result.exit_code == (3 if arguments[0] == "check" else 0)


def test_the_errors_of_the_draft_are_found(kept: Path) -> None:
    draft = open(kept.with_name(DRAFT), date="2026-01-14", place=CITY)
    with Ledger(kept, create=False) as ledger:
        findings = ledger.check(read(draft))
    differing = {(finding.draft.quote, finding.fields) for finding in findings if finding.verdict == "differs"}
    assert differing == {
        ("临澜市市长沈砚秋", ("person",)),
        ("43940元", ("value",)),
        ("9510个", ("value",)),
        ("374万元", ("unit",)),
    }
    assert all(finding.certain for finding in findings if finding.verdict == "differs")
