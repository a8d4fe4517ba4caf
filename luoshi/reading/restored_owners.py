"""Whose a property is that the sentence names without its owner: restored from what the text has brought up.

    嘉平铁路是规划的联络线，正线全长 94 公里，设计时速 250 公里      嘉平铁路正线全长, 嘉平铁路设计时速
    （一）试点先行。在两县开展公交化改造试点，平均票价 4 元           公交化改造试点平均票价

For each figure whose name is bare, all phrases of its sentence, of those before it, of the paragraph's opening and of
the headings are proposed, and that there is no owner to restore; features of the name, of the phrase and of where it
stands decide (:mod:`~luoshi.reading.scorer`), with weights learned from labelled texts (``tools/train.py``).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from luoshi.knowledge.indicators import identify
from luoshi.knowledge.words import predicates
from luoshi.language.words import tagged
from luoshi.patterns import late
from luoshi.reading.owner_phrases import Phrase, Piece, phrases, pieces
from luoshi.reading.scorer import weights
from luoshi.records import Figure

_LONGEST_BARE = 5  # characters of a name that may lack its owner
_PIECES_BACK = 5  # pieces of the sentence before its clause that are looked at, beside its first
_PROPERTIES = tuple(predicates()["owners"]["properties"])
_THINGS = frozenset("个 项 家 座 条 处 宗 笔 场 件 批 期 支 单 所 台 辆 栋 套 口 艘 只".split())
_PEOPLE = frozenset(("人", "名", "人次", "户", "位"))
_SENTENCE_END = "。！？!?"
_SHARED = 2  # characters by which two names show that they are of one series
_FAR_BACK = 3  # pieces before a clause that are told apart
_REPEATED = 3  # mentions of a phrase beyond which more say no more
LIKELY = 0.7  # odds of there being an owner at all, above which one is chosen
SURE = 0.4  # the chosen one's share of them

# What stands for a thing named before: 该项目, 本工程, 其; and its kind alone: 项目, 大桥.
_ANAPHOR = late(
    r"(?:[该此本这]|这[个项座条家])(?:项目|工程|铁路|大桥|公司|企业|路|桥|线路?|园区|基地|平台|村|镇|县|市|区|校|院|馆|厂|水库|电站)?|其(?![中他余它间实次])"
)
_KIND = late(r"项目|工程|大桥|铁路|公司|企业|园区|基地|平台|线路|景区|医院|学校|水库|电站|集团")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with its place in the paragraph: where its number stands, its clause and its sentence begin."""

    figure: Figure
    at: int
    clause: int
    sentence: int
    carried: bool


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What a paragraph stands in: its headings, innermost last, and its kind (news, a report, …)."""

    headings: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure whose owner is asked for, the owners proposed, the names that it would have, and what speaks for each.

    ``shared`` are features of the name, which speak for or against any owner; ``features`` are each owner's.
    """

    figure: Figure
    names: tuple[str, ...]
    owners: tuple[str, ...]
    shared: tuple[str, ...]
    features: tuple[tuple[str, ...], ...]


Decide = Callable[[Asked], int]


def decided(asked: Asked) -> int:
    """The owner that the shipped weights choose, by its index; -1 for none."""
    known = weights("owners")
    any_owner = known.score(asked.shared)
    return chosen([any_owner + known.score(features) for features in asked.features])


def chosen(scores: Sequence[int]) -> int:
    """The index of the best of the owners with these scores, -1 where there may be none or another as well."""
    if not scores:
        return -1
    odds = [math.exp(score / 100) for score in scores]
    best = scores.index(max(scores))
    return best if sum(odds) > LIKELY and odds[best] > SURE * sum(odds) else -1


def restored(
    words: str, told: Sequence[Told], breaks: Sequence[tuple[int, int]], around: Surrounding, decide: Decide = decided
) -> list[Figure]:
    """The figures of a paragraph, those that lack their owner with it; ``breaks`` are its numbers and times.

    A report's are left as they are: what it names briefly is its place's.
    """
    if around.kind == "report":
        return [one.figure for one in told]
    scene = _Scene(words, breaks, around)
    out: list[Figure] = []
    last = _Last()
    for one in told:
        figure = one.figure
        bare = name = figure.indicator
        owner = ""
        if one.carried and bare == last.bare:
            name, owner = last.name, last.owner
        elif may_lack(bare):
            asked = _asked(one, scene, last)
            at = decide(asked)
            if at >= 0:
                owner, name = asked.owners[at], asked.names[at]
        if name != bare:
            figure = replace(figure, indicator=name, concept=identify(name).concept)
        last = _Last(bare, name, owner, one.sentence, one.at)
        out.append(figure)
    return out


def may_lack(name: str) -> bool:
    """Whether a name is short enough to lack its owner, and no indicator that is known by itself."""
    return len(name) <= _LONGEST_BARE and not identify(name).concept


@dataclass(frozen=True, slots=True)
class _Last:
    """The figure before: its bare name, the name it got, its owner, its sentence, its place."""

    bare: str = ""
    name: str = ""
    owner: str = ""
    sentence: int = -1
    at: int = -1


@dataclass(frozen=True, slots=True)
class _Name:
    """What speaks for or against any owner of a name; ``lead`` is what stands before it, ``last`` the figure before."""

    lead: str
    last: str
    unit: str
    features: tuple[str, ...]


def _is_property(name: str) -> bool:
    """Whether a name is one of a thing's properties (票价, 全长, 日接待能力), which no place has."""
    return name.endswith(_PROPERTIES)


def owned_by(owner: str, name: str) -> str:
    """A name after its owner; what stands for the owner in it (该项目, 其) or repeats its end gives way."""
    anaphor = _ANAPHOR.match(name)
    rest = name[anaphor.end() :] if anaphor else name
    kind = _KIND.match(rest)
    if kind and len(rest) > kind.end() and (owner[-1] == kind.group()[-1] or kind.group() in ("项目", "工程")):
        rest = rest[kind.end() :]
    for shared in range(min(len(owner), len(rest) - 1), 1, -1):
        if owner.endswith(rest[:shared]):
            rest = rest[shared:]
            break
    return owner + (rest or name)


class _Scene:
    """A paragraph with its numbers and times, and what it stands in; phrases are cut once for all its figures."""

    def __init__(self, words: str, breaks: Sequence[tuple[int, int]], around: Surrounding) -> None:
        self.words = words
        self.breaks = breaks
        self.around = around
        self._phrases: dict[tuple[str, Piece], list[Phrase]] = {}

    def phrases(self, text: str, piece: Piece) -> list[Phrase]:
        """The phrases of a piece of ``text``."""
        known = self._phrases.get((text, piece))
        if known is None:
            known = self._phrases[text, piece] = list(phrases(text, piece))
        return known

    def pieces(self, start: int, end: int) -> list[Piece]:
        """The pieces of a stretch of the paragraph."""
        return pieces(self.words, start, end, self.breaks)

    def zones(self, one: Told, begins: int) -> Iterator[tuple[str, Piece, str]]:
        """The pieces in which a figure's owner may stand, nearest first, with what each is to the figure."""
        words = self.words
        for piece in reversed(self.pieces(one.clause, begins)):
            yield words, piece, "clause"
        sentence = self.pieces(one.sentence, max(one.sentence, one.clause - 1))
        for back, piece in enumerate(reversed(sentence[-_PIECES_BACK:]), 1):
            yield words, piece, "first piece" if back == len(sentence) else f"piece -{min(back, _FAR_BACK)}"
        if len(sentence) > _PIECES_BACK:
            yield words, sentence[0], "first piece"
        yield from self._earlier(one.sentence - 1)
        for back, heading in enumerate(reversed(self.around.headings[-2:]), 1):
            for piece in pieces(heading, 0, len(heading))[:2]:
                yield heading, piece, f"heading -{back}"

    def _earlier(self, stop: int) -> Iterator[tuple[str, Piece, str]]:
        """The pieces of the sentences before the one that begins after ``stop``."""
        for back in (1, 2):
            if stop <= 0:
                return
            begin = max(self.words.rfind(mark, 0, stop) for mark in _SENTENCE_END) + 1
            before = self.pieces(begin, stop)
            for at, piece in enumerate(before):
                if at == 0 or (back == 1 and at + 1 == len(before)):
                    kind = "title" if len(before) == 1 and not begin else "opening" if at == 0 else "end"
                    yield self.words, piece, f"sentence -{back} {kind}"
            stop = begin - 1
        if stop > 0 and (first := self.pieces(0, stop)):
            yield self.words, first[0], "paragraph opening"


def _asked(one: Told, scene: _Scene, last: _Last) -> Asked:
    """The owners that a figure may have, the nearest first, with what speaks for each."""
    name = one.figure.indicator
    found: dict[str, list[tuple[Phrase, str]]] = {}
    named_at = scene.words.rfind(name, one.clause, one.at)
    begins = named_at if named_at >= 0 else one.at
    for text, piece, zone in scene.zones(one, begins):
        for phrase in scene.phrases(text, piece):
            own = _unquoted(phrase.text)
            if len(own) > 1 and own not in name and name not in own:
                found.setdefault(own, []).append((phrase, f"{zone}, {piece.closed}"))
    for own, zone in (
        (last.owner, "last owner"), (last.name, "last name"), (_head_of_series(last.name, name), "last name's head")
    ):  # fmt: skip
        if own and own not in found and own not in name and name not in own:
            found[own] = [(Phrase(own, "", "", True, "", "", "", False, ("", ""), ("", "")), zone)]
    told = _of_name(one, scene, last, begins)
    return Asked(
        one.figure,
        tuple(owned_by(owner, name) for owner in found),
        tuple(found),
        told.features,
        tuple(tuple(_features(owner, places, scene, last, told)) for owner, places in found.items()),
    )


def _unquoted(words: str) -> str:
    """Words without the marks around them, where these are around all of them."""
    return words[1:-1] if words[0] == "“" and words.find("”") == len(words) - 1 else words


def _head_of_series(last: str, name: str) -> str:
    """What two names told one after the other have before their own parts: 离岛免税购物金额, 购物人数 → 离岛免税."""
    at = last.rfind(name[:_SHARED]) if len(name) > _SHARED else -1
    if at > 1:
        return last[:at]
    ends = tagged(last)[-1][0] if last else ""
    return last[: -len(ends)] if len(last) - len(ends) > 1 and name[-1] in ends else ""


def _of_name(one: Told, scene: _Scene, last: _Last, begins: int) -> _Name:
    """What speaks for or against any owner: the name, its number, and what stands before it in its clause."""
    figure, name, around = one.figure, one.figure.indicator, scene.around
    parts = tagged(name)
    lead = scene.words[one.clause : begins]
    kind = (
        "stands for"
        if _ANAPHOR.match(name) or _ANAPHOR.match(lead)
        else "opens"
        if not lead
        else "whole"
        if lead[0] in "全我" and lead[1:2] in "市省县区国州"
        else tagged(lead)[-1][1][0]
    )
    first = one.sentence == one.clause
    ordinal = "first" if not one.sentence else "later"
    related = "same" if last.sentence == one.sentence else "earlier" if last.bare else "none"
    had = f"{related} {'owned' if last.owner else 'bare'}"
    unit = "thing" if figure.unit in _THINGS else "person" if figure.unit in _PEOPLE else figure.unit.lstrip("万亿")
    return _Name(kind, had, unit, (
        "own",
        f"length={len(name)}",
        f"ends={parts[-1][0]}",
        f"ends in={name[-1]}",
        f"ends with={parts[-1][1]}",
        f"begins with={parts[0][1][0]}",
        f"made of={' '.join(tag[0] for _, tag in parts[:3])}",
        f"rule={figure.rule}",
        f"measure={figure.measure}",
        f"unit={unit}",
        f"unit={unit}, {kind}",
        f"length={len(name)}, {kind}",
        f"in={around.kind}",
        f"in={around.kind}, {kind}",
        f"in={around.kind}, length={len(name)}",
        f"property={_is_property(name)}",
        f"property={_is_property(name)}, {kind}",
        f"lead={kind}",
        f"lead={kind}, {'sentence' if first else 'clause'}",
        f"sentence={ordinal}",
        f"last={had}",
        f"last={had}, {kind}",
        f"told={'as it stands' if begins < one.at else 'put together'}",
    ))  # fmt: skip


def _features(
    owner: str, places: list[tuple[Phrase, str]], scene: _Scene, last: _Last, name: _Name
) -> Iterator[str]:
    """What speaks for or against one owner."""
    phrase, zone = places[0]
    opens = "opens" if phrase.opens else phrase.around[0][:1]
    closes = phrase.around[1][:1] if phrase.after else "closes"
    yield f"zone={zone}"
    yield f"zone={zone}, {opens}"
    yield f"zone={zone}, {opens}, {closes}"
    yield f"zone={zone}, {name.lead}"
    yield f"zone={zone}, {scene.around.kind}"
    yield f"told before={min(scene.words.count(owner), _REPEATED)}"
    yield f"told before={min(scene.words.count(owner), _REPEATED)}, named={phrase.named}"
    yield f"zone={zone}, {name.last}"
    yield f"stands={opens}, {closes}"
    yield f"after={phrase.after}"
    yield f"owner ends={phrase.last}"
    yield f"owner begins={phrase.first}"
    yield f"end={phrase.nth}, {opens}, {closes}"
    yield f"named={phrase.named}"
    yield f"named={phrase.named}, {zone}"
    yield f"named={phrase.named}, {name.unit}"
    yield f"owner ends with={phrase.tags[1]}, {name.unit}"
    yield f"owner ends in={owner[-1]}"
    yield f"owner ends with={phrase.tags[1]}"
    yield f"owner begins with={phrase.tags[0]}"
    yield f"owner length={min(len(owner), 14) // 2}"
    yield f"mentions={min(len(places), _REPEATED)}"
    if owner == last.owner:
        yield "last owner"
        yield f"last owner, {name.last}, {name.lead}"
    elif last.owner:
        yield "another owner than the last"
    if identify(owner).concept or _is_property(owner):
        yield "an indicator"
        yield f"an indicator, {zone}"
    if last.bare and last.bare in owner:
        yield "holds the last name"
    if any(owner in heading for heading in scene.around.headings):
        yield "in a heading"
    if "“" in owner or "《" in owner:
        yield "quoted"
    if any(character.isdigit() for character in owner):
        yield "holds a number"
