"""Accounts and sessions in a file of their own: what each role may, and when a session ends."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from luoshi.service.access import accounts as module
from luoshi.service.access import passwords
from luoshi.service.access.accounts import Account, Accounts, accounts_beside
from luoshi.service.access.passwords import AccountError

PASSWORD = "lan jiang chao shui"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that cost little; what they cost at work is told in test_passwords.py."""
    monkeypatch.setattr(passwords, "_hasher", lambda: PasswordHasher(1, 8, 1))


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    made = Accounts(tmp_path / "luoshi.accounts.db", create=True)
    made.add("林越", "editor", PASSWORD)
    return made


def of(accounts: Accounts) -> Account:
    (account,) = accounts.all()
    return account


def test_they_stand_beside_the_ledger() -> None:
    assert accounts_beside("data/全省.db") == Path("data/全省.accounts.db")
    assert accounts_beside("postgresql://127.0.0.1/luoshi") == Path("luoshi.accounts.db")


@pytest.mark.skipif(os.name == "nt", reason="modes of files are POSIX")
def test_only_their_owner_can_read_the_file(accounts: Accounts) -> None:
    assert accounts.path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_none_is_refused_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(AccountError, match="luoshi accounts add"):
        Accounts(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("no database at all, and long enough to be looked at" * 90, "utf-8")
    with pytest.raises(AccountError, match="不是账号文件"):
        Accounts(tmp_path / "text.db")
    sqlite3.connect(tmp_path / "other.db").close()
    with pytest.raises(AccountError, match="不是账号文件"):
        Accounts(tmp_path / "other.db")


def test_what_each_role_may() -> None:
    may = {name: [role for role in module.ROLES if Account("a", name, "").may(role)] for name in module.ROLES}
    assert may == {
        "reader": ["reader"],
        "editor": ["reader", "editor"],
        "administrator": ["reader", "editor", "administrator"],
    }


def test_a_name_is_one_account_however_it_is_written(accounts: Accounts) -> None:
    accounts.add("Lin.Yue@example.gov.cn", "reader", None)
    for name in ("lin.yue@example.gov.cn", " LIN.YUE@example.gov.cn "):
        with pytest.raises(AccountError, match="已有"):
            accounts.add(name, "editor", PASSWORD)
    assert accounts.with_provider("LIN.YUE@EXAMPLE.GOV.CN") is not None


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 81, "a\u202eb"])
def test_a_name_that_is_none_is_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(AccountError):
        accounts.add(name, "reader", PASSWORD)


def test_a_password_opens_its_own_account_alone(accounts: Accounts) -> None:
    assert accounts.with_password("林越", PASSWORD) == of(accounts)
    assert accounts.with_password("林越", PASSWORD + "x") is None
    assert accounts.with_password("沈砚舟", PASSWORD) is None


def test_a_provider_does_not_open_an_account_with_a_password_nor_a_password_one_without(accounts: Accounts) -> None:
    accounts.add("yan", "reader", None)
    assert accounts.with_provider("林越") is None
    assert accounts.with_provider("yan") is not None
    assert accounts.with_password("yan", "") is None


def test_a_session_is_known_until_it_ends(accounts: Accounts) -> None:
    session = accounts.begin(of(accounts))
    assert accounts.signed_in(session) == of(accounts)
    assert Accounts(accounts.path).signed_in(session) == of(accounts)  # a new start of the desk knows it
    accounts.end(session)
    assert accounts.signed_in(session) is None


@pytest.mark.parametrize("made_up", ["", ".", "x.y", "é.é", "no-signature"])
def test_a_session_that_is_made_up_is_none(accounts: Accounts, made_up: str) -> None:
    id, _, signature = accounts.begin(of(accounts)).partition(".")
    for session in (made_up, id, f"{id}x.{signature}", f"{id}.{signature[:-1]}", f".{signature}"):
        assert accounts.signed_in(session) is None


def test_a_session_ends_that_nobody_uses_and_every_one_in_the_end(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(module.time, "time", lambda: now)
    idle = accounts.begin(of(accounts))
    now += module.IDLE + 1
    assert accounts.signed_in(idle) is None
    used = accounts.begin(of(accounts))
    for _ in range(int(module.LONGEST // module.IDLE) * 2 - 1):
        now += module.IDLE / 2
        assert accounts.signed_in(used) is not None
    now += module.IDLE / 2 + 1
    assert accounts.signed_in(used) is None


def test_sessions_end_with_the_account_and_with_its_password(accounts: Accounts) -> None:
    session = accounts.begin(of(accounts))
    accounts.set_password("林越", PASSWORD + "2")
    assert accounts.signed_in(session) is None
    session = accounts.begin(of(accounts))
    accounts.remove("林越")
    assert accounts.signed_in(session) is None
    for deed in (accounts.remove, lambda name: accounts.set_password(name, PASSWORD)):
        with pytest.raises(AccountError, match="没有这个账号"):
            deed("林越")


def test_neither_passwords_nor_sessions_can_be_read_from_the_file(accounts: Accounts) -> None:
    session = accounts.begin(of(accounts))
    held = accounts.path.read_bytes()
    assert PASSWORD.encode() not in held
    assert session.partition(".")[0].encode() not in held
