"""``luoshi accounts``: a password is asked for, and never an argument."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from luoshi.service.access.accounts import Accounts
from luoshi.ways.cli.commands import app

PASSWORD = "lan jiang chao shui"


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LUOSHI_LEDGER", str(tmp_path / "luoshi.db"))
    monkeypatch.delenv("LUOSHI_ACCOUNTS", raising=False)
    return tmp_path / "luoshi.accounts.db"


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["accounts", *arguments], input=typed)


def test_an_account_is_made_listed_given_another_password_and_removed(ledger: Path) -> None:
    made = run("add", "林越", "--role", "editor", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert made.exit_code == 0, made.output
    assert PASSWORD not in made.output
    assert run("add", "yan", "--role", "reader", "--provider").exit_code == 0
    rows = [json.loads(line) for line in run("list", "--json").stdout.splitlines()]
    assert [(row["name"], row["role"], row["sign_in"]) for row in rows] == [
        ("yan", "reader", "provider"), ("林越", "editor", "password"),
    ]  # fmt: skip
    assert "编辑" in run("list").stdout
    assert run("password", "林越", typed="another long word\nanother long word\n").exit_code == 0
    assert Accounts(ledger).with_password("林越", "another long word")
    assert run("remove", "林越").exit_code == 0
    assert [account.name for account in Accounts(ledger).all()] == ["yan"]


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (("list",), ""),
        (("remove", "林越"), ""),
        (("password", "林越"), ""),
        (("add", "林越", "--role", "editor"), "short\nshort\n"),
    ],
)
def test_what_is_wrong_is_one_line(arguments: tuple[str, ...], typed: str) -> None:
    done = run(*arguments, typed=typed)
    assert done.exit_code == 1
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr


def test_no_option_takes_a_password() -> None:
    assert "--password" not in run("add", "--help").stdout
    assert run("add", "林越", "--role", "editor", "--password", PASSWORD).exit_code == 2


def test_a_desk_for_others_starts_with_accounts_alone(ledger: Path) -> None:
    Accounts(ledger, create=True)
    refused = CliRunner().invoke(app, ["serve", "--public", "--no-browser"])
    assert refused.exit_code == 1
    assert "luoshi accounts add" in refused.stderr
