"""Lights by rule on a day."""

from __future__ import annotations

from decimal import Decimal

import pytest

from luoshi.ledger.book.counts import changes, counts
from luoshi.ledger.book.lights import Rules, standing
from luoshi.ledger.book.model import Deadline, Entry, Feedback, Node, Task

BEDS = Node(
    "新增养老床位1500张", "target", "2026-12-31", "新增养老床位", "level", None, Decimal(1500), Decimal(1500), "张"
)
RATE = Node("增长7%", "target", "2026-12-31", "工业增加值", "growth", 1, Decimal(7), Decimal(7), "%")
STEPS = (Node("3月底前开工", "milestone", "2026-03-31"), Node("9月底前竣工", "milestone", "2026-09-30"))


def task(*nodes: Node, due: str = "2026-12-31", kind: str = "dated") -> Task:
    words = Deadline(due, kind, due if kind == "dated" else "")  # type: ignore[arg-type]
    return Task("任务", "T001", leads=("市民政局",), deadline=words, nodes=nodes, year=2026)


def said(date: str, value: int | str | None = None, says: str = "in_progress", node: int | None = 0) -> Feedback:
    number = None if value is None else Decimal(value)
    share = None if number is None else (number * 100 / 1500).quantize(Decimal("0.1"))
    return Feedback("T001", "……", date, node=node, says=says, value=number, share=share)  # type: ignore[arg-type]


def entry(deed: str, day: str, value: str | None = None) -> Entry:
    return Entry(1, "T001", deed, day, "林越", "督查会", day, value=value)


@pytest.mark.parametrize(
    ("one", "news", "day", "light", "rule"),
    [
        (task(BEDS), [], "2026-06-30", "green", "on time"),
        (task(BEDS), [said("2026-06-30", 1180)], "2026-06-30", "green", "on time"),
        (task(BEDS), [said("2026-06-30", 500)], "2026-06-30", "yellow", "behind"),
        (task(BEDS), [said("2026-06-30", 1180)], "2027-01-01", "red", "overdue"),
        (task(BEDS), [said("2026-06-30", 1500)], "2026-06-30", "done", "finished"),
        (task(BEDS), [said("2026-06-30", 1560)], "2027-03-01", "done", "finished"),
        (task(BEDS), [said("2026-07-31", 1560)], "2026-06-30", "green", "on time"),
        (task(BEDS), [said("2026-06-30", 900, "trouble")], "2026-06-30", "yellow", "trouble"),
        (task(), [], "2026-12-15", "yellow", "near"),
        (task(BEDS), [said("2026-12-10", 1480)], "2026-12-15", "green", "on time"),
        (task(*STEPS), [], "2026-04-01", "yellow", "milestone"),
        (task(*STEPS), [said("2026-03-31", says="done")], "2026-04-01", "green", "on time"),
        (task(*STEPS), [said("2026-09-20", says="done", node=1)], "2026-10-01", "done", "finished"),
        (task(RATE), [Feedback("T001", "", "2026-06-30", node=0, value=Decimal(8))], "2026-06-30", "green", "on time"),
        (task(RATE), [Feedback("T001", "", "2026-12-31", node=0, value=Decimal(8))], "2027-01-20", "done", "finished"),
        (task(kind="continuous"), [], "2030-01-01", "green", "on time"),
        (task(kind=""), [], "2030-01-01", "undecided", "no day"),
        (task(kind="unknown"), [], "2026-06-30", "undecided", "unclear"),
        (task(kind="unknown"), [said("2026-06-30", says="trouble", node=None)], "2026-06-30", "yellow", "trouble"),
        (task(kind="unknown"), [said("2026-06-30", says="done", node=None)], "2026-07-01", "done", "finished"),
        (
            task(Node("汛期前完成8公里", "milestone")),
            [said("2026-05-30", says="done")],
            "2026-06-01",
            "green",
            "on time",
        ),
        (task(kind="continuous"), [said("2026-06-30", says="done", node=None)], "2026-07-01", "green", "on time"),
    ],
)
def test_the_first_rule_that_holds_gives_the_light(
    one: Task, news: list[Feedback], day: str, light: str, rule: str
) -> None:
    found = standing(one, news, [], day)
    assert (found.light, found.rule) == (light, rule)


def test_the_share_is_told_beside_the_time_gone() -> None:
    found = standing(task(BEDS), [said("2026-06-30", 1180)], [], "2026-06-30")
    assert (str(found.share), str(found.gone)) == ("78.7", "49.6")


def test_what_a_person_sets_goes_before_the_rules() -> None:
    late = "2027-01-10"
    assert standing(task(BEDS), [], [entry("extend", "2026-12-20", "2027-06-30")], late).due == "2027-06-30"
    assert standing(task(BEDS), [], [entry("extend", "2026-12-20", "2027-06-30")], "2026-12-01").due == "2026-12-31"
    closed = [entry("close", "2026-12-20")]
    assert standing(task(BEDS), [], closed, late).rule == "closed"
    assert standing(task(BEDS), [], [*closed, entry("reopen", "2027-01-05")], late).light == "red"


def test_what_was_reported_before_it_was_reopened_does_not_close_it_again() -> None:
    found = standing(task(BEDS), [said("2026-06-30", 1500)], [entry("reopen", "2026-08-01")], "2026-09-01")
    assert found.light == "green"


def test_a_reopened_task_keeps_what_was_reached_and_tells_why() -> None:
    states = [entry("close", "2026-07-20"), entry("reopen", "2026-08-01")]
    found = standing(task(BEDS), [said("2026-06-30", 1180)], states, "2026-09-01")
    assert (found.light, str(found.share)) == ("green", "78.7")
    assert found.latest is not None
    assert found.why.startswith("2026-08-01 林越重新打开：督查会；")
    done = standing(task(BEDS), [said("2026-06-30", 1180), said("2026-08-31", 1500)], states, "2026-09-01")
    assert (done.light, done.done_on) == ("done", "2026-08-31")


def test_what_a_report_says_with_a_figure_goes_before_its_last_sentence() -> None:
    news = [said("2026-06-30", 1180), said("2026-06-30", says="trouble", node=None)]
    found = standing(task(BEDS), news, [], "2026-07-01")
    assert found.rule == "trouble"
    assert (found.latest, found.trouble) == tuple(news)


def test_the_days_that_are_left_are_told() -> None:
    assert "还有 30 天" in standing(task(BEDS), [], [], "2026-12-01").why


def test_a_day_of_completion_in_the_report_s_words_is_the_day() -> None:
    told = Feedback("T001", "项目已于6月18日正式开工建设", "2026-11-28", says="done")
    assert standing(task(), [told], [], "2026-12-01").done_on == "2026-06-18"
    assert standing(task(), [said("2026-11-28", says="done", node=None)], [], "2026-12-01").done_on == "2026-11-28"


def test_an_extension_moves_the_nodes_of_the_deadline_unless_that_is_changed_since() -> None:
    steps = task(Node("年底前竣工", "milestone", "2026-12-31"))
    moved = entry("extend", "2026-12-20", "2027-06-30")
    assert standing(steps, [], [moved], "2027-01-10").rule == "on time"
    edited = Entry(2, "T001", "edit", "2026-12-21", "林越", "督查会", "2026-12-21", field="deadline", value="年底前")
    assert standing(steps, [], [moved, edited], "2027-01-10").rule == "overdue"


def test_lights_are_counted_by_body_and_compared() -> None:
    before = [standing(task(BEDS), [], [], "2026-06-30")]
    now = [standing(task(BEDS), [], [], "2027-01-01")]
    assert [(row.body, row.red, row.total) for row in counts(now)] == [("市民政局", 1, 1), ("合计", 1, 1)]
    assert [(one.task, one.before, one.now, one.kind) for one in changes(before, now)] == [
        ("T001", "green", "red", "worse")
    ]


def test_a_milestone_that_passed_is_yellow_until_a_report_tells_how_the_work_goes_on() -> None:
    steps = task(*STEPS)
    early, later = said("2026-03-20", node=None), said("2026-05-31", node=None)
    assert standing(steps, [early], [], "2026-05-31").rule == "milestone"
    assert standing(steps, [early, later], [], "2026-05-31").rule == "on time"
    begun = said("2026-05-31", says="not_begun", node=None)
    assert standing(steps, [begun], [], "2026-05-31").rule == "milestone"


def test_an_office_may_leave_milestones_out() -> None:
    assert standing(task(*STEPS), [], [], "2026-05-31", Rules(by_milestones=False)).light == "green"
