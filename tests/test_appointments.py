"""Appointments: who takes, holds or leaves a post by a verb; the rule's examples run in test_offices.py."""

from __future__ import annotations

import pytest

from luoshi.reading import read


def told(text: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    found = read(text, date="2025-01-10", place="临澜市").offices
    return [(office.person, office.organisation, office.posts, office.quote) for office in found]


def test_a_list_of_appointments() -> None:
    text = "决定任命：\n方敏为临澜市人民政府副市长；\n上官瑞芳（女）为临澜市商务局局长。"
    assert told(text) == [
        ("方敏", "临澜市人民政府", ("副市长",), "方敏为临澜市人民政府副市长"),
        ("上官瑞芳", "临澜市商务局", ("局长",), "上官瑞芳（女）为临澜市商务局局长"),
    ]


def test_a_list_of_removals() -> None:
    text = "决定免去：\n方敏的临澜市人民政府副市长职务；\n马兰（女，回族）的临澜市商务局局长职务。"
    assert [office[:3] for office in told(text)] == [
        ("方敏", "临澜市人民政府", ("副市长",)),
        ("马兰", "临澜市商务局", ("局长",)),
    ]


def test_posts_that_go_on_are_one_persons() -> None:
    assert [office[:3] for office in told("任命方敏为临澜市商务局党组书记、局长。")] == [
        ("方敏", "临澜市商务局", ("党组书记", "局长"))
    ]


def test_a_life_in_a_few_words_names_the_person_once() -> None:
    text = "方敏，女，1971年3月生，此前任临澜市水务局副局长，今年8月起任临澜市商务局局长。"
    assert [(office[0], office[3]) for office in told(text)] == [
        ("方敏", "方敏，女，1971年3月生，此前任临澜市水务局副局长"),
        ("方敏", "临澜市商务局局长"),
    ]


@pytest.mark.parametrize("text", ["方敏的局长朋友来了。", "此举为市长们称道。", "曾任市水务局局长。"])
def test_nobody_takes_a_post(text: str) -> None:
    assert told(text) == []
