"""Zip files with XML in them (Word, Excel, OFD), opened within limits: what is inside may be hostile.

What a package says of its sizes is not believed: every part is counted while it is unpacked. XML is read
without entities, without a document type, and without a network.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from luoshi.documents.unreadable import UnreadableFile

MOST_PARTS = 10_000  # entries of a package or an archive
LARGEST_PART = 64 * 1024 * 1024  # bytes of one part when unpacked
LARGEST_PACKAGE = 256 * 1024 * 1024  # bytes of all parts read of one package
MOST_RATIO = 200  # unpacked to packed, where the part is large enough to matter
SMALL_PART = 4 * 1024 * 1024  # bytes under which the ratio is not asked

_CHUNK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


class Package:
    """A zip file's parts by name, unpacked within limits. Raises :class:`UnreadableFile` for what breaks them."""

    def __init__(self, file: bytes | Path, name: str) -> None:
        self.name = name
        #: Bytes unpacked so far, those of parts that were refused too.
        self.unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file)
        except _BROKEN:
            raise broken(name) from None
        if len(self._zip.filelist) > MOST_PARTS:
            raise UnreadableFile(
                name,
                f"其中的文件太多（上限 {MOST_PARTS} 个）",
                f"there are too many files in it (at most {MOST_PARTS})",
            )
        # A name that stands twice means its last entry, as for every other program. What has no name is no part.
        self._parts = {
            info.filename: info for info in self._zip.filelist if info.filename and not info.filename.endswith("/")
        }

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    @property
    def names(self) -> list[str]:
        """The names of all parts, in the package's order."""
        return list(self._parts)

    @property
    def listed(self) -> int:
        """How many entries the package's directory lists, folders and names that stand twice too."""
        return len(self._zip.filelist)

    def entries(self) -> list[zipfile.ZipInfo]:
        """All parts with what the package's directory says of them."""
        return list(self._parts.values())

    def read(self, part: str) -> bytes | None:
        """The bytes of a part, ``None`` where there is no such part."""
        info = self._parts.get(part)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise encrypted(self.name)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self.unpacked += len(chunk)
                    if size > LARGEST_PART or self.unpacked > LARGEST_PACKAGE:
                        raise too_much(self.name)
                    if size > SMALL_PART and size > MOST_RATIO * max(1, info.compress_size):
                        raise too_much(self.name)
                    chunks.append(chunk)
        except UnreadableFile:
            raise
        except _BROKEN:
            raise broken(self.name) from None
        return b"".join(chunks)

    def xml(self, part: str) -> etree._Element | None:
        """The root of an XML part, ``None`` where there is no such part."""
        data = self.read(part)
        return None if data is None else parse_xml(data, self.name)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML text; entities, document types and unreasonable depth are refused."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise UnreadableFile(
                name, "文件嵌套过深，可能已损坏", "it is nested too deeply; it may be damaged"
            ) from None
        raise broken(name) from None
    except ValueError:
        raise broken(name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(
            name, "其中的 XML 定义了实体，为安全起见不读", "the XML in it defines entities; for safety it is not read"
        )
    return root


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def broken(name: str) -> UnreadableFile:
    """The error for a file that is cut off or damaged."""
    return UnreadableFile(name, "文件不完整或已损坏，请重新下载", "the file is cut off or damaged; download it again")


def encrypted(name: str) -> UnreadableFile:
    """The error for a file with a password."""
    return UnreadableFile(
        name, "文件有密码，请先去掉密码再另存", "the file has a password; remove the password and save it again"
    )


def too_much(name: str) -> UnreadableFile:
    """The error for a file that unpacks to more than is reasonable."""
    return UnreadableFile(
        name,
        f"解压后大得不合理（单个上限 {LARGEST_PART >> 20} MB，合计 {LARGEST_PACKAGE >> 20} MB，压缩比 {MOST_RATIO}）",
        f"it unpacks to an unreasonable size (at most {LARGEST_PART >> 20} MB a part, "
        f"{LARGEST_PACKAGE >> 20} MB together, {MOST_RATIO} times its packed size)",
    )
