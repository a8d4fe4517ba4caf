"""Which indicators add up to which (``sums.toml``), and which are the quotient of two others (``ratios.toml``).

税收收入 and 非税收入 add up to 一般公共预算收入; 城镇常住人口 over 常住人口 is 常住人口城镇化率.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from luoshi.knowledge.indicators import Identity, identify


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and all its parts. ``whole`` is ``None`` where the parts are shares and add up to 100 per cent."""

    whole: Identity | None
    parts: tuple[Identity, ...]


@cache
def sums() -> tuple[Sum, ...]:
    """The sums of ``sums.toml``; ``ValueError`` for a name that the indicator scheme does not know."""
    table = tomllib.loads(files(__package__).joinpath("sums.toml").read_text("utf-8"))
    return tuple(
        Sum(None if entry["whole"] == "100" else _known(entry["whole"]), tuple(map(_known, entry["parts"])))
        for entry in table["sums"]
    )


def _known(name: str) -> Identity:
    identity = identify(name)
    if not identity.concept:
        raise ValueError(f"{name}: 指标体系中没有 / is not in the indicator scheme")
    return identity


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share with the indicators of its part and of its whole."""

    share: Identity
    part: Identity
    whole: Identity


@cache
def ratios() -> tuple[Ratio, ...]:
    """The shares of ``ratios.toml``; ``ValueError`` for a name that the indicator scheme does not know."""
    table = tomllib.loads(files(__package__).joinpath("ratios.toml").read_text("utf-8"))
    return tuple(Ratio(*(_known(entry[role]) for role in ("share", "part", "whole"))) for entry in table["ratios"])
