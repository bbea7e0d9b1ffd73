"""Keeps the sign-in's port true to an address that names one: host:port, or a link."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.sign_in.first_form import named_port
from chatapp.wire.ports import PLAIN_PORT


class PortView(Protocol):
    """The two fields, and what is called when somebody changes the address."""

    on_address: Callable[[str], None]

    @property
    def port(self) -> str:
        """What stands in the field of the port."""

    def show_port(self, port: str) -> None:
        """Put a port into its field."""

    def hold_port(self, held: bool) -> None:
        """Let nobody write in the field of the port, or let one."""


class PortOfAddress:
    """Shows the port that an address names; without one, what stood there before.

    As long as the address names one it is changed there, so that both say the same.
    """

    def __init__(self, view: PortView) -> None:
        self._view = view
        self._before: str | None = None
        view.on_address = self._changed

    def _changed(self, address: str) -> None:
        named = named_port(address)
        self._view.hold_port(bool(named))
        if named:
            self._before = self._view.port if self._before is None else self._before
            self._view.show_port(named)
        elif self._before is not None:
            self._view.show_port(self._before or str(PLAIN_PORT))
            self._before = None
