"""Words that part a whole without overlap (``partitions.toml``): 公路, 铁路, 水路; 男, 女; 夏粮, 早稻, 秋粮."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Partition:
    """A family of words; ``complete`` where they leave nothing of their whole out."""

    members: tuple[re.Pattern[str], ...]
    complete: bool

    def parts(self, names: Sequence[str]) -> bool:
        """Whether each of ``names`` holds a word of the family, no two the same and none more than one."""
        found = [tuple(at for at, member in enumerate(self.members) if member.search(name)) for name in names]
        return all(len(each) == 1 for each in found) and len(set(found)) == len(names)

    def leaves_nothing(self, names: Sequence[str]) -> bool:
        """Whether ``names``, which it parts, are all that the whole has."""
        return self.complete and len(names) == len(self.members)


@cache
def partitions() -> tuple[Partition, ...]:
    """The families of ``partitions.toml``."""
    table = tomllib.loads(files(__package__).joinpath("partitions.toml").read_text("utf-8"))
    return tuple(
        Partition(tuple(re.compile(word) for word in entry["words"]), entry.get("complete", False))
        for entry in table["partitions"]
    )
