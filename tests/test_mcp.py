"""The ledger as an assistant asks it: by the official client over standard input and output, every answer cited."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import anyio
import pytest
from fastapi.testclient import TestClient
from mcp import Client, StdioServerParameters
from typer.testing import CliRunner

from luoshi.service.context import Service
from luoshi.service.sample import CITY, read_sample
from luoshi.ways.cli.commands import app
from luoshi.ways.web.app import desk_app

DESK = "http://127.0.0.1:8360"
READ = {"documents", "search", "series", "panel", "outcomes", "task_book", "explain", "read_text"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the sample city, with a book of tasks from its commitments."""
    folder = tmp_path_factory.mktemp("assistant")
    with read_sample(folder) as sample:
        book = sample.ledger.book()
        book.add(book.from_ledger(CITY), by="林越")
    return folder / "luoshi.db"


@pytest.fixture(scope="module")
def desk(ledger: Path) -> Iterator[TestClient]:
    with TestClient(desk_app(Service(str(ledger))), base_url=DESK) as client:
        yield client


def asked(ledger: Path, *questions: tuple[str, dict[str, Any]]) -> list[Any]:
    """The answers of a server that the official client starts."""
    parameters = StdioServerParameters(
        command=sys.executable,
        args=["-m", "luoshi", "mcp", "--ledger", str(ledger), "--desk", DESK],
        cwd=Path(__file__).parents[1],
    )

    async def conversation() -> list[Any]:
        async with Client(parameters) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            assert set(tools) == READ
            assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools.values())
            assert all(tool.description for tool in tools.values())
            return [await client.call_tool(name, arguments) for name, arguments in questions]

    return anyio.run(conversation)


def opens(desk: TestClient, citation: dict[str, str]) -> None:
    """A citation's command tells its sentence, and its address shows its words."""
    words = shlex.split(citation["command"])
    assert words[0] == "luoshi"
    done = CliRunner().invoke(app, words[1:])
    assert done.exit_code == 0, done.output
    parts = urlsplit(citation["desk"])
    page = desk.get(f"{parts.path}?{parts.query}")
    assert page.status_code == 200
    assert citation["quote"][:12] in re.sub(r"<[^>]+>|\s", "", page.text)
    if parts.fragment:
        assert f'id="{parts.fragment}"' in page.text


def test_five_questions_are_answered_with_citations_that_open(ledger: Path, desk: TestClient) -> None:
    place = {"place": "临澜市"}
    answers = asked(
        ledger,
        ("search", {"words": "养老"}),
        ("series", {"indicator": "一般公共预算收入"} | place),
        ("panel", {"indicators": ["一般公共预算收入"], "places": ["临澜市"], "years": "2024-2025"}),
        ("outcomes", place | {"year": "2025"}),
        ("task_book", {"on": "2026-06-30"}),
    )
    for answer in answers:
        assert not answer.is_error
        told = answer.structured_content
        assert told["rows"]
        assert told["count"] >= len(told["rows"])
    for row in (row for answer in answers[:3] for row in answer.structured_content["rows"][:3] if row["citation"]):
        opens(desk, row["citation"])
    outcome = next(row for row in answers[3].structured_content["rows"] if row["result"])
    opens(desk, outcome["target"]["citation"])
    opens(desk, outcome["result"]["citation"])
    assert outcome["result"]["value"]
    opens(desk, answers[4].structured_content["rows"][0]["citation"])
    assert "99.9亿元" in str(answers[2].structured_content)


def test_an_id_is_explained_and_a_text_is_read_and_not_kept(ledger: Path, desk: TestClient) -> None:
    (series,) = asked(ledger, ("series", {"indicator": "粮食产量", "most": 1}))
    citation = series.structured_content["rows"][0]["citation"]
    explained, read = asked(
        ledger,
        ("explain", {"id": citation["id"]}),
        ("read_text", {"text": "望舒市2025年粮食产量71.2万吨。", "date": "2026-01-20"}),
    )
    assert explained.structured_content["rule"]
    assert explained.structured_content["citation"]["sentence"] == citation["sentence"]
    (figure,) = (row for row in read.structured_content["rows"] if row["type"] == "figure")
    assert figure["citation"]["sentence"] == "望舒市2025年粮食产量71.2万吨。"
    assert desk.get("/api/documents").json()["count"] == 4


def test_what_is_not_there_or_not_understood_is_told(ledger: Path) -> None:
    nothing, no_record, no_years, too_many = asked(
        ledger,
        ("series", {"indicator": "城镇新增就业", "place": "望舒市"}),
        ("explain", {"id": "figure-1-2"}),
        ("panel", {"indicators": ["粮食产量"], "years": "soon"}),
        ("search", {"words": "养老", "most": 100_000}),
    )
    assert "望舒市" in nothing.structured_content["nothing"]
    assert no_record.is_error
    assert "没有这条记录" in no_record.content[0].text
    assert no_years.is_error
    assert too_many.is_error


def test_a_ledger_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["mcp", "--ledger", str(tmp_path / "无.db")])
    assert done.exit_code == 1
    assert len(done.stderr.strip().splitlines()) == 1
