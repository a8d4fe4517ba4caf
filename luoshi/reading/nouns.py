"""The noun phrase after a number: 新建33个│重点项目│，… and 取消123项│职业资格许可事项│。"""

from __future__ import annotations

from itertools import zip_longest

from luoshi.knowledge.words import Affixes, predicates
from luoshi.language.words import Word, tagged, words
from luoshi.patterns import late

_STOP = late(r"[，,；;。！？!?：:（(）)、…“\s\d]|——")
_SOFT = late(r"[，,；;。！？!?：:（(）)…\s]|——")
_OWNERS = (
    "省市",
    "城市",
    "地区",
    "国家",
    "企业",
    "部门",
    "行业",
    "大类",
    "省份",
    "乡镇",
    "家庭",
    "市县",
    "村",
    "县",
    "区",
    "人",
    "户",
    "单位",
    "项目",
    "机构",
    "学校",
    "省区市",
)
_TRAILING = late(r"(?:高效|(?<=..)按|和|与|及|[中里](?:已|共)?有?)$")
_BOUNDS = Affixes(predicates()["bounds"]["words"])
_BOUND_STARTS = frozenset(word[0] for word in _BOUNDS.words)
_NOUN_GUARD = late(
    r"(?:实施(?:方案|意见|细则|办法|主体|单位|计划|纲要)|平均(?:工资|水平|收入|寿命|价格)|累计(?:分|额|量)|居[民住家委室所]|可再生|可支配|在建|在校|在册|在岗|在线|对外|对口|对接|对照|对比|对称|保障[性房]|以上|以下|受灾|受益|"
    r"受理|总部|总量|总投|不动产|不良|不锈|来华|过境|过剩|每|在职|与会|占地|获奖|获得感|参加者|保持者|正规|"
    r"正式|正高|正面|正常|能源|能力|能耗|要素|由|再生|再就业|为民|为老|正版|把关|均衡|将军|都市|所得|衔接|又|"
    r"要[素求件点闻塞冲]|还款|还本|等级|如)"
)


# 行政审批等事项: the class that ends a row belongs to the name.
_AND_SUCH = late(
    r"等(?:各类|各项|有关|相关|重点|主要)?(?:事项|项目|工程|设施|领域|行业|产品|活动|措施|服务|任务|机构|企业|"
    r"品种|商品|作物)"
)
_OPEN_CLASSES = "nvad"  # the first letters of tags of nouns, verbs, adjectives, adverbs
# Words whose second character looks like a bound.
_WORDS_ACROSS = frozenset(
    ("公共", "大使", "特使", "主要", "需要", "重要", "首要", "必要", "高等", "中等", "平等", "同等", "均等")
)
# 5A级, 4A: a grade is part of the name it stands in.
_GRADE = late(r"\d[A-Z]")
# Verbs that may stand inside a name (零售业创新提升试点城市), where the name ends in a word for what is counted.
_MODIFYING = frozenset(("提升", "促进", "服务", "与"))
# 工业投产达效项目, 绿化提升工程: the state or the aim of works that stands before their class.
_STATE_OF_WORKS = late(
    r"(?<!企业)(?<!项目)(?:(?:投产|竣工|签约|落地|开工)(?:达效|投产|达产)?(?:项目|工程)|"
    r"(?:提升|支持|促进|保障|应急|共建)(?:项目|工程|政策|行动|计划|园区))"
)
_IMPROVED = ("改造", "整治", "品质", "优化")
_COMPOUND = late(
    r"[^，的了将已均]{0,6}(?:城市|工程|项目|平台|基地|中心|示范区|示范县|试点|园区|集群|工厂|车间|机构|点|站|成果|试验|研究|标准|技术|培训|任务|行动)$"
)


def phrase_after(text: str, start: int, limit: int) -> str:
    """The noun phrase that begins at ``start`` and ends before ``limit``, a mark, or a verb; "" for none."""
    if text[start : start + 1] in ("、", "和", "与", "及", "或"):
        return ""
    end, inside = start, frozenset[int]()
    stop = _SOFT.search(text, start, limit)
    hard = stop.start() if stop else limit
    while end < hard:
        char = text[end]
        if char == "的":
            owner = text[start:end]
            if owner.endswith(_OWNERS) or end == start:
                break
            end += 1
            continue
        if (
            char in _BOUND_STARTS
            and end > start
            and not _NOUN_GUARD.match(text, end)
            and text[end - 1 : end + 1] not in _WORDS_ACROSS
        ):
            word = _BOUNDS.beginning(text[end : end + 4])
            inside = inside or _inside_words(text[start:hard], start)
            if (
                word
                and end not in inside
                and not _STATE_OF_WORKS.match(text, end, hard)
                and not (word == "提升" and end + 2 == hard and text.endswith(_IMPROVED, start, end))
                and not (word in _MODIFYING and _COMPOUND.match(text[end + len(word) : hard]))
                and not (len(word) == 1 and word in "总能可不了过来去给如等")
                and _verbal(text, end, len(word), hard)
            ):
                break
            if char == "等" and end + 1 < hard and text[end + 1] not in "级" and not _AND_SUCH.match(text, end, hard):
                break
        if char == "、" and end + 1 < hard and text[end + 1].isdigit():
            break
        if char.isdigit() and not text[end - 1].isascii() and not _GRADE.match(text, end):
            break
        end += 1
    phrase = text[start:end].strip("、的")
    if phrase.count("“") != phrase.count("”"):
        phrase = phrase.strip("、“”的")
    return _TRAILING.sub("", phrase)


def _inside_words(words: str, start: int) -> frozenset[int]:
    """The places inside a noun or a verb of the dictionary, where no other word begins: 区域适│应性, 参│与."""
    found = [-1]  # not empty: looked up once
    for word, tag in tagged(words, False):
        if len(word) > 1 and tag[0] in _OPEN_CLASSES:
            found.extend(range(start + 1, start + len(word)))
        start += len(word)
    return frozenset(found)


def _verbal(text: str, at: int, length: int, limit: int) -> bool:
    """Whether the word at ``at`` begins a predicate: something follows it, or it is an adverb."""
    return at + length < limit or length > 1


# Words for what is counted that end its name, where a verb or an adverb comes next.
_HEADS = (
    *_OWNERS, "公司", "集团", "医院", "组织", "银行", "品种", "省份", "集群",
    "指标", "园区", "断面", "高校", "小区", "产油国", "在野党", "航班", "事项",
    "人口", "（市、区）",
)  # fmt: skip
_PERSON = late(r"(?:[人者民工员生兵师]|代表|法官|分子|群众|骨干|旅客|游客|干部|党员|专家|青少年|学子|球迷)$")
_OF_PERSONS = frozenset(("名", "位", "人"))
# What is counted in these is a thing, never a deed.
_OF_THINGS = frozenset(("辆", "艘", "台", "块", "只", "头", "架", "栋", "座", "列", "枚", "颗", "口", "株", "班次"))
# Works, which are nouns as well: 5个│老旧小区改造│顺利完成.
_WORKS = frozenset(predicates()["action"]["words"]) - frozenset(predicates()["benefit"]["words"])
_SHORTEST_DEED, _LONGEST_DEED = 2, 24  # characters
# Before a verb, words that say nothing of what was done; the others tell how far it went.
_SAYS_NOTHING = frozenset(("是", "全部", "基本", "成功", "顺利", "正式", "均", "都", "还", "将", "要", "予以"))
_COPULAS = frozenset(("为", "有", "占", "达", "共", "成"))
_STAYS = late(r"提前|超额")
_GOES_ON = late(
    r"(?:加快|加速|稳步|有序|扎实|积极|深入|大力|持续|继续).*|.*进展.*|"
    r".{3,}(?:推进|启动|展开|基础上|期间|以来|过程中|[时后])|"
    r"(?:推进|推开|建立|完成|实施|进行|展开|铺开|运行|形成|推动|开展|落实)(?:顺利|良好|见效)?"
)
_OF_DEEDS = frozenset(("次", "轮", "场", "起"))
_RUNS_ON = ("v", "d", "vd", "ad", "a", "f")  # tags of what follows a noun that does or is something
_TO = ("于", "到", "至", "为")  # ends of verbs that say where what is counted goes: 用于, 增至
_WITHOUT_NOUN = ("v", "vg", "d", "ad", "vd", "p", "c", "ul", "uz", "ug", "zg")
_ASPECTS = ("了", "着", "过")


def before_predicate(phrase: str, unit: str) -> str:
    """A noun counted at the head of its clause without the predicate that runs on from it: 礼兵│抬起, 集群│涵盖了….

    A phrase that ends in a word for a thing is a name, verbs and all: 零售业创新提升试点城市.
    """
    persons, things = unit in _OF_PERSONS, unit in _OF_THINGS
    if unit in _OF_DEEDS or phrase.endswith(_HEADS) or (persons and _PERSON.search(phrase)):
        return phrase
    parts = words(phrase)
    for part, behind in zip_longest(parts[1:], parts[2:]):
        noun = phrase[: part.start].removesuffix("的")
        aspect = behind is not None and behind.text in _ASPECTS
        if part.tag not in _RUNS_ON or (part.text in _WORKS and not aspect):
            continue
        known = (noun.endswith(_HEADS) and not noun.endswith("农村")) or (persons and _PERSON.search(noun) is not None)
        if len(noun) > 1 and (known or aspect):
            return noun
    while things and parts[-1].tag in _RUNS_ON and parts[-1].start > 1:
        parts.pop()
    return phrase[: parts[-1].end].removesuffix("的")


def deed_of(predicate: str) -> str:
    """What a predicate says, as it may stand before its subject: 更是实现了零的突破 → 实现零的突破; "" for no verb.

    That a work goes on or has been done says nothing of which it is: 稳步推进, 基本完成.
    """
    parts = _without_adverbs(predicate)
    if parts and parts[0].text == "在":  # 在三级大厅│实现“四统一”
        inside = max((at for at, part in enumerate(parts) if part.text in ("中", "上", "下", "内")), default=1)
        verb = next((at for at, part in enumerate(parts) if at > inside and part.tag == "v"), len(parts))
        parts = parts[verb:]
    towards = bool(parts) and parts[0].text in ("向", "被") and len(parts) > 2
    if not parts or parts[0].text in _COPULAS:
        return ""
    if not (towards or parts[0].tag in ("v", "vn") or _STAYS.fullmatch(parts[0].text)):
        return ""
    told = "".join(part.text for at, part in enumerate(parts) if part.text not in _ASPECTS or not at)
    finished = told.endswith("完成") and len(parts) > 2 and parts[0].text in _WORKS
    if (parts[-1].tag == "v" and "的" in told) or finished or told.startswith("为"):
        return ""  # 下降的│城市个数增加: the predicate has a subject of its own
    return told if _SHORTEST_DEED <= len(told) <= _LONGEST_DEED and not _GOES_ON.fullmatch(told) else ""


def state_of(predicate: str) -> str:
    """What a predicate says of a property of things, that it was completed too: 全部│高于上年, 完成; "" for no verb."""
    parts = _without_adverbs(predicate)
    told = "".join(part.text for part in parts if part.text not in _ASPECTS)
    return told if parts and parts[0].tag in ("v", "vn") and (told == "完成" or not _GOES_ON.fullmatch(told)) else ""


def _without_adverbs(predicate: str) -> list[Word]:
    """The words of a predicate from its verb on, or from an adverb that says how far it went."""
    parts = words(predicate)
    while parts and not _STAYS.fullmatch(parts[0].text):
        if parts[0].tag not in ("d", "ad", "vd", "t") and parts[0].text not in _SAYS_NOTHING:
            break
        parts.pop(0)
    return parts


def verbs_only(name: str) -> bool:
    """Whether a name holds a verb and no noun that could be what is measured: 绵延着, 给予, 已撤消."""
    parts = words(name) if name else []
    verbs = [part for part in parts if part.tag in ("v", "vg")]
    return bool(verbs) and not name.endswith(_TO) and all(part.tag in _WITHOUT_NOUN for part in parts)
