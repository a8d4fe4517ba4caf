"""Commands for more documents than one sitting reads: read in parts, anywhere, and taken into a ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, USUAL_PART, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.observing import LogAs, MetricsFile, Observed
from luoshi.ways.cli.options import CORES, Date, Jobs, Location, Place
from luoshi.ways.cli.session import opened, told


def read_corpus(
    source: Annotated[
        str,
        typer.Argument(
            metavar="IN",
            help="文件夹，或 .parquet、.jsonl 文件（text 列，可有 name、date、place、url）；本地或 s3://。 "
            "A folder, or .parquet or .jsonl files with text and maybe name, date, place, url; here or at s3://.",
            show_default=False,
        ),
    ],
    out: Annotated[
        str,
        typer.Argument(metavar="OUT", help="写到这个文件夹，本地或 s3://。 The folder to write.", show_default=False),
    ],
    date: Date = "",
    place: Place = "",
    jobs: Jobs = CORES,
    documents: Annotated[
        int, typer.Option(min=1, max=100_000, metavar="N", help="每一份读多少个文件。 How many documents make a part.")
    ] = USUAL_PART,
    address: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            show_default=False,
            help="用这个地址的 Ray 集群读（auto：本机所连的）。 Read with the Ray cluster at this address.",
        ),
    ] = "",
    log_format: LogAs = "",
    metrics: MetricsFile = None,
) -> None:
    """大批文件分份读好，写成 Parquet；随时可停，下次接着来。 Read a corpus in parts, to Parquet; stop any time.

    每份文件在单独的进程里读，限时间、限内存：读不完的只误它自己，逐条说明。
    Each document is read within bounds of time and memory; one that can't be read costs itself only, and is told.

    \b
    luoshi read-corpus 日报/ 读好/
    luoshi read-corpus 全省.parquet s3://luoshi/read --jobs 32
    luoshi read-corpus s3://papers/2025 s3://luoshi/read --address auto
    luoshi load 读好/ --ledger 全省.db
    """
    read = refused = 0
    with told():
        run = Observed("read-corpus", log_format, metrics)
        corpus = service.Corpus(source, out, date, place, documents)
        with terminal.progress(0) as step:
            for part, is_new, _total in service.read_corpus(corpus, jobs, address):
                read += part.rows["documents"]
                refused += len(part.refused)
                run.part(part.name, {"read": part.rows["documents"], "refused": len(part.refused)})
                step(part.name, "")
                for line in part.refused if is_new else ():
                    terminal.complain(line)
        run.done()
    terminal.say(f"{out}：读好 {read}，未读 {refused}。 {read} read, {refused} refused.")
    if refused:
        raise typer.Exit(1)


def load(
    source: Annotated[
        str, typer.Argument(metavar="OUT", help="read-corpus 写的文件夹。 What it wrote.", show_default=False)
    ],
    ledger: Location = USUAL_LEDGER,
    log_format: LogAs = "",
    metrics: MetricsFile = None,
) -> None:
    """把分份读好的文件放进账本；已有的不重复。 Take what read-corpus wrote into a ledger; nothing twice.

    \b
    luoshi load 读好/ --ledger 全省.db
    luoshi load s3://luoshi/read --ledger postgresql://luoshi@db/luoshi
    """
    count = 0
    with opened(Service(ledger), create=True) as kept, terminal.progress(0) as step:
        run = Observed("load", log_format, metrics)
        for name, new in kept.load(source):
            count += new
            run.part(name, {"new": new})
            step(name, "")
        run.done()
    terminal.say(f"{ledger}：新增 {count}。 {count} new.")
