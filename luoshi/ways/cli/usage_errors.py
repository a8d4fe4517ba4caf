"""What is wrong with a command line, in whole sentences of both languages.

缺少 --by：经办人。 --by is missing: Who does it.
没有命令 timelin；相近的有 timeline / there is no such command; alike: timeline
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

# What Typer says of a choice that there is not, and before every other bad value.
_CHOICE = re.compile(r"'(?P<given>[^']*)' is not one of (?P<known>.+?)\.?\Z")
_COMMAND = re.compile(r"No such command '(?P<name>[^']*)'")
_INVALID = re.compile(r"\AInvalid value(?: for [^:]{1,80})?: ")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_ALIKE = 0.5


def told(error: Any) -> str:
    """A usage error as a line."""
    kind = type(error).__name__
    if kind == "MissingParameter" and error.param is not None:
        chinese, english = _help_of(error.param)
        name = _name(error.param)
        return f"缺少参数 {name}：{chinese} {name} is missing: {english}"
    if kind == "NoSuchOption":
        known = [name for each in error.ctx.command.get_params(error.ctx) for name in each.opts] if error.ctx else []
        return _unknown("没有这个选项", "option", error.option_name, [name for name in known if name[:2] == "--"])
    if found := _COMMAND.search(error.message):
        known = error.ctx.command.list_commands(error.ctx) if error.ctx else []
        return _unknown("没有这个命令", "command", found["name"], known)
    message = _INVALID.sub("", error.format_message())
    name = _name(error.param) if getattr(error, "param", None) is not None else ""
    if chosen := _CHOICE.search(message):
        choices = re.findall("'([^']*)'", chosen["known"])
        english = ", ".join(choices)
        return (
            f"参数不对：{name} 没有“{chosen['given']}”，可用 {'、'.join(choices)} / there is no such choice: {english}"
        )
    said = f"{name} {message}" if name and not _CHINESE.search(message) else message
    return f"参数不对：{said}" if kind == "BadParameter" else f"命令用法不对：{said}"


def _unknown(chinese: str, english: str, given: str, known: list[str]) -> str:
    alike = get_close_matches(given, known, cutoff=_ALIKE)
    if not alike:
        return f"{chinese}：{given} / there is no such {english}"
    return f"{chinese}：{given}；相近的有 {'、'.join(alike)} / there is no such {english}; alike: {', '.join(alike)}"


def _name(parameter: Any) -> str:
    """A parameter as people type it: its longest option, an argument's name in the usage line."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    return str(max(parameter.opts, key=len))


def _help_of(parameter: Any) -> tuple[str, str]:
    """A parameter's help in Chinese and in English."""
    words = parameter.help or ""
    end = max((at.end() for at in re.finditer("[\u4e00-\u9fff。）]", words)), default=0)
    return words[:end].strip(), words[end:].strip()
