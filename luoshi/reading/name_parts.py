"""A name made whole from the one before it: that of a whole, of a kind beside it, or of what it leans on.

制造业贷款余额4220亿元，余额增长12.7%         余额 → 制造业贷款余额
新增铁路里程2万公里，其中高速铁路9千公里      高速铁路 → 新增高速铁路里程
规模以上工业增加值增长7%。其中，轻工业下降1%  轻工业 → 规模以上工业轻工业增加值
"""

from __future__ import annotations

import re

from luoshi.knowledge.indicators import identify
from luoshi.knowledge.words import predicates
from luoshi.patterns import late
from luoshi.reading.names import ACTION, SECTOR, measures_itself, row_action, without_action

_GRADES = late(r"国家级?|世界级|自治区级|省部级|省级|市级|县级|区级|部级")
_OR_ABOVE = late("^及?以上(?=.)")
_ADDED_UP_SUM = late(r"^(?:累计|预计|完成)*(?:完成(?=投资))?")
# 续建项目 are not all projects.
_OF_KIND = ("新建", "续建", "新开工", "在建", "改建", "扩建", "新增", "新签约", "新引进")
_SUM_OF_THINGS = late(
    r"(?:年度|计划|累计|预计|当年|协议|合同)*(?:完成|总|签约|协议|合同|涉及|投入|获|到位|引进)*"
    r"(?:投资|投资额|金额|签约额|协议额|合同额|资金|资金总额|引资额|奖补资金|补助资金)"
)
_RESULT = late(r"惠及|受益|受惠|直接受益")
_NO_WORK = late(r"惠及|受益|受惠|(?:率|比重|占比|人口|人数|收入|总值|增加值)$")
_OF_OWNER = late(
    r"(?:年|总)?(?:注册资本金?|注册资金|从业人员|资产总额|总资产|销售(?:总?收入|总?额)|营业(?:总?收入|额)|主营业务收入|产值|总产值|利税|"
    r"利润(?:总额)?|托位(?:数)?|床位(?:数)?|总?供水能力|日处理能力|总流通(?:人次)?|藏书(?:量)?|市价总值|总市值|会员|社员|入社(?:成员|农户)|"
    r"带动农户|吸纳就业|库容|总库容|(?:新增|提供)?学位)"
)
_OWNS = late(
    r"(?:企业|公司|合作社|机构|医院|学校|幼儿园|水厂|处理厂|图书馆|文化馆|园区|工商户|平台|基地|水库|电站|农场|大户|商会|协会)(?:总数|数量)?$"
)
_TRADE = frozenset({"出口", "进口", "出口额", "进口额", "出口总额", "进口总额", "出口总值", "进口总值"})
# 制定、修订国家标准9项，其中│新制定│4项: what is made stands in the whole alone.
_MADE_ALONE = late(r"新?(?P<deed>制定|修订|建成|开工|改造|引进|认定|培育|办结|立案|签约|开通|新建)")
_DEEDS_FIRST = late(r"^[、和与及]?(?:制定|修订|建成|开工|改造|新建|扩建)")
_PEOPLE = late(r"(?P<people>(?:城镇|农村|城市|乡村)(?:常住)?(?:居民)?|农民)(?:人均)?")
_DONE_END = late(r"(?:新开工|基本建成|开工)$")
_SERIES = [sorted(group, key=len, reverse=True) for group in predicates()["series"]["groups"]]
_IN_SERIES = {word: group for group in _SERIES for word in group}
_KIND_WORDS = frozenset(predicates()["kinds"]["words"])
_KINDS_BEFORE = (*sorted(word for word in _KIND_WORDS if not word.endswith("级")), "续建", "新建", "在建", "新开工")
_STUDENTS = late(r"(?:在校生|招生|毕业生|教职工|专任教师)(?:人数|数)?$")
_THIS_YEAR = late(r"(?:当年|本年|年度)$")
_OF_COURSES = late(r"(?:本专科|本科|专科|新生)(?:招生|在校生|毕业生)(?:人数|数)?$")  # 高等学校9所，本专科招生│3万人
_SCHOOL = late(
    r"(?:培养单位|小学|初中|高中|中学|幼儿园|大学|高校|职业学校|技工学校|特殊教育学校|特殊学校|高等学校|院校)$"
)
# What a whole says of the grades or levels in it, before the thing itself: 各级│文物保护单位, 省级以上│技术中心.
_OF_GRADES = late(r"^(?:[^，]*?各级(?:各类)?|(?:国家|自治区|省|市|县|区)级(?:及?以上)?(?=.))")
# 参加城镇职工基本养老保险人数96万人，其中参保职工│67万人
_INSURED = late(r"^(?:年末|全市)?(?:参加)?(?P<insurance>[^，参]{2,16}保险)(?:参保)?(?:总)?人数?$")
_INSURED_PART = late(r"^(?:参保|在职|离退休|离休|退休|缴费|领取)[^，险]{0,10}$")
_PLANT = late(r"[水火核风光电能](?:电|力|伏)?总?$")
_SHARED_HEAD = late(r"基金|资金|债券|机组|航线|业务")
_MEASURE_END = late(
    r"(?:增加值|总产值|产值|营业收入|货邮运输量|货运量|客运量|运输量|吞吐量|周转量|进出口(?:总[值额])?|发电量|"
    r"用水量|销售量|销量|交易额|利润总额|利润|用电量|零售额|销售额|投资|产量|面积|余额|保有量|赔付支出|"
    r"赔款支出|给付支出|保费收入|里程|出口|进口|价格|(?<=总)装机(?:容量)?|装机(?:容量)?)$"
)
_BRANCH = late(r"第[一二三]产业|[一二三]产|工业|建筑业|服务业|农业|农林牧渔业")


def measures(name: str) -> bool:
    """Whether a name ends in a measure that its parts share (粮食产量), rather than being a thing or a work."""
    return bool(_MEASURE_END.search(name))


def sum_of_things(things: str, name: str) -> str:
    """A sum with the things counted that it is of, "" for any other name: 实施技改项目20个、│完成投资│3亿元."""
    if not _SUM_OF_THINGS.fullmatch(name):
        return ""
    action = row_action(things)
    kept = things if not action or action.group().startswith(_OF_KIND) else things[action.end() :]
    return kept + _ADDED_UP_SUM.sub("", name)


def owner_counted(things: str, name: str) -> str:
    """Whose property a bare name is where such things were just counted; "" for none.

    农业产业化龙头企业达到190家，│销售收入│31亿元: 农业产业化龙头企业.
    """
    if not _OF_OWNER.fullmatch(name):
        return ""
    action = row_action(things)
    owner = things if not action or action.group().startswith(_OF_KIND) else things[action.end() :]
    return owner.removesuffix("总数").removesuffix("数量") if _OWNS.search(owner) else ""


def told_of_work(work: str, result: str) -> str:
    """A result told of people with the work that it came of: 完成老旧小区改造31个，│惠及居民│2万户; else as it is."""
    if not work or not _RESULT.match(result) or _NO_WORK.search(work):
        return result
    return without_action(work) + result


def of_grade(subject: str, name: str) -> str:
    """A grade alone, as the subject's: 国家科技项目18项、│省级│61项 → 省级科技项目; "" where it is none."""
    grade = _GRADES.search(subject) if _GRADES.fullmatch(name) else None
    return (
        subject[: grade.start()] + name + _OR_ABOVE.sub("", subject[grade.end() :])
        if grade and grade.end() < len(subject)
        else ""
    )


_OF_DEBT = ("限额", "余额")


def join(subject: str, name: str) -> str:
    """A leaning name with the subject it leans on: 贷款余额 + 余额, 国内生产总值 + 总量, 债务限额 + 余额 → 债务余额."""
    if not name or subject.endswith(name):
        return subject
    for tail in ("余额", "总额", "总量", "规模", "数量", "人数", "金额"):
        if name.endswith(tail) and subject.endswith(tail):
            return subject
    if name.startswith(("死亡", "受伤")):
        subject = subject.removesuffix("起数")
    if name in _OF_DEBT and subject.endswith(_OF_DEBT):
        subject = subject[:-2]
    return subject + name


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
    if (insured := _INSURED.match(parent)) and _INSURED_PART.match(child):
        return insured["insurance"] + child
    done = _DONE_END.search(parent)
    if done and not measures_itself(child) and not ACTION.match(child):
        return child + done.group()
    action = ACTION.match(parent)
    if child in _KIND_WORDS:
        return child + _OF_GRADES.sub("", parent[action.end() :] if action else parent)
    if kind := _kind_of_whole(parent, child):
        return kind + (parent[action.end() :] if action else parent).removeprefix("全社会")
    if action and not ACTION.match(child):
        if action.group() in child or child.endswith("再就业"):
            return child
        rest = parent[action.end() :]
        shared = _shared(rest, child)
        if shared:
            return action.group() + rest.replace(shared, child, 1)
        if not measures_itself(child) or child.endswith(("企业", "项目", "机构")):
            return action.group() + child
    return child


def _kind_of_whole(parent: str, child: str) -> str:
    """The kind that a part names before the end of its whole's name (固定资产投资，其中│城镇投资); "" for none."""
    if identify(child).concept:
        return ""
    for kind in _KINDS_BEFORE:
        rest = child[len(kind) :]
        if child.startswith(kind) and len(rest) > 1 and parent.endswith(rest) and parent != rest:
            return "" if any(word in parent for word in _KINDS_BEFORE) else kind
    return ""


def of_people(whole: str, part: str) -> str:
    """The townspeople or the villagers alone, as their part of what the whole measures of all people.

    居民人均可支配收入, 其中│城镇和农村│分别增长7%和8%.
    """
    at = whole.find("居民")
    told = _PEOPLE.fullmatch(part) if at >= 0 else None
    if told is None:
        return part
    part = told["people"]
    return (part if part.endswith(("居民", "农民")) else part + "居民") + whole[at + len("居民") :]


def students_of(whole: str, school: str) -> str:
    """A kind of school that stands for its part of the students counted: 在校生77万人，其中│小学│27万人."""
    students = _STUDENTS.search(whole)
    return school + students.group() if students and _SCHOOL.search(school) else school


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


def with_shared_head(subject: str, name: str) -> str:
    """A name that opens with the head of the subject before it: 三项基金收支 + 基金结余 → 三项基金结余."""
    head = _SHARED_HEAD.match(name)
    at = subject.find(head.group()) if head else -1
    return subject[:at] + name if at > 0 else name


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
        or SECTOR.search(own)
        or _PLANT.search(own)
    ):
        tail = ended.group()
    if own.endswith(("类", "类总")) and tail.startswith(own.removesuffix("总")) and not child.endswith("类"):
        tail = ended.group() if ended else tail  # 肉类总产量，其中│猪肉
    if scope and not child.startswith(scope):
        child = scope + child
    return overlap(child, tail)


def lacks_indicator(name: str) -> bool:
    """Whether a name is a sector or a thing that names no indicator (轻工业, 食品烟酒, 第一产业)."""
    return not measures_itself(name) or bool(SECTOR.search(name) and not name.endswith(("企业",)))


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
