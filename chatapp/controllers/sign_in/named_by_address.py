"""Keeps the sign-in true to an address that names a port, or a link, an account."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.sign_in.first_form import named_account, named_port
from chatapp.wire.ports import PLAIN_PORT


class NamingView(Protocol):
    """The fields, and what is called when somebody changes the address."""

    on_address: Callable[[str], None]

    @property
    def port(self) -> str:
        """What stands in the field of the port."""

    @property
    def username(self) -> str:
        """What stands in the field of the username."""

    def show_port(self, port: str) -> None:
        """Put a port into its field."""

    def show_username(self, username: str) -> None:
        """Put a username into its field."""

    def hold_port(self, held: bool) -> None:
        """Let nobody write in the field of the port, or let one."""

    def hold_username(self, held: bool) -> None:
        """Let nobody write in the field of the username, or let one."""


class NamedByAddress:
    """Shows the port and the account that an address names.

    As long as the address names one it is changed there, so that both say the same.
    """

    def __init__(self, view: NamingView) -> None:
        self._port = _Follower(
            named_port, lambda: view.port, view.show_port, view.hold_port
        )
        self._username = _Follower(
            named_account,
            lambda: view.username,
            view.show_username,
            view.hold_username,
        )
        view.on_address = self._changed

    def _changed(self, address: str) -> None:
        self._port.follow(address, str(PLAIN_PORT))
        self._username.follow(address, "")


class _Follower:
    """Shows in a field what an address names; without that, what stood there before."""

    def __init__(
        self,
        named: Callable[[str], str],
        shown: Callable[[], str],
        show: Callable[[str], None],
        hold: Callable[[bool], None],
    ) -> None:
        self._named = named
        self._shown = shown
        self._show = show
        self._hold = hold
        self._before: str | None = None

    def follow(self, address: str, usual: str) -> None:
        """Take in another address; `usual` is shown where nothing stood before."""
        named = self._named(address)
        self._hold(bool(named))
        if named:
            self._before = self._shown() if self._before is None else self._before
            self._show(named)
        elif self._before is not None:
            self._show(self._before or usual)
            self._before = None
