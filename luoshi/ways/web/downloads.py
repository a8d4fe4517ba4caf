"""Files that the desk hands out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from starlette.responses import Response

from luoshi import service

_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download(name: str, write: Callable[[Path], object]) -> Response:
    """The file that ``write`` writes, to be kept under ``name``."""
    return attached(name, service.written(name, write))


def attached(name: str, data: bytes) -> Response:
    """A file, to be kept under ``name``."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type=_TYPES[Path(name).suffix], headers=headers)
