"""How often the ledger finds the sentence of the next year's report that answers a commitment.

    python tools/progress_check.py              the shares found, on the recorded and on the unseen commitments
    python tools/progress_check.py --misses     also each commitment whose answer is not the first sentence

``tests/data/progress_national.json`` names commitments of the national reports and the sentences that answer them, as
people judged by reading: ``recorded`` is what the requirement is measured on, ``unseen`` was labelled after the ranking
was settled. The reports lie in ``../shared/corpora/national`` as YEAR.txt, delivered on 5 March of their year.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from luoshi import documents, reading
from luoshi.ledger import Ledger, ProgressRow
from luoshi.ways.cli import terminal

ROOT = Path(__file__).resolve().parents[1]
NATIONAL = ROOT.parent / "shared" / "corpora" / "national"
LABELS = ROOT / "tests" / "data" / "progress_national.json"
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """A labelled commitment and the rank at which its answer was found; 0 where it is not among those shown."""

    about: str
    document: str
    rank: int
    found: str


def measure(folder: Path = NATIONAL) -> dict[str, list[Answer]]:
    """The answers found for each list of labels; ``ValueError`` where a report is not the one that was labelled."""
    labels = json.loads(LABELS.read_text("utf-8"))
    for name, digest in labels["documents"].items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise ValueError(f"{folder / name}: 不是标注的文件 / is not the file that was labelled")
    with TemporaryDirectory() as place, Ledger(Path(place, "luoshi.db")) as ledger:
        for path in sorted(folder.glob("*.txt")):
            ledger.add(reading.read(documents.open(path, date=f"{path.stem}-03-05", place="中国")))
        return {name: list(_answers(ledger, labels[name])) for name in ("recorded", "unseen")}


def share(answers: list[Answer], within: int) -> float:
    """The share of answers found among the first ``within`` sentences."""
    return sum(0 < answer.rank <= within for answer in answers) / len(answers)


def _answers(ledger: Ledger, labels: list[dict[str, object]]) -> Iterator[Answer]:
    rows: dict[tuple[str, str], list[ProgressRow]] = {}
    for label in labels:
        name, following = str(label["document"]), str(label["next"])
        if (name, following) not in rows:
            year, until = Path(name).stem, f"{Path(following).stem}-12-31"
            rows[name, following] = ledger.progress(year=year, on=until, limit=SHOWN)
        asked = (int(str(label["start"])), int(str(label["end"])))
        row = max(rows[name, following], key=lambda row: _shared(asked, (row.commitment.start, row.commitment.end)))
        mentions = [mention for mention in row.mentions if mention.document == following]
        if not _shared(asked, (row.commitment.start, row.commitment.end)):
            mentions = []  # the reading has no such commitment any more
        right = [tuple(span) for span in label["answers"]]  # type: ignore[attr-defined]
        ranks = [
            rank
            for rank, mention in enumerate(mentions, 1)
            if any(_shared((mention.start, mention.end), span) * 2 > span[1] - span[0] for span in right)
        ]
        first = "".join(mentions[0].quote.split())[:40] if mentions else ""
        yield Answer(str(label["about"]), name, min(ranks, default=0), first)


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def main() -> None:
    """Print the shares found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="each commitment whose answer is not the first sentence")
    options = parser.parse_args()
    terminal.speak_utf8()
    if not NATIONAL.is_dir():
        sys.exit(f"{NATIONAL}: 没有这个文件夹 / there is no such directory")
    for name, answers in measure().items():
        print(
            f"{name:9} {len(answers):3} commitments   right sentence first {share(answers, 1):.2f}"
            f"   among the first {SHOWN} {share(answers, SHOWN):.2f}"
        )
        for answer in answers if options.misses else ():
            if answer.rank != 1:
                print(f"    {answer.document} {answer.about}: {answer.rank or '—'}  {answer.found}")


if __name__ == "__main__":
    main()
