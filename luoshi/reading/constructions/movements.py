"""A movement of a subject: growth, rise and fall."""

from __future__ import annotations

from luoshi.knowledge.indicators import identify, scheme
from luoshi.patterns import late
from luoshi.reading import names
from luoshi.reading.constructions.movement_examples import MOVEMENT
from luoshi.reading.constructions.situation import NOTHING, Found, Situation, construction
from luoshi.reading.constructions.subjects import measure_of, remember, subject_of
from luoshi.reading.constructions.words import GROWTH_TAIL, PERCENT, RATE

_MOVES_OF_GROWTH = late(r"(?:加快|放缓|回落|快于|高于|低于|快|慢|提速|回升|收窄|扩大|高|低|提高|提升|上升|下降|缩小)$")
_EACH_YEAR = late(r"年均|平均|每年|同比|比上年|较上年|当年|去年")
_FREQUENCY = late(r"(?:日均|月均|年均|平均每天|平均每年|平均每月|平均每日|每天|每日|每年|每月)")
_COMPARED = late(r"^(?:增速|增幅|涨幅)?(?:分别|均|也)?(?:高出|高于|低于|快于|慢于|超出|领先|落后|好于|优于)")
_TURNED_FROM = late(r"[由从](?:上年|去年|上半年|前年|前[两三四五]年)?$")
_TURNS = late(r"[^。；，、]{0,24}?(?:转|[收变]窄[为至到])")
# 执行中按程序调增│收入预算: what the budget itself rose or fell by.
_ADJUSTED = late(r"^[^，；]*?(?:(?P<rise>调增|追加|增加)|调减|核减|减少)(?=总?(?:收入|支出)$)")


@construction(
    "growth, rise and fall",
    "A verb of movement before the number: 增长6.5%, 比年初增加446亿元, 下降0.3个百分点.",
    *MOVEMENT,
)
def movement(s: Situation) -> list[Found]:
    b, q, context = s.before, s.quantity, s.context
    adjusted = _ADJUSTED.match(b.name) if b.version else None
    if adjusted:
        b.name, b.kind = b.name[adjusted.end() :], "rise" if adjusted.group("rise") else "fall"
    if not _moves(s):
        return []
    if s.text[s.start : q.start].endswith(("每增长", "每提高", "每增加", "每下降")):
        return NOTHING
    if q.kind == "points" and context.subjects and _COMPARED.match(b.raw):
        s.before.basis = b.raw
        name = context.subjects[-1]
        if context.measure == "growth" and not RATE.search(name):
            name += "增速"
        return [Found(name, "change", -1 if b.raw.lstrip("，").startswith(("低", "慢", "落后")) else 1, carried=True)]
    if b.verb == "新增" and _FREQUENCY.fullmatch(b.name) and context.earlier + context.subjects:
        return [Found(b.name + (context.subjects or context.earlier)[-1], "level")]
    name, carried = subject_of(s)
    if adjusted and name:
        remember(s, [name], "level")
        return [Found(name + "预算", "change", 1 if b.kind == "rise" else -1)]
    if b.verb == "新增":
        return _added(s, name, carried=carried)
    return _moved(s, name, carried=carried) if name else []


def _moves(s: Situation) -> bool:
    """Whether the words around the number, or its unit, tell a movement."""
    b, q = s.before, s.quantity
    return (
        b.kind in ("rise", "fall")
        or q.kind == "points"
        or (b.verb == "新增" and (not b.name or b.kind == "action"))
        or bool(names.movement_in(b.name) and q.kind in PERCENT)
        or bool(_TURNED_FROM.search(b.name) and GROWTH_TAIL.match(s.text[q.end : s.limit]))
    )


def _added(s: Situation, name: str, *, carried: bool) -> list[Found]:
    """What 新增 behind its name tells: a yearly count that has a name of its own, or what a stock gained."""
    context = s.context
    if not name or (carried and not context.subjects):
        return []
    if carried and context.measure not in ("growth", "level", "change"):
        return []
    whole = context.whole[-1] if context.whole else ""
    # 新增就业6万人，其中城镇新增│5万人, 城镇就业新增│6万人: what the year added has a name of its own.
    counts = whole.startswith("新增") or _added_in_name(name)
    if not carried and counts and not names.acts(name):
        remember(s, ["新增" + name], "level")
        return [Found("新增" + name, "level")]
    remember(s, [name], "change")
    return [Found(name, "change", 1, carried=carried)]


def _moved(s: Situation, name: str, *, carried: bool) -> list[Found]:
    """By how much what is named rose or fell, where a movement turned both of its values."""
    b, q, context = s.before, s.quantity, s.context
    if carried and context.measure == "share" and q.kind in PERCENT and context.base:
        name = context.base
    measure, sign = measure_of(s, name, q)
    since = context.years_compared() if carried and measure == "growth" and not _EACH_YEAR.search(b.raw) else ""
    turned = _TURNED_FROM.search(name)
    if turned and _TURNS.match(s.text, s.group[-1].end):
        # 由上年下降2.3%转为增长8.5%: the first belongs to the year before; 由前三年分别上升…、…: each to one of them.
        name = name[: turned.start()]
        remember(s, [name], measure)
        earlier = s.times_between(s.start, q.start)
        period = earlier[-1].period if earlier and len(s.group) == 1 else ""
        s.used = len(s.group)
        return [Found(name, measure, sign, each, period=period, undated=not period) for each in s.group]
    if measure == "change" and q.kind == "points":
        if context.measure == "growth" and carried and _MOVES_OF_GROWTH.search(b.verb) and not RATE.search(name):
            name += "增速"
        original = names.movement_in(b.name)
        if (
            original
            and original.group().endswith(("增速", "涨幅", "降幅", "增幅", "增长率"))
            and not name.endswith(original.group())
        ):
            name += original.group().removeprefix("的")
    remember(s, context.subjects if carried and q.kind == "points" and context.subjects else [name], measure)
    return [Found(name, measure, sign, carried=carried, period=since)]


def _added_in_name(name: str) -> bool:
    """Whether the scheme has an indicator for what a year added to ``name`` (城镇就业: 城镇新增就业)."""
    concept = "" if identify(name).concept else identify("新增" + name).concept
    return bool(concept) and "新增" in scheme().indicators[concept].name
