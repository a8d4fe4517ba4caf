"""The number of a quantity: its numeral with 多, 余 and 来, on the percent scale where it is a fraction."""

from __future__ import annotations

import re
from decimal import Decimal

from luoshi.language import numerals
from luoshi.language.han_numerals import DIGIT, chinese, neighbours
from luoshi.language.numerals import PATTERN
from luoshi.language.quantity_drafts import Draft
from luoshi.language.rules import rule
from luoshi.patterns import late

DIGITS = "0-9０-９"
_CLASSIFIER = "个人家岁天种项次条名位里公亩斤块元万亿分户座件所台套吨头只"
NUMERAL = rf"{PATTERN}(?P<more>[多余](?![边样])|(?<=[十百千万亿])几(?![十百千])|来(?=[{_CLASSIFIER}]))?"
NUMERAL_HERE = late(NUMERAL)


_LONGEST = 400  # characters; a longer run of digits is no number at all


@rule(
    "the number of a quantity",
    "Digits or characters with their multipliers and 多, 余, 来; on the percent scale where it is a fraction.",
    ("总投资4000亿元。", "4000亿元: 400000000000 元"),
    ("产值1,080,211万元", "1,080,211万元: 10802110000 元"),
    ("产值１２.５万吨", "１２.５万吨: 125000 吨"),
    ("贷款余额达3.19万亿元", "3.19万亿元: 3190000000000 元"),
    ("安排25万6千元", "25万6千元: 256000 元"),
    ("客运量增加到1亿3千多万人次", "1亿3千多万人次: >130000000 人次"),
    ("收入1340.72 亿元", "1340.72 亿元: 134072000000 元"),
    ("产值二十万亿元", "二十万亿元: 20000000000000 元"),
    ("捐款壹佰万元整", "壹佰万元整: 1000000 元"),
    ("退出产能9000多万吨", "9000多万吨: >90000000 吨"),
    ("新增4万多亿元", "4万多亿元: >4000000000000 元"),
    ("已有3000余家企业", "3000余家: >3000 家"),
    ("推出110余项创新", "110余项: >110 项"),
    ("十余个单位", "十余个: >10 个"),
    ("约十来个人", "约十来个: ~10 个"),
    ("五千多年历史", "五千多年: >5000 年"),
    ("培训七八百人", "七八百人: 700..800 人"),
    ("用了三四十天", "三四十天: 30..40 天"),
    ("贫困人口减少1386万，", "1386万: 13860000"),
    ("带动两千万农民增收", "两千万: 20000000"),
    ("耗时1.2e3小时", "1.2e3小时: 1200 小时"),
    ("压减三分之一", "三分之一: 33.33 %"),
    ("占三分之二", "三分之二: 66.67 %"),
    ("同比下降百分之四十", "百分之四十: 40 %"),
    ("增速为负百分之四十", "负百分之四十: -40 %"),
    ("合格率百分之百", "百分之百: 100 %"),
    ("控制在千分之五", "千分之五: 0.5 %"),
    ("死亡率万分之三", "万分之三: 0.03 %"),
    ("占到4分之3", "4分之3: 75 %"),
    ("占1/3以上", "1/3以上: >33.33 %"),
    ("负债为零元，零元购", "零元: 0 元"),
    ("补贴1000余元，八百多万人次", "1000余元: >1000 元; 八百多万人次: >8000000 人次"),
    ("百万分之九，千分之三点五", "百万分之九: 0.0009 %; 千分之三点五: 0.35 %"),
    ("数千家企业、几百户", "数千家: >1000 家; 几百户: >100 户"),
    ("十几个村、二十几万人", "十几个: >10 个; 二十几万人: >200000 人"),
    ("几个村、若干项、两位数、几十年、数千群众", ""),
    ("5万4千6百元", "5万4千6百元: 54600 元"),
    ("1\u2009234.5亿元", "1\u2009234.5亿元: 123450000000 元"),
)
def number_of(match: re.Match[str]) -> Draft | None:
    start, end = match.span()
    arabic, characters = match["arabic"], match["chinese"]
    over, bottom = match["over"], match["bottom"]
    if arabic:
        # A code (0532) measures nothing.
        if len(arabic) > _LONGEST or (arabic[0] in "0０" and arabic[1:2].isdigit()):
            return None
        form = "digits"
    else:
        form = "some" if match["some"] else _form(match.string, start, characters, over)
        if not form:
            return None
    if form == "pair":
        pair = neighbours(characters) or _price_cut(match.string, end, characters)
        if pair is None:
            return None
        if pair[0] == pair[1]:
            return Draft(start, end, start, end, *pair, form=form)
        return Draft(start, end, start, end, *pair, "range", form=form)
    number = numerals.read(match)
    if number is None:
        return None
    draft = Draft(start, end, start, end, number, number, form=form, multiplier=match["multiplier"] or "")
    if over or bottom or match["base"]:
        if match["base"] or (bottom and not _is_fraction(match, number)):
            return None
        share = number * 100
        # A part of a hundred, a thousand or a million is exact; a third has no end and is told to a hundredth of 1 %.
        draft.kind = "percent" if over and characters and _is_power_of_ten(characters) else "fraction"
        draft.low = draft.high = share if draft.kind == "percent" else share.quantize(Decimal("0.01"))
        draft.unit, draft.form = "%", "digits"
    more = match["more"]
    if more or match["some"] or numerals.is_open(match):
        draft.qualifier = "about" if more == "来" else "over"
    return draft


def _price_cut(text: str, end: int, characters: str) -> tuple[Decimal, Decimal] | None:
    """The two digits of 七五折, seven and a half tenths of a price; ``None`` where no 折 follows."""
    digits = chinese(characters) if text.startswith("折", end) and len(characters) == 2 else None
    return None if digits is None else (Decimal(digits) / 10, Decimal(digits) / 10)


def _is_power_of_ten(characters: str) -> bool:
    """Whether a fraction's whole is a hundred, a thousand, a million …: 百, 千, 万, 百万."""
    whole = numerals.from_characters(characters)
    return whole is not None and whole >= 100 and str(int(whole)).strip("0") == "1"


_FEW_TENS = late("几[十百千]")


def _form(text: str, start: int, characters: str, over: str | None) -> str:
    """How a number in characters is written; empty where the characters are no number of things."""
    whole, point, _ = characters.partition("点")
    before = text[start - 1] if start else ""
    if whole[0] in "十百千万亿" and ((before and before in "数几") or _FEW_TENS.match(text, start + len(characters))):
        return ""
    if over or (point and chinese(whole) is not None):
        return "digits"
    if not any(character in "十百千万亿拾佰仟萬億廿卅" for character in whole):
        if len(whole) > 1:
            return "pair" if len(whole) == 2 else ""
        # 零件 and 陆家 are words; formal digits and 一 of 统一 never stand alone before a unit.
        if whole == "零" and text.startswith(("元", "摄氏度"), start + 1) and not text.startswith("元购", start + 1):
            return "digits"
        return "" if whole in "零〇○壹贰貳叁參肆伍陆陸柒捌玖兩" else "small"
    if chinese(whole) is None:
        return "pair"
    if not any(character in DIGIT or character in "十拾" for character in whole):
        return "bare"
    return "large" if any(character in "百千万亿佰仟萬億" for character in whole) else "small"


def _is_fraction(match: re.Match[str], number: Decimal) -> bool:
    """Whether X/Y is a fraction and no date: a proper one with a small or a round bottom."""
    return 0 < number < 1 and (len(match["bottom"]) == 1 or match["bottom"] in ("10", "20", "100", "1000"))
