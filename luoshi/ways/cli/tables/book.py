"""The book of tasks as tables: what was imported, feedback, lights, counts, differences, history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from luoshi import service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import first_of, grid
from luoshi.ways.cli.terminal import screen

if TYPE_CHECKING:
    from luoshi.service import Difference, Imported


def show_import(read: Imported, new: Sequence[Any], held: int) -> None:
    """What an import found: the mapping of each table, the tasks, notes, and what was not understood."""
    for table in read.tables:
        shown = [
            (str(row["column"]), row["head"].replace("\n", "／"), f"{service.ROLE_WORDS[row['role']]} {row['role']}")
            for row in table.columns.to_json()
        ]
        title = f"{table.name or read.document.name} 表{table.number}：{table.tasks} 项"
        screen().print(grid(title, (("列 column", "right"), "表头 head", "含义 role"), shown))
    rows = [
        (task.id, task.title, task.measure, "、".join(task.leads), "、".join(task.helps), _deadline(task))
        for task in new
    ]
    title = f"新增 {len(new)} 项，已有 {held} 项 {len(new)} new, {held} held"
    if rows:
        columns = ("编号 id", "任务 task", "举措 measure", "牵头 leads", "配合 helps", "时限 deadline")
        screen().print(grid(title, columns, rows))
    else:
        terminal.say(title)
    for notice in read.notices:
        where = f"表{notice.table} 行{notice.row} " if notice.table else ""
        terminal.complain(f"{read.document.name} {where}{notice.words}: {notice.problem}")


def show_feedback(rows: Sequence[Any], name: str, body: str, day: str) -> None:
    """The feedback of a report, what is taken and what is offered, and how to take the latter."""
    shown = [
        (
            one.task,
            one.quote,
            one.amount,
            "" if one.share is None else f"{one.share:f}%",
            f"{service.SAYS_WORDS[one.says]} {one.says}",
            "采用 taken" if one.certain else "待确认 offered",
        )
        for one in rows
    ]
    columns = (
        "任务 task",
        "反馈 feedback",
        ("数值 value", "right"),
        ("完成率 share", "right"),
        "说法 says",
        "匹配 match",
    )
    screen().print(grid(f"{name}（{body or '单位不明'}，{day or '日期不明'}）", columns, shown))
    offered = sum(not one.certain for one in rows)
    if offered:
        terminal.say(f"{offered} 条待确认：加 --confirm 写入。 {offered} are offered: --confirm keeps them, too.")


def show_standings(rows: Sequence[Any], show_all: bool, day: str) -> None:
    """Tasks with their lights on a day; of many the red ones first, but with ``show_all``."""
    if not rows:
        terminal.say("台账还是空的：luoshi book import 导入任务表。 The book is empty: luoshi book import.")
        return
    numbers = [(words, sum(row.light == light for row in rows)) for light, words in service.LIGHT_WORDS.items()]
    title = f"截至 as of {day}：{len(rows)} 项 tasks　" + " · ".join(f"{words} {n}" for words, n in numbers if n)
    shown = [
        (
            one.task.id,
            service.LIGHT_WORDS[one.light],
            "：".join(filter(None, (one.task.title, one.task.measure))),
            "、".join(one.task.leads),
            one.due,
            "" if one.share is None else f"{one.share:f}%",
            one.why.partition(" / ")[0],
        )
        for one in first_of(rows, show_all, lambda row: list(service.LIGHT_WORDS).index(row.light))
    ]
    columns = ("编号 id", "灯 light", "任务 task", "单位 bodies", "期限 due", ("完成率 share", "right"), "说明 why")
    screen().print(grid(title, columns, shown))


def show_counts(rows: Sequence[Any]) -> None:
    """Lights counted by body; that of deadlines not understood where there are such."""
    names = {"red": "红", "yellow": "黄", "undecided": "期限不明", "green": "绿", "done": "完成"}
    lights = [light for light in names if light != "undecided" or any(row.undecided for row in rows)]
    heads: list[str | tuple[str, str]] = [
        "单位 body",
        ("任务 tasks", "right"),
        *((f"{names[light]} {light}", "right") for light in lights),
    ]
    shown = [(row.body, str(row.total), *(str(getattr(row, light)) for light in lights)) for row in rows]
    screen().print(grid("", heads, shown))


def show_changes(rows: Sequence[Any]) -> None:
    """Tasks whose light changed; nothing for none."""
    words = service.LIGHT_WORDS
    shown = [(row.task, row.title, words[row.before] if row.before else "新增 new", words[row.now]) for row in rows]
    if shown:
        screen().print(grid("变化 changes", ("编号 id", "任务 task", "上次 before", "本次 now"), shown))


def show_differences(rows: Sequence[Difference], show_all: bool) -> None:
    """What an edited sheet says differently."""
    kinds = {"changed": "修改", "added": "新增", "removed": "删除", "not kept": "不写入"}
    shown = [
        (
            kinds[row.kind],
            row.task,
            row.title,
            service.FIELDS.get(row.field, row.field.removeprefix("extra:")),
            row.old,
            row.new,
            row.why.partition(" / ")[0],
        )
        for row in first_of(rows, show_all)
    ]
    columns = ("差异 kind", "编号 id", "任务 task", "字段 field", "原值 old", "新值 new", "说明 why")
    screen().print(grid("", columns, shown))


def show_entries(rows: Sequence[Any], show_all: bool) -> None:
    """Entries of the book's history; of many the last ones, but with ``show_all``."""
    words: dict[str, str] = {
        "add": "新增",
        "edit": "修改",
        "remove": "删除",
        "feedback": "反馈",
        "undo": "撤销",
    } | dict(service.DEED_WORDS)
    shown = [
        (
            str(row.number or ""),
            row.task,
            words[row.deed],
            row.day,
            _value(row),
            row.who,
            row.why.partition(" / ")[0] + (f"（已由第{row.undone}条撤销 undone）" if row.undone else ""),
        )
        for row in first_of(rows[::-1], show_all)[::-1]
    ]
    columns = (("号 number", "right"), "编号 id", "事项 deed", "日期 day", "内容 value", "经办 who", "理由 why")
    screen().print(grid("", columns, shown))


def _value(row: Any) -> str:
    if row.deed == "undo":
        return f"撤销第{row.undoes}条"
    if row.deed == "feedback":
        return str(row.value["quote"])
    if row.deed == "add":
        return str(row.value)
    if row.value is None:
        return ""
    field = service.FIELDS.get(row.field, row.field.removeprefix("extra:"))
    return f"{field} {row.old or '—'} → {row.value or '—'}".strip()


def _deadline(task: Any) -> str:
    return task.deadline.date or task.deadline.words or "—"
