"""A text cut at its marks: nothing is lost, every stretch knows its place, and parts follow each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger import Correction
from luoshi.reading import read
from luoshi.records import Article, Document, Reading
from luoshi.service.text_marks import Mark, marked_text, marks_of, within

TEXT = "市民政局要在6月底前新增养老床位1300张。\n| 项目 | 数额 |\n| 收入 | 99.9亿元 |\n\n末行"
READING = read(Document(id="ab" * 32, text=TEXT, name="r.txt"), date="2026-01-20", place="临澜市")


def test_marks_stand_at_their_words() -> None:
    told = marked_text(READING, marks_of(READING))
    for line in told.lines:
        for stretch in (stretch for cell in line.cells for stretch in cell):
            assert TEXT[stretch.start : stretch.start + len(stretch.words)] == stretch.words
    (bed,) = [stretch for line in told.lines for cell in line.cells for stretch in cell if stretch.words == "1300张"]
    assert [mark.kind for mark in bed.marks] == ["figure", "commitment"]


def test_rows_of_tables_come_in_cells() -> None:
    rows = [[("".join(s.words for s in cell)) for cell in line.cells] for line in marked_text(READING, ()).lines]
    assert rows[1:3] == [["项目", "数额"], ["收入", "99.9亿元"]]
    assert rows[3] == ["末行"]


def test_a_corrected_record_is_told_apart() -> None:
    id, _ = next(pair for pair in READING.ids() if pair[1].kind == "figure")
    corrected = Correction(id, "period", "2025", "2024", "苏问渠", "表头", "2026-01-20T08:00:00+00:00")
    refused = Correction(id, "stands", True, False, "苏问渠", "表头", "2026-01-20T08:00:00+00:00")
    assert [mark.refused for mark in marks_of(READING, [corrected, refused]) if id.endswith(mark.key)] == [True]
    assert [mark.corrected for mark in marks_of(READING, [corrected]) if id.endswith(mark.key)] == [True]


def test_a_record_knows_what_it_stands_within() -> None:
    at = TEXT.index("1300张")
    ((_, outer),) = within(READING, f"figure-{at}-{at + 5}")
    assert outer.kind == "commitment"
    assert within(READING, "figure-0-1") == []
    assert not [record for _, record in within(READING, f"figure-{at}-{at + 5}") if isinstance(record, Article)]


@given(
    text=st.text("甲乙|\t\n 1。", max_size=80),
    spans=st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), max_size=6),
    longest=st.integers(1, 40),
)
def test_no_character_is_lost_or_moved(text: str, spans: list[tuple[int, int]], longest: int) -> None:
    reading = Reading(document=Document(id="ab" * 32, text=text), reader="1")
    marks = [Mark(f"figure-{start}-{start + size}", "figure", start, start + size) for start, size in spans]
    seen: dict[int, str] = {}
    parts = marked_text(reading, marks, longest=longest).parts
    for part in range(len(parts)):
        for line in marked_text(reading, marks, part, longest=longest).lines:
            for stretch in (stretch for cell in line.cells for stretch in cell):
                for place, character in enumerate(stretch.words, stretch.start):
                    assert place not in seen
                    seen[place] = character
                assert all(
                    mark.start <= stretch.start and stretch.start + len(stretch.words) <= mark.end
                    for mark in stretch.marks
                )
    assert all(text[place] == character for place, character in seen.items())
    assert {place for place, character in enumerate(text) if character in "甲乙1。"} <= seen.keys()


def test_the_part_that_holds_a_place_is_shown() -> None:
    reading = Reading(document=Document(id="ab" * 32, text="甲乙丙丁\n" * 40), reader="1")
    told = marked_text(reading, (), at=150, longest=20)
    assert len(told.parts) > 5
    assert told.parts[told.part] <= 150 < told.parts[told.part + 1]
