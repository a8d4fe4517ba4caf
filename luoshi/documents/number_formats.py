"""A spreadsheet's number as the sheet shows it: 0.058 under ``0.0%`` is 5.8%, and that is what its author wrote.

Number formats are those of ISO/IEC 29500-1, 18.8.31: up to four sections (positive, negative, zero, words) with
conditions, digits, commas that scale by a thousand each, and the words around them, often the unit
(``0.00,,"百万元"``). What a format hides by rounding is not read. A format of another kind (fractions, powers of
ten, dates) leaves the number as it is kept.
"""

from __future__ import annotations

import datetime
import operator
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

#: The formats that a file names by number only, of those that change a number's digits.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
}  # fmt: skip
_LONGEST = 255  # characters of a format, as Excel's own limit is
_MOST_DECIMALS = 15
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|(?P<skipped>[_*].)|\[(?P<bracket>[^\]]*)\]?|(?P<general>General|G/通用格式)'
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<other>[EeYyMmDdHhSs/@])|(?P<literal>.)",
    re.S,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)\Z")
_CURRENCY = re.compile(r"\$([^-]*)")
_TESTS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
# What stands around a number for looks or for its sign, which is told by a minus.
_CURRENCIES = " \u00a0¥￥$"
_DECORATION = _CURRENCIES + "()（）-−–:"
_DATES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


class _Form(NamedTuple):
    """A section of a format: the words around the digits, how many digits, and what the number is divided by.

    ``places`` are the whole digits' places from the left and literals between them; ``fewest`` and ``most`` are
    decimals. A section without digits shows its words only.
    """

    before: str = ""
    places: tuple[str, ...] = ()
    fewest: int = 0
    most: int = 0
    after: str = ""
    scale: int = 0
    general: bool = False
    condition: tuple[str, Decimal] | None = None


def shown(value: float, code: str = "") -> str:
    """A number in the digits and with the words that a format shows, without separators of thousands.

    A negative number has a minus, also where the sheet shows it in brackets or red; empty where the format
    shows nothing.

    >>> shown(0.0584, "0.0%"), shown(1234.5, "#,##0.00"), shown(0.1 + 0.2)
    ('5.8%', '1234.50', '0.3')
    >>> shown(2.81e9, '0.0,,"百万元"'), shown(-3.5, '0.0"亿元"_);(0.0"亿元")'), shown(-0.02, '0%;"下降"0%')
    ('2810.0百万元', '-3.5亿元', '下降2%')
    """
    digits = format(value, ".15g")
    if not code and "e" not in digits and "n" not in digits:
        return digits
    try:
        number = Decimal(digits)
        if not number.is_finite():
            return str(value)
        forms = _forms(code)
        at = _section(forms, number) if forms is not None else None
        return _plain(number) if forms is None or at is None else _printed(number, forms[at], own_sign=at > 0)
    except InvalidOperation:
        return str(value)  # of more digits than a number can have


def shows_words(code: str) -> bool:
    """Whether a format shows a cell's words; ``;;;`` hides them."""
    sections = code.split(";")
    return len(sections) < 4 or bool(sections[3].strip())


def shown_date(value: datetime.date | datetime.time | datetime.timedelta, code: str = "") -> str:
    """A day as ISO 8601 writes it, with its time where it has one; a year or a month where no more is shown."""
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date):
        parts = _DATES.sub("", code).lower()
        if "y" in parts and "d" not in parts:
            return f"{value.year}年{value.month}月" if "m" in parts else f"{value.year}年"
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    return str(value)


@lru_cache(maxsize=1024)
def _forms(code: str) -> tuple[_Form, ...] | None:
    """A format's sections for numbers, ``None`` where one is of another kind or there is none."""
    if not code or len(code) > _LONGEST:
        return None
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token["literal"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    forms = [_form(section) for section in sections[:3]]
    return tuple(form for form in forms if form is not None) if None not in forms else None


def _form(tokens: list[re.Match[str]]) -> _Form | None:
    """What one section says, ``None`` for one of another kind."""
    literals: dict[str, str] = {"before": "", "after": ""}
    places: list[str] = []
    decimals, pending = "", ""
    commas = percents = 0
    point = general = False
    condition = None
    for token in tokens:
        kind = token.lastgroup
        if kind in ("quoted", "escaped", "literal"):
            pending += token[kind]
        elif kind == "bracket":
            currency, found = _CURRENCY.match(token["bracket"]), _CONDITION.match(token["bracket"])
            pending += currency[1] if currency else ""
            condition = (found[1], Decimal(found[2])) if found else condition
        elif kind in ("digit", "general"):
            if pending and not (places or general):
                literals["before"] = pending
            elif pending and not point:
                places.append(pending)
            pending, commas = "", 0
            general = general or kind == "general"
            if point:
                decimals += token["digit"] or ""
            elif kind == "digit":
                places.append(token["digit"])
        elif kind == "point":
            if point:
                return None
            point = True
        elif kind == "comma":
            commas += 1
        elif kind == "percent":
            percents += 1
            pending += "%"
        elif kind == "other":
            return None
    if not (places or general or decimals):
        return _Form(before=pending, condition=condition)
    decimals = decimals[:_MOST_DECIMALS]
    return _Form(
        literals["before"], tuple(places), decimals.count("0"), len(decimals), pending,
        2 * percents - 3 * commas, general, condition,
    )  # fmt: skip


def _section(forms: tuple[_Form, ...], number: Decimal) -> int | None:
    """Which section a number is shown by, ``None`` for none."""
    if any(form.condition for form in forms):
        for at, form in enumerate(forms):
            if form.condition is None or _TESTS[form.condition[0]](number, form.condition[1]):
                return at
        return None
    if number < 0 and len(forms) > 1:
        return 1
    return 2 if number == 0 and len(forms) > 2 else 0


def _printed(number: Decimal, form: _Form, own_sign: bool) -> str:
    """A number under one section; with ``own_sign`` the section's words may say that it is negative."""
    if not (form.places or form.general or form.most):
        return form.before.strip()
    before, after = form.before.strip(_DECORATION), form.after.strip(_DECORATION)
    scaled = abs(number).scaleb(form.scale)
    if form.general:
        words = _plain(scaled)
    elif not (form.most or "0" in form.places) and scaled < Decimal("0.5"):
        return form.before.strip(_CURRENCIES) + after  # #,### shows no zero, "-"?? a dash
    else:
        words = f"{scaled.quantize(Decimal(1).scaleb(-form.most), ROUND_HALF_UP):f}"
        while form.fewest < form.most and words.endswith("0") and len(words) - words.rindex(".") - 1 > form.fewest:
            words = words[:-1]
        words = _placed(words.rstrip("."), form.places)
    told = before and own_sign and number < 0 and not before.startswith("+")
    return f"{'-' if number < 0 and not told else ''}{before}{words}{after}"


def _placed(words: str, places: tuple[str, ...]) -> str:
    """Digits with the literals that stand between their places: 456000 under ``0!.0`` is 45600.0."""
    whole, point, decimals = words.partition(".")
    digits = list(whole)
    written: list[str] = []
    for place in reversed(places):
        if place not in ("0", "#", "?"):
            written.append(place)
        elif digits or place == "0":
            written.append(digits.pop() if digits else "0")
    placed = "".join(digits) + "".join(reversed(written))
    return f"{'' if placed[:1].isdigit() else '0'}{placed}{point}{decimals}"


def _plain(number: Decimal) -> str:
    words = f"{number:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
