"""Who said what: quoted and reported speech, with its speaker.

Speech needs an attribution: a subject and a verb of speech before a comma, a colon or a quotation mark
(市教育局局长方敏表示，). What stands around it is what was said: the quotation before or behind it, and the
reported words up to the end of the sentence, or of the paragraph where the speaker goes on.

    “我们将新建六所学校。”市教育局局长方敏说，今年先建两所。
     ───── direct ─────                      ── indirect ──
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from luoshi.knowledge.speech import words
from luoshi.knowledge.words import alternatives
from luoshi.language.passage import Passage
from luoshi.language.people import name_at, surname_length
from luoshi.language.punctuation import full_width
from luoshi.language.rules import rule
from luoshi.language.words import words as words_of
from luoshi.patterns import late
from luoshi.reading.interviews import Interview
from luoshi.reading.outline import Outline
from luoshi.records import Mode, Office, Statement

_VERBS = alternatives(words("speech", "verbs"))
_BARE = alternatives(words("speech", "bare"))
_MARKED = rf"({_VERBS})(?:([，：,:。！])|(?=“)|(?=将|要|愿|会|，)|$)"
_VERB = late(_MARKED)
# Of a person some verbs need no mark, and 算了一笔账： is as good as a verb.
_VERB_OF_A_PERSON = late(
    rf"{_MARKED}|(?P<bare>{_BARE})(?![的了过着和与及、，。：；是])"
    r"|(?P<telling>(?:[算提讲作做列][了出]?|(?:宣布|通报|介绍|布置|明确)了?)[^，。：；“”]{1,12}：)(?!“)"
)
# What is shown and not told: 表示祝贺.
_SHOWN = late(
    "表示(?:[^，。]{0,6}(?:祝贺|感谢|欢迎|慰问|哀悼|敬意|满意|同意|赞赏|支持|肯定|歉意|谢意|关切|不满|反对|谴责))"
)
_NOUN = frozenset(words("speech", "nouns"))
_NOT_VERB = late(alternatives(words("speech", "not_verbs")) + "$")
_NOUN_USE = late("按照|根据|围绕|对照|落实|响应|符合|满足|听取|结合|对于|关于|基于|提出的|工作要|情况$|的$|和$|、$")
_LONGEST_LEAD = 400
_MARK = late("[“”]")
_SAID = late("[。！？…，]")
_BOUNDARY = late("[。！？；](?![”’])|[。！？…，]”")
_QUOTED_OR_END = late("[。！？“]")
_NEIGHBOUR = 60
_SENTENCE_END = late("[。！？]”?")
_AUTHORITY = late("总书记|主席|总理")

_GROUPS = alternatives(words("speech", "groups"))
_GROUP = late(_GROUPS + "$")
_GROUP_FIRST = late(rf"(?:^|，)([^，。、“”]{{0,12}}?{_GROUPS})(?!的)")
_MEETING = late(alternatives((*words("speech", "meetings"), *words("speech", "papers"))) + "$|》$")
_MEETING_FIRST = late("^(?:会议|全会|大会|文章|报告|通知|意见|通报)")
_AGENCY = late("[部委局署办院厅会府市省县区行社党团军方州国校司]$|中心$|集团$")
_NO_SUBJECT = late(
    "^(?:在|为|对|从|按照|根据|关于|通过|围绕|由于|随着|经|以(?!军|色列|方|总理|防长|外长|财长)|把|将|向|给|就|用|被|让|使|即|如|若|我|你|谁|的|等|有报道|这|那|有|不|可|也(?!门)|一|并|大会)"
)

_DAY = (
    r"(?:(?:今天|昨天|前天|今日|昨日|当天|当地时间)?[（(]?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日[）)]?"
    r"(?:凌晨|早些时候|上午|中午|下午|傍晚|晚间|晚)?)"
)
_DROP_FIRST = late(
    rf"(?:[^，。：]{{2,12}}(?:消息|讯|电)(?:（[^）]{{1,12}}）)?[：\s]?|{_DAY}|近日|日前|今年|去年|目前|当前|对此|为此|但|而|同时|其中|此外|另外|另据|据|正如|随后|其后|不过|然而|因此|所以|[^\w《“])+"
)
_DROP_LAST = late(rf"(?:{alternatives(words('speech', 'adverbs'))}|{_DAY})$")
_OCCASION = late(
    rf"(?:对|跟|向)[^，]{{1,8}}$|{alternatives(words('speech', 'occasions'))}|在[^在]{{1,40}}(?:时|中|上|后|间)$"
)
_PRONOUN = late("^(?:他|她)(?!们|国|的)")
_NARRATION = late(
    "会议(?:决定|审议|通过|听取|研究|传达|学习)|"
    + alternatives(words("speech", "narration"))
    + r"|(?:央视|本报|记者)|[^，。]{2,60}(?:参加|出席|陪同|主持)(?:了)?[^，。]{0,12}。$"
)
_GOES_ON = late("要|必须|我们|同时|只有|既要|不仅|更要")
_ROLE = late(alternatives(words("speech", "roles")))
# 苏女士, 赵大叔, 老周: how people of everyday life are named.
_FAMILIAR = late(
    rf"[老小](?P<called>[一-鿿])(?={_VERBS}|\W)|[一-鿿]{{1,2}}?{alternatives(words('speech', 'forms_of_address'))}"
)
_HEADLINE = late("([^，。：“”《》]{1,14}?)称([^，。：；]{4,40})$")


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who speaks; ``goes_on`` where the speech runs to the paragraph's end and not only to the sentence's.

    ``cited`` is an authority that other people's speech refers to (总书记指出, 二十届三中全会提出).
    """

    name: str
    goes_on: bool
    cited: bool = False


@dataclass(frozen=True, slots=True)
class _Attribution:
    """``start`` of the words that name the speaker, ``end`` behind the verb and its mark."""

    start: int
    end: int
    mark: str
    speaker: _Speaker


@dataclass(slots=True)
class _Scene:
    """What the paragraphs so far say of the people in them, and the statements found."""

    document_text: str
    name: re.Pattern[str] | None
    speaker: str = ""
    person: str = ""
    quoting: bool = False
    interview: Interview = field(default_factory=Interview)
    found: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph with its quotations; ``taken`` holds those that have their speaker."""

    passage: Passage
    scene: _Scene
    quotations: list[tuple[int, int]]
    text: str
    taken: set[int] = field(default_factory=set)
    openings: list[int] = field(default_factory=list)
    person: str = ""

    def __post_init__(self) -> None:
        self.openings = [start for start, _ in self.quotations]
        self.person = self.scene.person

    def quoted(self, at: int) -> bool:
        """Whether the character at ``at`` stands between quotation marks."""
        place = bisect_right(self.openings, at) - 1
        return place >= 0 and at < self.quotations[place][1]

    def keep(self, start: int, end: int, speaker: str, mode: Mode, name: str) -> None:
        """Keep ``text[start:end]`` as a statement, if there are words and a speaker."""
        if end - start < 2 or not speaker:
            return
        span = self.passage.span(self.scene.document_text, start, end)
        self.scene.found.append(
            Statement(quote=span.quote, start=span.start, end=span.end, rule=name, speaker=speaker, mode=mode)
        )

    def is_sentence(self, quotation: tuple[int, int]) -> bool:
        """Whether the words between the marks end as a sentence does, so that they can be speech."""
        return bool(_SAID.match(self.text, quotation[1] - 1))

    def person_before(self, at: int) -> str:
        """The person whom 他 at ``at`` takes up: the first that the last sentence with a name names."""
        scene = self.scene
        for sentence in reversed(_sentences(self.text, at)):
            if scene.name is not None and (name := scene.name.search(self.text, *sentence)):
                return name.group()
        return self.person or scene.speaker


def statements(outline: Outline, document_text: str, offices: tuple[Office, ...]) -> tuple[Statement, ...]:
    """Quoted and reported speech of all paragraphs, in the order of the text.

    ``offices`` are the mentions of people in the same document: they say who is a person, and whom a bare
    name or 他 takes up. Speech whose speaker the text doesn't name is left out.
    """
    names = {office.person for office in offices if len(office.person) > 1}
    texts = [full_width(block.passage.text) for block in outline.blocks]
    names.update(_whole(name, document_text) for text in texts for name in _people_of_everyday_life(text))
    scene = _Scene(document_text, re.compile(alternatives(names)) if names else None)
    article = -1
    for block, text in zip(outline.blocks, texts, strict=True):
        if block.article != article:
            article = block.article
            scene.speaker = scene.person = ""
            scene.quoting = False
            scene.interview = Interview()
        if block.kind == "paragraph":
            _read_paragraph(block.passage, text, scene)
        elif block.kind != "table":
            scene.interview.heading(text)
        if "称" in text and block.kind != "table":
            headline_that_reports(_Paragraph(block.passage, scene, [], text))
    return tuple(sorted(scene.found, key=lambda statement: (statement.start, statement.end)))


def _people_of_everyday_life(text: str) -> Iterator[str]:
    """The names behind 村民, 游客, …: 村民孔有福, 游客苏女士, 渔民老周."""
    for role in _ROLE.finditer(text):
        familiar = _FAMILIAR.match(text, role.end())
        if familiar is not None and surname_length(familiar.group("called") or familiar.group()):
            yield familiar.group()
        elif end := name_at(text, role.end()):
            yield text[role.end() : end]


def _whole(name: str, document_text: str) -> str:
    """A name with the character that always follows it in the document: 乔凤 is 乔凤英 where no other 乔凤 is."""
    behind = [document_text[at.end() : at.end() + 1] for at in re.finditer(re.escape(name), document_text)]
    one = behind[0] if behind else ""
    whole = len(name) == 2 and len(behind) > 1 and len(set(behind)) == 1 and "一" <= one <= "鿿"
    return name + one if whole and one not in "说称问答在和与是也的" else name


def _sentences(text: str, until: int) -> list[tuple[int, int]]:
    """The extents of the sentences of ``text[:until]``, the last one as far as it goes."""
    ends = [0, *(mark.end() for mark in _SENTENCE_END.finditer(text, 0, until)), until]
    return [(start, end) for start, end in pairwise(ends) if start < end]


def _read_paragraph(passage: Passage, text: str, scene: _Scene) -> None:
    paragraph = _Paragraph(passage, scene, _quotations(text), text)
    if turn_of_an_interview(paragraph):
        return
    named = scene.name is not None and scene.name.search(text) is not None
    verb = _VERB_OF_A_PERSON if named or "他" in text or "她" in text else _VERB
    speaks = verb.search(text) is not None
    if not speaks and not paragraph.quotations:
        _remember_person(text, scene)
        scene.quoting = False
        return
    before = len(scene.found)
    attributions = _attributions(paragraph, verb) if speaks else []
    for place, attribution in enumerate(attributions):
        limit = attributions[place + 1].start if place + 1 < len(attributions) else len(text)
        quotation_before_its_speaker(paragraph, attribution)
        if not quotation_behind_its_speaker(paragraph, attribution):
            reported_speech(paragraph, attribution, limit)
    if not attributions and scene.quoting:
        quotation_over_paragraphs(paragraph)
    quotation_beside_a_person(paragraph, attributions)
    _remember_person(text, scene)
    scene.quoting = len(scene.found) > before and scene.found[-1].mode == "direct"


def _remember_person(text: str, scene: _Scene) -> None:
    """The person a later 他 takes up: whom the last sentence with a name names first."""
    if scene.name is None:
        return
    sentence = -2
    for name in scene.name.finditer(text):
        stop = text.rfind("。", max(0, name.start() - 400), name.start())
        if stop != sentence:
            scene.person = name.group()
            sentence = stop


def _quotations(text: str) -> list[tuple[int, int]]:
    """Extents between the outermost “ and ”, as far as they are closed."""
    out: list[tuple[int, int]] = []
    depth = start = 0
    for mark in _MARK.finditer(text):
        if mark.group() == "“":
            if depth == 0:
                start = mark.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and mark.start() > start:
                out.append((start, mark.start()))
    return out


def _attributions(paragraph: _Paragraph, of_speech: re.Pattern[str]) -> list[_Attribution]:
    """The attributions of a paragraph that stand outside its quotations and outside reported speech.

    ``of_speech`` finds the verbs of speech.
    """
    text = paragraph.text
    out: list[_Attribution] = []
    sentence_until = seen = 0
    for verb in of_speech.finditer(text):
        at, word, mark = verb.start(), verb.group(1) or verb.group(), verb.group(2) or ""
        bare = verb.lastgroup is not None
        if paragraph.quoted(at) or _NOT_VERB.search(text, max(0, at - 5), at + len(word)) or _SHOWN.match(text, at):
            continue
        start = max(0, at - _LONGEST_LEAD)
        for boundary in _BOUNDARY.finditer(text, start, at):
            start = boundary.end()
        after_quotation = start > 0 and text[start - 1] == "”"
        place = bisect_left(paragraph.openings, start)
        if paragraph.openings[place : place + 1] == [start + 1]:
            # “…”，方敏说: the comma may stand outside the marks.
            closing = paragraph.quotations[place][1]
            if closing - start > 8 and text[closing : closing + 2] == "”，":
                start, after_quotation = closing + 2, True
        # A verb within reported speech is the speaker's own (方敏表示，专家认为，…), but for a part after ；.
        if start < sentence_until and text[start - 1] != "；":
            continue
        if (
            (mark in ("。", "！") or not text[verb.end() :])
            and not after_quotation
            and not text.startswith("“", verb.end())
        ):
            continue
        lead = text[start:at]
        _remember_person(text[seen:start], paragraph.scene)
        seen = start
        speaker = _named_speaker(lead, paragraph) if bare else _speaker(lead, word, mark, paragraph)
        if speaker is None or (out and _is_inner(out[-1], speaker, start, text)):
            continue
        out.append(_Attribution(start, verb.end(), mark, speaker))
        paragraph.scene.speaker = speaker.name
        stop = _SENTENCE_END.search(text, verb.end())
        sentence_until = stop.end() if stop and mark not in ("。", "！") else verb.end() if stop else len(text)
    return out


def _is_inner(last: _Attribution, speaker: _Speaker, start: int, text: str) -> bool:
    """Whether an attribution in a later sentence still belongs to what the last speaker reports."""
    return last.speaker.goes_on and speaker.cited and last.speaker.name != speaker.name and text[start - 1] != "”"


def _speaker(lead: str, verb: str, mark: str, paragraph: _Paragraph) -> _Speaker | None:
    """Who speaks, from the words ``lead`` between the sentence's beginning and the verb."""
    cut = lead.rfind("，") + 1
    last = lead[cut:]
    if last == "据":
        return None
    if verb in _NOUN and (mark not in ("，", "：") or (_NOUN_USE.search(last) and not last.endswith(("后", "时")))):
        return None
    subject = _subject(last) or (last if _GROUP.search(last) else "")
    if subject:
        for find in (speaker_by_name, speaker_by_pronoun, group_that_speaks, meeting_or_paper_that_speaks):
            if (speaker := find(subject, last, paragraph)) is not None:
                return speaker
        if not mark:
            return None
        if verb in _NOUN and not _AGENCY.search(subject):
            return None
        return agency_that_speaks(subject, last, paragraph)
    return speaker_of_an_earlier_clause(lead[:cut], last, paragraph)


def _named_speaker(lead: str, paragraph: _Paragraph) -> _Speaker | None:
    """Who speaks where no mark stands behind the verb: a known person or a pronoun right before it, nobody else."""
    cut = lead.rfind("，") + 1
    subject = _subject(lead[cut:])
    if not subject:
        return speaker_of_an_earlier_clause(lead[:cut], "", paragraph) if cut else None
    name = paragraph.scene.name
    if _PRONOUN.fullmatch(subject) or (name is not None and _ends_in(name, subject)):
        return speaker_by_pronoun(subject, subject, paragraph) or speaker_by_name(subject, subject, paragraph)
    return None


def _ends_in(name: re.Pattern[str], words: str) -> bool:
    """Whether the words end in a known person's name."""
    return any(known.end() == len(words) for known in name.finditer(words))


def _subject(clause: str) -> str:
    """What is left of the clause before the verb without days, adverbs and occasions: 会议1日还 → 会议."""
    first = _DROP_FIRST.match(clause)
    rest = clause[first.end() :] if first else clause
    while rest:
        shorter = rest
        if occasion := _OCCASION.search(rest):
            shorter = rest[: occasion.start()]
        shorter = _DROP_LAST.sub("", shorter)
        if shorter == rest:
            break
        rest = shorter
    return rest


@rule(
    "speaker by name",
    "The person whom the clause before the verb names, with posts or without: 市教育局局长方敏表示，.",
    ("市教育局局长方敏表示，今年新建两所学校。", "方敏 indirect 今年新建两所学校。"),
    ("市水务局局长、党组书记何立诚介绍，水库已经蓄水。", "何立诚 indirect 水库已经蓄水。"),
    (
        "市教育局局长方敏到一中调研。方敏强调，要把校车管好。要让家长放心。",
        "方敏 indirect 要把校车管好。要让家长放心。",
    ),
    ("市教育局局长方敏在接受采访时说，新校舍秋天启用。", "方敏 indirect 新校舍秋天启用。"),
)
def speaker_by_name(subject: str, clause: str, paragraph: _Paragraph) -> _Speaker | None:
    """The first known name in the clause; a post behind the name cites an authority for one sentence."""
    name = paragraph.scene.name.search(clause) if paragraph.scene.name is not None else None
    if name is None or (_GROUP.search(subject) and not subject.startswith(name.group())):
        return None
    paragraph.scene.person = name.group()
    cited = _AUTHORITY.match(clause, name.end()) is not None
    return _Speaker(name.group(), goes_on=not cited, cited=cited)


@rule(
    "speaker by pronoun",
    "他 or 她 before the verb takes up the person named last.",
    ("市水务局局长何立诚到青石水库检查。他指出，大坝要天天巡查。", "何立诚 indirect 大坝要天天巡查。"),
    ("市教育局局长方敏走进课堂。“孩子们的笑脸最重要。”她说。", "方敏 direct 孩子们的笑脸最重要。"),
    (
        "市水务局局长何立诚表示，汛期将至。他还强调，值守不能断。",
        "何立诚 indirect 汛期将至。 / 何立诚 indirect 值守不能断。",
    ),
)
def speaker_by_pronoun(subject: str, clause: str, paragraph: _Paragraph) -> _Speaker | None:
    """The last person where the subject is a pronoun."""
    scene = paragraph.scene
    person = scene.person or scene.speaker
    return _Speaker(person, goes_on=True) if person and _PRONOUN.match(subject) else None


@rule(
    "group that speaks",
    "People without a name: 与会人员, 各界人士, 相关负责人, with the words that narrow them.",
    ("与会人员一致认为，这次部署切合实际。", "与会人员 indirect 这次部署切合实际。"),
    ("市水务局相关负责人表示，管网改造年内完工。", "市水务局相关负责人 indirect 管网改造年内完工。"),
    ("座谈会上，大家表示，办法好不好要看落实。", "大家 indirect 办法好不好要看落实。"),
    ("参加座谈的专家表示，港口要错位发展。", "参加座谈的专家 indirect 港口要错位发展。"),
)
def group_that_speaks(subject: str, clause: str, paragraph: _Paragraph) -> _Speaker | None:
    """The subject where it ends in a word for a group."""
    if not _GROUP.search(subject) or _NO_SUBJECT.match(subject) or _is_act(subject):
        return None
    return _Speaker(subject, goes_on=True)


def _is_act(subject: str) -> bool:
    """Whether the words begin with a verb and are no noun phrase: 办理好代表, but 参加座谈的专家."""
    return "的" not in subject and words_of(subject)[0].tag.startswith("v")


@rule(
    "meeting or paper that speaks",
    "A meeting or a paper; the bare word (会议) goes on to the paragraph's end, a full name is cited for a sentence.",
    ("会议指出，全市产业结构不断优化。要再接再厉。", "会议 indirect 全市产业结构不断优化。要再接再厉。"),
    (
        "市委十届五次全会强调，改革要向难处走。这一年，全市推出四十项举措。",
        "市委十届五次全会 indirect 改革要向难处走。",
    ),
    ("《东屿省港口条例》明确，岸线由省里统一管理。", "《东屿省港口条例》 indirect 岸线由省里统一管理。"),
    ("按照会议要求，各区抓紧整改。", ""),
)
def meeting_or_paper_that_speaks(subject: str, clause: str, paragraph: _Paragraph) -> _Speaker | None:
    """The subject where it ends in a word for a meeting or a paper."""
    if not _MEETING.search(subject) or _NO_SUBJECT.match(subject):
        return None
    bare = len(subject) <= 2
    return _Speaker(subject, goes_on=bare, cited=not bare)


@rule(
    "agency that speaks",
    "A body, a place or a person without a post: reported for one sentence.",
    ("临澜海事局5日称，航道已经恢复通行。", "临澜海事局 indirect 航道已经恢复通行。"),
    ("据市气象局介绍，冷空气周末到达。各区做好防范。", "市气象局 indirect 冷空气周末到达。"),
    ("渔民老周说：“网里全是鱼。”", "老周 direct 网里全是鱼。"),
    ("对住在山里的孩子来说，一条路就是希望。", ""),
    ("总的来说，形势向好。", ""),
    ("市水文站介绍说，水位明天回落。", "市水文站 indirect 水位明天回落。"),
    ("市教育局局长方敏说，校车够用。\n据介绍，全市有校车三百辆。", "方敏 indirect 校车够用。"),
    ("本报临澜1月8日讯 市气象局表示，寒潮已过。", "市气象局 indirect 寒潮已过。"),
)
def agency_that_speaks(subject: str, clause: str, paragraph: _Paragraph) -> _Speaker | None:
    """The subject as it stands, where it can be a noun phrase."""
    if (
        _NO_SUBJECT.match(subject)
        or not 1 < len(subject) <= 40
        or subject.endswith(("的", "地", "着", "所", "能", "会上"))
    ):
        return None
    return _Speaker(subject, goes_on=False)


@rule(
    "speaker of an earlier clause",
    "A verb without a subject takes the sentence's own, or goes on with the speaker before.",
    ("市教育局局长方敏走访两所学校，强调，食堂要敞亮。", "方敏 indirect 食堂要敞亮。"),
    (
        "与会人员进行了讨论，一致认为，目标切合实际；一致表示，将抓好落实。",
        "与会人员 indirect 目标切合实际 / 与会人员 indirect 将抓好落实。",
    ),
    ("会议听取了汇报，指出，短板要一项一项补。", "会议 indirect 短板要一项一项补。"),
)
def speaker_of_an_earlier_clause(earlier: str, clause: str, paragraph: _Paragraph) -> _Speaker | None:
    """The subject of the clauses before, else who spoke last."""
    scene = paragraph.scene
    if scene.name is not None and (name := scene.name.search(earlier)):
        scene.person = name.group()
        return _Speaker(name.group(), goes_on=True)
    if scene.person and _PRONOUN.match(earlier):
        return _Speaker(scene.person, goes_on=True)
    if group := _GROUP_FIRST.search(earlier):
        return _Speaker(_DROP_FIRST.sub("", group.group(1), count=1), goes_on=True)
    if meeting := _MEETING_FIRST.match(earlier):
        return _Speaker(meeting.group(), goes_on=True)
    if not earlier and scene.speaker:
        return _Speaker(scene.speaker, goes_on=True)
    return None


@rule(
    "quotation before its speaker",
    "A quoted sentence and, right behind it, who says so: “…。”方敏说。",
    ("“新校舍秋天启用。”市教育局局长方敏说。", "方敏 direct 新校舍秋天启用。"),
    (
        "“水价三年不变。”市水务局局长何立诚表示，补贴由财政承担。",
        "何立诚 direct 水价三年不变。 / 何立诚 indirect 补贴由财政承担。",
    ),
    (
        "“路修好了，”村民赵大叔说，“果子也卖得出去了。”",
        "赵大叔 direct 路修好了， / 赵大叔 direct 果子也卖得出去了。",
    ),
    ("“这条路我们盼了整整十年”，市水务局局长何立诚说。", "何立诚 direct 这条路我们盼了整整十年"),
    ("“海上风电”项目开工，市长方敏说，三年建成。", "方敏 indirect 三年建成。"),
)
def quotation_before_its_speaker(paragraph: _Paragraph, attribution: _Attribution) -> None:
    """Keep the quotations that end where the attribution begins."""
    at = attribution.start
    place = bisect_left(paragraph.openings, at) - 1
    while place >= 0 and place not in paragraph.taken:
        start, end = paragraph.quotations[place]
        touches = end + 1 == at and paragraph.is_sentence((start, end))
        if not touches and not (end + 2 == at and paragraph.text[end + 1] == "，" and end - start > 7):
            break
        paragraph.taken.add(place)
        paragraph.keep(start, end, attribution.speaker.name, "direct", "quotation before its speaker")
        at, place = start - 1, place - 1


@rule(
    "quotation behind its speaker",
    "A verb of speech, a colon or comma and a quotation that is a whole utterance; several in a row are one speaker's.",
    ("市教育局局长方敏说：“新校舍秋天启用。”", "方敏 direct 新校舍秋天启用。"),
    ("市水务局局长何立诚强调，“一滴水也不能浪费”。", "何立诚 direct 一滴水也不能浪费"),
    ("市水务局局长何立诚强调，“水要省着用”，“账要天天算”。", "何立诚 direct 水要省着用 / 何立诚 direct 账要天天算"),
    ("市水务局局长何立诚强调，“河长制”要落到人。", "何立诚 indirect “河长制”要落到人。"),
    ("会议提出“在节水上持续用力”。", ""),
)
def quotation_behind_its_speaker(paragraph: _Paragraph, attribution: _Attribution) -> bool:
    """Keep the quotations that begin where the attribution ends; tells whether there was one."""
    text = paragraph.text
    at = attribution.end
    found = False
    place = bisect_left(paragraph.openings, at)
    while place < len(paragraph.quotations) and paragraph.quotations[place][0] - 1 == at:
        start, end = paragraph.quotations[place]
        whole = paragraph.is_sentence((start, end))
        phrase = (
            attribution.mark in ("，", "：", ",", ":") and end - start > 4 and text[end + 1 : end + 2] in "。，；！？、"
        )
        if not whole and not phrase:
            break
        paragraph.taken.add(place)
        paragraph.keep(start, end, attribution.speaker.name, "direct", "quotation behind its speaker")
        found = True
        at, place = end + 1, place + 1
        while text[at : at + 1] in ("，", "、", "；", "和"):
            at += 1
    return found


@rule(
    "reported speech",
    "What follows the verb without quotation marks, to the end of the paragraph or sentence, or to the next speaker.",
    (
        "市水务局局长何立诚说，下一步，将更换老管网。新管道用球墨铸铁。",
        "何立诚 indirect 下一步，将更换老管网。新管道用球墨铸铁。",
    ),
    (
        "市水务局局长何立诚说，水质稳定。市教育局局长方敏说，学校天天消毒。",
        "何立诚 indirect 水质稳定。 / 方敏 indirect 学校天天消毒。",
    ),
    ("市教育局局长方敏表示，专家认为，孩子要多睡。", "方敏 indirect 专家认为，孩子要多睡。"),
    ("市教育局局长方敏表示将新建两所学校。", "方敏 indirect 将新建两所学校。"),
    ("市教育局局长方敏强调，安全第一。郭启明、沈南舟参加调研。", "方敏 indirect 安全第一。"),
    ("市政府对获奖单位表示祝贺。", ""),
)
def reported_speech(paragraph: _Paragraph, attribution: _Attribution, limit: int) -> None:
    """Keep the words behind the attribution as far as they are its speaker's."""
    text = paragraph.text
    start = attribution.end
    for place in range(bisect_right(paragraph.openings, start), bisect_right(paragraph.openings, limit)):
        opening, closing = paragraph.quotations[place]
        begins = text[opening - 2 : opening - 1] in ("。", "！", "？")
        if begins and place not in paragraph.taken and paragraph.is_sentence((opening, closing)):
            limit = opening - 1
            break
    stop = _SENTENCE_END.search(text, start, limit)
    end = stop.end() if stop else limit
    while stop and end < limit:
        stop = _SENTENCE_END.search(text, end, limit)
        until = stop.end() if stop else limit
        if not attribution.speaker.goes_on and not _GOES_ON.match(text, end):
            break
        if _NARRATION.match(text, end, until):
            break
        end = until
    while end > start and text[end - 1] in "；，— ":
        end -= 1
    end = _before_quoted_clause(paragraph, attribution, start, end)
    paragraph.keep(start, end, attribution.speaker.name, "indirect", "reported speech")


def _before_quoted_clause(paragraph: _Paragraph, attribution: _Attribution, start: int, end: int) -> int:
    """Keep the clause in quotation marks with which reported speech ends; where what is reported ends before it."""
    place = bisect_left(paragraph.openings, end) - 1
    if place < 0 or place in paragraph.taken:
        return end
    opening, closing = paragraph.quotations[place]
    text = paragraph.text
    if (
        opening - 2 <= start
        or text[opening - 2] != "，"
        or closing - opening < 6
        or text[closing + 1 : end] not in ("", "。")
    ):
        return end
    paragraph.taken.add(place)
    paragraph.keep(opening, closing, attribution.speaker.name, "direct", "reported speech")
    return opening - 2


@rule(
    "quotation beside a person",
    "A quoted sentence without a verb of speech: of whom the words behind it, or before it, tell something.",
    ("“先修路。”村民赵大叔说。“再建桥。”", "赵大叔 direct 先修路。 / 赵大叔 direct 再建桥。"),
    (
        "市教育局局长方敏说，今年建两所学校。“明年再建四所。”",
        "方敏 indirect 今年建两所学校。 / 方敏 direct 明年再建四所。",
    ),
    ("“水来了！”市水务局局长何立诚提高了声音。", "何立诚 direct 水来了！"),
    ("市水务局局长何立诚作出批示：“大坝要天天巡查。”", "何立诚 direct 大坝要天天巡查。"),
    (
        "市教育局局长方敏没有带稿子。“先看校车。”她指着窗外，“再看食堂。”",
        "方敏 direct 先看校车。 / 方敏 direct 再看食堂。",
    ),
    ("墙上写着：“安全第一。”", ""),
)
def quotation_beside_a_person(paragraph: _Paragraph, attributions: list[_Attribution]) -> None:
    """Keep the sentences in quotation marks that are left, each for the person told of beside it."""
    text = paragraph.text
    ends = [attribution.end for attribution in attributions]
    for place, (start, end) in enumerate(paragraph.quotations):
        mark = text[start - 2 : start - 1]
        if place in paragraph.taken or not paragraph.is_sentence((start, end)) or mark not in ("", *"。！？”，："):
            continue
        colon = mark == "："
        speaker = "" if colon else _told_behind(paragraph, end + 1)
        spoke = bisect_right(ends, start) - 1
        speaker = speaker or (_told_before(paragraph, start - 1) if colon or spoke < 0 else "")
        if not speaker and spoke >= 0:
            speaker = attributions[spoke].speaker.name
        paragraph.taken.add(place)
        paragraph.keep(start, end, speaker, "direct", "quotation beside a person")


def _told_behind(paragraph: _Paragraph, at: int) -> str:
    """The person of whom the words right behind a quotation tell, ``""`` where they tell of none."""
    text = paragraph.text
    stop = _QUOTED_OR_END.search(text, at)
    until = min(stop.start() if stop else len(text), at + _NEIGHBOUR)
    if _PRONOUN.match(text[at:until]):
        return paragraph.person_before(at)
    name = paragraph.scene.name.search(text, at, until) if paragraph.scene.name is not None else None
    return name.group() if name else ""


def _told_before(paragraph: _Paragraph, at: int) -> str:
    """The person of whom the sentence before a quotation tells, ``""`` where it tells of none."""
    text = paragraph.text
    for start, end in reversed(_sentences(text, at)[-1:]):
        subject = _subject(text[start:end])
        if _PRONOUN.match(subject):
            return paragraph.person_before(start)
        name = paragraph.scene.name.search(text, start, end) if paragraph.scene.name is not None else None
        return name.group() if name else ""
    return ""


@rule(
    "quotation over paragraphs",
    "A paragraph that is one quotation, right after a quotation, is the same speaker's.",
    (
        "市教育局局长方敏说：“今年建两所学校。”\n“明年再建四所。”",
        "方敏 direct 今年建两所学校。 / 方敏 direct 明年再建四所。",
    ),
)
def quotation_over_paragraphs(paragraph: _Paragraph) -> None:
    """Keep a paragraph that is nothing but a quotation for who spoke in the paragraph before."""
    if len(paragraph.quotations) == 1 and paragraph.quotations[0] == (1, len(paragraph.text) - 1):
        paragraph.keep(*paragraph.quotations[0], paragraph.scene.speaker, "direct", "quotation over paragraphs")


@rule(
    "turn of an interview",
    "What follows the label of who asks or answers (记者：, 方敏：), over all paragraphs up to the next label.",
    ("记者：今年的重点是什么？", "记者 direct 今年的重点是什么？"),
    ("市教育局局长方敏接受采访。\n方敏：先把危房校舍全部改造完。", "方敏 direct 先把危房校舍全部改造完。"),
    (
        "市教育局有关负责人回答了记者提问。\n问：何时开学？\n答：秋天。\n校车会先到。",
        "记者 direct 何时开学？ / 市教育局有关负责人 direct 秋天。 / 市教育局有关负责人 direct 校车会先到。",
    ),
    ("来源：临澜日报社全媒体中心", ""),
)
def turn_of_an_interview(paragraph: _Paragraph) -> bool:
    """Keep the words of who has the word in an interview; tells whether somebody has."""
    scene = paragraph.scene
    says = scene.interview.says(paragraph.text, scene.name)
    if says is None:
        return False
    paragraph.keep(says[0], len(paragraph.text), says[1], "direct", "turn of an interview")
    return True


@rule(
    "headline that reports",
    "A line without punctuation: who, 称, and what.",
    ("临澜海事局称航道已经恢复通行", "临澜海事局 indirect 航道已经恢复通行"),
)
def headline_that_reports(paragraph: _Paragraph) -> None:
    """Keep what a headline reports."""
    starts = paragraph.passage.starts
    for start, end in pairwise((*starts, len(paragraph.text))):
        said = _HEADLINE.match(paragraph.text[start:end])
        if said is None or _NOT_VERB.search(said.string, 0, said.start(2)) or _NO_SUBJECT.match(said.group(1)):
            continue
        name = paragraph.scene.name.search(said.group(1)) if paragraph.scene.name is not None else None
        speaker = name.group() if name else said.group(1)
        paragraph.keep(start + said.start(2), start + said.end(2), speaker, "indirect", "headline that reports")
