"""Organs of party and state (``bodies.toml``), and posts with what names look like (``posts.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from luoshi.knowledge.words import alternatives


@cache
def organs() -> dict[str, dict[str, Any]]:
    """The tables of ``bodies.toml``: full names of organs, each with its short forms."""
    table: dict[str, dict[str, Any]] = _read("bodies.toml")
    return table


@cache
def posts() -> dict[str, dict[str, str]]:
    """The tables of ``posts.toml``; word lists are strings, a word between spaces or line ends."""
    table: dict[str, dict[str, str]] = _read("posts.toml")
    return table


@cache
def post_pattern() -> str:
    """A regular expression for one post: 党组书记, 管委会常务副主任, 局长. No groups in it."""
    words = posts()["posts"]
    return f"(?:{alternatives(words['before'].split())}){{0,4}}{core_pattern()}"


@cache
def core_pattern() -> str:
    """A regular expression for the last word of a post: 书记, 主任, 局长. No groups in it."""
    return alternatives(posts()["posts"]["cores"].split())


def _read(name: str) -> Any:
    return tomllib.loads(files("luoshi.knowledge").joinpath(name).read_text("utf-8"))
