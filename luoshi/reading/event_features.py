"""What speaks for a clause telling an event: its verb, where it stands, who does it, when, and the words around.

Told for the scorer by names (``tools/training/events.py`` learns their weights); those of a few words are made once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from luoshi.patterns import late
from luoshi.reading.event_clauses import Clause, block_kind
from luoshi.reading.event_words import event_words

_FUTURE = late("(?<!现)将(?!军|士)|拟|计划|即将|要(?!求|闻|素)|应当|须|力争|确保|争取|明天|明年|下一步|希望|愿")
_SAID = late("表示|指出|强调|认为|介绍|要求|提出|透露|希望|呼吁|坦言|告诉")
_PAST = late("(?:19|20)\\d\\d年(?!.{0,2}月)|曾|以来|历史|去年|周年")
_MARKS = late(
    r"[将拟划即要应须力争确保明下希愿表指强认介提透呼坦告曾以历去周]|(?:19|20)\d\d年"
)  # what each of these has
# What a year or a quarter comes to is no event.
_COUNTS = late(
    "累计|共计|超过?[\\d一二三]|突破|同比|增长|[%％]|合计|达到?[\\d一二三]|全年|今年以来|前[\\d一二三四五六七八九十]{1,2}个?月|持续|不断|进一步|力度|加快|显著"
)
_DUE = late("(?:[日月底年]|期间)(?:之?前|以前)|预计|预期")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a clause stands: the kind of its document, what its article's headlines say, how far below them it is.

    ``told`` are the pairs of characters of the headlines; ``lead`` says whether the block is the first below one.
    """

    genre: str
    told: frozenset[str]
    lead: bool


def features(clause: Clause, facts: tuple[str, ...], setting: Setting, age: str) -> list[str]:
    """What speaks for a clause telling an event.

    ``facts`` are what is known of its actors and its time, ``age`` is how long ago its own day is (:func:`age_of`).
    """
    text, verb, act, weight = clause.block.passage.text, clause.verb, clause.act, clause.weight
    words = clause.words
    stands = block_kind(clause)
    kind = "lead" if stands == "prose" and setting.lead else stands
    behind = "object" if clause.verb_end < clause.end else "end"
    family = event_words().families.get(verb, act)
    ordinal = min(3, clause.ordinal)
    out = [
        f"verb={verb}", f"sentence={min(3, clause.sentence)}", f"length={min(6, len(words) // 8)}",
        f"before={min(5, (clause.verb_start - clause.start) // 4)}", f"mark={clause.mark}",
        *_of_verb(act, family, weight, behind, kind, ordinal), *_of_genre(setting.genre, kind),
        *_of_facts(facts, family, weight, act, kind),
        *_of_position(kind, min(2, clause.sentence), min(2, ordinal), weight, facts[0]),
    ]  # fmt: skip
    above = _told_above(words, setting.told) if setting.told and kind in ("lead", "prose") else ""
    if above:
        out += [f"above={above}", f"above,act={above},{act}", f"above,clause={above},{min(2, ordinal)}"]
    out += _of_object(text[clause.verb_end : clause.end], family)
    out += _of_counts("counts" if _COUNTS.search(words) else "no counts", kind, weight)
    before = text[clause.start : clause.verb_start]
    if _MARKS.search(words):
        out += [name for name, mark in (("future", _FUTURE), ("said", _SAID), ("past", _PAST)) if mark.search(before)]
        if _PAST.search(words):
            out.append("history")
    if words.endswith(("时", "后", "中", "上", "期间")):
        out.append("aside")
    out += _of_age(age, family, "due" if _DUE.search(before) else "not due", stands)
    out += _of_neighbours(before[-2:], text[clause.verb_end : clause.verb_end + 2], family)
    out += [f"ends={words[-2:]}", f"ends={words[-1]}", f"begins={words[:2]}", f"begins={words[0]}"]
    return out


@lru_cache(1 << 12)
def _of_verb(act: str, family: str, weight: str, behind: str, kind: str, ordinal: int) -> tuple[str, ...]:
    """The features of what kind of verb it is, with its block and its clause."""
    return (
        "bias", f"act={act}", f"block={kind}", f"act,block={act},{kind}", f"clause={ordinal}", f"behind={behind}",
        f"behind,act={behind},{act}", f"clause,block={min(2, ordinal)},{kind}", f"family={family}",
        f"family,block={family},{kind}", f"family,clause={family},{min(2, ordinal)}", f"weight={weight}",
        f"weight,block={weight},{kind}", f"weight,behind={weight},{behind}",
    )  # fmt: skip


@lru_cache(1 << 8)
def _of_genre(genre: str, kind: str) -> tuple[str, ...]:
    """The features of the kind of document."""
    return (f"genre={genre}", f"genre,block={genre},{kind}")


@lru_cache(1 << 12)
def _of_facts(facts: tuple[str, ...], family: str, weight: str, act: str, kind: str) -> tuple[str, ...]:
    """The features of what is known of the actors and the time."""
    return (
        *(f"fact,family={one},{family}" for one in facts[:2]),
        *(f"fact={one}" for one in facts),
        *(f"fact,weight={one},{weight}" for one in facts),
        *(f"fact,act={one},{act}" for one in facts),
        *(f"fact,block={one},{kind}" for one in facts),
    )


@lru_cache(1 << 12)
def _of_position(kind: str, sentence: int, clause: int, weight: str, who: str) -> tuple[str, ...]:
    """The features of the place in its block."""
    place = f"{kind},{sentence},{clause}"
    return (f"place={place}", f"place,weight={place},{weight}", f"place,fact={place},{who}")


def _of_object(behind: str, family: str) -> list[str]:
    """The features of what follows the verb."""
    told = "了" if behind.startswith("了") else "《" if "《" in behind else "“" if "“" in behind else ""
    out = [f"object={told}", f"object,family={told},{family}"]
    return [*out, "of"] if behind.startswith("的") else out


@lru_cache(1 << 8)
def _of_counts(counts: str, kind: str, weight: str) -> tuple[str, ...]:
    """The features of a clause that tells what a year comes to."""
    return (counts, f"{counts},block={kind}", f"{counts},weight={weight}")


@lru_cache(1 << 10)
def _of_age(age: str, family: str, due: str, kind: str) -> tuple[str, ...]:
    """The features of how long ago a clause's own day is."""
    return (f"age={age}", f"age,family={age},{family}", f"age,due={age},{due}", f"age,block={age},{kind}", due)


@lru_cache(1 << 12)
def _of_neighbours(before: str, behind: str, family: str) -> tuple[str, ...]:
    """The features of the characters around the verb."""
    return (
        f"before verb={before}", f"before verb={before[-1:]}", f"behind verb={behind}", f"behind verb={behind[:1]}",
        f"before verb,family={before[-1:]},{family}",
    )  # fmt: skip


def age_of(period: str, day: str) -> str:
    """How long before its document's day a period is: the same day, month or year, earlier, or still ahead."""
    if not period or not day:
        return "none"
    own, told = period[: len(day)], day[: len(period)]
    if own > told:
        return "ahead"
    if own == told:
        return "now"
    return "month" if own[:7] == told[:7] else "year" if own[:4] == told[:4] else "earlier"


def pairs(words: str) -> Iterator[str]:
    """The pairs of neighbouring characters of some words."""
    return map("".join, pairwise(words))


def _told_above(words: str, told: frozenset[str]) -> str:
    """How much of a clause its article's headlines say: in fifths of its pairs of characters."""
    own = set(pairs(words))
    return str(5 * len(own & told) // max(1, len(own)))
