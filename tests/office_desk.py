"""A desk for the tests that others can reach: accounts of every role, and browsers that are signed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from luoshi.service.access.accounts import Accounts
from luoshi.service.context import Service
from luoshi.ways.web.app import desk_app
from luoshi.ways.web.doors import Doors
from luoshi.ways.web.provider import Provider

PASSWORD = "lan jiang chao shui"
NAMES = {"reader": "白榆", "editor": "林越", "administrator": "沈砚舟"}
HOST = "luoshi.linlan.example"


@contextmanager
def opened_office(folder: Path, provider: Provider | None = None) -> Iterator[FastAPI]:
    """A desk at an empty ledger in ``folder`` that is asked under HOST, with an account of each role."""
    from argon2 import PasswordHasher

    from luoshi.service.access import passwords

    with pytest.MonkeyPatch.context() as quick:
        quick.setattr(passwords, "_hasher", lambda: PasswordHasher(1, 8, 1))
        accounts = Accounts(folder / "账本.accounts.db", create=True)
        for role, name in NAMES.items():
            accounts.add(name, role, PASSWORD)  # type: ignore[arg-type]
        app = desk_app(Service(str(folder / "账本.db")), (HOST,), Doors(accounts, provider))
        with TestClient(app):
            yield app


def browser(app: FastAPI, scheme: str = "https") -> TestClient:
    """A browser of someone who is not signed in."""
    return TestClient(app, base_url=f"{scheme}://{HOST}", headers={"accept-language": "zh"})


def token_of(page: str) -> str:
    """The token of the desk's own pages in a page."""
    found = re.search(r'name="token" value="([0-9a-f]{64})"', page)
    assert found, page
    return found[1]


def signed_in(app: FastAPI, role: str) -> TestClient:
    """A browser of who has this role."""
    client = browser(app)
    form = {"name": NAMES[role], "password": PASSWORD, "token": token_of(client.get("/sign-in").text)}
    answer = client.post("/sign-in", data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return client
