"""Starts a server on this computer as a child process, and stops it."""

import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from chatapp.models.connection.encryption import ANY, Demand, Need
from chatapp.models.hosting.hosted_server import (
    ADDRESS,
    ANY_PORT,
    RUNS_SOMEWHERE,
    Failed,
    HostedServer,
    Outcome,
    RunsAlready,
    order_end,
)
from chatapp.models.hosting.outward import seek_outward
from chatapp.models.hosting.running_server import (
    Started,
    answers,
    find_running,
    has_died,
    read_note,
)
from chatapp.models.hosting.supervision import PORT_TAKEN, Supervision
from chatapp.system.interfaces import Interface, for_others, list_interfaces
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.ports import PLAIN_PORT
from chatapp.wire.this_computer import is_here

# Without -P a server.py in the folder one works in would run instead.
SERVER_COMMAND = (sys.executable, "-P", "-m", "server")


class Postbox(Protocol):
    """Runs callbacks on the main thread, such as a Mailbox."""

    def post(self, callback: Callable[[], None]) -> None:
        """Have `callback` run on the main thread; any thread may call this."""


class Hosting:
    """At most one server of this program's own; it ends with it, or stays.

    One that ends by itself is started again, where it was.
    """

    def __init__(
        self,
        mailbox: Postbox,
        folder: Path,
        command: Sequence[str] = SERVER_COMMAND,
        usual_port: int = PLAIN_PORT,
        interfaces: Callable[[], Sequence[Interface]] = list_interfaces,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Have the server keep its data in `folder`, apart from any other's."""
        self.started: Started | None = None
        self.keeps_going = False
        self.supervision = Supervision(self._restart, clock)
        self._mailbox = mailbox
        self._folder = folder
        self._command = tuple(command)
        self._usual_port = usual_port
        self._interfaces = interfaces
        self._elsewhere: Started | None = None
        self._server: HostedServer | None = None
        self._is_found = False
        self._ending: threading.Thread | None = None

    @property
    def demand(self) -> Demand:
        """What a connection to the server must be: with its own certificate only."""
        if self.started is None:
            return ANY
        return Demand(Need.REQUIRED, self.started.fingerprint)

    @property
    def serves(self) -> bool:
        """Whether a server that this window has started serves now."""
        return self._server is not None and self._server.serves

    @property
    def running(self) -> bool:
        """Whether a server of ours serves now, or one that another window started."""
        return self._is_found or self.serves

    def address_for_others(self, host: str, fingerprint: Fingerprint | None) -> str:
        """Tell where other computers find the server that one is on.

        Args:
            host: where this program finds it.
            fingerprint: its certificate's.
        """
        if not is_here(host) or fingerprint is None:
            return host
        started = self._started_with(fingerprint)
        if started is None or is_here(started.address):
            return host
        now = [str(it.address.ip) for it in for_others(self._interfaces())]
        return started.address if started.address in now or not now else now[0]

    def seek_address(self, host: str, port: int, then: Callable[[str], None]) -> None:
        """Knock where others would: `then` hears who answers there, or else `host`."""

        def found(address: str) -> None:
            self._mailbox.post(partial(then, address or host))

        seek_outward(port, self._interfaces, found)

    def _started_with(self, fingerprint: Fingerprint) -> Started | None:
        """Give the server with this certificate, if one runs that is hosted here."""
        if self.started and self.started.fingerprint == fingerprint:
            return self.started
        self._elsewhere = noted = self._elsewhere or read_note(self._folder)
        return noted if noted and noted.fingerprint == fingerprint else None

    def seek_operator(self, then: Callable[[str, str], None]) -> None:
        """Give `then` name and password for OPER, if a server of ours serves."""
        before = self.started
        if before is None or not self.running:
            return
        if not self._is_found:
            then(before.operator, before.password)
            return

        def run() -> None:
            # Another window may have started its server again, with another password.
            noted = read_note(self._folder) or before
            self._mailbox.post(partial(then, noted.operator, noted.password))

        threading.Thread(target=run, name="chatapp-hosting-look", daemon=True).start()

    def look(self, on_found: Callable[[Started], None]) -> None:
        """Find a server that goes on by itself; where there is none, say nothing."""

        def take(started: Started) -> None:
            if not self.running:
                self._find(started)
                on_found(started)

        def run() -> None:
            started = find_running(self._folder)
            if started:
                self._mailbox.post(partial(take, started))

        threading.Thread(target=run, name="chatapp-hosting-look", daemon=True).start()

    def look_after(self) -> None:
        """See to a server that goes on by itself, as the link to it was lost.

        Nobody waits for its end here. It is started again if it died; not while the
        window is there that has started it, which does so itself.
        """
        before = self.started
        if before is None or not self._is_found or not self.supervision.is_content:
            return

        def take(exit_code: int | None) -> None:
            if self._is_found and self.supervision.is_content:
                self.supervision.ended(exit_code)

        def run() -> None:
            if answers(before):
                return
            noted = read_note(self._folder) or before
            if not has_died(self._folder):
                self._mailbox.post(partial(take, 0))
            elif noted.stays:
                self._mailbox.post(partial(take, None))

        threading.Thread(target=run, name="chatapp-hosting-look", daemon=True).start()

    def start(
        self,
        username: str,
        on_ready: Callable[[int], None],
        on_running: Callable[[Started], None],
        on_failed: Callable[[str], None],
    ) -> None:
        """Start a server; one callback follows.

        Args:
            username: as whom one will be there.
            on_ready: the server listens at this port.
            on_running: another window has started this one, and it runs.
            on_failed: it did not start, for this reason.
        """
        self.stop()
        self._is_found = False
        self.keeps_going = False
        self.started = None

        def tell(outcome: Outcome) -> None:
            if isinstance(outcome, Started):
                self.started = outcome
                on_ready(outcome.port)
            elif isinstance(outcome, RunsAlready):
                self._find(outcome.started)
                on_running(outcome.started)
            else:
                on_failed(outcome.sentence)

        self._run((self._usual_port, ANY_PORT), username, tell)

    def _restart(self) -> None:
        """Start a server that has ended where others know it, and nowhere else."""
        before = self.started
        if before is None:
            return

        def tell(outcome: Outcome) -> None:
            if isinstance(outcome, Started):
                self.started = outcome
                if self._is_found:
                    self._leave_server()  # it went on by itself, and does so again
                self.supervision.restarted()
            elif not isinstance(outcome, RunsAlready):
                self._tell_why(outcome, before.port)
            elif outcome.started.port == before.port:
                self._find(outcome.started)  # another window has started it again
                self.supervision.restarted()
            else:
                self.supervision.failed(RUNS_SOMEWHERE)

        self._run((before.port,), before.username, tell)

    def _tell_why(self, failed: Failed, port: int) -> None:
        is_taken = failed.fault == ADDRESS
        taken = PORT_TAKEN.format(port=port)
        self.supervision.failed(taken if is_taken else failed.sentence)

    def _run(
        self, ports: Sequence[int], username: str, tell: Callable[[Outcome], None]
    ) -> None:
        """Have a server at one of these ports; of one before it nothing is heard."""
        server = HostedServer(self._command, self._folder, ports, username)
        self._server = server

        def post(hear: Callable[[], None]) -> None:
            self._mailbox.post(lambda: hear() if server is self._server else None)

        server.start(
            lambda outcome: post(partial(tell, outcome)),
            lambda code: post(partial(self.supervision.ended, code)),
        )

    def stop(self) -> None:
        """End the server, if there is one; does not wait for it."""
        if self._server:
            self._ending = self._server.stop() or self._ending
            self._server = None
        self.supervision.begin()

    def stop_for_all(self) -> None:
        """End the server, whichever window has started it."""
        if self._is_found:
            self._ending = order_end(self._command, self._folder)
        self._is_found = False
        self.stop()

    def leave(self) -> None:
        """When this program ends: end the server, or let it go on."""
        if not self.keeps_going:
            self.stop_for_all()
        else:
            self._leave_server()

    def _leave_server(self) -> None:
        """Let the server that this program has started go on by itself."""
        if self._server and self.started:
            self._server.leave()
            self._server = None
            self.started = replace(self.started, stays=True)

    def is_at(self, host: str, port: int) -> bool:
        """Tell whether the server that is hosted is the one at a place.

        One that has ended by itself is still hosted: it can be started again.
        """
        if self.started is None or not (self._is_found or self._server):
            return False
        return is_here(host) and self.started.port == port

    def _find(self, started: Started) -> None:
        """Look after a server that goes on by itself, as nobody waits for its end."""
        self.started = started
        self._is_found = True
        self.keeps_going = True

    def wait_until_ended(self, seconds: float) -> None:
        """After stop(), when the main loop is over: let the server say goodbye."""
        if self._ending:
            self._ending.join(seconds)
