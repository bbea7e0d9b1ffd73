"""Who knows servers again: what a network asks of whoever remembers them."""

from typing import Protocol

from chatapp.models.connection.encryption import Demand, Encryption
from chatapp.wire.fingerprints import Fingerprint


class Acquaintances(Protocol):
    """Knows servers again, such as KnownServers."""

    def demand(self, host: str, port: int) -> Demand:
        """Tell what a connection to a place must be, after what is known of it."""

    def learn(self, host: str, port: int, encryption: Encryption | None) -> bool:
        """Remember with whom one spoke; tell whether that was for the first time."""

    def places_of(self, fingerprint: Fingerprint) -> list[tuple[str, int]]:
        """List where the server with this certificate was met."""

    def trust(self, host: str, port: int, fingerprint: Fingerprint | None) -> None:
        """Take this certificate, and no other, for the server at this place."""


class NoAcquaintances:
    """Knows no server, and remembers none."""

    def demand(self, host: str, port: int) -> Demand:
        """Demand nothing."""
        del host, port
        return Demand()

    def learn(self, host: str, port: int, encryption: Encryption | None) -> bool:
        """Take whoever it is for somebody one knows."""
        del host, port, encryption
        return False

    def places_of(self, fingerprint: Fingerprint) -> list[tuple[str, int]]:
        """List nothing."""
        del fingerprint
        return []

    def trust(self, host: str, port: int, fingerprint: Fingerprint | None) -> None:
        """Forget it at once."""
