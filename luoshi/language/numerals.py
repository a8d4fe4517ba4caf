"""Numerals: every way that Chinese writes a number, and the number itself.

:func:`value` reads one numeral, :func:`numbers` finds the numerals of a text wherever they stand. What
is counted or measured is the matter of :mod:`luoshi.language.quantities`, which builds on the pattern here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from luoshi.knowledge.radicals import as_printed, fold
from luoshi.language.han_numerals import DIGIT, SCORE, chinese, neighbours
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.records import UNKNOWN, Qualifier

_FRACTION = Context(prec=28)  # a third has no end: 28 figures, whatever the caller's context
_POWER = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "萬": 4, "億": 8, "兆": 12}
_LONGEST = 400  # digits; a longer run is no number that anybody wrote
# The spaces that part thousands: of print, of the web, of typesetters (thin, figure, narrow no-break).
_SPACES = " \u00a0\u2007\u2009\u202f"
# Full-width digits and signs as ASCII has them; separators between thousands dropped.
_PLAIN = str.maketrans("０１２３４５６７８９．", "0123456789.", ",，" + _SPACES)
#: Marks of notes, which stand between a number and its unit and are no part of either.
NOTE_MARK = r"(?:[①-⑳*＊※†‡⁰¹²³⁴-⁹]{1,3}+|[\[［〔][0-9]{1,2}[\]］〕])"
GAP = f"(?:[\u3000{_SPACES}]{{0,2}}|{NOTE_MARK}(?=[百千万亿]))"
# Thousands parted by a space are a number where words, a per cent sign or the end follow: cells of a row are none.
_SPACED = (
    rf"(?<![0-9０-９.．%％][{_SPACES}])(?!0)[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})++"
    r"(?=(?:[.．][0-9]++)?(?:[^\x00-\xff\u2000-\u206f]|[%)]|\Z))"
)
# A point with a gap beside it, as typesetters leave it within a sentence: 达到350. 12亿元; 1. 12万亩 is a heading.
_GAPPED = r"(?<=[\u4e00-\u9fff])[0-9]{1,5}(?:[.．] | [.．])[0-9]{1,2}(?= ?[百千万亿%％元])"
ARABIC = (
    r"(?:[0-9]{1,3}(?:[,，][0-9]{3})++(?![0-9])|[０-９]{1,3}(?:[，,][０-９]{3})++(?![０-９])"
    rf"|{_SPACED}|{_GAPPED}|[0-9０-９]++)"
    r"(?:[.．][0-9０-９]++)?"
)
_DIGITS = "零〇○一二两三四五六七八九"
_FORMAL = "壹贰叁肆伍陆柒捌玖"
CHARACTERS = "零〇○一二两三四五六七八九十百千万亿廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩"
# The 千 of 千瓦 and the 百 of 百分点 belong to the unit that follows.
_THOUSAND = "千(?![瓦克米升伏卡焦赫帕字])"
_HUNDRED = "百(?![分帕])"
_RUN = rf"(?:{_THOUSAND}|{_HUNDRED}|[万亿萬億]){{1,3}}+"
_OPEN_RUN = rf"[多余几]?{_RUN}(?:[多余几]{_RUN})?"
# 数十, 几百, 好几千: some tens and more; the 数 of 人数 and the 几 of 十几 are others.
_SOME = (
    "(?:好?(?<![十百千万亿0-9０-９])几|(?<![人户次个件基系函参分倍率指小多少岁年月天日位家辆台例宗无总额字])数)"
    "(?=[十百千万亿]{1,4}+(?![一二两三四五六七八九几]))"
)
# 兆 is a million million after one digit (三兆); 千兆宽带 and 五百兆 speak of bits.
_TRILLION = "(?<=[一二两三四五六七八九])兆(?![瓦赫帕字欧比焦伏])"
_CHINESE = (
    rf"(?:[{CHARACTERS.replace('千', '')}]|{_THOUSAND}|{_TRILLION})++(?:[点點][{_DIGITS}{_FORMAL}]++(?:{_RUN})?)?"
)
#: A numeral: digits with an exponent or multipliers, or Chinese; then parts of a whole where it goes on with 分之 or /.
PATTERN = (
    rf"(?:(?P<arabic>{ARABIC})"
    r"(?:[eE](?P<exponent>[-+]?[0-9]{1,2})(?![0-9A-Za-z.])"
    rf"|{GAP}(?P<multiplier>{_OPEN_RUN})"
    rf"(?P<rest>(?:零?[0-9０-９]{{1,4}}+(?:{_OPEN_RUN}(?![.．%％年月日号/])"
    r"|(?![0-9０-９%％年月日号/]|[.．,，:：][0-9０-９]))){0,3}))?"
    rf"|(?P<some>{_SOME})?(?P<chinese>{_CHINESE})(?:[多余几](?P<times>{_RUN}))?)"
    rf"(?:分之[{_SPACES}]?(?P<minus>[负-])?(?P<over>{_CHINESE}|{ARABIC})"
    rf"|又(?P<base>[{CHARACTERS}]++|[0-9０-９]++)分之(?P<part>[{CHARACTERS}]++|[0-9０-９]++)"
    r"|[/／](?P<bottom>[0-9０-９]{1,4}+)(?![0-9０-９/／.．年月日号]))?"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral where it stands: ``text[start:end] == quote``.

    ``low`` and ``high`` are equal for a plain number; ``high`` is ``None`` after 多 and 余 (三十多), and
    the two are the ends that neighbouring digits give (七八百), whose ``value`` is the lower.
    """

    quote: str
    start: int
    end: int
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier


#: Minus as it is printed: hyphen, full-width, mathematical, small; U+F02D is that of Word's symbol font.
MINUS = "-－−﹣\uf02d"
_SIGN = f"负|負|(?<![0-9０-９A-Za-z)）])[{MINUS}]"
_NUMERAL = (
    rf"(?P<sign>{_SIGN})?"
    rf"(?:(?P<half>一?半)|{PATTERN}(?:\^(?P<power>-?[0-9]{{1,2}})(?![0-9A-Za-z.])|(?P<letter>[kKMG])(?![0-9A-Za-z/²³]))?)"
    r"(?P<more>[多余](?![边样])|(?<=[十百千万亿])几(?![十百千])|来(?![自源年到]))?"
    r"(?P<dozen>打(?![0-9造击破响开印工好算通下赢]))?"
)
_WHOLE = late(_NUMERAL)
_FIND = late(rf"(?<![0-9０-９.．])(?=[{MINUS}负負0-9０-９{CHARACTERS}半几数好]){_NUMERAL}")
_LETTER = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9}
# A lone numeral character that is part of a word: what follows it, and what precedes 一.
_WORD = late(
    r"一(?:[心意定切般样直起些旦致律体向贯概度味同面旁路生行时下边系批揽线流带把举再经共]|会儿|方面)|两(?:[岸会院侧边旁])"
    r"|百(?:[姓度货科色计花折般]|家争)|万(?:[一物众能岁州达科象])|千(?:[方瓦克米升])|十(?:[分足堰])|三(?:[亚明峡农])|四(?:[川平])"
    r"|四(?:舍五入|通八达|面八方|海)|五(?:入|湖四海)|七上八下|八(?:[下达方])|九江|六(?:安|盘水)|半(?:[导岛边径路夜空途成])|亿万|[陆伍拾]|零(?:[售部件星散距碳下])|百(?=分[点之])"
)
_ONE_AFTER = frozenset("统唯专单划逐归同万均合")
_MULTIPLIERS = frozenset("十百千万亿")
# Behind these a multiplier has lost its number: （12.3）亿元, 542.7*亿元.
_CLOSERS = frozenset(")）]］〕】*＊※†‡%％.．" + UNKNOWN + "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹")
_POINTS = frozenset(".,．，")
_SEVERAL = ("若干", "多少", "无数")
#: What forms and drafts print where a number is still to be filled in: ____亿元, ××万户, XX亿元, □□%.
BLANK = "_＿×□▢"
_LETTERS = ("XX", "xx", "ＸＸ")
_WEEK = late(r"(?:星期|礼拜|周)$")


def value(words: str) -> Decimal:
    """The number that ``words``, a whole numeral, stand for: 三千五百万 is 35000000, 3.19万亿 is 3190000000000.

    Digits may be full-width, with separators between thousands and an exponent (1.2e3); Chinese numerals
    everyday or formal (壹佰万), with 点, 半, 负 and 分之. ``ValueError`` where ``words`` are no numeral.
    """
    match = _WHOLE.fullmatch(words.strip())
    found = _signed(match) if match else None
    if found is None:
        raise ValueError(f"no numeral: {words[:40]!r}")
    return found


@rule(
    "numerals in a text",
    "Numerals wherever they stand; a character that belongs to a word is none.",
    ("全区共有三十多个社区，一共七八百人。", "三十多: >30; 七八百: 700..800"),
    ("统一三十项标准，十分重要。", "三十: 30"),
    ("两岸三地，两百户。", "三: 3; 两百: 200"),
    ("2031年第3次会议", "2031: 2031; 3: 3"),
    ("三分之一的人负三点五分", "三分之一: 0.3333333333333333333333333333; 负三点五: -3.5"),
    ("5-8人", "5: 5; 8: 8"),
    ("百千万工程、参会人数百余人", ""),
    ("几百户、数十亿、好几千", "几百: >100; 数十亿: >1000000000; 好几千: >1000"),
    ("十几个，二十几万，百几十", "十几: >10; 二十几万: >200000"),
    ("一两次，一半", "一两: 1..2; 一半: 0.5"),
    ("300多年，20个百分点", "300多: >300; 20: 20"),
    ("零售业和三亚", ""),
    ("万一下雨，进一步", ""),
    ("星期三", ""),
    ("", ""),
)
def numbers(text: str) -> list[Number]:
    """Every numeral of ``text`` in order, wherever it stands: in a date, a name or a quantity.

    Arabic and Chinese, with signs, fractions, exponents and multipliers. A lone character that belongs to
    a word (统一, 十分, 三亚) is no numeral.
    """
    printed, text = text, fold(text)
    found: list[Number] = []
    position = 0
    while match := _FIND.search(text, position):
        start, position = match.span()
        if text[start] == "一" and start and (text[start - 1] in _ONE_AFTER or text.startswith("进一步", start - 1)):
            position = start + 1
            continue
        if position - start == 1 and (_WORD.match(text, start) or _WEEK.search(text, max(0, start - 2), start)):
            continue
        if match[0] == "万一" or (start and _untold(text, start - 1)) or _untold(text, position - 1):
            continue
        bare = bool(match["chinese"]) and _MULTIPLIERS.issuperset(match[0])
        if touches_hole(text, start, position) or (bare and is_cut_off(text, start)):
            continue
        number = _signed(match)
        low = high = number
        qualifier: Qualifier = "exact"
        characters = match["chinese"] or ""
        two = len(characters) == position - start == 2
        if (number is None or two) and (pair := neighbours(characters)) is not None:
            low, high = pair
            number, qualifier = low, "range"
        elif match["more"] == "来":
            qualifier = "about"
        elif match["more"] or match["some"] or is_open(match):
            qualifier, high = "over", None
        if number is None:
            continue
        found.append(Number(match[0], start, position, number, low, high, qualifier))
    return as_printed(found, printed)


def is_cut_off(text: str, start: int) -> bool:
    """Whether multipliers that begin at ``start`` have lost their number: behind a mark, a hole, a blank, or 若干."""
    if not start:
        return False
    before = text[start - 1]
    return before in _CLOSERS or before in BLANK or before.isdigit() or text.endswith(_SEVERAL + _LETTERS, 0, start)


def touches_hole(text: str, start: int, end: int) -> bool:
    """Whether a character without a name (U+FFFD) stands at a number's edge, a point or comma between them or not."""
    if text.find(UNKNOWN, max(0, start - 2), end + 2) < 0:
        return False
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (
        before[-1:] == UNKNOWN
        or after[:1] == UNKNOWN
        or (before[:1] == UNKNOWN and before[1:] in _POINTS)
        or (after[1:] == UNKNOWN and after[:1] in _POINTS)
    )


def _untold(text: str, place: int) -> bool:
    """Whether a vague word and a multiplier meet at ``place`` without telling a number: 人数│百余人, 百│几十."""
    pair = text[place : place + 2]
    return (pair[0] in "数几" and pair[1:] in _MULTIPLIERS) or (pair[0] in _MULTIPLIERS and pair[1:] == "几")


def _signed(match: re.Match[str]) -> Decimal | None:
    """The number of a match of the whole numeral pattern, sign, power, letter and dozens included."""
    number = Decimal("0.5") if match["half"] else read(match)
    if number is None:
        return None
    if match["power"]:
        if not number and match["power"].startswith("-"):
            return None
        number = _FRACTION.power(number, int(match["power"]))
    if match["letter"]:
        number *= _LETTER[match["letter"]]
    if match["dozen"]:
        number *= 12
    return -number if match["sign"] else number


def read(match: re.Match[str]) -> Decimal | None:
    """The number of a match of :data:`PATTERN`; ``None`` where its characters make no number."""
    number = from_digits(match) if match["arabic"] else from_characters(match["chinese"])
    if number is not None and match["times"]:
        number *= 10 ** power(match["times"])
    if number is None or not (match["over"] or match["bottom"] or match["base"]):
        return number
    return from_parts(number, match)


@rule(
    "digits",
    "Digits of any width with separators, an exponent, or multipliers: 1,080,211; 1.2e3; 25万6千; 3.19万亿.",
    ("1,080,211", "1,080,211: 1080211"),
    ("１２，３４５", "１２，３４５: 12345"),
    ("１２.５", "１２.５: 12.5"),
    ("3.19万亿", "3.19万亿: 3190000000000"),
    ("1.2e3", "1.2e3: 1200"),
    ("2e-3", "2e-3: 0.002"),
    ("25万6千", "25万6千: 256000"),
    ("5万4千6百，", "5万4千6百: 54600"),
    ("1 234.5", "1 234.5: 1234.5"),
    ("1\u202f234\u202f567人", "1\u202f234\u202f567: 1234567"),
    ("250 263.7 72", "250: 250; 263.7: 263.7; 72: 72"),
    ("达到350. 12亿元，1. 12万亩", "350. 12亿: 35012000000; 1: 1; 12万: 120000"),
    ("12①万", "12①万: 120000"),
    ("（12.3）亿", "12.3: 12.3"),
    ("42.7, \ufffd42.7, 5\ufffd2, 542.\ufffd亿", "42.7: 42.7"),
    ("1亿3千多万", "1亿3千多万: >130000000"),
    ("1万2000", "1万2000: 12000"),
    ("1万零500", "1万零500: 10500"),
    ("3万5", "3万5: 35000"),
    ("4万多亿", "4万多亿: >4000000000000"),
    ("9000多万", "9000多万: >90000000"),
    ("2 千万", "2 千万: 20000000"),
    ("10k", "10k: 10000"),
    ("2^10", "2^10: 1024"),
    ("-3.1", "-3.1: -3.1"),
    ("－３", "－３: -3"),
    ("3打", "3打: 36"),
)
def from_digits(match: re.Match[str]) -> Decimal | None:
    """The number of a match whose numeral is in digits; ``None`` for an endless run of them."""
    text = match["arabic"]
    if len(text) > _LONGEST:
        return None
    if exponent := match["exponent"]:
        return Decimal(f"{text.translate(_PLAIN)}e{exponent}")
    multiplier = match["multiplier"]
    if not multiplier:
        return Decimal(text.translate(_PLAIN))
    number = scaled(text, multiplier)
    return number + _remainder(match["rest"], multiplier) if match["rest"] else number


def scaled(digits: str, multiplier: str) -> Decimal:
    """Arabic ``digits`` (any width, with separators) times a run of 百千万亿, exactly."""
    places = power(multiplier)
    whole, _, part = digits.translate(_PLAIN).partition(".")
    if len(part) <= places:
        return Decimal(int(whole + part) * 10 ** (places - len(part)))
    shift = len(whole) + places
    return Decimal(f"{(whole + part)[:shift]}.{(whole + part)[shift:]}")


def power(multiplier: str) -> int:
    """The power of ten of a run of 百千万亿: 万亿 is 12."""
    return sum(_POWER.get(character, 0) for character in multiplier)


_LINK = late(rf"零?([0-9０-９]+)({_OPEN_RUN})?")


def _remainder(rest: str, multiplier: str) -> Decimal:
    """What follows a first multiplier: the 6千 of 25万6千, the 2000 of 1万2000, the 5 of 3万5 (5000)."""
    total = Decimal(0)
    last = multiplier[-1]
    for link in _LINK.finditer(rest):
        if link[2]:
            total += scaled(link[1], link[2])
            last = link[2][-1]
        else:
            colloquial = len(link[1]) == 1 and not link[0].startswith("零")
            total += Decimal(link[1].translate(_PLAIN)) * 10 ** (_POWER[last] - 1 if colloquial else 0)
    return total


@rule(
    "Chinese numeral",
    "Everyday or formal characters, with 点, and with the shortened end of 二百五: 三千五百万, 壹佰万, 两百点两.",
    ("三千五百万", "三千五百万: 35000000"),
    ("壹佰万", "壹佰万: 1000000"),
    ("叁仟陆佰伍拾", "叁仟陆佰伍拾: 3650"),
    ("贰拾壹点伍", "贰拾壹点伍: 21.5"),
    ("四万万", "四万万: 400000000"),
    ("一萬億", "一萬億: 1000000000000"),
    ("二十万亿", "二十万亿: 20000000000000"),
    ("两万五千亿", "两万五千亿: 2500000000000"),
    ("一亿三千万", "一亿三千万: 130000000"),
    ("十五", "十五: 15"),
    ("廿三", "廿三: 23"),
    ("一百一十", "一百一十: 110"),
    ("一万零三十", "一万零三十: 10030"),
    ("三千零五十", "三千零五十: 3050"),
    ("二百五", "二百五: 250"),
    ("两千三", "两千三: 2300"),
    ("三万五", "三万五: 35000"),
    ("一亿五", "一亿五: 150000000"),
    ("二〇二四", "二〇二四: 2024"),
    ("两百点两", "两百点两: 200.2"),
    ("三点一四", "三点一四: 3.14"),
    ("三点五万亿", "三点五万亿: 3500000000000"),
    ("零点零五", "零点零五: 0.05"),
    ("负一点五", "负一点五: -1.5"),
    ("百万", "百万: 1000000"),
    ("万亿", "万亿: 1000000000000"),
    ("三十多", "三十多: >30"),
    ("十来", "十来: ~10"),
    ("一千二百余", "一千二百余: >1200"),
    ("八百多万", "八百多万: >8000000"),
    ("两千余亿", "两千余亿: >200000000000"),
    ("三兆", "三兆: 3000000000000"),
    ("卅", "卅: 30"),
    ("半", "半: 0.5"),
    ("两打", "两打: 24"),
)
def from_characters(characters: str) -> Decimal | None:
    """The number of Chinese numeral characters with or without 点 and a multiplier after it; ``None`` for others."""
    whole, point, rest = characters.translate(SCORE).partition("点")
    number = chinese(whole)
    if number is None or not point:
        return None if number is None else Decimal(number)
    part = rest.rstrip("百千万亿萬億")
    if len(part) > _LONGEST:
        return None
    return scaled(f"{number}.{''.join(str(DIGIT[character]) for character in part)}", rest[len(part) :])


@rule(
    "parts of a whole",
    "X分之Y and X/Y, alone or after a whole number: 三分之一, 三又四分之一, 百分之五点五, 1/2.",
    ("四分之三", "四分之三: 0.75"),
    ("三又四分之一", "三又四分之一: 3.25"),
    ("百分之四十", "百分之四十: 0.4"),
    ("负百分之四十", "负百分之四十: -0.4"),
    ("百分之五点五", "百分之五点五: 0.055"),
    ("百分之负五", "百分之负五: -0.05"),
    ("万分之三", "万分之三: 0.0003"),
    ("4分之3", "4分之3: 0.75"),
    ("1/2", "1/2: 0.5"),
    ("１／４", "１／４: 0.25"),
)
def from_parts(number: Decimal, match: re.Match[str]) -> Decimal | None:
    """The fraction whose first numeral is ``number``; ``None`` where it divides by nothing."""
    if match["bottom"]:
        return ratio(number, scaled(match["bottom"], ""))
    if match["over"]:
        part = _side(match["over"])
        return None if part is None else ratio(-part if match["minus"] else part, number)
    under, part = _side(match["base"]), _side(match["part"])
    share = None if under is None or part is None else ratio(part, under)
    return None if share is None else number + share


def _side(numeral: str) -> Decimal | None:
    """One side of a fraction, in digits or in characters."""
    if numeral[0] in CHARACTERS:
        return from_characters(numeral)
    return scaled(numeral, "") if len(numeral) <= _LONGEST else None


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """``part`` of ``whole`` to 28 figures; ``None`` for a whole of nothing."""
    return _FRACTION.divide(part, whole) if whole else None


def is_open(match: re.Match[str]) -> bool:
    """Whether 多, 余 or 几 stands among the multipliers: 9000多万, 1亿3千多万, 八百多万, 十几万."""
    multiplier, rest = match["multiplier"], match["rest"]
    if match["times"]:
        return True
    return bool(multiplier) and any(character in "多余几" for character in multiplier + rest)


def notation(number: Number) -> str:
    """A number as the examples write it: ``三十多: >30``."""
    sign = {"over": ">", "about": "~"}.get(number.qualifier, "")
    ends = (number.low, number.high) if number.qualifier == "range" else (number.value,)
    return f"{number.quote}: {sign}{'..'.join(plain(end) for end in ends if end is not None)}"


def plain(number: Decimal) -> str:
    """A number in plain digits, no exponent and no needless zeros."""
    text = str(number)
    if "E" in text:
        text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
