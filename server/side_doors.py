"""Where a server answers beside its clients: orders on a socket, numbers over HTTP."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from chatapp.wire.message import Message
from server.network.addresses import explain
from server.network.control import Control, control_path
from server.settings.operator_settings import MetricsSettings
from server.snapshot import Snapshot

if TYPE_CHECKING:
    from server.network.metrics import MetricsServer

Order = Callable[[Message, float], list[Message] | None]
Look = Callable[[float], Snapshot | None]


class SideDoors:
    """The control socket, and the port for metrics where one is wanted."""

    def __init__(
        self, path: Path, settings: MetricsSettings, order: Order, look: Look
    ) -> None:
        """Listen.

        Args:
            path: the file of the history; orders are taken beside it.
            settings: whether and where there are metrics.
            order: does what is ordered, within so many seconds.
            look: gives what the server is doing, within so many seconds.

        Raises:
            CannotListen: the port for metrics cannot be had.
        """
        self._metrics = _listen(settings, look)
        self._control = Control(control_path(path), order)

    @property
    def metrics_port(self) -> int:
        """The port of the metrics; 0: there are none."""
        return int(self._metrics.server_address[1]) if self._metrics else 0

    def open(self) -> None:
        """Begin to answer."""
        self._control.start()
        if self._metrics is not None:
            self._metrics.open()

    def close(self) -> None:
        """Answer no more."""
        self._control.close()
        if self._metrics is not None:
            self._metrics.close()


def _listen(settings: MetricsSettings, look: Look) -> "MetricsServer | None":
    if not settings.enabled:
        return None
    # It takes a while to load, and only few servers need it.
    from server.network.metrics import MetricsServer  # noqa: PLC0415 - so

    try:
        return MetricsServer(settings.host, settings.port, look)
    except OSError as error:
        raise explain(error, settings.host, settings.port, "[metrics] port") from error
