"""The log of deeds: what was done comes back, the latest first, and nothing can make it run over."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.service.access.accounts import Accounts
from luoshi.service.access.deeds import log_deed, logged_deeds


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    return Accounts(tmp_path / "luoshi.accounts.db", create=True)


def test_deeds_are_told_back_the_latest_first(accounts: Accounts) -> None:
    for at in range(5):
        log_deed(
            accounts, "林越" if at % 2 else "沈砚舟", "correct", f"/documents/{at}", {"why": "核对"}, 303, "10.0.0.7"
        )
    rows = logged_deeds(accounts)
    assert [row.about for row in rows] == [f"/documents/{at}" for at in (4, 3, 2, 1, 0)]
    assert (rows[0].what, rows[0].told, rows[0].status, rows[0].origin) == ("correct", {"why": "核对"}, 303, "10.0.0.7")
    assert [row.about for row in logged_deeds(accounts, "林越")] == ["/documents/3", "/documents/1"]
    assert [row.number for row in logged_deeds(accounts, before=rows[2].number, limit=1)] == [rows[3].number]


def test_what_is_long_is_cut(accounts: Accounts) -> None:
    log_deed(accounts, "x" * 9000, "add", "/" + "y" * 9000, {str(at): "z" * 9000 for at in range(900)}, 200, "")
    (row,) = logged_deeds(accounts)
    assert len(row.who) + len(row.about) + sum(map(len, row.told.values())) < 6000
