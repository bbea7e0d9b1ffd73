"""Asks whether a server with another certificate is the one that was known."""

from collections.abc import Callable

from chatapp.controllers.sign_in import trust_wording as wording
from chatapp.controllers.window import ComparingWindow
from chatapp.models.connection.whereabouts import Place
from chatapp.models.entities import Comparison
from chatapp.models.network import Network
from chatapp.models.servers.acquaintances import Acquaintances
from chatapp.wire.fingerprints import Fingerprint


class AnotherCertificate:
    """Has words that wait for one server go to no other before somebody says so."""

    def __init__(
        self,
        window: ComparingWindow,
        network: Network,
        servers: Acquaintances,
        on_trusted: Callable[[Fingerprint], None],
    ) -> None:
        self._window = window
        self._network = network
        self._servers = servers
        self._on_trusted = on_trusted

    def compare(self, place: Place, found: Fingerprint) -> None:
        """Show who was known and who answers at a place now; staying away is easy."""
        self._ask(
            wording.ANOTHER_SERVER,
            wording.another_server(*place),
            (wording.ANSWERS_NOW, found),
            lambda: self._trust(place, found, ""),
        )

    def invited(self, place: Place, invited: Fingerprint, password: str) -> None:
        """Go where an invitation leads; ask first where it names another server.

        Args:
            place: where it leads.
            invited: the certificate that it names.
            password: what lets one in, or "".
        """
        if self._network.expecting.demand.accepts(invited):
            self._trust(place, invited, password)
            return
        self._ask(
            wording.INVITED_ANEW,
            wording.another_certificate(*place),
            (wording.INVITED_TO, invited),
            lambda: self._trust(place, invited, password),
        )

    def _ask(
        self,
        title: str,
        text: str,
        new: tuple[str, Fingerprint],
        on_yes: Callable[[], None],
    ) -> None:
        known = self._network.expecting.demand.fingerprint
        before = ((wording.KNOWN_BEFORE, known),) if known else ()
        comparison = Comparison(
            title=title,
            text=text,
            fingerprints=(*before, new),
            yes=wording.TRUST_NEW,
            no=wording.STAY_AWAY,
            on_yes=on_yes,
        )
        self._window.compare(comparison)

    def _trust(self, place: Place, fingerprint: Fingerprint, password: str) -> None:
        self._servers.trust(*place, fingerprint)
        self._on_trusted(fingerprint)
        self._network.expecting.take(place, fingerprint, password)
