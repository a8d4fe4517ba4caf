"""Any clauses, well formed or not, are read without an exception, and what is read stands where it says."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

import luoshi

_NAMES = """
    粮食 蔬菜产量 产量 第一 二产业 增加值 城乡 居民人均可支配收入 临澜市 市本级 占比 一般公共预算收入 高新技术企业
    接待游客 规模以上工业 税收收入 比重 PM2.5 “三公”经费 项目
"""
_VALUES = """
    5吨 6% 12.3亿元 七成 十几万人次 数百万 1/3强 2.25∶1 （12.3）亿元 —2.3% 4.5%—5% 三分之二 一倍 3个百分点
    \ufffd5吨 1\u202f234.5亿元 123456789012345678901万元 全省第2位 连续5年
"""
_WORDS = """
    分别 分别为 增长 下降 达到 由 提高到 其中 占 的 比上年 同比 超过 万元 个 、 、 ， 。 ； ： 和 与 （ ） “ ” 今年
    2024年 为年初预算的 等 2024年末 以上 左右 中 每人每年 总投资 建成 ① 一、 （一） 1. 计划 预计 负 ⻓
"""

soup = st.lists(st.sampled_from([*(_NAMES + _VALUES + _WORDS).split(), " ", "\n"]), min_size=1, max_size=24).map(
    "".join
)
# A row of names with 分别 and a row of values, the most usual of sentences, with holes in either row.
rows = st.tuples(
    st.lists(st.sampled_from([*_NAMES.split(), ""]), min_size=1, max_size=5).map("、".join),
    st.sampled_from(["产量", "收入", ""]),
    st.sampled_from(["分别为", "分别增长", "分别由", "分别达到", "均为", "为", "分别占全市的"]),
    st.lists(st.sampled_from(["5吨", "6吨", "7吨", ""]), min_size=1, max_size=5).map("、".join)
    | st.lists(st.sampled_from(_VALUES.split()), min_size=1, max_size=5).map("、".join),
    st.sampled_from(["。", "，分别增长5%、6%。", "和7吨。", "提高到8吨、9吨。", ""]),
).map("".join)


@example("粮食、、蔬菜产量分别为5吨、6吨、7吨。")
@given(st.lists(st.one_of(soup, rows), min_size=1, max_size=4).map("".join))
def test_any_clauses_are_read(text: str):
    reading = luoshi.read(text, date="2025-02-01", place="临澜市")
    for figure in reading.figures:
        assert text[figure.start : figure.end] == figure.quote
        assert figure.indicator.strip()
        assert "\ufffd" not in figure.quote
        assert figure.low is not None or figure.high is not None
        assert all(abs(value) < 10**18 for value in (figure.low, figure.high) if value is not None)


@given(soup)
def test_any_clauses_have_quantities_that_stand_where_they_say(text: str):
    for found in (luoshi.quantities(text), luoshi.numbers(text), luoshi.times(text, date="2025-02-01")):
        assert all(text[one.start : one.end] == one.quote for one in found)
        assert all(first.end <= second.start for first, second in pairwise(found))
