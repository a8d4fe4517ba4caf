"""Figures: each number in the prose with what it measures, where, when, and whether it was reached.

One walk over the blocks. A paragraph is cut into sentences and clauses around its numbers
(:mod:`~luoshi.reading.clauses`); for each number the words before it are taken apart
(:mod:`~luoshi.reading.predicates`), and the first construction that fits says what is measured
(:mod:`~luoshi.reading.constructions`). What a clause leaves out is carried in a
:class:`~luoshi.reading.constructions.Context`: the subject across commas, the whole before 其中, the
scope of a section, the period and the place until another is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice, pairwise

from luoshi.knowledge.indicators import identify, scheme
from luoshi.language import numerals
from luoshi.language import quantities as quantity_layer
from luoshi.language import times as time_layer
from luoshi.language.passage import Passage
from luoshi.language.places import Place
from luoshi.language.quantities import Quantity
from luoshi.language.quantity_brackets import unit_ahead
from luoshi.language.times import Anchor, Time
from luoshi.language.unread import Extent
from luoshi.patterns import late
from luoshi.reading import names, tables
from luoshi.reading.block_frames import BlockFrames, year_of, years_of
from luoshi.reading.clauses import sentences
from luoshi.reading.constructions import Context, Found, Situation, construe
from luoshi.reading.constructions.words import SUM_OF_YEARS
from luoshi.reading.frames import Frame, built_upon, describes, may_open, of_plan, settled, up_to_now
from luoshi.reading.headline_periods import Headed, with_body
from luoshi.reading.outline import Block, Outline
from luoshi.reading.outlook import outlook
from luoshi.reading.predicates import before, verb_at_end
from luoshi.reading.scene_days import OPENS, SceneDay
from luoshi.reading.surroundings import Surroundings, own_names
from luoshi.reading.table_tasks import told
from luoshi.records import Figure, Span

_NEARING = ("临近", "接近", "时至", "将近")

_STOCK_END = late(r"(?:余额|结余|结余结转|结转下年支出数?|结存)$")
_FLOW = late(
    r"^(?:新增|新设|新签|新批|新登记|新建|新开工|新认定|新立项|新筹集|净增|改造)|(?:产量|出栏|招生(?:人数)?|毕业生(?:数|"
    r"人数)?|成交额|交易额|营业额|票房|诊疗人次|诊疗量|销量|销售额|零售额|收入|支出|增加值|产值|利润|吞吐量|[运周]转量|"
    r"[货客]运量|流通|增量|贡献率|授权|演出)$"
)
_EARLIER_STOCK = late(r"[上历]年(?:累计|滚存)?(?:结余|结转)")
_STOCK_NOW = late(r"(?:余额|总里程|总量|保有量|人口|总数|存量|覆盖率|总装机|装机容量)$")
# What there is on the day of a piece that is no report: 全市现有养老机构20家, 还剩43户.
_STANDS = late(r"现有|现存|还剩|尚有|仍有|还有|尚余")
_LEFT = late(r"(?:实现|全部|稳定)?(?:脱贫|搬迁|落户|转移)")  # people counted as they went, no stock of them
_END_VALUE = frozenset(
    {"达到", "达", "增加到", "提高到", "上升到", "扩大到", "扩展到", "增至", "升至", "降至", "下降到", "减少到"}
)
# Verbs of a mark that was passed: in the last year of a span where an indicator of the scheme has passed it.
_PASSED = ("突破", "超过", "超", "接近", "跨上", "迈上", "站上", "跃上", "迈过")
_THAN_LAST_YEAR = ("比上年", "较上年", "比去年", "较去年", "比上一年", "较上一年")
_GREW_YEARLY = late(r"[，、（](?:是[^，。；]{2,16}倍多?，)?(?:年均|平均每年|年平均)(?:实际|名义)?(?:增长|增加|提高)")
_END_NAME = late(r"(?:里程|率|装机容量|装机|水平|寿命)$")
_ADDS_UP = late(r"累计|(?<!公)共|新增|年均|每年|总计|合计|一直|始终|持续|连续|保持|稳定|控制|(?<![人年日月户])均")
# A sentence about what will be once a day named before it has come.
_THEN = late(r"届时|(?:调整|调图|实施|施行|启用|开通|投产|投用|改造|扩建|通车|竣工|完工|建成|运营)(?:以|之)?后，")
# A count that is no figure of its own opens the name of what follows: 60岁以上老年人口, 三项保险基金.
_SUMS_UP = late(
    r"(?:来|间)?(?:累计|共|总计|合计|平均|年均|增长|下降|增加|减少|降低)"
)  # 财政支出五年│累计2402亿元: the name stands before it
_IN_NAME = late(r"\d{1,3}(?:周?岁|平方米)(?:及)?以[上下]|[二两三四五六七八九十][项类大]")
# 2009年以来首次跌破, 5月以来最低: how far back one must look, not when.
_FIRST_SINCE = late(
    r"的?(?:首次|首个|最[高低大小好差多快]|新[高低]|第[一二三四五六七八九十\d]|(?:增速|增幅|涨幅|单月|同期|[高低]于)[^，。；]{0,8}最)"
)
_LATELY = ("不久前", "近期", "此前", "近年来")
_SCALED = late(r"[万亿]")
_PEOPLE = late(r"(?:人口|人数|人员|劳动者|职工|学生|居民|农民|老人|儿童|毕业生|群众|者|劳动力|女|就业)$")
_MONEY = late(r"(?:收入|支出|资金|投资额?|贷款|存款|金额|产值|税|费|利润|补助|补贴|市场规模)$")
_JOIN = late(r"(?:、|和|与|及|以及|或)")
_SINCE_YEAR = late(r"[比较](\d{4})年(?!同期)")
_YEARLY = late(r"年均|年平均|平均每年")
_TERM = 6  # years; what a document reviews by yearly means is no longer as a rule
# 年均实际增长│7.2%: a mean of years, not one year's (年均浓度下降│4%).
_YEARLY_MEAN = late(
    r"(?:年均|年平均|平均每年)(?:分别|实际|名义|可比|净)*(?:增长|增加|提高|上升|下降|降低|减少|递增)(?:了|约|达)?$"
)
_IN_SUM = late(r"累计(?:分别|实际)*(?:增长|增加|提高|上升|下降|降低|减少)(?:了|约|达)?$")
# A paragraph that goes on with the budget of the one before it, whatever level that was of.
_OPENS_PARTS = late(r"(?:其中|如下)(?:[（(][^（）()]{1,20}[）)])?[：:]$")
_IS_PART = late(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[）)]|[.．、])")
_BALANCE = late(r"(?:一般公共预算|政府性基金预算|国有资本经营预算|社会保险基金预算)?(?:收支相抵|收支平衡|加上)")
_APART = late(r"分别|依次|各")
_DIGITS = late(r"\d[\d,]*(?:\.\d+)?")
_SHORT_NAME, _LONGEST_TASK = 6, 20  # characters
_REACH = 60  # characters before a number of a row in which 分别 stands
_LONGEST_VERB = 5  # characters: 上升达到了 is no name of anything
_LONGEST_ROW = 40  # values in a row are few; a bound keeps the reading of any text linear
_COMING = late(r"明年|来年|新的一年|未来|今后")  # years that a paper has before it, whatever its day
_OF_ONE_YEAR = late(r"[年末]\Z")
_SEASON = late(r"[春夏秋冬](?:季|天)?\Z")
# 5月当月进出口: a month set apart from the months told before, for its own sentence.
_MONTH_ALONE = ("当月", "单月", "当季")
_IN_LIST = late(r"\s*(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、])|.*[；;]\s*\Z")
# A clause that says until when the work before it is done: …35座，│10月20日前全部完成，; …摊位68个，│预计4月底投用。
_UNTIL_WHEN = late(
    r"(?:[，,]|\A|\A[^，,。；\d]{1,8}(?=[须要应将](?:[于在])))(?:计划|预计|力争|争取|确保|保证|要求|将|拟|须|要|应|于|在){0,3}\Z"
)
_DONE_BY = late(
    r"[^，。；\d]{0,6}?(?:完成|完工|竣工|建成|投用|投产|使用|交付|启用|通车|开通|开放|运行|运营|到位|办结|清零|销号|修好|"
    r"查完|查清|查清楚|兑付|拨付|验收|完毕|上线|结束)(?=[，,。；;）)]|\Z)"
)
_OF_YEARS = frozenset({"year", "years", "plan", "months", "month", "quarter", "half"})
_NO_PERIOD = frozenset({"duration", "set", "clock", "anniversary"})
# Words for the last, the present and the next year that name a basis or a part of an indicator (上年结转), no period.
_NAMED_YEAR = late(r"上年(?:末|底|度)?|下年(?:度)?|年初|当年|本年")
_YEAR_END_NAME = late(r"年终|年末")
# 是“九五”、“十五”10年总和的2倍: what is compared with.
_MULTIPLE_OF = late(r"[”’]?(?:\d{1,2}年)?(?:总和|合计|同期|时期|期间|末)?的[\d一二两三四五六七八九十]")
# 于 that compares (高于去年) or tells a history (始建于1996年), and not when something is or will be done.
_AT = late(r"(?:将|拟|计划|定|预计)于\Z")
_AS_BASIS = late("的|(?:可比)?(?:决算|执行|完成)数的")
_PLAN_NAME = late(r"[”’]?(?:规划|目标|纲要|任务|开局|收官|良好|[^，。；、期间末年\d]{2,6}(?:目标|任务)(?!是|为|[：:]))")
_OF_BALANCE = late(r"滚存|结余|结转|净结|与[省州市国中]|收支")
_HAS_DIGIT = late(r"\d")
_EACH_IN_TURN = late(r"分别|依次|逐年|各年")
_IN_TURN_NAME = late(r"^(?:分别|依次)(?:获得|完成|实现|安排|下达)?|(?:分别|依次)$")
_AND_YEAR = late(r"[、和及与]|，")
_NUMBER_DATED = late(r"[（(]((?:19|20)\d\d)年[）)]")
_LOOKS_BACK = late(
    r"而?(?:(?P<year>(?:19|20)\d\d)年(?P<end>末|底)?|[上去]年(?:末|底|同期|度)?|上一年度?)"
    r"(?:的|仅|只|则|完成|达到?|实现|约|为|是|有){0,3}\s{0,2}(?=\d)"
)
_HAS_NUMBER = late(r"[0-9０-９一二三四五六七八九十百千万亿两半首]")


def figures(outline: Outline, text: str, date: str, place: Place | None, title: str) -> tuple[Figure, ...]:
    """All figures of a document in the order of its text.

    ``text`` is the document's text, ``place`` its own jurisdiction, ``date`` its ISO day, its year where nothing
    tells the day, or "". A document of which only the year is known dates 目前 and 今年以来 by that year.
    """
    walk = _Walk(outline, text, date, place, title)
    for block in outline.blocks:
        walk.block(block)
    return with_body(sorted(walk.out, key=lambda figure: (figure.start, figure.end)), walk.headed())


class _Walk:
    """The state of one walk over a document's blocks."""

    def __init__(self, outline: Outline, text: str, date: str, place: Place | None, title: str) -> None:
        self.outline = outline
        self.text = text
        self.date = f"{date}-01-01" if len(date) == 4 else date
        self.year_only = date if len(date) == 4 else ""
        self.frames = BlockFrames(outline, text, date, title)
        self.own = own_names(place)
        self.surroundings = Surroundings(place)
        self.scene = SceneDay(text)
        self.out: list[Figure] = []
        self._ahead: tuple[str, Span] | None = None
        self._told: list[tuple[Passage, Anchor, Frame, list[Time] | None]] = []  # blocks that may tell a day ahead
        self._carried: tuple[int, tuple[str, Span | None]] | None = None
        self._level = ""
        self._mean_of = ""
        self._parts = False

    def headed(self) -> list[Headed]:
        """The headlines and headings of pages and news, each with the end of what it heads."""
        if self.frames.report or self.frames.bare:
            return []
        out: list[Headed] = []
        headline = heading = len(self.text)
        for block in reversed(self.outline.blocks):
            if block.kind not in ("headline", "heading"):
                continue
            words = block.passage.text
            extent = block.passage.origin(0), block.passage.origin(len(words) - 1) + 1
            if block.kind == "headline":
                out.append(Headed(*extent, headline, words))
                headline = heading = extent[0]
            else:
                out.append(Headed(*extent, heading, words))
                heading = extent[0]
        return out[::-1]

    # -- blocks -----------------------------------------------------------------------------------

    def block(self, block: Block) -> None:
        """Read one block."""
        if block.kind == "byline":
            return
        date, frame = self.frames.enter(block)
        if block.table is not None:
            self.out.extend(tables.figures(block, self.text, date, frame, self.own))
            self._tasks(block, frame, date)
            return
        passage = block.passage
        words = passage.text
        if block.kind == "headline" or (
            block.kind == "heading" and self.outline.articles[block.article].genre == "news"
        ):
            self.surroundings.headline(words)
            self._carried = self._ahead = None
            self._told = []
        if not (self.frames.report or self.frames.bare):
            self._scene(block, date, frame)
        if not _HAS_NUMBER.search(words):
            return
        found, unread = quantity_layer.survey(words)
        anchor = Anchor(date, year_of(frame.period))
        times = None  # of a block without quantities they are read where they are asked for
        if found or may_open(words, time_layer.begins(words)):
            times = self._times(words, anchor, frame)
        self._told.append((passage, anchor, frame, times))
        frame = self.frames.opened(block, frame, times or [], date)
        if not found or times is None:
            return
        kept = _share_units(_outside_times(found, times), words)
        if kept:
            self._paragraph(passage, kept, unread, times, frame, date, block)

    def _scene(self, block: Block, date: str, frame: Frame) -> None:
        """Learn from a paragraph of a page on which day that happened of which it tells."""
        words = block.passage.text
        leads = self.scene.enter(block, item=bool(self.outline.dates[block.article]))
        if leads or (block.kind == "paragraph" and time_layer.begins(words) <= OPENS):
            self.scene.note(block.passage, self._times(words, Anchor(date, year_of(frame.period)), frame), date)

    def _times(self, words: str, anchor: Anchor, frame: Frame) -> list[Time]:
        """The times of a paragraph; of a report those that date something."""
        times = up_to_now(time_layer.scan(words, anchor), words, anchor.date)
        return settled(times, frame, anchor.date) if self.frames.report else times

    def _day_ahead(self) -> tuple[str, Span] | None:
        """The last day after the document's own that was told since the last headline, and the words that say it."""
        for passage, anchor, frame, known in self._told:
            for time in self._times(passage.text, anchor, frame) if known is None else known:
                if time.kind in ("day", "clock") and time.period[:10] > anchor.date:
                    self._ahead = time.period[:10], passage.span(self.text, time.start, time.end)
        self._told = []
        return self._ahead

    def _tasks(self, block: Block, frame: Frame, date: str) -> None:
        """Read the prose of a table of tasks: each is due when its row says, and its short names are its own."""
        assert block.table is not None
        for one in told(block.table):
            due = time_layer.scan(one.due, Anchor(date, year_of(frame.period)))
            own = Frame("", "actual") if one.describes else frame
            if due and due[-1].period:
                own = Frame(due[-1].period, "target")
            before = len(self.out)
            self._prose(Passage.of(self.text, (one.cell.start, one.cell.end)), block, own, date)
            self.out[before:] = [_of_task(figure, one.work) for figure in self.out[before:]]

    def _prose(self, passage: Passage, block: Block, frame: Frame, date: str) -> None:
        """Read words of a block that stand in a frame of their own."""
        found, unread = quantity_layer.survey(passage.text)
        times = time_layer.scan(passage.text, Anchor(date, year_of(frame.period))) if found else []
        if kept := _share_units(_outside_times(found, times), passage.text):
            self._carried = None
            self._paragraph(passage, kept, unread, times, frame, date, block)

    # -- paragraphs -------------------------------------------------------------------------------

    def _paragraph(
        self,
        passage: Passage,
        found: list[Quantity],
        unread: list[Extent],
        times: list[Time],
        frame: Frame,
        date: str,
        block: Block,
    ) -> None:
        words = passage.text
        period = frame.period, frame.span
        if (
            self._carried is not None
            and self._carried[0] == block.article
            and self._carried[1][0].startswith(frame.period)
        ):
            period = self._carried[1] if not words.startswith(_LATELY) else period
        news = self.outline.articles[block.article].genre == "news"
        context = Context(frame=frame, news=news, period=period[0], period_span=period[1], held=period)
        context.unread = unread[::-1]
        for heading in block.headings:
            context.enter_heading(heading.text)
        if not context.level and (_BALANCE.match(words) or (self._parts and _IS_PART.match(words))):
            context.level = self._level
        self.surroundings.section([heading.text for heading in block.headings])
        self.surroundings.paragraph(words, news)
        pending = iter(times)
        time = next(pending, None)
        for sentence in sentences(words, found):
            while time is not None and time.start < sentence[0].start:
                self._note_time(time, context, passage, _sentence_start(words, time.start))
                time = next(pending, None)
            context.open_sentence(words[sentence[0].start : sentence[0].start + 6])
            context.pass_unread(sentence[0].start)
            apart = _EACH_IN_TURN.search(words, sentence[0].start, sentence[-1].end)
            if _THEN.match(words, sentence[0].start) and (ahead := self._day_ahead()) is not None:
                context.period, context.period_span = ahead
            outer: list[tuple[list[str], list[str], str]] = []
            depth = 0
            for clause in sentence:
                if clause.depth > depth:
                    outer.append((context.subjects, context.whole, context.period))
                    context.whole = context.subjects
                elif clause.depth < depth and outer:
                    context.subjects, context.whole, context.period = outer.pop()
                depth = clause.depth
                start = clause.start
                looked_back = _looks_back(words, start, context, date)
                spoken_of = context.period, context.period_span, context.held
                context.open_clause(words[start : min(start + 8, clause.end)], words[start - 1 : start])
                at, measured = 0, False
                while at < len(clause.quantities):
                    quantity = clause.quantities[at]
                    local: list[Time] = []
                    while time is not None and time.start < quantity.start:
                        if time.end > start:
                            local.append(time)
                        self._note_time(time, context, passage, sentence[0].start)
                        time = next(pending, None)
                    start = max(start, context.pass_unread(quantity.start))
                    group = _group(words, clause.quantities, at)
                    if context.unread and _JOIN.fullmatch(words, group[-1].end, context.unread[-1][0]):
                        # One of a row can't be read: whose each of the others is the text does not say.
                        at += len(group)
                        start = context.pass_unread(context.unread[-1][0] + 1)
                        continue
                    cut = [(t.start, t.end) for t in local if looked_back or _governs(words, t)]
                    if (unit := unit_ahead(words, quantity)) is not None:
                        cut = sorted([*cut, unit])
                    if looked_back:
                        context.period = looked_back
                    situation = Situation(
                        text=words, clause=clause, start=start, quantity=quantity, group=group,
                        before=before(words, start, quantity.start, cut), context=context,
                        rest=clause.quantities[at + len(group) : at + 2 * _LONGEST_ROW], sentence=sentence,
                        own=self.own, times=local, every_time=times,
                    )  # fmt: skip
                    construed = construe(situation)
                    years = []
                    if apart and len(group) > 1 and apart.end() <= quantity.start:
                        years = _years_told(words, times, sentence[0].start, apart.start(), group)
                    if years:
                        construed = _by_years(construed, situation, years)
                    measured = measured or bool(construed)
                    for item in construed:
                        self._emit(item, situation, passage, date, block)
                    at += situation.used
                    if not construed and not context.subjects:
                        context.earlier = []
                    if not construed and _IN_NAME.fullmatch(quantity.quote) and quantity.start == start:
                        continue
                    named = quantity.kind == "duration" and quantity.start - start > 1
                    if not construed and named and _SUMS_UP.match(words, quantity.end):
                        continue
                    while situation.compares and time is not None and time.start < clause.quantities[at - 1].start:
                        time = next(pending, None)  # the later of two years compared governs nothing further
                    if not situation.described:
                        start = clause.quantities[at - 1].end
                while time is not None and time.start < clause.end:
                    self._note_time(time, context, passage, sentence[0].start)
                    time = next(pending, None)
                if looked_back:
                    context.period, context.period_span, context.held = spoken_of
                if clause.quantities:
                    context.note_owner(words[clause.start : clause.quantities[0].start])
                    context.note_opening(words[clause.start : clause.quantities[0].start], measured=measured)
                else:
                    context.note_clause(words[clause.start : clause.end], self.own)
                context.pass_unread(clause.end)
        self._level = context.level
        self._parts = bool(_OPENS_PARTS.search(words)) or (self._parts and bool(_IS_PART.match(words)))
        # News name a month or a quarter once for the paragraphs that follow.
        carries = news and len(context.held[0]) in (7, 15) and not context.held[0].endswith(f"/{date[:7]}")
        carries = carries and not _IN_LIST.match(words)  # each item of a list tells its own
        self._carried = (block.article, context.held) if carries else None

    def _note_time(self, time: Time, context: Context, passage: Passage, sentence_start: int) -> None:
        """Let a time that is no basis of comparison govern what follows; one that opens a sentence holds on."""
        words = passage.text
        if time.role == "base" and len(time.period) == 10:
            context.basis_period = time.period
        if not self.date and time.kind in _OF_YEARS and _governs(words, time):
            context.ahead = (
                "future" if _COMING.match(time.quote) else "own year" if time.quote in ("今年", "今年全年") else ""
            )
        lasts = _lasts(time) if time.start - sentence_start <= 1 and not years_of(context.held[0]) else 0
        if lasts > 1 and lasts == years_of(self.frames.term.period):
            # 五年新增就业41万人, in a review of five years after 2024年 in it, is of all of them.
            context.period, context.period_span = context.held = self.frames.term.period, self.frames.term.span
            context.dated_at = time.start
            return
        if not time.period or not _governs(words, time) or words[time.start - 1 : time.start] in ("从", "由"):
            return
        if _dates_a_number(words, time):
            return
        if (
            time.kind == "day"
            and context.dated_at >= sentence_start
            and "，" not in words[context.dated_at : time.start]
            and time.period.startswith(context.period)
        ):
            return
        if time.quote == "全年" and len(context.held[0]) == 4 and context.dated_at < sentence_start:
            # The whole year is the report's own, not one that an earlier sentence compared with.
            context.period, context.period_span = context.held
            context.dated_at = time.start
            return
        leads = _leads(words, time, sentence_start)
        alone = (_part_of_year(time) and not context.news) or _is_ahead(time, self.date)
        if not leads and alone and context.aside is None:
            # 企业利润1—11月增长3%；财政收入增长8%: a part of the year that stands behind a name is that name's alone,
            # and so is a day to come (医院9月启用，新增床位600张；新建学校4所).
            context.aside = context.period, context.period_span
        context.period = _dated(time, words.startswith("预算", time.end))
        context.dated_at = time.start
        context.period_span = passage.span(self.text, time.start, time.end)
        if time.kind == "point" and time.role == "relative":
            return
        span_alone = (
            time.kind in ("years", "plan")
            and words[time.start - 1 : time.start] == "，"
            and words[time.end : time.end + 1] == "，"
        )
        # 党的十八大以来 within a review of five years: the years go on after its sentence.
        aside = time.role == "since" and len(context.held[0]) == 9
        aside = aside or time.quote in _MONTH_ALONE or words.startswith(_MONTH_ALONE, time.end)
        # 4月初，…, 去年二季度起，… within the review of a year: the year goes on after the sentence.
        aside = aside or (self.frames.report and len(context.held[0]) == 4 and _passing(words, time, sentence_start))
        if not aside and (
            span_alone or (leads and (len(context.frame.period) == 4 or time.kind in ("year", "years", "plan")))
        ):
            context.held = (context.period, context.period_span)

    def _over_years(self, item: Found, situation: Situation, period: str) -> str:
        """The years that a yearly mean is of: those just compared, else those of the document's means before.

        What moved in sum (累计下降22%) did so over the years reviewed, whichever year was named last.
        """
        if not _YEARLY.search(situation.before.raw):
            reviewed = situation.context.frame.period
            in_sum = item.measure in ("growth", "change") and _IN_SUM.search(situation.before.raw) is not None
            return reviewed if in_sum and len(period) == 4 and reviewed[4:] == f"/{period}" else period
        if len(period) != 9:
            period = situation.context.years_between() or period
        if item.measure == "growth" and _YEARLY_MEAN.search(situation.before.raw):
            if self._mean_of[5:] == period:
                return self._mean_of
            if 0 < years_of(period) <= _TERM:
                self._mean_of = period
        return period

    # -- records ----------------------------------------------------------------------------------

    def _emit(self, item: Found, situation: Situation, passage: Passage, date: str, block: Block) -> None:
        quantity, context = _bounded(item.quantity, situation), situation.context
        name = names.known(names.clean(item.name, self.own))
        if not name or (len(name) <= _LONGEST_VERB and verb_at_end(name)[:2] == (name, "reach")):
            return
        dated = _NUMBER_DATED.match(situation.text, quantity.end)
        period = dated[1] if dated else item.period or ("" if item.undated else context.period)
        if not item.period:
            period = self._over_years(item, situation, period)
            carried = context.dated_at < situation.clause.start and period != context.frame.period
            if carried and period.endswith("-12-31") and _flows(name):
                period = period[:4]
            if len(period) == 4 and _STOCK_END.search(name) and not _EARLIER_STOCK.search(name):
                period += "-12-31"
            elif (
                len(period) == 9
                and period[4] == "/"
                and (
                    item.measure == "rank"
                    or (item.measure == "level" and _STOCK_NOW.search(name) and not _LEFT.match(name))
                    or _came_to(item, situation)
                    or _grown_to(item, situation)
                )
            ):
                period = period[5:]
            stands = not self.frames.report and len(date) == 10 and item.measure == "level" and period == date[:4]
            if stands and context.dated_at < situation.sentence[0].start and _STANDS.search(situation.before.raw):
                period = context.period = date
                item.status = "actual"
            multiple = quantity.unit == "倍" and item.measure == "level" and _OF_ONE_YEAR.search(situation.before.basis)
            if multiple and years_of(period):
                period = period[5:]  # 2.2 times what it was in 2002, at the end of the years reviewed
        moved = item.measure in ("growth", "change") and not item.period
        if moved and years_of(period) and situation.before.basis.startswith(_THAN_LAST_YEAR):
            # 生产总值比上年增长7%，收入… in a review of years: the sentence is of the last of them.
            period = context.period = period[5:]
        earliest = max(0, quantity.start - 14)
        years_before = situation.text.find("年", earliest, quantity.start) >= 0
        summed = SUM_OF_YEARS.search(situation.text, earliest, quantity.start) if years_before else None
        if summed and re.fullmatch(r"\d{4}", period):
            years = int(numerals.value(summed["years"]))
            period = f"{int(period) - years + 1}/{period}"
        since = _SINCE_YEAR.match(situation.before.basis) if situation.before.basis else None
        if since and len(period) == 4 and item.measure in ("growth", "change"):
            context.pair = since[1], period
        place = item.place or self.surroundings.at(quantity.start)
        if place in self.own:
            place = ""
        if named := self.surroundings.named_by(name):
            place, name = named
        elif place:
            name = names.LEVEL.sub("", names.without_place(name, place)) or name
        if not item.period and situation.ahead:
            period = situation.ahead[-1].period
        if self.year_only and self.date[:7] in period:
            period = _by_year(period, self.year_only)
        version = situation.before.version
        if (version or not item.carried or item.measure == "level") and not item.status and item.measure != "share":
            context.planned = "预算" in version
        status = item.status or (
            "actual"
            if item.undated
            else outlook(
                item, situation, period, date,
                report=self.frames.report or self.frames.bare, genre=self.outline.articles[block.article].genre,
            )
        )  # fmt: skip
        if status == "target" and not item.period:
            period = _of_target(item, situation, period, date)
        at_scene = status == "actual" and not item.period and self.scene.holds(item, situation, block, period, date)
        if at_scene:
            period = self.scene.day
        if not item.period and context.period_span is not None and _SEASON.search(context.period_span.quote):
            period = period[:4]  # what a season brings (今年秋季招生) is told of its year
        if item.carried and context.status == "forecast" and status != "actual" and not item.period:
            status = "forecast"
        context.status = status
        span = passage.span(self.text, quantity.start, quantity.end)
        sources: list[tuple[str, Span]] = []
        told = self.scene.span if at_scene else context.period_span
        if told is not None and period and not item.period:
            sources.append(("period", told))
        if not item.carried:
            context.subject_span = self._words_before(name, situation.start, situation, passage) or (
                passage.span(self.text, situation.start, quantity.start) if quantity.start > situation.start else None
            )
        if context.subject_span is not None:
            sources.append(("indicator", context.subject_span))
        cue = situation.before.cue_word if status != "actual" else ""
        for field, word in (("status", cue), ("place", place)):
            found = self._words_before(word, 0, situation, passage)
            if found is not None:
                sources.append((field, found))
        low, high = quantity.low, quantity.high
        sign = item.sign
        if quantity.value is not None and quantity.value < 0 and item.measure in ("change", "growth"):
            low, high = (abs(v) if v is not None else None for v in (low, high))
            sign = -1
        if item.measure in ("change", "growth") and sign is not None and low == high == Decimal(0):
            sign = None
        self.out.append(
            Figure(
                quote=span.quote,
                start=span.start,
                end=span.end,
                rule=item.rule,
                sources=tuple(sources),
                indicator=name,
                measure=item.measure,
                sign=sign,
                low=low,
                high=high,
                qualifier=quantity.qualifier,
                unit=item.unit or quantity.unit or _implied_unit(quantity, name),
                period=period,
                status=status,
                place=place,
                basis=situation.before.basis,
                concept=identify(name).concept,
            )
        )

    def _words_before(self, words: str, start: int, situation: Situation, passage: Passage) -> Span | None:
        """The last place before a number where ``words`` stand as they are, None where they don't."""
        at = situation.text.rfind(words, start, situation.quantity.start) if words else -1
        return passage.span(self.text, at, at + len(words)) if at >= 0 else None


def _of_target(item: Found, situation: Situation, period: str, date: str) -> str:
    """The period of a value to be reached, ``period`` being the one that holds around it.

    What is planned while 目前 holds is of the year; so is the plan of which the first months did a part (为年初预算
    29亿元的77%); one whose end follows (…50公里，6月底前全部完成) is due then.
    """
    context = situation.context
    if period == date and len(date) == 10:
        period = context.frame.period
    first_months = re.fullmatch(r"(\d{4})-01/\1-\d\d", period)
    if first_months and item.measure == "level" and period[8:] <= date[:7]:
        return first_months[1]
    if len(period) != 4 or context.dated_at >= situation.sentence[0].start:
        return period
    following = situation.every_time[bisect_left(situation.every_time, item.quantity.end, key=lambda t: t.start) :]
    due = following[0] if following else None
    if (
        due is None
        or len(due.period) not in (7, 10)
        or due.period[:4] != period
        or due.period <= date[: len(due.period)]
    ):
        return period
    between = situation.text[item.quantity.end : due.start]
    said = "。" not in between and "；" not in between and _UNTIL_WHEN.search(between)
    return due.period if said and _DONE_BY.match(situation.text, due.end) else period


def _of_task(figure: Figure, task: str) -> Figure:
    """A figure of a task's row; a short name (学位) says nothing without the task in the column before (中学迁建)."""
    if len(figure.indicator) > _SHORT_NAME or len(task) > _LONGEST_TASK or task.isdigit():
        return figure
    name = figure.indicator if figure.indicator.startswith(task) else task + figure.indicator
    return replace(figure, indicator=name, concept=identify(name).concept)


def _bounded(quantity: Quantity, situation: Situation) -> Quantity:
    """A number with the bound that an adverb of its verb gives it (至少配备│2台); a bound of its own stays."""
    bound = situation.before.bound
    if not bound or quantity.qualifier not in ("exact", "about") or quantity not in situation.group:
        return quantity
    if bound == "over":
        return replace(quantity, qualifier="over", high=None)
    return replace(quantity, qualifier="under", low=None)


def _flows(name: str) -> bool:
    """Whether a name measures what comes within a year, so that a year's end said of an earlier stock is not its."""
    concept = identify(name).concept
    return (bool(concept) and scheme().indicators[concept].kind == "flow") or bool(_FLOW.search(name))


def _came_to(item: Found, situation: Situation) -> bool:
    """Whether a value in a span of years is what an indicator had come to at their end (预期寿命达到76.7岁).

    What they add up to is of all of them, and so is what the scheme does not know (果品产值达到140亿元).
    """
    b = situation.before
    return (
        item.measure in ("level", "share")
        and (
            b.verb.removeprefix("分别") in _END_VALUE
            or b.verb in _PASSED
            or item.quantity.quote.startswith(_PASSED)
            or bool(_END_NAME.search(item.name))
        )
        and bool(identify(item.name).concept)
        and item.rule in ("value of a name", "values paired with their names")
        and not names.acts(item.name)
        and not _ADDS_UP.search(b.raw)
    )


def _leads(words: str, time: Time, sentence_start: int) -> bool:
    """Whether a time stands where a sentence or its first clause begins, so that it may hold on."""
    first = not _HAS_DIGIT.search(words, sentence_start, time.start)
    at_clause = time.start - sentence_start <= 12 and words[time.start - 1 : time.start] in "，,：:"
    lead = words[sentence_start : time.start].strip("“[其中：，、（(一二三四五六七是)）")
    return (first and (at_clause or (time.role == "relative" and time.kind == "year"))) or len(lead) <= 2


def _part_of_year(time: Time) -> bool:
    """Whether a time is of the first months of a year (1—11月, 前三季度, 上半年)."""
    return re.fullmatch(r"(\d{4})-01/\1-\d\d", time.period) is not None


def _is_ahead(time: Time, date: str) -> bool:
    """Whether a time is a day, a month or a part of a year that is still to come."""
    first = time.period.split("/")[0]
    return bool(date) and len(first) > 4 and first[:1].isdigit() and first[:10] > date[: len(first[:10])]


def _passing(words: str, time: Time, sentence_start: int) -> bool:
    """Whether a time within a year is its own sentence's alone: no first months of it that open the sentence."""
    if re.fullmatch(r"\d{4}(?:/\d{4}|/\.\.)?|\d{4}-12-31|\d{4}-01/\d{4}-12", time.period):
        return False
    opens = not words[sentence_start : time.start].strip("“[：，、（(一二三四五六七是)）")
    return not (opens and _part_of_year(time))


def _grown_to(item: Found, situation: Situation) -> bool:
    """Whether a value in a review of years is the last one's: its yearly growth follows (602亿元、年均增长9.3%)."""
    b = situation.before
    flows = item.measure == "level" and bool(identify(item.name).concept) and b.verb in ("", *_END_VALUE)
    after = _GREW_YEARLY.match(situation.text, item.quantity.end) if flows else None
    return after is not None and not _ADDS_UP.search(b.raw)


def _sentence_start(words: str, position: int) -> int:
    """Where the sentence that holds ``position`` begins."""
    return max(words.rfind(mark, 0, position) for mark in "。！？") + 1


def _dated(time: Time, budget: bool) -> str:
    """A time's period as a figure carries it: a beginning still to come stands for itself, hours are dropped.

    ``budget`` says that 预算 follows: the one made at a year's beginning (2026年年初预算) is the year's.
    """
    start, _, end = time.period.partition("/")
    if budget and time.quote.endswith("年初"):
        return start[:4]
    if time.role == "since" and end and ("T" in start or start > end):
        return start[:10]
    if "T" in time.period:
        first, last = start[:10], end[:10]
        return f"{first}/{last}" if last > first else first
    return time.period


def _by_year(period: str, year: str) -> str:
    """A period that runs to an unknown day of ``year``, by years: 2013/2015-01 → 2013/2015, 2015-01/2015-01 → 2015."""
    first = period[:4]
    return year if first == year else f"{first}/{year}"


def _implied_unit(quantity: Quantity, name: str) -> str:
    """The unit of a number printed without one, where the name leaves no doubt: 贫困人口减少12万."""
    if not _SCALED.search(quantity.quote):
        return ""
    if name.endswith("人次"):
        return "人次"
    return "人" if _PEOPLE.search(name) else "元" if _MONEY.search(name) else "户" if name.endswith("用户") else ""


def _lasts(time: Time) -> int:
    """How many years a duration counts (五年), 0 for any other time."""
    return int(time.period[1:-1]) if time.kind == "duration" and re.fullmatch(r"P\d+Y", time.period) else 0


def _governs(words: str, time: Time) -> bool:
    """Whether a time dates what is measured; not a basis (比2007年, 是五年前的), nor part of a name (上年结转)."""
    if time.role == "base" or _NAMED_YEAR.fullmatch(time.quote):
        return False
    if time.kind in _NO_PERIOD and not (time.kind == "clock" and time.period[:1].isdigit()):
        return False
    if time.quote.endswith("同期") or words.startswith("同期", time.end):  # 恢复到2019年同期的107%
        return False
    if time.quote == "年终" or (_YEAR_END_NAME.fullmatch(time.quote) and _OF_BALANCE.match(words, time.end)):
        return False
    if time.quote[0] == "前" and words[time.start - 1 : time.start] in ("提", "之", "以"):
        return False
    if time.kind == "plan" and _PLAN_NAME.match(words, time.end):
        return False
    if words[max(0, time.start - 2) : time.start].endswith(_NEARING) or describes(words, time):
        return False
    if time.kind == "plan" and of_plan(words, time.end):
        return False
    if (time.role == "since" or time.kind == "years") and _FIRST_SINCE.match(words, time.end):
        return False
    lead = words[max(0, time.start - 3) : time.start]
    if built_upon(words, time):
        return False
    if lead.endswith("于"):
        return bool(_AT.search(lead)) or (time.kind in ("day", "days") and "年" not in time.quote)
    if _MULTIPLE_OF.match(words, time.end) and "是" in words[max(0, time.start - 8) : time.start]:
        return False
    return not (
        (lead.endswith(("比", "较", "与", "相当于", "超", "超过", "出", "持平", "达到")) and not lead.endswith("支出"))
        or (lead.endswith(("是", "为")) and _AS_BASIS.match(words, time.end))
    )


def _years_told(words: str, times: Sequence[Time], start: int, apart: int, group: list[Quantity]) -> list[str]:
    """The years of values told in turn: 2023年、2024年…分别为│94.6万吨、97.5万吨; [] where they are of one time.

    They stand between ``start``, where the sentence begins, and ``apart``, where it says 分别.
    """
    first, last = (bisect_left(times, place, key=lambda time: time.start) for place in (start, apart))
    governing = (times[at] for at in range(last - 1, first - 1, -1) if _governs(words, times[at]))
    listed = list(islice((time for time in governing if time.end <= apart), len(group)))[::-1]
    if listed and listed[-1].kind == "years" and len(listed[-1].period) == 9:
        years = list(range(int(listed[-1].period[:4]), int(listed[-1].period[5:]) + 1))
        return [str(year) for year in years] if len(years) == len(group) else []
    joined = all(_AND_YEAR.fullmatch(words, one.end, other.start) for one, other in pairwise(listed))
    of_years = all(re.fullmatch(r"\d{4}", time.period) for time in listed)
    return [time.period for time in listed] if len(listed) == len(group) and joined and of_years else []


def _by_years(construed: list[Found], situation: Situation, years: list[str]) -> list[Found]:
    """What a construction read of values told year by year, each with its year; left as it is for several names."""
    group = situation.group
    if len(construed) == 1 and situation.used == 1:
        situation.used = len(group)
        construed = [replace(construed[0], quantity=quantity) for quantity in group]
    if len({item.name for item in construed}) != 1 or len(construed) != len(group):
        return construed
    name = _IN_TURN_NAME.sub("", construed[0].name)
    return [replace(item, name=name, period=year) for item, year in zip(construed, years, strict=True)]


def _dates_a_number(words: str, time: Time) -> bool:
    """Whether a year stands in brackets behind a number, and is the number's alone: 86.5亿元（2020年）."""
    bracketed = words[time.start - 1 : time.start] in ("（", "(") and words[time.end : time.end + 1] in ("）", ")")
    return (
        bracketed
        and _NUMBER_DATED.match(words, time.start - 1) is not None
        and bool(_HAS_DIGIT.search(words, max(0, time.start - 12), time.start - 1))
    )


def _looks_back(words: str, start: int, context: Context, date: str) -> str:
    """The period of a clause that only gives the value of an earlier year (，上年为342.1亿元，), ``""`` for others.

    What follows it speaks of the year spoken of before. 上年 is the year before that one, 去年 the document's own.
    """
    found = _LOOKS_BACK.match(words, start) if words[start - 1 : start] in ("，", "（", "(", ",") else None
    if found is None or not context.subjects or not re.match(r"\d{4}", context.period):
        return ""
    if found["year"] is None:
        if found[0][0] == "去" and date and not date.startswith(context.period[:4]):
            return ""
        return re.sub(r"\d{4}", lambda year: str(int(year.group()) - 1), context.period)
    if int(found["year"]) >= int(context.period[:4]):
        return ""
    return f"{found['year']}-12-31" if found["end"] else found["year"]


def _outside_times(found: list[Quantity], times: Sequence[Time]) -> list[Quantity]:
    """The quantities that are no part of a date or a period; a streak may cover a duration."""
    out: list[Quantity] = []
    index = 0
    for quantity in found:
        while index < len(times) and times[index].end <= quantity.start:
            index += 1
        if index < len(times) and times[index].start < quantity.end:
            time = times[index]
            inside = time.start >= quantity.start and time.end <= quantity.end
            if not (inside and (time.kind in _NO_PERIOD or quantity.kind in ("streak", "money"))):
                continue
        out.append(quantity)
    return out


def _share_units(found: list[Quantity], words: str) -> list[Quantity]:
    """Numbers of a row told apart by 分别 with the unit that only its last has: 分别提高│0.81│和0.79个百分点."""
    out = list(found)
    for at in range(len(out) - 2, -1, -1):
        number, following = out[at], out[at + 1]
        # 90│和20个工作日, 0.6个│、0.4个百分点: the first lacks the unit, or all but its 个.
        begun = number.unit == "个" and following.unit != "个" and "个" in following.quote
        if (number.kind != "plain" and not begun) or following.kind == "plain":
            continue
        if number.value is None or following.value is None:
            continue
        printed = _DIGITS.match(following.quote)
        joined = _JOIN.fullmatch(words, number.end, following.start)
        if printed is None or not joined or not _APART.search(words, max(0, number.start - _REACH), number.start):
            continue
        value = Decimal(printed.group().replace(",", ""))
        factor = following.value / value if value else Decimal(1)
        scaled = number.value * factor
        out[at] = replace(number, value=scaled, low=scaled, high=scaled, unit=following.unit, kind=following.kind)
    return out


def _group(words: str, found: list[Quantity], at: int) -> list[Quantity]:
    """The quantities of one unit that follow each other with only 、 or 和 between them."""
    group = [found[at]]
    for following in found[at + 1 : at + _LONGEST_ROW]:
        last = group[-1]
        if (
            (following.unit != last.unit and not group[0].unit.startswith(following.unit + "/"))
            or following.kind != last.kind
            or not _JOIN.fullmatch(words, last.end, following.start)
        ):
            break
        group.append(following)
    return group
