"""What a body says it will do: one commitment for each sentence, or part between semicolons.

Three kinds of text commit somebody. In an interview an officeholder speaks for an organisation
(我们将…: the speaker's own). In the plan of a report (2025年工作安排, 下一步财政工作) nearly every
sentence begins with a verb of action, and the government that reports is the actor. In news a body is
named with 将, 拟 or 计划. Reviews, judgements, greetings and exhortations commit nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from luoshi.knowledge.speech import words
from luoshi.knowledge.words import alternatives
from luoshi.language.bodies import full_name
from luoshi.language.passage import Passage
from luoshi.language.rules import rule
from luoshi.language.times import Anchor, scan
from luoshi.reading.outline import Block, Outline
from luoshi.records import Commitment, Office, Span, Statement

_ADVERBS = alternatives(words("commitment", "adverbs"))
_VERBS = alternatives(words("commitment", "verbs"))
_ACTS = rf"(?:{_ADVERBS}地?){{0,5}}{_VERBS}"
_LEADING = alternatives(words("commitment", "leading"))
_PREPOSITION = alternatives(words("commitment", "prepositions"))
_OUTCOMES = alternatives(words("commitment", "outcomes"))

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
    rf"{_MARKER}(?:我们)?{_FRAME}{{0,3}}(?:我们|同时|并|(?:今年|明年|全年|[到至]?20\d\d年)?(?:年?底前?|年内|上半年|下半年|内|前)?|重点是?)"
    rf"(?:{_WILL}|力争|确保|{_LEADING}|{_ACTS}|(?:把|将|对|以|从|在|让|使)[^，]{{1,60}})"
)
_SUBJECT_PLANNED = re.compile(
    rf"{_MARKER}{_FRAME}{{0,2}}(?P<subject>[^，。；“”：拟]{{1,23}}?[^，。；“”：并仍和的不会既或即必重主需只首紧还就是而])"
    rf"(?:也|都|还|均|更)?{_WILL}"
)
_LATER_PLANNED = re.compile(rf"，(?:我们)?(?:就|更|都|也|还|今年)?{_WILL}{_ACTS}")
_BACKGROUND = re.compile("(?:这|那|去年|上年|近年|近些年|多年来|一年来|过去|我国|中国|当前|目前|面对|随着)")
_PEOPLE = re.compile(
    "(?:同胞|社会|成员|人民|市民|居民|村民|群众|青年|妇女|职工|公民|每个人|人人|大家|干部|公务员|人员|企业家|农民|学生)(?:都|也)?$"
)
_JUDGEMENT = re.compile(
    "(?!坚持|牢固|牢记|按照|把|围绕)[^，]{0,40}(?:(?<![一二三四五六七八九十凡别其但可只要还总于])是(?!否)|，既是|，是|，也是|，?关系[到着人民国]|需要|是?指事关|意味着|离不开|，关键在|，根本在|，重在|有利于|有助于|取决于)"
)
_EXHORTATION = re.compile(alternatives(words("commitment", "exhortations")))
_ANNOUNCED = re.compile(
    r"(?:^|，)(?P<subject>[^，：]{0,24}?)(?:也|还|均|都|正)?"
    rf"(?:(?<![即必大])将|拟|力争|计划(?=[到在用于将投新开建推实对从明今年向安完组出两三]))(?!{_OUTCOMES})"
)
# Before the modal word: nothing, a time, a field, or the speaker's own side.
_SELF = re.compile(
    rf"(?:{_MARKER}(?:今年|明年|新的一年|20\d\d年|未来[^，]{{0,4}}|今后|下一步|下一阶段|接下来|同时|此外|目前|近期|工作中|在[^，]{{1,20}}|[^，]{{1,8}}方面)?，?"
    r"(?:我们|我|我局|我委|本局|全局|全委|全市|全省|全县|全区)?)"
)
_FRAMED = re.compile(rf"(?:{_MARKER}{_FRAME}|{_MARKER}(?:我们|还|也|将|拟|力争|计划|{_ACTS}))")
# The body, the modal word and the act; a day or an occasion may stand between the last two.
_ANNOUNCED_ACT = re.compile(
    rf"(?:^|，)(?P<subject>[^，：“”]{{2,24}}?)(?:也|还|均|都)?(?:将|拟|计划)(?:[于在到按从以根][^，]{{1,30}}?，?)?(?:{_ACTS}|{_LEADING})"
)
_NEXT = re.compile("(?:下一步|接下来|下一阶段)[^，]{0,6}，?[^，]{0,4}要")
_WE = re.compile("我们(?:会|要|将)")
_SUBJECTLESS = re.compile(rf"{_MARKER}{_FRAME}{{0,3}}(?:还|并|也)?(?:{_ACTS}|(?:把|将|对|以|从|在|让)[^，]{{1,60}})")
_BODY = re.compile(
    "(?:部|委|局|署|办|院|厅|会|府|处|中心|集团|公司|银行|行|大学|学校|医院|示范区|开发区|新区|片区|系统|部门|党委|党组|机关|单位|支队|总队|总工会|高新区|经开区|自贸区"
    "|(?<=.)[省市县区州旗镇乡])$"
)
_STATE = re.compile("(?:我国|中国|中方)$")
_BARE = re.compile(
    "(?:城市|城镇|地区|社会|我们|本局|本委|全局|全委|我局|我委|我市|我省|我县|我区|全市|全省|全县|全区)$"
)
_RESPONSIBLE = re.compile("(?:责任单位|牵头单位|责任部门|牵头部门)[：:]([^）)。；;]{2,60})")
_LEAD = re.compile("由([^，。；由]{2,16}?)(?:牵头|负责)")
_PLAN = re.compile(alternatives(words("commitment", "plan_headings")))
_REVIEW = re.compile(alternatives(words("commitment", "review_headings")))
_PLAN_OF = re.compile(
    "(?:今年|明年|20\\d\\d年|新的一年|下一步|今后|未来|“十.五”).{0,30}(?:工作|任务|安排|部署|重点|措施|举措|目标|要求|建议|思路)"
)
_AHEAD = re.compile(alternatives(words("commitment", "ahead")))
_YEAR = re.compile(r"(20\d\d)年")
_NUMBER_OF_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])\s*")
_TIME = re.compile("[0-9０-９年“月]")
_TIME_FIRST = re.compile("^(?:接下来|下一步|下一阶段|未来|今后|明年|今年|目前|同时|此外|为此|近期|20\\d\\d年|，)+")
_BUDGET_SUBJECT = re.compile("(?:收入|支出|额度|预算|总计|合计|率|值|量|价格|目标|资金|赤字|债券|国债|规模|增速)$")
_GOVERNMENTS = {"省": "省政府", "市": "市政府", "区": "区政府", "州": "州政府", "县": "县政府", "旗": "旗政府"}
# A demand on others (一要…) or a deed done goes on with no pledge.
_NO_PLEDGE = re.compile(rf"[一二三四五六七八九十]要|.{{0,400}}?{alternatives(words('commitment', 'done'))}", re.DOTALL)
# The dateline and the source of a piece of news: 本报3日讯　记者从市商务局了解到，
_SOURCE = re.compile(
    "(?:[^，。：]{2,12}(?:消息|讯|电)(?:（[^）]{1,12}）)?[：　 ]?)?(?:[^，]{0,6}记者[^，]{0,30}(?:了解到|获悉)，)?"
)


@dataclass(slots=True)
class _Plan:
    """What the headings over a paragraph say: whether it plans or reviews, and for which year."""

    planning: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class _When:
    """When a paragraph speaks: its article's ISO day, ``""`` if unknown, and the year it plans for."""

    date: str
    year: int | None

    def anchor(self) -> Anchor:
        """What the paragraph's times are resolved against; a month without a year is one of the planned year."""
        return Anchor(self.date, self.year or (int(self.date[:4]) if self.date else None))


@dataclass(frozen=True, slots=True)
class _Actor:
    """A body that acts, in the text's words, its full name, and where it was named if not in the commitment."""

    name: str
    body: str = ""
    source: Span | None = None


@dataclass(slots=True)
class _Pledges:
    """The commitments found, and what is the same for all of them."""

    document_text: str
    government: _Actor
    place: str
    found: list[Commitment] = field(default_factory=list)
    actors: dict[str, _Actor] = field(default_factory=dict)

    def actor(self, name: str) -> _Actor:
        """The body that the text calls ``name``, with its full name where it can be told."""
        if name not in self.actors:
            self.actors[name] = _Actor(name, full_name(name, self.place))
        return self.actors[name]

    def keep(
        self,
        passage: Passage,
        extent: tuple[int, int],
        rule_name: str,
        actor: _Actor,
        headings: tuple[Passage, ...],
        *,
        when: _When,
        speaker: str = "",
    ) -> None:
        """Keep the words of the passage from ``extent[0]`` to ``extent[1]``, marks and spaces before them left out."""
        text = passage.text
        start, end = extent
        while start < end and text[start] in " 　—”":
            start += 1
        if end - start < 4 or text[end - 1] in "：:":
            return
        span = passage.span(self.document_text, start, end)
        sources: tuple[tuple[str, Span], ...] = (("actor", actor.source),) if actor.source is not None else ()
        self.found.append(
            Commitment(
                quote=span.quote,
                start=span.start,
                end=span.end,
                rule=rule_name,
                sources=sources,
                actor=actor.name,
                body=actor.body,
                speaker=speaker,
                theme=_theme(headings),
                deadline=_deadline(text, start, end, when),
            )
        )


def commitments(
    outline: Outline,
    document_text: str,
    offices: tuple[Office, ...],
    statements: tuple[Statement, ...],
    place: str,
    date: str = "",
) -> tuple[Commitment, ...]:
    """What bodies commit themselves to, in the order of the text.

    ``offices`` say for whom a speaker speaks, ``statements`` are the speech found in the same document, and
    ``place`` is the document's own jurisdiction, whose government is the actor of a report's plan.
    Deadlines are resolved against ``date``, the document's ISO day, or the article's own.
    """
    government = _government(place)
    pledges = _Pledges(document_text, _Actor(government, full_name(government, place)), place)
    posts: dict[str, list[Office]] = {}
    for office in offices:
        if office.organisation:
            posts.setdefault(office.person, []).append(office)
            if office.body:
                pledges.actors.setdefault(office.organisation, _Actor(office.organisation, office.body))
    spoken = sorted(statements, key=lambda statement: statement.start)
    at = 0
    article = -1
    plan = _Plan()
    headings: tuple[Passage, ...] | None = None
    for block in outline.blocks:
        if block.article != article:
            article, plan, headings = block.article, _Plan(), None
        if block.kind != "paragraph" or not block.passage.text:
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
        here, at = spoken[at:until], until
        when = _When(outline.dates[block.article] or date, plan.year if plan.planning else None)
        if here:
            _read_speech(block, here, posts, when, pledges)
        if plan.planning:
            _read_plan(block, here, when, pledges)
        else:
            announcement(block, here, when, pledges)
    return tuple(sorted(pledges.found, key=lambda commitment: (commitment.start, commitment.end)))


def _government(place: str) -> str:
    """What a report of the jurisdiction calls its own government: 临澜市 → 市政府, 中国 → 国务院."""
    if place in ("中国", "全国"):
        return "国务院"
    if place.endswith("自治区"):
        return "自治区政府"
    return _GOVERNMENTS.get(place[-1:], "")


def _plan(headings: tuple[Passage, ...], before: _Plan) -> _Plan:
    """Whether paragraphs under ``headings`` plan or review: the innermost heading that says so decides.

    Headings that say neither (三、持续推进民生改善) go on with what stood ``before`` them.
    """
    planning: bool | None = None
    year = None
    for heading in headings:
        text = heading.text
        numbered = _NUMBER_OF_HEADING.match(text) is not None
        plans = _PLAN.search(text) is not None
        if _REVIEW.search(text) and not plans:
            planning = False
        elif (numbered and (plans or _PLAN_OF.search(text))) or (plans and _YEAR.match(text)):
            # Under a review a heading plans only where it says so: 下一步工作.
            planning = planning is not False or _AHEAD.search(text) is not None
        if named := _YEAR.search(text):
            year = int(named.group(1))
    if planning is None:
        planning, year = before.planning and bool(headings), year or before.year
    return _Plan(planning, year)


def _theme(headings: tuple[Passage, ...]) -> str:
    """The innermost heading without its number and full stop."""
    return _NUMBER_OF_HEADING.sub("", headings[-1].text).rstrip("。：:") if headings else ""


def _deadline(text: str, start: int, end: int, when: _When) -> str:
    """The ISO period by which the words say the act is done: 到2027年, 年底前; ``""`` where they say none."""
    if not _TIME.search(text, start, end):
        return ""
    anchor = when.anchor()
    named = ""
    for time in scan(text[start:end], anchor):
        if (
            time.kind in ("duration", "set", "clock", "anniversary")
            or time.role in ("base", "since")
            or not time.period
        ):
            continue
        if anchor.year is not None and time.period[:4].isdecimal() and int(time.period[:4]) < anchor.year:
            continue
        if time.role == "until":
            return time.period
        named = named or time.period
    return named


def _read_speech(
    block: Block, spoken: list[Statement], offices: dict[str, list[Office]], when: _When, pledges: _Pledges
) -> None:
    """The pledges among the statements of a paragraph, speaker by speaker."""
    pledging: dict[str, bool] = {}
    for statement in spoken:
        actor = _organisation(statement, offices.get(statement.speaker, ()), pledges)
        before = pledging.get(statement.speaker, False)
        pledging[statement.speaker] = pledge_of_an_officeholder(statement, actor, before, block, when, pledges)


def _organisation(statement: Statement, offices: Sequence[Office], pledges: _Pledges) -> _Actor:
    """The body for which the speaker speaks: that of the mention nearest to the speech, or the speaker itself."""
    best: Office | None = None
    nearest = (0, 0)
    for office in offices:
        # Of two posts in one mention (市委副书记，新区主任方敏) the one next to the name counts.
        away = (min(abs(office.end - statement.start), abs(office.end - statement.end)), -office.start)
        if best is None or away < nearest:
            best, nearest = office, away
    if best is not None:
        body = best.body or full_name(best.organisation, pledges.place)
        return _Actor(best.organisation, body, Span(best.start, best.end, best.quote))
    return pledges.actor(statement.speaker) if _BODY.search(statement.speaker) else _Actor("")


@rule(
    "pledge of an officeholder",
    "What the holder of a post says the organisation will do (我们将, 市教育局将), and what goes on from there.",
    (
        "“我们将新建两所小学。”市教育局局长方敏说，加快改造食堂；办好延时服务。",
        "市教育局: 我们将新建两所小学 / 市教育局: 加快改造食堂 / 市教育局: 办好延时服务",
    ),
    ("市水务局局长何立诚表示，全市供水系统将更换老管网。", "全市供水系统: 全市供水系统将更换老管网"),
    ("市水务局局长何立诚表示，下一步，将清淤三条河道。", "市水务局: 下一步，将清淤三条河道"),
    (
        "市水务局局长何立诚说，一方面，将更换水表；另一方面，巡查大坝。",
        "市水务局: 一方面，将更换水表 / 市水务局: 另一方面，巡查大坝",
    ),
    ("市水务局局长何立诚表示，一年来累计更换管网八十公里。", ""),
    ("市水务局局长何立诚表示，这个项目将改变全市供水格局。", ""),
    ("市水务局局长何立诚表示，水库扩容，也将为下游带来清水。", ""),
    ("市水务局局长何立诚表示，即将过去的一年不平凡。", ""),
    ("市水务局局长何立诚表示，将更换水表。去年完成了河道清淤。", "市水务局: 将更换水表"),
    ("市水务局局长何立诚说，下一步还要把水表换到海岛。", "市水务局: 下一步还要把水表换到海岛"),
    ("市水务局局长何立诚强调，要加强巡查。", ""),
    ("与会人员表示，将抓好落实。", ""),
    ("临澜海事局表示，计划用两年时间更新航标。", "临澜海事局: 计划用两年时间更新航标"),
)
def pledge_of_an_officeholder(
    statement: Statement, actor: _Actor, pledging: bool, block: Block, when: _When, pledges: _Pledges
) -> bool:
    """Keep the pledges of one statement; tells whether the speaker is by then speaking of the future."""
    passage = Passage.of(pledges.document_text, (statement.start, statement.end))
    subject = actor
    for segment in _SEGMENT.finditer(passage.text):
        said = segment.group()
        announced = _ANNOUNCED.search(said)
        named = _named(announced.group("subject")) if announced is not None else ""
        if named:
            subject, pledging = pledges.actor(named), True
        elif _is_own(said, announced) or _NEXT.search(said) or (statement.mode == "direct" and _WE.search(said)):
            subject, pledging = actor, bool(actor.name)
        elif not pledging or _SUBJECTLESS.match(said) is None or _NO_PLEDGE.match(said) or _JUDGEMENT.match(said):
            continue
        if subject.name and not _EXHORTATION.search(said):
            pledges.keep(
                passage,
                segment.span(),
                "pledge of an officeholder",
                subject,
                block.headings,
                when=when,
                speaker=statement.speaker,
            )
    return pledging


def _is_own(said: str, announced: re.Match[str] | None) -> bool:
    """Whether it is the speaker's side that announces: 我们将, 下一步，将, and no third party (该项目将)."""
    if announced is None or _SELF.fullmatch(announced.group("subject")) is None:
        return False
    # Without a subject of its own the clause has that of the sentence, which has to be the speaker's side too.
    return announced.start() == 0 or "我" in announced.group("subject") or _FRAMED.match(said) is not None


def _named(subject: str) -> str:
    """The body that the words before a modal name, ``""`` where they are a time, a manner or 我们."""
    name = _TIME_FIRST.sub("", subject)
    if state := _STATE.search(name):
        return state.group()
    return name if _BODY.search(name) and not _BARE.search(name) and len(name) > 2 else ""


def _segments(block: Block, spoken: list[Statement]) -> Iterator[tuple[int, int]]:
    """Sentences and parts between semicolons of a paragraph, without those that somebody says."""
    at = 0
    for segment in _SEGMENT.finditer(block.passage.text):
        if spoken:
            first, last = block.passage.origin(segment.start()), block.passage.origin(segment.end() - 1)
            while at < len(spoken) and spoken[at].end <= first:
                at += 1
            if at < len(spoken) and spoken[at].start <= last:
                continue
        yield segment.span()


def _read_plan(block: Block, spoken: list[Statement], when: _When, pledges: _Pledges) -> None:
    """The planned acts of a paragraph under a plan's heading."""
    text = block.passage.text
    if len(text) < 30 and "。" not in text and text[-1] not in "；！":
        # A line of a page's frame (关闭窗口), no sentence of the plan.
        return
    responsible = _RESPONSIBLE.search(text)
    for start, end in _segments(block, spoken):
        name, actor = "act of a plan", pledges.government
        if not act_of_a_plan(text, start, end):
            duty = duty_of_a_body(text, start, end)
            if duty is not None:
                name, actor = "duty of a body", pledges.actor(duty) if duty else actor
            elif act_after_its_reason(text, start, end):
                name = "act after its reason"
            else:
                continue
        if _EXHORTATION.search(text, start, end):
            continue
        charged = body_in_charge(text, start, end, responsible)
        if charged:
            actor = pledges.actor(charged)
        pledges.keep(block.passage, (start, end), name, actor, block.headings, when=when)


@rule(
    "act of a plan",
    "A sentence of a report's plan that begins with a verb of action, an adverb of action or a modal word.",
    ("二、2025年工作安排\n加快建设环湾快速路。全市生产总值突破千亿元大关。", "市政府: 加快建设环湾快速路"),
    (
        "二、2025年工作安排\n一是完善托育服务；二是改造老旧小区三十个。",
        "市政府: 一是完善托育服务 / 市政府: 二是改造老旧小区三十个",
    ),
    ("二、2025年工作安排\n要建好三个实验室。", "市政府: 要建好三个实验室"),
    ("二、2025年工作安排\n把海岛旅游做成支柱产业。", "市政府: 把海岛旅游做成支柱产业"),
    ("二、2025年工作安排\n围绕群众所盼，新建公园六个。", "市政府: 围绕群众所盼，新建公园六个"),
    ("二、2025年工作安排\n港航方面，开工建设三号码头。", "市政府: 港航方面，开工建设三号码头"),
    ("二、2026年财政重点工作\n统筹安排两亿元支持渔港改造。", "市政府: 统筹安排两亿元支持渔港改造"),
    ("二、下一步工作打算\n力争年底前通车。", "市政府: 力争年底前通车"),
    ("一、2024年工作回顾\n加快建设环湾快速路。", ""),
    ("二、2025年工作安排\n发展是解决一切问题的基础。", ""),
    ("二、2025年工作安排\n推进城市更新，关系到千家万户。", ""),
    ("二、2025年工作安排\n去年渔业增产明显。", ""),
    ("二、2025年工作安排\n我们要紧密地团结在一起！", ""),
    ("二、2025年工作安排\n一、主要预期目标\n全市生产总值增长6%左右。", ""),
)
def act_of_a_plan(text: str, start: int, end: int) -> bool:
    """Whether a segment begins with an act and isn't a judgement about one."""
    if _BACKGROUND.match(text, start, end) or _PLANNED.match(text, start, end) is None:
        return False
    return _JUDGEMENT.match(text, start, end) is None


@rule(
    "duty of a body",
    "A plan's sentence with a subject and a modal word: 各级政府要, 市水务局要, 财政政策要.",
    ("二、2025年工作安排\n各级政府要习惯过紧日子。", "各级政府: 各级政府要习惯过紧日子"),
    ("二、2025年工作安排\n市水务局将更新全部水表。", "市水务局: 市水务局将更新全部水表"),
    ("二、2025年工作安排\n营商环境要再上台阶。", "市政府: 营商环境要再上台阶"),
    ("二、2025年工作安排\n每位市民都要节约用水。", ""),
    ("二、2025年工作安排\n一般公共预算收入拟安排六十亿元。", ""),
    ("二、2025年工作安排\n海洋是临澜的重要资源。", ""),
)
def duty_of_a_body(text: str, start: int, end: int) -> str | None:
    """The body named before the modal word, ``""`` where the subject is none, ``None`` where there is no duty."""
    duty = None if _BACKGROUND.match(text, start, end) else _SUBJECT_PLANNED.match(text, start, end)
    if duty is None:
        return None
    subject = duty.group("subject")
    return None if _BUDGET_SUBJECT.search(subject) or _PEOPLE.search(subject) else _named(subject)


@rule(
    "act after its reason",
    "A plan's sentence that first says why and then, with a modal word, what is to be done.",
    ("二、2025年工作安排\n校车关系千家万户，要严格检查每一辆。", "市政府: 校车关系千家万户，要严格检查每一辆"),
    ("二、2025年工作安排\n当前用工偏紧，我们将加强跨市招聘。", "市政府: 当前用工偏紧，我们将加强跨市招聘"),
    ("二、2025年工作安排\n当前用工偏紧，企业反映较多。", ""),
)
def act_after_its_reason(text: str, start: int, end: int) -> bool:
    """Whether a later clause of the segment begins with a modal word and an act."""
    return _LATER_PLANNED.search(text, start, end) is not None


@rule(
    "body in charge",
    "Who is named as responsible: （责任单位：…） for its paragraph, 由…牵头 for its sentence.",
    ("二、2025年工作安排\n改造食堂四十个。（责任单位：市教育局）", "市教育局: 改造食堂四十个"),
    ("二、2025年工作安排\n由市水务局牵头，更新水表十万只。", "市水务局: 由市水务局牵头，更新水表十万只"),
    (
        "二、2025年工作安排\n改造食堂四十个；更新校车。（牵头单位：市教育局）",
        "市教育局: 改造食堂四十个 / 市教育局: 更新校车",
    ),
)
def body_in_charge(text: str, start: int, end: int, responsible: re.Match[str] | None) -> str:
    """The body named in the segment with 由…牵头, else the paragraph's 责任单位."""
    if lead := _LEAD.search(text, start, end):
        return lead.group(1)
    return responsible.group(1) if responsible else ""


@rule(
    "announcement",
    "News that names a body with 将, 拟 or 计划 and an act; what reporters say of their source is left out.",
    ("临澜市商务局将举办三场供需对接会。", "临澜市商务局: 临澜市商务局将举办三场供需对接会"),
    ("明年，东屿省将新建渔港十座。", "东屿省: 明年，东屿省将新建渔港十座"),
    ("记者从市农业农村局了解到，临澜市计划到2027年建成种业基地。", "临澜市: 临澜市计划到2027年建成种业基地"),
    ("到2035年，我国将建成五十个海洋观测站。", "我国: 到2035年，我国将建成五十个海洋观测站"),
    ("临澜港集团将于三月开通新航线。", "临澜港集团: 临澜港集团将于三月开通新航线"),
    ("展览将持续到三月。", ""),
    ("市博物馆将成为新地标。", ""),
    ("冷空气将继续影响全市。", ""),
    ("临澜市已建成渔港十座。", ""),
)
def announcement(block: Block, spoken: list[Statement], when: _When, pledges: _Pledges) -> None:
    """Keep the sentences of a paragraph in which a named body announces an act."""
    text = block.passage.text
    if "将" not in text and "计划" not in text and "拟" not in text:
        return
    for start, end in _segments(block, spoken):
        announced = _ANNOUNCED_ACT.search(text[start:end])
        if announced is None or not (actor := _named(announced.group("subject"))):
            continue
        source = _SOURCE.match(text, start, end)
        begin = source.end() if source is not None and source.end() <= start + announced.start() + 1 else start
        pledges.keep(block.passage, (begin, end), "announcement", pledges.actor(actor), block.headings, when=when)
