"""How many planted errors of drafts are found: python tools/drafts_check.py FOLDER [--draft 01.txt …] [--misses]

FOLDER holds drafts, ``expected.json`` (a list of items: draft, before, quote, right, kind) and ``sources.json``
(draft → paths of its sources). An error is found where a finding on its words differs; it is false where a right
item is said to differ.
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


def findings(draft: Path, sources: list[str]) -> list[Finding]:
    """What a ledger of the sources says of a draft."""
    with Ledger(":memory:") as ledger:
        for source in sources:
            ledger.add(luoshi.read(luoshi.open(Path(source))))
        return ledger.check(luoshi.read(luoshi.open(draft)))


def of_item(item: dict[str, Any], text: str, found: list[Finding]) -> list[Finding]:
    """The findings whose words overlap an item's."""
    before = item.get("before") or ""
    start = text.index(before + item["quote"]) + len(before)
    end = start + len(item["quote"])
    return [one for one in found if one.draft.start < end and start < one.draft.end]


def main() -> None:
    """Print the counts by kind of error, and with ``--misses`` each item that came out wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--draft", nargs="*", default=[])
    asked.add_argument("--misses", action="store_true")
    options = asked.parse_args()
    expected = json.loads((options.folder / "expected.json").read_text("utf-8"))
    sources = json.loads((options.folder / "sources.json").read_text("utf-8"))
    counts: Counter[tuple[str, str]] = Counter()
    for name in options.draft or sorted(sources):
        draft = options.folder / name
        text = luoshi.open(draft).text
        found = findings(draft, sources[name])
        for item in (item for item in expected if item["draft"] == name):
            mine = of_item(item, text, found)
            differing = [one for one in mine if one.verdict == "differs"]
            certain = any(one.certain for one in differing)
            state = "certain" if certain else "possible" if differing else mine[0].verdict if mine else "not read"
            kind = "right" if item["right"] else item["kind"]
            counts[kind, state] += 1
            if options.misses and (certain == item["right"] or (item["right"] and differing)):
                told = "; ".join(
                    f"{one.verdict} {one.fields} {one.says} | {one.source.says if one.source else ''}" for one in mine
                )
                print(f"{name} {kind} {item['quote']}: {state}: {told} || {item.get('source_words', '')}")
    states = ("certain", "possible", "agrees", "not found", "not read")
    print(f"{'':10}" + "".join(f"{state:>11}" for state in states))
    for kind in sorted({kind for kind, _ in counts}):
        print(f"{kind:10}" + "".join(f"{counts[kind, state]:11}" for state in states))
    wrong = {key: count for key, count in counts.items() if key[0] != "right"}
    certain = sum(count for (_, state), count in wrong.items() if state == "certain")
    print(f"{sum(wrong.values())} errors, {certain} of them certain; {counts['right', 'certain']} false")


if __name__ == "__main__":
    main()
