"""Notices soon that a link has died: asks the server, and watches the way to it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.language import gettext as _
from chatapp.models.connection.attempt import Attempt
from chatapp.models.connection.keepalive import Keepalive
from chatapp.models.connection.means import Means
from chatapp.models.connection.surroundings import Surroundings
from chatapp.models.events import Problem
from chatapp.models.session import pings

if TYPE_CHECKING:
    from chatapp.models.connection.dialling import Address

MOVED_SECONDS = 1.5
"""So long a server that says it is elsewhere has to answer where it was."""


class Vigil:
    """Watches over one link, and between two links over the way to the server."""

    def __init__(
        self,
        means: Means,
        attempt: Callable[[], Attempt | None],
        on_latency: Callable[[float], None],
        on_way: Callable[[bool], None],
    ) -> None:
        """Watch over what `attempt` gives, and end it where nobody answers.

        Args:
            means: what it works with.
            attempt: gives what there is of a link now.
            on_latency: hears how many milliseconds the server takes.
            on_way: hears whether there is a way, when it may be new.
        """
        self._attempt = attempt
        self.is_in_doubt = False
        """Whether this computer's own way has changed, and nothing was heard since."""

        self._keepalive = Keepalive(
            means.scheduler, means.clock, self._ask, on_latency, self._found_silent
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

    def answered(self, token: str) -> None:
        """Take in the answer to a question; see Keepalive."""
        attempt = self._attempt()
        behind = attempt.unanswered.answered(token) if attempt else 0
        self._keepalive.answered(token, behind)
        self.is_in_doubt = False

    def probe(self, *, has_way: bool) -> None:
        """Ask at once: this computer slept, or its way to the server is another one."""
        self.is_in_doubt = has_way
        self._keepalive.probe()

    def doubt(self) -> None:
        """Ask soon: somebody says that the server is elsewhere now."""
        self._keepalive.doubt(MOVED_SECONDS)

    def _ask(self, token: str) -> None:
        attempt = self._attempt()
        if attempt:
            attempt.heard = False
            pings.ask(attempt.session, token)

    def _found_silent(self) -> None:
        """End it; who was heard, and has much to work through, gets more time."""
        attempt = self._attempt()
        if attempt is None:
            return
        is_heard, lines = attempt.heard, attempt.unanswered.count
        if not (is_heard and self._keepalive.ask_again(lines)):
            attempt.end(Problem.LOST, _("The server did not answer."))
