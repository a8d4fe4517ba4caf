"""Codes, headings and names made of numbers, which are no quantities: 国发〔2031〕1号, 1.加强领导, “10+1”."""

from __future__ import annotations

from luoshi.language.quantity_drafts import Draft
from luoshi.language.quantity_numbers import DIGITS
from luoshi.language.rules import rule
from luoshi.patterns import late

_OPENING = frozenset("[［〔【(（")
CLOSING = {"[": "]", "［": "］", "〔": "〕", "【": "】", "(": ")", "（": "）"}
_HEADING = late(r"[.．、](?![0-9０-９])|[)）]")
_LISTED_DATE = late(rf"(?:[、和及,，][{DIGITS}]{{1,2}}){{1,8}}(?:月|日|号)")
# The government's hotline, and the eight rules of 2012.
_NAMES = ("12345", "八项规定")
_NUMBERED = ("国道", "省道", "县道", "号码", "邮编")
# Institutes of one owner bear numbers, and so do wells: 中电科九所, 角探1井.
_NUMERAL = "[〇零一二三四五六七八九十百]"
_INSTITUTE = late(
    rf"(?:电科|中电|集团|电子|海洋|重工|航天|科工|兵器|核工业|{_NUMERAL}[院厂校])(?:{_NUMERAL}{{1,4}}所[、和及与])*$"
)
_WELL = late(r"[一-龥](?<![打钻建成修挖凿掘增新造配有了达共约近超过至到及和与个口])$")
_NAME_AFTER = late(r"[+＋·〕］][0-9A-Za-zN]|[+＋·〕］]|后[^，。；、]{0,2}|强|热线")


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
    ("支持中电科三十九所、九所发展，新建学校三所", "三所: 3 所"),
    ("临深12井投产，新打12井", "12井: 12 井"),
    ("“十四五”时期、第十三届、二十届三中全会", ""),
)
def is_label(text: str, draft: Draft) -> bool:
    start, end = draft.start, draft.end
    before = text[start - 1] if start else ""
    after = text[end : end + 1]
    if text.startswith(_NAMES, start) or (draft.form == "digits" and text.endswith(_NUMBERED, 0, start)):
        return True
    if _is_numbered(text, draft, after):
        return True
    if before in _OPENING and before and after == CLOSING[before]:
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


def _is_numbered(text: str, draft: Draft, after: str) -> bool:
    """Whether a number stands in the name of an institute or a well."""
    if after == "所":
        return draft.form == "small" and _INSTITUTE.search(text, max(0, draft.start - 24), draft.start) is not None
    return (
        after == "井"
        and draft.form == "digits"
        and _WELL.search(text, max(0, draft.start - 1), draft.start) is not None
    )
