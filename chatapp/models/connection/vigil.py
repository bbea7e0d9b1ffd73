"""Notices soon that a link has died: asks the server, and watches the way to it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.models.connection.keepalive import Keepalive
from chatapp.models.connection.means import Means
from chatapp.models.connection.surroundings import Surroundings

if TYPE_CHECKING:
    from chatapp.models.connection.dialling import Address

MOVED_SECONDS = 1.5
"""So long a server that says it is elsewhere has to answer where it was."""


class Vigil:
    """Watches over one link, and between two links over the way to the server."""

    def __init__(
        self,
        means: Means,
        ask: Callable[[str], None],
        on_latency: Callable[[float], None],
        on_silent: Callable[[], None],
        on_way: Callable[[bool], None],
    ) -> None:
        """Ask by `ask`; `on_way` tells whether there is a way, when it may be new."""
        self.is_in_doubt = False
        """Whether this computer's own way has changed, and nothing was heard since."""

        self._keepalive = Keepalive(
            means.scheduler, means.clock, ask, on_latency, on_silent
        )
        self._surroundings = Surroundings(
            means.scheduler, means.clock, means.senses, on_way
        )

    def begin(self, server: "Address | None") -> None:
        """Watch over a link that stands."""
        self.is_in_doubt = False
        self._surroundings.watch(server)
        self._keepalive.start()

    def rest(self) -> None:
        """Watch over the way only, until the next link stands."""
        self._keepalive.stop()

    def end(self) -> None:
        """Watch over nothing."""
        self._keepalive.stop()
        self._surroundings.stop()

    def answered(self, token: str, behind: int = 0) -> None:
        """Take in the answer to a question; see Keepalive."""
        self._keepalive.answered(token, behind)
        self.is_in_doubt = False

    def ask_again(self, lines: int) -> bool:
        """Give the server more time; see Keepalive."""
        return self._keepalive.ask_again(lines)

    def probe(self, *, has_way: bool) -> None:
        """Ask at once: this computer slept, or its way to the server is another one."""
        self.is_in_doubt = has_way
        self._keepalive.probe()

    def doubt(self) -> None:
        """Ask soon: somebody says that the server is elsewhere now."""
        self._keepalive.doubt(MOVED_SECONDS)
