"""The fields of records and their choices in the words of the desk: 度量 增速 for ``measure`` ``growth``."""

from __future__ import annotations

from luoshi.ways.web.words import LANGUAGES, Language, catalogue, said

#: The fields that have choices, with the room of the words that tell them.
_ROOMS = {
    "measure": "measure", "status": "status", "qualifier": "qualifier", "mode": "mode", "act": "act", "kind": "act",
    "stage": "reached", "held": "truth", "stands": "stands",
    "ahead": "truth", "concrete": "truth", "genre": "genre", "sign": "sign",
}  # fmt: skip


def label(language: Language, field: str) -> str:
    """What a field is called; its own name where the desk has no words for it."""
    return said(language, f"record_field.{field}") if f"record_field.{field}" in catalogue() else field


def shown(language: Language, field: str, value: str) -> str:
    """A field's value in words, as it is where it is no choice."""
    name = _name(field, value)
    return said(language, name) if name in catalogue() else value


def choices(language: Language, field: str) -> list[str]:
    """The words of a field's choices, none for a field that takes any words."""
    room = f"{_ROOMS.get(field, '-')}."
    return [said(language, name) for name in catalogue() if name.startswith(room)]


def code_of(field: str, words: str) -> str:
    """The value that the words of a choice stand for, in either language; other words as they are."""
    room = f"{_ROOMS.get(field, '-')}."
    for name in catalogue():
        if name.startswith(room) and words.strip().casefold() in [
            said(language, name).casefold() for language in LANGUAGES
        ]:
            code = name.removeprefix(room)
            return {"minus": "-1", "plus": "1"}.get(code, code.replace("going_on", "going on"))
    return words


def _name(field: str, value: str) -> str:
    code = {"-1": "minus", "1": "plus"}.get(value, value) if field == "sign" else value.lower().replace(" ", "_")
    return f"{_ROOMS.get(field, '-')}.{code}"
