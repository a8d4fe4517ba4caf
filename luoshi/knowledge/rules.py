"""What the rules read, told in Chinese (``rules.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def in_chinese(rule: str) -> tuple[str, str]:
    """A rule's name and its sentence in Chinese; both empty for a rule that the file does not have."""
    name, reads = told().get(rule, ("", ""))
    return name, reads


@cache
def told() -> dict[str, list[str]]:
    """Name and sentence in Chinese, by the rule's name."""
    return tomllib.loads(files("luoshi.knowledge").joinpath("rules.toml").read_text("utf-8"))
