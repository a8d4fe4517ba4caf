"""What a table's caption says of every cell below it: the period, the scope, the fund, the thing measured.

2024年全市政府性基金预算支出情况表    of 2024, expenditure of the governmental funds
2024年规模以上工业主要产品产量         of industry above a size, output
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from luoshi.language import times as time_layer
from luoshi.language.passage import Passage
from luoshi.language.times import Anchor
from luoshi.patterns import late
from luoshi.reading import names
from luoshi.records import Span

# The list of projects that a caption names, whose sum bears its name: 市级重点项目投资进度表.
_PROJECTS = late(
    r"[\u4e00-\u9fff]{2,20}?(?:项目|工程)(?=$|投资|完成|建设|进[展度]|推进|实施|计划|安排|情况|一览|清单|名单|表)"
)
_SCOPE = late(
    r"(?:全市|全省|全国|全州|地方)*(规模以上工业企业|规模以上工业|规模以上服务业|限额以上[^，]*?(?:企业|单位)|(?:全部金融机构(?:本外币|人民币)?|金融机构(?:本外币|人民币))(?=各项|存贷?款|贷款)|市区|城镇|农村|[市州省县区]本级|[市省州]级(?!重点|重大))"
)
_MEASURED = late(
    r"((?:居民消费价格|工业生产者[^，]{0,4}价格)(?:指数)?|固定资产投资|产量|用电量|增加值|(?<=主要商品)(?:出口|进口)(?=数量|金额))(?:数量|金额|及其|比上年|构成|同比|指数|涨|增|$|完成|情况|月度)"
)
# The short name of a jurisdiction before a level of its budget: 临澜市│市本级.
_OWN_LEVEL = late(r"^[\u4e00-\u9fff]{1,5}[市州省县区](?=[市州省县区](?:本)?级)")
# That a table tells places apart: 全省各市│一般公共预算收入, 分县区│地区生产总值.
_BY_PLACE = late(
    r"^(?:全[市省州国])?(?:[各分](?:地市|市县|县区|区县|县市区|区市县|区市|县（市、区）|地区|市州|镇街|乡镇|市|县|区|地))"
)
# How the rows are told apart, which is no part of what they measure: 分行业│城镇固定资产投资.
_BY_KIND = late(r"^[按分](?:主要)?(?:行业|产业|领域|(?:登记注册|经济)?类型|季度|月)(?:分组?)?的?")
# Words of a caption that name nothing measured: 各县区│数据.
_NOTHING = late(r"^(?:各项|主要|有关|相关|具体)*(?:经济|发展)*(?:数据|指标|情况|内容|明细|收支)$")
_SIDES = late(r"收入|支出|收支")
_CAPTION_END = late(
    r"(?:预算)?(?:安排|执行|完成|收支|分配|编制)?(?:情况|统计|对比|明细|一览|汇总)*(?:及其?增长速度|及增速)?(?:情况)?表?$"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a caption says of every cell: a scope, the thing measured, a budget's fund and side, itself as a name, and
    the projects that it lists."""

    scope: str
    subject: str
    fund: str
    side: str
    words: str
    projects: str


def caption_period(caption: Passage | None, text: str, date: str) -> tuple[str, Span | None]:
    """The period that a caption names, with its words; ``""`` for none."""
    for time in time_layer.scan(caption.text, Anchor(date)) if caption is not None else ():
        if time.period and time.role != "base" and time.kind not in ("duration", "set", "clock"):
            if time.kind == "years":
                break
            assert caption is not None
            return time.period, caption.span(text, time.start, time.end)
    return "", None


def _bare(caption: str, own: tuple[str, ...]) -> str:
    """A caption without its number, its years, its remarks and the jurisdiction's name."""
    bare = re.sub(r"^(?:附?[表图]\s*[\d一二三四五六七八九十.—-]+[：:]?|附表)\s*", "", caption)
    bare = re.sub(r"(?:19|20)\d\d年?(?:[—-]\d{4})?年?(?:度|末|底)?|[（(][^（）()]*[）)]|\s", "", bare)
    for word in own:
        bare = bare.removeprefix(word)
    return bare


def caption_topic(caption: str, own: tuple[str, ...]) -> Topic:
    """What a caption adds to every name: a scope, the thing measured, a budget's fund."""
    bare = _BY_PLACE.sub("", _bare(caption, own))
    bare = _BY_KIND.sub("", _OWN_LEVEL.sub("", bare))
    fund = names.FUND.search(bare)
    scope = _SCOPE.match(bare)
    measured = _MEASURED.search(bare)
    words = _CAPTION_END.sub("", bare[scope.end() :] if scope else bare)
    return Topic(
        scope.group(1) if scope else "",
        measured.group(1) if measured else "",
        fund.group() if fund else "",
        sides.pop() if fund and len(sides := set(_SIDES.findall(bare))) == 1 else "",
        words if len(words) <= 16 and not _NOTHING.match(words) else "",
        projects.group() if (projects := _PROJECTS.match(bare)) else "",
    )


def tells_places_apart(caption: str, own: tuple[str, ...]) -> bool:
    """Whether a caption says that the rows are places: 2024年全省各市一般公共预算收入, 分县区主要指标."""
    return _BY_PLACE.match(_bare(caption, own)) is not None
