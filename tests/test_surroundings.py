"""Where a figure of the news holds: places that open a clause, rows of places, countries, headlines."""

from __future__ import annotations

import pytest

from luoshi.language.places import places
from luoshi.reading.surroundings import Surroundings


def place_of(text: str, word: str, headline: str = "") -> str:
    """The place that holds at ``word`` of a paragraph of news."""
    home = places("中国")
    around = Surroundings(home[0] if home else None)
    if headline:
        around.headline(headline)
    around.paragraph(text, news=True)
    return around.at(text.index(word))


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("今年，浙江新建码头12个。", "12个", "浙江"),
        ("江苏、浙江、山东3个省份的产量占全国的40%。", "40%", "江苏、浙江、山东3个省份"),
        ("江苏、浙江等省启动收购，设立库点228个。", "228个", ""),
        ("广东与澳门贸易额累计72亿元。", "72亿元", ""),
        ("去年10月，英国国内生产总值环比下降0.1%。", "0.1%", "英国"),
        ("美国国防部宣布提供9亿美元援助。", "9亿", ""),
        ("与马尔代夫、尼泊尔等34个国家签署协定。", "34个", ""),
        ("湖北出口增长8%，快于全国增速3个百分点。", "3个百分点", "湖北"),
        ("四川新增企业3万家。全国新增企业90万家。", "90万家", ""),
    ],
)
def test_a_place_holds_from_where_it_opens(text: str, word: str, place: str) -> None:
    assert place_of(text, word) == place


def test_a_place_in_the_headline_holds_for_the_item() -> None:
    assert place_of("今年共建成泊位18个。", "18个", headline="浙江港口建设提速") == "浙江"


def test_a_country_holds_for_its_own_sentence_unless_the_headline_names_it() -> None:
    text = "法国进口增长2%。库存减少5%。"
    assert place_of(text, "5%") == ""
    assert place_of(text, "5%", headline="法国外贸回升") == "法国"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("六县实现生产总值54亿元；财政收入4亿元。固定资产投资增长9%。", "4亿元", "六县"),
        ("六县实现生产总值54亿元；财政收入4亿元。固定资产投资增长9%。", "9%", ""),
        ("三个国家级开发区健康发展，实现财政收入13亿元。", "13亿元", "三个国家级开发区"),
        ("兰州新区生产总值达到125亿元。非公经济占比提高到45%。", "45%", ""),
    ],
)
def test_what_parts_of_a_place_reached_is_their_own(text: str, word: str, place: str) -> None:
    around = Surroundings(places("甘肃省")[0])
    around.paragraph(text, news=False)
    assert around.at(text.index(word)) == place
