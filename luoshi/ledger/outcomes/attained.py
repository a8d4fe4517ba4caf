"""What the next report says in words of a target for which it tells no number.

地区生产总值、固定资产投资没有完成预期目标      missed
城镇新增就业、农村劳动力转移年度任务超额完成     met
城镇新增就业完成年度计划的134%              met
社会消费品零售总额与上年持平               a growth of nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import Connection, or_, select

from luoshi.ledger.identity import IndicatorKey, indicator_key, period_years
from luoshi.ledger.links import sentence_id
from luoshi.ledger.outcomes.compared import held
from luoshi.ledger.outcomes.matching import Reports
from luoshi.ledger.outcomes.names import told_by
from luoshi.ledger.outcomes.reports import Report
from luoshi.ledger.outcomes.selection import LISTED
from luoshi.ledger.outcomes.told import Verdict
from luoshi.ledger.outcomes.verdict import Tolerance, Value, direction, judge_value
from luoshi.ledger.schema import readings, sentences
from luoshi.ledger.series import SeriesRow

_AIM = r"(?:(?:预期|计划|任务|目标)+)"
_SET = r"(?:年度|全年|当年|年初|年|预期|既定|原定|确定的?|调控|控制|省定|市定|(?:省|市|国家|上级)?下达的?)"
_HOW = r"(?:均|都|已|全部|全面|超额|圆满|顺利|如期|提前|可|能够?|可以)"
_WELL = rf"{_HOW}*"
_SAYS = re.compile(
    rf"(?P<short>(?:没有|没能|未能|尚未|未)(?:完全|全部|如期|能)?(?:完成|实现|达到?)[^，。；]{{0,20}}?{_AIM})"
    rf"|(?P<below>(?:完成情况)?低于{_SET}{{0,3}}{_AIM})"
    rf"|(?P<above>(?:高于|超过|超出){_SET}{{1,3}}{_AIM})"
    rf"|(?P<share>(?:完成|达到?|占|为){_SET}{{0,2}}(?:计划|任务|目标)+数?的(?P<shares>[\d.]+[%％](?:[、和][\d.]+[%％])*))"
    rf"|(?P<reached>{_WELL}(?:完成|实现|达到|好于|优于)(?:了)?{_SET}{{1,3}}[^，。；、]{{0,4}}?{_AIM}"
    rf"|{_WELL}完成(?:了)?目标(?:任务)?(?!的)|(?:目标|计划|任务)+{_HOW}+(?:完成|实现)"
    rf"|(?:控制|保持|稳定)在{_SET}{{1,3}}(?:目标|范围)值?(?:以内|之内|范围内|内))"
    r"|(?P<level>(?:与|同|和)(?:上年|去年)(?:同期)?(?P<about>基本|大体)?持平)"
)
_WORDS = ("目标", "计划", "任务", "预期", "持平")  # one of them stands in every such sentence
# What is hoped for tells nothing of the year, nor does what was set for several.
_AHEAD = re.compile(r"今年|明年|确保|力争|争取|(?<![主重需])要(?!求|素)|(?:预期|主要)目标(?:是|为|：|:)")
_OF_YEARS = re.compile(r"[三五]年(?:规划|计划|目标|任务)|“十[一二三四]?五”(?!规划和年度)")
_BEGINS = re.compile(r"[，,。；;：:\n]|虽然|尽管|但是?|导致|致使|[一二三四五六]是")
_LEADS = re.compile(r"^(?:去年|上年|全年|全[市省区州县]|我[市省区州县]|预计|其中|特别是|尤其是|如|有)+")
_TAILS = re.compile(
    rf"等?(?:部分|个别|主要|经济|约束性|关键|\d+项)*(?:指标)?的?(?:增速|增长|增幅|涨幅)?(?:{_SET}|分别|目标|任务)*{_WELL}$"
)
_JOINTS = re.compile(r"[、和与及]|以及")
_LONGEST = 80  # characters of the names before what is said of them
_NEAR = 400  # characters from what was reached to the nearest value that the report tells of the year
_ALL = Decimal(100)
_ROUGHLY = Decimal("0.5")  # points within which 基本持平 lies


@dataclass(frozen=True, slots=True)
class Attained:
    """What a report says of a target: a row that holds its words and no value, the verdict, and its rule."""

    row: SeriesRow
    verdict: Verdict
    rule: str


@dataclass(frozen=True, slots=True)
class _Said:
    """What one sentence says of one indicator: how, and in which words.

    ``amount`` is the per cent of what was planned, or the points within which 基本持平 lies.
    """

    document_id: str
    sentence: tuple[int, int, str]
    how: str
    start: int
    end: int
    about: IndicatorKey
    amount: Decimal | None = None


class Statements:
    """What the next reports say in words of targets."""

    def __init__(self, connection: Connection, targets: Iterable[SeriesRow], reports: Reports) -> None:
        """Only sentences of the reports that follow these targets are looked at."""
        self._next = {row.id: _next_reports(row, reports) for row in targets}
        ids = {report.rows[0].document_id for found in self._next.values() for report in found}
        self._said = _statements(connection, sorted(ids))

    def answer(self, target: SeriesRow, tolerance: Tolerance) -> Attained | None:
        """What the next reports say of a target; None where they say nothing."""
        for report in self._next.get(target.id, ()):
            for said in self._said.get((report.rows[0].document_id, target.place), ()):
                same = said.about == target.identity or told_by(target.identity, said.about)
                if same and _of_year(said, report):
                    row = _row(said, target, report)
                    return Attained(row, _verdict(said, target, tolerance), f"以文字告知 told in words: {row.quote}")
        return None


def _next_reports(target: SeriesRow, reports: Reports) -> list[Report]:
    """The reports on a target's year that are of its end or of the year that follows."""
    years = period_years(held(target)[0])
    if years is None or years[0] != years[1] or not target.identity.concept:
        return []
    following = str(years[1] + 1)
    found = [report for report in reports.after(target) if report.rows[0].date[:4] <= following]
    return [report for report in found if report.rows[0].document_id != target.document_id]


def _statements(connection: Connection, ids: Sequence[str]) -> dict[tuple[str, str], list[_Said]]:
    """What documents say in words, by the document and the place that it is of."""
    found: dict[tuple[str, str], list[_Said]] = {}
    speaks = or_(*(sentences.c.text.contains(word) for word in _WORDS))
    for at in range(0, len(ids), LISTED):
        query = (
            select(readings.c.document_id, readings.c.place, sentences.c.start, sentences.c.end, sentences.c.text)
            .join(sentences, sentences.c.reading_id == readings.c.id)
            .where(readings.c.document_id.in_(ids[at : at + LISTED]), readings.c.superseded_by.is_(None), speaks)
            .order_by(readings.c.document_id, sentences.c.start)
        )
        for document_id, place, start, end, text in connection.execute(query):
            said = _said_in(document_id, (start, end, text))
            if said:
                found.setdefault((document_id, place), []).extend(said)
    return found


def _said_in(document_id: str, sentence: tuple[int, int, str]) -> list[_Said]:
    """What one sentence says, of each indicator of the scheme that it names."""
    text, found = sentence[2], []
    for match in _SAYS.finditer(text):
        how = match.lastgroup or ""
        if (how != "short" and _AHEAD.search(text)) or _OF_YEARS.search(text):
            continue
        begins = max((mark.end() for mark in _BEGINS.finditer(text, 0, match.start())), default=0)
        names = _names(text[begins : match.start()]) if match.start() - begins <= _LONGEST else []
        shares = [Decimal(share) for share in re.findall(r"[\d.]+", match["shares"] or "")]
        if shares and len(shares) != len(names):
            continue
        for at, name in enumerate(names):
            key = indicator_key(name)
            if key.concept:
                amount = shares[at] if shares else _ROUGHLY if match["about"] else None
                found.append(_Said(document_id, sentence, how, begins, match.end(), key, amount))
    return found


def _names(words: str) -> list[str]:
    """The indicators named before what is said of them: 地区生产总值、固定资产投资等指标增速."""
    return [_TAILS.sub("", _LEADS.sub("", part.strip())) for part in _JOINTS.split(words)]


def _of_year(said: _Said, report: Report) -> bool:
    """Whether a statement is one of the year reported; that something fell short is said of no other.

    What was reached stands among the year's values, not in the plan of the next.
    """
    at = said.sentence[0] + said.start
    return said.how == "short" or any(abs(row.start - at) <= _NEAR for row in report.rows)


def _verdict(said: _Said, target: SeriesRow, tolerance: Tolerance) -> Verdict:
    """The verdict that follows from what is said."""
    if said.how == "level":
        reach = said.amount or Decimal(0)
        return judge_value(target, Value(-reach, reach), tolerance)[0] if target.measure == "growth" else "unclear"
    if said.how == "share" and said.amount is not None:
        return "met" if said.amount >= _ALL else "missed"
    if said.how in ("below", "above"):
        wanted = {"more": "above", "less": "below"}.get(direction(target), "")
        return "unclear" if not wanted else "met" if said.how == wanted else "missed"
    return "missed" if said.how == "short" else "met"


def _row(said: _Said, target: SeriesRow, report: Report) -> SeriesRow:
    """The words as a row of the target's indicator that tells no value."""
    start, end, text = said.sentence
    other = report.rows[0]
    return replace(
        target, id=sentence_id(said.document_id, start, end), measure="level", sign=None, status="actual",
        low=None, high=None, unit="", qualifier="exact", basis="", quote=text[said.start : said.end],
        document=other.document, document_id=other.document_id, date=other.date, start=start + said.start,
        end=start + said.end, sentence=text, sentence_start=start, page=None, boxes=None, revised_by="",
    )  # fmt: skip
