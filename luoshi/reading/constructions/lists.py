"""Values that moved, and those told as a ratio: from one value to another, alone or several together."""

from __future__ import annotations

import re

from luoshi.patterns import late
from luoshi.reading import name_rows, names
from luoshi.reading.constructions.situation import NOTHING, Found, Situation, construction
from luoshi.reading.constructions.subjects import remember, subject_of
from luoshi.reading.constructions.words import PERCENT, SHARE_NAME
from luoshi.reading.predicates import before, verb_at_end
from luoshi.records import Measure

# Verbs that name what is measured where a value moves: 公共卫生服务补助│由94元提高至99元.
_ALSO_NOUNS = frozenset({"补助", "补贴", "奖励", "资助", "救助", "投入", "出口", "进口"})
_FROM = late(r"[由从][^，。；]{0,14}$")
_FROM_TO = late(
    r"^(?:[^，。；]{0,14}?)(?:增长|增加|提高|上升|提升|扩大|下降|减少|降低|回落|压减|压缩|缩短|缩小|降|增|升|"
    r"减|扩|提|拓展|延长|放宽|发展|调整|优化|上调|下调|跃升|攀升|变|改|跃)(?:了)?(?:到|至|为|成)|^达到"
)
# What is told by how many come to one: 城乡居民收入比, 存贷比例; a score (以3∶1战胜) is not.
_RATIO_NAME = late("(?:[^占相对]比|比[例率值])(?!上年|去年|上月|年初)[^，。；比]{0,12}$")


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
