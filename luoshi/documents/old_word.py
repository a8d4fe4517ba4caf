"""Old Word and WPS documents (.doc .wps), .rtf and .odt become text by way of LibreOffice, where it is installed.

LibreOffice turns them into .docx, which :mod:`luoshi.documents.word` reads. It runs by itself, with a profile
of its own in a folder that is removed afterwards, without macros, without following links, and for a limited
time; nothing of the user's LibreOffice is touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from luoshi.documents import word
from luoshi.documents.content import Content
from luoshi.documents.packages import LARGEST_PART, Package
from luoshi.documents.unreadable import UnreadableFile

SECONDS = 120  # for the conversion of one document
MEMORY = 4 << 30  # bytes of address space, where the system can limit it

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path(os.environ.get("PROGRAMFILES", "C:/Program Files"), "LibreOffice/program/soffice.exe"),
)
# The settings of the profile: no macros, no links followed, and a proxy that is not there for what would be fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType"
 oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName"
 oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort"
 oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName"
 oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort"
 oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def read(data: bytes, name: str, suffix: str) -> Content:
    """The text of a document whose usual file name ends with ``suffix`` (``doc``, ``rtf``, ``odt``).

    Raises :class:`UnreadableFile` where LibreOffice is not installed, takes too long, or can't read it either.
    """
    program = _program()
    if program is None:
        raise UnreadableFile(
            name,
            "读旧版 Word、WPS、RTF、ODT 文件需要安装 LibreOffice，或在 Word、WPS 中另存为 DOCX",
            "old Word, WPS, RTF and ODT files need LibreOffice installed; or save it as DOCX in Word or WPS",
        )
    with tempfile.TemporaryDirectory(prefix="luoshi-", ignore_cleanup_errors=True) as folder:
        converted = _converted(program, Path(folder), data, suffix, name)
    content = word.read(Package(converted, name))
    return Content(content.text, suffix, title=content.title)


def _program() -> str | None:
    """LibreOffice's program, ``None`` where it is not installed."""
    found = next((path for program in _PROGRAMS if (path := shutil.which(program))), None)
    return found or next((str(path) for path in _PLACES if path.is_file()), None)


def _converted(program: str, folder: Path, data: bytes, suffix: str, name: str) -> bytes:
    """The document as .docx, made in ``folder``."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    source = folder / f"document.{suffix}"
    source.write_bytes(data)
    command = [
        program, "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source),
    ]  # fmt: skip
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
    try:
        _limit_memory(process.pid)
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise UnreadableFile(
            name, f"LibreOffice {SECONDS} 秒内没有转换完", f"LibreOffice did not convert it within {SECONDS} seconds"
        ) from None
    finally:
        _end(process)
    result = folder / "document.docx"
    if not result.is_file() or result.stat().st_size > LARGEST_PART:
        raise UnreadableFile(
            name,
            "LibreOffice 读不出这个文件：文件已损坏、有密码，或没有安装 Writer 组件",
            "LibreOffice can't read it: it is damaged, has a password, or the Writer component is not installed",
        )
    return result.read_bytes()


def _limit_memory(process: int) -> None:
    """Limit the memory of a process and of what it starts later, where one process can limit another."""
    if sys.platform == "linux":
        import resource  # it is not on every system

        resource.prlimit(process, resource.RLIMIT_AS, (MEMORY, MEMORY))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started, and wait for it."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # it leads a session of its own
    process.wait()
