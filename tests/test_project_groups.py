"""Mentions of projects put together."""

from __future__ import annotations

import time

from luoshi.ledger.projects.groups import Named, grouped
from luoshi.ledger.projects.names import taken_apart


def groups(*mentions: tuple[str, int, str]) -> list[set[str]]:
    """The names of each group; a mention is its name, its year and its document."""
    named = [Named(taken_apart(name, "临澜市"), document, year) for name, year, document in mentions]
    return [{f"{mentions[place][0]} {mentions[place][1]}" for place in group} for group in grouped(named)]


def test_short_names_go_to_the_longer_one() -> None:
    told = groups(("临澜湾跨海通道", 2019, "a"), ("跨海通道", 2020, "b"), ("通道工程主塔", 2021, "c"))
    assert told == [{"临澜湾跨海通道 2019", "跨海通道 2020", "通道工程主塔 2021"}]


def test_a_short_name_that_may_be_of_several_is_of_the_one_in_its_document() -> None:
    told = groups(("望渔水库", 2019, "a"), ("白螺水库", 2019, "b"), ("水库工程", 2020, "c"), ("水库工程", 2019, "b"))
    assert {"白螺水库 2019", "水库工程 2019"} in told
    assert {"水库工程 2020"} in told


def test_a_short_name_long_after_stands_for_itself() -> None:
    assert len(groups(("望渔水库", 2001, "a"), ("水库工程", 2020, "c"))) == 2


def test_an_extension_is_not_of_what_is_new() -> None:
    assert len(groups(("白螺机场", 2019, "a"), ("机场扩建", 2018, "b"))) == 2


def test_sections_and_phases_stand_apart() -> None:
    assert (
        len(groups(("3号线北段", 2019, "a"), ("3号线南段", 2019, "a"), ("3号线", 2020, "b"), ("4号线", 2020, "b"))) == 4
    )


def test_a_section_reaches_from_one_place_to_another() -> None:
    name = taken_apart("临青城际南塘经青石机场至望渔北段", "临澜市")
    assert (name.whole, name.section) == ("临青城际", "南塘经青石机场至望渔北段")
    assert taken_apart("临青城际北段", "临澜市").section == "北段"


def test_many_mentions_are_put_together_in_little_time() -> None:
    kinds = ("大桥", "水库", "大道", "医院", "产业园", "隧道")
    letters = "望渔白螺临澜东屿海棠青石云岭霞浦竹溪松风"
    named = [
        Named(
            taken_apart(f"{letters[i % 20]}{letters[i // 20 % 20]}{letters[i // 400 % 20]}{kinds[i % 6]}"),
            str(i % 90),
            2000 + i % 25,
        )
        for i in range(12_000)
    ]
    started = time.perf_counter()
    assert sum(map(len, grouped(named))) == len(named)
    assert time.perf_counter() - started < 30
