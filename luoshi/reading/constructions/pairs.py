"""Several values in a row, each with its own name: A、B分别增长5%和6%."""

from __future__ import annotations

import re
from dataclasses import replace

from luoshi.language.quantities import Quantity
from luoshi.patterns import late
from luoshi.reading import name_parts, name_rows, names
from luoshi.reading.constructions.each_place import of_each_place
from luoshi.reading.constructions.situation import NOTHING, Found, Situation, construction
from luoshi.reading.constructions.subjects import has_levels, in_budget, measure_of, remember
from luoshi.reading.constructions.words import PERCENT, SHARE_NAME, SHARE_OF
from luoshi.reading.predicates import before

# The values that two set out from, where those they came to follow after a comma: 分别从2015年的│3万元、1万元，提高到….
_SETS_OUT = late(r"(?:分别|均)?[由从]的?$")
_BASIS_OF_PRICES = late(r"^(?:实际|名义|可比)(?=.)")
_MOVES_FROM = late("[由从]")
_IN_ROW = late(r"、|和|与|及|以及")
_ANAPHORA = late(r"^(?:[一二三四五六七八九两\d]大?项?|上述|主要|以上)*(?:主要)?指标$")
_SHARE_PART = late(r"^([^占]+)(占.+的?(?:比重|比例|份额))$")


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
    group = s.group if len(s.group) > 1 else _of_several_units(s)
    count = len(group)
    if count < 2:
        return []
    context = s.context
    name = names.clean(s.before.name, s.own)
    origin = _SETS_OUT.search(name)
    if origin:
        name = name[: origin.start()]
    share = SHARE_OF.match(s.before.raw) if s.quantity.kind in PERCENT else None
    if share and not SHARE_NAME.search(name):
        return _paired_shares(s, share, group)
    measure, sign = measure_of(s, name, s.quantity)
    if name.startswith("占") and len(context.subjects) == count:
        s.used = count
        return [Found(one + name, "share", None, q) for one, q in zip(context.subjects, group, strict=True)]
    if "、、" in name:
        # A name is missing from the row: whose each value is the text does not say.
        s.used = count
        context.subjects = context.earlier = []
        return NOTHING
    movement = names.movement_in(name) if s.quantity.kind in PERCENT else None
    bare = name[: movement.start()] if movement else name
    listed = _listed(s, bare, count) if name else _told_before(s, count)
    if listed is None:
        return []
    joint, places = _in_context(s, listed) if name else (listed, [""] * count)
    s.used = count
    remember(s, joint, measure)
    first = s.times_between(s.start, s.quantity.start) if origin else []
    period = first[-1].period if first else ""
    return [
        Found(one, measure, sign, q, carried=not bare, period=period, undated=bool(origin) and not period, place=place)
        for one, q, place in zip(joint, _bounds_shared(group), places, strict=True)
    ]


def _paired_shares(s: Situation, share: re.Match[str], group: list[Quantity]) -> list[Found]:
    """The shares that several subjects have of one whole (A、B占总量的比重分别为│a和b); [] where they are not told."""
    context, count = s.context, len(group)
    subject = share.group("subject")
    lead = before(s.text, s.start, s.start + len(subject)).name if subject else ""
    if not lead:
        row = context.row[-count:] if "分别" in s.before.raw else []
        listed = next((known for known in (context.subjects, row, context.earlier) if len(known) == count), None)
    elif _ANAPHORA.match(lead):
        listed = context.levels[-count:] if len(context.levels) >= count else None
    else:
        listed = name_rows.split(names.clean(lead, s.own), count)
    if not listed:
        return []
    s.used = count
    whole = names.clean(share.group("whole"), s.own) or share.group("whole")
    context.subjects = listed
    return [Found(f"{one}占{whole}的比重", "share", None, q) for one, q in zip(listed, group, strict=True)]


def _listed(s: Situation, name: str, count: int) -> list[str] | None:
    """The names that stand in a row before their values; None where there are not as many."""
    part = _SHARE_PART.match(name)
    joint = (
        name_rows.split(part.group(1) if part else name, count, alike=len(s.group) == count)
        or _listed_before(s, name, count)
        or _row_before(s, name, count)
    )
    if joint is None and "分别" in s.before.raw and s.before.kind in ("rise", "fall") and not _MOVES_FROM.search(name):
        joint = [name] * count  # whose each value is the text does not say in a way that is read
    return [one + part.group(2) for one in joint] if part and joint else joint


def _told_before(s: Situation, count: int) -> list[str] | None:
    """The names that had the last values, for a row of values without names; None where there are not as many."""
    context, told_apart = s.context, "分别" in s.before.raw
    grew = s.before.kind in ("rise", "fall") and len(context.row) == count  # A达到a，B达到b，增长│5%和6%
    row = context.row[-count:] if told_apart or grew else []
    measured = context.measured[-count:] if told_apart else []  # A年均增长8%，B年均增长9%，分别达到│a和b
    known = [context.subjects, row, context.whole[-1:] + context.subjects[-1:], measured, context.earlier]
    return next((one for one in known if len(one) == count), None)


def _in_context(s: Situation, joint: list[str]) -> tuple[list[str], list[str]]:
    """The names of a row made whole by what was named before them, and the place of each."""
    context, count = s.context, len(joint)
    if context.whole:
        joint = [name_parts.of_people(context.whole[-1], one) for one in joint]
    told = _of_places(s, joint)
    places = joint if told else [""] * count
    joint = [told] * count if told else _of_sectors(s, joint)
    joint = [joint[0], *(name_parts.next_in_series(joint[0], one) for one in joint[1:])]
    if context.level and not names.LEVEL.match(joint[0]) and in_budget(s):
        joint = [context.level + one if has_levels(one) else one for one in joint]
    return joint, places


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
