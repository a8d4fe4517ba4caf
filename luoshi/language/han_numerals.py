"""Chinese numerals: whole numbers by place value or digit by digit, and two neighbours (三四十)."""

from __future__ import annotations

from decimal import Decimal

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
SCORE = str.maketrans({"廿": "二十", "卅": "三十", "點": "点"})
_NO_LIMIT = 10**16
_LONGEST_PAIR = 12  # characters of a numeral with two neighbouring digits in it: 一万二千三百四五十


def chinese(characters: str) -> int | None:
    """The whole number that Chinese numeral characters stand for; ``None`` where they are no well-formed numeral.

    A run of digits counts by position (二〇二四 is 2024); a last digit after 百, 千, 万 or 亿 counts the
    unit below (二百五 is 250, 三万五 is 35000).
    """
    if len(characters) > 40:
        return None
    if "万万" in characters[1:]:
        characters = characters[0] + characters[1:].replace("万万", "亿")  # 四万万
    if "廿" in characters or "卅" in characters:
        characters = characters.translate(SCORE)
    total = section = 0
    digit = -1  # the digit that waits for its unit; -1 where there is none
    ten = myriad = _NO_LIMIT  # the last units, which must fall
    shortened = 0  # the unit just before the waiting digit, for 二百五
    for place, character in enumerate(characters):
        number = DIGIT.get(character)
        if number is not None:
            if digit > 0 or (digit == 0 and total == section == 0):
                return _by_position(characters)
            if digit == 0 or number == 0:
                shortened = 0
            digit = number
            continue
        if (small := _TEN.get(character)) is not None:
            # 十 needs no digit before it; 百 and 千 alone only begin a numeral.
            if small >= ten or (digit <= 0 and small > 10 and place):
                return None
            section += small * max(digit, 1)
            ten = shortened = small
        elif (large := _MYRIAD.get(character)) is not None and large != myriad:
            section += max(digit, 0)
            if large > myriad:
                # 二十万亿: the myriads so far are themselves multiplied, once.
                if total >= 10**8 or (not section and characters[place - 1] not in _MYRIAD):
                    return None
                total = (total + section) * large
            elif section or not place:
                total += max(section, 1) * large
            else:
                return None
            section = 0
            myriad = shortened = large
            ten = _NO_LIMIT
        else:
            return None
        digit = -1
    if digit > 0:
        section += digit * (shortened // 10) if shortened >= 100 else digit
    return total + section


def _by_position(characters: str) -> int | None:
    """A run of digits read place by place, as years and codes are: 二〇二四; ``None`` where a unit is among them."""
    number = 0
    for character in characters:
        digit = DIGIT.get(character)
        if digit is None:
            return None
        number = number * 10 + digit
    return number


def neighbours(characters: str) -> tuple[Decimal, Decimal] | None:
    """The two ends that neighbouring digits give: 七八 is 7 to 8, 三四十 30 to 40, 十五六 15 to 16, 三五百 300 to 500.

    ``None`` for characters that give none.
    """
    if not 2 <= len(characters) <= _LONGEST_PAIR:
        return None
    for place in range(len(characters) - 1):
        first, second = DIGIT.get(characters[place], 0), DIGIT.get(characters[place + 1], 0)
        if first and (second == first + 1 or (first, second) == (3, 5)):
            low = chinese(characters[: place + 1] + characters[place + 2 :])
            high = chinese(characters[:place] + characters[place + 1 :])
            return None if low is None or high is None or low >= high else (Decimal(low), Decimal(high))
    return None
