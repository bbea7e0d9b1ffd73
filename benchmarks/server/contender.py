"""What a server has to be to take part in the measurements."""

import socket
import subprocess
import time
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import psutil

HOST = "127.0.0.1"
SECONDS_TO_START = 20.0
SECONDS_BETWEEN_LOOKS = 0.02


class DoesNotStart(Exception):
    """A server ended, or took too long, before anybody could connect."""


@dataclass(frozen=True, slots=True)
class Serving:
    """A server that runs: where, and which processes it consists of."""

    port: int
    processes: tuple[int, ...]


class Contender(Protocol):
    """A server that can be started for a run, in the way in which it is measured."""

    @property
    def name(self) -> str:
        """What the tables call it."""

    @property
    def is_peer(self) -> bool:
        """Whether it is somebody else's."""

    @property
    def most_clients(self) -> int:
        """How many connections it can hold."""

    @property
    def at_once(self) -> int:
        """How many newcomers at once suit it best: its queue may be short."""

    @property
    def load_options(self) -> tuple[str, ...]:
        """What the load program has to do otherwise for it."""

    def missing(self) -> str:
        """Say what has to be installed first; empty: nothing."""

    def running(self, folder: Path) -> AbstractContextManager[Serving]:
        """Start it with its files in an empty folder; end it when the block is left."""


def free_port() -> int:
    """A port of this computer at which nobody listens now."""
    with closing(socket.socket()) as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until somebody can connect there.

    Raises:
        DoesNotStart: the process has ended, or it takes too long.
    """
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection((HOST, port)).close()
        except ConnectionRefusedError:
            time.sleep(SECONDS_BETWEEN_LOOKS)
        else:
            return
    raise DoesNotStart(f"{process.args!r}: {log.read_text(errors='replace')}")


def with_children(process: int) -> tuple[int, ...]:
    """The process and all that it has started."""
    children = psutil.Process(process).children(recursive=True)
    return (process, *(child.pid for child in children))
