"""What a Word document says of its styles and its numbered lists (ISO/IEC 29500-1, 17.7 and 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from luoshi.documents.packages import local

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"  # the other namespace of ISO/IEC 29500
_LEVEL = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_RAISED_BY = 4  # half points; a run printed as much higher is raised as a superscript is


@dataclass(slots=True)
class Level:
    """A level of a numbered list: where it begins, how a number is written, and the text around it."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False


@dataclass(slots=True)
class Style:
    """What a style says of its paragraphs or runs; ``None`` where it says nothing."""

    name: str = ""
    based_on: str = ""
    list_id: str = ""
    level: int = -1
    hidden: bool | None = None
    raised: bool | None = None


def styles(root: etree._Element | None) -> dict[str, Style]:
    """Each style's id → what it says, with what the styles it is based on say."""
    found: dict[str, Style] = {}
    for element in root.iterchildren("{*}style") if root is not None else ():
        style = Style(value(element.find("{*}name"), "val"), value(element.find("{*}basedOn"), "val"))
        numbered = element.find("{*}pPr/{*}numPr")
        if numbered is not None:
            style.list_id = value(numbered.find("{*}numId"), "val")
            style.level = whole(numbered.find("{*}ilvl"))
        style.hidden, style.raised = run_form(element.find("{*}rPr"))
        found[value(element, "styleId")] = style
    for style in found.values():
        base, steps = found.get(style.based_on), 0
        while base is not None and steps < 20:
            if not style.list_id:
                style.list_id, style.level = base.list_id, base.level
            style.hidden = base.hidden if style.hidden is None else style.hidden
            style.raised = base.raised if style.raised is None else style.raised
            base, steps = found.get(base.based_on), steps + 1
    return found


def run_form(form: etree._Element | None) -> tuple[bool | None, bool | None]:
    """What the properties of a run say of whether it is hidden or struck, and raised; ``None`` for nothing."""
    hidden = raised = None
    for element in form if form is not None else ():
        kind = local(element)
        if kind in ("vanish", "strike", "dstrike"):
            hidden = hidden or not is_off(element)
        elif kind == "vertAlign":
            raised = value(element, "val") == "superscript"
        elif kind == "position" and raised is None:
            raised = signed(element, "val", 1) >= _RAISED_BY
    return hidden, raised


def lists(root: etree._Element | None) -> dict[str, tuple[str, dict[int, Level]]]:
    """Each list's id → what its numbers are counted under, and its levels."""
    if root is None:
        return {}
    abstract: dict[str, dict[int, Level]] = {}
    for element in root.iterchildren("{*}abstractNum"):
        abstract[value(element, "abstractNumId")] = {
            _whole_text(value(level, "ilvl")): _level(level) for level in element.iterchildren("{*}lvl")
        }
    found: dict[str, tuple[str, dict[int, Level]]] = {}
    for element in root.iterchildren("{*}num"):
        base = value(element.find("{*}abstractNumId"), "val")
        levels, counted = dict(abstract.get(base, {})), base
        list_id = value(element, "numId")
        for override in element.iterchildren("{*}lvlOverride"):
            at, anew = _whole_text(value(override, "ilvl")), override.find("{*}lvl")
            if anew is not None:
                levels[at] = _level(anew)
            begun = override.find("{*}startOverride")
            if begun is not None and at in levels:
                before = levels[at]
                levels[at] = Level(whole(begun), before.form, before.text, before.legal)
                counted = f"{base}/{list_id}"
        found[list_id] = (counted, levels)
    return found


def _level(element: etree._Element) -> Level:
    start = element.find("{*}start")
    return Level(
        start=whole(start) if start is not None else 1,
        form=value(element.find("{*}numFmt"), "val") or "decimal",
        text=value(element.find("{*}lvlText"), "val")[:40],
        legal=element.find("{*}isLgl") is not None,
    )


def number(levels: dict[int, Level], level: int, counters: dict[int, int]) -> str:
    """The number that Word prints for the next paragraph of a list's ``level``; ``counters`` go on with it."""
    counters[level] = counters.get(level, levels[level].start - 1) + 1
    for deeper in [other for other in counters if other > level]:
        del counters[deeper]

    def written(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        of = levels.get(at, Level())
        form = "decimal" if levels[level].legal else of.form
        return _written(counters.get(at, of.start), form)

    return "" if levels[level].form in ("bullet", "none") else _LEVEL.sub(written, levels[level].text)


def _written(number: int, form: str) -> str:
    """A number of a list as its form writes it (ST_NumberFormat of ISO/IEC 29500-1, 17.18.59)."""
    if "chinese" in form.lower() or form.startswith(("japanese", "taiwanese", "ideographDigital", "korean")):
        return _chinese(number)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x245F + number)
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26) * min(9, 1 + (number - 1) // 26)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    return str(number)


def _chinese(number: int) -> str:
    if number < 10:
        return _DIGITS[number] if number > 0 else "〇"
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    parts: list[str] = []
    for worth, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, number = divmod(number, worth)
        parts.append(sign * min(count, 9))
    return "".join(parts)


def value(element: etree._Element | None, name: str) -> str:
    """An attribute in the namespace of either kind of document; empty where there is none."""
    if element is None:
        return ""
    return str(element.get(_W + name) or element.get(_STRICT + name) or "")


def whole(element: etree._Element | None) -> int:
    """A whole number that an element's ``val`` states; 0 where there is none."""
    return _whole_text(value(element, "val"))


def _whole_text(stated: str) -> int:
    return int(stated) if re.fullmatch(r"[0-9]{1,6}", stated) else 0


def is_off(element: etree._Element | None) -> bool:
    """Whether a property that is there is switched off."""
    return value(element, "val") in ("0", "false", "off")


def signed(element: etree._Element, name: str, unit: int) -> float:
    """A measure in units, which may be negative; 0 where there is none."""
    stated = value(element, name)
    return int(stated[:8]) / unit if re.fullmatch(r"-?\d{1,7}", stated) else 0.0
