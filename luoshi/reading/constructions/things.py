"""Money named by its purpose, and things counted before their noun."""

from __future__ import annotations

import re

from luoshi.knowledge.words import predicates
from luoshi.patterns import late
from luoshi.reading import names
from luoshi.reading.constructions.situation import Found, Situation, construction
from luoshi.reading.constructions.subjects import completed, remember
from luoshi.reading.constructions.words import DROPPED, MARK, MONEY_VERBS, PERCENT
from luoshi.reading.nouns import phrase_after
from luoshi.records import Measure

_PURPOSE_ADVERB = late(
    "^(?:"
    + "|".join(sorted(predicates()["purpose"]["adverbs"], key=len, reverse=True))
    + r"|重点(?![项领工产任群行企区]))+"
)
_PURPOSE = late("^(?:" + "|".join(sorted(predicates()["purpose"]["verbs"], key=len, reverse=True)) + ")")
_ACTIONS = frozenset(predicates()["action"]["words"])
_PERSONS = late(r"[人者民工口童女员生]|群众|孩子|学子|旅客|游客|劳动力")
_AFTER_GOAL = late(r"[，。；]|（[^（）]{0,40}\d|（[^（）]{40}")
_GOAL_BRACKET = late(r"（[^（）]{0,40}）")
_STOPS_GOAL = ("、", "；", "。", "）", "")
_HAS_DIGIT = late(r"\d")
_TAKES_OBJECT = frozenset({"有", "共有", "拥有", "现有", "完成", "实现", "共", "获", "获得", "荣获", "取得", "夺得"})
_PEOPLE_WHO = late(r"(?:享受|参加|领取|接受|纳入|通过|考取|报名|获评|获得)[^，。；、]{2,20}")
# What is measured of the things counted, and is no part of their name: 12个水源地│Ⅲ类水质达标率│为100%.
_RATE_OF = late(
    r"(?<=..)(?:[ⅠⅡⅢⅣⅤ一二三四五](?:[～~—至、-][ⅠⅡⅢⅣⅤ一二三四五])?类)?(?:水质|空气质量)?(?:平均|综合|稳定|优良|"
    r"达标)*(?:达标率|合格率|优良率|覆盖率|完成率|比例|比重|增加值)$"
)
_BARE_MONEY = frozenset({"资金", "经费", "财政资金", "各类资金", "专项资金", "上级资金"})
_SERVES = late(r"(?:提供|办理|解决|发放|争取|减免|节约|节省|开展|落实|兑现|协调|担保|融资)")
_USE = late(r"(?:调入|用于|补充|结转|转入|缴入|上缴|列入|调出|划转)[^，。；、（]{2,24}")
_DOING = late(
    r"(?P<noun>(?!进城|返乡)[^，。；、的]{2,12}?)(?:将|已经|已|均|都|还|也|全部|基本|成功|先后|陆续|再|又|共|率先|有序|顺利){0,2}(?P<deed>(?!(?:完成|实施)(?:$|[，。；]))(?:"
    + "|".join(sorted(predicates()["benefit"]["words"], key=len, reverse=True))
    + r")(?!率|额|量|情况)[^，。；]{0,24})(?=$|[，。；])"
)
# 25个欠发达县│生产总值增长13.5%: what of the things counted a number further on tells.
_THEIR_MEASURE = late(
    r"(?P<things>[^，。；、的]{0,12}?(?:省份|县市|县区|城市|断面|家庭|企业|项目|事项|路段|高校|国家|乡镇|学校|医院|产品|行业|"
    r"指标|任务|水源地|小区|开发区|园区|县|集团))(?P<measure>[^，。；、]{0,14}"
    r"(?:率|比例|比重|占比|价格|[额量值费]|指数|收入|支出|面积|投资|增速))(?:增幅|达|共|仅)?"
)
# Verbs whose object does what follows: 推动500家企业│实施数字化改造.
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
_LONGEST_ITEM = 24  # characters between the numbers of a row
_FRAMED = late(r"^((?:规模以上|规上|限额以上)[^，、的]{2,4}业)")
_SOME_OF = late(r"[中里][，,]?(?:已|共)?有$")
_OF_TASK = late(r"^(.{2,}?(?:任务|目标|指标))的.*$")
_NOT_IN_DEED = late(r"[了“”]|全年|全市|全省|全国")
_AGENT = late(r"(?:企业|公司|部门|机构|医院|学校|单位|银行|集团|中心|院校|社区)$")
# Words that open a noun of one kind and the count of its kind: 省份, 城市.
_HEAD_OF_COUNT = late(
    r"(?:省区市|省份|省市|市县|城市|国家[和及]地区|国家|地区|部门|单位|街镇|乡镇|行业(?!大类|中类|门类))(?=.)"
)
_AT_CLAUSE_VERB = late(
    r"(?:今年|全年|年内|已|再|要|将|全面|加快|基本|累计|继续|共|新|提前|全力|着力|深入|持续|分批|顺利|率先)*("
    + "|".join(sorted((w for w in predicates()["action"]["words"] if len(w) > 1), key=len, reverse=True))
    + r")"
)
_JOINED_VERB = late(r"(?:^|[，、])([^，、]{2,4})(?:和|、|与|及)$")


@construction(
    "money named by its purpose",
    "安排10亿元支持企业技术改造: an amount whose verb only provides it is named by what it is for.",
    ("安排6.9亿元，统筹保障政府投资重点项目建设，优化布局。", "保障政府投资重点项目建设 level 690000000元 2024 actual"),
    ("安排0.4亿元持续保障农村公路养护。", "保障农村公路养护 level 40000000元 2024 actual"),
    (
        "安排4.6亿元用于18个重点项目建设。",
        "重点项目建设 level 460000000元 2024 actual; 重点项目建设 level 18个 2024 actual",
    ),
    (
        "统筹资金3.4亿元，支持名师培养、校舍改造等项目。",
        "支持名师培养、校舍改造等项目 level 340000000元 2024 actual",
    ),
    (
        "统筹7.3亿元支持老城功能完善、地下管网更新。",
        "支持老城功能完善、地下管网更新 level 730000000元 2024 actual",
    ),
    ("投入1.4亿元，发放农业保险保费补贴，支持农民增收。", "发放农业保险保费补贴 level 140000000元 2024 actual"),
    ("2025年安排3亿元，优先发展教育事业。", "发展教育事业 level 300000000元 2025 target"),
    (
        "统筹1.4亿元支持老年活动室（中心）、救助中心等项目建设。",
        "支持老年活动室、救助中心等项目建设 level 140000000元 2024 actual",
    ),
    ("安排1亿元，支持招商引资。", "支持招商引资 level 100000000元 2024 actual"),
    ("投入2.4亿元支持生态环境保护。", "支持生态环境保护 level 240000000元 2024 actual"),
    ("拨付3600万元用于居家养老服务。", "居家养老服务 level 36000000元 2024 actual"),
    ("安排6.2亿元支持企业数字化转型。", "支持企业数字化转型 level 620000000元 2024 actual"),
    ("统筹3亿元，推进老旧管网更新。", "推进老旧管网更新 level 300000000元 2024 actual"),
    ("统筹8.5亿元支持民营企业发展。", "支持民营企业发展 level 850000000元 2024 actual"),
    ("拨付1.2亿元用于农村道路养护。", "农村道路养护 level 120000000元 2024 actual"),
    ("投入3.6亿元，改善农村学校办学条件。", "改善农村学校办学条件 level 360000000元 2024 actual"),
    ("2025年，安排2亿元支持新能源汽车推广。", "支持新能源汽车推广 level 200000000元 2025 target"),
    ("下达4800万元，支持高标准农田建设。", "支持高标准农田建设 level 48000000元 2024 actual"),
    ("累计投入9亿元，推进水环境治理。", "推进水环境治理 level 900000000元 2024 actual"),
    kinds=frozenset({"money"}),
)
def purpose(s: Situation) -> list[Found]:
    b = s.before
    if b.kind not in ("action", "reach", "rise", "") or (
        b.name and b.name not in _BARE_MONEY and not b.name.endswith(("财政", "各级", "中央", "银行"))
    ):
        return []
    raw = b.raw.strip("，、 ").removesuffix(b.name if b.name in _BARE_MONEY else "")
    if not any(raw.endswith(verb) for verb in MONEY_VERBS):
        return []
    goal = _goal(s)
    if len(goal) < 2:
        return []
    goal = names.tidy(goal)
    remember(s, [goal], "level")
    return [Found(goal, "level")]


def _goal(s: Situation) -> str:
    """What money is for, by the words right after it or the clause that follows; "" where they don't say."""
    text, end = s.text, s.quantity.end
    begin = end if end < s.limit else end + 1 if text[end : end + 1] in ("，", ",") else -1
    if begin < 0 or text[begin : begin + 1] in _STOPS_GOAL:
        return ""
    stop = _AFTER_GOAL.search(text, begin)
    close = stop.start() if stop else len(text)
    counted = s.rest[0] if s.rest and s.rest[0].kind == "count" and s.rest[0].start - begin <= 6 else None
    goal = text[begin:close] if counted is None else text[begin : counted.start] + text[counted.end : close]
    goal = _GOAL_BRACKET.sub("", goal)
    adverb = _PURPOSE_ADVERB.match(goal)
    goal = goal[adverb.end() :] if adverb else goal
    if not (adverb or _PURPOSE.match(goal)) or _HAS_DIGIT.search(goal[:6]):
        return ""
    return goal


@construction(
    "part of a sum put to a use",
    "其中4.6亿元调入一般公共预算: an amount of the subject, named by subject and use.",
    (
        "政府性基金预算收入8亿元，其中3亿元调入一般公共预算。",
        "政府性基金预算收入 level 800000000元 2024 actual; "
        "政府性基金预算收入调入一般公共预算 level 300000000元 2024 actual",
    ),
    (
        "国有资本经营预算收入9.3亿元，其中2.1亿元调入一般公共预算。",
        "国有资本经营预算收入 level 930000000元 2024 actual; "
        "国有资本经营预算收入调入一般公共预算 level 210000000元 2024 actual",
    ),
    (
        "超长期特别国债10亿元，其中7亿元用于重大项目建设。",
        "超长期特别国债 level 1000000000元 2024 actual; 超长期特别国债用于重大项目建设 level 700000000元 2024 actual",
    ),
    kinds=frozenset({"money"}),
)
def put_to_use(s: Situation) -> list[Found]:
    subject = (s.context.whole or s.context.subjects or [""])[-1]
    use = _USE.match(s.text, s.quantity.end, s.limit)
    if s.before.name or not use or not subject:
        return []
    return [Found(subject + use.group(), "level")]


@construction(
    "some of a group",
    "36个行业中有23个增加值实现正增长: how many of a group just counted do or are something.",
    (
        "规模以上工业的31个行业大类中有24个增加值实现正增长。",
        "规模以上工业行业大类 level 31个 2024 actual; 增加值正增长的规模以上工业行业大类 level 24个 2024 actual",
    ),
    kinds=frozenset({"count"}),
)
def some_of_group(s: Situation) -> list[Found]:
    if (
        not s.text.endswith("有", 0, s.quantity.start)
        or not _SOME_OF.search(s.text, max(0, s.quantity.start - 6), s.quantity.start)
        or not s.context.subjects
    ):
        return []
    group = s.context.subjects[-1]
    stop = re.compile(r"[，。；]").search(s.text, s.quantity.end)
    deed = s.text[s.quantity.end : stop.start() if stop else len(s.text)]
    for length in range(min(6, len(deed)), 1, -1):
        if deed[:length] in group:
            deed = deed[length:]
            break
    deed = deed.replace("实现", "")
    framed = _FRAMED.match(group)
    if framed and deed.startswith("增加值"):
        s.context.subjects = [framed.group(1) + "增加值"]
    return [Found(f"{deed}的{group}" if deed else group, "level")]


@construction(
    "ahead of time",
    "提前两年完成任务: how much earlier than planned something was done, named by what was done.",
    ("提前3个月完成管网改造任务。", "提前完成管网改造任务 level 3个月 2024 actual"),
    ("提前5个月完成新开航线任务。", "提前完成新开航线任务 level 5个月 2024 actual"),
    ("提前40天建成跨海通道。", "提前建成跨海通道 level 40天 2024 actual"),
    kinds=frozenset({"duration"}),
)
def ahead_of_time(s: Situation) -> list[Found]:
    q, text = s.quantity, s.text
    if not text.endswith("提前", s.start, q.start):
        return []
    pieces, at = [], q.end
    for following in s.rest[:4]:
        pieces.append(text[at : following.start])
        at = following.end
    end = s.rest[4].start if len(s.rest) > 4 else s.clause.end
    deed = _NOT_IN_DEED.sub("", "".join([*pieces, text[at:end]]))
    return [Found("提前" + deed, "level")] if len(deed) > 2 else []


@construction(
    "a number before its noun",
    "取消123项许可事项, 33个项目, 新增50万个就业岗位: the thing counted stands after the number.",
    ("改造提升120处敬老院。", "改造提升敬老院 level 120处 2024 actual"),
    ("年末共有0.6万人享受农村最低生活保障。", "享受农村最低生活保障人数 level 6000人 2024-12-31 actual"),
    ("26家企业入围“2024民营企业500强”。", "入围“2024民营企业500强”的企业 level 26家 2024 actual"),
    (
        "政府性融资担保机构为5569户企业提供担保23亿元。",
        "企业 level 5569户 2024 actual; 企业提供担保 level 2300000000元 2024 actual",
    ),
    (
        "12个饮用水水源地水质达标率保持100%。",
        "饮用水水源地 level 12个 2024 actual; 饮用水水源地水质达标率 level 100% 2024 actual",
    ),
    ("101家平台退出监管名录。", "退出监管名录的平台 level 101家 2024 actual"),
    ("34.5亿元惠农补贴资金及时足额直达群众。", "惠农补贴资金 level 3450000000元 2024 actual"),
    (
        "争取专项债券资金16.9亿元，支持产业园区等20个重大项目建设。",
        "专项债券资金 level 1690000000元 2024 actual; 重大项目建设 level 20个 2024 actual",
    ),
    ("参加省级比赛获得54枚金牌。", "金牌 level 54枚 2024 actual"),
    ("取消12项收费。", "取消收费 level 12项 2024 actual"),
    ("下达5亿元专项债券资金。", "下达专项债券资金 level 500000000元 2024 actual"),
    ("取消86项行政许可事项。", "取消行政许可事项 level 86项 2024 actual"),
    ("支持210个重点项目。", "重点项目 level 210个 2024 actual"),
    ("完成56万平方米老旧住房改造。", "完成老旧住房改造 level 560000平方米 2024 actual"),
    ("600万个家庭受益。", "受益的家庭 level 6000000个 2024 actual"),
    ("87家钢铁企业完成超低排放改造。", "完成超低排放改造的钢铁企业 level 87家 2024 actual"),
    ("共有300家外资企业追加投资。", "追加投资的外资企业 level 300家 2024 actual"),
    ("停车难、加装电梯等60多个问题纳入专项治理。", "纳入专项治理的问题 level >60个 2024 actual"),
    ("300名志愿者参加港口马拉松服务。", "参加港口马拉松服务的志愿者 level 300名 2024 actual"),
    ("引进12个总部项目、8家研发机构。", "引进总部项目 level 12个 2024 actual; 引进研发机构 level 8家 2024 actual"),
    ("过去五年，5.6万农村贫困人口实现脱贫。", "实现脱贫的农村贫困人口 level 56000人 2020/2024 actual"),
    ("今年，再解决6万农村人口的饮水安全问题。", "解决农村人口的饮水安全问题 level 60000人 2025 target"),
    ("每个乡镇至少建成3个村级服务站。", "建成村级服务站 level >3个 2024 actual"),
    ("为100个老旧小区加装电梯。", "老旧小区加装电梯 level 100个 2024 actual"),
    (
        "查处违法案件46起，罚没款项810万元。",
        "查处违法案件 level 46起 2024 actual; 罚没款项 level 8100000元 2024 actual",
    ),
    ("28个乡镇开展垃圾分类试点。", "开展垃圾分类试点的乡镇 level 28个 2024 actual"),
    ("取消和下放416项行政审批等事项。", "取消和下放行政审批等事项 level 416项 2024 actual"),
    ("新建和改扩建20所幼儿园。", "新建和改扩建幼儿园 level 20所 2024 actual"),
    (
        "新增50家长者照护之家、80家日间服务中心。",
        "新增长者照护之家 level 50家 2024 actual; 新增日间服务中心 level 80家 2024 actual",
    ),
    (
        "完成155公里河道整治、304公里河道疏浚。",
        "完成河道整治 level 155公里 2024 actual; 完成河道疏浚 level 304公里 2024 actual",
    ),
    (
        "改造48万平方米旧住房、改建6座泵站。",
        "改造旧住房 level 480000平方米 2024 actual; 改建泵站 level 6座 2024 actual",
    ),
    ("新解决农村63万人饮水安全问题。", "新解决农村饮水安全问题 level 630000人 2024 actual"),
    ("覆盖农村52万人口。", "覆盖农村人口 level 520000人 2024 actual"),
    ("营养改善计划惠及36万农村学生。", "惠及农村学生 level 360000人 2024 actual"),
    (
        "加快建设3条、56公里轨道交通线。",
        "建设轨道交通线 level 3条 2024 actual; 建设轨道交通线 level 56公里 2024 actual",
    ),
    ("建成10条区区对接道路。", "建成区区对接道路 level 10条 2024 actual"),
    ("新增供应5万套各类保障性住房。", "新增供应各类保障性住房 level 50000套 2024 actual"),
    ("与30个国家和地区建立合作关系。", "国家和地区 level 30个 2024 actual"),
    ("表彰10个全市正规化建设先进单位。", "正规化建设先进单位 level 10个 2024 actual"),
    ("新增19家国家5A级景区。", "新增国家5A级景区 level 19家 2024 actual"),
    ("培育60个零售业创新提升试点城市。", "培育零售业创新提升试点城市 level 60个 2024 actual"),
    (
        "2025年，新建改建农村公路300公里，新建40个口袋公园。",
        "新建改建农村公路 level 300公里 2025 target; 新建口袋公园 level 40个 2025 target",
    ),
    ("举办86场招聘活动，提供岗位9.2万个。", "举办招聘活动 level 86场 2024 actual; 提供岗位 level 92000个 2024 actual"),
    ("推出50项贸易监管新措施。", "推出贸易监管新措施 level 50项 2024 actual"),
    ("上千万困难群众乔迁新居。", "乔迁新居的困难群众 level >10000000人 2024 actual"),
    ("承担着108万亩高标准农田建设任务的各县加快施工。", "高标准农田建设任务 level 1080000亩 2024 target"),
    ("河道治理等12项工程开工。", "开工的工程 level 12项 2024 actual"),
    ("累计完成对120个企业的产品认证。", "完成产品认证的企业 level 120个 2024 actual"),
    ("出台退役士兵安置11条政策。", "退役士兵安置政策 level 11条 2024 actual"),
    ("建成东港路、西港路等6条城市道路。", "建成城市道路 level 6条 2024 actual"),
    (
        "北湾水库、东屿药业年产2万吨冷链物流等项目进展顺利。",
        "东屿药业年产冷链物流 level 20000吨 2024 actual",
    ),
    ("全市公交企业投放231辆新能源客车。", "投放新能源客车 level 231辆 2024 actual"),
    ("帮扶1.2万人成功创业。", "帮扶成功创业 level 12000人 2024 actual"),
    (
        "2支医疗队、36名护士获得表彰。",
        "获得表彰的医疗队 level 2支 2024 actual; 获得表彰的护士 level 36名 2024 actual",
    ),
    ("推动60家企业完成数字化改造。", "完成数字化改造的企业 level 60家 2024 actual"),
    (
        "25个山区县农村居民收入增长8.5%。",
        "山区县 level 25个 2024 actual; 山区县农村居民收入 growth+ 8.5% 2024 actual",
    ),
    ("支持24个县（市、区）改革试点。", "县（市、区）改革试点 level 24个 2024 actual"),
    ("组织300多名农技人员深入田间。", "组织农技人员 level >300名 2024 actual"),
)
def number_before_noun(s: Situation) -> list[Found]:
    b, q, context = s.before, s.quantity, s.context
    if q.kind in ("points", "multiple", "rank", "streak") or q.kind in PERCENT:
        return []
    who = _PEOPLE_WHO.match(s.text, q.end, s.limit) if q.unit in ("人", "名") else None
    if who and (not b.name or b.verb == "有"):
        found = completed(s, who.group() + "人数")
        remember(s, [found], "level")
        return [Found(found, "level")]
    after = _RATE_OF.sub("", _described_after(s) or s.after())
    name = b.name
    raw = b.raw.rstrip("“ ")
    beside = s.text[q.end : s.rest[0].start] if s.rest else None
    both_counted = beside == "" and {q.unit, s.rest[0].unit} == {"项", "件"}
    if not after and ((beside == "、" and b.kind == "action") or both_counted):
        # 9条、216公里轨道交通线, 10项│26件实事: both count the noun after the second.
        after = phrase_after(s.text, s.rest[0].end, s.rest[1].start if len(s.rest) > 1 else s.clause.end)
    if s.rest and (head := _HEAD_OF_COUNT.match(after)) and not s.text.startswith(("的", "和"), q.end + head.end()):
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
    if listed[1] and listed[2] in _ACTIONS:
        after = listed[0]
    if raw.endswith("、") and len(after) > 1 and s.start > s.clause.start:
        # The words since the last number are its own noun; the verb of the clause holds for this one too.
        leading = _AT_CLAUSE_VERB.match(s.text, s.clause.start)
        b.verb = leading.group(1) if leading else ""
        b.kind, b.name, name = ("action" if leading else ""), "", ""
    if q.quote.endswith("人口") and name.startswith(("覆盖", "惠及", "解决")):
        after = "人口" + after
    if not after and q.quote.endswith("人口") and (name in ("", "有") or b.verb == "有"):
        return [Found("人口", "level")]
    if not after or (len(after) < 2 and q.unit not in ("", "人")) or MARK.fullmatch(after):
        return []
    if b.kind in ("rise", "fall") and (b.verb not in _ACTIONS or b.name):
        return []
    if after.startswith(("以及", "和", "与", "并", "等", "及")):
        return []
    done_to = _DONE_TO.match(s.text, q.end + len(after)) if raw.endswith(("对", "对全国", "对全市", "对全省")) else None
    if done_to and (did := _ENDS_VERB.search(raw)):
        # 完成对│120个│企业的产品认证: what was done to the things counted tells which they are.
        found = completed(s, f"{did[1]}{done_to[1]}的{after}")
        remember(s, [found], "level")
        return [Found(found, "level")]
    served = _SERVES.match(s.text, q.end + len(after)) if raw.endswith(("为", "向", "给")) else None
    if served:
        found = completed(s, after)
        remember(s, [found], "level")
        return [Found(found, "level")]
    if b.kind == "reach" and name and b.verb not in _TAKES_OBJECT and not b.moved:
        return []
    if raw.endswith("的") and name:
        owner = names.clean(name.rstrip("的"), s.own)
        found = completed(s, owner + after)
        remember(s, [found], "level")
        return [Found(found, "level")]
    if b.moved and name:
        found = completed(s, names.clean(name, s.own) + after)
        remember(s, [found], "level")
        return [Found(found, "level")]
    if (
        not (b.kind == "" and name and (_object_before(name) or q.kind == "money"))
        or b.kind in ("action", "reach", "rise", "fall")
        or not name
        or raw.endswith(("等", "这", "这些"))
    ):
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
        doing = None
        if (not verb or verb.endswith("有") or verb in _PIVOTAL) and (last := _last_of_row(s)) is not None:
            doing = _DOING.match(s.text[last : s.clause.end])
            if doing and last == q.end and not after.startswith(doing.group("noun")):
                doing = None
        subject = _ABOUT.fullmatch(raw) if _POLICY.fullmatch(after) and not _after_a_number(s) else None
        if subject:
            # 出台退役士兵安置│11条│政策: what a policy is about stands before its count.
            found = completed(s, subject["about"] + after)
            remember(s, [found], "level")
            return [Found(found, "level")]
        of_works = _OWNER_OF_WORKS.search(name) if q.kind == "measure" and not _after_a_number(s) else None
        if of_works:
            name = of_works["owner"]
        if (
            b.kind == ""
            and name
            and not verb
            and not doing
            and (
                (len(after) <= 3 and after != "国家" and len(name) <= 8)
                or of_works
                or (len(name) <= 6 and _AT_CLAUSE_VERB.match(name))
            )
            and not raw.endswith(("等", "共", "着"))
        ):
            after = names.clean(name, s.own) + after
        if (
            not b.raw
            and context.named_at >= s.clause.start
            and context.subjects
            and q.unit in ("个", "项", "类", "种", "大类")
        ):
            after = names.overlap(context.subjects[-1], after)
        if name and verb and _object_before(name) and not _AGENT.search(name):
            return []
        measure: Measure = "level"
        found = after if verb in DROPPED or not verb else verb + after
        if doing:
            after = after if s.rest else doing.group("noun")
            found = f"{doing.group('deed')}的{after}"
        sign = None
        if verb in ("减少", "降低", "压减") and q.kind != "money":
            measure, sign, found = "change", -1, after
        found = completed(s, found)
        remember(s, [found], measure)
        return [
            Found(
                found,
                measure,
                sign,
                unit="人" if q.unit == "" and _PERSONS.search(after[:8]) else "",
            )
        ]
    return []


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
