"""Shares: of a budget, of a whole, of what stands after the number."""

from __future__ import annotations

import re

from luoshi.patterns import late
from luoshi.reading import name_parts, names
from luoshi.reading.constructions.situation import Found, Situation, construction
from luoshi.reading.constructions.subjects import remember, subject_of
from luoshi.reading.constructions.words import GROWTH_TAIL, PERCENT, SHARE_NAME, SHARE_OF
from luoshi.reading.nouns import phrase_after
from luoshi.reading.predicates import before

_BUDGET = late(
    r"^(?P<verb>完成了?|为|达到?|占|是|相当于|达成)?(?P<whole>(?:当年|本年|全年|年度|调整后?的?|变动|年初|汇总|"
    r"代编|人大批准的?|人代会批准的?)*"
    r"(?:预算数?|预算调整数?|预期目标|任务数?|计划数?|年度计划|预算目标|预算任务|目标任务|目标)|"
    r"(?:上年|可比|同期|(?:19|20)\d\d年度?){0,3}(?:决算|执行|完成)数)的?$"
)
_BUDGET_AMOUNT = late(
    r"^(?P<subject>.*?)(?:完成了?|为|达到?|占|是|相当于|达成)(?P<whole>(?:当年|本年|全年|年度|调整后?的?|变动|"
    r"年初|汇总|代编|人大批准的?|人代会批准的?)*"
    r"(?:预算数?|预算调整数?|预期目标|总?任务数?|计划数?|预算目标|预算任务|目标任务|目标))(?:为|的)?$"
)
_TIMES_OF = late(r"(?:是|为|相当于)(?:[上去]年|上一年|(?P<year>(?:19|20)\d\d)年)(?:同期)?(?:的)?")
_WHOLE_AMOUNT = late(r"(?:占|相当于)(?P<whole>[^，。；\d]{2,20}?)(?:为|达)?")
_BASIS_AMOUNT = late(r"[较比][^，。；较比]{2,16}(?:的|(?P<version>[预执决][算行]数)(?:[（(]下同[）)])?)$")
_INNER = late(
    r"^(.+?)((?:完成|为|达到?|占)(?:当年|本年|全年|年度|调整后?的?|变动|年初|汇总|上年|可比)*(?:预算数?|预期目标|"
    r"任务数?|计划数?|预算目标|目标任务|目标|决算数|执行数))的?$"
)
_SHORT_BRACKET = late(r"[（(][^（）()]{0,20}[）)]")
_PART_OF = late(
    r"^的?(?P<noun>[^，。；、]{1,24}?)(?P<verb>为|是|被|实现|实行|集中|来自|用于|达到|完成|投向|进入|已|得到|"
    r"参加|由|在|属于|享受|采用|通过|同比|呈)(?P<rest>[^，。；]*)"
)
_OF_PART = late(r"(?:产量|价格|产值|销量|增加值|收入|利润|面积)$")
_BEFALLS = late(
    r"(?:都|均|已|已经|是|就)*(?P<deed>(?:来自|在|具备|通上?|被|分布|属于|达到|享受|位于|投向|流向|采用|完成|"
    r"参加|拥有)[^，。；]{2,24})"
)
_AIM = late("^(?:以内|以上|目标)|增[长速幅]|(?:目标|水平|要求|任务|标准)$")  # 5%左右的经济增长预期目标
_COUNTED_PLACES = late(r"^(?:省区市|省市|省份|城市|市县|县市|国家)的(?=..)")


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
    if not s.rest or s.rest[0].kind not in PERCENT or s.text[q.end : s.rest[0].start] != "的":
        return []
    match = _BUDGET_AMOUNT.match(s.before.raw.strip("，、 "))
    if not match:
        return []
    whole = match.group("whole")
    s.before.name = before(match.group("subject"), 0, len(match.group("subject"))).name
    if s.before.name:
        subject, _ = subject_of(s)
        remember(s, [subject], "level")
    else:
        subject = s.context.subjects[-1] if s.context.subjects else ""
    if not subject:
        return []
    s.used = 2
    planned = name_parts.overlap(subject, whole.removeprefix("总")) if whole.startswith("总") else subject + whole
    return [
        Found(planned, "level", status="target"),
        Found(f"{subject}占{whole}的比例", "share", None, s.rest[0], carried=True),
    ]


@construction(
    "a whole with its amount",
    "占一般公共预算支出500亿元的6%: the whole, and the subject's share of it.",
    (
        "科学技术支出30亿元，占一般公共预算支出500亿元的6%。",
        "科学技术支出 level 3000000000元 2024 actual; 一般公共预算支出 level 50000000000元 2024 actual; "
        "科学技术支出占一般公共预算支出的比重 share 6% 2024 actual",
    ),
    (
        "海洋生产总值108亿元，占全市生产总值400亿元的27%。",
        "海洋生产总值 level 10800000000元 2024 actual; 生产总值 level 40000000000元 2024 actual; "
        "海洋生产总值占生产总值的比重 share 27% 2024 actual",
    ),
)
def whole_amount(s: Situation) -> list[Found]:
    q = s.quantity
    if not s.rest or s.rest[0].kind not in PERCENT or s.text[q.end : s.rest[0].start] != "的":
        return []
    match = _WHOLE_AMOUNT.fullmatch(s.before.raw.strip("，、 "))
    whole = names.clean(match.group("whole"), s.own) if match else ""
    if not whole or not s.context.subjects:
        return []
    s.used = 2
    share = f"{s.context.subjects[-1]}占{whole}的比重"
    remember(s, [share], "share")
    return [Found(whole, "level", carried=True), Found(share, "share", None, s.rest[0], carried=True)]


@construction(
    "times a basis with its amount",
    "是上年12万人次的3倍: the value of the earlier year, and how many times as much the subject came to.",
    (
        "营地接待学生36万人次，是上年12万人次的3倍。",
        "营地接待学生 level 360000人次 2024 actual; 营地接待学生 level 120000人次 2023 actual; "
        "营地接待学生 growth+ 3倍 2024 actual",
    ),
)
def times_basis_amount(s: Situation) -> list[Found]:
    q, subjects = s.quantity, s.context.subjects
    match = _TIMES_OF.fullmatch(s.text[s.clause.start : q.start].strip("，、 "))
    if match is None or not subjects or not s.rest or s.text[q.end : s.rest[0].start] != "的":
        return []
    year = match.group("year") or (str(int(s.context.period[:4]) - 1) if s.context.period[:4].isdigit() else "")
    if s.rest[0].unit != "倍" or not year:
        return []
    s.used = 2
    return [
        Found(subjects[-1], "level", period=year, carried=True),
        Found(subjects[-1], "growth", 1, s.rest[0], carried=True),
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
    (
        "2025年教育支出预算48亿元，比2024年年初预算数（下同）45亿元增加3亿元。",
        "教育支出 level 4800000000元 2025 target; 教育支出 level 4500000000元 2024 target; "
        "教育支出 change+ 300000000元 2025 target",
    ),
)
def basis_amount(s: Situation) -> list[Found]:
    q, subjects = s.quantity, s.context.subjects
    basis = _BASIS_AMOUNT.search(s.text[s.start : q.start])
    if not basis or not s.rest or not subjects or s.rest[0].kind in ("rank", "streak"):
        return []
    if before(s.text, q.end, s.rest[0].start).kind not in ("rise", "fall"):
        return []
    named = [t for t in s.every_time if s.start + basis.start() <= t.start and t.end <= q.start and t.period]
    if not named:
        return []
    planned = (basis.group("version") or "").startswith("预算")
    period = named[-1].period[:4] if planned else named[-1].period  # 2024年年初预算数 is the year's
    return [Found(subjects[-1], "level", period=period, status="target" if planned else "actual", carried=True)]


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
    (
        "一般公共预算收入年初预算90亿元，调整预算92亿元，实际完成93亿元，为调整预算的101.1%，为2023年决算数的104.2%，"
        "增长4.2%。",
        "一般公共预算收入 level 9000000000元 2024 target; 一般公共预算收入 level 9200000000元 2024 target; "
        "一般公共预算收入 level 9300000000元 2024 actual; 一般公共预算收入占调整预算的比例 share 101.1% 2024 actual; "
        "一般公共预算收入占2023年决算数的比例 share 104.2% 2024 actual; 一般公共预算收入 growth+ 4.2% 2024 actual",
    ),
    (
        "（一）契税收入\n预算数为3亿元，执行数为2.8亿元，为预算数的93.3%，为上年决算数的97%，执行率93.3%。",
        "契税收入 level 300000000元 2024 target; 契税收入 level 280000000元 2024 actual; "
        "契税收入占预算数的比例 share 93.3% 2024 actual; 契税收入占上年决算数的比例 share 97% 2024 actual; "
        "契税收入执行率 level 93.3% 2024 actual",
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
        inner = _INNER.match(raw)
        if not inner:
            return []
        match = _BUDGET.match(inner.group(2))
        name = before(inner.group(1), 0, len(inner.group(1))).name
    if match is None:
        return []
    if name:
        s.before.name = name
        subject, _ = subject_of(s)
        remember(s, [subject], "share")
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
    kinds=PERCENT,
)
def share_of_whole(s: Situation) -> list[Found]:
    b, context = s.before, s.context
    if b.kind in ("rise", "fall") or b.moved:
        return []
    match = SHARE_OF.match(b.raw)
    if (
        not match
        or SHARE_NAME.search(b.raw)
        or SHARE_NAME.search(b.name)
        or b.raw.endswith("占比")
        or re.search(r"(?:比重|比例|占比|份额)(?:为|达到?|约|是|约为|保持在|稳定在|控制在|超过)?$", b.raw)
    ):
        return []
    whole = names.clean(match.group("whole"), s.own) or match.group("whole")
    verb = "相当于" if match.group("verb") == "相当于" else "占"
    lead = before(match.group("subject"), 0, len(match.group("subject"))).name if match.group("subject") else ""
    lead = _COUNTED_PLACES.sub("", names.clean(lead, s.own))
    carried = not lead
    subject = lead or (context.subjects[-1] if context.subjects else "")
    if not subject:
        return []
    if lead and context.whole:
        subject = name_parts.under(context.whole[-1], lead)
    context.share_of = whole
    if not whole:
        remember(s, [subject + "占比"], "share")
        return [Found(subject + "占比", "share", carried=carried)]
    name = f"{subject}{verb}{whole}的{'比重' if verb == '占' else '比例'}"
    remember(s, [name], "share")
    return [Found(name, "share", carried=carried)]


@construction(
    "a share before its noun",
    "超过六成工业品产量实现增长; 全国造船完工量的90%为出口船舶: the part stands after the number.",
    ("95%以上的企业实行备案管理。", "实行备案管理的企业 share >95% 2024 actual"),
    ("超过六成农产品产量实现增长。", "产量实现增长的农产品 share >60% 2024 actual"),
    ("71%的煤电机组实现超低排放。", "实现超低排放的煤电机组 share 71% 2024 actual"),
    ("有近三成的受访者对服务不满意。", "对服务不满意的受访者 share ^30% 2024 actual"),
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
    kinds=PERCENT,
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
    if b.raw.rstrip("“ ").endswith("的") and not GROWTH_TAIL.match(after):
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
        and not GROWTH_TAIL.match(after)
        and (not b.name or b.kind in ("action",) or s.quantity.kind == "fraction" or after.startswith("的"))
    ):
        noun, verb, rest = match.group("noun"), match.group("verb"), match.group("rest")
        if noun in ("速度", "增速", "增长", "以上", "左右", "增长速度"):
            return []
        deed = ("" if verb in ("已", "为", "是") else verb) + rest
        subject = s.context.subjects[-1] if s.context.subjects else ""
        return [Found(names.clean(_who_do(noun, deed), s.own) or subject, "share")]
    if not match and not b.name and after.startswith("的") and not GROWTH_TAIL.match(after):
        # 近三成的受访者│对服务不满意: no verb that is known, but a noun and what is said of it.
        noun = phrase_after(s.text, q.end + 1, s.limit)
        said = s.text[q.end + 1 + len(noun) : s.limit]
        if len(noun) > 1 and len(said) > 1 and not _AIM.search(noun + said):
            return [Found(_who_do(noun, said), "share")]
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
