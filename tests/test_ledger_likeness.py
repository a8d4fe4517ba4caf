"""Names and units that differ between a target and its result."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger.likeness import like_names, parts_of, same_unit


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("新建标准厂房", "建成标准厂房"),
        ("开工水利工程", "新开工水利工程"),
        ("改造供电设施", "完成供电设施改造"),
        ("完成供电设施改造", "改造供电设施"),
        ("帮助创业者", "帮扶创业者"),
        ("城市公厕新建改造", "新建改造城市公厕"),
        ("新建改建体育公园", "建成体育公园"),
        ("困难家庭实施适老化改造", "困难家庭适老化改造"),
    ],
)
def test_one_thing_under_another_verb(target: str, result: str) -> None:
    assert result in [key.key for key in like_names(target)]


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("新建标准厂房", "标准厂房"),
        ("开工供电设施改造", "完成供电设施改造"),
        ("新建标准厂房", "拆除标准厂房"),
        ("新建标准厂房", "新建仓库"),
    ],
)
def test_another_thing_is_not_like(target: str, result: str) -> None:
    assert result not in [key.key for key in like_names(target)]


@pytest.mark.parametrize("name", ["生产总值", "城镇新增就业", "标准厂房", ""])
def test_what_the_scheme_knows_or_no_verb_opens_has_no_like_names(name: str) -> None:
    assert like_names(name) == ()


def test_a_joint_name_parts_into_known_indicators() -> None:
    assert parts_of("二氧化硫、氮氧化物排放量") == ("二氧化硫排放量", "氮氧化物排放量")
    assert parts_of("水泥、平板玻璃产量") == ("水泥产量", "平板玻璃产量")


@pytest.mark.parametrize("name", ["生产总值", "绿道、步道长度", "、", ""])
def test_other_names_do_not_part(name: str) -> None:
    assert parts_of(name) == ()


@pytest.mark.parametrize(
    ("name", "one", "other", "same"),
    [
        ("公园", "个", "座", True),
        ("城镇新增就业", "个", "人", True),
        ("新增企业", "家", "户", True),
        ("脱贫人口", "名", "人", True),
        ("改造老旧小区", "个", "户", False),
        ("学校", "所", "座", False),
        ("补助标准", "元/人年", "元", True),
        ("补助标准", "元/人年", "元/人月", False),
        ("绿道", "公里", "米", False),
    ],
)
def test_units_that_count_one_thing(name: str, one: str, other: str, *, same: bool) -> None:
    assert same_unit(name, one, other) is same
    assert same_unit(name, other, one) is same


@given(st.text(alphabet="新建成改造开工完成实施、和与及项目路 x", max_size=30))
def test_any_name_is_taken(name: str) -> None:
    assert all(key.key for key in like_names(name))
    assert len(parts_of(name)) != 1
