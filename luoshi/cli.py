"""The command line: read a file, keep the ledger, ask it.

Every command prints tables for people, or with ``--json`` one object a line for programs. Exit status
is 0 when all went well, 1 when something could not be read, written or found, 2 for a command that was not
understood, 130 after an interrupt.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date as calendar_date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import luoshi
from luoshi import console, manual

if TYPE_CHECKING:
    from luoshi.ledger import Ledger


app = typer.Typer(
    name="luoshi",
    cls=manual.Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _day(text: str) -> str:
    """An ISO 8601 day as it was given; a usage error for anything else."""
    try:
        if not text or calendar_date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    raise typer.BadParameter(f"{text} 不是年-月-日，例如 2025-01-08。 Write the day as YYYY-MM-DD.")


def _year(text: str) -> str:
    """A year of four digits as it was given; a usage error for anything else."""
    if text and not re.fullmatch(r"[0-9]{4}", text):
        raise typer.BadParameter(f"{text} 不是四位数的年份。 Write the year as YYYY.")
    return text


class Measure(StrEnum):
    """What a figure measures its indicator by."""

    level = "level"
    change = "change"
    growth = "growth"
    share = "share"
    rank = "rank"
    streak = "streak"


class Format(StrEnum):
    """The formats of an export."""

    xlsx = "xlsx"
    csv = "csv"
    parquet = "parquet"
    jsonld = "jsonld"
    sdmx = "sdmx"


class State(StrEnum):
    """What became of a commitment."""

    no_news = "no_news"
    in_progress = "in_progress"
    done = "done"
    overdue = "overdue"


class Kind(StrEnum):
    """The kinds of record an export can hold."""

    figures = "figures"
    commitments = "commitments"
    statements = "statements"
    offices = "offices"
    formulations = "formulations"
    articles = "articles"


Date = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD",
        callback=_day,
        show_default=False,
        help="文件的日期，文中没有时由此说明。 The document's date, where the document does not say.",
    ),
]
Place = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        show_default=False,
        help="文件所属的地区，如 临澜市，文中没有时由此说明。 The jurisdiction, where the document does not say.",
    ),
]
About = Annotated[
    str,
    typer.Option(
        "--place",
        metavar="NAME",
        show_default=False,
        help="只看这个地区：名称或区划代码。 Only this place: its name or its division code.",
    ),
]
On = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD",
        callback=_day,
        show_default=False,
        help="截至这一天：之后的文件不计，期限以此判断。 Looking back from this day: later documents are not counted.",
    ),
]
Indicator = Annotated[
    str,
    typer.Option(metavar="NAME", show_default=False, help="只看这个指标：名称或别名。 Only this indicator."),
]
Body = Annotated[
    str,
    typer.Option(metavar="NAME", show_default=False, help="只看这个单位：名称或其一部分。 Only this body."),
]
Json = Annotated[
    bool,
    typer.Option("--json", help="每行输出一个 JSON 对象，供程序使用。 Print one JSON object a line."),
]
Location = Annotated[
    str,
    typer.Option(
        metavar="FILE|URL",
        envvar="LUOSHI_LEDGER",
        help="账本：SQLite 文件或 PostgreSQL 地址。 The ledger: a SQLite file or a PostgreSQL URL.",
    ),
]
LEDGER = "luoshi.db"


def _version(asked: bool) -> None:
    if asked:
        print(f"luoshi {luoshi.__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本。 Show the version.")
    ] = False,
) -> None:
    """落实：把中文公文读成有原文依据的账本——目标是什么、谁负责、多少、何时、结果如何。

    Luoshi reads Chinese official prose into a ledger with evidence: what was targeted, who answers for it,
    how much, by when, and what was delivered.

    \b
    luoshi demo                                     看一遍 take the tour
    luoshi read 报告.txt                            读一个文件 read one file
    luoshi add 报告/                                读进账本 read a folder into the ledger
    luoshi series 一般公共预算收入 --place 临澜市   一个指标的历年数值 an indicator over time
    luoshi outcomes --place 临澜市 --year 2025      目标与结果 targets beside results
    """


@app.command(cls=manual.Command)
def read(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="要读的文件（网页、PDF、Word、Excel、OFD、文本……）。 The files.", show_default=False
        ),
    ],
    date: Date = "",
    place: Place = "",
    as_json: Json = False,
) -> None:
    """读文件，列出其中的记录，不存账本。 Show the records of files; nothing is kept.

    记录有六种：数据、任务、发言、任职、提法、文章；每条都带原文和位置。
    Six kinds of record: figures, commitments, statements, posts, set phrases, articles, each with its words
    and their place.

    \b
    luoshi read 报告.txt
    luoshi read 日报.txt --date 2025-01-10 --place 临澜市 --json
    """
    from luoshi import documents, reading

    refused = False
    for file in files:
        try:
            document = documents.open(file, date=date, place=place)
        except documents.UnreadableFile as error:
            refused = True
            console.complain(str(error))
            continue
        for warning in document.warnings:
            console.complain(f"{document.name}：{warning}")
        records = reading.read(document)
        if as_json:
            _print_json(
                record.to_json() | {"id": id, "document": document.name} | document.printed_at(record)
                for id, record in records.ids()
            )
        else:
            console.show_reading(records)
    if refused:
        raise typer.Exit(1)


@app.command(cls=manual.Command)
def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="文件、文件夹、压缩文件或网址。 Files, folders, zip archives, or addresses on the web.",
            show_default=False,
        ),
    ],
    ledger: Location = LEDGER,
    date: Date = "",
    place: Place = "",
    jobs: Annotated[
        int,
        typer.Option(
            min=1,
            metavar="N",
            show_default="处理器核数 one for each core",
            help="同时读几个文件。 How many files are read at a time.",
        ),
    ] = os.cpu_count() or 1,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="允许读取内部网络的网址。 Also fetch addresses of private networks."),
    ] = False,
) -> None:
    """把文件读进账本；再运行一次只读新的。 Read files into the ledger; run again, it reads only what is new.

    可以随时中断，下次接着来。读不了的文件各说一行，其余照读，最后以状态 1 结束。
    It can be stopped at any time and goes on where it stopped. A file that can't be read is told in one line,
    the others are read, and the exit status is 1.

    \b
    luoshi add 报告/ 日报.txt
    luoshi add 日报.txt --date 2025-01-10 --place 临澜市
    luoshi add https://www.linlan.gov.cn/bulletin.html 附件.zip
    luoshi add 报告/ --ledger 全省.db --jobs 4
    """
    from luoshi import batch
    from luoshi.ledger import LedgerError

    count = {"new": 0, "known": 0, "refused": 0}
    stopped = False
    with _opened(ledger, create=True) as kept:
        own = [Path(ledger + end) for end in ("", "-wal", "-shm", "-journal")]
        files = batch.files_under(paths, leave_out=own)
        try:
            with console.progress(len(files)) as step:
                for added in batch.add(kept, files, date, place, jobs, allow_private):
                    count[added.state] += 1
                    step(added.path.name, added.message)
        except LedgerError as error:  # the disk is full, the server is gone: what was added until then is told
            stopped = True
            console.complain(str(error))
    print(
        f"新增 {count['new']}，已有 {count['known']}，未读 {count['refused']}。 "
        f"{count['new']} new, {count['known']} known, {count['refused']} refused."
    )
    if count["refused"] or stopped:
        raise typer.Exit(1)


@app.command(cls=manual.Command)
def series(
    indicator: Annotated[
        str,
        typer.Argument(
            metavar="INDICATOR", help="指标名称或别名。 The indicator's name or an alias.", show_default=False
        ),
    ],
    place: About = "",
    measure: Annotated[
        Measure | None,
        typer.Option(
            metavar="level|change|growth|share|rank|streak",
            show_default=False,
            help="只看总量、增减、增速、占比、位次或连续次数。 Only this measure.",
        ),
    ] = None,
    ledger: Location = LEDGER,
    as_json: Json = False,
) -> None:
    """一个指标在各地各期的数值，带原文。 The values of an indicator over time, with the sentences that say them.

    \b
    luoshi series 一般公共预算收入 --place 临澜市
    luoshi series 地区生产总值 --measure growth --json
    """
    with _opened(ledger) as kept:
        rows = kept.series(indicator, place=place, measure=measure or "")
        if not rows:
            _nothing(
                kept,
                f"账本里没有“{indicator}”的数值；可用 luoshi search {indicator} 查原文。 "
                "The ledger has no value of it; luoshi search looks in the words.",
                place,
                indicator,
            )
    if as_json:
        _print_json(row.to_json() for row in rows)
    elif rows:
        console.show_series(indicator, rows)


@app.command(cls=manual.Command)
def outcomes(
    place: About = "",
    year: Annotated[
        str,
        typer.Option(
            metavar="YYYY", callback=_year, show_default=False, help="只看这一年的目标。 Only this year's targets."
        ),
    ] = "",
    indicator: Indicator = "",
    about_points: Annotated[
        float,
        typer.Option(
            min=0,
            metavar="N",
            help="百分数目标“左右”的幅度，百分点。 How far 左右 reaches for a percentage, in points.",
        ),
    ] = 0.5,
    about_percent: Annotated[
        float,
        typer.Option(
            min=0, metavar="N", help="其他目标“左右”的幅度，百分之几。 How far 左右 reaches otherwise, in per cent."
        ),
    ] = 5,
    on: Annotated[
        str,
        typer.Option(
            metavar="YYYY-MM-DD",
            callback=_day,
            show_default=False,
            help="截至这一天：之后的文件不计。 As known on this day: later documents are not counted.",
        ),
    ] = "",
    untargeted: Annotated[
        bool,
        typer.Option(
            "--untargeted",
            help="改列没有目标的年份的结果。 List the results of years without a target instead.",
        ),
    ] = False,
    chart: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help="画成图：.svg 或 .png（需要 luoshi[charts]）。 Draw a chart instead; needs the extra charts.",
        ),
    ] = None,
    ledger: Location = LEDGER,
    as_json: Json = False,
) -> None:
    """每个目标与它的结果对照，并作判断。 Each target beside its result, and the verdict.

    \b
    完成 met · 未完成 missed · 待定 open（账本里还没有结果 no result yet）· 不可比 unclear

    \b
    luoshi outcomes --place 临澜市 --year 2025
    luoshi outcomes --place 临澜市 --indicator 一般公共预算收入 --chart 收入.svg
    luoshi outcomes --json
    """
    from luoshi.ledger import Tolerance

    tolerance = Tolerance(Decimal(str(about_points)), Decimal(str(about_percent)) / 100)
    with _opened(ledger) as kept:
        without = kept.untargeted(place, year, indicator) if untargeted else []
        rows = [] if untargeted else kept.outcomes(place, year, indicator, tolerance, on)
        if untargeted and not without:
            _nothing(kept, "没有这样的年份。 There is no year without a target.", place, indicator)
        elif not untargeted and not rows:
            _nothing(kept, "账本里没有这样的目标。 The ledger has no such target.", place, indicator)
    if untargeted and as_json:
        _print_json(row.to_json() for row in without)
    elif without:
        console.show_series("没有目标的年份 years without a target", without)
    elif chart is not None and rows:
        from luoshi.ledger.chart import draw

        with _told():
            draw(rows, chart, tolerance)
        console.say(str(chart))
    elif as_json:
        _print_json(row.to_json() for row in rows)
    elif rows:
        console.show_outcomes(rows)


@app.command(cls=manual.Command)
def conflicts(
    place: About = "",
    year: Annotated[
        str, typer.Option(metavar="YYYY", callback=_year, show_default=False, help="只看这一年。 Only this year.")
    ] = "",
    indicator: Indicator = "",
    ledger: Location = LEDGER,
    as_json: Json = False,
) -> None:
    """互相矛盾的数据，带算式。 Figures that can't all be right, with the arithmetic.

    \b
    数值 values 同一数据两个数 · 修订 revision 后来的文件改了以前的数 · 合计 sum 部分之和不等于总数 ·
    增速 growth、增减 change 与两年总量不符 · 占比 share 与部分、总数不符 · 执行率 execution 与预算、执行数不符
    舍入造成的差别不算。 What rounding explains is no conflict.

    \b
    luoshi conflicts --place 临澜市
    luoshi conflicts --year 2025 --json
    """
    with _opened(ledger) as kept:
        found = kept.checks(place, year, indicator)
        if not found.conflicts:
            none = f"核对{found.made}处，没有发现矛盾。 No conflict was found in {found.made} comparisons."
            _nothing(kept, none, place, indicator)
    if as_json:
        _print_json(row.to_json() for row in found.conflicts)
    elif found.conflicts:
        console.show_conflicts(found.conflicts, found.made)


@app.command(cls=manual.Command)
def people(
    person: Annotated[
        str, typer.Argument(metavar="NAME", help="姓名或其一部分。 A name or part of one.", show_default=False)
    ] = "",
    body: Body = "",
    place: About = "",
    ledger: Location = LEDGER,
    as_json: Json = False,
) -> None:
    """谁在什么岗位，何时起见于文件，最近见于何时。 Who held which post, first and last seen when.

    \b
    luoshi people --place 临澜市
    luoshi people 纪闻澜
    luoshi people --body 教育局 --json
    """
    with _opened(ledger) as kept:
        rows = kept.people(person, body, place)
        if not rows:
            _nothing(kept, "账本里没有这样的任职。 The ledger has no such post.", place)
    if as_json:
        _print_json(row.to_json() for row in rows)
    elif rows:
        console.show_people(rows)


@app.command(cls=manual.Command)
def bodies(
    body: Annotated[
        str,
        typer.Argument(metavar="BODY", help="单位名称或其一部分。 A body's name or part of it.", show_default=False),
    ] = "",
    place: About = "",
    ledger: Location = LEDGER,
    as_json: Json = False,
) -> None:
    """哪个单位负责哪些任务。 Which body answers for which commitments.

    \b
    luoshi bodies --place 临澜市
    luoshi bodies 教育局 --json
    """
    with _opened(ledger) as kept:
        rows = kept.bodies(body, place)
        if not rows:
            _nothing(kept, "账本里没有这样的任务。 The ledger has no such commitment.", place)
    if as_json:
        _print_json(row.to_json() for row in rows)
    elif rows:
        console.show_bodies(rows)


@app.command(cls=manual.Command)
def formulations(
    phrase: Annotated[
        str, typer.Argument(metavar="PHRASE", help="提法或其一部分。 A phrase or part of one.", show_default=False)
    ] = "",
    place: About = "",
    ledger: Location = LEDGER,
    as_json: Json = False,
) -> None:
    """提法何时首次使用、最近使用、用了多少次。 Set phrases: first use, last use, frequency.

    \b
    luoshi formulations --place 临澜市
    luoshi formulations 一码通办 --json
    """
    with _opened(ledger) as kept:
        rows = kept.formulations(phrase, place)
        if not rows:
            _nothing(kept, "账本里没有这样的提法。 The ledger has no such phrase.", place)
    if as_json:
        _print_json(row.to_json() for row in rows)
    elif rows:
        console.show_formulations(rows)


@app.command(cls=manual.Command)
def progress(
    record: Annotated[
        str,
        typer.Argument(metavar="[ID]", help="只看这一条任务。 Only this commitment, by its id.", show_default=False),
    ] = "",
    place: About = "",
    year: Annotated[
        str,
        typer.Option(
            metavar="YYYY", callback=_year, show_default=False, help="只看这一年的文件。 Only documents of this year."
        ),
    ] = "",
    on: On = "",
    state: Annotated[
        State | None,
        typer.Option(
            metavar="no_news|in_progress|done|overdue", show_default=False, help="只看这种状态。 Only this state."
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(min=1, metavar="N", help="每条任务最多几句后文。 Later sentences for each commitment.")
    ] = 5,
    done: Annotated[
        str,
        typer.Option(metavar="SENTENCE", show_default=False, help="这一句说明已完成。 This sentence shows it done."),
    ] = "",
    confirm: Annotated[
        str, typer.Option(metavar="SENTENCE", show_default=False, help="这一句是它的进展。 This one shows it going on.")
    ] = "",
    dismiss: Annotated[
        str, typer.Option(metavar="SENTENCE", show_default=False, help="这一句与它无关。 This one is not about it.")
    ] = "",
    by: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="判断的人。 Who judges.")] = "",
    why: Annotated[str, typer.Option(metavar="REASON", show_default=False, help="判断的理由。 The reason.")] = "",
    ledger: Location = LEDGER,
    as_json: Json = False,
) -> None:
    """每条任务后来的进展：后文中讲到它的句子，以及状态。 What became of commitments: later sentences, and the state.

    \b
    已完成 done · 推进中 in_progress · 逾期 overdue（以 --on 为准 by the day of --on）· 暂无进展 no_news

    句子的判断可以由人更正，署名并说明理由，原有判断不丢。
    A person may judge a sentence, with a name and a reason; nothing is lost.

    \b
    luoshi progress --place 临澜市 --year 2024 --on 2025-12-31
    luoshi progress 3fa9:commitment-120-160 --dismiss 7c01:sentence-30-66 --by 苏问渠 --why 另一项工程
    """
    judged = {"done": done, "in_progress": confirm, "unrelated": dismiss}
    if any(judged.values()) and not record:
        raise typer.BadParameter("判断要指明任务的编号。 A verdict needs the commitment's ID.")
    with _opened(ledger) as kept, _told():
        for verdict, sentence in judged.items():
            if sentence:
                kept.link(record, sentence, verdict, by, why)
        rows = kept.progress(place=place, year=year, id=record, on=on, limit=limit)
        rows = [row for row in rows if state is None or row.state == state.value]
        if not rows:
            _nothing(kept, "账本里没有这样的任务。 The ledger has no such commitment.", place)
    if as_json:
        _print_json(row.to_json() for row in rows)
    elif rows:
        console.show_progress(rows)


@app.command(cls=manual.Command)
def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help="要找的词，可以有几个。 The words, one or more.", show_default=False),
    ],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="最多几句。 How many sentences at most.")] = 100,
    ledger: Location = LEDGER,
    as_json: Json = False,
) -> None:
    """在账本的原文里找词（一个字也可以），新的在前。 Find sentences by their words, the newest first.

    有几个词时，找同时含有它们的句子。 With several words, sentences that hold all of them.

    \b
    luoshi search 养老床位
    luoshi search 跨海通道 建成 --json
    """
    with _opened(ledger) as kept:
        rows = kept.search(" ".join(words), limit=limit + 1)
        if not rows:
            _nothing(kept, "没有找到。 Nothing was found.")
    if len(rows) > limit:
        rows = rows[:limit]
        console.complain(f"只列最新的 {limit} 句，还有更多：--limit。 The newest {limit}; there are more: --limit.")
    if as_json:
        _print_json(row.to_json() for row in rows)
    elif rows:
        console.show_hits(rows)


@app.command(cls=manual.Command)
def explain(
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="记录的编号，如 3fa9:figure-120-128。 The record's id, whole or shortened.",
            show_default=False,
        ),
    ],
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="另存为网页。 Write the explanation as a page instead.", show_default=False),
    ] = None,
    ledger: Location = LEDGER,
) -> None:
    """一条记录是怎么读出来的：原句、各字段的出处、用到的规则。 Why a record says what it says.

    编号见 series、outcomes、search 等的输出；progress 的句子列出其中的记录。
    Ids stand in what series, outcomes, search and others print; of a sentence of progress its records are told.

    \b
    luoshi explain 3fa9c0d1e2b3a495:figure-120-128
    luoshi explain 3fa9:figure-120-128 --html why.html
    """
    with _opened(ledger) as kept, _told():
        said = [kept.sentence(record)] if ":sentence-" in record else []
        stored = None if said else kept.record(record)
    if stored is None:
        console.show_hits(said)
    elif html is None:
        console.show_record(stored)
    else:
        from luoshi import explanation
        from luoshi.ledger import whole_file

        with _told(), whole_file(html) as part:
            part.write_text(explanation.page(stored), encoding="utf-8")
        console.say(str(html))


# A value may begin with a sign, as an option does.
@app.command(cls=manual.Command, context_settings={"ignore_unknown_options": True})
def correct(
    record: Annotated[
        str,
        typer.Argument(metavar="ID", help="记录的编号。 The record's id, whole or shortened.", show_default=False),
    ],
    field: Annotated[
        str, typer.Argument(metavar="FIELD", help="要更正的字段；value 指 low 和 high。 The field.", show_default=False)
    ],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="正确的值；数用基本单位，几项用、隔开。 What it should be; numbers in base units, lists parted by 、.",
            show_default=False,
        ),
    ],
    by: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="更正的人。 Who corrects.")],
    why: Annotated[str, typer.Option(metavar="REASON", show_default=False, help="更正的理由。 The reason.")],
    ledger: Location = LEDGER,
) -> None:
    """更正一条记录的一个字段；原来的阅读不丢。 Correct a field of a record; what was read is kept.

    更正署名并说明理由，以后的回答都按它；luoshi explain 列出全部更正。
    Signed and with a reason, it holds for all that is told from now on; luoshi explain lists all corrections.

    \b
    luoshi correct 3fa9:figure-120-128 period 2024 --by 苏问渠 --why 表头写明是上年
    luoshi correct 3fa9:figure-120-128 value 18240000000 --by 苏问渠 --why 与公报核对
    """
    with _opened(ledger) as kept, _told():
        listed = isinstance(getattr(kept.record(record).record, field, None), tuple)
        for name in ("low", "high") if field == "value" else (field,):
            kept.correct(record, name, value.split("、") if listed else value, by, why)
        stored = kept.record(record)
    console.show_record(stored)


@app.command(cls=manual.Command)
def look(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="PDF 或图片。 A PDF or a picture.", show_default=False)],
    page: Annotated[int, typer.Option(min=1, metavar="N", help="第几页。 The page.")] = 1,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT.png",
            show_default="FILE-N.png",
            help="图片写到这里。 Where the picture goes.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="已有这个图片文件也写。 Write over a picture that is there.")
    ] = False,
    date: Date = "",
    place: Place = "",
) -> None:
    """把读到的画在页面上：行、栏、文章、表格和记录。 Draw what was read over the page, as PNG.

    看一页为什么读成这样：灰框是行，蓝框是栏（数字是阅读顺序），左边的色条是文章，橙框是表格，底色是记录。
    The way to see why a page was read as it was: lines grey, columns blue with the order of reading, articles
    by a bar at their left, tables orange, records shaded.

    \b
    luoshi look 日报.pdf
    luoshi look 公报.pdf --page 3 -o 第3页.png
    """
    from luoshi import documents, reading
    from luoshi import look as pictures
    from luoshi.ledger import whole_file

    target = out or Path(f"{file.stem}-{page}.png")
    if target.resolve() == file.resolve():
        raise typer.BadParameter("不能写到原文件上。 That is the file itself.", param_hint="-o")
    if target.exists() and not force:
        console.complain(f"{target}：已有这个文件，要覆盖请加 --force / it is there already; --force writes over it")
        raise typer.Exit(1)
    try:
        document = documents.open(file, date=date, place=place)
        drawn = pictures.draw(file.read_bytes(), document, reading.read(document), page)
    except documents.UnreadableFile as error:
        console.complain(str(error))
        raise typer.Exit(1) from None
    with _told(), whole_file(target) as part:
        part.write_bytes(drawn.png)
    console.say(str(target))
    console.say(" · ".join(f"{name} {count}" for name, count in drawn.counts))
    for number, headline in drawn.articles:
        console.say(f"  article {number}  {headline}")


@app.command(cls=manual.Command)
def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="写到这个文件。 The file to write.", show_default=False)],
    to: Annotated[
        Format, typer.Option(metavar="xlsx|csv|parquet|jsonld|sdmx", help="格式。 The format.", show_default=False)
    ],
    kind: Annotated[
        Kind | None,
        typer.Option(
            metavar="KIND",
            show_default=False,
            help="哪一种记录（csv、parquet 默认数据，jsonld 默认全部）。 The kind: figures (usual for csv, parquet), "
            "commitments, statements, offices, formulations, articles (jsonld: all).",
        ),
    ] = None,
    place: About = "",
    year: Annotated[
        str,
        typer.Option(
            metavar="YYYY",
            callback=_year,
            show_default=False,
            help="台账：只列这一年文件的任务。 xlsx: documents of this year.",
        ),
    ] = "",
    on: On = "",
    ledger: Location = LEDGER,
) -> None:
    """把账本导出成文件，供人和其他工具使用。 Write the ledger as a file for people and other tools.

    \b
    xlsx     督查台账：任务、目标、责任、时限、进展、结果、状态、依据 the supervision sheet
    csv      可以直接用 Excel 打开（UTF-8，带 BOM） opens in spreadsheets
    parquet  给 pandas、polars、DuckDB for pandas, polars and DuckDB
    jsonld   W3C 网络标注，带原文和位置 W3C Web Annotations
    sdmx     SDMX-CSV，旁边另有结构文件 with its structure in a second file beside it

    --place、--year、--on 只用于 xlsx。 These three are for xlsx only.

    \b
    luoshi export --to xlsx --place 临澜市 --year 2025 --on 2025-12-31 台账.xlsx
    luoshi export --to csv 数据.csv
    luoshi export --to parquet --kind commitments tasks.parquet
    """
    if to is not Format.xlsx and (place or year or on):
        raise typer.BadParameter("--place、--year、--on 只用于 xlsx。 These are for --to xlsx only.")
    with _opened(ledger) as kept, _told():
        from luoshi.ledger import Selection

        number = kept.export(to.value, out, kind.value if kind else "", Selection(place, year, on))
        if not number:
            _nothing(kept, "没有可导出的内容。 There was nothing to export.", place)
    console.say(f"{out}：{number} 行。 {number} rows.")


def _nothing(kept: Ledger, words: str, place: str = "", indicator: str = "") -> None:
    """Say on standard error that nothing was found, and why where a place or an indicator is not in the ledger."""
    places = kept.unknown_place(place) if place else None
    names = kept.unknown_indicator(indicator) if indicator and places is None else None
    if places is not None:
        words = f"账本里没有“{place}”这个地区；有 {'、'.join(places) or '—'}。 The ledger has no such place, but these."
    elif names:
        words = (
            f"账本里没有“{indicator}”；相近的有 {'、'.join(names)}。 The ledger has no such indicator; these are alike."
        )
    console.complain(words)


def _print_json(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        sys.stdout.write(console.escaped(json.dumps(row, ensure_ascii=False)) + "\n")


@app.command("score", cls=manual.Command)
def score_reading(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="标注。 The labels, JSON lines.", show_default=False)],
    records: Annotated[
        Path,
        typer.Argument(
            metavar="READING", help="luoshi read --json 的输出。 What luoshi read --json printed.", show_default=False
        ),
    ],
    text: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", show_default=False, help="原文，用来核对引文位置。 The text, to check each quote's place."
        ),
    ] = None,
    errors: Annotated[
        int, typer.Option(min=0, metavar="N", help="列出前 N 处差异。 List the first N differences.")
    ] = 0,
    floor: Annotated[
        float | None,
        typer.Option(
            metavar="F",
            show_default=False,
            help="数据全对的 F1 低于它时以状态 1 结束。 Exit with 1 where the full F1 of figures is under F.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """把阅读结果与标注比较：准确率、召回率、F1。 Compare a reading with labels: precision, recall, F1.

    \b
    luoshi read 报告.txt --json > 阅读.jsonl
    luoshi score 标注.jsonl 阅读.jsonl --text 报告.txt --errors 20
    """
    from luoshi import score

    try:
        labels, read = score.load(gold), score.load(records)
        misplaced = []
        if text is not None:
            with text.open(encoding="utf-8", newline="") as file:
                misplaced = score.misplaced(file.read(), read)
    except OSError as error:
        console.complain(f"{error.filename}：读不了 / can't be read: {error.strerror}")
        raise typer.Exit(1) from None
    except ValueError as error:
        console.complain(str(error))
        raise typer.Exit(1) from None
    scores = score.score(labels, read)
    if misplaced:
        console.complain(
            f"{len(misplaced)} 条记录的引文不在其位置 / records whose quote is not at its place, first: {misplaced[0]}"
        )
    if as_json:
        _print_json([scores.to_json()])
    else:
        console.say(score.table(scores, errors))
    if floor is not None and scores.full_f1 < floor:
        raise typer.Exit(1)


@app.command(cls=manual.Command)
def demo(
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            show_default=False,
            help="把样例账本留在这个文件夹里。 Keep the tour's ledger in this folder.",
        ),
    ] = None,
) -> None:
    """看一遍：虚构的临澜市四份文件，读成账本再来提问。 A tour: four documents of an invented city, read and asked.

    \b
    luoshi demo
    luoshi demo --out 样例
    """
    from luoshi.demo import tour

    with _told():
        tour(out)


@contextmanager
def _told() -> Iterator[None]:
    """An error of the ledger is one line, and exit status 1."""
    from luoshi.ledger import LedgerError

    try:
        yield
    except LedgerError as error:
        console.complain(str(error))
        raise typer.Exit(1) from None


@contextmanager
def _opened(location: str, create: bool = False) -> Iterator[Ledger]:
    """The ledger at ``location``; one that can't be asked, is not there, or would not be kept is one line."""
    from luoshi.ledger import Ledger, LedgerError

    with _told():
        if not location:
            raise LedgerError("--ledger 是空的，请给出文件名 / --ledger is empty; name a file")
        with Ledger(location, create=create) as ledger, nullcontext() if create else console.working():
            if ledger.in_memory:
                raise LedgerError(
                    f"{location}: 内存里的账本不会留下，请给出文件名 / it is not kept in memory; name a file"
                )
            yield ledger


def main() -> None:
    """Run the command line; :mod:`luoshi.__main__` calls it."""
    console.speak_utf8()
    app()
