"""How safe a connection has to be, and how safe it turned out to be."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Self

from chatapp.wire.fingerprints import Fingerprint


class Need(Enum):
    """Whether TLS is spoken; what stands first here wins over what follows."""

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
    else: neither a known authority, nor this name, nor a date that is not over.
    """

    need: Need = Need.PREFERRED
    fingerprint: Fingerprint | None = None

    def and_also(self, other: Self) -> Self:
        """Join two demands; where both name a fingerprint, this one's is it."""
        needs = (self.need, other.need)
        strictest = next(need for need in Need if need in needs)
        return type(self)(strictest, self.fingerprint or other.fingerprint)


@dataclass(frozen=True, slots=True)
class Encryption:
    """What a connection is: the version of TLS, with whom, and why that is believed."""

    version: str
    fingerprint: Fingerprint
    trust: Trust


ANY = Demand()
"""Nothing in particular: encrypted where that can be, with whoever is there."""

IN_PLAIN = Demand(Need.PLAIN)
"""No TLS, not even where there is some."""
