"""A password's hash (argon2id), and what is asked of a password."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from luoshi.extras import needs
from luoshi.ledger.errors import LedgerError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FEWEST, MOST = 10, 200
"""Characters that a password has."""


class AccountError(LedgerError):
    """An account that can't be made, is not there, or whose password will not do: a line in Chinese and English."""


def hashed(password: str, name: str) -> str:
    """The hash of a new password of the account ``name``, as argon2 writes it.

    :class:`AccountError` for one that is too short or too long, or is the account's name.
    """
    password = _normal(password)
    if not FEWEST <= len(password) <= MOST:
        raise AccountError(f"密码须有 {FEWEST} 至 {MOST} 个字符 / a password has {FEWEST} to {MOST} characters")
    if password.casefold() == name.casefold() or len(set(password)) < 4:
        raise AccountError("密码太容易猜到，请换一个 / the password is easily guessed; choose another")
    return _hasher().hash(password)


def is_right(password: str, held: str) -> bool:
    """Whether a password is the one whose hash is ``held``; it takes as long where there is none (``""``)."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(held or _of_nobody(), _normal(password[: MOST + 1])) and bool(held)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    try:
        from argon2 import PasswordHasher
    except ModuleNotFoundError as error:
        raise AccountError(" / ".join(needs("desk"))) from error
    return PasswordHasher()


@cache
def _of_nobody() -> str:
    """A hash against which the passwords of unknown names are tried, so that time does not tell who has an account."""
    return _hasher().hash("nobody")


def _normal(password: str) -> str:
    """The characters of a password whichever keyboard wrote them."""
    return unicodedata.normalize("NFKC", password)
