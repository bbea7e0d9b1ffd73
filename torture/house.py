"""A server that is looked after: what it needs, and what it counts of itself."""

import urllib.request
from collections.abc import Mapping
from pathlib import Path

import psutil
from prometheus_client.parser import text_string_to_metric_families

from tests.end_to_end.server_process import free_port
from torture.footprint import Footprint
from torture.server_program import ServerProgram

SECONDS_TO_ANSWER = 30.0


class House(ServerProgram):
    """A server with metrics, and with the flood limits that servers usually have."""

    def __init__(self, folder: Path, **settings: object) -> None:
        """Start it.

        Args:
            folder: keeps its data.
            settings: such as `flood__messages`, as its environment has them.
        """
        self._metrics_port = free_port()
        chosen = {
            "metrics__enabled": True,
            "metrics__port": self._metrics_port,
            "flood__enabled": True,
            "history__page_length": 100,
            **settings,
        }
        super().__init__(folder, _variables(chosen))

    def footprint(self) -> Footprint:
        """Tell what it needs at this moment, however often it was started."""
        return Footprint.of(psutil.Process(self.pid))

    def counts(self) -> dict[str, float]:
        """Give its metrics that have no labels, by their names without "chatapp_"."""
        url = f"http://127.0.0.1:{self._metrics_port}/metrics"
        with urllib.request.urlopen(url, timeout=SECONDS_TO_ANSWER) as answer:
            text = answer.read().decode()
        return {
            sample.name.removeprefix("chatapp_"): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
            if not sample.labels
        }


def _variables(settings: Mapping[str, object]) -> dict[str, str]:
    return {
        f"CHATAPP_SERVER__{name.upper()}": str(value).lower()
        for name, value in settings.items()
    }
