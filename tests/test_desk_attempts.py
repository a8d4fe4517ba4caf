"""How often someone may try to sign in."""

from __future__ import annotations

from luoshi.ways.web.attempts import MOST, WINDOW, Attempts


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_address_waits_after_some_failures_with_a_name_and_others_do_not() -> None:
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(MOST["both"]):
        assert attempts.wait("10.0.0.1", "林越") == 0
        attempts.failed("10.0.0.1", "林越")
    assert attempts.wait("10.0.0.1", " 林越 ") == WINDOW
    assert attempts.wait("10.0.0.1", "沈砚舟") == attempts.wait("10.0.0.2", "林越") == 0
    clock.now = WINDOW + 1
    assert attempts.wait("10.0.0.1", "林越") == 0


def test_an_address_waits_that_tries_many_names_and_a_name_that_many_addresses_try() -> None:
    attempts = Attempts(Clock())
    for at in range(MOST["address"]):
        attempts.failed("10.0.0.1", f"name {at}")
    assert attempts.wait("10.0.0.1", "another") > 0
    for at in range(MOST["name"]):
        attempts.failed(f"10.1.0.{at}", "林越")
    assert attempts.wait("10.2.0.1", "林越") > 0


def test_who_signs_in_rightly_never_waits() -> None:
    attempts = Attempts(Clock())
    for at in range(MOST["address"] * 3):
        name = f"name {at % 40}"
        assert attempts.wait("10.0.0.1", name) == 0
        attempts.failed("10.0.0.1", name)
        attempts.succeeded("10.0.0.1", name)
