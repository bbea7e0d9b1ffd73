"""How safe a connection has to be, and how safe it turned out to be."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Self

from chatapp.wire.fingerprints import Fingerprint, MalformedFingerprint

_AUTHORITY = "authority "


class Need(Enum):
    """Whether TLS is spoken; what stands first here wins over what follows.

    VERIFIED is REQUIRED, and nobody is met for the first time: the demand names the
    server, or an authority vouches for it.
    """

    VERIFIED = auto()
    REQUIRED = auto()
    PLAIN = auto()
    PREFERRED = auto()


class Trust(Enum):
    """Why one believes that a server is the one that was meant."""

    AUTHORITY = auto()
    FINGERPRINT = auto()
    FIRST_USE = auto()


@dataclass(frozen=True, slots=True)
class Demand:
    """What a connection must be: encrypted or not, and with whom.

    With a `fingerprint`, the server's certificate must have it, and need have nothing
    else: neither a known authority, nor this name, nor a date that is not over. One of
    the `others` will do as well, such as that of its next certificate. A short code
    tells but the `beginning` of the fingerprint, and that does, too.
    """

    need: Need = Need.PREFERRED
    fingerprint: Fingerprint | None = None
    beginning: bytes = b""
    others: tuple[Fingerprint, ...] = ()

    @property
    def names_server(self) -> bool:
        """Whether only one server will do."""
        return self.fingerprint is not None or bool(self.beginning)

    def accepts(self, found: Fingerprint) -> bool:
        """Tell whether the server with this certificate will do."""
        if self.fingerprint:
            return found in (self.fingerprint, *self.others)
        return not self.beginning or found.begins_with(self.beginning)

    def and_also(self, other: Self) -> Self:
        """Join two demands; where both name a server, this one's is it."""
        needs = (self.need, other.need)
        strictest = next(need for need in Need if need in needs)
        is_told_better = other.fingerprint and self.accepts(other.fingerprint)
        named = self if self.names_server and not is_told_better else other
        return replace(named, need=strictest)


@dataclass(frozen=True, slots=True)
class Encryption:
    """What a connection is: the version of TLS, with whom, and why that is believed."""

    version: str
    fingerprint: Fingerprint
    trust: Trust


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers at a place: by what it is known again, "" where nothing is encrypted.

    It may be `said_to_be` the server that was known by something else, by the person.
    """

    known_by: str = ""
    said_to_be: str = ""

    @classmethod
    def at(
        cls,
        host: str,
        encryption: Encryption | None,
        said: Mapping[Fingerprint, Fingerprint],
    ) -> Self:
        """Tell who answers at a host; `said` is which certificate replaces which."""
        if encryption is None:
            return cls()
        if encryption.trust is Trust.AUTHORITY:
            return cls(_AUTHORITY + host.lower())
        before = said.get(encryption.fingerprint)
        return cls(encryption.fingerprint.hex, before.hex if before else "")

    @property
    def demand(self) -> Demand:
        """What the next connection must be, to be with whoever is known by this."""
        if not self.known_by:
            return ANY
        try:
            return Demand(Need.REQUIRED, Fingerprint.parse(self.known_by))
        except MalformedFingerprint:
            return Demand(Need.VERIFIED)  # an authority has to vouch for it


ANY = Demand()
"""Nothing in particular: encrypted where that can be, with whoever is there."""

IN_PLAIN = Demand(Need.PLAIN)
"""No TLS, not even where there is some."""
