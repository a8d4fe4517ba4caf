"""The words of projects as patterns."""

from __future__ import annotations

from luoshi.reading.project_words import project_words, stage_of

SENTENCE = "全面加快推进青石水库建设，争取环湾高速开工建设、南塘大桥建成并投入使用"


def test_groups_of_verbs_are_those_that_the_plain_pattern_finds() -> None:
    words = project_words()
    for start in range(len(SENTENCE)):
        plain = [found.span() for found in words.group.finditer(SENTENCE, start)]
        assert words.groups(SENTENCE, start, len(SENTENCE)) == plain


def test_groups_from_a_place_on_are_found_again_where_one_is_cut() -> None:
    words, end = project_words(), len(SENTENCE)
    groups = words.groups(SENTENCE, 0, end)
    for at in range(end):
        assert words.groups_from(at, groups, SENTENCE, end) == words.groups(SENTENCE, at, end)


def test_the_last_verb_that_says_more_decides_the_stage() -> None:
    assert stage_of("加快推进") == "going on"
    assert stage_of("开工建设") == "start"
    assert stage_of("建成并投入使用") == "done"


def test_a_sentence_shows_a_project_by_a_tail_or_a_verb_of_its_own() -> None:
    words = project_words()
    assert words.shows.search("青石水库动工")
    assert not words.shows.search("提升治理水平")
    assert words.hints.search("提升治理水平")
    assert not words.hints.search("凝聚各方力量")
