"""Whether a figure was reached or is to be reached, and when, on pages and in the news."""

import pytest

from luoshi.reading import read

PAGE = "临澜市召开全市工作推进会\n{}\n"


def told(words: str, date: str = "2025-05-08", head: str = PAGE) -> list[tuple[str, str]]:
    """The periods and statuses of the figures of a page."""
    return [(f.period, f.status) for f in read(head.format(words), date=date, place="临澜市").figures]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("下一步，将新建停车位300个。巡逻共出动警力260人次，调解纠纷7起。", ["target", "actual", "actual"]),
        ("下一步打算\n全市现有专职消防员86人，缺口约50人，将再招录30人。", ["actual", "actual", "target"]),
        ("平均需要7天，我们希望压缩到3天。", ["actual", "target"]),
        ("如日均客流稳定在200人次以上，将转为固定线路。", ["target"]),
        ("对新落户的企业，给予50万元奖励。", ["target"]),
        ("市里出台方案，提出20项重点任务。", ["actual"]),
        ("方案提出达到100亿元产值的目标。", ["target"]),
    ],
)
def test_on_a_page_the_nearest_words_say_whether_a_value_was_reached(words: str, expected: list[str]) -> None:
    assert [status for _, status in told(words)] == expected


def test_a_page_speaks_of_its_own_year_even_early_in_it() -> None:
    assert told("接到来信后，劝离摊贩23个。", date="2025-03-20") == [("2025", "actual")]
    assert told("今年新建学校5所。", date="2025-03-20") == [("2025", "target")]


def test_a_plan_among_pages_sets_targets_and_says_what_is_there() -> None:
    words = "新建幼儿园6所。\n全市现有幼儿园40所。"
    head = "临澜市2025年学前教育工作要点\n{}\n"
    assert [status for _, status in told(words, "2025-02-18", head)] == ["target", "actual"]


def test_the_plan_of_five_years_plans_all_of_them() -> None:
    text = "东屿省国民经济和社会发展第十四个五年规划纲要\n一、生态\n新建湿地保护区22个。"
    assert [(f.period, f.status) for f in read(text, date="2021-02-01").figures] == [("2021/2025", "target")]


def test_a_year_named_on_a_page_is_its_paragraphs_alone() -> None:
    words = "去年，新区新生多了136人，家长们很是焦急，议论纷纷。\n我们为学校添置课桌500张，添了老师。"
    assert [period for period, _ in told(words)] == ["2024", "2025"]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("改造供热管网86公里，10月20日前全部完成。", "2025-10-20"),
        ("拟设置疏导点，摊位68个，预计9月底投用。", "2025-09-30"),
        ("要新建学校5所，8月底前完成征地拆迁。", "2025"),  # only a step towards it
        ("要开展培训8场，智慧水务平台9月底前上线。", "2025"),
        ("当前，全市力争突破100项关键技术。", "2025"),
    ],
)
def test_what_is_planned_is_due_when_the_words_after_it_say(words: str, period: str) -> None:
    assert told("下一步，" + words)[0][0] == period


def test_the_plan_that_first_months_did_a_part_of_is_the_years() -> None:
    found = told("1—4月，一般公共预算收入22亿元，为年初预算70亿元的31%，增长3%。")
    assert found[1] == ("2025", "target")
    assert {found[0][0], found[2][0], found[3][0]} == {"2025-01/2025-04"}


@pytest.mark.parametrize(
    ("words", "periods"),
    [
        ("5月6日8时至7日6时，平均降雨量96毫米。", ["2025-05-06/2025-05-07"]),
        ("截至记者发稿时，转移群众128人。", ["2025-05-08"]),
        ("新区2018年获批以来，累计引进项目412个。", ["2018/2025"]),
        (
            "1—4月，进出口53亿元。4月当月进出口12亿元。船舶出口6亿元。",
            ["2025-01/2025-04", "2025-04", "2025-01/2025-04"],
        ),
        ("一季度，接待游客恢复到2019年同期的107%；旅游收入13亿元。", ["2025-01/2025-03", "2025-01/2025-03"]),
        ("今年秋季招收一年级6个班。", ["2025"]),
        ("将于9月底前上线小程序，在62个村试行。", ["2025-09-30"]),
        ("执法队于4月15日至17日连续蹲守，劝离摊贩23个。", ["2025-04-15/2025-04-17"]),
        ("市场始建于1996年，改造后有摊位310个。", ["2025"]),
    ],
)
def test_the_times_that_pages_tell(words: str, periods: list[str]) -> None:
    assert [period for period, _ in told(words)] == periods


def test_the_holiday_of_a_pages_headline_holds_for_what_names_no_other_time() -> None:
    head = "“五一”假期，临澜出圈了\n接待游客31万人次！\n{}\n"
    assert told("日均客流2.9万人次。", head=head)[-1] == ("2025-05-01/2025-05-05", "actual")
    assert told("7月前，新增停车位1500个。", head=head)[-1] == ("2025-07", "target")
    assert told("去年，建成公园2个。", head=head)[-1] == ("2024", "actual")


@pytest.mark.parametrize(
    ("words", "statuses"),
    [
        ("预计，生产总值增长6%，财政收入增长7%，投资增长8%。", ["forecast", "forecast", "forecast"]),
        ("预计生产总值增长6%左右；财政收入增长7%。", ["forecast", "actual"]),
        ("财政收入增长7%。", ["actual"]),
    ],
)
def test_what_a_report_expects_at_a_sentences_head_it_expects_to_its_end(words: str, statuses: list[str]) -> None:
    text = f"各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、2024年工作回顾\n{words}"
    assert [f.status for f in read(text, date="2025-01-14", place="临澜市").figures] == statuses


def test_a_day_to_come_is_its_own_parts_alone() -> None:
    words = "办好民生实事。区医院9月启用，新增床位600张；新建学校4所，增加学位4300个。"
    head = "临澜市2025年民生实事工作要点\n{}\n"
    assert [period for period, _ in told(words, "2025-02-18", head)] == ["2025-09", "2025", "2025"]
