"""The words of the desk in Chinese and English, and which of the two a browser is shown."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


_ENDINGS = {"s": "", "es": "", "ies": "y", "are": "is"}  # of many, and of one


class _Counted(int):
    """A number in an English sentence: ``{count} document{count:s}``, ``match{count:es}``, ``quantit{count:ies}``."""

    def __format__(self, spec: str) -> str:
        if spec in _ENDINGS:
            return _ENDINGS[spec] if self == 1 else spec
        return int(self).__format__(spec)


@cache
def catalogue() -> dict[str, tuple[str, str]]:
    """Every name with its words in Chinese and in English."""
    words = tomllib.loads((resources.files("luoshi.ways.web") / "words.toml").read_text("utf-8"))
    return {f"{room}.{name}": (zh, en) for room, names in words.items() for name, (zh, en) in names.items()}


def said(language: Language, name: str, /, **values: object) -> str:
    """The words that ``name`` stands for, ``values`` put into their places; ``KeyError`` for a name that has none."""
    counted = {key: _Counted(value) if isinstance(value, int) else value for key, value in values.items()}
    return catalogue()[name][LANGUAGES.index(language)].format(**counted)


def chosen(asked: str, kept: str, accepted: str) -> Language:
    """The language: one that is ``asked`` for, or was ``kept``, or the first that a browser accepts; else Chinese."""
    tags = [part.strip().lower()[:2] for part in accepted.split(",")[:20]]
    return next((language for tag in (asked, kept, *tags) for language in LANGUAGES if tag == language), "zh")
