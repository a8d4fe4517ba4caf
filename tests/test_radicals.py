"""Radicals: read as ordinary characters wherever they stand, and quoted as they were printed."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

import luoshi
from luoshi.knowledge.radicals import FOLDED, as_printed, fold
from luoshi.language.numerals import numbers
from luoshi.ledger import Ledger

_APART = {ordinary: chr(apart) for apart, ordinary in FOLDED.items() if len(ordinary) == 1}


def _printed_apart(text: str) -> str:
    """``text`` as a faulty font prints it: every character that has a radical by its radical."""
    return "".join(_APART.get(character, character) for character in text)


def test_every_kangxi_radical_and_the_usual_ones_of_the_supplement_are_folded():
    assert fold("增⻓⻝品⺠生⻋⻄⻔⻢") == "增长食品民生车西门马"
    for code in range(0x2F00, 0x2FD6):
        assert fold(chr(code)) == unicodedata.normalize("NFKC", chr(code))


def test_a_text_without_radicals_is_the_same_string():
    text = "增长5.8%"
    assert fold(text) is text


@given(st.text())
def test_folding_keeps_the_length_and_leaves_nothing_to_fold(text: str):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_quotes_are_cut_from_the_printed_text():
    printed = "共⼗⼆项，⼆⼗项"
    found = as_printed(numbers(fold(printed)), printed)
    assert [(number.quote, number.value) for number in found] == [("⼗⼆", 12), ("⼆⼗", 20)]


def test_the_language_functions_read_radicals():
    assert [(q.quote, q.low) for q in luoshi.quantities("产值⼗⼆亿元")] == [("⼗⼆亿元", 1_200_000_000)]
    assert [n.value for n in luoshi.numbers("⼗⼆")] == [12]
    assert [t.period for t in luoshi.times("⼆⽉⼀⽇", date="2025-02-01")] == ["2025-02-01"]
    assert [(p.quote, p.name) for p in luoshi.places("到⻘岛")] == [("⻘岛", "青岛市")]


def test_a_reading_of_radicals_is_that_of_the_ordinary_text_with_the_printed_quotes():
    text = (
        "全年地区生产总值增长5.8%，工业总产值十二亿元，粮食产量64.1万吨。\n"
        "下一步，市水利局要建成小型水库12座。\n市长高文山说：“要让人民吃上放心食品。”\n"
    )
    printed = _printed_apart(text)
    plain = luoshi.read(text, date="2025-02-01", place="临澜市")
    reading = luoshi.read(printed, date="2025-02-01", place="临澜市")
    assert printed != text
    assert reading.document.text == printed
    assert [figure.indicator for figure in reading.figures] == [figure.indicator for figure in plain.figures]
    assert [record.key() for record in reading] == [record.key() for record in plain]
    for record in (*reading.figures, *reading.statements, *reading.offices, *reading.commitments):
        assert printed[record.start : record.end] == record.quote
        assert all(printed[span.start : span.end] == span.quote for _, span in record.sources)
    assert [office.person for office in reading.offices] == ["高文山"]


def test_search_finds_either_by_either():
    with Ledger(":memory:") as ledger:
        ledger.add(luoshi.read("全年地区生产总值增⻓5.8%。", date="2025-02-01", place="临澜市"))
        assert [row.snippet for row in ledger.search("增长")] == ["全年地区生产总值增⻓5.8%。"]
        assert ledger.search("增⻓")
