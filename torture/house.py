"""A server that is looked after: what it needs, and what it counts of itself."""

import urllib.request
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from pathlib import Path

import psutil
from prometheus_client.parser import text_string_to_metric_families

from torture.footprint import Footprint
from torture.play import Loss
from torture.server_program import HERE, ServerProgram

SECONDS_TO_ANSWER = 30.0
ANY_FREE = 0


class House(ServerProgram):
    """A server with metrics, and with the flood limits that servers usually have."""

    def __init__(self, folder: Path, **settings: object) -> None:
        """Start it.

        Args:
            folder: keeps its data.
            settings: such as `flood__messages`, as its environment has them.
        """
        chosen = {
            "metrics__enabled": True,
            "metrics__port": ANY_FREE,
            "flood__enabled": True,
            "history__page_length": 100,
            **settings,
        }
        super().__init__(folder, _variables(chosen))

    def start(self) -> None:
        """Start it, and find its metrics at the port that the system gave it.

        Raises:
            Loss: it did not start, or has no metrics.
        """
        super().start()
        ports = (port for port in _listening(self.pid) if port != self.port)
        found = next(filter(_has_metrics, ports), None)
        if found is None:
            raise Loss(f"The server has no metrics. {self.state}")
        self._metrics_port = found

    def footprint(self) -> Footprint:
        """Tell what it needs at this moment, however often it was started."""
        return Footprint.of(psutil.Process(self.pid))

    def counts(self) -> dict[str, float]:
        """Give its metrics that have no labels, by their names without "chatapp_"."""
        text = _read_metrics(self._metrics_port)
        return {
            sample.name.removeprefix("chatapp_"): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
            if not sample.labels
        }


def _listening(pid: int) -> Iterator[int]:
    """Give the TCP ports at which a program, or one that it has started, listens."""
    program = psutil.Process(pid)
    for each in (program, *program.children(recursive=True)):
        for connection in each.net_connections("tcp"):
            if connection.status == psutil.CONN_LISTEN:
                yield connection.laddr.port


def _has_metrics(port: int) -> bool:
    """Tell whether metrics are there; without Unix sockets it may be the orders."""
    try:
        _read_metrics(port)
    except (OSError, HTTPException):
        return False
    return True


def _read_metrics(port: int) -> str:
    url = f"http://{HERE}:{port}/metrics"
    with urllib.request.urlopen(url, timeout=SECONDS_TO_ANSWER) as answer:
        return str(answer.read().decode())


def _variables(settings: Mapping[str, object]) -> dict[str, str]:
    return {
        f"CHATAPP_SERVER__{name.upper()}": str(value).lower()
        for name, value in settings.items()
    }
