"""The server of the desk: a port that is free, and no start for others without accounts."""

from __future__ import annotations

import socket

import pytest
from typer.testing import CliRunner

from luoshi.ways.cli.commands import app
from luoshi.ways.web.serving import ADDRESS, address_of, free_port


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind((ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) > port


def test_it_listens_on_this_machine_alone() -> None:
    assert ADDRESS == "127.0.0.1"


def test_the_public_is_refused_without_accounts(tmp_path_factory: pytest.TempPathFactory) -> None:
    ledger = tmp_path_factory.mktemp("public") / "账本.db"
    done = CliRunner().invoke(app, ["serve", "--public", "--ledger", str(ledger)])
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert "账号" in done.stderr
    assert not ledger.exists()


def test_a_ledger_that_is_none_is_told_in_a_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    ledger = tmp_path_factory.mktemp("broken") / "账本.db"
    ledger.write_bytes(b"no ledger at all" * 400)
    done = CliRunner().invoke(app, ["serve", "--no-browser", "--ledger", str(ledger)])
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
    assert "账本.db" in done.stderr


def test_a_desk_for_others_is_opened_here_under_the_address_it_listens_on() -> None:
    assert address_of("127.0.0.1", 8360) == address_of("0.0.0.0", 8360) == "http://127.0.0.1:8360/"
    assert address_of("10.0.0.5", 8360) == "http://10.0.0.5:8360/"
