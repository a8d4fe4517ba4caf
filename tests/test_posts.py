"""Posts: text up to the last post → the posts that stand there, each with its organisation."""

from __future__ import annotations

import pytest

from luoshi.reading import read
from luoshi.reading.posts import groups_of, in_each_body, posts_up_to


def held(text: str) -> str:
    """The posts at the end of a text, those that 、 joins together."""
    groups = groups_of(text, posts_up_to(text, len(text), 0, "临澜市"))
    return " / ".join(
        f"{text[slice(*organisation)]} {'、'.join(text[slice(*post)] for post in posts)}".strip()
        for organisation, posts in groups
    )


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("市教育局党组书记、局长", "市教育局 党组书记、局长"),
        ("市教育局局长，市水务局副局长", "市教育局 局长 / 市水务局 副局长"),
        ("市委教育工委书记", "市委教育工委 书记"),
        ("青湾村党委书记", "青湾村 党委书记"),
        ("东屿特别行政区第六任行政长官", "东屿特别行政区 行政长官"),
        ("纳米比亚现任副总统", "纳米比亚 副总统"),
        ("市政协常委、民族和宗教委员会主任", "市政协 常委、民族和宗教委员会主任"),
        ("市委委员、市教育局局长", "市委 委员、市教育局局长"),
        ("市人大代表、南塘区委书记", "市人大 代表、南塘区委书记"),
        ("施工负责人", "施工负责人"),
        ("下午三点", ""),
    ],
)
def test_posts_with_their_organisations(text: str, posts: str) -> None:
    assert held(text) == posts


def test_posts_in_several_bodies_are_told_apart_for_the_ledger() -> None:
    text = "副市长、市公安局局长方敏到会。"
    (office,) = read(text, place="临澜市").offices
    assert office.posts == ("副市长", "市公安局局长")
    apart = [(one.organisation, one.body, one.posts) for one in in_each_body(office, "临澜市")]
    assert apart == [("", "", ("副市长",)), ("市公安局", "临澜市公安局", ("局长",))]
