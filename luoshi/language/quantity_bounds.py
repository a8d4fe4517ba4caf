"""Words that touch a quantity: its bounds (超, 不低于, 以上, 左右), what it is counted for (每人每年), its currency."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from luoshi.language.numerals import GAP
from luoshi.language.quantity_drafts import Draft, Quantity
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.records import Qualifier

_NOT = "(?:不|未|没有|没|不能|不得|不会|不应|不可|不宜|不再|不许|未能|严禁|禁止)"
_BEFORE = late(
    rf"(?:(?P<under>{_NOT}(?:超过|超出|超|突破|高于|大于|多于|逾)|[不未]到|不足|达不到|(?:低|少|小)于(?:或?等于)?"
    r"|最多|至多|[未不]满|跌破|(?<![A-Za-z\"'/])[≤<＜])"
    rf"|(?P<over>{_NOT}(?:低于|少于|小于|不足|下于)|不下|不止|至少|最少|起码|(?:超过|突破|超出)了?"
    r"|(?:高|大|多)于(?:或?等于)?|(?<![反赶])超|(?<!打)破|逾|(?<![A-Za-z\"'/])[≥>＞])"
    r"|(?P<nearly>将近|接近|(?<![附靠最临邻贴亲切])近)"
    r"|(?P<about>大约为?|约为|约有|大概|(?<![节制集合签条预违缔履特续公邀])约))$"
)
_PASSED_LAST = frozenset("上过越了")
BOUND_LAST = frozenset("超过出破于逾到足多满止下少约为有概近了码≤<＜≥>＞")
_AFTER = late(
    rf"{GAP}(?:(?P<over>(?:及|（含）|\(含\))?以上(?!述)|之上|有余)"
    rf"|(?P<under>(?:及|（含）|\(含\))?以下(?![简方几各问])|以内|之内|之下)"
    rf"|(?P<about>左右(?![岸翼手两])|上下(?![游联班级功水行左坡属])))"
)
_AFTER_FIRST = frozenset("以及之有左上（( ")
_MORE_KINDS = frozenset(("duration", "measure", "money", "multiple", "age", "fraction"))
_STRONG: dict[str, Qualifier] = {"强": "over", "弱": "nearly"}
_AFTER_STRONG = late(r"[，。；、！？）)的]|$")
# 七成多选择: more than so many tenths, whatever follows; 三成多元投资 is not.
_MORE_AFTER = late(r"多(?=[，。；、的了）”！？ ]|$)|(?<=成)多(?![元种样次数项层方品])")


@rule(
    "bounds after",
    "以上, 以下, 以内, 左右, 上下 and 多 after the quantity.",
    ("增长5%左右", "5%左右: ~5 %"),
    ("就业1000万人以上", "1000万人以上: >10000000 人"),
    ("失业率4.5%以内", "4.5%以内: <4.5 %"),
    ("60万千瓦及以上机组", "60万千瓦及以上: >600000 千瓦"),
    ("30万元以下罚款", "30万元以下: <300000 元"),
    ("减少一半以上", "一半以上: >50 %"),
    ("三分之一以上", "三分之一以上: >33.33 %"),
    ("占1/3强，占五分之一弱", "1/3强: >33.33 %; 五分之一弱: nearly 20 %"),
    ("约100人上下", "约100人上下: ~100 人"),
    ("100家上下游企业", "100家: 100 家"),
    ("10亿元以上项目", "10亿元以上: >1000000000 元"),
)
def take_bound_after(text: str, draft: Draft) -> None:
    after = text[draft.end : draft.end + 1]
    if after in _AFTER_FIRST:
        if match := _AFTER.match(text, draft.end):
            draft.end = match.end()
            _qualify(draft, match)
    elif (
        after in _STRONG
        and draft.unit == "%"
        and draft.qualifier == "exact"
        and _AFTER_STRONG.match(text, draft.end + 1)
    ):
        draft.end += 1
        draft.qualifier = _STRONG[after]
    elif after == "多" and draft.kind in _MORE_KINDS and _MORE_AFTER.match(text, draft.end):
        draft.end += 1
        draft.qualifier = "over"


def _qualify(draft: Draft, match: re.Match[str]) -> None:
    """The bound that a word gives; a range keeps its ends, and a bound outweighs an estimate."""
    if draft.qualifier != "range" and (draft.qualifier in ("exact", "about") or match.lastgroup != "about"):
        draft.qualifier = cast(Qualifier, match.lastgroup)


_SCALE = late("[摄华]氏$")
_CURRENCY = late(
    r"(?:(?P<dollar>(?:US|HK|NT|A|C)?)[$＄]|[¥￥]|(?P<euro>€)|(?P<pound>£)|(?P<code>USD|CNY|RMB|EUR|GBP|JPY|HKD) ?)$"
)
_CODES = {"USD": "美元", "CNY": "元", "RMB": "元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "HKD": "港元"}
_DOLLARS = {"": "美元", "US": "美元", "HK": "港元", "NT": "新台币", "A": "澳元", "C": "加元"}
_EACH = late(
    r"每(?P<of>人|户|亩|公顷|吨|平方米|立方米|公斤|斤|头|台|辆|件|套|张|次|度|千瓦时|股|天|日|月|年|学年|小时|秒|公里|平方公里)"
    r"(?:每(?P<per>年|月|天|日|学年|次))?$"
)
_EACH_LAST = frozenset("人户亩顷吨米斤头台辆件套张次度时秒股天日月年里")
_DISTANCES = frozenset(("公里", "米", "英里", "海里"))


@rule(
    "words before",
    "Bounds, 每人每年 and currency signs before the quantity; a negation turns its bound round.",
    ("总投资超4000亿元", "超4000亿元: >400000000000 元"),
    ("突破140亿元", "突破140亿元: >14000000000 元"),
    ("增长超过20%", "超过20%: >20 %"),
    ("票房破百亿元", "破百亿元: >10000000000 元"),
    ("逾3万家", "逾3万家: >30000 家"),
    ("高于5%", "高于5%: >5 %"),
    ("至少25名", "至少25名: >25 名"),
    ("不低于4.6%", "不低于4.6%: >4.6 %"),
    ("不少于300人", "不少于300人: >300 人"),
    ("不超过1亿元", "不超过1亿元: <100000000 元"),
    ("音量不能超过70分贝", "不能超过70分贝: <70 分贝"),
    ("不得超过3次", "不得超过3次: <3 次"),
    ("不高于55%", "不高于55%: <55 %"),
    ("低于4.6%", "低于4.6%: <4.6 %"),
    ("不足2000元", "不足2000元: <2000 元"),
    ("不到三年", "不到三年: <3 年"),
    ("最多5个", "最多5个: <5 个"),
    ("跌破3000点", "跌破3000点: <3000 点"),
    ("总量迈上3000亿元台阶，跨越5年", "3000亿元: >300000000000 元; 5年: 5 年"),
    ("近1亿人次", "近1亿人次: nearly 100000000 人次"),
    ("接近60%", "接近60%: nearly 60 %"),
    ("约47.6亿吨", "约47.6亿吨: ~4760000000 吨"),
    ("大约为30个", "大约为30个: ~30 个"),
    ("约2500余枚", "约2500余枚: >2500 枚"),
    ("每人每年880元", "每人每年880元: 880 元/人年"),
    ("每人每年不低于880元", "每人每年不低于880元: >880 元/人年"),
    ("每人每年300元、200元和100元", "每人每年300元: 300 元/人年; 200元: 200 元/人年; 100元: 100 元/人年"),
    ("每亩约120元", "每亩约120元: ~120 元/亩"),
    ("速度每小时450公里", "每小时450公里: 450 公里/小时"),
    ("成本USD 300，收入EUR500", "USD 300: 300 美元; EUR500: 500 欧元"),
    ("每月1000元", "每月1000元: 1000 元/月"),
    ("成本US$300、¥5万、€20", "US$300: 300 美元; ¥5万: 50000 元; €20: 20 欧元"),
    ("华氏86度", "华氏86度: 86 华氏度"),
    ("最高气温达到30度，零下二十度", "30度: 30 摄氏度; 零下二十度: -20 摄氏度"),
    ("发电69亿度，旋转九十度，两度获奖", "69亿度: 6900000000 度; 九十度: 90 度"),
    ("体温38度5，室温零上五度", "38度5: 38.5 摄氏度; 五度: 5 摄氏度"),
    ("大于等于5，超过三十", "大于等于5: >5; 超过三十: >30"),
    ("不少于五，三十以上", "不少于五: >5; 三十以上: >30"),
    ("节约3000万吨，最近5次，打破50年的纪录", "3000万吨: 30000000 吨; 5次: 5 次; 50年: 50 年"),
)
def take_words_before(text: str, draft: Draft, floor: int) -> None:
    passed = draft.qualifier == "exact" and text[draft.start - 1 : draft.start] in _PASSED_LAST
    if passed and _PASSED.search(text, max(floor, draft.start - 3), draft.start):
        draft.qualifier = "over" if _OF_A_MARK.search(text, draft.start, draft.end) else "exact"
    while draft.start > floor:
        start = draft.start
        last = text[start - 1]
        match: re.Match[str] | None
        if last in BOUND_LAST and (match := _BEFORE.search(text, max(floor, start - 6), start)):
            if match.lastgroup == "nearly" and draft.unit in ("年", "个月", "天", "周"):
                draft.kind = "name"
                return
            _qualify(draft, match)
        elif last in _EACH_LAST and (draft.kind == "money" or draft.unit in _DISTANCES) and "/" not in draft.unit:
            match = _EACH.search(text, max(floor, start - 8), start)
            if match is None or (draft.kind != "money" and match["of"] not in ("小时", "秒")):
                return
            draft.unit += f"/{match['of']}{match['per'] or ''}"
        elif last in "$＄¥￥€£ DYBRP" and (match := _CURRENCY.search(text, max(floor, start - 4), start)):
            draft.kind = "money"
            if match["code"]:
                draft.unit = _CODES[match["code"]]
            elif match["dollar"] is not None:
                draft.unit = _DOLLARS[match["dollar"]]
            else:
                draft.unit = "欧元" if match["euro"] else "英镑" if match["pound"] else "元"
        elif last == "氏" and draft.unit.endswith("度"):
            match = _SCALE.search(text, max(floor, start - 2), start)
            if match is None:
                return
            draft.kind, draft.unit = "temperature", match[0] + "度"
        elif last in "上过" and draft.form == "bare" and not _NO_MORE.search(text, max(floor, start - 2), start):
            draft.qualifier = "over"
            draft.start -= 1
            return
        else:
            return
        draft.start = match.start()


_LISTED = frozenset(("、", "和", "与", "及"))


def listed_alike(text: str, before: Quantity, quantity: Quantity) -> Quantity:
    """The quantity, for as much as the one before it in a list: 每人每年300元、│200元."""
    joined = text[before.end : quantity.start] in _LISTED and "/" not in before.quote
    if joined and before.unit.startswith(f"{quantity.unit}/") and quantity.unit:
        return replace(quantity, unit=before.unit)
    return quantity


# A mark that was passed, the verb left outside: 生产总值迈上│3000亿元.
_PASSED = late(r"(?:[迈跃站跨登踏][上过]|越过|跨越)了?$")
_OF_A_MARK = late(r"[千万亿]")
_NO_MORE = late(r"[以迈跃登站踏]上|[成超经通不突越跨胜]过|[成百千]上$")
