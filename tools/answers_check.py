"""How well targets meet their answers on reports of places that people labelled by reading.

    python tools/answers_check.py                          both parts
    python tools/answers_check.py --part tuning --errors   each target of the tuning part that goes wrong
    python tools/answers_check.py --part tuning --place 临澜市

``answered``: of the targets that the next report answers, how many are found as the result, or among the first three
likely answers. ``decided``: of the verdicts met and missed, how many are those of the readers. ``none``: of what is
shown as a target in passages that were labelled whole, how much is none. ``headline``: the same of the main
indicators. Errors of the test part are never shown.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import answer_labels
from answer_labels import LabelledPlace, LabelledResult, LabelledTarget, Span

from labels import CORPORA
from luoshi.knowledge.indicators import identify
from luoshi.ledger import Ledger, OutcomeRow
from luoshi.ledger.identity import compared_period, indicator_key
from luoshi.ledger.likeness import parts_of
from luoshi.ledger.series import SeriesRow
from luoshi.records import Figure
from luoshi.ways.cli import terminal

SHOWN = 3  # likely answers that a person looks at
# The concepts by which a report tells each headline indicator.
CONCEPTS = {
    "gdp": {"gdp"},
    "fiscal": {
        "general_public_budget_revenue",
        "general_public_budget_gross_revenue",
        "fiscal_revenue",
        "local_fiscal_revenue",
        "total_fiscal_revenue",
    },
    "investment": {"fixed_asset_investment", "total_fixed_asset_investment"},
    "retail": {"retail_sales"},
    "industry": {
        "industrial_value_added",
        "value_added",
        "gross_industrial_output",
        "gross_industrial_output_above_size",
    },
    "urban_income": {"disposable_income_per_capita"},
    "rural_income": {"disposable_income_per_capita", "net_income_per_capita"},
    "residents": {"disposable_income_per_capita"},
    "prices": {"consumer_price"},
    "jobs": {"new_urban_employment"},
    "unemployment": {"registered_unemployment_rate", "surveyed_unemployment_rate"},
    "grain": {"grain_output", "grain_capacity"},
    "trade": {"goods_trade"},
    "exports": {"goods_exports"},
}


class Measured:
    """Counts of one part, and lines that tell what went wrong."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.errors: list[str] = []

    def note(self, kind: str, labelled: LabelledPlace, span: Span, words: str) -> None:
        """One error, told by its place."""
        self.errors.append(f"{kind:9} {labelled.place} {span[0]}:{span[1]} {words}")


def measure(labelled: LabelledPlace, measured: Measured) -> None:
    """Count one place."""
    with TemporaryDirectory() as folder, Ledger(Path(folder, "luoshi.db")) as ledger:
        years = answer_labels.fill(ledger, labelled)
        figures = {year: ledger.reading(id).figures for id, year in years.items()}
        texts = {year: ledger.reading(id).document.text for id, year in years.items()}
        rows = ledger.outcomes(labelled.place)
    by_year: dict[int, list[tuple[SeriesRow, OutcomeRow]]] = defaultdict(list)
    for row in rows:
        for target in row.targets:
            by_year[years[target.document_id]].append((target, row))
    for label in labelled.targets:
        read = [figure for figure in figures[label.span[0]] if _shared(figure, label.span)]
        pairs = by_year[label.span[0]]
        found = [row for target, row in pairs if _shared(target, label.span)]
        # A target that a report sets twice in the same words and digits stands in the ledger's rows once.
        found = found or [row for target, row in pairs if any(_said_again(figure, target) for figure in read)]
        _answer(label, found, years, texts, labelled, measured)
    _headlines("targets", labelled.targets, ("target",), labelled, figures, measured)
    _headlines("results", labelled.results, ("actual", "forecast"), labelled, figures, measured)
    _none(labelled, by_year, measured)


def _answer(
    label: LabelledTarget,
    rows: list[OutcomeRow],
    years: dict[str, int],
    texts: dict[int, str],
    labelled: LabelledPlace,
    measured: Measured,
) -> None:
    """Count how a labelled target was answered; of several rows the one that decides."""
    counts = measured.counts
    order = {"met": 0, "missed": 0, "unclear": 1, "open": 2}
    own = [row for row in rows if row.target.identity == indicator_key(label.indicator)]  # of a joint target its part
    row = min(own or rows, key=lambda row: (order[row.verdict], row.result is None), default=None)
    told = [span for place in label.places for span in place]
    hit = row is not None and any(
        _same(result, span, years, texts) for result in ([row.result] if row.result else []) for span in told
    )
    likely = row is not None and any(
        _same(each.figure, span, years, texts) for each in row.candidates[:SHOWN] for span in told
    )
    decided = row is not None and row.verdict in ("met", "missed")
    right = decided and row is not None and row.verdict == label.verdict and hit
    head = "headline " if label.key else ""
    if label.answer == "told":
        for name in dict.fromkeys(("", head)):
            counts[f"{name}answered"] += 1
            counts[f"{name}found"] += hit
            counts[f"{name}likely"] += likely and not hit
            counts[f"{name}verdict right"] += row is not None and hit and row.verdict == label.verdict
        if not hit and not likely:
            measured.note("not found", labelled, label.span, f"{label.indicator}: {_rows(rows)}")
    if decided and row is not None and label.answer != "later":
        for name in dict.fromkeys(("", head)):
            counts[f"{name}decided"] += 1
            counts[f"{name}decided right"] += right
        counts["missed"] += row.verdict == "missed"
        counts["missed right"] += row.verdict == "missed" and right
        if not right:
            measured.note("wrong", labelled, label.span, f"{label.indicator} ({label.verdict}): {_rows([row])}")
    elif hit and row is not None and row.verdict != label.verdict:
        measured.note("undecided", labelled, label.span, f"{label.indicator} ({label.verdict}): {_rows([row])}")


def _said_again(figure: Figure, target: SeriesRow) -> bool:
    same = ("measure", "sign", "period", "low", "high", "unit", "status")
    return all(getattr(figure, name) == getattr(target, name) for name in same) and (
        figure.concept == target.concept if figure.concept else figure.indicator == target.indicator
    )


def _headlines(
    what: str,
    labels: Sequence[LabelledTarget | LabelledResult],
    statuses: tuple[str, ...],
    labelled: LabelledPlace,
    figures: dict[int, tuple[Figure, ...]],
    measured: Measured,
) -> None:
    """Count the headline targets or results that are read as what they are; 预计 tells a result, too."""
    for label in labels:
        if not label.key:
            continue
        found = [figure for figure in figures[label.span[0]] if _shared(figure, label.span)]
        right = any(_as_labelled(figure, label) and figure.status in statuses for figure in found)
        measured.counts[f"headline {what}"] += 1
        measured.counts[f"headline {what} read"] += right
        if not right:
            told = "; ".join(f"{f.indicator} {f.measure} {f.period} {f.status}" for f in found)
            measured.note(what.rstrip("s"), labelled, label.span, f"{label.indicator} {label.measure}: {told}")


def _none(labelled: LabelledPlace, by_year: dict[int, list[tuple[SeriesRow, OutcomeRow]]], measured: Measured) -> None:
    """Count what is shown as a target in the labelled passages, and how much of that is none."""
    for year, pairs in by_year.items():
        for target in dict.fromkeys(target for target, _ in pairs):
            if not labelled.within((year, target.start, target.end)):
                continue
            measured.counts["shown"] += 1
            spans = [label.span for label in labelled.targets]
            if not any(span[0] == year and _shared(target, span) for span in spans):
                measured.counts["none"] += 1
                measured.note("none", labelled, (year, target.start, 0), f"{target.indicator} {target.quote}")


def _as_labelled(figure: Figure, label: LabelledTarget | LabelledResult) -> bool:
    """Whether a figure says what its label says: the indicator, the measure, the period."""
    same_measure = figure.measure == label.measure or {figure.measure, label.measure} == {"level", "share"}
    same_period = compared_period(figure.period) == compared_period(label.period)
    concepts = {figure.concept, *(identify(part).concept for part in parts_of(figure.indicator))}
    return same_measure and same_period and bool(concepts & CONCEPTS[label.key])


def _shared(figure: SeriesRow | Figure, span: Span) -> bool:
    return figure.start < span[2] and span[1] < figure.end


def _same(result: SeriesRow, span: Span, years: dict[str, int], texts: dict[int, str]) -> bool:
    """Whether a result is the labelled one, or the same number said again in that report."""
    if years[result.document_id] != span[0]:
        return False
    return _shared(result, span) or texts[span[0]][span[1] : span[2]] in result.quote


def _rows(rows: list[OutcomeRow]) -> str:
    told = [
        f"{row.target.indicator} {row.target.quote} → "
        f"{f'{row.result.indicator} {row.result.quote}' if row.result else '—'} {row.verdict} {row.answer} [{row.rule}]"
        for row in rows
    ]
    return " | ".join(told) or "no such target"


def show(part: str, measured: Measured) -> None:
    """Print the shares of a part."""

    def line(name: str, number: int, of: int) -> None:
        print(f"    {name:44} {number:4} of {of:4}  {number / of if of else 0:.3f}")

    counts = measured.counts
    print(part)
    line("answered targets found", counts["found"], counts["answered"])
    line(f"  found or among the first {SHOWN} likely", counts["found"] + counts["likely"], counts["answered"])
    line("decided rightly", counts["decided right"], counts["decided"])
    line("missed rightly", counts["missed right"], counts["missed"])
    line("shown as targets that are none", counts["none"], counts["shown"])
    line("headline: targets read", counts["headline targets read"], counts["headline targets"])
    line("headline: results read", counts["headline results read"], counts["headline results"])
    line("headline: outcomes with the right verdict", counts["headline verdict right"], counts["headline answered"])
    wrong = counts["headline decided"] - counts["headline decided right"]
    line("headline: wrong outcomes shown", wrong, counts["headline decided"])


def main() -> None:
    """Measure the parts and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=answer_labels.PARTS, help="only this one")
    parser.add_argument("--place", default="", help="only this place")
    parser.add_argument("--errors", action="store_true", help="tell what goes wrong in the tuning part")
    options = parser.parse_args()
    terminal.speak_utf8()
    if not CORPORA.is_dir():
        sys.exit(f"{CORPORA}: 没有这个文件夹 / there is no such directory")
    for part in (options.part,) if options.part else answer_labels.PARTS:
        measured = Measured()
        for labelled in answer_labels.places(part):
            if options.place in ("", labelled.place):
                measure(labelled, measured)
        show(part, measured)
        if options.errors and part == "tuning":
            print("\n".join(measured.errors))


if __name__ == "__main__":
    main()
