"""The constructions: how a clause says what its number measures.

Each rule below takes a :class:`Situation` (the number, the words before it taken apart, the context) and
gives what it found, or nothing. They are tried from the most particular to the most general, in the order
of this file; :func:`construe` is that list. A rule's examples stand beside it, in the notation of
:mod:`luoshi.reading.notation`, read as a report of 临澜市 dated 2025-01-20.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from luoshi.knowledge.words import predicates
from luoshi.language.quantities import Quantity
from luoshi.language.rules import rule
from luoshi.language.times import Time
from luoshi.reading import names
from luoshi.reading.clauses import Clause
from luoshi.reading.frames import Frame
from luoshi.reading.nouns import phrase_after
from luoshi.reading.owners import owned, owner_of
from luoshi.reading.predicates import Before, before
from luoshi.records import Measure, Span, Status

_SHARE_NAME = re.compile(r"(?:比重|占比|之比|比例|份额|贡献[率度]|占有率|构成比?)$")
_PERCENT = frozenset({"percent", "fraction"})
_BUDGET = re.compile(
    r"^(?P<verb>完成了?|为|达到?|占|是|相当于|达成)?(?P<whole>(?:当年|本年|全年|年度|调整后?的?|变动|年初|汇总|"
    r"代编|人大批准的?|人代会批准的?)*"
    r"(?:预算数?|预算调整数?|预期目标|任务数?|计划数?|年度计划|预算目标|预算任务|目标任务|目标))的?$"
)
_BUDGET_AMOUNT = re.compile(
    r"^(?P<subject>.*?)(?:完成了?|为|达到?|占|是|相当于|达成)(?P<whole>(?:当年|本年|全年|年度|调整后?的?|变动|"
    r"年初|汇总|代编|人大批准的?|人代会批准的?)*"
    r"(?:预算数?|预算调整数?|预期目标|总?任务数?|计划数?|预算目标|预算任务|目标任务|目标))(?:为|的)?$"
)
_BASIS_AMOUNT = re.compile(r"[较比][^，。；较比]{2,16}的$")
_SHARE_OF = re.compile(
    r"(?P<subject>.*?)(?:分别|均|约|仅|共|也|已|各)*(?P<verb>占到了?(?!期|位|账|场)|占据了?|占(?!比)|"
    r"相当于)(?P<whole>[^占]*?)的?$"
)
_MOVES_OF_GROWTH = re.compile(
    r"(?:加快|放缓|回落|快于|高于|低于|快|慢|提速|回升|收窄|扩大|高|低|提高|提升|上升|下降|缩小)$"
)
_MONEY_VERBS = frozenset(predicates()["purpose"]["money"])
_PURPOSE_ADVERB = re.compile(
    "^(?:"
    + "|".join(sorted(predicates()["purpose"]["adverbs"], key=len, reverse=True))
    + r"|重点(?![项领工产任群行企区]))+"
)
_PURPOSE = re.compile("^(?:" + "|".join(sorted(predicates()["purpose"]["verbs"], key=len, reverse=True)) + ")")
_DROPPED = frozenset(predicates()["action"]["drop"])
_ACTIONS = frozenset(predicates()["action"]["words"])
_PERSONS = re.compile(r"[人者民工口童女员生]|群众|孩子|学子|旅客|游客|劳动力")
_DURATION_VERB = re.compile(
    r"(?:[天日]数[共为达]?|[天日]数达到|需|仅需|只需|历时|提前|缩短|缩短至|缩短到|压缩至|压缩到|压减至|压减到|"
    r"减少至|上映|延长至|延长|控制在|不超过|由|从|达|平均|时间|时限|工期|压缩为|降至)$"
)
_AFTER_GOAL = re.compile(r"[，。；]|（[^（）]{0,40}\d|（[^（）]{40}")
_GOAL_BRACKET = re.compile(r"（[^（）]{0,40}）")
_STOPS_GOAL = ("、", "；", "。", "）", "")
_HAS_DIGIT = re.compile(r"\d")
_TAKES_OBJECT = frozenset({"有", "共有", "拥有", "现有", "完成", "实现", "共", "获", "获得", "荣获", "取得", "夺得"})
_PEOPLE_WHO = re.compile(r"(?:享受|参加|领取|接受|纳入|通过|考取|报名|获评|获得)[^，。；、]{2,20}")
_OPENS_PARTS = re.compile(r"[、“]*(?:其中|分(?![别布享担])|从|按)")
_REASON = re.compile(r"^(?:增减变动的)?(?:主要)?(?:原因|是因为|由于|因为|主要是|系)")
_SCOPE_MEASURE = re.compile(r"(?<=[位业])(?:社会消费品|消费品|商品)?(?:零售额|零售总额|销售额|增加值|营业收入|投资)$")
_CAUSES = re.compile(r"^[^，。；]*?(?:导致|造成|致使|使得)(?=.|$)")
_SHARE_WITHIN = re.compile(r"^在[^，。；]{2,16}中的?(?:占比|比重|比例|份额)")
_COMPLETION = re.compile(r"^(?:新增|新|基本|全部|累计|装修|实际|已)*(?:竣工|投用|投产|开工|建成|交付|完工|并网|通车)$")
_COMPLETED = re.compile(r"(?:新增|新|基本|全部|累计|装修|实际|已)*(?:竣工|投用|投产|开工|建成|交付|完工|并网|通车)$")
_ONLY_SUM = re.compile(
    r"^(?:[，、]|其中)*(?:已?累计|总数|总量|(?:年末|目前)?(?:共有|总计|累计))(?:达到?|为|已|有|共|至|到)*$"
)
_FUNDS = re.compile(r"(?:资金|经费|基金|补助|补贴|贷款|债券|财政|各级|政府|银行|集团|公司|资本|省|市|县|区)$")
_GRADE = re.compile(r"(?:及?以上|[、和及至]\d级)?的")
# What is measured of the things counted, and is no part of their name: 12个水源地│Ⅲ类水质达标率│为100%.
_RATE_OF = re.compile(
    r"(?<=..)(?:[ⅠⅡⅢⅣⅤ一二三四五](?:[～~—至、-][ⅠⅡⅢⅣⅤ一二三四五])?类)?(?:水质|空气质量)?(?:平均|综合|稳定|优良|"
    r"达标)*(?:达标率|合格率|优良率|覆盖率|完成率|比例|比重|增加值)$"
)
_HEADING_LEVEL = re.compile(
    r"[市州省县区]本级|(?<![\u4e00-\u9fff各])[市州省]级(?=一般|政府|国有|社会|预算|财政|收支|情况)"
)
_WHOLE_PLACE = re.compile(r"全[市省州县区]")
_MOVED_FUND = re.compile(r"调用|调入|调出|调至|缴入|补充")
_LOWER = re.compile(r"县区|县市|区县|市县|各县")
_BUDGET_LEVEL = re.compile(
    r"(?:地方)?(?:一般公共|政府|国有资本|社会保险|社保|预算|财政|财力|收入|支出|税收|非税|“?三[保公]|单位|债务|"
    r"总收入|总支出|收支)"
)
_SHORT_BRACKET = re.compile(r"[（(][^（）()]{0,20}[）)]")
_BARE_MONEY = frozenset({"资金", "经费", "财政资金", "各类资金", "专项资金", "上级资金"})
# An amount that only says which things are counted: 营业收入超亿元│企业│344家.
_DESCRIBES = re.compile(
    r"(?:（[^（）]{0,10}）)?的?(?:企业|项目|产业|园区|乡镇|村|县|镇|单位|楼宇|商户|街区)(?=\d|共|达|有)"
)
_SERVES = re.compile(r"(?:提供|办理|解决|发放|争取|减免|节约|节省|开展|落实|兑现|协调|担保|融资)")
# Verbs that name what is measured where a value moves: 公共卫生服务补助│由94元提高至99元.
_ALSO_NOUNS = frozenset({"补助", "补贴", "奖励", "资助", "救助", "投入"})
_HAN_NUMBER = re.compile(r"^[^0-9０-９]*$")
_VAGUE_COUNT = re.compile(
    r"^[一二三四五六七八九十两]+(?:个|大|项|条|方面|位|轮|档|种|类|批|次|件|篇|场|步|者|级|地|省|市|县|区|方|"
    r"家|门|对|套|期|名|支|座|处|块|届|双|张|只|头|本|部|年|月|天|日|人|户)?$"
)
_FROM_TO = re.compile(
    r"^(?:[^，。；]{0,14}?)(?:增长|增加|提高|上升|提升|扩大|下降|减少|降低|回落|压减|压缩|缩短|缩小|降|增|升|"
    r"减|扩|提|拓展|延长|放宽|发展|调整|优化|上调|下调|跃升|攀升|变|改|跃)(?:了)?(?:到|至|为|成)"
)
_GROWTH_TAIL = re.compile(r"^(?:左右|以上)?的?(?:年均|高速|较快|快速|中高速|平均|两位数)?(?:速度|增速|增幅|增长)")
_RATE = re.compile(r"(?:率|水平|系数|指数|强度|度)$")
_LOWERING = re.compile(r"^(?:降低|减少|压减|减轻|削减|缩减|精简|压缩|下调|调减|节约|缩短|节省|减免)(?=.)")
_RAISING = re.compile(r"^(?:提高|增加|上调|提升|调增)(?=.)")
_PART_OF = re.compile(
    r"^的?(?P<noun>[^，。；、]{1,24}?)(?P<verb>为|是|被|实现|实行|集中|来自|用于|达到|完成|投向|进入|已|得到|"
    r"参加|由|在|属于|享受|采用|通过|同比|呈)(?P<rest>[^，。；]*)"
)


_TOPIC = re.compile(
    r"^(?:全[市省国州]|我[国市省])?([^，的]{2,14}?)(?:保持|实现|继续|持续)?(?:两位数|稳定|较快|快速|平稳|高速|"
    r"稳步|正)?增长$"
)
_ANAPHORA = re.compile(r"^(?:[一二三四五六七八九两\d]大?项?|上述|主要|以上)*(?:主要)?指标$")
_USE = re.compile(r"(?:调入|用于|补充|结转|转入|缴入|上缴|列入|调出|划转)[^，。；、（]{2,24}")
_DOING = re.compile(
    r"(?P<noun>(?!进城|返乡)[^，。；、的]{2,12}?)(?:将|已经|已|均|都|还|也)?(?P<deed>(?:"
    + "|".join(sorted(predicates()["benefit"]["words"], key=len, reverse=True))
    + r")(?!率|额|量|情况)[^，。；]{0,24})(?=$|[，。；])"
)
_FREQUENCY = re.compile(r"(?:日均|月均|年均|平均每天|平均每年|平均每月|平均每日|每天|每日|每年|每月)")
_STANDARD = re.compile(
    r"^(?:继续|再次|连续|稳步|同步|进一步|将)*(?:提高|上调|调整|落实|完善|提升)(?:了)?([^，]{2,20}?标准)$"
)
_FUTURE = re.compile(r"将(?!军|士)|拟|计划|力争|确保")
_DESCRIBED = re.compile(
    r"(?:的)?(?!左右|左|以|占|为|的?水平|的?增长|的?速度|的?高|的?基数|增长|提高|下降|达|比|并|且|和|与|，|。"
    r")[\u4e00-\u9fff]"
)
_BURDEN = re.compile(r"(?:减轻|降低|减少|节约|节省)([^，]{2,10}(?:负担|成本|费用))$")
_COMPARED = re.compile(r"^(?:增速|增幅|涨幅)?(?:分别|均|也)?(?:高出|高于|低于|快于|慢于|超出|领先|落后|好于|优于)")
_BY_FIELD = re.compile(r"^(?:从|分|按)[^，]{1,8}看$")
_SECTOR_TOPIC = re.compile(r"^([^，的]{2,10}?(?:产业|行业|业|领域))(?:引资|投资|增长|发展|保持|表现|增速|运行)")
_FRAMED = re.compile(r"^((?:规模以上|规上|限额以上)[^，、的]{2,4}业)")
_OF_PART = re.compile(r"(?:产量|价格|产值|销量|增加值|收入|利润|面积)$")
_BEFALLS = re.compile(
    r"(?:都|均|已|已经|是|就)*(?P<deed>(?:来自|在|具备|通上?|被|分布|属于|达到|享受|位于|投向|流向|采用|完成|"
    r"参加|拥有)[^，。；]{2,24})"
)
_OF_TASK = re.compile(r"^(.{2,}?(?:任务|目标|指标))的.*$")
_COUNTED_PLACES = re.compile(r"^(?:省区市|省市|省份|城市|市县|县市|国家)的(?=..)")
_NOT_IN_DEED = re.compile(r"[了“”]|全年|全市|全省|全国")
_SHARE_PART = re.compile(r"^([^占]+)(占.+的?(?:比重|比例|份额))$")
_AGENT = re.compile(r"(?:企业|公司|部门|机构|医院|学校|单位|银行|集团|中心|院校|社区)$")
_LARGE = re.compile(r"[万亿千百]")
_INDEX_BEFORE = re.compile(r"(?:指数|系数)(?:为|达到?|降至|升至|比例为)?$")
_CUT = re.compile(r"下调|降低|下降|降息|减少|压减|回落")
_ATTAINED = re.compile(r"(?:实现|取得|迎来)了?(?:[^，]*的)?$")
_TURNED_FROM = re.compile(r"[由从](?:上年|去年|上半年|前年)?$")
_SHARE_CLAUSE = re.compile(r"占[^占]{2,20}的?(?:比重|比例|份额)$")
# Nouns that say a property of the thing they belong to: 总投资4.6亿元的X, 全长23公里的X.
_PROPERTY = re.compile(
    r"(?:总投资|投资|年产值|产值|年产量|年产能|产能|全长|总长|全程|面积|占地面积|总面积|建筑面积|装机容量|"
    r"总装机|装机|库容|总库容|时速|设计时速|普及率|覆盖率|"
    r"价值|总价值|规模|总规模|年营收|高度|直径|重量)$"
)
# Words that open a noun of one kind and the count of its kind: 省份, 城市.
_HEAD_OF_COUNT = re.compile(
    r"(?:省区市|省份|省市|市县|城市|国家[和及]地区|国家|地区|部门|单位|街镇|乡镇|行业(?!大类|中类|门类))(?=.)"
)
_AT_CLAUSE_VERB = re.compile(
    r"(?:今年|全年|年内|已|再|要|将|全面|加快|基本|累计|继续|共|新|提前|全力|着力|深入|持续|分批|顺利|率先)*("
    + "|".join(sorted((w for w in predicates()["action"]["words"] if len(w) > 1), key=len, reverse=True))
    + r")"
)
_JOINED_VERB = re.compile(r"(?:^|[，、])([^，、]{2,4})(?:和|、|与|及)$")
_FIRMS = re.compile(r"^((?:规模以上|规上|限额以上)[^，、。]{1,6}?企业)(?=.)")


@dataclass(slots=True)
class Context:
    """What is carried from clause to clause.

    ``subjects`` are the names measured last in the sentence; ``whole`` those whose parts follow 其中;
    ``aside`` the period that held before a clause of reasons (主要原因是2024年…); ``row`` all that the sentence
    gave a value for; ``indicator`` the last full name in the paragraph; ``owner`` what the sentence speaks of;
    ``scope`` a frame such as 规模以上工业, ``level`` a
    budget's level (市本级), ``fund`` its fund, ``share_of`` the whole of the last share.
    """

    frame: Frame
    news: bool = False
    period: str = ""
    period_span: Span | None = None
    held: tuple[str, Span | None] = ("", None)
    pair: tuple[str, str] | None = None
    aside: tuple[str, Span | None] | None = None
    subjects: list[str] = field(default_factory=list)
    subject_span: Span | None = None
    earlier: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    indicator: str = ""
    scope: str = ""
    level: str = ""
    fund: str = ""
    share_of: str = ""
    cue: str = ""
    measure: str = ""
    verb: str = ""
    topic: str = ""
    levels: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    dated_at: int = -1
    named_at: int = -1
    base: str = ""
    composed: bool = False
    unit: str = ""
    sector: str = ""
    owner: str = ""
    by_field: bool = False
    first_part: bool = False
    status: str = ""
    basis_period: str = ""
    firms: str = ""

    def base_period(self) -> str:
        """The period of a value from which a change set out: the basis named before, else the year before the span."""
        if self.basis_period:
            return self.basis_period
        period = self.period or self.frame.period
        if len(period) != 9 or period[4] != "/":
            return ""
        # News count from the first year on (6年来); a report holds a term against the year before it.
        return period[:4] if self.news else str(int(period[:4]) - 1)

    def years_between(self) -> str:
        """The span that a yearly mean (年均) is of: the years just compared, else the one held; "" for none."""
        if self.pair is not None and all(len(year) == 4 for year in self.pair) and self.pair[0] < self.pair[1]:
            return f"{int(self.pair[0]) + 1}/{self.pair[1]}"
        return next((p for p in (self.held[0], self.frame.period) if len(p) == 9 and p[4] == "/"), "")

    def last_period(self, *, named_first: bool) -> str:
        """The period of a value that a change came to, where the text names none: the frame's last year.

        Where it names only the first (由2020年的91.5%提高到95.2%), the period that held before it.
        """
        period = (self.held[0] if named_first else self.period) or self.frame.period
        return period[5:] if len(period) == 9 and period[4] == "/" else period

    def enter_heading(self, heading: str) -> None:
        """Take the fund and the level that a heading names (（二）政府性基金预算, 二、市级情况)."""
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
        self.row = []
        self.base = ""
        self.pair = None
        self.aside = None
        self.basis_period = ""
        if not parts:
            self.composed = False
            self.period, self.period_span = self.held
            self.firms = ""
        self.cue = ""
        self.topic = ""
        self.sector = self.owner = ""
        self.by_field = self.first_part = False
        self.verb = ""

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

    def note_clause(self, words: str, own: tuple[str, ...]) -> None:
        """Learn from a clause without numbers: a scope (在规模以上工业中), a cue (主要预期目标是)."""
        framed = re.match(
            r"^(?:[在从]|全年|分|其中)*(规模以上[^中，]{1,12}?|限额以上[^中，]{1,12}?|规上[^中，]{1,8}?)(?:企业)?(?:中|看|方面)$",
            words,
        )
        if framed:
            self.scope = _SCOPE_MEASURE.sub("", framed.group(1))
        fund = names.FUND.search(words)
        if fund:
            self.fund = fund.group()
        if re.search(r"预期目标|主要目标|目标是|目标为", words):
            self.cue = "target"
        self.note_owner(words)
        sector = _SECTOR_TOPIC.match(words)
        if sector and self.by_field:
            self.sector = names.clean(sector.group(1), own)
        self.by_field = self.by_field or bool(_BY_FIELD.search(words))
        standard = _STANDARD.match(words)
        if standard:
            self.topic = names.clean(standard.group(1), own)
        topic = _TOPIC.match(words)
        if topic and not self.subjects:
            self.subjects = [names.clean(topic.group(1), own)]
        level = re.match(r"^(?:\d{4}年)?((?:[市州省县区]本级))", words)
        if level:
            self.level = level.group(1)


@dataclass(slots=True)
class Situation:
    """One number in its clause: what the rules look at."""

    text: str
    clause: Clause
    start: int
    quantity: Quantity
    group: list[Quantity]
    before: Before
    context: Context
    rest: list[Quantity]
    sentence: list[Clause]
    own: tuple[str, ...]
    times: list[Time]
    every_time: list[Time]
    used: int = 1
    described: bool = False
    compares: bool = False

    def times_between(self, start: int, end: int) -> list[Time]:
        """The dated times that stand between two places of the paragraph."""
        return [t for t in self.every_time if start <= t.start and t.end <= end and t.period and t.role != "base"]

    @property
    def ahead(self) -> list[Time]:
        """The times after the number that a word of the future goes with: …建设12月20日以前将全部完成."""
        if self.rest or not _FUTURE.search(self.text, self.quantity.end, self.clause.end):
            return []
        return self.times_between(self.quantity.end, self.clause.end)

    @property
    def limit(self) -> int:
        """Where the words after the number must end: at the next number or the clause's end."""
        return self.rest[0].start if self.rest else self.clause.end

    def after(self) -> str:
        """The noun phrase that follows the number."""
        return phrase_after(self.text, self.group[-1].end, self.limit)


@dataclass(slots=True)
class Found:
    """What a rule says of a number."""

    name: str
    measure: Measure
    sign: int | None = None
    quantity: Quantity = None  # type: ignore[assignment]
    rule: str = ""
    period: str = ""
    status: Status | None = None
    unit: str = ""
    carried: bool = False
    undated: bool = False  # the text names no time for it, though one holds around it


Construction = Callable[[Situation], list[Found]]
_CONSTRUCTIONS: list[tuple[str, frozenset[str] | None, Construction]] = []


def construction(
    name: str, reads: str, *examples: tuple[str, str], kinds: frozenset[str] | None = None
) -> Callable[[Construction], Construction]:
    """Register a construction as a rule, tried after those above it; ``kinds`` of quantity it is tried for."""

    def register(function: Construction) -> Construction:
        rule(name, reads, *examples)(function)
        _CONSTRUCTIONS.append((name, kinds, function))
        return function

    return register


def construe(situation: Situation) -> list[Found]:
    """What the first rule that fits says of the situation's number; nothing for what is no figure."""
    situation.used = 1
    quantity = situation.quantity
    for name, kinds, function in _CONSTRUCTIONS:
        if kinds is not None and quantity.kind not in kinds:
            continue
        found = function(situation)
        if found is _NOTHING:
            return []
        if found:
            for item in found:
                item.rule = name
                if item.quantity is None:
                    item.quantity = quantity
            return found
    return []


_NOTHING: list[Found] = []


# -- what is no figure ------------------------------------------------------------------------------


@construction(
    "names made of numbers",
    "A number inside short quotation marks or a title is part of a name: “10+1”, 《2025年行动方案》.",
    ("聚焦“8+2”产业体系，新建项目12个。", "新建项目 level 12个 2024 actual"),
    ("深化“一网通办”改革，办结事项36万件。", "办结事项 level 360000件 2024 actual"),
    ("发展“3+6”产业，培育企业58家。", "培育企业 level 58家 2024 actual"),
    ("出台《临澜市三年行动方案（2024—2026年）》，实施项目45个。", "实施项目 level 45个 2024 actual"),
    ("推广“最多跑一次”，惠及群众21万人次。", "惠及群众 level 210000人次 2024 actual"),
    ("建设“15分钟生活圈”86个。", "建设15分钟生活圈 level 86个 2024 actual"),
)
def quoted(s: Situation) -> list[Found]:
    text, q = s.text, s.quantity
    opening = max(text.rfind("“", max(0, q.start - 14), q.start), text.rfind("‘", max(0, q.start - 14), q.start))
    if opening >= 0 and q.kind not in ("streak", "rank"):
        closing = min(
            (i for i in (text.find("”", opening, q.end + 14), text.find("’", opening, q.end + 14)) if i >= 0),
            default=-1,
        )
        if (
            closing >= q.end - 1
            and closing - opening <= 16
            and not any(mark in text[opening:closing] for mark in "，。；")
        ):
            return _NOTHING
    title = text.rfind("《", max(0, q.start - 40), q.start)
    if title >= 0 and "》" not in text[title : q.start] and "》" in text[q.end : q.end + 40]:
        return _NOTHING
    return []


@construction(
    "counts that only order words",
    "A small Chinese count before 大, 方面, 个 and the like orders a speech and measures nothing: 三大支柱, 八个方面.",
    ("能效等级为1级和2级的绿色家电零售额增长44%。", "能效等级为1级和2级的绿色家电零售额 growth+ 44% 2024 actual"),
    ("新批外商投资超千万美元的企业31家。", "新批外商投资超千万美元的企业 level 31家 2024 actual"),
    ("抓好五个方面重点工作，新建公路30公里。", "新建公路 level 30公里 2024 actual"),
    ("抓好三个方面重点工作，新建公园12个。", "新建公园 level 12个 2024 actual"),
    ("实施三年行动，改造老旧小区48个。", "改造老旧小区 level 48个 2024 actual"),
    ("第十二届港口博览会签约项目63个。", "第十二届港口博览会签约项目 level 63个 2024 actual"),
    ("坚持两手抓、两不误，工业投资增长9.3%。", "工业投资 growth+ 9.3% 2024 actual"),
    ("一批重大项目落地，完成投资320亿元。", "完成投资 level 32000000000元 2024 actual"),
    ("60岁以上老年人口占比21.4%。", "60岁以上老年人口占比 share 21.4% 2024 actual"),
    kinds=frozenset({"count", "plain", "ordinal", "duration", "age", "measure", "money", "temperature"}),
)
def ordering_counts(s: Situation) -> list[Found]:
    q, text = s.quantity, s.text
    if q.kind == "ordinal":
        return _NOTHING
    if (
        q.quote.endswith(("以上", "以下", "以内"))
        and q.kind in ("measure", "age", "money", "duration", "temperature")
        and _DESCRIBED.match(text, q.end)
    ):
        return _NOTHING
    if (
        q.kind == "money"
        and q.qualifier == "over"
        and _DESCRIBES.match(text, q.end)
        and s.rest
        and s.rest[0].kind == "count"
    ):
        s.described = True
        return _NOTHING
    if q.unit == "级" and _GRADE.match(text, q.end):
        s.described = True
        return _NOTHING
    if text.startswith("方面", q.end):
        return _NOTHING
    if q.kind == "duration":
        lead = text[max(s.start, q.start - 5) : q.start]
        if text.startswith("的", q.end) and not text.startswith("的时间", q.end):
            return _NOTHING
        if not _DURATION_VERB.search(lead) and not text.startswith(("以内", "的时间"), q.end):
            return _NOTHING
        if text.startswith(("来", "间", "行动", "后", "前", "计划", "内"), q.end):
            return _NOTHING
    if (
        q.kind == "plain"
        and q.unit == ""
        and not _LARGE.search(q.quote)
        and not _INDEX_BEFORE.search(text[max(s.start, q.start - 8) : q.start])
    ):
        return _NOTHING
    if _VAGUE_COUNT.match(q.quote) and not (q.kind == "duration" and text.endswith("提前", s.start, q.start)):
        following = text[q.end : q.end + 8]
        lead = text[max(s.start, q.start - 8) : q.start]
        counted = re.match(
            r"[^，。；、]{0,6}?(?:措施|政策|指标|举措|意见|办法|条例|法规|方案|细则|国家|省份|省区|园区|基地|"
            r"中心|平台|机场|高校|城市)",
            following,
        )
        acted = re.search(
            r"(?:出台|推出|实施|制定|发布|新增|取消|设立|建成|新建|开通|建立|获批|成立|印发|通过|审议通过)[^，]{0,6}$",
            lead,
        )
        if not (counted and acted) and not (
            q.start - s.start < 12
            and following.startswith("指标")
            and s.text[q.end + 2 : q.end + 8].startswith(("世界", "全国", "居", "均"))
        ):
            return _NOTHING
    return []


# -- lists --------------------------------------------------------------------------------------------


def _finish(s: Situation, name: str, *, carried: bool = False) -> str:
    """A name completed by level, fund, scope and whole, and remembered as the clause's subject."""
    context = s.context
    name = names.clean(name, s.own)
    if not name:
        return name
    raw = s.before.raw
    if re.search(r"全[市省州县国区]", raw[:8]) and not carried:
        context.level = ""
        context.scope = "" if not names.LEVEL.match(name) else context.scope
    level = names.LEVEL.match(name)
    if _LOWER.match(name):
        context.level = ""
    elif level and (not context.level or _BUDGET_LEVEL.match(name, level.end())):
        context.level = level.group()
    fund = names.FUND.search(name)
    if fund and not carried and not _MOVED_FUND.search(name, 0, fund.start()):
        context.fund = fund.group()
    if not carried:
        adds = s.text.startswith("加上", s.clause.start) and name.startswith("预备费、")
        if context.fund and not fund and (adds or names.balance_item(name)):
            bare = names.LEVEL.sub("", name)
            name = name[: len(name) - len(bare)] + context.fund + bare
        between = names.BETWEEN_LEVELS.match(name)
        if context.level and not (level or between) and _in_budget(s) and not s.text.startswith("主要", s.clause.start):
            name = context.level + name
    return name


def _in_budget(s: Situation) -> bool:
    """Whether the text speaks of a budget, where a level (市本级) runs on."""
    return bool(s.context.fund) or "预算" in s.text or "债务" in s.text


def _subject(s: Situation) -> tuple[str, bool]:
    """The name of what the number measures, made whole, and whether it is wholly carried."""
    context, b = s.context, s.before
    name = b.name
    movement = names.MOVEMENT.search(name)
    if movement and s.quantity.kind in _PERCENT:
        name = name[: movement.start()]
        if name == "经济":
            name = "经济增长"
    if name.endswith("目标") and len(name) > 4:
        bare = re.sub(r"(?:预期)?目标$", "", name)
        name = "经济增长" if bare in ("增长", "经济增长") else re.sub(r"增长$", "", bare)
    name = names.clean(_CAUSES.sub("", name), s.own)
    has = _PROPERTY.search(name) if s.text.startswith("的", s.quantity.end) else None
    if name and (has or names.leans(name)) and s.text.startswith("的", s.quantity.end):
        owner = phrase_after(s.text, s.quantity.end + 1, s.limit)
        if len(owner) > 1:
            return owner + (has.group() if has else name), False
    if (
        b.kind in ("rise", "fall")
        and s.start > s.clause.start
        and name
        and s.text[s.start : s.start + 1] not in "的、，和与"
    ):
        name = _counted_before(s) + name
    if names.leans(name):
        subject = (context.subjects or context.earlier or [""])[-1]
        if not name:
            return subject, True
        return _finish(s, names.join(subject, name)) if subject else _finish(s, name), False
    whole = context.whole[-1] if context.whole else ""
    if context.subjects:
        after_parts = whole and s.text[s.clause.start - 1 : s.clause.start] == "；"
        name = names.next_in_series(whole if after_parts else context.subjects[-1], name)
    if whole:
        name = names.under(whole, name)
    elif s.text[s.start - 1 : s.start] == "、" or s.text[s.start : s.start + 1] == "、":
        name = names.beside(context.subjects[-1], name) if context.subjects else name
    name = owned(context.owner, name)
    if context.subjects and not whole:
        name = names.with_shared_head(context.subjects[-1], name)
    if context.sector and context.sector not in name and (not context.indicator or name[:4] in context.indicator):
        name = context.sector + name
    firms = _FIRMS.match(name)
    if firms:
        context.firms = firms.group(1)
    elif context.firms and not b.raw.startswith("全") and not name.startswith(("规模", "限额", "规上")):
        name = context.firms + name
    measured = context.base if context.measure == "share" and context.base else ""
    parent = whole or measured or (context.subjects[-1] if context.subjects else "") or context.indicator
    if (
        s.quantity.kind in _PERCENT
        and b.kind in ("rise", "fall", "")
        and parent
        and ((names.lacks_indicator(name) and _same_field(s, parent, name)) or names.beside_kind(parent, name))
    ):
        name = names.of_sector(parent, name, context.scope)
        context.composed = True
    elif context.scope and not name.startswith(context.scope[:3]):
        name = context.scope + name
    return _finish(s, name), False


def _counted_before(s: Situation) -> str:
    """The counted words that a name goes on from: 冰箱、空调等8大类│家电销量增长."""
    counted = next((q for q in reversed(s.clause.quantities) if q.end == s.start), None)
    if counted is None or counted.kind != "count" or not s.text[s.clause.start : counted.start].endswith("等"):
        return ""
    return names.clean(before(s.text, s.clause.start, counted.start, []).name, s.own) + counted.quote


def _same_field(s: Situation, parent: str, name: str) -> bool:
    """Whether a sector continues the indicator before it: after 其中, in a scope, or in a row of such."""
    context = s.context
    return bool(context.whole or context.scope or context.composed) and parent != name and name not in parent


def _remember(s: Situation, found: list[str], measure: str) -> None:
    context = s.context
    context.named_at = s.quantity.start
    if found and measure != "share":
        context.base = found[-1]
    context.subjects = found
    if found:
        context.indicator = found[-1]
    if measure == "level":
        context.levels.extend(one for one in found if one not in context.levels)
        context.row.extend(one for one in found if one not in context.row)
    context.measure = measure
    context.verb = s.before.verb


@construction(
    "several values that moved together",
    "A、B分别由a、b提高到c、d: each name has the value it set out from and the one it came to.",
    (
        "低保金、孤儿津贴分别从每人每月600元、1100元提高到630元、1150元。",
        "低保金 level 600元/人月 - actual; 孤儿津贴 level 1100元/人月 - actual; "
        "低保金 level 630元/人月 2024 actual; 孤儿津贴 level 1150元/人月 2024 actual",
    ),
    (
        "基础养老金、护理补贴分别由每人每月151元、90元提高至171元、100元。",
        "基础养老金 level 151元/人月 - actual; 护理补贴 level 90元/人月 - actual; "
        "基础养老金 level 171元/人月 2024 actual; 护理补贴 level 100元/人月 2024 actual",
    ),
)
def moved_together(s: Situation) -> list[Found]:
    count = len(s.group)
    if count < 2 or len(s.rest) < count or not re.search(r"[由从][^，。；]{0,10}$", s.text[s.start : s.quantity.start]):
        return []
    later = s.rest[:count]
    if later[0].kind != s.quantity.kind or not _FROM_TO.match(s.text[s.group[-1].end : later[0].start]):
        return []
    raw = s.text[s.start : s.quantity.start]
    cut = s.start + max(raw.rfind("由"), raw.rfind("从"))
    b = before(s.text, s.start, cut, [])
    joint = names.split(names.clean(b.name + (b.verb if b.verb in _ALSO_NOUNS else ""), s.own), count)
    if joint is None:
        return []
    first, last = s.times_between(cut, s.quantity.start), s.times_between(s.group[-1].end, later[0].start)
    s.used = 2 * count
    _remember(s, joint, "level")
    early = first[-1].period if first else s.context.base_period()
    late = last[-1].period if last else s.context.last_period(named_first=bool(first))
    unit = s.quantity.unit if "/" in s.quantity.unit else ""
    return [
        *(
            Found(one, "level", None, q, period=early, unit=unit, undated=not early)
            for one, q in zip(joint, s.group, strict=True)
        ),
        *(Found(one, "level", None, q, period=late, unit=unit) for one, q in zip(joint, later, strict=True)),
    ]


@construction(
    "values paired with their names",
    "Several values joined by 、 or 和 belong to several names in the same order, with 分别 or without.",
    (
        "全年接待游客200万人次，实现旅游总收入22亿元，比上年分别增长10.4%和9.1%。",
        "接待游客 level 2000000人次 2024 actual; 旅游总收入 level 2200000000元 2024 actual; "
        "接待游客 growth+ 10.4% 2024 actual; 旅游总收入 growth+ 9.1% 2024 actual",
    ),
    (
        "铁路货运量33万吨，货物周转量21亿吨公里，比上年分别增长12.6%和11.8%。",
        "铁路货运量 level 330000吨 2024 actual; 铁路货物周转量 level 2100000000吨公里 2024 actual; "
        "铁路货运量 growth+ 12.6% 2024 actual; 铁路货物周转量 growth+ 11.8% 2024 actual",
    ),
    (
        "发生事故91起、死亡49人，分别比上年下降12.5%、16.9%。",
        "发生事故 level 91起 2024 actual; 发生事故死亡 level 49人 2024 actual; 发生事故 growth- 12.5% 2024 actual; "
        "发生事故死亡 growth- 16.9% 2024 actual",
    ),
    (
        "集成电路、仪表与控制系统、工业机器人等产品产量分别增长13.6%、33%和20.6%。",
        "集成电路产量 growth+ 13.6% 2024 actual; 仪表与控制系统产量 growth+ 33% 2024 actual; "
        "工业机器人产量 growth+ 20.6% 2024 actual",
    ),
    (
        "限额以上单位粮油食品类、日用品类商品零售额分别增长14.9%、8.6%。",
        "限额以上单位粮油食品类商品零售额 growth+ 14.9% 2024 actual; "
        "限额以上单位日用品类商品零售额 growth+ 8.6% 2024 actual",
    ),
    (
        "规模以上服务业中文化艺术服务、养老服务营业收入分别增长14.7%和19.4%。",
        "规模以上服务业中文化艺术服务营业收入 growth+ 14.7% 2024 actual; "
        "规模以上服务业养老服务营业收入 growth+ 19.4% 2024 actual",
    ),
    (
        "工业投资增长6%，其中计算机、通信设备制造业，通用设备制造业投资分别增长13.6%和14.5%。",
        "工业投资 growth+ 6% 2024 actual; 计算机、通信设备制造业投资 growth+ 13.6% 2024 actual; "
        "通用设备制造业投资 growth+ 14.5% 2024 actual",
    ),
    (
        "失业保险、工伤保险参保人数分别为55.3万人和62.8万人。",
        "失业保险参保人数 level 553000人 2024 actual; 工伤保险参保人数 level 628000人 2024 actual",
    ),
    (
        "城乡最低生活保障标准分别增长3.5%、5.5%。",
        "城镇最低生活保障标准 growth+ 3.5% 2024 actual; 农村最低生活保障标准 growth+ 5.5% 2024 actual",
    ),
    (
        "中央、省级财政衔接资金用于产业发展比例分别不低于60%、52%。",
        "中央财政衔接资金用于产业发展比例 share >60% 2024 actual; "
        "省级财政衔接资金用于产业发展比例 share >52% 2024 actual",
    ),
    (
        "对东盟、欧盟进出口分别增长25.2%和5.7%。",
        "对东盟进出口 growth+ 25.2% 2024 actual; 对欧盟进出口 growth+ 5.7% 2024 actual",
    ),
    (
        "基本养老保险、工伤保险参保人数分别增加1.2万人、0.6万人。",
        "基本养老保险参保人数 change+ 12000人 2024 actual; 工伤保险参保人数 change+ 6000人 2024 actual",
    ),
    (
        "地区生产总值、工业增加值和固定资产投资分别增长6.5%、7.1%和5.8%。",
        "地区生产总值 growth+ 6.5% 2024 actual; 工业增加值 growth+ 7.1% 2024 actual; "
        "固定资产投资 growth+ 5.8% 2024 actual",
    ),
    (
        "城镇和农村居民人均可支配收入分别增长5.1%和6.8%。",
        "城镇居民人均可支配收入 growth+ 5.1% 2024 actual; 农村居民人均可支配收入 growth+ 6.8% 2024 actual",
    ),
    (
        "第一、二、三产业增加值占比分别为3.1%、40.2%和56.7%。",
        "第一产业增加值占比 share 3.1% 2024 actual; 第二产业增加值占比 share 40.2% 2024 actual; "
        "第三产业增加值占比 share 56.7% 2024 actual",
    ),
    (
        "工业投资、技改投资分别增长8.1%、12.6%。",
        "工业投资 growth+ 8.1% 2024 actual; 技改投资 growth+ 12.6% 2024 actual",
    ),
    ("进口和出口分别增长3.2%和6.8%。", "进口 growth+ 3.2% 2024 actual; 出口 growth+ 6.8% 2024 actual"),
    (
        "对东盟、拉美、中亚进出口分别增长3.1%、5.2%、8.6%。",
        "对东盟进出口 growth+ 3.1% 2024 actual; 对拉美进出口 growth+ 5.2% 2024 actual; "
        "对中亚进出口 growth+ 8.6% 2024 actual",
    ),
    (
        "客车、货车产量分别为3.2万辆和8.6万辆。",
        "客车产量 level 32000辆 2024 actual; 货车产量 level 86000辆 2024 actual",
    ),
    ("城镇和农村低保标准分别提高5%和8%。", "城镇低保标准 growth+ 5% 2024 actual; 农村低保标准 growth+ 8% 2024 actual"),
    (
        "二氧化硫、氮氧化物排放量分别下降3.5%、4.1%。",
        "二氧化硫排放量 growth- 3.5% 2024 actual; 氮氧化物排放量 growth- 4.1% 2024 actual",
    ),
    (
        "第二产业、第三产业增加值分别增长5.2%和6.1%。",
        "第二产业增加值 growth+ 5.2% 2024 actual; 第三产业增加值 growth+ 6.1% 2024 actual",
    ),
    (
        "城乡居民人均可支配收入分别达到5.6万元、2.9万元。",
        "城镇居民人均可支配收入 level 56000元 2024 actual; 农村居民人均可支配收入 level 29000元 2024 actual",
    ),
    (
        "2025年，城镇和农村居民人均可支配收入分别增长5%左右和6.5%左右。",
        "城镇居民人均可支配收入 growth+ ~5% 2025 target; 农村居民人均可支配收入 growth+ ~6.5% 2025 target",
    ),
    (
        "日用家电、家具零售业销售收入同比分别增长18.7%、12.5%。",
        "日用家电零售业销售收入 growth+ 18.7% 2024 actual; 家具零售业销售收入 growth+ 12.5% 2024 actual",
    ),
    (
        "造船完工量、新接订单量占全国总量的比重分别为8.2%和9.7%。",
        "造船完工量占总量的比重 share 8.2% 2024 actual; 新接订单量占总量的比重 share 9.7% 2024 actual",
    ),
    (
        "小型、微型企业贷款余额分别增长11.2%和14.8%。",
        "小型企业贷款余额 growth+ 11.2% 2024-12-31 actual; 微型企业贷款余额 growth+ 14.8% 2024-12-31 actual",
    ),
    (
        "集装箱、船舶、摩托车出口分别增长10.7%、6.3%、2.8%。",
        "集装箱出口 growth+ 10.7% 2024 actual; 船舶出口 growth+ 6.3% 2024 actual; 摩托车出口 growth+ 2.8% 2024 actual",
    ),
)
def paired(s: Situation) -> list[Found]:
    group, context, b = s.group, s.context, s.before
    if len(group) < 2:
        return []
    count = len(group)
    joint: list[str] | None
    name = names.clean(b.name, s.own)
    share = _SHARE_OF.match(s.before.raw) if s.quantity.kind in _PERCENT else None
    if share and not _SHARE_NAME.search(name):
        lead = before(s.text, s.start, s.start + len(share.group("subject")), []).name if share.group("subject") else ""
        listed = names.split(names.clean(lead, s.own), count) if lead else None
        listed = listed or (
            context.subjects
            if len(context.subjects) == count
            else context.earlier
            if len(context.earlier) == count
            else None
        )
        if (listed is None or _ANAPHORA.match(lead)) and lead and _ANAPHORA.match(lead):
            listed = context.levels[-count:] if len(context.levels) >= count else None
        if listed:
            s.used = count
            whole = names.clean(share.group("whole"), s.own) or share.group("whole")
            context.subjects = listed
            return [Found(f"{one}占{whole}的比重", "share", None, q) for one, q in zip(listed, group, strict=True)]
        return []
    measure, sign = _measure(s, name, s.quantity)
    if name.startswith("占") and len(context.subjects) == count:
        joint = [one + name for one in context.subjects]
        s.used = count
        return [Found(one, "share", None, q) for one, q in zip(joint, group, strict=True)]
    if name:
        movement = names.MOVEMENT.search(name)
        if movement and s.quantity.kind in _PERCENT:
            name = name[: movement.start()]
        share_part = _SHARE_PART.match(name)
        joint = names.split(share_part.group(1) if share_part else name, count) or _listed_before(s, name, count)
        if joint is None:
            return []
        if share_part:
            joint = [one + share_part.group(2) for one in joint]
        if context.level and not names.LEVEL.match(joint[0]) and _in_budget(s):
            joint = [context.level + one for one in joint]
    else:
        row = context.row[-count:] if "分别" in b.raw else []
        known = [context.subjects, row, context.whole[-1:] + context.subjects[-1:], context.earlier]
        joint = next((one for one in known if len(one) == count), None)
        if joint is None:
            return []
    s.used = count
    _remember(s, joint, measure)
    bounded = _bounds_shared(group)
    return [Found(one, measure, sign, q, carried=not name) for one, q in zip(joint, bounded, strict=True)]


def _bounds_shared(group: list[Quantity]) -> list[Quantity]:
    """Values under one word of bound before the first of them: 分别不低于60%、52% bounds both."""
    first = group[0]
    if first.start == first.number_start or any(q.qualifier != "exact" for q in group[1:]):
        return group
    if first.qualifier == "over":
        return [first, *(replace(q, qualifier="over", high=None) for q in group[1:])]
    if first.qualifier == "under":
        return [first, *(replace(q, qualifier="under", low=None) for q in group[1:])]
    return group


def _listed_before(s: Situation, name: str, count: int) -> list[str] | None:
    """A row of names parted by commas, all but the last in the clauses before (…制造业，…制造业投资); None for none."""
    at = s.sentence.index(s.clause)
    lead = [c for c in s.sentence[max(0, at - count + 1) : at] if not c.quantities and c.mark == "，"]
    words = [before(s.text, c.start, c.end, []).name for c in lead]
    if len(words) < count - 1 or any(not word or word[-1] != words[0][-1] for word in words):
        return None
    return names.completed([*words, name])


@construction(
    "three industries' ratio",
    "三次产业比例(结构)为a:b:c gives the share of each industry, 由a:b:c调整为d:e:f of both times.",
    (
        "三次产业结构由2023年的17.2∶36.1∶46.7调整为16.8∶35.5∶47.7。",
        "第一产业比例 share 17.2% 2023 actual; 第二产业比例 share 36.1% 2023 actual; "
        "第三产业比例 share 46.7% 2023 actual; 第一产业比例 share 16.8% 2024 actual; "
        "第二产业比例 share 35.5% 2024 actual; 第三产业比例 share 47.7% 2024 actual",
    ),
    (
        "三次产业结构为5.8∶41.6∶52.6。",
        "第一产业比例 share 5.8% 2024 actual; 第二产业比例 share 41.6% 2024 actual; "
        "第三产业比例 share 52.6% 2024 actual",
    ),
    (
        "三次产业比例为3.1:40.2:56.7。",
        "第一产业比例 share 3.1% 2024 actual; 第二产业比例 share 40.2% 2024 actual; "
        "第三产业比例 share 56.7% 2024 actual",
    ),
    (
        "三次产业结构比为5:38:57。",
        "第一产业比例 share 5% 2024 actual; 第二产业比例 share 38% 2024 actual; 第三产业比例 share 57% 2024 actual",
    ),
    (
        "三次产业结构调整为4.2:39.5:56.3。",
        "第一产业比例 share 4.2% 2024 actual; 第二产业比例 share 39.5% 2024 actual; "
        "第三产业比例 share 56.3% 2024 actual",
    ),
    kinds=frozenset({"ratio"}),
)
def industries(s: Situation) -> list[Found]:
    listed = [s.quantity, *s.rest]
    ratio = [q for q in listed if q.kind == "ratio"]
    lead = s.text[max(0, s.start - 16) : s.quantity.start]
    match = re.search(r"(?:三次)?产业(?:增加值)?(?:结构|比例|比重|比)", lead)
    if not match or len(ratio) < 3 or listed[:3] != ratio[:3]:
        return _NOTHING
    s.used = 6 if len(ratio) >= 6 and listed[:6] == ratio[:6] else 3
    sectors = [f"第{number}产业比例" for number in "一二三"]
    if s.used == 3:
        return [Found(name, "share", None, q, unit="%") for name, q in zip(sectors, ratio[:3], strict=True)]
    early = s.times_between(s.start, s.quantity.start)
    late = s.times_between(ratio[2].end, ratio[3].start)
    was = early[-1].period if early else s.context.base_period()
    now = late[-1].period if late else s.context.last_period(named_first=bool(early))
    return [
        *(
            Found(name, "share", None, q, period=was, unit="%", undated=not was)
            for name, q in zip(sectors, ratio[:3], strict=True)
        ),
        *(Found(name, "share", None, q, period=now, unit="%") for name, q in zip(sectors, ratio[3:6], strict=True)),
    ]


@construction(
    "from one value to another",
    "由A提高到B: the first value belongs to the earlier time named with it, the second to the later.",
    (
        "村级防疫补助由每人每年80元提高至90元。",
        "村级防疫补助 level 80元/人年 - actual; 村级防疫补助 level 90元/人年 2024 actual",
    ),
    (
        "全市税收收入从2020年的110亿元增加到2024年的155亿元，年均增长9%。",
        "税收收入 level 11000000000元 2020 actual; 税收收入 level 15500000000元 2024 actual; "
        "税收收入 growth+ 9% 2021/2024 actual",
    ),
    ("参保率由2020年的91.5%提高到95.2%。", "参保率 level 91.5% 2020 actual; 参保率 level 95.2% 2024 actual"),
    (
        "公租房由8200套增加到1.1万套，其中人才公寓由900套增加到2600套。",
        "公租房 level 8200套 - actual; 公租房 level 11000套 2024 actual; 人才公寓 level 900套 - actual; "
        "人才公寓 level 2600套 2024 actual",
    ),
    (
        "2020年至2024年，高新技术企业由310家增加到860家。",
        "高新技术企业 level 310家 2019 actual; 高新技术企业 level 860家 2024 actual",
    ),
    ("2025年，将公租房由1万套增加到1.2万套。", "公租房 level 10000套 - actual; 公租房 level 12000套 2025 target"),
    (
        "个体工商户从21.6万户增加到25.8万户、增长19.4%。",
        "个体工商户 level 216000户 - actual; 个体工商户 level 258000户 2024 actual; "
        "个体工商户 growth+ 19.4% 2024 actual",
    ),
    ("森林覆盖率由31.5%提高到33.2%。", "森林覆盖率 level 31.5% - actual; 森林覆盖率 level 33.2% 2024 actual"),
    ("五年来，城镇化率从52.6%提高到58.5%。", "城镇化率 level 52.6% 2019 actual; 城镇化率 level 58.5% 2024 actual"),
    (
        "PM2.5年均浓度从2023年的35微克/立方米下降到31微克/立方米。",
        "PM2.5年均浓度 level 35微克/立方米 2023 actual; PM2.5年均浓度 level 31微克/立方米 2024 actual",
    ),
    (
        "企业开办时间由3个工作日压缩至1个工作日。",
        "企业开办时间 level 3个工作日 - actual; 企业开办时间 level 1个工作日 2024 actual",
    ),
    (
        "居民医保财政补助标准由每人每年610元提高到640元。",
        "居民医保财政补助标准 level 610元/人年 - actual; 居民医保财政补助标准 level 640元/人年 2024 actual",
    ),
    (
        "高铁里程由2020年的86公里增加到2024年的213公里。",
        "高铁里程 level 86公里 2020 actual; 高铁里程 level 213公里 2024 actual",
    ),
    ("服务业比重从45.3%上升到51.6%。", "服务业比重 share 45.3% - actual; 服务业比重 share 51.6% 2024 actual"),
    ("不良贷款率由2.1%下降到1.4%。", "不良贷款率 level 2.1% - actual; 不良贷款率 level 1.4% 2024 actual"),
    ("将享受补贴的家电由8类扩大到12类。", "享受补贴的家电 level 8类 - actual; 享受补贴的家电 level 12类 2024 actual"),
    ("热线服务满意率从88%提升到96.5%。", "热线服务满意率 level 88% - actual; 热线服务满意率 level 96.5% 2024 actual"),
    ("行政许可事项由1200项减少到460项。", "行政许可事项 level 1200项 - actual; 行政许可事项 level 460项 2024 actual"),
    (
        "过去五年，财政收入从210亿元增加到380亿元。",
        "财政收入 level 21000000000元 2019 actual; 财政收入 level 38000000000元 2024 actual",
    ),
    (
        "五年来，科技进步贡献率由52%提高到57.5%，不良贷款率由6.1%下降到0.9%。",
        "科技进步贡献率 share 52% 2019 actual; 科技进步贡献率 share 57.5% 2024 actual; "
        "不良贷款率 level 6.1% 2019 actual; 不良贷款率 level 0.9% 2024 actual",
    ),
)
def from_to(s: Situation) -> list[Found]:
    b, q, context = s.before, s.quantity, s.context
    if not (b.origin or re.search(r"[由从][^，。；]{0,14}$", s.text[s.start : q.start])) or not s.rest:
        return []
    second = s.rest[0]
    between = s.text[q.end : second.start]
    if not _FROM_TO.match(between):
        return []
    raw = s.text[s.start : q.start]
    cut = s.start + max(raw.rfind("由"), raw.rfind("从"))
    s.before = before(s.text, s.start, cut, [t for t in s.times if t.end <= cut and t.role != "base"])
    if s.before.raw.startswith(("将", "把")):
        s.before.cue = ""
    if s.before.verb in _ALSO_NOUNS:
        s.before.name += s.before.verb
    name, carried = _subject(s)
    if not name:
        return []
    if name.startswith("占") and (context.subjects or context.earlier):
        name = (context.subjects or context.earlier)[-1] + name
    measure: Measure = "share" if _SHARE_NAME.search(name) else "level"
    first, last = s.times_between(cut, q.start), s.times_between(q.end, second.start)
    if not first and not last and context.pair is not None:
        periods = context.pair
    else:
        periods = (
            first[-1].period if first else context.base_period(),
            last[-1].period if last else context.last_period(named_first=bool(first)),
        )
        context.pair = periods
        if first and last:
            context.period, context.period_span = context.held
            s.compares = True
    s.used = 2
    _remember(s, [name], measure)
    unit = q.unit if "/" in q.unit and q.unit.startswith(second.unit) else ""
    return [
        Found(name, measure, None, q, period=periods[0], carried=carried, undated=not periods[0]),
        Found(name, measure, None, second, period=periods[1], carried=carried, unit=unit),
    ]


# -- ranks and streaks ----------------------------------------------------------------------------------


@construction(
    "rank of a subject",
    "A place in an order, with its field of comparison: 居全国第2位, 全省第一.",
    (
        "一般公共预算收入增长3%，增幅居全省第1位。",
        "一般公共预算收入 growth+ 3% 2024 actual; 一般公共预算收入增幅 rank 1位 2024 actual",
    ),
    (
        "办理留抵退税17亿元，规模居全省第4位。",
        "办理留抵退税 level 1700000000元 2024 actual; 办理留抵退税规模 rank 4位 2024 actual",
    ),
    (
        "获得置换债券额度59亿元，额度居全省第2位。",
        "置换债券额度 level 5900000000元 2024 actual; 置换债券额度 rank 2位 2024 actual",
    ),
    ("税收占比86.1%，居全省第三。", "税收占比 share 86.1% 2024 actual; 税收占比 rank 3位 2024 actual"),
    ("税收占比86.1%，居全省第一。", "税收占比 share 86.1% 2024 actual; 税收占比 rank 1位 2024 actual"),
    ("工业增速居全省第2位。", "工业增速 rank 2位 2024 actual"),
    ("港口吞吐量跃居世界第五位。", "港口吞吐量 rank 5位 2024 actual"),
    ("空气质量综合指数排名全国第一。", "空气质量综合指数 rank 1位 2024 actual"),
    (
        "实际使用外资120亿元，稳居全省首位。",
        "实际使用外资 level 12000000000元 2024 actual; 实际使用外资 rank 1位 2024 actual",
    ),
    ("营商环境评价位列全国第九。", "营商环境评价 rank 9位 2024 actual"),
    ("海水养殖产量位居全省第三。", "海水养殖产量 rank 3位 2024 actual"),
    (
        "进出口总额增长9.6%，增速居全省第一。",
        "进出口总额 growth+ 9.6% 2024 actual; 进出口总额增速 rank 1位 2024 actual",
    ),
    ("人工林面积居世界首位。", "人工林面积 rank 1位 2024 actual"),
    ("旅行服务成为服务贸易第一大领域。", "领域 rank 1位 2024 actual"),
    ("水电、风电装机均居全国第一。", "水电、风电装机 rank 1位 2024 actual"),
    kinds=frozenset({"rank"}),
)
def rank(s: Situation) -> list[Found]:
    b, context = s.before, s.context
    name = names.clean(b.name, s.own) + ("增速" if b.verb.startswith("增速") else "")
    if s.start > s.clause.start and name in ("指标", "产品", "产业", "经济指标"):
        name = names.clean(
            before(s.text, s.clause.start, s.quantity.start, [t for t in s.times if t.role != "base"]).name, s.own
        )
    after = s.after() if not s.text.startswith(("。", "，"), s.quantity.end) else ""
    if after and (s.quantity.quote.endswith("大") or b.verb in ("成为", "成")):
        return [Found(after, "rank")]
    if not name or names.leans(name):
        subject = "、".join(context.subjects) if context.subjects else ""
        if len(context.subjects) > 1:
            subject = "、".join(context.subjects[:-1]) + "和" + context.subjects[-1]
        name = names.join(subject, name) if subject else (name or after)
    if not name:
        return _NOTHING
    return [Found(_finish(s, name, carried=bool(context.subjects)), "rank")]


@construction(
    "streak of a subject",
    "连续6年, 连续20次, 十二连增: how long something has gone on.",
    ("连续六次获评全省营商环境标杆城市。", "营商环境标杆城市 streak 6次 2024 actual"),
    ("粮食总产量96万吨，连续六年增产。", "粮食总产量 level 960000吨 2024 actual; 粮食总产量 streak 6年 2024 actual"),
    ("粮食产量连续9年增长。", "粮食产量 streak 9年 2024 actual"),
    ("连续18次提高退休人员养老金。", "退休人员养老金 streak 18次 2024 actual"),
    ("外贸进出口连续5个月增长。", "外贸进出口 streak 5个月 2024 actual"),
    ("粮食生产实现“二十连丰”。", "粮食生产 streak 20年 2024 actual"),
    ("连续6年获评全国文明城市。", "文明城市 streak 6年 2024 actual"),
    (
        "港口货物吞吐量连续七年位居全省第一。",
        "港口货物吞吐量 streak 7年 2024 actual; 港口货物吞吐量 rank 1位 2024 actual",
    ),
    ("连续第20年提高优抚对象抚恤补助标准。", "优抚对象抚恤补助标准 streak 20年 2024 actual"),
    ("国家连续第12年提高城乡低保标准。", "城乡低保标准 streak 12年 2024 actual"),
    ("农村居民收入增速连续十年快于城镇居民。", "农村居民收入增速快于城镇居民 streak 10年 2024 actual"),
    (
        "制造业贷款余额增长11%，连续8个季度保持两位数增长。",
        "制造业贷款余额 growth+ 11% 2024-12-31 actual; 制造业贷款余额 streak 8个季度 2024-12-31 actual",
    ),
    kinds=frozenset({"streak"}),
)
def streak(s: Situation) -> list[Found]:
    b, context = s.before, s.context
    name = names.clean(_ATTAINED.sub("", b.name), s.own)
    name = "" if name in ("国家", "财政", "中央财政", "政府") else name
    following = s.text[s.quantity.end : s.clause.end]
    stop = re.search(r"[，。；（、]", following)
    following = following[: stop.start()] if stop else following
    if name and not names.leans(name):
        beyond = re.match(
            r"(?:快于|高于|低于|位居|保持|增长|回升|下降|实现|稳定|居|获|荣获|入选|增产|突破|超过|排名|位列|"
            r"名列|领跑|负增长)",
            following,
        )
        if beyond and beyond.group() in ("快于", "高于", "低于"):
            name = name + following
        name = _finish(s, name)
        _remember(s, [name], "streak")
        return [Found(name, "streak")]
    subject = context.subjects[-1] if context.subjects else ""
    action = re.match(
        r"(?:提高|上调|增加|降低|获评|获批|获得?|荣获|荣膺|入选|入围|实施|开展|举办|发放|保持|实现|位居|被评为|"
        r"获评|蝉联|提升)(?:了)?",
        following,
    )
    rest = following[action.end() :] if action else following
    reached = bool(s.rest) and s.rest[0].start - s.quantity.end <= 6
    goes_on = action is not None and action.group() in ("保持", "实现", "位居", "蝉联")
    if subject and (goes_on or reached or len(rest) < 3):
        return [Found(names.join(subject, name), "streak", carried=True)]
    if rest:
        found = _finish(s, rest)
        _remember(s, [found], "streak")
        return [Found(found, "streak")]
    return [Found(subject, "streak", carried=True)] if subject else _NOTHING


# -- shares ----------------------------------------------------------------------------------------------


@construction(
    "a budget with its amount",
    "完成预算数520亿元的98.6%: the amount planned, and how much of it the subject came to.",
    (
        "州本级地方一般公共预算支出完成10亿元，为年初预算11亿元的91%。",
        "州本级地方一般公共预算支出 level 1000000000元 2024 actual; "
        "州本级地方一般公共预算支出年初预算 level 1100000000元 2024 target; "
        "州本级地方一般公共预算支出占年初预算的比例 share 91% 2024 actual",
    ),
    (
        "全年植树造林总面积7.9万亩，占总任务7.4万亩的106.8%。",
        "植树造林总面积 level 79000亩 2024 actual; 植树造林总面积任务 level 74000亩 2024 target; "
        "植树造林总面积占总任务的比例 share 106.8% 2024 actual",
    ),
    (
        "一般公共预算支出413.7亿元，完成预算数420.4亿元的98.4%。",
        "一般公共预算支出 level 41370000000元 2024 actual; "
        "一般公共预算支出预算数 level 42040000000元 2024 target; "
        "一般公共预算支出占预算数的比例 share 98.4% 2024 actual",
    ),
)
def budget_amount(s: Situation) -> list[Found]:
    q = s.quantity
    if not s.rest or s.rest[0].kind not in _PERCENT or s.text[q.end : s.rest[0].start] != "的":
        return []
    match = _BUDGET_AMOUNT.match(s.before.raw.strip("，、 "))
    if not match:
        return []
    whole = match.group("whole")
    s.before.name = before(match.group("subject"), 0, len(match.group("subject")), []).name
    if s.before.name:
        subject, _ = _subject(s)
        _remember(s, [subject], "level")
    else:
        subject = s.context.subjects[-1] if s.context.subjects else ""
    if not subject:
        return []
    s.used = 2
    planned = names.overlap(subject, whole.removeprefix("总")) if whole.startswith("总") else subject + whole
    return [
        Found(planned, "level", status="target"),
        Found(f"{subject}占{whole}的比例", "share", None, s.rest[0], carried=True),
    ]


@construction(
    "a basis with its amount",
    "较“十三五”时期的715亿元增收16亿元: the value compared with belongs to the time named with it.",
    (
        "税收收入累计完成43亿元，较“十三五”时期的41亿元增收2亿元、增长4.9%。",
        "税收收入 level 4300000000元 2024 actual; 税收收入 level 4100000000元 2016/2020 actual; "
        "税收收入 change+ 200000000元 2024 actual; 税收收入 growth+ 4.9% 2024 actual",
    ),
    (
        "2024年税收收入58亿元，较2020年的49亿元增加9亿元。",
        "税收收入 level 5800000000元 2024 actual; 税收收入 level 4900000000元 2020 actual; "
        "税收收入 change+ 900000000元 2024 actual",
    ),
)
def basis_amount(s: Situation) -> list[Found]:
    q, subjects = s.quantity, s.context.subjects
    basis = _BASIS_AMOUNT.search(s.text[s.start : q.start])
    if not basis or not s.rest or not subjects or s.rest[0].kind in ("rank", "streak"):
        return []
    if before(s.text, q.end, s.rest[0].start, []).kind not in ("rise", "fall"):
        return []
    named = [t for t in s.every_time if s.start + basis.start() <= t.start and t.end <= q.start and t.period]
    if not named:
        return []
    return [Found(subjects[-1], "level", period=named[-1].period, status="actual", carried=True)]


@construction(
    "share of the budget",
    "为预算的101.2%, 完成年度预算的98%: how much of what was planned the subject came to.",
    (
        "政府性基金预算支出103亿元，占调整预算的49%。",
        "政府性基金预算支出 level 10300000000元 2024 actual; 政府性基金预算支出占调整预算的比例 share 49% 2024 actual",
    ),
    (
        "一般公共预算收入51亿元，完成预算（调整预算，下同）的100.3%，增长3.9%。",
        "一般公共预算收入 level 5100000000元 2024 actual; 一般公共预算收入占预算的比例 share 100.3% 2024 actual; "
        "一般公共预算收入 growth+ 3.9% 2024 actual",
    ),
    (
        "国有资本经营预算收入5亿元，为预算数的56.2%。",
        "国有资本经营预算收入 level 500000000元 2024 actual; "
        "国有资本经营预算收入占预算数的比例 share 56.2% 2024 actual",
    ),
    ("市本级一般公共预算支出完成年度预算的79.4%。", "市本级一般公共预算支出占年度预算的比例 share 79.4% 2024 actual"),
    (
        "社会保险基金预算支出11.4亿元，为年初预算的99.5%，增长4.2%。",
        "社会保险基金预算支出 level 1140000000元 2024 actual; "
        "社会保险基金预算支出占年初预算的比例 share 99.5% 2024 actual; 社会保险基金预算支出 growth+ 4.2% 2024 actual",
    ),
    (
        "税收收入88.4亿元，为预算的101.2%，增长3.5%。",
        "税收收入 level 8840000000元 2024 actual; 税收收入占预算的比例 share 101.2% 2024 actual; "
        "税收收入 growth+ 3.5% 2024 actual",
    ),
    kinds=frozenset({"percent"}),
)
def share_of_budget(s: Situation) -> list[Found]:
    raw = _SHORT_BRACKET.sub("", s.before.raw).strip("，、 ")
    match = _BUDGET.match(raw)
    name = ""
    if not match:
        inner = re.match(
            r"^(.+?)((?:完成|为|达到?|占)(?:当年|本年|全年|年度|调整后?的?|变动|年初|汇总)*(?:预算数?|预期目标|"
            r"任务数?|计划数?|预算目标|目标任务|目标))的?$",
            raw,
        )
        if not inner:
            return []
        match = _BUDGET.match(inner.group(2))
        name = before(inner.group(1), 0, len(inner.group(1)), []).name
    if match is None:
        return []
    if name:
        s.before.name = name
        subject, _ = _subject(s)
        _remember(s, [subject], "share")
    else:
        subject = s.context.subjects[-1] if s.context.subjects else ""
    if not subject:
        return []
    return [Found(f"{subject}占{match.group('whole')}的比例", "share", carried=not name)]


@construction(
    "share of a whole",
    "占全市贷款增量的97.3%, 相当于生产总值的3%: a part's share, named by part and whole.",
    (
        "教育方面支出22亿元，占13%。",
        "教育方面支出 level 2200000000元 2024 actual; 教育方面支出占比 share 13% 2024 actual",
    ),
    (
        "争取再融资债券68亿元，占到期政府债券本金的90%。",
        "再融资债券 level 6800000000元 2024 actual; 再融资债券占到期政府债券本金的比重 share 90% 2024 actual",
    ),
    (
        "民生支出380亿元，占一般公共预算支出的74%。",
        "民生支出 level 38000000000元 2024 actual; 民生支出占一般公共预算支出的比重 share 74% 2024 actual",
    ),
    (
        "规模以上工业中，战略性新兴产业增加值增长9.4%，占规模以上工业21.5%；高技术产业增长18.2%。",
        "规模以上工业战略性新兴产业增加值 growth+ 9.4% 2024 actual; "
        "规模以上工业战略性新兴产业增加值占规模以上工业的比重 share 21.5% 2024 actual; "
        "规模以上工业高技术产业增加值 growth+ 18.2% 2024 actual",
    ),
    (
        "一般贸易进出口118亿元，占进出口总额的41.8%。",
        "一般贸易进出口 level 11800000000元 2024 actual; 一般贸易进出口占进出口总额的比重 share 41.8% 2024 actual",
    ),
    ("第一产业增加值占地区生产总值的比重为4.4%。", "第一产业增加值占地区生产总值的比重 share 4.4% 2024 actual"),
    (
        "高新技术产品出口120亿元，占出口总额的35.5%。",
        "高新技术产品出口 level 12000000000元 2024 actual; 高新技术产品出口占出口总额的比重 share 35.5% 2024 actual",
    ),
    (
        "高端装备出口210亿元，占全国同类商品的5.6%。",
        "高端装备出口 level 21000000000元 2024 actual; 高端装备出口占同类商品的比重 share 5.6% 2024 actual",
    ),
    ("数字经济核心产业增加值占生产总值的9.8%。", "数字经济核心产业增加值占生产总值的比重 share 9.8% 2024 actual"),
    (
        "民营企业新增减税120亿元，占全部减税的71.3%。",
        "民营企业新增减税 level 12000000000元 2024 actual; 民营企业新增减税占全部减税的比重 share 71.3% 2024 actual",
    ),
    (
        "新能源新增装机258万千瓦，占新增装机的85%以上。",
        "新能源新增装机 level 2580000千瓦 2024 actual; 新能源新增装机占新增装机的比重 share >85% 2024 actual",
    ),
    (
        "高速铁路里程420公里、占铁路里程三分之二。",
        "高速铁路里程 level 420公里 2024 actual; 高速铁路里程占铁路里程的比重 share 66.67% 2024 actual",
    ),
    ("研发经费支出相当于生产总值的3.2%。", "研发经费支出相当于生产总值的比例 share 3.2% 2024 actual"),
    (
        "盐碱地341万亩，占全省盐碱地面积的38%。",
        "盐碱地 level 3410000亩 2024 actual; 盐碱地占盐碱地面积的比重 share 38% 2024 actual",
    ),
    (
        "通过免签入境1744人次，占入境外国人总数的近60%。",
        "免签入境 level 1744人次 2024 actual; 免签入境占入境外国人总数的比重 share ^60% 2024 actual",
    ),
    kinds=_PERCENT,
)
def share_of_whole(s: Situation) -> list[Found]:
    b, context = s.before, s.context
    if b.kind in ("rise", "fall") or b.moved:
        return []
    match = _SHARE_OF.match(b.raw)
    if (
        not match
        or _SHARE_NAME.search(b.raw)
        or _SHARE_NAME.search(b.name)
        or b.raw.endswith("占比")
        or re.search(r"(?:比重|比例|占比|份额)(?:为|达到?|约|是|约为|保持在|稳定在|控制在|超过)?$", b.raw)
    ):
        return []
    whole = names.clean(match.group("whole"), s.own) or match.group("whole")
    verb = "相当于" if match.group("verb") == "相当于" else "占"
    lead = before(match.group("subject"), 0, len(match.group("subject")), []).name if match.group("subject") else ""
    lead = _COUNTED_PLACES.sub("", names.clean(lead, s.own))
    carried = not lead
    subject = lead or (context.subjects[-1] if context.subjects else "")
    if not subject:
        return []
    if lead and context.whole:
        subject = names.under(context.whole[-1], lead)
    context.share_of = whole
    if not whole:
        _remember(s, [subject + "占比"], "share")
        return [Found(subject + "占比", "share", carried=carried)]
    name = f"{subject}{verb}{whole}的{'比重' if verb == '占' else '比例'}"
    _remember(s, [name], "share")
    return [Found(name, "share", carried=carried)]


@construction(
    "a share before its noun",
    "超过六成工业品产量实现增长; 全国造船完工量的90%为出口船舶: the part stands after the number.",
    ("95%以上的企业实行备案管理。", "实行备案管理的企业 share >95% 2024 actual"),
    ("超过六成农产品产量实现增长。", "产量实现增长的农产品 share >60% 2024 actual"),
    ("71%的煤电机组实现超低排放。", "实现超低排放的煤电机组 share 71% 2024 actual"),
    ("三成以上的企业采用智能设备。", "采用智能设备的企业 share >30% 2024 actual"),
    ("超过六成工业品产量实现增长。", "产量实现增长的工业品 share >60% 2024 actual"),
    ("造船完工量的90%为出口船舶。", "出口船舶占造船完工量的比重 share 90% 2024 actual"),
    ("基本药物制度覆盖80%以上村卫生室。", "基本药物制度覆盖村卫生室 share >80% 2024 actual"),
    ("集团化办学覆盖半数以上的义务教育学校。", "集团化办学覆盖义务教育学校 share >50% 2024 actual"),
    (
        "各类众创空间500家，90%以上为社会力量创设。",
        "各类众创空间 level 500家 2024 actual; 各类众创空间为社会力量创设 share >90% 2024 actual",
    ),
    (
        "上榜企业174家，其中近半数来自传统产业。",
        "上榜企业 level 174家 2024 actual; 来自传统产业的上榜企业 share ^50% 2024 actual",
    ),
    ("今年，我市承接了全球5%以上的绿色船舶订单。", "绿色船舶订单占全球的比重 share >5% 2025 target"),
    kinds=_PERCENT,
)
def share_before_noun(s: Situation) -> list[Found]:
    b, q = s.before, s.quantity
    if b.kind in ("rise", "fall"):
        return []
    after = s.text[q.end : s.limit]
    if not after or after[0] in "，,。；;、）)（(":
        return []
    covered = phrase_after(s.text, q.end + after.startswith("的"), s.limit) if b.verb in ("覆盖", "惠及") else ""
    if covered:
        return [Found(names.clean(b.name, s.own) + b.verb + covered, "share")]
    if b.raw.rstrip("“ ").endswith("的") and not _GROWTH_TAIL.match(after):
        part = re.match(r"^(?:以上|左右)?(?:为|是|来自|用于|投向|集中在|由|在)(.+)$", after)
        whole = names.clean(b.name or b.raw, s.own)
        if part and whole:
            return [Found(f"{names.clean(part.group(1), s.own)}占{whole}的比重", "share")]
    region = re.search(r"(全球|世界|全国|全省|全市)(?:市场)?$", b.raw)
    if region and after.startswith("的"):
        thing = phrase_after(s.text, q.end + 1, s.limit)
        if thing and thing not in ("份额", "比重", "市场份额"):
            return [Found(f"{thing}占{region.group(1)}的比重", "share")]
    match = _PART_OF.match(after)
    if (
        match
        and not _GROWTH_TAIL.match(after)
        and (not b.name or b.kind in ("action",) or s.quantity.kind == "fraction" or after.startswith("的"))
    ):
        noun, verb, rest = match.group("noun"), match.group("verb"), match.group("rest")
        if noun in ("速度", "增速", "增长", "以上", "左右", "增长速度"):
            return []
        deed = ("" if verb in ("已", "为", "是") else verb) + rest
        subject = s.context.subjects[-1] if s.context.subjects else ""
        return [Found(names.clean(_who_do(noun, deed), s.own) or subject, "share")]
    if not b.name and b.kind == "" and s.context.subjects:
        if after.startswith(("实行", "实现", "用于", "为", "集中")):
            return [Found(s.context.subjects[-1] + after, "share", carried=True)]
        deed_of = _BEFALLS.match(after)
        if deed_of:
            return [Found(f"{deed_of.group('deed')}的{s.context.subjects[-1]}", "share", carried=True)]
    return []


def _who_do(noun: str, deed: str) -> str:
    """A part named by what it does: 工业品产量 + 实现增长 → 产量实现增长的工业品; 企业 + 备案 → 备案的企业."""
    property_ = _OF_PART.search(noun)
    if property_ and property_.start() > 1:
        return f"{property_.group()}{deed}的{noun[: property_.start()]}"
    return f"{deed}的{noun}" if deed else noun


# -- growth, change ------------------------------------------------------------------------------------------


def _measure(s: Situation, name: str, q: Quantity) -> tuple[Measure, int | None]:
    """The measure and the sign of a number from its unit, the verb before it and its name."""
    b = s.before
    moving = b.kind in ("rise", "fall")
    sign = 1 if b.kind == "rise" else -1 if b.kind == "fall" else None
    if q.kind == "points":
        return "change", sign or (-1 if _LOWERING.match(name) or _CUT.search(b.raw) else 1)
    if q.kind in _PERCENT:
        movement = names.MOVEMENT.search(b.name)
        if movement:
            return "growth", -1 if movement.group().endswith(("降幅", "下降幅度", "跌幅")) else 1
        if moving:
            return "growth", sign
        if _SHARE_NAME.search(name) or ("占" in b.raw[-12:] and "比" in name):
            return "share", None
        if _LOWERING.match(name):
            return "growth", -1
        if _RATE.search(name):
            return "level", None
        if _GROWTH_TAIL.match(s.text[s.group[-1].end : s.limit]):
            return "growth", 1
        return "level", None
    if q.kind == "multiple":
        if moving or re.search(r"(?:是|为|相当于|达到?)[^，]*的$", b.raw) or q.quote.startswith(("翻", "增")):
            return "growth", sign or 1
        return "level", None
    if moving:
        return "change", sign
    if b.verb == "新增" and name:
        return "change", 1
    return "level", None


@construction(
    "money named by its purpose",
    "安排10亿元支持企业技术改造: an amount whose verb only provides it is named by what it is for.",
    ("安排6.9亿元，统筹保障政府投资重点项目建设，优化布局。", "保障政府投资重点项目建设 level 690000000元 2024 actual"),
    ("安排0.4亿元持续保障农村公路养护。", "保障农村公路养护 level 40000000元 2024 actual"),
    (
        "安排4.6亿元用于18个重点项目建设。",
        "重点项目建设 level 460000000元 2024 actual; 重点项目建设 level 18个 2024 actual",
    ),
    (
        "统筹资金3.4亿元，支持名师培养、校舍改造等项目。",
        "支持名师培养、校舍改造等项目 level 340000000元 2024 actual",
    ),
    (
        "统筹7.3亿元支持老城功能完善、地下管网更新。",
        "支持老城功能完善、地下管网更新 level 730000000元 2024 actual",
    ),
    ("投入1.4亿元，发放农业保险保费补贴，支持农民增收。", "发放农业保险保费补贴 level 140000000元 2024 actual"),
    ("2025年安排3亿元，优先发展教育事业。", "发展教育事业 level 300000000元 2025 target"),
    (
        "统筹1.4亿元支持老年活动室（中心）、救助中心等项目建设。",
        "支持老年活动室、救助中心等项目建设 level 140000000元 2024 actual",
    ),
    ("安排1亿元，支持招商引资。", "支持招商引资 level 100000000元 2024 actual"),
    ("投入2.4亿元支持生态环境保护。", "支持生态环境保护 level 240000000元 2024 actual"),
    ("拨付3600万元用于居家养老服务。", "居家养老服务 level 36000000元 2024 actual"),
    ("安排6.2亿元支持企业数字化转型。", "支持企业数字化转型 level 620000000元 2024 actual"),
    ("统筹3亿元，推进老旧管网更新。", "推进老旧管网更新 level 300000000元 2024 actual"),
    ("统筹8.5亿元支持民营企业发展。", "支持民营企业发展 level 850000000元 2024 actual"),
    ("拨付1.2亿元用于农村道路养护。", "农村道路养护 level 120000000元 2024 actual"),
    ("投入3.6亿元，改善农村学校办学条件。", "改善农村学校办学条件 level 360000000元 2024 actual"),
    ("2025年，安排2亿元支持新能源汽车推广。", "支持新能源汽车推广 level 200000000元 2025 target"),
    ("下达4800万元，支持高标准农田建设。", "支持高标准农田建设 level 48000000元 2024 actual"),
    ("累计投入9亿元，推进水环境治理。", "推进水环境治理 level 900000000元 2024 actual"),
    kinds=frozenset({"money"}),
)
def purpose(s: Situation) -> list[Found]:
    b = s.before
    if b.kind not in ("action", "reach", "rise", "") or (
        b.name and b.name not in _BARE_MONEY and not b.name.endswith(("财政", "各级", "中央", "银行"))
    ):
        return []
    raw = b.raw.strip("，、 ").removesuffix(b.name if b.name in _BARE_MONEY else "")
    if not any(raw.endswith(verb) for verb in _MONEY_VERBS):
        return []
    goal = _goal(s)
    if len(goal) < 2:
        return []
    goal = names.tidy(goal)
    _remember(s, [goal], "level")
    return [Found(goal, "level")]


def _goal(s: Situation) -> str:
    """What money is for, by the words right after it or the clause that follows; "" where they don't say."""
    text, end = s.text, s.quantity.end
    begin = end if end < s.limit else end + 1 if text[end : end + 1] in ("，", ",") else -1
    if begin < 0 or text[begin : begin + 1] in _STOPS_GOAL:
        return ""
    stop = _AFTER_GOAL.search(text, begin)
    close = stop.start() if stop else len(text)
    counted = s.rest[0] if s.rest and s.rest[0].kind == "count" and s.rest[0].start - begin <= 6 else None
    goal = text[begin:close] if counted is None else text[begin : counted.start] + text[counted.end : close]
    goal = _GOAL_BRACKET.sub("", goal)
    adverb = _PURPOSE_ADVERB.match(goal)
    goal = goal[adverb.end() :] if adverb else goal
    if not (adverb or _PURPOSE.match(goal)) or _HAS_DIGIT.search(goal[:6]):
        return ""
    return goal


@construction(
    "part of a sum put to a use",
    "其中4.6亿元调入一般公共预算: an amount of the subject, named by subject and use.",
    (
        "政府性基金预算收入8亿元，其中3亿元调入一般公共预算。",
        "政府性基金预算收入 level 800000000元 2024 actual; "
        "政府性基金预算收入调入一般公共预算 level 300000000元 2024 actual",
    ),
    (
        "国有资本经营预算收入9.3亿元，其中2.1亿元调入一般公共预算。",
        "国有资本经营预算收入 level 930000000元 2024 actual; "
        "国有资本经营预算收入调入一般公共预算 level 210000000元 2024 actual",
    ),
    (
        "超长期特别国债10亿元，其中7亿元用于重大项目建设。",
        "超长期特别国债 level 1000000000元 2024 actual; 超长期特别国债用于重大项目建设 level 700000000元 2024 actual",
    ),
    kinds=frozenset({"money"}),
)
def put_to_use(s: Situation) -> list[Found]:
    subject = (s.context.whole or s.context.subjects or [""])[-1]
    use = _USE.match(s.text, s.quantity.end, s.limit)
    if s.before.name or not use or not subject:
        return []
    return [Found(subject + use.group(), "level")]


@construction(
    "some of a group",
    "36个行业中有23个增加值实现正增长: how many of a group just counted do or are something.",
    (
        "规模以上工业的31个行业大类中有24个增加值实现正增长。",
        "规模以上工业行业大类 level 31个 2024 actual; 增加值正增长的规模以上工业行业大类 level 24个 2024 actual",
    ),
    kinds=frozenset({"count"}),
)
def some_of_group(s: Situation) -> list[Found]:
    if (
        not re.search(r"(?:中|里|其中)[，,]?(?:已|共)?有$", s.text[max(0, s.quantity.start - 6) : s.quantity.start])
        or not s.context.subjects
    ):
        return []
    group = s.context.subjects[-1]
    stop = re.compile(r"[，。；]").search(s.text, s.quantity.end)
    deed = s.text[s.quantity.end : stop.start() if stop else len(s.text)]
    for length in range(min(6, len(deed)), 1, -1):
        if deed[:length] in group:
            deed = deed[length:]
            break
    deed = deed.replace("实现", "")
    framed = _FRAMED.match(group)
    if framed and deed.startswith("增加值"):
        s.context.subjects = [framed.group(1) + "增加值"]
    return [Found(f"{deed}的{group}" if deed else group, "level")]


@construction(
    "ahead of time",
    "提前两年完成任务: how much earlier than planned something was done, named by what was done.",
    ("提前3个月完成管网改造任务。", "提前完成管网改造任务 level 3个月 2024 actual"),
    ("提前5个月完成新开航线任务。", "提前完成新开航线任务 level 5个月 2024 actual"),
    ("提前40天建成跨海通道。", "提前建成跨海通道 level 40天 2024 actual"),
    kinds=frozenset({"duration"}),
)
def ahead_of_time(s: Situation) -> list[Found]:
    q, text = s.quantity, s.text
    if not text.endswith("提前", s.start, q.start):
        return []
    pieces, at = [], q.end
    for following in s.rest[:4]:
        pieces.append(text[at : following.start])
        at = following.end
    end = s.rest[4].start if len(s.rest) > 4 else s.clause.end
    deed = _NOT_IN_DEED.sub("", "".join([*pieces, text[at:end]]))
    return [Found("提前" + deed, "level")] if len(deed) > 2 else []


@construction(
    "a number before its noun",
    "取消123项许可事项, 33个项目, 新增50万个就业岗位: the thing counted stands after the number.",
    ("年末共有0.6万人享受农村最低生活保障。", "享受农村最低生活保障人数 level 6000人 2024-12-31 actual"),
    ("26家企业入围“2024民营企业500强”。", "入围“2024民营企业500强”的企业 level 26家 2024 actual"),
    (
        "政府性融资担保机构为5569户企业提供担保23亿元。",
        "企业 level 5569户 2024 actual; 企业提供担保 level 2300000000元 2024 actual",
    ),
    (
        "12个饮用水水源地水质达标率保持100%。",
        "饮用水水源地 level 12个 2024 actual; 饮用水水源地水质达标率 level 100% 2024 actual",
    ),
    ("101家平台退出监管名录。", "退出监管名录的平台 level 101家 2024 actual"),
    ("34.5亿元惠农补贴资金及时足额直达群众。", "惠农补贴资金 level 3450000000元 2024 actual"),
    (
        "争取专项债券资金16.9亿元，支持产业园区等20个重大项目建设。",
        "专项债券资金 level 1690000000元 2024 actual; 重大项目建设 level 20个 2024 actual",
    ),
    ("参加省级比赛获得54枚金牌。", "金牌 level 54枚 2024 actual"),
    ("取消12项收费。", "取消收费 level 12项 2024 actual"),
    ("下达5亿元专项债券资金。", "下达专项债券资金 level 500000000元 2024 actual"),
    ("取消86项行政许可事项。", "取消行政许可事项 level 86项 2024 actual"),
    ("支持210个重点项目。", "重点项目 level 210个 2024 actual"),
    ("完成56万平方米老旧住房改造。", "完成老旧住房改造 level 560000平方米 2024 actual"),
    ("600万个家庭受益。", "受益的家庭 level 6000000个 2024 actual"),
    ("87家钢铁企业完成超低排放改造。", "完成超低排放改造的钢铁企业 level 87家 2024 actual"),
    ("共有300家外资企业追加投资。", "追加投资的外资企业 level 300家 2024 actual"),
    ("停车难、加装电梯等60多个问题纳入专项治理。", "纳入专项治理的问题 level >60个 2024 actual"),
    ("300名志愿者参加港口马拉松服务。", "参加港口马拉松服务的志愿者 level 300名 2024 actual"),
    ("引进12个总部项目、8家研发机构。", "引进总部项目 level 12个 2024 actual; 引进研发机构 level 8家 2024 actual"),
    ("今年，再解决6万农村人口的饮水安全问题。", "再解决农村人口的饮水安全问题 level 60000人 2025 target"),
    ("为100个老旧小区加装电梯。", "老旧小区加装电梯 level 100个 2024 actual"),
    (
        "查处违法案件46起，罚没款项810万元。",
        "查处违法案件 level 46起 2024 actual; 罚没款项 level 8100000元 2024 actual",
    ),
    ("28个乡镇开展垃圾分类试点。", "开展垃圾分类试点的乡镇 level 28个 2024 actual"),
    ("取消和下放416项行政审批等事项。", "取消和下放行政审批等事项 level 416项 2024 actual"),
    ("新建和改扩建20所幼儿园。", "新建和改扩建幼儿园 level 20所 2024 actual"),
    (
        "新增50家长者照护之家、80家日间服务中心。",
        "新增长者照护之家 level 50家 2024 actual; 新增日间服务中心 level 80家 2024 actual",
    ),
    (
        "完成155公里河道整治、304公里河道疏浚。",
        "完成河道整治 level 155公里 2024 actual; 完成河道疏浚 level 304公里 2024 actual",
    ),
    (
        "改造48万平方米旧住房、改建6座泵站。",
        "改造旧住房 level 480000平方米 2024 actual; 改建泵站 level 6座 2024 actual",
    ),
    ("新解决农村63万人饮水安全问题。", "新解决农村饮水安全问题 level 630000人 2024 actual"),
    ("覆盖农村52万人口。", "覆盖农村人口 level 520000人 2024 actual"),
    ("营养改善计划惠及36万农村学生。", "惠及农村学生 level 360000人 2024 actual"),
    (
        "加快建设3条、56公里轨道交通线。",
        "建设轨道交通线 level 3条 2024 actual; 建设轨道交通线 level 56公里 2024 actual",
    ),
    ("建成10条区区对接道路。", "建成区区对接道路 level 10条 2024 actual"),
    ("新增供应5万套各类保障性住房。", "新增供应各类保障性住房 level 50000套 2024 actual"),
    ("与30个国家和地区建立合作关系。", "国家和地区 level 30个 2024 actual"),
    ("表彰10个全市正规化建设先进单位。", "正规化建设先进单位 level 10个 2024 actual"),
    ("新增19家国家5A级景区。", "新增国家5A级景区 level 19家 2024 actual"),
    ("培育60个零售业创新提升试点城市。", "培育零售业创新提升试点城市 level 60个 2024 actual"),
    (
        "2025年，新建改建农村公路300公里，新建40个口袋公园。",
        "新建改建农村公路 level 300公里 2025 target; 新建口袋公园 level 40个 2025 target",
    ),
    ("举办86场招聘活动，提供岗位9.2万个。", "举办招聘活动 level 86场 2024 actual; 提供岗位 level 92000个 2024 actual"),
    ("推出50项贸易监管新措施。", "推出贸易监管新措施 level 50项 2024 actual"),
    ("上千万困难群众乔迁新居。", "乔迁新居的困难群众 level >10000000人 2024 actual"),
    ("承担着108万亩高标准农田建设任务的各县加快施工。", "高标准农田建设任务 level 1080000亩 2024 target"),
    ("河道治理等12项工程开工。", "开工的工程 level 12项 2024 actual"),
    ("全市公交企业投放231辆新能源客车。", "投放新能源客车 level 231辆 2024 actual"),
    ("帮扶1.2万人成功创业。", "帮扶成功创业 level 12000人 2024 actual"),
    ("组织300多名农技人员深入田间。", "组织农技人员 level >300名 2024 actual"),
)
def number_before_noun(s: Situation) -> list[Found]:
    b, q, context = s.before, s.quantity, s.context
    if q.kind in ("points", "multiple", "rank", "streak") or q.kind in _PERCENT:
        return []
    who = _PEOPLE_WHO.match(s.text, q.end, s.limit) if q.unit in ("人", "名") else None
    if who and (not b.name or b.verb == "有"):
        found = _finish(s, who.group() + "人数")
        _remember(s, [found], "level")
        return [Found(found, "level")]
    after = _RATE_OF.sub("", s.after())
    name = b.name
    raw = b.raw.rstrip("“ ")
    if not after and s.rest and s.text[q.end : s.rest[0].start] == "、" and b.kind == "action":
        # 9条、216公里轨道交通线: both count the noun after the second.
        after = phrase_after(s.text, s.rest[0].end, s.rest[1].start if len(s.rest) > 1 else s.clause.end)
    if s.rest and (head := _HEAD_OF_COUNT.match(after)) and not s.text.startswith(("的", "和"), q.end + head.end()):
        after = head.group()
    after = _OF_TASK.sub(r"\1", after)
    listed = after.rpartition("、")
    if listed[1] and listed[2] in _ACTIONS:
        after = listed[0]
    if raw.endswith("、") and len(after) > 1 and s.start > s.clause.start:
        # The words since the last number are its own noun; the verb of the clause holds for this one too.
        leading = _AT_CLAUSE_VERB.match(s.text, s.clause.start)
        b.verb = leading.group(1) if leading else ""
        b.kind, b.name, name = ("action" if leading else ""), "", ""
    if q.quote.endswith("人口") and name.startswith(("覆盖", "惠及", "解决")):
        after = "人口" + after
    if not after and q.quote.endswith("人口") and (name in ("", "有") or b.verb == "有"):
        return [Found("人口", "level")]
    if not after or (len(after) < 2 and q.unit not in ("", "人")):
        return []
    if b.kind in ("rise", "fall") and (b.verb not in _ACTIONS or b.name):
        return []
    if after.startswith(("以及", "和", "与", "并", "等", "及")):
        return []
    served = _SERVES.match(s.text, q.end + len(after)) if raw.endswith(("为", "向", "给")) else None
    if served:
        found = _finish(s, after)
        _remember(s, [found], "level")
        return [Found(found, "level")]
    if b.kind == "reach" and name and b.verb not in _TAKES_OBJECT and not b.moved:
        return []
    if raw.endswith("的") and name:
        owner = names.clean(name.rstrip("的"), s.own)
        found = _finish(s, owner + after)
        _remember(s, [found], "level")
        return [Found(found, "level")]
    if b.moved and name:
        found = _finish(s, names.clean(name, s.own) + after)
        _remember(s, [found], "level")
        return [Found(found, "level")]
    if (
        not (b.kind == "" and name and (_object_before(name) or q.kind == "money"))
        or b.kind in ("action", "reach", "rise", "fall")
        or not name
        or raw.endswith(("等", "这", "这些"))
    ):
        verb = b.verb if b.kind in ("action", "rise", "fall") or b.verb in _ACTIONS else ""
        joined = _JOINED_VERB.search(name) if verb else None
        if joined and joined.group(1) in _ACTIONS:
            verb, name = joined.group().lstrip("，、") + verb, ""
        elif verb and name in _ACTIONS:
            verb, name = name + verb, ""
        if raw.endswith(("等", "共")) and not verb:
            name = ""
        doing = _DOING.match(s.text[q.end : s.limit]) if not s.rest and (not verb or verb.endswith("有")) else None
        if doing and not after.startswith(doing.group("noun")):
            doing = None
        if (
            b.kind == ""
            and name
            and not verb
            and not doing
            and (
                (len(after) <= 3 and after != "国家" and len(name) <= 8)
                or (len(name) <= 6 and _AT_CLAUSE_VERB.match(name))
            )
            and not raw.endswith(("等", "共", "着"))
        ):
            after = names.clean(name, s.own) + after
        if (
            not b.raw
            and context.named_at >= s.clause.start
            and context.subjects
            and q.unit in ("个", "项", "类", "种", "大类")
        ):
            after = context.subjects[-1] + after
        if name and verb and _object_before(name) and not _AGENT.search(name):
            return []
        measure: Measure = "level"
        found = after if verb in _DROPPED or not verb else verb + after
        if doing:
            after = doing.group("noun")
            found = f"{doing.group('deed')}的{after}"
        sign = None
        if verb in ("减少", "降低", "压减") and q.kind != "money":
            measure, sign, found = "change", -1, after
        found = _finish(s, found)
        _remember(s, [found], measure)
        return [
            Found(
                found,
                measure,
                sign,
                unit="人" if q.unit == "" and _PERSONS.search(after[:8]) else "",
            )
        ]
    return []


def _object_before(name: str) -> bool:
    """Whether a name already is a whole indicator, so that what follows the number is no part of it."""
    return bool(names.TAIL.search(name)) and len(name) > 3


@construction(
    "growth, rise and fall",
    "A verb of movement before the number: 增长6.5%, 比年初增加446亿元, 下降0.3个百分点.",
    (
        "税收收入同比下降3.2%，减收1.5亿元。",
        "税收收入 growth- 3.2% 2024 actual; 税收收入 change- 150000000元 2024 actual",
    ),
    (
        "一般公共预算支出12亿元，同比增长5.1%，增支0.6亿元。",
        "一般公共预算支出 level 1200000000元 2024 actual; 一般公共预算支出 growth+ 5.1% 2024 actual; "
        "一般公共预算支出 change+ 60000000元 2024 actual",
    ),
    ("全年规模以上工业增加值比上年增长7.6%。", "规模以上工业增加值 growth+ 7.6% 2024 actual"),
    (
        "规模以上工业增加值增长6.4%。其中，轻工业下降1.3%，重工业增长16.4%。",
        "规模以上工业增加值 growth+ 6.4% 2024 actual; 规模以上工业轻工业增加值 growth- 1.3% 2024 actual; "
        "规模以上工业重工业增加值 growth+ 16.4% 2024 actual",
    ),
    (
        "分经济类型看，国有控股企业增加值增长1.5%，私营企业增长26.6%。",
        "国有控股企业增加值 growth+ 1.5% 2024 actual; 私营企业增加值 growth+ 26.6% 2024 actual",
    ),
    (
        "分门类看，采矿业增加值下降3.3%，制造业增长8.9%。",
        "采矿业增加值 growth- 3.3% 2024 actual; 制造业增加值 growth+ 8.9% 2024 actual",
    ),
    (
        "限额以上单位商品零售额中，粮油食品类零售额增长4.5%，饮料类增长9.1%。",
        "限额以上单位粮油食品类零售额 growth+ 4.5% 2024 actual; 限额以上单位饮料类零售额 growth+ 9.1% 2024 actual",
    ),
    (
        "居民消费价格上涨0.2%，其中食品烟酒类下降1.1%。",
        "居民消费价格 growth+ 0.2% 2024 actual; 食品烟酒类居民消费价格 growth- 1.1% 2024 actual",
    ),
    (
        "常住人口城镇化率为66.9%，比上年末提高0.7个百分点。",
        "常住人口城镇化率 level 66.9% 2024 actual; 常住人口城镇化率 change+ 0.7个百分点 2024 actual",
    ),
    (
        "民生支出42亿元、占一般公共预算支出比重81%、增长6.4%。",
        "民生支出 level 4200000000元 2024 actual; 民生支出占一般公共预算支出比重 share 81% 2024 actual; "
        "民生支出 growth+ 6.4% 2024 actual",
    ),
    (
        "年末参加失业保险人数12.6万人，比上年末增加0.7万人。",
        "参加失业保险人数 level 126000人 2024-12-31 actual; 参加失业保险人数 change+ 7000人 2024-12-31 actual",
    ),
    (
        "2025年“三公”经费预算安排314万元，比上年预算数减少0.6万元，下降0.2%。",
        "“三公”经费预算 level 3140000元 2025 target; “三公”经费预算 change- 6000元 2025 target; "
        "“三公”经费预算 growth- 0.2% 2025 target",
    ),
    (
        "2025年一般公共预算支出安排119亿元，同比增长1.5%，增支1.7亿元。",
        "一般公共预算支出 level 11900000000元 2025 target; 一般公共预算支出 growth+ 1.5% 2025 target; "
        "一般公共预算支出 change+ 170000000元 2025 target",
    ),
    (
        "市本级单位运转经费压减5%以上，其中会议费压降7.9%。",
        "市本级单位运转经费 growth- >5% 2024 actual; 会议费 growth- 7.9% 2024 actual",
    ),
    (
        "一般公共预算支出完成9亿元，主要原因是土地收入减少导致减支0.8亿元。",
        "一般公共预算支出 level 900000000元 2024 actual; 一般公共预算支出 change- 80000000元 2024 actual",
    ),
    (
        "全年全社会用电量195亿千瓦时，增长5.1%，其中工业用电量135亿千瓦时，增长3.3%。",
        "全社会用电量 level 19500000000千瓦时 2024 actual; 全社会用电量 growth+ 5.1% 2024 actual; "
        "工业用电量 level 13500000000千瓦时 2024 actual; 工业用电量 growth+ 3.3% 2024 actual",
    ),
    (
        "粮食总产量96万吨，增长0.4%，其中夏粮产量28万吨，下降0.3%。",
        "粮食总产量 level 960000吨 2024 actual; 粮食总产量 growth+ 0.4% 2024 actual; "
        "夏粮产量 level 280000吨 2024 actual; 夏粮产量 growth- 0.3% 2024 actual",
    ),
    ("固定资产投资（不含农户）比上年增长1.1%。", "固定资产投资 growth+ 1.1% 2024 actual"),
    ("单位地区生产总值能耗下降2.5%。", "单位地区生产总值能耗 growth- 2.5% 2024 actual"),
    (
        "住户存款余额284亿元，比年初增加25亿元。",
        "住户存款余额 level 28400000000元 2024-12-31 actual; 住户存款余额 change+ 2500000000元 2024-12-31 actual",
    ),
    (
        "增值税8亿元，增长3%，主要是2023年基数较低。企业所得税5亿元，下降2%。",
        "增值税 level 800000000元 2024 actual; 增值税 growth+ 3% 2024 actual; "
        "企业所得税 level 500000000元 2024 actual; 企业所得税 growth- 2% 2024 actual",
    ),
    (
        "建筑业增加值12亿元，下降3%；金融业增加值13亿元，增长4.9%。",
        "建筑业增加值 level 1200000000元 2024 actual; 建筑业增加值 growth- 3% 2024 actual; "
        "金融业增加值 level 1300000000元 2024 actual; 金融业增加值 growth+ 4.9% 2024 actual",
    ),
    (
        "第三产业投资下降8.7%，其中房地产开发投资下降32.3%。",
        "第三产业投资 growth- 8.7% 2024 actual; 房地产开发投资 growth- 32.3% 2024 actual",
    ),
    (
        "全年货物进出口总额236亿元，增长7.4%，其中出口165亿元，增长7.6%。",
        "货物进出口总额 level 23600000000元 2024 actual; 货物进出口总额 growth+ 7.4% 2024 actual; "
        "货物出口 level 16500000000元 2024 actual; 货物出口 growth+ 7.6% 2024 actual",
    ),
    (
        "工业投资占固定资产投资的比重为39.4%，提高4.8个百分点。",
        "工业投资占固定资产投资的比重 share 39.4% 2024 actual; "
        "工业投资占固定资产投资的比重 change+ 4.8个百分点 2024 actual",
    ),
    (
        "每百元营业收入中的成本86.4元，下降0.6元。",
        "每百元营业收入中的成本 level 86.4元 2024 actual; 每百元营业收入中的成本 change- 0.6元 2024 actual",
    ),
    (
        "PM2.5平均浓度为39微克/立方米，下降3.4%。",
        "PM2.5平均浓度 level 39微克/立方米 2024 actual; PM2.5平均浓度 growth- 3.4% 2024 actual",
    ),
    ("2025年，一般公共预算收入预期增长4%左右。", "一般公共预算收入 growth+ ~4% 2025 target"),
    (
        "全年房屋施工面积下降1.3%；商品房销售面积下降4.7%。",
        "房屋施工面积 growth- 1.3% 2024 actual; 商品房销售面积 growth- 4.7% 2024 actual",
    ),
    ("全市生产总值比上年增长6.5%。", "生产总值 growth+ 6.5% 2024 actual"),
    (
        "制造业贷款余额900亿元，比年初增加46亿元，余额同比增长5.4%。",
        "制造业贷款余额 level 90000000000元 2024-12-31 actual; "
        "制造业贷款余额 change+ 4600000000元 2024-12-31 actual; 制造业贷款余额 growth+ 5.4% 2024-12-31 actual",
    ),
    ("农村贫困人口减少12万人。", "农村贫困人口 change- 120000人 2024 actual"),
    ("规模以上工业增加值增长6.8%。", "规模以上工业增加值 growth+ 6.8% 2024 actual"),
    ("农产品加工业产值、乡村旅游收入持续增长，农村网络零售额增长14.6%。", "农村网络零售额 growth+ 14.6% 2024 actual"),
    (
        "出口增长6.7%，比上年提升5.9个百分点。",
        "出口 growth+ 6.7% 2024 actual; 出口增速 change+ 5.9个百分点 2024 actual",
    ),
    (
        "2024年前11个月，新能源汽车产量增长34.6%，增速比全部汽车高21个百分点。",
        "新能源汽车产量 growth+ 34.6% 2024-01/2024-11 actual; "
        "新能源汽车产量增速 change+ 21个百分点 2024-01/2024-11 actual",
    ),
    ("今年，农村贫困人口再减少1.2万人以上。", "农村贫困人口 change- >12000人 2025 target"),
    ("一般性支出压减5%，三公经费减少12%。", "一般性支出 growth- 5% 2024 actual; 三公经费 growth- 12% 2024 actual"),
    ("去年11月，汽车类商品零售额同比增长6.6%。", "汽车类商品零售额 growth+ 6.6% 2024-11 actual"),
    ("固定资产投资下降2.1%。", "固定资产投资 growth- 2.1% 2024 actual"),
    (
        "社会消费品零售总额同比增长5.4%，增速比上年加快1.2个百分点。",
        "社会消费品零售总额 growth+ 5.4% 2024 actual; 社会消费品零售总额增速 change+ 1.2个百分点 2024 actual",
    ),
    ("新开工项目42个，比计划增加22个。", "新开工项目 level 42个 2024 actual; 新开工项目 change+ 22个 2024 actual"),
    ("居民消费价格涨幅0.3%。", "居民消费价格 growth+ 0.3% 2024 actual"),
    ("单位生产总值能耗下降3.4%以上。", "单位生产总值能耗 growth- >3.4% 2024 actual"),
    ("企业开办时间缩短三分之一以上。", "企业开办时间 growth- >33.33% 2024 actual"),
    ("工商登记前置审批精简85%。", "工商登记前置审批 growth- 85% 2024 actual"),
    ("贫困人口减少6.8万人。", "贫困人口 change- 68000人 2024 actual"),
    (
        "森林面积增加16.3万亩，沙化土地面积减少2万亩。",
        "森林面积 change+ 163000亩 2024 actual; 沙化土地面积 change- 20000亩 2024 actual",
    ),
    (
        "2025年，生产总值增长5.5%左右，进出口增长6%以上。",
        "生产总值 growth+ ~5.5% 2025 target; 进出口 growth+ >6% 2025 target",
    ),
    ("2025年，进出口总额预期增长7.5%左右。", "进出口总额 growth+ ~7.5% 2025 target"),
    ("存款准备金率下调0.5个百分点。", "存款准备金率 change- 0.5个百分点 2024 actual"),
    (
        "国有企业利润增长23.5%，资产负债率下降0.8个百分点。",
        "国有企业利润 growth+ 23.5% 2024 actual; 资产负债率 change- 0.8个百分点 2024 actual",
    ),
    ("对外直接投资增长2.8倍。", "对外直接投资 growth+ 2.8倍 2024 actual"),
    ("技术交易额翻了一番。", "技术交易额 growth+ 2倍 2024 actual"),
    ("过去五年，生产总值年均增长7.1%。", "生产总值 growth+ 7.1% 2020/2024 actual"),
    ("五年来，城镇居民人均可支配收入年均增长6.2%。", "城镇居民人均可支配收入 growth+ 6.2% 2020/2024 actual"),
    ("预计全年生产总值增长6%。", "生产总值 growth+ 6% 2024 forecast"),
    ("中小企业发展指数比上月上升0.2点。", "中小企业发展指数 change+ 0.2点 2024 actual"),
    ("用电量增长7.5%，货运量增长9.9%。", "用电量 growth+ 7.5% 2024 actual; 货运量 growth+ 9.9% 2024 actual"),
    (
        "一家配件企业引入智能设备，产能提高50%，能效利用率提升35%。",
        "配件企业产能 growth+ 50% 2024 actual; 配件企业能效利用率 growth+ 35% 2024 actual",
    ),
    ("一座抽水蓄能电站全面投产，年发电量增长20%。", "抽水蓄能电站年发电量 growth+ 20% 2024 actual"),
    (
        "规模以上工业增加值增长7.2%。其中，采矿业下降1.3%，制造业增长8.4%。",
        "规模以上工业增加值 growth+ 7.2% 2024 actual; 规模以上工业采矿业增加值 growth- 1.3% 2024 actual; "
        "规模以上工业制造业增加值 growth+ 8.4% 2024 actual",
    ),
    ("重特大事故下降16.9%。", "重特大事故 growth- 16.9% 2024 actual"),
    ("整体通关时间再压缩三分之一。", "整体通关时间 growth- 33.33% 2024 actual"),
)
def movement(s: Situation) -> list[Found]:
    b, q, context = s.before, s.quantity, s.context
    if (
        b.kind not in ("rise", "fall")
        and q.kind != "points"
        and not (b.verb == "新增" and (not b.name or b.kind == "action"))
        and not (names.MOVEMENT.search(b.name) and q.kind in _PERCENT)
    ):
        return []
    if s.text[s.start : q.start].endswith(("每增长", "每提高", "每增加", "每下降")):
        return _NOTHING
    if q.kind == "points" and context.subjects and _COMPARED.match(b.raw):
        s.before.basis = b.raw
        name = context.subjects[-1]
        if context.measure == "growth" and not _RATE.search(name):
            name += "增速"
        return [Found(name, "change", -1 if b.raw.lstrip("，").startswith(("低", "慢", "落后")) else 1, carried=True)]
    if b.verb == "新增" and _FREQUENCY.fullmatch(b.name) and context.earlier + context.subjects:
        return [Found(b.name + (context.subjects or context.earlier)[-1], "level")]
    name, carried = _subject(s)
    if b.verb == "新增":
        if not name or (carried and not context.subjects):
            return []
        if carried and context.measure not in ("growth", "level", "change"):
            return []
        _remember(s, [name], "change")
        return [Found(name, "change", 1, carried=carried)]
    if not name:
        return []
    if carried and context.measure == "share" and q.kind in _PERCENT and context.base:
        name = context.base
    measure, sign = _measure(s, name, q)
    turned = _TURNED_FROM.search(name)
    if turned and s.rest and "转" in s.text[q.end : s.rest[0].start]:
        # 由上年下降2.3%转为增长8.5%: the first belongs to the year before.
        name = name[: turned.start()]
        _remember(s, [name], measure)
        earlier = s.times_between(s.start, q.start)
        return [Found(name, measure, sign, period=earlier[-1].period if earlier else "")]
    if measure == "change" and q.kind == "points":
        if context.measure == "growth" and carried and _MOVES_OF_GROWTH.search(b.verb) and not _RATE.search(name):
            name += "增速"
        original = names.MOVEMENT.search(b.name)
        if (
            original
            and original.group().endswith(("增速", "涨幅", "降幅", "增幅", "增长率"))
            and not name.endswith(original.group())
        ):
            name += original.group().removeprefix("的")
    _remember(s, context.subjects if carried and q.kind == "points" and context.subjects else [name], measure)
    return [Found(name, measure, sign, carried=carried)]


@construction(
    "value of a name",
    "A name, a verb of reaching or none, and its value: 生产总值达到8210亿元, 常住人口852.1万人.",
    ("全市一般公共预算收入完成88.2亿元。", "一般公共预算收入 level 8820000000元 2024 actual"),
    ("市本级政府性基金预算收入6.4亿元。", "市本级政府性基金预算收入 level 640000000元 2024 actual"),
    ("年末金融机构本外币存款余额5120.6亿元。", "金融机构本外币存款余额 level 512060000000元 2024-12-31 actual"),
    ("11月末全市银行机构不良贷款率1.11%。", "银行机构不良贷款率 level 1.11% 2024-11-30 actual"),
    ("按常住人口计算，人均地区生产总值12.3万元。", "人均地区生产总值 level 123000元 2024 actual"),
    ("建筑业全员劳动生产率53.8万元/人。", "建筑业全员劳动生产率 level 538000元/人 2024 actual"),
    ("城乡居民最低生活保障标准提高到1208元/月。", "城乡居民最低生活保障标准 level 1208元/月 2024 actual"),
    ("市区PM2.5年均浓度28微克/立方米。", "市区PM2.5年均浓度 level 28微克/立方米 2024 actual"),
    (
        "年末各类人才总量42万人，其中高层次人才4.7万人。",
        "各类人才总量 level 420000人 2024-12-31 actual; 高层次人才 level 47000人 2024-12-31 actual",
    ),
    ("全年财政性科技投入27.5亿元。", "财政性科技投入 level 2750000000元 2024 actual"),
    ("城乡义务教育补助资金投入15.2亿元。", "城乡义务教育补助资金 level 1520000000元 2024 actual"),
    ("全年节约财政资金5072万元。", "节约财政资金 level 50720000元 2024 actual"),
    ("审减资金8.3亿元，审减率12.6%。", "审减资金 level 830000000元 2024 actual; 审减率 level 12.6% 2024 actual"),
    (
        "森林公园24个，其中国家级1个、省级23个。",
        "森林公园 level 24个 2024 actual; 国家级森林公园 level 1个 2024 actual; 省级森林公园 level 23个 2024 actual",
    ),
    (
        "居民恩格尔系数为31.4%，其中城镇为29.8%，农村为36.9%。",
        "居民恩格尔系数 level 31.4% 2024 actual; 城镇居民恩格尔系数 level 29.8% 2024 actual; "
        "农村居民恩格尔系数 level 36.9% 2024 actual",
    ),
    (
        "初中招生1.4万人，在校生4.1万人，毕业生1.3万人。",
        "初中招生 level 14000人 2024 actual; 初中在校生 level 41000人 2024 actual; "
        "初中毕业生 level 13000人 2024 actual",
    ),
    (
        "小学109所，招生1.1万人，在校生8.2万人。",
        "小学 level 109所 2024 actual; 小学招生 level 11000人 2024 actual; 小学在校生 level 82000人 2024 actual",
    ),
    (
        "居民人均可支配收入54858元，人均消费支出35548元。",
        "居民人均可支配收入 level 54858元 2024 actual; 居民人均消费支出 level 35548元 2024 actual",
    ),
    (
        "发生生产安全事故7起，死亡5人。",
        "发生生产安全事故 level 7起 2024 actual; 发生生产安全事故死亡 level 5人 2024 actual",
    ),
    ("新增省级智能工厂6家，累计30家。", "新增省级智能工厂 level 6家 2024 actual; 省级智能工厂 level 30家 2024 actual"),
    (
        "新开工建设保障性租赁住房1101套，新增竣工760套。",
        "新开工建设保障性租赁住房 level 1101套 2024 actual; 保障性租赁住房新增竣工 level 760套 2024 actual",
    ),
    (
        "年末养老机构床位5186张。全年接受诊疗量1.1万人次。",
        "养老机构床位 level 5186张 2024-12-31 actual; 接受诊疗量 level 11000人次 2024 actual",
    ),
    (
        "全年总用水量6.3亿立方米，其中农业用水4.4亿立方米，工业用水0.8亿立方米。",
        "总用水量 level 630000000立方米 2024 actual; 农业用水量 level 440000000立方米 2024 actual; "
        "工业用水量 level 80000000立方米 2024 actual",
    ),
    (
        "政府性基金预算收入7亿元，加上上级补助收入2亿元、上年结余1亿元，收入总计10亿元。",
        "政府性基金预算收入 level 700000000元 2024 actual; "
        "政府性基金预算上级补助收入 level 200000000元 2024 actual; "
        "政府性基金预算上年结余 level 100000000元 2024 actual; 政府性基金预算收入总计 level 1000000000元 2024 actual",
    ),
    (
        "一般公共预算支出7亿元，加上预备费、上解支出等2亿元，支出总计9亿元。",
        "一般公共预算支出 level 700000000元 2024 actual; "
        "一般公共预算预备费、上解支出等 level 200000000元 2024 actual; "
        "一般公共预算支出总计 level 900000000元 2024 actual",
    ),
    (
        "国有资本经营预算收入完成1.2亿元，支出完成0.9亿元。",
        "国有资本经营预算收入 level 120000000元 2024 actual; 国有资本经营预算支出 level 90000000元 2024 actual",
    ),
    (
        "社会保险基金预算收入8亿元。收支相抵，年末滚存结余39亿元。",
        "社会保险基金预算收入 level 800000000元 2024 actual; "
        "社会保险基金预算年末滚存结余 level 3900000000元 2024-12-31 actual",
    ),
    (
        "市本级一般公共预算收入3亿元，其中：税收收入2亿元，非税收入1亿元。",
        "市本级一般公共预算收入 level 300000000元 2024 actual; 市本级税收收入 level 200000000元 2024 actual; "
        "市本级非税收入 level 100000000元 2024 actual",
    ),
    (
        "2025年全市一般公共预算收入安排91亿元，支出安排150亿元。",
        "一般公共预算收入 level 9100000000元 2025 target; 一般公共预算支出 level 15000000000元 2025 target",
    ),
    ("2025年年初预算安排预备费3亿元。", "预备费 level 300000000元 2025 target"),
    ("截至1月15日，2025年市本级预算已支出2.4亿元。", "市本级预算已支出 level 240000000元 2025 actual"),
    (
        "2024年末政府债务余额836亿元，包括一般债务余额170亿元、专项债务余额666亿元。",
        "政府债务余额 level 83600000000元 2024-12-31 actual; 一般债务余额 level 17000000000元 2024-12-31 actual; "
        "专项债务余额 level 66600000000元 2024-12-31 actual",
    ),
    ("全市城区环境空气达标天数356天。", "城区环境空气达标天数 level 356天 2024 actual"),
    (
        "5G用户68万户，在移动电话用户中占比65.9%。",
        "5G用户 level 680000户 2024 actual; 5G用户在移动电话用户中占比 share 65.9% 2024 actual",
    ),
    (
        "年末人民币贷款余额900亿元。全年保费收入12亿元。",
        "人民币贷款余额 level 90000000000元 2024-12-31 actual; 保费收入 level 1200000000元 2024 actual",
    ),
    (
        "年末生猪存栏20万头，生猪出栏30万头。",
        "生猪存栏 level 200000头 2024-12-31 actual; 生猪出栏 level 300000头 2024 actual",
    ),
    ("营业收入超亿元企业34家。", "营业收入超亿元企业 level 34家 2024 actual"),
    ("全市规模以上文化企业营业收入43亿元。", "规模以上文化企业营业收入 level 4300000000元 2024 actual"),
    (
        "年末公路总里程1125.6公里，其中高速公路里程63.8公里。",
        "公路总里程 level 1125.6公里 2024-12-31 actual; 高速公路里程 level 63.8公里 2024-12-31 actual",
    ),
    (
        "全年完成造林面积645.9公顷，森林覆盖率55%。",
        "造林面积 level 645.9公顷 2024 actual; 森林覆盖率 level 55% 2024 actual",
    ),
    (
        "民用汽车保有量76.8万辆，其中私人汽车保有量68.7万辆。",
        "民用汽车保有量 level 768000辆 2024 actual; 私人汽车保有量 level 687000辆 2024 actual",
    ),
    (
        "全年一般公共预算总收入99亿元，其中地方一般公共预算收入59亿元。",
        "一般公共预算总收入 level 9900000000元 2024 actual; 地方一般公共预算收入 level 5900000000元 2024 actual",
    ),
    ("税务部门组织的各项收入149亿元。", "税务部门组织的各项收入 level 14900000000元 2024 actual"),
    ("每千人拥有执业医师3.9人。", "每千人拥有执业医师 level 3.9人 2024 actual"),
    (
        "全年财产险保费收入7.5亿元，人身险保费收入23.8亿元。",
        "财产险保费收入 level 750000000元 2024 actual; 人身险保费收入 level 2380000000元 2024 actual",
    ),
    ("全市偿还到期政府债券本息10.4亿元。", "偿还到期政府债券本息 level 1040000000元 2024 actual"),
    ("“三保”支出完成28亿元。", "“三保”支出 level 2800000000元 2024 actual"),
    (
        "年末有效发明专利拥有量1.8万件，每万人口发明专利拥有量12.6件。",
        "有效发明专利拥有量 level 18000件 2024-12-31 actual; 每万人口发明专利拥有量 level 12.6件 2024-12-31 actual",
    ),
    (
        "全年新增就业1.2万人，失业人员实现再就业0.4万人。",
        "新增就业 level 12000人 2024 actual; 失业人员再就业 level 4000人 2024 actual",
    ),
    (
        "12月末，住户存款余额87亿元，政府存款余额26亿元。",
        "住户存款余额 level 8700000000元 2024-12-31 actual; 政府存款余额 level 2600000000元 2024-12-31 actual",
    ),
    (
        "2025年政府性基金预算收入安排7.3亿元，加上调入资金0.7亿元，收入总计8亿元。",
        "政府性基金预算收入 level 730000000元 2025 target; 政府性基金预算调入资金 level 70000000元 2025 target; "
        "政府性基金预算收入总计 level 800000000元 2025 target",
    ),
    (
        "社会保险基金预算支出预计完成25.8亿元，年末滚存结余预计34.5亿元。",
        "社会保险基金预算支出 level 2580000000元 2024 forecast; "
        "社会保险基金预算年末滚存结余 level 3450000000元 2024-12-31 forecast",
    ),
    (
        "2025年市本级“三公”经费预算安排314万元，其中公务接待费39万元。",
        "市本级“三公”经费预算 level 3140000元 2025 target; 市本级公务接待费 level 390000元 2025 target",
    ),
    ("全市常住人口412.6万人。", "常住人口 level 4126000人 2024 actual"),
    ("城镇登记失业率控制在4.5%以内。", "城镇登记失业率 level <4.5% 2024 actual"),
    (
        "2025年主要预期目标是：生产总值增长5.5%左右；城镇新增就业8万人以上；居民消费价格涨幅2%左右；城镇登记失业率4%以内。",
        "生产总值 growth+ ~5.5% 2025 target; 城镇新增就业 level >80000人 2025 target; "
        "居民消费价格 growth+ ~2% 2025 target; 城镇登记失业率 level <4% 2025 target",
    ),
    (
        "今年，拟安排地方专项债券120亿元，比去年增加15亿元。",
        "地方专项债券 level 12000000000元 2025 target; 地方专项债券 change+ 1500000000元 2025 target",
    ),
    (
        "今年，要完成铁路投资73亿元、公路水运投资180亿元左右。",
        "铁路投资 level 7300000000元 2025 target; 公路水运投资 level ~18000000000元 2025 target",
    ),
    ("铁路、高速公路运营里程均超过1000公里。", "铁路、高速公路运营里程 level >1000公里 2024 actual"),
    ("日均装车超1900车。", "日均装车 level >1900车 2024 actual"),
    ("亩产达到260公斤。", "亩产 level 260公斤 2024 actual"),
    (
        "一般公共预算支出260亿元，其中教育支出48亿元。",
        "一般公共预算支出 level 26000000000元 2024 actual; 教育支出 level 4800000000元 2024 actual",
    ),
    ("2024年末，全市户籍人口386.2万人。", "户籍人口 level 3862000人 2024-12-31 actual"),
    ("二季度末，本外币存款余额8120亿元。", "本外币存款余额 level 812000000000元 2024-06-30 actual"),
    ("网上零售额占社会消费品零售总额比重达26.8%。", "网上零售额占社会消费品零售总额比重 share 26.8% 2024 actual"),
    ("关税总水平降至7.3%。", "关税总水平 level 7.3% 2024 actual"),
    ("国际航线完成货邮运输量2.9万吨。", "国际航线货邮运输量 level 29000吨 2024 actual"),
    ("财政收入超过500亿元。", "财政收入 level >50000000000元 2024 actual"),
    ("社会物流总额5.5万亿元，需求稳步扩张。", "社会物流总额 level 5500000000000元 2024 actual"),
    (
        "城镇新增就业8.6万人，城镇调查失业率5.1%左右。",
        "城镇新增就业 level 86000人 2024 actual; 城镇调查失业率 level ~5.1% 2024 actual",
    ),
    ("2025年，城镇调查失业率控制在5.5%以内。", "城镇调查失业率 level <5.5% 2025 target"),
    ("2025年，赤字率拟按3%安排。", "赤字率 level 3% 2025 target"),
    ("高速公路通车里程达到1860公里。", "高速公路通车里程 level 1860公里 2024 actual"),
    ("全长23公里的智慧道路建成通车。", "智慧道路全长 level 23公里 2024 actual"),
    ("总投资4.6亿元的农业服务中心竣工。", "农业服务中心总投资 level 460000000元 2024 actual"),
    ("打造出年产值60亿元的石斛产业集群。", "石斛产业集群年产值 level 6000000000元 2024 actual"),
    ("普及率高达66.5%的农村互联网惠及千家万户。", "农村互联网普及率 level 66.5% 2024 actual"),
    ("电影《临澜往事》上映，票房超8亿元。", "票房 level >800000000元 2024 actual"),
    (
        "《山海之间》上映6天，票房已超8亿元。",
        "《山海之间》上映 level 6天 2024 actual; 《山海之间》票房 level >800000000元 2024 actual",
    ),
    (
        "12345热线共收到诉求15万件，解决率达97%。",
        "12345热线收到诉求 level 150000件 2024 actual; 12345热线解决率 level 97% 2024 actual",
    ),
    (
        "三项社会保险基金收支总规模69亿元，基金累计结余9.8亿元。",
        "三项社会保险基金收支总规模 level 6900000000元 2024 actual; "
        "三项社会保险基金累计结余 level 980000000元 2024-12-31 actual",
    ),
    (
        "水电总装机435万千瓦，其中抽水蓄能57万千瓦。",
        "水电总装机 level 4350000千瓦 2024 actual; 抽水蓄能装机 level 570000千瓦 2024 actual",
    ),
    (
        "货物贸易进出口总值397亿元。其中，出口230亿元，进口167亿元。",
        "货物贸易进出口总值 level 39700000000元 2024 actual; 货物贸易出口 level 23000000000元 2024 actual; "
        "货物贸易进口 level 16700000000元 2024 actual",
    ),
    ("国有平台公司全年累计开工项目36个。", "国有平台公司开工项目 level 36个 2024 actual"),
    (
        "社区养老服务中心已建成86个，日均服务老人1.2万人次。",
        "社区养老服务中心建成 level 86个 2024 actual; 日均服务老人 level 12000人次 2024 actual",
    ),
    ("居民医保补助标准提高到人均320元。", "居民医保补助标准 level 320元 2024 actual"),
    ("五年来，人均预期寿命达到78.3岁。", "人均预期寿命 level 78.3岁 2024 actual"),
    (
        "五年来，累计完成造林29万亩，治理水土流失面积6万亩。",
        "造林 level 290000亩 2020/2024 actual; 治理水土流失面积 level 60000亩 2020/2024 actual",
    ),
    ("五年来，新增城镇就业41万人。", "新增城镇就业 level 410000人 2020/2024 actual"),
    ("过去五年，高速公路总里程达到960公里。", "高速公路总里程 level 960公里 2024 actual"),
    ("截至2024年11月底，手持订单量1145万载重吨。", "手持订单量 level 11450000载重吨 2024-11-30 actual"),
    ("2024年1至11月，港口完成集装箱吞吐量305万标准箱。", "港口集装箱吞吐量 level 3050000标箱 2024-01/2024-11 actual"),
    ("去年前三季度，服务进出口612亿元。", "服务进出口 level 61200000000元 2024-01/2024-09 actual"),
    ("自2023年4月1日政策实施以来，销售金额突破55亿元。", "销售金额 level >5500000000元 2023-04-01/2025-01-20 actual"),
    ("2022年以来，新设企业3.1万户。", "新设企业 level 31000户 2022/2025 actual"),
    ("2019年推出的公共服务平台，可提供360项服务。", "提供服务 level 360项 2024 actual"),
    ("目前，全市建成充电桩2.4万个。", "建成充电桩 level 24000个 2025-01-20 actual"),
    ("截至目前，完成水利投资86亿元。", "水利投资 level 8600000000元 2025-01-20 actual"),
    ("到2027年，海洋产业增加值达到800亿元。", "海洋产业增加值 level 80000000000元 2027 target"),
    ("服务业对经济增长贡献率接近60%。", "服务业对经济增长贡献率 share ^60% 2024 actual"),
    ("机电产品占出口比重近六成。", "机电产品占出口比重 share ^60% 2024 actual"),
    ("每百户拥有家用汽车46辆。", "每百户拥有家用汽车 level 46辆 2024 actual"),
    (
        "中央财政安排专项资金1.8亿元，减轻企业负担3亿元。",
        "中央财政安排专项资金 level 180000000元 2024 actual; 企业负担 change- 300000000元 2024 actual",
    ),
    ("降低利息负担约2亿元。", "利息负担 change- ~200000000元 2024 actual"),
    ("接线员音量不能超过70分贝。", "接线员音量 level <70分贝 2024 target"),
    ("退休教师68岁。", "退休教师 level 68岁 2024 actual"),
    ("电子商务交易额保持20%以上的高速增长。", "电子商务交易额 growth+ >20% 2024 actual"),
    ("观测站海拔3200米，气温零下6摄氏度。", "观测站海拔 level 3200米 2024 actual; 气温 level -6摄氏度 2024 actual"),
    (
        "港口新开国内外航线19条，共开通航线57条。",
        "港口新开国内外航线 level 19条 2024 actual; 开通航线 level 57条 2024 actual",
    ),
)
def value(s: Situation) -> list[Found]:
    b, q, context = s.before, s.quantity, s.context
    if (
        q.kind == "multiple"
        and context.subjects
        and (not b.name or re.match(r"^(?:约|已|就|仅|大约)*(?:是|为|相当于|达到?)[^，]*的$", b.raw))
    ):
        measure, sign = _measure(s, context.subjects[-1], q)
        return [Found(context.subjects[-1], measure, sign, carried=True)]
    if (
        b.kind == "action"
        and not b.name
        and context.subjects
        and b.verb in ("建成", "开工", "竣工", "新开工", "投产", "投用")
        and not s.after()
    ):
        whole = names.without_action(context.subjects[-1])
        adverb = "基本" if "基本" in b.adverbs else ""
        return [Found(whole + adverb + b.verb, "level")]
    if (
        b.kind == "action"
        and (b.verb not in _DROPPED or b.name)
        and b.verb not in _MONEY_VERBS
        and not s.text[q.end : q.end + 1].strip("，,。；;、）)（(")
    ):
        b.name += b.verb
    if b.verb == "投入" and q.kind == "money" and b.name and not _FUNDS.search(b.name):
        b.name += b.verb
    name, carried = _subject(s)
    if (
        (carried or not name)
        and q.kind in _PERCENT
        and context.indicator
        and _GROWTH_TAIL.match(s.text[q.end : s.limit])
    ):
        return [Found(context.indicator, "growth", 1, carried=True)]
    if carried:
        if b.kind == "action" and not b.name:
            return []
        if not context.subjects:
            after = s.after()
            if len(after) > 1:
                _remember(s, [after], "level")
                return [Found(_finish(s, after), "level")]
            return []
    if not name:
        return []
    if _COMPLETION.match(name) and context.subjects and not context.subjects[-1].endswith(name):
        name = _COMPLETED.sub("", names.without_action(context.subjects[-1])) + name
    elif _ONLY_SUM.match(b.raw):
        name = names.without_action(name)
    if context.whole and not carried and q.kind == "count":
        name = names.students_of(context.whole[-1], name)
    if (
        context.first_part
        and not names.acts(name)
        and context.whole
        and not carried
        and q.kind in ("measure", "money")
        and q.unit == context.unit
        and not names.TAIL.search(name.removesuffix("等"))
        and names.measures(context.whole[-1])
    ):
        name = names.of_sector(context.whole[-1], name, "")
    context.unit = q.unit
    if "/" in q.unit and context.topic and not names.TAIL.search(name):
        name = names.overlap(name, context.topic)
    measure, sign = _measure(s, name, q)
    if measure == "level" and q.kind in ("money", "count", "measure", "plain") and not carried:
        burden = _BURDEN.search(name) if q.kind == "money" else None
        lowered = _LOWERING.match(name)
        if lowered and len(name) - lowered.end() < 4 and names.leans(name[lowered.end() :]):
            lowered = None
        if burden:
            name, measure, sign = burden.group(1), "change", -1
        elif lowered and lowered.group() != "节约" and (q.kind == "money" or lowered.group() == "减少"):
            name, measure, sign = name[lowered.end() :], "change", -1
    if measure == "growth" and sign == -1 and _LOWERING.match(name):
        name = _LOWERING.sub("", name)
    if (
        re.search(r"(?:比重|占比)$", name)
        and "占" not in name[:-2]
        and "中的" not in name
        and context.share_of
        and not name.startswith("税收")
    ):
        stem = re.sub(r"(?:的)?(?:比重|占比)$", "", name)
        name = f"{stem}占{context.share_of}的比重"
    if name.endswith("贡献率") and b.raw.startswith("对") and (context.subjects or context.earlier):
        whole = _SHARE_CLAUSE.sub("", (context.subjects or context.earlier)[-1])
        name = f"{whole}对{name.removeprefix('对')}"
    within = _SHARE_WITHIN.match(b.raw)
    if within and (context.subjects or context.earlier):
        name = (context.subjects or context.earlier)[-1] + within.group()
        measure = "share"
    share = re.match(r"^(.*?)占(.+?)的?(?:比重|比例)", name)
    if share:
        context.share_of = share.group(2)
        if not share.group(1) and (context.subjects or context.earlier):
            name = (context.subjects or context.earlier)[-1] + name
            measure = "share"
    _remember(s, [name], measure)
    return [Found(name, measure, sign, carried=carried)]
