"""Names of projects taken apart, and which may be one project's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger.projects.names import each_line, is_part, same_numbers, shortens, taken_apart

HOME = "临澜市"


def one(short: str, long: str) -> bool:
    """Whether the shorter name may be one of the longer one's."""
    first, second = taken_apart(short, HOME), taken_apart(long, HOME)
    return same_numbers(first, second) and first.section == second.section and shortens(first, second)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("跨海通道", "临澜湾跨海通道"),
        ("通道工程", "临澜湾跨海通道"),
        ("跨海通道主塔", "临澜湾跨海通道"),
        ("澜湾大桥", "望澜湾大桥"),
        ("望白", "望白铁路"),
        ("望湾造修船", "望湾修造船基地"),
        ("白螺机场", "白螺国际机场"),
        ("电厂二期", "白螺电厂二期"),
        ("精炼油", "1000万吨精炼油项目"),
    ],
)
def test_a_shorter_name_is_one_of_the_longer_ones(short: str, long: str) -> None:
    assert one(short, long)


@pytest.mark.parametrize(
    ("one_name", "other"),
    [
        ("白螺电厂一期", "白螺电厂二期"),
        ("3号线", "4号线"),
        ("3号线", "13号线"),
        ("三号线北段", "3号线南段"),
        ("望澜高速东线", "望澜高速西线"),
        ("望澜湾大桥", "望澜湾第二大桥"),
        ("白螺机场", "白螺机场高速"),
        ("白螺湾大桥", "白螺湾大桥接线"),
        ("白螺大道", "白螺北大道"),
        ("白螺湾", "白螺湾医院"),
        ("30万吨码头", "白螺40万吨码头"),
    ],
)
def test_neighbours_are_told_apart(one_name: str, other: str) -> None:
    assert not one(one_name, other)
    assert not one(other, one_name)


def test_a_name_in_its_parts() -> None:
    name = taken_apart("临澜市白螺污水处理厂二期（北区）工程", HOME)
    assert (name.proper, name.head, name.phase, name.at_home) == ("白螺", "污水处理厂", "2", True)
    assert taken_apart("地铁十一号线", HOME).line == "11"
    assert taken_apart("“海豚一号”", HOME).line == ""
    assert taken_apart("望澜高速（白螺至望渔段）改扩建", HOME).section == "白螺至望渔段"
    assert taken_apart("10万吨级航道", HOME).size == "10万吨级"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("地铁1号、4号、8号线", ["地铁1号线", "4号线", "8号线"]),
        ("地铁二、三号线北段", ["二号线北段", "三号线北段"]),
        ("地铁1至3号线", ["1号线", "2号线", "3号线"]),
        ("临澜湾跨海通道、望渔大桥", ["临澜湾跨海通道、望渔大桥"]),
    ],
)
def test_each_line_of_a_list(name: str, lines: list[str]) -> None:
    assert each_line(name) == lines


def test_a_part_of_a_work() -> None:
    assert is_part("临澜湾跨海通道主塔桩基")
    assert not is_part("临澜湾跨海通道主体工程")


@given(st.text(max_size=30), st.text(max_size=6))
def test_any_words_are_taken_apart(name: str, home: str) -> None:
    parts = taken_apart(name, home)
    assert same_numbers(parts, parts)
    shortens(parts, taken_apart("临澜湾跨海通道", home))
