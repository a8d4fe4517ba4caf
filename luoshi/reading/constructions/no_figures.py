"""Numbers that measure nothing: names made of numbers, counts that order a speech, bounds that describe."""

from __future__ import annotations

import re

from luoshi.patterns import late
from luoshi.reading.constructions.situation import NOTHING, Found, Situation, construction
from luoshi.reading.constructions.words import MARK

_DURATION_VERB = late(
    r"(?:[天日]数[共为达]?|[天日]数达到|需|仅需|只需|历时|提前|缩短|缩短至|缩短到|压缩至|压缩到|压减至|压减到|"
    r"减少至|上映|延长至|延长|控制在|不超过|由|从|达|平均|时间|时限|工期|压缩为|降至)$"
)
_GRADE = late(r"(?:及?以上|[、和及至]\d级)?的")
# An amount that only says which things are counted: 营业收入超亿元│企业│344家.
_DESCRIBES = late(
    r"(?:（[^（）]{0,10}）)?(?:及?以上)?的?[^，。；、\d]{0,8}?(?:企业|项目|产业|园区|乡镇|村|县|镇|单位|楼宇|商户|街区|"
    r"集群|品牌|产品|市场|县（市、?区?）|县（市）区)(?:分别|净增|新增|增加到|增加|发展到|达到|达|共有|共|已有|有|为|突破|超过|累计){0,3}(?=\d)"
)
# A size that stands before the thing itself, which is counted: 新增│10亿元│企业8家.
_SIZED = late(r"级?(?:企业|项目|园区|产业|集群|产业集群)(?=\d)")
_BEYOND = ("过", "超", "超过", "达", "突破")
_VAGUE_COUNT = late(
    r"^[一二三四五六七八九十两]+(?:个|大|项|条|方面|位|轮|档|种|类|批|次|件|篇|场|步|者|级|地|省|市|县|区|方|"
    r"家|门|对|套|期|名|支|座|处|块|届|双|张|只|头|本|部|年|月|天|日|人|户)?$"
)
# Above ten, people, households, things in characters are counted (六十一人); 项, 条, 个, 件 still order a speech.
_COUNTED = late(r"[一二三四五六七八九十两]{2,}(?:家|门|对|套|名|支|座|处|块|双|张|只|头|本|部|天|日|人|户)$")
# Small counts of things that can be told one from another are told: 三家开发区, 两座水库, 十件民生实事.
_TELLING_UNIT = late(r"[二三四五六七八九十两]+(?:家|座|处|所|场|名|艘|架)$")
_THINGS = late(
    r"(?!一)[^，。；、：的“]{0,8}?(?:实事|项目|工程|城区|新区|中心区|副中心|城市|街道|乡镇|社区|园区|开发区|基地|企业|公司|窗口|"
    r"疫苗|工序|定居点|高速|铁路|公路|道路|航线|线路|管线|村(?!干)|县(?!级|以)|省份|国家|部门|学校|医院|小区|车站|机场|水库|"
    r"泵站|电站|大桥|隧道|码头|泊位|变电站|污水处理厂)"
)
# 出台│三项政策, 新增│两个园区: things that were made, counted.
_MADE = late(r"(?:出台|推出|实施|制定|发布|新增|取消|设立|建成|新建|开通|建立|获批|成立|印发|通过|审议通过)[^，]{0,6}$")
_MADE_THINGS = late(
    r"[^，。；、]{0,6}?(?:措施|政策|指标|举措|意见|办法|条例|法规|方案|细则|国家|省份|省区|园区|基地|"
    r"中心|平台|机场|高校|城市)"
)
_COUNTED_MARKS = late(r"[十百千万亿元斤吨]{0,4}[级大]?(?:台阶|关口|大关)")
_COUNT_BEFORE = late(r"[\d一二两三四五六七八九十]个$")
_EXCHANGED = late(r"兑换?(?:人民币)?(?=\d)")
_ROUND = late(r"(?:10{0,5}|[一十百千])?[百千]?[万亿]?(?:吨|人|车|元)?")
_RATE_BY = late(r"(?:从业人员|就业人员|国内生产总值|地区生产总值|生产总值)?(?:生产安全)?(?:事故)?死亡(?:人数|率)")
_VOLTAGE_OF = late(r"(?:及以上)?(?!左右|以上|以下|以内)[\u4e00-\u9fff“]")
_AGED = late(
    r"(?:的)?(?:残疾|失能|留守|常住|户籍|城乡|农村|适龄)?(?:婴幼儿|儿童|幼儿|青少年|老年人|老人|人口|居民|学生|女性|妇女|群体|人群)"
)
_ENDS_CLAUSE = late(r"(?:以上|以内|左右)?(?:[，,。；;：:！!）)、]|$)")
_CLAUSE_ENDS = late(r"(?:以上|左右|了)?(?:[，,。；;：:！!）)、”]|$)")
# 过去│24小时, 回顾│五年, 发展的│五年: how long one looks back, no measure of anything.
_SPAN_OF_TIME = late(
    r"(?:的(?<!定的)|过去|[近这那前后整每第满]|未来|今后|回顾|展望|经过|历经|相当于|时隔|(?<!仅)用|用好|普及|基本|[”“、和及与])$"
)
_DESCRIBED = late(
    r"(?:的)?(?!左右|左|以|占|为|的?水平|的?增长|的?速度|的?高|的?基数|增长|提高|下降|达|比|并|且|和|与|，|。"
    r")[\u4e00-\u9fff]"
)
_LARGE = late(r"[万亿千百]")
_RATIO = re.compile(r"(?:(?<![占同环对])比|指数|系数)$")
_INDEX_BEFORE = late(r"(?:指数|系数)(?:为|达到?|降至|升至|比例为|(?:控制|调控|保持|稳定|维持)[在到])?$")


@construction(
    "names made of numbers",
    "A number inside short quotation marks or a title is part of a name: “10+1”, 《2025年行动方案》.",
    ("聚焦“8+2”产业体系，新建项目12个。", "新建项目 level 12个 2024 actual"),
    ("深化“一网通办”改革，办结事项36万件。", "办结事项 level 360000件 2024 actual"),
    ("发展“3+6”产业，培育企业58家。", "培育企业 level 58家 2024 actual"),
    ("出台《临澜市三年行动方案（2024—2026年）》，实施项目45个。", "实施项目 level 45个 2024 actual"),
    ("推广“最多跑一次”，惠及群众21万人次。", "惠及群众 level 210000人次 2024 actual"),
    ("建设“15分钟生活圈”86个。", "建设“15分钟生活圈” level 86个 2024 actual"),
)
def quoted(s: Situation) -> list[Found]:
    text, q = s.text, s.quantity
    near = text[max(0, q.start - 40) : q.start]
    if "“" not in near and "‘" not in near and "《" not in near:
        return []
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
            return NOTHING
    title = text.rfind("《", max(0, q.start - 40), q.start)
    if title >= 0 and "》" not in text[title : q.start] and "》" in text[q.end : q.end + 40]:
        return NOTHING
    return []


@construction(
    "counts that only order words",
    "A small Chinese count before 大, 方面, 个 and the like orders a speech and measures nothing: 三大支柱, 八个方面.",
    ("能效等级为1级和2级的绿色家电零售额增长44%。", "能效等级为1级和2级的绿色家电零售额 growth+ 44% 2024 actual"),
    ("新批外商投资超千万美元的企业31家。", "新批外商投资超千万美元的企业 level 31家 2024 actual"),
    (
        "新增10亿元企业8家、50亿元企业2家。",
        "新增10亿元企业 level 8家 2024 actual; 新增50亿元企业 level 2家 2024 actual",
    ),
    ("推进20亿级项目建设，新建公路30公里。", "新建公路 level 30公里 2024 actual"),
    ("抓好五个方面重点工作，新建公路30公里。", "新建公路 level 30公里 2024 actual"),
    ("抓好三个方面重点工作，新建公园12个。", "新建公园 level 12个 2024 actual"),
    ("实施三年行动，改造老旧小区48个。", "改造老旧小区 level 48个 2024 actual"),
    ("第十二届港口博览会签约项目63个。", "第十二届港口博览会签约项目 level 63个 2024 actual"),
    ("坚持两手抓、两不误，工业投资增长9.3%。", "工业投资 growth+ 9.3% 2024 actual"),
    ("一批重大项目落地，完成投资320亿元。", "投资 level 32000000000元 2024 actual"),
    ("60岁以上老年人口占比21.4%。", "60岁以上老年人口占比 share 21.4% 2024 actual"),
    (
        "专任教师六十一人，驻村干部二十七八名。",
        "专任教师 level 61人 2024 actual; 驻村干部 level 27–28名 2024 actual",
    ),
    (
        "做好十二件实事和十一个方面工作，清退企业四十三家。",
        "实事 level 12件 2024 actual; 清退企业 level 43家 2024 actual",
    ),
    ("东湾、西塘两座水库建成，守住发展和生态两条底线。", "东湾、西塘水库 level 2座 2024 actual"),
    ("建成500千伏临澜变电站。", ""),
    ("夜间公交试运行三个月，再用两年时间，推广到各县。", "夜间公交试运行 level 3个月 2024 actual"),
    (
        "煤矿百万吨死亡人数0.08人，工矿商贸企业就业人员10万人生产安全事故死亡人数1.4人。",
        "煤矿百万吨死亡人数 level 0.08人 2024 actual; "
        "工矿商贸企业就业人员10万人生产安全事故死亡人数 level 1.4人 2024 actual",
    ),
    ("港口铁路从立项到通车仅用97天。", "港口铁路从立项到通车 level 97天 2024 actual"),
    ("全市0—3岁婴幼儿8.9万人。", "0—3岁婴幼儿 level 89000人 2024 actual"),
    (
        "年末人民币汇率为1美元兑7.31元人民币，比上年末升值1.9%。",
        "人民币汇率 level 7.31元 2024-12-31 actual; 人民币汇率 growth+ 1.9% 2024-12-31 actual",
    ),
    (
        "优良天数增加十五六天，停电时间减少35分钟，增加24小时服务区6个。",
        "优良天数 change+ 15–16天 2024 actual; 停电时间 change- 35分钟 2024 actual; 服务区 level 6个 2024 actual",
    ),
    kinds=frozenset({"count", "plain", "ordinal", "duration", "age", "measure", "money", "temperature"}),
)
def ordering_counts(s: Situation) -> list[Found]:
    q = s.quantity
    if q.kind == "ordinal":
        return NOTHING
    if _describes_class(s):
        s.described = bool(s.rest)
        return NOTHING
    if _describes_name(s):
        s.described = True
        return NOTHING
    if s.text.startswith("方面", q.end):
        return NOTHING
    if q.kind == "duration" and not _takes_time(s):
        return NOTHING
    if q.kind == "plain" and q.unit == "" and _is_bare(s):
        return NOTHING
    return NOTHING if _orders_words(s) else []


def _describes_class(s: Situation) -> bool:
    """Whether a bound, a size or an age says which things the next number counts."""
    q, text = s.quantity, s.text
    bound = q.quote.endswith(("以上", "以下", "以内"))
    if bound and q.kind in ("measure", "age", "money", "duration", "temperature") and _DESCRIBED.match(text, q.end):
        return True  # 6000千瓦以上电力装机容量达到│2855万千瓦: a part of what the next number measures
    if q.kind == "money" and s.rest and s.rest[0].kind == "count":
        beyond = q.qualifier == "over" or text[s.start : q.start].endswith(_BEYOND)
        if (_DESCRIBES if beyond else _SIZED).match(text, q.end):
            return True
    if _ROUND.fullmatch(q.quote) and _RATE_BY.match(text, q.end):
        return True  # 煤矿│百万吨│死亡人数0.08人: by how much the next number is counted
    # 500千伏│变电站3座, 0—3岁│婴幼儿8.9万人: a class of what is counted
    voltage = q.unit == "千伏" and _VOLTAGE_OF.match(text, q.end) and not text.startswith("方面", q.end)
    return bool(voltage) or (q.kind == "age" and _AGED.match(text, q.end) is not None)


def _describes_name(s: Situation) -> bool:
    """Whether a number is part of a name that goes on behind it, whether or not another number follows."""
    q, text = s.quantity, s.text
    if q.unit == "级":  # 20亿级项目, 5A级景区: a class
        return q.quote.endswith(("亿级", "万级")) or _GRADE.match(text, q.end) is not None
    # 1美元兑│7.1元人民币: the money whose price the next number is
    return q.kind == "money" and _EXCHANGED.match(text, q.end) is not None


def _takes_time(s: Situation) -> bool:
    """Whether a duration is what something took or lasted; not 三年行动, 三年的规划, 再用两年."""
    q, text = s.quantity, s.text
    if text.startswith("的", q.end) and not text.startswith("的时间", q.end):
        return False
    lead = text[max(s.start, q.start - 5) : q.start]
    moved = s.before.kind in ("rise", "fall") and _ENDS_CLAUSE.match(text, q.end)  # 增加24小时自助服务 is no time
    if not (moved or _DURATION_VERB.search(lead) or text.startswith(("以内", "的时间"), q.end) or _lasts(s)):
        return False
    return not text.startswith(("来", "间", "行动", "后", "前", "计划", "内"), q.end)


def _is_bare(s: Situation) -> bool:
    """Whether a small number without a unit is no index and no ratio."""
    q, text = s.quantity, s.text
    return (
        not _LARGE.search(q.quote)
        and not _INDEX_BEFORE.search(text[max(s.start, q.start - 8) : q.start])
        and not _ratio_moved(s)
    )


def _orders_words(s: Situation) -> bool:
    """Whether a small count in characters orders a speech (八个方面), and counts no things."""
    q, text = s.quantity, s.text
    if not _VAGUE_COUNT.match(q.quote) or _COUNTED.match(q.quote):
        return False
    if q.kind == "duration" and text.endswith("提前", s.start, q.start):
        return False
    lead = text[max(s.start, q.start - 8) : q.start]
    if _MADE_THINGS.match(text[q.end : q.end + 8]) and _MADE.search(lead):
        return False
    telling = _TELLING_UNIT.match(q.quote) or (q.unit in ("个", "条", "件") and _THINGS.match(text, q.end))
    if telling and not lead.endswith(("前", "后", "每", "第", "这")):
        return False
    return not (
        q.start - s.start < 12
        and text.startswith("指标", q.end)
        and text.startswith(("世界", "全国", "居", "均"), q.end + 2)
    )


@construction(
    "marks that were passed",
    "Marks that are only counted give no value: 连跨三个千亿元台阶, 跨越四个百亿大关.",
    (
        "一般公共预算收入连跨三个百亿元台阶，达到412亿元。",
        "一般公共预算收入 level 41200000000元 2024 actual",
    ),
    (
        "地区生产总值接连突破两个千亿元关口，达到3260亿元，增长6.1%。",
        "地区生产总值 level 326000000000元 2024 actual; 地区生产总值 growth+ 6.1% 2024 actual",
    ),
    kinds=frozenset({"count", "plain", "money", "measure"}),
)
def marks(s: Situation) -> list[Found]:
    q, text = s.quantity, s.text
    counted = q.unit == "个" and _COUNTED_MARKS.match(text, q.end)
    sized = MARK.match(text, q.end) and _COUNT_BEFORE.search(text, max(s.clause.start, q.start - 3), q.start)
    return NOTHING if counted or sized else []


def _lasts(s: Situation) -> bool:
    """Whether a clause ends by telling how long what it names lasts: 有效期│两年, 仅用│97天; not 过去的│五年."""
    lead = s.text[s.start : s.quantity.start].rstrip("，,")
    ends = _CLAUSE_ENDS.match(s.text, s.quantity.end)
    return ends is not None and len(lead) > 1 and not (_SPAN_OF_TIME.search(lead) or s.before.verb == "是")


def _ratio_moved(s: Situation) -> bool:
    """Whether a decimal without a unit says by how much a ratio or an index moved: 收入比为2.31∶1，缩小│0.03."""
    subject = s.before.name or (s.context.subjects or [""])[-1]
    moved = s.before.kind in ("rise", "fall") and _ENDS_CLAUSE.match(s.text, s.quantity.end) is not None
    return moved and "." in s.quantity.quote and _RATIO.search(subject) is not None
