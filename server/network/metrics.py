"""Numbers for Prometheus, and whether the server is well, over HTTP on a local port."""

import logging
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import accumulate
from socketserver import TCPServer
from typing import Any

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)

from chatapp.wire.this_computer import is_here
from server.snapshot import Snapshot
from server.timings import BOUNDS

log = logging.getLogger(__name__)

MOST_AT_ONCE = 32
"""So many ask at a time: each has a thread, and a file of those that there are."""

LONGEST_WAIT = 2.0
"""A server that does not look up for so many seconds is not well."""

NOT_MEANT = b"Ask by this computer's own name or address, such as 127.0.0.1.\n"

PLAIN_TEXT = "text/plain; version=0.0.4; charset=utf-8"
Look = Callable[[float], Snapshot | None]

GAUGES = {
    "connections": "Connections that are open.",
    "users": "Users who have signed in.",
    "channels": "Channels that there are.",
    "outbox_bytes": "Bytes that wait for clients who read too slowly.",
    "waiting_commands": "Commands that wait for the disk.",
}
COUNTERS = {
    "messages": "Messages that were said.",
    "deliveries": "What clients were sent, one for each of them a turn.",
    "refusals": "Commands that were refused.",
    "turned_away": "Connections that were not let in.",
    "sent_away": "Clients that did not sign in, or did not answer, in time.",
    "slow_readers": "Clients that were closed because too much waited for them.",
    "slowed": "How often a client over its allowance was read later.",
}
TIMINGS = {
    "turn": "How long turns of the reactor took.",
    "storage": "How long transactions of the storage took.",
}


class Collector:
    """Turns a snapshot into Prometheus' families when somebody asks."""

    def __init__(self, look: Look) -> None:
        """Take snapshots so."""
        self._look = look

    def collect(self) -> Iterator[Metric]:
        """Give all numbers; none where the server does not look up."""
        snapshot = self._look(LONGEST_WAIT)
        if snapshot is None:
            return
        for name, text in GAUGES.items():
            value = getattr(snapshot, name)
            yield GaugeMetricFamily(f"chatapp_{name}", text, value=value)
        for name, text in COUNTERS.items():
            value = getattr(snapshot, name)
            yield CounterMetricFamily(f"chatapp_{name}", text, value=value)
        for name, text in TIMINGS.items():
            counts = accumulate(getattr(snapshot, f"{name}_counts"))
            bounds = (*map(str, BOUNDS), "+Inf")
            yield HistogramMetricFamily(
                f"chatapp_{name}_seconds",
                text,
                buckets=list(zip(bounds, counts, strict=True)),
                sum_value=getattr(snapshot, f"{name}_seconds"),
            )


class MetricsServer(ThreadingHTTPServer):
    """Answers /metrics and /health; it knows nothing of what people say."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, host: str, port: int, look: Look) -> None:
        """Listen.

        Raises:
            OSError: the address cannot be listened on.
        """
        super().__init__((host, port), MetricsHandler)
        self.look = look
        self._asking: dict[socket.socket, None] = {}
        self._lock = threading.Lock()
        self.registry = CollectorRegistry(auto_describe=False)
        self.registry.register(Collector(look))

    def server_bind(self) -> None:
        """Bind, but do not look up the address's name: that can take very long."""
        # On Windows the option would let two programs have one port.
        self.allow_reuse_address = sys.platform != "win32"
        TCPServer.server_bind(self)
        host, self.server_port = self.server_address[:2]
        self.server_name = str(host)

    def open(self) -> None:
        """Begin to answer."""
        threading.Thread(target=self.serve_forever, name="metrics", daemon=True).start()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer on a thread; where too many ask, who asks longest has to go.

        So nobody who asks slowly, or many times, keeps out the others.
        """
        with self._lock:
            oldest = next(iter(self._asking), None)
            if oldest is not None and len(self._asking) >= MOST_AT_ONCE:
                del self._asking[oldest]
                with suppress(OSError):
                    oldest.shutdown(socket.SHUT_RDWR)
            self._asking[request] = None
        super().process_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - as there
        """Say why somebody was not answered, unless he has only hung up."""
        error = sys.exception()
        level = logging.DEBUG if isinstance(error, OSError) else logging.ERROR
        log.log(level, "A request for numbers: %s", type(error).__name__)

    def shutdown_request(self, request: Any) -> None:
        """Let somebody go who was answered."""
        with self._lock:
            self._asking.pop(request, None)
        super().shutdown_request(request)

    def close(self) -> None:
        """Answer no more."""
        self.shutdown()
        self.server_close()


class MetricsHandler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: MetricsServer
    timeout = 5.0

    def do_GET(self) -> None:
        """Give the numbers, or say whether the server is well."""
        if not self._is_meant():
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, NOT_MEANT)
        elif self.path == "/metrics":
            self._answer(HTTPStatus.OK, generate_latest(self.server.registry))
        elif self.path == "/health":
            self._answer_health()
        else:
            self._answer(HTTPStatus.NOT_FOUND, b"Ask for /metrics or /health.\n")

    def _is_meant(self) -> bool:
        """Tell whether it is this port that was to be asked.

        A page may have its own name lead to this computer, and would be let read what
        is answered; a browser tells by which name it asks.
        """
        asked = self.headers.get("Host", "")
        if not asked or not is_here(str(self.server.server_address[0])):
            return True
        is_bracketed = asked.startswith("[")
        name = asked[1:].partition("]")[0] if is_bracketed else asked.partition(":")[0]
        return is_here(name)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as there
        """Log nothing: who measures asks every few seconds."""

    def _answer_health(self) -> None:
        snapshot = self.server.look(LONGEST_WAIT)
        if snapshot is None:
            answer = b"The server does not look up.\n"
        elif snapshot.is_storage_failing:
            answer = b"The storage cannot be written.\n"
        else:
            self._answer(HTTPStatus.OK, b"The server is well.\n")
            return
        self._answer(HTTPStatus.SERVICE_UNAVAILABLE, answer)

    def _answer(self, status: HTTPStatus, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", PLAIN_TEXT)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
