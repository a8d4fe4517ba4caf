"""People in running text: names told by the posts before them, by 记者, and by a title after them.

A Chinese name is a surname and one or two characters; where it ends, the word after it tells (表示, 说,
在, a comma). A foreign name is a run of the characters that write foreign names, its parts joined with ·.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from luoshi.knowledge.bodies import core_pattern, organs, posts
from luoshi.knowledge.speech import words as speech_words
from luoshi.knowledge.words import alternatives
from luoshi.language.places import resolve
from luoshi.language.words import Word
from luoshi.language.words import words as words_of
from luoshi.patterns import late

_HAN = "\u4e00-\u9fff"
# Behind these stands a verb before them and no name: 郦冰带|着.
_ASPECT = frozenset("了着过得")
# Tags of words that may stand right after a name: verbs, adverbs, prepositions, times, particles and so on.
_AFTER_NAME = tuple("vdpctfrmu")
# Tags of what tells of a person whose name stands before it.
_TELLS = ("v", "d", "i", "l", "p")
# Tags of what tells of when and how often, where it is more than one character: 全年, 多次.
_TELLS_WHEN = ("t", "m")
_DOTTED_BEFORE = late(f"(?:[{_HAN}]{{1,8}}·){{1,3}}[{_HAN}]{{1,8}}$")
_RUN_BEFORE = late(f"[{_HAN}·]{{2,16}}$")
_LONGEST_RUN = 16
_NAME_LENGTHS = (2, 3)
# No name that stands alone has these, though one may have 长 or 同.
_NEVER_GIVEN = frozenset("他她它我你您们的了是为")
# What goes on with another person behind a name.
_LISTS = ("、", "及", "和", "与", "等")
_NOUNS = ("n", "a", "s", "z", "j")
_APPOINTS = late("(?:会议)?(?:表决通过|决定|同意|接受)?(?:任命|免去|聘任|免职|补选|选举|推选|接受|同意|决定|提名|批准)")
# A foreign name between a post and a mark or a day; a preposition or an adverb begins none, but 和 does.
_BOUNDED = late(f"[{_HAN}]{{2,7}}?(?=[、；。，]|[在于]?\\d{{1,2}}[月日]|$)")
_NO_FOREIGN = tuple("vpd")
# Tags of names of people, of places and of others.
_PROPER = ("nr", "nrt", "nrfg", "ns", "nz")
# Tags of single characters that are surnames only before a given name that is known as one: 有|号令, 强|优秀.
_NO_SURNAME = tuple("vpdcurmtfa")
# Tags of words of which no longer name is made: 方向|明, 青岛|行.
_NO_NAME = tuple("vpdcurmtfli")
# What ends places and no name without a known surname: 小镇.
_PLACES = frozenset("镇乡县区")
# Tags of words that nobody is called by: 谈|今年, 谈|怎样.
_NEVER_A_GIVEN_NAME = tuple("trcp")
# What turns a title into another word: 主席国, 代表团, 部长级, 大使馆, 省|长治.
NO_TITLE = "国团会级们制席台府处馆单部"


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text: ``text[start:end] == quote``; ``name`` is the quote without breaks and spaces."""

    quote: str
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class _Words:
    """What ``posts.toml`` says of names, ready for use."""

    surnames: frozenset[str]
    compound: frozenset[str]
    function: frozenset[str]
    country: re.Pattern[str]
    not_before: frozenset[str]
    follower: re.Pattern[str]
    foreign: re.Pattern[str]
    foreign_characters: frozenset[str]
    sounds: re.Pattern[str]
    dotted: re.Pattern[str]
    any_dotted: re.Pattern[str]
    no_given: frozenset[str]
    behind: frozenset[str]
    addresses: frozenset[str]
    cue: re.Pattern[str]
    title: re.Pattern[str]


@cache
def _words() -> _Words:
    table = posts()["names"]
    written = "".join(table["foreign"].split())
    any_name = "".join(dict.fromkeys(written + table["minority"]))
    surnames = "".join(table["surnames"].split())
    return _Words(
        surnames=frozenset(surnames),
        compound=frozenset(table["compound"].split()),
        function=frozenset(table["function"]),
        country=re.compile(alternatives(name for name in table["abroad"].split() if len(name) > 1)),
        not_before=frozenset(
            form[-2:]
            for form in (*_organ_forms(), *table["abroad"].split(), *posts()["posts"]["before"].split())
            if len(form) > 1
        ),
        follower=re.compile(
            rf"$|[^{_HAN}·]|{alternatives((*table['followers'].split(), *speech_words('speech', 'verbs')))}"
        ),
        foreign=re.compile(f"[{written}]{{2,10}}"),
        foreign_characters=frozenset(written),
        sounds=re.compile(f"[{any_name}]{{2,6}}"),
        dotted=re.compile(rf"[{any_name}{surnames}]{{1,8}}(?:[·•・‧-][{any_name}{surnames}]{{1,9}}){{1,4}}"),
        any_dotted=re.compile(rf"[{_HAN}]{{1,7}}(?:[·•・‧][{any_name}{surnames}]{{1,9}}){{1,4}}"),
        no_given=frozenset(table["no_given"]),
        behind=frozenset(table["behind"]),
        addresses=frozenset(speech_words("speech", "forms_of_address")),
        cue=re.compile(f"{core_pattern()}|记者|通讯员|同志"),
        title=re.compile(f"同志|{alternatives(posts()['posts']['after'].split())}"),
    )


def people(text: str) -> list[Person]:
    """The persons that ``text`` names, in its order: after a post or 记者, or before a title or 同志."""
    words = _words()
    found: list[Person] = []
    end = 0
    for cue in words.cue.finditer(text):
        if cue.group() in ("记者", "通讯员"):
            for start, stop in _byline(text, cue.end()):
                if start >= end:
                    found.append(_person(text, start, stop))
                    end = stop
            continue
        before = name_before(text, cue.start()) if words.title.fullmatch(cue.group()) else -1
        if before >= end and before >= 0:
            found.append(_person(text, before, cue.start()))
            end = cue.end()
            continue
        start = cue.end()
        stop = name_at(text, start) if cue.group() != "同志" else 0
        if stop and start >= end:
            found.append(_person(text, start, stop))
            end = stop
    return found


def name_at(text: str, start: int, foreign: bool = False, stops: Collection[int] = ()) -> int:
    """Where the name that begins at ``start`` ends, 0 where none does.

    Two to four characters with a surname first, read as long as the word after it allows; a name with ·;
    and where ``foreign`` says that the post is abroad, a run of characters that write foreign names.
    ``stops`` are places where print leaves a space or begins a line, so that a name may end there.
    """
    words = _words()
    dotted = words.dotted.match(text, start) or (_any_dotted(text, start) if "·" in text[start : start + 9] else None)
    if dotted is not None:
        return _trimmed(text, start, dotted.end())
    lengths: tuple[int, ...] = ()
    if text[start : start + 2] in words.compound:
        lengths = (4, 3)
    elif text[start : start + 1] in words.surnames:
        lengths = (3, 2)
    if words.country.match(text, start):
        return 0
    for length in lengths:
        end = start + length
        if end > len(text) or not _all_han(text, start, end):
            continue
        listed = text[end : end + 1] in _LISTS
        if length == lengths[0] and not listed and (text[end - 1] in words.behind or _follows(text, end - 1)):
            continue
        if text[end - 2 : end] in words.addresses:
            continue  # 代表|姬先生
        told = end in stops or words.follower.match(text, end) is not None or _is_left(text, end)
        if told and (lengths[0] > 3 or not _is_word(text, start, length)):
            return end
    if foreign and (end := _bounded(text, start)):
        return end
    run = words.foreign.match(text, start) if foreign else None
    if run is not None and not words_of(text[start : run.end()], guess=False)[0].tag.startswith("t"):
        return _trimmed(text, start, run.end())
    if not lengths:
        return _unlike_chinese(text, start, stops) or _likely_name(text, start, stops)
    return (
        _unlike_chinese(text, start, stops, least=lengths[0] + 1)
        or _name_among_words(text, start, lengths)
        or _name_before_a_word(text, start, lengths)
    )


def _any_dotted(text: str, start: int) -> re.Match[str] | None:
    """A name with · in characters that no list has; none where a verb or a preposition begins what stands there."""
    dotted = _words().any_dotted.match(text, start)
    if dotted is None or _takes_names(text[start]) or _follows(text, start):
        return None
    first = words_of(text[start : dotted.end()], guess=False)[0]
    noun = first.tag.startswith("n") and first.tag not in _PROPER
    return None if len(first.text) > 1 and (noun or first.tag.startswith(_NO_FOREIGN)) else dotted


def _is_left(text: str, end: int) -> bool:
    """Whether what stands behind names stands at ``end``, and no word goes over it: 石磊|用, but not 方敏推|拉."""
    if text[end : end + 1] not in _words().behind:
        return False
    return len(words_of(text[end - 1 : end + 3], guess=False)[0].text) == 1


def everyday_name_at(text: str, start: int) -> int:
    """Where a name that is an everyday noun ends, behind a post that surely has a holder: 主任高山回答; else 0."""
    words = _words()
    if text[start : start + 1] not in words.surnames or words.follower.match(text, start):
        return 0
    for end in (start + 3, start + 2):
        if end > len(text) or not _all_han(text, start, end) or words.follower.match(text, end) is None:
            continue
        if (
            text[end - 1] in words.behind
            or _follows(text, end - 1)
            or words.no_given.intersection(text[start + 1 : end])
        ):
            continue
        known = words_of(text[start:end], guess=False)
        if all(word.tag.startswith(_NOUNS) or len(word.text) == 1 for word in known):
            return end
    return 0


def _bounded(text: str, start: int) -> int:
    """Where the foreign name ends that print bounds with 、 or 。, whatever its characters: 昊使博、; 0 for none."""
    run = _BOUNDED.match(text, start)
    if run is None or _follows(text, start):
        return 0
    known = words_of(run.group(), guess=False)
    is_name = all(len(word.text) == 1 or word.tag.startswith("nr") or word.tag == "nz" for word in known)
    verb = known[0].tag.startswith(_NO_FOREIGN) or known[-1].tag.startswith("v")
    return run.end() if is_name and not verb and text[start] not in NO_TITLE else 0


def _name_before_a_word(text: str, start: int, lengths: tuple[int, ...]) -> int:
    """Where a name ends behind which a verb or an adverb begins though its own characters are no word: 巫启文|边听."""
    for length in lengths:
        end = start + length
        if end >= len(text) or not _all_han(text, start, end) or _is_word(text, start, length):
            continue
        first, across, *rest = (
            words_of(text[start : start + 6], guess=False)[0],
            words_of(text[end - 1 : end + 5], guess=False)[0],
            *words_of(text[end : end + 6], guess=False),
        )
        when = len(rest[0].text) > 1 and rest[0].tag.startswith(_TELLS_WHEN)
        if max(len(first.text), len(across.text)) > 1 or not (when or rest[0].tag.startswith(_TELLS)):
            continue
        if first.tag.startswith(_NO_SURNAME) and not (length > lengths[-1] and first.tag.startswith("v")):
            continue
        second = rest[1] if len(rest) > 1 else rest[0]
        if len(rest[0].text) > 1 or second.text in _ASPECT or (rest[0].tag == "d" and second.tag.startswith("v")):
            return end
    return 0


def _unlike_chinese(text: str, start: int, stops: Collection[int], least: int = 2) -> int:
    """Where a name of characters that write Mongolian, Tibetan and other names ends: 哈斯巴根, 尕藏才让; else 0."""
    words = _words()
    run = words.sounds.match(text, start)
    if run is None:
        return 0
    ends = {word.end + start for word in words_of(text[start : start + 10])}
    for end in range(run.end(), start + least - 1, -1):
        told = end in stops or words.follower.match(text, end)
        if (told or (end in ends and len(words_of(text[end : end + 6])[0].text) > 1)) and not _is_word(
            text, start, end - start
        ):
            return end
    return 0


def _likely_name(text: str, start: int, stops: Collection[int]) -> int:
    """Where what the word layer takes for a name ends, with a surname that no list has: 刀兰香, 水修远; else 0."""
    first = words_of(text[start : start + 10])[0] if start < len(text) else None
    if first is None or not first.tag.startswith("nr") or len(first.text) not in _NAME_LENGTHS:
        return 0
    if first.text[-1] in _PLACES:  # 院士│小镇
        return 0
    end = start + len(first.text)
    told = end in stops or _words().follower.match(text, end) is not None
    return end if told and not _is_word(text, start, len(first.text)) else 0


def surname_length(name: str) -> int:
    """How many characters of a name are its surname: 2 of 欧阳青山, 1 of 方敏, 0 where it begins with none."""
    words = _words()
    return 2 if name[:2] in words.compound else 1 if name[:1] in words.surnames else 0


def could_be_name(text: str) -> bool:
    """Whether ``text`` has the shape of a name: a surname and one or two characters, or characters of other names."""
    words = _words()
    surname = surname_length(text)
    if surname and surname < len(text) <= surname + 2:
        return _all_han(text, 0, len(text))
    return _DOTTED_BEFORE.match(text) is not None or words.sounds.fullmatch(text) is not None


def _name_among_words(text: str, start: int, lengths: tuple[int, ...]) -> int:
    """Where a name ends that the words around tell: 卫|东升|带头, 庞|立功|算了; 0 where they tell none."""
    reach = words_of(text[start : start + 10])
    ends = {word.end: place + 1 for place, word in enumerate(reach)}
    for length in lengths:
        place = ends.get(length)
        if place is None or not _all_han(text, start, start + length):
            continue
        if text[start + length - 2 : start + length] in _words().addresses:
            continue
        rest = reach[place : place + 1]
        if _of_name(reach[:place], rest, lengths[-1] - 1) and not _is_word(text, start, length):
            return start + length
    return 0


def _of_name(name: list[Word], rest: list[Word], surname: int) -> bool:
    """Whether words can be a name before ``rest``: one known as such, or ``surname`` characters and a word."""
    if rest and len(rest[0].text) < 2 and not rest[0].tag.startswith(_AFTER_NAME):
        return False
    if rest and rest[0].text in _ASPECT:
        return False
    if len(name) == 1:
        return name[0].tag.startswith("nr")
    first, second = name[0], name[1]
    if first.end != surname:
        return len(name) == 2 and first.tag.startswith("nr") and len(second.text) == 1
    if len(name) > 2:
        return False
    if second.tag.startswith("nr") or surname > 1:
        return True
    if first.tag.startswith("nr") and len(second.text) > 1:
        return True
    return not (first.tag.startswith(_NO_SURNAME) or (rest and rest[0].tag.startswith("n")))


def _is_word(text: str, start: int, length: int) -> bool:
    """Whether words of the dictionary stand at ``start`` and no name of ``length`` characters: 关切, 应当, 区|第六."""
    if text[start] == text[start + 1]:
        return True
    first, *rest = words_of(text[start : start + 10], guess=False)
    if len(first.text) < 2:
        if rest and len(rest[0].text) > 1 and rest[0].tag.startswith(_NEVER_A_GIVEN_NAME):
            return True
        # What is no noun is nobody to turn to: 向|宏远.
        return text[start] in _words().function and bool(rest) and _is_everyday(rest[0]) and rest[0].tag != "a"
    if first.tag.startswith("nr"):
        return False
    if start + length not in accumulate((len(word.text) for word in (first, *rest)), initial=start):
        return True
    if length == len(first.text) or first.tag.startswith(_NO_NAME):
        return True
    return first.tag.startswith("ns") and resolve(first.text) is not None


def _is_everyday(word: Word) -> bool:
    """Whether a word of two characters and more is none that is given as a name."""
    return len(word.text) > 1 and not word.tag.startswith("nr")


def name_before(text: str, end: int, foreign: bool = False) -> int:
    """Where the name that ends at ``end``, right before a title, begins; -1 where none does.

    ``foreign`` says that the title is one that foreigners bear (总统), so that a run of characters that
    write foreign names is a name.
    """
    words = _words()
    if text[max(0, end - 2) : end] in words.not_before:
        return -1
    if "·" in text[max(0, end - 9) : end] and (dotted := _DOTTED_BEFORE.search(text[max(0, end - 20) : end])):
        return max(0, end - 20) + dotted.start() if not _acts(dotted.group()) else -1
    if foreign:
        start = end
        while start > 0 and end - start < 8 and text[start - 1] in words.foreign_characters:
            start -= 1
        if end - start >= 2:
            return start
    if end >= 4 and text[end - 4 : end - 2] in words.compound:
        return end - 4
    if text[max(0, end - 3)] in words.surnames and len(known := words_of(text[max(0, end - 3) : end])) == 1:
        return max(0, end - 3) if known[0].tag.startswith("nr") else -1
    for start in (end - 3, end - 2):
        if start < 0 or text[start] not in words.surnames or not _all_han(text, start, end):
            continue
        if words.country.match(text, start) or words.no_given.intersection(text[start + 1 : end]):
            continue
        if (
            start
            and not _takes_names(text[start - 1])
            and _is_everyday(words_of(text[start - 1 : end], guess=False)[0])
        ):
            continue  # 双|方建立|市长联席会议
        if start == end - 3:
            if not (text[start] in words.function and text[start + 1] in words.surnames):
                return start
        elif text[start] not in words.function and (start == 0 or _ends_before_name(text[start - 1])):
            return start
    return -1


def _acts(dotted: str) -> bool:
    """Whether a verb stands behind a name with ·, so that the title behind is not its own: 阿萨德|决定辞去叙|总统."""
    last = dotted[dotted.rfind("·") + 1 :]
    return any(word.tag == "v" and len(word.text) > 1 for word in words_of(last, guess=False))


def bounded_name_before(text: str, end: int, floor: int = 0) -> int:
    """Where the name begins that stands from a mark or a verb of appointing to ``end``; -1 where none does.

    So whatever its characters: 任命上官瑞芳（女）为, 阿不力孜·买买提（维吾尔族）的.
    """
    run = _RUN_BEFORE.search(text, max(floor, end - _LONGEST_RUN), end)
    if run is None:
        return -1
    start = run.start() + max((appoints.end() for appoints in _APPOINTS.finditer(run.group())), default=0)
    start += max((post.end() for post in _words().cue.finditer(text[start:end])), default=0)
    first = words_of(text[start:end], guess=False)[0] if start < end else None
    surname = surname_length(text[start:end])
    never = _NEVER_GIVEN if start == run.start() or _APPOINTS.match(run.group()) else _words().no_given
    if surname and never.intersection(text[start + surname : end]):
        return -1  # 祝贺他当选
    if first is None or not could_be_name(text[start:end]) or (first.end == end - start and _is_everyday(first)):
        return -1
    return start


def _follows(text: str, at: int) -> bool:
    """Whether a word of two characters or more that follows names stands at ``at``: 表示, 主持, 先后."""
    found = _words().follower.match(text, at)
    return found is not None and found.end() - at > 1


def _ends_before_name(character: str) -> bool:
    """Whether a name of two characters may begin right after ``character``: 会见|王毅, ，王毅."""
    return not "\u4e00" <= character <= "\u9fff" or _takes_names(character)


def _takes_names(character: str) -> bool:
    """Whether ``character`` is a word that goes before names: 和, 向, 由."""
    return character in "和与同向对由在为是请见受以"


def _byline(text: str, at: int) -> list[tuple[int, int]]:
    """The names that follow 记者, between spaces or 、: 记者 方敏 何立诚."""
    found: list[tuple[int, int]] = []
    while True:
        while at < len(text) and text[at] in " \u3000、/｜|":
            at += 1
        end = name_at(text, at)
        if not end:
            return found
        found.append((at, end))
        at = end


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a foreign name without the verb that its characters ran into (马克龙|达成, 马克龙|表示)."""
    follower = _words().follower
    for stop in range(start + 2, end):
        verb = follower.match(text, stop)
        if verb is not None and verb.end() - stop > 1:
            return stop
    return end


def _organ_forms() -> list[str]:
    return [
        form
        for kind, table in organs().items()
        if kind != "caution"
        for full, shorts in table.items()
        for form in (full, *shorts)
    ]


def _all_han(text: str, start: int, end: int) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in text[start:end])


def _person(text: str, start: int, end: int) -> Person:
    quote = text[start:end]
    return Person(quote, start, end, "".join(quote.split()))
