"""The desk on a ledger of a million figures, asked from a second process as browsers ask it.

    python bench/desk.py                       a ledger of 1,000,000 figures is made, and thrown away
    python bench/desk.py --keep big.db         it is kept, and asked again when it is there

Each page is asked of several places, indicators or words: the median and the slowest answer, then the median when it is
asked again. Then the overview is asked over and over, as by people who look at the same ten places: answers a second,
and the server's memory after 1,000 requests and at the end.
The ledger has the reports of bench/generated.py, and four documents of the sample city for each of its places.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import httpx
from generated import NOW, places, written
from ledger import FIGURES, YEARS

import luoshi
from luoshi.documents import from_bytes
from luoshi.ledger import Ledger
from luoshi.ledger.parts import ReadCorpus
from luoshi.service.sample import CITY, texts
from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import Column, grid

FIGURES_ALL = 1_000_000
PORT = 8590
ASKED = 9  # places
WORDS = ("生产总值", "财政收入", "固定资产", "城镇化", "粮食", "就业", "床位", "覆盖率", "失业率")
TWO_WORDS = (
    "养老 床位",
    "财政 收入",
    "城镇 就业",
    "粮食 产量",
    "工业 投资",
    "森林 覆盖率",
    "居民 收入",
    "义务 教育",
    "公路 里程",
)
PAGES = {
    "/": "/",
    "/overview": "/overview?place={place}&year=2015",
    "/tasks": "/tasks?place={place}",
    "/series": "/series?indicator=地区生产总值&place={place}",
    "/series of all places": "/series?indicator={indicator}",
    "/panel": "/panel?indicator=地区生产总值&place={place}&years=2010-2019",
    "/search": "/search?q={word}",
    "/search, two words": "/search?q={words}",
    "/review": "/review?place={place}&year=2015",
    "/check": "/check",
    "/people": "/people?place={place}",
    "/bodies": "/bodies?place={place}",
    "/formulations": "/formulations?place={place}",
    "/projects": "/projects?place={place}",
    "/timeline": "/timeline?q=地区生产总值&place={place}",
    "/documents": "/documents?page={page}",
    "/documents of a place": "/documents?place={place}",
    "/documents/ID": "/documents/{document}",
    "/documents/ID/records/KEY": "/documents/{document}/records/{key}",
    "/book": "/book",
    "/api/series": "/api/series?indicator=地区生产总值&place={place}",
    "/api/documents": "/api/documents?limit=50",
}


def main() -> None:
    """Make the ledger, open the desk, and print what its pages take."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the ledger in this file")
    parser.add_argument("--requests", type=int, default=10_000, metavar="N", help="of the overview (default 10000)")
    options = parser.parse_args()
    terminal.speak_utf8()
    with TemporaryDirectory() as folder:
        file = options.keep or Path(folder, "luoshi.db")
        if not file.exists():
            made(file, folder)
        towns = [name for name, _ in places()[: FIGURES_ALL // (FIGURES * YEARS)]]
        wanted = towns[:: len(towns) // ASKED][:ASKED]
        with Ledger(file) as ledger:
            indicators = [quote(each.name) for each in ledger.indicators()]
            asked = [
                of_place(ledger, town) | {"indicator": indicator, "page": str(at + 1), "word": word, "words": words}
                for at, (town, indicator, word, words) in enumerate(
                    zip(wanted, indicators, WORDS, TWO_WORDS, strict=False)
                )
            ]
        with served(file) as (client, process):
            pages(client, asked, process.pid)
            overviews(client, wanted, options.requests, process.pid)


def made(file: Path, folder: str) -> None:
    """Load the ledger."""
    written(f"{folder}/read", FIGURES_ALL, 10)
    sample(f"{folder}/sample")
    with Ledger(file) as ledger:
        for parts in (f"{folder}/read", f"{folder}/sample"):
            for _ in ledger.load(parts):
                pass


def sample(folder: str) -> None:
    """The sample city's documents, read for each of the places under its name."""
    corpus = ReadCorpus(folder)
    for number, (town, _) in enumerate(places()[: FIGURES_ALL // (FIGURES * YEARS)]):
        moved = [from_bytes(each.text.replace(CITY, town).encode(), each.name) for each in texts()]
        corpus.write(number, [luoshi.read(each) for each in moved], [], NOW)


def of_place(ledger: Ledger, town: str) -> dict[str, str]:
    """What addresses of pages about a place hold."""
    [row] = ledger.series("地区生产总值", town)[:1]
    return {"place": quote(town), "document": row.document_id[:16], "key": row.id.partition(":")[2]}


@contextmanager
def served(file: Path) -> Iterator[tuple[httpx.Client, subprocess.Popen[bytes]]]:
    """The desk in a process of its own."""
    command = [sys.executable, "-m", "luoshi", "serve", "--ledger", str(file), "--no-browser", "--port", str(PORT)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        port = re.search(rb":(\d+)/", process.stdout.readline())
        assert port is not None
        with httpx.Client(base_url=f"http://127.0.0.1:{int(port[1])}", timeout=120) as client:
            for _ in range(240):
                try:
                    client.get("/check")
                    break
                except httpx.TransportError:
                    time.sleep(0.5)
            yield client, process
    finally:
        process.terminate()
        process.wait()


def pages(client: httpx.Client, asked: list[dict[str, str]], pid: int) -> None:
    """A row a page; ``computed`` is what the server computes for a page that is asked for first."""
    rows = []
    for name, address in PAGES.items():
        addresses = [address.format(**values) for values in asked]
        computed = seconds(pid)
        first, size = timed(client, addresses)
        computed = (seconds(pid) - computed) / len(addresses) * 1000
        again, _ = timed(client, addresses)
        told = (statistics.median(first), max(first), computed, statistics.median(again), size / 1024)
        rows.append([name, *(f"{number:.0f}" for number in told)])
        print(*rows[-1], flush=True)
    heads = ("median ms", "slowest ms", "computed ms", "again ms", "kB")
    columns: list[Column] = ["page", *((head, "right") for head in heads)]
    terminal.screen().print(grid("", columns, rows))


def timed(client: httpx.Client, addresses: list[str]) -> tuple[list[float], int]:
    """The milliseconds of each answer, and the bytes of the last one."""
    times = []
    for address in addresses:
        begun = time.perf_counter()
        answer = client.get(address)
        times.append((time.perf_counter() - begun) * 1000)
        if answer.status_code != 200:
            sys.exit(f"{answer.url}: {answer.status_code} {answer.text[:200]}")
    return times, len(answer.content)


def overviews(client: httpx.Client, towns: list[str], requests: int, pid: int) -> None:
    """Answers a second, and memory."""
    early, begun, computed = 0, time.perf_counter(), seconds(pid)
    for at, town in zip(range(requests), cycle(towns), strict=False):
        client.get("/overview", params={"place": town, "year": "2015"}).raise_for_status()
        if at == min(1000, requests // 2):
            early = memory(pid)
    rate = requests / (time.perf_counter() - begun)
    each = (seconds(pid) - computed) / requests * 1000
    print(f"{requests:,} overviews: {rate:.0f} a second, {each:.1f} ms computed for each", end="; ")
    print(f"{early} MB after 1,000, {memory(pid)} MB at the end")


def seconds(pid: int) -> float:
    """The seconds that a process has computed (Linux): on a busy machine the rate says little."""
    told = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> int:
    """The memory that a process has, in MB (Linux)."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("utf-8"))
    return int(found[1]) >> 10 if found else 0


if __name__ == "__main__":
    main()
