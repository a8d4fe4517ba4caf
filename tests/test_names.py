"""Names made whole: joined, completed from their whole, parted."""

from __future__ import annotations

import pytest

from luoshi.reading import name_parts, name_rows, names


@pytest.mark.parametrize(
    ("name", "count", "parts"),
    [
        ("城镇和农村居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("第一、二、三产业增加值", 3, ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
        ("城乡低保标准", 2, ["城镇低保标准", "农村低保标准"]),
        ("失业保险、工伤保险参保人数", 2, ["失业保险参保人数", "工伤保险参保人数"]),
        ("国家级、省级龙头企业", 2, ["国家级龙头企业", "省级龙头企业"]),
        ("造船完工量、新接订单量和手持订单量", 3, ["造船完工量", "新接订单量", "手持订单量"]),
        ("一般公共预算收入", 2, None),
    ],
)
def test_a_joint_name_is_parted(name: str, count: int, parts: list[str] | None) -> None:
    assert name_rows.split(name, count) == parts


def test_names_of_values_in_several_units_share_no_end() -> None:
    assert name_rows.split("新增企业和营业收入", 2, alike=False) == ["新增企业", "营业收入"]
    assert name_rows.split("港口货物、集装箱吞吐量", 2, alike=False) == ["港口货物吞吐量", "集装箱吞吐量"]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("市政府把生产总值", "生产总值"),
        ("规划提出地区生产总值", "地区生产总值"),
        ("期新增城镇就业", "新增城镇就业"),
        ("稳定粮食产量", "粮食产量"),
        ("除进出口总额", "进出口总额"),
        ("稳定外贸队伍", "稳定外贸队伍"),
        ("地区生产总值力争", "地区生产总值"),
    ],
)
def test_a_verb_is_no_part_of_a_known_indicator(name: str, known: str) -> None:
    assert names.known(name) == known


def test_the_indicator_that_opens_a_clause() -> None:
    assert names.known_opening("地区生产总值连跨两个台阶") == "地区生产总值"
    assert names.known_opening("产业结构持续优化") == ""


def test_townspeople_and_villagers_are_parts_of_all_residents() -> None:
    assert name_parts.of_people("居民人均可支配收入", "农村") == "农村居民人均可支配收入"
    assert name_parts.of_people("居民人均可支配收入", "城镇常住居民") == "城镇常住居民人均可支配收入"
    assert name_parts.of_people("用电量", "城镇") == "城镇"


def test_a_part_is_completed_from_its_whole() -> None:
    assert name_parts.under("新增铁路里程", "高速铁路") == "新增高速铁路里程"
    assert name_parts.under("新登记经营主体", "企业") == "新登记企业"
    assert name_parts.under("一般公共预算收入", "税收收入") == "税收收入"


def test_a_sector_is_completed_from_the_indicator_before_it() -> None:
    assert name_parts.of_sector("规模以上工业增加值", "轻工业", "") == "规模以上工业轻工业增加值"
    assert name_parts.of_sector("居民消费价格", "衣着", "") == "衣着居民消费价格"


def test_a_leaning_name_joins_its_subject() -> None:
    assert names.leans("余额")
    assert not names.leans("税收收入")
    assert name_parts.join("制造业贷款余额", "余额") == "制造业贷款余额"
    assert name_parts.join("国内生产总值", "总量") == "国内生产总值总量"
    assert name_parts.join("地方政府债务限额", "余额") == "地方政府债务余额"


def test_the_jurisdiction_is_no_part_of_a_name() -> None:
    assert names.clean("全市一般公共预算收入") == "一般公共预算收入"
    assert names.clean("临澜市一般公共预算收入", ("临澜市", "临澜")) == "一般公共预算收入"
    assert names.clean("临澜市区新建住宅价格", ("临澜市", "临澜")) == "市区新建住宅价格"
    assert names.clean("造船完工量占全国的比重") == "造船完工量占全国的比重"


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("临澜渔业产值", "渔业产值"),
        ("评选新一批“临澜工匠”", "评选“临澜工匠”"),
        ("展出了青少年绘画作品", "展出青少年绘画作品"),
        ("水土保持工程→新增治理面积", "新增治理面积"),
        ("临澜湾跨海通道全长", "临澜湾跨海通道全长"),
        ("临澜港货物吞吐量", "临澜港货物吞吐量"),
    ],
)
def test_what_bears_its_places_name_keeps_it(name: str, cleaned: str) -> None:
    assert names.clean(name, ("临澜市", "临澜")) == cleaned


def test_the_insured_are_of_their_insurance() -> None:
    whole = "参加城镇职工基本养老保险人数"
    assert name_parts.under(whole, "参保职工") == "城镇职工基本养老保险参保职工"
    assert name_parts.under(whole, "失业保险") == "失业保险"


def test_a_bare_property_is_that_of_the_firms_just_counted() -> None:
    assert name_parts.owner_counted("农业产业化龙头企业", "销售收入") == "农业产业化龙头企业"
    assert name_parts.owner_counted("新增农民合作社", "带动农户") == "新增农民合作社"
    assert name_parts.owner_counted("农业产业化龙头企业", "高速公路") == ""
    assert name_parts.owner_counted("农村公路", "销售收入") == ""


def test_instances_do_not_say_what_is_counted() -> None:
    assert names.clean("新建改造滨河路、青石街等城市主次干道") == "新建改造城市主次干道"
    assert names.clean("支持名师培养、校舍改造等重点工程") == "支持名师培养、校舍改造等重点工程"


def test_a_character_s_kind_is_shared() -> None:
    assert name_rows.split("水、火电", 2) == ["水电", "火电"]


def test_who_benefits_is_told_with_the_work() -> None:
    assert name_parts.told_of_work("改造老旧小区", "惠及居民") == "老旧小区惠及居民"
    assert name_parts.told_of_work("森林覆盖率", "惠及居民") == "惠及居民"
    assert name_parts.told_of_work("改造老旧小区", "铺设管网") == "铺设管网"
