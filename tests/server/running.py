"""Servers for tests: in this process, or as a process of their own."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from server.app import Server
from server.clock import Clock
from server.network.connection import Connection
from server.settings.settings import Settings
from tests.server.raw_client import DEADLINE_SECONDS, RawClient

LISTENING = re.compile(r"Listening on (?P<host>.*):(?P<port>\d+)\. ")


def settings_for_tests(**sections: Any) -> Settings:
    """Give settings of a server on a free port, without flood limit.

    Args:
        sections: the keys to change, by their section; `operators` are given whole.
    """
    operators = sections.pop("operators", ())
    chosen = {
        "server": {"host": "127.0.0.1", "port": 0},
        "tls": {"port": 0},
        "flood": {"enabled": False},
        "discovery": {"announce": False},
    }
    for section, keys in sections.items():
        chosen[section] = chosen.get(section, {}) | keys
    settings = Settings(operators=operators)
    changed = {
        section: replace(getattr(settings, section), **keys)
        for section, keys in chosen.items()
    }
    return replace(settings, **changed)


class RunningServer:
    """A server in this process, and the clients that tests connect to it."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        clock: Clock | None = None,
        load: Callable[[], Settings] | None = None,
    ) -> None:
        self.path = folder / "history.db"
        self.settings = settings
        self.server = server = Server(settings, self.path, clock, load)
        self.server.start()
        self._clients: list[RawClient] = []
        # The parts, for tests that break one, or look where no client can.
        self.services, self.world = server._services, server._services.world
        self.reactor, self.calls = server._reactor, server._calls
        self.limits, self.tls = server._limits, server._tls
        self.reader, self.workers = server._reader, server._workers
        self.recorder = server._recorder

    def connect(self, receive_buffer: int = 0) -> RawClient:
        """Give a client that has said nothing yet."""
        client = RawClient("127.0.0.1", self.server.port, receive_buffer)
        self._clients.append(client)
        return client

    def join(self, nick: str, capabilities: str = "") -> RawClient:
        """Give a client that has signed in and read its welcome."""
        return self.connect().register(nick, capabilities)

    def connections(self) -> list[Connection]:
        """Give the connections that the reactor serves now."""
        return list(self.reactor.clients.everybody())

    def takes_a_turn(self) -> None:
        """Let the reactor look at its clock now, and at everybody."""
        for _ in range(2):  # the first one is over when the second one begins
            turned = threading.Event()
            self.calls.add(turned.set)
            turned.wait(DEADLINE_SECONDS)

    def writes(self, statement: str) -> None:
        """Let the connection that writes the history execute a statement."""
        self.recorder._journal._connection.execute(statement)

    @contextmanager
    def slow_disk(self) -> Iterator[None]:
        """Let nothing be recorded until this ends."""
        journal = self.recorder._journal
        record, may_go_on = journal.record, threading.Event()

        def record_later(commands: Any) -> None:
            may_go_on.wait(DEADLINE_SECONDS)
            record(commands)

        journal.record = record_later
        yield
        may_go_on.set()

    def waits_for(self, is_true: Callable[[], bool]) -> bool:
        """Tell whether something comes true, turn by turn, before the deadline."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not is_true() and time.monotonic() < deadline:
            self.takes_a_turn()
        return is_true()

    def stop(self) -> None:
        """End the server and close all clients."""
        self.server.stop("The test is over.")
        for client in self._clients:
            client.close()


ENDS_WITHIN = 60.0
"""A process that is asked to end and has not by then has failed its test."""


class ServerProcess:
    """A server that runs as a process, as users start it."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        environment: dict[str, str] | None = None,
        stdin: int = subprocess.DEVNULL,
    ) -> None:
        self.process = subprocess.Popen(
            self._command(arguments),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"CHATAPP_DATA_DIR": str(folder)} | (environment or {}),
        )
        assert self.process.stdout is not None
        self.invitation = self.process.stdout.readline()
        found = LISTENING.search(self.invitation)
        self.port = int(found["port"]) if found else 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def interrupt(self) -> int:
        """Press Ctrl+C, and give the exit code."""
        return self._end_by(signal.SIGINT)

    def terminate(self) -> int:
        """Ask the process to end, and give the exit code."""
        return self._end_by(signal.SIGTERM)

    def errors(self) -> str:
        """Wait for the end and give what stands on standard error."""
        return self.process.communicate(timeout=ENDS_WITHIN)[1]

    def _command(self, arguments: tuple[str, ...]) -> list[str]:
        return [sys.executable, "-m", "server", *arguments]

    def _end_by(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=ENDS_WITHIN)
