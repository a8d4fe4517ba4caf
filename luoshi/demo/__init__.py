"""A guided tour: four documents of an invented city, read, kept and asked.

临澜市 in 东屿省 does not exist. A page of its newspaper and the government's report of January 2025 say
what is going to be done; the reports of January 2026, on the government's work and on the budget, say
what was, and what comes next. All four were written for this project.
"""

from __future__ import annotations

from contextlib import nullcontext
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from luoshi import console, documents, reading
from luoshi.language.passage import one_line
from luoshi.ledger import Ledger, LedgerError
from luoshi.records import Document, Reading

CITY, REVENUE = "临澜市", "一般公共预算收入"
KINDS = {"数据": "figures", "任务": "commitments", "发言": "statements", "任职": "posts", "提法": "set phrases"}
_SHOWN, _WAITING = 6, 3  # commitments, and targets without a result, that the tour shows


def texts() -> list[Document]:
    """The documents of the tour, in the order of their names."""
    folder = resources.files(__name__) / "documents"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".txt")), key=lambda file: file.name)
    return [documents.from_bytes(file.read_bytes(), file.name) for file in files]


def tour(out: Path | None = None) -> None:
    """Read the documents into a ledger and show what it holds; with ``out`` the ledger is kept in that directory.

    :class:`~luoshi.ledger.LedgerError` where it can't be.
    """
    with TemporaryDirectory() if out is None else nullcontext(out) as folder:
        location = Path(folder, "luoshi.db")
        try:
            location.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or error
            raise LedgerError(f"{folder}：写不了（{reason}） / it can't be written ({reason})") from error
        with Ledger(location) as ledger:
            _show(ledger)
    if out is not None:
        console.say(
            f"\n账本在 {location}，例如 The ledger is there, for example:\n  luoshi search 养老床位 --ledger {location}"
        )


def _show(ledger: Ledger) -> None:
    """The tour itself: what was read, one figure with its evidence, who promised what, and what came of it."""
    out = console.screen()
    readings = sorted((reading.read(document) for document in texts()), key=lambda each: each.date)
    for each in readings:
        ledger.add(each)

    _heading("一、读了什么", "What was read")
    columns: list[console.Column] = ["文件 document", "日期 date", *((name, "right") for name in KINDS)]
    out.print(console.grid("", columns, [_counts(each) for each in readings]))
    print(" · ".join(f"{chinese} {english}" for chinese, english in KINDS.items()))

    _heading("二、一个数据和它的依据", "A figure and its evidence")
    values = ledger.series(REVENUE, place=CITY, measure="level")
    console.show_record(ledger.record(next(row.id for row in values if row.status == "actual")))

    _heading("三、谁要做什么", "Who is going to do what")
    said = [c for each in readings for c in each.commitments if c.speaker and c.actor]
    rows = [[c.actor, c.speaker, one_line(c.quote), c.deadline] for c in said[:_SHOWN]]
    out.print(console.grid("", ["责任单位 actor", "发言人 speaker", "内容 words", "期限 deadline"], rows))

    _heading("四、谁在什么岗位", "Who holds which post")
    posts = {office.person: office for each in readings for office in each.offices}
    people = [[office.person, office.organisation, "、".join(office.posts)] for office in posts.values()]
    out.print(console.grid("", ["姓名 person", "单位 organisation", "职务 posts"], people))

    _heading("五、一个指标的历年数值", "An indicator over the years")
    console.show_series(REVENUE, values)

    _heading("六、一年前定下的目标，后来怎样", "What became of last year's targets")
    targets = {(row.target.indicator, row.target.low, row.target.high): row for row in ledger.outcomes(CITY, "2025")}
    judged = [row for row in targets.values() if row.result]
    waiting = [row for row in targets.values() if not row.result]
    console.show_outcomes(judged + waiting[:_WAITING], evidence=False)


def _heading(chinese: str, english: str) -> None:
    print(f"\n{chinese} · {english}\n")


def _counts(each: Reading) -> list[str]:
    kinds = (each.figures, each.commitments, each.statements, each.offices, each.formulations)
    return [each.document.name, each.date, *(str(len(kind)) for kind in kinds)]
