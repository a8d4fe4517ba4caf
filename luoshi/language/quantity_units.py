"""The unit after a number, and what stands inside or after it: 29微克/立方米, 两个半小时, 3元5角, 七成五, 38度5."""

from __future__ import annotations

from decimal import Decimal

from luoshi.knowledge.units import Unit, UnitTable
from luoshi.language import numerals
from luoshi.language.han_numerals import DIGIT
from luoshi.language.numerals import CHARACTERS
from luoshi.language.quantity_drafts import Draft
from luoshi.language.quantity_numbers import DIGITS
from luoshi.language.rules import rule
from luoshi.patterns import late

_APART = late(rf"[ \u3000\u00a0\u2009\u202f]|{numerals.NOTE_MARK}")


def unit_after(text: str, end: int, form: str, table: UnitTable) -> tuple[Unit, int] | None:
    """The unit after a numeral that ends at ``end``, and its own end."""
    unit = table.at(text, end)
    if unit is None:
        apart = _APART.match(text, end)
        if apart is None:
            return None
        end = apart.end()
        unit = table.at(text, end)
        if unit is None:
            return None
    if unit.digits_only and form in ("small", "pair") and not _stands_after_small(text, end, unit.alias):
        return None
    return unit, end + len(unit.alias)


_DIME = late(r"毛(?:[一二三四五六七八九](?:分钱?)?)?(?=[，。；、！？,;）)\s]|[一每]|$)")


_TENS = late("[二三四五六七八九]十[一二三四五六七八九]?$")


def _stands_after_small(text: str, end: int, alias: str) -> bool:
    """Whether a word that a small numeral seldom counts is its unit here: 三毛五, 三角五分, 最高气温四十度."""
    if alias == "度":
        return (_WARMTH.search(text, max(0, end - 9), end) or _TENS.search(text, max(0, end - 3), end)) is not None
    return _COINS.match(text, end) is not None or (alias == "毛" and _DIME.match(text, end) is not None)


_COINS = late(rf"[角毛](?P<one>[{DIGITS}一二两三四五六七八九])分")
# 一米八, 1米75: what follows 米 counts tenths and hundredths of it.
_CENTIMETRES = late(r"(?:[一二三四五六七八九]{1,2}|[0-9]{1,2})(?=[，。；、！？）\s的高宽长深以左多]|$)")
_PER = late(r"[/／](?:[百千万]|每)?")
_GROWN = late(r"大(?=[的，。；、]|$)")
_HALVED = frozenset(("duration", "age", "measure", "multiple"))
_NOT_HALF = ("半年", "半个", "半天", "半月", "半径", "半岛", "半导", "半以")
_PER_TIME = late(r"[·•．./／]?([年月天日次])")
_SHORT_TIME = {"s": "秒", "h": "小时", "时": "小时", "月": "月", "日": "日"}


@rule(
    "unit",
    "The unit after the number, by its longest spelling, with what it is counted for: 29微克/立方米, 880元/人年.",
    ("建成33个项目", "33个: 33 个"),
    ("提高0.2个百分点", "0.2个百分点: 0.2 个百分点"),
    ("下调25个基点", "25个基点: 25 个基点"),
    ("增长5.3％", "5.3％: 5.3 %"),
    ("出生率6.3‰，上升0.14个千分点", "6.3‰: 6.3 ‰; 0.14个千分点: 0.14 个千分点"),
    ("产量5.29万千升", "5.29万千升: 52900000 升"),
    ("装机3112万千瓦", "3112万千瓦: 31120000 千瓦"),
    ("发电10万亿千瓦时", "10万亿千瓦时: 10000000000000 千瓦时"),
    ("外资1263亿美元", "1263亿美元: 126300000000 美元"),
    ("贸易额3亿美金、5千美元、2万日元", "3亿美金: 300000000 美元; 5千美元: 5000 美元; 2万日元: 20000 日元"),
    ("900万港币、20欧元、3万英镑", "900万港币: 9000000 港元; 20欧元: 20 欧元; 3万英镑: 30000 英镑"),
    ("8万韩元、6亿卢布、7亿澳元", "8万韩元: 80000 韩元; 6亿卢布: 600000000 卢布; 7亿澳元: 700000000 澳元"),
    ("2亿加元、9亿新台币", "2亿加元: 200000000 加元; 9亿新台币: 900000000 新台币"),
    ("货运量2.1亿吨公里", "2.1亿吨公里: 210000000 吨公里"),
    ("船舶917万载重吨，吞吐量206万标准箱", "917万载重吨: 9170000 载重吨; 206万标准箱: 2060000 标箱"),
    ("玻璃7600多万重量箱", "7600多万重量箱: >76000000 重量箱"),
    ("近14亿人口的国家", "近14亿人口: nearly 1400000000 人"),
    ("培训劳动者5.2万人次", "5.2万人次: 52000 人次"),
    ("新增11架次、3774部、20所、7大类", "11架次: 11 架次; 3774部: 3774 部; 20所: 20 所; 7大类: 7 大类"),
    ("63岁的老人和9周岁的孩子", "63岁: 63 岁; 9周岁: 9 岁"),
    ("六个月大的婴儿", "六个月大: 6 个月"),
    ("气温30℃，降温8摄氏度", "30℃: 30 摄氏度; 8摄氏度: 8 摄氏度"),
    ("占地3公顷，约1200亩", "3公顷: 3 公顷; 约1200亩: ~1200 亩"),
    ("身高一米八，跳1米75，宽两米五", "一米八: 1.8 米; 1米75: 1.75 米; 两米五: 2.5 米"),
    ("黄金5两，2031两会", "5两: 5 两"),
    ("全长5km，重2kg", "5km: 5 公里; 2kg: 2 公斤"),
    ("浓度29微克/立方米", "29微克/立方米: 29 微克/立方米"),
    ("密度185.69公里/百平方公里", "185.69公里/百平方公里: 185.69 公里/百平方公里"),
    ("补助880元/人·年", "880元/人·年: 880 元/人年"),
    ("能耗0.3吨标准煤/万元", "0.3吨标准煤/万元: 0.3 吨标准煤/万元"),
    ("供水365万吨/日", "365万吨/日: 3650000 吨/日"),
    ("时速350公里/小时", "350公里/小时: 350 公里/小时"),
    ("建设三大支柱，做好四项工作", "三大: 3 大; 四项: 4 项"),
    ("一个目标、一项任务", ""),
    ("零售额542.7①亿元，增长5.6②%，面积3[1]公顷", "542.7①亿元: 54270000000 元; 5.6②%: 5.6 %; 3[1]公顷: 3 公顷"),
    ("个人所得税703278个人所得税", "703278: 703278"),
)
def take_unit(text: str, draft: Draft, unit: Unit, end: int, table: UnitTable) -> None:
    draft.end = end
    if unit.factor != 1:
        draft.low *= unit.factor
        draft.high *= unit.factor
    draft.unit, draft.kind = unit.symbol, unit.kind
    after = text[end : end + 1]
    if after in "/／" and after and (per := _PER.match(text, end)):
        below = table.at(text, per.end())
        short = text[per.end() : per.end() + 1]
        if below is not None and below.kind not in ("name", "percent", "points"):
            draft.end = per.end() + len(below.alias)
            draft.unit += "/" + per[0][1:].replace("每", "") + below.symbol
        elif short in _SHORT_TIME:
            draft.end = per.end() + 1
            draft.unit += "/" + _SHORT_TIME[short]
        else:
            return
        if time := _PER_TIME.match(text, draft.end):
            draft.end = time.end()
            draft.unit += time[1]
    elif after == "级":
        draft.kind = "name"
    elif unit.alias == "块":
        _pieces(text, draft, after)
    elif unit.kind == "money" and after:
        _small_money(text, draft, after)
    elif unit.alias == "成":
        _tenths(text, draft, after)
    elif unit.alias == "折" and draft.high > 100:
        draft.low, draft.high = draft.low / 10, draft.high / 10  # 85折 is 8.5折
    elif unit.alias == "米" and after and (tail := _CENTIMETRES.match(text, end)):
        draft.end = tail.end()
        draft.low += Decimal("".join(str(_figure(digit)) for digit in tail[0])) / 10 ** len(tail[0])
        draft.high = draft.low
    elif unit.kind == "duration" and after == "大" and _GROWN.match(text, end):
        draft.end += 1
        draft.kind = "age"
    elif unit.symbol == "度":
        _degrees(text, draft)
    elif after == "半" and unit.kind in _HALVED and not text.startswith(_NOT_HALF, end):
        draft.end += 1
        draft.low += Decimal("0.5")
        draft.high += Decimal("0.5")


_UNIT_OF_ITS_OWN = {"月": "个月", "钟头": "小时", "星期": "周", "礼拜": "周"}
_MORE_INSIDE = late(r"个(半|多)(月|小时|钟头|星期|礼拜|季度|世纪|百分点)")


@rule(
    "and a half, and more",
    "半 and 多 that stand inside or after the unit: 两个半小时, 一年半, 三个多月.",
    ("耗时两个半小时", "两个半小时: 2.5 小时"),
    ("停留5个多月", "5个多月: >5 个月"),
    ("用了一个多月。", "一个多月: >1 个月"),
    ("学习3年半，", "3年半: 3.5 年"),
    ("重两磅半，是去年的两倍半", "两磅半: 2.5 磅; 两倍半: 2.5 倍"),
    ("约两个半月", "约两个半月: ~2.5 个月"),
    ("下降两个多百分点", "两个多百分点: >2 个百分点"),
    ("花费10元多，", "10元多: >10 元"),
    ("长两公里多。", "两公里多: >2 公里"),
)
def take_half(text: str, draft: Draft) -> bool:
    match = _MORE_INSIDE.match(text, draft.end) if text.startswith("个", draft.end) else None
    if match is None:
        return False
    draft.end = match.end()
    word = match[2]
    draft.unit = _UNIT_OF_ITS_OWN.get(word, word if word == "小时" else f"个{word}")
    draft.kind = "points" if word == "百分点" else "duration"
    if match[1] == "多":
        draft.qualifier = "over"
    else:
        draft.low += Decimal("0.5")
        draft.high += Decimal("0.5")
    return True


_SMALL_MONEY = late(
    r"(?P<ten>[0-9０-９一二两三四五六七八九壹贰叁肆伍陆柒捌玖])(?:角|毛)(?:(?P<one>[0-9０-９一二两三四五六七八九壹贰叁肆伍陆柒捌玖])分?)?(?:钱|整)?"
    r"|(?P<bare>[一二三四五六七八九](?![十百千万亿一二三四五六七八九])|[0-9０-９](?=[，。；、！？）\s]|$))"
)


@rule(
    "small money",
    "角, 毛 and 分 after 元 or 块: 3元5角, 五块五.",
    ("单价3元5角2分", "3元5角2分: 3.52 元"),
    ("实收贰拾叁元伍角整", "贰拾叁元伍角整: 23.5 元"),
    ("卖三块五毛钱", "三块五毛钱: 3.5 元"),
    ("卖五块五。", "五块五: 5.5 元"),
    ("卖3块5，找三毛五", "3块5: 3.5 元; 三毛五: 0.35 元"),
    ("只卖八毛", "八毛: 0.8 元"),
    ("每斤8角", "每斤8角: 0.8 元/斤"),
    ("只要五毛三分", "五毛三分: 0.53 元"),
    ("花了三十块，铺了三块石板", "三十块: 30 元; 三块: 3 块"),
)
def _small_money(text: str, draft: Draft, after: str) -> None:
    if after not in DIGIT and not after.isdigit():
        return
    if coins := _COINS.match(text, draft.end - 1):
        draft.end = coins.end()
        draft.low += Decimal(_figure(coins["one"])) / 100
        draft.high = draft.low
        return
    match = _SMALL_MONEY.match(text, draft.end)
    before = text[draft.end - 1]
    if match is None or (match["bare"] and before not in "块毛"):
        return
    draft.end = match.end()
    tenths = _figure(match["ten"] or match["bare"])
    cents = tenths if before == "毛" else tenths * 10 + (_figure(match["one"]) if match["one"] else 0)
    draft.low += Decimal(cents) / 100
    draft.high = draft.low
    draft.unit, draft.kind = "元", "money"


_SPENDING = late(r"[花要价卖付给收值费掏赚]了?$")


def _pieces(text: str, draft: Draft, after: str) -> None:
    """块: a piece of something (412块银幕), money where a digit follows or the words before speak of it."""
    if after:
        _small_money(text, draft, after)
    if draft.unit == "块" and _SPENDING.search(text, max(0, draft.start - 2), draft.start):
        draft.unit, draft.kind = "元", "money"


def _figure(character: str) -> int:
    """One digit, Arabic of any width or Chinese."""
    return DIGIT[character] if character in DIGIT else int(character)


@rule(
    "tenths",
    "成 is ten per cent: 七成, 三成五; so is 折 of a price: 八折, 七五折, 85折.",
    ("近七成受访者", "近七成: nearly 70 %"),
    ("占三成五", "三成五: 35 %"),
    ("六成以上企业", "六成以上: >60 %"),
    ("超过4成", "超过4成: >40 %"),
    ("三到五成的农户", "三到五成: 30..50 %"),
    ("两三成客流", "两三成: 20..30 %"),
    ("占七成多，一成多选择", "七成多: >70 %; 一成多: >10 %"),
    ("打八折、七五折、85折", "八折: 80 %; 七五折: 75 %; 85折: 85 %"),
    ("三折算为一，一成不变，六成员", ""),
)
def _tenths(text: str, draft: Draft, after: str) -> None:
    more = 5 if after == "半" else DIGIT.get(after, 0) if after else 0
    if more and (after == "半" or not text.startswith(tuple(CHARACTERS), draft.end + 1)):
        draft.end += 1
        draft.low += more
        draft.high += more


_WARMTH = late(rf"(?:温[^，。；0-9]{{0,6}}?|零[上下])[{CHARACTERS}点]*$")


_TENTH_OF_DEGREE = late(r"[1-9一二三四五六七八九](?=[，。；、！？）\s]|$)")


def _degrees(text: str, draft: Draft) -> None:
    """度 after a word of warmth is a degree Celsius (气温30度); elsewhere a kilowatt-hour or an angle."""
    if _WARMTH.search(text, max(0, draft.start - 8), draft.number_start):
        draft.unit, draft.kind = "摄氏度", "temperature"
        if tenth := _TENTH_OF_DEGREE.match(text, draft.end):
            draft.end = tenth.end()
            draft.low += Decimal(_figure(tenth[0])) / 10
            draft.high = draft.low
