"""Full-text search: words of any length, across line ends, in both databases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_readings import document, reading, report, yearly
from sqlalchemy import select

import luoshi
from luoshi.ledger import Ledger
from luoshi.ledger.schema import sentences
from luoshi.ledger.search import _marks, search


def snippets(ledger: Ledger, words: str) -> list[str]:
    return [hit.snippet for hit in ledger.search(words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("就业", 1),
        ("收入", 2),
        ("一般公共预算收入", 2),
        ("预算 失业", 1),
        ("预算 平台", 0),
        ("业城", 0),
        ("，城", 2),
        ("率", 1),
        ("渠", 0),
        ("一码通办", 1),
        ("“一码通办”", 1),
        ("4.5%", 1),
        ("４．５％", 1),
        ("", 0),
        (" \n ", 0),
        ("' OR 1=1 --", 0),
        ('"*', 0),
        ("NEAR AND OR", 0),
        ("\\':*&!|", 0),
    ],
)
def test_words_are_found_where_they_stand(ledger: Ledger, words: str, found: int) -> None:
    ledger.add(report())
    assert len(ledger.search(words)) == found


def test_a_word_broken_over_two_lines_is_found(ledger: Ledger) -> None:
    text = "二〇二四年，临澜市全市完成的一般公共预算收\r\n入为182亿元，城乡居民中新近找到工作的城镇新增\n\n就业三万人。"
    ledger.add(reading(document(text)))
    [hit] = ledger.search("收入")
    assert hit.snippet == text
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["收\r\n入"]
    assert snippets(ledger, "新增就业") == [text]


def test_widths_and_capitals_make_no_difference(ledger: Ledger) -> None:
    ledger.add(reading(document("全年ＧＤＰ增长6.5％。")))
    for words in ("gdp", "GDP", "ＧＤＰ增长", "6.5%"):
        assert len(ledger.search(words)) == 1


def test_a_single_character_is_found_in_all_its_forms_the_newest_first(ledger: Ledger) -> None:
    for year, text in enumerate(("全年税收增⻓6%。", "长堤建成，城镇税收为Ａ级。", "税收持平。"), 2023):
        ledger.add(luoshi.read(text, date=f"{year}-02-01", place="临澜市"))
    for words, limit in (("长", 1), ("税", 2), ("税 a", 1), ("税收 长", 1), ("a", 5)):
        every = snippets(ledger, words)
        assert [hit.snippet for hit in ledger.search(words, limit=limit)] == every[:limit], words
    assert snippets(ledger, "长") == ["长堤建成，城镇税收为Ａ级。", "全年税收增⻓6%。"]
    assert snippets(ledger, "税收 长 a") == ["长堤建成，城镇税收为Ａ级。"]
    assert snippets(ledger, "镇 堤") == ["长堤建成，城镇税收为Ａ级。"]
    assert snippets(ledger, "持 长") == []


def test_a_hit_tells_its_place_and_its_records(ledger: Ledger) -> None:
    ledger.add(report())
    [hit] = ledger.search("失业")
    text = report().document.text
    assert text[hit.start : hit.end] == hit.snippet
    assert (hit.document, hit.document_id, hit.date) == ("报告.txt", report().document.id, "2025-01-10")
    quotes = {getattr(ledger.record(id).record, "quote") for id in hit.records}  # noqa: B009
    assert quotes == {"190亿元以上", "4.5%以内"}
    assert hit.to_json()["marks"] == [list(mark) for mark in hit.marks]


def test_hits_can_be_those_with_a_kind_of_record(ledger: Ledger) -> None:
    ledger.add(report())
    assert len(ledger.search("市")) == 3
    assert len(ledger.search("市", kinds=["figure"])) == 1
    assert len(ledger.search("市", kinds=["commitment", "figure"])) == 2
    with pytest.raises(ValueError, match="task"):
        ledger.search("市", kinds=["task"])


def test_the_newest_document_comes_first_and_only_so_many(ledger: Ledger) -> None:
    for year in (2001, 2023, 1999, 2011):
        ledger.add(yearly(year, "100"))
    assert [hit.date[:4] for hit in ledger.search("收入")] == ["2024", "2012", "2002", "2000"]
    assert [hit.date[:4] for hit in ledger.search("收入", limit=2)] == ["2024", "2012"]


def test_sentences_of_a_document_keep_their_order(ledger: Ledger) -> None:
    ledger.add(reading(document("收入一。收入二。收入三。")))
    assert snippets(ledger, "收入") == ["收入一。", "收入二。", "收入三。"]


@pytest.mark.parametrize("day", ["", "没有", "0001-01-01", "9999-12-31"])
def test_any_day_or_none_can_be_a_documents(ledger: Ledger, day: str) -> None:
    ledger.add(reading(document("收入一。"), date=day))
    ledger.add(reading(document("收入二。"), date=day))
    assert sorted(snippets(ledger, "收入")) == ["收入一。", "收入二。"]


def test_documents_that_share_their_number_are_kept_apart(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("luoshi.ledger.search._DOCUMENT_BITS", 1)
    ledger.add(reading(document("收入一。")))
    ledger.add(reading(document("收入二。")))
    assert sorted(snippets(ledger, "收入")) == ["收入一。", "收入二。"]


def test_a_superseded_reading_is_found_no_more(ledger: Ledger) -> None:
    ledger.add(report())
    ledger.add(report(reader="2", date="2030-01-01"))
    assert [hit.date for hit in ledger.search("失业")] == ["2030-01-01"]


_letters = st.sampled_from("收入增长率，。“”1.%aA\n Ａ")


@given(
    st.lists(st.text(_letters, min_size=1, max_size=30), min_size=1, max_size=4),
    st.text(_letters, min_size=1, max_size=4),
)
def test_what_is_found_is_what_stands_there(shared_ledger: Ledger, texts: list[str], words: str) -> None:
    """Every sentence that holds the words is found, and no other; marks cover the words."""

    def plain(text: str) -> str:
        return "".join(text.split()).lower().replace("ａ", "a")

    for text in texts:
        shared_ledger.add(reading(document(text)))
    wanted = [plain(part) for part in words.split() if plain(part)]
    with shared_ledger._database.reading() as connection:
        hits = search(connection, words, limit=100_000)
        kept = [text for (text,) in connection.execute(select(sentences.c.text))]
    expected = [text for text in kept if wanted and all(word in plain(text) for word in wanted)]
    assert sorted(hit.snippet for hit in hits) == sorted(expected)
    for hit in hits:
        marked = plain("".join(hit.snippet[start:end] for start, end in hit.marks))
        assert all(word in marked for word in wanted)


@pytest.fixture(scope="module")
def shared_ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return Ledger(tmp_path_factory.mktemp("search") / "luoshi.db")


def test_marks_that_touch_are_joined() -> None:
    assert list(_marks("收入增长", ["收入", "增长"])) == [(0, 4)]
    assert list(_marks("收入的增长", ["收入", "增长"])) == [(0, 2), (3, 5)]


@pytest.mark.parametrize(
    "words",
    ['"', "'", '""', "*", "。", "，！", 'a"b', "(", "NEAR(", "收入 OR", "-", "^收", "\\", "\x00", "\ud800",
     "收\udcff入",     "字" * 10_000, "x y " * 500, "", " ", ":*", "!", "&", "|", "<->", "𠮷", "\x1b[31m"],
)  # fmt: skip
def test_odd_words_are_looked_for_or_not_found(ledger: Ledger, words: str) -> None:
    ledger.add(report())
    assert isinstance(ledger.search(words), list)
