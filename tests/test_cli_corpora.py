"""The commands that read a corpus in parts and take it into a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

pytest.importorskip("pyarrow")
pytest.importorskip("duckdb_engine")

from luoshi.ways.cli.commands import app


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments], env={"COLUMNS": "100"})


@pytest.mark.long
def test_a_corpus_is_read_loaded_and_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/1.txt").write_text("临澜市政府工作报告\n——2026年1月13日\n2025年，全市新增养老床位1260张。\n", "utf-8")
    Path("in/2.pdf").write_bytes(b"%PDF-1.7 broken")
    read = run("read-corpus", "in", "out", "--jobs", "1")
    assert read.exit_code == 1
    assert "1 read, 1 refused" in read.stdout
    assert "2.pdf" in read.stderr
    assert "1 new" in run("load", "out").stdout
    assert "0 new" in run("load", "out").stdout
    for command in (["series", "新增养老床位"], ["panel", "新增养老床位"]):
        for form in ([], ["--json"]):
            assert run(*command, *form, "--from", "out").stdout == run(*command, *form).stdout != ""


def test_what_does_not_go_together_is_told(tmp_path: Path) -> None:
    assert run("series", "新增养老床位", "--from", "out", "--folded").exit_code == 2
    for command in ("load", "panel"):
        arguments = [command, "none"] if command == "load" else [command, "新增养老床位", "--from", "none"]
        result = run(*arguments, "--ledger", str(tmp_path / "none.db")) if command == "load" else run(*arguments)
        assert result.exit_code == 1
        assert len(result.stderr.splitlines()) == 1
