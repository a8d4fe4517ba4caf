"""Logs as text and as lines of JSON."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from luoshi.service.logs import LogFormat, log_to


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root, own = logging.getLogger(), logging.getLogger("luoshi")
    handlers, level, own_level = root.handlers[:], root.level, own.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    own.setLevel(own_level)


def logged(form: LogFormat) -> str:
    stream = io.StringIO()
    log_to(form, stream)
    logging.getLogger("luoshi.load").info("第一份", extra={"new": 12})
    logging.getLogger("other").info("not told")
    try:
        raise ValueError("满了")
    except ValueError:
        logging.getLogger("other").exception("failed")
    return stream.getvalue()


def test_a_line_of_json_has_what_is_told_beside_the_message() -> None:
    first, second = map(json.loads, logged("json").splitlines())
    assert first.pop("time").endswith("+00:00")
    assert first == {"level": "INFO", "logger": "luoshi.load", "message": "第一份", "new": 12}
    assert second["exception"].endswith("ValueError: 满了")


def test_text_has_it_behind_the_message() -> None:
    assert logged("text").splitlines()[0].endswith(" INFO luoshi.load 第一份 new=12")
