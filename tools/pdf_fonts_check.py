"""Whether PDFs are read alike with and without the machine's fonts: text, records, ids and positions compared.

    python tools/pdf_fonts_check.py               every PDF in ../shared
    python tools/pdf_fonts_check.py FILE...       other PDFs

Each file is read by a process that sees the machine's fonts and by one that sees none (``tools/without_fonts``,
which needs root on Linux). Where that can't be had, or the machine has no Chinese
font, it says so and compares nothing. Exit status 1 where a file differs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from pathlib import Path

from luoshi import documents, reading
from luoshi.ledger.rows import record_id
from luoshi.ways.cli import terminal

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")
ASPECTS = ("text", "records", "ids", "positions")
_CHINESE = ("cjk", "wqy", "simsun", "arphic", "droidsansfallback")


def main() -> int:
    """Print a row for each file; 1 where one differs."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("files", nargs="*", type=Path)
    asked.add_argument("--hashes", action="store_true", help="print what is read of the files here, as JSON")
    options = asked.parse_args()
    terminal.speak_utf8()
    files = options.files or sorted(SHARED.rglob("*.pdf"))
    if options.hashes:
        print(json.dumps({str(file): hashes(file) for file in files}))
        return 0
    missing = _missing(files)
    if missing:
        print(f"not compared: {missing}")
        return 0
    command = [sys.executable, __file__, "--hashes", *map(str, files)]
    differs = False
    processes = [_started(command), _started([str(ROOT / "tools" / "without_fonts"), *command])]
    found, without = (_told(process) for process in processes)
    for file, seen in found.items():
        others = [aspect for aspect in ASPECTS if seen[aspect] != without[file][aspect]]
        differs = differs or bool(others)
        print(
            f"{Path(file).name}: {'the same' if not others else 'differs in ' + ', '.join(others)}", seen["text"][:12]
        )
    return int(differs)


def hashes(file: Path) -> dict[str, str]:
    """SHA-256 of each aspect of what is read of a file; of one that is refused, of what is said."""
    try:
        document = documents.open(file)
    except documents.UnreadableFile as error:
        return dict.fromkeys(ASPECTS, hashlib.sha256(str(error).encode()).hexdigest())
    records = list(reading.read(document))
    parts = {
        "text": document.text.encode(),
        "records": "\n".join(map(repr, records)).encode(),
        "ids": "\n".join(record_id(document.id, record.key()) for record in records).encode(),
        "positions": document.positions.tobytes(),
    }
    return {aspect: hashlib.sha256(data).hexdigest() for aspect, data in parts.items()}


def _missing(files: list[Path]) -> str:
    """What keeps from comparing; empty where nothing does."""
    if not files:
        return "no PDF files, ../shared is not there"
    fonts = [path for folder in FOLDERS for path in Path(folder).rglob("*.tt*")]
    if not any(name in path.name.lower() for path in fonts for name in _CHINESE):
        return "no Chinese fonts on this machine"
    try:
        subprocess.run(["unshare", "--mount", "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return "hiding the machine's fonts needs root and unshare(1)"
    return ""


def _started(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _told(process: subprocess.Popen[str]) -> dict[str, dict[str, str]]:
    """What a process with ``--hashes`` prints."""
    printed, _ = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    found: dict[str, dict[str, str]] = json.loads(printed)
    return found


if __name__ == "__main__":
    sys.exit(main())
