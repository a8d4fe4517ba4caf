"""A sentence cut into what may be projects, each with the verb that says what is done to it.

    推进青石水库、南塘大桥建设，环湾高速等项目建成通车
         └ going on ┘                └ done ┘

Members stand between 、, commas and 和. A verb before them governs those that follow in its clause until another one,
a verb behind them those that stand before it, over commas too where they read as a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import attrgetter

from luoshi.patterns import late
from luoshi.reading.project_words import NEUTRAL, project_words, stage_of
from luoshi.records import Stage

_TOKEN = late("[，,；;：:、（(）)“”《》〈〉—](?:(?<!—)|—)")
_OPENING, _CLOSING = "（(“《〈", "）)”》〉"
_CLAUSE_ENDS = "，,；;"
_OPENED = late("[（(“《〈]")
# 和 and its like between two members; no part of a word: 呼和浩特, 普及, 参与.
_CONNECTS = late("连接线|联络线|接线|连接道")
_JOINT = late(
    r"和(?<![共中呼谐祥温饱缓柔平]和)(?!平|谐|田|顺|县|静|龙|硕|政|林|畅|气)|以及|及(?<![普涉波触埃危顾以]及)(?!时|其|格|早)"
    r"|与(?<!参与)(?!会)|暨"
)
# 南塘站房及│周边配套设施 is one, as is 南塘取水口及│水厂工程.
_BESIDE = late("周边|配套|附属|相关|其|有关")
_MAY_JOIN = late("[和及与暨等]")
_AND_SO_ON = late("等(?!级|于|候|待|离)")
# What goes on behind a verb that follows its subject: 完成投资3亿元, 开工20公里.
_NEEDLESS = late("^[了过着]?(?:的|中|工作|任务|阶段|步伐|进度|速度|力度)*$")
# A bracket that tells of works: （东环已建成，西环正抓紧建设）.
_ASIDE = late(r"[（(]([^（）()]{5,120})[）)]")
_LEAST = _SHORT = 2
_MEMBER_START = attrgetter("start")
# A verb that is the beginning of a noun.
_OF_NOUN = late(
    "规划[馆局院展图]|开发区|建设[路街镇局]|启动[区资]|延伸[线段]|运营中心|施工[图方现]|实施[方意细]|投资|提升泵"
)
# Where a clause goes on behind its subject: 青石水库工程│由市水务局牵头.
_PREDICATE = late(
    "由|通过|正在|全长|总投资|占地|位于|始建于|计划|预计|总长|设计|涉及|因|仍|未|尚|需|必须|正|已|将|获|受"
)
_AGENT = late(
    r"(?:[省市县区州]|我[省市县区州]|全[省市县区州])$|(?:政府|委|局|厅|集团|公司|部门)$|^(?:积极|要|将|我们|其中|同时|此外|特别是|尤其是|重点|主要是|包括)$"
)
# fmt: off
_WORKS = frozenset((
    "改造", "扩建", "改扩建", "迁建", "改建", "提升", "提升改造", "升级改造", "整治", "重建", "延伸", "修缮", "拓宽",
    "建设", "新建", "续建", "规划", "搬迁",
))
# fmt: on
_NO_WORK = frozenset(("建设", "规划", "提升", "新建", "续建"))
# What these verbs say of the names that follow them: work begins.
_LEADING: dict[str, Stage] = {"实施": "start", "新建": "start", "开始建设": "start"}
_EARLY = late("前期|可研|论证|选址|立项|审批|规划|设计|招标|环评|征迁|拆迁|签约|审查")
_UNDER_WAY = late("投资|试飞|拆迁|征地|平整|登记|蓄水|主体|桩基|封顶|土建|铺轨|进度|过半|路基|架梁|[%％]|首|一半")


@dataclass(slots=True)
class Member:
    """A stretch of a text that may be a project's name, and what is said around it.

    ``stage`` is what its verb tells, ``verb`` that verb; ``where`` whether it stands before or behind the name.
    ``listed`` counts the members that the verb governs, ``so_on`` are the words behind 等 (等重点项目),
    ``group`` is the same for the members of one verb in a sentence. ``goes_on`` is what follows a verb behind the name
    (机场开通│航线5条), "" for nothing that matters.
    """

    start: int
    end: int
    stage: Stage = NEUTRAL
    verb: str = ""
    where: str = ""
    listed: int = 1
    so_on: str = ""
    group: int = -1
    goes_on: str = ""


@dataclass(slots=True)
class _State:
    """What a walk over a sentence has seen: members that wait for their verb, and the verb that leads."""

    text: str
    found: list[Member]
    waiting: list[Member]
    stage: Stage = NEUTRAL
    verb: str = ""
    led: bool = False  # by a verb of this clause

    def decide(self, stage: Stage, verb: str, where: str, so_on: str = "") -> None:
        """All that wait are governed by a verb."""
        for member in self.waiting:
            member.stage, member.verb, member.where = stage, verb, where
            member.listed, member.so_on, member.group = len(self.waiting), member.so_on or so_on, self.waiting[0].start
        self.found += self.waiting
        self.waiting = []

    def lead(self, stage: Stage, verb: str) -> None:
        """A verb begins to lead; what waited before it belongs to the verb before."""
        self.settle()
        self.stage, self.verb, self.led = stage, verb, True

    def settle(self) -> None:
        """What waits takes the verb that leads its clause; it is dropped where none does."""
        if self.led:
            self.decide(self.stage, self.verb, "before")
        self.waiting = []


def members(text: str, start: int, end: int) -> list[Member]:
    """What may be projects in the sentence ``text[start:end]``, each with its verb, in the order of the text."""
    state, words = _State(text, [], []), project_words()
    asides = _ASIDE.finditer(text, start, end) if "）" in text else ()
    within = [aside.span(1) for aside in asides if words.verb.search(text, *aside.span(1))]
    for span in within:
        state.found += members(text, *span)
    for clause in _clauses(text, start, end):
        if not state.waiting and words.hints.search(text, clause[0][0], clause[-1][1]) is None:
            continue
        for first, last, _ in clause:
            _stretch(state, first, last)
        mark = clause[-1][2]
        if mark in _CLAUSE_ENDS:
            # A list may go on over a comma before its verb: A、B，C等项目开工.
            if state.led or mark in "；;" or not _is_listing(state):
                state.settle()
            state.led = False
    state.settle()
    return sorted(state.found, key=_MEMBER_START) if within else state.found


# 青石作业区1#、2#泊位 is one name.
_NUMBERED = late(r"\d{1,3}(?:[#－-]|号(?!线))")


def _is_listing(state: _State) -> bool:
    """Whether what waits reads as a list of works that goes on."""
    last = state.waiting[-1] if state.waiting else None
    return last is not None and project_words().kind(state.text[last.start : last.end]) != ""


def _clauses(text: str, start: int, end: int) -> list[list[tuple[int, int, str]]]:
    """The clauses of a sentence, cut into stretches between marks outside brackets and quotation marks.

    Each stretch has the mark that ends it; a comma or a semicolon ends a clause.
    """
    out: list[list[tuple[int, int, str]]] = []
    clause: list[tuple[int, int, str]] = []
    depth, first = 0, start
    for token in _TOKEN.finditer(text, start, end):
        mark = token.group()
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth and not (mark == "、" and _NUMBERED.match(text, token.end())):
            if token.start() > first:
                clause.append((first, token.start(), mark))
                if mark in _CLAUSE_ENDS:
                    out.append(clause)
                    clause = []
            first = token.end()
    if first < end:
        clause.append((first, end, "；"))
    if clause:
        out.append(clause)
    return out


def _stretch(state: _State, start: int, end: int) -> None:
    """One stretch: the pieces that 和 joins, and what stands behind 等."""
    text = state.text
    if _MAY_JOIN.search(text, start, end) is None:
        _piece(state, start, end)
        return
    so_on = _AND_SO_ON.search(text, start + 1, end)
    stop = so_on.start() if so_on and not _within_brackets(text, start, so_on.start()) else end
    for first, last in _joined(text, start, stop, bool(state.waiting)):
        _piece(state, first, last)
    if stop < end:
        _behind_so_on(state, stop + 1, end)


def _piece(state: _State, start: int, end: int) -> None:
    """Verbs that lead, a name, and the verb behind it."""
    text, words = state.text, project_words()
    groups = words.groups(text, start, end)
    verb = None
    if groups:
        start, groups = _after_leads(state, start, end, groups)
        verb = _verb_behind(text, start + _LEAST, end, words.groups_from(start + _LEAST, groups, text, end))
    name_end = verb[0] if verb else end
    predicate = _PREDICATE.search(text, start + _LEAST, name_end)
    if predicate and words.kind(text[start : predicate.start()]):
        name_end = predicate.start()
    if name_end - start >= _LEAST:
        state.waiting.append(Member(start, name_end))
    if verb is not None:
        _govern(state, text[slice(*verb)], text[verb[1] : end], "")


def _behind_so_on(state: _State, start: int, end: int) -> None:
    """等…项目, what 和 adds to it, and the verb that may follow."""
    text = state.text
    joint = _JOINT.search(text, start, end)
    if joint is not None and state.waiting and project_words().kind(text[start : joint.start()]):
        # 等水电基地│和南塘、北浦等水库: another list begins.
        for member in state.waiting:
            member.so_on = text[start : joint.start()]
        _stretch(state, joint.end(), end)
        return
    verb = _verb_behind(text, start, end, project_words().groups(text, start, end))
    words = text[start : verb[0] if verb else end]
    if verb is not None:
        _govern(state, text[slice(*verb)], text[verb[1] : end], words or "等")
    elif state.led:
        state.decide(state.stage, state.verb, "before", words or "等")
    else:
        for member in state.waiting:
            member.so_on = member.so_on or words or "等"


def _govern(state: _State, verb: str, behind: str, so_on: str) -> None:
    """A verb behind names governs those that wait, unless it says less than the verb before them."""
    stage = stage_of(verb)
    if stage == "done" and _EARLY.match(behind):
        stage = "planned"
    elif stage == "done" and _UNDER_WAY.search(behind[:12]) and verb.endswith(("完成", "实现")):
        stage = NEUTRAL
    elif stage == "planned" and verb.endswith("建设") and state.led and state.stage == "start":
        stage = NEUTRAL  # 启动…规划建设
    if stage == NEUTRAL and state.led:
        state.decide(state.stage, state.verb, "before", so_on)
    else:
        for member in state.waiting:
            member.goes_on = "" if _NEEDLESS.match(behind) else behind
        state.decide(stage, verb, "behind", so_on)


def _after_leads(
    state: _State, start: int, end: int, groups: list[tuple[int, int]]
) -> tuple[int, list[tuple[int, int]]]:
    """Where the words begin that the verbs at the beginning of a stretch govern, and the groups of verbs from there.

    These verbs lead from here on; ``groups`` are those of the stretch.
    """
    text, words = state.text, project_words()
    while groups:
        verb = groups[0]
        if _within_brackets(text, start, verb[0]) or not _leads(text, start, verb, end):
            break
        group = text[slice(*verb)]
        state.lead(_LEADING.get(group) or stage_of(group), group)
        start = verb[1] + (text[verb[1] : verb[1] + 1] in ("了", "好"))
        groups = words.groups_from(start, groups, text, end)
    return start, groups


def _leads(text: str, start: int, verb: tuple[int, int], end: int) -> bool:
    """Whether a verb governs what follows it: it begins the stretch, or stands behind who does it."""
    words = project_words()
    before, behind = text[start : verb[0]], text[verb[1] : end]
    if not behind:
        return not before
    if not before:
        return not (verb[1] - verb[0] <= _SHORT and _OF_NOUN.match(text, verb[0]))
    if _in_name(text, verb, end) or behind in _WORKS:
        return False
    if len(before) <= 1 or _AGENT.search(before):
        return True
    if words.kind(before) or _NEEDLESS.match(behind):
        return False
    return "等" not in before and len(behind) > 2 and bool(words.tail_begins.search(behind))


def _in_name(text: str, verb: tuple[int, int], end: int) -> bool:
    """Whether a verb is part of a name that goes on: 扩建|工程, 改造|二期, 建设|项目."""
    return text[slice(*verb)] in _WORKS and project_words().tail_begins.match(text, verb[1], end) is not None


def _verb_behind(text: str, start: int, end: int, groups: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Which of the groups of verbs between ``start`` and ``end`` follows a name and says what is done to it."""
    words = project_words()
    for verb in groups:
        behind, group = text[verb[1] : end], text[slice(*verb)]
        if _within_brackets(text, start, verb[0]):
            continue
        if group in _WORKS and (behind or group != "建设"):
            continue
        work = words.verb.match(text, verb[0])
        if work is not None and work.end() < verb[1] and work.group() in _WORKS and work.group() not in _NO_WORK:
            # 环湾高速改扩建│开工: the kind of work is the name's.
            return next(iter(words.groups(text, work.end(), end)), verb)
        if not behind or _NEEDLESS.match(behind):
            return verb
        if _in_name(text, verb, end) or _OF_NOUN.match(text, verb[1] - _SHORT):
            continue
        return verb
    return None


def _joined(text: str, start: int, end: int, listed: bool) -> list[tuple[int, int]]:
    """The pieces that 和 and its like join; one where what stands before is no name of its own."""
    out: list[tuple[int, int]] = []
    words = project_words()
    for joint in _JOINT.finditer(text, start, end):
        left = text[start : joint.start()]
        if _within_brackets(text, start, joint.start()) or end - joint.end() < _LEAST:
            continue
        if not left:
            start = joint.end()
        elif not (listed or _may_part(text, joint, left, end)) or _BESIDE.match(text, joint.end()):
            continue
        elif len(left) >= _LEAST and (
            listed
            or words.kind(left)
            or words.ends.search(left)
            or words.group.match(text, joint.end(), end)
            or _are_parallel(text, start, joint.start(), joint.end(), end)
        ):
            out.append((start, joint.start()))
            start = joint.end()
    out.append((start, end))
    return out


def _may_part(text: str, joint: re.Match[str], left: str, end: int) -> bool:
    """Whether a joint may part two works: 及 where the first is whole, 和 where no road joins the two."""
    if joint.group() == "及":
        return project_words().kind(left) != ""
    return joint.group() not in "与和" or _CONNECTS.search(text, joint.end(), end) is None


def _are_parallel(text: str, start: int, end: int, begin: int, stop: int) -> bool:
    """Whether what stands on both sides of 和 begins or ends alike: 南三环及西三环."""
    if end - start <= _LEAST:
        return False
    return text[start : start + _LEAST] == text[begin : begin + _LEAST] or text[end - 1] in text[begin + _LEAST : stop]


def _within_brackets(text: str, start: int, at: int) -> bool:
    """Whether a bracket or quotation mark that opens behind ``start`` is still open at ``at``."""
    if _OPENED.search(text, start, at) is None:
        return False
    stretch = text[start:at]
    return any(stretch.count(first) > stretch.count(last) for first, last in zip(_OPENING, _CLOSING, strict=True))
