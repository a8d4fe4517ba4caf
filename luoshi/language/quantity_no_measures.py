"""Numbers that measure nothing after all: names of classes, dates and periods, articles (万元GDP能耗, 近三年, 一个)."""

from __future__ import annotations

from luoshi.language.quantity_drafts import Draft
from luoshi.language.rules import rule
from luoshi.patterns import late

_CLASS_NOUN = late(
    r"以上|级|产业|楼|企业|村|镇|县|城|园|集群|俱乐部|GDP|地区|国内|生产总值|工业|增加值|产值|营业|主营|工程|计划|大户|党员|强|灯火"
)
_BARE_UNITS = frozenset(
    ("亩", "公里", "公顷", "平方米", "平方公里", "立方米", "人次", "千瓦", "元", "美元", "家", "名", "辆", "吨", "场")
)
_COMPANIES = late(r"企|市场主体|经营主体|重点|单位|商|机构|民|规|中小|小微|门店")
_PLAN = late(r"(?:行动|规划|计划|攻坚|倍增|提升|滚动|纲要|前|后|来|以来|多来|间?以前|奋斗目标)")
# A heading's number and a year: 5.2031年.
_HEADED_YEAR = late(r"[0-9]{1,2}[.．](?:19|20)[0-9]{2}年")
_CIRCLE = late(r"[^，。；、0-9]{0,8}圈")
_PERIOD_BEFORE = frozenset("前近去来未今这那上下头每个")


@rule(
    "no measure",
    "Bare multipliers that name a class, periods of time that date, years, and 一 before a classifier.",
    ("千亩瓜园、培育千余家企业", "千亩: 1000 亩; 千余家: >1000 家"),
    ("贷款超百亿元", "超百亿元: >10000000000 元"),
    ("增产超百亿方", "超百亿方: >10000000000 方"),
    ("参与者上万人，上百场活动", "上万人: >10000 人; 上百场: >100 场"),
    ("投资近千亿元", "近千亿元: nearly 100000000000 元"),
    ("万元GDP能耗、亿元楼宇、百元营业收入", ""),
    ("万元以上项目、千亿级产业、万吨级泊位", ""),
    ("每百户、每万人、每50公斤", ""),
    ("千万工程、百年、十分、千方百计、万家灯火", ""),
    ("30万吨级码头、4A级景区", ""),
    ("2031年、二〇三一年、12月31日、9月、20世纪80年代、75周年", ""),
    ("未来五年、近三年、5年前、三年来、三年行动", ""),
    ("工期6天，耗时14个月", "6天: 6 天; 14个月: 14 个月"),
    ("提前两个月完成", "两个月: 2 个月"),
    ("一批项目、一系列、统一、进一步、一带一路", ""),
    ("一亿元、一倍、一成", "一亿元: 100000000 元; 一倍: 1 倍; 一成: 10 %"),
    ("8时30分、晚8点", ""),
    ("指数报3312.5点", "3312.5点: 3312.5 点"),
    ("二次会议、三次产业、零件、陆家嘴、红十字", ""),
    ("15737.82亿元", "15737.82亿元: 1573782000000 元"),
    ("（万元）", ""),
    ("5G基站、3G/4G网络，流量3.5亿G", "3.5亿G: 350000000 G"),
    ("5.2031年起、二元结构、二档居民、亿元及以上项目", ""),
)
def is_no_measure(text: str, draft: Draft) -> bool:
    if draft.kind == "name":
        return True
    if draft.unit == "G" and not draft.multiplier:
        return True  # 5G, of a network; 93.6亿G are data
    if draft.form == "some" and (not draft.unit or draft.kind == "duration"):
        return True
    if not draft.unit:
        return _is_bare_number(text, draft)
    before = text[draft.start - 1] if draft.start else ""
    if before == "每":
        return True
    if draft.form == "bare":
        return _names_a_class(text, draft, before)
    # 一个, 一批, 同一天: an article; 一个多月, 不到一年 measure.
    one = draft.form == "small" and draft.low == 1 and draft.kind in ("count", "measure", "duration", "age")
    if one and (draft.qualifier == "exact" or draft.unit in ("批", "次", "项")):
        return True
    if draft.kind == "duration":
        return _dates(text, draft, before)
    if (
        draft.form == "small"
        and draft.kind in ("count", "money")
        and text[draft.number_start] == "二"
        and draft.low == 2
    ):
        # 二档, 二类, 二元 are second ones (two would be 两).
        return True
    if draft.kind != "count":
        return False
    if draft.unit == "点" or draft.unit == "分":
        return before in _CLOCK_BEFORE or (draft.unit == "点" and draft.low <= 24 and draft.low == int(draft.low))
    if draft.unit == "大" and draft.form == "small" and draft.low > 10:
        return True
    return before == "番" or (before in _QUOTED and draft.low < 100)


_CLOCK_BEFORE = frozenset("时点晚午")
_QUOTED = frozenset("“「『《")


def _is_bare_number(text: str, draft: Draft) -> bool:
    """Whether a number without a unit measures nothing: a small count in characters, a year, part of a model's name."""
    touched = draft.qualifier != "exact"
    after = text[draft.end : draft.end + 1]
    if draft.form == "pair":
        return True
    if draft.form == "small":
        # 三十以上, 不少于五: only with the words that bound it.
        bounded = touched and draft.end - draft.start > draft.number_end - draft.number_start
        return not bounded or (draft.low < 10 and after.isalnum())
    if draft.form == "bare":
        return not touched or draft.low < 10**6
    if draft.form == "large":
        return not touched and draft.low < 10**4
    if after.isascii() and after.isalpha():
        return True
    year = draft.low == draft.low.to_integral_value() and 1900 <= draft.low < 2100
    return year and not draft.multiplier and not touched


def _names_a_class(text: str, draft: Draft, before: str) -> bool:
    """Whether a bare multiplier with its unit names a class of things (亿元楼宇) or heads a column (万元)."""
    if draft.qualifier != "exact":
        return draft.low <= 10**8 and text.endswith(("元以上", "元及以上"), 0, draft.end)
    if _CLASS_NOUN.match(text, draft.end):
        return True
    if draft.unit not in _BARE_UNITS or draft.low < (10**8 if draft.kind == "money" else 1000):
        return True
    if draft.unit == "家" and not _COMPANIES.match(text, draft.end):
        return True
    after = text[draft.end : draft.end + 1]
    return (not before or before in " \u3000\u00a0（(：:|\t") and (not after or after in " \u3000\u00a0）)|\t\n")


def _dates(text: str, draft: Draft, before: str) -> bool:
    """Whether years, months or days are a date or a period (2031年, 近三年, 5年前) rather than a length of time."""
    unit = draft.unit
    if unit in ("小时", "分钟"):
        return _CIRCLE.match(text, draft.end) is not None
    as_year = draft.form in ("digits", "small") and draft.qualifier in ("exact", "range") and not draft.multiplier
    if unit == "年" and as_year and (1000 <= draft.low < 3000 or draft.low >= 10**4):
        return True
    if unit == "年" and _HEADED_YEAR.match(text, draft.number_start):
        return True
    if unit not in ("年", "个月", "天", "周"):
        return False
    if before in _PERIOD_BEFORE and not text.endswith(("提前", "以上"), 0, draft.start):
        return True
    if text.endswith(("今后", "此后", "往后"), 0, draft.start):
        return True
    return draft.qualifier in ("exact", "over") and _PLAN.match(text, draft.end) is not None
