"""Streaks, doublings, ranks and ordinals: 连续6年, 翻一番, 全省第一, 第十三."""

from __future__ import annotations

import re
from decimal import Decimal

from luoshi.language.quantity_bounds import take_bound_after
from luoshi.language.quantity_drafts import Draft
from luoshi.language.quantity_numbers import number_of
from luoshi.language.rules import rule
from luoshi.patterns import late

_RUN_OF = late(r"连[增丰冠涨跌降升快胜霸]")


@rule(
    "streak",
    "How long or how often without a break: 连续6年, 连续第5年, 连续20次, 十二连增.",
    ("连续6年保持两位数", "连续6年: 6 年 streak"),
    ("连续七年增长", "连续七年: 7 年 streak"),
    ("连续20次提高", "连续20次: 20 次 streak"),
    ("连续第5年增产", "连续第5年: 5 年 streak"),
    ("连续21个月增长", "连续21个月: 21 个月 streak"),
    ("连续三届获评", "连续三届: 3 届 streak"),
    ("连续两个季度回升", "连续两个季度: 2 个季度 streak"),
    ("连续5年以上", "连续5年以上: >5 年 streak"),
    ("实现“十二连增”", "十二连增: 12 年 streak"),
    ("迎来9连冠", "9连冠: 9 年 streak"),
)
def take_streak(text: str, draft: Draft) -> bool:
    start = draft.start
    if start >= 2 and text[start - 1] == "续" and text[start - 2] == "连":
        if draft.kind != "duration" and draft.unit not in ("次", "届", "场", "轮", "批", "季"):
            return False
        draft.start = start - 2
    elif draft.kind == "plain" and text.startswith("连", draft.end) and (match := _RUN_OF.match(text, draft.end)):
        draft.end = match.end()
        draft.unit = "年"
    else:
        return False
    take_bound_after(text, draft)
    draft.kind = "streak"
    return True


_TURN = late(r"翻(?:了|近|超过?)?$")


@rule(
    "doubling",
    "翻一番 is twice as much, 翻两番 four times.",
    ("比2030年翻一番", "翻一番: 2 倍"),
    ("收入翻了两番", "翻了两番: 4 倍"),
    ("产值实现翻番", "翻番: 2 倍"),
    ("收入增长1.9倍，面积扩大一倍", "1.9倍: 1.9 倍; 一倍: 1 倍"),
    ("三番五次", ""),
)
def doubling(text: str, draft: Draft) -> Draft | None:
    turn = _TURN.search(text, max(0, draft.start - 3), draft.start)
    if turn is None or not 1 <= draft.low <= 10 or draft.low != draft.low.to_integral_value():
        return None
    draft.start, draft.end = turn.start(), draft.end + 1
    draft.low = draft.high = Decimal(2 ** int(draft.low))
    draft.unit, draft.kind = "倍", "multiple"
    take_bound_after(text, draft)
    return draft


_SCOPE = (
    r"(?:全国|全省|全市|全区|全县|全州|全军|全球|全世界|世界|国际|亚洲|欧洲|非洲|亚太|东盟|中西部|[东中西北南]部|长三角|珠三角|京津冀|大湾区"
    r"|国内|省内|市内|发展中国家|发达国家|同类|副省级|计划单列|沿海|行业|业内|"
    r"(?:(?![从由自在于为居是列])[一-龥]){1,3}[省市州])"
)
FIELD_AFTER_VERB = late(
    rf"(?:居|列|排名|位次|跻身|排在|排|升至|升到|上升到|保持|名列|获|获得|夺得|取得)(?P<field>(?:{_SCOPE}[一-龥]{{0,8}})?)$"
)
FIELD = late(
    rf"(?P<field>{_SCOPE}(?:同类|副省级|省会|地级|主要|重点|[东中西]部|万亿|沿海)*(?:城市|地区|省份|省区市|国家|行业|区县|县域)?的?)$"
)
_PLACE_AFTER = late(r"位(?![数一移])|名(?!词)|大(?![道街学])")
_NO_PLACE = late(
    r"[产季批次届条章轮任个代阶步期号书时线年版部场节页梯方责课手例家座所台架艘颗笔张份套款卷大本]|公里|要[务义]|高[楼桥峰度]|动力|资源|生产"
    r"|人民|医院|附属|实验|[中小]学|幼儿|师范|职业|监狱|巡[视察]|督[查导]|水厂|污水|工程局|党支部"
)
# In a city or province things are numbered (市第二福利院); 全市第二, 世界第二 compare.
_NUMBERS_THINGS = late(r"(?<![全我本各])[省市州]$")
_COMPARES = late(r"[的和与并跃升降退上下及或等之为是]|分别")


@rule(
    "rank",
    "A place with its field of comparison: 全省第一, 全国第2位, 全球首位, 第五大.",
    ("税收占比位列全省第一。", "全省第一: 1 位 rank"),
    ("产量世界第一", "世界第一: 1 位 rank"),
    ("规模居全国第2位", "全国第2位: 2 位 rank"),
    ("总量居全国第五", "全国第五: 5 位 rank"),
    ("跃居全球首位", "全球首位: 1 位 rank"),
    ("稳居发展中国家首位", "发展中国家首位: 1 位 rank"),
    ("第五大航空货运枢纽", "第五大: 5 位 rank"),
    ("世界第二大经济体", "世界第二大: 2 位 rank"),
    ("居全省同类城市第三位", "全省同类城市第三位: 3 位 rank"),
    ("排名第12位", "第12位: 12 位 rank"),
    ("总量从全省第七位上升到第五位", "全省第七位: 7 位 rank; 第五位: 5 位 rank"),
    ("由第7名升至第3", "第7名: 7 位 rank; 第3: 3 位 rank"),
    ("放在首位、第一位的任务", ""),
    ("第一产业、第三季度、第一书记、全国第一个、全球首个", ""),
    ("转往市第一人民医院，全市第二中学停课", ""),
    ("加快临澜市第二福利院建设，临州第二水源通水", ""),
    ("税收是我省第一支柱，从全省第五分别升至第二位", "我省第一: 1 位 rank; 全省第五: 5 位 rank; 第二位: 2 位 rank"),
)
def _rank(text: str, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """The extent of a rank whose 第 stands at ``start`` and whose numeral ends at ``end``."""
    earliest = max(floor, start - 14)
    field = FIELD_AFTER_VERB.search(text, earliest, start) or FIELD.search(text, earliest, start)
    if tail := _PLACE_AFTER.match(text, end):
        # 放在第一位, 第一位的任务: what matters most, no place among others.
        if not field and tail[0] == "位" and (text.endswith("在", 0, start) or text.startswith("的", tail.end())):
            return None
        end = tail.end()
    elif field is None or _NO_PLACE.match(text, end) or _names(text, start, end):
        return None
    return (field.start("field") if field else start), end


def _names(text: str, start: int, end: int) -> bool:
    """Whether 第 and its numeral name one thing of several in a place (临澜市第二福利院, 临州第二水源)."""
    if not "一" <= text[end : end + 1] <= "龥" or _COMPARES.match(text, end):
        return False
    return _NUMBERS_THINGS.search(text, max(0, start - 2), start) is not None


@rule(
    "ordinal",
    "第 with a number: an ordinal, where it is no rank (第十三, 第3); only among all quantities of a text.",
    ("第十三次会议", "第十三: 13 ordinal"),
    ("第3条规定", "第3: 3 ordinal"),
    ("第二十届，第廿一名", "第二十: 20 ordinal; 第廿一名: 21 位 rank"),
    ("第2.5", ""),
)
def ordinal_or_rank(text: str, match: re.Match[str], floor: int, ordinals: bool) -> Draft | None:
    draft = number_of(match)
    if draft is None or draft.unit or draft.qualifier != "exact" or draft.low != draft.low.to_integral_value():
        return None
    start = draft.start - 1
    if text[max(0, start - 2) : start] == "连续" and text[draft.end : draft.end + 1] in ("年", "次", "届"):
        draft.unit, draft.kind = text[draft.end], "streak"
        draft.start, draft.end = start - 2, draft.end + 1
        return draft
    if (extent := _rank(text, start, draft.end, floor)) is not None:
        draft.start, draft.end = extent
        draft.unit, draft.kind = "位", "rank"
        return draft
    draft.start, draft.kind = start, "ordinal"
    return draft if ordinals else None
