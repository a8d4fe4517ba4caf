"""Limits within which a balance is kept."""

from __future__ import annotations

from dataclasses import replace

from luoshi.language.quantities import Quantity
from luoshi.patterns import late
from luoshi.reading.constructions.situation import Found, Situation, construction

_KEPT = late(
    r"(?:控制|保持|稳定|处于|限定|低于|不超过?|未超过?|在)[^，。；]{0,14}?(?P<limit>(?:政府|一般|专项|债务)*限额)?的?$"
)
_OF_LIMIT = late(r"的?(?:法定|核定|政府|债务)*限额(?:之|以)?[内下]")
_WITHIN = ("以内", "之内", "以下", "之下", "内")
_BALANCE = "余额"


@construction(
    "limit that a balance is kept within",
    "余额120亿元，控制在130亿元的限额之内: the second value is that of the limit, which is no balance.",
    (
        "年末政府债务余额120亿元，控制在约130亿元的限额之内。",
        "政府债务余额 level 12000000000元 2024-12-31 actual; 政府债务限额 level ~13000000000元 2024-12-31 actual",
    ),
    (
        "年末政府债务余额120亿元，在法定限额130亿元以内。其中，一般债务余额40亿元。",
        "政府债务余额 level 12000000000元 2024-12-31 actual; 政府债务限额 level 13000000000元 2024-12-31 actual; "
        "一般债务余额 level 4000000000元 2024-12-31 actual",
    ),
    (
        "年末专项债务余额80亿元，低于债务限额90亿元。",
        "专项债务余额 level 8000000000元 2024-12-31 actual; 专项债务限额 level 9000000000元 2024-12-31 actual",
    ),
    kinds=frozenset({"money"}),
)
def kept_within(s: Situation) -> list[Found]:
    balance = s.context.subjects[-1] if s.context.subjects else ""
    if not balance.endswith(_BALANCE):
        return []
    kept = _KEPT.search(s.before.raw)
    if kept is None or not (kept["limit"] or _OF_LIMIT.match(s.text, s.quantity.end)):
        return []
    name = balance.removesuffix(_BALANCE) + "限额"
    return [Found(name, "level", quantity=_whole(s.quantity), carried=True)]


def _whole(quantity: Quantity) -> Quantity:
    """The number of a limit itself: what is 以内 is the balance."""
    ending = next((word for word in _WITHIN if quantity.quote.endswith(word)), "")
    if not ending or quantity.value is None:
        return quantity
    words = quantity.quote.removesuffix(ending)
    end, at = quantity.start + len(words), quantity.value
    return replace(quantity, quote=words, end=end, low=at, high=at, qualifier="exact")
