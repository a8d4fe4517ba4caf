"""The command line: what it prints, what it refuses, and with which exit status."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from luoshi.documents.files import LARGEST
from luoshi.ways.cli.commands import app

REPORT_2025 = """临澜市政府工作报告
——2025年1月7日在临澜市第十届人民代表大会第四次会议上

一、2024年工作回顾
全市一般公共预算收入96.2亿元，增长4.3%。
二、2025年工作安排
今年经济社会发展的主要预期目标是：一般公共预算收入增长5%，新增养老床位1200张。
"""
REPORT_2026 = """临澜市政府工作报告
——2026年1月13日在临澜市第十届人民代表大会第五次会议上

一、2025年工作回顾
全市一般公共预算收入99.9亿元，增长3.8%。新增养老床位1260张。
"""


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> Result:
    """Run a command line in this process."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "100"} | (env or {}))


def lines(result: Result) -> list[dict[str, object]]:
    """The objects that ``--json`` printed."""
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports."""
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "2025.txt").write_text(REPORT_2025, "utf-8")
    (folder / "2026.txt").write_text(REPORT_2026, "gb18030")
    return folder


@pytest.fixture
def ledger(reports: Path, tmp_path: Path) -> Path:
    """A ledger that holds both reports."""
    path = tmp_path / "账本.db"
    assert run("add", reports, "--ledger", path, "--place", "临澜市", "--jobs", "1").exit_code == 0
    return path


def make_bad(kind: str, folder: Path) -> Path:
    """A file that can't be read, of the kind that its name says."""
    path = folder / f"{kind}.txt"
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "directory":
        path.mkdir()
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 64)
    elif kind == "undecodable":
        path.write_bytes("预算".encode() + b"\xff\xfe\x81\x00\xff" * 9 + "收入".encode("utf-16-be"))
    elif kind == "latin":
        path.write_text("No Chinese at all, 5.2 % of nothing.", "utf-8")
    elif kind == "huge":
        with path.open("wb") as file:
            file.truncate(LARGEST + 1)  # one line without an end, that takes no room on the disk
    return path  # "missing" is not made


# What programs outside the project rely on.
SERIES = {"place", "place_code", "indicator", "concept", "measure", "sign", "period", "status"}
SERIES |= {"low", "high", "unit", "qualifier", "quote", "document", "start", "end"}
OUTCOME = {"place", "place_code", "period", "indicator", "concept", "measure", "verdict", "rule", "target", "result"}
BAD = ["empty", "directory", "missing", "binary", "undecodable", "latin", "huge"]


class TestRead:
    def test_json_is_one_record_a_line_with_its_words_at_their_place(self, reports: Path) -> None:
        result = run("read", reports / "2025.txt", "--json")
        assert result.exit_code == 0
        records = lines(result)
        assert {"figure"} <= {record["type"] for record in records}
        for record in records:
            if "quote" in record:
                assert REPORT_2025[record["start"] : record["end"]] == record["quote"]  # type: ignore[misc]

    def test_tables_fit_the_width_and_show_every_quote(self, reports: Path) -> None:
        result = run("read", reports / "2025.txt", env={"COLUMNS": "60", "NO_COLOR": "1"})
        assert result.exit_code == 0
        assert max(cell_len(line) for line in result.stdout.splitlines()) <= 60
        tables = re.findall(r"^╭.*?╯$", result.stdout, re.S | re.M)
        assert tables
        for table in tables:
            assert len({cell_len(line) for line in table.splitlines()}) == 1
        assert "96.2亿元" in re.sub(r"[\s│]", "", result.stdout)

    def test_stated_place_and_date_are_used(self, tmp_path: Path) -> None:
        path = tmp_path / "item.txt"
        path.write_text("去年新增养老床位300张。", "utf-8")
        (figure,) = [r for r in lines(run("read", path, "--json", "--date", "2025-02-01")) if r["type"] == "figure"]
        assert figure["period"] == "2024"

    @pytest.mark.parametrize("kind", BAD)
    def test_a_bad_file_is_one_line_and_the_rest_is_read(self, kind: str, reports: Path, tmp_path: Path) -> None:
        bad = make_bad(kind, tmp_path)
        result = run("read", bad, reports / "2025.txt", "--json")
        assert result.exit_code == 1
        (line,) = result.stderr.splitlines()
        assert bad.name in line
        assert re.search("[一-鿿]", line.replace(str(bad), ""))
        assert re.search("[a-z]{3}", line.replace(str(bad), ""))
        assert lines(result)


class TestAdd:
    def test_a_second_run_reads_nothing(self, reports: Path, tmp_path: Path) -> None:
        path = tmp_path / "new.db"
        first = run("add", reports, "--ledger", path, "--jobs", "1")
        again = run("add", reports, "--ledger", path, "--jobs", "1")
        assert "新增 2，已有 0，未读 0" in first.stdout
        assert "新增 0，已有 2，未读 0" in again.stdout
        assert first.exit_code == again.exit_code == 0

    @pytest.mark.parametrize("kind", [kind for kind in BAD if kind != "directory"])
    def test_a_bad_file_is_refused_in_one_line_and_leaves_nothing(
        self, kind: str, reports: Path, tmp_path: Path
    ) -> None:
        bad = make_bad(kind, tmp_path)
        path = tmp_path / "new.db"
        result = run("add", bad, reports, "--ledger", path, "--jobs", "1")
        assert result.exit_code == 1
        (line,) = result.stderr.splitlines()
        assert bad.name in line
        assert "新增 2，已有 0，未读 1" in result.stdout
        assert names_in(path) == {"2025.txt", "2026.txt"}

    def test_hidden_files_and_the_ledger_itself_are_passed_over(self, reports: Path) -> None:
        (reports / ".hidden.txt").write_text("全市新增就业1万人。", "utf-8")
        for _ in range(2):
            result = run("add", reports, "--ledger", reports / "luoshi.db", "--jobs", "1")
            assert result.exit_code == 0
            assert "未读 0" in result.stdout

    def test_the_same_file_twice_is_kept_once(self, reports: Path, tmp_path: Path) -> None:
        (reports / "copy.txt").write_text(REPORT_2025, "utf-8")
        result = run("add", reports, "--ledger", tmp_path / "new.db", "--jobs", "1")
        assert "新增 2，已有 1，未读 0" in result.stdout

    def test_a_web_page_that_states_its_date_is_known_the_second_time(self, tmp_path: Path) -> None:
        page = tmp_path / "page.html"
        page.write_text(
            '<html><head><meta charset="utf-8"><meta name="PubDate" content="2025-02-01"><title>要闻</title></head>'
            "<body><p>临澜市去年新增养老床位300张，新建公园12个，改造道路46公里。</p></body></html>",
            "utf-8",
        )
        path = tmp_path / "new.db"
        assert "新增 1" in run("add", page, "--ledger", path, "--jobs", "1").stdout
        assert "新增 0，已有 1" in run("add", page, "--ledger", path, "--jobs", "1").stdout

    def test_without_a_stated_place_an_earlier_statement_stands(self, reports: Path, ledger: Path) -> None:
        assert "新增 0，已有 2" in run("add", reports, "--ledger", ledger, "--jobs", "1").stdout

    @pytest.mark.long
    def test_several_processes_make_the_same_ledger(self, reports: Path, ledger: Path, tmp_path: Path) -> None:
        for number in range(6):
            (reports / f"{number}.txt").write_text(f"{REPORT_2025}新建公园{number + 2}个。\n", "utf-8")
        for jobs in ("1", "2"):
            command = [sys.executable, "-m", "luoshi", "add", reports, "--ledger", tmp_path / jobs, "--jobs", jobs]
            subprocess.run(command, check=True, capture_output=True)
        assert exported(tmp_path / "1") == exported(tmp_path / "2")

    @pytest.mark.long
    @pytest.mark.skipif(os.name == "nt", reason="a process is killed with a signal of POSIX systems")
    @pytest.mark.parametrize("ending", ["SIGKILL", "SIGINT"])
    def test_stopped_and_run_again_it_ends_in_the_same_ledger(self, ending: str, tmp_path: Path) -> None:
        folder = tmp_path / "many"
        folder.mkdir()
        for number in range(60):
            (folder / f"{number:02}.txt").write_text(f"{REPORT_2025}新建公园{number + 2}个。\n" * 8, "utf-8")
        stopped, whole = tmp_path / "stopped.db", tmp_path / "whole.db"
        command = [sys.executable, "-m", "luoshi", "add", folder, "--jobs", "2", "--ledger"]
        process = subprocess.Popen([*command, stopped], stderr=subprocess.PIPE, stdout=subprocess.PIPE)
        while process.poll() is None and not (stopped.exists() and names_in(stopped)):
            time.sleep(0.05)
        process.send_signal(getattr(signal, ending))
        _, complaints = process.communicate(timeout=60)  # its workers end with it
        if ending == "SIGINT" and process.returncode != 0:
            assert process.returncode == 130
            assert "Traceback" not in complaints.decode()
        subprocess.run([*command, stopped], check=True, capture_output=True)
        subprocess.run([*command, whole], check=True, capture_output=True)
        assert exported(stopped) == exported(whole)


class TestAsking:
    def test_series_tells_the_values_with_their_sentence(self, ledger: Path) -> None:
        rows = lines(run("series", "一般公共预算收入", "--place", "临澜市", "--ledger", ledger, "--json"))
        levels = [(row["period"], row["low"], row["unit"]) for row in rows if row["measure"] == "level"]
        assert levels == [("2024", 9620000000, "元"), ("2025", 9990000000, "元")]
        assert set(rows[0]) >= SERIES
        shown = run("series", "一般公共预算收入", "--measure", "level", "--ledger", ledger).stdout
        assert "99.9亿元" in shown
        assert "96.2亿元" in shown

    def test_series_of_nothing_is_told(self, ledger: Path) -> None:
        result = run("series", "没有的指标", "--ledger", ledger)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "没有的指标" in result.stderr

    @pytest.mark.parametrize(
        "command",
        [
            *("series GDP", "outcomes", "outcomes --untargeted", "outcomes --chart 没有.svg", "conflicts"),
            *("people", "bodies", "formulations", "progress", "projects", "events", "timeline 通道"),
        ],
    )
    @pytest.mark.parametrize("form", [(), pytest.param(("--json",), marks=pytest.mark.long)])
    def test_a_place_that_is_not_there_is_named_with_those_that_are(
        self, ledger: Path, command: str, form: tuple[str, ...]
    ) -> None:
        result = run(*command.split(), "--place", "望舒市", *form, "--ledger", ledger)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "“望舒市”" in result.stderr
        assert "临澜市" in result.stderr

    def test_an_indicator_that_is_not_there_is_told_with_those_alike(self, ledger: Path) -> None:
        assert "新增养老床位" in run("outcomes", "--indicator", "养老床位", "--ledger", ledger).stderr
        assert "luoshi search 猫" in run("series", "猫", "--ledger", ledger).stderr

    def test_each_outcome_leads_to_both_sentences(self, ledger: Path) -> None:
        shown = run("outcomes", "--indicator", "新增养老床位", "--year", "2025", "--ledger", ledger).stdout
        ids = re.findall(r"\w+:figure-[0-9-]+", shown)
        assert len(ids) == 2
        assert all("养老床位" in run("explain", id, "--ledger", ledger).stdout for id in ids)

    def test_outcomes_put_targets_beside_results(self, ledger: Path) -> None:
        rows = lines(run("outcomes", "--place", "临澜市", "--year", "2025", "--ledger", ledger, "--json"))
        verdicts = {str(row["indicator"]): row["verdict"] for row in rows}
        assert verdicts["一般公共预算收入"] == "missed"
        assert verdicts["新增养老床位"] == "met"
        told = {"targets", "results", "readings", "answer", "confidence", "candidates"}
        assert set(rows[0]) == OUTCOME | told
        shown = run("outcomes", "--ledger", ledger).stdout
        assert "完成 met" in shown
        assert "未完成 missed" in shown

    def test_a_likely_result_is_shown_and_confirmed(self, tmp_path: Path) -> None:
        opening = "各位代表：\n现在，我代表临澜市人民政府，向大会报告工作。\n一、2024年工作"
        plan, review, own = tmp_path / "plan.txt", tmp_path / "review.txt", tmp_path / "own.db"
        plan.write_text(f"{opening}安排\n今年主要任务是：农村河道生态整治60公里。\n", "utf-8")
        review.write_text(f"{opening}回顾\n过去一年，整治生态水系64公里，城镇新增就业3万人。\n", "utf-8")
        run("add", plan, "--date", "2024-01-15", "--place", "临澜市", "--new-place", "--ledger", own)
        run("add", review, "--date", "2025-01-15", "--place", "临澜市", "--new-place", "--ledger", own)
        shown = run("outcomes", "--ledger", own)
        assert "64公里?" in shown.stdout
        assert "--confirm" in shown.stdout
        target, likely = re.findall(r"\w+:figure-[0-9-]+", shown.stdout)
        signed = ("--by", "苏问渠", "--why", "同一条河", "--ledger", own)
        assert "完成 met 1" in run("outcomes", "--confirm", target, likely, *signed).stdout
        assert "完成 met" not in run("outcomes", "--refuse", target, likely, *signed).stdout

    def test_a_correction_is_kept_with_its_name_and_reason(self, ledger: Path, tmp_path: Path) -> None:
        own = tmp_path / "own.db"
        own.write_bytes(ledger.read_bytes())
        row = lines(run("series", "一般公共预算收入", "--measure", "level", "--ledger", own, "--json"))[0]
        signed = ("--by", "苏问渠", "--why", "与公报核对", "--ledger", own)
        assert run("correct", str(row["id"]), "value", "9630000000", *signed).exit_code == 0
        again = lines(run("series", "一般公共预算收入", "--measure", "level", "--ledger", own, "--json"))[0]
        assert (again["low"], again["high"]) == (9630000000, 9630000000)
        told = run("explain", str(row["id"]), "--ledger", own).stdout
        assert "low 96.2亿 → 96.3亿，苏问渠：与公报核对" in told
        assert run("correct", str(row["id"]), "--undo", "--by", "苏问渠", "--ledger", own).exit_code == 0
        undone = lines(run("series", "一般公共预算收入", "--measure", "level", "--ledger", own, "--json"))[0]
        assert undone["low"] == row["low"]
        assert run("correct", str(row["id"]), "value", "--by", "苏问渠", "--ledger", own).exit_code == 2
        growth = lines(run("series", "一般公共预算收入", "--measure", "growth", "--ledger", own, "--json"))[0]
        assert run("correct", str(growth["id"]), "sign", "-1", *signed).exit_code == 0
        news = tmp_path / "记者.txt"
        news.write_text("市教育局局长温书瑶表示，学校已经建成。", "utf-8")
        run("add", news, "--date", "2026-02-01", "--place", "临澜市", "--ledger", own)
        assert "党组书记、局长" in run("correct", "office", "posts", "党组书记、局长", *signed).stdout
        refused = run("correct", str(row["id"]), "quote", "1", *signed)
        assert (refused.exit_code, "quote" in refused.stderr) == (1, True)

    def test_a_page_that_can_not_be_written_is_one_line(self, ledger: Path, tmp_path: Path) -> None:
        row = lines(run("series", "一般公共预算收入", "--ledger", ledger, "--json"))[0]
        for command in (("explain", str(row["id"]), "--ledger", ledger, "--html"), ("demo", "--out")):
            (tmp_path / "文件").write_text("")
            result = run(*command, tmp_path / "文件" / "x")
            assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
            assert "写不了" in result.stderr

    def test_explain_of_a_sentence_tells_its_records(self, ledger: Path) -> None:
        row = lines(run("search", "床位", "--limit", "1", "--json", "--ledger", ledger))[0]
        shown = run("explain", f"{row['document_id']}:sentence-{row['start']}-{row['end']}", "--ledger", ledger).stdout
        assert "床位" in shown
        assert "figure-" in shown
        assert run("explain", "ff:sentence-1-2", "--ledger", ledger).exit_code == 1

    def test_search_finds_words_of_two_characters(self, ledger: Path) -> None:
        rows = lines(run("search", "床位", "--ledger", ledger, "--json"))
        assert [row["document"] for row in rows] == ["2026.txt", "2025.txt"]
        assert "床位" in run("search", "养老", "床位", "--ledger", ledger).stdout
        assert "Nothing" in run("search", "没有这样的话", "--ledger", ledger).stderr
        cut = run("search", "床位", "--limit", "1", "--json", "--ledger", ledger)
        assert [row["document"] for row in lines(cut)] == ["2026.txt"]
        assert "--limit" in cut.stderr
        assert run("search", "床位", "--limit", "2", "--ledger", ledger).stderr == ""

    def test_explain_shows_sentence_fields_and_rule(self, ledger: Path) -> None:
        row = lines(run("series", "一般公共预算收入", "--measure", "level", "--ledger", ledger, "--json"))[-1]
        shown = run("explain", str(row["id"]), "--ledger", ledger).stdout
        assert "【99.9亿元】" in shown
        assert "9990000000" in shown
        assert "规则 rule" in shown

    def test_a_record_has_the_same_id_when_it_is_read_and_when_it_is_kept(self, reports: Path, ledger: Path) -> None:
        read = {
            r["id"]: r["quote"] for r in lines(run("read", reports / "2025.txt", "--json")) if r["type"] == "figure"
        }
        kept = lines(run("series", "一般公共预算收入", "--ledger", ledger, "--json"))
        assert {row["id"]: row["quote"] for row in kept if row["document"] == "2025.txt"}.items() <= read.items()

    def test_explain_of_an_unknown_id_is_one_line(self, ledger: Path) -> None:
        result = run("explain", "figure-1-2", "--ledger", ledger)
        assert result.exit_code == 1
        assert len(result.stderr.splitlines()) == 1

    def test_export_writes_a_table(self, ledger: Path, tmp_path: Path) -> None:
        out = tmp_path / "数据.csv"
        result = run("export", "--to", "csv", out, "--ledger", ledger)
        assert result.exit_code == 0
        with out.open(encoding="utf-8-sig", newline="") as file:
            assert {"indicator", "quote", "document"} <= set(next(csv.reader(file)))
        if find_spec("pyarrow"):
            assert run("export", "--to", "parquet", tmp_path / "t.parquet", "--ledger", ledger).exit_code == 0
        assert run("export", tmp_path / "u.csv", "--ledger", ledger).exit_code == 0
        assert (tmp_path / "u.csv").read_bytes() == out.read_bytes()
        assert run("export", "--to", "csv", tmp_path / "no" / "t.csv", "--ledger", ledger).exit_code == 1
        for to in ("xlsx", "jsonld", "sdmx"):
            assert run("export", "--to", to, tmp_path / f"t.{to}", "--ledger", ledger).exit_code == 0
        assert run("export", "--to", "csv", "--year", "2025", out, "--ledger", ledger).exit_code == 2
        assert run("export", "--to", "xlsx", "--kind", "figures", out, "--ledger", ledger).exit_code == 1

    def test_progress_tells_what_became_of_commitments(self, tmp_path: Path) -> None:
        ledger = tmp_path / "账本.db"
        plan = "二、2025年工作安排\n年内建成望渔湾渔港。\n"
        news = "2025年，望渔湾渔港建成启用。\n"
        for name, words, day in (("计划.txt", plan, "2025-01-07"), ("报告.txt", news, "2026-01-13")):
            (tmp_path / name).write_text(words, "utf-8")
            stated = ("--place", "临澜市", "--new-place", "--date", day)
            added = run("add", tmp_path / name, "--ledger", ledger, *stated, "--jobs", "1")
            assert added.exit_code == 0
        [row] = lines(run("progress", "--place", "临澜市", "--year", "2025", "--ledger", ledger, "--json"))
        mentions: Any = row["mentions"]
        assert (row["state"], mentions[0]["quote"]) == ("done", news.strip())
        assert "望渔湾渔港建成启用" in run("progress", "--on", "2026-12-31", "--ledger", ledger).stdout
        judged = ("--dismiss", mentions[0]["id"], "--by", "苏问渠", "--why", "核对")
        [again] = lines(run("progress", str(row["id"]), *judged, "--ledger", ledger, "--json"))
        assert (again["state"], again["mentions"]) == ("no_news", [])
        assert run("progress", *judged, "--ledger", ledger).exit_code == 2
        assert run("progress", str(row["id"]), *judged[:2], "--ledger", ledger).exit_code == 1
        nothing = run("progress", "--state", "done", "--year", "1999", "--ledger", ledger)
        assert (nothing.exit_code, nothing.stdout) == (0, "")

    @pytest.mark.parametrize("command", [["series", "x"], ["outcomes"], ["search", "x"], ["explain", "figure-1-2"]])
    def test_a_ledger_that_is_not_there_is_one_line(self, command: list[str], tmp_path: Path) -> None:
        path = tmp_path / "none.db"
        result = run(*command, "--ledger", path)
        assert result.exit_code == 1
        assert "none.db" in result.stderr
        assert len(result.stderr.splitlines()) == 1
        assert not path.exists()

    def test_the_ledger_may_be_named_in_the_environment(self, ledger: Path) -> None:
        assert run("outcomes", "--json", env={"LUOSHI_LEDGER": str(ledger)}).stdout


class TestScore:
    def test_a_reading_scored_against_itself_is_perfect(self, reports: Path, tmp_path: Path) -> None:
        read = tmp_path / "read.jsonl"
        read.write_text(run("read", reports / "2025.txt", "--json").stdout, "utf-8")
        result = run("score", read, read, "--text", reports / "2025.txt", "--json", "--floor", "0.99")
        assert result.exit_code == 0
        assert json.loads(result.stdout)["rows"]["figure full"]["f1"] == 1
        assert result.stderr == ""

    def test_under_the_floor_is_status_1(self, reports: Path, tmp_path: Path) -> None:
        read, nothing = tmp_path / "read.jsonl", tmp_path / "nothing.jsonl"
        read.write_text(run("read", reports / "2025.txt", "--json").stdout, "utf-8")
        nothing.write_text("", "utf-8")
        result = run("score", read, nothing, "--floor", "0.5", "--errors", "1")
        assert result.exit_code == 1
        assert "missed" in result.stdout

    def test_files_that_hold_no_records_are_one_line(self, tmp_path: Path) -> None:
        wrong = tmp_path / "wrong.jsonl"
        wrong.write_text("not json\n", "utf-8")
        for gold in (wrong, tmp_path / "missing.jsonl"):
            result = run("score", gold, wrong)
            assert result.exit_code == 1
            assert gold.name in result.stderr
            assert len(result.stderr.splitlines()) == 1


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "chinese"),
        [
            (["read"], "缺少参数 FILE"),
            (["book", "set", "T001", "停", "--by", "林越", "--why", "核实"], "参数不对：没有“停”，可用 extend（延期）"),
            (["read", "x", "--nothing"], "没有这个选项"),
            (["red", "x"], "没有这个命令：red；相近的有 read"),
            (["read", "x", "--date", "2025-13-01"], "参数不对"),
            (["read", "x", "--date", "20250101"], "参数不对"),
            (["outcomes", "--year", "25"], "参数不对"),
            (["series", "x", "--measure", "weight"], "参数不对"),
            (["add", "x", "--jobs", "0"], "参数不对"),
            (["export", "--to", "docx", "x"], "参数不对"),
            (["export", "台账"], "参数不对：台账 看不出格式"),
        ],
    )
    def test_a_command_that_is_not_understood_is_status_2(self, arguments: list[str], chinese: str) -> None:
        result = run(*arguments)
        assert result.exit_code == 2
        assert result.stderr.startswith(chinese)
        assert "--help" in result.stderr

    def test_without_a_command_help_is_shown(self) -> None:
        result = run()
        assert result.exit_code == 2
        assert "命令 Commands" in result.stderr

    @pytest.mark.parametrize("width", [40, 80, 200])
    @pytest.mark.parametrize(
        "command",
        [
            pytest.param(name, marks=() if name in ("", "outcomes") else pytest.mark.long)
            for name in ("", *(command.name or command.callback.__name__ for command in app.registered_commands))
        ],
    )
    def test_help_loses_no_word_and_fits_the_width(self, command: str, width: int) -> None:
        wide, narrow = (
            run(*command.split(), "--help", env={"COLUMNS": str(columns)}).stdout for columns in (999, width)
        )
        assert max(cell_len(line) for line in narrow.splitlines()) <= width
        assert sorted(re.sub(r"\s", "", narrow)) == sorted(re.sub(r"\s", "", wide))


class TestConsole:
    def run(self, *arguments: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
        """Run a command line in a process of its own."""
        command = [sys.executable, "-m", "luoshi", *arguments]
        return subprocess.run(command, capture_output=True, env=os.environ | env, check=False)

    @pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252"])
    def test_output_is_utf8_whatever_the_code_page(self, encoding: str, reports: Path) -> None:
        result = self.run("read", reports / "2025.txt", reports / "没有.txt", "--json", PYTHONIOENCODING=encoding)
        assert "养老床位" in result.stdout.decode("utf-8")
        assert "没有.txt" in result.stderr.decode("utf-8")

    def test_a_pipe_gets_no_colour_and_no_bar(self, reports: Path, tmp_path: Path) -> None:
        result = self.run("add", reports, "--ledger", tmp_path / "new.db")
        assert result.stderr == b""
        assert b"\x1b" not in result.stdout
        shown = self.run("series", "一般公共预算收入", "--ledger", tmp_path / "new.db")
        assert b"\x1b" not in shown.stdout

    def test_help_comes_without_loading_the_reader(self) -> None:
        code = (
            "import sys, luoshi.ways.cli.commands; "
            "print([m for m in sys.modules if m.startswith(('sqlalchemy', 'luoshi.reading'))])"
        )
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
        assert result.stdout.strip() == "[]"


def names_in(path: Path) -> set[str]:
    """The names of the documents that a ledger holds."""
    import sqlite3

    with sqlite3.connect(path) as connection:
        try:
            return {name for (name,) in connection.execute("SELECT name FROM documents")}
        except sqlite3.OperationalError:
            return set()  # it is being made


def exported(path: Path) -> list[bytes]:
    """Everything that a ledger tells."""
    tables = []
    for kind in ("figures", "commitments", "statements", "offices", "formulations", "events", "projects", "articles"):
        out = path.with_suffix(f".{kind}.csv")
        assert run("export", "--to", "csv", "--kind", kind, out, "--ledger", path).exit_code == 0
        tables.append(out.read_bytes())
    return tables
