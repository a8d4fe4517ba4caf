"""Projects of the ledger over the years, and those that a person means."""

from __future__ import annotations

import json

import pytest
from ledger_readings import document, figure, reading
from project_readings import mention, told, years

from luoshi.ledger import Ledger, ProjectRow
from luoshi.records import Commitment


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    for each in years():
        ledger.add(each)
    return ledger


def names(rows: list[ProjectRow]) -> set[str]:
    return {row.name for row in rows}


def test_one_project_under_all_its_names(kept: Ledger) -> None:
    [row] = kept.projects("临澜市", "跨海通道")
    assert row.name == "临澜湾跨海通道"
    assert [(each.date[:4], each.quote) for each in row.mentions] == [
        ("2019", "临澜湾跨海通道"),
        ("2020", "跨海通道"),
        ("2021", "通道工程主塔"),
        ("2024", "临澜湾跨海通道"),
    ]
    assert (row.stage, row.ahead, row.silent) == ("done", False, 0)


def test_a_name_without_a_section_means_all_of_them(kept: Ledger) -> None:
    assert names(kept.projects(words="3号线")) == {"3号线北段", "3号线南段"}
    assert names(kept.projects(words="3号线北段")) == {"3号线北段"}
    assert names(kept.projects(words="白螺电厂二期")) == {"白螺电厂二期"}
    assert names(kept.projects(words="电厂 二期")) == {"白螺电厂二期"}
    assert kept.projects(words="望渔大桥") == []


def test_filters(kept: Ledger) -> None:
    assert names(kept.projects(stage="done")) == {"临澜湾跨海通道", "白螺电厂一期"}
    assert names(kept.projects(year=2023)) == {"白螺电厂二期", "4号线"}
    assert kept.projects("望舒市") == []
    with pytest.raises(ValueError, match="planned"):
        kept.projects(stage="begun")  # type: ignore[arg-type]


def test_years_without_a_word_are_told_of_what_is_not_done(kept: Ledger) -> None:
    silent = {row.name: row.silent for row in kept.projects()}
    assert silent["4号线"] == 2
    assert silent["3号线北段"] == 5
    assert silent["白螺电厂一期"] == 0


def test_a_part_that_is_done_is_not_the_whole(ledger: Ledger) -> None:
    ledger.add(told(2021, "临澜湾跨海通道主塔完工。", ("临澜湾跨海通道主塔", "done", False)))
    assert [row.stage for row in ledger.projects()] == ["going on"]


def test_what_a_reading_passed_over_is_found_by_a_known_name(ledger: Ledger) -> None:
    ledger.add(told(2020, "开工建设临澜湾跨海通道。", ("临澜湾跨海通道", "start", True)))
    ledger.add(told(2021, "加快临澜湾跨海通道、望渔大桥建设。临澜湾跨海通道接线完工。"))
    [row] = ledger.projects(words="跨海通道")
    assert [(each.date[:4], each.stage, each.id.split(":")[1][:8]) for each in row.mentions] == [
        ("2020", "start", "project-"),
        ("2021", "going on", "sentence"),
    ]
    assert [len(row.mentions) for row in ledger.projects()] == [1]


def test_money_length_commitment_and_target_stand_with_a_mention(ledger: Ledger) -> None:
    text = "开工建设全长13.6公里的临澜湾跨海通道，完成投资20亿元。种树3万株。"
    pledge = "开工建设全长13.6公里的临澜湾跨海通道，完成投资20亿元"
    ledger.add(
        reading(
            document(text),
            projects=(mention(text, "临澜湾跨海通道", "start", ahead=True, body="市交通局"),),
            figures=(
                figure(text, "13.6公里", "全长", "13.6", unit="公里"),
                figure(text, "20亿元", "投资", "2000000000", status="target"),
                figure(text, "3万株", "种树", "30000", unit="株"),
            ),
            commitments=(Commitment(quote=pledge, start=0, end=len(pledge), actor="市交通局"),),
        )
    )
    [row] = ledger.projects()
    [told_once] = row.mentions
    assert [each.quote for each in told_once.amounts] == ["13.6公里", "20亿元"]
    assert told_once.commitment.endswith(f"commitment-0-{len(pledge)}")
    assert len(told_once.targets) == 1
    assert row.bodies == ("市交通局",)


def test_json_has_the_promised_keys(kept: Ledger) -> None:
    told_row = json.loads(json.dumps(kept.projects()[0].to_json()))
    assert " ".join(told_row) == "id name names place stage ahead first_told last_told silent bodies mentions"
