"""Money named by what it is for."""

from __future__ import annotations

from luoshi.knowledge.words import predicates
from luoshi.patterns import late
from luoshi.reading import names
from luoshi.reading.constructions.situation import Found, Situation, construction
from luoshi.reading.constructions.subjects import remember
from luoshi.reading.constructions.words import MONEY_VERBS
from luoshi.reading.nouns import phrase_after

_PURPOSE_ADVERB = late(
    "^(?:"
    + "|".join(sorted(predicates()["purpose"]["adverbs"], key=len, reverse=True))
    + r"|重点(?![项领工产任群行企区]))+"
)
_PURPOSE = late("^(?:" + "|".join(sorted(predicates()["purpose"]["verbs"], key=len, reverse=True)) + ")")
_AFTER_GOAL = late(r"[，。；]|（[^（）]{0,40}\d|（[^（）]{40}")
_GOAL_BRACKET = late(r"（[^（）]{0,40}）")
_LEAD = late(
    r"[*—\s]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]是)?\s*"
    r"(?P<goal>[^，。；：、\d]{4,24})[。：*\s]+"
)
_STOPS_GOAL = ("、", "；", "。", "）", "")
_HAS_DIGIT = late(r"\d")
_BARE_MONEY = frozenset({"资金", "经费", "财政资金", "各类资金", "专项资金", "上级资金"})
_INVESTED = late(r"(?:[两三四五]年|累计|全年|先后|共|总计|已|再)*(?:完成|落实)?(?:总?投资|投入)(?:资金)?")
_DONE_NEXT = late(
    r"，(?:已|又|再|全面|基本|先后|共|累计|新){0,2}(?P<verb>改扩建|新改建|新建|改建|扩建|修建|改造|整治|治理|铺设|硬化|维修|加固|绿化|建成|"
    r"完成|实施|建设|启动)了?(?!率)"
)
_ONLY_DONE = frozenset({"建成", "完成", "实施", "建设", "启动"})
_USE = late(r"(?:调入|用于|补充|结转|转入|缴入|上缴|列入|调出|划转)[^，。；、（]{2,24}")


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
    ("2.支持乡村产业振兴。安排5.2亿元。", "支持乡村产业振兴 level 520000000元 2024 actual"),
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
    goal = _goal(s) or _goal_of_lead(s)
    if len(goal) < 2:
        return []
    goal = names.tidy(goal)
    remember(s, [goal], "level")
    return [Found(goal, "level")]


@construction(
    "investment in what is done next",
    "投资5亿元，完成管网改造: an investment told alone is in the work that the next clause says was done.",
    (
        "城镇化率达到61%。投资4.6亿元，完成老旧管网更新。",
        "城镇化率 level 61% 2024 actual; 老旧管网更新投资 level 460000000元 2024 actual",
    ),
    (
        "投资3.1亿元，改造农村公路180公里。",
        "改造农村公路投资 level 310000000元 2024 actual; 改造农村公路 level 180公里 2024 actual",
    ),
    (
        "投资1.2亿元，建成14座换热站。",
        "换热站投资 level 120000000元 2024 actual; 建成换热站 level 14座 2024 actual",
    ),
    kinds=frozenset({"money"}),
)
def invested(s: Situation) -> list[Found]:
    b = s.before
    alone = _INVESTED.fullmatch(b.raw.strip("，、 ；。“"))
    done = _DONE_NEXT.match(s.text, s.group[-1].end) if alone and len(s.group) == 1 else None
    if done is None:
        return []
    at = done.end()
    following = next((q for q in s.every_quantity(at) if q.start == at), None)
    if following is not None and following.kind in ("count", "measure"):
        at = following.end
    work = names.tidy(phrase_after(s.text, at, s.next_quantity(at)))
    if len(work) < 3:
        return []
    verb = "" if done["verb"] in _ONLY_DONE else done["verb"]
    name = f"{verb}{work}投资"
    remember(s, [name], "level")
    return [Found(name, "level")]


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


def _goal_of_lead(s: Situation) -> str:
    """What money is for, by the short sentence or heading right before it; "" where none says it."""
    lead = _LEAD.fullmatch(s.text[: s.sentence[0].start] or s.context.heading)
    return lead["goal"] if lead and _PURPOSE.match(lead["goal"]) else ""


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
