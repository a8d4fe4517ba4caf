"""The whole reading: never crashes, its evidence always holds, the same bytes give the same records."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from luoshi.language.rules import RULES
from luoshi.reading import read
from luoshi.records import Article, Document

REPORT = """关于临澜市2024年预算执行情况和2025年预算草案的报告
——2025年1月14日在临澜市第七届人民代表大会第四次会议上
临澜市财政局局长  莫怀洲

各位代表：
受市人民政府委托，现将有关情况报告如下，请予审议。
一、2024年预算执行情况
（一）一般公共预算
全市一般公共预算收入完成96.2亿元，为年初预算的101.3%，增长4.3%，其中：税收收入68.5亿元，增长5.1%；非税收入27.7亿元，下降2.2%。
市本级一般公共预算收入31.4亿元，增长3%。加上上级补助收入52.6亿元、调入资金7.8亿元，收入总计91.8亿元。
（二）主要工作
城镇和农村居民人均可支配收入分别增长5.2%和6.7%。“临工贷”等19项改革落地，普惠小微贷款余额由2023年末的81亿元提高到97.5亿元。
表1 2024年重点支出
单位：万元
| 项目 | 预算数 | 执行数 | 完成预算(%) |
| 教育支出 | 201500 | 203380 | 100.9 |
|   其中：学前教育 | 20150 | 19870 | 98.6 |
二、2025年预算安排
今年预期目标是：一般公共预算收入增长5%左右，居民消费价格涨幅控制在2%以内，城镇新增就业4.5万人以上。
市财政局将安排3亿元支持老旧小区改造，力争年底前全部完工。
"""
OFFICIAL = (
    "全市收入增长下降为达到其中分别由提高占比重预计将0123456789.%亿万元个年月日，。；：、（）“”—-|\n 第一二三十半成"
)


def _holds(text: str, date: str = "", place: str = "") -> None:
    """Read a text, and check each record's words against their place."""
    reading = read(text, date=date, place=place)
    for record in reading:
        if isinstance(record, Article):
            assert 0 <= record.start <= record.end <= len(text)
        else:
            assert record.quote
            assert text[record.start : record.end] == record.quote
        for _, span in getattr(record, "sources", ()):
            assert text[span.start : span.end] == span.quote
    for figure in reading.figures:
        assert figure.indicator
        assert figure.rule in RULES
        assert (figure.sign is None) or figure.measure in ("change", "growth")
        assert figure.low is not None or figure.high is not None
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high


def test_a_report_gives_every_kind_of_record() -> None:
    reading = read(REPORT)
    assert (reading.date, reading.place) == ("2025-01-14", "临澜市")
    named = {(f.indicator, f.measure, f.period, f.status) for f in reading.figures}
    assert ("一般公共预算收入", "level", "2024", "actual") in named
    assert ("一般公共预算收入占年初预算的比例", "share", "2024", "actual") in named
    assert ("市本级一般公共预算上级补助收入", "level", "2024", "actual") in named
    assert ("普惠小微贷款余额", "level", "2023-12-31", "actual") in named
    assert ("一般公共预算收入", "growth", "2025", "target") in named
    assert ("居民消费价格", "growth", "2025", "target") in named
    assert [c.actor for c in reading.commitments if "老旧小区" in c.quote] == ["市财政局"]
    assert ("莫怀洲", ("局长",)) in {(o.person, o.posts) for o in reading.offices}


def test_the_same_text_gives_the_same_records() -> None:
    assert read(REPORT) == read(REPORT)


def test_stated_context_goes_before_what_the_text_says() -> None:
    reading = read(REPORT, date="2025-02-03", place="福州市")
    assert (reading.date, reading.place, reading.place_code) == ("2025-02-03", "福州市", "350100")


@pytest.mark.parametrize(("word", "year"), [("去年", "2024"), ("上年", "2021")])
def test_last_year_is_the_document_s_and_the_year_before_that_of_the_sentence(word: str, year: str) -> None:
    found = read(f"2022年粮食总产量46.8亿斤，{word}为45.7亿斤。", date="2025-02-18", place="临澜市")
    assert [figure.period for figure in found.figures] == ["2022", year]


def test_a_document_with_nothing_in_it_has_no_records() -> None:
    assert list(read(Document(id="0", text=""))) == []


def test_a_text_of_one_kind_of_character_is_read_in_one_go() -> None:
    for piece in ("1", "第", "亿", "，", "（", "增长5%，", "“", "年", "\n", "| 1 ", "其中"):
        _holds(piece * 3000, "2025-01-20", "临澜市")


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    _holds(text, "2025-01-20")


@settings(max_examples=80)
@given(
    st.text(
        alphabet=OFFICIAL,
        max_size=200,
    )
)
@example("由5%提高到")
@example("其中，（")
@example("分别为1%、2%和3%。")
def test_any_text_of_official_characters_is_read(text: str) -> None:
    _holds(text, "2025-01-20", "临澜市")


@settings(max_examples=60)
@given(st.integers(0, len(REPORT)), st.integers(0, len(REPORT)))
def test_a_report_cut_at_any_place_is_read(one: int, other: int) -> None:
    _holds(REPORT[min(one, other) : max(one, other)])


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_a_mutated_report_is_read(seed: int) -> None:
    chance = random.Random(seed)
    letters = list(REPORT)
    for _ in range(chance.randint(1, 60)):
        at = chance.randrange(len(letters))
        move = chance.randrange(3)
        if move == 0:
            del letters[at]
        elif move == 1:
            letters.insert(at, chance.choice(letters))
        else:
            letters[at] = chr(chance.choice((chance.randrange(32, 0x3000), chance.randrange(0x4E00, 0x9FFF))))
    _holds("".join(letters))
