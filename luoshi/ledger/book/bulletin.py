"""The monthly bulletin (督查通报) as a Word document: counts, what is red and yellow by body, what was done."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from luoshi.extras import needs
from luoshi.ledger.book import bulletin_pages
from luoshi.ledger.book.counts import Change, Count, changes, counts
from luoshi.ledger.book.lights import Standing
from luoshi.ledger.book.model import LIGHT_WORDS, LIGHTS, Feedback, Light
from luoshi.ledger.book.said import without_number
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.whole_files import whole_file
from luoshi.patterns import late

_DAY = late(r" ?(\d{4})-(\d\d)-(\d\d) ?")
_STRAY = late("(?<=[\u3000-\u9fff\uff00-\uffef]) (?=\\d)|(?<=[\\d%]) (?=[\u3000-\u9fff\uff00-\uffef])")
_NUMERALS = "一二三四五六七八九十"
_FIRST_OF_ALL = (1980, 1, 1, 0, 0, 0)  # the day of a zip file's parts, so that the same book gives the same bytes


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over and under a bulletin: its title, its day, the day it is compared with, the office that signs."""

    title: str
    day: str
    since: str
    office: str = ""


def write(before: Sequence[Standing], now: Sequence[Standing], path: Path, head: Head) -> None:
    """Write the bulletin; ``before`` are the standings on the day with which it is compared.

    Raises :class:`LedgerError` where the extra ``docx`` is missing.
    """
    try:
        import docx
    except ModuleNotFoundError as error:
        raise LedgerError(" / ".join(needs("docx"))) from error
    document = docx.Document()
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = datetime(2000, 1, 1)
    document.core_properties.title = head.title
    bulletin_pages.set_up(document)
    document.add_heading(head.title, 0)
    document.add_paragraph(_summary(before, now, head))
    sections: list[tuple[str, Callable[[], None]]] = [
        ("总体情况", lambda: _counts_table(document, before, now, head.since)),
        ("亮红灯的任务", lambda: _by_body(document, now, "red", head.day)),
        ("亮黄灯的任务", lambda: _by_body(document, now, "yellow", head.day)),
        *([("期限不明的任务", lambda: _by_body(document, now, "undecided", head.day))] if _undecided(now) else []),
        *([("延期的任务", lambda: _extended(document, now))] if any(one.extended for one in now) else []),
        (f"{_official(head.since)}以来新完成的任务", lambda: _done(document, before, now)),
        ("较上次的变化", lambda: _changed(document, changes(before, now))),
    ]
    for number, (words, section) in enumerate(sections):
        document.add_heading(f"{_NUMERALS[number]}、{words}", 1)
        section()
    bulletin_pages.sign(document, head.office, _official(head.day))
    held = io.BytesIO()
    document.save(held)
    with whole_file(path) as part:
        _write_alike(held, part)


def _summary(before: Sequence[Standing], now: Sequence[Standing], head: Head) -> str:
    total, earlier = counts(now)[-1], counts(before)[-1]
    share = f"，完成率{percent(total.done, total.total)}%" if total.total else ""
    lights = "，".join(f"{LIGHT_WORDS[light]}{getattr(total, light)}项" for light in _lights(now) if light != "done")
    overdue = sum(one.overdue for one in now)
    told = sum(one.latest is not None for one in now)
    last = "，".join(f"{LIGHT_WORDS[light]}{getattr(earlier, light)}项" for light in ("done", "red", "yellow"))
    return _official(
        f"截至{head.day}，台账共有任务{total.total}项，其中已完成{total.done}项{share}；{lights}。"
        f"逾期未完成{overdue}项，有反馈的任务{told}项。上次（{head.since}）{last}。"
    )


def percent(part: int, whole: int) -> Decimal:
    """A part in percent of a whole, to a tenth, halves up: 5 of 80 is 6.3."""
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _counts_table(document: Any, before: Sequence[Standing], now: Sequence[Standing], since: str) -> None:
    """The counts of each body, those of the last time in brackets."""
    lights = _lights(now)
    earlier = {row.body: row for row in counts(before)}
    rows = counts(now)
    cells = [[row.body, row.total, *(_beside(row, earlier.get(row.body), light) for light in lights)] for row in rows]
    bulletin_pages.table(document, ("责任单位", "任务数", *(LIGHT_WORDS[light] for light in lights)), cells)
    note = f"注：括号内为{_official(since)}的数。"
    if sum(row.total for row in rows[:-1]) > rows[-1].total:
        note += "几个单位共同牵头的任务，各单位分别计1次，合计只计1次。"
    document.add_paragraph(note)


def _beside(row: Count, earlier: Count | None, light: Light) -> str:
    return f"{getattr(row, light)}（{getattr(earlier, light) if earlier is not None else 0}）"


def _by_body(document: Any, now: Sequence[Standing], light: Light, day: str) -> None:
    """The tasks with a light under each body that leads them."""
    by_body: dict[str, list[Standing]] = {}
    for one in now:
        if one.light == light:
            for name in one.task.leads or ("（未明确单位）",):
                by_body.setdefault(name, []).append(one)
    if not by_body:
        document.add_paragraph("无。")
    for name, tasks in by_body.items():
        document.add_paragraph(f"{name}（{len(tasks)}项）").runs[0].bold = True
        for one in tasks:
            document.add_paragraph(_told(one, day), style="List Bullet")


def _told(one: Standing, day: str) -> str:
    """A task that is not done, in a paragraph: its deadline, how it stands, what was reported last."""
    why = one.why.partition(" / ")[0]
    due = f"期限 {one.due}。" if one.due and f"期限 {one.due}" not in why else ""
    late = f"，逾期{(Date.fromisoformat(day) - Date.fromisoformat(one.due)).days}天" if one.overdue else ""
    moved = f"{_moved(one)}。" if one.extended is not None else ""
    return f"{one.task.id} {_named(one)}。{_official(f'{moved}{due}{why}{late}。')}{_reported(one)}"


def _moved(one: Standing) -> str:
    """From which day to which a deadline was moved, and why."""
    assert one.extended is not None
    old = one.extended.old or one.task.deadline.words or "未定"
    return _official(f"原期限{old}，延期至{one.extended.value}（{one.extended.why}）")


def _extended(document: Any, now: Sequence[Standing]) -> None:
    for one in now:
        if one.extended is not None:
            words = f"{one.task.id} {_named(one)}（{'、'.join(one.task.leads)}）：{_moved(one)}。"
            document.add_paragraph(words, style="List Bullet")


def _reported(one: Standing) -> str:
    """What the latest report says of a task: the sentence with the figure, and what it says of delay."""
    if one.latest is None:
        return ""
    told = f"最新反馈（{_official(one.latest.date)}）：{_quoted(one.latest)}。"
    beside = one.trouble if one.trouble is not None and one.trouble.quote != one.latest.quote else None
    return f"{told}存在问题：{_quoted(beside)}。" if beside is not None else told


def _named(one: Standing) -> str:
    measure = one.task.measure.replace("\n", "；")
    return "：".join(filter(None, (one.task.title.replace("\n", "；"), measure))).rstrip("。；")


def _quoted(one: Feedback) -> str:
    """What a body reported, without the number that it has in the body's own report."""
    return without_number(one.quote).rstrip("。；")


def _official(words: str) -> str:
    """Words as official documents write them: days as 2026年6月5日, no blanks beside numbers."""
    dated = _DAY.sub(lambda found: f"{found[1]}年{int(found[2])}月{int(found[3])}日", words)
    return _STRAY.sub("", dated)


def _undecided(now: Sequence[Standing]) -> bool:
    return any(one.light == "undecided" for one in now)


def _lights(now: Sequence[Standing]) -> list[Light]:
    """The lights that the bulletin counts; 期限不明 only where there is such a task."""
    return [light for light in LIGHTS if light != "undecided" or _undecided(now)]


def _done(document: Any, before: Sequence[Standing], now: Sequence[Standing]) -> None:
    earlier = {one.task.id for one in before if one.light == "done"}
    new = [one for one in now if one.light == "done" and one.task.id not in earlier]
    if not new:
        document.add_paragraph("无。")
    for one in new:
        bodies = "、".join(one.task.leads)
        said = f"{_official(one.why.partition(' / ')[0])}。" if one.rule == "closed" else ""
        day = f"{_official(one.done_on)}完成。" if one.rule == "finished" else ""
        document.add_paragraph(
            f"{one.task.id} {_named(one)}（{bodies}）。{day}{said}{_result(one)}", style="List Bullet"
        )


def _result(one: Standing) -> str:
    """How far a task that is done came: what was last reported of it, and its percentage."""
    share = f"（完成率{one.share.normalize():f}%）" if one.share is not None else ""
    return f"结果：{_quoted(one.latest)}{share}。" if one.latest is not None else ""


def _changed(document: Any, found: Sequence[Change]) -> None:
    rows = [
        (one.task, one.title, LIGHT_WORDS[one.before] if one.before else "新增", LIGHT_WORDS[one.now]) for one in found
    ]
    if rows:
        bulletin_pages.table(document, ("编号", "任务", "上次", "本次"), rows)
    else:
        document.add_paragraph("无。")


def last_bulletin(day: str) -> str:
    """The ISO day of the bulletin before that of ``day``, with which it is compared: the end of the month before."""
    return (Date.fromisoformat(day).replace(day=1) - timedelta(days=1)).isoformat()


def _write_alike(held: io.BytesIO, part: Path) -> None:
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _FIRST_OF_ALL), source.read(name), zipfile.ZIP_DEFLATED)
