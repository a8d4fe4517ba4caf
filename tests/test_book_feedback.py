"""Reports matched to tasks, with how far the work is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from luoshi.ledger.book.feedback import feedback_of
from luoshi.ledger.book.model import Feedback, Node, Task
from luoshi.ledger.book.nodes import milestones, targets
from luoshi.ledger.book.report_heads import reporting_body, tasks_of
from luoshi.reading import read


def task(number: int, title: str, *leads: str) -> Task:
    steps = milestones(title, 2026)
    nodes: tuple[Node, ...] = (*steps, *targets(title, 2026, "2026-12-31"))
    return Task(title, f"T{number:03}", str(number), leads=leads, nodes=nodes, year=2026)


TASKS = (
    task(1, "新增养老床位1500张", "市民政局"),
    task(2, "建成社区食堂30个", "市民政局"),
    task(3, "改造老旧小区165个，3月底前开工，9月底前主体完工", "市住建局"),
    task(4, "开展“护路2026”专项行动4次", "市交通局"),
    task(5, "市中医院迁建项目年底前竣工", "市卫健委"),
    task(6, "城镇调查失业率控制在5.5%以内", "市人社局"),
)


def told(text: str, body: str = "市民政局") -> list[Feedback]:
    return list(feedback_of(read(text, date="2026-07-02"), TASKS, body, "2026-06-30").feedback)


def test_a_value_is_told_with_its_share_of_the_target() -> None:
    (one,) = told("截至6月底，新增养老床位1,180张，占年度目标1500张的78.7%。")
    assert (one.task, str(one.value), one.unit, str(one.share), one.certain) == ("T001", "1180", "张", "78.7", True)


def test_a_sentence_may_speak_of_several_tasks() -> None:
    found = told("今年以来，新增养老床位1180张，建成社区食堂33个。")
    assert [(one.task, str(one.share)) for one in found] == [("T001", "78.7"), ("T002", "110.0")]


def test_a_sentence_without_a_name_goes_on_with_its_heading() -> None:
    found = told("（一）新增养老床位。\n（二）建成社区食堂。截至目前，已投入使用21个。")
    assert [(one.task, str(one.share)) for one in found] == [("T002", "70.0")]


@pytest.mark.parametrize(
    "plan",
    [
        "新增养老床位1500张。",
        "下一步，将继续新增养老床位，确保年底前新增养老床位1500张。",
        "二、下步打算\n继续新增养老床位300张。",
    ],
)
def test_a_plan_is_no_progress(plan: str) -> None:
    assert not told(plan)


def test_one_month_alone_is_no_total() -> None:
    (one,) = told("6月新增养老床位120张。")
    assert one.value is None
    (one,) = told("6月新增养老床位120张，累计新增养老床位1180张。")
    assert str(one.value) == "1180"


def test_a_begun_work_is_not_done() -> None:
    (one,) = told("165个老旧小区改造全部开工。", "市住建局")
    assert (one.says, one.value) == ("in_progress", None)
    (one,) = told("市中医院迁建项目主体已封顶。", "市卫健委")
    assert one.says == "in_progress"


def test_a_milestone_is_done_where_a_clause_says_so() -> None:
    found = told("老旧小区改造已开工，累计改造40个。", "市住建局")
    assert {(one.node, one.says) for one in found} == {(0, "done"), (2, "in_progress")}


def test_trouble_is_told() -> None:
    (one,) = told("社区食堂建设因选址困难进度滞后。")
    assert (one.task, one.says) == ("T002", "trouble")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("社区食堂已投入运营9个，另有12个正在装修。", "9"),
        ("社区食堂已入户评估25个，建成12个。", "12"),
        ("计划建成的30个社区食堂中，11个已建成，其余19个正在施工。", "11"),
        ("30个社区食堂已全部投入运营，同步培训厨师44人。", "30"),
    ],
)
def test_a_value_counts_what_is_done(sentence: str, value: str) -> None:
    assert [str(one.value) for one in told(sentence)] == [value]


def test_a_sentence_that_counts_its_own_whole_tells_a_share() -> None:
    (one,) = told("市中医院迁建共签约住户40户，其中已签约30户，其余10户正依法办理。", "市卫健委")
    assert (one.node, str(one.value), str(one.share)) == (None, "30", "75.0")


def test_work_not_begun_is_no_trouble_unless_a_reason_is_told() -> None:
    assert [one.says for one in told("社区食堂建设尚未启动。")] == ["not_begun"]
    assert [one.says for one in told("社区食堂建设因选址未定进度滞后，尚未开工。")] == ["trouble"]
    assert [one.says for one in told("面向困难老人的社区食堂已建成12个。")] == ["in_progress"]


def test_what_is_left_goes_to_the_task_that_nobody_else_tells_of() -> None:
    found = told("截至6月底，新增养老床位1180张。两个社区的食堂试点平稳。机关组织学习12次。")
    assert [(one.task, one.quote[:4]) for one in found] == [("T001", "截至6月"), ("T002", "两个社区")]


def test_a_sentence_with_a_subject_of_its_own_does_not_go_on() -> None:
    found = told("新增养老床位1180张。其余床位正在安装。\n新增养老床位1180张。清明祭扫秩序平稳。")
    assert [one.quote for one in found] == ["新增养老床位1180张", "其余床位正在安装", "新增养老床位1180张"]


def test_what_fits_less_than_well_or_belongs_to_another_body_is_only_offered() -> None:
    found = told("改造老旧小区171个。", "市民政局")
    assert [one.certain for one in found] == [False]
    assert not told("组织主题党日活动12次，参加人数300人。")


def test_the_body_of_a_report_is_found_in_its_title_or_signature() -> None:
    assert reporting_body(read("市住建局9月工作进展\n改造老旧小区40个。"), TASKS) == "市住建局"
    assert reporting_body(read("工作进展\n" + "改造。\n" * 9 + "临澜市民政局\n2026年7月2日"), TASKS) == "市民政局"


def test_all_bodies_of_a_kind_and_governments_of_other_places_sign_no_report() -> None:
    tasks = (*TASKS, task(7, "整治校园周边", "各县区政府", "临江区政府"))
    report = "临岸区人民政府 ｜ 部门动态\n市民政局9月工作进展\n新增养老床位1180张。"
    assert reporting_body(read(report), tasks) == "市民政局"


def test_a_report_tells_for_the_month_that_its_title_names() -> None:
    report = "市民政局2026年6月工作进展\n新增养老床位1180张。\n2026年7月3日\n"
    assert feedback_of(read(report, date="2026-07-03"), TASKS).date == "2026-06-30"


def test_a_body_is_known_however_it_is_written() -> None:
    assert [one.id for one in tasks_of(TASKS, "临澜市住房和城乡建设局")] == ["T003"]


def test_the_words_stand_where_the_feedback_says() -> None:
    text = "一、养老\n截至6月底，新增养老床位1180张；建成社区食堂21个。\n"
    for one in told(text):
        assert text[one.start : one.end] == one.quote


def test_feedback_comes_back_from_json() -> None:
    (one,) = told("新增养老床位1180张。")
    assert Feedback.from_json(one.to_json()) == one
    assert replace(one, certain=False) != one
