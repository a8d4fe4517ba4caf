"""Quantities: a number with its unit and the words that touch it (超4000亿元, 4.5%—5%, 全省第一).

:func:`scan` finds everything in a text that measures; :func:`quantities` gives ordinals (第十三) besides.
One pattern finds the numerals; each numeral is then read by the rules below, each beside its examples.
Numbers are exact, in base units: 百千万亿 are multiplied out, units are those of ``knowledge/units.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from luoshi.knowledge import units
from luoshi.knowledge.units import Unit, UnitTable
from luoshi.language import numerals
from luoshi.language.numerals import ARABIC, CHINESE, CHINESE_DIGITS, MULTIPLIER
from luoshi.language.rules import rule
from luoshi.records import Qualifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity where it stands: ``text[start:end] == quote``, its digits at ``number_start:number_end``.

    ``value`` is the plain number in base units, ``None`` for a range; a fall keeps its magnitude, a
    printed minus sign stays. ``low`` and ``high`` are ``None`` where the bound is open. ``unit`` is the
    canonical unit (元, %, 个百分点, 人次, 元/人年 …), empty where the text has none. ``kind`` is one of
    money, percent, points, count, measure, multiple, fraction, ratio, rank, streak, ordinal, age,
    temperature, duration, plain.
    """

    quote: str
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier
    unit: str
    kind: str
    number_start: int
    number_end: int


@dataclass(slots=True)
class _Draft:
    """A quantity being read: its extent and value grow as the rules recognise what touches the numeral."""

    start: int
    end: int
    number_start: int
    number_end: int
    low: Decimal
    high: Decimal
    qualifier: Qualifier = "exact"
    unit: str = ""
    kind: str = "plain"
    form: str = "digits"  # digits, chinese, or bare (a multiplier alone: 百亿)
    raw: Decimal = Decimal(0)  # the number before its multiplier, for 1.2至1.5万亿元
    multiplier: str = ""


_GAP = "[ \u3000\u00a0]{0,2}"
_DIGITS = "0-9０-９"
_CHINESE_NUMERAL = rf"(?:[{CHINESE.replace('千', '').replace('仟', '')}]|[千仟](?![瓦克米升伏卡焦赫帕]))++"
_NUMERAL = (
    rf"(?:(?P<arabic>{ARABIC})(?:[eE](?P<exponent>[-+]?[0-9]{{1,2}})(?![0-9A-Za-z])"
    rf"|{_GAP}(?P<multiplier>(?:[多余]?{MULTIPLIER}){{1,2}}+)"
    rf"(?P<rest>(?:零?[{_DIGITS}]{{1,4}}+(?:千(?![瓦克米升伏卡焦赫帕字])|百(?![分帕])|万)?(?![{_DIGITS}.．,，:：%％年月日])){{1,3}})?)?"
    rf"(?:分之(?P<arabic_over>{ARABIC}))?"
    rf"|(?P<chinese>{_CHINESE_NUMERAL})"
    rf"(?:点(?P<decimals>[{CHINESE_DIGITS}]++[百千万亿]{{0,3}}+)|分之(?P<over>{_CHINESE_NUMERAL}(?:点[{CHINESE_DIGITS}]++)?|{ARABIC}))?)"
    rf"(?P<more>[多余来](?![自源年到自]))?"
)
_AT = re.compile(_NUMERAL)
_FIND = re.compile(
    rf"(?:(?<![{_DIGITS}A-Za-z.．+＋])(?=[{_DIGITS}])|(?=[{CHINESE}])(?!一半)){_NUMERAL}"
    r"|(?P<word>(?:过|近|超|约|一)?半数?(?=以上|左右|[，。；、的 ]|$)|首位|翻番|半(?=个?(?:月|小时|百分点)|天|年))"
)
_HALF = re.compile(r"(?:过|近|超过?|约)?半数?|一半")

_SEPARATOR = re.compile(rf"{_GAP}(?:[—–\-~～－―〜−]{{1,2}}|至|到){_GAP}")
_SEPARATOR_FIRST = frozenset("—–-~～－―〜−至到 ")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

_NOT = r"(?:不|未|没有|没|不能|不得|不会|不应|不可|不宜|不再|不许|未能|严禁|禁止)"
_BEFORE = re.compile(
    rf"(?:(?P<under>{_NOT}(?:超过|超出|超|突破|高于|大于|多于|逾)|不到|不足|达不到|(?:低|少|小)于|最多|至多|未满|不满|[≤<＜])"
    rf"|(?P<over>{_NOT}(?:低于|少于|小于|不足|下于)|不下|不止|至少|最少|起码|(?:超过|突破|超出)了?"
    rf"|(?:高于|大于|多于)|(?<![反赶])超|(?<![打])破|逾|[≥>＞])"
    rf"|(?P<nearly>将近|接近|(?<![附靠最临邻贴亲切])近)"
    rf"|(?P<about>大约为?|约为|大概|(?<![节制集合签条预违缔履特续公邀])约))$"
)
_BEFORE_LAST = frozenset("超过出破于逾到足多满止下少约为概近了≤<＜≥>＞码")
_AFTER = re.compile(
    rf"{_GAP}(?:(?P<over>(?:及|（含）|\(含\))?(?:以上|之上)|有余)|(?P<under>(?:及|（含）|\(含\))?(?:以下|以内|之内|之下))|(?P<about>左右|上下))"
)
_AFTER_FIRST = frozenset("以及之有左上（( ")
_SIGN = re.compile(r"(?:负|零下|(?<![0-9０-９A-Za-z%％)）\]])[-－−–])$")
_CURRENCY = re.compile(r"(?:(?P<dollar>(?:US|HK|NT|[AC])?[$＄])|[¥￥]|(?P<euro>€)|(?P<pound>£))$")
_DOLLARS = {"": "美元", "US": "美元", "HK": "港元", "NT": "新台币", "A": "澳元", "C": "加元"}
_EACH = re.compile(r"每(?P<of>人|户|亩|吨|平方米|立方米|公斤|斤|头|台|辆|件|套|张|次|度|千瓦时|股|天|日|月|年|学年|小时|公里)(?:每(?P<per>年|月|天|日|学年|次))?$")
_EACH_LAST = frozenset("人户亩吨米斤头台辆件套张次度时股天日月年里")
_PER = re.compile(r"/(?P<of>[百千万]?(?:平方公里|立方米|标准立方米|平方米|公里|公顷|千瓦时|小时|公斤|万元|人次|标箱|百分点|[人户亩吨米斤头台辆件套张次度股天日月年时秒升克床元]))(?:[·•.．/]?(?P<per>年|月|天|日|次))?")
_MORE_AFTER = re.compile(r"多(?=[，。；、的了）”！？ ]|$)")


def scan(text: str, table: UnitTable | None = None) -> list[Quantity]:
    """Everything in ``text`` that measures, in order, the longest whole first, without overlaps.

    ``table`` is the unit table (the shipped one where none is given). Dates, document numbers, model
    names, headings and names made of numbers are no quantities.
    """
    return _read(text, table or units.shipped(), False)


def quantities(text: str, table: UnitTable | None = None) -> list[Quantity]:
    """What :func:`scan` finds, and ordinals (第十三, 第3) as quantities of kind ``ordinal``."""
    return _read(text, table or units.shipped(), True)


def _read(text: str, table: UnitTable, ordinals: bool) -> list[Quantity]:
    found: list[Quantity] = []
    floor = 0
    for match in _FIND.finditer(text):
        if match.start() < floor:
            continue
        draft, end = _whole(text, match, floor, table, ordinals)
        floor = max(end, floor)
        if draft is not None:
            found.append(_finished(text, draft))
            floor = draft.end
    return found


def _finished(text: str, draft: _Draft) -> Quantity:
    low: Decimal | None = draft.low
    high: Decimal | None = draft.high
    value: Decimal | None = draft.low
    if draft.qualifier == "over":
        high = None
    elif draft.qualifier in ("under", "nearly"):
        value, low = draft.high, None
    elif draft.qualifier == "range":
        value = None
    return Quantity(
        text[draft.start : draft.end],
        draft.start,
        draft.end,
        value,
        low,
        high,
        draft.qualifier,
        draft.unit,
        draft.kind,
        draft.number_start,
        draft.number_end,
    )


def _whole(
    text: str, match: re.Match[str], floor: int, table: UnitTable, ordinals: bool
) -> tuple[_Draft | None, int]:
    """The quantity around one numeral, or ``None``; and the end of what has been looked at."""
    before = text[match.start() - 1] if match.start() else ""
    if match["word"]:
        return _word(text, match, floor), match.end()
    draft = _numeral(text, match)
    if draft is None:
        return None, match.end()
    if before == "第":
        return _ordinal(text, draft, floor, ordinals), draft.end
    if before in "数几" and before and draft.form != "digits" or text.startswith(("几", "０"), draft.end):
        return None, draft.end
    if _is_label(text, draft, before):
        return None, draft.end
    unit = _unit(text, draft, table)
    ratio_end = draft.end
    if unit is None and text[draft.end : draft.end + 1] in ":：︰∶" and draft.end < len(text):
        clock = _CLOCK.match(text, draft.start)
        if clock:
            return None, clock.end()
    if before in ":：︰∶" and before or (unit is None and text[draft.end : draft.end + 1] in ":：︰∶" and draft.end < len(text)):
        if draft.kind == "plain" and (_RATIO_AFTER.match(text, ratio_end) or (floor == draft.start - 1 and before in ":：︰∶")):
            draft.kind = "ratio"
            return draft, draft.end
    _range(text, draft, unit, table)
    if draft.qualifier != "range":
        if unit is not None:
            _take_unit(text, draft, unit)
    if draft.kind == "name":
        return None, draft.end
    _after(text, draft)
    if text.startswith("连续", draft.start - 2) and draft.start >= 2 and draft.kind in ("duration", "count"):
        draft.start -= 2
        draft.kind = "streak"
        if draft.unit == "天" or draft.kind:
            return draft, draft.end
    if text.startswith("连", draft.end) and draft.kind == "plain" and _RUN.match(text, draft.end):
        draft.end += 2
        draft.kind, draft.unit = "streak", "年"
        return draft, draft.end
    _before(text, draft, floor)
    if not _measures(text, draft):
        return None, draft.end
    return draft, draft.end


_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9.．:：︰])")
_RATIO_AFTER = re.compile(rf"[:：︰∶](?=[{_DIGITS}])")
_RUN = re.compile(r"连[增丰冠涨跌降升快胜霸]")


def _numeral(text: str, match: re.Match[str]) -> _Draft | None:
    """The number of a match of the numeral pattern, with 多, 余, 来 inside it."""
    start, end = match.span()
    multiplier = ""
    form = "digits"
    kind, unit = "plain", ""
    qualifier: Qualifier = "exact"
    if digits := match["arabic"]:
        if len(digits) > 25 or (digits[0] == "0" and digits[1:2].isdigit()):
            return None
        multiplier = match["multiplier"] or ""
        raw = numerals.scaled(digits, "")
        low = numerals.scaled(digits, multiplier) if multiplier else raw
        if match["rest"]:
            low += numerals.remainder(match["rest"], multiplier)
        if match["exponent"]:
            low = raw.scaleb(int(match["exponent"]))
        high = low
        if match["arabic_over"]:
            part = numerals.scaled(match["arabic_over"], "")
            share = numerals.ratio(part * 100, low)
            if share is None:
                return None
            low = high = _rounded(share)
            kind, unit = "fraction", "%"
        if "多" in multiplier or "余" in multiplier:
            qualifier = "over"
    else:
        words = match["chinese"]
        form = "chinese"
        if match["decimals"]:
            number = numerals.decimals(f"{words}点{match['decimals']}")
            if number is None:
                return None
            low = high = number
        else:
            whole = numerals.chinese(words)
            if match["over"]:
                over = match["over"]
                part = numerals.scaled(over, "") if over[0] in "0123456789０１２３４５６７８９" else numerals.decimals(over)
                if not whole or part is None:
                    return None
                share = numerals.ratio(part * 100, Decimal(whole))
                if share is None:
                    return None
                low = high = share if words in _HUNDREDS else _rounded(share)
                kind, unit = ("percent" if words in _HUNDREDS else "fraction"), "%"
                form = "digits"
            elif whole is None:
                pair = numerals.neighbours(words)
                if pair is None:
                    return None
                low, high = Decimal(pair[0]), Decimal(pair[1])
                qualifier = "range"
                form = "pair"
            else:
                low = high = Decimal(whole)
                if words[0] in "百千万亿" and not any(character in numerals.DIGIT for character in words):
                    form = "bare"
                elif any(character in "百千万亿" for character in words):
                    form = "digits"
        raw = low
    if more := match["more"]:
        qualifier = "about" if more == "来" else "over"
    draft = _Draft(start, end, start, end, low, high, qualifier, unit, kind, form, raw, multiplier)
    return draft


_HUNDREDS = frozenset({"百", "千", "万"})


def _rounded(share: Decimal) -> Decimal:
    """A fraction on the percent scale, two decimals: a third is 33.33."""
    return share.quantize(Decimal("0.01")) if share != share.to_integral_value() else share


def _is_label(text: str, draft: _Draft, before: str) -> bool:
    """Whether the numeral is part of a code, a heading, a footnote mark or a name."""
    after = text[draft.end : draft.end + 1]
    if before:
        if before in "[［〔【" and after in "]］〕】" and after:
            return True
        if before in "（(" and after in "）)" and after and draft.kind == "plain" and draft.low < 100:
            return True
        if before in "+＋·":
            return True
        if before in "-－" and text[draft.start - 2 : draft.start - 1] in _LATIN and draft.start > 1:
            return True
    if after:
        if after in "+＋·" and (after == "·" or text[draft.end + 1 : draft.end + 2].isalnum()):
            return True
        if after in "〕］" or (after in ".．、" and draft.form == "digits" and _HEADING.match(text, draft.end) and _is_opening(before)):
            return True
        if after in "）)" and draft.form == "digits" and not before:
            return True
    return False


_HEADING = re.compile(r"[.．、](?![0-9０-９])")


def _is_opening(before: str) -> bool:
    return not before or before in "\n。；;"


def _unit(text: str, draft: _Draft, table: UnitTable) -> Unit | None:
    if draft.unit:
        return None
    end = draft.end
    unit = table.at(text, end)
    if unit is None and text[end : end + 1] in (" ", "\u3000", "\u00a0"):
        unit = table.at(text, end + 1)
    return unit


def _take_unit(text: str, draft: _Draft, unit: Unit) -> None:
    """The unit after the numeral, with what is joined to it: /人年, 半, 多."""
    if draft.form in ("chinese", "pair") and unit.digits_only:
        return
    draft.end = text.index(unit.alias, draft.end) + len(unit.alias)
    if unit.factor != 1:
        draft.low *= unit.factor
        draft.high *= unit.factor
    draft.unit, draft.kind = unit.symbol, unit.kind
    if "个多" in unit.alias:
        draft.qualifier = "over"
    after = text[draft.end : draft.end + 1]
    if after == "/" or after == "／":
        per = _PER.match(text, draft.end)
        if per:
            draft.end = per.end()
            draft.unit += "/" + per["of"] + (per["per"] or "")
            draft.kind = "measure" if draft.kind != "money" else "money"
    elif after == "半" and draft.kind in ("duration", "age"):
        draft.end += 1
        draft.low += Decimal("0.5")
        draft.high += Decimal("0.5")
    elif after == "级":
        draft.kind = "name"


def _range(text: str, draft: _Draft, unit: Unit | None, table: UnitTable) -> None:
    """The second end of a range."""
    end = draft.end
    if unit is not None:
        if unit.kind == "name":
            return
        end = text.index(unit.alias, end) + len(unit.alias)
    if text[end : end + 1] not in _SEPARATOR_FIRST or draft.form == "pair":
        return
    separator = _SEPARATOR.match(text, end)
    if not separator:
        return
    match = _AT.match(text, separator.end())
    if not match:
        return
    second = _numeral(text, match)
    if second is None or second.qualifier != "exact" or draft.qualifier != "exact":
        return
    if separator[0].strip() in ("至", "到") and text[draft.start - 1 : draft.start] in "从由自" and draft.start:
        return
    other = _unit(text, second, table)
    if second.unit and draft.unit == second.unit:
        pass
    elif unit is not None and (other is None or other.symbol != unit.symbol):
        return
    elif other is not None and other.kind == "name":
        draft.end = second.end + len(other.alias)
        draft.kind = "name"
        return
    low, high = draft.low, second.high
    if unit is None and second.multiplier and not draft.multiplier and draft.raw < second.raw:
        low = numerals.scaled(format(draft.raw, "f"), second.multiplier)
    if unit is None and other is None and not draft.unit:
        # 2016-2020 and telephone numbers: no range of quantities.
        if low == low.to_integral_value() and (1900 <= low <= 2100 or len(match["arabic"] or "") > 4):
            draft.end, draft.kind = second.end, "name"
            return
    if other is not None:
        start = draft.end
        second_draft = second
        _take_unit(text, second_draft, other)
        if second_draft.kind == "name":
            draft.end, draft.kind = second_draft.end, "name"
            return
        if second_draft.kind == "plain":
            return
        low *= other.factor
        high = second_draft.high
        draft.unit, draft.kind = second_draft.unit, second_draft.kind
        del start
    if low >= high:
        if unit is None and other is not None:
            draft.unit, draft.kind = "", "plain"
        return
    draft.low, draft.high, draft.end, draft.qualifier = low, high, second.end, "range"
    draft.number_end = match.end()


def _after(text: str, draft: _Draft) -> None:
    """Words after the quantity that bound it: 以上, 以内, 左右, 多."""
    after = text[draft.end : draft.end + 1]
    if after in _AFTER_FIRST:
        match = _AFTER.match(text, draft.end)
        if match:
            draft.end = match.end()
            if draft.qualifier != "range":
                draft.qualifier = match.lastgroup  # type: ignore[assignment]
    elif after == "多" and draft.kind in ("duration", "measure", "money", "age", "multiple") and _MORE_AFTER.match(text, draft.end):
        draft.end += 1
        draft.qualifier = "over"


def _before(text: str, draft: _Draft, floor: int) -> None:
    """Words before the quantity that belong to it: a sign, a currency, 每人每年, and bounds."""
    for _ in range(4):
        start = draft.start
        if start <= floor:
            return
        last = text[start - 1]
        window = text[max(floor, start - 8) : start]
        if last in "负-－−–下" and (match := _SIGN.search(window)):
            if draft.low > 0 and (last not in "-－−–" or draft.unit or start == 1 or text[start - 2] in " （(：:，、为"):
                draft.low, draft.high = -draft.high, -draft.low
                draft.start -= len(match[0])
                continue
        if last in "$＄¥￥€£" and (match := _CURRENCY.search(window)):
            draft.start -= len(match[0])
            if match["dollar"]:
                draft.unit = _DOLLARS[match["dollar"].rstrip("$＄")]
            else:
                draft.unit = "欧元" if match["euro"] else "英镑" if match["pound"] else "元"
            draft.kind = "money"
            continue
        if last in _EACH_LAST and draft.kind == "money" and "/" not in draft.unit and (match := _EACH.search(window)):
            draft.start -= len(match[0])
            draft.unit += "/" + match["of"] + (match["per"] or "")
            continue
        if last in _BEFORE_LAST and (match := _BEFORE.search(window)):
            if match.lastgroup == "nearly" and draft.kind == "duration" and draft.unit in ("年", "个月", "天"):
                draft.kind = "name"
                return
            draft.start -= len(match[0])
            if draft.qualifier != "range" and (draft.qualifier in ("exact", "about") or match.lastgroup != "about"):
                draft.qualifier = match.lastgroup  # type: ignore[assignment]
            continue
        if last == "上" and draft.form == "bare" and not window.endswith("以上"):
            draft.start -= 1
            draft.qualifier = "over"
            continue
        return


_CLASS_NOUN = re.compile(r"(?:以上|产业|楼宇?|企业|村|镇|县|园区|集群|俱乐部|城|GDP|地区|国内|生产总值|工业|增加值|产值|营业|主营|投资|工程|计划|项目|大户|强|级|党员|的?家)")
_BARE_UNITS = frozenset("亩 公里 公顷 平方米 平方公里 人次 名 辆 台 家 套 吨 元 美元 立方米 公斤 斤 场 艘 架 架次 标箱 件 项 所 条 千瓦 千瓦时 方 株 册 个 个百分点".split())


def _measures(text: str, draft: _Draft) -> bool:
    """Whether what has been read is a quantity at all, and no name, date or idiom."""
    if draft.kind == "name":
        return False
    before = text[draft.start - 1 : draft.start]
    touched = draft.qualifier != "exact"
    if draft.kind == "plain":
        if draft.form in ("chinese", "pair"):
            return False
        if draft.form == "bare":
            return touched and draft.low >= 10**8
        after = text[draft.end : draft.end + 1]
        if after in _LATIN and after:
            return False
        if not draft.multiplier and not touched and draft.low == draft.low.to_integral_value() and 1900 <= draft.low < 2100:
            return False
        if before in _LATIN and before:
            return False
        return not (before == "-" and text[draft.start - 2 : draft.start - 1].isalnum())
    if draft.unit == "年" and draft.form == "digits" and draft.low >= 1000 and not draft.multiplier:
        return False
    if draft.form == "bare":
        if before == "每" or _CLASS_NOUN.match(text, draft.end):
            return False
        return touched or (draft.unit in _BARE_UNITS and draft.low >= 1000 and not text.startswith("万户", draft.end))
    if draft.form == "chinese":
        if draft.low == 1 and draft.kind not in ("multiple", "fraction") and draft.number_end - draft.number_start == 1:
            return False
        if before == "“" and draft.kind == "count":
            return False
    if draft.kind == "duration" and draft.unit in ("年", "个月", "天", "周"):
        if before and before in "前近后过去来未今这上下头" and not text.endswith("提前", 0, draft.start):
            return False
        if text.startswith(("前", "后", "来", "以来"), draft.end):
            return False
    return True


def _ordinal(text: str, draft: _Draft, floor: int, ordinals: bool) -> _Draft | None:
    """第 before the numeral: a rank, a streak (连续第5年) or an ordinal."""
    start = draft.start - 1
    if text[max(0, start - 2) : start] == "连续" and text[draft.end : draft.end + 1] in "年次届":
        draft.start = start - 2
        draft.kind, draft.unit = "streak", text[draft.end]
        draft.end += 1
        return draft
    rank = _rank(text, start, draft.end, floor)
    if rank is not None:
        draft.start, draft.end = rank
        draft.kind, draft.unit = "rank", "位"
        return draft
    if ordinals:
        draft.start = start
        draft.kind = "ordinal"
        return draft
    return None


_SCOPE = (
    r"(?:全国|全省|全市|全区|全县|全州|全军|全球|全世界|世界|国际|亚洲|欧洲|非洲|亚太|东盟|[东中西北南]部|中西部|长三角|珠三角|京津冀|大湾区"
    r"|国内|省内|发展中国家|发达国家|同类|副省级|计划单列|沿海|行业|业内|[一-龥]{1,3}[省市州])"
)
_RANK_VERB = re.compile(
    rf"(?:居|列|排名|位次|跻身|排在|排|升至|上升到|上升至|跃升至|升到|保持|名列)(?P<field>(?:{_SCOPE}[一-龥]{{0,8}})?)$"
)
_RANK_SCOPE = re.compile(rf"(?P<field>{_SCOPE}(?:同类|副省级|省会|地级|主要|重点|[东中西]部)?(?:城市|地区|省份|国家|行业)?的?)$")
_RANK_AFTER = re.compile(r"位|名(?!词)|大(?![道街])")
_NO_RANK = re.compile(r"[产季批次届条章轮任个代阶步期号书时线年版部场节页梯方责课手高例家座所台架艘颗笔张份套款本卷大]|(?:公里|大道)")


def _rank(text: str, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """The extent of a rank whose 第 stands at ``start`` and whose numeral ends at ``end``."""
    window = text[max(floor, start - 14) : start]
    tail = _RANK_AFTER.match(text, end)
    verb = _RANK_VERB.search(window)
    if verb is None and (scope := _RANK_SCOPE.search(window)):
        verb = scope
    if tail:
        return start - (len(verb["field"]) if verb else 0), tail.end()
    if verb is None or _NO_RANK.match(text, end):
        return None
    return start - len(verb["field"]), end


def _word(text: str, match: re.Match[str], floor: int) -> _Draft | None:
    """Quantities without a numeral: 首位, 过半, 翻番, 半年."""
    word = match["word"]
    start, end = match.span()
    if word == "首位":
        window = text[max(floor, start - 14) : start]
        field = _RANK_VERB.search(window) or _RANK_SCOPE.search(window)
        if field is None or (field.re is _RANK_VERB and not field["field"] and not window.endswith(("居", "列"))):
            return None
        return _Draft(start - len(field["field"]), end, start, end, Decimal(1), Decimal(1), "exact", "位", "rank")
    if word == "翻番":
        return _Draft(start, end, start, end, Decimal(2), Decimal(2), "exact", "倍", "multiple")
    if _HALF.fullmatch(word) and word != "半":
        if text[max(0, start - 2) : start] in ("时间", "任务") or text[start - 1 : start] == "双":
            return None
        draft = _Draft(start, end, start, end, Decimal(50), Decimal(50), "exact", "%", "fraction")
        if word[0] in "过超":
            draft.qualifier = "over"
        elif word[0] == "近":
            draft.qualifier = "nearly"
        elif word[0] == "约":
            draft.qualifier = "about"
        _after(text, draft)
        _before(text, draft, floor)
        return draft
    return None
