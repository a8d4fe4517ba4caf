"""How many planted errors of drafts are found: python tools/drafts_check.py FOLDER [--draft 01 …] [--misses]

FOLDER holds for each draft ``NAME.json``: ``draft`` (its file), ``date``, ``place``, ``sources`` (paths below
``../shared/corpora``) and ``items``, each with its words ``quote``, ``n`` (which of several such words) and
``planted``: the kind of error, ``absent`` for what no source tells, null for what is right. An error is found where
a finding on its words differs for certain; a certain difference on any other item is false.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import luoshi
from luoshi.ledger import Ledger
from luoshi.ledger.drafts import Finding

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
RIGHT = ("right", "absent")


def findings(folder: Path, told: dict[str, Any]) -> tuple[str, list[Finding]]:
    """A draft's text, and what a ledger of its sources says of it."""
    with Ledger(":memory:") as ledger:
        for source in told["sources"]:
            ledger.add(luoshi.read(luoshi.open(CORPORA / source)))
        draft = luoshi.read(luoshi.open(folder / told["draft"]), date=told["date"], place=told["place"])
        return draft.document.text, ledger.check(draft)


def of_item(item: dict[str, Any], text: str, found: list[Finding]) -> list[Finding]:
    """The findings whose words overlap an item's."""
    start = -1
    for _ in range(item.get("n", 1)):
        start = text.index(item["quote"], start + 1)
    end = start + len(item["quote"])
    return [one for one in found if one.draft.start < end and start < one.draft.end]


def main() -> None:
    """Print the counts by kind of error, and with ``--misses`` each item that came out wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--draft", nargs="*", default=[])
    asked.add_argument("--misses", action="store_true")
    options = asked.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for name in options.draft or sorted(path.stem for path in options.folder.glob("*.json")):
        told = json.loads((options.folder / f"{name}.json").read_text("utf-8"))
        text, found = findings(options.folder, told)
        for item in told["items"]:
            mine = of_item(item, text, found)
            differing = [one for one in mine if one.verdict == "differs"]
            certain = any(one.certain for one in differing)
            state = "certain" if certain else "possible" if differing else mine[0].verdict if mine else "not read"
            kind = item["planted"] or "right"
            counts[kind, state] += 1
            if options.misses and (certain == (kind in RIGHT) or (kind in RIGHT and differing)):
                words = "; ".join(
                    f"{one.verdict} {one.fields} {one.says} | {one.source.says if one.source else ''}" for one in mine
                )
                print(f"{name} {kind} {item['quote']}: {state}: {words} || {item.get('truth', '')}")
    states = ("certain", "possible", "agrees", "not found", "not read")
    print(f"{'':10}" + "".join(f"{state:>11}" for state in states))
    for kind in sorted({kind for kind, _ in counts}):
        print(f"{kind:10}" + "".join(f"{counts[kind, state]:11}" for state in states))
    wrong = {key: count for key, count in counts.items() if key[0] not in RIGHT}
    certain = sum(count for (_, state), count in wrong.items() if state == "certain")
    false = sum(counts[kind, "certain"] for kind in RIGHT)
    print(f"{sum(wrong.values())} errors, {certain} of them certain; {false} false")


if __name__ == "__main__":
    main()
