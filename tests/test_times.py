"""Times: every example of the rules, and properties that hold for any text."""

from __future__ import annotations

import os
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pattern_beginnings import beginnings

from luoshi.language.rules import RULES
from luoshi.language.times import Anchor, Time, begins, opens, scan, times
from luoshi.language.times.periods import DIGITS, NUMERALS
from luoshi.language.times.rulebook import READERS, unnamed
from luoshi.language.times.scanning import ALONE, SECOND

DATE = "2025-01-20"
OURS = [rule for rule in RULES.values() if rule.module.startswith("luoshi.language.times.")]
EXAMPLES = [(rule.name, *example) for rule in OURS for example in rule.examples]

years = st.integers(min_value=1900, max_value=2099)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
dashes = st.sampled_from(["至", "到", "—", "-", "－", "–", "~", "～", "——"])


def written(found: list[Time]) -> str:
    return "; ".join(f"{time.quote}={time.period} {time.kind} {time.role}" for time in found)


def han(number: int) -> str:
    """A whole number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else "零一二三四五六七八九"[tens] + "十"
    return head + ("零一二三四五六七八九"[ones] if ones else "")


def positions(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def wide(number: int) -> str:
    return "".join("０１２３４５６７８９"[int(digit)] for digit in str(number))


@pytest.mark.parametrize(("name", "text", "expected"), EXAMPLES)
def test_example(name: str, text: str, expected: str) -> None:
    day, bar, words = text.rpartition("|")
    assert written(times(words, day if bar else DATE)) == expected


def test_rules_are_well_exemplified() -> None:
    assert len(EXAMPLES) >= 250
    assert all(rule.examples for rule in OURS)


@pytest.mark.parametrize(
    ("anchor", "text", "expected"),
    [
        (Anchor("2026-01-22", 2025), "11月末", "11月末=2025-11-30 point partial"),
        (Anchor("2026-01-22", 2025), "全年", "全年=2025 year relative"),
        (Anchor("2026-01-22", 2025), "比上年", "比上年=2024 year base"),
        (Anchor("2026-01-22", 2025), "今年", "今年=2026 year relative"),
        (Anchor("2026-01-22", 2025), "年末", "年末=2025-12-31 point partial"),
        (Anchor("", 2024), "去年", "去年=2023 year relative"),
        (Anchor("", 2024), "前三季度", "前三季度=2024-01/2024-09 months partial"),
        (Anchor("", 2024), "12月10日至12日", "12月10日至12日=2024-12-10/2024-12-12 days partial"),
        (Anchor("", 2024), "近三年", "近三年=2022/2024 years relative"),
        (Anchor(), "去年", "去年= year relative"),
        (Anchor(), "前三季度", "前三季度= months partial"),
        (Anchor(), "12月10日", "12月10日= day partial"),
        (Anchor(), "12月10日至12日", "12月10日至12日= days partial"),
        (Anchor(), "11月末", "11月末= point partial"),
        (Anchor(), "今年以来", "今年以来= year since"),
        (Anchor(), "本月", "本月= month relative"),
        (Anchor(), "上周三", "上周三= day relative"),
        (Anchor(), "今天上午9点", "今天上午9点= clock relative"),
        (Anchor(), "2024年11月末", "2024年11月末=2024-11-30 point absolute"),
        (Anchor("0001-01-02"), "去年12月，三百年前", "去年12月= month relative; 三百年前= year relative"),
        (Anchor("9999-12-31"), "明年", "明年= year relative"),
        (Anchor("1000-01-01"), "去年", "去年= year relative"),
    ],
)
def test_anchor(anchor: Anchor, text: str, expected: str) -> None:
    assert written(scan(text, anchor)) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [("2024年，全市", 0), ("全市在2024年", 3), ("增长3.5%，1.2万亿元，1/3以上", 19), ("用时3.5小时", 2)],
)
def test_where_the_first_time_may_begin(text: str, place: int) -> None:
    assert begins(text) == place


@pytest.mark.parametrize(
    ("text", "told"), [("2024年，全市", True), ("在2024年", True), ("全市在2024年", False), ("", False)]
)
def test_whether_a_time_may_open_a_text(text: str, told: bool) -> None:
    assert opens(text, 2) is told


@pytest.mark.parametrize("name", READERS)
def test_what_begins_with_a_word_goes_on_with_one_of_the_second_characters(name: str) -> None:
    reader = READERS[name]
    words = set(reader.starts) - {"的"} - ({*NUMERALS, "元"} if "3" in reader.starts else set(DIGITS))
    begun = {one for one in beginnings(unnamed(reader.pattern), 2) if one[0] in words} if reader.bare else set()
    assert {one[1] for one in begun if len(one) == 2} <= set(SECOND)
    assert {one for one in begun if len(one) == 1} <= set(ALONE)


def test_a_date_that_is_no_day_is_an_error() -> None:
    with pytest.raises(ValueError, match="day"):
        times("今年", "2024-02-30")


@given(days, st.sampled_from(["{y}年{m}月{d}日", "{y}年{m:02}月{d:02}日", "{y} 年 {m} 月 {d} 日", "{y}-{m:02}-{d:02}",
                              "{y}/{m}/{d}", "{y}.{m}.{d}", "{y}年{m}月{d}号"]))  # fmt: skip
def test_days_read_back(day: date, form: str) -> None:
    text = form.format(y=day.year, m=day.month, d=day.day)
    assert written(times(f"临澜市于{text}，召开会议")) == f"{text}={day.isoformat()} day absolute"


@given(days)
def test_days_in_other_numerals_read_back(day: date) -> None:
    for text in (
        f"{positions(day.year)}年{han(day.month)}月{han(day.day)}日",
        f"{wide(day.year)}年{wide(day.month)}月{wide(day.day)}日",
    ):
        assert written(times(text)) == f"{text}={day.isoformat()} day absolute"


@given(days, st.integers(min_value=1, max_value=400), dashes)
def test_ranges_of_days_read_back(first: date, length: int, dash: str) -> None:
    last = first + timedelta(days=length)
    text = f"{first.year}年{first.month}月{first.day}日{dash}{last.year}年{last.month}月{last.day}日"
    assert written(times(text)) == f"{text}={first.isoformat()}/{last.isoformat()} days absolute"
    if (first.year, first.month) == (last.year, last.month):
        text = f"{first.year}年{first.month}月{first.day}日{dash}{last.day}日"
        assert written(times(text)) == f"{text}={first.isoformat()}/{last.isoformat()} days absolute"


@given(years, st.integers(1, 12), st.integers(1, 12), dashes, st.sampled_from(["月", "月份"]))
def test_ranges_of_months_read_back(year: int, first: int, last: int, dash: str, unit: str) -> None:
    if first >= last:
        return
    for text in (
        f"{year}年{first}{dash}{last}{unit}",
        f"{year}年{first}月{dash}{last}{unit}",
        f"{year}年{first}月{dash}{year}年{last}{unit}",
    ):
        assert written(times(text)) == f"{text}={year}-{first:02}/{year}-{last:02} months absolute"


@given(years, years, dashes)
def test_ranges_of_years_read_back(first: int, last: int, dash: str) -> None:
    if first >= last:
        return
    for text in (f"{first}{dash}{last}年", f"{first}年{dash}{last}年", f"{positions(first)}{dash}{positions(last)}年"):
        assert written(times(text)) == f"{text}={first}/{last} years absolute"


@given(years, st.integers(1, 12), st.sampled_from(["至", "截至", "截止", "到"]), st.sampled_from("末底"))
def test_month_ends_read_back(year: int, month: int, word: str, end: str) -> None:
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    text = f"{word}{year}年{month}月{end}"
    assert written(times(text)) == f"{text}={last.isoformat()} point until"


@given(
    st.integers(1, 99),
    st.sampled_from([("年", "P{}Y"), ("个月", "P{}M"), ("天", "P{}D"), ("小时", "PT{}H"), ("分钟", "PT{}M")]),
)
def test_lengths_read_back(count: int, unit: tuple[str, str]) -> None:
    for numeral in (str(count), wide(count), han(count)):
        text = numeral + unit[0]
        if len(numeral) == 2 and unit[0] == "年" and numeral[0] in "0０":
            continue
        assert written(times(f"历时{text}。")) == f"{text}={unit[1].format(count)} duration absolute"


@given(st.integers(0, 23), st.integers(0, 59))
def test_clock_times_read_back(hour: int, minute: int) -> None:
    for text in (f"{hour}:{minute:02}", f"{hour}：{minute:02}", f"{hour}时{minute}分"):
        assert written(times(f"于{text}开始", DATE))[: len(text) + 7] == f"{text}=T{hour:02}:{minute:02}"


PIECES = st.lists(
    st.sampled_from(
        [*"年月日号周季度时点分秒末底初上下前后近这去今明本当同每半个第至到比较—-~从自起以来内间的，。“”十五一二三〇零两百千万",
         "2024", "12", "31", "3", "0", "１２", "十四五", "同比", "截至", "农历",
         "正月", "春节", "上午", "世纪", "年代", "/", ":", "."]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(st.one_of(st.text(max_size=200), PIECES), st.sampled_from(["", DATE, "0001-01-01", "9999-12-31", "2024-02-29"]))
@settings(max_examples=600, deadline=None)
def test_any_text_is_read_in_order_with_its_words(text: str, day: str) -> None:
    end = 0
    for found in times(text, day):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.quote
        assert found.kind
        end = found.end


@given(PIECES, days, st.integers(1990, 2030))
def test_periods_are_calendar_days(text: str, day: date, year: int) -> None:
    for found in scan(text, Anchor(day.isoformat(), year)):
        for part in found.period.partition("T")[0].split("/"):
            if len(part) == 10:
                assert date.fromisoformat(part)


@given(PIECES)
@settings(deadline=None)
def test_no_time_zone_changes_a_reading(text: str) -> None:
    before = os.environ.get("TZ")
    readings = []
    try:
        for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
            os.environ["TZ"] = zone
            if hasattr(time, "tzset"):
                time.tzset()
            readings.append(times(text, DATE))
    finally:
        os.environ.pop("TZ", None) if before is None else os.environ.__setitem__("TZ", before)
        if hasattr(time, "tzset"):
            time.tzset()
    assert readings[0] == readings[1]


@pytest.mark.parametrize(
    "piece", ["年", "1", "一", "十", "2024", "月", "1月", "每", "—", "至", "1-", "“", "第", "年末", "上", "0:", "二〇"]
)
def test_a_long_run_is_read(piece: str) -> None:
    for found in times(piece * (20_000 // len(piece)), DATE):
        assert len(found.quote) < 60
