"""What a construction found becomes a figure: its name, its period, its place, whether it is reached, its words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from luoshi.knowledge.indicators import identify
from luoshi.language.passage import Passage
from luoshi.language.quantities import Quantity
from luoshi.patterns import late
from luoshi.reading import names
from luoshi.reading.constructions import Found, Situation
from luoshi.reading.figure_periods import FigurePeriods, of_target
from luoshi.reading.figure_setting import Paragraph, Setting
from luoshi.reading.outlook import outlook
from luoshi.reading.predicates import verb_at_end
from luoshi.records import Figure, Span, Status

_SCALED = late(r"[万亿]")
_PEOPLE = late(r"(?:人口|人数|人员|劳动者|职工|学生|居民|农民|老人|儿童|毕业生|群众|者|劳动力|女|就业)$")
_MONEY = late(r"(?:收入|支出|资金|投资额?|贷款|存款|金额|产值|税|费|利润|补助|补贴|市场规模)$")
_LONGEST_VERB = 5  # characters: 上升达到了 is no name of anything
_SEASON = late(r"[春夏秋冬](?:季|天)?\Z")


class FigureRecords:
    """The figures of a document, made one by one from what the constructions find."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.periods = FigurePeriods(setting)
        self.made: list[Figure] = []

    def add(self, item: Found, situation: Situation, paragraph: Paragraph) -> None:
        """Make the figure of what was found; nothing where it has no name."""
        name = names.known(names.clean(item.name, self.setting.own))
        if not name or (len(name) <= _LONGEST_VERB and verb_at_end(name)[:2] == (name, "reach")):
            return
        period = self.periods.around(item, situation, name, paragraph.date)
        place, name = self._placed(item, name)
        status = self._status(item, situation, period, paragraph)
        context, passage = situation.context, paragraph.passage
        told = context.period_span
        if not item.period:
            scene = self.setting.scene
            if status == "target":
                period = of_target(item, situation, period, paragraph.date)
            if status == "actual" and scene.holds(item, situation, paragraph.block, period, paragraph.date):
                period, told = scene.day, scene.span
            if context.period_span is not None and _SEASON.search(context.period_span.quote):
                period = period[:4]  # what a season brings (今年秋季招生) is told of its year
            grows = item.measure in ("growth", "change")  # 收入预计完成26亿元，增长│7%
            if item.carried and context.status == "forecast" and (status != "actual" or grows):
                status = "forecast"
        context.status = status
        cue = situation.before.cue_word if status != "actual" else ""
        sources = {
            "period": told if period and not item.period else None,
            "indicator": self._subject(item, situation, passage, name),
            "status": self._words_before(cue, 0, situation, passage),
            "place": self._words_before(place, 0, situation, passage),
        }
        quantity = _bounded(item.quantity, situation)
        low, high, sign = _signed(item, quantity)
        span = passage.span(self.setting.text, quantity.start, quantity.end)
        self.made.append(
            Figure(
                quote=span.quote,
                start=span.start,
                end=span.end,
                rule=item.rule,
                sources=tuple((field, source) for field, source in sources.items() if source is not None),
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

    def _placed(self, item: Found, name: str) -> tuple[str, str]:
        """The place of a figure, "" for the document's own, and its name without it."""
        surroundings, own = self.setting.surroundings, self.setting.own
        place = item.place or surroundings.at(item.quantity.start)
        if place in own:
            place = ""
        if named := surroundings.named_by(name):
            return named
        return place, (names.LEVEL.sub("", names.without_place(name, place)) or name) if place else name

    def _status(self, item: Found, situation: Situation, period: str, paragraph: Paragraph) -> Status:
        """Whether a figure is reached or planned; the context keeps whether it was a budget's own."""
        version = situation.before.version
        if (version or not item.carried or item.measure == "level") and not item.status and item.measure != "share":
            situation.context.planned = "预算" in version
        if item.status or item.undated:
            return item.status or "actual"
        setting = self.setting
        genre = setting.genre(paragraph.block)
        return outlook(item, situation, period, paragraph.date, report=setting.reports, genre=genre)

    def _subject(self, item: Found, situation: Situation, passage: Passage, name: str) -> Span | None:
        """The words that name what is measured; of a carried name those of the clause that gave it."""
        context, start = situation.context, situation.start
        if not item.carried:
            context.subject_span = self._words_before(name, start, situation, passage) or (
                passage.span(self.setting.text, start, item.quantity.start) if item.quantity.start > start else None
            )
        return context.subject_span

    def _words_before(self, words: str, start: int, situation: Situation, passage: Passage) -> Span | None:
        """The last place before a number where ``words`` stand as they are, None where they don't."""
        at = situation.text.rfind(words, start, situation.quantity.start) if words else -1
        return passage.span(self.setting.text, at, at + len(words)) if at >= 0 else None


def _signed(item: Found, quantity: Quantity) -> tuple[Decimal | None, Decimal | None, int | None]:
    """A number's bounds and the direction of its movement: 增长-3% is a fall by 3%, 增长0% none."""
    low, high, sign = quantity.low, quantity.high, item.sign
    if item.measure not in ("change", "growth"):
        return low, high, sign
    if quantity.value is not None and quantity.value < 0:
        low, high = (abs(bound) if bound is not None else None for bound in (low, high))
        sign = -1
    return low, high, None if sign is not None and low == high == Decimal(0) else sign


def _bounded(quantity: Quantity, situation: Situation) -> Quantity:
    """A number with the bound that an adverb of its verb gives it (至少配备│2台); a bound of its own stays."""
    bound = situation.before.bound
    if not bound or quantity.qualifier not in ("exact", "about") or quantity not in situation.group:
        return quantity
    if bound == "over":
        return replace(quantity, qualifier="over", high=None)
    return replace(quantity, qualifier="under", low=None)


def _implied_unit(quantity: Quantity, name: str) -> str:
    """The unit of a number printed without one, where the name leaves no doubt: 贫困人口减少12万."""
    if not _SCALED.search(quantity.quote):
        return ""
    if name.endswith("人次"):
        return "人次"
    return "人" if _PEOPLE.search(name) else "元" if _MONEY.search(name) else "户" if name.endswith("用户") else ""
