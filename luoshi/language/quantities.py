"""Quantities: a number with its unit and the words that touch it (超4000亿元, 4.5%—5%, 全省第一).

:func:`scan` finds everything in a text that measures; :func:`quantities` gives ordinals (第十三) besides.
One pattern finds the numerals, the rules below read what stands around each of them, every rule beside
its examples. Numbers are exact and in base units: 百千万亿 are multiplied out, units are named as in
``knowledge/units.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import cast

from luoshi.knowledge import units
from luoshi.knowledge.radicals import as_printed, fold
from luoshi.knowledge.units import Unit, UnitTable
from luoshi.language import numerals
from luoshi.language.numerals import CHARACTERS, DIGIT, GAP, MINUS, PATTERN, plain
from luoshi.language.passage import Passage
from luoshi.language.rules import rule
from luoshi.language.unread import MOST, Extent, holes, unreadable
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
    """A quantity being read: its extent and value grow as rules recognise what touches the numeral.

    ``form`` says how the number is written, which decides what may be its unit: ``digits``, ``large``
    (characters with 百千万亿: 三千万), ``small`` (两, 十五), ``pair`` (七八) or ``bare`` (百亿, a multiplier
    alone).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: Decimal
    high: Decimal
    qualifier: Qualifier = "exact"
    unit: str = ""
    kind: str = "plain"
    form: str = "digits"
    multiplier: str = ""

    def finished(self, text: str) -> Quantity:
        low: Decimal | None = self.low
        high: Decimal | None = self.high
        value: Decimal | None = self.low
        if self.qualifier == "over":
            high = None
        elif self.qualifier in ("under", "nearly"):
            value, low = high, None
        elif self.qualifier == "range":
            value = None
        return Quantity(
            text[self.start : self.end],
            self.start,
            self.end,
            value,
            low,
            high,
            self.qualifier,
            self.unit,
            self.kind,
            self.number_start,
            self.number_end,
        )


_DIGITS = "0-9０-９"
_CLASSIFIER = "个人家岁天种项次条名位里公亩斤块元万亿分户座件所台套吨头只"
_NUMERAL = rf"{PATTERN}(?P<more>[多余](?![边样])|(?<=[十百千万亿])几(?![十百千])|来(?=[{_CLASSIFIER}]))?"
_AT = re.compile(_NUMERAL)
_FIND = re.compile(
    rf"(?:(?=[{_DIGITS}])(?:(?<![{_DIGITS}A-Za-z.．+＋/／])|(?<=USD|CNY|RMB|EUR|GBP|JPY|HKD))|(?=[{CHARACTERS}几数好])(?!一半|百分百)){_NUMERAL}"
    r"|(?P<half>(?:超过|过|近|超|约)?(?:一半|半数)|[过近]半(?![年月天小个百]))"
    r"|首位|翻番|百分百|半(?:个?月|个?小时|天|年|公斤|斤(?!八两)|吨|公里|米|亩|成(?!品))"
)
# What makes a lone numeral character worth reading, besides a unit.
_ALONE = frozenset(CHARACTERS)
_JOINTS = frozenset("至到—–-~～－―〜−点分多余来个番连又 ")
_RATIO_MARKS = frozenset(":：︰∶")


def scan(text: str, table: UnitTable | None = None) -> list[Quantity]:
    """Everything in ``text`` that measures, in order, the longest whole first, without overlaps.

    ``table`` is the unit table, the shipped one where none is given. Dates, document numbers, model
    names, headings and names made of numbers are no quantities.
    """
    return _read(text, table or units.shipped(), False)[0]


def survey(text: str) -> tuple[list[Quantity], list[Extent]]:
    """What :func:`scan` finds, and where numbers stand that measure something and can't be read.

    Such are numbers with a hole (U+FFFD), of more digits than statistics hold, cells glued to one another
    (64.112.3万吨), and units that have lost their number (若干万人次).
    """
    return _read(text, units.shipped(), False)


def quantities(text: str, table: UnitTable | None = None) -> list[Quantity]:
    """What :func:`scan` finds, and ordinals (第十三, 第3) as quantities of kind ``ordinal``."""
    found: list[Quantity] = []
    folded = fold(text)
    start = 0
    for line in folded.splitlines(keepends=True):
        # As in reading, a space that print puts between or beside wide characters parts nothing.
        passage = Passage.of(folded, (start, start + len(line)))
        for quantity in _read(passage.text, table or units.shipped(), True)[0]:
            first, last = passage.origin(quantity.start), passage.origin(quantity.end - 1) + 1
            number = passage.origin(quantity.number_start), passage.origin(quantity.number_end - 1) + 1
            found.append(replace(quantity, start=first, end=last, number_start=number[0], number_end=number[1]))
        start += len(line)
    return as_printed(found, text)


def _read(text: str, table: UnitTable, ordinals: bool) -> tuple[list[Quantity], list[Extent]]:
    """The quantities of ``text``, and the extents of numbers that can't be read."""
    found: list[Quantity] = []
    unread = holes(text, table)
    first = table.first
    floor = 0
    for match in _FIND.finditer(text):
        start, end = match.span()
        if start < floor:
            continue
        after = text[end : end + 1]
        before = text[start - 1] if start else ""
        if match["half"] or (not match["arabic"] and not match["chinese"]):
            draft, floor = _word(text, match, floor), end
        elif (
            end - start == 1
            and text[start] in _ALONE
            and not (after in first or after in _JOINTS or before in ("第", "负") or before in _BEFORE_LAST)
        ):
            continue
        elif after in _RATIO_MARKS and (parts := _ratio(text, start, end)) is not None:
            found += [part.finished(text) for part in parts[0]]
            floor = parts[1]
            continue
        elif before == "第":
            draft, floor = _ordinal(text, match, floor, ordinals), end
        else:
            draft, floor = _measured(text, match, floor, table)
        if draft is not None:
            floor = draft.end
            if draft.kind == "unread":
                unread.append((draft.start, draft.end))
                continue
            quantity = draft.finished(text)
            both = _between_bounds(text, found[-1], quantity) if found and quantity.qualifier == "under" else None
            if both:
                found[-1] = both
            else:
                found.append(quantity)
    return found, sorted(unread)


_BOUNDS_JOINED = re.compile("且|并且|而且|但|但是|而|、|，且|，但")


@rule(
    "two bounds",
    "A lower and an upper bound of one number: 大于5小于10, 300人以上、1000人以下.",
    ("大于5小于10", "大于5小于10: 5..10"),
    ("成本高于3%且低于5%", "高于3%且低于5%: 3..5 %"),
    ("从业人员300人以上、1000人以下", "300人以上、1000人以下: 300..1000 人"),
    ("18岁以上60岁以下", "18岁以上60岁以下: 18..60 岁"),
    ("处三年以上七年以下", "三年以上七年以下: 3..7 年"),
    ("不少于三十人、不足五十人", "不少于三十人、不足五十人: 30..50 人"),
    ("大于-5小于5，低于负三", "大于-5小于5: -5..5; 低于负三: <-3"),
    ("大于10小于5", "大于10: >10; 小于5: <5"),
    ("超过100亿元，低于上年的200亿元", "超过100亿元: >10000000000 元; 200亿元: 20000000000 元"),
    ("增长5%以上，不超过6万人", "5%以上: >5 %; 不超过6万人: <60000 人"),
)
def _between_bounds(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """One range of a lower bound and the upper bound that follows it; ``None`` where they are of two things."""
    if first.qualifier != "over" or (first.unit, first.kind) != (second.unit, second.kind):
        return None
    if first.low is None or second.high is None or first.low >= second.high:
        return None
    # Both bounds stand before their numbers or both after them: a word between is no part of either.
    if (first.start == first.number_start) != (second.start == second.number_start):
        return None
    if first.end != second.start and not _BOUNDS_JOINED.fullmatch(text, first.end, second.start):
        return None
    return Quantity(
        text[first.start : second.end],
        first.start,
        second.end,
        None,
        first.low,
        second.high,
        "range",
        first.unit,
        first.kind,
        first.number_start,
        second.number_end,
    )


def _measured(text: str, match: re.Match[str], floor: int, table: UnitTable) -> tuple[_Draft | None, int]:
    """The quantity around one numeral, or ``None``; and how far the text has been read."""
    draft = _number(match)
    if draft is None:
        return None, match.end()
    if end := unreadable(text, draft.start, draft.end, draft.form, table):
        draft.kind, draft.end = "unread", end
        return draft, end
    headed = _headed(text, draft, table)
    if not headed and not _accounted(text, draft, table) and _is_label(text, draft):
        return None, draft.end
    if draft.unit or _half_more(text, draft):
        found = None
    else:
        found = _unit(text, draft.end, "digits" if text.endswith(("零下", "氏"), 0, draft.start) else draft.form, table)
    if not headed:
        _signed(text, draft, floor, found)
    if not _range(text, draft, found, table) and found is not None:
        _take(text, draft, *found, table)
    if headed and not draft.unit:
        unit, factor = headed
        draft.low, draft.high = Decimal(plain(draft.low * factor)), Decimal(plain(draft.high * factor))
        draft.unit, draft.kind = unit.symbol, unit.kind
    if text.startswith("番", draft.end):
        return _doubling(text, draft), draft.end
    if _streak(text, draft):
        return draft, draft.end
    if draft.kind == "name":
        return None, draft.end
    _bounded_after(text, draft)
    _touched_before(text, draft, floor)
    if _is_no_measure(text, draft):
        return None, draft.end
    if abs(draft.low) >= MOST or abs(draft.high) >= MOST:
        draft.kind = "unread"
    return draft, draft.end


# --- numbers in brackets


_LONGEST = 400  # characters; a longer run of digits is no number at all
_ACCOUNTED_UNIT = frozenset(("money", "percent", "measure"))
_MULTIPLIED = re.compile(r"[百千万亿]{0,3}+")


@rule(
    "accounts' negative",
    "Brackets in which accounts print a negative number: （12.3）亿元; a list's numbers stand in brackets, too.",
    ("收入（12.3）亿元、（3500）万元", "（12.3）亿元: -1230000000 元; （3500）万元: -35000000 元"),
    ("（1）项目（2）万吨", ""),
)
def _accounted(text: str, draft: _Draft, table: UnitTable) -> bool:
    """Take the brackets in which accounts print a negative number: （12.3）亿元 is −12.3亿元.

    （3）吨 is a number of a list: without decimals or hundreds, brackets number what follows.
    """
    before = text[draft.start - 1] if draft.start else ""
    if before not in ("(", "（") or draft.form != "digits" or draft.kind != "plain":
        return False
    if text[draft.end : draft.end + 1] != _CLOSING[before]:
        return False
    multiplier = _MULTIPLIED.match(text, draft.end + 1)
    end = multiplier.end() if multiplier else draft.end + 1
    unit = table.at(text, end)
    if unit is None or unit.kind not in _ACCOUNTED_UNIT or not (draft.low >= 100 or draft.low != int(draft.low)):
        return False
    draft.start, draft.end = draft.start - 1, end
    draft.low = draft.high = Decimal(plain(-draft.low * 10 ** numerals.power(text[draft.number_end + 1 : end])))
    return True


_UNIT_AHEAD = re.compile(
    rf"[（(](?:单位[:：])?(?P<unit>[^（）()，。；、\s]{{1,10}}+)[）)]"
    rf"(?:同比|分别|均|约)?(?:增长|下降|为|是|达到?|完成|[:：])?(?P<mark>[{MINUS}–—△▲(（])?$"
)
_AHEAD_LAST = frozenset("）)为是达到约成长降:：–—△▲(（" + MINUS)
_ANOTHER_CELL = re.compile(rf"[ \u3000]?[{_DIGITS}]")


def unit_ahead(text: str, quantity: Quantity) -> Extent | None:
    """Where the bracket stands that gives ``quantity`` its unit; ``None`` for a unit that follows its number."""
    if not quantity.unit or text[quantity.start - 1 : quantity.start] not in _AHEAD_LAST:
        return None
    ahead = _ahead(text, quantity.start, quantity.number_end, units.shipped())
    return None if ahead is None else (ahead[0].start(), ahead[0].end("unit") + 1)


def _ahead(text: str, start: int, end: int, table: UnitTable) -> tuple[re.Match[str], Unit, Decimal] | None:
    """The unit that a bracket before the number ``text[start:end]`` gives it, where none follows it, and how many.

    The match begins where the bracket opens and has a sign's ``mark``.
    """
    if not start or text[start - 1] not in _AHEAD_LAST:
        return None
    match = _UNIT_AHEAD.search(text, max(0, start - 24), start)
    if match is None or _ANOTHER_CELL.match(text, end) or _unit(text, end, "digits", table) is not None:
        return None
    first, last = match.span("unit")
    for at in range(first, min(first + 3, last)):
        unit = table.at(text, at)
        if unit is not None and at + len(unit.alias) == last:
            return None if unit.kind == "name" else (match, unit, unit.factor * 10 ** numerals.power(text[first:at]))
        if text[at] not in "百千万亿":
            break
    return None


@rule(
    "unit ahead of its number",
    "A unit in brackets after the name is that of the number, as heads of columns have it: 用电量（亿千瓦时）为61.3.",
    ("用水量（万立方米）为482.5，发电（亿千瓦时）6.1", "482.5: 4825000 立方米; 6.1: 610000000 千瓦时"),
    ("增长（%）-3.1，下降（%）△2.9，增幅（%）(5.3)", "-3.1: -3.1 %; △2.9: -2.9 %; (5.3): -5.3 %"),
    ("学校（所）12，出口（单位：亿美元）3.2—3.5", "12: 12 所; 3.2—3.5: 320000000..350000000 美元"),
    ("养殖场（户）1253家，面积（亩）2031年", "1253家: 1253 家"),
    ("投资（亿元）12.5 13.6，产值（亿元）(1)", "12.5: 12.5; 13.6: 13.6"),
)
def _headed(text: str, draft: _Draft, table: UnitTable) -> tuple[Unit, Decimal] | None:
    """The unit that stands in a bracket before the number, and how many of it; the number's sign is taken."""
    if draft.kind != "plain" or draft.form != "digits":
        return None
    ahead = _ahead(text, draft.start, draft.end, table)
    if ahead is None:
        return None
    match, unit, factor = ahead
    whole = draft.low == draft.low.to_integral_value()
    if whole and not draft.multiplier and 1900 <= draft.low < 2100:
        return None
    mark = match["mark"] or ""
    if mark and mark in "(（":
        if text[draft.end : draft.end + 1] != _CLOSING[mark] or (whole and draft.low < 100):
            return None
        draft.end += 1
    if mark:
        draft.start -= 1
        draft.low, draft.high = -draft.high, -draft.low
    return unit, factor


# --- the number


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
def _number(match: re.Match[str]) -> _Draft | None:
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
        pair = numerals.neighbours(characters) or _price_cut(match.string, end, characters)
        if pair is None:
            return None
        if pair[0] == pair[1]:
            return _Draft(start, end, start, end, *pair, form=form)
        return _Draft(start, end, start, end, *pair, "range", form=form)
    number = numerals.read(match)
    if number is None:
        return None
    draft = _Draft(start, end, start, end, number, number, form=form, multiplier=match["multiplier"] or "")
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
    digits = numerals.chinese(characters) if text.startswith("折", end) and len(characters) == 2 else None
    return None if digits is None else (Decimal(digits) / 10, Decimal(digits) / 10)


def _is_power_of_ten(characters: str) -> bool:
    """Whether a fraction's whole is a hundred, a thousand, a million …: 百, 千, 万, 百万."""
    whole = numerals.from_characters(characters)
    return whole is not None and whole >= 100 and str(int(whole)).strip("0") == "1"


_FEW_TENS = re.compile("几[十百千]")


def _form(text: str, start: int, characters: str, over: str | None) -> str:
    """How a number in characters is written; empty where the characters are no number of things."""
    whole, point, _ = characters.partition("点")
    before = text[start - 1] if start else ""
    if whole[0] in "十百千万亿" and ((before and before in "数几") or _FEW_TENS.match(text, start + len(characters))):
        return ""
    if over or (point and numerals.chinese(whole) is not None):
        return "digits"
    if not any(character in "十百千万亿拾佰仟萬億廿卅" for character in whole):
        if len(whole) > 1:
            return "pair" if len(whole) == 2 else ""
        # 零件 and 陆家 are words; formal digits and 一 of 统一 never stand alone before a unit.
        if whole == "零" and text.startswith(("元", "摄氏度"), start + 1) and not text.startswith("元购", start + 1):
            return "digits"
        return "" if whole in "零〇○壹贰貳叁參肆伍陆陸柒捌玖兩" else "small"
    if numerals.chinese(whole) is None:
        return "pair"
    if not any(character in DIGIT or character in "十拾" for character in whole):
        return "bare"
    return "large" if any(character in "百千万亿佰仟萬億" for character in whole) else "small"


def _is_fraction(match: re.Match[str], number: Decimal) -> bool:
    """Whether X/Y is a fraction and no date: a proper one with a small or a round bottom."""
    return 0 < number < 1 and (len(match["bottom"]) == 1 or match["bottom"] in ("10", "20", "100", "1000"))


# --- what is no quantity


_OPENING = frozenset("[［〔【(（")
_CLOSING = {"[": "]", "［": "］", "〔": "〕", "【": "】", "(": ")", "（": "）"}
_HEADING = re.compile(r"[.．、](?![0-9０-９])|[)）]")
_LISTED_DATE = re.compile(rf"(?:[、和及,，][{_DIGITS}]{{1,2}}){{1,8}}(?:月|日|号)")
# The government's hotline, and the eight rules of 2012.
_NAMES = ("12345", "八项规定")
_NUMBERED = ("国道", "省道", "县道", "号码", "邮编")
_NAME_AFTER = re.compile(r"[+＋·〕］][0-9A-Za-zN]|[+＋·〕］]|后[^，。；、]{0,2}|强|热线")


@rule(
    "codes, headings and names",
    "Footnote marks, document numbers, headings, models and names made of numbers are no quantities.",
    ("生产总值[2]", ""),
    ("（1）加强领导", ""),
    ("1.加强领导", ""),
    ("2、加强领导", ""),
    ("国发〔2031〕1号", ""),
    ("C919、PM2.5、M2、5G、CR-450、4K", ""),
    ("长征十二号、15号线、95后、500强", ""),
    ("拨打12345热线、“12399”", ""),
    ("图1、表2、贯彻八项规定", ""),
    ("“10+1”产业体系、“4+4+2”", ""),
    ("“十个持续用力”“四个意识”“33条”", ""),
    ("电话0532-85911234、国道312、手机号码13800001111", ""),
    ("9·11、波音737-800", ""),
    ("5、6月份和7月", ""),
    ("15分钟便民生活圈", ""),
    ("“十四五”时期、第十三届、二十届三中全会", ""),
)
def _is_label(text: str, draft: _Draft) -> bool:
    start, end = draft.start, draft.end
    before = text[start - 1] if start else ""
    after = text[end : end + 1]
    if text.startswith(_NAMES, start) or (draft.form == "digits" and text.endswith(_NUMBERED, 0, start)):
        return True
    if before in _OPENING and before and after == _CLOSING[before]:
        return before not in "(（" or (draft.kind == "plain" and draft.low < 100)
    if before and before in "+＋·-－" and start > 1:
        behind = text[start - 2]
        if before not in "-－" or (behind.isascii() and behind.isalnum()):
            return True
    if not after:
        return False
    if after in "+＋·〕］后强热" and draft.kind == "plain" and _NAME_AFTER.match(text, end):
        return True
    opens = not before or before in "\n。；;" or (before == " " and after in ".．")
    if opens and after in ".．、)）" and draft.form == "digits" and draft.low < 100 and _HEADING.match(text, end):
        return True
    if after in "、和及,，" and draft.low <= 31 and _LISTED_DATE.match(text, end):
        return True
    if draft.form != "digits" or draft.kind != "plain":
        return False
    return (before == "“" and after == "”") or (before != "" and before in "图表注" and draft.low < 100)


# --- units


_APART = re.compile(rf"[ \u3000\u00a0\u2009\u202f]|{numerals.NOTE_MARK}")


def _unit(text: str, end: int, form: str, table: UnitTable) -> tuple[Unit, int] | None:
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


_DIME = re.compile(r"毛(?:[一二三四五六七八九](?:分钱?)?)?(?=[，。；、！？,;）)\s]|[一每]|$)")


_TENS = re.compile("[二三四五六七八九]十[一二三四五六七八九]?$")


def _stands_after_small(text: str, end: int, alias: str) -> bool:
    """Whether a word that a small numeral seldom counts is its unit here: 三毛五, 三角五分, 最高气温四十度."""
    if alias == "度":
        return (_WARMTH.search(text, max(0, end - 9), end) or _TENS.search(text, max(0, end - 3), end)) is not None
    return _COINS.match(text, end) is not None or (alias == "毛" and _DIME.match(text, end) is not None)


_COINS = re.compile(rf"[角毛](?P<one>[{_DIGITS}一二两三四五六七八九])分")
# 一米八, 1米75: what follows 米 counts tenths and hundredths of it.
_CENTIMETRES = re.compile(r"(?:[一二三四五六七八九]{1,2}|[0-9]{1,2})(?=[，。；、！？）\s的高宽长深以左多]|$)")
_PER = re.compile(r"[/／](?:[百千万]|每)?")
_GROWN = re.compile(r"大(?=[的，。；、]|$)")
_HALVED = frozenset(("duration", "age", "measure", "multiple"))
_NOT_HALF = ("半年", "半个", "半天", "半月", "半径", "半岛", "半导", "半以")
_PER_TIME = re.compile(r"[·•．./／]?([年月天日次])")
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
def _take(text: str, draft: _Draft, unit: Unit, end: int, table: UnitTable) -> None:
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
_MORE_INSIDE = re.compile(r"个(半|多)(月|小时|钟头|星期|礼拜|季度|世纪|百分点)")


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
def _half_more(text: str, draft: _Draft) -> bool:
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


_SMALL_MONEY = re.compile(
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
def _small_money(text: str, draft: _Draft, after: str) -> None:
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


_SPENDING = re.compile(r"[花要价卖付给收值费掏赚]了?$")


def _pieces(text: str, draft: _Draft, after: str) -> None:
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
def _tenths(text: str, draft: _Draft, after: str) -> None:
    more = 5 if after == "半" else DIGIT.get(after, 0) if after else 0
    if more and (after == "半" or not text.startswith(tuple(CHARACTERS), draft.end + 1)):
        draft.end += 1
        draft.low += more
        draft.high += more


_WARMTH = re.compile(rf"(?:温[^，。；0-9]{{0,6}}?|零[上下])[{CHARACTERS}点]*$")


_TENTH_OF_DEGREE = re.compile(r"[1-9一二三四五六七八九](?=[，。；、！？）\s]|$)")


def _degrees(text: str, draft: _Draft) -> None:
    """度 after a word of warmth is a degree Celsius (气温30度); elsewhere a kilowatt-hour or an angle."""
    if _WARMTH.search(text, max(0, draft.start - 8), draft.number_start):
        draft.unit, draft.kind = "摄氏度", "temperature"
        if tenth := _TENTH_OF_DEGREE.match(text, draft.end):
            draft.end = tenth.end()
            draft.low += Decimal(_figure(tenth[0])) / 10
            draft.high = draft.low


# --- ranges


_SEPARATOR_FIRST = frozenset("—–-~～－―〜−至到和与 \u3000\u00a0")
_SEPARATOR = re.compile(rf"{GAP}(?P<mark>[—–\-~～－―〜−]{{1,2}}|[至到和与]){GAP}(?P<sign>[{MINUS}]|零下|负)?")


@rule(
    "range",
    "Two numbers joined by — – - ~ 至 or 到; a multiplier and a unit after the second are those of both.",
    ("增长4.5%—5%", "4.5%—5%: 4.5..5 %"),
    ("增长6%－6.5%", "6%－6.5%: 6..6.5 %"),
    ("增长30%～40%", "30%～40%: 30..40 %"),
    ("投资1.2至1.5万亿元", "1.2至1.5万亿元: 1200000000000..1500000000000 元"),
    ("补贴3000—5000万元", "3000—5000万元: 30000000..50000000 元"),
    ("补贴500元到1万元", "500元到1万元: 500..10000 元"),
    ("补贴5000至1万元", "5000至1万元: 5000..10000 元"),
    ("需要8-10人", "8-10人: 8..10 人"),
    ("需要三至五年", "三至五年: 3..5 年"),
    ("增长百分之五到百分之七", "百分之五到百分之七: 5..7 %"),
    ("增长百分之三至五", "百分之三至五: 3..5 %"),
    ("气温-5℃~3℃", "-5℃~3℃: -5..3 摄氏度"),
    ("气温零下10至零下5摄氏度", "零下10至零下5摄氏度: -10..-5 摄氏度"),
    ("约60—80元/吨", "约60—80元/吨: 60..80 元/吨"),
    ("保持在60和80分贝之间", "60和80分贝之间: 60..80 分贝"),
    ("60和80分贝", "60: 60; 80分贝: 80 分贝"),
    ("在5%到6%之间", "5%到6%之间: 5..6 %"),
    ("从3%到5%", "3%: 3 %; 5%: 5 %"),
    ("由1万人到10万人", "1万人: 10000 人; 10万人: 100000 人"),
    ("5%-3%", "5%: 5 %; 3%: 3 %"),
    ("2031年1-11月、10—15日、2026-2030年、2026—2030", ""),
    ("5年至2030年", "5年: 5 年"),
)
def _range(text: str, draft: _Draft, found: tuple[Unit, int] | None, table: UnitTable) -> bool:
    end = found[1] if found else draft.end
    if text[end : end + 1] not in _SEPARATOR_FIRST or draft.qualifier != "exact" or (found and found[0].kind == "name"):
        return False
    separator = _SEPARATOR.match(text, end)
    match = separator and _AT.match(text, separator.end())
    second = match and _number(match)
    if not separator or not second or second.qualifier != "exact":
        return False
    if separator["mark"] in ("至", "到") and draft.start and text[draft.start - 1] in "从由自":
        return False
    other = None if second.unit else _unit(text, second.end, second.form, table)
    if other is not None and other[0].kind == "name":
        if found is None and not draft.unit:
            draft.end, draft.kind = other[1], "name"
        return draft.kind == "name"
    if found is not None:
        if other is None or other[0].symbol != found[0].symbol:
            return False
        if found[0].symbol == "年" and draft.low < 1000 <= second.low:
            return False
    elif draft.unit:
        if other is not None or (second.unit and second.unit != draft.unit):
            return False
    elif second.unit:
        return False
    elif other is None and _is_code(draft, second, separator["mark"]):
        draft.end, draft.kind = second.end, "name"
        return True
    low = draft.low
    if found is None and second.multiplier and not draft.multiplier:
        whole = low * 10 ** numerals.power(second.multiplier)
        low = whole if whole <= second.high else low
    elif found is not None:
        low *= found[0].factor
    if other is not None:
        if found is None:
            low *= other[0].factor
        _take(text, second, *other, table)
    high = -second.high if separator["sign"] else second.high
    between = separator["mark"] in "和与"
    if low >= high or (between and not text.startswith("之间", second.end)):
        return False
    if between or (separator["mark"] in "至到" and text.startswith("之间", second.end)):
        second.end += 2
    draft.low, draft.high, draft.qualifier = Decimal(numerals.plain(low)), high, "range"
    draft.end, draft.number_end = second.end, second.number_end
    if not draft.unit:
        draft.unit, draft.kind = second.unit, second.kind
    return True


def _is_code(first: _Draft, second: _Draft, mark: str) -> bool:
    """Whether two bare numbers are years or a model's name (2026-2030, 737-800) rather than a range."""
    if first.multiplier or second.multiplier or first.form != "digits":
        return False
    if 1900 <= first.low <= 2100 and 1900 <= second.low <= 2100:
        return True
    return mark in "-－" and first.low >= 100 and first.low == first.low.to_integral_value()


# --- what touches the quantity


# 负 that ends 税负, 减负 and the like is no minus.
_SIGN = re.compile(rf"(?:零下|(?<![税减自担背抱胜欠])负|[{MINUS}–—△▲])$")
_SIGN_LAST = frozenset("负下–—△▲" + MINUS)
# What a dash is a minus after; elsewhere it joins or parts words.
_VALUED = re.compile(r"(?:增长|上涨|下降|下跌|回落|增加|减少|增[速幅]|[涨降]幅|[比率额值润]|为|是|达|到|约|[（(：:])$")


@rule(
    "sign",
    "A printed minus, 负 or 零下 before the number; a hyphen in a name is none.",
    ("增长-3.1%", "-3.1%: -3.1 %"),
    ("利润为负3.9万元", "负3.9万元: -39000 元"),
    ("减轻企业税负30亿元", "30亿元: 3000000000 元"),
    ("气温零下20℃", "零下20℃: -20 摄氏度"),
    ("增长（－2.5%）", "－2.5%: -2.5 %"),
    ("运-20飞机", ""),
    ("增长—2.3%，上涨–1.2%，为﹣3吨", "—2.3%: -2.3 %; –1.2%: -1.2 %; ﹣3吨: -3 吨"),
    ("增长△2.3%，△5项工作", "△2.3%: -2.3 %; 5项: 5 项"),
    ("保持增长——5.6%的增速，高铁—20座", "5.6%: 5.6 %; 20座: 20 座"),
)
def _signed(text: str, draft: _Draft, floor: int, found: tuple[Unit, int] | None) -> None:
    start = draft.start
    if start <= floor or text[start - 1] not in _SIGN_LAST:
        return
    match = _SIGN.search(text, max(floor, start - 2), start)
    if match is None:
        return
    if match[0] in "–—" and not _VALUED.search(text, max(floor, start - 4), start - 1):
        return
    if match[0] in "△▲" and not (start > 1 and (text[start - 2].isalnum() or text[start - 2] in "（(：:")):
        return
    if match[0] in MINUS:
        behind = text[match.start() - 1] if match.start() else " "
        if (
            behind.isalnum()
            and behind not in "于过"
            and (found is None or found[0].kind == "name" or (behind.isascii() or behind.isdigit()))
        ):
            draft.kind = "name" if behind.isalpha() and not behind.isascii() and found is None else draft.kind
            return
        if behind in "%％)）]℃°" or behind in "-－−—":
            return
    draft.start = match.start()
    draft.low, draft.high = -draft.high, -draft.low


_NOT = "(?:不|未|没有|没|不能|不得|不会|不应|不可|不宜|不再|不许|未能|严禁|禁止)"
_BEFORE = re.compile(
    rf"(?:(?P<under>{_NOT}(?:超过|超出|超|突破|高于|大于|多于|逾)|[不未]到|不足|达不到|(?:低|少|小)于(?:或?等于)?"
    r"|最多|至多|[未不]满|跌破|(?<![A-Za-z\"'/])[≤<＜])"
    rf"|(?P<over>{_NOT}(?:低于|少于|小于|不足|下于)|不下|不止|至少|最少|起码|(?:超过|突破|超出)了?"
    r"|(?:高|大|多)于(?:或?等于)?|(?<![反赶])超|(?<!打)破|逾|(?<![A-Za-z\"'/])[≥>＞])"
    r"|(?P<nearly>将近|接近|(?<![附靠最临邻贴亲切])近)"
    r"|(?P<about>大约为?|约为|约有|大概|(?<![节制集合签条预违缔履特续公邀])约))$"
)
_BEFORE_LAST = frozenset("超过出破于逾到足多满止下少约为有概近了码≤<＜≥>＞")
_AFTER = re.compile(
    rf"{GAP}(?:(?P<over>(?:及|（含）|\(含\))?以上(?!述)|之上|有余)"
    rf"|(?P<under>(?:及|（含）|\(含\))?以下(?![简方几各问])|以内|之内|之下)"
    rf"|(?P<about>左右(?![岸翼手两])|上下(?![游联班级功水行左坡属])))"
)
_AFTER_FIRST = frozenset("以及之有左上（( ")
_MORE_KINDS = frozenset(("duration", "measure", "money", "multiple", "age", "fraction"))
_STRONG: dict[str, Qualifier] = {"强": "over", "弱": "nearly"}
_AFTER_STRONG = re.compile(r"[，。；、！？）)的]|$")
# 七成多选择: more than so many tenths, whatever follows; 三成多元投资 is not.
_MORE_AFTER = re.compile(r"多(?=[，。；、的了）”！？ ]|$)|(?<=成)多(?![元种样次数项层方品])")


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
def _bounded_after(text: str, draft: _Draft) -> None:
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


def _qualify(draft: _Draft, match: re.Match[str]) -> None:
    """The bound that a word gives; a range keeps its ends, and a bound outweighs an estimate."""
    if draft.qualifier != "range" and (draft.qualifier in ("exact", "about") or match.lastgroup != "about"):
        draft.qualifier = cast(Qualifier, match.lastgroup)


_SCALE = re.compile("[摄华]氏$")
_CURRENCY = re.compile(
    r"(?:(?P<dollar>(?:US|HK|NT|A|C)?)[$＄]|[¥￥]|(?P<euro>€)|(?P<pound>£)|(?P<code>USD|CNY|RMB|EUR|GBP|JPY|HKD) ?)$"
)
_CODES = {"USD": "美元", "CNY": "元", "RMB": "元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "HKD": "港元"}
_DOLLARS = {"": "美元", "US": "美元", "HK": "港元", "NT": "新台币", "A": "澳元", "C": "加元"}
_EACH = re.compile(
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
    ("近1亿人次", "近1亿人次: nearly 100000000 人次"),
    ("接近60%", "接近60%: nearly 60 %"),
    ("约47.6亿吨", "约47.6亿吨: ~4760000000 吨"),
    ("大约为30个", "大约为30个: ~30 个"),
    ("约2500余枚", "约2500余枚: >2500 枚"),
    ("每人每年880元", "每人每年880元: 880 元/人年"),
    ("每人每年不低于880元", "每人每年不低于880元: >880 元/人年"),
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
def _touched_before(text: str, draft: _Draft, floor: int) -> None:
    while draft.start > floor:
        start = draft.start
        last = text[start - 1]
        match: re.Match[str] | None
        if last in _BEFORE_LAST and (match := _BEFORE.search(text, max(floor, start - 6), start)):
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


_NO_MORE = re.compile(r"[以迈跃登站踏]上|[成超经通不突越跨胜]过|[成百千]上$")


# --- streaks, doublings, ranks, ordinals, ratios, halves


_RUN_OF = re.compile(r"连[增丰冠涨跌降升快胜霸]")


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
def _streak(text: str, draft: _Draft) -> bool:
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
    _bounded_after(text, draft)
    draft.kind = "streak"
    return True


_TURN = re.compile(r"翻(?:了|近|超过?)?$")


@rule(
    "doubling",
    "翻一番 is twice as much, 翻两番 four times.",
    ("比2030年翻一番", "翻一番: 2 倍"),
    ("收入翻了两番", "翻了两番: 4 倍"),
    ("产值实现翻番", "翻番: 2 倍"),
    ("收入增长1.9倍，面积扩大一倍", "1.9倍: 1.9 倍; 一倍: 1 倍"),
    ("三番五次", ""),
)
def _doubling(text: str, draft: _Draft) -> _Draft | None:
    turn = _TURN.search(text, max(0, draft.start - 3), draft.start)
    if turn is None or not 1 <= draft.low <= 10 or draft.low != draft.low.to_integral_value():
        return None
    draft.start, draft.end = turn.start(), draft.end + 1
    draft.low = draft.high = Decimal(2 ** int(draft.low))
    draft.unit, draft.kind = "倍", "multiple"
    _bounded_after(text, draft)
    return draft


_SCOPE = (
    r"(?:全国|全省|全市|全区|全县|全州|全军|全球|全世界|世界|国际|亚洲|欧洲|非洲|亚太|东盟|中西部|[东中西北南]部|长三角|珠三角|京津冀|大湾区"
    r"|国内|省内|市内|发展中国家|发达国家|同类|副省级|计划单列|沿海|行业|业内|"
    r"(?:(?![从由自在于为居是列])[一-龥]){1,3}[省市州])"
)
_FIELD_AFTER_VERB = re.compile(
    rf"(?:居|列|排名|位次|跻身|排在|排|升至|升到|上升到|保持|名列|获|获得|夺得|取得)(?P<field>(?:{_SCOPE}[一-龥]{{0,8}})?)$"
)
_FIELD = re.compile(
    rf"(?P<field>{_SCOPE}(?:同类|副省级|省会|地级|主要|重点|[东中西]部|万亿|沿海)*(?:城市|地区|省份|省区市|国家|行业|区县|县域)?的?)$"
)
_PLACE_AFTER = re.compile(r"位(?![数一移])|名(?!词)|大(?![道街学])")
_NO_PLACE = re.compile(
    r"[产季批次届条章轮任个代阶步期号书时线年版部场节页梯方责课手例家座所台架艘颗笔张份套款卷大本]|公里|要[务义]|高[楼桥峰度]|动力|资源|生产"
)


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
)
def _rank(text: str, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """The extent of a rank whose 第 stands at ``start`` and whose numeral ends at ``end``."""
    earliest = max(floor, start - 14)
    field = _FIELD_AFTER_VERB.search(text, earliest, start) or _FIELD.search(text, earliest, start)
    if tail := _PLACE_AFTER.match(text, end):
        # 放在第一位, 第一位的任务: what matters most, no place among others.
        if not field and tail[0] == "位" and (text.endswith("在", 0, start) or text.startswith("的", tail.end())):
            return None
        end = tail.end()
    elif field is None or _NO_PLACE.match(text, end):
        return None
    return (field.start("field") if field else start), end


@rule(
    "ordinal",
    "第 with a number: an ordinal, where it is no rank (第十三, 第3); only among all quantities of a text.",
    ("第十三次会议", "第十三: 13 ordinal"),
    ("第3条规定", "第3: 3 ordinal"),
    ("第二十届，第廿一名", "第二十: 20 ordinal; 第廿一名: 21 位 rank"),
    ("第2.5", ""),
)
def _ordinal(text: str, match: re.Match[str], floor: int, ordinals: bool) -> _Draft | None:
    draft = _number(match)
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


_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?:[:：][0-5][0-9])?")
_PROPORTION = re.compile(
    rf"(?P<many>{numerals.ARABIC})(?P<one>[:：︰∶]1)(?![:：︰∶]?[{_DIGITS}.．])"
    rf"|{numerals.ARABIC}(?:[:：︰∶]{numerals.ARABIC}){{1,8}}+(?![:：︰∶]?[{_DIGITS}])"
)
_SCORE = re.compile("比分[为是]?$")
_PROPORTION_MARK = re.compile("[:：︰∶]")


@rule(
    "ratio",
    "Numbers with colons between them: each is a part; parts of a hundred are per cent. A clock's time is none.",
    ("三次产业比例为2.0︰50.5︰47.5", "2.0: 2 % ratio; 50.5: 50.5 % ratio; 47.5: 47.5 % ratio"),
    ("结构比为5:40:55", "5: 5 % ratio; 40: 40 % ratio; 55: 55 % ratio"),
    ("收入比为1:2.38", "1: 1 ratio; 2.38: 2.38 ratio"),
    ("收入比为2.25∶1，比例1.5:1", "2.25∶1: 2.25 ∶1 ratio; 1.5:1: 1.5 ∶1 ratio"),
    ("上午8:30至20：00，比分3:2，比分3:1", ""),
)
def _ratio(text: str, start: int, end: int) -> tuple[list[_Draft], int] | None:
    """The parts of a proportion and its end; ``None`` where the number at ``start`` begins none."""
    match = _PROPORTION.match(text, start)
    if match is None:
        return None
    if match["one"]:
        number = numerals.scaled(match["many"], "") if len(match["many"]) <= 25 else Decimal(0)
        if _SCORE.search(text, max(0, start - 3), start) or number >= 1000:
            return [], match.end()
        return [_Draft(start, match.end(), start, match.end(), number, number, "exact", "∶1", "ratio")], match.end()
    drafts = []
    at = start
    for part in _PROPORTION_MARK.split(match[0]):
        number = numerals.scaled(part, "") if len(part) <= 25 else Decimal(0)
        drafts.append(_Draft(at, at + len(part), at, at + len(part), number, number, kind="ratio"))
        at += len(part) + 1
    if abs(sum((draft.low for draft in drafts), Decimal(0)) - 100) <= Decimal("0.2"):
        for draft in drafts:
            draft.unit = "%"
    elif _CLOCK.fullmatch(match[0]) or _SCORE.search(text, max(0, start - 3), start):
        return [], match.end()
    return drafts, match.end()


_HALF_BOUNDS: dict[str, Qualifier] = {"过": "over", "超": "over", "近": "nearly", "约": "about"}
_HALF_TIME = {"月": "个月", "时": "小时", "天": "天", "年": "年"}
_HALF_MEASURE = frozenset(("公斤", "斤", "吨", "公里", "米", "亩"))


@rule(
    "half and first",
    "Quantities without a numeral: 一半, 过半, 半个月, 首位, 翻番.",
    ("减少一半", "一半: 50 %"),
    ("占比过半", "过半: >50 %"),
    ("近半数企业", "近半数: nearly 50 %"),
    ("半数以上支持", "半数以上: >50 %"),
    ("约一半", "约一半: ~50 %"),
    ("约半成用户，半成品", "约半成: ~5 %"),
    ("用时半个月，重半斤", "半个月: 0.5 个月; 半斤: 0.5 斤"),
    ("百分百合格", "百分百: 100 %"),
    ("失业半年以上", "半年以上: >0.5 年"),
    ("上半年、近半年、时间过半、任务过半", ""),
)
def _word(text: str, match: re.Match[str], floor: int) -> _Draft | None:
    word = match[0]
    start, end = match.span()
    before = text[start - 1] if start else ""
    if word == "首位":
        earliest = max(floor, start - 14)
        field = _FIELD_AFTER_VERB.search(text, earliest, start) or _FIELD.search(text, earliest, start)
        if field is None:
            return None
        return _Draft(field.start("field"), end, start, end, Decimal(1), Decimal(1), "exact", "位", "rank")
    if word == "百分百":
        draft = _Draft(start, end, start, end, Decimal(100), Decimal(100), "exact", "%", "percent")
    elif word == "翻番":
        draft = _Draft(start, end, start, end, Decimal(2), Decimal(2), "exact", "倍", "multiple")
    elif match["half"]:
        if word == "过半" and before and before in "间务双":
            return None
        draft = _Draft(start, end, start, end, Decimal(50), Decimal(50), "exact", "%", "fraction")
        draft.qualifier = _HALF_BOUNDS.get(word[0], "exact")
    else:
        if before and before in "上下前后近大多这头每":
            return None
        half = Decimal("0.5")
        if word == "半成":
            half, unit, kind = Decimal(5), "%", "fraction"
        elif word[1:] in _HALF_MEASURE:
            unit, kind = word[1:], "measure"
        else:
            unit, kind = _HALF_TIME[word[-1]], "duration"
        draft = _Draft(start, end, start, end, half, half, "exact", unit, kind)
    _bounded_after(text, draft)
    _touched_before(text, draft, floor)
    return None if draft.kind == "name" else draft


# --- what measures nothing after all


_CLASS_NOUN = re.compile(
    r"以上|级|产业|楼|企业|村|镇|县|城|园|集群|俱乐部|GDP|地区|国内|生产总值|工业|增加值|产值|营业|主营|工程|计划|大户|党员|强|灯火"
)
_BARE_UNITS = frozenset(
    ("亩", "公里", "公顷", "平方米", "平方公里", "立方米", "人次", "千瓦", "元", "美元", "家", "名", "辆", "吨", "场")
)
_COMPANIES = re.compile(r"企|市场主体|经营主体|重点|单位|商|机构|民|规|中小|小微|门店")
_PLAN = re.compile(r"(?:行动|规划|计划|攻坚|倍增|提升|滚动|纲要|前|后|来|以来|多来|间?以前|奋斗目标)")
# A heading's number and a year: 5.2031年.
_HEADED_YEAR = re.compile(r"[0-9]{1,2}[.．](?:19|20)[0-9]{2}年")
_CIRCLE = re.compile(r"[^，。；、0-9]{0,8}圈")
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
    ("5.2031年起、二元结构、二档居民、亿元及以上项目", ""),
)
def _is_no_measure(text: str, draft: _Draft) -> bool:
    if draft.kind == "name":
        return True
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


def _is_bare_number(text: str, draft: _Draft) -> bool:
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


def _names_a_class(text: str, draft: _Draft, before: str) -> bool:
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


def _dates(text: str, draft: _Draft, before: str) -> bool:
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


_NOTATION = {"exact": "", "range": "", "over": ">", "under": "<", "nearly": "nearly ", "about": "~"}


def notation(quantity: Quantity) -> str:
    """A quantity as the examples write it: ``超4000亿元: >400000000000 元``."""
    ends = (quantity.low, quantity.high) if quantity.qualifier == "range" else (quantity.value,)
    number = "..".join(plain(end) for end in ends if end is not None)
    words = [f"{quantity.quote}: {_NOTATION[quantity.qualifier]}{number}", quantity.unit]
    if quantity.kind in ("rank", "streak", "ratio", "ordinal"):
        words.append(quantity.kind)
    return " ".join(word for word in words if word)
