"""Damaged and hostile files of every format become a document or one line that says why not."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import mutated, samples

from luoshi.documents import UnreadableFile, archives, from_bytes

SAMPLES = samples()


def outcome(data: bytes, name: str) -> str:
    """What becomes of a file and of those in it: ``read`` or ``refused``; anything else is an error."""
    if archives.is_archive(data, name):
        for inner, content in archives.members(data, name):
            if isinstance(content, bytes):
                outcome(content, inner)
        return "read"
    try:
        document = from_bytes(data, name)
    except UnreadableFile as error:
        if "\n" in str(error):
            raise AssertionError("the reason is not on one line") from error
        return "refused"
    assert document.text
    assert len(document.positions) in (0, 4 * len(document.text))
    return "read"


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_files_are_read_before_they_are_damaged(kind: str) -> None:
    assert outcome(SAMPLES[kind], f"a.{kind}") == "read"


@pytest.mark.parametrize("kind", SAMPLES)
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1))
def test_damaged_files(kind: str, seed: int) -> None:
    outcome(mutated(SAMPLES[kind], Random(seed)), f"a.{kind}")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>"]))
def test_any_bytes(data: bytes, start: bytes) -> None:
    outcome(start + data, "a.txt")
