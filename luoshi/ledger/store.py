"""The ledger: what has been read, kept, and can be asked.

with Ledger("luoshi.db") as ledger:
    ledger.add(reading)
    for row in ledger.series("一般公共预算收入", place="临澜市"):
        print(row.period, row.low, row.unit, row.quote)
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, cast, get_args

from sqlalchemy import Connection, func, insert, select, update

from luoshi import stated
from luoshi.extras import needs
from luoshi.ledger import corrections, links, papers, schema, search, withdrawal
from luoshi.ledger.corrections import Correction
from luoshi.ledger.database import Database, is_in_memory
from luoshi.ledger.errors import CorrectionError, LedgerError, UnknownRecordError
from luoshi.ledger.identity import figure_identity, place_of
from luoshi.ledger.ids import resolve
from luoshi.ledger.links import Link
from luoshi.ledger.papers import DocumentRow
from luoshi.ledger.rows import (
    KINDS,
    document_row,
    key_of,
    parse_key,
    reading_row,
    record_id,
    record_of,
    record_rows,
)
from luoshi.ledger.search import SearchRow
from luoshi.ledger.series import SeriesRow, series, target_years, targeted
from luoshi.ledger.standing import covers, standing, supersede
from luoshi.ledger.suggestions import warn_of_unknown
from luoshi.ledger.withdrawal import Withdrawn
from luoshi.records import Act, AnyRecord, Document, Figure, Measure, Reading, Stage

# What compares whole ledgers or writes files is imported by who asks for it: together it takes a second.
if TYPE_CHECKING:
    from luoshi.ledger.book.book import Book
    from luoshi.ledger.book.lights import Rules
    from luoshi.ledger.conflicts import Checks, ConflictRow
    from luoshi.ledger.conflicts.rows import ConflictKind
    from luoshi.ledger.drafts import Finding
    from luoshi.ledger.events import EventRow
    from luoshi.ledger.exports import Selection
    from luoshi.ledger.formulations import FormulationRow
    from luoshi.ledger.health import Health
    from luoshi.ledger.indicator_counts import IndicatorCount
    from luoshi.ledger.outcomes import OutcomeRow, Tolerance
    from luoshi.ledger.panel import PanelRow
    from luoshi.ledger.people import DutyRow, PostRow
    from luoshi.ledger.progress import ProgressRow
    from luoshi.ledger.projects.rows import ProjectRow
    from luoshi.ledger.stages import Line, Scope
    from luoshi.ledger.timeline.rows import TimelineRow
    from luoshi.ledger.unknown_indicators import UnknownIndicator


Words = TypeVar("Words", bound=Collection[str])


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as the ledger tells it, and where it comes from.

    ``record`` has its corrections laid over it; ``document`` is the whole document; ``superseded`` says
    that a newer reading of the document has no such record any more; ``links`` are what people said of a
    commitment's later sentences.
    """

    id: str
    record: AnyRecord
    document: Document
    reader: str
    date: str
    place: str
    place_code: str
    superseded: bool
    corrections: tuple[Correction, ...]
    links: tuple[Link, ...]


class Ledger:
    """A ledger in a SQLite file (a path) or a PostgreSQL database (a URL); made where there is none.

    With ``create=False`` a ledger that is not there is a :class:`LedgerError`, as is one that was written
    by a newer program, or a file that is no ledger. To be closed, or used in a ``with`` statement.
    """

    def __init__(self, location: str | Path = "luoshi.db", create: bool = True) -> None:
        self._database = Database(location, create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def in_memory(self) -> bool:
        """Whether nothing is left of the ledger when it is closed.

        >>> ledger.in_memory
        True
        """
        return is_in_memory(self._database.url)

    def close(self) -> None:
        """Give back the database's connections; a ``with`` statement does it by itself.

        >>> other = Ledger(":memory:")
        >>> other.close()
        """
        self._database.close()

    def health(self) -> Health:
        """How large the ledger is, what it holds, and what is damaged; see :func:`luoshi.ledger.health.health`.

        >>> health = ledger.health()
        >>> health.backend, health.documents, health.records["figure"], health.damages
        ('sqlite', 4, 240, ())
        """
        from luoshi.ledger.health import health

        return health(self._database)

    def back_up(self, out: str | Path) -> None:
        """Write a whole copy of the ledger, which may be in use, to the file ``out``.

        :class:`LedgerError` where it can't be written, and for a ledger that is no file.

        >>> kept = Ledger("luoshi.db")
        >>> kept.back_up("luoshi.db.copy")
        >>> Ledger("luoshi.db.copy", create=False).documents()
        []
        """
        from luoshi.ledger.copies import back_up

        if self._database.url.get_backend_name() != "sqlite" or self.in_memory:
            raise LedgerError(
                f"{self._database.name}: 不是文件；PostgreSQL 的账本用 pg_dump 备份，用 pg_restore 恢复 / "
                "is no file; a ledger in PostgreSQL is copied with pg_dump and put back with pg_restore"
            )
        back_up(Path(str(self._database.url.database)), Path(out))

    def holds(self, document_id: str, reader: str, date: str = "", place: str = "") -> bool:
        """Whether adding would change nothing: this reader, or a newer one, has read the document already.

        ``date`` and ``place`` are what is stated of the document, as in :class:`~luoshi.records.Document`;
        where nothing is stated, what was stated when it was added goes on.

        >>> document = luoshi.open("work-report-2026.txt")
        >>> reader = ledger.reading(document.id).reader
        >>> ledger.holds(document.id, reader), ledger.holds(document.id, reader, place="望渔县")
        (True, False)
        """
        with self._database.reading() as connection:
            old = standing(connection, document_id)
        return old is not None and covers(old, reader, date, place)

    def add(self, reading: Reading, original: bytes | None = None) -> bool:
        """Keep a reading with its document and all its records, in one transaction.

        ``original`` are the bytes of a document that is kept nowhere else (fetched, handed over), to stay as they came.

        It supersedes an earlier reading of the same document by an older reader, or under another stated
        date or place. ``False``, and nothing changes, where the same reader (or a newer one) has read the
        same document under the same date and place. ``TypeError`` for what is no reading.

        >>> reading = luoshi.read("全市新增养老床位300张。", date="2026-02-01", place="临澜市")
        >>> ledger.add(reading), ledger.add(reading)
        (True, False)
        """
        if not isinstance(reading, Reading):
            raise TypeError(
                f"{type(reading).__name__}: 账本里加的是阅读结果：ledger.add(luoshi.read(luoshi.open(路径))) / "
                "what is added is a reading: ledger.add(luoshi.read(luoshi.open(path)))"
            )
        document = reading.document
        with self._database.writing() as connection:
            old = standing(connection, document.id)
            if old is not None and covers(old, reading.reader, document.date, document.place):
                return False
            now = _now()
            if old is None and not _has_document(connection, document.id):
                connection.execute(insert(schema.documents).values(document_row(document, now)))
                if original is not None:
                    connection.execute(
                        insert(schema.originals).values(document_id=document.id, data=original, fetched_at=now)
                    )
            _replace(connection, old, reading, now)
        return True

    def load(self, location: str) -> Iterator[tuple[str, int]]:
        """Take in a corpus that was read in parts (``luoshi read-corpus``); each part and its new documents.

        A part is kept in one transaction. What the ledger holds is passed over, so that loading again, or after a stop,
        adds what is missing. :class:`LedgerError` where nothing was read there.

        >>> from luoshi.ledger.parts import ReadCorpus
        >>> reading = luoshi.read("全市新增养老床位300张。", date="2026-02-01", place="临澜市")
        >>> part = ReadCorpus("read").write(0, [reading], [], "2026-02-01T08:00:00+00:00")
        >>> list(ledger.load("read")), list(ledger.load("read"))
        ([('part-000000', 1)], [('part-000000', 0)])
        """
        try:
            from luoshi.ledger.bulk_indexes import make_up
            from luoshi.ledger.loading import load_part
            from luoshi.ledger.parts import ReadCorpus
        except ModuleNotFoundError as error:
            raise LedgerError(" / ".join(needs("parquet"))) from error
        corpus = ReadCorpus(location)
        parts = corpus.parts()
        if not parts:
            raise LedgerError(f"{location}：没有读好的文件 / nothing has been read there")
        for part in parts:
            with self._database.writing() as connection:
                new = load_part(connection, corpus, part, _now())
            yield part.name, new
        with self._database.writing() as connection:
            make_up(connection)

    def restate(self, reading: Reading, by: str, why: str) -> None:
        """Keep what a person states of a document: its reading under another date or place supersedes the present one.

        ``reading.document`` has the ``date`` and the ``place`` that hold from now on, ``""`` where the document says
        them itself. ``by`` says who states it, ``why`` the reason; both are kept among the :meth:`corrections`.
        :class:`UnknownRecordError` for a document that the ledger has not, :class:`CorrectionError` where nothing
        changes.

        >>> stated = luoshi.read(luoshi.open("work-report-2026.txt"), date="2026-01-14")
        >>> ledger.restate(stated, by="苏问渠", why="与原件核对")
        >>> [(row.name, row.date) for row in ledger.documents(year=2026)]
        [('work-report-2026.txt', '2026-01-14'), ('budget-report-2026.txt', '2026-01-13')]
        """
        document = reading.document
        with self._database.writing() as connection:
            old = standing(connection, document.id)
            if old is None:
                raise UnknownRecordError(f"{document.name}: 账本里没有这份文件 / the ledger has no such document")
            said = {"date": (old["stated_date"], document.date), "place": (old["stated_place"], document.place)}
            changes = {field: pair for field, pair in said.items() if pair[0] != pair[1]}
            if not changes:
                raise CorrectionError(f"{document.name}: 与现在的一样 / that is what holds already")
            now = _now()
            papers.keep_stated(connection, document.id, changes, by, why, now)
            _replace(connection, old, reading, now)

    def stated(self, document_id: str) -> list[Correction]:
        """What people have stated of a document by :meth:`restate`, in that order; the last of a field holds.

        >>> stated = luoshi.read(luoshi.open("work-report-2026.txt"), date="2026-01-14")
        >>> ledger.restate(stated, by="苏问渠", why="与原件核对")
        >>> [(each.field, each.new, each.who) for each in ledger.stated(stated.document.id)]
        [('date', '2026-01-14', '苏问渠')]
        """
        with self._database.reading() as connection:
            return papers.stated(connection, document_id)

    def withdraw(self, document_id: str, by: str, why: str) -> None:
        """Take a document out: nothing is asked of it any more, and nothing is deleted; see :meth:`put_back`.

        Adding it again brings it back, too. :class:`UnknownRecordError` for a document that the ledger has not.

        >>> id = ledger.document_named("work-report-2026.txt")
        >>> ledger.withdraw(id, by="苏问渠", why="是征求意见稿")
        >>> [row.name for row in ledger.documents(year=2026)], [row.name for row in ledger.withdrawn()]
        (['budget-report-2026.txt'], ['work-report-2026.txt'])
        """
        with self._database.writing() as connection:
            withdrawal.withdraw(connection, document_id, by, why, _now())

    def put_back(self, document_id: str, by: str, why: str) -> None:
        """Put a document back that was taken out, with all its records and corrections.

        >>> id = ledger.document_named("work-report-2026.txt")
        >>> ledger.withdraw(id, by="苏问渠", why="是征求意见稿")
        >>> ledger.put_back(id, by="苏问渠", why="就是定稿")
        >>> len(ledger.documents(year=2026))
        2
        """
        with self._database.writing() as connection:
            withdrawal.put_back(connection, document_id, by, why, _now())

    def withdrawn(self) -> list[Withdrawn]:
        """The documents that are taken out, the latest first.

        >>> ledger.withdrawn()
        []
        """
        with self._database.reading() as connection:
            return withdrawal.withdrawn(connection)

    def state(self) -> tuple[int, ...]:
        """What tells one state of the ledger from another: it only grows, and this with each deed.

        >>> before = ledger.state()
        >>> ledger.add(luoshi.read("全市新增养老床位300张。", date="2026-02-01", place="临澜市"))
        True
        >>> ledger.state() > before
        True
        """
        tables = (schema.readings, schema.corrections, schema.links, schema.book_entries)
        with self._database.reading() as connection:
            row = connection.execute(select(*(select(func.max(each.c.id)).scalar_subquery() for each in tables))).one()
        return tuple(number or 0 for number in row)

    def places(self) -> dict[str, int]:
        """The places that the ledger has documents of and how many, the one with most first.

        >>> ledger.places()
        {'临澜市': 4}
        """
        with self._database.reading() as connection:
            return papers.places(connection)

    def targeted(self) -> list[str]:
        """The names of indicators that targets are set for, those that the scheme knows first, short ones first.

        >>> ledger.targeted()[:2]
        ['教育支出', '新增学位']
        """
        with self._database.reading() as connection:
            return targeted(connection)

    def documents(
        self,
        place: str = "",
        year: str | int = "",
        kind: str = "",
        ids: Collection[str] | None = None,
        first: int = 0,
        most: int | None = None,
        last_added: bool = False,
    ) -> list[DocumentRow]:
        """The documents of a place, a year, a kind, or with these ids; see :func:`luoshi.ledger.papers.listed`.

        >>> [(row.name, row.kind, row.counts["figure"]) for row in ledger.documents(place="临澜市", year=2026)]
        [('budget-report-2026.txt', 'budget', 73), ('work-report-2026.txt', 'work-report', 60)]
        """
        with self._database.reading() as connection:
            about = stated.name(place), stated.year(year), stated.name(kind)
            return papers.listed(connection, *about, _several(ids), first, most, last_added)

    def target_years(self, place: str) -> list[str]:
        """The years that targets for a place are set for, the latest first.

        >>> ledger.target_years("临澜市")
        ['2030', '2026', '2025']
        """
        with self._database.reading() as connection:
            return target_years(connection, stated.name(place))

    def count_documents(self, place: str = "") -> int:
        """How many documents the ledger has, of a place or in all.

        >>> ledger.count_documents("临澜市")
        4
        """
        with self._database.reading() as connection:
            return papers.count(connection, stated.name(place))

    def document(self, document_id: str) -> Document:
        """A document as the ledger keeps it: its text, without pages and positions; ``KeyError`` for none.

        >>> ledger.document(ledger.document_named("work-report-2026.txt")).text[:9]
        '临澜市政府工作报告'
        """
        with self._database.reading() as connection:
            old = standing(connection, document_id)
            if old is None:
                raise KeyError(document_id)
            return _document(connection, old)

    def document_named(self, name: str) -> str:
        """The id of the document with this id, the beginning of one, or this name; an error for none and for several.

        >>> ledger.document_named("work-report-2026.txt")[:8]
        'cf508602'
        """
        with self._database.reading() as connection:
            return papers.document_named(connection, name)

    def copies(self, ids: Collection[str]) -> dict[str, tuple[str, str]]:
        """Of these documents those that nearly repeat an earlier one; see :func:`luoshi.ledger.papers.copies`.

        >>> ledger.copies([row.id for row in ledger.documents()])
        {}
        """
        with self._database.reading() as connection:
            return papers.copies(connection, ids)

    def series(self, indicator: str, place: str = "", measure: str = "") -> list[SeriesRow]:
        """The values of an indicator over time; see :func:`luoshi.ledger.series.series`.

        Where nothing is found because the ledger knows no such indicator or place, an :class:`UnknownNameWarning` names
        those alike. ``ValueError`` for a measure that there is not.

        >>> for row in ledger.series("一般公共预算收入", place="临澜市", measure="level"):
        ...     print(row.period, row.status, row.low, row.unit, row.quote)
        2024 actual 9620000000 元 96.2亿元
        2025 actual 9990000000 元 99.9亿元
        2025 actual 9990000000 元 99.9
        2025 actual 9990000000 元 99.9亿元
        2025 target 10100000000 元 101亿元
        2025 target 10100000000 元 101
        2026 target 10390000000 元 103.9亿元
        """
        indicator, place = stated.name(indicator), stated.name(place)
        measure = stated.one_of(measure, get_args(Measure), "度量 measure")
        with self._database.reading() as connection:
            rows = series(connection, indicator, place, measure)
            if not rows:
                warn_of_unknown(connection, place, indicator)
            return rows

    def lines(self, indicator: str, place: str = "", measure: str = "", scope: Scope = "") -> list[Line]:
        """The values of an indicator by place and stage, as lines; see :func:`luoshi.ledger.stages.lines`.

        >>> for line in ledger.lines("一般公共预算收入", measure="level"):
        ...     print(line.best.period, line.best.quote, line.stage, len(line.others))
        2024 96.2亿元 executed 0
        2025 99.9亿元 executed 4
        2026 103.9亿元 initial 0
        """
        from luoshi.ledger.stages import lines

        indicator, place = stated.name(indicator), stated.name(place)
        measure = stated.one_of(measure, get_args(Measure), "度量 measure")
        with self._database.reading() as connection:
            return lines(connection, indicator, place, measure, scope)

    def panel(
        self,
        indicators: Sequence[str] | str,
        places: Sequence[str] | str = (),
        years: tuple[int, int] | None = None,
        measure: Measure | Literal[""] = "",
    ) -> list[PanelRow]:
        """A row for each place, year and indicator; see :func:`luoshi.ledger.panel.panel`.

        >>> [(row.year, row.quote, row.status) for row in ledger.panel("一般公共预算收入", "临澜市", (2024, 2026))]
        [('2024', '96.2亿元', 'actual'), ('2025', '99.9亿元', 'actual'), ('2026', '', '')]
        """
        from luoshi.ledger.panel import panel

        indicators, places = _several(indicators) or (), _several(places) or ()
        with self._database.reading() as connection:
            return panel(connection, indicators, places, years, measure)

    def outcomes(
        self,
        place: str = "",
        year: str | int = "",
        indicator: str = "",
        tolerance: Tolerance | None = None,
        on: str = "",
    ) -> list[OutcomeRow]:
        """Each target beside its result; see :func:`luoshi.ledger.outcomes.outcomes`.

        >>> for row in ledger.outcomes("临澜市", 2025, "固定资产投资"):
        ...     print(row.target.quote, row.result.quote, row.verdict, row.rule)
        7% 4.9% missed 达到 / reach ≥ 7: 4.9
        """
        from luoshi.ledger.outcomes import USUAL, outcomes

        place, year, indicator, on = *_about(place, year, indicator), stated.day(on)
        with self._database.reading() as connection:
            rows = outcomes(connection, place, year, indicator, tolerance or USUAL, on=on)
            if not rows:
                warn_of_unknown(connection, place, indicator)
            return list(rows)

    def untargeted(self, place: str = "", year: str | int = "", indicator: str = "") -> list[SeriesRow]:
        """Results of years for which there was no target; see :func:`luoshi.ledger.outcomes.untargeted`.

        >>> [(row.period, row.quote) for row in ledger.untargeted(indicator="粮食产量")]
        [('2024', '63.5万吨')]
        """
        from luoshi.ledger.outcomes import untargeted

        place, year, indicator = _about(place, year, indicator)
        with self._database.reading() as connection:
            rows = untargeted(connection, place, year, indicator)
            if not rows:
                warn_of_unknown(connection, place, indicator)
            return rows

    def indicators(self, place: str = "") -> list[IndicatorCount]:
        """The indicators of which there are values; see :func:`luoshi.ledger.indicator_counts.indicator_counts`.

        >>> ledger.indicators("临澜市")[0].figures > 1
        True
        """
        from luoshi.ledger.indicator_counts import indicator_counts

        place = stated.name(place)
        with self._database.reading() as connection:
            return indicator_counts(connection, place)

    def unknown_indicators(self, place: str = "", fewest: int = 2) -> list[UnknownIndicator]:
        """Names that the scheme does not know; see :func:`luoshi.ledger.unknown_indicators.unknown_indicators`.

        >>> ledger.unknown_indicators("临澜市")[0].figures > 1
        True
        """
        from luoshi.ledger.unknown_indicators import unknown_indicators

        with self._database.reading() as connection:
            return unknown_indicators(connection, place, fewest)

    def checks(
        self, place: str = "", year: str | int = "", indicator: str = "", kind: ConflictKind | Literal[""] = ""
    ) -> Checks:
        """All comparisons of figures with each other, with their number; see :func:`luoshi.ledger.conflicts.checks`.

        >>> checks = ledger.checks("临澜市", 2025)
        >>> checks.made > 0, len(checks.conflicts)
        (True, 0)
        """
        from luoshi.ledger.conflicts import checks

        place, year, indicator = _about(place, year, indicator)
        with self._database.reading() as connection:
            return checks(connection, place, year, indicator, kind)

    def conflicts(self, place: str = "", year: str | int = "", indicator: str = "") -> list[ConflictRow]:
        """The conflicts among :meth:`checks`.

        >>> text = "2025年，全市税收收入72.5亿元，非税收入28.5亿元，一般公共预算收入99.9亿元。"
        >>> made = ledger.add(luoshi.read(text, date="2026-01-20", place="临澜市"))
        >>> [(row.kind, row.arithmetic) for row in ledger.conflicts("临澜市", 2025)]
        [('sum', '72.5亿元 + 28.5亿元 = 101亿 ≠ 99.9亿元: 容差 tolerance 1500万')]
        """
        return self.checks(place, year, indicator).conflicts

    def check(self, draft: Reading) -> list[Finding]:
        """What the ledger says of each figure and post of a draft; see :func:`luoshi.ledger.drafts.check`.

        >>> draft = luoshi.read("2025年，全市新增学位9510个。", date="2026-01-14", place="临澜市")
        >>> [(finding.draft.quote, finding.verdict, finding.source.quote) for finding in ledger.check(draft)]
        [('9510个', 'differs', '9150个')]
        """
        from luoshi.ledger.drafts import check

        with self._database.reading() as connection:
            return check(connection, draft)

    def people(self, person: str = "", body: str = "", place: str = "") -> list[PostRow]:
        """Who held which post, first and last seen when; see :func:`luoshi.ledger.people.people`.

        >>> [(row.person, row.body, row.post, row.first.date) for row in ledger.people(body="教育局")]
        [('温书瑶', '临澜市教育局', '党组书记', '2025-01-10'), ('温书瑶', '临澜市教育局', '局长', '2025-01-10')]
        """
        from luoshi.ledger.people import people

        with self._database.reading() as connection:
            return people(connection, stated.name(person), stated.name(body), stated.name(place))

    def bodies(self, body: str = "", place: str = "") -> list[DutyRow]:
        """Which body answers for which commitments; see :func:`luoshi.ledger.people.bodies`.

        >>> [(row.body, row.deadline, row.evidence.quote) for row in ledger.bodies("医保局")][0]
        ('临澜市医疗保障局', '', '市医保局将推动跨省异地就医直接结算覆盖全部二级以上医院')
        """
        from luoshi.ledger.people import bodies

        with self._database.reading() as connection:
            return bodies(connection, stated.name(body), stated.name(place))

    def formulations(self, phrase: str = "", place: str = "") -> list[FormulationRow]:
        """Set phrases with their first and last use; see :func:`luoshi.ledger.formulations.formulations`.

        >>> [(row.phrase, row.head, row.uses) for row in ledger.formulations("三湾")]
        [('三湾联动', '行动', 4)]
        """
        from luoshi.ledger.formulations import formulations

        with self._database.reading() as connection:
            return formulations(connection, stated.name(phrase), stated.name(place))

    def projects(
        self, place: str = "", words: str = "", stage: Stage | Literal[""] = "", year: str | int = ""
    ) -> list[ProjectRow]:
        """Projects over the years, each under all its names; see :func:`luoshi.ledger.projects.asking.projects`.

        >>> [(row.name, row.stage, row.ahead, len(row.mentions)) for row in ledger.projects(words="跨海通道")]
        [('临澜湾跨海通道', 'going on', False, 4)]
        """
        from luoshi.ledger.projects.asking import projects

        far = stated.one_of(stage, get_args(Stage), "阶段 stage")
        with self._database.reading() as connection:
            return projects(connection, stated.name(place), stated.name(words), far, stated.year(year))

    def events(
        self,
        place: str = "",
        kind: Act | Literal[""] = "",
        actor: str = "",
        year: str | int = "",
        words: str = "",
    ) -> list[EventRow]:
        """Events in the order of their days; see :func:`luoshi.ledger.events.events`.

        >>> [(row.kind, row.date) for row in ledger.events("临澜市", words="人民代表大会")]
        [('meeting', '2025-01-10')]
        """
        from luoshi.ledger.events import events

        act = stated.one_of(kind, get_args(Act), "种类 kind")
        with self._database.reading() as connection:
            return events(
                connection, stated.name(place), act, stated.name(actor), stated.year(year), stated.name(words)
            )

    def timeline(self, asked: str, place: str = "") -> list[TimelineRow]:
        """What was said and done of one thing; see :func:`luoshi.ledger.timeline.asking.timeline`.

        >>> for row in ledger.timeline("跨海通道"):
        ...     print(row.date, row.said, row.quote)
        2025-01-07 promised 临澜湾跨海通道
        2025-01-10 promised 临澜湾跨海通道
        2026-01-13 reported 临澜湾跨海通道主塔桩基
        2026-01-13 promised 临澜湾跨海通道
        """
        from luoshi.ledger.timeline.asking import timeline

        with self._database.reading() as connection:
            return timeline(connection, stated.name(asked), stated.name(place))

    def search(self, words: str, kinds: Collection[str] = (), limit: int = 100) -> list[SearchRow]:
        """The sentences that hold all the words, the newest first; see :func:`luoshi.ledger.search.search`.

        >>> [(row.date, len(row.records)) for row in ledger.search("养老床位", kinds=["figure"], limit=1)]
        [('2026-01-13', 7)]
        """
        kinds = _several(kinds) or ()
        with self._database.reading() as connection:
            return search.search(connection, words, kinds, limit)

    def sentence(self, id: str) -> SearchRow:
        """The sentence with an id that :meth:`progress` told; :class:`UnknownRecordError` for none.

        >>> told = next(row for row in ledger.progress("临澜市", 2025) if row.mentions)
        >>> ledger.sentence(told.mentions[0].id).document
        'work-report-2026.txt'
        """
        with self._database.reading() as connection:
            document_id, start, _ = links.resolve_sentence(connection, id)
            return search.sentence(connection, document_id, start)

    def unknown_place(self, name: str) -> list[str] | None:
        """Places like one that the ledger has not; see :func:`luoshi.ledger.suggestions.unknown_place`.

        >>> ledger.unknown_place("临澜"), ledger.unknown_place("望渔县")
        (None, ['临澜市'])
        """
        from luoshi.ledger.suggestions import unknown_place

        with self._database.reading() as connection:
            return unknown_place(connection, name)

    def unknown_indicator(self, name: str) -> list[str] | None:
        """Indicators like one that the ledger has not; see :func:`luoshi.ledger.suggestions.unknown_indicator`.

        >>> ledger.unknown_indicator("养老床位")
        ['新增养老床位', '市民政局将新增养老床位']
        """
        from luoshi.ledger.suggestions import unknown_indicator

        with self._database.reading() as connection:
            return unknown_indicator(connection, name)

    def record(self, id: str) -> StoredRecord:
        """The record with this id, whole or shortened as long as only one record answers to it.

        ``3fa9c0d1e2b3a495:figure-120-128`` may be given as ``3fa9:figure-120-128``, ``3fa9:figure-120`` or
        ``figure-120-128``. :class:`UnknownRecordError` where none answers, or several (they are listed).

        >>> row = ledger.series("新增学位", place="临澜市")[0]
        >>> ledger.record(row.id).record.quote, ledger.record(row.id[:8]+row.id[16:]).document.name
        ('7200个', 'work-report-2025.txt')
        """
        with self._database.reading() as connection:
            document_id, key, reading_id = resolve(connection, id)
            return _stored_record(connection, document_id, key, reading_id)

    def reading(self, document_id: str) -> Reading:
        """The standing reading of a document as it was added, corrections not laid over; ``KeyError`` for none.

        >>> reading = ledger.reading(ledger.document_named("work-report-2026.txt"))
        >>> reading.place, len(reading.figures)
        ('临澜市', 60)
        """
        with self._database.reading() as connection:
            old = standing(connection, document_id)
            if old is None:
                raise KeyError(document_id)
            return _reading(connection, old)

    def original(self, document_id: str) -> bytes | None:
        """The bytes of a document that was kept as it came (see :meth:`add`); ``None`` for any other.

        >>> ledger.original(ledger.document_named("work-report-2026.txt")) is None
        True
        """
        table = schema.originals
        with self._database.reading() as connection:
            found = connection.execute(select(table.c.data).where(table.c.document_id == document_id)).scalar()
        return None if found is None else bytes(found)

    def correct(self, id: str, field: str, value: object, by: str, why: str) -> Correction:
        """Lay a person's correction over a record; the reading itself is kept as it was.

        ``id`` as for :meth:`record`; ``value`` as the field holds it, numbers also as text. ``by`` says who
        corrects, ``why`` the reason. :class:`CorrectionError` for a field or value that can't be.

        >>> row = ledger.series("新增学位", place="临澜市")[0]
        >>> made = ledger.correct(row.id, "period", "2023", by="苏问渠", why="表头写明是上年")
        >>> made.old, ledger.record(row.id).record.period
        ('2024', '2023')
        """
        if not by.strip() or not why.strip():
            raise CorrectionError("更正须署名并说明理由 / a correction needs a name and a reason")
        with self._database.writing() as connection:
            document_id, key, reading_id = resolve(connection, id)
            kind = key.partition("-")[0]
            new = corrections.value_for(kind, field, value)
            old = getattr(_told_record(connection, document_id, key, reading_id), field)
            connection.execute(
                insert(schema.corrections).values(
                    document_id=document_id,
                    key=key,
                    field=field,
                    old=corrections.stored(old),
                    new=corrections.stored(new),
                    who=by,
                    why=why,
                    made_at=_now(),
                )
            )
            if kind == "figure":
                _renew_identity(connection, document_id, key, reading_id)
            return corrections.told(connection, document_id, key)[-1]

    def corrections(self, id: str = "") -> list[Correction]:
        """All corrections in the order in which they were made, or those of one record.

        >>> row = ledger.series("新增学位", place="临澜市")[0]
        >>> made = ledger.correct(row.id, "period", "2023", by="苏问渠", why="表头写明是上年")
        >>> [(each.field, each.new, each.who) for each in ledger.corrections(row.id)]
        [('period', '2023', '苏问渠')]
        """
        with self._database.reading() as connection:
            if not id:
                return corrections.told(connection)
            document_id, key, _ = resolve(connection, id)
            return corrections.told(connection, document_id, key)

    def progress(
        self, place: str = "", year: str | int = "", id: str = "", on: str = "", limit: int = 5, state: str = ""
    ) -> list[ProgressRow]:
        """What became of commitments: later sentences, and the state; see :func:`luoshi.ledger.progress.progress`.

        >>> for row in ledger.progress("临澜市", 2025, on="2026-02-01")[:2]:
        ...     print(row.state, row.commitment.quote[:18], len(row.mentions))
        no_news 我们也看到，工业结构偏重，民间投资下 2
        overdue 地区生产总值增长6%左右，一般公共预 5
        """
        from luoshi.ledger.progress import progress

        place, year, on = stated.name(place), stated.year(year), stated.day(on)
        with self._database.reading() as connection:
            return progress(connection, place, year, id, on, limit, state)

    def link(self, asked: str, later: str, verdict: str, by: str, why: str) -> Link:
        """Keep a person's verdict on a commitment and a later sentence, or a target and a later figure.

        ``asked`` is the commitment's or the target's id as for :meth:`record`, ``later`` the id of a sentence that
        :meth:`progress` told, or of a figure that :meth:`outcomes` told. ``verdict`` is ``done`` or ``in_progress``
        (the sentence shows it) or ``unrelated``; of a figure ``answer`` or ``no_answer``. ``by`` says who, ``why``
        the reason; see :mod:`luoshi.ledger.links`.

        >>> row = next(row for row in ledger.progress("临澜市", 2025) if row.mentions)
        >>> made = ledger.link(row.id, row.mentions[0].id, "unrelated", by="苏问渠", why="另一项工程")
        >>> made.verdict, made.who
        ('unrelated', '苏问渠')
        """
        with self._database.writing() as connection:
            document_id, key, _ = resolve(connection, asked)
            said = _later(connection, later, key)
            return links.keep(connection, (document_id, key), said, verdict, by, why, _now())

    def links(self, commitment: str = "") -> list[Link]:
        """All verdicts in the order in which they were made, or those on one commitment or target.

        >>> row = next(row for row in ledger.progress("临澜市", 2025) if row.mentions)
        >>> made = ledger.link(row.id, row.mentions[0].id, "done", by="苏问渠", why="报告写明")
        >>> [(each.verdict, each.who) for each in ledger.links(row.id)]
        [('done', '苏问渠')]
        """
        with self._database.reading() as connection:
            if not commitment:
                return links.told(connection)
            document_id, key, _ = resolve(connection, commitment)
            return links.told(connection, document_id, key)

    def book(self, name: str = "", rules: Rules | None = None) -> Book:
        """The book of tasks of this name, its lights by the usual rules or an office's own ones.

        See :class:`luoshi.ledger.book.book.Book` and :class:`luoshi.ledger.book.lights.Rules`.

        >>> ledger.book().tasks()
        []
        """
        from luoshi.ledger.book.book import Book
        from luoshi.ledger.book.lights import USUAL

        return Book(self._database, name, rules or USUAL)

    def export(
        self, to: str, out: str | Path, kind: str = "", selection: Selection | None = None, encoding: str = "utf-8-sig"
    ) -> int:
        """Write the ledger to a file, and give the number of its rows; see :func:`luoshi.ledger.exports.export`.

        >>> ledger.export("csv", "figures.csv") > 200
        True
        """
        from luoshi.ledger.exports import Selection, export

        chosen = selection or Selection()
        chosen = Selection(*_about(chosen.place, chosen.year, "")[:2], stated.day(chosen.on))
        with self._database.reading() as connection:
            return export(connection, to, Path(out), kind, chosen, encoding)

    def frame(self, kind: str = "figures", library: str = "pandas") -> Any:
        """All records of a kind as a data frame; see :func:`luoshi.ledger.frames.frame`.

        >>> ledger.frame("commitments").columns.tolist()[:4]
        ['id', 'document', 'document_id', 'document_date']
        """
        from luoshi.ledger.frames import frame

        with self._database.reading() as connection:
            return frame(connection, kind, library)


def _later(connection: Connection, id: str, key: str) -> tuple[str, int, int]:
    """Document id, start and end of the sentence said to show a commitment's work, or the figure to answer a target."""
    if not key.startswith("figure-"):
        return links.resolve_sentence(connection, id)
    later_id, figure, _ = resolve(connection, id, "figure")
    _, start, end = figure.partition(".")[0].split("-")
    return later_id, int(start), int(end)


def _about(place: str, year: str | int, indicator: str) -> tuple[str, str, str]:
    """What a question is about, as it is asked of the ledger."""
    return stated.name(place), stated.year(year), stated.name(indicator)


def _several(words: Words | str | None) -> Words | tuple[str] | None:
    """A list of words; a word alone is a list of one."""
    return (words,) if isinstance(words, str) else words


def _now() -> str:
    """The time of day, kept for people; nothing that the ledger tells depends on it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _replace(connection: Connection, old: Mapping[str, Any] | None, reading: Reading, now: str) -> None:
    """Add a reading with its records; it supersedes the one that stands, if any."""
    reading_id = _insert_reading(connection, reading, now)
    if old is not None:
        supersede(connection, old["id"], reading_id, now)
    _insert_records(connection, reading, reading_id)
    search.index(connection, reading_id, reading.document.id, reading.date, reading.document.text)


def _has_document(connection: Connection, document_id: str) -> bool:
    """Whether the ledger keeps the document, though it may have been taken out."""
    table = schema.documents
    return connection.execute(select(table.c.id).where(table.c.id == document_id)).first() is not None


def _insert_reading(connection: Connection, reading: Reading, now: str) -> int:
    inserted = insert(schema.readings).values(reading_row(reading, now)).returning(schema.readings.c.id)
    return int(connection.execute(inserted).scalar_one())


def _insert_records(connection: Connection, reading: Reading, reading_id: int) -> None:
    """Add all records; a figure that was corrected in an earlier reading is found by what it was corrected to."""
    document_id = reading.document.id
    laid = corrections.overlay(connection, [document_id])
    for kind, rows in record_rows(reading, reading_id).items():
        if kind == "figure" and laid:
            home = place_of(reading.place, reading.place_code)
            for row, record in zip(rows, reading.figures, strict=True):
                figure = cast(Figure, corrections.corrected(record, document_id, key_of(kind, row), laid))
                row |= figure_identity(figure, home)
        connection.execute(insert(KINDS[kind][0]), rows)


def _renew_identity(connection: Connection, document_id: str, key: str, reading_id: int) -> None:
    """Let a corrected figure be found by what it was corrected to."""
    figure = cast(Figure, _told_record(connection, document_id, key, reading_id))
    reading = connection.execute(select(schema.readings).where(schema.readings.c.id == reading_id)).one()
    identity = figure_identity(figure, place_of(reading.place, reading.place_code))
    connection.execute(update(schema.figures).where(*_row_named(key, reading_id)).values(identity))


def _row_named(key: str, reading_id: int) -> tuple[Any, ...]:
    parts = parse_key(key)
    if parts is None:
        raise KeyError(key)
    kind, start, end, ordinal = parts
    columns = KINDS[kind][0].c
    return (
        columns.reading_id == reading_id,
        columns.start == start,
        columns.end == end,
        columns.ordinal == ordinal,
    )


def _told_record(connection: Connection, document_id: str, key: str, reading_id: int) -> AnyRecord:
    kind = key.partition("-")[0]
    row = connection.execute(select(KINDS[kind][0]).where(*_row_named(key, reading_id))).mappings().one()
    laid = corrections.overlay(connection, [document_id])
    return corrections.corrected(record_of(kind, row), document_id, key, laid)


def _stored_record(connection: Connection, document_id: str, key: str, reading_id: int) -> StoredRecord:
    reading = connection.execute(select(schema.readings).where(schema.readings.c.id == reading_id)).one()._asdict()
    return StoredRecord(
        id=record_id(document_id, key),
        record=_told_record(connection, document_id, key, reading_id),
        document=_document(connection, reading),
        reader=reading["reader"],
        date=reading["date"],
        place=reading["place"],
        place_code=reading["place_code"],
        superseded=reading["superseded_by"] is not None,
        corrections=tuple(corrections.told(connection, document_id, key)),
        links=tuple(links.told(connection, document_id, key)),
    )


def _document(connection: Connection, reading: Mapping[str, Any]) -> Document:
    row = connection.execute(select(schema.documents).where(schema.documents.c.id == reading["document_id"])).one()
    return Document(
        id=row.id,
        text=row.text,
        name=row.name,
        format=row.format,
        encoding=row.encoding,
        date=reading["stated_date"],
        place=reading["stated_place"],
        title=row.title,
        publisher=row.publisher,
        number=row.number,
        url=row.url,
    )


def _reading(connection: Connection, row: Mapping[str, Any]) -> Reading:
    records: dict[str, tuple[Any, ...]] = {}
    for kind, (table, _) in KINDS.items():
        found = connection.execute(
            select(table).where(table.c.reading_id == row["id"]).order_by(table.c.start, table.c.end, table.c.ordinal)
        ).mappings()
        records[table.name] = tuple(record_of(kind, each) for each in found)
    return Reading(
        document=_document(connection, row),
        reader=row["reader"],
        date=row["date"],
        place=row["place"],
        place_code=row["place_code"],
        title=row["title"],
        **records,
    )
