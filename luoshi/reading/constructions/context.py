"""What is carried from clause to clause: subject, whole, scope, level, fund, period."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from luoshi.knowledge.indicators import identify
from luoshi.language.unread import Extent
from luoshi.language.words import tagged
from luoshi.patterns import late
from luoshi.reading import names
from luoshi.reading.frames import Frame
from luoshi.reading.owners import owner_of
from luoshi.reading.predicates import Before, strip_openers
from luoshi.records import Span

_OPENS_PARTS = late(r"[、“]*(?:其中|分(?![别布享担])|从|按)")
_REASON = late(r"^(?:增减变动的)?(?:主要)?(?:原因|是因为|由于|因为|主要是|系)")
_SCOPE_MEASURE = late(r"(?<=[位业])(?:社会消费品|消费品|商品)?(?:零售额|零售总额|销售额|增加值|营业收入|投资)$")
_HEADING_LEVEL = late(r"[市州省县区]本级|(?<![\u4e00-\u9fff各])[市州省]级(?=一般|政府|国有|社会|预算|财政|收支|情况)")
_WHOLE_PLACE = late(r"全[市省州县区]")
_AIMS = late(r"(?:(?:预期|主要)目标|目标(?:是|为))[：:]?$")  # 今年的主要预期目标是│生产总值增长6%
_STRIVES = ("确保", "力争", "争取", "努力")
_ATTAINED = late(r"实现|完成|达到|围绕|对照|超过")
_TOPIC = late(
    r"^(?:关于)?(?:全[市省国州]|我[国市省])?([^，的]{2,14}?)(?:保持|实现|继续|持续)?(?:两位数|稳定|较快|快速|平稳|高速|"
    r"稳步|正)?(?:同比|环比|比上年|较上年)?增长$"
    r"|^(?:省下达|争取)?(?:全[市省国州]|我[国市省])?(?P<moved>[^，的]{2,14}?)(?:逐年|连年|不断|稳步|持续|大幅|明显|显著|快速)"
    r"(?:扩大|增加|提高|上升|下降|减少|攀升|提升)$"
    r"|^(?:全[市省国州])?(?P<rate>[^，的]{2,14}?)(?:[增降跌涨升]幅|增速){1,2}(?:逐[季月年]|连续|持续|明显|大幅|不断|进一步)*"
    r"(?:收窄|扩大|回升|回落|加快|放缓)$"
    r"|^(?:全[市省国州])?(?P<turned>[^，的]{2,14}?)(?:增速|增幅)?(?:实现)?"
    r"(?:[由从][负降跌减][转变]为?[正增升涨]|扭负为正|转负为正|止跌(?:回升|企稳|转增))$"
)
_TOPIC_ENDS = frozenset("长大加高升降少窄落快缓正增涨稳")
# 粮食产量再创历史新高，达到│867亿斤: how an indicator fared, before its value.
_STOOD = late(
    r"(?:再|连|屡|均|双双)*创(?:出|下)?(?:历史|有史以来|近年来?)?(?:新高|新低|最[好高](?:水平)?)$|台阶$|实现新突破$|(?:升|进)位$"
    r"|(?:下降|回落|回升|上升|下滑|增加|减少)$"
)
_STOOD_ENDS = frozenset("高低平阶破降落升滑加少位")
_YEAR_OPENS = late(r"^(?:去年|今年|全年|(?:19|20)\d\d年)")
_STANDARD = late(r"^(?:继续|再次|连续|稳步|同步|进一步|将)*(?:提高|上调|调整|落实|完善|提升)(?:了)?([^，]{2,20}?标准)$")
# What is measured, told apart from its verb by a comma: 职工医疗保险最高支付限额，提高到│6倍.
_MEASURE_ALONE = late(r"[^的是有将把为在对等、]{3,20}(?:限额|额度|标准|比例|价格|总量|[^效频功概]率)")
_BY_TIME = late(r"(?:从|分|按)(?:季度|月份?|月度|年度)")  # 分季度看，一季度增长│5%: what its paragraph is about
_BY_FIELD = late(r"^(?:从|分|按)[^，]{1,8}看$")
_SECTOR_TOPIC = late(r"^([^，的]{2,10}?(?:产业|行业|业|领域))(?:引资|投资|增长|发展|保持|表现|增速|运行)")


_FRAMED = late(
    r"^(?:[在从]|全年|分|其中)*(规模以上[^中，]{1,12}?|限额以上[^中，]{1,12}?|规上[^中，]{1,8}?)(?:企业)?(?:中|看|方面)$"
)
_LEVEL = late(r"^(?:\d{4}年)?((?:[市州省县区]本级))")


class Mentioned(list[str]):
    """Names in the order in which they were first mentioned, each once."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def add(self, mentioned: list[str]) -> None:
        """Put names that are new at the end."""
        for name in mentioned:
            if name not in self._known:
                self._known.add(name)
                self.append(name)


@dataclass(slots=True)
class Context:
    """What is carried from clause to clause.

    ``subjects`` are the names measured last in the sentence; ``whole`` those whose parts follow 其中;
    ``aside`` the period that held before a clause of reasons (主要原因是2024年…); ``row`` all that the sentence
    gave a value for, ``measured`` all that it measured in any way; ``indicator`` the last full name in the paragraph,
    ``lead`` the first;
    ``owner`` what the sentence speaks of; ``counted`` the things counted last in it, "" for none; ``things`` those
    counted last in each unit; ``borrowed`` that
    the last part after 其中 took its measure from the whole;
    ``pair`` the two years last compared, ``paired_by`` the name that came from one to the other;
    ``scope`` a frame such as 规模以上工业, ``level`` a
    budget's level (市本级), ``fund`` its fund, ``share_of`` the whole of the last share; ``planned`` says that the
    last value was a budget's own (预算数), ``heading`` is the innermost heading, ``ahead`` that a text without a day
    speaks of its own year or a later one. ``of_places`` is where
    a sentence begins that tells a value of one place after another, and what they are values of. ``unread`` are the
    numbers still to come that can't be read, the next last.
    """

    frame: Frame
    news: bool = False
    period: str = ""
    period_span: Span | None = None
    held: tuple[str, Span | None] = ("", None)
    pair: tuple[str, str] | None = None
    paired_by: str = ""
    aside: tuple[str, Span | None] | None = None
    subjects: list[str] = field(default_factory=list)
    subject_span: Span | None = None
    earlier: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    indicator: str = ""
    lead: str = ""
    scope: str = ""
    level: str = ""
    fund: str = ""
    share_of: str = ""
    cue: str = ""
    measure: str = ""
    verb: str = ""
    topic: str = ""
    levels: Mentioned = field(default_factory=Mentioned)
    row: Mentioned = field(default_factory=Mentioned)
    measured: Mentioned = field(default_factory=Mentioned)
    dated_at: int = -1
    named_at: int = -1
    base: str = ""
    composed: bool = False
    unit: str = ""
    sector: str = ""
    owner: str = ""
    counted: str = ""
    things: dict[str, str] = field(default_factory=dict)
    by_field: bool = False
    first_part: bool = False
    borrowed: bool = False
    status: str = ""
    planned: bool = False
    ahead: Literal["", "own year", "future"] = ""
    heading: str = ""
    basis_period: str = ""
    firms: str = ""
    of_places: tuple[int, str] = (-1, "")
    unread: list[Extent] = field(default_factory=list)

    def base_period(self) -> str:
        """The period of a value from which a change set out: the basis named before, else the year before the span."""
        if self.basis_period:
            return self.basis_period
        period = self.period or self.frame.period
        if self.frame.period.endswith(f"/{period}") and len(self.frame.period) == 9:
            period = self.frame.period  # the last of the years that a section reviews: what came up did so in them
        if len(period) != 9 or period[4] != "/":
            return ""
        # News count from the first year on (6年来); a report holds a term against the year before it.
        return period[:4] if self.news else str(int(period[:4]) - 1)

    def years_between(self) -> str:
        """The span that a yearly mean (年均) is of: the years just compared, else the one held; "" for none."""
        if self.pair is not None and all(len(year) == 4 for year in self.pair) and self.pair[0] < self.pair[1]:
            return f"{int(self.pair[0]) + 1}/{self.pair[1]}"
        return next((p for p in (self.held[0], self.frame.period) if len(p) == 9 and p[4] == "/"), "")

    def years_compared(self) -> str:
        """The span over which a value just told as coming from one year to another has grown; "" for one year."""
        first, last = self.pair or ("", "")
        of_years = len(first) == len(last) == 4 and int(first) + 1 < int(last)
        return f"{int(first) + 1}/{last}" if of_years and self.paired_by in self.subjects else ""

    def last_period(self, *, named_first: bool) -> str:
        """The period of a value that a change came to, where the text names none: the frame's last year.

        Where it names only the first (由2020年的91.5%提高到95.2%), the period that held before it.
        """
        period = (self.held[0] if named_first else self.period) or self.frame.period
        return period[5:] if len(period) == 9 and period[4] == "/" else period

    def enter_heading(self, heading: str) -> None:
        """Take the fund and the level that a heading names (（二）政府性基金预算, 二、市级情况)."""
        self.heading = heading
        fund = names.FUND.search(heading)
        if fund:
            self.fund = fund.group()
        levels = set(_HEADING_LEVEL.findall(heading))
        if levels:
            self.level = levels.pop() if len(levels) == 1 and not _WHOLE_PLACE.search(heading) else ""

    def open_sentence(self, opening: str) -> None:
        """Begin a sentence: its subject is new; 其中 at its beginning takes the last one's apart."""
        if self.subjects:
            # The parts that the next sentence takes apart are of what was measured, not of its share.
            self.earlier = [self.base] if self.measure == "share" and self.base else self.subjects
        parts = bool(_OPENS_PARTS.match(opening))
        if not parts:
            self.scope = ""
        self.whole = self.earlier if opening.startswith("其中") else []
        self.subjects = []
        self.row, self.measured = Mentioned(), Mentioned()
        self.base = ""
        self.pair, self.paired_by = None, ""
        self.aside = None
        self.basis_period = ""
        if not parts:
            self.composed = False
            # 确保生产总值超过1000亿元 after the targets of a year goes on with that year.
            if not (self.status == "target" and opening.startswith(_STRIVES)):
                self.period, self.period_span = self.held
            self.firms = ""
        self.cue = ""
        self.planned = False
        self.ahead = "" if self.ahead == "future" else self.ahead
        self.topic = ""
        self.sector = self.owner = self.counted = ""
        self.things = {}
        self.by_field = self.first_part = self.borrowed = False
        self.verb = ""

    def pass_unread(self, position: int) -> int:
        """Pass the numbers before ``position`` that can't be read: what goes on from one belongs to nobody.

        Gives the end of the last one passed, 0 where there was none.
        """
        end = 0
        while self.unread and self.unread[-1][0] < position:
            end = self.unread.pop()[1]
            self.subjects, self.earlier, self.whole = [], [], []
            self.row, self.measured = Mentioned(), Mentioned()
            self.topic = self.indicator = self.base = ""
        return end

    def open_clause(self, opening: str, after: str) -> None:
        """Begin a clause that follows the mark ``after``: 其中, 包括 open the parts of the subject so far."""
        words = opening.lstrip("、“，")
        if after == "；":
            self.first_part = False
            if self.aside is not None:
                (self.period, self.period_span), self.aside = self.aside, None
        elif self.aside is None and _REASON.match(words):
            self.aside = self.period, self.period_span
        if words.startswith("其中"):
            self.first_part = True
        if words.startswith(("其中", "包括", "含")) and self.subjects:
            self.whole = list(self.subjects)

    def note_owner(self, words: str) -> None:
        """Learn whose properties the next clauses may give (一家配件企业引入设备，产能提高…)."""
        self.owner = owner_of(words) or self.owner

    def note_opening(self, words: str, *, measured: bool) -> None:
        """Learn of what a clause speaks whose number measures nothing: 生产总值连跨两个台阶，2024年达到874亿元.

        ``measured`` says that one of its numbers did; what it speaks of is then known.
        """
        if not measured or not self.subjects:
            opening = names.known_opening(strip_openers(words, Before()))
            self.subjects = [opening] if opening else self.subjects

    def note_clause(self, words: str, own: tuple[str, ...]) -> None:
        """Learn from a clause without numbers: a scope (在规模以上工业中), a cue (主要预期目标是)."""
        framed = _FRAMED.match(words) if "以上" in words or "规上" in words else None
        if framed:
            self.scope = _SCOPE_MEASURE.sub("", framed.group(1))
        fund = names.FUND.search(words)
        if fund:
            self.fund = fund.group()
        elif told_of := names.FUND_TOLD_OF.match(words):
            self.fund = told_of[1]
        if _AIMS.search(words) and not _ATTAINED.search(words):
            self.cue = "target"
        self.note_owner(words)
        sector = _SECTOR_TOPIC.match(words) if self.by_field else None
        if sector:
            self.sector = names.clean(sector.group(1), own)
        self.by_field = self.by_field or _BY_FIELD.match(words) is not None
        if self.lead and _BY_TIME.match(words):
            self.subjects = [self.lead]
        if _MEASURE_ALONE.fullmatch(words) and tagged(words)[0][1][0] in "nbj":
            self.subjects = [names.clean(strip_openers(words, Before()), own)]
        standard = _STANDARD.match(words) if words.endswith("标准") else None
        if standard:
            self.topic = names.clean(standard.group(1), own)
        topic = _TOPIC.match(words) if words[-1] in _TOPIC_ENDS else None
        stood = ""
        if not topic and words[-1] in _STOOD_ENDS and _STOOD.search(words):
            stood = names.known_opening(strip_openers(_YEAR_OPENS.sub("", words), Before()))
        if stood and len(stood) > 2 and not self.subjects:
            self.subjects = [stood]
        if topic:
            name = names.of_economy(names.clean(topic["moved"] or topic["rate"] or topic["turned"] or topic[1], own))
            if not self.subjects or identify(name).concept:
                self.subjects = [name]
        level = _LEVEL.match(words) if "本级" in words else None
        if level:
            self.level = level.group(1)
