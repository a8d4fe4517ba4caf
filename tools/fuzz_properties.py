"""Fuzzing: the property tests, round after round with a fresh seed, until the time is over.

    python tools/fuzz_properties.py --minutes 60
    python tools/fuzz_properties.py --seed 7 --tests tests/test_times.py     one round again

Each round prints its seed and how it ended; a failing one prints what pytest says, with the example. The exit status
is 1 where any round failed. Documents damaged by the thousand are the matter of fuzz_documents.py.
"""

from __future__ import annotations

import argparse
import secrets
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PYTEST = ("-n", "2", "-m", "hypothesis", "--hypothesis-profile", "fuzz", "-p", "no:cacheprovider", "--no-header")


def main() -> None:
    """Run rounds and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30, metavar="N", help="no round begins later (default 30)")
    parser.add_argument("--seed", type=int, metavar="N", help="one round with this seed")
    parser.add_argument("--tests", nargs="*", default=["tests"], metavar="PATH", help="where the property tests are")
    options = parser.parse_args()
    end = time.monotonic() + 60 * options.minutes
    failed = 0
    while True:
        seed = secrets.randbelow(2**32) if options.seed is None else options.seed
        failed += not passed(seed, options.tests)
        if options.seed is not None or time.monotonic() > end:
            sys.exit(failed > 0)


def passed(seed: int, tests: list[str]) -> bool:
    """Whether a round found nothing."""
    command = [sys.executable, "-m", "pytest", *_PYTEST, f"--hypothesis-seed={seed}", *tests]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = run.stdout.splitlines()
    print(f"seed {seed}: {lines[-1] if lines else run.stderr.strip()}", flush=True)
    if run.returncode:
        print(run.stdout, flush=True)
    return run.returncode == 0


if __name__ == "__main__":
    main()
