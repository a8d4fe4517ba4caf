"""What holds at a place of a body's report."""

from __future__ import annotations

import pytest

from luoshi.ledger.book.report_context import Context, goes_on, is_numbered, level


@pytest.mark.parametrize(
    "words", ["其余3条正在施工", "截至6月底，已建成21个", "目前正在安装", "预计8月完工", "完成率45.5%"]
)
def test_a_sentence_without_a_subject_goes_on(words: str) -> None:
    assert goes_on(words)


@pytest.mark.parametrize(
    "words", ["新增养老床位310张", "截至6月底，新增养老床位310张", "办理提案43件", "现代农业园开园"]
)
def test_a_sentence_with_a_subject_of_its_own_does_not(words: str) -> None:
    assert not goes_on(words)


def test_lines_have_a_depth_by_their_number() -> None:
    assert [level(words) for words in ("一、民生", "（一）养老", "1.床位", "一是床位")] == [1, 2, 3, 5]
    assert is_numbered("一是床位")
    assert not is_numbered("床位")


def test_a_new_paragraph_goes_back_to_what_its_heading_names() -> None:
    context = Context()
    context.open(1, 7, 0.6, "")
    context.speak(3, 0.9)
    assert (context.task, context.of_heading) == (3, False)
    context.rest()
    assert (context.task, context.of_heading) == (7, True)
    context.open(1, None, 0.0, "planned")
    assert (context.task, context.under) == (None, "planned")
