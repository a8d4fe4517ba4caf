"""What the terminal shows: values as Chinese writes them, tables aligned by display width, progress.

Rich counts a Chinese character as two cells, so that columns stay aligned whatever they hold. Output
that goes into a file or a pipe gets a fixed width and no colour.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

from rich.box import ROUNDED
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from luoshi.language.passage import one_line
from luoshi.records import Reading

if TYPE_CHECKING:
    from luoshi.ledger import (
        ConflictRow,
        DutyRow,
        FormulationRow,
        OutcomeRow,
        PostRow,
        ProgressRow,
        SearchRow,
        SeriesRow,
        StoredRecord,
    )

STATUS = {"actual": "实绩", "target": "目标", "forecast": "预计"}
VERDICTS = {
    "met": ("完成", "green"),
    "missed": ("未完成", "red"),
    "open": ("待定", "yellow"),
    "unclear": ("不可比", "dim"),
}

STATES = {
    "done": ("已完成", "green"),
    "in_progress": ("推进中", "yellow"),
    "overdue": ("逾期", "red"),
    "no_news": ("暂无进展", "dim"),
}

_JUDGED = {"done": "已完成 done", "in_progress": "推进中 in_progress", "unrelated": "无关 unrelated"}

CONFLICTS = {
    "values": "数值",
    "revision": "修订",
    "sum": "合计",
    "growth": "增速",
    "change": "增减",
    "share": "占比",
    "execution": "执行率",
}
_PERIODS = {
    "year": "年度 yearly",
    "point": "时点 at a day",
    "to date": "累计 to date",
    "part": "月度季度 months and quarters",
    "span": "跨年 several years",
    "": "未注明期间 no period",
}

_PIPE_WIDTH = 120
_AROUND = 24  # characters of a sentence that a table shows before a quote; half as many after it
_MOST_FIGURES = 4  # of a conflict, whose words a table shows
_SHORT, _LEAST = 12, 16  # cells: a column that keeps its width, and the least that is left for each other one
_DIGITS = 8  # of a document's id, shown to people

Column = str | tuple[str, str]


def speak_utf8() -> None:
    """Write UTF-8 to standard output and error, whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A file name that is not valid Unicode is shown with its escapes instead of ending the run.
            reconfigure(encoding="utf-8", errors="backslashreplace")


def screen() -> Console:
    """A console on the present standard output; a pipe is 120 cells wide unless COLUMNS says otherwise."""
    fixed = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH
    return Console(width=fixed, highlight=False)


def complain(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(" ".join(message.split()) + "\n")
    sys.stderr.flush()


@contextmanager
def progress(total: int) -> Iterator[Callable[[str, str], None]]:
    """A bar on a terminal's standard error; nothing where it is a pipe or a file.

    What is yielded is called after each file with its name and with a message for people, empty for none.
    """
    if not sys.stderr.isatty():
        yield lambda _name, message: complain(message) if message else None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        task = bar.add_task("", total=total)

        def step(name: str, message: str) -> None:
            if message:
                bar.console.print(Text(" ".join(message.split())), soft_wrap=True)
            done = bar.tasks[0].completed + 1  # an archive holds more documents than files were named
            bar.update(task, completed=done, total=max(total, done), description=escape(name))

        yield step


@contextmanager
def working() -> Iterator[None]:
    """A bar that moves on a terminal's standard error while the ledger is asked; nothing in a pipe or a file."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("查账本 asking"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        bar.add_task("", total=None)
        yield


def grid(title: str, columns: Sequence[Column], rows: Iterable[Sequence[str | Text]]) -> Table:
    """A table of words: columns are names, or (name, ``left`` or ``right``); long cells are folded, never cut.

    A name in both languages (``数值 value``) takes two lines. Days, verdicts and other short cells keep their width as
    long as there is room for the others.
    """
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", box=ROUNDED)
    cells = [[cell if isinstance(cell, Text) else Text(cell) for cell in row] for row in rows]
    heads = [
        (name.replace(" ", "\n", 1), justify)
        for name, justify in ((column, "left") if isinstance(column, str) else column for column in columns)
    ]
    widths = [
        max(cell_len(line) for words in (head, *(row[at].plain for row in cells)) for line in words.split("\n"))
        for at, (head, _) in enumerate(heads)
    ]
    short = [width <= _SHORT for width in widths]
    needed = sum(width if kept else _LEAST for width, kept in zip(widths, short, strict=True))
    room = screen().width - 3 * len(heads) - 1 >= needed
    for (head, justify), width, kept in zip(heads, widths, short, strict=True):
        table.add_column(
            head,
            justify="right" if justify == "right" else "left",
            overflow="fold",
            width=width if kept and room else None,
        )
    for row in cells:
        table.add_row(*row)
    return table


def number(value: Decimal) -> str:
    """A number with every digit, in 亿 or 万 where that is how it is written: ``1339亿``, ``36.5万``, ``43490``."""
    for scale, places, name in ((8, 4, "亿"), (4, 2, "万")):
        scaled = value.scaleb(-scale).normalize()
        if abs(scaled) >= 1 and int(scaled.as_tuple().exponent) >= -places:
            return f"{scaled:f}{name}"
    return f"{value.normalize():f}"


def value(low: Decimal | None, high: Decimal | None, unit: str, measure: str, sign: int | None, qualifier: str) -> str:
    """A figure's value in a short form: ``1339亿元``, ``+5.7%``, ``≥4000亿元``, ``4.5—5%``, ``第1位``."""
    bounds = [number(bound) for bound in (low, high) if bound is not None]
    if low is not None and low == high:
        bounds = bounds[:1]
    words = "—".join(bounds) + unit
    if measure == "rank":
        return f"第{words}"
    if measure == "streak":
        return f"连续{words}"
    mark = {"about": "约", "nearly": "近", "over": "≥", "under": "≤"}.get(qualifier, "")
    return mark + {1: "+", -1: "−"}.get(sign or 0, "") + words


def show_reading(reading: Reading) -> None:
    """The records of a document, a table for each kind that it has."""
    out = screen()
    out.print(Text.assemble((reading.document.name, "bold"), f"  {reading.title}"))
    out.print(Text(f"日期 date {reading.date or '—'}  地区 place {reading.place or '—'} {reading.place_code}".rstrip()))
    tables: list[tuple[str, list[Column], list[list[str]]]] = [
        (
            "文章 articles",
            ["标题 headline", "署名 byline", ("起 start", "right"), ("止 end", "right")],
            [[one_line(a.headline), "、".join(a.byline), str(a.start), str(a.end)] for a in reading.articles],
        ),
        (
            "数据 figures",
            ["指标 indicator", ("数值 value", "right"), "期间 period", "状态 status", "地区 place", "原文 quote"],
            [
                [
                    f.indicator,
                    value(f.low, f.high, f.unit, f.measure, f.sign, f.qualifier),
                    f.period,
                    STATUS[f.status],
                    f.place,
                    one_line(f.quote),
                ]
                for f in reading.figures
            ],
        ),
        (
            "任务 commitments",
            ["责任单位 actor", "内容 words", "期限 deadline"],
            [[c.actor, one_line(c.quote), c.deadline] for c in reading.commitments],
        ),
        (
            "发言 statements",
            ["发言人 speaker", "内容 words"],
            [[s.speaker, one_line(s.quote)] for s in reading.statements],
        ),
        (
            "任职 posts",
            ["姓名 person", "单位 organisation", "职务 posts"],
            [[o.person, o.organisation, "、".join(o.posts)] for o in reading.offices],
        ),
        (
            "提法 set phrases",
            ["提法 phrase", "中心词 head", "使用者 user"],
            [[f.phrase, f.head, f.user] for f in reading.formulations],
        ),
    ]
    for title, columns, rows in tables:
        if rows:
            out.print(grid(f"{title} ({len(rows)})", columns, rows))


def show_series(title: str, rows: Sequence[SeriesRow]) -> None:
    """The values of an indicator, each with the words around it and its id, a table for each kind of period."""
    kinds = list(dict.fromkeys(row.period_kind for row in rows))
    for kind in kinds:
        named = f"{title}  {_PERIODS[kind]}" if len(kinds) > 1 else title
        _show_values(named, [row for row in rows if row.period_kind == kind])


def _show_values(title: str, rows: Sequence[SeriesRow]) -> None:
    places = {row.place for row in rows}
    columns: list[Column] = [
        "地区 place",
        "期间 period",
        "指标 indicator",
        ("数值 value", "right"),
        "状态 status",
        "原文 evidence",
    ]
    cells: list[list[str | Text]] = [
        [
            row.place,
            row.period,
            row.indicator,
            _value_of(row),
            STATUS[row.status] + ("（后有修订 revised）" if row.revised_by else ""),
            Text("\n").join([_around(row), Text(f"{row.document} {_short(row.id)}", "dim")]),
        ]
        for row in rows
    ]
    if len(places) == 1:
        title = f"{title}  {places.pop()}"
        columns, cells = columns[1:], [row[1:] for row in cells]
    screen().print(grid(f"{title}  ({len(rows)})", columns, cells))


def show_outcomes(rows: Sequence[OutcomeRow], evidence: bool = True) -> None:
    """Targets beside results, with ``evidence`` the ids of both, and how many there are of each verdict."""
    places = {row.target.place for row in rows}
    columns: list[Column] = ["地区 place", "期间 period", "指标 indicator", ("目标 target", "right")]
    columns += [("结果 result", "right"), "结论 verdict", "规则 rule"]
    cells: list[list[str | Text]] = [
        [
            row.target.place,
            row.target.period,
            row.target.indicator,
            _value_of(row.target),
            _value_of(row.result) if row.result else "—",
            Text(*VERDICTS[row.verdict]),
            _rule_and_ids(row, evidence),
        ]
        for row in rows
    ]
    title = f"目标与结果 outcomes  ({len(rows)})"
    if len(places) == 1:
        title = f"{places.pop()}  {title}"
        columns, cells = columns[1:], [row[1:] for row in cells]
    out = screen()
    out.print(grid(title, columns, cells))
    count = {verdict: sum(row.verdict == verdict for row in rows) for verdict in VERDICTS}
    out.print("  ".join(f"{VERDICTS[verdict][0]} {verdict} {n}" for verdict, n in count.items() if n))


def _rule_and_ids(row: OutcomeRow, evidence: bool) -> Text:
    told = [Text(row.rule)] if row.result or len(row.targets) > 1 or row.readings else []
    if evidence:
        sides = [("目标", row.target), *([("结果", row.result)] if row.result else [])]
        told += [Text(f"{name} {_short(side.id)}", "dim") for name, side in sides]
    return Text("\n").join(told)


def show_progress(rows: Sequence[ProgressRow]) -> None:
    """Commitments with their states and the later sentences, each with why it matched and its id."""
    from luoshi.ledger.progress import excerpt

    columns: list[Column] = ["任务 commitment", "期限 due", "状态 state", "后文 later sentences"]
    cells: list[list[str | Text]] = []
    for row in rows:
        later: list[Text] = []
        for mention in row.mentions:
            later.append(Text(excerpt(row.commitment.quote, mention.quote)))
            later.append(Text(f"{mention.document} {mention.date} {_short(mention.id)}", "dim"))
            later.append(Text("；".join(mention.why), "dim italic"))
            if mention.judged:
                later.append(
                    Text(f"{_JUDGED[mention.judged]}，{mention.judged_by}：{mention.judged_why}", "dim italic")
                )
        who = row.commitment.body or row.commitment.actor
        cells.append(
            [
                Text("\n").join([Text(one_line(row.commitment.quote)), Text(f"{who}  {_short(row.id)}", "dim")]),
                row.commitment.deadline,
                Text(*STATES[row.state]),
                Text("\n").join(later),
            ]
        )
    out = screen()
    out.print(grid(f"任务进展 progress  ({len(rows)})", columns, cells))
    count = {state: sum(row.state == state for row in rows) for state in STATES}
    out.print("  ".join(f"{STATES[state][0]} {state} {n}" for state, n in count.items() if n))


def show_conflicts(rows: Sequence[ConflictRow], made: int) -> None:
    """Conflicts with their arithmetic, and beside each the words around its first figures; ``made`` comparisons."""
    columns: list[Column] = [
        "类别 kind",
        "地区 place",
        "期间 period",
        "指标 indicator",
        "算式 arithmetic",
        "原文 evidence",
    ]
    cells: list[list[str | Text]] = [
        [
            f"{CONFLICTS[row.kind]} {row.kind}",
            row.figures[0].place,
            row.figures[0].period,
            row.figures[0].indicator,
            row.arithmetic,
            Text("\n").join(
                part
                for f in row.figures[:_MOST_FIGURES]
                for part in (_around(f), Text(f"{f.document} {f.date} {_short(f.id)}", "dim"))
            ),
        ]
        for row in rows
    ]
    screen().print(grid(f"矛盾 conflicts  ({len(rows)})　共核对 of {made} comparisons", columns, cells))


def show_people(rows: Sequence[PostRow]) -> None:
    """Who held which post, first and last seen when."""
    columns: list[Column] = ["单位和职务 body, post", "姓名 person", "首见、末见 seen", ("次数 times", "right")]
    columns.append("原文 evidence")
    cells: list[list[str | Text]] = [
        [
            Text("\n").join(
                [
                    Text(f"{row.body} {row.post}".strip()),
                    *([] if row.body.startswith(row.place) else [Text(row.place, "dim")]),
                ]
            ),
            row.person,
            f"{row.first.date or '—'}\n{row.last.date or '—'}",
            str(row.mentions),
            Text("\n").join(
                [Text(one_line(row.last.quote)), Text(f"{row.last.document} {_short(row.last.id)}", "dim")]
            ),
        ]
        for row in rows
    ]
    screen().print(grid(f"任职 posts  ({len(rows)})", columns, cells))


def show_bodies(rows: Sequence[DutyRow]) -> None:
    """Which body answers for which commitments."""
    columns: list[Column] = ["责任单位 body", "任务 commitment", "期限 deadline", "出处 document"]
    cells = [
        [
            row.body,
            one_line(row.evidence.quote),
            row.deadline,
            f"{row.evidence.document} {row.evidence.date}\n{_short(row.evidence.id)}",
        ]
        for row in rows
    ]
    screen().print(grid(f"责任 who answers  ({len(rows)})", columns, cells))


def show_formulations(rows: Sequence[FormulationRow]) -> None:
    """Set phrases with their first and last use, each with its id, how often they are used, and by whom."""
    columns: list[Column] = ["提法 phrase", "首用、末用 used", ("次数 uses", "right"), ("文件 files", "right")]
    columns.append("出处 evidence")
    cells: list[list[str | Text]] = [
        [
            Text("\n").join([Text(f"“{one_line(row.phrase)}”{row.head}"), Text("、".join(row.users[:3]), "dim")]),
            f"{row.first.date or '—'}\n{row.last.date or '—'}",
            str(row.uses),
            str(row.documents),
            Text(
                "\n".join(dict.fromkeys(f"{used.document} {_short(used.id)}" for used in (row.first, row.last))), "dim"
            ),
        ]
        for row in rows
    ]
    screen().print(grid(f"提法 set phrases  ({len(rows)})", columns, cells))


def show_hits(rows: Sequence[SearchRow]) -> None:
    """Sentences with the words marked, each with its document and the ids of the records in it."""
    out = screen()
    for row in rows:
        words = Text(row.snippet)
        for start, end in row.marks:
            words.stylize("bold reverse", start, end)
        out.print(Text(f"{row.document}  {row.date}  {row.place}", "bold"))
        out.print(Text.assemble("  ", words))
        if row.records:
            out.print(Text("  " + "  ".join(map(_short, row.records)), "dim"))


def show_record(stored: StoredRecord) -> None:
    """A record's sentence with its parts marked, each field and where it stands, and the rule that read it."""
    from luoshi.explanation import explain

    told = explain(stored)
    out = screen()
    out.print(Text(stored.id, "bold"))
    out.print(Text(f"{stored.document.name}  {stored.date}  {stored.place}".rstrip()))
    out.print()
    sentence = Text()
    for part in told.sentence:
        if part.field == "quote":
            sentence.append(f"【{part.words}】", "bold")
        elif part.field:
            sentence.append(f"‹{part.words}›", "underline").append(part.field, "dim")
        else:
            sentence.append(part.words)
    out.print(sentence)
    heads = ["字段 field", "值 value", "出处 taken from, if outside the quote"]
    out.print(grid("", heads, [list(row) for row in told.fields]))
    if told.rule:
        out.print(Text(f"规则 rule: {told.rule}"))
        out.print(Text(f"  {told.reads}"))
    out.print(Text(f"读者版本 reader {stored.reader}"))
    if stored.superseded:
        out.print("后来的阅读中已没有这条记录。 A newer reading of the document has no such record.")
    for correction in stored.corrections:
        out.print(
            Text(
                f"更正 corrected: {correction.field} {_plain(correction.old)} → {_plain(correction.new)}，"
                f"{correction.who}：{correction.why} ({correction.made_at})"
            )
        )
    for link in stored.links:
        out.print(
            Text(f"判断 judged: {link.sentence} {_JUDGED[link.verdict]}，{link.who}：{link.why} ({link.made_at})")
        )


def _plain(value: object) -> str:
    """A field's value as people write it."""
    if isinstance(value, Decimal):
        return number(value)
    return "、".join(value) if isinstance(value, tuple) else "—" if value in (None, "") else str(value)


def _value_of(row: SeriesRow) -> str:
    return value(row.low, row.high, row.unit, row.measure, row.sign, row.qualifier)


def _short(id: str) -> str:
    """A record's id as ``luoshi explain`` takes it, with fewer of the document's digits."""
    document, _, key = id.partition(":")
    return f"{document[:_DIGITS]}:{key}"


def _around(row: SeriesRow) -> Text:
    """The words around a figure's quote, the quote marked."""
    words, quote = one_line(row.sentence), one_line(row.quote)
    at = words.find(quote)
    if at < 0:
        return Text(words)
    left, right = max(0, at - _AROUND), min(len(words), at + len(quote) + _AROUND // 2)
    return Text.assemble(
        "…" if left else "",
        words[left:at],
        (quote, "bold underline"),
        words[at + len(quote) : right],
        "…" if right < len(words) else "",
    )
