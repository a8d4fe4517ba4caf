"""What a number measures, made whole from its clause and the context; and how it measures it."""

from __future__ import annotations

import re

from luoshi.knowledge.indicators import identify, scheme
from luoshi.language.quantities import Quantity
from luoshi.patterns import late
from luoshi.reading import name_parts, name_rows, names
from luoshi.reading.constructions.each_place import of_each_place
from luoshi.reading.constructions.situation import Situation
from luoshi.reading.constructions.words import GROWTH_TAIL, LOWERING, PERCENT, RATE, RATE_OR_SHARE, SHARE_NAME
from luoshi.reading.handled import handles, object_of
from luoshi.reading.nouns import phrase_after
from luoshi.reading.owners import owned
from luoshi.reading.predicates import before
from luoshi.records import Measure

# 收入同比出现│37.5%│的负增长, 增加值以│7%│的增速
_SHOWN = late("(?:同比|环比|仍|还|再次|首次|均|都|已)*(?:出现|录得|呈现|取得|迎来|遭遇|维持|以)了?$")
_CAUSES = late(r"^[^，。；]*?(?:导致|造成|致使|使得)(?=.|$)")
_MOVED_FUND = late(r"调用|调入|调出|调至|缴入|补充")
_DIGIT = late(r"\d")
_LOWER = late(r"县区|县市|区县|市县|各县|区市(?:本?级|政府|财政|收入|支出|债务)")
_BUDGET_LEVEL = late(
    r"(?:地方)?(?:一般公共|政府|国有资本|社会保险|社保|预算|财政|财力|收入|支出|税收|非税|“?三[保公]|单位|债务|"
    r"总收入|总支出|收支)"
)
_CUT = late(r"下调|降低|下降|降息|减少|压减|回落")
# Nouns that say a property of the thing they belong to: 总投资4.6亿元的X, 全长23公里的X.
_PROPERTY = late(
    r"(?:总投资|投资|年产值|产值|年产量|年产能|产能|全长|总长|全程|面积|占地面积|总面积|建筑面积|装机容量|"
    r"总装机|装机|库容|总库容|时速|设计时速|普及率|覆盖率|"
    r"价值|总价值|规模|总规模|年营收|高度|直径|重量)$"
)
_FIELD = late(
    r"(?:——|[一二三四五六七八九十]是)?(?P<field>[^、的]{1,12}?(?:产业|行业|(?<![企就事创毕作结失专开])业|领域|经济|贸易|金融|旅游|外贸))"
    r"(?=[\u4e00-\u9fff]{2})"
    r"|(?:——|[一二三四五六七八九十]是)?(?:提高|增强|稳定|提升|保障|促进)?(?P<crop>粮食|夏粮|秋粮|棉花|油料|蔬菜|水果|茶叶|水产)"
    r"(?=综合|生产|连|喜|丰|再|获|稳|增|安全)"
)
_YIELD = late(r"(?:总产量?|产量|亩产|单产)$")
# What no rate has: 良种覆盖率达到99%。投资│4亿元.
_OF_NO_RATE = frozenset({"投资", "总投资", "增加值", "产值", "总产值", "装机", "面积", "金额", "产量"})
_SECTORS = ("行业", "制造业")  # 制造业增加值下降4%。六大高耗能行业│增长5%
_ITS = late(r"其(?![中他余它间实次])")
_NUMBERING = late(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)+")
_LONGEST_TITLE = 24  # characters; a heading that names what its paragraph measures is short
_THINGS = frozenset(["个", "项", "家", "座", "条", "处", "宗", "笔", "场", "件", "批", "期", "支", "单", "户", "所"])
_WHOLE_PLACE = late(r"全[市省州县国区]")
_FIRMS = late(r"^((?:规模以上|规上|限额以上)[^，、。]{1,6}?企业)(?=.)")


def completed(s: Situation, name: str, *, carried: bool = False) -> str:
    """A name completed by level, fund, scope and whole, and remembered as the clause's subject."""
    context = s.context
    name = names.clean(name, s.own)
    if not name:
        return name
    raw = s.before.raw
    if not carried and _WHOLE_PLACE.search(raw, 0, 8):
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
        # What was won from above is no item of the fund that an earlier paragraph spoke of.
        if context.fund and not fund and "争取" not in raw and (adds or names.balance_item(name)):
            bare = names.LEVEL.sub("", name)
            name = name[: len(name) - len(bare)] + context.fund + bare
        between = names.BETWEEN_LEVELS.match(name)
        if context.level and not (level or between) and in_budget(s) and not s.text.startswith("主要", s.clause.start):
            name = context.level + name if has_levels(name) else name
    return name


def _of_firms(name: str) -> bool:
    """Whether a name may be of firms: their profits and output are, the budget's revenue is not."""
    concept = identify(name).concept
    return not concept or "企业" in name or scheme().indicators[concept].field not in name_rows.NOT_OF_FIRMS


def has_levels(name: str) -> bool:
    """Whether what a name measures may be of a level of government: revenue is, 森林覆盖率 and 常住人口 are not."""
    return not identify(name).concept or bool(identify("市本级" + name).concept)


def in_budget(s: Situation) -> bool:
    """Whether the text speaks of a budget, where a level (市本级) runs on."""
    return bool(s.context.fund) or "预算" in s.text or "债务" in s.text


def subject_of(s: Situation) -> tuple[str, bool]:
    """The name of what the number measures, made whole, and whether it is wholly carried."""
    name, moved = _own_name(s)
    if each := of_each_place(s, name):
        return completed(s, each), False
    if s.quantity.kind in PERCENT and (moved or s.before.kind in ("rise", "fall")):
        name = names.of_economy(name)
    if owned_after := _owner_after(s, name):
        return owned_after, False
    kind = s.before.kind
    told = kind in ("rise", "fall", "reach") or (kind == "" and s.quantity.kind in ("money", "percent"))
    if name and told and s.start > s.clause.start and s.text[s.start] not in "的、，和与":
        name = _counted_before(s) + name
    _take_heading(s, name)
    if made := _of_something_before(s, name):
        return completed(s, made), False
    if names.leans(name):
        return _leaning(s, name)
    if handled := _handled(s, name):
        return completed(s, name + handled), False
    name = owned(s.context.owner, _beside_others(s, name))
    return completed(s, _framed(s, name)), False


def _own_name(s: Situation) -> tuple[str, bool]:
    """The name in the words before the number, without what says how it moved; and whether they say so."""
    percent = s.quantity.kind in PERCENT
    name = s.before.name
    if percent and s.start > s.clause.start and (tail := GROWTH_TAIL.match(name)):
        name = name[tail.end() :]  # …3%│的负增长转为│5%: what names the first number's movement
    movement = names.movement_in(name)
    if movement and percent:
        name = name[: movement.start()]
    if name.endswith("目标") and len(name) > 4:
        bare = re.sub(r"(?:预期)?目标$", "", name)
        name = "经济增长" if bare in ("增长", "经济增长") else re.sub(r"增长$", "", bare)
    shown = _SHOWN.search(name) if percent else None
    if shown and GROWTH_TAIL.match(s.text[s.group[-1].end : s.limit]):
        name = name[: shown.start()]
    if "致" in name or "造成" in name or "使得" in name:
        name = _CAUSES.sub("", name)
    return names.clean(name, s.own), movement is not None


def _owner_after(s: Situation, name: str) -> str:
    """A property with the thing that follows the number (总投资│4.6亿元的X); "" where none does."""
    if not s.text.startswith("的", s.quantity.end) or not name:
        return ""
    has = _PROPERTY.search(name)
    if not has and not names.leans(name):
        return ""
    owner = phrase_after(s.text, s.quantity.end + 1, s.limit)
    return owner + (has.group() if has else name) if len(owner) > 1 else ""


def _take_heading(s: Situation, name: str) -> None:
    """Let a short heading that names an indicator be the subject where a budget's number stands without a name."""
    context = s.context
    if s.before.version and not name and not (context.subjects or context.earlier):
        titled = _NUMBERING.sub("", context.heading).rstrip("。：")
        if names.measures_itself(titled) and len(titled) <= _LONGEST_TITLE:
            context.subjects = [completed(s, titled)]


def _of_something_before(s: Situation, name: str) -> str:
    """A name that is short for more, with what was named before it: a grade, a field, things counted, a work."""
    context = s.context
    if context.subjects and (graded := name_parts.of_grade(context.subjects[-1], name)):
        return graded
    if field := _field_before(s, name):
        return field + name.removeprefix("其")
    if context.counted and s.quantity.kind == "money" and (whole := name_parts.sum_of_things(context.counted, name)):
        return whole
    if context.subjects and (told := name_parts.told_of_work(context.subjects[-1], name)) != name:
        return told
    if context.counted and (owner := name_parts.owner_counted(context.counted, name)):
        return owner + name
    if context.subjects and context.subjects[-1].endswith("生产") and _YIELD.fullmatch(name):
        return context.subjects[-1].removesuffix("生产") + name
    return ""


def _handled(s: Situation, name: str) -> str:
    """The things that an act without an object is done to, counted before in the same unit; "" for none."""
    things = s.context.things.get(s.quantity.unit, "") if s.before.kind in ("", "action") and handles(name) else ""
    handled = object_of(things) if things else ""
    return "" if handles(handled) else handled


def _beside_others(s: Situation, name: str) -> str:
    """A name with what it shares with those before it: the people, the fund, the whole, the head of a row."""
    context = s.context
    last = context.subjects[-1] if context.subjects else ""
    whole = context.whole[-1] if context.whole else ""
    if s.quantity.kind == "money" or s.quantity.kind in PERCENT:
        name = name_parts.of_people(whole or last or (context.earlier or [""])[-1], name)
    if s.before.version and name in ("收入", "支出") and last.endswith("资金收入"):
        name = last[:-2] + name
    if context.subjects:
        after_parts = whole and s.text[s.clause.start - 1 : s.clause.start] == "；"
        name = name_parts.next_in_series(whole if after_parts else last, name)
    if whole:
        return name_parts.under(whole, name)
    if context.subjects and (s.text[s.start - 1 : s.start] == "、" or s.text[s.start : s.start + 1] == "、"):
        return name_rows.beside(last, name)
    return name


def _framed(s: Situation, name: str) -> str:
    """A name within what the sentence speaks of: its sector, its firms, the indicator whose parts it tells."""
    context = s.context
    whole = context.whole[-1] if context.whole else ""
    last = context.subjects[-1] if context.subjects else ""
    if last and not whole:
        name = name_parts.with_shared_head(last, name)
    if context.sector and context.sector not in name and (not context.indicator or name[:4] in context.indicator):
        name = context.sector + name
    firms = _FIRMS.match(name)
    if firms:
        context.firms = firms.group(1)
    elif context.firms and not s.before.raw.startswith("全") and not name.startswith(("规模", "限额", "规上")):
        name = context.firms + name if _of_firms(name) else name
    measured = context.base if context.measure == "share" and context.base else ""
    parent = whole or measured or last or context.indicator
    if parent and s.quantity.kind in PERCENT and s.before.kind in ("rise", "fall", "") and _part_of(s, parent, name):
        context.composed = True
        return name_parts.of_sector(parent, name, context.scope)
    if context.scope and not name.startswith(context.scope[:3]):
        return context.scope + name
    return name


def _part_of(s: Situation, parent: str, name: str) -> bool:
    """Whether a name is a sector or a kind of what the indicator before it measures."""
    sector = name_parts.lacks_indicator(name) and _same_field(s, parent, name)
    return sector or name_parts.beside_kind(parent, name)


def _leaning(s: Situation, name: str) -> tuple[str, bool]:
    """A name that leans on an earlier one (余额, 投资, none at all), made whole, and whether it is wholly carried."""
    subject = (s.context.subjects or s.context.earlier or [""])[-1]
    if not name:
        each = "人均" + subject
        # 生产总值达到2万亿元，人均│超过2万元 is another indicator than the one before it.
        if "人均" in s.before.adverbs and "人均" not in subject and identify(each).concept:
            return each, False
        return subject, True
    following = name_parts.next_in_series(subject, name)
    if following != name:
        return completed(s, following), False
    if not subject or (name in _OF_NO_RATE and RATE_OR_SHARE.search(subject)):
        return completed(s, name), False
    if name.endswith("投资") and not s.context.subjects and _is_first_number_behind_words(s):
        return completed(s, name), False  # 粮食产量5万吨。大桥封顶，完成投资│2亿元: in what its sentence speaks of
    return completed(s, name_parts.join(subject, name)), False


def _is_first_number_behind_words(s: Situation) -> bool:
    """Whether clauses without numbers, and no others, stand before the number's own in its sentence."""
    ahead = [clause for clause in s.sentence if clause.end <= s.clause.start]
    return bool(ahead) and not any(clause.quantities for clause in ahead)


def _field_before(s: Situation, name: str) -> str:
    """The field that the sentence, or the one before it, brought up without a number; "" where the name needs none.

    海洋经济加速发展，实现增加值│1000亿元: 海洋经济.
    """
    its = _ITS.match(name) is not None
    bare = names.bare_measure(name) or _YIELD.fullmatch(name) is not None
    if not (its or (bare and not s.context.whole and not s.context.subjects)):
        return ""
    opening = s.sentence[0].start
    previous = max(s.text.rfind(mark, 0, max(0, opening - 1)) for mark in "。！？") + 1
    clauses = re.split("[，；：。]", s.text[previous : s.clause.start])
    for clause in reversed(clauses[-6:]):
        found = _FIELD.match(clause)
        if found and bool(found["crop"]) == bool(_YIELD.fullmatch(name)) and not _DIGIT.search(clause):
            return names.clean(found["field"] or found["crop"], s.own)
    return ""


def _counted_before(s: Situation) -> str:
    """The counted words that a name goes on from: 冰箱、空调等8大类│家电销量增长."""
    counted = next((q for q in reversed(s.clause.quantities) if q.end == s.start), None)
    if (
        "、" in s.before.name
        or counted is None
        or counted.kind != "count"
        or not s.text[s.clause.start : counted.start].endswith("等")
    ):
        return ""
    return names.clean(before(s.text, s.clause.start, counted.start).name, s.own) + counted.quote


def _same_field(s: Situation, parent: str, name: str) -> bool:
    """Whether a sector continues the indicator before it: after 其中, in a scope, or in a row of such."""
    context = s.context
    goes_on = not context.subjects and name.endswith(_SECTORS) and parent.endswith("增加值")
    return bool(context.whole or context.scope or context.composed or goes_on) and parent != name and name not in parent


def remember(s: Situation, found: list[str], measure: str) -> None:
    context = s.context
    context.named_at = s.quantity.start
    if found and measure != "share":
        context.base = found[-1]
    context.subjects = found
    if found:
        context.indicator, context.lead = found[-1], context.lead or found[-1]
    if found and measure == "level" and s.quantity.kind in ("count", "measure"):
        context.things[s.quantity.unit] = found[-1]
    if found and measure == "level" and s.quantity.kind == "count" and s.quantity.unit in _THINGS:
        context.counted = found[-1]
    context.measured.add(found)
    if measure == "level":
        context.levels.add(found)
        context.row.add(found)
    context.measure = measure
    context.verb = s.before.verb


def measure_of(s: Situation, name: str, q: Quantity) -> tuple[Measure, int | None]:
    """The measure and the sign of a number from its unit, the verb before it and its name."""
    b = s.before
    if q.kind == "rank":
        return "rank", None
    moving = b.kind in ("rise", "fall")
    sign = 1 if b.kind == "rise" else -1 if b.kind == "fall" else None
    if q.kind == "points":
        return "change", sign or (-1 if LOWERING.match(name) or _CUT.search(b.raw) else 1)
    if q.kind in PERCENT:
        movement = names.movement_in(b.name)
        if movement:
            return "growth", -1 if movement.group().endswith(("降幅", "下降幅度", "跌幅")) else 1
        if moving:
            return "growth", sign
        if name.endswith("经济增长"):
            return "growth", 1
        if SHARE_NAME.search(name) or ("占" in b.raw[-12:] and "比" in name):
            return "share", None
        if LOWERING.match(name):
            return "growth", -1
        if RATE.search(name):
            return "level", None
        if tail := GROWTH_TAIL.match(s.text[s.group[-1].end : s.limit]):
            return "growth", -1 if tail["fall"] else 1
        return "level", None
    if q.kind == "multiple":
        if moving or q.quote.startswith(("翻", "增")):
            return "growth", sign or 1
        return "level", None
    if moving:
        return "change", sign
    if b.verb == "新增" and name:
        return "change", 1
    return "level", None
