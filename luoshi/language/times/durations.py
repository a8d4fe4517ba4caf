"""How long something lasts: 三年, 两个月, 1小时30分钟."""

from __future__ import annotations

import re

from luoshi.language.rules import rule
from luoshi.language.times.clocks import MINUTE
from luoshi.language.times.model import Found, Now
from luoshi.language.times.periods import (
    CODES,
    DIGIT,
    HAN_DIGIT,
    NUMERALS,
    TIMES_UNIT,
    TO,
    count_of,
    duration_of,
    number_of,
)
from luoshi.language.times.rulebook import stands_alone

_NUMERAL = rf"(?:[{DIGIT}]{{1,4}}(?:[.．][{DIGIT}]{{1,2}})?万?|[{HAN_DIGIT}两十百千万零]{{1,8}}|[几数][十百千万]?)"
_LENGTH = (
    f"(?P<n>{_NUMERAL}|半)(?P<v>[多余来几])?(?:(?P<c>个)(?P<h>半)?(?P<w>多)?)?整?"
    rf"(?P<u>年(?![代级纪岁轮报])|季度|工作日|星期|礼拜|小时|钟头|刻钟|分钟|昼夜|秒钟?|周(?![年岁边期转])|月(?<=个月|半月|多月)|世纪(?<=[个半多]世纪)|天(?![然气津线空地桥猫文使])|分(?=[0-9一二三四五六七八九]|半钟))(?:(?<=小时)零?(?P<i>{MINUTE})分(?![之钟]))?(?P<x>半(?!导|岛|径|数|年|决))?(?:(?<=分半)钟)?(?P<y>多(?![年个种样元次名万家人项]))?"
)


@rule(
    "duration",
    "A length of time: 三年, 两个月, 14天, 一个半小时, 1小时30分钟, 3至5年.",
    ("连续三年", "三年=P3Y duration absolute"),
    ("14天", "14天=P14D duration absolute"),
    ("两个月", "两个月=P2M duration absolute"),
    ("半年", "半年=P6M duration absolute"),
    ("一个半小时", "一个半小时=PT1H30M duration absolute"),
    ("1.5小时", "1.5小时=PT1.5H duration absolute"),
    ("100年", "100年=P100Y duration absolute"),
    ("一年半", "一年半=P1Y6M duration absolute"),
    ("两年零三个月", "两年零三个月=P2Y3M duration absolute"),
    ("1小时30分钟", "1小时30分钟=PT1H30M duration absolute"),
    ("3至5年", "3至5年= duration absolute"),
    ("三到五年", "三到五年= duration absolute"),
    ("24小时", "24小时=PT24H duration absolute"),
    ("1年期贷款", "1年=P1Y duration absolute"),
    ("5个工作日", "5个工作日=P5D duration absolute"),
    ("5000多年", "5000多年=P5000Y duration absolute"),
    ("两千年", "两千年=P2000Y duration absolute"),
    ("半个月", "半个月=P0.5M duration absolute"),
    ("几个月", "几个月= duration absolute"),
    ("3分钟", "3分钟=PT3M duration absolute"),
    ("两个季度", "两个季度=P6M duration absolute"),
    ("三周", "三周=P3W duration absolute"),
    ("20多年", "20多年=P20Y duration absolute"),
    ("两三年", "两三年= duration absolute"),
    ("三五天", "三五天= duration absolute"),
    ("几十年", "几十年= duration absolute"),
    ("数百年", "数百年= duration absolute"),
    ("三个半月", "三个半月=P3.5M duration absolute"),
    ("两天半", "两天半=P2.5D duration absolute"),
    ("1小时20分，一整天", "1小时20分=PT1H20M duration absolute; 一整天=P1D duration absolute"),
    ("一分半钟", "一分半钟=PT1M30S duration absolute"),
    ("一个世纪，半个世纪", "一个世纪=P100Y duration absolute; 半个世纪=P50Y duration absolute"),
    ("24小时热线", "24小时=PT24H duration absolute"),
    ("一年级，八年代", ""),
    ("第3年", ""),
    ("15737.82亿元", ""),
    ("C919客机，10月龄", ""),
    ("3个多小时", "3个多小时=PT3H duration absolute"),
    ("青年，3天然气站", ""),
    ("PM2.5年均浓度", ""),
)
@stands_alone(NUMERALS, rf"(?<![{DIGIT}.．第上下A-Za-z])(?:(?P<r>{_NUMERAL}){TO})?{_LENGTH}")
def _duration(m: re.Match[str], now: Now) -> Found | None:
    words, unit = m["n"].replace("．", "."), m["u"]
    if unit == "月":
        unit = "个月"
    if m["r"] or m["v"] == "几" or words[-1] == "万" or (words != "半" and "." not in words and not count_of(words)):
        return Found(m.end(), "", "duration", "absolute")
    if words == "半":
        half = {"年": "P6M", "小时": "PT30M", "钟头": "PT30M", "天": "PT12H", "个月": "P0.5M", "世纪": "P50Y"}.get(
            unit, ""
        )
        return Found(m.end(), half, "duration", "absolute")
    if "." in words:
        scale, code = TIMES_UNIT.get(unit, 1), CODES[unit]
        if scale > 1:
            return Found(m.end(), "", "duration", "absolute")
        whole, _, part = words.partition(".")
        number = f"{int(whole)}.{''.join(str(int(digit)) for digit in part)}"
        return Found(m.end(), f"PT{number}{code[1]}" if code[0] == "T" else f"P{number}{code}", "duration", "absolute")
    count = number_of(words)
    if not count:
        return None
    period = duration_of(count, unit)
    if m["i"]:
        period += f"{number_of(m['i'])}M"
    if m["h"] or m["x"]:
        if unit == "年":
            period += "6M"
        elif unit in ("小时", "钟头"):
            period += "30M"
        elif unit == "分":
            period += "30S"
        else:
            period = period[:-1] + ".5" + period[-1]
    return Found(m.end(), period, "duration", "absolute")
