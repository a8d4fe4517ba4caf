"""What every command does with the ledger and with its rows: open it, say in a line what is wrong, print."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import typer

from luoshi import service
from luoshi.ways.cli import terminal

if TYPE_CHECKING:
    from luoshi.service import AskedParts, Ledger, Service


class Row(Protocol):
    """A row of an answer."""

    def to_json(self) -> dict[str, Any]: ...


AnyRow = TypeVar("AnyRow", bound=Row)


@contextmanager
def told() -> Iterator[None]:
    """An error of the ledger is one line, and exit status 1."""
    try:
        yield
    except service.LedgerError as error:
        terminal.complain(str(error))
        raise typer.Exit(1) from None


@contextmanager
def opened(context: Service, create: bool = False) -> Iterator[Ledger]:
    """The ledger, asked under a moving bar; one that is not there, can't be asked or would not be kept is one line."""
    with told(), context.opened(create) as ledger, nullcontext() if create else terminal.working():
        yield ledger


@contextmanager
def asked(context: Service, parts: str) -> Iterator[Ledger | AskedParts]:
    """The ledger, or the read corpus at ``parts``, asked under a moving bar; what goes wrong is one line."""
    if parts:
        with told(), terminal.working():
            yield service.asked_parts(parts)
    else:
        with opened(context) as ledger:
            yield ledger


def tell(rows: Sequence[AnyRow], as_json: bool, show: Callable[[Sequence[AnyRow], bool], None], show_all: bool) -> None:
    """Print rows, an object a line or as ``show`` shows them to people, ``show_all`` or the first; nothing for none."""
    if as_json:
        print_json(row.to_json() for row in rows)
    elif rows:
        show(rows, show_all)


def print_json(rows: Iterable[dict[str, Any]]) -> None:
    """Print one JSON object a line."""
    for row in rows:
        sys.stdout.write(terminal.escaped(json.dumps(row, ensure_ascii=False)) + "\n")
