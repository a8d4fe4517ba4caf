"""When the figures of a task are due that has its day beside it."""

from luoshi.reading import read

HEAD = "临澜市2025年十件民生实事公布\n市政府确定了今年要办的实事，现将项目、责任单位和责任人公布如下。\n"
TASK = "一、扩大优质教育资源供给\n{}\n责任单位：市教育局\n责任人：乔一帆\n完成时限：8月25日\n"


def due(words: str) -> list[str]:
    found = read(HEAD + TASK.format(words), date="2025-02-18", place="临澜市").figures
    return [figure.period for figure in found if figure.quote != "十件"]


def test_a_day_on_a_line_of_its_own_is_that_of_the_tasks_figures() -> None:
    assert due("新建公办幼儿园6所，新增学位1980个。") == ["2025-08-25", "2025-08-25"]


def test_a_time_of_its_own_stays_with_a_figure() -> None:
    assert due("2026年新建公办幼儿园6所。") == ["2026"]


def test_a_figure_due_by_its_task_says_where_the_day_stands() -> None:
    figure = read(HEAD + TASK.format("新建公办幼儿园6所。"), date="2025-02-18", place="临澜市").figures[-1]
    assert ("period", "8月25日") in [(name, span.quote) for name, span in figure.sources]
