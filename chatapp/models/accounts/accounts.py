"""Where one's accounts are, and what a network asks of whoever keeps them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, Self

from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.wire.this_computer import is_here


@dataclass(frozen=True, slots=True)
class AccountServer:
    """The server of an account: by what it is known for sure, and where it is.

    Args:
        key: the fingerprint of its certificate; its place if an authority vouches for
            that, each time anew.
        place: host and port; "" on this computer, where servers come and go.
    """

    key: str
    place: str

    @classmethod
    def of(cls, host: str, port: int, encryption: Encryption) -> Self:
        """Name the server that is at the other end of an encrypted connection."""
        place = f"{host.lower()}:{port}"
        by_place = encryption.trust is Trust.AUTHORITY
        key = place if by_place else encryption.fingerprint.hex
        return cls(key, "" if is_here(host) else place)


class Accounts(Protocol):
    """Keeps what proves one's accounts, such as Credentials; nothing here waits."""

    def find(
        self, server: AccountServer, name: str, then: Callable[[Account | None], None]
    ) -> None:
        """Look for the account that goes by a name at a server."""

    def keep(
        self, server: AccountServer, account: Account, then: Callable[[bool], None]
    ) -> None:
        """Keep an account; `then` hears whether it is kept, once it is for sure."""

    def forget(self, server: AccountServer, name: str) -> None:
        """Keep an account no longer."""


class BorrowedAccounts:
    """Finds what another keeps, and keeps nothing itself: a script has no name."""

    def __init__(self, owner: Accounts) -> None:
        self.find = owner.find

    def keep(
        self, server: AccountServer, account: Account, then: Callable[[bool], None]
    ) -> None:
        """Keep none, so that none is made."""
        del server, account
        then(False)

    def forget(self, server: AccountServer, name: str) -> None:
        """Leave it to the owner."""
        del server, name


class NoAccounts:
    """Knows no account, and keeps none."""

    def find(
        self, server: AccountServer, name: str, then: Callable[[Account | None], None]
    ) -> None:
        """Find none."""
        del server, name
        then(None)

    def keep(
        self, server: AccountServer, account: Account, then: Callable[[bool], None]
    ) -> None:
        """Keep none."""
        del server, account
        then(False)

    def forget(self, server: AccountServer, name: str) -> None:
        """Know of none anyway."""
