"""Ranks and streaks."""

from __future__ import annotations

import re

from luoshi.knowledge.indicators import identify
from luoshi.patterns import late
from luoshi.reading import name_parts, names
from luoshi.reading.constructions.situation import NOTHING, Found, Situation, construction
from luoshi.reading.constructions.subjects import completed, remember
from luoshi.reading.owners import owned
from luoshi.reading.predicates import before

_ATTAINED = late(r"(?:实现|取得|迎来)了?(?:[^，]*的)?$")
# 指数为50.1%，连续三个月│处于扩张区间: what lasts is the value told before; 生产总值增长8%，连续五年│高于全省平均.
_STATE = late(r"(?:一直|均|都)?(?:稳定在|处于|处在|维持在|运行在|(?P<beyond>(?:高于|低于|快于|好于)(?=\D))|高于|低于)")
_KEPT_UP = late(r"(?:实现)?(位居前列|亏损|盈利|(?<=实现)(?!.{0,2}增长)[^，。的增“”]{3,8})|(?P<marked>实现“[^”]{2,8}”)")


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
        apart = [(t.start, t.end) for t in s.times if t.role != "base"]
        name = names.clean(before(s.text, s.clause.start, s.quantity.start, apart).name, s.own)
    after = s.after() if not s.text.startswith(("。", "，"), s.quantity.end) else ""
    if after and (s.quantity.quote.endswith("大") or b.verb in ("成为", "成")):
        return [Found(after, "rank")]
    if not name or names.leans(name):
        subject = "、".join(context.subjects) if context.subjects else ""
        if len(context.subjects) > 1:
            subject = "、".join(context.subjects[:-1]) + "和" + context.subjects[-1]
        name = name_parts.join(subject, name) if subject else (name or after)
    name = owned(context.owner, name)
    if not name:
        return NOTHING
    named = bool(identify(b.name).concept)
    name = completed(s, name, carried=bool(context.subjects))
    if named:  # 一般公共预算收入升至全国第4位，增长11%
        context.subjects = [name]
    return [Found(name, "rank")]


@construction(
    "streak of a subject",
    "连续6年, 连续20次, 十二连增: how long something has gone on.",
    ("东湖连续18年实现安全度夏。", "东湖安全度夏 streak 18年 2024 actual"),
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
    (
        "采购经理指数为50.4%，连续3个月处于扩张区间。",
        "采购经理指数 level 50.4% 2024 actual; 采购经理指数 streak 3个月 2024 actual",
    ),
    (
        "农业增加值增长4%，连续五年高于全省平均增速。",
        "农业增加值 growth+ 4% 2024 actual; 农业增加值高于平均增速 streak 5年 2024 actual",
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
        elif (kept_up := _KEPT_UP.fullmatch(following)) and not s.rest:
            name = name + (kept_up[1] or kept_up["marked"])  # 东湖连续18年│实现安全度夏
        name = completed(s, name)
        remember(s, [name], "streak")
        return [Found(name, "streak")]
    subject = context.subjects[-1] if context.subjects else ""
    if subject and not name and (state := _STATE.match(following)):
        return [Found(subject + following if state["beyond"] else subject, "streak", carried=True)]
    action = re.match(
        r"(?:提高|上调|增加|降低|获评|获批|获得?|荣获|荣膺|入选|入围|实施|开展|举办|发放|保持|实现|位居|被评为|"
        r"获评|蝉联|提升)(?:了)?",
        following,
    )
    rest = following[action.end() :] if action else following
    reached = bool(s.rest) and s.rest[0].start - s.quantity.end <= 6
    goes_on = action is not None and action.group() in ("保持", "实现", "位居", "蝉联")
    if subject and (goes_on or reached or len(rest) < 3):
        return [Found(name_parts.join(subject, name), "streak", carried=True)]
    if rest:
        found = completed(s, rest)
        remember(s, [found], "streak")
        return [Found(found, "streak")]
    return [Found(subject, "streak", carried=True)] if subject else NOTHING
