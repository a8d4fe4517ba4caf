"""Values, verdicts and ids in the words that people read, whatever shows them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Protocol

from luoshi.language.passage import one_line
from luoshi.service.one_language import Language

if TYPE_CHECKING:
    from luoshi.ledger import SeriesRow

STATUSES = {"actual": "实绩", "target": "目标", "forecast": "预计"}
MEASURES = {
    "level": "总量", "change": "增减", "growth": "增速", "share": "占比", "rank": "位次", "streak": "连续",
}  # fmt: skip
VERDICTS = {"met": "完成", "missed": "未完成", "open": "待定", "unclear": "不可比"}
STATES = {"done": "已完成", "in_progress": "推进中", "overdue": "逾期", "no_news": "暂无进展"}
JUDGED = {"done": "已完成 done", "in_progress": "推进中 in_progress", "unrelated": "无关 unrelated"}
QUALIFIERS = {"about": "约", "nearly": "近", "over": "≥", "under": "≤"}
CONFLICTS = {
    "values": "数值",
    "revision": "修订",
    "sum": "合计",
    "growth": "增速",
    "change": "增减",
    "share": "占比",
    "execution": "执行率",
}
PAPERS = {
    "work-report": "工作报告",
    "budget": "预算报告",
    "bulletin": "统计公报",
    "plan": "规划计划",
    "speech": "讲话",
    "news": "新闻",
    "": "文件",
}
KINDS = {
    "article": "文章",
    "figure": "数据",
    "commitment": "任务",
    "statement": "发言",
    "office": "任职",
    "formulation": "提法",
    "event": "活动",
    "project": "项目",
}
ACTS = {
    "meeting": "会议 meeting",
    "visit": "调研 visit",
    "signing": "签约 signing",
    "opening": "启用 opening",
    "publication": "印发 publication",
    "appointment": "任免 appointment",
    "other": "其他 other",
}
STAGES = {
    "planned": "谋划 planned",
    "start": "开工 start",
    "going on": "推进 going on",
    "done": "建成 done",
    "stopped": "停建 stopped",
}
PERIODS = {
    "year": "年度 yearly",
    "point": "时点 at a day",
    "to date": "累计 to date",
    "part": "月度季度 months and quarters",
    "span": "跨年 several years",
    "": "未注明期间 no period",
}

_PRINTED = re.compile(r"\d{1,30}(?:,\d{3}){0,9}(?:\.\d{1,30})?")
_AROUND = 24  # characters of a sentence that are shown before a quote; half as many after it
_MOST_DIGITS = 1000  # of a number; its last digit is never rounded off
_DIGITS = 8  # of a document's id, shown to people


def number(value: Decimal, quote: str = "") -> str:
    """A number with every digit, in 亿 or 万 where that is how it is written: ``1339亿``, ``36.5万``, ``43490``.

    Zeros at its end stand where the ``quote`` that prints it has them: ``6.0`` of 6.0%, ``99.50亿`` of 99.50亿元.
    """
    printed = [found.replace(",", "") for found in _PRINTED.findall(unicodedata.normalize("NFKC", quote))]
    with localcontext(prec=_MOST_DIGITS):
        for scale, places, name in ((8, 4, "亿"), (4, 2, "万")):
            scaled = value.scaleb(-scale).normalize()
            if abs(scaled) >= 1 and scaled == round(scaled, places):
                return f"{_as_printed(scaled, printed)}{name}"
        return _as_printed(value.normalize(), printed)


def _as_printed(value: Decimal, printed: list[str]) -> str:
    return next((digits for digits in printed if Decimal(digits) == value), f"{value:f}")


def value(
    low: Decimal | None,
    high: Decimal | None,
    unit: str,
    measure: str,
    sign: int | None,
    qualifier: str,
    quote: str = "",
) -> str:
    """A figure's value in a short form: ``1339亿元``, ``+5.7%``, ``≥4000亿元``, ``4.5—5%``, ``第1位``.

    A fall of 5% or more is ``≤−5%``. Digits are as the ``quote`` prints them; what was told in words only is the
    quote itself.
    """
    bounds = dict.fromkeys(bound for bound in (low, high) if bound is not None)  # one, where they are equal
    if not bounds:
        return quote
    words = "—".join(number(bound, quote) for bound in bounds) + unit
    if measure == "rank":
        return f"第{words}"
    if measure == "streak":
        return f"连续{words}"
    mark = QUALIFIERS.get(_turned(qualifier) if sign == -1 else qualifier, "")
    return mark + {1: "+", -1: "−"}.get(sign or 0, "") + words


def _turned(qualifier: str) -> str:
    """The bound of a fall: one of 5% or more is a growth of −5% or less."""
    return {"over": "under", "under": "over"}.get(qualifier, qualifier)


def in_words(value: str, language: Language) -> str:
    """A value in its short form with the words before its number in a language: ``约+6.7%``, ``about +6.7%``."""
    if language == "zh":
        return value
    return next((f"{name} {value[1:]}" for name in ("about", "nearly") if value.startswith(QUALIFIERS[name])), value)


def value_of(row: SeriesRow) -> str:
    """The value of a row in its short form."""
    return value(row.low, row.high, row.unit, row.measure, row.sign, row.qualifier, row.quote)


def stage_words(stage: str, ahead: bool) -> str:
    """A project's stage, marked where it is still to come: ``建成 done``, ``拟建成 done``."""
    return f"拟{STAGES[stage]}" if ahead else STAGES[stage]


def plain(held: object) -> str:
    """A field's value as people write it."""
    if isinstance(held, Decimal):
        return number(held)
    return "、".join(held) if isinstance(held, tuple) else "—" if held in (None, "") else str(held)


def short_id(id: str) -> str:
    """A record's id as ``luoshi explain`` takes it, with fewer of the document's digits."""
    document, _, key = id.partition(":")
    return f"{document[:_DIGITS]}:{key}"


class Said(Protocol):
    """Words with the sentence in which they stand; ``start`` and ``sentence_start`` are where both begin."""

    @property
    def quote(self) -> str: ...
    @property
    def sentence(self) -> str: ...


def around(row: Said, reach: int = _AROUND) -> tuple[str, str, str]:
    """The words before a quote, at most ``reach``, the quote, and half as many after it; … where the sentence goes on.

    Of several stretches that read alike it is the one where the row says that it stands (``start`` and
    ``sentence_start``), the first where it says nothing. A sentence in which the quote is not found is all before it.
    """
    words, quote = one_line(row.sentence), one_line(row.quote)
    found = [each.start() for each in re.finditer(f"(?={re.escape(quote)})", words)] if quote else []
    if not found:
        return words, "", ""
    said_at = _place_of(row)
    at = min(found, key=lambda each: abs(each - said_at))
    left, right = max(0, at - reach), min(len(words), at + len(quote) + reach // 2)
    before = ("…" if left else "") + words[left:at]
    return before, quote, words[at + len(quote) : right] + ("…" if right < len(words) else "")


def _place_of(row: Said) -> int:
    """Where in its sentence, made one line, the row's quote begins; 0 where the row does not say."""
    start, sentence_start = getattr(row, "start", None), getattr(row, "sentence_start", None)
    if start is None or sentence_start is None:
        return 0
    return len(one_line(row.sentence[: max(0, start - sentence_start)]))
