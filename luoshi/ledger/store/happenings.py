"""Asking a ledger for what is told beside figures: people, phrases, projects, events, commitments, words."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Literal, get_args

from luoshi import stated
from luoshi.ledger import links, search
from luoshi.ledger.search import SearchRow
from luoshi.ledger.store.asked import Asked, several
from luoshi.records import Act, Stage

# What compares whole ledgers or writes files is imported by who asks for it: together it takes a second.
if TYPE_CHECKING:
    from luoshi.ledger.events import EventRow
    from luoshi.ledger.formulations import FormulationRow
    from luoshi.ledger.people import DutyRow, PostRow
    from luoshi.ledger.progress.rows import ProgressRow
    from luoshi.ledger.projects.rows import ProjectRow
    from luoshi.ledger.timeline.rows import TimelineRow


class Happenings(Asked):
    """What a ledger tells beside its figures."""

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
        kinds = several(kinds) or ()
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

    def progress(
        self, place: str = "", year: str | int = "", id: str = "", on: str = "", limit: int = 5, state: str = ""
    ) -> list[ProgressRow]:
        """What became of commitments: the state, and later sentences; see :mod:`luoshi.ledger.progress`.

        >>> for row in ledger.progress("临澜市", 2025, on="2026-02-01")[:2]:
        ...     print(row.state, row.commitment.quote[:18], len(row.mentions))
        no_news 我们也看到，工业结构偏重，民间投资下 2
        overdue 地区生产总值增长6%左右，一般公共预 5
        """
        from luoshi.ledger.progress.asking import progress

        place, year, on = stated.name(place), stated.year(year), stated.day(on)
        with self._database.reading() as connection:
            return progress(connection, place, year, id, on, limit, state)
