"""Keeps the sign-in true to an address that names a port, or a link, an account."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.sign_in.first_form import named_account, named_port
from chatapp.models.entities import Field
from chatapp.wire.ports import PLAIN_PORT

_NAMED = {Field.PORT: named_port, Field.USERNAME: named_account}
_USUAL = {Field.PORT: str(PLAIN_PORT), Field.USERNAME: ""}


class NamingView(Protocol):
    """The fields, and what is called when somebody changes the address."""

    on_address: Callable[[str], None]

    def text_in(self, field: Field) -> str:
        """Give what stands in a field."""

    def put_text(self, field: Field, text: str) -> None:
        """Put a text into a field."""

    def hold(self, field: Field, held: bool) -> None:
        """Let nobody write in a field, or let one."""


class NamedByAddress:
    """Shows what an address names in its field; else what stood there before.

    As long as the address names it, it is changed there, so that both say the same.
    """

    def __init__(self, view: NamingView) -> None:
        self._view = view
        self._before: dict[Field, str] = {}
        view.on_address = self._changed

    def _changed(self, address: str) -> None:
        for field, named in _NAMED.items():
            self._follow(field, named(address))

    def _follow(self, field: Field, named: str) -> None:
        self._view.hold(field, bool(named))
        if named:
            self._before.setdefault(field, self._view.text_in(field))
            self._view.put_text(field, named)
        elif field in self._before:
            before = self._before.pop(field)
            self._view.put_text(field, before or _USUAL[field])
