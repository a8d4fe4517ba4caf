"""Issuers: a notice's signature, its index, its day, and notices that tell neither."""

from __future__ import annotations

import pytest

from luoshi.reading import document_context, read
from luoshi.reading.event_issuers import Issuer, issuer_of

HEAD = (
    "# 关于印发《临澜市渔港建设办法》的通知\n\n各县（区）人民政府：\n\n"
    "现将《临澜市渔港建设办法》印发给你们，请认真执行。\n\n"
)


def issuer(text: str) -> Issuer:
    """Who issues a text of the invented city."""
    context = document_context(text, date="2025-03-10", place="临澜市")
    return issuer_of(context.outline, context.document.text)


@pytest.mark.parametrize(
    "end",
    [
        "临澜市人民政府办公室\n\n2025年3月2日",
        "临澜市人民政府办公室2025年3月2日（此件公开发布）",
        "临澜市人民政府办公室\n\n2025年3月2日\n\n（此件公开发布）",
    ],
)
def test_the_signature_tells_body_and_day(end: str) -> None:
    found = issuer(HEAD + end)
    assert (found.bodies, found.day) == (("临澜市人民政府办公室",), "2025-03-02")
    assert found.source is not None
    assert found.source.quote == "2025年3月2日"


def test_the_index_tells_body_and_day() -> None:
    text = "# 临澜市重点项目名单\n\n索引号：LL01发布机构：临澜市水务局成文日期：2025年3月2日\n\n现将部分项目予以公布。"
    found = issuer(text)
    assert (found.bodies, found.day) == (("临澜市水务局",), "2025-03-02")


def test_a_text_without_signature_has_no_issuer() -> None:
    assert issuer("3月2日，市长周闻笙到青石港调研。") == Issuer()


def test_a_notice_is_issued_by_who_signs_it() -> None:
    text = HEAD + "临澜市人民政府办公室\n\n2025年3月2日"
    issued = [one for one in read(text, date="2025-03-10", place="临澜市").events if one.act == "publication"]
    assert issued
    for one in issued:
        assert (one.actors, one.period) == (("临澜市人民政府办公室",), "2025-03-02")
