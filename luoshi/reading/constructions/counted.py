"""Things counted before their noun."""

from __future__ import annotations

import re

from luoshi.knowledge.words import predicates
from luoshi.language.words import words
from luoshi.patterns import late
from luoshi.reading import name_parts, names
from luoshi.reading.constructions.counted_deeds import described, served
from luoshi.reading.constructions.counted_examples import COUNTED
from luoshi.reading.constructions.situation import Found, Situation, construction
from luoshi.reading.constructions.subjects import completed, remember
from luoshi.reading.constructions.words import DROPPED, MARK, PERCENT
from luoshi.reading.nouns import before_predicate, deed_of, phrase_after, state_of, verbs_only
from luoshi.records import Measure

_ACTIONS = frozenset(predicates()["action"]["words"])
_PERSONS = late(r"[人者民工口童女员生]|群众|孩子|学子|旅客|游客|劳动力")
_TAKES_OBJECT = frozenset({"有", "共有", "拥有", "现有", "完成", "实现", "共", "获", "获得", "荣获", "取得", "夺得"})
_PEOPLE_WHO = late(r"(?:享受|参加|领取|接受|纳入|通过|考取|报名|获评|获得)[^，。；、]{2,20}")
# What is measured of the things counted, and is no part of their name: 12个水源地│Ⅲ类水质达标率│为100%.
_RATE_OF = late(
    r"(?<=..)(?:[ⅠⅡⅢⅣⅤ一二三四五](?:[～~—至、-][ⅠⅡⅢⅣⅤ一二三四五])?类)?(?:水质|空气质量)?(?:平均|综合|稳定|优良|"
    r"达标)*(?:达标率|合格率|优良率|覆盖率|完成率|比例|比重|增加值)$"
)
_SERVES = late(r"(?:提供|办理|解决|发放|争取|减免|节约|节省|开展|落实|兑现|协调|担保|融资)")
_DOING = late(
    r"(?P<noun>(?!进城|返乡|成功|全部|已)[^，。；、的]{2,12}?)"
    r"(?:将|已经|已|均|都|还|也|全部|基本|成功|先后|陆续|再|又|共|率先|有序|顺利){0,2}"
    r"(?:在[^，。；、的\d]{2,12}?)?(?P<deed>(?:提前|超额)?(?!(?:完成|实施|落实)(?:兑现|到位)?(?:$|[，。；]))(?:"
    + "|".join(sorted(predicates()["benefit"]["words"], key=len, reverse=True))
    + r")(?!率|额|量|情况)[^，。；]{0,24})(?=$|[，。；])"
)
# 25个欠发达县│生产总值增长13.5%: what of the things counted a number further on tells.
_THEIR_MEASURE = late(
    r"(?P<things>[^，。；、的]{0,12}?(?:省份|县市|县区|城市|断面|家庭|企业|项目|事项|路段|高校|国家|乡镇|学校|医院|产品|行业|"
    r"指标|任务|水源地|小区|开发区|园区|县|集团))(?P<measure>[^，。；、]{0,14}"
    r"(?:率|比例|比重|占比|价格|[额量值费]|指数|收入|支出|面积|投资|增速))(?:增幅|达|共|仅)?"
)
# 10项│指标│增幅位居全省前列: what of the things counted the predicate speaks of.
_THEIR_STATE = late(
    r"(?P<things>[^，。；、的]{0,12}?(?:断面|企业|项目|指标|园区|开发区|产品|行业|城市|县区|县市|学校|医院|河流|处理厂))"
    r"(?P<state>增[幅速]|前期工作|考核|排名|总量|产[值量]|规模|质量|(?:排放)?水质)"
)
# Verbs whose object does what follows: 推动500家企业│实施数字化改造.
# 完成4万户│棚户区改造任务: what was done is the work.
_TASK_DONE = late(r"(.{4,}?(?:改造|建设|治理|搬迁|重组|登记|整治|处理|修复|拆除|清理))(?:任务|工作)")
_PIVOTAL = frozenset({"推动", "支持", "引导", "鼓励", "指导", "促进", "带动"})
# 西塘│5万吨│冷链物流等项目: the size is of the one work right behind it, and whose it is stands before the number.
_AND_OTHER_WORKS = late(r"(?<=..)(?:、[^，。]*)?等(?:一批)?(?:重点|重大|产业化)?(?:项目|工程).*$")
_OWNER_OF_WORKS = late(r"(?:^|、)(?P<owner>[^的等将了着及和与、]{2,7}(?:[年日]产)?)$")
_DONE_TO = late(r"的([^，。；、]{2,10})(?=[，。；]|$)")
_ENDS_VERB = late(r"(完成|开展|进行|实施)了?对(?:全[国市省])?$")
_POLICY = late(r"(?:惠企|扶持|支持)?(?:政策(?:措施)?|意见|措施|举措|细则|办法)")
_ABOUT = late(
    r"(?:.*[，、])?(?:先后|已|还)?(?:(?:制定|研究|出台|实施|印发|推出|发布|落实){1,2})(?P<about>[^，、“”等]{4,20})"
)
_COUNTIES = late(r"(?:县市区|[县市区镇乡村])（[县市区镇乡村街道、]{1,6}）")
_ROW_MARKS = ("、", "和", "与", "及", "以及")
_DONE = late(r"(?<=^..)了(?=..)")
_KINDS = frozenset(predicates()["kinds"]["words"])
_MARKS = "，。；、 ”"
_JOINING = ("、", "和", "及")
_INSTANCES = late(r"(?P<which>[^，。；：]{2,30})等$")
_OF_CLASSES = frozenset({"类", "大类", "项", "种"})
_CLASSES = ("指标", "家电", "产品", "商品", "费用")
_ADVERBIAL = ("t", "d", "ad", "vd")  # tags of what stands between a noun and its predicate
_CAUSES = ("造成", "导致", "致", "使", "让")
_LONGEST_ITEM = 24  # characters between the numbers of a row
_OF_TASK = late(r"^(.{2,}?(?:任务|目标|指标))的.*$")
_AGENT = late(r"(?:企业|公司|部门|机构|医院|学校|单位|银行|集团|中心|院校|社区)$")
# Words that open a noun of one kind and the count of its kind: 省份, 城市.
_HEAD_OF_COUNT = late(
    r"(?:省区市|省份|省市(?!列)|市县|城市|国家[和及]地区|国家(?!级)|地区|部门|单位|街镇|乡镇|行业(?!大类|中类|门类))(?=.)"
    r"(?!.*(?:断面|项目|工程|企业|景区|基地)$)"
)
# Units that count no places, offices or trades: 29所│乡镇卫生院, 27条│城市道路.
_OF_THINGS = frozenset({"所", "条", "座", "项", "件", "名", "人", "套", "户", "公里", "米", "处", "台", "辆", "支"})
_AT_CLAUSE_VERB = late(
    r"(?:全[国省市州盟县区旗]|今年|全年|年内|已|再|要|将|全面|加快|基本|累计|继续|共|提前|全力|着力|深入|持续|分批|顺利|率先)*("
    + "新?(?:"
    + "|".join(sorted((w for w in predicates()["action"]["words"] if len(w) > 1), key=len, reverse=True))
    + r"))"
)
_JOINED_VERB = late(r"(?:^|[，、])([^，、]{2,4})(?:和|、|与|及)$")


@construction(
    "a number before its noun",
    "取消123项许可事项, 33个项目, 新增50万个就业岗位: the thing counted stands after the number.",
    *COUNTED,
)
def number_before_noun(s: Situation) -> list[Found]:
    b, q = s.before, s.quantity
    if q.kind in ("points", "multiple", "rank", "streak") or q.kind in PERCENT:
        return []
    who = _PEOPLE_WHO.match(s.text, q.end, s.limit) if q.unit in ("人", "名") else None
    if who and (not b.name or b.verb == "有"):
        return _level(s, who.group() + "人数")
    after = _noun_counted(s)
    acts = b.raw.endswith("着") or (verbs_only(b.name) and not names.measures_itself(b.name))
    deed_only = acts and b.kind in ("", "action")
    if deed_only and not after and s.text.startswith("的", q.end):
        after = phrase_after(s.text, q.end + 1, s.limit)  # 绵延着4000公里的│边境线
    if deed_only and after and b.kind == "" and (q.kind == "money" or b.raw.endswith("着")):
        b.name = ""  # 给予200元│奖励: the verb only gives what the noun behind its number names
    if b.raw.rstrip("“ ").endswith("、") and len(after) > 1 and s.start > s.clause.start:
        # The words since the last number are its own noun; the verb of the clause holds for this one too.
        leading = _AT_CLAUSE_VERB.match(s.text, s.clause.start)
        b.verb = leading.group(1) if leading else ""
        b.kind, b.name = ("action" if leading else ""), ""
    if q.quote.endswith("人口"):
        if b.name.startswith(("覆盖", "惠及", "解决")):
            after = "人口" + after
        if not after and (b.name in ("", "有") or b.verb == "有"):
            return [Found("人口", "level")]
    if _no_noun(s, after):
        return []
    if told := _by_its_deed(s, after):
        return _level(s, told)
    if b.kind == "reach" and b.name and b.verb not in _TAKES_OBJECT and not b.moved:
        return []
    if b.raw.rstrip("“ ").endswith("的") and b.name:
        return _level(s, described(names.clean(b.name.rstrip("的"), s.own), after))
    if b.moved and b.name:
        return _level(s, names.clean(b.name, s.own) + after)
    whole = b.kind == "" and b.name and (_object_before(b.name) or q.kind == "money")
    return [] if whole and not b.raw.rstrip("“ ").endswith(("等", "这", "这些")) else _counted(s, after)


def _level(s: Situation, name: str) -> list[Found]:
    """A level of what is named, made whole and remembered."""
    found = completed(s, name)
    remember(s, [found], "level")
    return [Found(found, "level")]


def _noun_counted(s: Situation) -> str:
    """The noun after the number, without what another number or measure holds of it."""
    q = s.quantity
    after = _RATE_OF.sub("", _described_after(s) or s.after())
    beside = s.text[q.end : s.rest[0].start] if s.rest else None
    both_counted = beside == "" and {q.unit, s.rest[0].unit} == {"项", "件"}
    if not after and ((beside == "、" and s.before.kind == "action") or both_counted):
        # 9条、216公里轨道交通线, 10项│26件实事: both count the noun after the second.
        after = phrase_after(s.text, s.rest[0].end, s.rest[1].start if len(s.rest) > 1 else s.clause.end)
    if beside == after + "、" and after in _KINDS:
        after += _class_beside(s)
    of_kind = q.unit not in _OF_THINGS and s.rest
    if of_kind and (head := _HEAD_OF_COUNT.match(after)) and not s.text.startswith(("的", "和"), q.end + head.end()):
        after = head.group()
    theirs = _THEIR_MEASURE.fullmatch(after) if s.rest and q.kind == "count" else None
    if theirs:
        after = theirs["things"]
    if s.rest and "、" in after and not s.text.startswith("的", q.end):
        after = after.partition("、")[0]  # what is beside it has a number of its own
    if q.kind == "measure":
        after = _AND_OTHER_WORKS.sub("", after)
    if "的" in after:
        after = _OF_TASK.sub(r"\1", after)
    listed = after.rpartition("、")
    return listed[0] if listed[1] and listed[2] in _ACTIONS else after


def _class_beside(s: Situation) -> str:
    """The class that kinds counted one after the other share: 2家国家级、4家省级│设计中心."""
    noun = phrase_after(s.text, s.rest[0].end, s.rest[1].start if len(s.rest) > 1 else s.clause.end)
    return next((noun.removeprefix(kind) for kind in _KINDS if noun.startswith(kind)), "")


def _no_noun(s: Situation, after: str) -> bool:
    """Whether no noun follows that the number counts, or its verb moves a name that stands before it."""
    b = s.before
    return (
        not after
        or (len(after) < 2 and s.quantity.unit not in ("", "人"))
        or MARK.fullmatch(after) is not None
        or (b.kind in ("rise", "fall") and bool(b.verb not in _ACTIONS or b.name))
        or after.startswith(("以及", "和", "与", "并", "等", "及"))
    )


def _by_its_deed(s: Situation, after: str) -> str:
    """The noun counted where the words around say what was done to it or for it; "" where they don't."""
    raw, end = s.before.raw.rstrip("“ "), s.quantity.end + len(after)
    done_to = _DONE_TO.match(s.text, end) if raw.endswith(("对", "对全国", "对全市", "对全省")) else None
    if done_to and (did := _ENDS_VERB.search(raw)):
        # 完成对│120个│企业的产品认证: what was done to the things counted tells which they are.
        return f"{did[1]}{done_to[1]}的{after}"
    return served(s, after) or (after if raw.endswith(("为", "向", "给")) and _SERVES.match(s.text, end) else "")


def _counted(s: Situation, after: str) -> list[Found]:
    """The noun counted, with the verb before the number or the deed behind the noun."""
    b, q = s.before, s.quantity
    raw = b.raw.rstrip("“ ")
    verb, name = _verb_and_name(s)
    # 东湾、西塘│两座│水库建成: which they are stands before their number.
    told_before = "、" in name and not raw.endswith("等")
    if verb and raw.endswith("等") and _parted(s, after)[1]:
        verb = ""  # 开办企业、用电等│3个│指标进入前列: the verb is one of the instances
    doing = None if told_before else _doing(s, verb, after)
    deed = ""
    if not verb and not doing:
        after, deed = _parted(s, after)
        deed = "" if told_before else deed
    subject = _ABOUT.fullmatch(raw) if _POLICY.fullmatch(after) and not _after_a_number(s) else None
    if subject:
        # 出台退役士兵安置│11条│政策: what a policy is about stands before its count.
        return _level(s, subject["about"] + after)
    of_works = _OWNER_OF_WORKS.search(name) if q.kind == "measure" and not _after_a_number(s) else None
    if of_works:
        name = of_works["owner"]
    if not verb and not doing and ((of_works and not b.kind) or _opens(s, name, after, deed)):
        name = names.clean(name, s.own)
        deed, after = "", (_last_verb(name) if _after_a_number(s) else name) + after
    subjects = s.context.subjects
    if not b.raw and s.context.named_at >= s.clause.start and subjects and q.unit in ("个", "项", "类", "种", "大类"):
        after = name_parts.overlap(subjects[-1], after)
    if name and verb and _object_before(name) and not _AGENT.search(name):
        return []
    listed = _INSTANCES.search(raw) if not (verb or doing or deed) and s.rest and q.unit in _OF_CLASSES else None
    if listed and after.endswith(_CLASSES):
        after = f"{listed['which']}等{after}"  # 人均收入等│5项│指标达标率: only the instances tell which class it is
    measure: Measure = "level"
    if verb == "完成" and (task := _TASK_DONE.fullmatch(after)):
        verb, after = "", task[1]
    found = after if verb in DROPPED or not verb else verb + after
    if verb == "覆盖" and name and not verbs_only(name):
        found = names.clean(name, s.own) + found  # 物业服务│覆盖│300个│老旧小区
    if verb == "惠及" and not name and s.context.subjects:
        found = name_parts.told_of_work(s.context.subjects[-1], found)
    if doing:
        own = not s.rest or after.startswith(doing.group("noun") + doing.group("deed")[:2])
        after = before_predicate(doing.group("noun"), q.unit) if own else after
        found = f"{_DONE.sub('', doing.group('deed'))}的{after}"
    elif deed:
        found = f"{deed}的{found}"
    sign = None
    if verb in ("减少", "降低", "压减") and q.kind != "money":
        measure, sign, found = "change", -1, after
    found = completed(s, found)
    remember(s, [found], measure)
    return [Found(found, measure, sign, unit="人" if q.unit == "" and _PERSONS.search(after[:8]) else "")]


def _opens(s: Situation, name: str, after: str, deed: str) -> bool:
    """Whether what stands before the number opens the name of what is counted: 优化环境│26条│措施."""
    if s.before.kind or not name or s.before.raw.rstrip("“ ").endswith(("等", "共", "着")):
        return False
    if deed and (words(name)[0].tag[0] != "v" or name.endswith(_CAUSES)):
        return False
    brief = len(after) <= 3 and after != "国家" and len(name) <= 8
    return brief or (len(name) <= 6 and (_AT_CLAUSE_VERB.match(name) is not None or verbs_only(name)))


def _last_verb(name: str) -> str:
    """The verb that a name ends in, whose subject stands before it (礼兵│抬起); the name itself where it is none."""
    last = words(name)[-1] if name else None
    behind = last is not None and last.start > 1 and last.tag == "v" and last.text not in _ACTIONS
    return last.text if behind and last is not None else name


def _parted(s: Situation, after: str) -> tuple[str, str]:
    """The noun that heads the clause behind its number, and what its predicate says of it where that is all told."""
    noun = before_predicate(after, s.quantity.unit)
    end = s.text.find(noun, s.quantity.end) + len(noun)
    raw = s.before.raw.rstrip("“ ")
    leading = _AT_CLAUSE_VERB.match(s.text, s.clause.start if raw.endswith(_JOINING) else s.start)
    # Its noun is the object of a verb before it: 夯实│13个│断面达标基础.
    governed = bool(leading) and not raw.endswith("等")
    if not raw.endswith(("等", *_JOINING, *_CAUSES)):
        governed = governed or verbs_only(s.before.name) or verbs_only(raw)
    first, mark, _ = noun.partition("（")[0].partition("、")
    beside = bool(mark and first) and words(first)[-1].tag[0] == "v"  # 猪│养殖、农业园等项目
    if beside or governed or raw.endswith("由") or s.text.startswith((" ", "的"), end):
        return (after if leading and leading[1] == "完成" else noun), ""  # 完成新一轮│50家│卫生院提档升级
    deed = deed_of(_predicate_at(s, end))
    while noun and (last := words(noun)[-1]).tag in _ADVERBIAL and last.start > 1:
        noun = noun[: last.start]  # 两艘│油轮当天│遇险, 30处│公厕免费│开放
    theirs = _THEIR_STATE.match(after)
    if theirs and not s.rest and (state := state_of(_predicate_at(s, s.quantity.end + theirs.end()))):
        return theirs["things"], theirs["state"] + state  # 10项│指标│增幅位居前列
    return noun, deed


def _predicate_at(s: Situation, start: int) -> str:
    """The predicate that begins at ``start``; where a number of its own follows, what stands before that one."""
    numbers = [q for q in s.rest if q.kind != "ordinal" and q.start >= start and s.text[q.start - 1] != "前"]
    if not numbers:
        return s.text[start : s.clause.end].rstrip(_MARKS)
    said, mark, behind = s.text[start : numbers[0].start].rpartition("、")
    following = words(behind) if mark else []
    return said if following and following[0].tag == "v" else ""


def _verb_and_name(s: Situation) -> tuple[str, str]:
    """The verb whose object is counted, joined verbs together, and what is left of the name before it."""
    b, name = s.before, s.before.name
    raw = b.raw.rstrip("“ ")
    verb = b.verb if b.kind in ("action", "rise", "fall") or b.verb in _ACTIONS else ""
    joined = _JOINED_VERB.search(name) if verb else None
    if joined and joined.group(1) in _ACTIONS:
        verb, name = joined.group().lstrip("，、") + verb, ""
    elif verb and name in _ACTIONS:
        verb, name = name + verb, ""
    if raw.endswith(("等", "共")) and not verb:
        # 建成东港路、西港路等│6条城市道路: the verb before the instances is the count's.
        leading = _AT_CLAUSE_VERB.match(s.text, s.start) if raw.endswith("等") else None
        verb, name = leading.group(1) if leading else "", ""
    return verb, name


def _doing(s: Situation, verb: str, after: str) -> re.Match[str] | None:
    """What the things counted do or undergo, where that tells which they are: 26家企业│入围."""
    if verb and not verb.endswith("有") and verb not in _PIVOTAL:
        return None
    last = _last_of_row(s)
    if last is None:
        # 24个│项目入选名录、│实现四连冠: what the next number is of has a verb of its own.
        told, mark, _ = s.text[s.quantity.end : s.rest[0].start].rpartition("、")
        doing = _DOING.match(told) if mark else None
        return doing if doing and after.startswith(doing.group("noun")) else None
    doing = _DOING.match(s.text[last : s.clause.end])
    return None if doing and last == s.quantity.end and not after.startswith(doing.group("noun")) else doing


def _after_a_number(s: Situation) -> bool:
    """Whether the words before a number follow another one, whose noun they are: 9条│溪流│465公里河道."""
    return any(quantity.end == s.start for quantity in s.clause.quantities)


def _described_after(s: Situation) -> str:
    """The noun after a number where a class of it that has a number of its own comes first: 600名│0—17岁│儿童."""
    text, end = s.text, s.quantity.end
    places = _COUNTIES.match(text, end)
    if places:  # 24个│县（市、区）│试点
        return places.group() + phrase_after(text, places.end(), s.limit)
    if not s.rest or s.rest[0].start != end:
        return ""
    first = s.rest[0]
    if first.kind != "age" and not (first.kind == "money" and first.qualifier == "over"):
        return ""
    noun = phrase_after(text, first.end, s.rest[1].start if len(s.rest) > 1 else s.clause.end)
    if len(noun) < 2:
        return ""
    s.used = 2
    return first.quote + noun


def _last_of_row(s: Situation) -> int | None:
    """Where the last number of a row of things counted ends (3支医疗队、55名医生│获得表彰), None where more follows."""
    end = s.quantity.end
    for following in s.rest:
        between = s.text[end : following.start]
        if following.kind != "count" or len(between) > _LONGEST_ITEM or not between.endswith(_ROW_MARKS):
            return None
        end = following.end
    return end


def _object_before(name: str) -> bool:
    """Whether a name already is a whole indicator, so that what follows the number is no part of it."""
    return names.measures_itself(name) and len(name) > 3
