"""Pages that a browser saved as one file."""

from __future__ import annotations

import base64
import quopri

import pytest

from luoshi.documents import UnreadableFile, from_bytes

PAGE = "<html><head><title>海洋经济公报</title></head><body><p>全市海洋生产总值增长5.8%，就业稳定。</p></body></html>"
ADDRESS = "https://www.linlan.gov.cn/公报.html"


def saved(body: bytes, encoding: str, kind: str = "text/html", subject: str = "x") -> bytes:
    """A page as a browser saves it, with a picture before it."""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: {subject}\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B--1"\r\n\r\n'
    )
    picture = "------B--1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    page = f"------B--1\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return (head + picture + page).encode() + body + b"\r\n------B--1--\r\n"


@pytest.mark.parametrize(
    ("body", "encoding", "kind"),
    [
        (quopri.encodestring(PAGE.encode()), "quoted-printable", "text/html"),
        (base64.encodebytes(PAGE.encode("gb18030")), "base64", 'text/html; charset="gb2312"'),
        (PAGE.encode(), "8bit", "text/html; charset=utf-8"),
        (PAGE.encode(), "binary", "text/html; charset=no-such"),
        (PAGE.encode(), "binary", 'text/html; charset="utf\x00-8"'),
        (PAGE.encode(), "binary", "text/html; charset=undefined"),
    ],
)
def test_the_page_is_read(body: bytes, encoding: str, kind: str) -> None:
    document = from_bytes(saved(body, encoding, kind), "公报.mhtml")
    assert document.format == "mhtml"
    assert document.text.endswith("全市海洋生产总值增长5.8%，就业稳定。\n")
    assert document.url == ADDRESS
    assert document.title == "海洋经济公报"


def test_a_head_of_folded_lines_is_known() -> None:
    data = saved(quopri.encodestring(PAGE.encode()), "quoted-printable", subject="=?utf-8?Q?a?=\r\n =?utf-8?Q?b?=")
    assert from_bytes(data, "公报.txt").format == "mhtml"


@pytest.mark.parametrize(
    "data",
    [
        saved(b"", "8bit"),
        saved(b"<p>", "base64"),
        saved(b"plain", "8bit", "text/plain"),
        b'A: b\nContent-Type: multipart/related; boundary="' + b"x" * 5000,
        b"".join(b'Content-Type: multipart/related; boundary="%d"\n\n--%d\n' % (at, at) for at in range(3000)),
    ],
)
def test_what_can_not_be_read_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        from_bytes(data, "a.mhtml")


@pytest.mark.parametrize("link", ["cid:css-1@linlan.gov.cn", "style/a.css", "https://www.linlan.gov.cn/style/a.css"])
def test_its_style_sheets_hide_what_they_hide(link: str) -> None:
    page = PAGE.replace("</title>", f"</title><link rel=stylesheet href='{link}'>")
    page = page.replace("</body>", "<p class=inner>内部掌握：投资下降9.9%。</p></body>")
    sheet = (
        "------B--1\r\nContent-Type: text/css\r\nContent-ID: <css-1@linlan.gov.cn>\r\n"
        "Content-Location: https://www.linlan.gov.cn/style/a.css\r\n\r\n.inner{display:none}\r\n------B--1--"
    )
    data = saved(page.encode(), "8bit", "text/html; charset=utf-8").replace(b"------B--1--", sheet.encode())
    assert from_bytes(data, "公报.mhtml").text.endswith("全市海洋生产总值增长5.8%，就业稳定。\n")
