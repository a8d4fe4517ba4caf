"""Asking a ledger for its figures: series, panels, targets beside results, conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, get_args

from luoshi import stated
from luoshi.ledger.series import SeriesRow, series, target_years, targeted
from luoshi.ledger.store.asked import Asked, about, several
from luoshi.ledger.suggestions import warn_of_unknown
from luoshi.records import Measure, Reading

# What compares whole ledgers or writes files is imported by who asks for it: together it takes a second.
if TYPE_CHECKING:
    from luoshi.ledger.conflicts import Checks, ConflictRow
    from luoshi.ledger.conflicts.rows import ConflictKind
    from luoshi.ledger.drafts import Finding
    from luoshi.ledger.indicator_counts import IndicatorCount
    from luoshi.ledger.outcomes import OutcomeRow, Tolerance
    from luoshi.ledger.panel import PanelRow
    from luoshi.ledger.panel_years import Years
    from luoshi.ledger.stages import Line, Scope
    from luoshi.ledger.unknown_indicators import UnknownIndicator


class Values(Asked):
    """The figures of a ledger, told and compared."""

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

    def targeted(self) -> list[str]:
        """The names of indicators that targets are set for, those that the scheme knows first, short ones first.

        >>> ledger.targeted()[:2]
        ['教育支出', '新增学位']
        """
        with self._database.reading() as connection:
            return targeted(connection)

    def target_years(self, place: str) -> list[str]:
        """The years that targets for a place are set for, the latest first.

        >>> ledger.target_years("临澜市")
        ['2030', '2026', '2025']
        """
        with self._database.reading() as connection:
            return target_years(connection, stated.name(place))

    def panel(
        self,
        indicators: Sequence[str] | str,
        places: Sequence[str] | str = (),
        years: Years | None = None,
        measure: Measure | Literal[""] = "",
    ) -> list[PanelRow]:
        """A row for each place, year and indicator; see :func:`luoshi.ledger.panel.panel`.

        ``years`` are a pair of the first and the last one, a range or a list of years, one year, or words (2015-2025).
        An :class:`UnknownNameWarning` names what is like an indicator or a place that the ledger has not;
        :class:`LedgerError` for years and ``ValueError`` for a measure that there are not.

        >>> [(row.year, row.quote, row.status) for row in ledger.panel("一般公共预算收入", "临澜市", (2024, 2026))]
        [('2024', '96.2亿元', 'actual'), ('2025', '99.9亿元', 'actual'), ('2026', '', '')]
        """
        from luoshi.ledger.panel import panel

        indicators, places = several(indicators) or (), several(places) or ()
        stated.one_of(measure, get_args(Measure), "度量 measure")
        with self._database.reading() as connection:
            for place in places:
                warn_of_unknown(connection, place, "")
            for indicator in indicators:
                warn_of_unknown(connection, "", indicator)
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

        place, year, indicator, on = *about(place, year, indicator), stated.day(on)
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

        place, year, indicator = about(place, year, indicator)
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
        ['新增养老床位']
        """
        from luoshi.ledger.suggestions import unknown_indicator

        with self._database.reading() as connection:
            return unknown_indicator(connection, name)

    def checks(
        self, place: str = "", year: str | int = "", indicator: str = "", kind: ConflictKind | Literal[""] = ""
    ) -> Checks:
        """All comparisons of figures with each other, with their number; see :func:`luoshi.ledger.conflicts.checks`.

        >>> checks = ledger.checks("临澜市", 2025)
        >>> checks.made > 0, len(checks.conflicts)
        (True, 0)
        """
        from luoshi.ledger.conflicts import checks

        place, year, indicator = about(place, year, indicator)
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
