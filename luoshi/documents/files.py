"""A file becomes a Document: its kind told from its content, its text read by the module for that kind.

That module, with the library it stands on, is imported when the first file of its kind is read.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from luoshi import stated
from luoshi.documents import heads
from luoshi.documents.content import Content
from luoshi.documents.encodings import decode
from luoshi.documents.unreadable import UnreadableFile
from luoshi.records import UNKNOWN, Document

if TYPE_CHECKING:
    from luoshi.documents.packages import Package

LARGEST = 64 * 1024 * 1024  # bytes; the largest yearbook as text has a tenth of it

_SNIFFED = 4096
# A page begins with one of its own tags, or has its root near the beginning, behind what servers put there.
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*){0,9}<(?:head|body|meta|title|script|style|link|div|p|table|span|center|font)\b"
    rb"|.{0,4000}?<(?:!doctype\s+html|html)[\s>]",
    re.I | re.S,
)
_PDF = re.compile(rb"[\s\x00\xef\xbb\xbf]{0,64}%PDF-")
# What a file begins with, its format's name in Chinese and in English.
_SIGNATURES = (
    (b"GIF8", "图片", "an image"),
    (b"Rar!", "压缩文件", "an archive"),
    (b"7z\xbc\xaf", "压缩文件", "an archive"),
    (b"\x1f\x8b", "压缩文件", "an archive"),
    (b"SQLite format 3\x00", "SQLite 数据库", "an SQLite database"),
)
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")  # PNG, JPEG, TIFF
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE compound file
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MHTML = re.compile(
    rb"(?:[\w-]{1,40}:[^\n]{0,300}\n(?:[ \t][^\n]{0,300}\n){0,9}){1,20}?Content-Type:\s*multipart/related", re.I
)
_HALF = re.compile("[\ud800-\udfff]")  # half of a character, which no text can hold
_UNDECODED = frozenset(map(chr, range(0xDC80, 0xDD00)))  # how Python names the bytes of a file name that is no UTF-8
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")


def open(path: str | os.PathLike[str], *, date: str = "", place: str = "") -> Document:
    """Read a file of at most 64 MB into a :class:`~luoshi.records.Document`.

    Plain text (UTF-8, UTF-16, GB18030) keeps every character, line ends as they are; of a saved web page
    the text is the article's, a paragraph or a table row a line. ``date`` (ISO 8601 day) and ``place``
    state what the file does not, and go before what it does. Raises :class:`UnreadableFile`.
    """
    if not isinstance(path, str | os.PathLike):
        raise TypeError(f"{type(path).__name__}: 要一个文件的路径，几个请逐个打开 / the path of one file is wanted")
    name = os.fspath(path)
    try:
        status = os.stat(name)
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFile(name, "这是文件夹，请给出其中的文件", "this is a directory; name the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(name, "这不是普通文件", "this is not a regular file")
        if status.st_size > LARGEST:
            raise _too_large(name, status.st_size)
        with Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableFile(name, "没有这个文件，请检查路径", "there is no such file; check the path") from None
    except PermissionError:
        raise UnreadableFile(name, "没有读取权限", "there is no permission to read it") from None
    except ValueError as error:
        if isinstance(error, UnreadableFile):
            raise
        raise UnreadableFile(name, "这不是路径", "this is no path") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableFile(name, f"系统读不出这个文件（{reason}）", f"the system can't read it ({reason})") from None
    return from_bytes(data, name, date=date, place=place)


def from_bytes(data: bytes, name: str, *, date: str = "", place: str = "", url: str = "") -> Document:
    """A file's bytes as a Document, as :func:`open` reads them; ``name`` is the file's, for messages too."""
    if len(data) > LARGEST:
        raise _too_large(name, len(data))
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(name, "文件是空的，请检查下载是否完整", "the file is empty; check that it was saved whole")
    for signature, chinese, english in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFile(
                name,
                f"这是{chinese}，目前只读纯文本和网页，请另存为 UTF-8 文本",
                f"this is {english}; plain text and web pages are read, so save it as UTF-8 text",
            )
    head = data[:_SNIFFED].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    content = _content(data, name, head)
    printed = heads.head(content.text)
    return Document(
        id=hashlib.sha256(data).hexdigest(),
        text=_chinese(content.text, name),
        name=_readable(re.split(r"[\\/]", name)[-1]),
        format=content.format,
        encoding=content.encoding,
        date=stated.day(date) or content.date or printed.date,
        place=stated.name(place),
        title=content.title,
        publisher=content.publisher or printed.publisher,
        number=content.number or printed.number,
        url=url or content.url,
        pages=content.pages,
        positions=content.positions,
        laid_out=content.laid_out,
        recognised=content.recognised,
        warnings=_warnings(content),
    )


def _warnings(content: Content) -> tuple[str, ...]:
    """What a person should know of a text: that characters of its pages are unknown."""
    unknown = content.text.count(UNKNOWN) if content.pages else 0
    if not unknown:
        return ()
    return (
        f"文件没有写明其中 {unknown} 个字，文中写作 {UNKNOWN}，含它的数字不读，请对照原页"
        f" / the file does not say which characters {unknown} of its glyphs are; they stand as {UNKNOWN} in the text,"
        " and numbers with one are not read: compare with the page",
    )


def _content(data: bytes, name: str, head: bytes) -> Content:
    """A file's text, read by the module for its kind; ``head`` is how it begins, without marks and zero bytes."""
    if _PDF.match(data):
        from luoshi.documents import pdf

        return pdf.read(data, name)
    if data.startswith(_PICTURES):
        from luoshi.documents import scans

        return scans.read(data, name)
    if data.startswith(_ZIP):
        from luoshi.documents.packages import Package

        return _packaged(Package(data, name), data)
    if data.startswith(_COMPOUND):
        return _compound(data, name)
    if data.startswith(b"{\\rtf"):
        from luoshi.documents import old_word

        return old_word.read(data, name, "rtf")
    if _MHTML.match(head):
        from luoshi.documents import mhtml

        return mhtml.read(data, name)
    if _HTML.match(head):
        from luoshi.documents import web_pages

        page = web_pages.read(data, name)
        return Content(page.text, "html", page.encoding, page.title, page.date, page.publisher, page.number, page.url)
    decoded = decode(data)
    if decoded is None:
        raise UnreadableFile(
            name,
            "这不是 UTF-8、UTF-16 或 GB18030 编码的文字，请另存为 UTF-8 文本",
            "this is no text in UTF-8, UTF-16 or GB18030; save it as UTF-8 text",
        )
    text, encoding = decoded
    if name.lower().endswith((".csv", ".tsv")):
        from luoshi.documents import sheets

        return sheets.read_csv(text, encoding, name) or Content(text, "text", encoding)
    return Content(text, "text", encoding)


def _packaged(package: Package, data: bytes) -> Content:
    """The text of a zip file that is a document, told by the parts in it."""
    from luoshi.documents import ofd, old_word, word, workbooks

    names = set(package.names)
    if any(part.startswith("word/") for part in names):
        return word.read(package)
    if "xl/workbook.xml" in names:
        return workbooks.read(package, data)
    if "OFD.xml" in names:
        return ofd.read(package)
    if package.read("mimetype") == b"application/vnd.oasis.opendocument.text":
        return old_word.read(data, package.name, "odt")
    raise UnreadableFile(
        package.name,
        "这是压缩文件，请用 luoshi add 读入其中的文件",
        "this is an archive; luoshi add reads the files in it",
    )


def _compound(data: bytes, name: str) -> Content:
    """The text of an OLE compound file, which old Office and WPS files and newer ones with a password are."""
    import olefile

    from luoshi.documents import old_word, old_workbooks
    from luoshi.documents.packages import broken, encrypted

    try:
        with olefile.OleFileIO(data) as file:
            streams = {path[-1] for path in file.listdir() if len(path) == 1}
    except Exception:  # a damaged file fails wherever it is damaged
        raise broken(name) from None
    if "EncryptedPackage" in streams:
        raise encrypted(name)
    if streams & {"Workbook", "Book"}:
        return old_workbooks.read(data, name)
    if "WordDocument" in streams:
        return old_word.read(data, name, "doc")
    raise UnreadableFile(
        name,
        "这种 Office 文件不能读，请另存为 DOCX 或 PDF",
        "this kind of Office file is not read; save it as DOCX or PDF",
    )


def _readable(name: str) -> str:
    """A file's name as text; bytes that are no UTF-8 are read as GB18030, in which older systems write names."""
    if name.isascii() or not _HALF.search(name):
        return name
    raw = name.encode("utf-8", "surrogateescape" if _UNDECODED.issuperset(_HALF.findall(name)) else "replace")
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace")


def _chinese(text: str, name: str) -> str:
    """The text, if it has anything to read in it."""
    if not _HAN.search(text):
        raise UnreadableFile(name, "其中没有中文", "there is no Chinese in it")
    return text


def _too_large(name: str, size: int) -> UnreadableFile:
    limit, given = LARGEST >> 20, -(-size >> 20)
    return UnreadableFile(
        name,
        f"文件太大（{given} MB，上限 {limit} MB），请拆成几个文件",
        f"the file is too large ({given} MB, at most {limit} MB); split it",
    )
