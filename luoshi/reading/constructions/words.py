"""Patterns that several constructions share."""

from __future__ import annotations

from luoshi.knowledge.words import predicates
from luoshi.patterns import late

SHARE_NAME = late(r"(?:比重|占比|之比|比例|份额|贡献[率度]|占有率|构成比?)$")
# A total over so many years, of what the years before it were of: 三年合计投入, 五年累计.
SUM_OF_YEARS = late(
    r"(?<!\d)(?P<years>[两二三四五六七八九十]|\d{1,2})年(?:来|间)?(?:已|一共)?(?:(?:累计|合计|总计|共计?)(?:投入|安排|完成|实现|支出)?|"
    r"(?:累计|平均|年均)?(?:增长|下降|增加|减少|降低))$"
)
PERCENT = frozenset({"percent", "fraction"})
SHARE_OF = late(
    r"(?P<subject>.*?)(?:分别|均|约|仅|共|也|已|各)*(?P<verb>占到了?(?!期|位|账|场)|占据了?|占(?!比)|"
    r"相当于)(?P<whole>[^占]*?)的?$"
)
MONEY_VERBS = frozenset(predicates()["purpose"]["money"])
DROPPED = frozenset(predicates()["action"]["drop"])
# What names the movement behind its number: 20%的高速增长, 37.5%的负增长, 3%的降幅.
GROWTH_TAIL = late(
    r"^(?:左右|以上)?(?:的?(?:年均|高速|较快|快速|中高速|平均|两位数)?(?:加?速度|增速|增幅|增长)"
    r"|的(?:同比|环比|年均|平均|大幅|明显|较大|较高|高)?(?:正?增长|[涨升]幅|增速|(?P<fall>负增长|[降跌]幅|下降|下滑|下跌|萎缩)))"
)
RATE = late(r"(?:率|水平|系数|指数|强度|度)$")
RATE_OR_SHARE = late(r"(?:率|水平|指数|比重|占比|比例)$")
LOWERING = late(r"^(?:降低|减少|压减|减轻|削减|缩减|精简|压缩|下调|调减|节约|缩短|节省|减免)(?=.)")

# Marks that a value passes: 连跨三个千亿元│台阶, 突破万亿元│大关.
MARK = late(r"[级大新]*(?:整数)?(?:台阶|关口|大关|关)(?!键)")
