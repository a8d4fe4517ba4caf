"""The metrics of a long run, as Prometheus reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("prometheus_client")

from prometheus_client.parser import text_string_to_metric_families

from luoshi.ledger import LedgerError
from luoshi.service import RunMetrics


def told(file: Path) -> dict[str, float]:
    families = text_string_to_metric_families(file.read_text("utf-8"))
    samples = (sample for family in families for sample in family.samples)
    return {sample.name + sample.labels.get("state", ""): sample.value for sample in samples}


def test_each_part_is_told_and_the_end(tmp_path: Path) -> None:
    file = tmp_path / "luoshi.prom"
    run = RunMetrics("load", file)
    run.part({"new": 3, "refused": 1})
    run.part({"new": 2})
    now = told(file)
    assert now["luoshi_run_documents_totalnew"] == 5
    assert now["luoshi_run_documents_totalrefused"] == 1
    assert now["luoshi_run_parts_total"] == 2
    assert now["luoshi_run_success_timestamp_seconds"] == 0
    run.done()
    assert told(file)["luoshi_run_success_timestamp_seconds"] >= now["luoshi_run_start_timestamp_seconds"]
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_can_not_be_written_is_a_line(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="写不了"):
        RunMetrics("load", tmp_path / "nowhere" / "luoshi.prom")
