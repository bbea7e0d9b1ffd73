"""Keeps secrets in the system's keyring, where the library keyring is installed."""

import logging
from collections.abc import Callable
from typing import Protocol, TypeVar

log = logging.getLogger(__name__)

SERVICE = "chatapp"

Result = TypeVar("Result")


class Vault(Protocol):
    """Where secrets are kept by name, such as a keyring; anything of it may wait."""

    def get(self, name: str) -> str:
        """Give a secret; "" where there is none now."""

    def put(self, name: str, secret: str) -> bool:
        """Keep a secret, and tell whether it is there."""

    def remove(self, name: str) -> None:
        """Keep a secret no longer."""


class Backend(Protocol):
    """What a keyring of the library can do."""

    def get_password(self, service: str, username: str) -> str | None:
        """Give a secret."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove a secret."""


class KeyringVault:
    """The keyring of the person who is at this computer."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def get(self, name: str) -> str:
        """Give a secret; "" where there is none, or the keyring does not open."""
        secret = _try(lambda: self._backend.get_password(SERVICE, name))
        return secret if isinstance(secret, str) else ""

    def put(self, name: str, secret: str) -> bool:
        """Keep a secret, and look whether it is there."""
        _try(lambda: self._backend.set_password(SERVICE, name, secret))
        return self.get(name) == secret

    def remove(self, name: str) -> None:
        """Keep a secret no longer."""
        _try(lambda: self._backend.delete_password(SERVICE, name))


def open_keyring() -> Vault | None:
    """Find the system's keyring; None where there is none that is safe.

    Importing the library takes its time, so only a thread of its own may call this.
    """
    try:
        import keyring  # noqa: PLC0415 - it takes its time, and need not be installed
    except ImportError:
        return None
    backend = _try(keyring.get_keyring)
    if backend is None or not _try(lambda: backend.priority >= 1):
        return None
    return KeyringVault(backend)


def _try(do: Callable[[], Result]) -> Result | None:
    """Do something with the keyring; its backends fail in ways of their own."""
    try:
        return do()
    except Exception as error:  # noqa: BLE001 - any error of any backend
        log.warning("The keyring does not do this: %s", type(error).__name__)
        return None
