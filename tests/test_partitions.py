"""Words that part a whole without overlap."""

from __future__ import annotations

from luoshi.knowledge.partitions import partitions


def parting(*names: str) -> list[bool]:
    """For each family that parts the names, whether they are all that it has."""
    return [each.leaves_nothing(names) for each in partitions() if each.parts(names)]


def test_members_of_one_family_part_a_whole() -> None:
    assert parting("公路货运量", "水路货运量") == [False]
    assert parting("男性人口", "女性人口") == [True]
    assert parting("城镇居民消费", "农村居民消费") == [True]


def test_names_of_two_kinds_or_of_one_member_do_not() -> None:
    assert parting("私人汽车保有量", "新能源汽车保有量") == []
    assert parting("城镇消费品零售额", "城市消费品零售额") == []
    assert parting("城镇居民消费", "商品零售额") == []


def test_a_word_belongs_to_one_member_of_its_family() -> None:
    for each in partitions():
        assert len(each.members) > 1
        alternatives = [word for member in each.members for word in member.pattern.split("|")]
        assert len(alternatives) == len(set(alternatives))
