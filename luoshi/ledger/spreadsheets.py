"""The supervision sheet (督查台账): every commitment and target with who answers, by when, what came of it, and where.

One row a commitment, and one a target that stands in none, in the layout in which supervision offices keep their
lists. The status colours itself: green 已完成, yellow 推进中, red 未完成 and 逾期. Each row's 依据 leads to the
sentences on the second sheet, and from there to the document where it has an address.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from sqlalchemy import Connection, select

from luoshi.language.passage import one_line
from luoshi.language.times.periods import last_day
from luoshi.ledger.corrections import corrected, overlay, stands
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.identity import places_asked
from luoshi.ledger.outcomes import OutcomeRow, Verdict, outcomes
from luoshi.ledger.precision import shown
from luoshi.ledger.progress.asking import progress
from luoshi.ledger.progress.rows import Mention, ProgressRow, State
from luoshi.ledger.progress.wording import excerpt
from luoshi.ledger.rows import key_of, record_of
from luoshi.ledger.schema import figures, offices, readings
from luoshi.ledger.series import SeriesRow
from luoshi.ledger.sheet_layout import formats_of, height, lay_out, write_text
from luoshi.reading.posts import in_each_body
from luoshi.records import Office

#: The sheet's columns and their widths in characters.
COLUMNS = (
    ("序号", 5),
    ("重点任务", 40),
    ("目标值", 20),
    ("责任单位", 14),
    ("责任人", 9),
    ("完成时限", 11),
    ("进展情况", 40),
    ("实际值", 20),
    ("完成状态", 10),
    ("依据", 22),
)
_EVIDENCE = (("序号", 6), ("内容", 10), ("文件", 24), ("日期", 12), ("原文", 80), ("位置", 14), ("编号", 36))
_MOST_ROWS = 1_048_000  # a worksheet has 1,048,576
_MOST_LINKS = 60_000  # Excel takes 65,530 links a sheet
_MENTIONS = 3
_SENTENCES = 2  # whose results are told as progress; the results of more stand in their own column only

STATES: dict[State | Verdict, str] = {
    "done": "已完成",
    "in_progress": "推进中",
    "overdue": "逾期",
    "no_news": "暂无进展",
    "met": "已完成",
    "missed": "未完成",
    "open": "暂无结果",
    "unclear": "待核实",
}
_WORST_FIRST: tuple[Verdict, ...] = ("missed", "open", "unclear", "met")
_COLOURS = {
    "已完成": ("#C6EFCE", "#006100"),
    "推进中": ("#FFEB9C", "#7F6000"),
    "待核实": ("#FFEB9C", "#7F6000"),
    "未完成": ("#FFC7CE", "#9C0006"),
    "逾期": ("#FFC7CE", "#9C0006"),
}
_DIGIT = re.compile(r"\d")
_BARE = re.compile(r"[\d.,]+")
_MOVES = {("growth", 1): "增长", ("growth", -1): "下降", ("change", 1): "增加", ("change", -1): "减少"}
_HEAD = re.compile(
    r"(?<!副)(?:书记|局长|厅长|部长|主任|市长|省长|区长|县长|州长|主席|总理|行长|院长|校长|署长|秘书长|董事长)$"
)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A stretch of a document that a row rests on; ``places`` and ``ids`` are those of the records in it."""

    what: str
    document: str
    url: str
    date: str
    quote: str
    places: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the sheet: the texts of its columns from 重点任务 to 完成状态, and what it rests on."""

    cells: tuple[str, ...]
    evidence: tuple[_Evidence, ...]
    place: tuple[str, str, int]


def write(connection: Connection, part: Path, place: str = "", year: str = "", on: str = "") -> int:
    """Write the sheet of ``place`` (``""``: all) to the file ``part``; the number of its rows.

    ``year`` is that of the documents that promise, ``on`` the ISO day from which one looks back; see
    :func:`luoshi.ledger.progress.asking.progress`.
    """
    lines = _lines(connection, place, year, on)
    if len(lines) > _MOST_ROWS:
        raise LedgerError(
            f"{len(lines)} 行超出一张工作表，请用 --place 或 --year 分开导出 / too many rows for a worksheet"
        )
    _write(part, lines, f"{_named(place)}重点任务督查台账{f'（{year}年）' if year else ''}", on)
    return len(lines)


def _named(place: str) -> str:
    """The place of the title: its full name where a short one or a code was given."""
    full = places_asked(place)[0].name if place else ""
    return full if full.startswith(place) or place.isdigit() else place


def _lines(connection: Connection, place: str, year: str, on: str) -> list[_Line]:
    rows = progress(connection, place, year, on=on, limit=_MENTIONS)
    heads = _heads(connection, on)
    planned = _planned(connection, rows)
    lines = [_of_commitment(row, heads, planned, on) for row in rows]
    told = {target.id for row in rows for outcome in row.outcomes for target in outcome.targets}
    apart: dict[tuple[str, str], list[OutcomeRow]] = {}
    for outcome in outcomes(connection, place, on=on):
        target = outcome.target
        if target.id in told or (year and not target.date.startswith(year)):
            continue
        together = "" if _in_table(target) else target.sentence
        apart.setdefault((target.document_id, together or target.id), []).append(outcome)
    lines += [_of_targets(sorted(same, key=lambda outcome: outcome.target.start), on) for same in apart.values()]
    return sorted(lines, key=lambda line: line.place)


def _planned(connection: Connection, rows: Iterable[ProgressRow]) -> set[str]:
    """The ids of later sentences that tell targets only: what is aimed at next is no progress."""
    mentions = {mention.id: mention for row in rows for mention in row.mentions if mention.reports}
    wanted = sorted({mention.document_id for mention in mentions.values()})
    told: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for at in range(0, len(wanted), 500):  # databases bound the number of values in one question
        query = (
            select(readings.c.document_id, figures.c.start, figures.c.status)
            .join(readings, readings.c.id == figures.c.reading_id)
            .where(readings.c.superseded_by.is_(None), readings.c.document_id.in_(wanted[at : at + 500]))
        )
        for row in connection.execute(query):
            told[row.document_id].append((row.start, row.status))
    return {
        id
        for id, mention in mentions.items()
        if {status for start, status in told[mention.document_id] if mention.start <= start < mention.end} == {"target"}
    }


def _of_commitment(row: ProgressRow, heads: dict[tuple[str, str], str], planned: set[str], on: str) -> _Line:
    commitment = row.commitment
    told = [mention for mention in row.mentions if mention.reports]
    reports = [mention for mention in told if mention.judged or mention.id not in planned]
    state: State = row.state
    if told and not reports and not row.outcomes and state in ("done", "in_progress"):
        due = last_day(commitment.deadline)
        state = "overdue" if on and due and due < on else "no_news"
    results = [outcome.result for outcome in row.outcomes if outcome.result]
    place = _span(commitment.start, commitment.end)
    evidence = [
        _Evidence("任务", row.document, row.url, row.date, commitment.quote, (place,), (row.id,)),
        *map(_of_mention, reports),
        *_of_figures("结果", results),
    ]
    words = commitment.quote
    return _Line(
        (
            one_line(words),
            "\n".join(_value(outcome.target) for outcome in row.outcomes),
            commitment.body or commitment.actor,
            next((heads[key] for key in _keys(row.place, commitment.body, commitment.actor) if key in heads), ""),
            commitment.deadline or _periods(outcome.target for outcome in row.outcomes),
            "\n".join(f"{excerpt(words, mention.quote)}（{mention.date}）" for mention in reports[:1]),
            _values_reached(row.outcomes),
            STATES["missed" if any(outcome.verdict == "missed" for outcome in row.outcomes) else state],
        ),
        tuple(evidence),
        (row.date, row.document_id, commitment.start),
    )


def _of_targets(same: Sequence[OutcomeRow], on: str) -> _Line:
    """The line of the targets that one sentence sets."""
    targets = [outcome.target for outcome in same]
    results = [outcome.result for outcome in same if outcome.result]
    likely = [outcome.candidates[0].figure for outcome in same if outcome.answer == "likely"]
    verdicts = {outcome.verdict for outcome in same}
    verdict = next(one for one in _WORST_FIRST if one in verdicts)
    first = min(targets, key=lambda row: row.start)
    status = STATES[verdict]
    if verdict == "open":
        due = max(last_day(row.period) for row in targets)
        status = "未到期" if on and due >= on else "待核实" if likely else "暂无结果"
    words = f"{first.indicator}{_value_alone(first)}" if _in_table(first) else one_line(first.sentence or first.quote)
    told = list(dict.fromkeys((row.sentence, row.date) for row in results if row.sentence and not _in_table(row)))
    news = [f"{excerpt(words, sentence)}{f'（{date}）' if date else ''}" for sentence, date in told]
    return _Line(
        (
            words,
            "\n".join(map(_value, targets)),
            "",
            "",
            _periods(targets),
            "\n".join(news) if len(news) <= _SENTENCES else "",
            _values_reached(same),
            status,
        ),
        (*_of_figures("目标", targets), *_of_figures("结果", results), *_of_figures("可能的结果", likely)),
        (first.date, first.document_id, first.start),
    )


def _periods(targets: Iterable[SeriesRow]) -> str:
    return "、".join(dict.fromkeys(row.period for row in targets))


def _in_table(row: SeriesRow) -> bool:
    """Whether a figure is a table's cell, whose name and unit stand elsewhere; its sentence is a piece of the table."""
    return _BARE.fullmatch(one_line(row.quote)) is not None and row.low is not None


def _value(row: SeriesRow) -> str:
    """A figure in the text's own words: 城镇新增就业 1300万人以上, 能耗 下降2.6%左右."""
    return f"{row.indicator} {_value_alone(row)}"


def _value_alone(row: SeriesRow) -> str:
    words = f"{shown(row.low)}{row.unit}" if row.low is not None and _in_table(row) else one_line(row.quote)
    move = _MOVES.get((row.measure, row.sign or 0), "") if _DIGIT.search(words) else ""
    if move == "增长" and "价格" in row.indicator:
        move = "上涨"
    return move + words


def _values_reached(same: Sequence[OutcomeRow]) -> str:
    """The results, a line each, likely ones as such; of several targets what missed or can't be compared is marked."""
    lines = []
    for outcome in same:
        result = outcome.result
        if result:
            doubt = outcome.verdict in ("missed", "unclear") and len(same) > 1
            lines.append(_value(result) + (f"（{STATES[outcome.verdict]}）" if doubt else ""))
        elif outcome.answer == "likely":
            lines.append(f"可能：{_value(outcome.candidates[0].figure)}（待确认）")
    return "\n".join(lines)


def _span(start: int, end: int) -> str:
    return f"{start}–{end}"


def _of_mention(mention: Mention) -> _Evidence:
    place = _span(mention.start, mention.end)
    return _Evidence("进展", mention.document, mention.url, mention.date, mention.quote, (place,), (mention.id,))


def _of_figures(what: str, rows: Iterable[SeriesRow]) -> Iterator[_Evidence]:
    """Figures with their sentences, each sentence once."""
    sentences: dict[tuple[str, str], list[SeriesRow]] = {}
    for row in rows:
        sentences.setdefault((row.document_id, _words_around(row)), []).append(row)
    for (_, words), same in sentences.items():
        places = tuple(dict.fromkeys(_span(row.start, row.end) for row in same))
        ids = tuple(dict.fromkeys(row.id for row in same))
        yield _Evidence(what, same[0].document, "", same[0].date, words, places, ids)


def _keys(place: str, body: str, words: str) -> Iterator[tuple[str, str]]:
    """The names by which a body is known: in full everywhere, in the text's words (市教育局) where the text is from."""
    if body:
        yield ("", body)
    if words:
        yield (place, words)


def _words_around(row: SeriesRow) -> str:
    """The sentence of a figure, of a table the row in which it stands."""
    if not _in_table(row):
        return row.sentence or row.quote
    cell = re.compile(rf"(?<![\d.,]){re.escape(row.quote)}(?![\d.,])")
    return next((line for line in row.sentence.splitlines() if cell.search(line)), row.sentence or row.quote)


def _heads(connection: Connection, on: str) -> dict[tuple[str, str], str]:
    """Who heads each body: the person last named with its first post, by :func:`_keys`."""
    query = (
        select(offices, readings.c.document_id, readings.c.date, readings.c.place)
        .join(readings, readings.c.id == offices.c.reading_id)
        .where(readings.c.superseded_by.is_(None))
        .order_by(readings.c.date, readings.c.document_id, offices.c.start, offices.c.ordinal)
    )
    if on:
        query = query.where(readings.c.date <= on)
    rows = connection.execute(query).mappings().all()
    laid = overlay(connection, {row["document_id"] for row in rows})
    heads: dict[tuple[str, str], str] = {}
    for row in rows:
        key = key_of("office", row)
        if not stands(row["document_id"], key, laid):
            continue
        office = cast(Office, corrected(record_of("office", row), row["document_id"], key, laid))
        for one in in_each_body(office, row["place"]):
            if any(_HEAD.search(post) for post in one.posts):
                heads |= dict.fromkeys(_keys(row["place"], one.body, one.organisation), one.person)
    return heads


def _write(part: Path, lines: Sequence[_Line], title: str, on: str) -> None:
    # Only this export needs the library.
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(str(part), {"strings_to_formulas": False, "strings_to_urls": False})
    # The same ledger gives the same bytes, whatever the clock says.
    book.set_properties({"title": title, "created": datetime(2000, 1, 1)})
    formats = formats_of(book)
    sheet = book.add_worksheet("台账")
    evidence = book.add_worksheet("依据")
    lay_out(sheet, COLUMNS, formats, title)
    lay_out(evidence, _EVIDENCE, formats, f"{title}：依据")
    below = 2  # the first row under the head
    at = below
    for number, line in enumerate(lines, 1):
        row = number + below - 1
        sheet.set_row(row, height(zip(("", *line.cells), COLUMNS, strict=False)))
        sheet.write_number(row, 0, number, formats["centre"])
        for column, cell in enumerate(line.cells, 1):
            short = COLUMNS[column][0] in ("责任人", "完成时限", "完成状态")
            write_text(sheet, row, column, cell, formats, "centre" if short else "text")
        first = line.evidence[0]
        _write_link(sheet, row, len(line.cells) + 1, f"internal:'依据'!A{at + 1}", first.document, formats, number)
        for one in line.evidence:
            evidence.write_number(at, 0, number, formats["centre"])
            told = (one.what, one.document, one.date, one_line(one.quote), "\n".join(one.places), "\n".join(one.ids))
            evidence.set_row(at, height(zip(("", *told), _EVIDENCE, strict=True)))
            for column, cell in enumerate(told, 1):
                write_text(evidence, at, column, cell, formats, "text")
            if one.url:
                _write_link(evidence, at, 2, _address(one), one.document, formats, at)
            at += 1
    last = max(len(lines) + below - 1, below)
    sheet.autofilter(1, 0, last, len(COLUMNS) - 1)
    evidence.autofilter(1, 0, max(at - 1, below), len(_EVIDENCE) - 1)
    status = [name for name, _ in COLUMNS].index("完成状态")
    for words, (fill, ink) in _COLOURS.items():
        colour = book.add_format({"bg_color": fill, "font_color": ink})
        rule = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": colour}
        sheet.conditional_format(below, status, last, status, rule)
    choices = list(dict.fromkeys([*STATES.values(), "未到期"]))
    sheet.data_validation(below, status, last, status, {"validate": "list", "source": choices})
    if on:
        sheet.set_header(f"&R截至 {on}")
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error


def _write_link(
    sheet: Any, row: int, column: int, address: str, words: str, formats: dict[str, Any], number: int
) -> None:
    """A link; plain text where the sheet can hold no more of them."""
    if number <= _MOST_LINKS and len(address) <= 2000:
        sheet.write_url(row, column, address, formats["link"], words or "原文")
    else:
        write_text(sheet, row, column, words, formats, "text")


def _address(one: _Evidence) -> str:
    """The document's address, leading to the words where the browser knows text fragments (WICG, Text Fragments)."""
    words = one_line(one.quote)[:40].partition("\n")[0]
    return f"{one.url}#:~:text={quote(words, safe='')}" if "#" not in one.url else one.url
