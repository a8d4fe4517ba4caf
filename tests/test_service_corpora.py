"""A corpus is read in parts: planned once, gone on with, and each document costs at most itself."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

import pyarrow as pa
import pyarrow.parquet as pq

from luoshi.ledger import Ledger, LedgerError
from luoshi.service import Corpus, Service, corpora, read_corpus
from luoshi.service.confined import ConfinedReader

REPORT = "临澜市政府工作报告\n——2026年1月13日\n2025年，全市新增养老床位{}张。\n"


def folder_of(folder: Path, number: int) -> Path:
    for at in range(number):
        path = folder / f"{at // 4}" / f"{at:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(REPORT.format(1000 + at), "utf-8")
    return folder


def beds(out: Path) -> list[str]:
    with Ledger(":memory:") as ledger:
        for _ in ledger.load(str(out)):
            pass
        return sorted(row.quote for row in ledger.series("新增养老床位"))


def run(source: Path, out: Path, **options: object) -> list[tuple[str, bool]]:
    corpus = Corpus(str(source), str(out), documents=3, **options)  # type: ignore[arg-type]
    return [(part.name, is_new) for part, is_new, _ in read_corpus(corpus)]


@pytest.mark.long
def test_a_folder_is_read_as_add_reads_it(tmp_path: Path) -> None:
    source = folder_of(tmp_path / "in", 7)
    assert len(run(source, tmp_path / "out")) == 3
    with Ledger(":memory:") as added, Ledger(":memory:") as loaded:
        service = Service()
        assert all(each.state == "new" for each in service.add(added, service.files([source])))
        list(loaded.load(str(tmp_path / "out")))
        ids = [row.id for row in added.documents()]
        assert [loaded.reading(id) for id in ids] == [added.reading(id) for id in ids]


@pytest.mark.long
def test_rows_of_tables_and_lines_are_documents(tmp_path: Path) -> None:
    rows = [{"text": REPORT.format(1000 + at), "name": f"{at}.txt", "url": f"https://a.cn/{at}"} for at in range(8)]
    (tmp_path / "in").mkdir()
    pq.write_table(pa.Table.from_pylist(rows[:5]), tmp_path / "in" / "a.parquet", row_group_size=4)
    lines = [json.dumps(row, ensure_ascii=False) for row in rows[5:]] + ["", "{broken", '{"text": " "}']
    (tmp_path / "in" / "b.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    corpus = Corpus(str(tmp_path / "in"), str(tmp_path / "out"), documents=3)
    refused = [line for part, _, _ in read_corpus(corpus) for line in part.refused]
    assert beds(tmp_path / "out") == [f"{1000 + at}张" for at in range(8)]
    assert len(refused) == 2
    with Ledger(":memory:") as ledger:
        list(ledger.load(str(tmp_path / "out")))
        assert {ledger.document(row.id).url for row in ledger.documents()} == {row["url"] for row in rows}


@pytest.mark.long
def test_the_next_run_goes_on(tmp_path: Path) -> None:
    source, out = folder_of(tmp_path / "in", 7), tmp_path / "out"
    corpus = Corpus(str(source), str(out), documents=3)
    next(iter(read_corpus(corpus)))
    assert run(source, out) == [("part-000000", False), ("part-000001", True), ("part-000002", True)]
    assert {is_new for _, is_new in run(source, out)} == {False}
    assert len(beds(out)) == 7


def test_another_corpus_in_the_same_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpora, "_through_processes", lambda *_: iter(()))
    source, out = folder_of(tmp_path / "in", 2), tmp_path / "out"
    run(source, out)
    for change in ({"place": "临澜市"}, {"date": "2026-01-13"}):
        with pytest.raises(LedgerError, match="另一批"):
            run(source, out, **change)
    folder_of(source, 5)
    with pytest.raises(LedgerError, match="另一批"):
        run(source, out)


@pytest.mark.parametrize("make", [lambda _path: None, lambda path: path.mkdir()])
def test_nothing_to_read_is_a_line(make: object, tmp_path: Path) -> None:
    make(tmp_path / "in")  # type: ignore[operator]
    with pytest.raises(LedgerError):
        run(tmp_path / "in", tmp_path / "out")


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="bounds on memory need Linux")
def test_a_document_that_runs_on_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpora, "_reader", ConfinedReader(seconds=30, memory=1 << 30))
    source = folder_of(tmp_path / "in", 2)
    (source / "0" / "long.txt").write_text("临澜市新增养老床位一千张，增长百分之五，" * 900_000, "utf-8")
    corpus = Corpus(str(source), str(tmp_path / "out"))
    ((part, _, _),) = read_corpus(corpus)
    assert len(part.refused) == 1
    assert "long.txt" in part.refused[0]
    assert beds(tmp_path / "out") == ["1000张", "1001张"]
