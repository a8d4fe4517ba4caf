"""The ledger keeps what it is given: once, whole, for ever; and tells it back."""

from __future__ import annotations

import itertools
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_readings import PLACE, document, reading, report, yearly

from luoshi.ledger import Ledger, LedgerError
from luoshi.records import (
    Article,
    Commitment,
    Document,
    Figure,
    Formulation,
    Measure,
    Mode,
    Office,
    Qualifier,
    Reading,
    Span,
    Statement,
    Status,
)


def test_what_is_added_is_told_back(ledger: Ledger) -> None:
    added = report()
    assert ledger.add(added)
    assert ledger.reading(added.document.id) == added


def test_the_same_reading_is_added_once(ledger: Ledger) -> None:
    assert not ledger.holds(report().document.id, "1")
    assert ledger.add(report())
    assert ledger.holds(report().document.id, "1")
    assert not ledger.add(report())
    assert len(ledger.series("一般公共预算收入")) == 2


def test_a_newer_reader_supersedes_its_earlier_reading(ledger: Ledger) -> None:
    ledger.add(report())
    assert not ledger.holds(report().document.id, "2")
    assert ledger.add(report(reader="2", figures=report().figures[:1], commitments=()))
    assert len(ledger.series("一般公共预算收入")) == 1
    assert ledger.search("平台", kinds=["commitment"]) == []
    lost = ledger.record("commitment")
    assert (lost.superseded, lost.reader) == (True, "1")
    assert not ledger.record(ledger.series("一般公共预算收入")[0].id).superseded


def test_an_older_reader_changes_nothing(ledger: Ledger) -> None:
    ledger.add(report(reader="10"))
    assert ledger.holds(report().document.id, "9")
    assert not ledger.add(report(reader="9"))
    assert ledger.reading(report().document.id).reader == "10"


def test_a_statement_about_the_document_makes_another_reading(ledger: Ledger) -> None:
    ledger.add(report())
    dated = replace(report().document, date="2025-02-01")
    assert not ledger.holds(dated.id, "1", date="2025-02-01")
    assert ledger.add(replace(report(), document=dated, date="2025-02-01"))
    assert ledger.holds(dated.id, "1", date="2025-02-01")
    assert ledger.series("城镇新增就业")[0].date == "2025-02-01"
    # Nothing is stated: what was stated before goes on.
    assert ledger.holds(dated.id, "1")
    assert not ledger.add(report())


def test_records_are_named_and_found(ledger: Ledger) -> None:
    ledger.add(report())
    told = report().figures[0]
    found = ledger.record(f"{report().document.id[:16]}:{told.key()}")
    assert found.record == told
    assert found.document == report().document
    assert (found.reader, found.date, found.place) == ("1", "2025-01-10", PLACE)
    assert found.corrections == ()


def test_nothing_told_depends_on_the_order_of_adding(tmp_path: Path) -> None:
    readings = [
        report(),
        report(reader="2"),
        yearly(2022, "17000000000"),
        yearly(2023, "17500000000"),
        yearly(2021, "1"),
    ]
    told = []
    for number, order in enumerate(itertools.islice(itertools.permutations(readings), 0, 120, 17)):
        with Ledger(tmp_path / f"{number}.db") as ledger:
            for added in order:
                ledger.add(added)
            rows = [row.to_json() for row in ledger.series("一般公共预算收入")]
            hits = [hit.to_json() for hit in ledger.search("收入")]
            outcomes = [row.to_json() for row in ledger.outcomes()]
            ledger.export("csv", tmp_path / f"{number}.csv")
            told.append((rows, hits, outcomes, (tmp_path / f"{number}.csv").read_bytes()))
    assert len(told) > 5
    assert all(one == told[0] for one in told)


def test_half_a_document_is_never_kept(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError("no space left")

    with Ledger(location) as ledger:
        monkeypatch.setattr("luoshi.ledger.search.index", fails)
        with pytest.raises(OSError, match="no space"):
            ledger.add(report())
        monkeypatch.undo()
        assert not ledger.holds(report().document.id, "1")
        assert ledger.series("一般公共预算收入") == []
        assert ledger.add(report())


def test_a_text_that_can_not_be_kept_is_told(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="keep such text"):
        ledger.add(reading(Document(id="0" * 64, text="收入\ud800")))
    assert not ledger.holds("0" * 64, "1")


_ADDER = """
import sys
from ledger_readings import report, yearly
from luoshi.ledger import Ledger

with Ledger(sys.argv[1]) as ledger:
    for year in range(1950, 2010):
        ledger.add(yearly(year, str(year * 1000)))
        print(year, flush=True)
    ledger.add(report())
    ledger.add(report(reader="2"))
"""


def _dump(path: Path) -> dict[str, list[Any]]:
    """All rows of all tables, but for the times of day."""
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
    dumped = {}
    for table in tables:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if not row[1].endswith("_at")]
        names = ", ".join(f'"{name}"' for name in columns)
        dumped[table] = connection.execute(f"SELECT {names} FROM {table} ORDER BY {names}").fetchall()
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    with Ledger(path) as ledger:
        dumped["found"] = [hit.to_json() for word in ("收入", "平台", "收") for hit in ledger.search(word)]
    return dumped


def _adder(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _ADDER, str(path)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent
    )


@pytest.mark.long
def test_killed_at_any_moment_and_run_again_it_is_the_same_ledger(tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    process = _adder(whole)
    process.communicate()
    assert process.returncode == 0
    expected = _dump(whole)

    dice = random.Random(20250110)
    killed = tmp_path / "killed.db"
    for seconds in (0.25, 0.4, 0.5):  # while it is being made
        process = _adder(killed)
        time.sleep(seconds)
        process.kill()
        process.communicate()
    for _ in range(4):
        process = _adder(killed)
        assert process.stdout is not None
        for _ in range(dice.randint(1, 55)):
            process.stdout.readline()
        time.sleep(dice.random() / 50)
        process.kill()
        process.communicate()
    process = _adder(killed)
    process.communicate()
    assert process.returncode == 0
    assert _dump(killed) == expected


def _add_years(location: str, years: range) -> int:
    with Ledger(location) as ledger:
        return sum(ledger.add(yearly(year, str(year * 1000))) for year in years)


@pytest.mark.long
def test_processes_that_add_at_once_wait_for_each_other(location: str) -> None:
    with ProcessPoolExecutor(3, get_context("spawn")) as pool:
        added = [
            pool.submit(_add_years, location, years)
            for years in (range(1950, 1990), range(1970, 2010), range(1950, 2010))
        ]
        while not all(one.done() for one in added):
            with Ledger(location) as ledger:
                assert len(ledger.series("一般公共预算收入")) <= 60
        assert sum(one.result() for one in added) == 60
    with Ledger(location) as ledger:
        assert [row.period for row in ledger.series("一般公共预算收入")] == [str(year) for year in range(1950, 2010)]


_words = st.text(max_size=12)
_numbers = st.none() | st.decimals(allow_nan=False, allow_infinity=False)


def _literal(name: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(name))


@st.composite
def _readings(draw: st.DrawFn, number: Iterator[int]) -> Reading:
    """Any reading: whatever a text can say, in every field."""
    text = draw(st.text(min_size=1, max_size=60))
    given: dict[type, st.SearchStrategy[Any]] = {}
    for record in (Figure, Commitment, Statement, Office, Formulation, Article):
        hints = get_type_hints(record)
        given[record] = st.fixed_dictionaries(
            {name: _words for name, hint in hints.items() if hint is str and name not in ("quote", "kind", "genre")}
        )
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 8)).map(
        lambda s: (s[0], min(len(text), s[0] + s[1]))
    )
    evidence = st.builds(
        lambda span, sources: {
            "start": span[0],
            "end": span[1],
            "quote": text[span[0] : span[1]],
            "sources": tuple(sources),
        },
        spans,
        st.lists(st.tuples(_words, st.builds(Span, st.integers(0, 9), st.integers(0, 9), _words)), max_size=2),
    )
    figures = st.builds(
        lambda evidence, words, rest: Figure(**(evidence | words | rest)),
        evidence,
        given[Figure],
        st.fixed_dictionaries(
            {
                "measure": _literal(Measure),
                "sign": st.sampled_from([None, 1, -1]),
                "low": _numbers,
                "high": _numbers,
                "qualifier": _literal(Qualifier),
                "status": _literal(Status),
            }
        ),
    )
    others: dict[str, st.SearchStrategy[Any]] = {
        "commitments": st.builds(lambda e, w: Commitment(**(e | w)), evidence, given[Commitment]),
        "statements": st.builds(
            lambda e, w, m: Statement(**(e | w), mode=m), evidence, given[Statement], _literal(Mode)
        ),
        "offices": st.builds(
            lambda e, w, p: Office(**(e | w), posts=tuple(p)), evidence, given[Office], st.lists(_words, max_size=3)
        ),
        "formulations": st.builds(lambda e, w: Formulation(**(e | w)), evidence, given[Formulation]),
        "articles": st.builds(
            lambda span, w, b: Article(**w, start=span[0], end=span[1], byline=tuple(b)),
            spans,
            given[Article],
            st.lists(_words, max_size=3),
        ),
    }
    kept: dict[str, Any] = {
        name: draw(st.lists(made, max_size=3)) for name, made in ({"figures": figures} | others).items()
    }
    in_order = {name: tuple(sorted(records, key=lambda r: (r.start, r.end))) for name, records in kept.items()}
    told = {name: draw(_words) for name in ("name", "format", "encoding", "date", "place", "title", "publisher", "url")}
    found = {name: draw(_words) for name in ("date", "place", "place_code", "title")}
    source = Document(id=f"{next(number):064x}", text=text, **told)
    return Reading(document=source, reader="1", **found, **in_order)


_documents = itertools.count()


@given(_readings(_documents))
@settings(max_examples=60)
def test_any_reading_comes_back_as_it_was(property_ledger: Ledger, added: Reading) -> None:
    assert ledger_adds(property_ledger, added)
    assert repr(property_ledger.reading(added.document.id)) == repr(added)


def ledger_adds(ledger: Ledger, added: Reading) -> bool:
    return ledger.add(added) and not ledger.add(added) and ledger.holds(added.document.id, "1")


@pytest.fixture(scope="module")
def property_ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("property") / "luoshi.db") as ledger:
        yield ledger


def test_a_document_that_was_never_added_has_no_reading(ledger: Ledger) -> None:
    with pytest.raises(KeyError):
        ledger.reading(document().id)
    assert reading().figures == ()
