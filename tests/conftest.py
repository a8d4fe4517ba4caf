"""Ledgers for the tests, in SQLite and, where ``LUOSHI_TEST_POSTGRESQL`` names a server, in PostgreSQL."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

from luoshi.ledger import Ledger

# A busy machine is no failure. The same examples on every machine and in every run, a few in `make test` and more in
# `make test-all`; `make fuzz` looks for new ones.
settings.register_profile("few", deadline=None, derandomize=True, database=None, max_examples=25)
settings.register_profile("fixed", deadline=None, derandomize=True, database=None)
settings.register_profile("fuzz", deadline=None, database=None, print_blob=True, max_examples=500)
settings.load_profile("few")

# In an environment without the extras (LUOSHI_TEST_LIGHT) their tests are left out; `make test` has them all.
_NEEDS = {
    "test_accounts.py": "argon2",
    "test_cli_accounts.py": "argon2",
    "test_deeds.py": "argon2",
    "test_desk_api.py": "fastapi",
    "test_desk_api_described.py": "schemathesis",
    "test_desk_attempts.py": "fastapi",
    "test_desk_browser.py": "fastapi",
    "test_desk_book.py": "fastapi",
    "test_desk_browser_office.py": "fastapi",
    "test_desk_doors.py": "fastapi",
    "test_desk_panel.py": "fastapi",
    "test_desk_askers.py": "fastapi",
    "test_desk_guard.py": "fastapi",
    "test_desk_kept_pages.py": "fastapi",
    "test_desk_kept_route.py": "fastapi",
    "test_desk_metrics.py": "fastapi",
    "test_desk_pages.py": "fastapi",
    "test_desk_provider.py": "authlib",
    "test_desk_review.py": "fastapi",
    "test_desk_serving.py": "fastapi",
    "test_desk_sign_in.py": "fastapi",
    "test_desk_waiting.py": "fastapi",
    "test_desk_words.py": "fastapi",
    "test_fetch.py": "httpx",
    "test_ledger_chart.py": "matplotlib",
    "test_ledger_exports.py": "pyarrow",
    "test_ledger_frames.py": "pandas",
    "test_ledger_sdmx.py": "sdmx",
    "test_mcp.py": "mcp",
    "test_passwords.py": "argon2",
    "test_scans.py": "numpy",
    "test_typed_pages.py": "pandas",
}
LIGHT = "LUOSHI_TEST_LIGHT" in os.environ
collect_ignore = [file for file, module in _NEEDS.items() if LIGHT and not find_spec(module)]

POSTGRESQL = os.environ.get("LUOSHI_TEST_POSTGRESQL", "")


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new ledger may be made: a file, or a schema of its own in the PostgreSQL database of the tests."""
    if request.param == "sqlite":
        yield str(tmp_path / "luoshi.db")
        return
    if not POSTGRESQL:
        pytest.skip("LUOSHI_TEST_POSTGRESQL names no PostgreSQL database")
    from sqlalchemy import create_engine, text

    engine = create_engine(POSTGRESQL)
    schema = f"test_{uuid.uuid4().hex}"
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        yield f"{POSTGRESQL}?options=-csearch_path%3D{schema}"
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    """A new, empty ledger."""
    with Ledger(location) as made:
        yield made
