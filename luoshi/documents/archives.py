"""Archives of documents (.zip): each file in them is a document of its own, archives in archives too.

Names in them are in UTF-8 or, where the archive does not say so, in UTF-8 or GB18030, as Chinese systems
write them. What they unpack to is limited (:mod:`luoshi.documents.packages`), for an archive with all that is
nested in it together: what was refused counts too, so that an archive of a thousand bombs ends after a few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipInfo

from luoshi.documents.packages import LARGEST_PACKAGE, MOST_PARTS, Package, too_much
from luoshi.documents.unreadable import UnreadableFile

DEEPEST = 3  # archives in archives

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
# The parts by which a zip file is a document and no archive of documents.
_DOCUMENT_PARTS = ("[Content_Types].xml", "OFD.xml", "mimetype")
_LEFT_OUT = re.compile(r"(?:\A|/)(?:\.[^./][^/]*|__MACOSX/.*|Thumbs\.db)(?:/|\Z)", re.S)
_UTF8_NAME = 0x800  # the flag of a name in UTF-8 (APPNOTE.TXT, 4.4.4)


def is_archive(file: bytes | Path, name: str) -> bool:
    """Whether a file is an archive of files, and not a document that is kept as a zip file."""
    try:
        if isinstance(file, bytes):
            start = file[:4]
        else:
            with file.open("rb") as stream:
                start = stream.read(4)
        return start in _SIGNATURES and not any(part in _DOCUMENT_PARTS for part in Package(file, name).names)
    except (OSError, UnreadableFile):
        return False  # it is told when it is read


def members(file: bytes | Path, name: str) -> Iterator[tuple[str, bytes | UnreadableFile]]:
    """The files in an archive, each with its name behind the archive's, ``资料.zip/2024/报告.docx``, and its bytes.

    One that can't be unpacked has the error instead. Directories, hidden files and what systems add are
    passed over. An archive that is larger than the limits ends with an error under its own name.
    """
    left = [LARGEST_PACKAGE, MOST_PARTS]
    yield from _members(file, name, 1, left)


def _members(
    file: bytes | Path, name: str, depth: int, left: list[int]
) -> Iterator[tuple[str, bytes | UnreadableFile]]:
    try:
        package = Package(file, name)
    except UnreadableFile as error:
        yield name, error
        return
    left[1] -= package.listed
    for entry in package.entries():
        if min(left) < 0:
            yield name, too_much(name)
            return
        inner = _name(entry)
        if _LEFT_OUT.search(inner):
            continue
        full = f"{name}/{inner}"
        before = package.unpacked
        try:
            data = package.read(entry.filename) or b""
        except UnreadableFile as error:
            yield full, UnreadableFile(full, error.chinese, error.english)
            continue
        finally:
            left[0] -= package.unpacked - before  # what was refused was unpacked, too
        if left[0] < 0:
            yield name, too_much(name)
            return
        if not is_archive(data, full):
            yield full, data
        elif depth >= DEEPEST:
            yield (
                full,
                UnreadableFile(full, f"压缩文件套了 {DEEPEST} 层以上", f"archives are nested over {DEEPEST} deep"),
            )
        else:
            yield from _members(data, full, depth + 1, left)


def _name(entry: ZipInfo) -> str:
    """A file's name in the archive, decoded again where the archive does not say in what it is."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename
