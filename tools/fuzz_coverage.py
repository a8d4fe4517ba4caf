"""Coverage-guided fuzzing of the text reader and of every file reader, with atheris (https://github.com/google/atheris).

    python tools/fuzz_coverage.py --minutes 10                 each target for its share of the time
    python tools/fuzz_coverage.py text --minutes 10            one of them
    python tools/fuzz_coverage.py pdf --input crash-5f0c…      a case that was found, again

Each target runs in a process of its own, begins with the sample city's documents and bends them towards code that no
case has reached. A text must be read without an error, a file read or refused with UnreadableFile. A case that breaks
this is left in the working directory by libFuzzer, which prints its name; it becomes a test. Without atheris, which has
no build for every system, nothing is done.
"""

from __future__ import annotations

import argparse
import pkgutil
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "luoshi" / "service" / "sample"
SUFFIXES = ("txt", "html", "pdf", "docx", "doc", "xlsx", "xls", "csv", "ofd", "mht", "zip")
TARGETS = ("text", *SUFFIXES)
_LONGEST = 4096  # bytes


def main() -> int:
    """Run the targets, one after another; 1 where any found something."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    asked.add_argument("--minutes", type=float, default=30, metavar="N", help="for all together (default 30)")
    asked.add_argument("--input", type=Path, metavar="FILE", help="one case, instead of looking for any")
    options = asked.parse_args()
    if not find_spec("atheris"):
        print("atheris is not installed here: nothing was fuzzed by coverage")
        return 0
    targets = options.targets or TARGETS
    if options.input:
        return sum(_run(target, [str(options.input)]) for target in targets) > 0
    seconds = max(1, int(60 * options.minutes / len(targets)))
    with TemporaryDirectory() as corpus:
        for file in SAMPLES.glob("*.txt"):
            Path(corpus, file.name).write_bytes(file.read_bytes()[:_LONGEST])
        found = 0
        for target in targets:
            failed = _run(target, [corpus, f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-verbosity=0"])
            print(f"{target}: {'found something' if failed else 'nothing found'} in {seconds} s", flush=True)
            found += failed
    return found > 0


def _run(target: str, arguments: list[str]) -> bool:
    """Whether a target ended with a case that breaks it."""
    return subprocess.run([sys.executable, __file__, "--target", target, *arguments], check=False).returncode != 0


def fuzz(target: str, arguments: list[str]) -> None:
    """Run one target in this process, until its time is over or a case breaks it."""
    import atheris

    with atheris.instrument_imports(include=["luoshi"]):
        import luoshi
        from luoshi import documents, reading

        for package in (documents, reading):  # whose modules would be imported when they are first used
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                with suppress(ImportError):  # an extra that is not installed
                    import_module(module.name)

    def text(data: bytes) -> None:
        luoshi.read(data.decode("utf-8", "replace"), date="2026-01-14", place="临澜市")

    def file(data: bytes) -> None:
        try:
            documents.from_bytes(data, f"file.{target}")
        except luoshi.UnreadableFile:
            return

    atheris.Setup([sys.argv[0], *arguments], text if target == "text" else file)
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--target"]:
        fuzz(sys.argv[2], sys.argv[3:])
    else:
        sys.exit(main())
