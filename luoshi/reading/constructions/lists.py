"""Several values at once: lists paired with their names, ratios, from one value to another."""

from __future__ import annotations

import re
from dataclasses import replace

from luoshi.language.quantities import Quantity
from luoshi.patterns import late
from luoshi.reading import name_parts, name_rows, names
from luoshi.reading.constructions.each_place import of_each_place
from luoshi.reading.constructions.situation import NOTHING, Found, Situation, construction
from luoshi.reading.constructions.subjects import has_levels, in_budget, measure_of, remember, subject_of
from luoshi.reading.constructions.words import PERCENT, SHARE_NAME, SHARE_OF
from luoshi.reading.predicates import before, verb_at_end
from luoshi.records import Measure

# Verbs that name what is measured where a value moves: 公共卫生服务补助│由94元提高至99元.
_ALSO_NOUNS = frozenset({"补助", "补贴", "奖励", "资助", "救助", "投入", "出口", "进口"})
_FROM = late(r"[由从][^，。；]{0,14}$")
_FROM_TO = late(
    r"^(?:[^，。；]{0,14}?)(?:增长|增加|提高|上升|提升|扩大|下降|减少|降低|回落|压减|压缩|缩短|缩小|降|增|升|"
    r"减|扩|提|拓展|延长|放宽|发展|调整|优化|上调|下调|跃升|攀升|变|改|跃)(?:了)?(?:到|至|为|成)|^达到"
)
_BASIS_OF_PRICES = late(r"^(?:实际|名义|可比)(?=.)")
_MOVES_FROM = late("[由从]")
# The values that two set out from, where those they came to follow after a comma: 分别从2015年的│3万元、1万元，提高到….
_SETS_OUT = late(r"(?:分别|均)?[由从]的?$")
_IN_ROW = late(r"、|和|与|及|以及")
# What is told by how many come to one: 城乡居民收入比, 存贷比例; a score (以3∶1战胜) is not.
_RATIO_NAME = late("(?:[^占相对]比|比[例率值])(?!上年|去年|上月|年初)[^，。；比]{0,12}$")
_ANAPHORA = late(r"^(?:[一二三四五六七八九两\d]大?项?|上述|主要|以上)*(?:主要)?指标$")
_SHARE_PART = late(r"^([^占]+)(占.+的?(?:比重|比例|份额))$")


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
    b = before(s.text, s.start, cut)
    joint = name_rows.split(names.clean(b.name + (b.verb if b.verb in _ALSO_NOUNS else ""), s.own), count)
    if joint is None:
        return []
    first, last = s.times_between(cut, s.quantity.start), s.times_between(s.group[-1].end, later[0].start)
    s.used = 2 * count
    remember(s, joint, "level")
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
        "基本养老、失业和工伤保险参保人数分别为144万人、55万人和62万人。",
        "基本养老保险参保人数 level 1440000人 2024 actual; 失业保险参保人数 level 550000人 2024 actual; "
        "工伤保险参保人数 level 620000人 2024 actual",
    ),
    (
        "电子器件、智能设备、锂电池等行业利润分别增长41%、90%和35%。",
        "电子器件行业利润 growth+ 41% 2024 actual; 智能设备行业利润 growth+ 90% 2024 actual; "
        "锂电池行业利润 growth+ 35% 2024 actual",
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
        "居民人均可支配收入增长6%，其中城镇和农村分别增长5.1%和6.8%。",
        "居民人均可支配收入 growth+ 6% 2024 actual; 城镇居民人均可支配收入 growth+ 5.1% 2024 actual; "
        "农村居民人均可支配收入 growth+ 6.8% 2024 actual",
    ),
    (
        "粮食种植面积和产量分别稳定在58万亩、28万吨。",
        "粮食种植面积 level 580000亩 2024 actual; 粮食产量 level 280000吨 2024 actual",
    ),
    (
        "城乡居民人均可支配收入分别从2020年的3.3万元、1.1万元，提高到4.8万元和1.7万元。",
        "城镇居民人均可支配收入 level 33000元 2020 actual; 农村居民人均可支配收入 level 11000元 2020 actual; "
        "城镇居民人均可支配收入 level 48000元 2024 actual; 农村居民人均可支配收入 level 17000元 2024 actual",
    ),
    (
        "财政总收入14.2亿元，其中地方财政收入8亿元，调整退税因素后为18亿元和9亿元。",
        "财政总收入 level 1420000000元 2024 actual; 地方财政收入 level 800000000元 2024 actual; "
        "财政总收入 level 1800000000元 2024 actual; 地方财政收入 level 900000000元 2024 actual",
    ),
    (
        "小学入学率、初中入学率分别提高0.6个、0.4个百分点。",
        "小学入学率 change+ 0.6个百分点 2024 actual; 初中入学率 change+ 0.4个百分点 2024 actual",
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
    (
        "规上工业总产值、增加值分别增长12.1%和7.3%。",
        "规上工业总产值 growth+ 12.1% 2024 actual; 规上工业增加值 growth+ 7.3% 2024 actual",
    ),
    (
        "规上工业利润、规上服务业营业收入分别增长8.1%和9.2%。",
        "规上工业利润 growth+ 8.1% 2024 actual; 规上服务业营业收入 growth+ 9.2% 2024 actual",
    ),
    (
        "城镇居民人均可支配收入3.1万元，农民人均纯收入1.2万元，实际增长6.1%和7.4%。",
        "城镇居民人均可支配收入 level 31000元 2024 actual; 农民人均纯收入 level 12000元 2024 actual; "
        "城镇居民人均可支配收入 growth+ 6.1% 2024 actual; 农民人均纯收入 growth+ 7.4% 2024 actual",
    ),
    (
        "粮食产量、油料产量分列全省第二位和第五位。",
        "粮食产量 rank 2位 2024 actual; 油料产量 rank 5位 2024 actual",
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
    context, b = s.context, s.before
    group = s.group if len(s.group) > 1 else _of_several_units(s)
    if len(group) < 2:
        return []
    count = len(group)
    joint: list[str] | None
    places: list[str] = []
    name = names.clean(b.name, s.own)
    origin = _SETS_OUT.search(name)
    if origin:
        name = name[: origin.start()]
    share = SHARE_OF.match(s.before.raw) if s.quantity.kind in PERCENT else None
    if share and not SHARE_NAME.search(name):
        lead = before(s.text, s.start, s.start + len(share.group("subject"))).name if share.group("subject") else ""
        listed = name_rows.split(names.clean(lead, s.own), count) if lead else None
        if listed is None and not lead:
            row = context.row[-count:] if "分别" in b.raw else []
            listed = next((known for known in (context.subjects, row, context.earlier) if len(known) == count), None)
        if lead and _ANAPHORA.match(lead):
            listed = context.levels[-count:] if len(context.levels) >= count else None
        if listed:
            s.used = count
            whole = names.clean(share.group("whole"), s.own) or share.group("whole")
            context.subjects = listed
            return [Found(f"{one}占{whole}的比重", "share", None, q) for one, q in zip(listed, group, strict=True)]
        return []
    measure, sign = measure_of(s, name, s.quantity)
    if name.startswith("占") and len(context.subjects) == count:
        joint = [one + name for one in context.subjects]
        s.used = count
        return [Found(one, "share", None, q) for one, q in zip(joint, group, strict=True)]
    if "、、" in name:
        # A name is missing from the row: whose each value is the text does not say.
        s.used = count
        context.subjects = context.earlier = []
        return NOTHING
    if name:
        movement = names.movement_in(name)
        if movement and s.quantity.kind in PERCENT:
            name = name[: movement.start()]
        share_part = _SHARE_PART.match(name)
        joint = (
            name_rows.split(share_part.group(1) if share_part else name, count, alike=len(s.group) == count)
            or _listed_before(s, name, count)
            or _row_before(s, name, count)
        )
        if joint is None and "分别" in b.raw and b.kind in ("rise", "fall") and not _MOVES_FROM.search(name):
            joint = [name] * count  # whose each value is the text does not say in a way that is read
        if joint is None:
            return []
        if share_part:
            joint = [one + share_part.group(2) for one in joint]
        joint = [name_parts.of_people(context.whole[-1], one) for one in joint] if context.whole else joint
        places = joint if (told := _of_places(s, joint)) else []
        joint = [told] * count if told else _of_sectors(s, joint)
        joint = [joint[0], *(name_parts.next_in_series(joint[0], one) for one in joint[1:])]
        if context.level and not names.LEVEL.match(joint[0]) and in_budget(s):
            joint = [context.level + one if has_levels(one) else one for one in joint]
    else:
        grew = b.kind in ("rise", "fall") and len(context.row) == count  # A达到a，B达到b，增长│5%和6%
        row = context.row[-count:] if "分别" in b.raw or grew else []
        measured = context.measured[-count:] if "分别" in b.raw else []  # A年均增长8%，B年均增长9%，分别达到│a和b
        known = [context.subjects, row, context.whole[-1:] + context.subjects[-1:], measured, context.earlier]
        joint = next((one for one in known if len(one) == count), None)
        if joint is None:
            return []
    s.used = count
    remember(s, joint, measure)
    bounded = _bounds_shared(group)
    first = s.times_between(s.start, s.quantity.start) if origin else []
    period = first[-1].period if first else ""
    return [
        Found(one, measure, sign, q, carried=not name, period=period, undated=bool(origin) and not period, place=place)
        for one, q, place in zip(joint, bounded, places or [""] * count, strict=True)
    ]


def _of_places(s: Situation, joint: list[str]) -> str:
    """What several places have a value of each (北京、上海分别增长│62%、87%); "" where not all of them are places."""
    told = of_each_place(s, joint[0])
    return told if told and all(of_each_place(s, one) for one in joint[1:]) else ""


def _of_sectors(s: Situation, joint: list[str]) -> list[str]:
    """Sectors and kinds of a whole, with what was measured of it: …零售额增长5%，其中餐饮业、旅游业分别增长│6%、7%."""
    whole = s.context.whole[-1] if s.context.whole else ""
    if (
        not whole
        or len(set(joint)) < len(joint)
        or s.quantity.kind not in PERCENT
        or s.before.kind not in ("rise", "fall")
    ):
        return joint
    if not all(name_parts.lacks_indicator(one) and one not in whole and not names.acts(one) for one in joint):
        return joint
    return [name_parts.of_sector(whole, one, s.context.scope) for one in joint]


def _of_several_units(s: Situation) -> list[Quantity]:
    """A row of values told 分别 whose units differ (播种面积和产量分别达到58万亩、28万吨); [] for none."""
    if "分别" not in s.before.raw or s.quantity.kind in PERCENT:
        return []
    row = [s.quantity]
    for following in s.rest:
        if following.kind in PERCENT or not _IN_ROW.fullmatch(s.text, row[-1].end, following.start):
            break
        row.append(following)
    return row if len({one.unit for one in row}) > 1 else []


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


def _row_before(s: Situation, name: str, count: int) -> list[str] | None:
    """The names of the row of values before, which a bare measure goes on with (总量分别是…, 实际收入分别增长…)."""
    if "分别" not in s.before.raw:
        return None
    context = s.context
    rows = (context.measured[-count:], context.subjects, context.earlier[-count:])
    row = next((known for known in rows if len(known) == count and len(set(known)) == count), None)
    if row is None:
        return None
    core = _BASIS_OF_PRICES.sub("", name)
    if all(one.endswith(core) for one in row):
        return list(row)
    return [name_parts.join(one, name) for one in row] if names.leans(name) else None


def _listed_before(s: Situation, name: str, count: int) -> list[str] | None:
    """A row of names parted by commas, all but the last in the clauses before (…制造业，…制造业投资); None for none."""
    at = s.sentence.index(s.clause)
    lead = [c for c in s.sentence[max(0, at - count + 1) : at] if not c.quantities and c.mark == "，"]
    words = [before(s.text, c.start, c.end).name for c in lead]
    if len(words) < count - 1 or any(not word or word[-1] != words[0][-1] for word in words):
        return None
    return name_rows.completed([*words, name])


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
    if s.quantity.unit == "∶1" and _RATIO_NAME.search(s.text, s.start, s.quantity.start):
        return []  # 城乡居民收入比为2.25∶1: a value of one name
    listed = [s.quantity, *s.rest]
    ratio = [q for q in listed if q.kind == "ratio"]
    lead = s.text[max(0, s.start - 16) : s.quantity.start]
    match = re.search(r"(?:三次)?产业(?:增加值)?(?:结构|比例|比重|比)", lead)
    if not match or len(ratio) < 3 or listed[:3] != ratio[:3]:
        return NOTHING
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


_PLANNED = late(r"目标|预期(?!寿命)")
_SET_ANEW = late(r"调整|修订|上调|下调|提高|降低|调[高低增减]")
_GROWTH_GOAL = late(r"(?:增长|增速|增幅|涨幅)(?:的)?(?:预期|计划)?(?:目标)?(?:值)?$")


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
    (
        "进出口总额由14亿元增加到42亿元，其中出口由10亿元增加到29亿元。",
        "进出口总额 level 1400000000元 - actual; 进出口总额 level 4200000000元 2024 actual; "
        "出口 level 1000000000元 - actual; 出口 level 2900000000元 2024 actual",
    ),
    (
        "城镇化率由38.8%达到41%，文化产业增加值占生产总值比重由1.3%提高到1.5%，增长15%。",
        "城镇化率 level 38.8% - actual; 城镇化率 level 41% 2024 actual; "
        "文化产业增加值占生产总值比重 share 1.3% - actual; 文化产业增加值占生产总值比重 share 1.5% 2024 actual; "
        "文化产业增加值 growth+ 15% 2024 actual",
    ),
    ("参保率由2020年的91.5%提高到95.2%。", "参保率 level 91.5% 2020 actual; 参保率 level 95.2% 2024 actual"),
    (
        "生产总值再上一个百亿台阶，从2020年的720亿元增加到874亿元。",
        "生产总值 level 72000000000元 2020 actual; 生产总值 level 87400000000元 2024 actual",
    ),
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
    ("经济总量从全省第七位上升到第五位。", "经济总量 rank 7位 - actual; 经济总量 rank 5位 2024 actual"),
    (
        "2025年地区生产总值增长预期目标由6%左右调整为5%左右，进出口由增长5%调整为增长3%。",
        "地区生产总值 growth+ ~6% 2025 target; 地区生产总值 growth+ ~5% 2025 target; "
        "进出口 growth+ 5% 2025 target; 进出口 growth+ 3% 2025 target",
    ),
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
    if not s.rest or not (b.origin or _FROM.search(s.text, s.start, q.start)):
        return []
    second = s.rest[0]
    between = s.text[q.end : second.start]
    if not _FROM_TO.match(between):
        return []
    raw = s.text[s.start : q.start]
    cut = s.start + max(raw.rfind("由"), raw.rfind("从"))
    s.before = before(s.text, s.start, cut, [(t.start, t.end) for t in s.times if t.end <= cut and t.role != "base"])
    if s.before.raw.startswith(("将", "把")):
        s.before.cue = ""
    if s.before.verb in _ALSO_NOUNS:
        s.before.name += s.before.verb
    name, carried = subject_of(s)
    if not name:
        return []
    if name.startswith("占") and (context.subjects or context.earlier):
        name = (context.subjects or context.earlier)[-1] + name
    measure: Measure = "rank" if q.kind == "rank" else "share" if SHARE_NAME.search(name) else "level"
    sign = _moving(s, cut) if q.kind in PERCENT else None
    if sign:
        measure = "growth"
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
    remember(s, [name], measure)
    context.paired_by = name
    if measure == "share":
        context.base = name.partition("占")[0]  # 占比由1.3%提高到1.5%，增长12%: what grows is what has the share
    unit = q.unit if "/" in q.unit and q.unit.startswith(second.unit) else ""
    after = Found(name, measure, sign, second, period=periods[1], carried=carried, unit=unit)
    lead = s.text[s.sentence[0].start if "调整" in between else s.start : q.start]
    if _PLANNED.search(lead) and _SET_ANEW.search(between):
        # 预期目标由6%调整为5%: what it was before is a target of the same time.
        return [Found(name, measure, sign, q, period=periods[1], status="target", carried=carried), after]
    before_it = Found(name, measure, sign, q, period=periods[0], carried=carried, undated=not periods[0])
    return [before_it, after]


def _moving(s: Situation, cut: int) -> int | None:
    """The sign of a growth that changes from one value to another (增速由6%调整为5%), else None."""
    verb, kind, sign = verb_at_end(s.text[cut + 1 : s.quantity.start])
    if verb and kind in ("rise", "fall"):
        return sign
    return 1 if _GROWTH_GOAL.search(s.before.raw) else None
