"""The name of what is measured, cleaned of what is no part of it, and what kind of name it is.

临澜市全市财政收入               财政收入
各种运输方式完成货物周转量       货物周转量
稳定居民消费价格                 居民消费价格, which the indicator scheme knows
"""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi.knowledge.indicators import identify
from luoshi.knowledge.words import predicates
from luoshi.language import words as word_layer
from luoshi.patterns import late

_JURISDICTION = late(
    r"(?:占|相当于|对)?(?:全市|全省|全国|全州|全区|全县|我市|我省|我国|我州|我区|我县|本市|本省|本州|全盟|"
    r"全旗)(?!的?(?:比重|比例|份额|$)|前[列\d一二三四五六七八九十])(?:的)?"
)
# Nouns that name what is measured on their own; a name that ends in none of them leans on an earlier one.
_TAILS = (
    "额", "量", "率", "数", "值", "费", "税", "收入", "支出", "投资", "贷款", "存款", "就业", "人口", "面积", "里程",
    "比重", "占比", "比例", "份额", "价格", "资金", "进口", "出口", "消费", "成本", "利润", "工资", "补助", "标准",
    "浓度", "能耗", "转移支付", "结余", "赤字", "债券", "债务", "收益", "资产", "负债", "客流", "票房", "用电",
    "订单", "规模", "水平", "基金", "外资", "增长", "速度", "强度", "密度", "寿命", "企业", "项目", "平台", "机构",
    "排放", "增速", "差距", "总计", "合计", "人才", "学校", "医院", "养老金", "需求", "供给", "资本", "国债", "储量",
)  # fmt: skip
SECTOR = late(r"(?:业|行业|产业|领域|门类|地区|部门|企业|工业|部分|消费品|类|品|居民|服务|[衣食住行])$")
# 余额 after 贷款余额 is the same thing; 总量 after 国内生产总值 adds to it.
_LEANING = late(
    r"^(?:余额|限额|总量|总额|总规模|规模|占比|比重|份额|数量|总数|人数|面积|金额|产值|产量|人均|人均值|均值|累计额|"
    r"额度|增幅|增速|涨幅|降幅|总值|总产值|总面积|增加值|年均|规模总量|总人数|存量|增量|总投资|投资|单产|总产|"
    r"亩产|同比|环比|累计|当年|装机|价格|均价|参保率|合格率|完成率|(?:预算)?执行率|使用率|死亡|死亡人数|受伤|受伤人数)$"
)
_MOVEMENT_ENDS = ("增速", "幅", "增长率", "幅度", "增长速度", "增长", "上涨")
_MOVEMENT = late(
    r"(?:的)?(?:平均|年均|人均|同比|累计|名义|实际)*(?:增速|增幅|涨幅|降幅|(?<!自然)增长率|增长幅度|增长速度|上涨幅度|上升幅度|"
    r"下降幅度|升幅|跌幅|增长|上涨)$"
)
ACTION = late(
    r"^(?:新登记注册|新引进|新签约|新落户|新登记|新设立|新设|新增加|新增|新建成|新建、改扩建|新建、改建|新建改建|新建和改建|新改扩建|新改建|新建|退出|新开工建设|"
    r"新开工|新开通|新开|改扩建|扩建|改建|改造|淘汰落后|淘汰|治理|综合治理|整治|建成|开工建设|开工|完成|发放|"
    r"开行|出口|进口|实有|日均|累计|培育|引进|实施|取消|压减|化解|关停|修复|续建|规划建设|建设)"
)
_AS_FUND = r"(?=收入|支出|收支|方面|\**[：:])"  # by its short name a fund is told where one of these follows
FUND = late(
    r"一般公共预算|政府性基金预算|国有资本经营预算|社会保险基金预算|社保基金预算|公共财政预算|财政专户|"
    + "|".join(name + _AS_FUND for name in ("政府性基金", "社会保险基金", "社保基金", "国有资本经营"))
)
# A clause that speaks of a fund: 社保基金保持收大于支，全年收入212.4亿元.
FUND_TOLD_OF = late(r"^[^\u4e00-\u9fff]*(?:全[市省州县区])?((?:政府性|社会保险|社保)基金|国有资本经营)(?!预算)")
# A sentence that is the title of what follows: ● 社会保险基金。
FUND_TITLE = late(
    r"[^\u4e00-\u9fff]*(?:全[市省州县区])?((?:一般公共|政府性基金|国有资本经营|社会保险基金|社保基金)预算|(?:政府性|社会保险|社保)基金|国有资本经营)"
    r"(?:收支|执行|完成)*(?:情况|方面)?[。：:*]*"
)
LEVEL = late(
    r"^(?:(?:[市州省县区盟旗师]|地|乡镇?|兵团)?本级(?!别)|[市省州县]级(?![别以各、和及科重龙文示实平财专特第湿技医]))"
)
# A transfer from one level of government to another (市对区级转移支付), which is of no single level.
BETWEEN_LEVELS = late(r"^[省市州县]对[县区市下]")
_BALANCE = late(
    r"^(?:[市州省县区盟]?本级|[市省州县]级)?(?:上级补助|下级上解|区级上解|县级上解|补助下级|补助区级|补助县|补助市县|"
    r"上解收入|上年与[省州市]结账前结余|(?:地方政府)?专项债务还本|"
    r"上解上级|上解支出|上解中央|上解省|上年结转|上年结余|结转下年|调入资金|调出资金|调入一般|收入总计|"
    r"支出总计|收入合计|支出合计|总收入|总支出|"
    r"上级转移支付|调用(?:政府性|国有|预算|结余)|(?:地方政府)?专项债务转贷|本年收入合计|本年支出合计|年度收支结余|历年结余|历年滚存|调整后(?:收入|支出)预算|"
    r"(?:总|当年|本年|预算)?(?:收入|支出)(?:年初)?(?:预算)?(?:合计|共计)?$|"
    r"年终|年末结余|年末滚存|滚存结余|净结余|结余结转|中央、省补助|中央补助|省补助|税收返还|体制结算|"
    r"转移支付收入|转移性收入|转移性支出|地方政府债券收入|债务转贷|债务收入|债务还本|新增债券|再融资债券|"
    r"区域间转移|与省结账|与州结账|与市结账|安排预算稳定|加上|收支|当年收支|本年收支|累计结余|当年结余)"
)


_LONGEST_WORD = 6  # characters
_LONGEST_OPENING = 16  # characters of an indicator that opens a clause
_LONGEST = 200  # characters; no name of what is measured is longer
# Signs that set items and lines apart; what stands before the last one is another item: >水土保持工程→新增治理面积.
_MARKED = late(r".*[◎☑■▲✦◆●★☆□△▼→>](?=..)")
_ADDED_UP = late(r"^累计(?:完成|实现)(?=[^，]{2,}$)")
_DEEDS = "|".join(sorted((w for w in predicates()["action"]["words"] if len(w) > 1), key=len, reverse=True))
_ADVERB_INSIDE = late(
    rf"(?<=[^公中国总])(?:已经|已累计|累计|共计|整体|合力|先后|陆续|相继|已|(?<![产商])共)(?=(?:{_DEEDS}|收到|接到))"
    r"|(?<=..)(?<![年占])累计(?=..)(?!结|折|赤|净|盈|亏|缺|降|确|债)"  # 房屋交易│累计│申报, but not 历年累计结余
)
_ADVERB_BEGINS = late("[已累共整合先陆相]")  # what every adverb inside begins with; most names have none
_AGAIN = late(rf"^[再又](?=(?:{_DEEDS}))")
_ATTAINED = late(r"(?<=[^，、前未])(?:分别)?(?:完成(?!投资$|程度)|实现(?!程度))(?=[^，的]{2,}$)")


_OF_YEARS = late(r"(?:(?<=..)|^)[两三四五]年(?:累计|平均)(?=..)")  # 基础设施│五年累计│投资
_BY_ALL = late(r"^各(?:种|类|项)[^，、的]{2,6}(?:累计|共)?(?:完成|实现)(?=..)")  # 各种运输方式完成│货物周转量
_REALLY = late(r"(?<=..)实际(?=(?:收入|支出|征收|入库)$)")  # 社保基金│实际│收入
_PAID_IN = late(r"(?<=税)(?:收入)?入库$")  # 企业所得税│入库
_BATCH = late(r"(?:新一批|(?<=..)首批)(?=[^的次]{2})")  # 评选│新一批│“名匠”
# 新建改造│滨河路、青石街等│城市主干道: the instances do not say what is counted.
_INSTANCES = late(
    r"^((?:(?:和|、)?(?:新建|改建|扩建|修建|改造|提升|建成|打通|整治|开工|建设|举办|开展|开通|引进|培育|制定|修订)){1,3})"
    r"[^等、]{2,20}、[^等]{2,60}?等(?:一批|重点)?(?=[^级各]{4,}$)"
)
_DONE = late(r"(?<=^..)(?<!为)了(?=[^了]{2,}$)|(?<=^...)了(?=[^了]{2,}$)")
_HOPED = late(r"(?<=..)(?:力争|有望)(?:实现|完成|达到)?(?=..)")
# What bears its place's name as its own: 临澜港, 临澜湾跨海通道, 临澜大桥.
_NAMED_BY_PLACE = ("港", "站", "湾", "大桥", "机场", "地铁", "、")  # 、: the place is one of several


def measures_itself(name: str) -> bool:
    """Whether a name ends in a noun that names what is measured on its own."""
    return name.endswith(_TAILS)


def movement_in(name: str) -> re.Match[str] | None:
    """The noun of movement, with what belongs to it, that a name ends in: 收入│平均增速."""
    return _MOVEMENT.search(name) if name.endswith(_MOVEMENT_ENDS) else None


@lru_cache(64)  # a figure's name is cleaned at each step of its making
def clean(name: str, own: tuple[str, ...] = ()) -> str:
    """A name without the jurisdiction's own name, quotation marks at its edges and trailing particles."""
    if "全" in name or "我" in name or "本" in name:
        name = _JURISDICTION.sub(
            lambda m: m.group()[0] if m.group()[0] in "占对" else "相当于" if m.group()[0] == "相" else "", name
        )
    for word in own if name.startswith(own) else ():
        if word[-1] == "市" and name.startswith("区", len(word)):
            continue  # 甲市区: the place is 甲, and 市区 a part of it
        if name.startswith(word) and len(name) > len(word) + 1 and not name.startswith(_NAMED_BY_PLACE, len(word)):
            name = name[len(word) :]
            break
    name = name[-_LONGEST:]
    if _ADVERB_BEGINS.search(name):
        name = _ADVERB_INSIDE.sub("", _ADDED_UP.sub("", name))
    if name.startswith(("再", "又")):
        name = _AGAIN.sub("", name)
    if marked := _MARKED.match(name):
        name = name[marked.end() :]
    if name.startswith("【"):
        name = name[name.find("】") + 1 :]
    if "、" in name and not name.startswith(("支持", "保障", "推进", "推动", "落实")):
        name = _CLAUSE_BEFORE.sub("", name)
    return tidy(name)


_BEFORE_KNOWN = late(
    r"^(?:稳定|稳住|保持|保障|确保|推动|促进|带动|拉动|除|全年|每年|年均|确定|至于|[^，、占]{1,4}之年|\d{4}年|期|"
    r"[^，、占]{0,8}(?:[把将]|提出)|“?十[一二三四五六七八]五”?(?:时期|期间)?)(?=..)"
)
_AFTER_KNOWN = late(
    r"(?:[今去前]年|再次|力争|必保|确保|预计|总体|仍然|仍|可比|每年|(?:保持)?年均|连年|连续|逐年|调控|(?:增长|上升|上涨)(?:幅度|速度)"
    r"|在(?![校册园岗建职])[^，、占比]{2,12})$"
)


def known(name: str) -> str:
    """A name that the scheme does not know without the verb before it, where that leaves one that it knows."""
    if identify(name).concept:
        return name
    for edge in (_BEFORE_KNOWN, _AFTER_KNOWN):
        shorter = edge.sub("", name)
        if shorter != name and identify(shorter).concept:
            return shorter
    return name


def known_opening(words: str) -> str:
    """The longest indicator of the scheme that opens the words; "" for none."""
    lengths = range(min(len(words), _LONGEST_OPENING), 2, -1)
    return next((words[:length] for length in lengths if identify(words[:length]).concept), "")


def tidy(name: str) -> str:
    """A name without a verb of attainment inside, particles at its edges, and marks that have lost their pair."""
    name = name.strip("、，：:的 　-—·了")
    if name.startswith("各"):
        name = _BY_ALL.sub("", name)
    if "年累计" in name or "年平均" in name:
        name = _OF_YEARS.sub("", name)
    if "力争" in name or "有望" in name:
        name = _HOPED.sub("", name)
    if "完成" in name or "实现" in name:
        name = _ATTAINED.sub("", name)
    if "实际" in name or "入库" in name:
        name = _PAID_IN.sub("", _REALLY.sub("", name))
    if "批" in name:
        name = _BATCH.sub("", name)
    if "了" in name:
        name = _DONE.sub("", name)
    if "等" in name and "、" in name:
        name = _INSTANCES.sub(r"\1", name)
    if name.isalnum():
        return name
    for opening, closing in ("“”", "‘’", "《》", "（）"):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name


_JOINED_DEEDS = late(
    rf"^(?!聚焦|围绕|来自|涉及|包括|涵盖|投入|[抓做办]好)[新再又]?(?:{_DEEDS})(?:(?:和|、|与|及|并)?(?:{_DEEDS})){{0,3}}"
)


def row_action(name: str) -> re.Match[str] | None:
    """The verbs that a row of names begins with, as long as they are words of their own (保障│性 is none)."""
    action, joined = ACTION.match(name), _JOINED_DEEDS.match(name)
    if joined and (not action or joined.end() > action.end()) and joined.end() < len(name):
        ends = {word.end for word in word_layer.words(name[: joined.end() + _LONGEST_WORD])}
        if joined.end() in ends and not identify(name).concept:
            return joined
    return action


_DIVISION_WORD = late(r"^(?:自治区|省(?!级|内|际|属)|市(?![级场值政属政民内])|区域|地区(?!生产))")


def without_place(name: str, place: str) -> str:
    """A name without the place it holds for, where that opens it or follows a verb: 支持黑龙江省建设… → 建设…."""
    at = name.find(place)
    rest = _DIVISION_WORD.sub("", name[at + len(place) :]).lstrip("的累计共")
    if (
        at < 0
        or len(rest) < 2
        or not (at == 0 or name[:at].endswith(("支持", "推动", "帮助", "省", "市", "区", "在", "是")))
    ):
        return name
    return rest


def of_economy(name: str) -> str:
    """What grows where only the economy is said to: 经济 → 经济增长; any other name as it is."""
    return f"{name}增长" if name in ("经济", "国民经济") else name


def acts(name: str) -> bool:
    """Whether a name begins with a verb of doing (新增铁路里程)."""
    return bool(ACTION.match(name))


def without_action(name: str) -> str:
    """A name without the verb it begins with: 新开工保障性住房 → 保障性住房."""
    action = ACTION.match(name)
    return name[action.end() :] if action else name


_BARE_MEASURE = late(
    r"其?(?:年?总?产值|增加值|(?:主营)?(?:营业|业务|经营|销售)(?:总)?(?:收入|额)|总?收入|营收|利润|利税|税收|投资|产业规模)"
)


def bare_measure(name: str) -> bool:
    """Whether a name is a measure that every field of the economy has (增加值, 其产值): it needs the field's name."""
    return _BARE_MEASURE.fullmatch(name) is not None


def leans(name: str) -> bool:
    """Whether a name means nothing without an earlier one (余额, 总量, 占比)."""
    return not name or bool(_LEANING.match(name))


def balance_item(name: str) -> bool:
    """Whether a name is an item of a budget's balance, which needs its fund's name (上级补助收入)."""
    return bool(_BALANCE.match(name))


_CLAUSE_BEFORE = late(
    r"^.*(?:增加|减少|提高|下降|增长|改革|建立|完善|实施|扩大|降低|加强|推开|落地|启动|放缓|加快|出列|摘帽|投产|竣工|达效)、(?:实现)?(?=..)"
)
