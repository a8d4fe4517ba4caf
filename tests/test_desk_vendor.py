"""The files of other projects at the desk are those that their table says, each with its licence."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

import luoshi

VENDOR = Path(luoshi.__file__).parent / "ways" / "web" / "static" / "vendor"
_ROW = re.compile(r"^\| `(\S+)` .*?\((`\S+-LICENSE`.*?)\) \| `([0-9a-f]{64})` \|$", re.M)
TABLE = _ROW.findall((VENDOR / "README.md").read_text("utf-8"))


@pytest.mark.parametrize(("file", "licences", "sum"), TABLE)
def test_a_file_is_what_its_project_published(file: str, licences: str, sum: str) -> None:
    assert hashlib.sha256((VENDOR / file).read_bytes()).hexdigest() == sum
    assert all((VENDOR / name).is_file() for name in re.findall(r"`(\S+?)`", licences))


def test_no_file_is_left_out_of_the_table() -> None:
    assert {path.name for path in VENDOR.glob("*.js")} == {file for file, _, _ in TABLE}
