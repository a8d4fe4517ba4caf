"""Numerals: every way that Chinese writes a number, and the number itself.

:func:`value` reads one numeral, :func:`numbers` finds the numerals of a text wherever they stand. What
is counted or measured is the matter of :mod:`luoshi.language.quantities`, which builds on the patterns here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from luoshi.language.rules import rule
from luoshi.records import Qualifier

_EXACT = Context(prec=60)
_FRACTION = Context(prec=28)

DIGIT = {
    **dict.fromkeys("零〇○", 0),
    **dict.fromkeys("一壹", 1),
    **dict.fromkeys("二两贰貳兩", 2),
    **dict.fromkeys("三叁參", 3),
    **dict.fromkeys("四肆", 4),
    **dict.fromkeys("五伍", 5),
    **dict.fromkeys("六陆陸", 6),
    **dict.fromkeys("七柒", 7),
    **dict.fromkeys("八捌", 8),
    **dict.fromkeys("九玖", 9),
}
_TEN = {**dict.fromkeys("十拾", 10), **dict.fromkeys("百佰", 100), **dict.fromkeys("千仟", 1000)}
_MYRIAD = {**dict.fromkeys("万萬", 10**4), **dict.fromkeys("亿億", 10**8), "兆": 10**12}
_POWER = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "萬": 4, "億": 8, "兆": 12}

# Full-width digits and signs as ASCII has them; separators between thousands dropped.
_PLAIN = str.maketrans("０１２３４５６７８９．－−–＋／Ｅｅ", "0123456789.---+/ee", ",， 　\u00a0")

ARABIC = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[０-９]{1,3}(?:[，,][０-９]{3})++(?![０-９])|[0-9０-９]++)"
    r"(?:[.．][0-9０-９]++)?"
)
CHINESE_DIGITS = "零〇一二两三四五六七八九"
CHINESE = "零〇一二两三四五六七八九十百千万亿壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩"
# The multiplier after digits; the 千 of 千瓦 and the 百 of 百分点 belong to the unit.
MULTIPLIER = r"(?:千(?![瓦克米升伏卡焦赫帕字])|百(?![分帕])|[万亿萬億]){1,3}+"


def value(words: str) -> Decimal:
    """The number that ``words``, a whole numeral, stand for: 三千五百万 is 35000000, 3.19万亿 is 3190000000000.

    Digits may be full-width, with separators between thousands and an exponent (1.2e3); Chinese numerals
    everyday or formal (壹佰万), with 点, 半, 负 and 分之. ``ValueError`` where ``words`` are no numeral.
    """
    match = _WHOLE.fullmatch(words.strip())
    number = _number(match) if match else None
    if number is None:
        raise ValueError(f"no numeral: {words[:40]!r}")
    return number


def chinese(words: str) -> int | None:
    """The whole number that Chinese numeral characters stand for; ``None`` where they are no well-formed numeral.

    A run of digits counts by position (二〇二四 is 2024); a last digit after 百, 千, 万 or 亿 counts the
    unit below (二百五 is 250, 三万五 is 35000).
    """
    if len(words) > 24:
        return None
    total = section = 0
    digit = -1  # the digit waiting for its unit; -1 where there is none
    ten = myriad = 10**16  # the last units, which must fall
    unit = 0  # the unit just before the waiting digit, for 二百五
    for place, character in enumerate(words):
        number = DIGIT.get(character)
        if number is not None:
            if digit > 0 or (digit == 0 and number == 0 and unit == 0):
                return _by_position(words)
            if digit == 0 or number == 0:
                unit = 0
            digit = number
            continue
        small = _TEN.get(character)
        if small is not None:
            if small >= ten:
                return None
            if digit <= 0:
                # 十 needs no digit (一百十); 百 and 千 alone only begin a numeral.
                if small > 10 and place:
                    return None
                digit = 1
            section += digit * small
            ten = unit = small
        else:
            large = _MYRIAD.get(character)
            if large is None:
                return None
            if digit > 0:
                section += digit
            if not section:
                if place == 0:
                    section = 1
                elif not (large > myriad and total and words[place - 1] in _MYRIAD):
                    return None
            if large > myriad:
                # 二十万亿: the myriads so far are multiplied themselves, once.
                if total >= 10**8:
                    return None
                total = (total + section) * large
            elif large == myriad:
                return None
            else:
                total += section * large
            section = 0
            myriad = large
            ten = 10**16
            unit = large
        digit = -1
    if digit >= 0:
        if unit == 0 and len(words) > 1 and not (total or section):
            return _by_position(words)
        section += digit * (unit // 10) if unit >= 100 and digit else max(digit, 0)
    return total + section


def _by_position(words: str) -> int | None:
    """A run of digits read place by place, as years and codes are: 二〇二四."""
    number = 0
    for character in words:
        digit = DIGIT.get(character)
        if digit is None:
            return None
        number = number * 10 + digit
    return number


def scaled(digits: str, multiplier: str) -> Decimal:
    """Arabic ``digits`` (any width, with separators) times a run of 十百千万亿, exactly."""
    digits = digits.translate(_PLAIN)
    power = 0
    for character in multiplier:
        power += _POWER.get(character, 0)
    if not power:
        return Decimal(digits)
    whole, _, part = digits.partition(".")
    if len(part) <= power and len(whole) < 400:
        return Decimal(int(whole + part) * 10 ** (power - len(part)))
    return _EXACT.multiply(Decimal(digits), Decimal(10**power))


def decimals(words: str) -> Decimal | None:
    """A Chinese numeral with or without 点 and a multiplier after it: 三点五万 is 35000; ``None`` for others."""
    whole, point, rest = words.replace("點", "点").partition("点")
    number = chinese(whole)
    if number is None or not point:
        return None if number is None else Decimal(number)
    part = rest.rstrip("十百千万亿萬億")
    power = sum(_POWER[character] for character in rest[len(part) :])
    if not part or len(part) > 20 or any(character not in DIGIT for character in part):
        return None
    return scaled(f"{number}.{''.join(str(DIGIT[character]) for character in part)}", "") * 10**power


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """``part`` of ``whole`` to 28 figures; ``None`` for a whole of nothing."""
    return _FRACTION.divide(part, whole) if whole else None


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral where it stands: ``text[start:end] == quote``.

    ``low`` and ``high`` are equal for a plain number; ``high`` is ``None`` after 多 and 余 (三十多), the
    two ends stand for neighbouring digits (七八百), whose ``value`` is the lower.
    """

    quote: str
    start: int
    end: int
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier


_CHINESE_NUMERAL = rf"[{CHINESE}廿卅兆]++(?:[点點][{CHINESE_DIGITS}]++(?:[百千万亿萬億]{{1,3}})?)?"
_NUMERAL = (
    rf"(?P<sign>负|負|(?<![0-9０-９A-Za-z)）])[-－−])?"
    rf"(?:(?:(?P<whole>[{CHINESE}]{{1,12}})又)?(?P<under>[{CHINESE}]++|[0-9０-９]{{1,12}}+)分之"
    rf"(?P<over>{_CHINESE_NUMERAL}|{ARABIC})"
    rf"|(?P<top>[0-9０-９]{{1,12}}+)[/／](?P<bottom>[0-9０-９]{{1,12}}+)(?![0-9０-９/／.])"
    rf"|(?P<arabic>{ARABIC})(?:(?P<exponent>[eE][-+]?[0-9]{{1,2}}(?![0-9A-Za-z.]))"
    rf"|(?P<power>\^-?[0-9]{{1,2}}(?![0-9A-Za-z.]))"
    rf"|(?P<multiplier>[ \u3000]?(?:[多余几]?(?:百(?![分])|千(?![瓦克米升])|[万亿萬億兆])){{1,3}}+)"
    rf"(?P<rest>(?:零?[0-9０-９]{{1,4}}+(?:千(?![瓦克米升])|百(?![分])|万)?(?![0-9０-９.．,，:：%％年月日])){{1,3}})?"
    rf"|(?P<letter>[kKMG](?![0-9A-Za-z/²³]))?)"
    rf"|(?P<chinese>{_CHINESE_NUMERAL})"
    rf"|(?P<half>半))"
    rf"(?P<more>[多余来](?![自源年到]))?"
    rf"(?P<dozen>打(?![0-9造击破响开印工好造算通下赢]))?"
)
_WHOLE = re.compile(_NUMERAL)
_FIND = re.compile(rf"(?<![0-9０-９.．])(?=[-－−负負0-9０-９{CHINESE}廿卅兆半]){_NUMERAL}")
_LETTER = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9}

# A lone numeral character that is part of a word.
_WORD_BEFORE = re.compile(r"(?:[统唯专单划逐归同万合均不][一]|[星周礼拜]期?[一二三四五六]|大陆|队伍|三[陆伍])$")
_WORD = re.compile(
    r"一(?:[定切般样直起些旦致律体向贯概度味同方面旁路生行时下边系批揽线流带把举]|会儿)|两(?:[岸会院侧边旁])|百(?:姓|度|货|科|色)"
    r"|万(?:[一物众能岁州达科象]|分之?)|千(?:[方瓦克米升])|十(?:[分足堰])|三(?:[亚明峡农])|四(?:[川平])|九江|六(?:安|盘水)"
    r"|半(?:[导岛边径路夜空途成])|亿万|陆|伍|零(?:[售部件星散距])|兆"
)


def numbers(text: str) -> list[Number]:
    """Every numeral of ``text`` in order, wherever it stands: in a date, a name or a quantity.

    Arabic and Chinese, with signs, fractions, exponents and multipliers; no numeral is the lone character
    that belongs to a word (统一, 十分, 三亚).
    """
    found = []
    for match in _FIND.finditer(text):
        start, end = match.span()
        if end - start == 1 and (_WORD.match(text, start) or _WORD_BEFORE.search(text[max(0, start - 2) : end])):
            continue
        number = _number(match)
        low = high = number
        qualifier: Qualifier = "exact"
        if number is None:
            pair = neighbours(match["chinese"] or "")
            if pair is None:
                continue
            number, qualifier = Decimal(pair[0]), "range"
            low, high = Decimal(pair[0]), Decimal(pair[1])
        elif match["more"] == "来":
            qualifier = "about"
        elif match["more"] or "多" in (match["multiplier"] or "") or "余" in (match["multiplier"] or ""):
            qualifier, high = "over", None
        found.append(Number(text[start:end], start, end, number, low, high, qualifier))
    return found


def _number(match: re.Match[str]) -> Decimal | None:
    """The number that a match of the numeral pattern stands for; ``None`` where its characters make none."""
    number: Decimal | None
    if match["arabic"]:
        number = _arabic(match)
    elif match["under"]:
        number = _parts(match)
    elif match["top"]:
        number = ratio(scaled(match["top"], ""), scaled(match["bottom"], ""))
    elif match["chinese"]:
        number = decimals(match["chinese"].replace("廿", "二十").replace("卅", "三十"))
    else:
        number = Decimal("0.5")
    if number is None:
        return None
    if match["dozen"]:
        number *= 12
    return -number if match["sign"] else number


@rule(
    "Arabic numeral",
    "Digits of any width with separators, an exponent, or multipliers: 1,080,211; 1.2e3; 25万6千; 3.19万亿.",
    ("1,080,211", "1080211"),
)
def _arabic(match: re.Match[str]) -> Decimal | None:
    digits = match["arabic"]
    if len(digits) > 400:
        return None
    if match["exponent"]:
        return Decimal(digits.translate(_PLAIN) + match["exponent"])
    if match["power"]:
        return _EXACT.power(scaled(digits, ""), int(match["power"][1:]))
    if match["letter"]:
        return scaled(digits, "") * _LETTER[match["letter"]]
    multiplier = match["multiplier"] or ""
    if "几" in multiplier:
        return None
    number = scaled(digits, multiplier)
    return number + remainder(match["rest"], multiplier) if match["rest"] else number


def remainder(words: str, multiplier: str) -> Decimal:
    """What follows a first multiplier: the 6千 of 25万6千, the 2000 of 1万2000, the 5 of 3万5 (5000)."""
    total = Decimal(0)
    last = multiplier[-1]
    for digits, unit in re.findall(r"零?([0-9０-９]+)([千百万]?)", words):
        if unit:
            total += scaled(digits, unit)
        elif len(digits) == 1 and not words.startswith("零") and _POWER[last] > 1:
            total += scaled(digits, "") * 10 ** (_POWER[last] - 1)
        else:
            total += scaled(digits, "")
        last = unit or last
    return total


@rule(
    "parts of a whole",
    "X分之Y, also mixed: 三分之一, 三又四分之一, 百分之五点五.",
    ("四分之三", "0.75"),
)
def _parts(match: re.Match[str]) -> Decimal | None:
    under, over = (
        scaled(words, "") if words[0].translate(_PLAIN).isascii() else decimals(words)
        for words in (match["under"], match["over"])
    )
    if under is None or over is None:
        return None
    part = ratio(over, under)
    if part is None or not match["whole"]:
        return part
    whole = chinese(match["whole"])
    return None if whole is None else whole + part


def neighbours(words: str) -> tuple[int, int] | None:
    """The two ends of neighbouring digits: 七八 is 7 to 8, 三四十 is 30 to 40, 十七八 is 17 to 18, 三五百 300 to 500."""
    if not 2 <= len(words) <= 6:
        return None
    for place in range(len(words) - 1):
        first, second = DIGIT.get(words[place], 0), DIGIT.get(words[place + 1], 0)
        if first and (second == first + 1 or (first, second) == (3, 5)):
            low = chinese(words[: place + 1] + words[place + 2 :])
            high = chinese(words[:place] + words[place + 1 :])
            return None if low is None or high is None or low >= high else (low, high)
    return None


def notation(number: Number) -> str:
    """A number as the examples write it: ``三十多: >30``."""
    sign = {"exact": "", "range": "", "over": ">", "under": "<", "nearly": "nearly ", "about": "~"}[number.qualifier]
    ends = (number.low, number.high) if number.qualifier == "range" else (number.value,)
    return f"{number.quote}: {sign}{'..'.join(plain(end) for end in ends if end is not None)}"


def plain(number: Decimal) -> str:
    """A number in plain digits, no exponent and no needless zeros."""
    words = format(number, "f")
    return words.rstrip("0").rstrip(".") if "." in words else words
