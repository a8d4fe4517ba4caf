"""Commitments and the later sentences that speak of them, in documents of the invented 临澜市."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_readings import PLACE, document, figure, reading

from luoshi.ledger import Ledger, UnknownRecordError
from luoshi.ledger.progress.rows import ProgressRow
from luoshi.ledger.progress.wording import excerpt
from luoshi.records import Commitment, Figure, Reading

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "corpora" / "national"

PLAN = (
    "市渔港局将在今年建成“守湾”智慧渔港平台。\n"
    "市住建局要改造望潮巷老旧小区120个。\n"
    "市林业局要栽植红树林300亩。\n"
    "市教育局要新建白螺湾小学。\n"
)
NEWS = (
    "去年各项工作平稳有序。\n"
    "“守湾”智慧渔港平台建成运行，渔船进出港全部在网上办理。\n"
    "望潮巷等地改造老旧小区126个，惠及居民两万户。\n"
    "白螺湾小学尚未开工，主要是用地手续滞后。\n"
    "居民读书看戏更加方便。\n"
    "港口夜景成为新去处。\n"
    "海洋牧场迎来丰收。\n"
    "志愿服务蔚然成风。\n"
    "夜市经济红红火火。\n"
)


def promised(text: str, actors: tuple[str, ...] = (), **fields: str) -> tuple[Commitment, ...]:
    """A commitment for each line of ``text``, by the body that begins it."""
    found = []
    at = 0
    for line in text.splitlines():
        quote = line.rstrip("。")
        actor = quote[: quote.index("局") + 1]
        found.append(Commitment(quote=quote, start=at, end=at + len(quote), actor=actor, **fields))
        at += len(line) + 1
    return tuple(found)


def plan(**fields: str) -> Reading:
    return reading(document(PLAN, name="计划.txt"), date="2025-01-10", commitments=promised(PLAN, **fields))


def news(text: str = NEWS, date: str = "2026-01-12", **fields: object) -> Reading:
    return reading(document(text, name="报告.txt"), date=date, **fields)


def by_actor(rows: list[ProgressRow]) -> dict[str, ProgressRow]:
    return {row.commitment.actor: row for row in rows}


def test_each_commitment_meets_the_sentence_that_speaks_of_it(ledger: Ledger) -> None:
    ledger.add(plan())
    ledger.add(news())
    rows = by_actor(ledger.progress(place=PLACE))
    assert [row.commitment.actor for row in ledger.progress()] == ["市渔港局", "市住建局", "市林业局", "市教育局"]
    first = {actor: row.mentions[0].quote[:6] for actor, row in rows.items() if row.mentions}
    assert first["市渔港局"] == "“守湾”智慧"
    assert first["市住建局"] == "望潮巷等地改"
    assert first["市教育局"] == "白螺湾小学尚"
    told = rows["市渔港局"].mentions[0]
    assert NEWS[told.start : told.end] == told.quote
    assert any("守湾" in reason and "name" in reason for reason in told.why)
    assert (told.document, told.date) == ("报告.txt", "2026-01-12")


def test_states(ledger: Ledger) -> None:
    ledger.add(plan(deadline="2025"))
    ledger.add(news())
    states = {actor: row.state for actor, row in by_actor(ledger.progress(on="2026-02-01")).items()}
    assert states == {"市渔港局": "done", "市住建局": "in_progress", "市林业局": "overdue", "市教育局": "overdue"}
    states = {actor: row.state for actor, row in by_actor(ledger.progress()).items()}
    assert states == {"市渔港局": "done", "市住建局": "in_progress", "市林业局": "no_news", "市教育局": "in_progress"}


def test_a_deadline_is_judged_by_the_day_given_and_later_documents_are_not_counted(ledger: Ledger) -> None:
    ledger.add(plan(deadline="2025-06"))
    ledger.add(news())
    assert {row.state for row in ledger.progress(on="2025-06-30")} == {"no_news"}
    assert all(not row.mentions for row in ledger.progress(on="2026-01-11"))
    assert {row.state for row in ledger.progress(on="2025-07-01")} == {"overdue"}
    assert ledger.progress(on="2025-01-09") == []


def test_only_later_documents_of_the_same_place_speak(ledger: Ledger) -> None:
    ledger.add(plan())
    ledger.add(news(date="2025-01-10"))
    ledger.add(news(NEWS + "别处。", place="望舒市"))
    ledger.add(news(NEWS + "无日期。", date=""))
    assert all(not row.mentions and row.state == "no_news" for row in ledger.progress(place=PLACE))


def test_a_document_without_a_date_has_no_later_ones(ledger: Ledger) -> None:
    ledger.add(reading(document(PLAN), date="", commitments=promised(PLAN)))
    ledger.add(news())
    rows = ledger.progress()
    assert {row.state for row in rows} == {"no_news"}
    assert all("no date" in row.rule for row in rows)


def test_a_promise_said_again_is_no_progress(ledger: Ledger) -> None:
    ledger.add(plan())
    ledger.add(
        reading(
            document("市林业局要继续栽植红树林。\n"),
            date="2026-01-12",
            commitments=promised("市林业局要继续栽植红树林。\n"),
        )
    )
    row = by_actor(ledger.progress(year="2025"))["市林业局"]
    assert row.state == "no_news"
    assert [mention.says for mention in row.mentions] == ["planned"]


def test_nothing_is_done_before_its_time(ledger: Ledger) -> None:
    ledger.add(plan(deadline="2027"))
    ledger.add(news())
    assert by_actor(ledger.progress())["市渔港局"].state == "in_progress"
    ledger.add(news("“守湾”智慧渔港平台提前建成运行。\n", date="2026-03-01"))
    assert by_actor(ledger.progress())["市渔港局"].state == "done"


def test_the_body_responsible_need_not_be_named_again(ledger: Ledger) -> None:
    plan_text = "市渔港建设与海岸带综合管理服务局要在6月底前完成堤岸的专项规划。\n"
    made = promised(plan_text, deadline="2025-06-30")
    ledger.add(reading(document(plan_text), date="2025-01-10", commitments=made))
    ledger.add(news("堤岸专项规划如期批准。\n"))
    assert ledger.progress(on="2026-02-01")[0].state == "done"


def test_past_its_deadline_with_news_is_told_so(ledger: Ledger) -> None:
    ledger.add(plan(deadline="2025"))
    ledger.add(news())
    row = by_actor(ledger.progress(on="2026-02-01"))["市住建局"]
    assert (row.state, "2025-12-31 已过" in row.rule) == ("in_progress", True)


def test_an_excerpt_holds_the_clause_that_speaks_of_the_commitment() -> None:
    long = "、".join(["坚持统筹兼顾"] * 12) + "，建成望渔湾智慧渔港，" + "、".join(["坚持稳中求进"] * 12) + "。"
    told = excerpt("建设望渔湾智慧渔港", long)
    assert "建成望渔湾智慧渔港" in told
    assert len(told) <= 122
    assert excerpt("建设渔港", "渔港建成。") == "渔港建成。"
    assert len(excerpt("", "渔" * 500)) == len(excerpt("渔", "，" * 500)) == 121


def test_targets_within_a_commitment_decide(ledger: Ledger) -> None:
    def target(text: str, quote: str, **fields: object) -> Figure:
        return figure(text, quote, "红树林栽植面积", "300", unit="亩", period="2025", **fields)

    report = "全年栽植红树林{}亩。\n"
    ledger.add(
        reading(
            document(PLAN),
            date="2025-01-10",
            commitments=promised(PLAN),
            figures=(target(PLAN, "300亩", status="target"),),
        )
    )
    assert by_actor(ledger.progress())["市林业局"].state == "no_news"
    for day, value, state in (("2026-01-12", "280", "overdue"), ("2026-02-12", "310", "done")):
        text = report.format(value)
        told = figure(text, f"{value}亩", "红树林栽植面积", value, unit="亩", period="2025")
        ledger.add(reading(document(text), date=day, figures=(told,)))
        row = by_actor(ledger.progress())["市林业局"]
        assert row.state == state
        assert any("指标 indicator" in reason for mention in row.mentions for reason in mention.why)
    # What was reported after the day is not known on it, what was reported before it is.
    for day, state, verdict in (("2026-01-31", "overdue", "missed"), ("2026-01-11", "no_news", "open")):
        row = by_actor(ledger.progress(on=day))["市林业局"]
        assert (row.state, [outcome.verdict for outcome in row.outcomes]) == (state, [verdict])


def test_a_persons_verdict_goes_first(ledger: Ledger) -> None:
    ledger.add(plan(deadline="2025"))
    ledger.add(news())
    row = by_actor(ledger.progress())["市渔港局"]
    ledger.link(row.id, row.mentions[0].id, "unrelated", by="苏问渠", why="说的是另一个平台")
    again = by_actor(ledger.progress(on="2026-02-01"))["市渔港局"]
    assert row.mentions[0].id not in [mention.id for mention in again.mentions]
    assert again.state != "done"
    ledger.link(row.id, row.mentions[0].id, "done", by="苏问渠", why="核实是同一个平台")
    [mention, *_] = ledger.progress(id=row.id)[0].mentions
    assert (mention.id, mention.judged) == (row.mentions[0].id, "done")
    assert ledger.progress(id=row.id)[0].state == "done"
    ledger.link(row.id, row.mentions[0].id, "in_progress", by="苏问渠", why="只建成一期")
    assert ledger.progress(id=row.id)[0].state == "in_progress"
    assert ledger.progress(id=row.id, on="2026-02-01")[0].state == "overdue"


def test_a_confirmed_sentence_is_told_though_its_words_differ(ledger: Ledger) -> None:
    ledger.add(plan())
    ledger.add(news())
    row = by_actor(ledger.progress())["市林业局"]
    start = NEWS.index("海洋牧场")
    said = f"{news().document.id[:16]}:sentence-{start}-{start + 9}"
    ledger.link(row.id, said, "in_progress", by="苏问渠", why="牧场就在红树林边")
    [told] = [one for one in ledger.progress(id=row.id)[0].mentions if one.judged]
    assert told.quote == "海洋牧场迎来丰收。"
    assert ledger.progress(id=row.id, limit=1)[0].mentions[0] == told


def test_asked_for_one_commitment(ledger: Ledger) -> None:
    ledger.add(plan())
    ledger.add(news())
    rows = ledger.progress()
    assert ledger.progress(id=rows[1].id) == [rows[1]]
    with pytest.raises(UnknownRecordError):
        ledger.progress(id="commitment-9999-10000")
    assert ledger.progress(place="望舒市") == ledger.progress(year="1999") == []


def test_a_newer_reading_and_corrections_count(ledger: Ledger) -> None:
    ledger.add(plan())
    ledger.add(news())
    ledger.correct(ledger.progress()[0].id, "deadline", "2025-03", by="苏问渠", why="会上明确")
    assert ledger.progress(on="2025-06-01")[0].state == "overdue"
    ledger.add(reading(document(PLAN, name="计划.txt"), reader="2", date="2025-01-10"))
    assert ledger.progress() == []


def test_json(ledger: Ledger) -> None:
    ledger.add(plan())
    ledger.add(news())
    told = ledger.progress()[0].to_json()
    assert list(told) == [
        "id", "place", "place_code", "actor", "body", "theme", "deadline", "quote", "start", "end", "document", "date",
        "state", "rule", "mentions",
    ]  # fmt: skip
    assert {"id", "quote", "start", "end", "score", "why", "says", "judged"} <= told["mentions"][0].keys()


@pytest.mark.long
@settings(max_examples=40)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_asked(tmp_path_factory: pytest.TempPathFactory, plan_text: str, news_text: str) -> None:
    plan_text = plan_text.encode("utf-8", "ignore").decode().replace("\0", "") or "空"
    news_text = news_text.encode("utf-8", "ignore").decode().replace("\0", "")
    said = Commitment(quote=plan_text, start=0, end=len(plan_text), actor="市林业局")
    with Ledger(tmp_path_factory.mktemp("any") / "luoshi.db") as ledger:
        ledger.add(reading(document(plan_text), date="2025-01-10", commitments=(said,)))
        ledger.add(reading(document(news_text + "。"), date="2026-01-10"))
        for row in ledger.progress(on="2026-12-31"):
            for mention in row.mentions:
                assert 0 <= mention.start < mention.end


@pytest.mark.long
@pytest.mark.skipif(not SHARED.is_dir(), reason="the national reports are not beside the project")
def test_the_right_sentence_of_the_next_report_comes_first() -> None:
    check = runpy.run_path(str(ROOT / "tools" / "progress_check.py"))
    for answers in check["measure"]().values():
        assert check["share"](answers, 1) >= 0.6
        assert check["share"](answers, 5) >= 0.85


def test_a_sentence_without_what_tells_the_work_is_no_news(ledger: Ledger) -> None:
    plan_text = "市商务局要推进现代流通体系建设。\n"
    ledger.add(reading(document(plan_text), date="2025-01-10", commitments=promised(plan_text)))
    ledger.add(news("现代产业体系建设加快推进，现代治理体系更加完善，现代水网体系建设成效明显。\n"))
    [row] = ledger.progress()
    assert row.state == "no_news"


def test_what_is_told_years_later_is_of_another_work(ledger: Ledger) -> None:
    plan_text = "市城管局要出台一批城市管理规章，加强城市管理，完善城市管理。\n"
    ledger.add(reading(document(plan_text), date="2016-01-10", commitments=promised(plan_text)))
    told = "城市管理规章更加完善，城市管理水平得到提升。\n"
    ledger.add(news(told, date="2024-01-12"))
    assert ledger.progress()[0].state == "no_news"
    ledger.add(news(told + "另文。", date="2017-01-12"))
    assert ledger.progress()[0].state != "no_news"
