"""Who leads, who helps and who is a person in a table's cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger.book.bodies import body_key, ends_as_body, parties


@pytest.mark.parametrize(
    ("words", "leads", "helps"),
    [
        ("市教育局、市卫健委；各县区人民政府", "市教育局 市卫健委 各县区人民政府", ""),
        ("市发改委\n市财政局", "市发改委 市财政局", ""),
        ("市教育局  市财政局", "市教育局 市财政局", ""),
        ("市发改委牵头，市司法局配合", "市发改委", "市司法局"),
        ("市发改委牵头 市财政局配合", "市发改委", "市财政局"),
        ("市发改委、市工信局牵头，市财政局、市商务局按职责分工配合", "市发改委 市工信局", "市财政局 市商务局"),
        ("市住建局（牵头）、市财政局", "市住建局", "市财政局"),
        ("市卫健委（牵头）；市医保局（配合）", "市卫健委", "市医保局"),
        ("牵头单位：市农业农村局；配合单位：市水利局、市林业局", "市农业农村局", "市水利局 市林业局"),
        ("由市商务局牵头，会同市财政局、市税务局落实", "市商务局", "市财政局 市税务局"),
        ("市文化和旅游局", "市文化和旅游局", ""),
        ("市住房和\n城乡建设局", "市住房和城乡建设局", ""),
        ("市 教 育 局", "市教育局", ""),
        ("各县（市、区）人民政府，经开区管委会", "各县（市、区）人民政府 经开区管委会", ""),
    ],
)
def test_the_cell_says_who_leads_and_who_helps(words: str, leads: str, helps: str) -> None:
    found = parties(words)
    assert (" ".join(found.leads), " ".join(found.helps)) == (leads, helps)


def test_the_column_says_what_the_cell_does_not() -> None:
    assert parties("市财政局、市审计局", "help").helps == ("市财政局", "市审计局")


def test_persons_are_told_from_bodies() -> None:
    found = parties("责任单位：市教育局\n责任人：张岚")
    assert (found.leads, found.persons) == (("市教育局",), ("张岚",))
    assert parties("市民政局（李明）").persons == ("李明",)
    assert parties("市应急局 周宁").persons == ("周宁",)


def test_what_is_no_body_can_be_told() -> None:
    assert ends_as_body("各县（市、区）人民政府")
    assert not ends_as_body("张岚")


def test_one_body_has_one_key_however_it_is_written() -> None:
    assert body_key("临澜市民政局") == body_key("市民政局") == body_key("民政局")
    assert body_key("市发改委") == body_key("市发展和改革委员会")
    assert body_key("市民政局") != body_key("省民政厅")


@given(st.text(alphabet="市县教育局财政委牵头配合、，；（）()和 \n：责任单位人", max_size=40))
def test_any_cell_names_each_body_once(words: str) -> None:
    found = parties(words)
    assert len(set(found.leads)) == len(found.leads)
    assert not set(found.leads) & set(found.helps)
