"""Places in running text: divisions by code, zones, regions, and airports and ports.

Names are found by their first two characters: where two stand that may begin a name, the pair is
looked up in the gazetteer, everything else is never touched. A chain (山东聊城莘县) is one place, the smallest
division named; a list (江苏、上海、辽宁) is as many places as it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import methodcaller
from typing import Literal

from luoshi.knowledge.divisions import COUNTRY, Division, division, divisions, is_within, notes, short_names
from luoshi.knowledge.radicals import as_printed, fold
from luoshi.knowledge.words import alternatives

Level = Literal["country", "province", "city", "county", "zone", "region", "facility"]

_HAN = "\u4e00-\u9fff"
# Characters of function words and verbs: no part of the short name between a place and 开发区, 机场 or 村.
_LOOSE = (
    "的了在和与及或等各每全是有为以由向到对把让将从被其这那某个两三四五六七八九十百千万"
    "亿多新加建推进发展打造支持设立实施到赴是省市县区乡镇村"
)
_START = methodcaller("start")
_RANK = {"country": 0, "province": 1, "city": 2, "county": 3}


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a text: ``text[start:end] == quote``.

    ``name`` is the full official name of the smallest division named (青岛 gives 青岛市), ``code`` its
    six-digit code (GB/T 2260; 100000 for the country), ``level`` what it is. ``code`` is empty for what
    is no division (长三角地区, 蒙自经开区, 广州白云机场) and for a name that several divisions bear where
    the text does not say which (鼓楼区).
    """

    quote: str
    start: int
    end: int
    name: str
    code: str
    level: Level


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a name in the gazetteer may mean, and where it may be read.

    ``use`` is ``free`` (anywhere), ``chain`` (only after its parent, or where ``within`` holds it),
    ``bound`` (only after a comma or bracket), ``never`` (the words mean something else).
    """

    divisions: tuple[Division, ...]
    level: Level
    use: Literal["free", "chain", "bound", "never"]
    code: str = ""
    short: bool = False


class _Gazetteer:
    """All names by their first two characters, the longest first."""

    def __init__(self) -> None:
        table = notes()
        caution = table["caution"]
        bare, words, full = (frozenset(caution[key].split()) for key in ("bare", "words", "full"))
        named: dict[str, list[Division]] = {}
        shorts: dict[str, list[Division]] = {}
        for code, holders in divisions().items():
            if code == COUNTRY:
                continue
            for item in holders:
                named.setdefault(item.name, []).append(item)
                for short in short_names(item.name):
                    shorts.setdefault(short, []).append(item)
        self.names: dict[str, _Entry] = {}
        for name, found in shorts.items():
            ordered = tuple(sorted(found, key=_order))
            town = any(item.level in ("province", "city") or item.name.endswith("市") for item in found)
            free = name not in bare and name not in words and (town or len(name) > 3 or name[-1] in "州县旗")
            if name in words and ordered[0].level == "county":
                continue
            self.names[name] = _Entry(ordered, ordered[0].level, "free" if free else "chain", short=True)
        for name, found in named.items():
            ordered = tuple(sorted(found, key=_order))
            use: Literal["free", "chain", "bound"] = "chain" if name in full else "bound" if len(name) == 2 else "free"
            self.names[name] = _Entry(ordered, ordered[0].level, use)
        for name in table["regions"]["names"].split():
            self.names[name] = _Entry((), "region", "free")
        for name, code in table["zones"].items():
            self.names[name] = _Entry((), "zone", "free", code)
        for name in caution["other"]["words"].split():
            if name not in self.names:
                self.names[name] = _Entry((), "region", "never")
        self.by_pair: dict[str, list[str]] = {}
        for name in sorted(self.names, key=lambda name: (-len(name), name)):
            self.by_pair.setdefault(name[:2], []).append(name)
        firsts, seconds = ("".join(sorted({pair[at] for pair in self.by_pair})) for at in (0, 1))
        self.begins = re.compile(f"[{firsts}](?=[{seconds}])")
        self.before: dict[str, str] = caution["before"]
        self.after: dict[str, str] = caution["after"]
        self.things = re.compile(alternatives(caution["other"]["things"].split()) + "|[湖河](?![南北])")
        filler = f"[^\\W\\d_A-Za-z{_LOOSE}]"
        self.zone = re.compile(f"{filler}{{0,5}}?(?:国家级)?{alternatives(table['tails']['zone'].split())}")
        self.facility = re.compile(
            f"{filler}{{0,3}}?{alternatives(table['tails']['facility'].split())}(?![区口城股湾镇])"
        )
        self.village = re.compile(f"{filler}{{1,4}}?(?:街道|[镇乡村])(?![{_HAN}]?[振庄域])(?!{filler}{{0,2}}[镇乡村])")


def _order(item: Division) -> tuple[str, int, str]:
    """Standing divisions first, then the higher level: 海南 is the province before the prefecture."""
    return item.until, _RANK[item.level], item.code


@cache
def _gazetteer() -> _Gazetteer:
    return _Gazetteer()


def places(text: str, within: str = "") -> list[Place]:
    """The places that ``text`` names, in its order, none inside another.

    ``within`` is the code of a division that the text is known to be about: it settles names that several
    divisions bear (鼓楼区), and the divisions in it are read by their short names too (蒙自 in 红河州).
    Countries are not read. Codes: GB/T 2260.
    """
    gazetteer = _gazetteer()
    printed, text = text, fold(text)
    found: list[Place] = []
    around = within
    end = 0
    for start, pair in _candidates(gazetteer, text):
        if start < end:
            continue
        hit = _name_at(gazetteer, text, start, pair, within)
        if hit is None:
            continue
        name, entry = hit
        end = start + len(name)
        if entry.use == "never":
            continue
        place, end = _grown(gazetteer, text, start, end, name, entry, around)
        found.append(place)
        around = place.code or around
    return as_printed(found, printed)


def names_place(text: str) -> bool:
    """Whether :func:`places` finds any in ``text``, whose radicals are folded; at half of its time."""
    gazetteer = _gazetteer()
    end = 0
    for start, pair in _candidates(gazetteer, text):
        if start >= end and (hit := _name_at(gazetteer, text, start, pair, "")) is not None:
            if hit[1].use != "never":
                return True
            end = start + len(hit[0])
    return False


def begins_like_place(text: str) -> bool:
    """Whether ``text``, whose radicals are folded, may begin with a place: a look at its first two characters."""
    return text[:2] in _gazetteer().by_pair


def resolve(name: str, within: str = "") -> Place | None:
    """The place that ``name`` alone means (青岛, 青岛市, 红河州, 山东聊城莘县, 西海岸新区), ``None`` for no place.

    Among several divisions of a name those in ``within`` come first, then those that stand today, then the
    higher level. ``中国``, ``全国`` and ``我国`` are the country, code 100000.
    """
    name = name.strip()
    if name in ("中国", "全国", "我国", "中华人民共和国"):
        return Place(name, 0, len(name), "中国", COUNTRY, "country")
    entry = _gazetteer().names.get(name)
    if entry is not None and entry.use != "never":
        item = next((item for item in entry.divisions if within and is_within(item.code, within)), None)
        item = item or (entry.divisions[0] if entry.divisions else None)
        if item is not None:
            return Place(name, 0, len(name), item.name, item.code, item.level)
        return Place(name, 0, len(name), name, entry.code, entry.level)
    whole = [place for place in places(name, within) if place.quote == name] if begins_like_place(fold(name)) else []
    return whole[0] if whole else None


def _candidates(gazetteer: _Gazetteer, text: str) -> Iterator[tuple[int, str]]:
    """Every place in ``text`` where a pair of characters stands that begins a name, in order."""
    for at in map(_START, gazetteer.begins.finditer(text)):
        pair = text[at : at + 2]
        if pair in gazetteer.by_pair:
            yield at, pair


def _name_at(gazetteer: _Gazetteer, text: str, start: int, pair: str, within: str) -> tuple[str, _Entry] | None:
    """The longest name that stands at ``start`` and may be read there."""
    for name in gazetteer.by_pair[pair]:
        if not text.startswith(name, start):
            continue
        entry = gazetteer.names[name]
        if entry.use == "never":
            return name, entry
        end = start + len(name)
        after = text[end : end + 1]
        if entry.use == "chain" and not (within and any(is_within(item.code, within) for item in entry.divisions)):
            continue
        if entry.use == "bound" and (
            text[max(0, start - 1) : start] not in "、，。；（( \n" or after in "级域城乡镇区"
        ):
            continue
        if not _stands_alone(gazetteer, text, start, end, name, entry):
            continue
        return name, entry
    return None


def _stands_alone(gazetteer: _Gazetteer, text: str, start: int, end: int, name: str, entry: _Entry) -> bool:
    """Whether a name is a word of its own: not 北海道, 创新乡村, 中山大学, 滨海城市, 合作市场."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in gazetteer.before.get(name, ""):
        return False
    if not entry.short and entry.level != "region":
        return not _goes_on(name, after)
    return not (after and after in gazetteer.after.get(name, "")) and gazetteer.things.match(text, end) is None


def _goes_on(name: str, after: str) -> bool:
    """Whether a full name's last character begins another word: 市场, 区域."""
    return bool(after) and after in {"市": "场", "区": "域间块", "县": "级", "州": "长"}.get(name[-1], "")


def _grown(
    gazetteer: _Gazetteer, text: str, start: int, end: int, name: str, entry: _Entry, around: str
) -> tuple[Place, int]:
    """The whole place that begins with ``name``: the chain of divisions, then a zone, facility or village."""
    chain = entry.divisions
    item = _meant(chain, around) if chain else None
    level: Level = entry.level
    full, code = (item.name, item.code) if item else (chain[0].name if chain else name, entry.code)
    while chain:
        step = _next_in_chain(gazetteer, text, end, chain)
        if step is None:
            break
        word, chain = step
        if not chain:  # a zone by its own name: 青岛西海岸新区
            entry = gazetteer.names[word]
            end += len(word)
            return Place(text[start:end], start, end, word, entry.code, entry.level), end
        end += len(word)
        item = chain[0] if len(chain) == 1 else _meant(chain, around)
        full, code, level = (item.name, item.code, item.level) if item else (chain[0].name, "", chain[0].level)
    if level in ("province", "city", "county"):
        kinds: tuple[tuple[re.Pattern[str], Level], ...] = ((gazetteer.zone, "zone"), (gazetteer.facility, "facility"))
        for pattern, kind in kinds:
            tail = pattern.match(text, end)
            if tail:
                end = tail.end()
                return Place(text[start:end], start, end, text[start:end], "", kind), end
        if level != "province" and text[end - 1] in "市县区旗州":
            tail = gazetteer.village.match(text, end)
            end = tail.end() if tail else end
    return Place(text[start:end], start, end, full, code, level), end


def _next_in_chain(
    gazetteer: _Gazetteer, text: str, at: int, above: tuple[Division, ...]
) -> tuple[str, tuple[Division, ...]] | None:
    """The division's name at ``at`` that lies in one of ``above``, with what it may mean; a zone has no divisions."""
    for name in gazetteer.by_pair.get(text[at : at + 2], ()):
        if not text.startswith(name, at):
            continue
        entry = gazetteer.names[name]
        if entry.level == "zone":
            return name, ()
        end = at + len(name)
        inside = tuple(item for item in entry.divisions if any(_lies_in(item, up) for up in above))
        if not inside:
            continue
        if not _stands_alone(gazetteer, text, at, end, name, entry):
            continue
        return name, inside
    return None


def _lies_in(item: Division, above: Division) -> bool:
    return item.code != above.code and is_within(item.code, above.code)


def _meant(found: tuple[Division, ...], around: str) -> Division | None:
    """The division meant among those that bear a name: the one near ``around``, or the highest; else unknown."""
    if len(found) == 1:
        return found[0]
    while around:
        near = [item for item in found if is_within(item.code, around)]
        if near:
            return near[0]
        if around.endswith("0000"):
            break
        around = around[:4] + "00" if not around.endswith("00") else around[:2] + "0000"
    first, second = found[0], found[1]
    if first.level != second.level or first.until < second.until:
        return first
    return None


def country() -> Place:
    """The country as a place without words of its own."""
    item = division(COUNTRY)
    assert item is not None
    return Place("", 0, 0, item.name, item.code, "country")
