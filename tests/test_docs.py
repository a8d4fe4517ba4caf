"""The documentation is complete: every command and option, every record and field, the same in both languages."""

from __future__ import annotations

import re
import runpy
from dataclasses import fields
from pathlib import Path

import pytest

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
from luoshi.ways.cli.commands import app

ROOT = Path(__file__).resolve().parents[1]
CLI = (ROOT / "docs" / "cli.md").read_text("utf-8")
RECORDS = (ROOT / "docs" / "records.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
README_CHINESE = (ROOT / "README.zh-CN.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_section_and_its_help_with_an_example(command: str) -> None:
    assert f"\n## {command}\n" in CLI
    block = re.search(rf"<!-- help: {command} -->\n```text\n(.*?)```", CLI, re.S)
    assert block
    assert f"  luoshi {command}" in block[1]


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "docs/cli.md", "docs/timeline.md"])
def test_what_the_documentation_shows_is_what_the_program_prints(page: str) -> None:
    written = runpy.run_path(str(ROOT / "tools" / "docs.py"))["written"]
    text = (ROOT / page).read_text("utf-8")
    assert written(text) == text, "make docs writes it again"


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


def test_the_two_readmes_have_the_same_parts() -> None:
    def parts(text: str) -> list[int]:
        outside = re.sub(r"```.*?```", "", text, flags=re.S)
        return [len(marks) for marks in re.findall(r"^(#+) ", outside, re.M)]

    def code(text: str) -> list[str]:
        return re.findall(r"^```(\w*)", text, re.M)

    assert parts(README) == parts(README_CHINESE)
    assert code(README) == code(README_CHINESE)


@pytest.mark.parametrize(
    "page", sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]), ids=lambda page: page.name
)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.S)
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (page.parent / target).exists(), target
