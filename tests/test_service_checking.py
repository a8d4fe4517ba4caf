"""What a draft is checked against, and the day on which it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.ledger import Ledger, LedgerError
from luoshi.service import Service, ledger_named, read_draft


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text("临澜市去年新增学位9510个，今年再增加6500个。", "utf-8")
    return path


def test_a_draft_that_says_no_day_is_read_as_todays(draft: Path) -> None:
    reading, is_todays = read_draft(Service(), draft, "2026-01-14")
    assert is_todays
    assert reading.date == "2026-01-14"
    assert [figure.period for figure in reading.figures] == ["2025", "2026"]


def test_a_day_that_is_stated_holds(draft: Path) -> None:
    reading, is_todays = read_draft(Service(date="2025-06-01"), draft, "2026-01-14")
    assert not is_todays
    assert [figure.period for figure in reading.figures] == ["2024", "2025"]


def test_a_ledger_is_known_by_its_bytes_or_its_address(tmp_path: Path, draft: Path) -> None:
    kept = tmp_path / "全省"  # whatever it is called
    Ledger(kept).close()
    assert ledger_named([str(kept)]) == str(kept)
    assert ledger_named(["postgresql://localhost/luoshi"]) == "postgresql://localhost/luoshi"
    for files in ([], [str(draft)], [str(tmp_path)], ["https://www.linlan.gov.cn/a.html", str(tmp_path / "none")]):
        assert ledger_named(files) == ""


def test_a_ledger_beside_other_sources_is_refused(tmp_path: Path, draft: Path) -> None:
    kept = tmp_path / "luoshi.db"
    Ledger(kept).close()
    with pytest.raises(LedgerError, match="luoshi add"):
        ledger_named([str(draft), str(kept)])


def test_sources_can_be_read_for_one_question(tmp_path: Path, draft: Path) -> None:
    source = tmp_path / "报告.txt"
    source.write_text("临澜市政府工作报告\n——2026年1月13日\n2025年，全市新增学位9150个。\n", "utf-8")
    service = Service()
    reading, _ = read_draft(Service(place="临澜市"), draft, "2026-01-14")
    with Ledger(":memory:") as ledger:
        assert [added.state for added in service.add(ledger, [source])] == ["new"]
        first, *_ = ledger.check(reading)
    assert (first.draft.quote, first.verdict, first.certain, first.differences) == (
        "9510个",
        "differs",
        True,
        "数值 value",
    )
