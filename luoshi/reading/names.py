"""The name of what is measured, made whole from the words the text gives and those it leaves out.

制造业贷款余额4220亿元，余额增长12.7%         余额 → 制造业贷款余额
新增铁路里程2万公里，其中高速铁路9千公里      高速铁路 → 新增高速铁路里程
规模以上工业增加值增长7%。其中，轻工业下降1%  轻工业 → 规模以上工业轻工业增加值
城镇和农村居民收入分别增长7%和8%              城镇居民收入, 农村居民收入
"""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi.knowledge.indicators import identify, scheme
from luoshi.knowledge.words import predicates
from luoshi.language import words as word_layer
from luoshi.patterns import late

_JURISDICTION = late(
    r"(?:占|相当于|对)?(?:全市|全省|全国|全州|全区|全县|我市|我省|我国|我州|我区|我县|本市|本省|本州|全盟|"
    r"全旗)(?!的?(?:比重|比例|份额|$))(?:的)?"
)
# Nouns that name what is measured on their own; a name that ends in none of them leans on an earlier one.
_TAILS = (
    "额", "量", "率", "数", "值", "费", "税", "收入", "支出", "投资", "贷款", "存款", "就业", "人口", "面积", "里程",
    "比重", "占比", "比例", "份额", "价格", "资金", "进口", "出口", "消费", "成本", "利润", "工资", "补助", "标准",
    "浓度", "能耗", "转移支付", "结余", "赤字", "债券", "债务", "收益", "资产", "负债", "客流", "票房", "用电",
    "订单", "规模", "水平", "基金", "外资", "增长", "速度", "强度", "密度", "寿命", "企业", "项目", "平台", "机构",
    "排放", "增速", "差距", "总计", "合计", "人才", "学校", "医院", "养老金", "需求", "供给", "资本", "国债", "储量",
)  # fmt: skip
_SECTOR = late(r"(?:业|行业|产业|领域|门类|地区|部门|企业|工业|部分|消费品|类|品|居民|服务|[衣食住行])$")
# 余额 after 贷款余额 is the same thing; 总量 after 国内生产总值 adds to it.
_LEANING = late(
    r"^(?:余额|总量|总额|总规模|规模|占比|比重|份额|数量|总数|人数|面积|金额|产值|产量|人均|人均值|均值|累计额|"
    r"额度|增幅|增速|涨幅|降幅|总值|总产值|总面积|增加值|年均|规模总量|总人数|存量|增量|总投资|投资|单产|总产|"
    r"亩产|同比|环比|累计|当年|装机|价格|均价|参保率|合格率|完成率|(?:预算)?执行率|使用率|死亡|死亡人数|受伤|受伤人数)$"
)
_MOVEMENT_ENDS = ("增速", "幅", "增长率", "幅度", "增长速度", "增长", "上涨")
_MOVEMENT = late(
    r"(?:的)?(?:平均|年均|人均|同比|累计|名义|实际)*(?:增速|增幅|涨幅|降幅|(?<!自然)增长率|增长幅度|增长速度|上涨幅度|上升幅度|"
    r"下降幅度|升幅|跌幅|增长|上涨)$"
)
_FALLING = late(r"(?:降幅|下降幅度|跌幅)$")
_ACTION = late(
    r"^(?:新登记注册|新引进|新签约|新落户|新登记|新设立|新设|新增加|新增|新建成|新建、改扩建|新建、改建|新建改建|新建和改建|新改扩建|新改建|新建|退出|新开工建设|"
    r"新开工|新开通|新开|改扩建|扩建|改建|改造|淘汰落后|淘汰|治理|综合治理|整治|建成|开工建设|开工|完成|发放|"
    r"开行|出口|进口|实有|日均|累计|培育|引进|实施|取消|压减|化解|关停|修复|续建|规划建设|建设)"
)
FUND = late(r"一般公共预算|政府性基金预算|国有资本经营预算|社会保险基金预算|社保基金预算|公共财政预算|财政专户")
LEVEL = late(
    r"^(?:(?:[市州省县区盟旗师]|地|乡镇?|兵团)?本级(?!别)|[市省州县]级(?![别以各、和及科重龙文示实平财专特第湿技医]))"
)
# A transfer from one level of government to another (市对区级转移支付), which is of no single level.
BETWEEN_LEVELS = late(r"^[省市州县]对[县区市下]")
_BALANCE = late(
    r"^(?:[市州省县区盟]?本级)?(?:上级补助|下级上解|区级上解|县级上解|补助下级|补助区级|补助县|补助市县|"
    r"上解收入|上年与[省州市]结账前结余|(?:地方政府)?专项债务还本|"
    r"上解上级|上解支出|上解中央|上解省|上年结转|上年结余|结转下年|调入资金|调出资金|调入一般|收入总计|"
    r"支出总计|收入合计|支出合计|总收入|总支出|"
    r"上级转移支付|本年收入合计|本年支出合计|年度收支结余|历年结余|历年滚存|调整后(?:收入|支出)预算|"
    r"(?:总)?(?:收入|支出)(?:年初)?(?:预算)?(?:合计|共计)?$|"
    r"年终|年末结余|年末滚存|滚存结余|净结余|结余结转|中央、省补助|中央补助|省补助|税收返还|体制结算|"
    r"转移支付收入|转移性收入|转移性支出|地方政府债券收入|债务转贷|债务收入|债务还本|新增债券|再融资债券|"
    r"区域间转移|与省结账|与州结账|与市结账|安排预算稳定|加上|收支|当年收支|本年收支|累计结余|当年结余)"
)
_COUNTED = late(r"^(?:第?[一二三四五六七八九十]+)、")


_LONGEST_WORD = 6  # characters
_LONGEST_OPENING = 16  # characters of an indicator that opens a clause
_LONGEST = 200  # characters; no name of what is measured is longer
_ADDED_UP = late(r"^累计(?:完成|实现)(?=[^，]{2,}$)")
_DEEDS = "|".join(sorted((w for w in predicates()["action"]["words"] if len(w) > 1), key=len, reverse=True))
_ADVERB_INSIDE = late(
    rf"(?<=[^公中国总])(?:已经|已累计|累计|共计|整体|合力|先后|陆续|相继|已|(?<![产商])共)(?=(?:{_DEEDS}|收到|接到))"
    r"|(?<=..)(?<![年占])累计(?=..)(?!结|折|赤|净|盈|亏|缺|降|确|债)"  # 房屋交易│累计│申报, but not 历年累计结余
)
_ADVERB_BEGINS = late("[已累共整合先陆相]")  # what every adverb inside begins with; most names have none
_AGAIN = late(rf"^[再又](?=(?:{_DEEDS}))")
_ATTAINED = late(r"(?<=[^，、前])(?:完成(?!投资$)|实现)(?=[^，的]{2,}$)")


_OF_YEARS = late(r"(?:(?<=..)|^)[两三四五]年(?:累计|平均)(?=..)")  # 基础设施│五年累计│投资
_BY_ALL = late(r"^各(?:种|类|项)[^，、的]{2,6}(?:累计|共)?(?:完成|实现)(?=..)")  # 各种运输方式完成│货物周转量
_HOPED = late(r"(?<=..)(?:力争|有望)(?:实现|完成|达到)?(?=..)")
# What bears its place's name as its own: 临澜港, 临澜湾跨海通道, 临澜大桥.
_NAMED_BY_PLACE = ("港", "站", "湾", "大桥", "机场", "地铁")


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
        if name.startswith(word) and len(name) > len(word) + 1 and not name.startswith(_NAMED_BY_PLACE, len(word)):
            name = name[len(word) :]
            break
    name = name[-_LONGEST:]
    if _ADVERB_BEGINS.search(name):
        name = _ADVERB_INSIDE.sub("", _ADDED_UP.sub("", name))
    if name.startswith(("再", "又")):
        name = _AGAIN.sub("", name)
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
    r"(?:[今去前]年|力争|必保|确保|预计|总体|仍然|仍|可比|每年|(?:保持)?年均|连年|连续|逐年|调控|(?:增长|上升|上涨)(?:幅度|速度)"
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
    if name.isalnum():
        return name
    for opening, closing in ("“”", "‘’", "《》", "（）"):
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name


_JOINED_DEEDS = late(
    rf"^(?!聚焦|围绕|来自|涉及|包括|涵盖|投入|[抓做办]好)[新再又]?(?:{_DEEDS})(?:(?:和|、|与|及|并)?(?:{_DEEDS})){{0,3}}"
)
_ROW_GRADE = late(r"(?:国家|省部|省|市|县|区)级(?:及?以上)?(?=..)")


def _row_action(name: str) -> re.Match[str] | None:
    """The verbs that a row of names begins with, as long as they are words of their own (保障│性 is none)."""
    action, joined = _ACTION.match(name), _JOINED_DEEDS.match(name)
    if joined and (not action or joined.end() > action.end()) and joined.end() < len(name):
        ends = {word.end for word in word_layer.words(name[: joined.end() + _LONGEST_WORD])}
        if joined.end() in ends and not identify(name).concept:
            return joined
    return action


def beside(first: str, name: str) -> str:
    """A name in a row of names after 、, with the verb that only the first one has: 淘汰落后炼铁产能、炼钢产能.

    Verbs that are joined go together (新建和改造), and so does the grade: 新增省级文明村7个、│乡镇│.
    """
    action = _row_action(first)
    if not action or _row_action(name) or name.startswith("在建"):
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


def measures(name: str) -> bool:
    """Whether a name ends in a measure that its parts share (粮食产量), rather than being a thing or a work."""
    return bool(_MEASURE_END.search(name))


def acts(name: str) -> bool:
    """Whether a name begins with a verb of doing (新增铁路里程)."""
    return bool(_ACTION.match(name))


def without_action(name: str) -> str:
    """A name without the verb it begins with: 新开工保障性住房 → 保障性住房."""
    action = _ACTION.match(name)
    return name[action.end() :] if action else name


_BARE_MEASURE = late(
    r"其?(?:年?总?产值|增加值|(?:主营)?(?:营业|业务|经营|销售)(?:总)?(?:收入|额)|总?收入|营收|利润|利税|税收|投资|产业规模)"
)
_GRADES = late(r"国家级?|世界级|自治区级|省部级|省级|市级|县级|区级|部级")


def bare_measure(name: str) -> bool:
    """Whether a name is a measure that every field of the economy has (增加值, 其产值): it needs the field's name."""
    return _BARE_MEASURE.fullmatch(name) is not None


_ADDED_UP_SUM = late(r"^(?:累计|预计|完成)*(?:完成(?=投资))?")
# 续建项目 are not all projects.
_OF_KIND = ("新建", "续建", "新开工", "在建", "改建", "扩建", "新增", "新签约", "新引进")
_SUM_OF_THINGS = late(
    r"(?:年度|计划|累计|预计|当年|协议|合同)*(?:完成|总|签约|协议|合同|涉及|投入|获|到位|引进)*"
    r"(?:投资|投资额|金额|签约额|协议额|合同额|资金|资金总额|引资额|奖补资金|补助资金)"
)


def sum_of_things(things: str, name: str) -> str:
    """A sum with the things counted that it is of, "" for any other name: 实施技改项目20个、│完成投资│3亿元."""
    if not _SUM_OF_THINGS.fullmatch(name):
        return ""
    action = _row_action(things)
    kept = things if not action or action.group().startswith(_OF_KIND) else things[action.end() :]
    return kept + _ADDED_UP_SUM.sub("", name)


def of_grade(subject: str, name: str) -> str:
    """A grade alone, as the subject's: 国家科技项目18项、│省级│61项 → 省级科技项目; "" where it is none."""
    grade = _GRADES.search(subject) if _GRADES.fullmatch(name) else None
    return subject[: grade.start()] + name + subject[grade.end() :] if grade and grade.end() < len(subject) else ""


def leans(name: str) -> bool:
    """Whether a name means nothing without an earlier one (余额, 总量, 占比)."""
    return not name or bool(_LEANING.match(name))


def join(subject: str, name: str) -> str:
    """A leaning name with the subject it leans on: 贷款余额 + 余额, 国内生产总值 + 总量."""
    if not name or subject.endswith(name):
        return subject
    for tail in ("余额", "总额", "总量", "规模", "数量", "人数", "金额"):
        if name.endswith(tail) and subject.endswith(tail):
            return subject
    if name.startswith(("死亡", "受伤")):
        subject = subject.removesuffix("起数")
    return subject + name


_TRADE = frozenset({"出口", "进口", "出口额", "进口额", "出口总额", "进口总额", "出口总值", "进口总值"})


def under(parent: str, child: str) -> str:
    """A part named after 其中, completed from its whole."""
    if not parent or child.startswith(parent):
        return child
    relation = re.match(r"^.{0,6}?[市省州县中央]对[区县市下级地方州市]+", parent)
    if relation and child.endswith("转移支付"):
        return (
            relation.group() if not parent.endswith("一般公共预算转移支付") else parent.removesuffix("转移支付")
        ) + child
    if child in _TRADE:
        both = parent.find("进出口")
        return parent[:both] + child if both > 0 else child
    if made := _MADE_ALONE.fullmatch(child):
        object_ = parent.rpartition(made["deed"])
        return child + _DEEDS_FIRST.sub("", object_[2]) if object_[1] and len(object_[2]) > 1 else child
    done = _DONE_END.search(parent)
    if done and not measures_itself(child) and not _ACTION.match(child):
        return child + done.group()
    action = _ACTION.match(parent)
    if child in _KIND_WORDS:
        return child + _OF_GRADES.sub("", parent[action.end() :] if action else parent)
    if action and not _ACTION.match(child):
        if action.group() in child or child.endswith("再就业"):
            return child
        rest = parent[action.end() :]
        shared = _shared(rest, child)
        if shared:
            return action.group() + rest.replace(shared, child, 1)
        if not measures_itself(child) or child.endswith(("企业", "项目", "机构")):
            return action.group() + child
    return child


# 制定、修订国家标准9项，其中│新制定│4项: what is made stands in the whole alone.
_MADE_ALONE = late(r"新?(?P<deed>制定|修订|建成|开工|改造|引进|认定|培育|办结|立案|签约|开通|新建)")
_DEEDS_FIRST = late(r"^[、和与及]?(?:制定|修订|建成|开工|改造|新建|扩建)")
_PEOPLE = late(r"(?:城镇|农村|城市|乡村)(?:常住)?(?:居民)?|农民")


def of_people(whole: str, part: str) -> str:
    """The townspeople or the villagers alone, as their part of what the whole measures of all people.

    居民人均可支配收入, 其中│城镇和农村│分别增长7%和8%.
    """
    at = whole.find("居民")
    if at < 0 or not _PEOPLE.fullmatch(part):
        return part
    return (part if part.endswith(("居民", "农民")) else part + "居民") + whole[at + len("居民") :]


_DONE_END = late(r"(?:新开工|基本建成|开工)$")
_SERIES = [sorted(group, key=len, reverse=True) for group in predicates()["series"]["groups"]]
_IN_SERIES = {word: group for group in _SERIES for word in group}
_KIND_WORDS = frozenset(predicates()["kinds"]["words"])


_STUDENTS = late(r"(?:在校生|招生|毕业生|教职工|专任教师)(?:人数|数)?$")


def students_of(whole: str, school: str) -> str:
    """A kind of school that stands for its part of the students counted: 在校生77万人，其中│小学│27万人."""
    students = _STUDENTS.search(whole)
    return school + students.group() if students and _SCHOOL.search(school) else school


_THIS_YEAR = late(r"(?:当年|本年|年度)$")
_OF_COURSES = late(r"(?:本专科|本科|专科|新生)(?:招生|在校生|毕业生)(?:人数|数)?$")  # 高等学校9所，本专科招生│3万人
_SCHOOL = late(
    r"(?:培养单位|小学|初中|高中|中学|幼儿园|大学|高校|职业学校|技工学校|特殊教育学校|特殊学校|高等学校|院校)$"
)


# What a whole says of the grades or levels in it, before the thing itself: 各级│文物保护单位, 省级以上│技术中心.
_OF_GRADES = late(r"^(?:[^，]*?各级(?:各类)?|(?:国家|自治区|省|市|县|区)级(?:及?以上)?(?=.))")


def next_in_series(subject: str, name: str) -> str:
    """A bare measure with the subject of the one before it: 铁路货运量 + 货物周转量 → 铁路货物周转量; else the name."""
    if _SCHOOL.search(subject) and (name in _IN_SERIES or _OF_COURSES.match(name)):
        return without_action(subject).removesuffix("培养单位") + name
    for known in _IN_SERIES.get(name, ()):
        if subject.endswith(known) and known != name:
            owner = _THIS_YEAR.sub("", without_action(subject.removesuffix(known)))
            return owner + name if owner else name
    return name


def _shared(whole: str, part: str) -> str:
    """The longest end of ``part``, two characters or more, that stands in ``whole``."""
    for length in range(min(len(part) - 1, len(whole)), 1, -1):
        if part[-length:] in whole:
            return part[-length:]
    return ""


_PLANT = late(r"[水火核风光电能](?:电|力|伏)?总?$")
_SHARED_HEAD = late(r"基金|资金|债券|机组|航线|业务")


def with_shared_head(subject: str, name: str) -> str:
    """A name that opens with the head of the subject before it: 三项基金收支 + 基金结余 → 三项基金结余."""
    head = _SHARED_HEAD.match(name)
    at = subject.find(head.group()) if head else -1
    return subject[:at] + name if at > 0 else name


_MEASURE_END = late(
    r"(?:增加值|总产值|产值|营业收入|货邮运输量|货运量|客运量|运输量|吞吐量|周转量|进出口(?:总[值额])?|发电量|"
    r"用水量|销售量|销量|交易额|利润总额|利润|用电量|零售额|销售额|投资|产量|面积|余额|保有量|赔付支出|"
    r"赔款支出|给付支出|保费收入|里程|出口|进口|价格|(?<=总)装机(?:容量)?|装机(?:容量)?)$"
)


_BRANCH = late(r"第[一二三]产业|[一二三]产|工业|建筑业|服务业|农业|农林牧渔业")


def of_sector(parent: str, child: str, scope: str) -> str:
    """A sector that names no indicator, completed from the indicator before it: 轻工业 → …轻工业增加值."""
    if parent.endswith("生产总值") and _BRANCH.fullmatch(child):
        return scope + child + "增加值"  # 生产总值增长8%，其中│第一产业│增长3%
    tail = parent
    framed = re.match(r"^(?:全部工业|规模以上[^增营利]*?业|规上[^增营利]*?业|限额以上[^增营零销]*?业)(?=.)", parent)
    if framed:
        tail = parent[framed.end() :]
        scope = scope or framed.group()
    ended = _MEASURE_END.search(tail)
    own = tail[: ended.start()] if ended else ""
    same = own[-1:] == child[-1:]  # 民用轿车│保有量, 私人轿车
    if ended and (
        scope
        or (same and len(own) > 1)
        or ended.group().startswith("进出口")
        or own in ("总", "全社会")
        or _SECTOR.search(own)
        or _PLANT.search(own)
    ):
        tail = ended.group()
    if scope and not child.startswith(scope):
        child = scope + child
    return overlap(child, tail)


def lacks_indicator(name: str) -> bool:
    """Whether a name is a sector or a thing that names no indicator (轻工业, 食品烟酒, 第一产业)."""
    return not measures_itself(name) or bool(_SECTOR.search(name) and not name.endswith(("企业",)))


def beside_kind(parent: str, name: str) -> bool:
    """Whether a kind of firms, goods or trades follows another's indicator: 采矿业增加值下降4%，│制造业│增长10%."""
    ended = _MEASURE_END.search(parent)
    return ended is not None and name.endswith(("企业", "业", "类")) and parent[: ended.start()].endswith(name[-1])


def overlap(name: str, topic: str) -> str:
    """A name and the topic it stands under, their shared words once: 一档居民 + 居民补助标准 → 一档居民补助标准."""
    if topic[:1] not in name:
        return name + topic
    for length in range(min(len(name), len(topic)), 0, -1):
        if name.endswith(topic[:length]):
            return name + topic[length:]
    return name + topic


def balance_item(name: str) -> bool:
    """Whether a name is an item of a budget's balance, which needs its fund's name (上级补助收入)."""
    return bool(_BALANCE.match(name))


_CLAUSE_BEFORE = late(
    r"^.*(?:增加|减少|提高|下降|增长|改革|建立|完善|实施|扩大|降低|加强|推开|落地|启动|放缓|加快)、(?=..)"
)
_AND = late(r"、|和|与|及|以及")


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
    first, last = parts[0], _AND_OTHERS.sub("", parts[-1])
    lead = _shared_frame(first)
    if measures_itself(first) and not _SECTOR.search(first) and not _SUBSTANCE.fullmatch(first):
        told = _TOLD_FIRST.fullmatch(first)
        lead = told["owner"] if told and _TOLD_WITH_IT.fullmatch(last) else lead
        return [first, *(_led(lead, part) for part in [*parts[1:-1], last])]
    tail = _tail(parts[:-1], last)
    return [first + tail, *(lead + part + tail for part in parts[1:-1]), lead + last]


# 工业总产值、增加值: of what the second is only the first says.
_OUTPUT = late(r"总?产值|增加值")
_OUTPUT_FIRST = late(r"(?P<owner>[^、和]{0,10}业)(?:总?产值|增加值)")
# 安全生产事故起数、死亡人数; 建成区绿化覆盖率、绿地率: whose the second is only the first says.
_TOLD_FIRST = late(r"(?P<owner>[^、和]{2,12}?)(?:发生)?(?:起数|绿化覆盖率|立案|申请量?|存款余额)")
_TOLD_WITH_IT = late(r"(?:死亡人数|受伤人数|死亡数|绿地率|授权量?|贷款余额)")


def _led(lead: str, part: str) -> str:
    """A name with the scope of the first in its row, unless it is an indicator that this scope doesn't have."""
    if part.startswith(_OF_SIZE) and lead.startswith(_OF_SIZE):
        return part
    alone, led = identify(part), identify(lead + part)
    own = lead and alone.concept and (not led.concept or (led.concept, led.facets) == (alone.concept, alone.facets))
    # 规上工业增加值、社会消费品零售总额: a frame of firms does not hold for what the whole place does.
    whole = alone.concept and lead.startswith(_OF_SIZE) and scheme().indicators[alone.concept].field in NOT_OF_FIRMS
    return part if own or whole else lead + part


_OF_SIZE = ("规模以上", "规上", "限额以上")
#: Fields of the scheme whose indicators are of a place and not of its firms.
NOT_OF_FIRMS = frozenset({"accounts", "agriculture", "budget", "investment", "people", "safety"})
_AND_OTHERS = late(r"等(?:主要|[^等、，]{2,4})?(?:产品|行业|商品|地区|领域)(?=.)")
_FRAME = late(
    r"^(?:单位(?:国内|地区)?生产总值|单位GDP|人均)(?=..)|"
    r"^(?:规模以上|规上|限额以上)(?:[^，、和与及]{2,5}?业|单位|企业)?中?(?=..)"
)


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


# 对东盟、欧盟进出口: the preposition and what stands before it hold for all partners.
_PARTNER = late(r"^[^对向自]{0,12}[对向自](?=.)")
_SUBSTANCE = late(r"化学需氧量|氨氮|二氧化硫|氮氧化物|挥发性有机物|细颗粒物")
_SHARED_END = late(
    r"(?:常住)?(?:居民)?(?:人均)?(?:可支配收入|纯收入|消费支出|排放总量|排放量|增加值|总?产值|产量|参保人数|"
    r"参保率|装机容量|保有量|住房面积|建筑面积|出口总?额|进口总?额|进出口总?额|进出口|出口|进口|"
    r"发生起数|死亡人数|(?:平均)?浓度|比重|占比|覆盖率|入学率|普及率|增长率|价格|投资|商品零售额|零售额|销售额|"
    r"(?:零售业|批发业)?(?:销售|营业)收入|利润总额|收入|支出|余额|人数|数量|企业|项目|人口|里程|吞吐量|面积|"
    r"机构)$"
)


def _tail(heads: list[str], last: str) -> str:
    """The end that the last of several coordinated names shares with the ones before it."""
    width = len(heads[-1])
    for head in reversed(heads):
        # 城镇|农村常住居民…: the same kind of word stands first in the last name.
        if len(head) < len(last) and _same_kind(head, last[: len(head)]):
            return last[len(head) :]
        kind = _KINDS.match(last)
        if kind and _KINDS.fullmatch(head) and kind.end() < len(last):
            return last[kind.end() :]
    # 粮油食品类、日用品类|商品零售额: the last name goes on after the character that ends all the others.
    kinds = {head[-1] for head in heads}
    if len(kinds) == 1:
        at = last.rfind(kinds.pop(), 1)
        if 0 < at < len(last) - 1:
            return last[at + 1 :]
    ended = _SHARED_END.search(last)
    if ended and ended.start():
        return ended.group()
    return last[width:] if len(last) > width + 1 else ""


_KINDS = late(
    r"城镇|农村|城市|乡村|国家级|省级|市级|县级|区级|世界级|公办|民办|男|女|东部|中部|西部|东北|第[一二三]产业|"
    r"[^业]{1,6}业|[^险]{2,6}保险|中央|地方|国有|民营|外资|出口|进口|人民币|外币|工业|农业"
)


def _same_kind(one: str, other: str) -> bool:
    """Whether two modifiers of one length are of a kind: both known words, or alike in their last character."""
    return bool(_KINDS.fullmatch(one) and _KINDS.fullmatch(other)) or (len(one) > 1 and one[-1] == other[-1])
