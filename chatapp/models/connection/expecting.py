"""Which server is expected; another one is taken for it where somebody says so."""

from dataclasses import replace

from chatapp.models.connection.encryption import Demand
from chatapp.models.connection.link import Link
from chatapp.models.connection.whereabouts import Place
from chatapp.models.entities import Connectedness
from chatapp.wire.fingerprints import Fingerprint


class Expecting:
    """Knows which server a link goes back to, and lets it go to another one."""

    def __init__(self, link: Link) -> None:
        self._link = link

    @property
    def demand(self) -> Demand:
        """By what the server is known that one was with, or wants to be with."""
        return self._link.whereabouts.named

    def say_same(self, new: Fingerprint, known: Fingerprint | None) -> None:
        """Take in that somebody says that a new certificate is the known server's."""
        if known:
            self._link.whereabouts.said[new] = known

    def take(self, place: Place, fingerprint: Fingerprint, password: str = "") -> None:
        """Take who has this certificate for the server that was meant; go there now.

        Args:
            place: where it is: host and port.
            fingerprint: the certificate's.
            password: what lets one in from now on; "" leaves it as it is.
        """
        link = self._link
        self.say_same(fingerprint, self.demand.fingerprint)
        link.whereabouts.expect(place, fingerprint)
        link.identity = replace(
            link.identity, password=password or link.identity.password
        )
        if link.state in (Connectedness.WAITING, Connectedness.CONNECTING):
            link.try_anew()
