"""What speaks for and against a segment being a commitment, as named features for the scorer.

A feature looks at one thing: the words with which the segment begins, its subject, the marks of time and tense in
it and around it, the headings over it, whose speech it is, and what kind of document it stands in. Which of them
count, and how much, is learned (``tools/training/commitments.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from luoshi.knowledge.speech import words as speech_words
from luoshi.knowledge.words import alternatives
from luoshi.language.words import Word, words
from luoshi.reading.duties import NOBODY
from luoshi.reading.scorer import weights
from luoshi.reading.segments import Segment, turns

_HEAD = 60  # characters of a segment that are cut into words
_AROUND = 10  # segments before and after that tell whether a stretch plans or reviews
MODALS = frozenset(speech_words("commitment", "modals"))
_PLANS = speech_words("commitment", "plan_headings")
_REVIEWS = speech_words("commitment", "review_headings")
WE = frozenset(("我们", "我", "我局", "本局", "我委", "我市", "我省", "我县", "我区", "我州", "咱们", "政府", "该局"))
_OTHERS = frozenset(
    (
        "各级",
        "各地",
        "各地区",
        "各部门",
        "各单位",
        "各县区",
        "各",
        "全市上下",
        "大家",
        "你",
        "他们",
        "每个",
        "全社会",
        "广大",
    )
)
_TIME_FIRST = re.compile(
    r"^(?:接下来|下一步|下一阶段|未来|今后|明年|今年|目前|同时|此外|为此|近期|另外|对此|据悉|(?:20)?\d{2}年|\d{1,2}月(?:\d{1,2}日)?|[底初]|年底前?|起|，|,)+"
)
_SUBJECT_END = re.compile(
    "(?:也|还|都|均|正|更|则|今年|明年|近期|目前|下一步|年内|已经|已|\\d{1,2}月(?:底|\\d{1,2}日)?)+$"
)
_NO_SUBJECT = re.compile(
    "[“”《》：；。（）]|^(?:在|对|把|从|以|按照|根据|为|到|通过|围绕|经|由|针对|聚焦|据|记者)|[的和与等了上中后时前]$"
)
_LONGEST_SUBJECT = 20
_ANNOUNCING = frozenset(("将", "拟", "计划", "要", "会", "力争", "承诺", "准备", "正在"))
_DUE = re.compile(alternatives(speech_words("commitment", "due")))
_DONE = re.compile(alternatives(speech_words("commitment", "done")))
_PLEDGING = frozenset(speech_words("commitment", "pledging"))
_DIGIT = re.compile("[0-9]")
_YEAR = re.compile("(?<!\\d)((?:19|20)\\d\\d)年")
_TARGET = re.compile(
    "(?:增长|下降|达到|突破|控制|提高|占|压|降|达)[^，。；]{0,14}\\d[\\d.,]*[^，。；]{0,8}(?:左右|以上|以内|以下)|不低于|不少于|不超过"
)
BODY_TAIL = frozenset("部委局署办院厅会府处行校心团司区县镇乡科队社统门方军省市党国盟公司")
_SKIPPED = frozenset(("x", "t", "m", "c"))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds for all segments of a document: its kind, its year, who speaks for which body."""

    kind: str
    year: int
    posts: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Look:
    """A segment with its first words, and how its words lean: above 0 to plans, below 0 to reviews."""

    segment: Segment
    head: list[Word]
    lean: int = 0
    subjects: list[tuple[str, str]] = field(default_factory=list)
    features: list[str] = field(default_factory=list)


def kind_of_document(segments: Sequence[Segment], text: str) -> str:
    """The kind of document by its frame: report, budget, plan, list, talk, news, speech or other."""
    beginning = text[:4000]
    if "各位代表" in text and ("政府工作" in beginning or "国务院" in beginning or "人民政府" in beginning):
        return "budget" if "预算执行情况" in beginning else "report"
    if "规划纲要" in beginning or "五年规划" in text[:300]:
        return "plan"
    if sum(bool(one.duty.form) for one in segments) > 1 or any(word in text[:300] for word in ("工作要点", "纪要")):
        return "list"
    if len(turns(text)) > 3:
        return "talk"
    if any(word in beginning for word in ("讯（", "讯 （", "讯(", "新闻联播", "记者")):
        return "news"
    return "other"


def looks(segments: Sequence[Segment]) -> list[Look]:
    """Each segment with its first words and its lean."""
    found = []
    score = weights("leanings").score
    for segment in segments:
        head = words(segment.text[:_HEAD])
        look = Look(segment, head, subjects=subjects(head))
        look.lean = score(leaning_features(look))
        found.append(look)
    return found


def leaning_features(look: Look) -> list[str]:
    """What tells plans from reviews whatever they are about: how clauses begin, words of no topic, numbers."""
    out = ["bias"]
    begins = True
    last = last_tag = ""
    verbs = clauses = 0
    for word in look.head:
        tag = word.tag[0]
        if begins and tag not in "x":
            clauses += 1
            verbs += tag in "vad"
            out.append(f"{'first' if clauses == 1 else 'later'} tag={word.tag}")
            if tag in "vadrtcp":
                out.append(f"{'first' if clauses == 1 else 'later'}={word.text}")
            begins = False
        elif tag in "vaducpfyr" or word.tag in ("t", "ul", "uj"):
            out.append(f"word={word.text}")
        if tag == "m" and last:
            out.append(f"before number={last}")
        if tag == "x":
            begins = begins or word.text in "，,"
            if last:
                out.append(f"end tag={last_tag}")
        last, last_tag = word.text, word.tag
    out.append(f"verbs first={verbs},{min(4, clauses)}")
    text = look.segment.text
    out.append(f"mark={look.segment.mark}")
    if _TARGET.search(text):
        out.append("target")
    return list(dict.fromkeys(out))


def described(found: Sequence[Look], around: Surroundings) -> Iterator[Look]:
    """The segments in order, each with its features; a segment's features may be dropped when it is decided."""
    sums = [0]
    for look in found:
        sums.append(sums[-1] + max(-3, min(3, _level(look.lean))))
    sections = sections_of(found, around)
    paragraphs: dict[int, int] = {}
    for look in found:
        key = id(look.segment.passage)
        paragraphs[key] = paragraphs.get(key, 0) + _level(look.lean)
    announced: set[tuple[int, str]] = set()
    for at, look in enumerate(found):
        near = sums[min(len(found), at + _AROUND + 1)] - sums[max(0, at - _AROUND)]
        close = sums[min(len(found), at + 4)] - sums[max(0, at - 3)]
        paragraph = paragraphs[id(look.segment.passage)] - _level(look.lean)
        look.features = _features(look, around, sections[at], (_step(near), _step(close), _step(paragraph)))
        speaker = (look.segment.block.article, look.segment.speaker)
        if speaker[1]:
            look.features += _of_speaker(look, around, speaker in announced)
            if look.lean > 0 and any(f"modal={word}" in look.features for word in ("将", "要", "拟", "计划", "会")):
                announced.add(speaker)
        yield look


def _level(lean: int) -> int:
    """A lean in seven steps around 0."""
    size = next((step for step, limit in enumerate(_LEVELS) if abs(lean) < limit), len(_LEVELS))
    return size if lean > 0 else -size


_LEVELS = (100, 400, 900)


def _step(value: int) -> str:
    """A sum in steps."""
    return next((str(limit) for limit in (-12, -6, -2, 2, 6, 12) if value <= limit), "13")


def sections_of(found: Sequence[Look], around: Surroundings) -> list[str]:
    """plan, review or none for each segment: what the headings over it say, carried on where they say nothing."""
    out = []
    carried, article, headings, section = "", -1, None, "none"
    for look in found:
        block = look.segment.block
        if block.article != article:
            article, carried, headings = block.article, "", None
        over = block.headings if block.kind != "heading" else (*block.headings, block.passage)
        if over is not headings:
            headings = over
            section = ""
            for heading in over:
                told = _told(heading.text, around.year)
                section = told or section
            if section:
                carried = section
            section = section or (carried if over else "") or "none"
        out.append(section)
    return out


def _told(heading: str, year: int) -> str:
    """Whether a heading's words announce a plan or a review; the year that it names tells where they don't."""
    plans = any(word in heading for word in _PLANS)
    if any(word in heading for word in _REVIEWS) and not plans:
        return "review"
    named = [int(one) for one in _YEAR.findall(heading)]
    if named and year and "今后" not in heading and "下一步" not in heading:
        return "plan" if max(named) >= year else "review"
    return "plan" if plans else ""


def _features(look: Look, around: Surroundings, section: str, context: tuple[str, str, str]) -> list[str]:
    """All features of a segment but those of what was decided before it."""
    segment, text = look.segment, look.segment.text
    near, close, paragraph = context
    lean = _level(look.lean)
    first, subject, modal, verb = _beginning(look)
    tag = look.head[0].tag
    pairs = (
        ("section", section), ("near", near), ("close", close), ("paragraph", paragraph), ("lean", lean),
        ("subject", subject), ("modal", modal), ("block", segment.block.kind), ("tag", tag),
    )  # fmt: skip
    out = ["bias", f"kind={around.kind}", *(f"{name}={value}" for name, value in pairs)]
    out += [
        f"section,near={section},{near}", f"section,lean={section},{lean}", f"section,subject={section},{subject}",
        f"near,subject={near},{subject}", f"near,lean={near},{lean}", f"close,lean={close},{lean}",
        f"subject,modal={subject},{modal}", f"section,tag={section},{tag}", f"first={first}",
        f"length={min(4, len(text) // 20)}",
    ]  # fmt: skip
    if verb:
        out.append(f"verb={verb}")
    speaker = speaker_class(segment.speaker, around) if segment.speaker else "narrator"
    evidence = _evidence(look, section, modal, around)
    out += [
        f"evidence={evidence}", f"speaker,evidence={speaker},{evidence}", f"subject,evidence={subject},{evidence}",
        f"near,evidence={near},{evidence}",
    ]  # fmt: skip
    out += _of_frame(segment, text, around)
    out += _of_speech(segment, subject, modal, lean)
    return out


def _evidence(look: Look, section: str, modal: str, around: Surroundings) -> int:
    """How much speaks for what is ahead against what is done: one for each of a few plain signs."""
    text = look.segment.text
    found = (section == "plan") - (section == "review") + (_level(look.lean) > 1) - (_level(look.lean) < -1)
    found += (_DUE.search(text) is not None) + (modal in _PLEDGING) + (look.segment.duty is not NOBODY)
    found -= (_DONE.search(text) is not None) + look.segment.text.endswith(("？", "?")) + (look.segment.mark in "？?")
    years = [int(year) for year in _YEAR.findall(text)] if around.year else []
    return found + any(year > around.year for year in years) - any(year < around.year for year in years)


def _beginning(look: Look) -> tuple[str, str, str, str]:
    """The first word that is no time or number, the class of the subject, the first modal, and the first verb."""
    first = modal = verb = ""
    nouns: list[Word] = []
    clause_over = False
    for word in look.head:
        if word.text in "，、,：":
            if nouns or verb:
                clause_over = True
            continue
        if word.tag[0] in _SKIPPED and not verb:
            first = first or (word.text if word.tag[0] == "t" else "")
            continue
        first = first if nouns or verb or modal else word.text
        if not modal:
            modal = (
                word.text if word.text in MODALS else "将" if "将" in word.text else "拟" if "拟" in word.text else ""
            )
        if clause_over and modal:
            break
        if verb:
            continue
        if word.tag[0] in "vaip" or (word.tag == "d" and word.text not in MODALS):
            verb = word.text if word.text not in MODALS else ""
        elif word.tag[0] in "nrjl":
            nouns.append(word)
    return first, _subject(nouns, look), modal or "none", verb


def _subject(nouns: list[Word], look: Look) -> str:
    """The class of the words before the verb: none, we, others, body, person, place, word."""
    named = next((name for _, name in look.subjects), "")
    if named:
        return "others" if named[0] in "各全" else "body"
    if not nouns:
        return "none"
    if any(noun.text in WE for noun in nouns):
        return "we"
    if any(noun.text in _OTHERS for noun in nouns) or look.segment.text[0] == "各":
        return "others"
    if nouns[-1].tag == "nr":
        return "person"
    if nouns[-1].text[-1] in BODY_TAIL or nouns[-1].tag == "nt":
        return "body"
    return "place" if nouns[-1].tag == "ns" else "word"


def subjects(head: Sequence[Word]) -> list[tuple[str, str]]:
    """What stands before the modal word in each of the first three clauses, where it ends like a body's name."""
    found: list[tuple[str, str]] = []
    clause, clauses = "", 0
    for word in head:
        if word.text in "，,：:；;":
            clause, clauses = "", clauses + 1
            continue
        modal = (
            word.text if word.text in _ANNOUNCING else "将" if "将" in word.text else "拟" if "拟" in word.text else ""
        )
        if not modal:
            clause += word.text
            continue
        name = _SUBJECT_END.sub("", _TIME_FIRST.sub("", clause + word.text.partition(modal)[0]))
        if (
            1 < len(name) <= _LONGEST_SUBJECT
            and name[-1] in BODY_TAIL
            and not _NO_SUBJECT.search(name)
            and name not in WE
        ):
            found.append(("later subject" if clauses else "subject", name))
        clause = ""
    return found


def _of_frame(segment: Segment, text: str, around: Surroundings) -> list[str]:
    """Marks of lists, of announcements and of numbers; the years that are named."""
    out = [f"mark={segment.mark if segment.mark in '。；！？;!?' else ''}", f"semicolon={segment.mark in '；;'}"]
    if segment.duty.form:
        out.append(f"duty={segment.duty.form}")
    if segment.marker:
        out += [f"item={segment.marker[-1]}"]
    if segment.announcement:
        announced = segment.announcement
        goal = any(word in announced for word in ("目标", "要求", "任务", "安排", "措施", "思路", "打算"))
        out.append(f"announced={'goal' if goal else 'other'}")
    if _TARGET.search(text):
        out.append("target")
    if _DIGIT.search(text):
        out.append("number")
    for year in {int(one) for one in _YEAR.findall(text)} if around.year else ():
        out.append(f"year={'ahead' if year > around.year else 'same' if year == around.year else 'past'}")
    out += [f"done={word}" for word in sorted(set(_DONE.findall(text)))]
    due = sorted(set(_DUE.findall(text)))
    out += [f"due={word}" for word in due]
    out.append(f"due,kind={bool(due)},{around.kind}")
    if "各位代表" in text or "同志们" in text:
        out.append("address")
    return out


def _of_speech(segment: Segment, subject: str, modal: str, lean: int) -> list[str]:
    """How speech is printed, and with which verb it is introduced."""
    statement = segment.statement
    if not segment.speaker:
        return ["speech=none"]
    mode = statement.mode if statement is not None else "turn"
    return [
        f"speech={mode}", f"speech,modal={modal}", f"speech,subject={subject}", f"speech,lean={lean}",
        f"speech,verb={segment.verb}", f"speech,subject,modal={subject},{modal}",
    ]  # fmt: skip


def _of_speaker(look: Look, around: Surroundings, announced: bool) -> list[str]:
    """Whether the speaker speaks for a body, and has already said what it will do."""
    speaker = speaker_class(look.segment.speaker, around)
    lean = _level(look.lean)
    modal = next((one for one in look.features if one.startswith("modal=")), "")
    return [
        f"speaker={speaker}", f"speaker,announced={speaker},{announced}", f"speaker,lean={speaker},{lean}",
        f"announced,lean={announced},{lean}", f"speaker,announced,lean={speaker},{announced},{lean}",
        f"speaker,verb={speaker},{look.segment.verb}", f"speaker,{modal},{speaker}",
    ]  # fmt: skip


def speaker_class(speaker: str, around: Surroundings) -> str:
    """office for who speaks for a body, leader for a post without one, body, asker or other."""
    if speaker in around.posts:
        return "office" if around.posts[speaker] else "leader"
    if speaker.endswith(("记者", "主持人", "问")):
        return "asker"
    return "body" if speaker and speaker[-1] in BODY_TAIL else "other"


def concrete_features(look: Look) -> list[str]:
    """What tells a task from a slogan: numbers, names in quotation marks, works and papers, times, its length."""
    text = look.segment.text
    out = ["bias", f"length={min(6, len(text) // 15)}"]
    out += [f"has={mark}" for mark in sorted(set(_CONCRETE.findall(text)))]
    if _DIGIT.search(text):
        out.append("number")
    out.append(f"listed={min(4, text.count('、'))}")
    out.append(f"first tag={look.head[0].tag}")
    tags = {word.tag for word in look.head}
    out += [f"tag={tag}" for tag in ("nz", "ns", "nt", "m", "vn", "a") if tag in tags]
    return out


_CONCRETE = re.compile(alternatives(speech_words("commitment", "concrete")))
