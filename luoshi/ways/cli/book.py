"""The commands of the book of tasks (督查台账): ``luoshi book import``, ``report``, ``show``, ``export`` …"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date as calendar_date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import manual, terminal
from luoshi.ways.cli.options import All, Body, Date, Json, Location, choice, day, year_option
from luoshi.ways.cli.session import opened, print_json, tell
from luoshi.ways.cli.tables import book as tables

if TYPE_CHECKING:
    from luoshi.records import Tabled
    from luoshi.service import Difference

app = typer.Typer(
    cls=manual.Commands,
    no_args_is_help=True,
    help="督查台账：任务、反馈、亮灯、通报。 The book of tasks: import, feedback, lights, bulletin.",
)


def _light(text: str) -> Any:
    return choice(text, service.LIGHT_WORDS) if text else ""


def _deed(text: str) -> Any:
    return choice(text, service.DEED_WORDS)


Files = Annotated[
    list[Path], typer.Argument(metavar="FILE…", help="文件或文件夹。 Files or folders.", show_default=False)
]
By = Annotated[str, typer.Option(metavar="NAME", show_default=False, help="经办人。 Who does it.")]
Why = Annotated[str, typer.Option(metavar="REASON", show_default=False, help="理由。 The reason.")]
On = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD", callback=day, show_default=False, help="以这一天为准，默认今天。 As of this day; today."
    ),
]
Since = Annotated[
    str,
    typer.Option(metavar="YYYY-MM-DD", callback=day, show_default=False, help="与这一天比较。 Compared with this day."),
]
Known = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD",
        callback=day,
        show_default=False,
        help="只算这一天以前录入的，过去的通报可照原样再出。 Only what was entered by this day.",
    ),
]
Named = Annotated[
    str,
    typer.Option(
        "--book", metavar="NAME", show_default=False, help="哪一本台账。 Which book, where there are several."
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只看，不写入。 Show only; keep nothing.")]


def import_(
    files: Files,
    by: By,
    year: Annotated[str, year_option("任务的年份，表中没有时由此说明。 The plan's year.")] = "",
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND=HEAD",
            show_default=False,
            help="哪一列是什么，如 任务=事项。 What a column holds.",
        ),
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="写入差异。 Keep the differences of a sheet.")] = False,
    why: Annotated[str, typer.Option(metavar="REASON", help="写入差异的理由。 Why the differences are kept.")] = "导入",
    on: On = "",
    dry_run: DryRun = False,
    as_json: Json = False,
    book: Named = "",
    ledger: Location = USUAL_LEDGER,
) -> None:
    """导入任务表，或导入改过的台账。 Import an office's tables of tasks, or the sheet that was edited.

    列的含义、看不懂的地方都列出来；改过的台账先列出差异，加 --keep 才写入。
    The columns found and what was not understood are shown; the differences of a sheet are kept with --keep only.

    \b
    luoshi book import 重点任务.xlsx --by 林越
    luoshi book import 台账.xlsx --by 林越 --keep --why 6月调度会
    """
    given = dict(pair.split("=", 1) for pair in column or () if "=" in pair)
    if len(given) < len(column or ()):
        raise typer.BadParameter("--column 写作 任务=事项。 Write --column as KIND=HEAD.")
    context = Service(ledger)
    with opened(context, create=True) as kept:
        held = kept.book(book)

        def take(file: Path) -> None:
            sheet = service.open_tables(file, with_hidden=True)
            if service.is_book_sheet(sheet):
                _import_sheet(held, sheet, file, by, why, on, keep and not dry_run, as_json)
            else:
                _import_tables(held, file, by, why, year, given, on, keep, dry_run, as_json)

        _each(context, files, take)


def report(
    files: Files,
    by: By,
    body: Body = "",
    date: Date = "",
    confirm: Annotated[bool, typer.Option("--confirm", help="待确认的也写入。 Keep what is offered, too.")] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    book: Named = "",
    ledger: Location = USUAL_LEDGER,
) -> None:
    """读入各单位的进展报告。 Read the bodies' reports, and match them with their tasks.

    有把握的写入台账，其余列出待确认；照抄计划的不算进展。
    What fits is kept, the rest is offered; a plan in the same words is no progress.

    \b
    luoshi book report 市民政局6月.docx --by 林越
    luoshi book report 6月报告/ --by 林越 --date 2026-06-30
    """
    context = Service(ledger)
    with opened(context) as kept:
        held = kept.book(book)

        def take(file: Path) -> None:
            read = held.report(service.open_tables(file), body, date)
            if body and not held.bodies(body):
                terminal.complain(f"{file.name}: {_no_body(body)}")
            if not dry_run:
                held.take(read.feedback, by, confirm)
            if as_json:
                print_json(one.to_json() for one in read.feedback)
                return
            tables.show_feedback(read.feedback, file.name, read.body, read.date)
            for one in read.unmatched:
                terminal.complain(f"{file.name}: {one.why}: {one.words}")

        _each(context, files, take)


def show(
    on: On = "",
    body: Body = "",
    light: Annotated[
        str,
        typer.Option(
            metavar="red|yellow|undecided|green|done",
            callback=_light,
            help="只看这种灯（红灯、黄灯、期限不明、绿灯、已完成）。 Only this light.",
            show_default=False,
        ),
    ] = "",
    overdue: Annotated[bool, typer.Option("--overdue", help="只看逾期未完成的。 Only what is overdue.")] = False,
    show_all: All = False,
    as_json: Json = False,
    book: Named = "",
    ledger: Location = USUAL_LEDGER,
) -> None:
    """列出任务和亮灯。 List the tasks with their lights.

    \b
    luoshi book show --on 2026-06-30 --body 民政
    luoshi book show --overdue --all
    """
    with opened(Service(ledger)) as kept:
        held = kept.book(book)
        rows = held.standings(on or _today(), body)
        all_ = len(rows) if not body else len(held.tasks(on or _today()))
        known = not body or bool(held.bodies(body))
    wanted = [one for one in rows if (not light or one.light == light) and (one.overdue or not overdue)]
    if as_json:
        print_json(one.to_json() for one in wanted)
    elif all_ and not wanted:
        terminal.say(
            f"台账有 {all_} 项任务，没有符合筛选条件的。 Of {all_} tasks none fits." if known else _no_body(body)
        )
    else:
        tables.show_standings(wanted, show_all, on or _today())


def counts(
    on: On = "",
    since: Since = "",
    known: Known = "",
    as_json: Json = False,
    book: Named = "",
    ledger: Location = USUAL_LEDGER,
) -> None:
    """按单位统计亮灯；与上次比较。 Count the lights by body; compare with another day."""
    with opened(Service(ledger)) as kept:
        held = kept.book(book)
        rows: list[Any] = list(held.counts(on or _today(), known))
        changed = held.changes(since, on or _today(), known) if since else []
    if as_json:
        print_json(one.to_json() for one in (*rows, *changed))
    else:
        tables.show_counts(rows)
        tables.show_changes(changed)


def set_(
    task: Annotated[str, typer.Argument(metavar="TASK", help="任务编号，如 T012。 The task.", show_default=False)],
    deed: Annotated[
        str,
        typer.Argument(
            metavar="extend|close|reopen",
            callback=_deed,
            help="延期、销号、重新打开（中文也可）。 Extend, close or reopen it.",
            show_default=False,
        ),
    ],
    by: By,
    why: Why,
    until: Annotated[
        str, typer.Option(metavar="DAY", show_default=False, help="新的期限，如 2027-03-31、7月底。 The new deadline.")
    ] = "",
    on: On = "",
    book: Named = "",
    ledger: Location = USUAL_LEDGER,
) -> None:
    """人工设定状态：延期、销号、重新打开。 Set a state by hand, with name and reason.

    \b
    luoshi book set T012 extend --until 2027-03-31 --by 林越 --why 汛期停工
    """
    with opened(Service(ledger)) as kept:
        entry = kept.book(book).set(task, cast("Any", deed), on or _today(), by, why, until)
    tables.show_entries([entry], show_all=True)


def undo(
    number: Annotated[
        str,
        typer.Argument(
            metavar="NUMBER|TASK",
            help="记录的号；任务编号则撤销它的加入。 The entry; of a task, that it was added.",
            show_default=False,
        ),
    ],
    by: By,
    why: Why,
    on: On = "",
    book: Named = "",
    ledger: Location = USUAL_LEDGER,
) -> None:
    """撤销一条记录；记录仍在。 Undo an entry; it stays in the book.

    \b
    luoshi book undo 12 --by 林越 --why 误录
    luoshi book undo T081 --by 林越 --why 重复
    """
    with opened(Service(ledger)) as kept:
        entry = kept.book(book).undo(number, on or _today(), by, why)
    tables.show_entries([entry], show_all=True)


def history(
    task: Annotated[str, typer.Argument(metavar="TASK", help="任务编号。 The task.", show_default=False)] = "",
    show_all: All = False,
    as_json: Json = False,
    book: Named = "",
    ledger: Location = USUAL_LEDGER,
) -> None:
    """列出做过的一切。 List all that was done."""
    with opened(Service(ledger)) as kept:
        rows = kept.book(book).history(task)
    tell(rows, as_json, tables.show_entries, show_all)


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="写到这个文件。 The file to write.", show_default=False)],
    on: On = "",
    book: Named = "",
    ledger: Location = USUAL_LEDGER,
) -> None:
    """导出台账，可改后再导入。 Write the sheet, to be edited and imported again."""
    with opened(Service(ledger)) as kept:
        number = kept.book(book).export(out, on or _today())
    terminal.say(f"{out}：{number} 项。 {number} tasks.")


def bulletin(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="写到这个文件。 The file to write.", show_default=False)],
    on: On = "",
    since: Since = "",
    office: Annotated[
        str, typer.Option(metavar="NAME", show_default=False, help="落款单位，如 市政府督查室。 Who signs it.")
    ] = "",
    known: Known = "",
    book: Named = "",
    ledger: Location = USUAL_LEDGER,
) -> None:
    """写督查通报（DOCX）。 Write the bulletin for Word.

    \b
    luoshi book bulletin 通报.docx --on 2026-06-30 --office 市政府督查室
    luoshi book bulletin 通报.docx --on 2026-06-30 --known 2026-07-02
    """
    with opened(Service(ledger)) as kept:
        kept.book(book).bulletin(out, on or _today(), since, known=known, office=office)
    terminal.say(str(out))
    if not office:
        terminal.complain("通报没有落款单位，可用 --office 写明 / nobody signs it: --office")


def _import_sheet(book: Any, sheet: Tabled, file: Path, by: str, why: str, on: str, keep: bool, as_json: bool) -> None:
    found: Sequence[Difference] = book.differences(sheet, on or service.sheet_day(sheet) or _today())
    if later := book.since(sheet):
        terminal.complain(
            f"{file.name}: 这份表导出之后，台账又有 {len(later)} 条记录（第{later[0].number}条起），请核对差异"
            f" / the book has {len(later)} entries since it was written"
        )
    if keep:
        book.keep(found, on or _today(), by, why)
    changed = {entry.task for entry in later}
    own = [one for one in found if not (one.computed and one.task in changed)]
    if len(own) < len(found):
        terminal.complain(f"{file.name}: 自动列有 {len(found) - len(own)} 处因此不同，不读入 / not read in")
    _tell_differences(own, keep, file, as_json)


def _import_tables(
    book: Any,
    file: Path,
    by: str,
    why: str,
    year: str,
    given: dict[str, str],
    on: str,
    keep: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    read = service.tasks_in(service.open_tables(file), int(year) if year else None, given)
    updates = book.updates(read.tasks)
    new, held = (read.tasks, ()) if dry_run else book.add(read.tasks, by, on)
    if keep and not dry_run:
        book.keep(updates, on or _today(), by, why)
    if as_json:
        print_json(task.to_json() for task in new)
    else:
        tables.show_import(read, new, len(held))
    if updates:
        _tell_differences(updates, keep, file, as_json)


def _tell_differences(found: Sequence[Difference], kept: bool, file: Path, as_json: bool) -> None:
    edited = [one for one in found if not one.computed]
    worked_out = [one for one in found if one.computed]
    if as_json:
        tell(found, as_json, tables.show_differences, show_all=True)
    elif edited:
        tables.show_differences(edited, show_all=True)
    else:
        terminal.say(f"{file.name}：与台账一致。 Nothing differs.")
    for one in worked_out:
        terminal.complain(f"{file.name}: 第{one.row}行（{one.task}）“{one.field}”改为“{one.new}”：{one.why}")
    wanted = sum(one.kind != "not kept" for one in edited)
    if wanted and not kept:
        terminal.complain(f"{file.name}: 差异 {wanted} 处，加 --keep 写入 / --keep keeps these differences")


def _no_body(body: str) -> str:
    return (
        f"台账里没有叫“{body}”的单位，luoshi book counts 列出各单位。 The book names no such body: luoshi book counts"
    )


def _each(context: Service, files: Sequence[Path], take: Callable[[Path], None]) -> None:
    """Take each file, and those in folders; one that can't be taken is one line, and exit status 1 at the end."""
    refused = False
    for file in context.files(files):
        try:
            take(Path(file))
        except (service.UnreadableFile, service.LedgerError) as error:
            terminal.complain(str(error))
            refused = True
    if refused:
        raise typer.Exit(1)


def _today() -> str:
    return calendar_date.today().isoformat()


# In the order of the help page; a name that Python keeps for itself has a mark behind it.
for command in (import_, report, show, counts, set_, undo, history, export, bulletin):
    app.command(command.__name__.rstrip("_"), cls=manual.Command)(command)
