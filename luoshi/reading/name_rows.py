"""Names in a row: each with what only the first or the last of them says.

城镇和农村居民收入分别增长7%和8%              城镇居民收入, 农村居民收入
"""

from __future__ import annotations

import re

from luoshi.knowledge.indicators import identify, scheme
from luoshi.patterns import late
from luoshi.reading.names import SECTOR, measures_itself, row_action

_ROW_GRADE = late(r"(?:国家|省部|省|市|县|区)级(?:及?以上)?(?=..)")
_AND = late(r"、|和|与|及|以及")
# 工业总产值、增加值: of what the second is only the first says.
_OUTPUT = late(r"总?产值|增加值")
_OUTPUT_FIRST = late(r"(?P<owner>[^、和]{0,10}业)(?:总?产值|增加值)")
# 安全生产事故起数、死亡人数; 建成区绿化覆盖率、绿地率: whose the second is only the first says.
_TOLD_FIRST = late(r"(?P<owner>[^、和]{2,12}?)(?:发生)?(?:起数|绿化覆盖率|立案|申请量?|存款余额)")
_TOLD_WITH_IT = late(r"(?:死亡人数|受伤人数|死亡数|绿地率|授权量?|贷款余额)")
_OF_SIZE = ("规模以上", "规上", "限额以上")
#: Fields of the scheme whose indicators are of a place and not of its firms.
NOT_OF_FIRMS = frozenset({"accounts", "agriculture", "budget", "investment", "people", "safety"})
_AND_OTHERS = late(r"等(?:主要|[^等、，]{2,4})?(?:产品|(?P<trade>行业|产业)|商品|地区|领域)(?=.)")
# 基本养老、失业和工伤保险│参保人数: the class that only the last names is that of all.
_CLASS = late(r"(?<=..)(?:保险|行业|产业|制种|养殖|用户)$")
_FRAME = late(
    r"^(?:单位(?:国内|地区)?生产总值|单位GDP|人均)(?=..)|"
    r"^(?:规模以上|规上|限额以上)(?:[^，、和与及]{2,5}?业|单位|企业)?中?(?=..)"
)
# 对东盟、欧盟进出口: the preposition and what stands before it hold for all partners.
_PARTNER = late(r"^[^对向自]{0,12}[对向自](?=.)")
_SUBSTANCE = late(r"化学需氧量|氨氮|二氧化硫|氮氧化物|挥发性有机物|细颗粒物")
_SHARED_END = late(
    r"(?:常住)?(?:居民)?(?:人均)?(?:可支配收入|纯收入|消费支出|排放总量|排放量|增加值|总?产值|产量|参保人数|"
    r"参保率|装机容量|保有量|住房面积|建筑面积|出口总?额|进口总?额|进出口总?额|进出口|出口|进口|"
    r"发生起数|死亡人数|(?:平均)?浓度|比重|占比|覆盖率|入学率|普及率|增长率|价格|投资|商品零售额|零售额|销售额|"
    r"(?:零售业|批发业)?(?:销售|营业)收入|利润总额|利润|收入|支出|余额|人数|数量|企业|项目|人口|里程|吞吐量|面积|"
    r"机构|辍学率|升学率|毕业率|巩固率|参保率|合格率|满意率|置换率|完成率|处理率|时间|时限)$"
)
_KINDS = late(
    r"城镇|农村|城市|乡村|国家级|省级|市级|县级|区级|世界级|公办|民办|男|女|东部|中部|西部|东北|第[一二三]产业|"
    r"[^业]{1,6}业|[^险]{2,6}保险|中央|地方|国有|民营|外资|出口|进口|人民币|外币|工业|农业"
)


def beside(first: str, name: str) -> str:
    """A name in a row of names after 、, with the verb that only the first one has: 淘汰落后炼铁产能、炼钢产能.

    Verbs that are joined go together (新建和改造), and so does the grade: 新增省级文明村7个、│乡镇│.
    """
    action = row_action(first)
    if not action or row_action(name) or name.startswith("在建"):
        return name
    known = scheme().indicators.get(identify(name).concept)
    if known and known.kind == "rate":
        return name  # 新增城镇就业4万人、│城镇调查失业率│5%
    rest = first[action.end() :]
    grade = _ROW_GRADE.match(rest)
    if grade and "级" not in name and name[0] not in "国省市县区" and not measures_itself(name[-2:]):
        name = grade.group() + name
    if measures_itself(name) or rest[-2:] == name[-2:]:
        return action.group() + name
    ended = re.search(r"(?:产能|产量|面积|里程|岗位|规模|能力)$", rest)
    return (
        action.group() + name + ended.group()
        if ended and not name.endswith(ended.group()) and not measures_itself(name)
        else action.group() + name
    )


def split(name: str, count: int, *, alike: bool = True) -> list[str] | None:
    """A joint name as ``count`` names, its shared end given to each; None where it doesn't part so.

    Names of values in several units, which are not ``alike``, share no end where the first is whole.

    城镇和农村居民收入 (2) → 城镇居民收入, 农村居民收入; 第一、二、三产业增加值 (3) → 第一产业增加值 …
    """
    ordinal = re.match(r"^(.*?)第?([一二三]、二(?:、三)?|[一二三](?:、[一二三])+)(?:次)?产(业)?(.*)$", name)
    if ordinal:
        lead, row, trade, tail = ordinal.groups()
        numbers = row.split("、")
        if len(numbers) == count:
            return [f"{lead}第{number}产业{tail}" if trade else f"{lead}{number}产{tail}" for number in numbers]
    if count == 2 and "城乡" in name and not _AND.search(name):
        return [name.replace("城乡", "城镇", 1), name.replace("城乡", "农村", 1)]
    marks = _joints(name, count - 1)
    if marks is None:
        return None
    parts, at = [], 0
    for mark in marks:
        parts.append(name[at : mark.start()])
        at = mark.end()
    parts.append(name[at:])
    if output := _OUTPUT_FIRST.fullmatch(parts[0]):
        parts = [output["owner"] + part if _OUTPUT.fullmatch(part) else part for part in parts]
    if not all(parts):  # 粮食、、蔬菜: a name is missing
        return None
    return completed(parts) if alike or not measures_itself(parts[0]) else parts


def completed(parts: list[str]) -> list[str]:
    """A row of names with the scope that only the first says and the end that only the last says given to each."""
    first, last = parts[0], _AND_OTHERS.sub(lambda m: m["trade"] or "", parts[-1])
    lead = _shared_frame(first)
    if (
        (measures_itself(first) or first.endswith("人次"))
        and not SECTOR.search(first)
        and not _SUBSTANCE.fullmatch(first)
    ):
        told = _TOLD_FIRST.fullmatch(first)
        lead = told["owner"] if told and _TOLD_WITH_IT.fullmatch(last) else lead
        return [first, *(_led(lead, part) for part in [*parts[1:-1], last])]
    tail = _tail(parts[:-1], last)
    return [first + tail, *(lead + part + tail for part in parts[1:-1]), lead + last]


def _led(lead: str, part: str) -> str:
    """A name with the scope of the first in its row, unless it is an indicator that this scope doesn't have."""
    if part.startswith(_OF_SIZE) and lead.startswith(_OF_SIZE):
        return part
    alone, led = identify(part), identify(lead + part)
    own = lead and alone.concept and (not led.concept or (led.concept, led.facets) == (alone.concept, alone.facets))
    # 规上工业增加值、社会消费品零售总额: a frame of firms does not hold for what the whole place does.
    whole = alone.concept and lead.startswith(_OF_SIZE) and scheme().indicators[alone.concept].field in NOT_OF_FIRMS
    return part if own or whole else lead + part


def _joints(name: str, wanted: int) -> list[re.Match[str]] | None:
    """The ``wanted`` marks at which a row of names parts: all its 、 before any 和, the last 和 after them."""
    marks = [
        m
        for m in _AND.finditer(name)
        if m.start()
        and not (m.group() in "和与及" and name[m.end() :][:1] in "谐平睦田气解时其")
        and not name.startswith("普及", m.start() - 1)
    ]
    commas = [m for m in marks if m.group() == "、"]
    if len(commas) == wanted:
        return commas
    if len(commas) == wanted - 1 and marks[-1:] != commas[-1:]:
        return [*commas, marks[-1]]
    if len(marks) < wanted:
        return None
    return marks[-wanted:] if marks[-1].group() != "、" else marks[:wanted]


def _shared_frame(first: str) -> str:
    """What the first of several names has and the others share without saying it (限额以上单位; 对东盟、拉美进出口)."""
    partner = _PARTNER.match(first)
    if partner:
        return partner.group()
    frame = _FRAME.match(first)
    return frame.group().removesuffix("中") if frame else ""


def _tail(heads: list[str], last: str) -> str:
    """The end that the last of several coordinated names shares with the ones before it."""
    width = len(heads[-1])
    for head in reversed(heads):
        # 城镇|农村常住居民…: the same kind of word stands first in the last name.
        if len(head) < len(last) and _same_kind(head, last[: len(head)]):
            return last[len(head) :]
        kind = _KINDS.match(last)
        insured = kind is not None and kind.group().endswith("保险") and not head.endswith("保险")
        if kind and _KINDS.fullmatch(head) and kind.end() < len(last) and not insured:
            return last[kind.end() :]
    # 粮油食品类、日用品类|商品零售额: the last name goes on after the character that ends all the others.
    kinds = {head[-1] for head in heads}
    if len(kinds) == 1:
        at = last.rfind(kinds.pop(), 1)
        if 0 < at < len(last) - 1:
            return last[at + 1 :]
    ended = _SHARED_END.search(last)
    if ended and ended.start():
        of_class = _CLASS.search(last, 0, ended.start())
        shared = of_class and not any(head.endswith(of_class.group()) for head in heads)
        return last[of_class.start() if of_class and shared else ended.start() :]
    single = len(last) == 2 and all(len(head) == 1 for head in heads)  # 牛、羊肉; 水、火电
    return last[width:] if single or len(last) > width + 1 else ""


def _same_kind(one: str, other: str) -> bool:
    """Whether two modifiers of one length are of a kind: both known words, or alike in their last character."""
    return bool(_KINDS.fullmatch(one) and _KINDS.fullmatch(other)) or (len(one) > 1 and one[-1] == other[-1])
