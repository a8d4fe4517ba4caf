"""Files that were handed over: read in the background, one batch after the other, and told while it goes on."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luoshi import service

if TYPE_CHECKING:
    from luoshi.service import Handed, Ledger, Received

_REMEMBERED = 50  # batches whose outcome is still told


@dataclass(slots=True)
class Batch:
    """Files that were handed over together: what has become of them so far, and why the reading ended early.

    ``reading`` is the name of the file that is being read, ``""`` before the first.
    """

    id: str
    files: int
    received: list[Received] = field(default_factory=list)
    reading: str = ""
    finished: bool = False
    failure: str = ""


class Intake:
    """The batches of a desk; one is read at a time."""

    def __init__(self) -> None:
        self._batches: OrderedDict[str, Batch] = OrderedDict()
        self._turn = threading.Lock()

    def begin(self, ledger: Ledger, files: Sequence[Handed], date: str, place: str) -> Batch:
        """Have ``files`` read into the ledger; what is given at once fills as the reading goes on."""
        batch = Batch(secrets.token_urlsafe(9), len(files))
        self._batches[batch.id] = batch
        while len(self._batches) > _REMEMBERED:
            self._batches.popitem(last=False)
        threading.Thread(target=self._read, args=(batch, ledger, files, date, place), daemon=True).start()
        return batch

    def batch(self, id: str) -> Batch | None:
        """The batch with this id; ``None`` where there is none, or it is long past."""
        return self._batches.get(id)

    def _read(self, batch: Batch, ledger: Ledger, files: Sequence[Handed], date: str, place: str) -> None:
        try:
            with self._turn:
                for received in service.take_in(ledger, _one_by_one(batch, files), date, place):
                    batch.received.append(received)
        except service.LedgerError as error:
            batch.failure = str(error)
        except Exception:
            batch.failure = "阅读意外中断，请重新放入文件 / the reading broke off; hand the files over again"
            raise
        finally:
            batch.finished = True


def _one_by_one(batch: Batch, files: Sequence[Handed]) -> Iterator[Handed]:
    """The files, each named in the batch when its turn comes."""
    for file in files:
        batch.reading = file.name
        yield file
