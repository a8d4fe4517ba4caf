"""What a body says it will do: one commitment for each sentence, or part between semicolons.

Three kinds of text commit somebody. In an interview an officeholder speaks for an organisation
(我们将…: the speaker's own). In the plan of a report (2025年工作安排, 下一步财政工作) nearly every
sentence begins with a verb of action, and the government that reports is the actor. In news a body is
named with 将, 拟 or 计划. Reviews, judgements, greetings and exhortations commit nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from luoshi.knowledge.speech import any_of, words
from luoshi.language.passage import Passage
from luoshi.language.rules import rule
from luoshi.language.times import Anchor, scan
from luoshi.reading.outline import Block, Outline
from luoshi.records import Commitment, Office, Span, Statement

_ADVERBS = any_of(words("commitment", "adverbs"))
_VERBS = any_of(words("commitment", "verbs"))
_ACTS = rf"(?:{_ADVERBS}地?){{0,5}}{_VERBS}"
_LEADING = any_of(words("commitment", "leading"))
_PREPOSITION = any_of(words("commitment", "prepositions"))
_OUTCOMES = any_of(words("commitment", "outcomes"))

_SEGMENT = re.compile("[^。！？；]+[”’）)]*")
_MARKER = (
    r"(?:[—\s]*(?:[一二三四五六七八九十]{1,3}(?:是|要)|第[一二三四五六七八九十]{1,2}[，、]|[（(]?\d{1,2}[）)]|\d{1,2}[.．、](?!\d)"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]|[①-⑳]|首先，|其次，|再次，|同时，|此外，|另外，|一方面，|另一方面，|下一步，|各位代表[！，]))?"
)
_FRAME = (
    rf"(?:(?:{_PREPOSITION}[^，]{{1,60}}|[^，]{{1,14}}(?:方面|领域|上|中|时|后|期间)|(?:今|明|全|新的一)年[^，]{{0,6}}|年内|年底前|20\d\d年[^，]{{0,12}}"
    r"|(?:未来|今后|到|“)[^，]{1,16})，)"
)
_WILL = rf"(?:要(?!求|素|么|点|害|闻|是|不是)|将(?!{_OUTCOMES})|拟(?!定|议)|务必|必须|计划)"
# A plan's sentence: frames, then a modal word, an adverb of action or a verb of action.
_PLANNED = re.compile(
    rf"{_MARKER}(?:我们)?{_FRAME}{{0,3}}(?:我们|同时|并|(?:今年|明年|全年)?(?:年内|年底前|上半年|下半年)?|重点是?)"
    rf"(?:{_WILL}|力争|确保|{_LEADING}|{_ACTS}|(?:把|将|对|以|从|在|让|使)[^，]{{1,60}})"
)
_SUBJECT_PLANNED = re.compile(
    rf"{_MARKER}{_FRAME}{{0,2}}(?P<subject>[^，。；“”：拟]{{1,23}}?[^，。；“”：并仍和的不会既或即必重主需只首紧还就是而])"
    rf"(?:也|都|还|均|更)?{_WILL}"
)
_LATER_PLANNED = re.compile(rf"，(?:我们)?(?:就|更|都|也|还|今年)?{_WILL}{_ACTS}")
_BACKGROUND = re.compile("(?:这|那|去年|上年|近年|近些年|多年来|一年来|过去|我国|中国|当前|目前|面对|随着)")
_PEOPLE = re.compile("(?:同胞|社会|成员|人民|群众|青年|妇女|职工|公民|每个人|人人|大家|干部|公务员|人员|企业家|农民|学生)(?:都|也)?$")
_JUDGEMENT = re.compile(
    "(?!坚持|牢固|牢记|按照|把|围绕)[^，]{0,40}(?:(?<![一二三四五六七八九十凡别其但可只要还总于])是(?!否)|，既是|，是|，也是|关系[到着人民国]|需要|事关|意味着|离不开|有利于|有助于|取决于)"
)
_DONE = re.compile(any_of(words("commitment", "done")))
_EXHORTATION = re.compile(any_of(words("commitment", "exhortations")))
_ANNOUNCED = re.compile(
    rf"(?:^|，)(?P<subject>[^，：]{{0,24}}?)(?:也|还|均|都|正)?(?P<modal>{any_of(words('commitment', 'announcing'))})"
    rf"(?!{any_of(words('commitment', 'outcomes'))})"
)
_WE = re.compile("我们(?:会|要|将)")
_SUBJECTLESS = re.compile(rf"{_MARKER}{_FRAME}{{0,3}}(?:还|并|也)?(?:{_ACTS}|(?:把|将|对|以|从|在|让)[^，]{{1,60}})")
_BODY = re.compile(
    "(?:部|委|局|署|办|院|厅|会|府|处|中心|集团|公司|银行|大学|学校|医院|示范区|开发区|新区|片区|系统|部门|党委|党组|机关|单位|支队|总队|总工会|高新区|经开区|自贸区"
    "|(?<=.)[省市县区州旗镇乡])$"
)
_BARE = re.compile("(?:城市|城镇|地区|社会|我们|本局|本委|全局|全委|我局|我委|我市|我省|我县|我区|全市|全省|全县|全区|我国)$")
_RESPONSIBLE = re.compile("(?:责任单位|牵头单位|责任部门|牵头部门)[：:]([^）)。；;]{2,60})")
_LEAD = re.compile("由([^，。；由]{2,16}?)(?:牵头|负责)")
_PLAN = re.compile(any_of(words("commitment", "plan_headings")))
_REVIEW = re.compile(any_of(words("commitment", "review_headings")))
_PLAN_OF = re.compile(
    "(?:今年|明年|20\\d\\d年|新的一年|下一步|今后|未来|“十.五”).{0,30}(?:工作|任务|安排|部署|重点|措施|举措|目标|要求|建议|思路)"
)
_AHEAD = re.compile(any_of(words("commitment", "ahead")))
_YEAR = re.compile(r"(20\d\d)年")
_NUMBER_OF_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])\s*")
_TIME = re.compile("[0-9０-９年“月]")
_BUDGET_SUBJECT = re.compile("(?:收入|支出|额度|预算|总计|合计|率|值|量|价格|目标|资金|赤字|债券|国债|规模|增速)$")
_GOVERNMENTS = {"省": "省政府", "市": "市政府", "区": "区政府", "州": "州政府", "县": "县政府", "旗": "旗政府"}


@dataclass(slots=True)
class _Plan:
    """What a report's part says for all its sentences: whether it plans, for which year, under which heading."""

    planning: bool = False
    year: int | None = None
    year_source: Span | None = None


@dataclass(slots=True)
class _Ledger:
    """The commitments found, and what is the same for all of them."""

    document_text: str
    government: str
    found: list[Commitment] = field(default_factory=list)

    def keep(
        self,
        passage: Passage,
        start: int,
        end: int,
        rule_name: str,
        actor: str,
        *,
        speaker: str = "",
        theme: str = "",
        year: int | None = None,
    ) -> None:
        """Keep ``text[start:end]`` without the spaces and marks around it."""
        text = passage.text
        while start < end and text[start] in " 　—”":
            start += 1
        if end - start < 4:
            return
        span = passage.span(self.document_text, start, end)
        self.found.append(
            Commitment(
                quote=span.quote,
                start=span.start,
                end=span.end,
                rule=rule_name,
                actor=actor,
                speaker=speaker,
                theme=theme,
                deadline=_deadline(text[start:end], year),
            )
        )


def commitments(
    outline: Outline,
    document_text: str,
    offices: tuple[Office, ...],
    statements: tuple[Statement, ...],
    place: str,
) -> tuple[Commitment, ...]:
    """What bodies commit themselves to, in the order of the text.

    ``offices`` say for whom a speaker speaks, ``statements`` are the speech found in the same document, and
    ``place`` is the document's own jurisdiction, whose government is the actor of a report's plan.
    """
    ledger = _Ledger(document_text, _government(place))
    spoken = sorted(statements, key=lambda statement: statement.start)
    at = 0
    article = -1
    plan = _Plan()
    headings: tuple[Passage, ...] | None = None
    for block in outline.blocks:
        if block.article != article:
            article, plan, headings = block.article, _Plan(), None
        if block.kind != "paragraph":
            continue
        if block.headings is not headings:
            headings = block.headings
            plan = _plan(headings, plan)
        if outline.articles[block.article].genre in ("editorial", "letter"):
            continue
        first, last = block.passage.origins[0], block.passage.origin(len(block.passage.text) - 1)
        while at < len(spoken) and spoken[at].start < first:
            at += 1
        until = at
        while until < len(spoken) and spoken[until].start <= last:
            until += 1
        if until > at:
            _read_speech(block, spoken[at:until], offices, ledger)
            at = until
        elif plan.planning:
            plan_of_a_report(block, plan, ledger)
        else:
            announcement(block, ledger)
    return tuple(sorted(ledger.found, key=lambda commitment: (commitment.start, commitment.end)))


def _government(place: str) -> str:
    """What a report of the jurisdiction calls its own government: 临澜市 → 市政府, 中国 → 国务院."""
    if place in ("中国", "全国"):
        return "国务院"
    if place.endswith("自治区"):
        return "自治区政府"
    return _GOVERNMENTS.get(place[-1:], "")


def _plan(headings: tuple[Passage, ...], before: _Plan) -> _Plan:
    """Whether paragraphs under ``headings`` plan or review: the innermost heading that says so decides."""
    planning: bool | None = None
    year = None
    for heading in headings:
        text = heading.text
        if _REVIEW.search(text) and not _PLAN.search(text):
            planning = False
        elif (_PLAN.search(text) or _PLAN_OF.search(text)) and (planning is not False or _AHEAD.search(text)):
            planning = True
        if named := _YEAR.search(text):
            year = int(named.group(1))
    if planning is None:
        planning, year = before.planning and bool(headings), year or before.year
    return _Plan(planning, year)


def _theme(headings: tuple[Passage, ...]) -> str:
    """The innermost heading without its number and full stop."""
    return _NUMBER_OF_HEADING.sub("", headings[-1].text).rstrip("。：:") if headings else ""


def _deadline(text: str, year: int | None) -> str:
    """The ISO period by which the text says the act is done: 到2027年, 年底前; ``""`` where it says none."""
    if not _TIME.search(text):
        return ""
    last = ""
    for time in scan(text, Anchor("", year)):
        if (
            time.kind in ("duration", "set", "clock", "anniversary")
            or time.role in ("base", "since")
            or not time.period
        ):
            continue
        if year is not None and time.period[:4].isdecimal() and int(time.period[:4]) < year:
            continue
        if time.role == "until":
            return time.period
        last = last or time.period
    return last


def _read_speech(block: Block, spoken: list[Statement], offices: tuple[Office, ...], ledger: _Ledger) -> None:
    """The pledges among the statements of a paragraph, speaker by speaker."""
    pledging: dict[str, bool] = {}
    for statement in spoken:
        actor = _organisation(statement, offices)
        passage = Passage.of(ledger.document_text, (statement.start, statement.end))
        pledging[statement.speaker] = pledge_of_an_officeholder(
            passage, statement, actor, pledging.get(statement.speaker, False), block, ledger
        )


def _organisation(statement: Statement, offices: tuple[Office, ...]) -> str:
    """The organisation for which the speaker speaks: that of the mention nearest to the speech."""
    best, nearest = "", (0, 0)
    for office in offices:
        if office.person == statement.speaker and office.organisation:
            # Of two posts in one mention (市委副书记，新区主任方敏) the one next to the name is what the speech is about.
            away = (min(abs(office.end - statement.start), abs(office.end - statement.end)), -office.start)
            if not best or away < nearest:
                best, nearest = office.organisation, away
    return best


@rule(
    "pledge of an officeholder",
    "What the holder of a post says his organisation will do (我们将, 市教育局将, 下一步，将), and what goes on from there.",
    (
        "“我们将新建两所小学。”市教育局局长方敏说，加快改造食堂；办好延时服务。",
        "市教育局: 我们将新建两所小学 / 市教育局: 加快改造食堂 / 市教育局: 办好延时服务",
    ),
    ("市水务局局长何立诚表示，全市供水系统将更换老管网。", "全市供水系统: 全市供水系统将更换老管网"),
    ("市水务局局长何立诚表示，一年来累计更换管网八十公里。", ""),
)
def pledge_of_an_officeholder(
    passage: Passage, statement: Statement, actor: str, pledging: bool, block: Block, ledger: _Ledger
) -> bool:
    """Keep the pledges of one statement; tells whether the speaker is speaking of the future."""
    text = passage.text
    subject = actor
    for segment in _SEGMENT.finditer(text):
        words_ = segment.group()
        announced = _ANNOUNCED.search(words_)
        if announced is not None or (statement.mode == "direct" and _WE.search(words_)):
            named = _named(announced.group("subject")) if announced is not None else ""
            subject = named or actor
            pledging = bool(subject)
        elif not pledging or not _SUBJECTLESS.match(words_) or _DONE.search(words_):
            continue
        if subject and not _EXHORTATION.search(words_):
            ledger.keep(
                passage,
                segment.start(),
                segment.end(),
                "pledge of an officeholder",
                subject,
                speaker=statement.speaker,
                theme=_theme(block.headings),
            )
    return pledging


def _named(subject: str) -> str:
    """The body that the words before a modal name, ``""`` where they are a time, a manner or 我们."""
    return subject if _BODY.search(subject) and not _BARE.search(subject) and len(subject) > 2 else ""


@rule(
    "plan of a report",
    "A sentence of a report's plan that begins with a verb of action, or has a modal word before one.",
    ("二、2025年工作安排\n加快建设环湾快速路。全市生产总值突破千亿元大关。", "市政府: 加快建设环湾快速路"),
    (
        "二、2025年工作安排\n一是完善托育服务；二是改造老旧小区三十个。",
        "市政府: 一是完善托育服务 / 市政府: 二是改造老旧小区三十个",
    ),
    ("二、2025年工作安排\n创新是第一动力。要建好三个实验室。", "市政府: 要建好三个实验室"),
    ("一、2024年工作回顾\n加快建设环湾快速路。", ""),
)
def plan_of_a_report(block: Block, plan: _Plan, ledger: _Ledger) -> None:
    """Keep the planned acts of a paragraph under a plan's heading."""
    passage = block.passage
    text = passage.text
    responsible = _RESPONSIBLE.search(text)
    theme = _theme(block.headings)
    for segment in _SEGMENT.finditer(text):
        start, end = segment.span()
        actor = ledger.government
        if _BACKGROUND.match(text, start, end) and not _LATER_PLANNED.search(text, start, end):
            continue
        planned = _PLANNED.match(text, start, end)
        if planned is None:
            with_subject = _SUBJECT_PLANNED.match(text, start, end)
            if with_subject is not None:
                named = with_subject.group("subject")
                if _BUDGET_SUBJECT.search(named) or _PEOPLE.search(named):
                    continue
                actor = _named(named) or actor
            elif not _LATER_PLANNED.search(text, start, end):
                continue
        elif _JUDGEMENT.match(text, start, end):
            continue
        if _EXHORTATION.search(text, start, end):
            continue
        if lead := _LEAD.search(text, start, end):
            actor = lead.group(1)
        elif responsible:
            actor = responsible.group(1)
        ledger.keep(passage, start, end, "plan of a report", actor, theme=theme, year=plan.year)


@rule(
    "announcement",
    "News that names a body with 将, 拟 or 计划 and an act.",
    ("临澜市商务局将举办三场供需对接会。", "临澜市商务局: 临澜市商务局将举办三场供需对接会"),
    ("展览将持续到三月。", ""),
    ("市博物馆将成为新地标。", ""),
)
def announcement(block: Block, ledger: _Ledger) -> None:
    """Keep the sentences of a paragraph in which a named body announces an act."""
    text = block.passage.text
    if "将" not in text and "计划" not in text and "拟" not in text:
        return
    for segment in _SEGMENT.finditer(text):
        announced = _ANNOUNCED_ACT.search(segment.group())
        if announced is not None and (actor := _named(announced.group("subject"))):
            ledger.keep(
                block.passage, segment.start(), segment.end(), "announcement", actor, theme=_theme(block.headings)
            )


_ANNOUNCED_ACT = re.compile(rf"(?:^|，)(?P<subject>[^，：“”]{{2,24}}?)(?:也|还|均|都)?(?:将|拟|计划){_ACTS}")
