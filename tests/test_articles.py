import json
from pathlib import Path

import pytest
from page_texts import BULLETIN, COLLECTION, DAY, NEWSPAPER, REPORT

from luoshi.reading.articles import dateline, pieces
from luoshi.reading.layout import Paragraph, lines
from luoshi.reading.outline import outline
from luoshi.records import Article, Document


def articles(text: str, date: str = "", title: str = "") -> tuple[Article, ...]:
    return outline(Document(id="", text=text, date=date, title=title)).articles


def test_articles_of_a_newspaper_page():
    found = articles(NEWSPAPER, "2025-02-04")
    assert [article.headline for article in found] == [
        "开局就是决战 起步就要冲刺",
        "抢抓机遇谋发展，凝心聚力开新局",
        "致全市一线劳动者的慰问信",
        "1月份临澜港货物吞吐量增长8.6%",
    ]
    assert [article.genre for article in found] == ["editorial", "interview", "letter", "news"]
    assert [article.byline for article in found] == [
        (),
        ("沈一帆", "陆小舟", "高远"),
        ("中共临澜市委", "临澜市人民政府"),
        ("高远",),
    ]
    assert [article.dateline for article in found] == ["", "", "", "2025-02-03"]
    printed = [NEWSPAPER[article.start : article.end] for article in found]
    assert [words[:4] for words in printed] == ["社论\n\n", "抢抓机遇", "全市环卫", "1月份临"]
    assert [words[-4:] for words in printed] == ["0亿元。", "00张。", "人民政府", "，对总额"]


def test_a_letter_whose_headline_stands_first():
    text = "致全市人民的公开信\n全市人民：\n" + "新的一年，我们将继续努力，办好民生实事，让城市更加美好。" * 2
    (letter,) = articles(text)
    assert (letter.headline, letter.genre, letter.start) == ("致全市人民的公开信", "letter", 0)


def test_folios_belong_to_no_article():
    text = "2025年2月4日 星期二 责编 周一\n\n" + NEWSPAPER
    assert articles(text)[0].start == text.index("社论")


def test_items_of_a_day_take_its_date():
    found = outline(Document(id="", text=DAY))
    # What is in the day's news is a list before the items, an article without a headline.
    assert [article.headline for article in found.articles] == ["", "全市春季农业生产会议召开", "本地快讯"]
    assert found.dates == ("2025-02-03", "2025-02-03", "2025-02-03")
    assert all("摘要" not in block.passage.text and "http" not in block.passage.text for block in found.blocks)
    assert DAY[found.articles[1].start : found.articles[1].end].endswith("万亩以上。")


def test_items_with_dates_of_their_own():
    found = outline(Document(id="", text=COLLECTION))
    assert found.dates == ("2024-11-02", "2025-03-08")
    assert found.articles[1].headline == "【开局之年看落实】临澜市春耕进度过半"
    assert COLLECTION[found.articles[0].start : found.articles[0].end].endswith("11%。")


def test_a_report_is_one_article_under_its_title():
    found = outline(Document(id="", text=REPORT))
    (article,) = found.articles
    assert (article.headline, article.byline, found.dates) == ("政府工作报告", ("顾明远",), ("2025-01-08",))
    assert (article.start, article.end) == (0, len(REPORT.rstrip()))


def test_a_title_over_two_lines_and_its_bodies():
    found = outline(Document(id="", text=BULLETIN))
    (article,) = found.articles
    assert article.headline == "2024年临澜市国民经济和社会发展统计公报"
    assert article.byline == ("临澜市统计局", "国家统计局临澜调查队")
    assert found.dates == ("2025-03-18",)


def test_the_files_title_where_the_text_prints_none():
    assert articles("过去一年，全市生产总值增长5.8%。", title="临澜市情况")[0].headline == "临澜市情况"


def test_what_a_web_page_prints_over_an_article_is_left_out():
    text = (
        "政务公开\n- 索引号: LL-2025\n- 发布日期: 2025-02-12\n临澜市2025年预算公开\n目 录\n一、预算报告\n二、名词解释\n"
    )
    text += "各位代表：\n受市政府委托，报告如下。"
    found = outline(Document(id="", text=text))
    assert found.articles[0].headline == "临澜市2025年预算公开"
    assert found.dates == ("2025-02-12",)
    assert [block.passage.text for block in found.blocks] == [
        "临澜市2025年预算公开",
        "各位代表：",
        "受市政府委托，报告如下。",
    ]


def test_a_sentence_that_speaks_of_reporters_is_no_byline():
    text = "临澜新事\n记者从市统计局了解到\n今年以来，全市经济运行平稳。粮食产量增长1.3%，民生持续改善。"
    assert [article.byline for article in articles(text)] == [()]


@pytest.mark.parametrize(
    ("words", "document_date", "length", "day"),
    [
        ("本报12月31日讯 去年全市", "2025-01-01", 10, "2024-12-31"),
        ("本报3日讯 全市", "2025-02-04", 6, "2025-02-03"),
        ("本报30日讯 全市", "2025-01-02", 7, "2024-12-30"),
        ("本报2月30日讯 全市", "2025-03-02", 9, ""),
        ("本报12月31日讯 全市", "", 10, ""),
        ("本报讯（记者 高远）全市", "2025-01-01", 10, ""),
        ("新华社临澜2月3日电（记者沈一帆）全市", "2025-02-04", 17, "2025-02-03"),
        ("澜港网消息（澜港新闻）：全市", "2025-02-04", 12, ""),
        ("全市通报讯息公开情况。", "2025-02-04", 0, ""),
    ],
)
def test_datelines(words, document_date, length, day):
    found = dateline(Paragraph(words, ((0, len(words)),)), document_date)
    assert found[:2] == (length, day)


def test_names_in_a_datelines_brackets():
    assert dateline(Paragraph("本报讯（记者 高远 通讯员 沈一帆）全市", ((0, 21),)), "")[2] == ("高远", "沈一帆")


def test_no_lines_have_no_articles():
    assert pieces(lines(" \n\u3000\n"), Document(id="", text="")) == []


def test_a_title_whose_last_character_stands_alone():
    text = "政府工作报\n告\n\n——2025年1月8日在临澜市第九届人民代表大会上\n\n临澜市代市长\n\n林致远\n\n各位代表：\n"
    found = outline(Document(id="", text=text))
    assert (found.articles[0].headline, found.articles[0].byline) == ("政府工作报告", ("林致远",))


GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled texts are not beside this checkout")
def test_the_labelled_newspaper_page():
    text = (GOLD / "d1_qingdao.txt").read_bytes().decode()
    labels = [json.loads(line) for line in (GOLD / "d1_qingdao.jsonl").read_text(encoding="utf-8").splitlines()]
    expected = [label for label in labels if label["type"] == "article"]
    found = [article.to_json() for article in articles(text, "2025-01-01")]
    assert [{key: article[key] for key in expected[0]} for article in found] == expected
