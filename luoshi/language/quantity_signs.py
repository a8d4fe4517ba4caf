"""The minus before a number, as it is printed or said: －2.5%, △2.3%, 负3.9万元, 零下20℃."""

from __future__ import annotations

from luoshi.knowledge.units import Unit
from luoshi.language.numerals import MINUS
from luoshi.language.quantity_drafts import Draft
from luoshi.language.rules import rule
from luoshi.patterns import late

# 负 that ends 税负, 减负 and the like is no minus.
_SIGN = late(rf"(?:零下|(?<![税减自担背抱胜欠])负|[{MINUS}–—△▲])$")
_SIGN_LAST = frozenset("负下–—△▲" + MINUS)
# What a dash is a minus after; elsewhere it joins or parts words.
_VALUED = late(r"(?:增长|上涨|下降|下跌|回落|增加|减少|增[速幅]|[涨降]幅|[比率额值润]|为|是|达|到|约|[（(：:])$")


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
def take_sign(text: str, draft: Draft, floor: int, found: tuple[Unit, int] | None) -> None:
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
