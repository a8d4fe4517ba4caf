"""A password's hash: argon2id, of passwords that will do, in whatever characters a keyboard writes."""

from __future__ import annotations

import pytest

from luoshi.service.access.passwords import AccountError, hashed, is_right


def test_a_password_is_kept_as_a_hash_of_argon2id() -> None:
    held = hashed("lan jiang chao shui", "林越")
    assert held.startswith("$argon2id$")
    assert "chao" not in held
    assert is_right("lan jiang chao shui", held)
    assert not is_right("lan jiang chao shuo", held)
    assert held != hashed("lan jiang chao shui", "林越")


def test_full_width_letters_are_the_same_password() -> None:
    assert is_right("ｌａｎｊｉａｎｇ１２３４", hashed("lanjiang1234", "林越"))


@pytest.mark.parametrize("password", ["", "short", "x" * 201, "aaaaaaaaaaaa", "Lin Yue Office"])
def test_a_password_that_will_not_do_is_refused_in_a_line(password: str) -> None:
    with pytest.raises(AccountError, match="密码") as refused:
        hashed(password, "lin yue office")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("held", ["", "no hash", "$argon2id$v=19$"])
def test_no_password_is_right_where_there_is_no_hash(held: str) -> None:
    assert not is_right("nobody", held)
    assert not is_right("", held)
