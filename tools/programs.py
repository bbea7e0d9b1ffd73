"""Starts the server and windows as programs of their own, and ends them."""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO, cast

from tools.process_group import end_group

LISTENING = re.compile(rb"Listening on \S+?:(\d+)[.\s]")
SERVER = (sys.executable, "-m", "server", "--host", "127.0.0.1", "--port", "0")
WINDOW = (sys.executable, "-m", "chatapp")


class NoServer(Exception):
    """The server ended without saying where it listens."""


@contextmanager
def running_server(
    environment: Mapping[str, str], command: Sequence[str] = SERVER
) -> Iterator[int]:
    """A server on a free port of this machine, until the block is left: its port."""
    server = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, process_group=0
    )
    try:
        yield port_told_in(cast(IO[bytes], server.stdout))
    finally:
        end_group(server)
        cast(IO[bytes], server.stdout).close()


def port_told_in(output: IO[bytes]) -> int:
    """Read on until the server has said where it listens; give the port.

    Raises:
        NoServer: it has ended without saying so.
    """
    for line in output:
        if told := LISTENING.search(line):
            return int(told[1])
    raise NoServer("The server did not start; what it said stands above.")


@contextmanager
def running_window(
    environment: Mapping[str, str], port: int, nick: str, *options: str
) -> Iterator[int]:
    """A window that signs in here, until the block is left: its process's number."""
    address = ("--server", "127.0.0.1", "--port", str(port), "--username", nick)
    window = subprocess.Popen(
        [*WINDOW, *address, "--connect", *options], env=environment, process_group=0
    )
    try:
        yield window.pid
    finally:
        end_group(window)
