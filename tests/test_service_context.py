"""The context of a way in: which ledger it opens, what it states of the files it reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.documents import UnreadableFile
from luoshi.ledger import LedgerError
from luoshi.service import Service, rows_of


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A file that says neither its day nor its place."""
    path = tmp_path / "记者.txt"
    path.write_text("去年全市新增养老床位300张。", "utf-8")
    return path


def test_a_ledger_is_made_only_where_that_is_asked_for(tmp_path: Path) -> None:
    service = Service(str(tmp_path / "账本.db"))
    with pytest.raises(LedgerError, match="没有这个账本"), service.opened():
        pass
    with service.opened(create=True) as made:
        assert made.series("一般公共预算收入") == []
    with service.opened():
        pass


@pytest.mark.parametrize("location", ["", ":memory:", "sqlite://"])
def test_a_ledger_that_would_not_be_kept_is_refused(location: str) -> None:
    with pytest.raises(LedgerError), Service(location).opened(create=True):
        pass


def test_what_is_stated_holds_for_what_is_read_and_for_what_is_added(news: Path, tmp_path: Path) -> None:
    service = Service(str(tmp_path / "账本.db"), date="2025-02-01", place="临澜市", new_place=True)
    reading = service.read(news)
    assert (reading.date, reading.place) == ("2025-02-01", "临澜市")
    with service.opened(create=True) as ledger:
        assert [added.state for added in service.add(ledger, service.files([news]))] == ["new"]
        (row,) = ledger.series("新增养老床位", place="临澜市")
    assert row.period == "2024"


def test_the_ledger_is_none_of_the_files_beside_it(news: Path, tmp_path: Path) -> None:
    service = Service(str(tmp_path / "账本.db"))
    (tmp_path / "账本.accounts.db").touch()
    with service.opened(create=True):
        assert service.files([tmp_path]) == [news]


def test_a_path_alone_is_a_list_of_one(news: Path) -> None:
    assert Service().files(str(news)) == Service().files(news) == [news]


def test_rows_of_a_reading_name_their_document_and_stand_in_it(news: Path) -> None:
    reading = Service().read(news)
    rows = list(rows_of(reading))
    assert rows
    for row in rows:
        assert row["document"] == "记者.txt"
        if "quote" in row:
            assert reading.document.text[row["start"] : row["end"]] == row["quote"]


def test_a_file_without_pages_is_not_drawn(news: Path) -> None:
    with pytest.raises(UnreadableFile, match="没有页面"):
        Service().look(news, 1)
