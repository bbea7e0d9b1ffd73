"""Examines connections for the window, on threads of their own."""

import logging
import threading
from collections.abc import Callable, Iterable
from functools import partial

from chatapp.models.connection.encryption import Demand
from chatapp.models.doctor.progress import Progress
from chatapp.models.program.failures import log_failure

log = logging.getLogger(__name__)

Examine = Callable[[str, int, Demand], Iterable[Progress]]
Report = Callable[[Progress], None]


def examine_server(host: str, port: int, demand: Demand) -> Iterable[Progress]:
    """Examine a server with all there is."""
    # It takes a moment to load, and most windows never need it.
    from chatapp.models.doctor.case import Case  # noqa: PLC0415 - so
    from chatapp.models.doctor.examination import examine  # noqa: PLC0415 - so

    return examine(Case(host, port, demand))


class Doctor:
    """Examines as often as one asks; each time is independent of the others."""

    def __init__(
        self,
        post: Callable[[Callable[[], None]], None],
        known: Callable[[str, int], Demand],
        examine: Examine = examine_server,
    ) -> None:
        """Take what brings callbacks to the main thread, and tells what is known."""
        self._post = post
        self._known = known
        self._examine = examine

    def examine(self, host: str, port: int, demand: Demand, report: Report) -> None:
        """Examine a server; `report` is told on the main thread how far it is."""
        demand = demand.and_also(self._known(host, port))
        work = partial(self._work, partial(self._examine, host, port, demand), report)
        threading.Thread(target=work, name="chatapp-doctor", daemon=True).start()

    def _work(self, examine: Callable[[], Iterable[Progress]], report: Report) -> None:
        try:
            for progress in examine():
                self._post(partial(report, progress))
        except Exception as error:  # noqa: BLE001 - the thread's outer edge
            log_failure(log, "The doctor could not finish", error)
