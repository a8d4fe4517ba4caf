"""Every public method of the ledger has a docstring of its own, with an example that is run here."""

from __future__ import annotations

import doctest
import inspect
from pathlib import Path

import pytest

import luoshi
from luoshi.ledger import Ledger
from luoshi.records import Reading
from luoshi.service.sample import read_sample, texts

METHODS = sorted(name for name in dir(Ledger) if not name.startswith("_"))
NEEDS = {"frame": "pandas", "load": "pyarrow"}


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [luoshi.read(document) for document in texts()]


@pytest.mark.parametrize("name", METHODS)
def test_the_example_of_a_method_runs(
    name: str, readings: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    monkeypatch.chdir(tmp_path)
    for document in texts():
        Path(document.name).write_text(document.text, "utf-8", newline="")
    words = inspect.getdoc(inspect.getattr_static(Ledger, name))
    assert words
    with Ledger(":memory:") as ledger:
        for reading in readings:
            ledger.add(reading)
        names = {"luoshi": luoshi, "Ledger": Ledger, "ledger": ledger}
        test = doctest.DocTestParser().get_doctest(words, names, name, None, None)
        assert test.examples, f"Ledger.{name} has no example"
        told: list[str] = []
        doctest.DocTestRunner().run(test, out=told.append)
    assert not told, "".join(told)


def test_the_documents_of_the_examples_are_those_of_the_demo(tmp_path: Path) -> None:
    with read_sample(tmp_path) as sample:
        assert {row.name for row in sample.ledger.documents()} == {document.name for document in texts()}
