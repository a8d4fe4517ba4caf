"""A headline's figure holds when the piece below it says that the same value does."""

from luoshi.reading import read

HEAD = "# 《新闻联播》 (2025-03-09)\n\n## 新闻列表\n\n### {}\n\n<p><strong>央视网消息</strong>（新闻联播）：{}</p>\n"


def first(headline: str, body: str) -> tuple[str, str]:
    """The first figure's period and status in a day's news of one item, and another that names no number."""
    text = HEAD.format(headline, body) + "\n### 各地见闻\n\n<p>花开了。</p>\n"
    figure = read(text, place="中国").figures[0]
    return figure.period, figure.status


def test_a_headline_takes_the_period_of_the_same_value_below() -> None:
    assert first("全国保交房已交付324万套", "截至2月28日，全国保交房已交付324万套。") == ("2025-02-28", "actual")


def test_a_headline_with_its_own_time_keeps_it() -> None:
    assert first("去年全国交付住房324万套", "截至2月28日，全国交付住房324万套。")[0] == "2024"


def test_the_same_number_of_another_thing_says_nothing() -> None:
    assert first("全国保交房已交付324万套", "截至2月28日，售出车票324万套。")[0] == "2025"
