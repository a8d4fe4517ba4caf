"""Whether some words name who acts: bodies, places and people do, works and manners do not."""

from __future__ import annotations

import pytest

from luoshi.reading.actor_names import acting, first_acting, names_somebody


@pytest.mark.parametrize("name", ["临澜市水务局", "各界群众", "第二巡察组", "外国游客", "东屿女排", "周闻笙"])
def test_bodies_and_people_act(name: str) -> None:
    assert names_somebody(name)


@pytest.mark.parametrize("words", ["现", "全部", "南塘大桥扩建工程", "13个未", "不久前", "招标", "洪水"])
def test_works_times_and_manners_do_not_act(words: str) -> None:
    assert acting(words) == ""


def test_who_begins_a_subject_is_told_without_what_follows() -> None:
    assert acting("会议讨论") == "会议"
    assert acting("该组织使用无人机") == "该组织"
    assert first_acting("市水务局召集三家公司") == "市水务局"
