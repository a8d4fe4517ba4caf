"""Deadlines in the wording of offices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger.book.deadlines import deadline, year_named


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("年底前", "2026-12-31"),
        ("2026年6月", "2026-06-30"),
        ("6月30日前", "2026-06-30"),
        ("三季度", "2026-09-30"),
        ("2026.06", "2026-06-30"),
        ("20260630", "2026-06-30"),
        ("6.30前", "2026-06-30"),
        ("2026", "2026-12-31"),
        ("9月中旬", "2026-09-20"),
        ("2026.1-2026.12", "2026-12-31"),
        ("5月底、10月底", "2026-10-31"),
        ("3月底前开工，9月底前主体封顶", "2026-09-30"),
        ("明年上半年", "2027-06-30"),
        ("2026年12月底前（长期）", "2026-12-31"),
        ("持续推进，年底前取得阶段性成效", "2026-12-31"),
        ("Q3", "2026-09-30"),
        ("2026年“七一”前", "2026-07-01"),
        ("6月30日24时前", "2026-06-30"),
        ("7月1日起执行", "2026-07-01"),
        ("秋季开学前", "2026-08-31"),
    ],
)
def test_a_day_is_the_last_one_that_the_words_allow(words: str, date: str) -> None:
    found = deadline(words, 2026)
    assert (found.words, found.kind, found.date) == (words, "dated", date)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("持续推进", "continuous"),
        ("长期坚持", "continuous"),
        ("每月25日前", "continuous"),
        ("分季度推进", "continuous"),
        ("全年持续推进", "continuous"),
        ("第一时间", "at once"),
        ("立行立改", "at once"),
        ("视情况推进", "unknown"),
        ("——", ""),
        ("", ""),
    ],
)
def test_words_without_a_day_say_why_there_is_none(words: str, kind: str) -> None:
    found = deadline(words, 2026)
    assert (found.kind, found.date) == (kind, "")


def test_the_clock_of_a_spreadsheets_day_is_left_out() -> None:
    assert deadline("2026-12-31 00:00:00", 2026).words == "2026-12-31"


def test_a_month_without_a_year_is_not_guessed() -> None:
    assert deadline("6月底前", None).kind == "unknown"


def test_the_year_is_the_one_that_a_title_names() -> None:
    assert year_named(["附件1", "临澜市2026年重点任务分工"]) == 2026
    assert year_named(["电话20261234"]) is None


@given(st.text(alphabet="0123456789年月日前底末.-/至、，。季度长期持续第一时间", max_size=30))
def test_any_words_give_a_day_or_none(words: str) -> None:
    found = deadline(words, 2026)
    assert (found.kind == "dated") == bool(found.date)
