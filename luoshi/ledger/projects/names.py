"""The names of projects taken apart: what is proper to one, what kind of work it is, which section or number is meant.

    临澜湾跨海通道二期工程    临澜湾 · 通道 · phase 2
    8号线北段                · 号线 · line 8 · part 北段

Two names may be one project's where their parts never differ: 一期 is not 二期, line 3 is not line 4, 东线 not 西线.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from luoshi.knowledge.words import Affixes, alternatives
from luoshi.reading.project_words import project_words

_NUMERAL = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|首)"
_PHASE = re.compile(rf"第?({_NUMERAL})(?:期|阶段)")
_LINE = re.compile(rf"({_NUMERAL})号(?:(?:地铁)?线|$|(?=[东南西北首]))")
_ORDINAL = re.compile(
    rf"第([一二三四五六七八九十\d]{{1,2}})(?![期届次])|({_NUMERAL})号(?=航站楼|跑道|码头|泊位|机组)|(?<=[\u4e00-\u9fff])([二三四五])(?=通道|大?桥|隧道|机场|水厂|跑道|航站楼)"
)
_TERMINAL = re.compile(r"T(\d)(?=航站楼)")
_SIDE = re.compile(r"[东南西北中]{1,2}(?:段|线|延(?:长|伸)?(?:线|段)?|片区|区段|院区?|校区)$")
_REACHES = re.compile("[至到—-]")
_SIZE = re.compile(
    r"\d[\d.]*[万亿千百]?(?:吨|千瓦|兆瓦|辆|公里|平方米|亩|立方米|标箱|台|套|架|米|GW|MW)级?(?:/?[年日])?|\d[A-Z]级"
)
_BRACKET = re.compile(r"[（(]([^（）()]*)[）)]")
_MARKS = re.compile(r"[\s“”\"'‘’《》〈〉（）()【】\[\]·、，,]")
_SHORT_LIST = re.compile(rf"{_NUMERAL}(?:[、和及与]{_NUMERAL})+号线")
_NO_RAIL = re.compile("[A-Z]|电车|公交|机组|泊位|高速")
_LINES = re.compile(r"(\d{1,2})号?[至到—-](\d{1,2})号线")
_EXTENDS = re.compile("扩建|改造|改建|迁建|整治|扩容|扩能")
_LISTED = re.compile("[、，和及]")
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "首": 1}
_SIDES = "东南西北中"
_PLACE = 4  # characters: a name without a kind of work that is no longer may be a place's
_LEAST = 2  # characters of a name that is known by itself
_MOST_BLOCKS = 3  # pieces of a longer name of which a shorter one is made


@dataclass(frozen=True, slots=True)
class ProjectName:
    """A name in its parts, ``""`` for none: ``proper`` and ``head`` (the kind of work, one word for those alike).

    ``phase``, ``line`` and ``ordinal`` are numbers as digits, ``section`` is a stretch of the whole (北段), ``size``
    what it can carry or make (1000万吨). ``at_home`` says that the name of its own city stands in it. ``extends`` says
    that something is rebuilt or enlarged, ``letters`` how many characters the name has, ``joined`` that it may list
    several things; these tell no names apart.
    """

    proper: str
    head: str
    phase: str = ""
    line: str = ""
    ordinal: str = ""
    section: str = ""
    size: str = ""
    at_home: bool = False
    extends: bool = field(default=False, compare=False)
    letters: int = field(default=0, compare=False)
    joined: bool = field(default=False, compare=False)

    @property
    def whole(self) -> str:
        """What is proper and the kind of work, without numbers and sections."""
        return self.proper + self.head


@lru_cache(maxsize=1 << 16)
def taken_apart(name: str, home: str = "") -> ProjectName:
    """The parts of a project's name in the documents of the place ``home``, whose own name tells nothing apart."""
    words = _TERMINAL.sub(r"\1号", unicodedata.normalize("NFKC", name))
    bracket = _BRACKET.search(words)
    section = bracket[1] if bracket and bracket[1].endswith("段") else ""
    words = _MARKS.sub("", _BRACKET.sub(_phase_in, words))
    letters, extends = len(words), _EXTENDS.search(words) is not None
    joined = _LISTED.search(name, 1) is not None
    words, size = _taken(_SIZE, words)
    words = without_work(words)
    words, phase = _numbered(_PHASE, words)
    words = without_work(words)
    if not section:
        words, section = _section(words)
    words, at_home = _without_home(words, home)
    found = _LINE.search(words)
    line = ""
    if found is not None and (found.group().endswith("线") or not _bare(words[: found.start()])):
        words, line = _numbered(_LINE, words)
    words, ordinal = _numbered(_ORDINAL, words)
    head = "号线" if line else _heads().ending(words)
    proper = _bare(words if line else words.removesuffix(head))
    if len(proper) + len(head) == _LEAST and len(proper) == 1 and proper not in _SIDES:
        proper, head = proper + head, ""  # a name of two characters is a place's
    return ProjectName(
        proper, _alike().get(head, head), phase, line, ordinal, section, size, at_home, extends, letters, joined
    )


def wideness(name: ProjectName) -> int:
    """How many other kinds of work the word for its own may stand for: of 铁路 two, of 高铁 none."""
    return len(_wider().get(name.head, ()))


def is_wider(short: ProjectName, long: ProjectName) -> bool:
    """Whether the kind of work of ``short`` is a wider word than that of ``long``: 铁路 of 高铁."""
    return long.head in _wider().get(short.head, ())


def each_line(name: str) -> list[str]:
    """The lines that a name lists under one word (地铁1号、4号、8号线), each by itself; any other name alone."""
    span = _LINES.search(name)
    if span is not None and int(span[1]) < int(span[2]):
        return [f"{number}号线" for number in range(int(span[1]), int(span[2]) + 1)]
    short = _SHORT_LIST.search(name)
    if short is not None:
        return [f"{number}号线{name[short.end() :]}" for number in re.findall(_NUMERAL, short.group())]
    parts = _LISTED.split(name)
    if len(parts) == 1 or not all(_LINE.search(part) for part in parts):
        return [name]
    return [f"{part}线" if part.endswith("号") else part for part in parts]


def shares_head(name: ProjectName) -> str:
    """The kind of work of a way, which others listed before it may leave out (望白、澜渔铁路); "" for other names."""
    return name.head if name.head in ("高铁", "城际") or _kind(name.head) in ("rail", "road") else ""


def is_part(name: str) -> bool:
    """Whether a name is of a part of a work that is done long before the whole (主塔桩基)."""
    return _parts().search(_MARKS.sub("", name)) is not None


def same_numbers(one: ProjectName, other: ProjectName) -> bool:
    """Whether phase, line and ordinal of two names are the same, and neither size contradicts the other."""
    if (one.phase, one.line, one.ordinal) != (other.phase, other.line, other.ordinal):
        return False
    return not (one.size and other.size and one.size != other.size)


def shortens(short: ProjectName, long: ProjectName) -> bool:
    """Whether ``short`` may be a shorter name of ``long``, numbers and sections aside.

    Its words stand in the longer one in the same order: the kind of work with none or a piece of what is proper
    (通道, 临澜通道), or what is proper alone (临澜湾).
    """
    if short.line or long.line:
        return short.line == long.line and (
            short.proper == long.proper or not _NO_RAIL.search(short.proper + long.proper)
        )
    if len(short.whole) < _LEAST:
        return False
    if is_wider(short, long):
        return short.proper == long.proper
    if short.head != long.head:
        # One leaves its kind out: then what is proper must be the same.
        named = _kind(long.head) in ("rail", "road", "water") or len(short.proper) > _PLACE
        return named and not short.head and sorted(short.proper) == sorted(long.proper)
    if not short.proper:
        return bool(long.proper) and not short.at_home
    if not short.head:
        return long.proper.endswith(short.proper) or sorted(short.proper) == sorted(long.proper)
    return _abbreviates(short.proper, long.proper)


def _abbreviates(short: str, long: str) -> bool:
    """Whether ``short`` is made of at most three pieces of ``long`` in their order, or of its very characters."""
    if len(short) < _LEAST:
        return short == long or (len(short) == 1 and long.endswith(short) and len(long) <= _MOST_BLOCKS)
    if sorted(short) == sorted(long):
        return True
    if long[-1:] in tuple(_SIDES) and short[-1] != long[-1]:
        return False
    blocks, at = 0, 0
    longest = 0
    while short and blocks <= _MOST_BLOCKS:
        size = next((n for n in range(len(short), 0, -1) if long.find(short[:n], at) >= 0), 0)
        if not size:
            return False
        at = long.find(short[:size], at) + size
        short = short[size:]
        blocks += 1
        longest = max(longest, size)
    return not short and blocks <= _MOST_BLOCKS and longest >= _LEAST


@cache
def _heads() -> Affixes:
    """The words with which a name says what kind of work it is; the side where it lies and 新 are proper to it."""
    kinds = project_words().kinds
    tails = {tail for tail, kind in kinds.items() if kind not in ("work", "section")} | set(_alike())
    return Affixes(tail for tail in tails if tail[0] not in "东南西北新" or tail[1:] not in tails)


def _kind(head: str) -> str:
    """The class of a kind of work: road, rail, water; "" for none."""
    return project_words().kinds.get(head, "")


@cache
def _alike() -> dict[str, str]:
    """The word that stands for others of its kind."""
    return {word: group[0] for group in _table()["alike"]["heads"] for word in group}


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("luoshi.knowledge").joinpath("project_names.toml").read_text("utf-8"))


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(f"{alternatives(_table()['parts']['words'])}(?:工程|施工|建设)?$")


@cache
def _wider() -> dict[str, list[str]]:
    """The kinds of work that a wider word may stand for."""
    return _table()["wider"]


@cache
def _work() -> Affixes:
    return Affixes(_table()["work"]["words"])


@cache
def _long() -> re.Pattern[str]:
    """Kinds of work that have sections."""
    kinds = project_words().kinds
    return re.compile(alternatives(tail for tail, kind in kinds.items() if kind in ("road", "rail", "water")))


@cache
def _loose() -> re.Pattern[str]:
    return re.compile(alternatives(_table()["loose"]["words"]))


def _phase_in(bracket: re.Match[str]) -> str:
    """The phase that a bracket holds; a bracket with other words goes."""
    found = _PHASE.search(bracket[1])
    return found.group() if found else ""


def _without_home(words: str, home: str) -> tuple[str, bool]:
    """The name without the place whose documents tell it, and whether it stood there; A至B names a line's ends."""
    for own in (home, home[:-1] if len(home) > _LEAST else ""):
        at = words.find(own) if own else -1
        if at >= 0 and len(words) - len(own) >= _LEAST and words[at + len(own) : at + len(own) + 1] not in "至到—-":
            return words[:at] + words[at + len(own) :], True
    return words, False


def _section(words: str) -> tuple[str, str]:
    """The words without the stretch of a work at their end, and that stretch: 北段, 南延线, 南村至李哥庄段."""
    side = _SIDE.search(words, 2)
    if words.endswith("段"):
        heads = [found.end() for found in _long().finditer(words) if found.end() < len(words) - 1]
        # 临青城际南塘至望渔北段: the section reaches from one place to another, 北 is the second one's.
        if heads and (side is None or _REACHES.search(words, heads[0])):
            return words[: heads[0]], words[heads[0] :]
    return (words[: side.start()], side.group()) if side is not None else (words, "")


def without_work(words: str) -> str:
    """The name without words at its end that say what is done to the work or which part is meant."""
    while (word := _work().ending(words)) and len(words) - len(word) >= _LEAST:
        words = words[: -len(word)]
    return words


def _bare(proper: str) -> str:
    """What is proper to a name without words that tell nothing apart; all of it where nothing else is left."""
    return _loose().sub("", proper) or (proper if proper.startswith(("国家", "国际")) else "")


def _taken(pattern: re.Pattern[str], words: str) -> tuple[str, str]:
    """The words without what the pattern finds, and what it found."""
    found = pattern.search(words)
    return (words[: found.start()] + words[found.end() :], found.group()) if found else (words, "")


def _numbered(pattern: re.Pattern[str], words: str) -> tuple[str, str]:
    """The words without a number that the pattern finds, and the number as digits."""
    found = pattern.search(words)
    if found is None:
        return words, ""
    number = next(group for group in found.groups() if group)
    return words[: found.start()] + words[found.end() :], _digits(number)


def _digits(numeral: str) -> str:
    """A number up to 99 in digits: 十一 is 11, 二十 is 20."""
    if numeral.isdigit():
        return str(int(numeral))
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return str(_DIGITS.get(numeral, 0))
    return str(10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0))
