"""Numbers that can't be read: no value, and nothing that goes on from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import luoshi
from luoshi.language.quantities import notation, scan, survey
from luoshi.language.rules import RULES
from luoshi.language.unread import MOST

EXAMPLES = RULES["numbers that can't be read"].examples


@pytest.mark.parametrize(("text", "yields"), EXAMPLES)
def test_example(text: str, yields: str) -> None:
    assert "; ".join(map(notation, scan(text))) == yields


def test_the_place_of_what_cant_be_read_is_told_with_its_unit() -> None:
    text = "收入5\ufffd2.7亿元，游客若干万人次，收入80亿元"
    found, unread = survey(text)
    assert [text[start:end] for start, end in unread] == ["5\ufffd2.7亿元", "万人次"]
    assert [quantity.quote for quantity in found] == ["80亿元"]


@given(st.integers(min_value=0, max_value=10**30), st.sampled_from(["元", "万元", "亿元", "吨"]))
def test_no_value_is_beyond_what_statistics_hold(number: int, unit: str) -> None:
    assert all(quantity.high is None or quantity.high < MOST for quantity in scan(f"收入{number}{unit}。"))


@given(
    st.integers(min_value=1, max_value=10**6).map(str),
    st.integers(min_value=0, max_value=6),
    st.sampled_from(["亿元", "%", "万人次"]),
)
def test_a_number_with_a_hole_is_no_value_wherever_the_hole_is(digits: str, at: int, unit: str) -> None:
    written = digits[:at] + "\ufffd" + digits[at:]
    assert scan(f"收入{written}{unit}。") == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("粮食产量64.1万吨，增长1.2%。接待游客若干万人次，增长12.3%。", ["粮食产量 64.1万吨", "粮食产量 1.2%"]),
        ("粮食产量64.1万吨。固定资产投资\ufffd亿元。增长5%。", ["粮食产量 64.1万吨"]),
        ("常住人口320.5万人，户籍人口\ufffd12.4万人，下降0.3%。", ["常住人口 320.5万人"]),
        ("财政收入1\ufffd.5亿元，增长3%，税收收入80亿元，增长2%。", ["税收收入 80亿元", "税收收入 2%"]),
        ("粮食产量、油料产量分别增长1.2%、\ufffd%。", []),
        ("粮食、、蔬菜产量分别为5吨、6吨、7吨，增长3%。", []),
        ("接待游客数百万人次，增长12.3%。", ["接待游客 数百万人次", "接待游客 12.3%"]),
        ("粮食产量64.1万吨。旅游收入大幅提升，增长12.3%。", ["粮食产量 64.1万吨", "旅游收入 12.3%"]),
    ],
)
def test_what_follows_belongs_to_nobody(text: str, figures: list[str]) -> None:
    found = [f"{f.indicator} {f.quote}" for f in luoshi.read(text, date="2025-02-01", place="临澜市").figures]
    assert found == figures


@pytest.mark.parametrize("blank", ["____", "＿＿", "×", "××", "XX", "ＸＸ", "□□"])
@pytest.mark.parametrize("unit", ["亿元", "万户", "%", "吨"])
def test_a_blank_before_a_unit_is_no_value_and_what_follows_is_nobodys(blank: str, unit: str) -> None:
    reading = luoshi.read(f"粮食产量64万吨；粮食加工{blank}{unit}，增长3%。", date="2025-01-20", place="临澜市")
    assert [figure.quote for figure in reading.figures] == ["64万吨"]
