"""Quantities that read back to what they were made of, and that stand at their places in any text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.language.quantities import Quantity, quantities, scan

BEFORE = {
    "": "exact",
    "超过": "over",
    "超": "over",
    "突破": "over",
    "逾": "over",
    "至少": "over",
    "不低于": "over",
    "不少于": "over",
    "近": "nearly",
    "接近": "nearly",
    "约": "about",
    "大约": "about",
    "低于": "under",
    "不足": "under",
    "不超过": "under",
    "不得超过": "under",
    "不能高于": "under",
}
AFTER = {
    "": "exact",
    "以上": "over",
    "及以上": "over",
    "以内": "under",
    "以下": "under",
    "左右": "about",
    "上下": "about",
}
MULTIPLIERS = {"": 0, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
# Units that follow any number; 千 and a unit that begins like 千瓦 are told apart by the unit.
UNITS = [
    "元",
    "美元",
    "欧元",
    "%",
    "个百分点",
    "人",
    "人次",
    "户",
    "家",
    "个",
    "项",
    "吨",
    "公顷",
    "亩",
    "倍",
    "辆",
    "公里",
    "平方米",
]
NUMBER = st.decimals(Decimal("0.01"), Decimal(9999), allow_nan=False, places=2)


@given(
    NUMBER,
    st.sampled_from(sorted(MULTIPLIERS)),
    st.sampled_from(UNITS),
    st.sampled_from(sorted(BEFORE)),
    st.sampled_from(sorted(AFTER)),
    st.sampled_from(["", " "]),
    st.sampled_from(["全市产值达", "其中，", "（", "比重为"]),
)
def test_a_quantity_reads_back(
    number: Decimal, multiplier: str, unit: str, before: str, after: str, gap: str, lead: str
) -> None:
    quote = f"{before}{number:f}{multiplier}{gap}{unit}{after}"
    (quantity,) = scan(f"{lead}{quote}，同比增长。")
    bounds = {BEFORE[before], AFTER[after]} - {"exact"}
    value = number.scaleb(MULTIPLIERS[multiplier])
    assert quantity.quote == quote
    assert quantity.unit == unit
    assert quantity.value == value
    assert quantity.qualifier in (bounds or {"exact"})
    assert quantity.low == (None if quantity.qualifier in ("under", "nearly") else value)
    assert quantity.high == (None if quantity.qualifier == "over" else value)


@given(
    st.lists(st.tuples(st.integers(1, 999), st.sampled_from(UNITS)), min_size=1, max_size=6), st.sampled_from("，、；")
)
def test_lists_keep_their_order(parts: list[tuple[int, str]], mark: str) -> None:
    text = "分别为" + mark.join(f"{number}{unit}" for number, unit in parts) + "。"
    assert [(quantity.value, quantity.unit) for quantity in scan(text)] == parts


def stands(text: str, found: list[Quantity]) -> bool:
    """Whether every quantity stands at its place, in order, its digits within it, its ends in order."""
    end = 0
    for quantity in found:
        if text[quantity.start : quantity.end] != quantity.quote or not end <= quantity.start < quantity.end:
            return False
        if not quantity.start <= quantity.number_start <= quantity.number_end <= quantity.end:
            return False
        if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
            return False
        end = quantity.end
    return True


PIECES = st.sampled_from(
    [
        *"0159８.,，：:/-—%‰（）()[]第首半翻番连续一二两三五十百千万亿多余来几数每人年月日元角分块成倍个至到和与 \n\t",
        "之间",
        "分之",
        "超过",
        "不超过",
        "约",
        "以上",
        "左右",
        "百分之",
        "零下",
        "全国",
        "位",
        "连增",
        "增长",
        "公里",
        "km",
        "C919",
        "e3",
        "US$",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_quotes_stand_in_what_looks_like_quantities(text: str) -> None:
    assert stands(text, quantities(text))
    assert stands(text, scan(text))


@given(st.text(max_size=120))
def test_quotes_stand_in_any_text(text: str) -> None:
    assert stands(text, quantities(text))


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_text_cut_anywhere_is_read(start: int, end: int) -> None:
    text = "临澜市2031年地区生产总值突破1.2至1.5万亿元，居全省第一，连续6年增长；每人每年880元，比例2.0︰50.5︰47.5。"
    cut = text[start : max(start, len(text) - end)]
    assert stands(cut, quantities(cut))


@pytest.mark.parametrize(
    "run",
    [
        "9",
        "亿",
        "万",
        "第",
        "一",
        "9万",
        "1-",
        "1:",
        "1,",
        "第一",
        "超过",
        "每",
        "不",
        "百分之",
        "1/",
        "连续",
        "首位",
        "5至",
        "元",
        "三成",
    ],
)
def test_long_runs_are_read(run: str) -> None:
    assert stands(run * 5_000, quantities(run * 5_000))
