"""The score of a reading against labels: its rules on small cases, and agreement with the labels' own scorer."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from luoshi.score import Agreement, load, misplaced, score, score_table

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCORER = SHARED / "tools" / "score.py"
GOLD = sorted((SHARED / "gold").glob("*.jsonl")) if SCORER.exists() else []


def figure(start: int, end: int, **fields: Any) -> dict[str, Any]:
    return {
        "type": "figure",
        "quote": "五" * (end - start),
        "start": start,
        "end": end,
        "indicator": "绿道长度",
        "measure": "level",
        "sign": None,
        "low": 120,
        "high": 120,
        "qualifier": "exact",
        "unit": "公里",
        "period": "2024",
        "status": "actual",
        "place": "",
    } | fields


def f1(gold: list[dict[str, Any]], read: list[dict[str, Any]], row: str = "figure full") -> float:
    return score(gold, read).rows[row].f1


def test_a_reading_equal_to_its_labels_is_perfect() -> None:
    gold = [
        figure(0, 5),
        figure(9, 12, indicator="公园"),
        {"type": "task", "quote": "建", "start": 3, "end": 4, "actor": "市"},
    ]
    scores = score(gold, gold)
    assert {name: row.f1 for name, row in scores.rows.items()} == {
        "figure span": 1,
        "figure value": 1,
        "figure full": 1,
        "task": 1,
        "task with actor": 1,
    }
    assert scores.errors == ()
    assert set(scores.fields.values()) == {1.0}


def test_half_of_what_two_spans_cover_must_be_common() -> None:
    assert f1([figure(0, 4)], [figure(0, 8)], "figure span") == 1
    assert f1([figure(0, 4)], [figure(0, 9)], "figure span") == 0
    assert f1([figure(0, 4)], [figure(4, 8)], "figure span") == 0


def test_the_best_overlap_is_paired_first_and_only_once() -> None:
    scores = score([figure(0, 10)], [figure(0, 8, low=1), figure(0, 10), figure(1, 10)])
    assert scores.rows["figure full"] == Agreement(hit=1, gold=1, read=3)
    assert len([error for error in scores.errors if "extra" in error]) == 2


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"low": 120.00001}, True),
        ({"low": 121}, False),
        ({"low": None}, False),
        ({"unit": None}, False),
        ({"qualifier": "range"}, True),
        ({"qualifier": "over"}, False),
        ({"sign": 1}, False),
        ({"status": "target"}, False),
        ({"period": "2023"}, False),
        ({"place": "东屿省"}, True),  # told among the fields, not asked for
        ({"indicator": "绿道的长度（累计）"}, True),
        ({"indicator": "城市绿道长度"}, True),
        ({"indicator": "城市新建成绿道长度"}, False),
        ({"indicator": "公园面积"}, False),
        ({"indicator": ""}, False),
    ],
)
def test_a_figure_is_right_in_full(change: dict[str, Any], right: bool) -> None:
    assert f1([figure(0, 4)], [figure(0, 4, **change)]) == float(right)


def test_precision_and_recall() -> None:
    row = Agreement(hit=3, gold=4, read=6)
    assert (row.precision, row.recall, row.f1) == (0.5, 0.75, pytest.approx(0.6))
    assert Agreement(0, 0, 0).f1 == 0


def test_a_commitment_is_a_task_of_the_labels() -> None:
    task = {"type": "task", "quote": "建绿道", "start": 0, "end": 3, "actor": "市园林局"}
    scores = score([task], [task | {"type": "commitment"}])
    assert scores.rows["task with actor"].f1 == 1
    assert score([task], [task | {"actor": "市水务局"}]).rows["task with actor"].f1 == 0


def test_a_kind_without_labels_has_no_row() -> None:
    assert score([], [figure(0, 4)]).rows == {}


def test_table_shows_rows_fields_and_errors() -> None:
    lines = score_table(score([figure(0, 4)], [figure(0, 4, unit="米")]), errors=5).splitlines()
    assert lines[0].split()[:4] == ["figure", "span", "P", "1.000"]
    assert "unit 0.000" in lines[3]
    assert "'公里' read as '米'" in lines[4]


def test_misplaced_quotes_are_found() -> None:
    text = "临澜市有绿道"
    good = {"type": "figure", "quote": "绿道", "start": 4, "end": 6}
    assert misplaced(text, [good, good | {"start": 3, "end": 5}]) == [good | {"start": 3, "end": 5}]


def test_load_names_the_line_that_is_no_record(tmp_path: Path) -> None:
    path = tmp_path / "reading.jsonl"
    path.write_text('{"type": "figure", "start": 1, "end": 2}\n\n{"type": "figure"}\n', "utf-8")
    with pytest.raises(ValueError, match=r"reading\.jsonl, 3"):
        load(path)
    path.write_text("{\n", "utf-8")
    with pytest.raises(ValueError, match=r"reading\.jsonl, 1"):
        load(path)


def mutated(items: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """A reading as a bad reader might give it: items lost, moved, doubled, and their fields changed."""
    dice = random.Random(seed)
    out = []
    for item in items:
        item = dict(item)
        if dice.random() < 0.1:
            continue
        if dice.random() < 0.3:
            item["start"] = max(0, item["start"] + dice.randint(-3, 3))
            item["end"] = max(item["start"], item["end"] + dice.randint(-3, 3))
        if dice.random() < 0.4:
            name = dice.choice(sorted(set(item) - {"type", "start", "end"}))
            other = dice.choice([other for other in items if name in other])[name]
            item[name] = dice.choice([other, None, item[name]])
        if dice.random() < 0.1 and isinstance(item.get("indicator"), str):
            item["indicator"] = item["indicator"][dice.randint(0, 3) :]
        if dice.random() < 0.1:
            item.pop(dice.choice(sorted(set(item) - {"type", "start", "end", "quote"})))
        if item["type"] == "task" and dice.random() < 0.5:
            item["type"] = "commitment"
        out += [item] * (2 if dice.random() < 0.05 else 1)
    dice.shuffle(out)
    return out


@pytest.mark.long
@pytest.mark.skipif(not GOLD, reason="the labelled texts are not here")
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_agrees_with_the_scorer_of_the_labels(path: Path, tmp_path: Path) -> None:
    gold = load(path)
    for seed in range(4):
        read = gold if seed == 0 else mutated(gold, seed)
        reading = tmp_path / "reading.jsonl"
        reading.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in read), "utf-8")
        for arguments in (["--json"], ["--errors", "10000"]):
            run = subprocess.run(
                [sys.executable, str(SCORER), str(path), str(reading), *arguments],
                capture_output=True,
                check=True,
                env=os.environ | {"PYTHONUTF8": "1"},
            )
            told = run.stdout.decode()
            scores = score(gold, read)
            if arguments == ["--json"]:
                assert scores.to_json() == json.loads(told)
            else:
                assert len(score_table(scores, 10000).splitlines()) == len(told.splitlines())
                rows = len(scores.rows) + 1
                assert score_table(scores).splitlines()[:rows] == told.splitlines()[:rows]
