"""Somebody at a server of his own, whose windows open on a virtual screen."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.own_folders import own_environment
from tools.programs import running_server
from tools.virtual_screen import virtual_screen
from tools.window import Window

NICK = "reader"


@dataclass(frozen=True, slots=True)
class Reader:
    """Where he keeps what he reads, what his windows are started with, and his server.

    Args:
        folder: of his data and settings.
        environment: of his windows.
        port: of the server, on this computer.
    """

    folder: Path
    environment: Mapping[str, str]
    port: int

    def window(self) -> Window:
        """Open a window that signs in by itself."""
        address = ("--server", "127.0.0.1", "--port", str(self.port))
        return Window(self.environment, *address, "--username", NICK, "--connect")


@contextmanager
def reader_in(
    folder: Path, server: Mapping[str, str] | None = None
) -> Iterator[Reader]:
    """Somebody whose folder and whose server's are in this one, until the block ends.

    Args:
        folder: of both.
        server: settings of the server, as its environment has them.
    """
    own = folder / NICK
    of_server = own_environment({**os.environ, **(server or {})}, folder / "server")
    with virtual_screen() as display, running_server(of_server) as port:
        environment = {**own_environment(os.environ, own), "DISPLAY": display}
        yield Reader(own, environment, port)
