"""Heads of official documents: numbers, issuing bodies, days, titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents import from_bytes
from luoshi.documents.heads import Head, head, printed_title, stated


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("临澜市人民政府文件\n临政发〔2025〕3号\n关于促进海洋经济发展的意见\n各区县：", "临政发〔2025〕3号"),
        ("临澜市人民政府文件\n临政发[2025]3号\n", "临政发〔2025〕3号"),
        ("临政办发（2024）第 12 号\n", "临政办发〔2024〕12号"),
        ("东屿省财政厅文件\n东财预〔2025〕18号    签发人：沈越川\n", "东财预〔2025〕18号"),
        ("关于做好冬季供暖工作的通知\n（临政办〔2025〕7号）\n", "临政办〔2025〕7号"),
        ("索引号：A1/2025-3\n发文字号：临发〔2025〕1号\n", "临发〔2025〕1号"),
        ("根据《办法》（临政发〔2025〕3号）的规定，现通知如下。\n", ""),
        ("批准文号：临国土〔2025〕3号文，见附件\n", ""),
        ("第3号\n", ""),
        ("", ""),
    ],
)
def test_numbers(text: str, number: str) -> None:
    assert head(text).number == number


def test_a_list_before_the_text() -> None:
    words = "标题：意见 发文机关：临澜市人民政府 发文字号：临政发〔2025〕3号 成文日期：2025年03月07日 发布：2025-03-09"
    assert stated(words) == Head("临政发〔2025〕3号", "临澜市人民政府", "2025-03-07")
    assert head("发文机关：\n临澜市人民政府\n成文日期：\n2025-13-40\n") == Head("", "临澜市人民政府", "")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("临澜市人民政府文件", "临澜市人民政府"),
        ("东 屿 省 财 政 厅 文 件", "东屿省财政厅"),
        ("全市各部门认真学习有关文件", ""),
        ("文件", ""),
    ],
)
def test_the_issuing_body(line: str, publisher: str) -> None:
    assert head(f"{line}\n\n正文。").publisher == publisher


def test_a_title_is_believed_where_it_is_printed() -> None:
    assert printed_title("关于 预算的报告", "临澜市\n关于预算的报告\n各位代表：") == "关于 预算的报告"
    assert printed_title("另一份文件的标题", "关于预算的报告\n") == ""
    assert printed_title("报告", "报告\n") == ""


def test_every_format_has_its_head() -> None:
    document = from_bytes("临澜市人民政府文件\n临政发〔2025〕3号\n关于就业的意见\n".encode(), "意见.txt")
    assert (document.number, document.publisher) == ("临政发〔2025〕3号", "临澜市人民政府")
    page = """<html><body><table><tr><td>发文字号：</td><td>临政发〔2025〕3号</td></tr><tr><td>成文日期：</td>
    <td>2025年3月7日</td></tr></table><div><p>全市就业稳定，新增就业三万人。</p><p>各区要抓好落实，按期完成。</p></div></body></html>"""
    document = from_bytes(page.encode(), "意见.html")
    assert (document.number, document.date) == ("临政发〔2025〕3号", "2025-03-07")


@given(st.text(alphabet="国发〔〕()2024第1号文件:：|日期成文发机关\n 年月", max_size=300))
def test_any_text_has_a_head(text: str) -> None:
    found = head(text)
    assert found.number == "" or found.number.endswith("号")
    assert len(found.date) in (0, 10)
