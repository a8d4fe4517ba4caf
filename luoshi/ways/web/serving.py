"""The server of the desk on this machine: a port that is free, the browser opened on it, an end by Ctrl-C."""

from __future__ import annotations

import socket
import threading
import webbrowser
from contextlib import suppress

import uvicorn

from luoshi.service.context import Service
from luoshi.ways.web.app import desk_app

ADDRESS = "127.0.0.1"
_TRIES = 20  # ports after the one that was asked for


def free_port(wanted: int) -> int:
    """``wanted``, or the next port on which nothing listens; 0 where all of the next ones are taken."""
    for port in range(wanted, min(wanted + _TRIES, 65536)):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((ADDRESS, port))
            except OSError:
                continue
            return port
    return 0


def serve(context: Service, port: int, browse: bool) -> None:
    """Run the desk on the loopback address until it is interrupted; ``browse`` opens the browser on it.

    :class:`~luoshi.service.LedgerError` where the ledger can't be opened.
    """
    with context.opened(create=True):
        pass  # what is wrong with the ledger is told before anything is served
    config = uvicorn.Config(
        desk_app(context), host=ADDRESS, port=port, log_level="warning", access_log=False, server_header=False,
    )  # fmt: skip
    if browse:
        opener = threading.Timer(1.0, webbrowser.open, (f"http://{ADDRESS}:{port}/",))
        opener.daemon = True
        opener.start()
    with suppress(KeyboardInterrupt):  # which the server raises again once it has closed
        uvicorn.Server(config).run()
