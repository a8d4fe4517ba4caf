"""Values told of one place after another: what they measure, and where."""

import pytest

from luoshi.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全市一般公共预算支出，潍坊去年是234.9亿元，民生占比82.2%；常州是832.8亿元，同比增长6.4%。",
            [
                ("一般公共预算支出", ""),
                ("民生占比", ""),
                ("一般公共预算支出", "常州"),
                ("一般公共预算支出", "常州"),
            ],
        ),
        (
            "去年，福州规模以上工业增加值增长6.9%，泉州增长7.0%。",
            [("规模以上工业增加值", "福州"), ("规模以上工业增加值", "泉州")],
        ),
        (
            "政府性基金收入，潍坊413.1亿元，常州413.7亿元。全市粮食产量12万吨。",
            [("政府性基金收入", ""), ("政府性基金收入", "常州"), ("粮食产量", "")],
        ),
        (
            "商品房成交4.6万套，增长8%，其中潍坊、常州分别增长6.2%、7.4%。",
            [("商品房成交", ""), ("商品房成交", ""), ("商品房成交", ""), ("商品房成交", "常州")],
        ),
        ("福州社会消费品零售总额5996.1亿元。", [("社会消费品零售总额", "福州")]),
        (
            "比支出。常州以832.8亿元居首，福州为715.5亿元。",
            [("支出", "常州"), ("支出", "福州")],
        ),
        (
            "常州全市一般公共预算收入715.5亿元，其中非税收入增长2.8%；福州全市支出390.6亿元。",
            [("一般公共预算收入", "常州"), ("非税收入", "常州"), ("支出", "福州")],
        ),
    ],
)
def test_each_place_has_its_value(text: str, expected: list[tuple[str, str]]) -> None:
    found = read(text, date="2026-02-18", place="潍坊市").figures
    assert [(figure.indicator, figure.place) for figure in found] == expected


def test_what_stands_at_a_place_is_no_value_of_it() -> None:
    found = read(
        "种植林木8620亩，莘县30兆瓦和阳谷县20兆瓦光伏电站建成并网。", date="2026-02-18", place="聊城市"
    ).figures
    assert "种植林木" not in [figure.indicator for figure in found[1:]]
