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
    task(7, "加固病险水闸18座", "市水利局"),
    task(8, "新增公交线路6条，更新公交车80辆", "市交通局"),
    task(9, "完成临街招牌隐患排查整治", "市城管局"),
    task(10, "外贸进出口总额增长8%", "市商务局"),
    task(11, "新建小学12所，新增学位9600个", "市教育局"),
    task(12, "新增公办幼儿园学位2400个", "市教育局"),
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


@pytest.mark.parametrize(
    ("sentence", "body", "value", "share"),
    [
        ("18座病险水闸中15座已完成加固并通过验收，3座正在施工。", "市水利局", "15", "83.3"),
        ("病险水闸加固：18座中已完工15座，3座正在施工。", "市水利局", "15", "83.3"),
        ("临街招牌隐患排查整治：排查招牌3200块，发现隐患418处，已整治完成402处。", "市城管局", "402", "96.2"),
        ("全年计划加固病险水闸18座，已开工16座、完工9座。", "市水利局", "9", "50.0"),
        ("6月新增养老床位120张，累计900张。", "市民政局", "900", "60.0"),
        ("病险水闸加固完工12座，在建4座，计划18座。", "市水利局", "12", "66.7"),
        ("建成社区食堂21个，为年度目标30个的70%，预计12月底前建成30个。", "市民政局", "21", "70.0"),
        ("建成社区食堂27个，另有1个即将开放。", "市民政局", "27", "90.0"),
    ],
)
def test_the_number_of_several_is_that_of_what_is_done(sentence: str, body: str, value: str, share: str) -> None:
    (one,) = told(sentence, body)
    assert (str(one.value), str(one.share), one.says) == (value, share, "in_progress")


def test_what_was_done_is_read_before_what_is_foreseen() -> None:
    found = told("新开通公交线路6条，更新公交车52辆，剩余28辆预计12月到位。", "市交通局")
    assert [(one.node, str(one.value), str(one.share)) for one in found] == [(0, "6", "100.0"), (1, "52", "65.0")]
    (one,) = told("市中医院迁建项目主体完工，装修完成80%，预计明年1月开诊。", "市卫健委")
    assert (one.says, one.share) == ("in_progress", None)


def test_what_fell_has_a_value_below_zero() -> None:
    assert [str(one.value) for one in told("外贸进出口总额下降9.5%。", "市商务局")] == ["-9.5"]


def test_work_that_goes_on_slowly_is_late() -> None:
    assert [one.says for one in told("社区食堂建设推进缓慢。")] == ["trouble"]


def test_a_guess_between_two_near_tasks_and_a_report_without_a_body_are_only_offered() -> None:
    assert [one.certain for one in told("新增学位3000个。", "市教育局")] == [True]
    assert [one.certain for one in told("幼儿园建设进展顺利，新增学位2300个。", "市教育局")] == [False]
    read_ = feedback_of(read("工作进展\n新增养老床位1180张。", date="2026-07-02"), TASKS)
    assert [(one.task, one.certain) for one in read_.feedback] == [("T001", False)]


def test_every_sentence_that_is_not_taken_is_told_with_its_reason() -> None:
    text = "新增养老床位1180张。\n老年教育成效明显。\n下一步，将确保年底前新增养老床位1500张。\n"
    read_ = feedback_of(read(text, date="2026-07-02"), TASKS, "市民政局", "2026-06-30")
    assert [(one.words[:4], one.why.partition(" / ")[2]) for one in read_.unmatched] == [
        ("老年教育", "fits no task"),
        ("下一步，", "only a plan"),
    ]


def test_feedback_comes_back_from_json() -> None:
    (one,) = told("新增养老床位1180张。")
    assert Feedback.from_json(one.to_json()) == one
    assert replace(one, certain=False) != one
