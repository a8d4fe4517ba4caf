"""Bodies in running text: organs of party and state, resolved to full names within a place.

市科技局 in a text about 青岛市 is 青岛市科学技术局. The text's own words stay beside the resolved name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from luoshi.knowledge.bodies import organs, posts
from luoshi.knowledge.divisions import division, parent
from luoshi.language.places import Place, places, resolve

Kind = Literal["local", "party", "around", "zone", "seat", "national"]

# What stands for the place before an organ, and the level meant.
_PREFIXES = {
    "省": ("province",), "自治区": ("province",), "市": ("city", "province", "county"), "州": ("city",),
    "盟": ("city",), "县": ("county",), "区": ("county", "province"), "旗": ("county",),
}  # fmt: skip
_JOINTS = frozenset("、和与及")


@dataclass(frozen=True, slots=True)
class Body:
    """A body named in a text: ``text[start:end] == quote``; ``name`` is its full name as far as it can be told."""

    quote: str
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class _Organ:
    full: str
    kind: Kind


class _Directory:
    """All organs by the form in which they are written, and what their last two characters may be."""

    def __init__(self) -> None:
        table = organs()
        self.forms: dict[str, _Organ] = {}
        kinds: tuple[Kind, ...] = ("local", "party", "around", "zone", "seat", "national")
        for kind in kinds:
            for full, shorts in table[kind].items():
                for form in (full, *shorts):
                    if "{}" not in form:
                        self.forms.setdefault(form, _Organ(full, kind))
        for form, organ in list(self.forms.items()):
            if organ.kind == "local" and form.endswith("局"):
                self.forms.setdefault(form[:-1] + "厅", _Organ(organ.full[:-1] + "厅", "local"))
        self.after: dict[str, str] = table["caution"]["after"]
        self.lengths: dict[str, tuple[int, ...]] = {}
        for form in self.forms:
            known = self.lengths.get(form[-2:], ())
            self.lengths[form[-2:]] = tuple(sorted({*known, len(form)}, reverse=True))
        self.middle = tuple(
            (re.compile(f"{before}([\u4e00-\u9fff]{{2,8}}){after}"), after, full)
            for full, shorts in table["middle"].items()
            for form in (*shorts, full)
            for before, _, after in (form.partition("{}"),)
        )
        self.last = re.compile(f"[{''.join(sorted({form[-1] for form in self.forms}))}]")


@cache
def _directory() -> _Directory:
    return _Directory()


def bodies(text: str, place: str = "") -> list[Body]:
    """The bodies that ``text`` names, in its order, none inside another.

    ``place`` is the name of the place that the text is about: it fills in 市, 省 and the like; without it
    those stay as they are written (市科学技术局). An organ in a list takes the place of the one before it
    (市教育局、财政局).
    """
    directory = _directory()
    home = resolve(place) if place else None
    found: list[Body] = []
    owner = ""
    ends: dict[int, Place] | None = None
    for last in directory.last.finditer(text):
        end = last.end()
        lengths = directory.lengths.get(text[end - 2 : end])
        if lengths is None and last.group() != "委":
            continue
        after = text[end : end + 1]
        if after and after in directory.after.get(last.group(), ""):
            continue
        for length in lengths or (1,):
            start = end - length
            organ = directory.forms.get(text[start:end]) if start >= 0 else None
            if organ is None:
                continue
            if ends is None:
                ends = {item.end: item for item in places(text)}
            begin, name, holder = _owned(text, start, organ, home, place, ends)
            if holder in _PREFIXES and owner.endswith(holder):  # 海南省委和省政府
                name, holder = _composed(organ, owner), owner
            if begin < 0 and found and organ.kind == "local" and _continues(text, found[-1].end, start):
                begin, name, holder = start, owner + organ.full, owner
            if begin < 0:
                continue
            while found and found[-1].start >= begin:
                found.pop()
            if not found or found[-1].end <= begin:
                found.append(Body(text[begin:end], begin, end, name))
                owner = holder
            break
    for pattern, ending, full in directory.middle:
        if ending not in text:
            continue
        for match in pattern.finditer(text):
            held = resolve(match.group(1))
            if held is None and match.group(1) not in (place, place[:-1]):
                continue
            name = full.format(_stem(match.group(1)))
            found = [body for body in found if body.end <= match.start() or body.start >= match.end()]
            found.append(Body(match.group(), match.start(), match.end(), name))
    found.sort(key=lambda body: body.start)
    return found


def _stem(name: str) -> str:
    return name[:-1] if len(name) > 2 and name[-1] in "省市" else name


def full_name(quote: str, place: str = "") -> str:
    """The full name of the body that ``quote`` names, in a text about ``place``; ``""`` where it names none."""
    whole = [body for body in bodies(quote, place) if body.end == len(quote)]
    return whole[0].name if whole and whole[0].start == 0 else ""


@cache
def _countries() -> frozenset[str]:
    """Countries and leagues of countries, whose 外交部 or 央行 is their own."""
    return frozenset(name for name in posts()["names"]["abroad"].split() if len(name) > 1)


def _country_before(text: str, end: int) -> int:
    """Where the country's name that ends at ``end`` begins, ``end`` itself where none does."""
    countries = _countries()
    return next((start for start in range(max(0, end - 9), end - 1) if text[start:end] in countries), end)


def _continues(text: str, end: int, start: int) -> bool:
    return start == end + 1 and text[end] in _JOINTS


def _owned(
    text: str, start: int, organ: _Organ, home: Place | None, place: str, ends: dict[int, Place]
) -> tuple[int, str, str]:
    """Where the body begins, its full name and whose organ it is; begin -1 where the organ is nobody's."""
    if organ.kind == "national":
        begin = _country_before(text, start) if "国" not in organ.full else start
        if begin < start:
            return begin, text[begin:start] + organ.full, ""
        return start, organ.full, ""
    if (
        place
        and (home is None or home.level != "country")
        and organ.kind not in ("zone", "seat")
        and text.endswith(place, 0, start)
    ):
        return start - len(place), _composed(organ, home.name if home is not None else place), place
    held = ends.get(start)
    if held is not None and organ.kind == "zone" and held.level == "zone":
        party = "中共" if organ.full == "工作委员会" else ""
        return held.start, f"{party}{held.name}{organ.full}", held.name
    if held is not None and organ.kind != "zone" and held.level in ("province", "city", "county"):
        if organ.kind == "seat":
            return held.start, text[held.start : start] + organ.full, ""
        begin = held.start - 2 if text[max(0, held.start - 2) : held.start] == "中共" else held.start
        return begin, _composed(organ, held.name), held.name
    for prefix in ("自治区", text[start - 1 : start]):
        if not prefix or prefix not in _PREFIXES or not text.endswith(prefix, 0, start):
            continue
        begin = start - len(prefix)
        if organ.kind in ("zone", "seat") or not _is_word(text, begin):
            return -1, "", ""
        name = _place_for(prefix, home, place)
        league = next(
            (word for word in ("共青团", "团") if organ.full == "委员会" and text.endswith(word, 0, begin)), ""
        )
        if league:
            return begin - len(league), f"中国共产主义青年团{name}委员会", name
        return begin, _composed(organ, name), name
    return -1, "", ""


def _is_word(text: str, begin: int) -> bool:
    """Whether 省, 市, 区 at ``begin`` is not the end of a longer word (城市, 地区, 全市)."""
    return text[begin - 1 : begin] not in _WORD_BEFORE if begin else True


_WORD_BEFORE = frozenset("城全地各社超都街园辖外内跨该特省市县")


def _composed(organ: _Organ, name: str) -> str:
    if organ.kind == "party":
        return f"中共{name}{organ.full}"
    if organ.kind == "around":
        return organ.full.format(name)
    return f"{name}{organ.full}"


def _place_for(prefix: str, home: Place | None, place: str) -> str:
    """The name of the place that 市, 省 … means in a text about ``place``; the prefix itself where unknown."""
    if home is None or not home.code:
        return place if place.endswith(prefix) else prefix
    for code in _upward(home.code):
        item = division(code)
        if item is not None and item.level in _PREFIXES[prefix] and item.name.endswith(_ENDINGS.get(prefix, prefix)):
            return item.name
    return prefix


_ENDINGS: dict[str, str | tuple[str, ...]] = {"区": ("区", "自治区"), "州": "州"}


def _upward(code: str) -> Iterable[str]:
    while code:
        yield code
        code = parent(code)
