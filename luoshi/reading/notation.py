"""A figure in one line, for the examples that stand beside the rules.

生产总值 growth+ 6.5% 2024 actual
财政赤字 level 2.76万亿元 … is written with its base value: 财政赤字 level 2760000000000元 2025 target
~ about   > over (no high)   < under (no low)   ^ nearly (no low)   a–b a range   @ a place of its own
"""

from __future__ import annotations

from luoshi.records import Figure

_MARKS = {"exact": "", "about": "~", "over": ">", "under": "<", "nearly": "^", "range": ""}


def notation(figure: Figure) -> str:
    """The figure's fields in the notation above."""
    sign = {1: "+", -1: "-", None: ""}[figure.sign]
    if figure.qualifier == "range":
        number = f"{figure.low:f}–{figure.high:f}"
    else:
        number = f"{figure.high if figure.low is None else figure.low:f}"
    place = f" @{figure.place}" if figure.place else ""
    period = figure.period or "-"
    value = f"{_MARKS[figure.qualifier]}{number}{figure.unit}"
    return f"{figure.indicator} {figure.measure}{sign} {value} {period} {figure.status}{place}"
