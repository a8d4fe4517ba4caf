"""The server of the desk: a port that is free, the browser opened on it, an end by Ctrl-C."""

from __future__ import annotations

import gc
import socket
import threading
import webbrowser
from contextlib import suppress

import uvicorn

from luoshi.service.context import Service
from luoshi.ways.web.app import LOCAL, desk_app
from luoshi.ways.web.doors import Doors

ADDRESS = "127.0.0.1"
EVERYWHERE = "0.0.0.0"
_TRIES = 20  # ports after the one that was asked for


class _Server(uvicorn.Server):
    """A server that looks no more for garbage among what it holds from its start on: half a million objects."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        gc.collect()
        gc.freeze()


def free_port(wanted: int, address: str = ADDRESS) -> int:
    """``wanted``, or the next port of an address on which nothing listens; 0 where all of the next ones are taken."""
    for port in range(wanted, min(wanted + _TRIES, 65536)):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((address, port))
            except OSError:
                continue
            return port
    return 0


def address_of(host: str, port: int) -> str:
    """The address at which a desk that listens on ``host`` is opened on this machine."""
    return f"http://{ADDRESS if host == EVERYWHERE else host}:{port}/"


def serve(
    context: Service,
    port: int,
    browse: bool,
    address: str = ADDRESS,
    names: tuple[str, ...] = (),
    doors: Doors | None = None,
) -> None:
    """Run the desk until it is interrupted; ``browse`` opens the browser on it.

    With ``doors`` it listens on ``address`` for other machines, which may ask it under ``names``, this machine's own
    name, and numeric addresses; a proxy on this machine is believed for whom it asks.
    :class:`~luoshi.service.LedgerError` where the ledger can't be opened.
    """
    with context.opened(create=True):
        pass  # what is wrong with the ledger is told before anything is served
    hosts = (*LOCAL, socket.gethostname(), *names) if doors else LOCAL
    config = uvicorn.Config(
        desk_app(context, hosts, doors), host=address, port=port, log_level="warning", access_log=False,
        server_header=False, log_config=None,
    )  # fmt: skip
    if browse:
        opener = threading.Timer(1.0, webbrowser.open, (address_of(address, port),))
        opener.daemon = True
        opener.start()
    with suppress(KeyboardInterrupt):  # which the server raises again once it has closed
        _Server(config).run()
