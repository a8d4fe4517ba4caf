"""Divisions: codes, parents, short names, and what no longer stands."""

from __future__ import annotations

import re

import pytest

from luoshi.knowledge.divisions import COUNTRY, division, divisions, is_within, level, notes, parent, short_names


def test_every_division_has_a_code_of_six_digits_and_a_parent_that_exists() -> None:
    everything = divisions()
    assert len(everything) > 3200
    for code, held in everything.items():
        assert re.fullmatch(r"\d{6}", code)
        assert all(item.code == code and item.name for item in held)
        if code != COUNTRY:
            assert parent(code) in everything, held
            assert is_within(code, parent(code))


def test_the_provinces_are_thirty_four() -> None:
    standing = [held[0] for held in divisions().values() if held[0].level == "province" and not held[0].until]
    assert len(standing) == 34


@pytest.mark.parametrize(
    ("code", "name", "above"),
    [
        ("370200", "青岛市", "370000"),
        ("371522", "莘县", "371500"),
        ("310115", "浦东新区", "310000"),
        ("419001", "济源市", "410000"),
        ("710000", "台湾省", COUNTRY),
        ("310108", "闸北区", "310000"),
        ("370282", "即墨市", "370200"),
    ],
)
def test_a_code_gives_its_division(code: str, name: str, above: str) -> None:
    found = division(code)
    assert found is not None
    assert (found.name, parent(code)) == (name, above)


def test_an_unknown_code_is_no_division() -> None:
    assert division("999999") is None


def test_a_division_that_was_abolished_says_since_when() -> None:
    found = division("310108")
    assert found is not None
    assert found.until == "2015"


@pytest.mark.parametrize(
    ("code", "expected"), [("370000", "province"), ("370200", "city"), ("370202", "county"), (COUNTRY, "country")]
)
def test_a_codes_zeros_tell_its_level(code: str, expected: str) -> None:
    assert level(code) == expected


@pytest.mark.parametrize(
    ("code", "other", "expected"),
    [
        ("370202", "370200", True),
        ("370202", "370000", True),
        ("370202", COUNTRY, True),
        ("370202", "370300", False),
        ("", "370000", False),
    ],
)
def test_a_division_lies_within_those_above_it(code: str, other: str, expected: bool) -> None:
    assert is_within(code, other) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("青岛市", ("青岛",)),
        ("莘县", ()),
        ("红河哈尼族彝族自治州", ("红河州", "红河")),
        ("内蒙古自治区", ("内蒙古", "内蒙")),
        ("广西壮族自治区", ("广西",)),
        ("香港特别行政区", ("香港",)),
        ("积石山保安族东乡族撒拉族自治县", ("积石山县", "积石山")),
        ("莫力达瓦达斡尔族自治旗", ("莫力达瓦旗", "莫力达瓦")),
        ("阿克苏地区", ("阿克苏",)),
        ("万柏林区", ("万柏林",)),
        ("浦东新区", ("浦东",)),
    ],
)
def test_short_names_follow_a_rule(name: str, expected: tuple[str, ...]) -> None:
    assert short_names(name) == expected


def test_the_notes_name_only_divisions_that_exist() -> None:
    names = {item.name for held in divisions().values() for item in held}
    assert set(notes()["short"]) <= names
    assert {code for code in notes()["zones"].values() if code} <= set(divisions())
