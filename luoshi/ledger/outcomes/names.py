"""A name taken apart for comparing: what it is of, what is done with it, at what level, over what threshold.

新建农村示范生态河道    verb make, object 农村示范生态河道, head 河道
新增产值100亿元以上企业  verb add, numbers 100亿, head 企业
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from luoshi.ledger.identity import IndicatorKey

_WORDS = tomllib.loads(files("luoshi.knowledge").joinpath("answers.toml").read_text("utf-8"))
_CLASS_OF = {verb: name for name, verbs in _WORDS["verbs"].items() for verb in verbs}
_LEADING = sorted(_CLASS_OF, key=len, reverse=True)
_BEGINNING = {first: [verb for verb in _LEADING if verb[0] == first] for first in {verb[0] for verb in _LEADING}}


def _any_of(table: str) -> str:
    return "|".join(sorted(_WORDS[table]["words"], key=len, reverse=True))


_OPENING = re.compile(_any_of("openers"))
_COUNT = re.compile(rf"的?(?:{_any_of('counts')})\Z")
_LEVEL = re.compile(rf"({_any_of('levels')})级(及?以上)?|(国家)(?=高新|科技型|专精|制造业)")
_LESS = re.compile(_any_of("less"))
_NARROWER = re.compile(_any_of("narrower"))
_PROVIDED = re.compile(rf"\A(?:{_any_of('provided')})+(?=.{{4}})")
_MEANS = re.compile(rf"(?<=.{{4}})(?:(?:专项)?(?:{_any_of('means')})|方面)\Z")
_GENERIC = frozenset(_WORDS["generic"]["words"])
_SCOPE = re.compile(_any_of("scopes"))
_NUMBER = re.compile(r"(?<![A-Za-z])\d+(?:\.\d+)?[万亿]?(?:美?元|平方米|兆瓦)?")
_CONTRARY = _WORDS["contrary"]["pairs"]
_KEPT = re.compile(r"[\u3400-\u9fffA-Za-z0-9.]+")
_PUNCTUATION = re.compile(r"[（）()“”\"‘’《》、，\s]|的")


@dataclass(frozen=True, slots=True)
class Name:
    """A name's parts; ``pairs`` are the pairs of neighbouring characters of its object."""

    verb: str
    object: str
    pairs: frozenset[str]
    head: str
    level: str
    at_least: bool
    scopes: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=1 << 16)
def taken_apart(name: str) -> Name:
    """The parts of a name."""
    plain = _PUNCTUATION.sub("", in_common_words(name))
    verb, rest = leading_verb(plain)
    level = _LEVEL.search(rest)
    bare = _COUNT.sub("", rest) if len(rest) > 3 else rest
    return Name(
        verb=verb,
        object=rest,
        pairs=pairs_of(rest),
        head=bare[-2:],
        level=(level[1] or level[3]) if level else "",
        at_least=bool(level and level[2]),
        scopes=frozenset(_SCOPE.findall(rest)),
        numbers=frozenset(_NUMBER.findall(rest)),
    )


def in_common_words(name: str) -> str:
    """A name with one word for what reports call by several: 规上 is 规模以上, 医保 is 医疗保险."""
    plain = unicodedata.normalize("NFKC", name)
    for one, other in _WORDS["same"].items():
        plain = plain.replace(one, other)
    return plain


def without_use(name: str) -> str:
    """A name without what a report says of money's use: 支持│做好│困难群众的基本生活保障, 兜底保障│资金."""
    return _MEANS.sub("", _PROVIDED.sub("", name))


def leading_verb(words: str) -> tuple[str, str]:
    """The class of the verb that begins the words, ``""`` for none, and what follows it."""
    verb = ""
    while True:
        verbs = _BEGINNING.get(words[:1], ())
        found = next((each for each in verbs if words.startswith(each) and len(words) - len(each) > 1), "")
        opening = None if found else _OPENING.match(words)
        if found:
            verb, words = verb or _CLASS_OF[found], words[len(found) :]
        elif opening and len(words) - opening.end() > 1:
            words = words[opening.end() :]
        else:
            return verb, words


@lru_cache(maxsize=1 << 14)
def verb_in(words: str) -> str:
    """The class of the last verb among the words before a value."""
    best, at = "", -1
    for verb in _LEADING:
        found = words.rfind(verb)
        if found > at:
            best, at = _CLASS_OF[verb], found
    return best


@lru_cache(maxsize=1 << 16)
def pairs_of(words: str) -> frozenset[str]:
    """Pairs of neighbouring characters of each run of words, a single character whole."""
    found: set[str] = set()
    for run in _KEPT.findall(words):
        found.update(map(str.__add__, run, run[1:]) if len(run) > 1 else (run,))
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def contrary(one: str, other: str) -> bool:
    """Whether one name has a word in whose place the other has its contrary: 收入 and 政府性基金预算支出."""
    return any(
        first in one and second in other and second not in one and first not in other
        for pair in _CONTRARY
        for first, second in (pair, pair[::-1])
    )


def told_by(one: IndicatorKey, other: IndicatorKey) -> bool:
    """Whether a report may tell the indicator ``one`` by ``other``: 地方财政收入 by 一般公共预算收入."""
    return (other.concept, other.facets) in telling(one)


def telling(one: IndicatorKey) -> list[tuple[str, str]]:
    """The concepts by which a report may tell an indicator, with their facets: its own where none are named."""
    named = (word.partition(";") for word in _WORDS["told_by"].get(one.concept, ()))
    return [(concept, facets or one.facets) for concept, _, facets in named]


@lru_cache(maxsize=1 << 14)
def less_is_better(name: str) -> bool:
    """Whether a name that the scheme does not know is of something to be held down (浓度, 能耗, 事故)."""
    return _LESS.search(name) is not None


@lru_cache(maxsize=1 << 14)
def generic(name: str) -> bool:
    """Whether a name says nothing of whose or which thing it is of (项目, 企业, 投资)."""
    return taken_apart(name).object in _GENERIC or len(name) == 1


@lru_cache(maxsize=1 << 16)
def narrower(name: str, than: str) -> bool:
    """Whether a name is of a part where another is of the whole: 市本级税收收入 beside 税收收入."""
    parts = set(_NARROWER.findall(name))
    return bool(parts) and not parts <= set(_NARROWER.findall(than))
