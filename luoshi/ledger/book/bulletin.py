"""The monthly bulletin (督查通报) as a Word document: counts, what is red and yellow by body, what was done."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date as Date
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from luoshi.extras import needs
from luoshi.ledger.book.counts import Change, Count, changes, counts
from luoshi.ledger.book.lights import Standing
from luoshi.ledger.book.model import LIGHT_WORDS, LIGHTS, Feedback, Light
from luoshi.ledger.book.said import without_number
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.whole_files import whole_file
from luoshi.patterns import late

_DAY = late(r" ?(\d{4})-(\d\d)-(\d\d) ?")
_NUMERALS = "一二三四五六七八九十"
_FIRST_OF_ALL = (1980, 1, 1, 0, 0, 0)  # the day of a zip file's parts, so that the same book gives the same bytes


def write(before: Sequence[Standing], now: Sequence[Standing], path: Path, title: str, day: str, since: str) -> None:
    """Write the bulletin for ``day``, compared with the day ``since`` (``before`` are the standings on it).

    Raises :class:`LedgerError` where the extra ``docx`` is missing.
    """
    try:
        import docx
    except ModuleNotFoundError as error:
        raise LedgerError(" / ".join(needs("docx"))) from error
    document = docx.Document()
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = datetime(2000, 1, 1)
    document.core_properties.title = title
    _set_fonts(document)
    document.add_heading(title, 0)
    document.add_paragraph(_summary(now, counts(now)[-1], day))
    sections: list[tuple[str, Callable[[], None]]] = [
        ("总体情况", lambda: _counts_table(document, counts(now), _lights(now))),
        ("亮红灯的任务", lambda: _by_body(document, now, "red")),
        ("亮黄灯的任务", lambda: _by_body(document, now, "yellow")),
        *([("期限不明的任务", lambda: _by_body(document, now, "undecided"))] if _undecided(now) else []),
        (f"{_official(since)}以来完成的任务", lambda: _done(document, before, now)),
        ("较上次的变化", lambda: _changed(document, changes(before, now))),
    ]
    for number, (head, section) in enumerate(sections):
        document.add_heading(f"{_NUMERALS[number]}、{head}", 1)
        section()
    held = io.BytesIO()
    document.save(held)
    with whole_file(path) as part:
        _write_alike(held, part)


def _summary(now: Sequence[Standing], total: Count, day: str) -> str:
    share = f"，完成率 {100 * total.done / total.total:.1f}%" if total.total else ""
    lights = "，".join(f"{LIGHT_WORDS[light]} {getattr(total, light)} 项" for light in _lights(now) if light != "done")
    told = sum(one.latest is not None for one in now)
    done = f"其中已完成 {total.done} 项{share}"
    return f"截至{_official(day)}，台账共有任务 {total.total} 项，{done}；{lights}。有反馈的任务 {told} 项。"


def _counts_table(document: Any, rows: Sequence[Count], lights: Sequence[Light]) -> None:
    heads = ("责任单位", "任务数", *(LIGHT_WORDS[light] for light in lights))
    cells = [[row.body, row.total, *(getattr(row, light) for light in lights)] for row in rows]
    _table(document, heads, cells)


def _table(document: Any, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = str(words)


def _by_body(document: Any, now: Sequence[Standing], light: Light) -> None:
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
            latest = f"最新反馈（{_official(one.latest.date)}）：{_quoted(one.latest)}。" if one.latest else ""
            why = one.why.partition(" / ")[0]
            due = f"期限 {one.due}。" if one.due and f"期限 {one.due}" not in why else ""
            document.add_paragraph(
                f"{one.task.id} {_named(one)}。{_official(f'{due}{why}')}。{latest}", style="List Bullet"
            )


def _named(one: Standing) -> str:
    measure = one.task.measure.replace("\n", "；")
    return "：".join(filter(None, (one.task.title.replace("\n", "；"), measure))).rstrip("。；")


def _quoted(one: Feedback) -> str:
    """What a body reported, without the number that it has in the body's own report."""
    return without_number(one.quote).rstrip("。；")


def _official(words: str) -> str:
    """Words with their ISO days as official documents write them: 2026年6月5日."""
    return _DAY.sub(lambda found: f"{found[1]}年{int(found[2])}月{int(found[3])}日", words)


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
        told = one.rule == "finished" and one.latest is not None
        said = _quoted(one.latest) if told and one.latest else _official(one.why.partition(" / ")[0])
        document.add_paragraph(f"{one.task.id} {_named(one)}（{bodies}）：{said}", style="List Bullet")


def _changed(document: Any, found: Sequence[Change]) -> None:
    rows = [
        (one.task, one.title, LIGHT_WORDS[one.before] if one.before else "新增", LIGHT_WORDS[one.now]) for one in found
    ]
    if rows:
        _table(document, ("编号", "任务", "上次", "本次"), rows)
    else:
        document.add_paragraph("无。")


def last_bulletin(day: str) -> str:
    """The ISO day of the bulletin before that of ``day``, with which it is compared: the end of the month before."""
    return (Date.fromisoformat(day).replace(day=1) - timedelta(days=1)).isoformat()


def _set_fonts(document: Any) -> None:
    """Chinese in the fonts of official documents: body in 仿宋, headings in 黑体."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for name, font in (("Normal", "仿宋"), ("Title", "黑体"), ("Heading 1", "黑体"), ("List Bullet", "仿宋")):
        style = document.styles[name]
        style.font.name = font
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    document.styles["Normal"].font.size = Pt(14)


def _write_alike(held: io.BytesIO, part: Path) -> None:
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _FIRST_OF_ALL), source.read(name), zipfile.ZIP_DEFLATED)
