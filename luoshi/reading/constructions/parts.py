"""Parts of a group: which share of it does or is something, how many of it pass a threshold.

受访企业中七成六看好市场, 财政支出八成用于民生; 营收过百亿元的不足10家.
"""

from __future__ import annotations

import re

from luoshi.knowledge.words import Affixes, predicates
from luoshi.patterns import late
from luoshi.reading import name_parts, names
from luoshi.reading.constructions.situation import Found, Situation, construction
from luoshi.reading.constructions.subjects import remember
from luoshi.reading.constructions.words import GROWTH_TAIL, PERCENT, RATE, SHARE_NAME

_LONGEST_DEED = 24  # characters
_HAVE = r"(?:已|约|还|共|就)?有?"
# 其中, 初中, 高中, 集中 name no group.
_AMONG = late(rf"(?P<group>[^，、]{{2,24}}?)(?:之中|当中|(?<![其初高集])中|里)的?{_HAVE}$")
_AMONG_BEFORE = late(r"(?P<group>[^，。；：.\d]{2,24}?)(?:之中|当中|(?<![其初高集])中|里)[，,]$")
_GROUP = late(rf"(?P<group>[^，、]{{2,24}}?)的?{_HAVE}$")
_DEEDS = Affixes([*predicates()["part"]["words"], *(word for word in predicates()["action"]["words"] if len(word) > 1)])
# 三成以上为本科学历: what the part is, or is used for, has a share of its own; 由…创造的 only says how it came about.
_IS = late(r"(?:以上|左右)?(?:就|都|均)?(?:是|为|用于|投向|流向|集中[在于])(?!由|被)(?P<what>[^，。；]{2,})")
_COUNTED = late(r"[百千万亿余多]{0,3}+[家个户名所条座项]")
# Those that pass a threshold, counted: 营收过百亿元│的不足│10家, 超5亿元│的有│5个, 过亿元│的│13家.
_COUNTED_ARE = late(
    r"(?:及?以上)?的(?P<thing>企业|项目|单位|商户|农户)?"
    r"(?P<have>(?:净增|新增|增加到?|发展到|达到?|共有?|已?有|为|突破|超过?|累计|仅|只|还)*)"
)
_PASSED = late(r"^[过超达]{0,2}[\d.]{0,8}[百千万亿]{1,3}元(?:及?以上)?")  # 亿元以上│在建项目
_BEYOND = ("过", "超", "超过", "达", "突破")
_ENDS_CLAUSE = late(r"(?:以上|左右)?(?:[，,。；;：:）)、]|$)")
_THRESHOLDS = frozenset({"money", "measure", "count"})
_LIGHT = late(r"^(?:已经?|均|都|就|是(?=[由被]))+|的$")


@construction(
    "a part of a group",
    "A share of a group that does or is something: 受访企业中七成看好市场, 财政支出八成用于民生; or of those who do.",
    (
        "受访企业中六成四看好市场，不看好的不到半成。",
        "看好市场的受访企业 share 64% 2024 actual; 不看好的受访企业 share <5% 2024 actual",
    ),
    ("招聘教师200人，其中七成是女性。", "招聘教师 level 200人 2024 actual; 女性占招聘教师的比重 share 70% 2024 actual"),
    ("产业园的用工有七八成来自周边乡镇。", "来自周边乡镇的产业园的用工 share 70–80% 2024 actual"),
    ("重点水库中，有85%满足三类水质标准。", "满足三类水质标准的重点水库 share 85% 2024 actual"),
    ("市级财政支出八成以上投向民生领域。", "民生领域占市级财政支出的比重 share >80% 2024 actual"),
    ("新入职教师六成以上为研究生学历。", "研究生学历占新入职教师的比重 share >60% 2024 actual"),
    ("居民满意率达九成以上，初中招生增长两成。", "居民满意率 level >90% 2024 actual; 初中招生 growth+ 20% 2024 actual"),
    kinds=PERCENT,
)
def part_of_group(s: Situation) -> list[Found]:
    b, q = s.before, s.quantity
    if b.kind in ("rise", "fall") or b.moved or b.basis or SHARE_NAME.search(b.name) or RATE.search(b.name):
        return []
    raw = b.raw.strip("，、 ")
    deed = s.text[q.end : s.clause.end][:_LONGEST_DEED]
    spoken_of = _spoken_of(s)
    if not deed:
        # 不看好的│不到半成: those of the group spoken of who do something else.
        those = names.clean(raw.removesuffix("的"), s.own)
        if not (spoken_of and those and raw.endswith("的")):
            return []
        return _share(s, f"{those}的{spoken_of}", spoken_of)
    group = _group(s, raw) or (spoken_of if re.fullmatch(_HAVE, raw) else "")
    if not group or GROWTH_TAIL.match(deed) or not _DEEDS.beginning(deed):
        return []
    if what := _IS.match(deed):
        return _share(s, f"{names.clean(what['what'], s.own)}占{group}的比重", group)
    return _share(s, f"{_LIGHT.sub('', deed)}的{group}", group)


@construction(
    "those beyond a threshold",
    "An amount that says which of the things are counted is no figure; the count is: 营收过百亿元的不足10家.",
    (
        "全市工业企业1200家，其中利润过千万元的不足80家，超过1亿元的有12家。",
        "工业企业 level 1200家 2024 actual; 利润过千万元的工业企业 level <80家 2024 actual; "
        "超过1亿元的工业企业 level 12家 2024 actual",
    ),
    ("市值过百亿元的8家。", "市值过百亿元 level 8家 2024 actual"),
    ("年用电量超过1000万千瓦时的企业新增6家。", "年用电量超过1000万千瓦时的企业 change+ 6家 2024 actual"),
    ("总投资超300亿元的24个城建项目。", "总投资 level >30000000000元 2024 actual; 城建项目 level 24个 2024 actual"),
    kinds=_THRESHOLDS,
)
def beyond_threshold(s: Situation) -> list[Found]:
    q, text = s.quantity, s.text
    count = s.rest[0] if s.rest else None
    if count is None or count.kind != "count" or count.unit == q.unit or len(s.group) > 1:
        return []
    if q.qualifier not in ("over", "under") and not text[s.start : q.start].endswith(_BEYOND):
        return []
    between = _COUNTED_ARE.fullmatch(text, q.end, count.start)
    # 总投资超50亿元的44个项目 may be the sum of all; where the count ends the clause, each of them passes it.
    if between is None or not (between["have"] or _ENDS_CLAUSE.match(text, count.end)):
        return []
    last = s.context.base if s.context.measure == "share" else (s.context.whole or s.context.subjects or [""])[-1]
    group = _PASSED.sub("", last.rpartition("的")[2])
    thing = between["thing"] or ("" if name_parts.measures(group) else group)
    words = names.clean(text[s.start : q.end].strip("、，其中"), s.own)
    name = f"{words}的{thing}" if thing else words
    s.used = 2
    added = "增" in between["have"] and "增加到" not in between["have"]
    remember(s, [name], "change" if added else "level")
    return [Found(name, "change" if added else "level", 1 if added else None, count)]


def _spoken_of(s: Situation) -> str:
    """The group that the last share was a part of."""
    context = s.context
    last = context.subjects[-1] if context.subjects and context.measure == "share" else ""
    return context.share_of if context.share_of and last.endswith(f"的{context.share_of}") else ""


def _group(s: Situation, raw: str) -> str:
    """The group that the number is a part of: before 中, in the clause before, or right before a number of tenths."""
    counted_before = s.context.whole or s.context.subjects
    if (
        s.quantity.kind == "fraction"
        and raw in ("其中", "其中有", "")
        and s.context.measure == "level"
        and counted_before
    ):
        return counted_before[-1]
    if raw.startswith("其中") or (raw.endswith("的") and not raw.endswith("中的")):
        return ""
    found = _AMONG.fullmatch(raw)
    if not found and re.fullmatch(_HAVE, raw):
        found = _AMONG_BEFORE.search(s.text, max(0, s.clause.start - 30), s.clause.start)
        counted = _COUNTED.match(found["group"]) if found else None
        if found and counted and s.text[found.start() - 1 : found.start()].isdigit():
            return names.clean(found["group"][counted.end() :], s.own)
    if not found and s.quantity.kind == "fraction" and s.before.verb in ("", "有"):
        found = _GROUP.fullmatch(raw)
    return names.clean(found["group"].removeprefix("在"), s.own) if found else ""


def _share(s: Situation, name: str, group: str) -> list[Found]:
    remember(s, [name], "share")
    s.context.share_of = group
    return [Found(name, "share")]
