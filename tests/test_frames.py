"""What a section takes for granted: its period and its outlook."""

from __future__ import annotations

import pytest

from luoshi.language.passage import Passage
from luoshi.language.times import begins
from luoshi.reading import read
from luoshi.reading.frames import Frame, base_frame, heading_frame, may_open


@pytest.mark.parametrize(
    ("heading", "period", "status"),
    [
        ("一、2024年工作回顾", "2024", "actual"),
        ("二、2025年工作安排", "2025", "target"),
        ("一、过去五年工作回顾", "2020/2024", "actual"),
        ("（二）政府性基金预算", "2024", "actual"),
        ("三、今年的主要任务", "2025", "target"),
    ],
)
def test_a_heading_sets_the_frame(heading: str, period: str, status: str) -> None:
    frame = heading_frame(Frame("2024", "actual"), Passage.of(heading, (0, len(heading))), "2025-01-14", heading)
    assert (frame.period, frame.status) == (period, status)


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("一、过去一年工作回顾", "actual"),
        ("二、今年工作", "target"),
        ("三、下一步打算", "target"),
        ("（二）今年主要预期目标", "target"),
        ("（一）今年以来工作情况", "actual"),
        ("（一）工业经济", "actual"),
    ],
)
def test_a_heading_looks_ahead_where_no_day_is_known(heading: str, status: str) -> None:
    frame = heading_frame(Frame("", "actual"), Passage.of(heading, (0, len(heading))), "", heading)
    assert (frame.period, frame.status) == ("", status)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("今年经济社会发展的主要预期目标是：生产总值增长7%左右；城镇新增就业3万人以上。", ["target", "target"]),
        ("一、今年工作\n新建学校5所。\n二、过去一年工作回顾\n提出强市目标，建成公园3个。", ["target", "actual"]),
        ("今年拟安排赤字1.2亿元，比去年增加0.1亿元，其中市级赤字0.8亿元。", ["target", "target", "target"]),
        ("今年，要完成铁路投资73亿元。安排补助3亿元。目前已到位2亿元。", ["target", "target", "actual"]),
        ("去年，全市建成公园20个，完成投资3亿元。", ["actual", "actual"]),
    ],
)
def test_the_same_words_tell_the_outlook_with_and_without_a_day(text: str, statuses: list[str]) -> None:
    for date in ("", "2025-01-20"):
        assert [figure.status for figure in read(text, date=date).figures] == statuses, date


def test_a_report_speaks_of_last_year_and_news_of_their_own() -> None:
    assert base_frame("2025-01-14", "政府工作报告", news=False, report=True).period == "2024"
    assert base_frame("2025-01-14", "临澜港开工", news=True, report=False).period == "2025"
    assert base_frame("2026-03-31", "2025年临澜市国民经济和社会发展统计公报", news=False, report=True).period == "2025"
    assert base_frame("", "", news=False, report=True).period == ""
    assert base_frame("2025-05-14", "市水务局的答复", news=False, report=False).period == "2025"
    assert base_frame("2025-02-14", "市水务局的答复", news=False, report=False).period == "2025"
    assert base_frame("2025-02-14", "", news=False, report=False, bare=True).period == "2024"


@pytest.mark.parametrize(
    ("opening", "period"),
    [
        ("各位代表！刚刚过去的2024年，我们建成小学3所。", "2024"),
        ("过去一年，我们建成小学3所。", "2024"),
        ("东屿精神传遍全市。去年，我们建成小学3所。", "2024"),
        ("2022年，建成小学3所。", "2020/2024"),
    ],
)
def test_where_a_review_of_years_turns_to_the_last_it_stays_there(opening: str, period: str) -> None:
    text = f"一、过去五年和2024年工作回顾\n五年来，全市面貌一新。\n{opening}\n一是办好教育。改造食堂40个。"
    assert read(text, date="2025-01-14", place="临澜市").figures[-1].period == period


def test_a_plan_that_is_told_of_dates_nothing() -> None:
    text = "一、2021年工作回顾\n“十四五”开局良好，建成小学3所。\n“十四五”时期，建成中学2所。"
    assert [figure.period for figure in read(text, date="2022-01-14").figures] == ["2021", "2021/2025"]


REVIEW = "各位代表：\n现在，我代表市人民政府，向大会报告工作。\n{}\n{}"


@pytest.mark.parametrize(
    ("heading", "words", "period"),
    [
        ("一、2024年工作回顾", "去年以来，建成小学3所。", "2024"),
        ("一、2024年以来工作回顾", "建成小学3所。", "2024"),
        ("一、2024年工作回顾", "去年二季度起，汛情严重。全年建成小学3所。", "2024"),
        ("一、2024年工作回顾", "4月初，我们抗旱保苗。粮食丰收，建成小学3所。", "2024"),
        ("一、2024年工作回顾", "上半年，全市抓开局。建成小学3所。", "2024-01/2024-06"),
        ("一、2024年工作回顾", "企业利润1—11月增长3%；建成小学3所。", "2024"),
        ("一、2024年工作回顾", "投资增长6%，是2004年以来高于全省最多的一年；建成小学3所。", "2024"),
        ("一、2024年工作回顾", "收入增长9%，增幅为近5年最高水平；建成小学3所。", "2024"),
        ("一、“十四五”发展开局良好", "建成小学3所。", "2024"),
        ("一、本届政府工作回顾", "2022年本届政府组成以来，全市努力。\n三年来，建成小学3所。", "2022/2024"),
    ],
)
def test_what_a_report_tells_in_passing_dates_nothing_after_it(heading: str, words: str, period: str) -> None:
    found = read(REVIEW.format(heading, words), date="2025-01-14", place="临澜市").figures
    assert (found[-1].quote, found[-1].period, found[-1].status) == ("3所", period, "actual")


@pytest.mark.parametrize(
    ("words", "period", "status"),
    [
        ("二、推进高质量发展\n今年，全市预期目标是：生产总值增长6%。\n三、深化改革\n新建小学3所。", "2025", "target"),
        (
            "二、推进高质量发展\n今年，全市预期目标是：生产总值增长6%。\n三、过去一年工作\n新建小学3所。",
            "2024",
            "actual",
        ),
        ("二、今年工作安排\n在去年实施六项工程的基础上，新建小学3所。", "2025", "target"),
        ("二、今年工作安排\n全面完成“十四五”节能减排目标；新建小学3所。", "2025", "target"),
        ("二、回望\n各位代表，2024年任务圆满完成。五年来，全市努力，新建小学3所。", "2020/2024", "actual"),
        ("二、回望\n五年来，生产总值比上年增长6%，新建小学3所。", "2024", "actual"),
        ("二、今后五年的目标\n今后五年，全市努力。\n（一）发展教育\n全年新建小学3所。", "2025", "target"),
    ],
)
def test_a_section_goes_on_with_the_years_it_has_come_to(words: str, period: str, status: str) -> None:
    text = f"各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、2024年工作回顾\n建成中学2所。\n{words}"
    found = read(text, date="2025-01-14", place="临澜市").figures
    assert (found[-1].quote, found[-1].period, found[-1].status) == ("3所", period, status)


@pytest.mark.parametrize(
    ("paragraph", "opens"),
    [
        ("过去五年，全市建成学校50所。", True),
        ("各位代表！2024年，全市建成学校50所。", True),
        ("全市经济平稳。2024年，我们建成学校50所。", True),
        ("经济社会发展的主要预期目标是：生产总值增长7%左右。", True),
        ("全市新建改建学校和幼儿园50所，其中2024年建成20所。", False),
        ("本届政府任期将满。五年来，全市建成学校50所。", True),
        ("推进学校建设。", False),
    ],
)
def test_only_what_begins_with_a_time_or_tells_goals_opens_a_frame(paragraph: str, opens: bool) -> None:
    assert may_open(paragraph, begins(paragraph)) is opens


def test_a_report_given_before_its_year_is_over_looks_back_on_it() -> None:
    text = (
        "各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、2024年工作回顾\n预计，生产总值增长6%；"
        "财政收入84亿元。城镇登记失业率控制在3%以内。\n二、2025年工作安排\n新建小学3所。"
    )
    found = [(figure.quote, figure.status) for figure in read(text, date="2024-12-22", place="临澜市").figures]
    assert found == [("6%", "forecast"), ("84亿元", "forecast"), ("3%以内", "actual"), ("3所", "target")]
