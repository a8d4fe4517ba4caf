"""Words of speech, of commitment and of set phrases (``speech.toml``), and patterns made of them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("luoshi.knowledge").joinpath("speech.toml").read_text("utf-8"))


def words(table: str, name: str) -> tuple[str, ...]:
    """The list ``name`` of ``[table]``; ``KeyError`` where the file has no such list."""
    return tuple(_tables()[table][name])
