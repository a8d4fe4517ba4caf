"""Writes luoshi/knowledge/common_words.txt: the words that work reports of many places use.

    python tools/common_words.py

A word that reports of at least eight places of ``../shared/corpora/reports`` use is common; a name that holds none but
common words is that of a class of things. Names of places are none. Documents of test parts are left out.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from luoshi.language.places import places
from luoshi.language.words import words

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ROOT.parent / "shared" / "corpora"
PLACES = 8  # whose reports use a common word
LENGTHS = range(2, 6)  # characters


def main() -> int:
    """Count, write, print how many."""
    unseen = {
        json.loads(line)["file"]
        for path in (ROOT / "labels").rglob("test.jsonl")
        for line in path.read_text("utf-8").splitlines()
        if "file" in json.loads(line)
    }
    used_in: dict[str, set[str]] = defaultdict(set)
    for path in sorted(CORPORA.glob("reports/*/*")):
        name = path.relative_to(CORPORA).as_posix()
        if name in unseen or not path.parent.name.endswith(("省", "市", "州")):
            continue
        for word in words(path.read_text("utf-8", errors="ignore"), guess=False):
            if len(word.text) in LENGTHS and "\u4e00" <= word.text[0] <= "\u9fff":
                used_in[word.text].add(path.parent.name)
    common = sorted(word for word, where in used_in.items() if len(where) >= PLACES and not places(word))
    lines = [" ".join(word for word in common if len(word) == length) for length in LENGTHS]
    (ROOT / "luoshi" / "knowledge" / "common_words.txt").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(common)} 个常用词 common words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
