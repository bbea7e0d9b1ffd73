"""The way to one server: to which port, and how safe, as its policy has it (STS).

Specification: https://ircv3.net/specs/extensions/sts
"""

from typing import Protocol

from chatapp.models.connection.encryption import Demand, Encryption, Need, Trust
from chatapp.wire.transport_policy import TransportPolicy

VERIFIED = Demand(Need.VERIFIED)


class Policies(Protocol):
    """Keeps which servers want TLS only, such as TransportPolicies."""

    def port_of(self, host: str) -> int | None:
        """Tell at which port a host is to be come to with TLS; None: as one likes."""

    def keep(self, host: str, port: int, seconds: int) -> None:
        """Keep a policy for so long from now on; 0 forgets it."""


class NoPolicies:
    """Knows no policy, and keeps none."""

    def port_of(self, host: str) -> int | None:
        """Let everybody come as he likes."""
        del host
        return None

    def keep(self, host: str, port: int, seconds: int) -> None:
        """Forget it at once."""


class Way:
    """Where one goes to reach a server, from what was asked for and what it said."""

    def __init__(
        self, policies: Policies, host: str, port: int, demand: Demand
    ) -> None:
        self.host = host
        self.port = port
        self.demand = demand
        self._policies = policies
        self._seconds = 0
        kept = policies.port_of(host)
        if kept is not None:
            self._lead_to(kept)

    def take(self, value: str, encryption: Encryption | None) -> bool:
        """Take in what the server says of STS; tell whether to come anew, with TLS.

        In plain it may only say where: anybody could have said the rest. Nor does it
        count who was met for the first time, and whom nobody vouches for.
        """
        policy = TransportPolicy.parse(value)
        if encryption is None and policy.port:
            self._lead_to(policy.port)
            return True
        is_sure = encryption is not None and encryption.trust is not Trust.FIRST_USE
        if is_sure and policy.seconds is not None:
            self._seconds = policy.seconds
            self._policies.keep(self.host, self.port, policy.seconds)
        return False

    def leave(self) -> None:
        """Count the policy's time from the connection's end on."""
        if self._seconds:
            self._policies.keep(self.host, self.port, self._seconds)

    def _lead_to(self, port: int) -> None:
        self.port = port
        self.demand = self.demand.and_also(VERIFIED)
