"""Fuzzing: damaged files of every format are read; each must become a document or a line that says why not.

    python tools/fuzz_documents.py                    2,000 runs of each format
    python tools/fuzz_documents.py --runs 200 --only docx --seed 7

A run is named by format and seed, so it can be repeated. Whatever is no document and no refusal is printed
with its name, and the exit status is 1. Also printed: how many were read and refused, the slowest run, and
the most memory that was used.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from mutations import mutated, samples  # noqa: E402
from test_mutations import outcome  # noqa: E402


def main() -> None:
    """Print a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=2000, metavar="N", help="runs of each format (default 2000)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the first run's number (default 0)")
    parser.add_argument("--only", default="", metavar="FORMAT", help="only this format")
    options = parser.parse_args()
    failed = False
    for kind, data in samples().items():
        if options.only in ("", kind):
            failed |= fuzz(kind, data, range(options.seed, options.seed + options.runs))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"most memory: {memory} MB")
    sys.exit(failed)


def fuzz(kind: str, data: bytes, seeds: range) -> bool:
    """Whether any of the runs failed."""
    count: Counter[str] = Counter()
    slowest = (0.0, 0)
    for seed in seeds:
        changed = mutated(data, Random(f"{kind} {seed}"))
        begun = time.perf_counter()
        try:
            count[outcome(changed, f"a.{kind}")] += 1
        except Exception:
            count["failed"] += 1
            print(f"{kind}, seed {seed}:\n{traceback.format_exc()}", file=sys.stderr)
        slowest = max(slowest, (time.perf_counter() - begun, seed))
    told = ", ".join(f"{number} {what}" for what, number in sorted(count.items()))
    print(f"{kind}: {len(seeds)} runs, {told}; slowest {slowest[0]:.2f} s (seed {slowest[1]})")
    return count["failed"] > 0


if __name__ == "__main__":
    main()
