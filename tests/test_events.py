"""Events: the rules' examples, days, people and places, the sample page, and that any text can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speech_texts import SHARED

import luoshi
from luoshi.language.rules import RULES
from luoshi.reading import read
from luoshi.records import Event

SAMPLE = SHARED / "samples" / "qingdao-daily-2025-01-01.txt"
EXAMPLES = [
    (rule.name, text, expected)
    for rule in RULES.values()
    if rule.module in ("luoshi.reading.events", "luoshi.reading.event_lists")
    for text, expected in rule.examples
]


def told(text: str) -> tuple[Event, ...]:
    """The events of a text of the invented city."""
    return read(text, date="2025-03-10", place="临澜市").events


@pytest.mark.parametrize(("name", "text", "expected"), EXAMPLES)
def test_example(name: str, text: str, expected: str) -> None:
    found = told(text)
    assert " / ".join(" ".join((one.act, one.period, *one.actors)) for one in found) == expected
    for one in found:
        assert one.quote == text[one.start : one.end]
        assert one.rule == name


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample page is not there")
def test_sample_page_tells_its_session_and_its_visit() -> None:
    found = read(luoshi.open(SAMPLE, date="2025-01-01", place="青岛市")).events
    assert ("meeting", "2024-12-31") in {(one.act, one.period) for one in found}
    visit = next(one for one in found if one.act == "visit" and len(one.places) == 2)
    assert visit.period == "2024-12-30"
    assert len({*visit.actors, *visit.accompanied}) == 4


@given(st.text(alphabet="3月2日市长周闻笙到青石港调研会见召开会议，。、“”《》（） \n", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for one in told(text):
        assert one.quote
        assert one.end > one.start


def test_what_a_headline_tells_behind_a_blank_is_not_the_event_before_it() -> None:
    text = "# 青石港大桥建成通车 两岸连成一片\n\n3月2日，青石港大桥建成通车。两岸群众从此告别轮渡。"
    headline = told(text)[0]
    assert (headline.act, headline.actors, headline.subject) == ("opening", (), "青石港大桥")
