"""The words of sheets that people download, in Chinese and in English."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from luoshi.records import Qualifier

SheetLanguage = Literal["zh", "en"]
_LANGUAGES: tuple[SheetLanguage, ...] = ("zh", "en")

_MEASURES = {
    "level": ("总量", "level"), "rate": ("比率", "rate"), "change": ("增减", "change"), "growth": ("增速", "growth"),
    "share": ("占比", "share"), "rank": ("位次", "rank"), "streak": ("连续", "streak"),
}  # fmt: skip
_STATUSES = {"actual": ("实绩", "actual"), "target": ("目标", "target"), "forecast": ("预计", "expected")}
_STAGES = {
    "initial": ("目标或预算", "target or budget"), "adjusted": ("调整预算", "adjusted budget"),
    "preliminary": ("初步", "preliminary"), "executed": ("执行", "executed"), "final": ("决算", "final"),
}  # fmt: skip
_QUALIFIERS: dict[Qualifier, tuple[str, str]] = {
    "about": ("约", "about"), "nearly": ("近", "nearly"), "over": ("≥", "≥"), "under": ("≤", "≤"),
    "range": ("区间", "range"),
}  # fmt: skip
_ROOMS: dict[str, dict[Any, tuple[str, str]]] = {
    "measure": _MEASURES, "status": _STATUSES, "stage": _STAGES, "qualifier": _QUALIFIERS,
}  # fmt: skip


def word(room: str, name: str, language: SheetLanguage) -> str:
    """What a sheet calls a measure, a status, a stage or a qualifier; ``""`` for one without a word."""
    return _ROOMS[room].get(name, ("", ""))[_LANGUAGES.index(language)]


def measure_word(measure: str, unit: str, language: SheetLanguage) -> str:
    """What a sheet calls a measure: the level of a percentage is a rate."""
    return word("measure", "rate" if measure == "level" and unit in ("%", "‰") else measure, language)


def one_of(words: tuple[str, str], language: SheetLanguage) -> str:
    """Of words in Chinese and English those of a language."""
    return words[_LANGUAGES.index(language)]


def in_one(line: str, language: SheetLanguage) -> str:
    """A line that is told in both languages (``没有说 / not told``) in one of them."""
    chinese, _, english = line.partition(" / ")
    return one_of((chinese, english or chinese), language)


def day_of(text: str) -> date | None:
    """The day that ISO text names, None for a month, a year or nothing."""
    return date.fromisoformat(text) if len(text) == len("2025-01-14") else None
