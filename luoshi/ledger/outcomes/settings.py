"""Whether a number that was read as a target is one: set by this place for a period, not a threshold or a size.

总投资10亿元以上的项目        a threshold: what follows the number says which things are meant
建设30万吨乙烯装置            a size: what the thing is, not how much of it
在建高速公路23条              what is there already
抓好32个重点项目              what is looked after
高新技术企业所得税税率15%      a rule of law
"""

from __future__ import annotations

import re

from luoshi.ledger.outcomes.units import dimension
from luoshi.ledger.outcomes.wording import words_before
from luoshi.ledger.series import SeriesRow

_BOUND = re.compile(r"(?:以上|以下|以内|及以上|及以下)的")
_MONEY_OF_A_THING = re.compile(
    r"(?:及?以上)?的?(?:重大|重点|大|产业|工业|制造业|服务业|招商)*(?:项目|企业|大单|订单|产业集群|园区|集群)"
)
# Units in which the size of a works is told; those of power may tell what is added, too.
_SIZES = frozenset(
    {"吨", "千伏", "伏", "千伏安", "英寸", "头", "只", "标箱", "羽", "纳米", "毫米", "度", "千瓦", "兆瓦"}
)
_POWER = frozenset({"千瓦", "兆瓦"})
_ADDS = re.compile(r"(?:新增|新开工|开工|建成|装机|完成|投产|争取|达到?|新建)\Z")
_WORKS = re.compile(
    r"[^，。；、]{0,24}?(?:项目|工程|装置|基地|电站|机组|生产线|风电|光伏|输变电|线路|码头|泊位|电厂|技改|改扩建|产业园|牧场|养殖场)"
)
_DEFINES = re.compile(r"(?:是指|系指|指的是|名词解释|注释?[：:])")
_LAW = re.compile(r"税率|征收率|减按|起征点")
_THERE = re.compile(r"(?:在建|现有|已有|已建|原有|续建的)[^，。；达投]{0,8}\Z")
_GOING_ON = re.compile(r"(?:个|条|座|处|项|家)?(?:在建|续建)")
# What is there is looked after; how many there are nobody sets: 抓好32个重点项目, 做强7个产业集群.
_TENDS = re.compile(r"(?:抓好|抓实|做强|做优|巩固|聚焦|对照|列入|加强对)[^，。；]{0,30}\Z")
# 推进东湾大桥、西屿港等│5个项目: those that were named are counted, unless they are to be made.
_CLAUSES = re.compile(r"[，。；]")
_MAKES = re.compile(
    r"建成|开工|新建|新开|完成|建设|打造|启动|改造|实施|投产|竣工|通车|力争|确保|争取|建好|投用|培育|引进|创建|办好"
)
_BASIS = re.compile(r"(?:^|[，。；])按\Z")
_NUMERAL = re.compile(r"[一二两三四五六七八九十百千万]{1,2}(?:人|个|家|所|台|元|级|线|江|河|水|山|县|村|镇|区|校)?")
_PART_OF_NAME = re.compile(r"[\u4e00-\u9fff]")
_NEEDS = re.compile(r"(?:需要?|共需|所需)[^，。；]{0,8}(?:资金|投资|经费)\Z")


def sets(row: SeriesRow) -> bool:
    """Whether the words around a number leave it a target."""
    before = words_before(row)
    after = row.sentence[len(before) + len(row.quote) :]
    if not row.sentence or (not after and row.quote not in row.sentence):
        return True
    if _DEFINES.search(before) or _LAW.search(row.indicator) or _NEEDS.search(before) or _THERE.search(before):
        return False
    if row.unit != "%" and _BOUND.match(row.quote[-2:] + after):
        return False
    if row.measure == "level" and dimension(row.unit) == "count":
        lead, rest = _CLAUSES.split(before)[-1], _CLAUSES.split(after)[0]
        named = lead.endswith("等") and not _MAKES.search(lead + rest)
        if named or _TENDS.search(lead) or _GOING_ON.match(after):
            return False
    if _BASIS.search(before):
        return False
    if row.unit in ("元", "美元") and _MONEY_OF_A_THING.match(after):
        return False
    is_size = row.unit in _SIZES and row.measure == "level" and _WORKS.match(after)
    if is_size and not (row.unit in _POWER and _ADDS.search(before)):
        return False
    return not (_NUMERAL.fullmatch(row.quote) and row.unit != "%" and _in_a_name(before, after))


def _in_a_name(before: str, after: str) -> bool:
    """Whether a numeral stands between characters of one name (绵九所, 市第二人民医院)."""
    return before.endswith(("第", "市", "电科", "西部")) or (
        bool(before) and _PART_OF_NAME.match(before[-1]) is not None and after.startswith(("、", "级", "所", "电池"))
    )
