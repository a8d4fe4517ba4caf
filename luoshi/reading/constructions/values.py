"""The value of a name, the most general form."""

from __future__ import annotations

import re

from luoshi.patterns import late
from luoshi.reading import name_parts, names
from luoshi.reading.constructions.context import Context
from luoshi.reading.constructions.situation import Found, Situation, construction
from luoshi.reading.constructions.subjects import completed, measure_of, remember, subject_of
from luoshi.reading.constructions.value_examples import VALUE
from luoshi.reading.constructions.words import DROPPED, GROWTH_TAIL, LOWERING, MONEY_VERBS, PERCENT, SUM_OF_YEARS
from luoshi.reading.predicates import verb_at_end
from luoshi.records import Measure

_SHARE_WITHIN = late(r"^在[^，。；]{2,16}中的?(?:占比|比重|比例|份额)")
_COMPLETION = late(r"^(?:新增|新|基本|全部|累计|装修|实际|已)*(?:竣工|投用|投产|开工|建成|交付|完工|并网|通车){1,2}$")
_MADE = ("产量", "销量")
_CLASS = late(r"(?:类|外国人|[台同]胞)$")  # a part of what the whole counts that leaves its noun to it
# Products that are told by their output alone, where nothing is said of their trade or use.
_PRODUCT = late(r"原煤|煤炭|原油|天然气|粗钢|生铁|钢材|水泥|平板玻璃|化肥|乙烯|焦炭|有色金属|原盐|机制纸及纸板|布|纱")
_MADE_HERE = late(r"产量|发电量|生产总量")
_TRADED = late(r"进口|出口|消费|消耗|价格|储量|储备|投资|库存|运输|销")
_SUM = late(r"(?<=..)(?:总|协议|合同|签约)*(?:投资|金额|资金)额?$")
_COUNTED_SHARED = ("产量", "销量", "保有量")  # measures of things counted that parts share
_MOST_MEASURED = 100  # names of a sentence, from the last, among which one is looked for
_COMPLETED = late(r"(?:新增|新|基本|全部|累计|装修|实际|已)*(?:竣工|投用|投产|开工|建成|交付|完工|并网|通车)$")
_ONLY_SUM = late(
    r"^(?:[，、]|其中)*(?:已?累计|总数|总量|(?:年末|目前)?(?:共有|总计|累计))(?:达到?|为|已|有|共|至|到)*$"
)
_FUNDS = late(r"(?:资金|经费|基金|补助|补贴|贷款|债券|财政|各级|政府|银行|集团|公司|资本|省|市|县|区)$")
_BURDEN = late(r"(?:减轻|降低|减少|节约|节省)([^，]{2,10}(?:负担|成本|费用))$")
# A second value for a target just set: 增长5.5%以上、│力争│6%.
_FURTHER = late(r"^[，、]?(?:并)?(?:力争|争取|努力|确保)(?:达到?|实现|完成|突破|超过|增长)?$")
# The works that a sentence speaks of before it counts what is begun or finished of them.
_WORKS = late(
    r"(?:推进|加强|加大|抓好|加快|做好|实施|启动)(?:新的?)?(?:[一二三四五]年)?([^，。；的和、]{2,14}?)(?:建设|改造|攻坚)?"
    r"(?:力度|进度|计划|行动)?(?=，)"
)
# 提出8%左右的│经济增长│目标: what grows stands after the number.
_GROWTH_OF = late(r"的((?:国民|地区|全市|全省|区域)?(?:经济|生产总值)|GDP)(?:年均)?(?:增长|增速)")
_SHARE_NAMED = late(r"(.*?)占(.+?)的?(?:比重|比例)")
_SHARE_CLAUSE = late(r"占[^占]{2,20}的?(?:比重|比例|份额)$")
_IS_OF = late(r"^(?:约|已|就|仅|大约)*(?:是|为|相当于|达到?|(?:超额)?完成(?=[^，]*(?:任务|计划|目标)))[^，]*的$")
_OF_WORKS = ("建成", "开工", "竣工", "新开工", "投产", "投用")
_YEARS_BEFORE = 14  # characters before a number among which the years that it sums up are told


@construction(
    "value of a name",
    "A name, a verb of reaching or none, and its value: 生产总值达到8210亿元, 常住人口852.1万人.",
    *VALUE,
)
def value(s: Situation) -> list[Found]:
    b, context = s.before, s.context
    if found := _multiple_of_subject(s) or _completed_works(s):
        return found
    _keep_verb(s)
    name, carried = subject_of(s)
    if found := _growth_told_after(s, name, carried=carried):
        return found
    if carried:
        if (
            b.kind == "action"
            and not b.name
            and not SUM_OF_YEARS.search(s.text, max(0, s.quantity.start - _YEARS_BEFORE), s.quantity.start)
        ):
            return []
        if not context.subjects:
            return _noun_after(s)
    if not name:
        return []
    name = _of_kind(s, _of_works_or_sum(s, name), carried=carried)
    context.unit = s.quantity.unit
    if "/" in s.quantity.unit and context.topic and not names.measures_itself(name):
        name = name_parts.overlap(name, context.topic)
    measure, sign = measure_of(s, name, s.quantity)
    if not carried:
        name, measure, sign = _lowered(s, name, measure, sign)
    if measure == "growth" and sign == -1 and LOWERING.match(name):
        name = LOWERING.sub("", name)
    name, measure = _share_of_subject(s, name, measure)
    remember(s, [name], measure)
    return [Found(name, measure, sign, carried=carried)]


def _sums_years(s: Situation) -> bool:
    """Whether the words before the number say that it sums up years (三年累计投入)."""
    return SUM_OF_YEARS.search(s.text, max(0, s.quantity.start - _YEARS_BEFORE), s.quantity.start) is not None


def _multiple_of_subject(s: Situation) -> list[Found]:
    """How many times another value the subject before is: 是2002年的│2.1倍."""
    b, q, subjects = s.before, s.quantity, s.context.subjects
    if q.kind != "multiple" or not subjects or (b.name and not _IS_OF.match(b.raw)):
        return []
    measure, sign = measure_of(s, subjects[-1], q)
    return [Found(subjects[-1], measure, sign, carried=True)]


def _completed_works(s: Situation) -> list[Found]:
    """How many of the works spoken of were begun or finished: 新开工│6000套."""
    b = s.before
    if b.kind != "action" or b.name or b.verb not in _OF_WORKS or s.after():
        return []
    works = _works(s)
    if not works:
        return []
    whole = _COMPLETED.sub("", names.without_action(works)) or works
    name = whole + ("基本" if "基本" in b.adverbs else "") + b.verb
    if not s.context.subjects:
        remember(s, [name], "level")
    return [Found(name, "level")]


def _keep_verb(s: Situation) -> None:
    """Leave a verb that nothing follows in the name: 社区养老服务中心已建成│86个, 补助资金投入│3亿元."""
    b, q = s.before, s.quantity
    if (
        b.kind == "action"
        and (b.verb not in DROPPED or b.name)
        and b.verb not in MONEY_VERBS
        and b.verb != "将"
        and not s.text[q.end : q.end + 1].strip("，,。；;、）)（(")
    ):
        b.name += b.verb
    if b.verb == "投入" and q.kind == "money" and b.name and not _FUNDS.search(b.name):
        b.name += b.verb


def _growth_told_after(s: Situation, name: str, *, carried: bool) -> list[Found]:
    """The growth of what is carried or stands after its number: 力争│6%, 8%左右的│经济增长│目标."""
    context = s.context
    if s.quantity.kind not in PERCENT or (name and not carried):
        return []
    if carried and context.measure == "growth" and _FURTHER.match(s.before.raw):
        return [Found(name, "growth", verb_at_end(context.verb)[2] or 1, carried=True)]
    if grows := _GROWTH_OF.match(s.text, s.quantity.end, s.limit):
        remember(s, [names.of_economy(names.clean(grows.group(1), s.own))], "growth")
        return [Found(context.subjects[-1], "growth", 1)]
    if context.indicator and GROWTH_TAIL.match(s.text[s.quantity.end : s.limit]):
        return [Found(context.indicator, "growth", 1, carried=True)]
    return []


def _noun_after(s: Situation) -> list[Found]:
    """A value whose noun stands only behind it."""
    after = s.after()
    if len(after) < 2:
        return []
    remember(s, [after], "level")
    return [Found(completed(s, after), "level")]


def _of_works_or_sum(s: Situation, name: str) -> str:
    """A name that only tells of completion, of the works before it (基本建成│4700套); a sum without its verb."""
    subjects = s.context.subjects
    if _COMPLETION.match(name) and subjects and not subjects[-1].endswith(name):
        return _COMPLETED.sub("", names.without_action(subjects[-1])) + name
    return names.without_action(name) if _ONLY_SUM.match(s.before.raw) else name


def _of_kind(s: Situation, name: str, *, carried: bool) -> str:
    """A kind that leaves its measure or its noun to what was measured before it: 农业用水│4亿立方米, 第二产业│7亿元."""
    context, q = s.context, s.quantity
    whole = context.whole[-1] if context.whole and not carried else ""
    if whole and name in ("其他", "其它"):
        return name + whole
    if whole and q.kind == "count":
        name = name_parts.students_of(whole, name)
    part = whole and (context.first_part or context.borrowed)
    context.borrowed = context.borrowed and carried
    if not carried and q.kind in ("measure", "percent") and _PRODUCT.fullmatch(name) and _made(s):
        return name + "产量"  # 发电量28亿千瓦时；原煤│24亿吨
    alike = q.unit == context.unit and not names.acts(name)
    if (
        part
        and alike
        and (q.kind in ("measure", "money") or (q.kind == "count" and whole.endswith(_COUNTED_SHARED)))
        and not names.measures_itself(name.removesuffix("等"))
        and name_parts.measures(whole)
    ):
        context.borrowed = True
        return name_parts.overlap(name, whole[-2:]) if whole.endswith(_MADE) else name_parts.of_sector(whole, name, "")
    if not carried and not context.whole and alike and not names.measures_itself(name):
        if made := _last_made(context):
            return name_parts.overlap(name, made[-2:])  # 粗钢产量4.2亿吨；钢材│4.7亿吨
        if context.subjects and name_parts.beside_kind(context.subjects[-1], name):
            return name_parts.of_sector(context.subjects[-1], name, "")  # 第一产业增加值3亿元；第二产业│7亿元
    elif whole and q.kind == "count" and _CLASS.search(name):
        return name_parts.overlap(name, _SUM.sub("", whole))  # 签约项目36个，总投资9亿元，其中物流类│11个
    return name


def _made(s: Situation) -> bool:
    """Whether a sentence is of what was made, and not of what was done with it."""
    opening, at = s.sentence[0].start, s.quantity.start
    return _MADE_HERE.search(s.text, opening, at) is not None and _TRADED.search(s.text, opening, at) is None


def _lowered(s: Situation, name: str, measure: Measure, sign: int | None) -> tuple[str, Measure, int | None]:
    """What a verb of lowering in the name makes of its value: 减轻企业负担│3亿元 is a fall of 企业负担."""
    kind = s.quantity.kind
    if measure != "level" or kind not in ("money", "count", "measure", "plain"):
        return name, measure, sign
    burden = _BURDEN.search(name) if kind == "money" else None
    if burden:
        return burden.group(1), "change", -1
    lowered = LOWERING.match(name)
    if lowered and len(name) - lowered.end() < 4 and names.leans(name[lowered.end() :]):
        lowered = None
    if lowered and lowered.group() != "节约" and (kind == "money" or lowered.group() == "减少"):
        return name[lowered.end() :], "change", -1
    return name, measure, sign


def _share_of_subject(s: Situation, name: str, measure: Measure) -> tuple[str, Measure]:
    """A share with the two things that it is between, where one was told before it."""
    context, raw = s.context, s.before.raw
    subject = (context.subjects or context.earlier or [""])[-1]
    if (
        name.endswith(("比重", "占比"))
        and "占" not in name[:-2]
        and "中的" not in name
        and context.share_of
        and not name.startswith("税收")
    ):
        stem = re.sub(r"(?:的)?(?:比重|占比)$", "", name)
        name = f"{stem}占{context.share_of}的比重"
    if name.endswith("贡献率") and raw.startswith("对") and subject:
        name = f"{_SHARE_CLAUSE.sub('', subject)}对{name.removeprefix('对')}"
    within = _SHARE_WITHIN.match(raw)
    if within and subject:
        name, measure = subject + within.group(), "share"
    if measure == "growth":
        name = names.of_economy(name)
    share = _SHARE_NAMED.match(name) if "占" in name else None
    if share:
        context.share_of = share.group(2)
        if not share.group(1) and subject:
            name, measure = subject + name, "share"
    return name, measure


def _works(s: Situation) -> str:
    """What 新开工 and 建成 without a name are said of: the last subject, else the works the sentence speaks of."""
    if s.context.subjects:
        return s.context.subjects[-1]
    found = list(_WORKS.finditer(s.text, s.sentence[0].start, s.clause.start))
    return found[-1].group(1) if found else ""


def _last_made(context: Context) -> str:
    """The last name measured that is of things made or sold (粗钢产量), "" where there is none."""
    spoken = (*context.measured[: -_MOST_MEASURED - 1 : -1], *context.earlier[: -_MOST_MEASURED - 1 : -1])
    return next((one for one in spoken if one.endswith(_MADE)), "")
