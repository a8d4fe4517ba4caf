"""Segments of the index: what is found does not depend on how the sentences came in."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from ledger_readings import document, reading
from sqlalchemy import func, select

from luoshi.ledger import Ledger, pair_index, pair_segments
from luoshi.ledger.schema import sentence_pairs, sentence_segments, sentences

WORDS = ("收入", "增长", "质量", "标准", "养老", "床位", "预算", "公共", "长", "。")
QUESTIONS = (
    *WORDS,
    "收入 质量",
    "入增",
    "收入增长质量标准养老床位预算公共长收入增长质量",
    "预算公共",
    "公共。",
    "床 位",
    "无",
)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segments of some sentences."""
    for name, number in (
        ("_MOST_SENTENCES", 40),
        ("_MOST_CHARACTERS", 300),
        ("_SMALL", 150),
        ("_FEWEST", 7),
        ("_MOST_SMALL", 3),
        ("_MOST_OVERLAPPING", 2),
        ("_AT_ONCE", 3),
        ("_PAGE", 5),
    ):
        monkeypatch.setattr(f"luoshi.ledger.pair_segments.{name}", number)
    monkeypatch.setattr("luoshi.ledger.pair_index._PAGE", 4)


def add(ledger: Ledger, number: int, reader: str = "1") -> str:
    source = random.Random(f"{number} {reader}")
    text = "。".join("".join(source.choices(WORDS[:-1], k=source.randrange(1, 7))) for _ in range(5))
    document_id = document(f"{number}。").id
    made = reading(document(text), date=f"20{number % 20:02}-01-02", reader=reader)
    object.__setattr__(made.document, "id", document_id)
    ledger.add(made)
    return document_id


def segments(ledger: Ledger) -> int:
    with ledger._database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(sentence_segments)).scalar_one())


def check(ledger: Ledger) -> None:
    """Each question is answered as by looking at every sentence, the newest first."""
    with ledger._database.reading() as connection:
        rows = connection.execute(select(sentences.c.id, sentences.c.text).order_by(sentences.c.id.desc())).all()
        for question in QUESTIONS:
            for limit in (1, 10, 1000):
                wanted = [row.text for row in rows if all(word in row.text for word in question.split())][:limit]
                hits = ledger.search(question, limit=limit)
                assert sorted(hit.snippet for hit in hits) == sorted(wanted), (question, limit)
            numbers = list(pair_index.candidates(connection, question.split()))
            assert numbers == sorted(set(numbers), reverse=True)


def test_what_is_added_becomes_segments_and_is_found(ledger: Ledger) -> None:
    add(ledger, 0)
    assert segments(ledger) == 0
    for number in range(1, 30):
        add(ledger, number)
        if number % 7 == 0:
            check(ledger)
    assert 1 < segments(ledger) < 20
    check(ledger)


def test_what_is_superseded_taken_out_or_put_back_is_found_as_it_stands(ledger: Ledger) -> None:
    ids = [add(ledger, number) for number in range(12)]
    add(ledger, 3, reader="2")
    for number in (2, 5, 11):
        ledger.withdraw(ids[number], by="苏问渠", why="核对")
    check(ledger)
    add(ledger, 12)
    ledger.put_back(ids[5], by="苏问渠", why="核对")
    add(ledger, 2, reader="2")
    check(ledger)


def test_a_text_of_which_nothing_is_indexed_is_kept(ledger: Ledger) -> None:
    for number in range(20):
        ledger.add(reading(document(f"\u200b\n{'　' * number}\u200d")))
    check(ledger)


def test_segments_that_tell_of_the_same_days_are_made_anew(ledger: Ledger) -> None:
    for number in range(40):
        add(ledger, number)
    with ledger._database.writing() as connection:
        pair_segments.make_up(connection)
    with ledger._database.reading() as connection:
        spans = select(sentence_segments.c.oldest, sentence_segments.c.newest).order_by(sentence_segments.c.oldest)
        rows = connection.execute(spans).all()
        assert all(one.newest < other.oldest for one, other in pairwise(rows))
    check(ledger)


def test_what_is_gone_leaves_the_index(ledger: Ledger) -> None:
    for reader in ("1", "2", "3", "4"):
        for number in range(8):
            add(ledger, number, reader)
    with ledger._database.writing() as connection:
        pair_segments.make_up(connection)
        told = connection.execute(select(func.sum(sentence_segments.c.sentences))).scalar_one()
        numbers = set(connection.execute(select(sentence_pairs.c.segment)).scalars())
        assert numbers == set(connection.execute(select(sentence_segments.c.number)).scalars())
    assert told <= 3 * 40
    check(ledger)


def test_without_numpy_the_same_is_found(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("luoshi.ledger.pair_segments.find_spec", lambda _: None)
    for number in range(15):
        add(ledger, number)
    assert segments(ledger)
    check(ledger)


def test_a_ledger_with_the_databases_own_index_gets_this_one(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "luoshi.db"
    with Ledger(path) as ledger:
        for number in range(15):
            add(ledger, number)
    with sqlite3.connect(path) as connection:
        for table in ("sentence_segments", "sentence_pairs"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("CREATE VIRTUAL TABLE sentence_words USING fts5 (words, content='', tokenize='ascii')")
        connection.execute("UPDATE alembic_version SET version_num = '0009'")
    connection.close()
    with Ledger(path) as ledger:
        assert segments(ledger)
        check(ledger)
    assert list(tmp_path.glob("*before-0010*"))
