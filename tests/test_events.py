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


def test_the_body_of_a_numbered_meeting_holds_it() -> None:
    (one,) = told("3月2日，临澜市人大常委会第三次会议在青石港举行。")
    assert (one.act, one.actors, one.period) == ("meeting", ("临澜市人大常委会",), "2025-03-02")


def test_what_is_held_tells_the_kind() -> None:
    kinds = {"签约仪式": "signing", "开工仪式": "opening", "座谈会": "meeting", "颁奖仪式": "other"}
    for held, kind in kinds.items():
        (one,) = told(f"3月2日，临澜市政府在青石港举行渔港合作{held}。")
        assert one.act == kind, held


def test_several_bodies_are_parted_and_their_number_goes() -> None:
    (one,) = told("3月2日，临澜市财政局、青石集团和临澜大学联合印发《渔港建设办法》。")
    assert one.actors == ("临澜市财政局", "青石集团", "临澜大学")
    (one,) = told("3月2日，临澜市物流与采购协会发布《渔港物流报告》。")
    assert one.actors == ("临澜市物流与采购协会",)


def test_a_list_of_appointments_bears_the_day_of_its_notice() -> None:
    text = "任免名单（2025年3月2日）\n免去：\n何立诚（满族）的临澜市水务局局长职务；\n方敏的临澜市商务局局长职务。"
    assert [(one.period, one.actors, one.subject) for one in told(text)] == [
        ("2025-03-02", ("何立诚",), "临澜市水务局局长"),
        ("2025-03-02", ("方敏",), "临澜市商务局局长"),
    ]


def test_the_passive_names_who_does_it() -> None:
    text = "# 《临澜史话》出版\n\n近日，《临澜史话》由青石出版社出版发行。"
    assert told(text)[-1].actors == ("青石出版社",)


def test_a_thing_that_happens_has_no_actor() -> None:
    text = "# 南塘航道工程通过验收\n\n3月2日，南塘航道整治二期工程通过交工验收。"
    assert all(event.actors == () for event in told(text))


def test_others_that_go_unnamed_are_left_out() -> None:
    text = "# 新规印发\n\n近日，市教育局等五部门联合印发《临澜市校车管理办法》。"
    (event,) = [one for one in told(text) if "联合印发" in one.quote]
    assert event.actors == ("市教育局",)


def test_a_mark_of_print_begins_another_thought() -> None:
    text = "# 要闻\n\n▲市政府召开秋粮收购会议▲南塘大桥建成通车\n\n3月2日，市政府召开秋粮收购会议。"
    assert all("▲" not in event.quote for event in told(text))
