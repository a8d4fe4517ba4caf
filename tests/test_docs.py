"""The documentation is complete: every command and option, every record and field, the same in both languages."""

from __future__ import annotations

import re
import runpy
from dataclasses import fields
from pathlib import Path

import pytest

from luoshi.ledger.schema import REVISION, metadata
from luoshi.records import (
    Article,
    Commitment,
    Document,
    Event,
    Figure,
    Formulation,
    Office,
    Project,
    Reading,
    Record,
    Statement,
)
from luoshi.service.sample import texts
from luoshi.ways.cli.commands import app

ROOT = Path(__file__).resolve().parents[1]
CLI = (ROOT / "docs" / "cli.md").read_text("utf-8")
RECORDS = (ROOT / "docs" / "records.md").read_text("utf-8")
DOCS = runpy.run_path(str(ROOT / "tools" / "docs.py"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_section_and_its_help_with_an_example(command: str) -> None:
    assert f"\n## {command}\n" in CLI
    block = re.search(rf"<!-- help: {command} -->\n```text\n(.*?)```", CLI, re.S)
    assert block
    assert f"  luoshi {command}" in block[1]


@pytest.mark.parametrize(
    "page", [page for page in DOCS["PAGES"] if page not in DOCS["TYPED"]], ids=lambda page: page.name
)
def test_what_the_documentation_shows_is_what_the_program_prints(page: Path) -> None:
    text = page.read_text("utf-8")
    assert DOCS["written"](text) == text, "make docs writes it again"


@pytest.mark.parametrize("kind", [Figure, Commitment, Statement, Office, Formulation, Event, Project, Article])
def test_every_kind_of_record_and_every_field_is_described(kind: type[Record] | type[Article]) -> None:
    head, _, rest = RECORDS.partition(f"\n## {kind.kind}: ")
    assert rest, f"no section on {kind.kind}"
    section = rest.partition("\n## ")[0]
    shared = {field.name for field in fields(Record)}
    for field in fields(kind):
        described = head if field.name in shared and kind is not Article else section
        assert f"`{field.name}`" in described, f"{kind.kind}.{field.name}"


@pytest.mark.parametrize("kind", [Document, Reading])
def test_fields_of_documents_and_readings_are_named(kind: type[Document] | type[Reading]) -> None:
    for field in fields(kind):
        assert f"`{field.name}`" in RECORDS


@pytest.mark.parametrize(
    "chinese", [page for page in PAGES if page.name.endswith(".zh-CN.md")], ids=lambda page: page.name
)
def test_a_page_in_two_languages_has_the_same_parts_and_types_the_same(chinese: Path) -> None:
    def parts(text: str) -> list[int]:
        outside = re.sub(r"```.*?```", "", text, flags=re.S)
        return [len(marks) for marks in re.findall(r"^(#+) ", outside, re.M)]

    def code(text: str) -> list[str]:
        # A comment is for people, in their language.
        return [re.sub(r" +# .*", "", found["code"] or found["by_hand"]) for found in DOCS["CODE"].finditer(text)]

    one, other = (page.read_text("utf-8") for page in (chinese, chinese.with_name(chinese.name.replace(".zh-CN", ""))))
    assert parts(one) == parts(other)
    assert code(one) == code(other)


def test_every_table_and_column_of_the_ledger_is_described() -> None:
    page = (ROOT / "docs" / "sql.md").read_text("utf-8")
    described = set(re.findall(r"`([a-z_]+)`", page.partition("## Queries")[0]))
    for table in metadata.sorted_tables:
        assert {table.name, *table.columns.keys()} <= described, table.name
    assert f"`{REVISION}`" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.S)
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (page.parent / target).exists(), target


def test_the_picture_of_a_sentence_tells_its_places() -> None:
    picture = (ROOT / "docs" / "pictures" / "sentence.svg").read_text("utf-8")
    text = next(each.text for each in texts() if each.name == "work-report-2026.txt")
    places = {"text[195:199]": "3.8%", "indicator 178–186": "一般公共预算收入", "period 124–126": "去年"}
    for told, words in places.items():
        start, end = map(int, re.findall(r"\d+", told))
        assert told in picture
        assert text[start:end] == words
